use crate::figure::Telling;
use crate::model::{AreaStreams, BudgetLine, GroupStreams, LineAt, Money, Purpose, Stream, Town, products};
use crate::text::{self, Lang, Products};

/// Whose money is followed (was verfolgt wird). Places hold within one town only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Followed {
    /// Nobody's: everything is shown alike.
    #[default]
    All,
    /// That of a product area.
    Area(usize),
    /// That of a product group.
    Group(LineAt),
    /// That for a use: a goal, overhead, or what is never moved.
    Use(usize),
}

impl Followed {
    /// The row of the lists that it belongs to: of a group, its area.
    pub fn row(self, town: &Town) -> Self {
        let Self::Group(line) = self else { return self };
        let code = town.budget.lines.get(line).map_or("", |it| it.code.as_str());
        let area = town.budget.areas.iter().position(|it| code.starts_with(&it.code));
        area.map_or(Self::All, Self::Area)
    }

    /// What is followed when this no longer is: of a group, its area.
    pub fn above(self, town: &Town) -> Self {
        if matches!(self, Self::Group(_)) { self.row(town) } else { Self::All }
    }
}

/// Everything that is needed to put products into words.
pub(super) struct Told<'a> {
    pub(super) it: Telling<'a>,
    pub(super) words: &'static Products,
    pub(super) areas: Vec<AreaStreams<'a>>,
    purposes: Vec<Purpose>,
}

impl<'a> Told<'a> {
    pub(super) fn new(it: Telling<'a>) -> Self {
        let areas = products(it.town, it.scenario);
        Self { it, words: it.lang.products(), areas, purposes: it.town.purposes() }
    }

    pub(super) fn lang(&self) -> Lang {
        self.it.lang
    }

    /// The places of all uses: one for each purpose, and the last for what is never moved.
    pub(super) fn uses(&self) -> std::ops::Range<usize> {
        0..self.purposes.len() + 1
    }

    pub(super) fn use_name(&self, at: usize, name: fn(&Town, Purpose, Lang) -> String) -> String {
        let purpose = self.purposes.get(at).map(|it| name(self.it.town, *it, self.lang()));
        purpose.unwrap_or_else(|| self.it.texts().fixed.to_owned())
    }

    pub(super) fn is_goal(&self, at: usize) -> bool {
        matches!(self.purposes.get(at), Some(Purpose::Field(_)))
    }

    pub(super) fn area_name(&self, area: &BudgetLine) -> String {
        area_name(area, self.words)
    }

    pub(super) fn line(&self, group: &GroupStreams) -> Option<&'a BudgetLine> {
        self.it.town.budget.lines.get(group.line)
    }

    pub(super) fn of_use(&self, at: usize) -> Stream {
        self.areas.iter().map(|area| area.of(at)).sum()
    }

    pub(super) fn whole(&self) -> Stream {
        self.areas.iter().map(AreaStreams::whole).sum()
    }

    /// A change with its sign; empty where nothing moves.
    pub(super) fn change(&self, it: Stream) -> String {
        let said = |money: Money| text::signed_millions(money, self.lang());
        match (it.change.is_zero(), it.built.is_zero()) {
            (true, true) => String::new(),
            (false, true) => said(it.change),
            (true, false) => (self.words.built)(&said(it.built)),
            (false, false) => format!("{} · {}", said(it.change), (self.words.built)(&said(it.built))),
        }
    }

    pub(super) fn millions(&self, it: Stream) -> String {
        text::compact(it.planned, self.lang())
    }

    pub(super) fn amount(&self, it: Stream) -> String {
        text::amount(it.planned, self.lang())
    }

    /// What of a group belongs to what is followed.
    pub(super) fn followed(&self, followed: Followed, area: usize, group: &GroupStreams, at: usize) -> bool {
        match followed {
            Followed::All => true,
            Followed::Area(own) => own == area,
            Followed::Group(line) => line == group.line,
            Followed::Use(own) => own == at,
        }
    }

    /// What is followed of the money that an area spends for a use.
    pub(super) fn part(&self, followed: Followed, at: usize, area: &AreaStreams<'_>, to: usize) -> Stream {
        area.groups.iter().filter(|group| self.followed(followed, at, group, to)).map(|group| group.of(to)).sum()
    }

    /// What is planned, and in brackets what changes.
    pub(super) fn cell(&self, it: Stream) -> String {
        let change = self.change(it);
        if change.is_empty() { self.millions(it) } else { format!("{} ({change})", self.millions(it)) }
    }

    pub(super) fn cells(&self, name: String, of: impl Fn(usize) -> Stream) -> Vec<String> {
        let sum = self.uses().map(&of).sum();
        std::iter::once(name).chain(self.uses().map(of).chain([sum]).map(|it| self.cell(it))).collect()
    }
}

/// Name of a product area as the plan prints it; its code where it prints none.
pub fn area_name(area: &BudgetLine, words: &Products) -> String {
    let has_name = area.label.chars().any(char::is_alphabetic);
    if has_name { area.label.clone() } else { (words.unnamed)(&area.code) }
}
