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
};
