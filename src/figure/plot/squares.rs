//! A field of squares, one for so much money, some of them filled (kariertes Papier).

/// Squares that are filled stand so many above each other.
const FILLED_ROWS: u32 = 4;

/// A field of squares as outlines for a drawing whose unit is one square (Kästchenfeld).
///
/// The field is filled from the bottom. What does not fill a whole row lies on top, at the right end, so that the number of
/// squares is exact; those that are filled begin at the bottom left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Squares {
    /// Width and height of the drawing, squares.
    pub size: (u32, u32),
    /// The lines between the squares.
    pub grid: String,
    /// The filled squares.
    pub filled: String,
    /// The lines between filled squares.
    pub filled_grid: String,
    /// Around the field.
    pub outline: String,
}

/// A field of `count` squares in rows of `columns`, `filled` of them filled.
pub fn squares(count: u32, filled: u32, columns: u32) -> Squares {
    let columns = columns.max(1);
    let (rows, rest) = (count / columns, count % columns);
    let height = rows + u32::from(rest > 0);
    // Where the full rows begin, and where the squares of the row above them do.
    let (top, from) = (height - rows, columns - rest);
    let lines = (top..=height).map(|y| format!("M0 {y}H{columns}"));
    let upright = (0..=columns).map(|x| format!("M{x} {}V{height}", if x < from || rest == 0 { top } else { 0 }));
    let outline = if rest == 0 {
        format!("M0 0H{columns}V{height}H0Z")
    } else {
        format!("M0 {top}H{from}V0H{columns}V{height}H0Z")
    };
    let stack = FILLED_ROWS.min(rows.max(1));
    let filled = filled.min(columns * stack);
    let (full, over) = (filled / stack, filled % stack);
    let block = |from: u32, wide: u32, high: u32| format!("M{from} {height}h{wide}v-{high}h-{wide}Z");
    let parts = [(0, full, stack), (full, 1, over)].into_iter().filter(|(_, wide, high)| wide * high > 0);
    let cell = |at: u32| {
        let (x, y) = (at / stack, height - 1 - at % stack);
        format!("M{x} {y}h1v1h-1Z")
    };
    Squares {
        size: (columns, height),
        grid: lines.chain(upright).collect(),
        filled: parts.map(|(from, wide, high)| block(from, wide, high)).collect(),
        filled_grid: (0..filled).map(cell).collect(),
        outline,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Area within a path of `M`, `H`, `V`, `h`, `v` and `Z`, whose corners are whole (shoelace formula).
    fn area(path: &str) -> i64 {
        path.split('M').filter(|it| !it.is_empty()).map(closed_area).sum()
    }

    fn closed_area(path: &str) -> i64 {
        let spaced: String =
            path.chars().map(|c| if c.is_ascii_alphabetic() { format!(" {c} ") } else { c.into() }).collect();
        let mut words = spaced.split_whitespace();
        let number = |words: &mut std::str::SplitWhitespace<'_>| words.next().unwrap().parse::<i64>().unwrap();
        let (mut x, mut y) = (number(&mut words), number(&mut words));
        let mut corners = vec![(x, y)];
        while let Some(word) = words.next() {
            match word {
                "H" => x = number(&mut words),
                "V" => y = number(&mut words),
                "h" => x += number(&mut words),
                "v" => y += number(&mut words),
                _ => break,
            }
            corners.push((x, y));
        }
        let next = corners.iter().cycle().skip(1);
        (corners.iter().zip(next).map(|(a, b)| a.0 * b.1 - b.0 * a.1).sum::<i64>() / 2).abs()
    }

    /// As many squares as there are units of money, whatever the width: the picture claims nothing else.
    #[test]
    fn the_area_is_the_count() {
        for (count, filled) in [(1_687, 38), (1_687, 76), (84, 1), (83, 0), (85, 3), (3_000, 336), (1, 1)] {
            for columns in [84, 64, 20] {
                let field = squares(count, filled, columns);
                assert_eq!(area(&field.outline), i64::from(count), "{count} in {columns}");
                assert_eq!(area(&field.filled), i64::from(filled).min(i64::from(columns) * 4), "{filled} in {columns}");
                assert_eq!(area(&field.filled_grid), area(&field.filled));
            }
        }
    }
}
