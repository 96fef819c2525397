//! One year and kind of a budget (Auswahl): sums by area, and the report as one JSON object.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use super::checks::name;
use super::lines::{Line, Slot};
use super::part::{Part, Sums};
use super::report::{Budget, Plans};
use super::words::Kind;
use crate::report::{Refusal, Skipped};
use money::Money;

/// Sums of one year and kind (Auswertung).
#[derive(Clone, Debug)]
pub struct Selection {
    /// Year and kind.
    pub slot: Slot,
    /// Lines with an amount in it.
    pub rows: usize,
    /// Sums by two-digit area.
    pub by_area: BTreeMap<String, Sums>,
    /// Sum of all areas.
    pub total: Sums,
}

/// Differences that a report tells one by one; the others are counted.
const MOST_DIFFERENCES: usize = 1_000;

/// Area of a line without code.
pub const NO_AREA: &str = "??";

impl Budget {
    /// Years and kinds with their sums, oldest first.
    pub fn slots(&self) -> &BTreeMap<Slot, Sums> {
        &self.slots
    }

    /// The year and kind that these words mean; none if they leave several. Refuses what the file does not have.
    pub fn slot(&self, year: Option<u16>, kind: Option<Kind>) -> Result<Option<Slot>, Refusal> {
        let all = self.slots();
        let is_usual = |slot: &Slot| matches!(slot.kind, Kind::Plan | Kind::Actual | Kind::Unspecified);
        let usual: Vec<Slot> = all.keys().copied().filter(is_usual).collect();
        let fits_year = |it: &&Slot| year.is_none_or(|year| it.year == Some(year) || it.year.is_none());
        let fits_kind = |it: &&Slot| kind.is_none_or(|kind| it.kind == kind || it.kind == Kind::Unspecified);
        let mut fitting: Vec<Slot> = usual.iter().filter(fits_year).filter(fits_kind).copied().collect();
        // A year that is named goes before amounts without year, a kind that is named before amounts without kind.
        if year.is_some() && fitting.iter().any(|it| it.year == year) {
            fitting.retain(|it| it.year == year);
        }
        if kind.is_some() && fitting.iter().any(|it| Some(it.kind) == kind) {
            fitting.retain(|it| Some(it.kind) == kind);
        }
        match fitting.as_slice() {
            // Nothing but rows that cannot be read: the report says why.
            [] if self.lines.is_empty() => Ok(None),
            [] => {
                let found = usual.iter().map(|it| name(*it)).collect::<Vec<_>>().join(", ");
                let found = if found.is_empty() { "none".to_owned() } else { found };
                let wanted = name(Slot { year, kind: kind.unwrap_or(Kind::Unspecified) });
                let unread = self.found.ignored.iter().filter(|it| it.year.is_none() || it.year == year);
                let unread: Vec<String> = unread.map(|it| format!("`{}`", it.name)).collect();
                let unread = match unread.as_slice() {
                    [] => String::new(),
                    some => format!("; columns with amounts that were not understood: {}", some.join(", ")),
                };
                Err(Refusal::new(format!("expected amounts of {wanted}, found {found}{unread}")))
            }
            [one] => Ok(Some(*one)),
            // Plan and actual of one year: what the council decides on is the plan.
            many if year.is_some() => Ok(many.iter().find(|it| it.kind == Kind::Plan).or(many.first()).copied()),
            _ => Ok(None),
        }
    }

    /// Sums of a year and kind.
    pub fn select(&self, slot: Slot) -> Selection {
        let mut selection = Selection { slot, rows: 0, by_area: BTreeMap::new(), total: Sums::default() };
        for line in &self.lines {
            let amounts = line.amounts.iter().filter(|it| it.slot == slot);
            let area = if line.area.is_empty() { NO_AREA } else { &line.area };
            let mut is_in = false;
            for amount in amounts {
                is_in = true;
                selection.total.add(amount.part, amount.money);
                if amount.part == Part::Balance {
                    continue;
                }
                match selection.by_area.get_mut(area) {
                    Some(sums) => sums.add(amount.part, amount.money),
                    None => selection.by_area.entry(area.to_owned()).or_default().add(amount.part, amount.money),
                }
            }
            selection.rows += usize::from(is_in);
        }
        selection
    }

