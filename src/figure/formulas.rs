//! Every formula of the model in the order of the page. A new one is a row here; its words are in `text::method`, where
//! the compiler asks for them.

use crate::model::Town;
use crate::model::ensemble::MEMBERS;
use crate::model::fiscal::{BudgetLaw, Rules};
use crate::model::forecast::known;
use crate::text::{self, Chapter, Explained, Formula, KnownSaid, Lang};

/// Chapter, formula, and its letters; the files named are the model's chapters, `src/model/model.md` first.
const FORMULAS: [(Chapter, Formula, &str); 46] = [
    // model.md
    (Chapter::Money, Formula::OwnMoney, "n = Δ · (1 − ρ)"),
    (Chapter::Money, Formula::Tax, "ΔE = E · (h / g − 1)"),
    (Chapter::Output, Formula::Output, "m = Δ / k"),
    // effects.md
    (Chapter::Indicators, Formula::Scale, "s = clamp((x − w) / (b − w), 1/100, 99/100),  z = ln(s / (1 − s))"),
    (Chapter::Indicators, Formula::Reference, "z(t+1) = z(t) + m · δ^t"),
    (Chapter::Indicators, Formula::Effort, "x(t) = Σ a · A(t) / N(t)"),
    (Chapter::Indicators, Formula::Delay, "y(t) = y(t−1) + (1 − exp(−1/τ)) · (x(t) − y(t−1))"),
    (Chapter::Indicators, Formula::Response, "u = v · (h(r) − h(q)),  h(r) = (1 + f) · r / (r + f) − 1"),
    (Chapter::Indicators, Formula::Deviation, "d(t+1) = (1 − φ) · d(t) + u(t) + Σ g · d′(t)"),
    (Chapter::Indicators, Formula::Projection, "x = w + (b − w) / (1 + exp(−(z + d)))"),
    // ensemble.md
    (Chapter::Indicators, Formula::Uncertainty, "v = V · exp(s · n)"),
    (Chapter::Indicators, Formula::Noise, "z(t+1) = z(t) + m · δ^t + σ · n(t)"),
    (Chapter::Indicators, Formula::Slope, "m = Median((z(j) − z(i)) / (j − i)),  i < j"),
    (Chapter::Indicators, Formula::Fluctuation, "σ = √(Σ (z(j) − z(i) − m · (j − i))² / (j − i) / n)"),
    (Chapter::Indicators, Formula::BackTest, "|z − z′| ≤ c · σ · √j,  e = Σ |x − x′| / 3"),
    (Chapter::Indicators, Formula::Quantile, "Q(p) = x(k) + (g − k) · (x(k+1) − x(k)),  g = p · (n − 1)"),
    (Chapter::Indicators, Formula::Faint, "max(|Q(1/10)|, |Q(9/10)|) < σ · x′"),
    (Chapter::Indicators, Formula::Chances, "p = Σ [d > 0] / M,  q = Σ [z ≥ a] / M"),
    (Chapter::Indicators, Formula::SpillStrength, "g = S · p / 3"),
    // explain.md
    (Chapter::Indicators, Formula::Explanation, "d = Σ l + Σ j + p"),
    // fiscal.md
    (Chapter::Budget, Formula::Depreciation, "D(t) = Σ I(s) / n,  t − n ≤ s < t"),
    (Chapter::Budget, Formula::Result, "ΔJ = ΔE − ΔA − D − i · S"),
    (Chapter::Budget, Formula::Debt, "S(t+1) = S(t) + ΔA + ΔI − ΔE + i · S(t)"),
    (Chapter::Budget, Formula::Reserves, "R(t+1) = max(0, R(t) + J),  G(t+1) = G(t) + min(0, R(t) + J)"),
    (
        Chapter::Budget,
        Formula::Law,
        "q(t) = 1 − G(t) / G(t−1);  q(t) > 1/4,  min(q(t−1), q(t)) > 1/20,  R(t) + G(t) < 0",
    ),
    (
        Chapter::Budget,
        Formula::Surpluses,
        "R(t) = R(t−1) + max(0, J(t)) − U(t) − D(t),  D(t) = min(R(t−1), max(0, −J(t)))",
    ),
    (Chapter::Budget, Formula::CarryForward, "V(t) = V(t−1) + F(t) − U(t) − W(t),  K(t) = K(t−1) − W(t);  K < 0"),
    (Chapter::Budget, Formula::KeyFigures, "c = E / A,  f = F / (R + G),  q = I / D,  z = Z / A,  k = B / V"),
    (Chapter::Budget, Formula::Shock, "L(t) = B · a · h · (f(t) − c · f(t − v)),  J′ = J − L − i · S"),
    (
        Chapter::Budget,
        Formula::ShockCourse,
        "f(t) = min(1, (s + 1) / r),  s < d;  f(t) = min(1, d / r) · q^(s − d + 1),  s ≥ d;  s = t − b",
    ),
    (Chapter::Budget, Formula::Recovery, "L(t) ≤ 1/10 · max L"),
    // fairness.md
    (Chapter::Generations, Formula::Ledger, "b = Σ (1 + r)^−t · (Σ K · w / Σ w·N − Σ ΔE · u / Σ u·N)"),
    (Chapter::Generations, Formula::Closing, "Σ b + V − S + Z = 0"),
    (Chapter::Generations, Formula::LeftBehind, "V = Σ (I(t) − D(t)),  h = S(T) + ΔB(T) − V"),
    (Chapter::Generations, Formula::OwnMeans, "c = E / A"),
    (Chapter::Generations, Formula::ResultPerHead, "e = J / N,  Δe = ΔJ / N"),
    (Chapter::Generations, Formula::Reach, "r = min(t : n(t) > 0),  b = min(t : R(t) ≤ 0);  G(T) − G′(T),  t ≤ T"),
    (Chapter::Generations, Formula::Upkeep, "q = Σ I / (Σ D · ω),  k = min(I / (D · ω))"),
    (Chapter::Generations, Formula::Backlog, "ΔB = B − B′,  B(t+1) = max(0, B(t) · (1 + π) − X(t)),  B′: X = 0"),
    (Chapter::Generations, Formula::Inheritance, "e = (S + P + B − L) / N"),
    (Chapter::Generations, Formula::InheritanceChange, "Δe = (S(T) + ΔB(T) − V) / N(T)"),
    (Chapter::Generations, Formula::CarbonAccount, "K(t) = b · N − A − Σ C,  a = min(t : K(t) ≤ 0)"),
    (Chapter::Generations, Formula::Damage, "H = C · p,  ΔH = Σ ΔC · p"),
    (Chapter::Generations, Formula::Floors, "s = min(clamp((x − k) / (u − k), 0, 1))"),
    (Chapter::Generations, Formula::FutureShare, "z = Σ A · f / Σ A"),
    (
        Chapter::Generations,
        Formula::WeakLens,
        "W = (I − D + Q − S − C · p) / N,  ΔW = (V + ΔQ − ΔS − ΔC · p) / (N · T)",
    ),
];

