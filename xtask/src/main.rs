//! `cargo xtask`: everything that is done to the project, in one place.
//!
//! ```text
//! build        page for production into dist/, with its sizes
//! serve        builds, then serves dist/ with the production headers
//! package      dist/ and configurations for three servers as one archive
//! test         every check, from formatting to the browser
//! collector    the collector for drafts that are sent to a town: started, loaded, killed, counted
//! verify       the model in other people's engines, our statistics beside theirs
//! monkey       a monkey plays with the page for long; the short play is among the tests
//! access       every view in every language, width and theme, by both engines for accessibility
//! bench        times the model natively and in the browser, and the page under a moving slider
//! parity       the model's numbers natively, and the same program for the browser
//! pack         a town's folder checked: what is missing or wrong, or what it holds
//! screenshots  pictures of the page in several sizes and both colour schemes
//! ```
//!
//! The steps of a build are in [`build`], the parts it is made of in [`wasm`], [`assets`], [`mod@late`] and [`sizes`]; the archive is in [`archive`],
//! what it says to servers in [`samples`].

mod archive;
mod args;
mod assets;
mod bench;
mod build;
mod collector;
mod counts;
mod folders;
mod hashed;
mod late;
mod notices;
mod npm;
mod pack;
mod parity;
mod policy;
mod process;
mod python;
mod samples;
mod script;
mod serve;
mod sizes;
mod test;
mod verify;
mod wasm;

use std::process::ExitCode;

use args::Command;

fn main() -> ExitCode {
    let outcome = args::parse().and_then(|command| match command {
        Command::Help => {
            print!("{}", args::HELP);
            Ok(true)
        }
        Command::Build { deployment, frame_ancestors } => {
            build::published(deployment.as_deref(), &frame_ancestors).map(|()| true)
        }
        Command::Serve(options) => serve::run(&options).map(|()| true),
        Command::Package(options) => archive::run(&options).map(|()| true),
        Command::Test { only } => test::run(only),
        Command::Collector => test::run(Some(test::Stage::Collector)),
        Command::Verify => test::run(Some(test::Stage::Verify)),
        Command::Monkey { words } => bench::monkey(&words).map(|()| true),
        Command::Access => bench::access().map(|()| true),
        Command::Bench => bench::run().map(|()| true),
        Command::Parity => parity::build().map(|folder| {
            println!("{}", folder.display());
            true
        }),
        Command::Pack { folder } => pack::check(&folder).map(|()| true),
        Command::Screenshots => bench::screenshots().map(|()| true),
    });
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
