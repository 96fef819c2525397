//! The command line.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use lexopt::prelude::*;

use crate::test::Stage;
use crate::{archive, policy, serve};

/// What `cargo xtask help` prints.
pub const HELP: &str = "\
cargo xtask build                     build the page into dist/
    --deployment FILE                 what the body that publishes it says: its accessibility statement, and where
                                      people may send their drafts; see the README
    --frame-ancestors ORIGINS         whose pages show it in a frame and may speak with it there: \"https://www.stadt.de\"
cargo xtask serve [options]           build, then serve dist/ on 127.0.0.1
    --port N                          first port to try (8080); 0 lets the system choose
    --dev                             build quickly, without optimisation
    --no-build                        serve dist/ as it is
    --quiet                           print the address and nothing else
    --frame-ancestors SOURCES         who may show the page in a frame ('self')
cargo xtask package [options]         dist/ and configurations for nginx, Apache and Caddy as one archive, to be published
    --frame-ancestors ORIGINS         whose pages may show it in a frame (those that it was built for, else 'none')
    --out FILE                        the archive (target/zukunftshaushalt-VERSION.zip)
cargo xtask test [--only STAGE]       run every check, or one of:
                                      fmt clippy doc rust web collector browser verify
cargo xtask verify                    the model in other people's engines: PySD and SDEverywhere
cargo xtask collector                 the collector for drafts that are sent to a town: started, loaded, killed, counted
cargo xtask monkey [options]           a monkey plays with the page for long, by mouse, keys and touch
    --actions N                       how many actions (20000)
    --seed S                          what it does follows from this number alone (1)
    --without KINDS                   kinds of actions that it leaves out, such as reload,back
    --only PART                       one of its parts: mouse, touch, stays
cargo xtask access                    every view in every language, width and theme, looked at by axe and IBM's engine
cargo xtask bench                     times and sizes, in one table
cargo xtask parity                    the model's numbers natively, and the program that computes them in a browser
cargo xtask pack FOLDER                check a town's folder: what is missing or wrong, or what it holds
cargo xtask screenshots               pictures of the page into tests/browser/out/
";

/// One call of `cargo xtask`.
pub enum Command {
    /// Prints [`HELP`].
    Help,
    /// Builds the page for production, with what its publisher says.
    Build {
        /// The file that says it; none without one.
        deployment: Option<PathBuf>,
        /// Whose pages show it in a frame and may speak with it there.
        frame_ancestors: String,
    },
    /// Serves the page.
    Serve(serve::Options),
    /// Packs the page for a server.
    Package(archive::Options),
    /// Runs all checks, or the one named.
    Test {
        /// The one stage to run; all when absent.
        only: Option<Stage>,
    },
    /// Compares with other people's engines.
    Verify,
    /// Tests the collector.
    Collector,
    /// Plays with the page.
    Monkey {
        /// What is handed on to `tests/browser/monkey/run.mjs`.
        words: Vec<String>,
    },
    /// Looks at every view as people with disabilities meet it.
    Access,
    /// Measures times and sizes.
    Bench,
    /// Prepares the comparison of native numbers with those of a browser.
    Parity,
    /// Checks a folder as a pack.
    Pack {
        /// The folder.
        folder: String,
    },
    /// Takes pictures.
    Screenshots,
}

/// Reads the command line; an unknown word is an error that names it.
pub fn parse() -> Result<Command> {
    let mut parser = lexopt::Parser::from_env();
    let command = match parser.next()? {
        None | Some(Short('h') | Long("help")) => return Ok(Command::Help),
        Some(Value(name)) => match name.to_string_lossy().as_ref() {
            "help" => Command::Help,
            "build" => return build_options(&mut parser),
            "serve" => return serve_options(&mut parser).map(Command::Serve),
            "package" => return package_options(&mut parser).map(Command::Package),
            "test" => return test_options(&mut parser),
            "verify" => Command::Verify,
            "collector" => Command::Collector,
            "monkey" => return monkey_options(&mut parser),
            "access" => Command::Access,
            "bench" => Command::Bench,
            "parity" => Command::Parity,
            "pack" => Command::Pack { folder: parser.value().context("pack wants a folder")?.string()? },
            "screenshots" => Command::Screenshots,
            other => bail!("there is no command \"{other}\"\n\n{HELP}"),
        },
        Some(other) => return Err(other.unexpected().into()),
    };
    match parser.next()? {
        None => Ok(command),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn build_options(parser: &mut lexopt::Parser) -> Result<Command> {
    let (mut deployment, mut frame_ancestors) = (None, String::new());
    while let Some(argument) = parser.next()? {
        match argument {
            Long("deployment") => deployment = Some(parser.value().context("--deployment wants a file")?.into()),
            Long("frame-ancestors") => frame_ancestors = policy::ancestors(&parser.value()?.string()?)?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Build { deployment, frame_ancestors })
}

fn serve_options(parser: &mut lexopt::Parser) -> Result<serve::Options> {
    let mut options = serve::Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("port") => options.port = parser.value()?.parse().context("--port wants a number")?,
            Long("dev") => options.dev = true,
            Long("no-build") => options.no_build = true,
            Long("quiet") => options.quiet = true,
            Long("frame-ancestors") => options.frame_ancestors = parser.value()?.string()?,
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn package_options(parser: &mut lexopt::Parser) -> Result<archive::Options> {
    let mut options = archive::Options::default();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("frame-ancestors") => options.frame_ancestors = Some(policy::ancestors(&parser.value()?.string()?)?),
            Long("out") => options.out = parser.value()?.into(),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(options)
}

fn test_options(parser: &mut lexopt::Parser) -> Result<Command> {
    let mut only = None;
    while let Some(argument) = parser.next()? {
        match argument {
            Long("only") => only = Some(parser.value()?.parse()?),
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Command::Test { only })
}

fn monkey_options(parser: &mut lexopt::Parser) -> Result<Command> {
    let mut words = Vec::new();
    while let Some(argument) = parser.next()? {
        let (name, value) = match argument {
            Long("actions") => ("actions", number(parser, "actions")?),
            Long("seed") => ("seed", number(parser, "seed")?),
            Long("without") => ("without", parser.value()?.string()?),
            Long("only") => ("only", parser.value()?.string()?),
            other => return Err(other.unexpected().into()),
        };
        words.push(format!("--{name}={value}"));
    }
    Ok(Command::Monkey { words })
}

fn number(parser: &mut lexopt::Parser, name: &str) -> Result<String> {
    let value: u32 = parser.value()?.parse().with_context(|| format!("--{name} wants a number"))?;
    Ok(value.to_string())
}
