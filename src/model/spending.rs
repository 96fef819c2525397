use super::{Block, DepartmentAt, Lever, LeverKind, LeverLine, LineAt, List, Money, Purpose, Scenario, Town};

/// What one department spends, euros (Ausgaben eines Dezernats).
#[derive(Clone, Debug, PartialEq)]
pub struct Spending {
    /// The department.
    pub department: DepartmentAt,
    /// For each purpose, in the order of [`Town::purposes`]: the goals, then overhead.
    pub purposes: Vec<Money>,
    /// What is shown and never moved.
    pub fixed: Money,
}

impl Spending {
    /// All that it spends.
    pub fn total(&self) -> Money {
        self.purposes.iter().copied().sum::<Money>() + self.fixed
    }
}

/// Who spends how much for which goal (Dezernate × Ziele); empty if the pack has no departments.
///
/// Every sum is exact: over the departments what the budget spends for a purpose, over the purposes what a department
/// spends. Within a product group the weights of its levers hold for every office alike.
pub fn spending(town: &Town) -> List<DepartmentAt, Spending> {
    let purposes = town.purposes();
    let empty = |department| Spending { department, purposes: vec![Money::ZERO; purposes.len()], fixed: Money::ZERO };
    let mut all: List<DepartmentAt, Spending> = town.departments.list.places().map(empty).collect();
    for line in town.budget.lines.places() {
        let columns = columns(town, line, &purposes);
        let rows: Vec<_> = town.departments.lines.iter().filter(|it| it.line == line).collect();
        let cells = table(&rows.iter().map(|it| it.expense.cents()).collect::<Vec<_>>(), &columns);
        for (row, cells) in rows.iter().zip(cells) {
            let Some(own) = all.get_mut(row.department) else { continue };
            let (last, goals) = cells.split_last().map_or((0, &[][..]), |(last, goals)| (*last, goals));
            own.fixed += Money::from_cents(last);
            for (sum, cents) in own.purposes.iter_mut().zip(goals) {
                *sum += Money::from_cents(*cents);
            }
        }
    }
    all
}

/// Cents of the ordinary expense of a budget line for each purpose, and last what is fixed.
pub(super) fn columns(town: &Town, line: LineAt, purposes: &[Purpose]) -> Vec<i64> {
    let parts = |block: Block| -> Vec<&LeverLine> {
        let is_meant = |lever: &&Lever| lever.block == block && lever.kind == LeverKind::Operating;
        let levers = town.levers.iter().filter(is_meant);
        levers.flat_map(|lever| &lever.lines).filter(|part| part.line == line).collect()
    };
    let (goal, fixed) = (parts(Block::Goal), parts(Block::Fixed));
    let of = |purpose: &Purpose| goal.iter().map(|part| part.amount(*purpose)).sum::<Money>().cents();
    let fixed = fixed.iter().map(|part| part.expense).sum::<Money>().cents();
    purposes.iter().map(of).chain([fixed]).collect()
}

/// Whole cents in a table with given sums of rows and columns, each cell as near to its share as rounding allows.
///
/// Cell = differences of ⌊row so far · column so far / whole⌉, so that both kinds of sums telescope to what is given.
fn table(rows: &[i64], columns: &[i64]) -> Vec<Vec<i64>> {
    let whole: i128 = columns.iter().map(|it| i128::from(*it)).sum();
    let mut above = vec![0_i64; columns.len()];
    let mut so_far = 0_i128;
    rows.iter()
        .map(|row| {
            if whole == 0 {
                // Nothing to weigh by: what the offices book against each other counts as the first purpose's.
                return (0..columns.len()).map(|at| if at == 0 { *row } else { 0 }).collect();
            }
            so_far += i128::from(*row);
            let mut column_so_far = 0_i128;
            let mut left = (0_i64, 0_i64);
            columns
                .iter()
                .zip(&mut above)
                .map(|(column, above)| {
                    column_so_far += i128::from(*column);
                    let here = rounded(so_far * column_so_far, whole);
                    let cell = (here - *above) - (left.0 - left.1);
                    left = (here, *above);
                    *above = here;
                    cell
                })
                .collect()
        })
        .collect()
}

