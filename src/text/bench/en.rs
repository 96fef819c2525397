use super::Bench;

/// English.
pub const BENCH: Bench = Bench {
    years_and_reason: "Years and reason",
    only_reason: "Reason",
    from_year: "from",
    to_year: "to",
    from_year_of: |name| format!("{name}: from year"),
    to_year_of: |name| format!("{name}: to year"),
    reversed: |from, to| format!("{from} comes after {to}. The years stay as they were."),
    locked_years: "Locked: the years stay as they are, too.",
    tax_years: |from, to| format!("A tax rate or a fee holds here in every year from {from} to {to}."),
    reason: "Reason",
    reason_of: |name| format!("{name}: reason"),
    reason_note: |letters| format!("In your words, {letters} characters at most. The reason is saved with the draft."),
    because: |reason| format!("Reason: {reason}"),

    shift: "Move money across",
    shift_title: "Move money from one to another",
    shift_note: "What one gets less, the other gets more. You see here first what follows from it.",
    shift_from: "From",
    shift_to: "To",
    shift_choose: "Please choose",
    shift_amount: "Amount per year",
    shift_amount_unit: "€ million",
    whole_goal: |name| format!("{name}, as a whole"),
    shift_end: |name, amount, detail, gets| {
        let verb = if gets { "gets" } else { "gives" };
        let detail = if detail.is_empty() { String::new() } else { format!(": {detail}") };
        format!("“{name}” {verb} {amount} a year{detail}.")
    },
    units: |count, noun, is_more| format!("{count} {} {noun} a year", if is_more { "more" } else { "fewer" }),
    shift_less: |wish, amount, why| format!("Of {wish} only {amount} can go. {why}"),
    shift_nothing: "Nothing more can be moved between these two.",
    giver_ends: |name| format!("“{name}” can give no more: it is at its lower limit."),
    taker_ends: |name| format!("“{name}” can take no more: it is at its upper limit."),
    both_end: "No more is possible: both sides are at their limits.",
    shift_balance: |change| {
        format!("The balance changes by {change}, because others reimburse the town for a part of it.")
    },
    shift_years: "The two do not hold for the same years: in some years only one of them changes.",
    shift_first: "Choose where the money comes from and where it goes.",
    shift_do: "Move it like this",

    lever_elsewhere: |names, together| format!("Also moved under {names}, together {together} a year. "),

    spreads_on: |parts| format!("Spreads on: {parts}."),
    would_spread: |parts| format!("A move spreads on: {parts}."),
    would_spread_one_way: |parts, is_more| {
        format!("{} money spreads on: {parts}.", if is_more { "More" } else { "Less" })
    },
    part: |percent, name, is_below| format!("{}{percent}% {name}", if is_below { "under " } else { "" }),
    part_in_euros: |amount, name| format!("{amount} {name}"),
    and_further: |parts, count| format!("{parts} and {count} more"),
};
