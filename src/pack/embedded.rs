use super::Files;

macro_rules! folder {
    ($folder:literal, $($file:literal),* $(,)?) => {
        catalogue()$(.with($file, include_str!(concat!("../../packs/", $folder, "/", $file))))*
    };
}

/// What all towns share (Maßnahmenkatalog).
fn catalogue() -> Files {
    macro_rules! shared {
        ($($file:literal),*) => {
            Files::default()$(.with($file, include_str!(concat!("../../packs/", $file))))*
        };
    }
    shared!(
        "catalogue/indicators.csv",
        "catalogue/measures.csv",
        "catalogue/measure_effects.csv",
        "catalogue/links.csv"
    )
}

/// The pack of the City of Freiburg im Breisgau for 2018, for tests and programs; the page fetches it when it is chosen
/// (Haushalt der Stadt Freiburg 2018).
#[cfg(not(target_arch = "wasm32"))]
pub fn freiburg() -> Files {
    folder!(
        "freiburg-2018",
        "pack.csv",
        "fields.csv",
        "assumptions.csv",
        "sources.csv",
        "budget.csv",
        "levers.csv",
        "lever_lines.csv",
        "lever_fields.csv",
        "taxes.csv",
        "finance.csv",
        "population.csv",
        "indicators.csv",
        "series.csv",
        "chain/measures.csv",
        "chain/stock.csv",
        "chain/numbers.csv",
        "fairness.csv",
        "floors.csv",
        "future.csv",
        "shocks.csv",
        "shock_hits.csv",
        "departments.csv",
        "department_lines.csv",
        "history.csv",
    )
}

/// The pack of the City of Münster for 2026, part of the program (Haushalt der Stadt Münster 2026).
pub fn muenster() -> Files {
    folder!(
        "muenster-2026",
        "pack.csv",
        "fields.csv",
        "assumptions.csv",
        "sources.csv",
        "budget.csv",
        "levers.csv",
        "lever_lines.csv",
        "lever_fields.csv",
        "investments.csv",
        "taxes.csv",
        "fees.csv",
        "reserves.csv",
        "plan_years.csv",
        "finance.csv",
        "population.csv",
        "indicators.csv",
        "series.csv",
        "chain/measures.csv",
        "chain/stock.csv",
        "chain/numbers.csv",
        "fairness.csv",
        "assets.csv",
        "floors.csv",
        "future.csv",
        "shocks.csv",
        "shock_hits.csv",
    )
}

/// The pack of Münster with the printed rows of its plan, for tests and programs; the page fetches them when somebody asks.
#[cfg(not(target_arch = "wasm32"))]
pub fn muenster_plan() -> Files {
    macro_rules! plan {
        ($($file:literal),* $(,)?) => {
            muenster()$(.with($file, include_str!(concat!("../../packs/muenster-2026/", $file))))*
        };
    }
    plan!(
        "plan/rows.csv",
        "plan/finance_rows.csv",
        "plan/staff.csv",
        "plan/grants.csv",
        "plan/transfers.csv",
        "plan/investments.csv",
        "plan/kinds.csv",
    )
}
