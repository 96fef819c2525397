//! The content security policy. It stands in `index.html`, so that every server hands it out with the page; ours sends
//! the same words as a header, with the one rule that only a header can carry.
//!
//! The policy allows the page its own files and nothing from elsewhere, so that no visitor's address reaches a third
//! party. `'wasm-unsafe-eval'` permits WebAssembly and, despite its name, no evaluation of text.

use anyhow::{Context, Result};

/// How the element of `index.html` begins that carries the policy.
const META: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

/// The policy of a page.
pub fn of(page: &str) -> Result<&str> {
    let (_, rest) = page.split_once(META).context("the page carries no content security policy")?;
    let (policy, _) = rest.split_once('"').context("the content security policy of the page has no end")?;
    Ok(policy)
}

/// The policy as a header, with those who may show the page in a frame.
pub fn header(page: &str, frame_ancestors: &str) -> Result<String> {
    Ok(format!("{}; frame-ancestors {frame_ancestors}", of(page)?))
}

#[cfg(test)]
mod tests {
    use super::*;

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
