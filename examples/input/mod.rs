//! What the programs of this folder read: their words, a pack, a scenario.

use std::hint::black_box;
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;
use std::{env, fs};

use zukunftshaushalt::model::{Scenario, Town};
use zukunftshaushalt::pack::{Files, load};
use zukunftshaushalt::scenario::open;

/// Prints what a program answers to the words behind its name; problems go to the standard error.
pub fn answer(run: impl FnOnce(&[String]) -> Result<String, String>) -> ExitCode {
    match run(&env::args().skip(1).collect::<Vec<_>>()) {
        Ok(text) => {
            // Whoever reads may have seen enough, as `head` has: no reason to panic.
            match writeln!(std::io::stdout(), "{}", text.trim_end()) {
                Ok(()) => ExitCode::SUCCESS,
                Err(_) => ExitCode::FAILURE,
            }
        }
        Err(problem) => {
            eprintln!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// Milliseconds of the run in the middle and of the fastest, of so many: what else a machine does adds to some of them.
pub fn bench<R>(runs: usize, run: impl Fn() -> R) -> (f64, f64) {
    let time = |_| {
        let begin = Instant::now();
        black_box(run());
        begin.elapsed().as_secs_f64() * 1000.0
    };
    let mut times: Vec<f64> = (0..runs).map(time).collect();
    times.sort_unstable_by(f64::total_cmp);
    (times.get(runs / 2).copied().unwrap_or(f64::NAN), times.first().copied().unwrap_or(f64::NAN))
}

/// The words behind a program's name, each with its value if it takes one.
pub struct Words(Vec<(String, Option<String>)>);

impl Words {
    /// Reads words that take a value and words that stand alone.
    pub fn read(words: &[String], valued: &[&str], alone: &[&str]) -> Result<Self, String> {
        let mut found = Vec::new();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            let value = if valued.contains(&word.as_str()) {
                Some(words.next().cloned().ok_or_else(|| format!("expected a value after {word}, found none"))?)
            } else if alone.contains(&word.as_str()) {
                None
            } else {
                let known = [valued, alone].concat();
                return Err(format!("expected one of {}, found {word}", known.join(", ")));
            };
            found.push((word.clone(), value));
        }
        Ok(Self(found))
    }

    /// Whether a word was given.
    pub fn has(&self, word: &str) -> bool {
        self.0.iter().any(|(it, _)| it == word)
    }

    /// The value behind a word.
    pub fn value(&self, word: &str) -> Option<&str> {
        self.0.iter().rev().find(|(it, _)| it == word)?.1.as_deref()
    }

    /// The town whose pack lies in the folder behind `--pack`.
    pub fn town(&self) -> Result<Town, String> {
        town(Path::new(self.value("--pack").ok_or("expected --pack FOLDER, found none; --help says more")?))
    }

    /// The scenario in the file behind `--scenario`; without one the plan is left untouched.
    pub fn scenario(&self, town: &Town) -> Result<Scenario, String> {
        self.value("--scenario").map_or(Ok(Scenario::default()), |file| scenario(town, file))
    }
}

/// The CSV files of a folder.
pub fn files(folder: &Path) -> Result<Files, String> {
    if !folder.is_dir() {
        return Err(format!("{}: expected the folder of a pack, found none", folder.display()));
    }
    let mut files = Files::default();
    let catalogue = folder.join("../catalogue");
    if !catalogue.is_dir() {
        return Err(format!("{}: expected the catalogue of measures beside the pack, found none", catalogue.display()));
    }
    let below = |name: &str| (folder.join(name), format!("{name}/"));
    let own = [(folder.to_owned(), String::new()), below("chain"), below("plan")];
    for (folder, before) in own
        .iter()
        .map(|(folder, before)| (folder.as_path(), before.as_str()))
        .chain([(catalogue.as_path(), "catalogue/")])
    {
        if folder.is_dir() {
            files = with_tables(files, folder, before)?;
        }
    }
    Ok(files)
}

fn with_tables(mut files: Files, folder: &Path, before: &str) -> Result<Files, String> {
    let about = |path: &Path, error: std::io::Error| format!("{}: {error}", path.display());
    for entry in fs::read_dir(folder).map_err(|error| about(folder, error))? {
        let path = entry.map_err(|error| about(folder, error))?.path();
        if let (Some("csv"), Some(name)) = (path.extension().and_then(|it| it.to_str()), path.file_name()) {
            let text = fs::read_to_string(&path).map_err(|error| about(&path, error))?;
            files = files.with(&format!("{before}{}", name.to_string_lossy()), &text);
        }
    }
    Ok(files)
}

fn town(folder: &Path) -> Result<Town, String> {
    load(&files(folder)?).map_err(|problems| {
        let lines: Vec<String> = problems.iter().map(|problem| format!("{}/{problem}", folder.display())).collect();
        lines.join("\n")
    })
}

fn scenario(town: &Town, file: &str) -> Result<Scenario, String> {
    let text = fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let opened = open(town, &text).map_err(|refused| format!("{file}: {refused}"))?;
    for warning in opened.warnings {
        eprintln!("{file}: {warning}");
    }
    Ok(opened.fitted.scenario().clone())
}
