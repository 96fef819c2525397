//! Deutsch.

use super::First;
use crate::text::begun;

/// The first words in German.
pub static FIRST: First = First {
    title: "Zukunftshaushalt",
    skip: "Zum Inhalt springen",
    undo: "Rückgängig",
    redo: "Wiederholen",
    save: "Sichern",
    close: "Schließen",
    privacy: "Entwürfe speichert dieser Browser erst auf Ihren Wunsch. Übertragen wird nur, was Sie selbst senden.",
    late_title: "Einen Moment",
    late_coming: "Dieser Teil wird noch geladen …",
    late_missing: "Dieser Teil konnte nicht geladen werden.",
    late_again: "Erneut laden",
    late_language: "Die Texte dieser Sprache konnten nicht geladen werden. Versuchen Sie es bitte noch einmal.",
    places: ["Ziele", "Wirkung", "Menschen", "Recht"],
    places_label: "Bereiche",
    broken_title: "Die Seite ist stehen geblieben.",
    broken: "Ihre letzten Änderungen liegen als Datei bereit. Sichern Sie sie und laden Sie die Seite dann neu.",
    save_file: "Als Datei sichern",
    town_unknown: |id, town| format!("Eine Stadt „{id}“ gibt es hier nicht. Sie sehen {town}."),
    method_title: "Wie wird gerechnet?",
    towns_change: "Stadt wechseln",
    file_name: "zukunftshaushalt",
    overhead: "Innere Verwaltung",

    screens_label: "Ansichten",
    bench_label: "Verschieben",
    learn: "Verstehen",
    compare: "Vergleichen",
    paper: "Ratsanlage",
    easy: "Leichte Sprache",
    easy_note: "",
    stored: "Gespeicherte Daten",
    statement: "Barrierefreiheit",
    share: "Teilen",
    embed: "Einbetten",
    shared: "Geteilter Entwurf",
    send: "An die Stadt senden",
    group: "Gemeinsam abwägen",
    menu: "Menü",
    to_bench: "Zur Werkbank",
    spends: |town, year, amount| [format!("{town} gibt {year} "), amount.to_owned(), " Euro aus.".to_owned()],
    square: |amount| format!("Ein Kästchen steht für {amount} Euro."),
    empty_squares: "Leere Kästchen sind gebunden: Gesetze, Verträge, Personal.",
    picture: |count, square, filled| {
        format!(
            "Kariertes Feld aus {count} Kästchen, eines für {square} Euro. Ausgemalt: {filled}. So viel ließe sich in einem Jahr umschichten."
        )
    },
    movable: |amount| {
        [
            "Höchstens ".to_owned(),
            amount.to_owned(),
            " davon ließen sich nach unserer Annahme in einem Jahr umschichten.".to_owned(),
        ]
    },
    your_turn: "Wo würden Sie?",
    quick: "In fünf Minuten",
    quick_holds: "Ziel, Maßnahme, Ergebnis",
    bench_holds: |goals| match goals {
        1 => "Ein Ziel, alle Maßnahmen".to_owned(),
        9 => "Alle neun Ziele, alle Maßnahmen".to_owned(),
        _ => format!("Alle {goals} Ziele, alle Maßnahmen"),
    },
    honest: |plan, town| {
        format!("{}. Eine Modellrechnung: keine Prognose, keine Abstimmung, kein Angebot der {town}.", begun(plan))
    },
    which_goal: "Welches Ziel ist Ihnen am wichtigsten?",
    where_from_any: "Woher kommt das Geld?",
    outcome: "Ergebnis",
};
