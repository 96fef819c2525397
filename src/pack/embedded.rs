use super::Files;

macro_rules! folder {
    ($folder:literal, $($file:literal),* $(,)?) => {
        Files::default()$(.with($file, include_str!(concat!("../../packs/", $folder, "/", $file))))*
    };
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
        "effects.csv",
        "spillovers.csv",
        "outputs.csv",
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
        "effects.csv",
        "spillovers.csv",
        "outputs.csv",
        "fairness.csv",
        "assets.csv",
        "floors.csv",
        "future.csv",
        "shocks.csv",
        "shock_hits.csv",
    )
}

#[cfg(not(target_arch = "wasm32"))]
macro_rules! chain {
    ($town:literal) => {
        chain!($town, "/chain/", "chain/", "measures.csv", "numbers.csv")
    };
    ($folder:literal, $below:literal, $name:literal, $($file:literal),*) => {
        [$((concat!($name, $file), include_str!(concat!("../../packs/", $folder, $below, $file)))),*]
    };
}

/// The chain of one of these towns, by its key: what it uses of the catalogue, and the catalogue itself. For tests and
/// programs; the page does not hold it (Wirkungskette einer Stadt).
#[cfg(not(target_arch = "wasm32"))]
pub fn chain_of(town: &str) -> Option<Files> {
    let own = match town {
        "muenster-2026" => chain!("muenster-2026"),
        "freiburg-2018" => chain!("freiburg-2018"),
        _ => return None,
    };
    let shared =
        chain!("catalogue", "/", "catalogue/", "indicators.csv", "measures.csv", "measure_effects.csv", "links.csv");
    Some(own.into_iter().chain(shared).fold(Files::default(), |files, (name, text)| files.with(name, text)))
}
