//! A checked town ready to be shown (gepackte Stadt): read, checked and put together once, when the page is built, so that
//! the page holds neither the readers of the files nor the checks. Texts that may come later stand in files of their own.
//!
//! ```text
//! "town" │ shape of the model, 16 letters │ checksum, 8 bytes │ the town as postcard writes it
//! ```

use serde::Serialize;

use super::files::Problem;
use crate::model::plan_rows::PlanRows;
use crate::model::{Apart, LATER_PARTS, Town, apart};

/// How a packed town begins.
const MARK: &[u8] = b"town";

/// The shape of the model, a sum over its sources that `xtask/shape.rs` tells. What is packed holds no names of its own, so a
/// town of another shape would be misread.
const SHAPE: &[u8] = env!("MODEL_SHAPE").as_bytes();

/// A packed town in its files: the town itself without the texts that may come later, and those, part by part.
pub struct Packed {
    /// What [`unpack`] reads.
    pub town: Vec<u8>,
    /// What [`fill`] reads, in the order of the parts.
    pub later: [Vec<u8>; LATER_PARTS],
}

/// A town to be read by [`unpack`] and [`fill`] of the same build (Stadt packen).
///
/// ```
/// use zukunftshaushalt::pack::{fill, load, muenster, pack, unpack};
///
/// let town = load(&muenster()).expect("the pack in the repository is sound");
/// let mut packed = pack(&town).expect("every town can be packed");
/// let (unpacked, apart) = unpack(&packed.town).unwrap();
/// assert_eq!((&*unpacked.name.de, &*unpacked.name.en), ("Stadt Münster", ""));
/// for (part, texts) in packed.later.iter().enumerate() {
///     fill(&apart, part, texts).unwrap();
/// }
/// assert_eq!(unpacked, town);
///
/// packed.town.pop();
/// let problem = unpack(&packed.town).err().unwrap();
/// assert_eq!(problem.to_string(), "town: expected a whole town, found one that was cut off or changed on the way");
/// ```
pub fn pack(town: &Town) -> Result<Packed, Problem> {
    let (content, apart) = apart(|| written(town));
    let content = content?;
    let mut later = [const { Vec::new() }; LATER_PARTS];
    for (part, texts) in later.iter_mut().enumerate() {
        *texts = headed(&written(&(checksum(&content), apart.texts(part)))?);
    }
    Ok(Packed { town: headed(&content), later })
}

/// The town that [`pack`] of the same build has packed, and where its later texts will stand; anything else is refused
/// (Stadt auspacken).
pub fn unpack(packed: &[u8]) -> Result<(Town, Later), Problem> {
    let content = content(packed)?;
    let (town, apart) = apart(|| postcard::from_bytes(content));
    let town = town.map_err(|error| problem(&format!("a town, found: {error}")))?;
    Ok((town, Later { apart, town: checksum(content) }))
}

/// Where the later texts of an unpacked town will stand, and of which.
pub struct Later {
    apart: Apart,
    town: [u8; 8],
}

/// Puts a part of the later texts into the town that it was packed with; anything else is refused, and changes nothing.
pub fn fill(later: &Later, part: usize, packed: &[u8]) -> Result<(), Problem> {
    let read = postcard::from_bytes(content(packed)?);
    let (town, texts): ([u8; 8], Vec<&str>) = read.map_err(|error| problem(&format!("texts, found: {error}")))?;
    if town == later.town && later.apart.fill(part, texts) {
        Ok(())
    } else {
        Err(problem("the texts of this town, found others"))
    }
}

/// The printed rows of a town's plan to be read by [`unpack_rows`] of the same build (Planzeilen packen).
pub fn pack_rows(rows: &PlanRows) -> Result<Vec<u8>, Problem> {
    Ok(headed(&written(rows)?))
}

/// The printed rows that [`pack_rows`] of the same build has packed for this town; anything else is refused.
pub fn unpack_rows(town: &Town, packed: &[u8]) -> Result<PlanRows, Problem> {
    let read = postcard::from_bytes::<PlanRows>(content(packed)?);
    let rows = read.map_err(|error| problem(&format!("rows of a plan, found: {error}")))?;
    if rows.town == town.id && rows.groups.len() == town.budget.lines.len() {
        Ok(rows)
    } else {
        Err(problem("the rows of this town, found others"))
    }
}

fn written<T: Serialize>(it: &T) -> Result<Vec<u8>, Problem> {
    postcard::to_allocvec(it).map_err(|error| problem(&format!("every value to be packed: {error}")))
}

fn headed(content: &[u8]) -> Vec<u8> {
    [MARK, SHAPE, &checksum(content), content].concat()
}

/// What stands behind the head of a file of this build.
fn content(packed: &[u8]) -> Result<&[u8], Problem> {
    let rest = packed.strip_prefix(MARK).ok_or_else(|| problem("a packed town, found something else"))?;
    let rest = rest.strip_prefix(SHAPE).ok_or_else(|| problem("a town packed for this page, found one for another"))?;
    let whole = || problem("a whole town, found one that was cut off or changed on the way");
    let (sum, content) = rest.split_first_chunk().ok_or_else(whole)?;
    if checksum(content) == *sum { Ok(content) } else { Err(whole()) }
}

fn problem(expected: &str) -> Problem {
    Problem::new("town", None, format!("expected {expected}"))
}

/// FNV-1a over all bytes: enough against chance; against intent stands the checksum in `index.html`.
fn checksum(content: &[u8]) -> [u8; 8] {
    let step = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    content.iter().fold(0xcbf2_9ce4_8422_2325, step).to_le_bytes()
}