    /// The report (Bericht): one object, euros as numbers. Without a selection it lists what the file holds.
    pub fn report(&self, selection: Option<&Selection>) -> Value {
        let mut warnings = self.warnings.clone();
        let mut skipped: Vec<&Skipped> = self.skipped.iter().collect();
        let here = |slot: Slot| selection.is_none_or(|it| it.slot == slot);
        skipped.extend(self.skipped_amounts.iter().filter(|it| here(it.0)).map(|it| &it.1));
        skipped.sort();
        let checks: Vec<_> = self.checks.iter().filter(|it| here(it.slot)).collect();
        let differing: Vec<_> = checks.iter().filter(|it| !it.difference.is_zero()).collect();
        let told: Vec<_> = differing.iter().take(MOST_DIFFERENCES).collect();
        if let Some(selection) = selection {
            warnings.extend(self.doubts(selection));
        }
        let verdict = selection.map(|it| self.verdict(it.slot));
        let is_total = verdict.as_ref().is_none_or(|it| it.reasons.is_empty());
        if !differing.is_empty() {
            warnings.push(format!("{} of {} printed sums differ from their lines", differing.len(), checks.len()));
        }
        let available: Vec<Value> = self.slots().iter().map(|(slot, sums)| self.available(*slot, sums)).collect();
        let mut report = Map::new();
        let mut put = |key: &str, value: Value| report.insert(key.to_owned(), value);
        put("preset", json!(self.preset));
        put("year", json!(selection.and_then(|it| it.slot.year)));
        put("kind", json!(selection.map(|it| it.slot.kind)));
        put("rows", json!(self.lines.len()));
        put("sum_rows", json!(self.sum_rows));
        put("skipped", json!(skipped));
        put("warnings", json!(warnings));
        put("dialect", self.told_dialect());
        put("available", json!(available));
        put("plan", json!(self.plan));
        if let Some(verdict) = &verdict {
            put("coverage", json!(verdict.coverage));
            put("refused", json!(verdict.reasons));
        }
        put("frame", json!(self.frame.map(|it| json!({ "id": it.id, "name": it.name }))));
        put("chart_of_accounts", json!(self.chart.map(|it| json!({ "id": it.id, "verified": it.verified }))));
        if let Some(selection) = selection.filter(|_| is_total) {
            put("rows_selected", json!(selection.rows));
            put("excluded", json!(selection.total.excluded()));
            put(
                "by_area",
                selection.by_area.iter().map(|(area, sums)| (area.clone(), self.plan.told(sums.told()))).collect(),
            );
            if let Some(frame) = self.frame.filter(|it| !it.to_nrw.is_empty()) {
                put("by_nrw_area", self.crosswalk(selection, &frame.to_nrw));
            }
            put("total", self.plan.told(selection.total.told_in_full()));
        }
        put(
            "reconciliation",
            json!({ "sums": checks.len(), "reconciled": checks.len() - differing.len(),
            "differences": told }),
        );
        Value::Object(report)
    }

    fn doubts(&self, selection: &Selection) -> Vec<String> {
        let mut found = Vec::new();
        let (slot, total) = (selection.slot, &selection.total);
        let both = |kind| self.slots().contains_key(&Slot { kind, ..slot });
        if slot.kind == Kind::Plan && both(Kind::Actual) {
            found.push(format!(
                "{} has plan and actual amounts; these are the planned ones",
                name(Slot { kind: Kind::Unspecified, ..slot })
            ));
        }
        // Nothing measured must not look like nothing there.
        for (is_none, what) in [(total.revenue().is_zero(), "revenue"), (total.expense().is_zero(), "expense")] {
            if is_none && self.plan != Plans::Cash && total.counts() {
                found.push(format!("the file holds no {what} of {}: 0 means that none was given", name(slot)));
            }
        }
        if slot.kind == Kind::Unspecified {
            found.push("nothing in the file says whether these amounts are planned or actual".to_owned());
        }
        if !total.of(Part::Unknown).is_zero() {
            found.push("amounts of accounts or directions that no rule knows are left out; see `excluded`".to_owned());
        }
        if !total.of(Part::FinancialResult).is_zero() {
            found.push(
                "the file gives the financial result net: it is not in revenue and expense, but in the result"
                    .to_owned(),
            );
        }
        let internal = total.of(Part::Internal);
        if !internal.is_zero() && total.revenue().is_zero() && total.expense().is_zero() {
            found.push("nothing but internal charges was found".to_owned());
        }
        if self.chart.is_some_and(|it| !it.verified) {
            found.push("this chart of accounts was not yet compared with its source".to_owned());
        }
        found
    }

