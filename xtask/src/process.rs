//! Starting other programs from the repository's root.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// A program that will run in the repository's root.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(crate::folders::root());
    command
}

/// The cargo that started xtask, with these words.
pub fn cargo(words: &str) -> Command {
    let mut command = command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(words.split_whitespace());
    command
}

/// Runs a program that must succeed; its output goes where ours goes.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("could not start {}", name(command)))?;
    if !status.success() {
        bail!("{} failed ({status})", name(command));
    }
    Ok(())
}

/// Runs a program, shows its standard output line by line and returns it with whether the program succeeded.
pub fn run_and_read(command: &mut Command) -> Result<(String, bool)> {
    let mut child =
        command.stdout(Stdio::piped()).spawn().with_context(|| format!("could not start {}", name(command)))?;
    let mut text = String::new();
    if let Some(output) = child.stdout.take() {
        for line in BufReader::new(output).lines() {
            let line = line?;
            println!("{line}");
            text.push_str(&line);
            text.push('\n');
        }
    }
    std::io::stdout().flush()?;
    Ok((text, child.wait()?.success()))
}

/// Runs a program and returns what it says, output and errors in their order, and whether it succeeded.
pub fn run_unseen(command: &mut Command) -> Result<(String, bool)> {
    let (mut reader, writer) = std::io::pipe()?;
    command.stdin(Stdio::null()).stdout(writer.try_clone()?).stderr(writer);
    let mut child = command.spawn().with_context(|| format!("could not start {}", name(command)))?;
    // The command holds the other end of the pipe, which ends only when nobody can write any more.
    command.stdout(Stdio::null()).stderr(Stdio::null());
    let mut text = String::new();
    reader.read_to_string(&mut text)?;
    Ok((text, child.wait()?.success()))
}

/// What a program prints, trimmed; an error when it cannot be started or fails.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("could not start {}", name(command)))?;
    if !output.status.success() {
        bail!("{} failed: {}", name(command), String::from_utf8_lossy(&output.stderr).trim());
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The first of these programs that the search path holds.
pub fn find(programs: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    programs
        .iter()
        .flat_map(|program| folders.iter().map(move |folder| folder.join(program)))
        .find(|file| file.is_file())
}

/// Installs packages of Debian where we may; where we may not, nothing happens.
pub fn apt_install(packages: &[&str]) -> Result<()> {
    let is_root = output(command("id").arg("-u")).is_ok_and(|id| id == "0");
    if is_root && find(&["apt-get"]).is_some() {
        println!("missing, installing Debian's: {}", packages.join(" "));
        run(command("apt-get").args(["update", "-qq"]))?;
        let words = ["install", "-y", "-qq", "--no-install-recommends"];
        run(command("apt-get").args(words).args(packages).env("DEBIAN_FRONTEND", "noninteractive"))?;
    }
    Ok(())
}

fn name(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = command.get_args().map(|word| word.to_string_lossy().into_owned());
    std::iter::once(program.to_string_lossy().into_owned()).chain(words).collect::<Vec<_>>().join(" ")
}
