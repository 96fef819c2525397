//! The production server in small: `dist/` with the headers that a real server should send.

use std::fs;
use std::net::Ipv4Addr;

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, HeaderMap, HeaderName, HeaderValue};
use axum::middleware::{Next, from_fn};
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

use crate::wasm::Profile;
use crate::{build, hashed, policy};

/// How to serve.
pub struct Options {
    /// The first port to try; 0 lets the system choose.
    pub port: u16,
    /// Builds without optimisation.
    pub dev: bool,
    /// Serves `dist/` as it is.
    pub no_build: bool,
    /// Prints nothing but the address.
    pub quiet: bool,
    /// Who may show the page in a frame, in the words of a content security policy.
    pub frame_ancestors: String,
}

impl Default for Options {
    fn default() -> Self {
        Self { port: 8080, dev: false, no_build: false, quiet: false, frame_ancestors: "'self'".to_owned() }
    }
}

/// Builds, if wanted, and serves until the process is ended.
pub fn run(options: &Options) -> Result<()> {
    if !options.no_build {
        build::run(if options.dev { Profile::Dev } else { Profile::Release })?;
    }
    let Ok(page) = fs::read_to_string(crate::folders::dist().join("index.html")) else {
        bail!("dist/ holds no page; run `cargo xtask build`");
    };
    let headers = headers(&page, &options.frame_ancestors)?;
    tokio::runtime::Builder::new_current_thread().enable_io().build()?.block_on(serve(options, headers))
}

async fn serve(options: &Options, headers: HeaderMap) -> Result<()> {
    let files = ServeDir::new(crate::folders::dist()).precompressed_br().precompressed_gzip();
    let app = Router::new().fallback_service(files).layer(from_fn(move |request: Request, next: Next| {
        let headers = headers.clone();
        async move {
            let path = request.uri().path().to_owned();
            let mut response = next.run(request).await;
            let may_be_kept = response.status().is_success() && hashed::is_hashed(&path);
            response.headers_mut().extend(headers);
            response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(policy::caching(may_be_kept)));
            response
        }
    }));
    let listener = listen(options.port).await?;
    println!("http://{}/", listener.local_addr()?);
    if !options.quiet {
        println!("Ctrl+C ends it.");
    }
    Ok(axum::serve(listener, app).await?)
}

/// The first free port from the wanted one on.
async fn listen(wanted: u16) -> Result<TcpListener> {
    let last = if wanted == 0 { 0 } else { wanted.saturating_add(20) };
    for port in wanted..=last {
        if let Ok(listener) = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await {
            return Ok(listener);
        }
    }
    bail!("no port from {wanted} to {last} is free");
}

/// The headers every answer carries.
fn headers(page: &str, frame_ancestors: &str) -> Result<HeaderMap> {
    let value = |text: &str| HeaderValue::from_str(text).context("--frame-ancestors cannot be sent in a header");
    let all = policy::headers(page, frame_ancestors)?;
    all.iter().map(|(name, text)| Ok((HeaderName::try_from(*name)?, value(text)?))).collect()
}