    fn told_dialect(&self) -> Value {
        let mut told = json!(self.dialect);
        if let Some(map) = told.as_object_mut() {
            map.insert("header_line".to_owned(), json!(self.header_line));
            map.insert("numbers".to_owned(), json!(self.numbers));
            let roles: BTreeMap<&str, _> = self.columns.iter().map(|it| (it.name.as_str(), it.role)).collect();
            map.insert("columns".to_owned(), json!(roles));
            map.insert("columns_not_used".to_owned(), json!(self.unused));
        }
        told
    }

    fn crosswalk(&self, selection: &Selection, to_nrw: &BTreeMap<String, String>) -> Value {
        let mut found: BTreeMap<String, Sums> = BTreeMap::new();
        for amount in self.lines.iter().flat_map(|line| {
            let area = to_nrw.get(&line.area).map_or(NO_AREA, String::as_str);
            line.amounts.iter().map(move |it| (area, it))
        }) {
            if amount.1.slot == selection.slot && amount.1.part != Part::Balance {
                found.entry(amount.0.to_owned()).or_default().add(amount.1.part, amount.1.money);
            }
        }
        found.iter().map(|(area, sums)| (area.clone(), self.plan.told(sums.told()))).collect()
    }

    /// Lines with their sums by year and kind, for files and packs: revenue and expense in cents, financial ones
    /// included, lines of the same product, department, sub-budget and office together.
    pub fn condensed(&self) -> Vec<(Line, Slot, Money, Money)> {
        let key = |line: &Line| {
            [&line.code, &line.label, &line.department, &line.sub_budget, &line.office].map(String::clone)
        };
        let mut order: BTreeSet<(u64, [String; 5])> = BTreeSet::new();
        let mut sums: BTreeMap<([String; 5], Slot), Sums> = BTreeMap::new();
        let mut first: BTreeMap<[String; 5], &Line> = BTreeMap::new();
        for line in &self.lines {
            let key = key(line);
            let begin = first.entry(key.clone()).or_insert(line).line;
            order.insert((begin, key.clone()));
            for amount in line.amounts.iter().filter(|it| it.part.counts()) {
                sums.entry((key.clone(), amount.slot)).or_default().add(amount.part, amount.money);
            }
        }
        let slots: BTreeSet<Slot> = sums.keys().map(|it| it.1).collect();
        let mut found = Vec::new();
        for (_, key) in order {
            let Some(line) = first.get(&key) else { continue };
            for slot in &slots {
                if let Some(sum) = sums.get(&(key.clone(), *slot)) {
                    found.push(((*line).clone(), *slot, sum.revenue(), sum.expense()));
                }
            }
        }
        found
    }
}

impl Budget {
    /// A year and kind with its sums, or why it has none.
    fn available(&self, slot: Slot, sums: &Sums) -> Value {
        let reasons = self.doubted(slot);
        let mut told = json!({ "year": slot.year, "kind": slot.kind });
        let Some(map) = told.as_object_mut() else { return told };
        if reasons.is_empty() && self.plan != Plans::Cash {
            map.insert("revenue".to_owned(), json!(sums.revenue()));
            map.insert("expense".to_owned(), json!(sums.expense()));
        } else if !reasons.is_empty() {
            map.insert("refused".to_owned(), json!(reasons));
        }
        told
    }
}

impl Plans {
    /// A cash plan holds no revenue and no expense: their sums are not zero, they are not there.
    fn told(self, mut sums: Value) -> Value {
        const OF_RESULT: [&str; 8] = [
            "revenue",
            "expense",
            "ordinary_revenue",
            "financial_revenue",
            "ordinary_expense",
            "interest",
            "financial_result",
            "result",
        ];
        if let Some(map) = sums.as_object_mut().filter(|_| self == Self::Cash) {
            for key in OF_RESULT {
                map.entry(key).and_modify(|it| *it = Value::Null);
            }
        }
        sums
    }
}
