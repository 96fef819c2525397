//! What Freiburg's data lack is said in both languages and nowhere shown as zero.

use std::sync::LazyLock;

use zukunftshaushalt::figure::{
    Telling, generations, key_figure_table, law_figure, profile_figure, resilience_figure, shock_figures,
};
use zukunftshaushalt::model::fairness::Metric;
use zukunftshaushalt::model::{List, Projection, Scenario, Town, simulate};
use zukunftshaushalt::pack::{freiburg, load};
use zukunftshaushalt::text::Lang;

static TOWN: LazyLock<Town> = LazyLock::new(|| load(&freiburg()).expect("the pack loads"));

fn told<R>(scenario: &Scenario, lang: Lang, tell: impl FnOnce(Telling<'_>) -> R) -> R {
    let projection: Projection = simulate(&TOWN, scenario);
    tell(Telling { town: &TOWN, scenario, projection: &projection, ranges: &List::default(), lang })
}

const MISSING: [(Lang, &str); 2] =
    [(Lang::De, "für Freiburg nicht in den Daten"), (Lang::En, "not in the data for Freiburg")];

#[test]
fn the_law_cannot_be_judged_without_reserves() {
    for (lang, missing) in MISSING {
        for scenario in [Scenario::default(), TOWN.half_of_every_room()] {
            let law = told(&scenario, lang, law_figure);
            assert!(law.sentence.contains(missing) && law.sentence.contains("§ 80 Abs. 3 GemO BW"), "{}", law.sentence);
            assert!(!law.is_due && law.groups.is_empty() && law.plot.years.is_empty());
            // Only the change of debts is known; what could cover a deficit besides is missing, and the law is cited.
            assert_eq!(law.facts.len(), 3, "{:?}", law.facts);
            assert!(law.facts[1].contains("Sonderergebnis") && law.facts[1].contains(missing), "{:?}", law.facts);
            let stands = told(&scenario, lang, resilience_figure);
            assert!(stands.sentence.contains(missing) && stands.rows.is_empty(), "{}", stands.sentence);
            let shocks = told(&scenario, lang, shock_figures);
            assert_eq!(shocks.len(), TOWN.shocks.len());
            assert!(shocks.iter().all(|it| it.lines.iter().any(|line| line.contains('€'))), "{shocks:?}");
        }
    }
}

#[test]
fn key_figures_of_the_budget_year_alone() {
    let rows = told(&Scenario::default(), Lang::De, key_figure_table);
    let values: Vec<&str> = rows.iter().map(|row| row[1].as_str()).collect();
    let none = "nicht im Datensatz";
    assert_eq!(values, ["2018", "97,9", none, none, none]);
}

#[test]
fn the_profile_computes_what_it_can_and_says_the_rest() {
    for (lang, missing) in MISSING {
        let profile = told(&Scenario::default(), lang, profile_figure);
        let rows = Metric::ALL.into_iter().zip(&profile.rows).filter(|(_, row)| row.plan.contains(missing));
        let unknown = [Metric::Reach, Metric::Upkeep, Metric::Inheritance, Metric::Co2Account, Metric::NetSavings];
        assert_eq!(rows.map(|(metric, _)| metric).collect::<Vec<_>>(), unknown, "{:?}", profile.rows);
        assert!(profile.rows.iter().filter(|row| row.plan.contains(missing)).all(|row| row.light.is_empty()));
        let inheritance = told(&Scenario::default(), lang, |it| generations(it, 0)).inheritance;
        assert!(inheritance.contains(missing), "{inheritance}");
    }
    let rows = told(&Scenario::default(), Lang::De, profile_figure).rows;
    assert_eq!(rows[0].plan, "2018: 97,9\u{a0}% gedeckt, −85\u{a0}€ je Kopf");
    assert!(rows[3].plan.contains("400") && rows[3].plan.contains("(Schätzung)"), "{}", rows[3].plan);
}
