//! Classes that say how something stands, and those of folds, are laid out by nobody else.
//!
//! A class whose rule names nothing but itself lays out whatever bears it. Twice such a rule of one part met the state of
//! another: the opened menu became a grid, and a fold stood beside its summary.

use std::fs;
use std::path::Path;

use super::sources::sources;

/// Classes with a `display` in a rule that names nothing but them.
fn laid_out(css: &str) -> Vec<String> {
    let plain: String = css
        .split("/*")
        .enumerate()
        .map(|(at, it)| if at == 0 { it } else { it.split_once("*/").map_or("", |it| it.1) })
        .collect();
    let rules = plain.split('}').filter_map(|rule| {
        rule.rsplit_once('{').map(|(before, body)| (before.rsplit('{').next().unwrap_or(before), body))
    });
    let is_name =
        |it: &str| !it.is_empty() && it.bytes().all(|letter| letter.is_ascii_alphanumeric() || letter == b'-');
    let names = |selectors: &str| -> Vec<String> {
        let bare = selectors.split(',').filter_map(|it| it.trim().strip_prefix('.')).filter(|it| is_name(it));
        bare.map(str::to_owned).collect()
    };
    rules.filter(|(_, body)| body.contains("display:")).flat_map(|(selectors, _)| names(selectors)).collect()
}

/// Classes that a view gives as a state, or to a fold.
fn states(view: &str) -> Vec<String> {
    let after = |mark: &'static str, end: char| {
        view.split(mark).skip(1).filter_map(move |it| it.split_once(end)).map(|it| it.0.to_owned())
    };
    let folds = ["<details class=\"", "<Fold class=\""].into_iter().flat_map(|mark| after(mark, '"'));
    let folds = folds.flat_map(|it| it.split(' ').map(str::to_owned).collect::<Vec<_>>());
    after(" class:", '=').chain(folds).collect()
}

#[test]
fn no_state_and_no_fold_is_laid_out_by_a_rule_of_another_part() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("style");
    let sheets = fs::read_dir(folder)
        .unwrap()
        .map(|it| it.unwrap().path())
        .filter(|it| it.extension().is_some_and(|it| it == "css"));
    let laid_out: Vec<String> = sheets.flat_map(|it| laid_out(&fs::read_to_string(it).unwrap())).collect();
    let states: Vec<String> = sources().iter().filter(|it| it.room == "view").flat_map(|it| states(&it.text)).collect();
    assert!(laid_out.len() > 40 && states.len() > 10, "{} and {} were found", laid_out.len(), states.len());
    let both: Vec<&String> = states.iter().filter(|it| laid_out.contains(it)).collect();
    assert!(both.is_empty(), "{both:?}");
}

#[test]
fn what_meets_is_seen() {
    let css = "@media print { .a, .b:hover { display: none } }\n/* .c { display: grid } */ .d { color: red } p.e { display: flex }\n.f-g, .x .y { margin: 0; display: grid; }";
    assert_eq!(laid_out(css), ["a", "f-g"]);
    let view = "<p class=\"q\" class:open=flag(x)><details class=\"more table\"><Fold class=\"pick\"\n";
    assert_eq!(states(view), ["open", "more", "table", "pick"]);
}
