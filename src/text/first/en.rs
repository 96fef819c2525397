//! English.

use super::First;
use crate::text::begun;

/// The first words in English.
pub static FIRST: First = First {
    title: "Zukunftshaushalt",
    skip: "Skip to content",
    undo: "Undo",
    redo: "Redo",
    save: "Save",
    close: "Close",
    privacy: "This browser stores drafts only when you ask it to. Only what you send yourself is transmitted.",
    late_title: "One moment",
    late_coming: "This part is still loading …",
    late_missing: "This part could not be loaded.",
    late_again: "Load again",
    late_language: "The words of this language could not be loaded. Please try once more.",
    places: ["Goals", "Effects", "People", "Law"],
    places_label: "Sections",
    broken_title: "The page has stopped.",
    broken: "Your latest changes are ready as a file. Once you have it, please reload the page.",
    save_file: "Save as a file",
    town_unknown: |id, town| format!("There is no town “{id}” here. You see {town}."),
    method_title: "How is this calculated?",
    towns_change: "Change town",
    file_name: "zukunftshaushalt",
    overhead: "Internal administration",

    screens_label: "Views",
    bench_label: "Move money",
    learn: "Understand",
    compare: "Compare",
    paper: "Council paper",
    easy: "Leichte Sprache",
    easy_note: " (easy German)",
    stored: "Stored data",
    statement: "Accessibility",
    share: "Share",
    embed: "Embed",
    shared: "Shared draft",
    send: "Send to the town",
    group: "Weighing it up together",
    menu: "Menu",
    to_bench: "To the workbench",
    spends: |town, year, amount| [format!("{town} spends "), amount.to_owned(), format!(" euros in {year}.")],
    square: |amount| format!("One square stands for {amount} euros."),
    empty_squares: "Empty squares are bound: laws, contracts, staff.",
    picture: |count, square, filled| {
        format!(
            "Squared field of {count} squares, one for {square} euros. Filled: {filled}. So much could be moved within a year."
        )
    },
    movable: |amount| {
        ["By our assumption, ".to_owned(), amount.to_owned(), " of it at most could be moved within a year.".to_owned()]
    },
    your_turn: "Where would you?",
    quick: "In five minutes",
    quick_holds: "Goal, measure, result",
    bench_holds: |goals| match goals {
        1 => "One goal, all measures".to_owned(),
        9 => "All nine goals, all measures".to_owned(),
        _ => format!("All {goals} goals, all measures"),
    },
    honest: |plan, town| {
        format!("{}. A model calculation: no forecast, no vote, not a service of the {town}.", begun(plan))
    },
    which_goal: "Which goal matters most to you?",
    where_from_any: "Where does the money come from?",
    outcome: "Result",
};
