use super::WayWords;

/// English.
pub const WAY: WayWords = WayWords {
    pick: "Choose an indicator",
    of_goal: |number, goal| number.map_or_else(|| goal.to_owned(), |number| format!("Goal {number} · {goal}")),

    counted: |of, is_more| format!("{}, {of}", than_planned(is_more)),
    uncounted: |name, of, is_more| format!("{}: {name}, {of}", than_planned(is_more)),
    today: |name, last, when| format!("{name}: {last}, {when}"),
    nothing_moved: "You have not changed anything yet.",
    aloud: |it| {
        let (count, noun, horizon) = (it.count, it.noun, it.horizon);
        let years = match it.until {
            Some((from, to)) if from == to => format!(" ({from})"),
            Some((from, to)) => format!(" ({from} to {to})"),
            None => String::new(),
        };
        let most = if it.is_even { "" } else { "up to " };
        let money = format!("With {most}{} {} a year{years},", it.money, if it.is_more { "more" } else { "less" });
        let things = match (it.is_more, it.together) {
            (true, None) => format!("the city can have {count} {noun}."),
            (true, Some(together)) => {
                format!("the city adds {count} {noun} a year; by {horizon} that makes {together}.")
            }
            (false, None) => format!("the city does without {count} {noun}."),
            (false, Some(together)) => {
                format!("the city does without {count} {noun} a year; by {horizon} {together} are missing.")
            }
        };
        let things = things.replace("for a year a year", "for a year");
        let effect = format!("{} {} {}", it.effect, it.effect_noun, than_planned(it.is_effect_more));
        let in_unit = it.in_unit.map_or_else(String::new, |it| format!(" ({it})"));
        let so = match it.further {
            None => format!("In {horizon} that means {effect}{in_unit}."),
            Some((1, all)) => {
                format!(
                    "In {horizon} that means {effect}. One more way adds to it, and together they make {all}{in_unit}."
                )
            }
            Some((ways, all)) => {
                format!(
                    "In {horizon} that means {effect}. {ways} more ways add to it, and together they make {all}{in_unit}."
                )
            }
        };
        format!("{money} {things} {so}")
    },

    question: "How does money become an effect?",
    band: "The line is the way of the money. The band widens where knowledge ends.",
    largest: |ways| format!("This is the largest of {ways} ways; all of them stand below."),
    money: "Money",
    thing: "Measure",
    stock: |year| format!("Stock in {year}"),
    between: "On the way",
    effect: "Effect",
    together: "All ways together",
    indicator: "Indicator",
    years: |from, to, is_even, is_more| {
        let when = if is_even { "a year" } else { "in the largest year" };
        let span = if from == to { from.to_string() } else { format!("{from} to {to}") };
        format!("{} {when}, {span}", if is_more { "more" } else { "less" })
    },
    decided: "your decision",
    exactly: "exactly",
    row: |title| format!("Evidence: {title}"),
    by_price: |price| format!("divided by {price} per unit"),
    things: |noun, is_more| {
        let yearly = if noun.contains("year") { "" } else { " a year" };
        format!("{noun} {}{yearly}", if is_more { "more" } else { "fewer" })
    },
    in_effect: |year| format!("In effect in {year}"),
    times: |factor, is_years| match (factor, is_years) {
        ("1", true) => "times 1 year".to_owned(),
        (factor, true) => format!("times {factor} years"),
        (factor, false) => format!("times {factor}"),
    },
    lasts: |years| format!("Each unit lasts {years} years."),
    arriving: |working, year| format!("In {year} there are {working}; their effect arrives little by little."),
    in_stock: |noun, year, is_more| format!("{noun} {} in {year}", if is_more { "more" } else { "fewer" }),
    acting: |noun, year, is_more| {
        if is_more {
            format!("{noun}: so many take effect in {year}.")
        } else {
            format!("{noun}: the loss of so many takes effect in {year}.")
        }
    },
    times_units: |factor| format!("times {factor} per unit"),
    times_link: |factor| format!("times {factor}, a year later"),
    on_several: "in several ways",
    changed: |noun, is_more| format!("{noun} {}", than_planned(is_more)),
    further: |names, rest| format!("and {names}: {rest}"),
    handed_on: |measure, via| format!("{measure} by way of {via}"),
    of_base: |base| format!("relative to {base}"),
    in_unit: |name, year, is_more| format!("{}: {name} in {year}", if is_more { "more" } else { "less" }),

    why: "Why exactly so much?",
    why_legend: "Filled: more. Hatched: less. The sum is filled.",
    why_one: |measure| format!("The whole change comes from “{measure}”."),
    why_most: |measure, value, all, sum| {
        format!("“{measure}” moves most: {value}. All {all} contributions add up to {sum}.")
    },
    as_planned: "As planned",
    with_changes: |level| format!("With your changes: {level}"),
    course: "How does it develop?",
    sources: "Where do the figures come from?",
};

/// Counts and amounts alike: "10,000 trips a day more than planned".
fn than_planned(is_more: bool) -> &'static str {
    if is_more { "more than planned" } else { "less than planned" }
}
