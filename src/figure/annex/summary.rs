use super::table::unbroken;
use super::value::Annex;

/// Words that a summary holds at most.
const MOST: usize = 150;

/// Effects that it names.
const EFFECTS: usize = 3;

/// The whole draft in few words, all of which stand in the annex as well (Zusammenfassung): sentences are left out from the
/// end where they would be too many, the foot never.
pub fn summary(annex: &Annex, foot: &[String]) -> String {
    let effects = annex.effects.table.rows.iter().take(EFFECTS).map(|row| {
        let cell = |at: usize| row.get(at).map_or("", |it| it.said.as_str());
        format!("{} {} ({}), {}", cell(0), cell(1), cell(4), cell(3))
    });
    let laws = annex.law.said.iter().take(1).cloned();
    let generations = annex.generations.said.iter().cloned();
    let nothing = annex.effects.said.iter().cloned();
    let sentences = [annex.title.clone(), annex.cover.said.clone()].into_iter();
    let sentences = sentences.chain(effects).chain(nothing).chain(laws).chain(generations).map(|it| closed(&it));
    let foot = foot.iter().map(|it| closed(it)).collect::<Vec<_>>().join(" ");
    let mut said: Vec<String> = Vec::new();
    let mut left = MOST.saturating_sub(words(&foot));
    for sentence in sentences {
        // What is too long is left out, what is shorter may still fit.
        if let Some(rest) = left.checked_sub(words(&sentence)) {
            left = rest;
            said.push(sentence);
        }
    }
    said.push(foot);
    unbroken(&said.join(" "))
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// A sentence with its full stop.
pub fn closed(text: &str) -> String {
    let text = text.trim();
    if text.ends_with(['.', ':', '?', '!']) { text.to_owned() } else { format!("{text}.") }
}
