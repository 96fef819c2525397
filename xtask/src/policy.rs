//! The content security policy. It stands in `index.html`, so that every server hands it out with the page; ours sends
//! the same words as a header, with the one rule that only a header can carry.
//!
//! The policy allows the page its own files and nothing from elsewhere, so that no visitor's address reaches a third
//! party. `'wasm-unsafe-eval'` permits WebAssembly and, despite its name, no evaluation of text.
//!
//! What else stands in the head of every answer is here as well: our own server sends it, and the sample configurations for
//! other servers are made of it.

use anyhow::{Context, Result, ensure};

/// How the element of `index.html` begins that carries the policy.
const META: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

/// The policy of a page.
pub fn of(page: &str) -> Result<&str> {
    let (_, rest) = page.split_once(META).context("the page carries no content security policy")?;
    let (policy, _) = rest.split_once('"').context("the content security policy of the page has no end")?;
    Ok(policy)
}

/// A page whose policy also allows to ask the place of an address, and nothing else more than before.
pub fn with_origin(page: &str, address: &str) -> Result<String> {
    let host = address.strip_prefix("https://").and_then(|rest| rest.split('/').next());
    let origin = host.map(|host| format!("https://{host}")).filter(|it| is_origin(it));
    let origin = origin.with_context(|| format!("{address} begins with no origin"))?;
    let (policy, own) = (of(page)?, "connect-src 'self';");
    ensure!(policy.matches(own).count() == 1, "the content security policy of the page does not say {own}");
    Ok(page.replacen(policy, &policy.replace(own, &format!("connect-src 'self' {origin};")), 1))
}

/// The policy as a header, with those who may show the page in a frame.
pub fn header(page: &str, frame_ancestors: &str) -> Result<String> {
    Ok(format!("{}; frame-ancestors {frame_ancestors}", of(page)?))
}

/// The headers every answer carries, but that of caching.
pub fn headers(page: &str, frame_ancestors: &str) -> Result<[(&'static str, String); 4]> {
    Ok([
        ("Content-Security-Policy", header(page, frame_ancestors)?),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("Permissions-Policy", "camera=(self), geolocation=(), microphone=(), payment=(), usb=()".to_owned()),
    ])
}

/// What `Cache-Control` says of a file, which may be kept for ever if it is named after its content.
pub fn caching(may_be_kept: bool) -> &'static str {
    if may_be_kept { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Those who may show the page in a frame, as somebody typed them: `'none'`, or the page's own origin and origins of pages
/// that nobody can change on the way.
pub fn ancestors(typed: &str) -> Result<String> {
    let words: Vec<&str> = typed.split_whitespace().collect();
    ensure!(!words.is_empty(), "--frame-ancestors names nobody; for nobody at all, it is 'none' or left out");
    ensure!(words.len() == 1 || !words.contains(&"'none'"), "--frame-ancestors: 'none' stands alone");
    for word in &words {
        ensure!(
            ["'none'", "'self'"].contains(word) || is_origin(word),
            "--frame-ancestors: \"{word}\" is no origin. An origin is https:// and a host in small letters, with a port \
             where it has one, and nothing behind it: https://www.stadt.de or https://www.stadt.de:8443. No path, no *, no \
             other protocol, umlauts as xn--…; besides origins there are 'self' and 'none', in single quotes"
        );
    }
    Ok(words.join(" "))
}

/// Whether a word is the origin of a page that came by https.
fn is_origin(word: &str) -> bool {
    let Some(rest) = word.strip_prefix("https://") else { return false };
    let (host, port) = rest.split_once(':').map_or((rest, None), |(host, port)| (host, Some(port)));
    let is_label = |label: &str| {
        let is_letter = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-';
        !label.is_empty() && label.bytes().all(is_letter) && !label.starts_with('-') && !label.ends_with('-')
    };
    let is_port = |port: &str| port.bytes().all(|it| it.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|it| it > 0);
    host.split('.').all(is_label) && port.is_none_or(is_port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_origins_may_show_the_page_in_a_frame() {
        let many = " 'self'  https://www.stadt.de\nhttps://xn--mnster-3ya.de:8443 ";
        assert_eq!(ancestors(many).unwrap(), "'self' https://www.stadt.de https://xn--mnster-3ya.de:8443");
        assert_eq!(ancestors("'none'").unwrap(), "'none'");
        let others = [
            "",
            "'none' https://www.stadt.de",
            "http://www.stadt.de",
            "https:",
            "https://",
            "*",
            "https://*",
            "https://*.stadt.de",
            "www.stadt.de",
            "https://www.stadt.de/",
            "https://www.stadt.de/haushalt",
            "https://www.stadt.de:",
            "https://www.stadt.de:*",
            "https://www.stadt.de:0",
            "https://www.stadt.de:70000",
            "https://www.stadt.de:+80",
            "https://name@www.stadt.de",
            "https://www..de",
            "https://-a.de",
            "https://Stadt.de",
            "https://münster.de",
            "https://www.stadt.de,https://a.de",
            "https://www.stadt.de;",
            "https://www.stadt.de\"",
            "none",
            "self",
            "'unsafe-inline'",
            "data:",
        ];
        for other in others {
            assert!(ancestors(other).unwrap_err().to_string().starts_with("--frame-ancestors"), "{other}");
        }
    }

    #[test]
    fn the_header_says_what_the_page_says() {
        let page = format!("<head>{META}default-src 'none'; img-src data:\">{META}x\">");
        assert_eq!(header(&page, "'self'").unwrap(), "default-src 'none'; img-src data:; frame-ancestors 'self'");
        assert!(of("<head></head>").is_err());
    }

    #[test]
    fn the_page_of_this_project_carries_a_policy_before_anything_that_it_loads() {
        let page = std::fs::read_to_string(crate::folders::root().join("index.html")).unwrap();
        let policy = of(&page).unwrap();
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        // Browsers ignore it here, and say so in the console.
        assert!(!policy.contains("frame-ancestors"), "{policy}");
        let before = page.split(META).next().unwrap();
        assert!(!before.contains("<link") && !before.contains("<script"), "{before}");
    }
}
