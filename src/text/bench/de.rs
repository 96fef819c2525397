use super::Bench;

/// German.
pub const BENCH: Bench = Bench {
    years_and_reason: "Jahre und Grund",
    only_reason: "Grund",
    from_year: "ab",
    to_year: "bis",
    from_year_of: |name| format!("{name}: ab Jahr"),
    to_year_of: |name| format!("{name}: bis Jahr"),
    reversed: |from, to| format!("{from} kommt nach {to}. Die Jahre bleiben, wie sie waren."),
    locked_years: "Gesperrt: Auch die Jahre bleiben, wie sie sind.",
    tax_years: |from, to| format!("Ein Hebesatz oder eine Gebühr gilt hier in jedem Jahr von {from} bis {to}."),
    reason: "Grund",
    reason_of: |name| format!("{name}: Grund"),
    reason_note: |letters| {
        format!("In Ihren Worten, höchstens {letters} Zeichen. Der Grund wird mit dem Entwurf gesichert.")
    },
    because: |reason| format!("Grund: {reason}"),

    shift: "Umschichten",
    shift_title: "Von einem zum anderen umschichten",
    shift_note: "Was das eine weniger bekommt, bekommt das andere mehr. Vorher sehen Sie hier, was daraus folgt.",
    shift_from: "Von",
    shift_to: "Nach",
    shift_choose: "Bitte wählen",
    shift_amount: "Betrag im Jahr",
    shift_amount_unit: "Mio. €",
    whole_goal: |name| format!("{name}, insgesamt"),
    shift_end: |name, amount, detail, gets| {
        let verb = if gets { "bekommt" } else { "gibt" };
        let detail = if detail.is_empty() { String::new() } else { format!(": {detail}") };
        format!("„{name}“ {verb} {amount} im Jahr{detail}.")
    },
    units: |count, noun, is_more| format!("{count} {noun} {} im Jahr", if is_more { "mehr" } else { "weniger" }),
    shift_less: |wish, amount, why| format!("Von {wish} gehen nur {amount}. {why}"),
    shift_nothing: "Zwischen diesen beiden lässt sich nichts mehr umschichten.",
    giver_ends: |name| format!("Mehr gibt „{name}“ nicht her: Dort ist die Untergrenze erreicht."),
    taker_ends: |name| format!("Mehr nimmt „{name}“ nicht auf: Dort ist die Obergrenze erreicht."),
    both_end: "Mehr geht nicht: Auf beiden Seiten ist die Grenze erreicht.",
    shift_balance: |change| {
        format!("Die Waage ändert sich dabei um {change}, weil andere der Stadt einen Teil erstatten.")
    },
    shift_years: "Beides gilt nicht für dieselben Jahre: In manchen Jahren ändert sich nur das eine.",
    shift_first: "Wählen Sie, woher das Geld kommt und wohin es geht.",
    shift_do: "So umschichten",

    lever_elsewhere: |names, together| format!("Auch unter {names} bewegt, zusammen {together} im Jahr. "),

    spreads_on: |parts| format!("Verteilt sich auf: {parts}."),
    would_spread: |parts| format!("Ein Verschieben verteilt sich auf: {parts}."),
    would_spread_one_way: |parts, is_more| {
        format!("{} verteilt sich auf: {parts}.", if is_more { "Mehr Geld" } else { "Weniger Geld" })
    },
    part: |percent, name, is_below| {
        let less = if is_below { "unter " } else { "" };
        format!("{less}{percent}\u{a0}% {name}")
    },
    part_in_euros: |amount, name| format!("{amount} {name}"),
    and_further: |parts, count| format!("{parts} und {count} weitere"),
};
