//! Sample configurations for the servers that towns have: the files in `xtask/package/`, whose gaps are filled with what our
//! own server sends. So they cannot differ from it, and the policy names the style of this very page.

use anyhow::{Result, ensure};

use crate::{hashed, policy};

/// The kinds of files that a page may hold, with the types that our own server gives them.
const TYPES: [(&str, &str); 10] = [
    ("bin", "application/octet-stream"),
    ("css", "text/css"),
    ("html", "text/html"),
    ("js", "text/javascript"),
    ("json", "application/json"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("woff2", "font/woff2"),
];

/// A server, and how its configuration says one thing.
struct Server {
    file: &'static str,
    sample: &'static str,
    header: fn(&str, &str) -> String,
    kind: fn(&str, &str) -> Vec<String>,
}

const SERVERS: [Server; 3] = [
    Server {
        file: "nginx.conf",
        sample: include_str!("../package/nginx.conf"),
        header: |name, value| format!("add_header {name} \"{value}\" always;"),
        kind: |ending, name| vec![format!("{name} {ending};")],
    },
    Server {
        file: "apache.conf",
        sample: include_str!("../package/apache.conf"),
        header: |name, value| format!("Header always set {name} \"{value}\""),
        kind: |ending, name| {
            let place = format!("<FilesMatch \"\\.{ending}(\\.br|\\.gz)?$\">");
            vec![place, format!("    ForceType {name}"), "</FilesMatch>".to_owned()]
        },
    },
    Server {
        file: "Caddyfile",
        sample: include_str!("../package/Caddyfile"),
        header: |name, value| format!("header {name} \"{value}\""),
        kind: |ending, name| {
            // A folder is handed out as its page.
            let folder = if ending == "html" { " / */" } else { "" };
            vec![format!("@{ending} path *.{ending}{folder}"), format!("header @{ending} Content-Type \"{name}\"")]
        },
    },
];

/// The sample configurations, by the names of their files.
pub fn of(page: &str, frame_ancestors: &str) -> Result<Vec<(&'static str, String)>> {
    let headers = policy::headers(page, frame_ancestors)?;
    SERVERS.iter().map(|server| Ok((server.file, configuration(server, &headers)?))).collect()
}

/// Whether the configurations know how a file is to be sent. Compressed copies are sent as what they are copies of.
pub fn knows(name: &str) -> bool {
    let name = name.strip_suffix(".br").or_else(|| name.strip_suffix(".gz")).unwrap_or(name);
    name.rsplit_once('.').is_some_and(|(_, ending)| TYPES.iter().any(|(known, _)| *known == ending))
}

fn configuration(server: &Server, headers: &[(&str, String)]) -> Result<String> {
    for (name, value) in headers {
        // One of the three reads each of these as more than a letter.
        ensure!(!value.contains(['"', '\\', '$', '%', '{', '}', '`', '\n']), "{name} cannot stand in {}", server.file);
    }
    let said = |name: &str, value: &str| (server.header)(name, value);
    filled(
        server.sample,
        &[
            ("headers", headers.iter().map(|(name, value)| said(name, value)).collect()),
            ("fresh", vec![said("Cache-Control", policy::caching(false))]),
            ("kept", vec![policy::caching(true).to_owned()]),
            ("hashed", vec![hashed::HASHED.to_owned()]),
            ("types", TYPES.iter().flat_map(|(ending, name)| (server.kind)(ending, name)).collect()),
        ],
    )
}

/// A text with its gaps `{{name}}` filled; lines for a gap are indented like the line that it stands in.
pub fn filled(sample: &str, gaps: &[(&str, Vec<String>)]) -> Result<String> {
    let mut text = String::new();
    for line in sample.lines() {
        let indent = &line[..line.len() - line.trim_start().len()];
        let mut line = line.to_owned();
        for (name, lines) in gaps {
            line = line.replace(&format!("{{{{{name}}}}}"), &lines.join(&format!("\n{indent}")));
        }
        ensure!(!line.contains("{{"), "a gap is not known: {line}");
        text.push_str(&line);
        text.push('\n');
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_configuration_holds_every_header_and_every_type() {
        let page = std::fs::read_to_string(crate::folders::root().join("index.html")).unwrap();
        let samples = of(&page, "'self' https://www.stadt.de").unwrap();
        assert_eq!(samples.len(), 3);
        for (file, text) in &samples {
            for (name, value) in policy::headers(&page, "'self' https://www.stadt.de").unwrap() {
                assert!(text.contains(&format!("{name} \"{value}\"")), "{file}: {name}");
            }
            for (ending, name) in TYPES {
                assert!(text.contains(ending) && text.contains(name), "{file}: {ending}");
            }
            assert!(text.contains(policy::caching(true)) && text.contains(policy::caching(false)), "{file}");
        }
    }

    #[test]
    fn gaps_are_filled_in_lines_of_their_own_and_unknown_ones_are_seen() {
        let gaps = [("a", vec!["1".to_owned(), "2".to_owned()])];
        assert_eq!(filled("x {\n  {{a}}\n}", &gaps).unwrap(), "x {\n  1\n  2\n}\n");
        assert!(filled("{{b}}", &gaps).is_err());
    }

    #[test]
    fn what_a_server_would_read_as_more_than_a_letter_is_refused() {
        for letter in ["\"", "$x", "%{x}e", "\n"] {
            assert!(SERVERS.iter().all(|it| configuration(it, &[("X-Test", letter.to_owned())]).is_err()), "{letter}");
        }
    }

    #[test]
    fn a_file_without_a_type_is_seen() {
        assert!(knows("a-1.wasm") && knows("index.html.br") && knows("index.html.gz") && knows("a.woff2"));
        assert!(!knows("a.mp4") && !knows("a.br") && !knows("wasm"));
    }
}
