//! A checked town in one piece (gepackte Stadt): read, checked and put together once, when the page is built, so that
//! the page holds neither the readers of the files nor the checks.
//!
//! ```text
//! "town" │ shape of the model, 16 letters │ checksum, 8 bytes │ the town as postcard writes it
//! ```

use super::files::Problem;
use crate::model::Town;

/// How a packed town begins.
const MARK: &[u8] = b"town";

/// The shape of the model, a sum over its sources that `xtask/shape.rs` tells. What is packed holds no names of its own, so a
/// town of another shape would be misread.
const SHAPE: &[u8] = env!("MODEL_SHAPE").as_bytes();

/// A town to be read by [`unpack`] of the same build (Stadt packen).
///
/// ```
/// use zukunftshaushalt::pack::{load, muenster, pack, unpack};
///
/// let town = load(&muenster()).expect("the pack in the repository is sound");
/// let mut packed = pack(&town).expect("every town can be packed");
/// assert_eq!(unpack(&packed).unwrap(), town);
///
/// packed.pop();
/// let problem = unpack(&packed).unwrap_err();
/// assert_eq!(problem.to_string(), "town: expected a whole town, found one that was cut off or changed on the way");
/// ```
pub fn pack(town: &Town) -> Result<Vec<u8>, Problem> {
    let content =
        postcard::to_allocvec(town).map_err(|error| problem(&format!("every value to be packed: {error}")))?;
    Ok([MARK, SHAPE, &checksum(&content), &content].concat())
}

/// The town that [`pack`] of the same build has packed; anything else is refused (Stadt auspacken).
pub fn unpack(packed: &[u8]) -> Result<Town, Problem> {
    let rest = packed.strip_prefix(MARK).ok_or_else(|| problem("a packed town, found something else"))?;
    let rest = rest.strip_prefix(SHAPE).ok_or_else(|| problem("a town packed for this page, found one for another"))?;
    let whole = || problem("a whole town, found one that was cut off or changed on the way");
    let (sum, content) = rest.split_first_chunk().ok_or_else(whole)?;
    if checksum(content) != *sum {
        return Err(whole());
    }
    postcard::from_bytes(content).map_err(|error| problem(&format!("a town, found: {error}")))
}

fn problem(expected: &str) -> Problem {
    Problem::new("town", None, format!("expected {expected}"))
}

/// FNV-1a over all bytes: enough against chance; against intent stands the checksum in `index.html`.
fn checksum(content: &[u8]) -> [u8; 8] {
    let step = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    content.iter().fold(0xcbf2_9ce4_8422_2325, step).to_le_bytes()
}
