//! Every formula of the model in the order of the page. A new one is a row here; its words are in `text::method`, where
//! the compiler asks for them.

use crate::model::Town;
use crate::model::ensemble::MEMBERS;
use crate::model::fiscal::{BudgetLaw, Rules};
use crate::model::forecast::known;
use crate::text::{self, Chapter, Explained, Formula, KnownSaid, Lang};

/// Chapter, formula, and its letters; the files named are the model's chapters, `src/model/model.md` first.
const FORMULAS: [(Chapter, Formula, &str); 54] = [
    // model.md
    (Chapter::Money, Formula::OwnMoney, "n = Δ · (1 − ρ),  n = Δ · (1 − γ)"),
    (Chapter::Money, Formula::Tax, "ΔE = E · (h / g − 1)"),
    // chain.md
    (Chapter::Output, Formula::Bought, "q(t) = Δ(t) / c"),
    (Chapter::Output, Formula::Working, "W(t) = Σ w(t − b − s) · q(s),  s ≤ t − b;  w(a) = min(1, max(0, L − a))"),
    (Chapter::Output, Formula::Building, "B(t) = Σ q(s),  t − b < s ≤ t"),
    (Chapter::Indicators, Formula::Arrived, "e(t) = e(t−1) + (1 − exp(−1/τ)) · (W(t) − e(t−1))"),
    (Chapter::Indicators, Formula::Count, "D(t) = Σ κ · e(t) + Σ λ · D′(t−1)"),
    (Chapter::Indicators, Formula::InUnit, "δ(t) = D(t) · p / N(t)"),
    (Chapter::Indicators, Formula::Scale, "s = clamp((x − w) / (b − w), 1/100, 99/100),  z = ln(s / (1 − s))"),
    (Chapter::Indicators, Formula::Reference, "z(t+1) = z(t) + m · k^t,  x₀ = w + (b − w) / (1 + exp(−z))"),
    (
        Chapter::Indicators,
        Formula::Shown,
        "d = δ / (1 + (δ / r)⁴)^¼,  x = x₀ + d;  r = |b − x₀|,  δ · (b − w) > 0;  r = |x₀ − w|,  δ · (b − w) < 0",
    ),
    (
        Chapter::Indicators,
        Formula::Explanation,
        "D = Σ y + Σ v,  y = κ · e(t),  v = λ · D′(t−1);  d = Σ y · d / D + Σ v · d / D",
    ),
    (Chapter::Indicators, Formula::NotYet, "o = κ · (W(t) + B(t) − e(t))"),
    (Chapter::Indicators, Formula::Uncertainty, "v = V · exp(s · n)"),
    (Chapter::Indicators, Formula::Spread, "s = ln(f / V) / h,  n > 0;  s = ln(V / u) / h,  n < 0"),
    (Chapter::Indicators, Formula::Vanishing, "v = 0,  g < y"),
    (Chapter::Indicators, Formula::PerEuro, "κ′ = κ · c′ / c"),
    (Chapter::Indicators, Formula::Times, "L′ = max(1, L · exp(s · n)),  τ′ = τ · exp(s · n)"),
    (Chapter::Indicators, Formula::Loops, "λ′ = λ · g / R,  R ≥ g"),
    // ensemble.md
    (Chapter::Indicators, Formula::Noise, "z(t+1) = z(t) + m · k^t + σ · n(t)"),
    (Chapter::Indicators, Formula::Slope, "m = Median((z(j) − z(i)) / (j − i)),  i < j"),
    (Chapter::Indicators, Formula::Fluctuation, "σ = √(Σ (z(j) − z(i) − m · (j − i))² / (j − i) / n)"),
    (Chapter::Indicators, Formula::BackTest, "|z − z′| ≤ c · σ · √j,  e = Σ |x − x′| / 3"),
    (Chapter::Indicators, Formula::Quantile, "Q(p) = x(k) + (g − k) · (x(k+1) − x(k)),  g = p · (n − 1)"),
    (Chapter::Indicators, Formula::Faint, "max(|Q(1/10)|, |Q(9/10)|) < σ · x′"),
    (Chapter::Indicators, Formula::Chances, "p = Σ [d · (b − w) > 0] / M,  q = Σ [(x − a) · (b − w) ≥ 0] / M"),
    // fiscal.md
    (Chapter::Budget, Formula::Operating, "ΔA = Σ Δ · (1 − ρ) + Σ (f − g) · W"),
    (Chapter::Budget, Formula::Payment, "ΔI = Σ Δ · (1 − γ)"),
    (Chapter::Budget, Formula::Depreciation, "D(t) = Σ (1 − γ) · c / L · W(t−1)"),
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
    (Chapter::Generations, Formula::Closing, "Σ b + V − S + Z = Y,  Y = Σ g · W"),
    (Chapter::Generations, Formula::LeftBehind, "V = Σ (ΔI(t) − D(t)),  h = S(T) + ΔB(T) − V"),
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
        Some(FormulaFigure { said: (lang.method().formula)(formula, &law), letters })
    };
    wanted.iter().filter(|it| holds(**it, law.rules)).filter_map(|it| told(*it)).collect()
}

/// What the measured values of a town give, and what a reader must know of the ranges (Was die Zahlen tragen).
pub fn known_figure(town: &Town, lang: Lang) -> [String; 3] {
    let known = known(&town.indicators);
    (lang.method().known_said)(&KnownSaid {
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
    let words = lang.method();
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
