//! How far each method would have been off (Rückrechnung): projections between known pyramids of one place.

use serde::Serialize;

use super::ages::{Group, Structure, split};
use super::migration::Migration;
use super::national::National;
use super::project::{Method, project};
use super::stand::{Stand, Total};

/// Age groups of the report: as narrow as decisions need them, from day care to care for the old.
pub const GROUPS: [(usize, Option<usize>); 10] = [
    (0, Some(2)),
    (3, Some(5)),
    (6, Some(9)),
    (10, Some(17)),
    (18, Some(24)),
    (25, Some(29)),
    (30, Some(44)),
    (45, Some(64)),
    (65, Some(79)),
    (80, None),
];
/// Relative difference of a pyramid from published figures above which it is not used.
const OFF: f64 = 0.001;
/// Ages of which most have different numbers in different years.
const COMPARED: (usize, usize) = (18, 80);
/// Share of equal numbers above which two columns are the same column.
const SAME: f64 = 0.5;

/// Error in one age group.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct GroupError {
    /// First age.
    pub from: usize,
    /// Last age, none for "and older".
    pub to: Option<usize>,
    /// Persons by the method.
    pub projected: f64,
    /// Persons counted.
    pub counted: f64,
    /// (projected − counted) / counted, in percent; none where nobody was counted.
    pub percent: Option<f64>,
}

/// One method between two pyramids.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Trial {
    /// Name of the method.
    pub method: &'static str,
    /// Pyramid it started from.
    pub base: u16,
    /// Pyramid it is compared with.
    pub target: u16,
    /// Earlier pyramid that the local migration was estimated from; it ends at the base, never behind it.
    pub profile_from: Option<u16>,
    /// Σ over single ages of |projected − counted| / Σ counted, in percent.
    pub misplaced_percent: f64,
    /// Error of the total, in percent.
    pub total_percent: f64,
    /// Error by age group.
    pub groups: Vec<GroupError>,
}

/// A pyramid that is not used, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Excluded {
    /// Its year.
    pub year: u16,
    /// Why.
    pub reason: String,
}

/// Every method between every two sound pyramids.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BackTest {
    /// Trials, by base, target and method.
    pub trials: Vec<Trial>,
    /// Pyramids left out.
    pub excluded: Vec<Excluded>,
    /// What to know.
    pub notes: Vec<String>,
}

/// Pyramids that can be trusted, in order of years, and the others with the reason.
///
/// Published age groups or totals of the same year must agree to a thousandth. A column that repeats that of another year
/// is a copy: without published figures that tell which, both years go.
pub fn sound(stands: &[Stand], known: &[Stand], totals: &[Total]) -> (Vec<(u16, Structure)>, Vec<Excluded>) {
    let mut excluded: Vec<Excluded> = Vec::new();
    let mut sound: Vec<(&Stand, Structure, bool)> = Vec::new();
    let mut sorted: Vec<&Stand> = stands.iter().collect();
    sorted.sort_by_key(|stand| stand.year);
    for stand in sorted {
        let verdict = match stand.structure(None) {
            Err(problem) => Err(problem),
            Ok(_) if sound.iter().any(|(other, ..)| other.year == stand.year) => {
                Err("a pyramid of this year is there already".to_owned())
            }
            Ok(structure) => {
                agrees(stand.year, &structure, known, totals).map(|is_confirmed| (structure, is_confirmed))
            }
        };
        match verdict {
            Ok((structure, is_confirmed)) => sound.push((stand, structure, is_confirmed)),
            Err(reason) => excluded.push(Excluded { year: stand.year, reason }),
        }
    }
    let copies: Vec<Excluded> = sound
        .iter()
        .filter(|(.., is_confirmed)| !is_confirmed)
        .filter_map(|(stand, ..)| {
            let (other, column) = sound.iter().find_map(|(it, ..)| Some((it.year, repeated(stand, it)?)))?;
            let reason = format!("`{column}` has the figures of {other}: one of the two is a copy");
            Some(Excluded { year: stand.year, reason })
        })
        .collect();
    let kept = |year: u16| !copies.iter().any(|it| it.year == year);
    let sound =
        sound.into_iter().map(|(stand, structure, _)| (stand.year, structure)).filter(|it| kept(it.0)).collect();
    excluded.extend(copies);
    (sound, excluded)
}

