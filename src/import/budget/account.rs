//! Accounts (Sachkonten) tell what an amount is: by their first two digits, in the frame of the Land.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde::Deserialize;

use super::part::Part;
use crate::header::fold;

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
    /// The Länder that use it, each with how and when that was learned: read, or recalled.
    pub states: BTreeMap<String, String>,
    revenue_class: String,
    expense_class: String,
    classes: BTreeMap<Part, Vec<String>>,
}

impl Chart {
    /// What an account is; none for what is no account and for classes that the chart does not have.
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

/// What a file says about one of its accounts besides the number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Told<'a> {
    /// The number.
    pub account: &'a str,
    /// Its name, possibly empty.
    pub label: &'a str,
    /// Revenue or expense by a column of its own.
    pub direction: Option<Part>,
}

/// Share of accounts whose names may contradict a chart: towns misname some, and words mislead.
const CONTRARY: f64 = 0.05;

/// Why no chart was found for the accounts of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// The best chart is contradicted by these accounts.
    Contradicted(Vec<String>),
    /// Classes that are revenue in one Land and expense in another, and nothing else tells.
    OneClass(String),
}

/// The chart that names and directions of the accounts fit best; by their classes where nothing else tells.
pub fn fitting(told: &[Told<'_>]) -> Result<&'static Chart, Unknown> {
    let accounts = || told.iter().map(|it| it.account);
    let usual = chart(accounts());
    let counted = |chart: &'static Chart| {
        let verdicts: Vec<(bool, &Told<'_>)> =
            told.iter().filter_map(|it| agrees(chart, it).map(|is| (is, it))).collect();
        let against: Vec<&Told<'_>> = verdicts.iter().filter(|it| !it.0).map(|it| it.1).collect();
        (chart, verdicts.len(), against)
    };
    // The chart of the classes goes first among equals.
    let order = usual.into_iter().chain(charts().iter().filter(|it| usual.is_none_or(|usual| usual.id != it.id)));
    let share = |(_, all, against): &(&Chart, usize, Vec<&Told<'_>>)| against.len() as f64 / (*all).max(1) as f64;
    let best = order.map(counted).filter(|it| it.1 > 0).min_by(|one, other| share(one).total_cmp(&share(other)));
    let Some(best) = best else {
        let classes: BTreeSet<&str> = accounts().filter_map(|it| it.get(..1)).collect();
        let is_whole =
            |it: &&Chart| classes.contains(it.revenue_class.as_str()) && classes.contains(it.expense_class.as_str());
        // Class 8 is revenue in Austria, and of no use in a German plan.
        return match usual.filter(is_whole).filter(|_| !classes.contains("8")) {
            Some(chart) => Ok(chart),
            None => Err(Unknown::OneClass(classes.into_iter().collect::<Vec<_>>().join(", "))),
        };
    };
    if share(&best) > CONTRARY {
        let name = |it: &&Told<'_>| format!("{} {}", it.account, it.label).trim().to_owned();
        return Err(Unknown::Contradicted(best.2.iter().take(3).map(name).collect()));
    }
    Ok(best.0)
}

/// How many names of accounts speak of revenue and of expense, by class.
pub fn sides(told: &[Told<'_>]) -> BTreeMap<char, (usize, usize)> {
    let mut found: BTreeMap<char, (usize, usize)> = BTreeMap::new();
    for (told, part) in told.iter().filter_map(|it| Some((it, meaning(it.label)?))) {
        if let Some(class) = told.account.chars().next() {
            let entry = found.entry(class).or_default();
            if part.is_revenue() { entry.0 += 1 } else { entry.1 += 1 }
        }
    }
    found
}

/// Whether a chart agrees with what the file says of an account; none where the file says nothing that counts.
fn agrees(chart: &Chart, told: &Told<'_>) -> Option<bool> {
    let part = chart.part(told.account)?;
    let named = meaning(told.label);
    if matches!(part, Part::Internal | Part::Calculatory | Part::Extraordinary | Part::Unknown) {
        return None;
    }
    // Accounts of payments, of investment and of the balance sheet are none of revenue and expense.
    let invests = matches!(part, Part::InvestmentReceipts | Part::InvestmentPayments);
    if invests || !part.is_revenue() && !part.is_expense() {
        return speaks_of_result(told.label).then_some(false);
    }
    let is_financial = |it: Part| matches!(it, Part::Interest | Part::FinancialRevenue);
    match (named, told.direction.filter(|it| it.is_revenue() || it.is_expense())) {
        (Some(named), _) if named.is_revenue() != part.is_revenue() => Some(false),
        (Some(named), _) => Some(is_financial(named) == is_financial(part)),
        (None, Some(told)) => Some(told.is_revenue() == part.is_revenue()),
        (None, None) => None,
    }
}

/// Whether a name says revenue or expense in so many words.
fn speaks_of_result(label: &str) -> bool {
    let words = label.split(|it: char| !it.is_alphanumeric()).map(fold);
    const WORDS: [&str; 6] = ["aufwand", "aufwendung", "aufwendungen", "ertrag", "ertraege", "ertraegen"];
    let is_one = |word: String| WORDS.iter().any(|it| word.ends_with(it)) || word.starts_with("ertragsan");
    words.into_iter().any(is_one)
}

/// What the name of an account says surely, if anything.
fn meaning(label: &str) -> Option<Part> {
    let words: Vec<String> =
        label.split(|it: char| !it.is_alphanumeric()).map(fold).filter(|it| it.len() > 2).collect();
    let begins = |stems: &[&str]| words.iter().any(|word| stems.iter().any(|it| word.starts_with(it)));
    let ends = |stems: &[&str]| words.iter().any(|word| stems.iter().any(|it| word.ends_with(it)));
    let is_levy = begins(&["gewerbesteueruml"]);
    // What is paid back, passed on or of other years stands on either side.
    let either = ["erstatt", "ersatz", "umlage", "intern", "ilv", "minder", "rueck", "vorjahr", "verzins", "kredit"];
    if begins(&either) && !is_levy {
        return None;
    }
    let revenue = ends(&["ertrag", "ertraege", "ertraegen", "erloese"])
        || begins(&["ertraeg", "ertragsan", "erloes", "schluesselzuw", "grundsteuer", "hundesteuer", "vergnuegungss"])
        || begins(&["gewerbesteuer"]) && !is_levy;
    let expense = ends(&["aufwand", "aufwendung", "aufwendungen", "abschreibung", "abschreibungen"])
        || begins(&["aufwendung", "abschreib", "dienstbezueg", "beamtenbezueg", "bezuege", "gehaelter", "loehne"])
        || begins(&["personalauf", "personalkost", "versorgungsauf", "geschaeftsaufw", "sachaufw"])
        || begins(&["sozial"]) && begins(&["leistung"])
        || is_levy;
    let is_interest = begins(&["zins", "finanzaufw", "finanzertr"]);
    match (revenue, expense) {
        (true, false) if is_interest => Some(Part::FinancialRevenue),
        (true, false) => Some(Part::OrdinaryRevenue),
        (false, true) if is_interest => Some(Part::Interest),
        (false, true) => Some(Part::OrdinaryExpense),
        _ => None,
    }
}

/// The chart that these accounts belong to by their classes: the one with accounts in its revenue and its expense class.
///
/// Files of one class only are read by the first chart, unless a class appears that it does not know.
pub fn chart<'a>(accounts: impl Iterator<Item = &'a str> + Clone) -> Option<&'static Chart> {
    let mut classes: BTreeMap<&str, usize> = BTreeMap::new();
    for class in accounts.filter_map(|it| it.trim().get(..1)) {
        *classes.entry(class).or_default() += 1;
    }
    let has = |class: &str| classes.get(class).copied().unwrap_or(0);
    let [nkf, _, bw, he] = charts() else { return charts().first() };
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
            ("02110000", Some(Part::BalanceSheet)),
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

    #[test]
    fn names_and_directions_of_accounts_decide_on_the_chart() {
        let fits = |told: &[(&'static str, &'static str)]| {
            let told: Vec<Told<'_>> =
                told.iter().map(|(account, label)| Told { account, label, direction: None }).collect();
            fitting(&told).map(|it| it.id.as_str())
        };
        assert_eq!(fits(&[("44310000", "Geschäftsaufwendungen"), ("40110000", "Dienstbezüge")]), Ok("NKHR-BW"));
        assert_eq!(
            fits(&[
                ("55330000", "Soziale Leistungen"),
                ("57440000", "Zinsaufwendungen"),
                ("46210000", "Laufende Erträge")
            ]),
            Ok("RP/TH/MV")
        );
        assert_eq!(fits(&[("62110000", "Personalaufwendungen"), ("53110000", "Gebührenerträge")]), Ok("KVKR-HE"));
        assert_eq!(fits(&[("43110000", "Gebühren")]), Err(Unknown::OneClass("4".to_owned())));
        let contrary =
            [("41110000", "Personalaufwendungen"), ("31110000", "Abschreibungen"), ("51110000", "Steuererträge")];
        assert!(matches!(fits(&contrary), Err(Unknown::Contradicted(it)) if !it.is_empty()));
    }

    #[test]
    fn every_land_has_its_frame_and_what_is_recalled_says_so() {
        let states: BTreeSet<&str> = charts().iter().flat_map(|it| it.states.keys().map(String::as_str)).collect();
        let doppik = ["BB", "BW", "BY", "HE", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH"];
        assert_eq!(states.into_iter().collect::<Vec<_>>(), doppik);
        let dated = |it: &String| it.starts_with("recalled 20") || it.starts_with("read 20");
        assert!(charts().iter().flat_map(|it| it.states.values()).all(dated));
    }
}
