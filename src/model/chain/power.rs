use wide::{f64x4, u64x4};

/// ln 2 in two parts, the first of them with zeros at its end: a small whole multiple of it is exact.
const LN_2: [f64x4; 2] = [f64x4::splat(0.693_147_180_369_123_8), f64x4::splat(1.908_214_929_270_587_7e-10)];

/// 1 / n! for n = 0 … 12: more would change no digit within half of ln 2.
const TERMS: [f64x4; 13] = [
    f64x4::splat(1.0),
    f64x4::splat(1.0),
    f64x4::splat(1.0 / 2.0),
    f64x4::splat(1.0 / 6.0),
    f64x4::splat(1.0 / 24.0),
    f64x4::splat(1.0 / 120.0),
    f64x4::splat(1.0 / 720.0),
    f64x4::splat(1.0 / 5_040.0),
    f64x4::splat(1.0 / 40_320.0),
    f64x4::splat(1.0 / 362_880.0),
    f64x4::splat(1.0 / 3_628_800.0),
    f64x4::splat(1.0 / 39_916_800.0),
    f64x4::splat(1.0 / 479_001_600.0),
];

/// e to the power of four numbers, right to the last digit or two; what lies beyond ±700 counts as that.
///
/// The whole powers of two in it are written into the exponent, and the rest is Taylor's series.
#[inline]
pub(super) fn exp(x: f64x4) -> f64x4 {
    // Added to 1.5 · 2⁵² and the bias of an exponent, a number is rounded to a whole one, which then lies in its lowest bits.
    const ROUNDER: f64x4 = f64x4::splat(6_755_399_441_055_744.0 + 1023.0);
    const LIMIT: f64x4 = f64x4::splat(700.0);
    const LOWEST: f64x4 = f64x4::splat(-700.0);
    let x = x.fast_max(LOWEST).fast_min(LIMIT);
    let rounded = x * f64x4::LOG2_E + ROUNDER;
    let twos = rounded - ROUNDER;
    let rest = x - twos * LN_2[0] - twos * LN_2[1];
    // Pairs first, so that no term waits for all others.
    let (square, t) = (rest * rest, &TERMS);
    let fourth = square * square;
    let low = (t[0] + t[1] * rest) + (t[2] + t[3] * rest) * square;
    let middle = (t[4] + t[5] * rest) + (t[6] + t[7] * rest) * square;
    let high = (t[8] + t[9] * rest) + (t[10] + t[11] * rest) * square + t[12] * fourth;
    let series = low + (middle + high * fourth) * fourth;
    let power: u64x4 = rounded.to_bits() << 52_u32;
    series * f64x4::from_bits(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_are_those_of_the_standard_library() {
        for step in -7_000..7_000 {
            let x = [f64::from(step) * 0.1, f64::from(step) * 1e-4, f64::from(step) * 1e-12, 0.0];
            for (found, x) in exp(f64x4::new(x)).to_array().into_iter().zip(x) {
                assert!((found - x.exp()).abs() <= 1e-15 * x.exp(), "{x}: {found} and {}", x.exp());
            }
        }
        assert_eq!(exp(f64x4::ZERO), f64x4::ONE);
        assert_eq!(exp(f64x4::splat(-1e9)), exp(f64x4::splat(-700.0)));
    }
}
