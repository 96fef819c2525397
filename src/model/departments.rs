use serde::{Deserialize, Serialize};

use super::{Bilingual, DepartmentAt, LineAt, List, Money};

/// A department of the administration (Dezernat), named by its office and never by who holds it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Department {
    /// Stable key.
    pub id: String,
    /// Name, such as "Dezernat II".
    pub name: Bilingual,
    /// What it is for, in a few words; may be empty.
    pub scope: Bilingual,
}

/// A line of the budget as the offices book it (Zeile eines Amts), euros of the budget year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DepartmentLine {
    /// The budget line, that is the product group.
    pub line: LineAt,
    /// Product as printed, German.
    pub product: String,
    /// The department.
    pub department: DepartmentAt,
    /// Sub-budget as printed, German (Teilhaushalt).
    pub sub_budget: String,
    /// Office as printed, German (Amt).
    pub office: String,
    /// Ordinary revenue.
    pub revenue: Money,
    /// Ordinary expense.
    pub expense: Money,
}

/// Who spends the money of the budget (Dezernate und Ämter); both empty if the pack does not say.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Departments {
    /// Departments in their own order.
    pub list: List<DepartmentAt, Department>,
    /// Lines; those of a product group sum to the budget's line.
    pub lines: Vec<DepartmentLine>,
}
