use super::Compare;

/// A number up to four in words.
const fn counted(count: usize) -> &'static str {
    match count {
        1 => "One",
        2 => "Two",
        3 => "Three",
        _ => "Four",
    }
}

/// The English words.
pub const COMPARE: Compare = Compare {
    title: |count, town| format!("{} drafts for {town} side by side", counted(count)),
    title_of_one: |town| format!("One draft for {town} beside the plan"),
    none: "No draft stands beside the plan yet.",
    none_note: "Move something, or save drafts. Up to four of them will then stand here side by side.",
    note: "Everything against the adopted plan. How sure a value is stands in the table as a range.",
    choose: "Which drafts?",
    most: |most| format!("No more than {most} drafts fit side by side. Take one out first."),
    own: "Your draft",
    generations: "Generations",
    generations_note: |horizon| {
        format!("Euros per person, total until {horizon}. Right of the line: relief, left: burden.")
    },
    born: "Born",
    table: "All differences as a table",
    only_differences: "Only differences",
    no_differences: "These drafts differ in nothing.",
    what: "What",
    plan: "Plan",
    as_planned: "as planned",
    things: "What is changed, a year",
    balance: "Balance of the changes a year",
    built: "Investment a year",
    indicators: |horizon| format!("What changes by {horizon}"),
    per_person: |horizon| format!("Generations, euros per person until {horizon}"),
    law: "Budget law",
    consolidation: "Consolidation plan",
    needed_from: |year| format!("required, first {year}"),
    not_needed: "not needed",
    reserve: |year| format!("General reserve at the end of {year}"),
    debt: |year| format!("Debt at the end of {year} against the plan"),
    crises: "Crises that would require a consolidation plan",
    crises_of: |count, all| format!("{count} of {all}"),
    covered: "Changes covered",
    more_below: |count| format!("{count} more in the table"),
    nothing_moved: "Nothing changed",
};
