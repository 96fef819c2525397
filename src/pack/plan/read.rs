use super::investment::{BUILT, Finance, payments, projects};
use super::result::{open_transfers, posts, results};
use super::rows::{Plan, names};
use crate::model::plan_rows::{PlanRow, PlanRows};
use crate::model::{MeasureAt, Town};
use crate::pack::files::{Files, Problem};

/// The printed rows of a town's plan; none if its pack has none, refused if a sum does not hold (Planzeilen).
///
/// ```
/// use zukunftshaushalt::pack::{freiburg, load, muenster_plan, plan_rows};
///
/// let files = muenster_plan();
/// let town = load(&files).expect("the pack in the repository is sound");
/// assert_eq!(plan_rows(&files, &town).unwrap().unwrap().groups.len(), 68);
/// let text = files.text("plan/rows.csv").unwrap().replacen(";1599300;", ";1599301;", 1);
/// let problem = plan_rows(&files.clone().with("plan/rows.csv", &text), &town).unwrap_err();
/// assert!(problem.to_string().contains("row 17 of 0102 in 2026: expected the sum"), "{problem}");
///
/// let files = freiburg();
/// assert_eq!(plan_rows(&files, &load(&files).unwrap()), Ok(None));
/// ```
pub fn plan_rows(files: &Files, town: &Town) -> Result<Option<PlanRows>, Problem> {
    if files.text("plan/rows.csv").is_err() {
        return Ok(None);
    }
    let plan = Plan { files, town };
    let (labels, mut groups) = results(plan)?;
    posts(plan, &mut groups)?;
    open_transfers(plan, &mut groups)?;
    let Finance { sums, finance, loans } = payments(plan, &mut groups)?;
    let (project_years, projects) = projects(plan, &groups)?;
    let (years, kinds) = (plan.years(), kinds(plan)?);
    Ok(Some(PlanRows {
        town: town.id.clone(),
        years,
        labels,
        sums,
        finance,
        loans,
        groups,
        project_years,
        projects,
        kinds,
    }))
}

/// Reads `plan/kinds.csv`: the row of measures whose kind is clear; each once.
fn kinds(plan: Plan<'_>) -> Result<Vec<(MeasureAt, PlanRow)>, Problem> {
    let mut found: Vec<(MeasureAt, PlanRow)> = Vec::new();
    for row in plan.rows("plan/kinds.csv", &names(&["measure", "row"]))? {
        let (key, number) = (row.cell("measure"), row.cell("row"));
        let measure = plan.town.chain.measures.find(|it| it.id == key.text);
        let measure = measure.ok_or_else(|| key.wrong("a measure of the town"))?;
        let kind = PlanRow(number.whole()?);
        match plan.town.builds(measure) {
            true if !BUILT.contains(&kind) => return Err(number.wrong("24 to 29 for what is built")),
            false if !PlanRow::MOVED.contains(&kind) => return Err(number.wrong("11, 13, 15 or 16")),
            _ => {}
        }
        if found.iter().any(|(other, _)| *other == measure) {
            return Err(key.wrong("each measure once"));
        }
        found.push((measure, kind));
    }
    Ok(found)
}
