//! Units with a multiplier in them: `1.000 t CO2`, `Mio. EUR`, `T€`.

/// A unit without its multiplier (Einheit).
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// What a value has to be multiplied with.
    pub factor: f64,
    /// The plain unit.
    pub name: String,
}

/// Words that multiply, longest first; each must stand alone before the unit.
const WORDS: [(&str, f64); 13] = [
    ("milliarden", 1e9),
    ("millionen", 1e6),
    ("tausend", 1e3),
    ("mrd.", 1e9),
    ("mio.", 1e6),
    ("tsd.", 1e3),
    ("1.000", 1e3),
    ("1 000", 1e3),
    ("1000", 1e3),
    ("mrd", 1e9),
    ("mio", 1e6),
    ("tsd", 1e3),
    ("td.", 1e3),
];

/// Splits the multiplier from a unit. `je 1.000 EW` is a rate and keeps its thousand.
pub fn unit(text: &str) -> Unit {
    let text = text.trim().replace(['\u{a0}', '\u{202f}'], " ");
    let lower = text.to_lowercase();
    for (word, factor) in WORDS {
        let Some(rest) = lower.strip_prefix(word) else { continue };
        // Lowering may change the length of foreign letters, never that of these ASCII words.
        let name = text.get(word.len()..).unwrap_or_default();
        if rest.starts_with([' ', '€']) && !name.trim().is_empty() {
            return Unit { factor, name: name.trim().to_owned() };
        }
    }
    for short in ["T€", "TEUR", "T EUR"] {
        if text == short {
            return Unit { factor: 1e3, name: short.trim_start_matches(['T', ' ']).to_owned() };
        }
    }
    Unit { factor: 1.0, name: text }
}
