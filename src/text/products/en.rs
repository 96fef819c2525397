use super::{BothSides, Products};

/// So many areas and goals.
fn places(it: &BothSides<'_>) -> String {
    let areas = if it.areas == 1 { "one product area".to_owned() } else { format!("{} product areas", it.areas) };
    let none = "for what is assigned to no goal";
    match (it.goals, it.is_none_moved) {
        (0, _) => format!("in {areas} and {none}"),
        (1, false) => format!("in {areas} and for one goal"),
        (goals, false) => format!("in {areas} and for {goals} goals"),
        (1, true) => format!("in {areas}, for one goal and {none}"),
        (goals, true) => format!("in {areas}, for {goals} goals and {none}"),
    }
}

/// The English words.
pub const PRODUCTS: Products = Products {
    title: "From 1991 to 2030",
    intro: "Since the New Steering Model that German towns developed from 1991 on, a budget sorts its money by products: by what the administration does. The goals for 2030 sort the same money by what it is to bring about.",
    said: |year, all, areas, goals, served, none| {
        format!(
            "The town spends {all} in {year}: on the left by {areas} product areas, on the right by {goals} goals. {served} serve a goal, {none} are assigned to none."
        )
    },
    untouched: "Nothing has been moved yet. What your draft moves will show on both sides.",
    only_taxes: "Your draft changes only taxes or fees; spending stays as it is on both sides.",
    moved: |it| {
        let parts = [it.expense.map(|it| format!("{it} expense")), it.built.map(|it| format!("{it} investment"))];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        format!("Your draft changes the same on both sides: {} per year, {}.", parts.join(" and "), places(it))
    },
    follow: "Choose a product area or a goal to follow its money.",
    show_all: "Show everything",
    areas: "Product areas, € million",
    goals: "Goals, € million",
    no_goal: "assigned to no goal",
    unnamed: |code| format!("Product area {code}"),
    of_which: |amount| format!("of which {amount}"),
    changed: "change",
    built: |change| format!("{change} investment"),
    area_said: |name, amount, groups, goal, most| {
        let groups = if groups == 1 { "one product group".to_owned() } else { format!("{groups} product groups") };
        format!("“{name}” costs {amount} in {groups}. Most of it is for “{goal}”: {most}.")
    },
    group_said: |name, code, amount| format!("Product group {code} “{name}” costs {amount}."),
    goal_said: |name, amount, areas, area, most| {
        let areas = if areas == 1 { "one product area".to_owned() } else { format!("{areas} product areas") };
        format!("{amount} from {areas} are planned for “{name}”. Most of it comes from “{area}”: {most}.")
    },
    nothing_planned: |name| format!("No expense is planned for “{name}”."),
    draft: |change| format!("Your draft: {change} per year."),
    area_head: ["Product group", "€ million", "Change per year", "what for, € million"],
    goal_head: ["Product area", "€ million", "Change per year", "largest product groups, € million"],
    group_goals: "What this product group is for, € million",
    picture: "Ribbons from product areas to goals; the same amounts stand in the lists beside them and in the table below",
    table_head: ["Table: product areas and goals", "Product area"],
    all_groups: "Table: all product groups and goals",
    sum: "Sum",
    unit: |year| {
        format!(
            "Million euros, ordinary expense in the {year} plan; with a sign what your draft changes per year. Assumption: the plan does not say which goal a product group serves. It is a reasoned assignment of this page."
        )
    },
    lines: "Solid line: more. Dashed line: less.",

    by_areas: "What each product area spends money on",
    seats_said: |areas, count, goals| {
        let those = if count == 1 { "the product area" } else { "the product areas" };
        format!("Those in charge of {those} {areas} belong at this table. Money moves for {goals}.")
    },
    seats_taxes: "Spending changes in no product area: only taxes or fees have been moved.",
    seats_head: ["Product area", "more per year", "less per year", "Product groups", "Goals"],
    seats_note: "Product areas, not departments: which department is in charge of which product group is not in the data, and it is not guessed here.",

    wheel: "Goal wheel: ceiling and foundation",
    wheel_said: |all, known, kept| {
        let known_of = if known == 1 { "One of".to_owned() } else { format!("{known} of") };
        let has = if known == 1 { "has" } else { "have" };
        let holds = match kept {
            0 => "none of these is kept today".to_owned(),
            1 => "one of these is kept today".to_owned(),
            _ => format!("{kept} of these are kept today"),
        };
        format!(
            "{known_of} {all} indicators and floors of nature {has} a limit or target and a value measured here; {holds}. For {} one of the two is missing: nothing is known there, which does not mean that things are well.",
            all - known
        )
    },
    wheel_how: "The outer ring is the ecological ceiling: the indicators of the goals about water, climate, oceans and land (global goals 6, 13, 14, 15) and of the floors of nature. The inner ring is the social foundation: all others. This division is an assumption.",
    wheel_drawn: |horizon| {
        format!(
            "Grey: how far it is beyond its limit today, as a part of the way to the worst end of the scale. Dashed: {horizon} as planned. Coloured: with your draft. Hatched: not known. The wheel gives an overview; read values in the list."
        )
    },
    wheel_name: "Wheel of two rings, with the numbers of the list beside it",
    wheel_as: ["Shown as", "Wheel", "Bars"],
    ceiling: "Ecological ceiling (outer ring)",
    foundation: "Social foundation (inner ring)",
    not_measured: |town| format!("Not measured for {town}"),
    no_limit: "No target known",
    safe: |value, is_least| format!("Safe: at {} {value}", if is_least { "least" } else { "most" }),
    today: |value, year| format!("{value} ({year})"),
    kept: "kept",
    over: "overshot",
    short: "not reached yet",
    later: |year, plan, changed| match changed {
        Some(changed) => format!("{year} as planned {plan}, with your draft {changed}"),
        None => format!("{year} as planned {plan}"),
    },
};
