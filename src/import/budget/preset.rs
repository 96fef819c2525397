//! Presets (Voreinstellungen): which header stands for what, as data that a town can extend.

use std::collections::{BTreeMap, HashMap};
use std::num::NonZeroU32;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};

use super::part::Part;
use super::understood::Floor;
use crate::header::fold;
use crate::report::Refusal;

/// What a column holds (Spaltenrolle).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Product code, the finest key.
    Product,
    /// Code of the product group.
    Group,
    /// Code of the product area.
    Area,
    /// Name of the product.
    Label,
    /// Name of the product area.
    AreaLabel,
    /// Key of a position without product.
    Key,
    /// How fine the row is.
    Level,
    /// Account number.
    Account,
    /// Account group, where the account is missing.
    AccountGroup,
    /// Name of the account.
    AccountLabel,
    /// Number of a row of the statutory scheme.
    Row,
    /// Name of a row of the statutory scheme.
    RowLabel,
    /// Product code and account in one key, such as `010101.501100` (Buchungsstelle).
    Posting,
    /// Revenue or expense.
    Direction,
    /// Debit or credit (Soll, Haben).
    Side,
    /// Plan or actual.
    Kind,
    /// Budget year.
    Year,
    /// A date in the budget year.
    Date,
    /// Euros, thousands or millions.
    Unit,
    /// Department (Dezernat).
    Department,
    /// Sub-budget (Teilhaushalt).
    SubBudget,
    /// Office (Amt).
    Office,
    /// Order or project structure element; may hold the product code.
    Object,
    /// Amount whose part other columns tell.
    Amount,
    /// Ordinary revenue, or all of it.
    Revenue,
    /// Ordinary expense, or all of it.
    Expense,
    /// Financial revenue.
    FinancialRevenue,
    /// Interest and other financial expense.
    Interest,
    /// Financial revenue less interest.
    FinancialResult,
    /// Investment receipts.
    InvestmentReceipts,
    /// Investment payments.
    InvestmentPayments,
    /// Internal charges.
    Internal,
    /// Extraordinary amounts.
    Extraordinary,
    /// Payments of current business.
    Cash,
    /// Credits taken and repaid.
    Financing,
    /// A printed balance of revenue and expense.
    Balance,
    /// Known and not needed.
    Ignored,
    /// Amounts that another column holds already, as far as the headers tell.
    Repeated,
}

impl Role {
    /// Whether a column of this role may hold an account.
    pub fn is_account(self) -> bool {
        matches!(self, Self::Account | Self::AccountGroup | Self::Posting)
    }

    /// The part of the budget that a column of amounts holds; none for columns of texts.
    pub fn part(self) -> Option<Part> {
        Some(match self {
            Self::Amount => Part::Signed,
            Self::Revenue => Part::OrdinaryRevenue,
            Self::Expense => Part::OrdinaryExpense,
            Self::FinancialRevenue => Part::FinancialRevenue,
            Self::Interest => Part::Interest,
            Self::FinancialResult => Part::FinancialResult,
            Self::InvestmentReceipts => Part::InvestmentReceipts,
            Self::InvestmentPayments => Part::InvestmentPayments,
            Self::Internal => Part::Internal,
            Self::Extraordinary => Part::Extraordinary,
            Self::Cash => Part::Cash,
            Self::Financing => Part::Financing,
            Self::Balance => Part::Balance,
            _ => return None,
        })
    }
}

/// What the rows of a file are (Aufbau).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Lines of a budget.
    #[default]
    Lines,
    /// Named positions by year, not to be added up.
    Positions,
}

/// A preset (Voreinstellung).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    /// Key for the command line and reports.
    pub id: String,
    /// What it is for.
    pub name: String,
    /// What the rows are.
    #[serde(default)]
    pub form: Form,
    /// Euros that one unit is worth if the file does not say.
    #[serde(default)]
    pub unit: Option<NonZeroU32>,
    /// Roles that a header must fill for the preset to be chosen.
    pub needs: Vec<Role>,
    /// What must have been understood for a total; without it the floor of all presets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Floor>,
    /// Header spellings by role, compared without case, blanks and signs; `*` at the end stands for anything.
    pub columns: BTreeMap<Role, Vec<String>>,
    #[serde(skip)]
    folded: OnceLock<Aliases>,
}

impl Preset {
    /// The role that the preset gives to a header.
    pub fn role(&self, name: &str) -> Option<Role> {
        let folded = fold(name);
        let aliases = self.folded.get_or_init(|| self.fold_aliases());
        let exact = aliases.exact.get(&folded).copied();
        let begins = || aliases.begins.iter().find(|it| folded.starts_with(&it.0)).map(|it| it.1);
        exact.or_else(begins).filter(|_| !folded.is_empty())
    }

    /// What must have been understood for a total.
    pub fn floor(&self) -> Floor {
        self.floor.clone().unwrap_or_else(|| floor().clone())
    }

    fn fold_aliases(&self) -> Aliases {
        let mut found = Aliases::default();
        for (role, alias) in self.columns.iter().flat_map(|(role, aliases)| aliases.iter().map(|it| (*role, it))) {
            match alias.strip_suffix('*') {
                Some(start) => found.begins.push((fold(start), role)),
                None => _ = found.exact.entry(fold(alias)).or_insert(role),
            }
        }
        found
    }
}

/// Spellings, ready to be compared: whole headers, and beginnings of headers.
#[derive(Clone, Debug, Default)]
struct Aliases {
    exact: HashMap<String, Role>,
    begins: Vec<(String, Role)>,
}

/// The floor of all presets that name none of their own.
fn floor() -> &'static Floor {
    static FLOOR: OnceLock<Floor> = OnceLock::new();
    FLOOR.get_or_init(|| {
        let all = Floor { amount: 1.0, rows: 1.0, why: String::new() };
        serde_json::from_str(include_str!("../presets/floor.json")).unwrap_or(all)
    })
}

/// Reads presets from JSON: one, or a list of them.
pub fn presets(text: &str) -> Result<Vec<Preset>, Refusal> {
    // Editors of Windows write a mark before JSON, too.
    let text = text.trim_start_matches('\u{feff}');
    let one = || serde_json::from_str::<Preset>(text).map(|it| vec![it]);
    let read = if text.trim_start().starts_with('[') { serde_json::from_str(text) } else { one() };
    read.map_err(|error| Refusal::new(format!("preset: {error}")))
}

/// The presets that come with the importer; the last one is the generic mapping.
pub fn embedded() -> &'static [Preset] {
    static PRESETS: OnceLock<Vec<Preset>> = OnceLock::new();
    PRESETS.get_or_init(|| presets(include_str!("../presets/budgets.json")).unwrap_or_default())
}

/// The preset of this name; `P1` to `P4` are the first words of their names.
pub fn named(name: &str) -> Option<&'static Preset> {
    let short = format!("{} ", name.to_uppercase());
    embedded().iter().find(|it| it.id == name || it.name.starts_with(&short))
}
