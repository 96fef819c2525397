//! Accounts (Sachkonten) tell what an amount is: by their first two digits, in the frame of the Land.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::Deserialize;

use super::part::Part;

/// A chart of accounts (Kontenrahmen).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Chart {
    /// Key in reports.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// Where it comes from.
    pub source: String,
    /// Whether it was compared with that source.
    pub verified: bool,
    revenue_class: String,
    expense_class: String,
    classes: BTreeMap<Part, Vec<String>>,
}

impl Chart {
    /// What an account is; none for accounts of the balance sheet and what is no account.
    pub fn part(&self, account: &str) -> Option<Part> {
        let account = account.trim();
        let is_account = account.len() >= 2 && account.bytes().take(2).all(|it| it.is_ascii_digit());
        let begins = |prefixes: &[String]| prefixes.iter().any(|it| account.starts_with(it.as_str()));
        self.classes.iter().find(|(_, it)| is_account && begins(it)).map(|(part, _)| *part)
    }
}

/// The charts that are known; the first is the usual one.
pub fn charts() -> &'static [Chart] {
    static CHARTS: OnceLock<Vec<Chart>> = OnceLock::new();
    CHARTS.get_or_init(|| serde_json::from_str(include_str!("../presets/accounts.json")).unwrap_or_default())
}

/// The chart that these accounts belong to: the one with accounts in its revenue and its expense class.
///
/// Files of one class only are read by the first chart, unless a class appears that it does not know.
pub fn chart<'a>(accounts: impl Iterator<Item = &'a str> + Clone) -> Option<&'static Chart> {
    let mut classes: BTreeMap<&str, usize> = BTreeMap::new();
    for class in accounts.filter_map(|it| it.trim().get(..1)) {
        *classes.entry(class).or_default() += 1;
    }
    let has = |class: &str| classes.get(class).copied().unwrap_or(0);
    let [nkf, bw, he] = charts() else { return charts().first() };
    // A few stray accounts of another class, as of the balance sheet, do not make a chart.
    let all: usize = classes.values().sum();
    let some = |class: &str| has(class) * 50 > all;
    let both = |chart: &Chart| some(&chart.revenue_class) && some(&chart.expense_class);
    if both(bw) && !(both(nkf) && has(&nkf.expense_class) > has(&bw.revenue_class)) {
        Some(bw)
    } else if !both(nkf) && !some(&nkf.revenue_class) && both(he) && !some("3") {
        Some(he)
    } else {
        Some(nkf)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_follow_the_chart() {
        let nkf = &charts()[0];
        for (account, part) in [
            ("44851000", Some(Part::OrdinaryRevenue)),
            ("46170000", Some(Part::FinancialRevenue)),
            ("55170000", Some(Part::Interest)),
            ("48111000", Some(Part::Internal)),
            ("58111000", Some(Part::Internal)),
            ("68110000", Some(Part::InvestmentReceipts)),
            ("7851", Some(Part::InvestmentPayments)),
            ("69270000", Some(Part::Financing)),
            ("72110000", Some(Part::MaintenanceCash)),
            ("97000000", Some(Part::Calculatory)),
            ("50", Some(Part::OrdinaryExpense)),
            ("02110000", None),
            ("Ko", None),
            ("", None),
        ] {
            assert_eq!(nkf.part(account), part, "{account}");
        }
    }

    #[test]
    fn charts_are_told_apart() {
        let id = |accounts: &[&'static str]| chart(accounts.iter().copied()).map(|it| it.id.as_str());
        assert_eq!(id(&["41410000", "50110000"]), Some("NKF"));
        assert_eq!(id(&["50110000"]), Some("NKF"));
        assert_eq!(id(&["31410000", "40110000", "42110000"]), Some("NKHR-BW"));
        assert_eq!(id(&["5000000", "6000000", "7100000"]), Some("KVKR-HE"));
    }
}
