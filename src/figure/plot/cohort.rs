//! The bar of one row in the table of the generations.

/// The bar of one birth cohort (Balken), in percent of the row's width; the zero line stands at 50.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Where the bar begins, from the left.
    pub start: f64,
    /// How long it is, never negative.
    pub length: f64,
}

/// Where the zero line stands.
const ZERO: f64 = 50.0;

/// The bar of `value` in a table whose largest absolute value is `largest`: burdens reach to the left of the zero
/// line, reliefs to the right, and the largest fills its half.
///
/// Defined for all inputs: where nothing can be drawn, the bar has no length and lies on the zero line, and a value
/// beyond the largest ends at the edge.
pub fn bar(value: f64, largest: f64) -> Bar {
    if !value.is_finite() || !largest.is_finite() || largest == 0.0 {
        return Bar { start: ZERO, length: 0.0 };
    }
    let share = value / largest.abs();
    let length = share.abs().min(1.0) * ZERO;
    let start = if share < 0.0 { ZERO - length } else { ZERO };
    Bar { start, length }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grows_from_the_zero_line_to_both_sides() {
        assert_eq!(bar(4.0, 8.0), Bar { start: 50.0, length: 25.0 });
        assert_eq!(bar(-8.0, 8.0), Bar { start: 0.0, length: 50.0 });
        assert_eq!(bar(-2.0, -8.0), Bar { start: 37.5, length: 12.5 });
        assert_eq!(bar(9.0, 8.0), Bar { start: 50.0, length: 50.0 });
    }

    #[test]
    fn lies_on_the_zero_line_where_nothing_can_be_drawn() {
        let none = Bar { start: 50.0, length: 0.0 };
        for (value, largest) in
            [(0.0, 8.0), (1.0, 0.0), (0.0, 0.0), (f64::NAN, 1.0), (1.0, f64::NAN), (f64::INFINITY, 1.0)]
        {
            assert_eq!(bar(value, largest), none, "{value} of {largest}");
        }
    }
}