/// Whether published figures confirm a pyramid; the reason where they contradict it.
fn agrees(year: u16, structure: &Structure, known: &[Stand], totals: &[Total]) -> Result<bool, String> {
    let people = structure.people();
    let groups = known.iter().filter(|it| it.year == year).filter_map(Stand::groups).flatten();
    let whole = totals.iter().filter(|it| it.year == year).map(|it| Group { from: 0, to: None, persons: it.persons });
    let mut is_confirmed = false;
    for group in groups.chain(whole) {
        let here = people.within(group.from, group.last());
        if (here - group.persons).abs() > OFF * group.persons.max(1000.0) {
            let ages = told(group.from, group.to);
            return Err(format!("ages {ages}: {here} persons, but {} are published for {year}", group.persons));
        }
        is_confirmed = true;
    }
    Ok(is_confirmed)
}

/// The column of a year that repeats the same column of another year.
fn repeated<'a>(one: &'a Stand, other: &Stand) -> Option<&'a str> {
    if one.year == other.year {
        return None;
    }
    let of = |groups: &[Group]| split(groups, None);
    one.columns.iter().find_map(|(name, groups)| {
        let (_, others) = other.columns.iter().find(|(it, _)| it == name)?;
        let (here, there) = (of(groups), of(others));
        let ages = COMPARED.0..=COMPARED.1;
        let same = ages.clone().filter(|age| here.at(*age) > 0.0 && here.at(*age) == there.at(*age)).count();
        (same as f64 > SAME * ages.count() as f64).then_some(name.as_str())
    })
}

/// Tests every method between every two sound pyramids.
pub fn back_test(stands: &[Stand], known: &[Stand], totals: &[Total], nation: &National) -> BackTest {
    let (pyramids, excluded) = sound(stands, known, totals);
    let mut trials = Vec::new();
    for (at, (base, people)) in pyramids.iter().enumerate() {
        for (target, counted) in pyramids.iter().skip(at + 1) {
            let mut methods = vec![(None, Method::National), (None, Method::StudentTown), (None, Method::Constant)];
            // The profile may only know what was known at the base.
            let earlier = pyramids.iter().take(at).next_back();
            if let Some((from, before)) = earlier
                && let Ok(profile) = Migration::between((*from, before), (*base, people), nation)
            {
                methods.push((Some(*from), Method::Local(profile)));
            }
            for (profile_from, method) in methods {
                if let Ok(projected) = project(people, *base, (*base, *target), nation, &method, &[])
                    && let Some(found) = projected.year(*target)
                {
                    trials.push(trial(method.name(), (*base, *target), profile_from, found, counted));
                }
            }
        }
    }
    let mut notes = Vec::new();
    if let Some((first, _)) = pyramids.first()
        && *first < nation.first
    {
        notes.push(format!(
            "national change factors begin in {}; their first year stands in for the years before",
            nation.first
        ));
    }
    if trials.is_empty() {
        notes.push("expected at least two sound pyramids of different years".to_owned());
    }
    BackTest { trials, excluded, notes }
}

fn trial(
    method: &'static str,
    (base, target): (u16, u16),
    profile_from: Option<u16>,
    projected: &Structure,
    counted: &Structure,
) -> Trial {
    let (projected, counted) = (projected.people(), counted.people());
    let percent = |part: f64, of: f64| (of > 0.0).then_some(100.0 * part / of);
    let groups = GROUPS.map(|(from, to)| {
        let last = Group { from, to, persons: 0.0 }.last();
        let (there, here) = (projected.within(from, last), counted.within(from, last));
        GroupError { from, to, projected: there, counted: here, percent: percent(there - here, here) }
    });
    let misplaced = projected.with(&counted, |one, other| (one - other).abs()).total();
    Trial {
        method,
        base,
        target,
        profile_from,
        misplaced_percent: percent(misplaced, counted.total()).unwrap_or_default(),
        total_percent: percent(projected.total() - counted.total(), counted.total()).unwrap_or_default(),
        groups: groups.to_vec(),
    }
}

/// Ages in words: `18–29`, `80 and older`.
fn told(from: usize, to: Option<usize>) -> String {
    to.map_or_else(|| format!("{from} and older"), |to| format!("{from}–{to}"))
}
