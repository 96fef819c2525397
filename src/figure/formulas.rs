//! Every formula of the model in the order of the page. A new one is a row here; its words are in `text::method`, where
//! the compiler asks for them.

use crate::text::{Chapter, Explained, Formula, Lang};

/// Chapter, formula, and its letters; § numbers are those of the model's description.
const FORMULAS: [(Chapter, Formula, &str); 39] = [
    // § 1
    (Chapter::Money, Formula::OwnMoney, "n = Δ · (1 − ρ)"),
    (Chapter::Money, Formula::Tax, "ΔE = E · (h / g − 1)"),
    (Chapter::Output, Formula::Output, "m = Δ / k"),
    // § 2
    (Chapter::Indicators, Formula::Scale, "s = (x − w) / (b − w),  z = ln(s / (1 − s))"),
    (Chapter::Indicators, Formula::Reference, "z(t+1) = z(t) + m · δ^t"),
    (Chapter::Indicators, Formula::Effort, "x(t) = Σ a · A(t) / N(t)"),
    (Chapter::Indicators, Formula::Delay, "y(t) = y(t−1) + (1 − exp(−1/τ)) · (x(t) − y(t−1))"),
    (Chapter::Indicators, Formula::Response, "u = v · (h(r) − h(q)),  h(r) = (1 + f) · r / (r + f) − 1"),
    (Chapter::Indicators, Formula::Deviation, "d(t+1) = (1 − φ) · d(t) + u(t) + Σ g · d′(t)"),
    (Chapter::Indicators, Formula::Projection, "x = w + (b − w) / (1 + exp(−(z + d)))"),
    // § 3
    (Chapter::Indicators, Formula::Uncertainty, "v = V · exp(s · n)"),
    (Chapter::Indicators, Formula::Noise, "z(t+1) = z(t) + m · δ^t + σ · n(t)"),
    (Chapter::Indicators, Formula::Slope, "m = Median((z(j) − z(i)) / (j − i)),  i < j"),
    (Chapter::Indicators, Formula::Fluctuation, "σ = √(Σ (z(j) − z(i) − m · (j − i))² / (j − i) / n)"),
    (Chapter::Indicators, Formula::BackTest, "|z − z′| ≤ c · σ · √j,  e = Σ |x − x′| / 3"),
    (Chapter::Indicators, Formula::Quantile, "Q(p) = x(k) + (g − k) · (x(k+1) − x(k)),  g = p · (n − 1)"),
    (Chapter::Indicators, Formula::Faint, "max(|Q(1/10)|, |Q(9/10)|) < σ · x′"),
    (Chapter::Indicators, Formula::SpillStrength, "g = S · p / 3"),
    // § 4
    (Chapter::Indicators, Formula::Explanation, "d = Σ l + Σ j + p"),
    // § 5
    (Chapter::Budget, Formula::Depreciation, "D(t) = Σ I(s) / n,  t − n ≤ s < t"),
    (Chapter::Budget, Formula::Result, "ΔJ = ΔE − ΔA − D − i · S"),
    (Chapter::Budget, Formula::Debt, "S(t+1) = S(t) + ΔA + ΔI − ΔE + i · S(t)"),
    (Chapter::Budget, Formula::Reserves, "R(t+1) = max(0, R(t) + J),  G(t+1) = G(t) + min(0, R(t) + J)"),
    (Chapter::Budget, Formula::Law, "q = 1 − G(t) / G(t−1);  q > 1/4,  2 × q > 1/20,  G ≤ 0"),
    (Chapter::Budget, Formula::CarryForward, "V(t) = V(t−1) + F(t) − U(t) − W(t),  K(t) = K(t−1) − W(t)"),
    (Chapter::Budget, Formula::KeyFigures, "c = E / A,  f = F / (R + G),  q = I / D,  z = Z / A,  k = B / V"),
    (Chapter::Budget, Formula::Shock, "L(t) = B · a · h · f(t)"),
    (Chapter::Budget, Formula::Recovery, "L(t) ≤ 1/10 · max L"),
    // § 6
    (Chapter::Generations, Formula::Ledger, "b = Σ (1 + r)^−t · (Σ K · w / Σ w·N − Σ ΔE · u / Σ u·N)"),
    (Chapter::Generations, Formula::Closing, "Σ b + V − S + Z = 0"),
    (Chapter::Generations, Formula::OwnMeans, "c = E / A"),
    (Chapter::Generations, Formula::Upkeep, "q = I / (D · ω)"),
    (Chapter::Generations, Formula::Backlog, "ΔB = B − B′,  B(t+1) = max(0, B(t) · (1 + π) − X(t)),  B′: X = 0"),
    (Chapter::Generations, Formula::Inheritance, "e = (S + P + B − L) / N"),
    (Chapter::Generations, Formula::CarbonAccount, "K = b · N − Σ C"),
    (Chapter::Generations, Formula::Damage, "H = ΔC · p"),
    (Chapter::Generations, Formula::Floors, "s = min(clamp((x − k) / (u − k), 0, 1))"),
    (Chapter::Generations, Formula::FutureShare, "z = Σ A · f / Σ A"),
    (Chapter::Generations, Formula::WeakLens, "W = I − D + Q − S − C · p"),
];

/// A formula as the page shows it (Rechenschritt).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormulaFigure {
    /// Title, plain words, meaning of the letters.
    pub said: Explained,
    /// In letters.
    pub letters: &'static str,
}

/// All formulas by chapter, in order.
pub fn formulas(lang: Lang) -> Vec<(&'static str, Vec<FormulaFigure>)> {
    let words = &lang.texts().method;
    let mut chapters: Vec<(&'static str, Vec<FormulaFigure>)> = Vec::new();
    for (chapter, formula, letters) in FORMULAS {
        let title = (words.chapter)(chapter);
        let figure = FormulaFigure { said: (words.formula)(formula), letters };
        match chapters.last_mut() {
            Some((last, figures)) if *last == title => figures.push(figure),
            _ => chapters.push((title, vec![figure])),
        }
    }
    chapters
}
