use super::{BothSides, Products};

/// So many areas and goals.
fn places(it: &BothSides<'_>) -> String {
    let areas =
        if it.areas == 1 { "einem Produktbereich".to_owned() } else { format!("{} Produktbereichen", it.areas) };
    let none = "bei dem, was keinem Ziel zugeordnet ist";
    match (it.goals, it.is_none_moved) {
        (0, _) => format!("in {areas} und {none}"),
        (1, false) => format!("in {areas} und bei einem Ziel"),
        (goals, false) => format!("in {areas} und bei {goals} Zielen"),
        (1, true) => format!("in {areas}, bei einem Ziel und {none}"),
        (goals, true) => format!("in {areas}, bei {goals} Zielen und {none}"),
    }
}

/// The German words.
pub const PRODUCTS: Products = Products {
    title: "Von 1991 nach 2030",
    intro: "Seit dem Neuen Steuerungsmodell, das Städte ab 1991 entwickelten, ordnet der Haushalt das Geld nach Produkten: nach dem, was die Verwaltung leistet. Die Ziele für 2030 ordnen dasselbe Geld nach dem, was es bewirken soll.",
    said: |year, all, areas, goals, served, none| {
        format!(
            "{all} gibt die Stadt {year} aus, links geordnet nach {areas} Produktbereichen, rechts nach {goals} Zielen. {served} dienen einem Ziel, {none} sind keinem zugeordnet."
        )
    },
    untouched: "Noch ist nichts verschoben. Was Ihr Entwurf verschiebt, steht dann auf beiden Seiten.",
    only_taxes: "Ihr Entwurf ändert nur Steuern oder Entgelte; die Ausgaben bleiben auf beiden Seiten, wie sie sind.",
    moved: |it| {
        let parts = [it.expense.map(|it| format!("{it} Aufwand")), it.built.map(|it| format!("{it} Investitionen"))];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        format!("Ihr Entwurf ändert auf beiden Seiten dasselbe: {} im Jahr, {}.", parts.join(" und "), places(it))
    },
    follow: "Wählen Sie einen Produktbereich oder ein Ziel, um seinem Geld zu folgen.",
    show_all: "Alles zeigen",
    areas: "Produktbereiche, Mio. €",
    goals: "Ziele, Mio. €",
    no_goal: "keinem Ziel zugeordnet",
    unnamed: |code| format!("Produktbereich {code}"),
    of_which: |amount| format!("davon {amount}"),
    changed: "Änderung",
    built: |change| format!("{change} Investitionen"),
    area_said: |name, amount, groups, goal, most| {
        let groups = if groups == 1 { "einer Produktgruppe".to_owned() } else { format!("{groups} Produktgruppen") };
        format!("„{name}“ kostet {amount} in {groups}. Das meiste davon ist für „{goal}“: {most}.")
    },
    group_said: |name, code, amount| format!("Die Produktgruppe {code} „{name}“ kostet {amount}."),
    goal_said: |name, amount, areas, area, most| {
        let areas = if areas == 1 { "einem Produktbereich".to_owned() } else { format!("{areas} Produktbereichen") };
        format!("Für „{name}“ sind {amount} aus {areas} geplant. Das meiste kommt aus „{area}“: {most}.")
    },
    nothing_planned: |name| format!("Für „{name}“ ist kein Aufwand geplant."),
    draft: |change| format!("Ihr Entwurf: {change} im Jahr."),
    area_head: ["Produktgruppe", "Mio. €", "Änderung im Jahr", "wofür, Mio. €"],
    goal_head: ["Produktbereich", "Mio. €", "Änderung im Jahr", "größte Produktgruppen, Mio. €"],
    group_goals: "Wofür diese Produktgruppe da ist, Mio. €",
    picture: "Bänder von den Produktbereichen zu den Zielen; dieselben Beträge stehen in den Listen daneben und in der Tabelle darunter",
    table_head: ["Tabelle: Produktbereiche und Ziele", "Produktbereich"],
    all_groups: "Tabelle: alle Produktgruppen und Ziele",
    sum: "Summe",
    unit: |year| {
        format!(
            "Mio. €, ordentliche Aufwendungen im Plan {year}; mit Vorzeichen, was Ihr Entwurf im Jahr ändert. Annahme: Welchem Ziel eine Produktgruppe dient, sagt der Plan nicht. Es ist eine begründete Zuordnung dieser Seite."
        )
    },
    lines: "Durchgezogene Linie: mehr. Gestrichelte Linie: weniger.",

    by_areas: "Wofür welcher Produktbereich Geld ausgibt",
    seats_said: |areas, count, goals| {
        let those = if count == 1 { "Wer für den Produktbereich" } else { "Wer für die Produktbereiche" };
        format!("{those} {areas} zuständig ist, gehört an diesen Tisch. Bewegt wird Geld für {goals}.")
    },
    seats_taxes: "In keinem Produktbereich ändern sich Ausgaben: Bewegt sind nur Steuern oder Entgelte.",
    seats_head: ["Produktbereich", "mehr im Jahr", "weniger im Jahr", "Produktgruppen", "Ziele"],
    seats_note: "Produktbereiche, nicht Dezernate: Welches Dezernat für welche Produktgruppe zuständig ist, steht nicht in den Daten und wird hier nicht geraten.",

    wheel: "Zielrad: Decke und Fundament",
    wheel_said: |all, known, kept| {
        let known_of = if known == 1 { "Eine von".to_owned() } else { format!("{known} von") };
        let has = if known == 1 { "hat" } else { "haben" };
        let holds = match kept {
            0 => "keine davon wird heute eingehalten".to_owned(),
            1 => "eine davon wird heute eingehalten".to_owned(),
            _ => format!("{kept} davon werden heute eingehalten"),
        };
        format!(
            "{known_of} {all} Kennzahlen und Natur-Untergrenzen {has} eine Grenze oder ein Ziel und einen Messwert von hier; {holds}. Bei {} fehlt eines von beiden: Dort ist nichts bekannt, das heißt nicht, dass es gut steht.",
            all - known
        )
    },
    wheel_how: "Außen steht die ökologische Decke: die Kennzahlen der Ziele zu Wasser, Klima, Meeren und Land (globale Ziele 6, 13, 14, 15) und der Natur-Untergrenzen. Innen steht das soziale Fundament: alle anderen. Diese Einteilung ist eine Annahme.",
    wheel_drawn: |horizon| {
        format!(
            "Grau: so weit ist es heute jenseits der Grenze, gemessen am Weg bis zum schlechtesten Ende der Skala. Gestrichelt: {horizon} nach Plan. Farbig: mit Ihrem Entwurf. Schraffiert: nicht bekannt. Das Rad gibt einen Überblick; Werte lesen Sie in der Liste ab."
        )
    },
    wheel_name: "Rad aus zwei Ringen, mit den Nummern der Liste daneben",
    wheel_as: ["Darstellung", "Rad", "Balken"],
    ceiling: "Ökologische Decke (außen)",
    foundation: "Soziales Fundament (innen)",
    not_measured: |town| format!("Für {town} nicht gemessen"),
    no_limit: "Kein Ziel bekannt",
    safe: |value, is_least| format!("Sicher {} {value}", if is_least { "mindestens" } else { "höchstens" }),
    today: |value, year| format!("{value} ({year})"),
    kept: "eingehalten",
    over: "überschritten",
    short: "noch nicht erreicht",
    later: |year, plan, changed| match changed {
        Some(changed) => format!("{year} nach Plan {plan}, mit Ihrem Entwurf {changed}"),
        None => format!("{year} nach Plan {plan}"),
    },
};
