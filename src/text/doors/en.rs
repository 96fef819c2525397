use super::Doors;
use crate::text::method::begun;

/// English.
pub const DOORS: Doors = Doors {
    on_this_page: "On this page",
    back: "Back",

    what_differently: "What would you do differently?",
    how_to_begin: "Move a goal on the left, or open it and choose a measure.",
    not_recorded: "What this changes is not recorded.",
    not_nothing: "That does not mean that nothing changes.",
    tax_moved: |name| format!("{name}. Who pays stands below, with the generations."),
    draft_moved: "Your draft with all its changes",
    draft_where: "What it does is told below.",
    see_changes: "see them all",
    all_changes: "All changes one by one",
    take_back: "Take back",
    take_back_of: |name| format!("Take back {name}"),
    million_buys: "A million euros more a year buys, for example:",

    steps_label: "Steps",
    steps: ["Goal", "Measure", "Money", "Result"],
    step: |number| format!("Step {number}"),

    longer_is_more: "The longer the line, the more money a year.",
    of_many: |part, whole| {
        let word = |number: u8| match number {
            100 => "a hundred".to_owned(),
            number => small(number).map_or_else(|| number.to_string(), str::to_owned),
        };
        if (part, whole) == (1, 2) { "half".to_owned() } else { format!("{} of {}", word(part), word(whole)) }
    },
    small_number: small,
    about: |value| format!("about {value}"),
    when: |year, is_local| if is_local { format!(" ({year})") } else { format!(" ({year}, for comparison)") },

    of_goal: |number, name| format!("Goal {number} · {name}"),
    what_more: "What should the city do more of?",
    unit_price: |one, cost, is_yearly| {
        let yearly = if is_yearly && one.starts_with("post") { " a year" } else { "" };
        format!("{}: {cost}{yearly}", begun(one))
    },
    planned: |amount| format!("Planned: {amount} a year. We do not know what the money achieves."),
    as_planned: "as planned",
    a_year: "a year",
    serves_too: |names| match names {
        [] => String::new(),
        [one] => format!("Also serves the goal “{one}”."),
        [one, other] => format!("Also serves the goals “{one}” and “{other}”."),
        more => format!("Also serves {} other goals.", u8::try_from(more.len()).ok().and_then(small).unwrap_or("many")),
    },
    between_goals: "moved between goals",
    more_or_less: |what, is_more| format!("{what} {}", if is_more { "more" } else { "less" }),
    // Some units name their year themselves.
    in_the_year: |what| if what.contains("year") { what.to_owned() } else { format!("{what} a year") },
    in_the_year_until: |what, year| {
        let a_year = if what.contains("year") { "" } else { " a year" };
        format!("{what}{a_year}, until {year}")
    },
    paid: |amount, own, is_more| {
        let (does, town) = if is_more { ("costs", "the city itself pays") } else { ("saves", "the city itself saves") };
        let own = own.map_or_else(String::new, |own| format!(", of which {town} {own}"));
        format!("{does} {amount} a year{own}")
    },
    by_loans: "(loan)",
    built: "An investment: the city borrows for it. That does not change what is missing in a year.",
    stock: |known, each, until, together, is_more| {
        let known = known.map(|(count, year)| format!("there are about {count} ({year})"));
        let together = together.map(|(count, horizon)| {
            let until = until.map_or_else(String::new, |year| format!(" until {year}"));
            if is_more {
                format!("{each} more every year{until}; by {horizon} that makes {count} more")
            } else {
                format!("{each} less every year{until}; by {horizon} {count} are missing")
            }
        });
        known.into_iter().chain(together).collect::<Vec<_>>().join("; ")
    },
    other_choices: |count| if count == 1 { "One more measure".to_owned() } else { format!("{count} more measures") },
    what_changes: "What changes",
    against_plan: |horizon| format!("in {horizon}, against the plan"),
    choose_first: "Choose with + or −. What changes will then stand here.",
    not_counted: "What this changes is not recorded. That does not mean that nothing changes.",
    uncounted: |count| {
        if count == 1 {
            "One more indicator changes by less than is counted here.".to_owned()
        } else {
            format!("{count} more indicators change by less than is counted here.")
        }
    },
    more_changes: |count| {
        if count == 1 { "One more change.".to_owned() } else { format!("{count} more changes.") }
    },
    whole_goal: "Rather move the whole goal",
    whole_goal_bench: "Open at the workbench",
    to_money: "Where from?",

    where_from: |amount| format!("Where do {amount} a year come from?"),
    nothing_to_cover: "In the current budget nothing is missing for it",
    you_gain: "You gain a year",
    you_give: "You give up a year",
    nothing_yet: "Nothing yet.",
    more_revenue: |taxes, is_cut| {
        format!("{}More revenue a year: {taxes}.", if is_cut { "" } else { "Nothing is cut. " })
    },
    instead: |is_left| if is_left { "Cut or raise something else" } else { "Cut something else or raise taxes" },
    other_measure: "Cut something else",
    other_measure_from: |goals| {
        if goals == 9 { "from all nine goals".to_owned() } else { format!("from all {goals} goals") }
    },
    reserve: "Reserve",
    left_open: |amount| format!("What is missing, {amount} a year, would come from the reserve or from loans."),
    nothing_open: "Your changes do not need it.",
    leave_so: "Go on without cover",
    reserve_law: "What the law says about it",
    take: "Raise",
    take_of: |name| format!("Raise {name}"),
    nothing_missing: "Nothing is missing.",
    to_plan_of: |name| format!("{name} back to plan"),
    as_set: |multiplier, is_fee| {
        if is_fee { "As planned.".to_owned() } else { format!("Multiplier {multiplier}, as planned.") }
    },
    set_to: |from, to, brings, is_fee| {
        if is_fee {
            format!("{to}\u{a0}% of today: {brings} a year.")
        } else {
            format!("Multiplier from {from} to {to}: {brings} a year.")
        }
    },
    bill: |euros, is_typed| {
        if is_typed {
            format!("For you: {euros} a year.")
        } else {
            format!("Per €100 of base amount: {euros} a year.")
        }
    },
    disputed: "Disputed in court",
    base_amount: "Your base amount in €",
    base_amount_note: "It stands in your property tax bill (Messbetrag). It is not stored.",
    to_outcome: "Result",

    draft_for: |town| format!("My draft for {town}"),
    nothing_moved: "You have not changed anything yet.",
    headline: |more, less, taxes| {
        let mut said = begun(&more.join(" · "));
        if !less.is_empty() {
            let less = less.join(" · ");
            said = if said.is_empty() { format!("Less: {less}") } else { format!("{said} – for less: {less}") };
        }
        let taxes = taxes.join(" · ");
        match (taxes.is_empty(), said.is_empty()) {
            (true, _) => said,
            (false, true) => taxes,
            (false, false) => format!("{said} – {taxes}"),
        }
    },
    tax_way: |name, is_higher| format!("{} {name}", if is_higher { "Higher" } else { "Lower" }),
    not_covered: |amount| format!("Not covered: {amount} a year are missing"),
    left_over: |amount| format!("Left over: {amount} a year"),
    brings: "What it brings",
    costs: "What it costs",
    taxes_stay: "Taxes and fees stay as planned.",
    nothing: "Nothing that is counted here.",
    generations: "Generations",
    law: "What the law says",
    certainty: "How sure is that?",
    either_way: |ends, noun| format!("Direction not known: {ends} {noun}."),
    sure_of: |noun, range, sentence| format!("{}: {range}. {sentence}", begun(noun)),
    tax_pays: |name, label, now, planned| format!("a year: {name} ({label} {now} instead of {planned})"),
    further: |changes, effects| {
        let parts = [("changes", changes), ("effects", effects)].into_iter().filter(|it| it.1 > 0);
        format!(
            "More on the workbench ({})",
            parts.map(|(name, count)| format!("{name}: {count}")).collect::<Vec<_>>().join(", ")
        )
    },
    what_now: "And now?",
    look_closer: "Look closer",
};

fn small(number: u8) -> Option<&'static str> {
    let words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    words.get(usize::from(number).checked_sub(1)?).copied()
}
