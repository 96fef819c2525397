//! What holds for all figures of a table (Angaben zur ganzen Tabelle): unit, year and kind, wherever the file says them.

use std::collections::HashSet;

use super::columns::is_credit;
use super::layout::Options;
use super::lines::Slot;
use super::measure::is_bare_unit;
use super::preset::Role;
use super::reader::Reader;
use super::words::{self, Kind};
use crate::header::{self, fold, unit};
use crate::table::Record;

impl Reader<'_> {
    /// Year and kind that titles, the name of the file and columns beside the amounts tell.
    pub(super) fn titled_slot(&self, options: Options<'_>) -> Slot {
        let title = self.header;
        let year = header::title_year(&title.title).or_else(|| header::title_year(options.name));
        // `VE 2026` or `Ergebnis` above one column says nothing of the others.
        let is_own = |at: usize| {
            let column = self.columns.iter().find(|it| it.at == at);
            column.is_some_and(|it| it.role.part().is_some() || matches!(it.role, Role::Kind | Role::Ignored))
        };
        // `Soll` beside `Haben` is a side, `Gesamtergebnis` the total of a pivot table.
        let has_credit = title.names.iter().any(|it| is_credit(it));
        let is_side = |it: &str| has_credit && fold(it).contains("soll") || fold(it) == "gesamtergebnis";
        let names = title.names.iter().enumerate().filter(|it| !is_own(it.0) && !is_side(it.1)).map(|it| it.1.as_str());
        let told = [title.above.as_str()].into_iter().chain(names).chain([options.name]);
        let kind = told.flat_map(str::split_whitespace).find_map(words::kind_of);
        Slot { year, kind: kind.unwrap_or(Kind::Unspecified) }
    }

    /// Euros that one unit of every figure is worth; `amounts` are the columns of amounts.
    ///
    /// A unit in the header of one column is that column's; one beside a word for all holds for all, and so does one that
    /// stands alone in a corner. Above a column of amounts it is in its name already.
    pub(super) fn unit_of_all(&self, amounts: &HashSet<usize>) -> Option<u32> {
        let is_general = |it: &&String| ["angabe", "betr", "werte", "alle"].iter().any(|word| fold(it).contains(word));
        let others = self.header.names.iter().enumerate().filter(|(at, _)| !amounts.contains(at)).map(|it| it.1);
        let corner = || {
            let rows = self.table.records.iter().take(self.header.records);
            let cells = rows.flat_map(|it| it.cells.iter().enumerate()).filter(|it| !amounts.contains(&it.0));
            cells.map(|it| it.1).filter(|it| is_bare_unit(it)).find_map(|it| unit(it))
        };
        let beside = || others.filter(is_general).find_map(|it| unit(it));
        unit(&self.header.above).or_else(beside).or_else(corner).or_else(|| self.unit_below(amounts))
    }

    /// What a line below or between the rows says of all figures: `Alle Beträge in Tsd. Euro`. A note with another number in
    /// it speaks of one figure.
    fn unit_below(&self, amounts: &HashSet<usize>) -> Option<u32> {
        let is_bare = |it: &&Record| amounts.iter().all(|at| it.cell(*at).is_empty());
        let told = |cell: &String| {
            let folded = fold(cell);
            let is_all =
                ["angaben", "betraege", "alleangaben", "allebetraege", "allewerte", "werte", "zahlen", "allezahlen"]
                    .iter()
                    .any(|it| {
                        folded.strip_prefix(it).is_some_and(|rest| rest.starts_with("in") || rest.starts_with("sind"))
                    });
            let numbers = folded.split(|it: char| !it.is_ascii_digit()).filter(|it| !it.is_empty());
            let is_plain = numbers.into_iter().all(|it| ["1000", "1000000"].contains(&it));
            unit(cell).filter(|_| is_all && is_plain)
        };
        self.body().filter(is_bare).flat_map(|it| &it.cells).find_map(told)
    }
}
