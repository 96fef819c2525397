//! The format of scenario files: its name, its versions and the largest size.

/// Name of the format in every file.
pub const FORMAT: &str = "zukunftshaushalt-scenario";

/// Longest text that is read as a draft, bytes. The largest town's fullest draft is a fifth of it.
pub const LIMIT: usize = 1 << 20;

/// The version that this program writes, and the newest that it reads.
///
/// 1: moves and taxes. 2: shocks as well. 3: locks and a note as well. 4: moves buy things and begin in the first year that
/// can still be decided; measures as well. Since the same moves mean something else than before, all are written as 4.
/// 5: a reason for each change as well.
pub const VERSION: u32 = 5;

/// The first version whose moves mean what they mean today.
pub const MEANING: u32 = 4;
