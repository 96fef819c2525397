use super::WayWords;

/// German.
pub const WAY: WayWords = WayWords {
    pick: "Kennzahl wählen",
    of_goal: |number, goal| number.map_or_else(|| goal.to_owned(), |number| format!("Ziel {number} · {goal}")),

    counted: |of, is_more| format!("{}, {of}", more(is_more)),
    uncounted: |name, of, is_more| format!("{}: {name}, {of}", more(is_more)),
    today: |name, last, when| format!("{name}: {last}, {when}"),
    nothing_moved: "Sie haben noch nichts verändert.",
    aloud: |it| {
        let (count, noun, horizon) = (it.count, it.noun, it.horizon);
        let years = match it.until {
            Some((from, to)) if from == to => format!(" ({from})"),
            Some((from, to)) => format!(" ({from} bis {to})"),
            None => String::new(),
        };
        let money = if it.is_even {
            format!("Mit {} {} im Jahr{years}", it.money, more(it.is_more))
        } else {
            format!("Mit bis zu {} {} im Jahr{years}", it.money, more(it.is_more))
        };
        let is_one = count == "1";
        let things = match (it.is_more, it.together) {
            (true, None) => format!("{} {count} {noun} möglich.", if is_one { "ist" } else { "sind" }),
            (true, Some(together)) => format!(
                "{} {count} {noun} im Jahr dazu; {horizon} sind es zusammen {together}.",
                if is_one { "kommt" } else { "kommen" }
            ),
            (false, None) => format!("{} {count} {noun} weg.", if is_one { "fällt" } else { "fallen" }),
            (false, Some(together)) => format!(
                "{} {count} {noun} im Jahr weg; {horizon} fehlen zusammen {together}.",
                if is_one { "fällt" } else { "fallen" }
            ),
        };
        let things = things.replace("für ein Jahr im Jahr", "für ein Jahr");
        let effect = format!("{} {} {}", it.effect, it.effect_noun, more(it.is_effect_more));
        let in_unit = it.in_unit.map_or_else(String::new, |it| format!(" ({it})"));
        let so = match it.further {
            None => format!("Das bedeutet {horizon}: {effect}{in_unit}."),
            Some((1, all)) => {
                format!(
                    "Das bedeutet {horizon}: {effect}. Ein weiterer Weg kommt hinzu, zusammen sind es {all}{in_unit}."
                )
            }
            Some((ways, all)) => {
                format!(
                    "Das bedeutet {horizon}: {effect}. {ways} weitere Wege kommen hinzu, zusammen sind es {all}{in_unit}."
                )
            }
        };
        format!("{money} {things} {so}")
    },

    question: "Wie wird aus Geld eine Wirkung?",
    band: "Die Linie ist der Weg des Geldes. Das Band wird breiter, wo das Wissen endet.",
    largest: |ways| format!("Gezeigt ist der größte von {ways} Wegen; alle stehen darunter."),
    money: "Geld",
    thing: "Maßnahme",
    stock: |year| format!("Bestand {year}"),
    between: "Zwischenschritt",
    effect: "Wirkung",
    together: "Alle Wege zusammen",
    indicator: "Kennzahl",
    years: |from, to, is_even, is_more| {
        let when = if is_even { "im Jahr" } else { "im stärksten Jahr" };
        let span = if from == to { from.to_string() } else { format!("{from} bis {to}") };
        format!("{} {when}, {span}", more(is_more))
    },
    decided: "Ihre Entscheidung",
    exactly: "genau",
    row: |title| format!("Beleg: {title}"),
    by_price: |price| format!("geteilt durch {price} je Einheit"),
    things: |noun, is_more| {
        let yearly = if noun.contains("Jahr") { "" } else { " im Jahr" };
        format!("{noun} {}{yearly}", more(is_more))
    },
    in_effect: |year| format!("Wirksam {year}"),
    times: |factor, is_years| match (factor, is_years) {
        ("1", true) => "mal 1 Jahr".to_owned(),
        (factor, true) => format!("mal {factor} Jahre"),
        (factor, false) => format!("mal {factor}"),
    },
    lasts: |years| format!("Jede Einheit hält {years} Jahre."),
    arriving: |working, year| format!("{year} sind es {working}; ihre Wirkung kommt nach und nach an."),
    in_stock: |noun, year, is_more| format!("{noun} {} im Jahr {year}", more(is_more)),
    acting: |noun, year, is_more| {
        if is_more {
            format!("{noun}: So viele wirken {year}.")
        } else {
            format!("{noun}: Der Wegfall von so vielen wirkt {year}.")
        }
    },
    times_units: |factor| format!("mal {factor} je Einheit"),
    times_link: |factor| format!("mal {factor}, ein Jahr später"),
    on_several: "auf mehreren Wegen",
    changed: |noun, is_more| format!("{noun} {}", more(is_more)),
    further: |names, rest| format!("dazu {names}: {rest}"),
    handed_on: |measure, via| format!("{measure} über {via}"),
    of_base: |base| format!("bezogen auf {base}"),
    in_unit: |name, year, is_more| format!("{}: {name} im Jahr {year}", more(is_more)),

    why: "Warum genau so viel?",
    why_legend: "Gefüllt: mehr. Schraffiert: weniger. Die Summe ist gefüllt.",
    why_one: |measure| format!("Die ganze Änderung kommt von „{measure}“."),
    why_most: |measure, value, all, sum| {
        format!("Am meisten bewegt „{measure}“: {value}. Alle {all} Beiträge ergeben zusammen {sum}.")
    },
    as_planned: "Nach Plan",
    with_changes: |level| format!("Mit Ihren Änderungen: {level}"),
    course: "Wie verläuft es?",
    sources: "Woher kommen die Zahlen?",
};

fn more(is_more: bool) -> &'static str {
    if is_more { "mehr" } else { "weniger" }
}
