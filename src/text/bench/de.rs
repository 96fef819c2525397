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
};
