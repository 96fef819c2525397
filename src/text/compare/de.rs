use super::Compare;

/// A number up to four in words.
const fn counted(count: usize) -> &'static str {
    match count {
        1 => "Ein",
        2 => "Zwei",
        3 => "Drei",
        _ => "Vier",
    }
}

/// The German words.
pub const COMPARE: Compare = Compare {
    title: |count, town| format!("{} Entwürfe für {town} nebeneinander", counted(count)),
    title_of_one: |town| format!("Ein Entwurf für {town} neben dem Plan"),
    none: "Noch liegt kein Entwurf neben dem Plan.",
    none_note: "Verschieben Sie etwas, oder sichern Sie Entwürfe. Bis zu vier stehen hier dann nebeneinander.",
    note: "Alles gegenüber dem beschlossenen Plan. Wie sicher ein Wert ist, steht in der Tabelle als Spanne.",
    choose: "Welche Entwürfe?",
    most: |most| format!("Höchstens {most} Entwürfe passen nebeneinander. Nehmen Sie erst einen heraus."),
    own: "Ihr Entwurf",
    generations: "Generationen",
    generations_note: |horizon| {
        format!("Euro je Person, Summe bis {horizon}. Rechts der Linie: Entlastung, links: Belastung.")
    },
    born: "Geboren",
    table: "Alle Unterschiede als Tabelle",
    only_differences: "Nur Unterschiede",
    no_differences: "Diese Entwürfe unterscheiden sich in nichts.",
    what: "Was",
    plan: "Plan",
    as_planned: "wie Plan",
    things: "Was geändert wird, im Jahr",
    balance: "Saldo der Änderungen im Jahr",
    built: "Investitionen im Jahr",
    indicators: |horizon| format!("Was sich bis {horizon} ändert"),
    per_person: |horizon| format!("Generationen, Euro je Person bis {horizon}"),
    law: "Haushaltsrecht",
    consolidation: "Haushaltssicherungskonzept",
    needed_from: |year| format!("Pflicht, zuerst {year}"),
    not_needed: "nicht nötig",
    reserve: |year| format!("Allgemeine Rücklage Ende {year}"),
    debt: |year| format!("Schulden Ende {year} gegenüber dem Plan"),
    crises: "Krisen, in denen die Haushaltssicherung droht",
    crises_of: |count, all| format!("{count} von {all}"),
    covered: "Änderungen gedeckt",
    more_below: |count| format!("{count} weitere in der Tabelle"),
    nothing_moved: "Nichts verändert",
};