/// A formula as the page shows it (Rechenschritt).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormulaFigure {
    /// Title, plain words, meaning of the letters.
    pub said: Explained,
    /// In letters.
    pub letters: &'static str,
}

/// Whether a formula holds under the budget law of a town; only that of its own Land does.
fn holds(formula: Formula, law: Rules) -> bool {
    match formula {
        Formula::Reserves | Formula::Law => matches!(law, Rules::FallOfReserve { .. }),
        Formula::Surpluses | Formula::CarryForward => matches!(law, Rules::CarryForward { .. }),
        _ => true,
    }
}

/// Some formulas as the page shows them, those of another Land left out.
pub(super) fn shown(town: &Town, lang: Lang, wanted: &[Formula]) -> Vec<FormulaFigure> {
    let law = BudgetLaw::of(town);
    let told = |formula: Formula| {
        let (.., letters) = FORMULAS.into_iter().find(|(_, other, _)| *other == formula)?;
        Some(FormulaFigure { said: (lang.texts().method.formula)(formula, &law), letters })
    };
    wanted.iter().filter(|it| holds(**it, law.rules)).filter_map(|it| told(*it)).collect()
}

/// What the measured values of a town give, and what a reader must know of the ranges (Was die Zahlen tragen).
pub fn known_figure(town: &Town, lang: Lang) -> [String; 3] {
    let known = known(&town.indicators);
    (lang.texts().method.known_said)(&KnownSaid {
        all: town.indicators.len(),
        trend: known.trend,
        noise: known.noise,
        back_test: known.back_test,
        is_usual_given: town.usual_noise.is_some(),
        members: text::whole(MEMBERS as f64, lang),
    })
}

/// All formulas by chapter, in order.
pub fn formulas(town: &Town, lang: Lang) -> Vec<(&'static str, Vec<FormulaFigure>)> {
    let words = &lang.texts().method;
    let mut chapters: Vec<(&'static str, Vec<FormulaFigure>)> = Vec::new();
    for (chapter, formula, _) in FORMULAS {
        let title = (words.chapter)(chapter);
        let Some(figure) = shown(town, lang, &[formula]).pop() else { continue };
        match chapters.last_mut() {
            Some((last, figures)) if *last == title => figures.push(figure),
            _ => chapters.push((title, vec![figure])),
        }
    }
    chapters
}