/// Nearest whole number of a fraction.
fn rounded(numerator: i128, denominator: i128) -> i64 {
    let (n, d) = (numerator * denominator.signum(), denominator.abs());
    i64::try_from((2 * n + d).div_euclid(2 * d)).unwrap_or(0)
}

/// What a scenario moves at one department, euros per year (Bewegung eines Dezernats).
#[derive(Clone, Debug, PartialEq)]
pub struct Moving {
    /// The department.
    pub department: DepartmentAt,
    /// More, all its moved lines together.
    pub more: f64,
    /// Less, as a negative number.
    pub less: f64,
    /// Its offices whose lines move, as printed, the largest change first.
    pub offices: Vec<String>,
    /// Purposes whose money moves there, in the order of the page.
    pub purposes: Vec<Purpose>,
}

/// Which departments' lines a scenario moves, the largest change first; empty without departments or changes.
///
/// A change of a product group is shared out over its offices as the plan shares it.
pub fn moving(town: &Town, scenario: &Scenario) -> Vec<Moving> {
    let mut all: Vec<(Moving, Vec<(String, f64)>)> = Vec::new();
    for (line, purpose, change) in town.moved_lines(scenario) {
        let planned = town.budget.lines.get(line).map_or(0.0, |line| line.expense.euros());
        if planned == 0.0 {
            continue;
        }
        for row in town.departments.lines.iter().filter(|row| row.line == line && !row.expense.is_zero()) {
            let own = change * row.expense.euros() / planned;
            if !all.iter().any(|(it, _)| it.department == row.department) {
                let (offices, purposes) = (Vec::new(), Vec::new());
                let moving = Moving { department: row.department, more: 0.0, less: 0.0, offices, purposes };
                all.push((moving, Vec::new()));
            }
            let Some((moving, offices)) = all.iter_mut().find(|(it, _)| it.department == row.department) else {
                continue;
            };
            if own > 0.0 {
                moving.more += own
            } else {
                moving.less += own
            }
            if !moving.purposes.contains(&purpose) {
                moving.purposes.push(purpose);
            }
            match offices.iter_mut().find(|(office, _)| *office == row.office) {
                Some((_, sum)) => *sum += own.abs(),
                None => offices.push((row.office.clone(), own.abs())),
            }
        }
    }
    let size = |it: &Moving| it.more - it.less;
    all.sort_by(|(a, _), (b, _)| size(b).total_cmp(&size(a)).then(a.department.cmp(&b.department)));
    all.into_iter()
        .map(|(mut moving, mut offices)| {
            offices.sort_by(|a, b| b.1.total_cmp(&a.1));
            moving.offices = offices.into_iter().map(|(office, _)| office).collect();
            moving.purposes.sort_unstable();
            moving
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::table;

    #[test]
    fn rows_and_columns_keep_their_sums() {
        for (rows, columns) in [
            (vec![100, 1, 33], vec![67, 0, 33, 34]),
            (vec![1, 1, 1], vec![1, 1, 1]),
            (vec![-537_890], vec![0, 0, -537_890]),
            (vec![7_446_634_028, 166_197_440, 1, 0], vec![1_111_111_111, 2_222_222_222, 4_279_498_136]),
            (vec![5, -5], vec![0, 0]),
        ] {
            let cells = table(&rows, &columns);
            for (row, cells) in rows.iter().zip(&cells) {
                assert_eq!(cells.iter().sum::<i64>(), *row, "{rows:?} {columns:?}");
            }
            for (at, column) in columns.iter().enumerate() {
                assert_eq!(cells.iter().map(|row| row[at]).sum::<i64>(), *column, "{rows:?} {columns:?}");
            }
        }
        assert_eq!(table(&[30, 70], &[50, 50]), [[15, 15], [35, 35]]);
    }
}
