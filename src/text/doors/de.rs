use super::Doors;
use crate::text::method::begun;

/// German.
pub const DOORS: Doors = Doors {
    on_this_page: "Auf dieser Seite",
    back: "Zurück",

    what_differently: "Was würden Sie anders machen?",
    how_to_begin: "Verschieben Sie links ein Ziel, oder öffnen Sie es und wählen Sie eine Maßnahme.",
    not_recorded: "Was das ändert, ist nicht erfasst.",
    not_nothing: "Das heißt nicht, dass sich nichts ändert.",
    tax_moved: |name| format!("{name}. Wer zahlt, steht unten bei den Generationen."),
    draft_moved: "Ihr Entwurf mit allen Änderungen",
    draft_where: "Was er bewirkt, steht darunter.",
    see_changes: "alle ansehen",
    all_changes: "Alle Änderungen einzeln",
    take_back: "Zurücknehmen",
    take_back_of: |name| format!("{name} zurücknehmen"),
    million_buys: "Eine Million Euro mehr im Jahr kauft zum Beispiel:",

    steps_label: "Schritte",
    steps: ["Ziel", "Maßnahme", "Geld", "Ergebnis"],
    step: |number| format!("Schritt {number}"),

    longer_is_more: "Je länger der Strich, desto mehr Geld im Jahr.",
    of_many: |part, whole| {
        let word = |number: u8| match number {
            100 => "hundert".to_owned(),
            number => small(number).map_or_else(|| number.to_string(), str::to_owned),
        };
        if (part, whole) == (1, 2) { "die Hälfte".to_owned() } else { format!("{} von {}", word(part), word(whole)) }
    },
    small_number: small,
    about: |value| format!("rund {value}"),
    when: |year, is_local| if is_local { format!(" ({year})") } else { format!(" ({year}, Vergleichswert)") },

    of_goal: |number, name| format!("Ziel {number} · {name}"),
    what_more: "Was soll die Stadt mehr tun?",
    unit_price: |one, cost, is_yearly| {
        let yearly = if is_yearly && one.starts_with("Stelle") { " im Jahr" } else { "" };
        format!("{}: {cost}{yearly}", begun(one))
    },
    planned: |amount| format!("Geplant: {amount} im Jahr. Was das Geld bewirkt, wissen wir nicht."),
    as_planned: "wie Plan",
    a_year: "im Jahr",
    serves_too: |names| match names {
        [] => String::new(),
        [one] => format!("Dient auch dem Ziel „{one}“."),
        [one, other] => format!("Dient auch den Zielen „{one}“ und „{other}“."),
        more => {
            format!("Dient auch {} anderen Zielen.", u8::try_from(more.len()).ok().and_then(small).unwrap_or("vielen"))
        }
    },
    between_goals: "zwischen Zielen verschoben",
    more_or_less: |what, is_more| format!("{what} {}", if is_more { "mehr" } else { "weniger" }),
    // Some units name their year themselves.
    in_the_year: |what| if what.contains("Jahr") { what.to_owned() } else { format!("{what} im Jahr") },
    in_the_year_until: |what, year| {
        let a_year = if what.contains("Jahr") { "" } else { " im Jahr" };
        format!("{what}{a_year}, bis {year}")
    },
    paid: |amount, own, is_more| {
        let (does, town) = if is_more { ("kostet", "zahlt die Stadt selbst") } else { ("spart", "der Stadt selbst") };
        let own = own.map_or_else(String::new, |own| format!(", davon {town} {own}"));
        format!("{does} {amount} im Jahr{own}")
    },
    by_loans: "(Kredit)",
    built: "Eine Investition: Die Stadt nimmt dafür Kredite auf. Was im Jahr fehlt, ändert das nicht.",
    stock: |known, each, until, together, is_more| {
        let known = known.map(|(count, year)| format!("Vorhanden sind rund {count} ({year})"));
        let together = together.map(|(count, horizon)| {
            let until = until.map_or_else(String::new, |year| format!("bis {year} "));
            if is_more {
                format!("{until}jedes Jahr {each} mehr; {horizon} gibt es dadurch {count} mehr")
            } else {
                format!("{until}jedes Jahr {each} weniger; {horizon} fehlen dadurch {count}")
            }
        });
        known.into_iter().chain(together).collect::<Vec<_>>().join("; ")
    },
    other_choices: |count| {
        if count == 1 { "Eine weitere Maßnahme".to_owned() } else { format!("{count} weitere Maßnahmen") }
    },
    what_changes: "Das ändert sich",
    against_plan: |horizon| format!("{horizon} gegenüber dem Plan"),
    choose_first: "Wählen Sie mit + oder −. Hier steht dann, was sich ändert.",
    not_counted: "Was das ändert, ist nicht erfasst. Das heißt nicht, dass sich nichts ändert.",
    uncounted: |count| {
        if count == 1 {
            "Eine weitere Kennzahl ändert sich um weniger, als hier gezählt wird.".to_owned()
        } else {
            format!("{count} weitere Kennzahlen ändern sich um weniger, als hier gezählt wird.")
        }
    },
    more_changes: |count| {
        if count == 1 { "Eine weitere Änderung.".to_owned() } else { format!("{count} weitere Änderungen.") }
    },
    whole_goal: "Lieber das ganze Ziel verschieben",
    whole_goal_bench: "In der Werkbank öffnen",
    to_money: "Woher das Geld?",

    where_from: |amount| format!("Woher kommen {amount} im Jahr?"),
    nothing_to_cover: "Im laufenden Haushalt fehlt dafür nichts",
    you_gain: "Sie gewinnen im Jahr",
    you_give: "Sie geben auf im Jahr",
    nothing_yet: "Noch nichts.",
    more_revenue: |taxes, is_cut| {
        format!("{}Mehr Einnahmen im Jahr: {taxes}.", if is_cut { "" } else { "Gekürzt wird nichts. " })
    },
    instead: |is_left| {
        if is_left { "Anderes kürzen oder aufstocken" } else { "Anderes kürzen oder Steuern erhöhen" }
    },
    other_measure: "Etwas anderes kürzen",
    other_measure_from: |goals| {
        if goals == 9 { "aus allen neun Zielen".to_owned() } else { format!("aus allen {goals} Zielen") }
    },
    reserve: "Rücklage",
    left_open: |amount| format!("Was fehlt, {amount} im Jahr, käme aus der Rücklage oder aus Krediten."),
    nothing_open: "Ihre Änderungen brauchen sie nicht.",
    leave_so: "Ohne Deckung weiter",
    reserve_law: "Was das Gesetz dazu sagt",
    take: "Erhöhen",
    take_of: |name| format!("{name} erhöhen"),
    nothing_missing: "Es fehlt nichts.",
    to_plan_of: |name| format!("{name} zurück auf Plan"),
    as_set: |multiplier, is_fee| {
        if is_fee { "Wie im Plan.".to_owned() } else { format!("Hebesatz {multiplier}, wie im Plan.") }
    },
    set_to: |from, to, brings, is_fee| {
        if is_fee {
            format!("{to}\u{a0}% von heute: {brings} im Jahr.")
        } else {
            format!("Hebesatz von {from} auf {to}: {brings} im Jahr.")
        }
    },
    bill: |euros, is_typed| {
        if is_typed {
            format!("Für Sie: {euros} im Jahr.")
        } else {
            format!("Je 100\u{a0}€ Messbetrag: {euros} im Jahr.")
        }
    },
    disputed: "Vor Gericht umstritten",
    base_amount: "Ihr Messbetrag in €",
    base_amount_note: "Er steht im Grundsteuerbescheid. Er wird nicht gespeichert.",
    to_outcome: "Ergebnis",

    draft_for: |town| format!("Mein Entwurf für {town}"),
    nothing_moved: "Sie haben noch nichts verändert.",
    headline: |more, less, taxes| {
        let mut said = begun(&more.join(" · "));
        if !less.is_empty() {
            let less = less.join(" · ");
            said =
                if said.is_empty() { format!("Weniger: {less}") } else { format!("{said} – dafür weniger: {less}") };
        }
        let taxes = taxes.join(" · ");
        match (taxes.is_empty(), said.is_empty()) {
            (true, _) => said,
            (false, true) => taxes,
            (false, false) => format!("{said} – {taxes}"),
        }
    },
    tax_way: |name, is_higher| format!("{name} {}", if is_higher { "höher" } else { "niedriger" }),
    not_covered: |amount| format!("Nicht gedeckt: es fehlen {amount} im Jahr"),
    left_over: |amount| format!("Übrig: {amount} im Jahr"),
    brings: "Das bringt",
    costs: "Das kostet",
    taxes_stay: "Steuern und Gebühren bleiben wie geplant.",
    nothing: "Nichts, das hier gezählt wird.",
    generations: "Generationen",
    law: "Was das Gesetz sagt",
    certainty: "Wie sicher ist das?",
    either_way: |ends, noun| format!("Richtung unsicher: {ends} {noun}."),
    sure_of: |noun, range, sentence| format!("{}: {range}. {sentence}", begun(noun)),
    tax_pays: |name, label, now, planned| format!("im Jahr: {name} ({label} {now} statt {planned})"),
    further: |changes, effects| {
        let parts = [("Änderungen", changes), ("Wirkungen", effects)].into_iter().filter(|it| it.1 > 0);
        format!(
            "Mehr an der Werkbank ({})",
            parts.map(|(name, count)| format!("{name}: {count}")).collect::<Vec<_>>().join(", ")
        )
    },
    what_now: "Und jetzt?",
    look_closer: "Genauer ansehen",
};

fn small(number: u8) -> Option<&'static str> {
    let words = ["eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"];
    words.get(usize::from(number).checked_sub(1)?).copied()
}
