//! What "Wie wird gerechnet?" says: every row of the pack once, every letter explained.

use std::collections::BTreeSet;

use zukunftshaushalt::figure::{self, Kind, ORDERS, Order};
use zukunftshaushalt::model::ensemble::SPILL_GRADE;
use zukunftshaushalt::model::fairness::Metric;
use zukunftshaushalt::model::fiscal::{BudgetLaw, Land, LawProfile};
use zukunftshaushalt::model::{Basis, Grade, List, Money, Origin, ReserveYear, Scenario, Seen, Town, Year, simulate};
use zukunftshaushalt::pack::{freiburg, load, muenster};
use zukunftshaushalt::text::Lang;

const LANGS: [Lang; Lang::ALL.len()] = Lang::ALL;

/// Functions, the sum sign and the year, which need no explanation.
const KNOWN: [&str; 8] = ["Σ", "t", "T", "ln", "exp", "max", "min", "clamp"];

fn town() -> Town {
    load(&muenster()).expect("the pack loads")
}

/// Every town that has a pack.
fn towns() -> [Town; 2] {
    [town(), load(&freiburg()).expect("the pack loads")]
}

fn letters(text: &str) -> BTreeSet<&str> {
    text.split(|it: char| !it.is_alphabetic() && it != '′').filter(|it| !it.is_empty()).collect()
}

#[test]
fn every_letter_of_a_formula_is_explained() {
    for (town, lang) in towns().into_iter().flat_map(|town| LANGS.map(|lang| (town.clone(), lang))) {
        let chapters = figure::formulas(&town, lang);
        let count: usize = chapters.iter().map(|(_, all)| all.len()).sum();
        assert_eq!(count, 44, "every formula of the model; two belong to the law of another Land");
        assert_eq!(chapters.len(), 5, "money, output, indicators, budget, generations");
        for (chapter, formula) in chapters.iter().flat_map(|(title, all)| all.iter().map(move |it| (title, it))) {
            let [title, plain, meaning] = formula.said;
            assert!(plain.ends_with('.') || plain.ends_with(")."), "{chapter}, {title}");
            let explained = letters(meaning);
            for letter in letters(formula.letters).into_iter().filter(|it| !KNOWN.contains(it)) {
                assert!(explained.contains(letter), "{title}: {letter} of {} is not explained", formula.letters);
            }
        }
    }
}

#[test]
fn every_row_of_the_pack_stands_there_once_in_every_order() {
    for (town, lang) in towns().into_iter().flat_map(|town| LANGS.map(|lang| (town.clone(), lang))) {
        for order in ORDERS {
            let groups = figure::evidence(&town, lang, order, &[]);
            let rows: Vec<_> = groups.iter().flat_map(|group| &group.rows).collect();
            let keys: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
            assert_eq!((rows.len(), keys.len()), (figure::evidence_count(&town), figure::evidence_count(&town)));
            for effect in &town.effects {
                let row = rows.iter().find(|row| row.id == effect.id).expect("every effect has a row");
                assert_eq!((row.sentence.as_str(), row.grade), (lang.of(&effect.sentence), Some(effect.grade)));
                assert_eq!((&row.source, &row.url), (&effect.source, &effect.url));
            }
            assert!(groups.iter().all(|group| !group.title.is_empty()));
            assert!(rows.iter().all(|row| !row.source.is_empty() && !row.sentence.is_empty()));
        }
    }
}

#[test]
fn grades_come_in_order_and_can_be_left_out() {
    let town = town();
    let grades = |hidden: &[Kind]| -> Vec<Option<Grade>> {
        let groups = figure::evidence(&town, Lang::De, Order::Grade, hidden);
        // Spill-overs have a group of their own, with one grade for all.
        let rows = groups.iter().flat_map(|group| &group.rows).filter(|row| !row.id.starts_with('M'));
        rows.map(|row| row.grade).collect()
    };
    let spills = rows(&town, Lang::De).into_iter().filter(|row| row.id.starts_with('M'));
    assert!(spills.map(|row| row.grade).eq(town.spillovers.iter().map(|_| Some(SPILL_GRADE))));
    let all: Vec<Grade> = grades(&[]).into_iter().flatten().collect();
    let reacting = town.indicators.places().filter(|it| town.is_moved_by_money(*it)).count();
    assert!(all.is_sorted() && all.len() == town.effects.len() + reacting);
    let titles: Vec<String> =
        figure::evidence(&town, Lang::De, Order::Grade, &[]).into_iter().map(|it| it.title).collect();
    let names = Kind::ALL.map(|kind| figure::kind_name(kind, Lang::De));
    assert_eq!(titles, names, "grades first, then links and costs, then values by their basis");
    let is_extreme = |kind: &Kind| matches!(kind, Kind::Effect(Grade::A | Grade::D));
    let hidden: Vec<Kind> = Kind::ALL.into_iter().filter(|it| !is_extreme(it)).collect();
    let some = grades(&hidden);
    assert!(!some.is_empty() && some.iter().all(|it| matches!(it, Some(Grade::A | Grade::D))));
    assert_eq!(figure::evidence(&town, Lang::De, Order::Goal, &Kind::ALL), []);
}

/// All rows in one list.
fn rows(town: &Town, lang: Lang) -> Vec<figure::Row> {
    let groups = figure::evidence(town, lang, Order::Grade, &[]);
    groups.into_iter().flat_map(|group| group.rows).collect()
}

#[test]
fn everything_that_is_taken_as_given_has_a_row_with_its_basis_and_source() {
    let town = town();
    for lang in LANGS {
        let rows = rows(&town, lang);
        let of = |kind: char| {
            let mut found: Vec<_> = rows.iter().filter(|row| row.id.starts_with(kind)).collect();
            found.sort_by(|a, b| a.id.cmp(&b.id));
            found
        };
        let basis = [Basis::Official, Basis::Estimate, Basis::Assumption].map(lang.texts().basis);
        for kind in ['W', 'S', 'Z', 'Q', 'N', 'C', 'F', 'A'] {
            assert!(!of(kind).is_empty(), "{kind}");
            assert!(of(kind).iter().all(|row| basis.contains(&row.seen) && row.grade.is_none()), "{kind}");
        }
        let counts = ['R', 'S', 'Z', 'Q', 'C', 'A'].map(|kind| of(kind).len());
        let lines = town.levers.iter().map(|it| it.lines.len()).sum();
        let shown = [town.indicators.len(), town.taxes.len(), lines, town.fairness.uses.len(), town.shocks.len()];
        assert_eq!(counts[..5], shown);
        assert_eq!(counts[5], town.assumptions.len());
        for (row, it) in of('A').iter().zip(&town.assumptions) {
            assert_eq!((row.sentence.as_str(), row.seen), (lang.of(&it.text), (lang.texts().basis)(it.basis)));
            assert_eq!(Some(row.source.as_str()), town.source(&it.source).map(|it| it.text.as_str()));
        }
        for (row, it) in of('S').iter().zip(&town.taxes) {
            assert_eq!(row.seen, (lang.texts().basis)(it.basis), "{}", row.title);
        }
        // What a lever's money is taken to do names the source of the whole file.
        let levers = town.source(town.origin(Origin::Levers)).map(|it| it.text.as_str());
        assert!(of('Z').iter().all(|row| Some(row.source.as_str()) == levers));
    }
    let said: Vec<String> = rows(&town, Lang::De).into_iter().map(|row| row.sentence).collect();
    assert!(said.contains(&"Gerechnet wird mit 1,5\u{a0}% (Stand 2026).".to_owned()));
    assert!(said.iter().any(|it| it.contains("0,2 bei A, 0,4 bei B, 0,7 bei C, 1,4 bei D")));
}

#[test]
fn a_figure_that_the_pack_lacks_has_no_row() {
    let mut town = town();
    let count = |town: &Town| rows(town, Lang::De).iter().filter(|row| row.id.starts_with('W')).count();
    let all = count(&town);
    town.finance.liquid_funds = None;
    town.fairness.co2_budget = None;
    assert_eq!(count(&town), all - 2);
}

#[test]
fn an_effect_shows_both_grades_and_a_reaction_the_weakest() {
    let town = town();
    let rows = rows(&town, Lang::En);
    let row = |id: &str| rows.iter().find(|row| row.id == id).expect("there is a row");
    let measured = town.effects.iter().filter(|it| it.share != 0.0 && it.indicator.is_some());
    for it in measured {
        let said = format!(
            "effect: {:?}, {}. Evidence for the step from euros to a quantity: {:?}, {}.",
            it.grade,
            (Lang::En.texts().grade)(it.grade),
            it.euro_grade,
            (Lang::En.texts().grade)(it.euro_grade)
        );
        assert!(row(&it.id).number.contains(&said), "{}", row(&it.id).number);
    }
    for index in town.indicators.places() {
        let row = row(&format!("R{:02}", index.0 + 1));
        let weakest = town.effects_on(index).map(|it| it.grade.max(it.euro_grade)).max();
        assert_eq!(row.grade, weakest, "{}", row.title);
        assert_eq!(row.sentence.contains("τ"), town.is_moved_by_money(index), "{}", row.sentence);
        assert!(town.effects_on(index).all(|it| row.source.contains(&it.id)), "{}", row.source);
    }
}

#[test]
fn every_metric_tells_where_its_figures_come_from() {
    let town = town();
    for lang in LANGS {
        for how in figure::profile_how(&town, lang) {
            assert!(!how.sources.is_empty(), "{}", how.question);
            assert!(how.sources.iter().all(|it| it.len() > 20), "{:?}", how.sources);
        }
    }
}

/// The profile and the page of formulas say the same, because it is the same.
#[test]
fn every_metric_has_its_formulas_from_the_page_of_formulas_and_names_no_source_twice() {
    for (town, lang) in towns().into_iter().flat_map(|town| LANGS.map(|lang| (town.clone(), lang))) {
        let chapters = figure::formulas(&town, lang);
        let page: Vec<_> = chapters.iter().flat_map(|(_, all)| all).collect();
        let metrics = figure::profile_how(&town, lang);
        assert_eq!(metrics.len(), Metric::ALL.len());
        let mut used = Vec::new();
        for how in &metrics {
            assert!(!how.formulas.is_empty() && how.plain.ends_with('.'), "{}: {}", how.question, how.plain);
            assert!(how.formulas.iter().all(|it| page.contains(&it)), "{}", how.question);
            // A formula stands in its own line and not in the words as well.
            assert!(!how.plain.contains(" = ") && !how.plain.contains('·'), "{}", how.plain);
            let different: BTreeSet<&String> = how.sources.iter().collect();
            assert_eq!(different.len(), how.sources.len(), "{}: {:?}", how.question, how.sources);
            used.extend(how.formulas.iter().map(|it| it.letters));
        }
        let different: BTreeSet<&&str> = used.iter().collect();
        assert_eq!(different.len(), used.len(), "no formula stands for two metrics: {used:?}");
    }
}

/// Everything about law that the page of a town says, or could say under other law.
fn about_law(town: &Town, lang: Lang) -> Vec<String> {
    let formulas = figure::formulas(town, lang).into_iter().flat_map(|(_, all)| all).flat_map(|it| it.said);
    let mut said: Vec<String> = formulas.map(str::to_owned).collect();
    said.extend(figure::profile_how(town, lang).into_iter().flat_map(|it| [vec![it.plain], it.sources].concat()));
    said.extend(rows(town, lang).into_iter().flat_map(|it| [it.title, it.sentence, it.number, it.caveat, it.source]));
    said.extend(town.sources.iter().map(|it| it.text.clone()));
    let bases = town.levers.iter().flat_map(|it| &it.lines).map(|it| it.legal_basis.clone());
    said.extend(bases);
    let (scenario, calm) = (Scenario::default(), simulate(town, &Scenario::default()));
    let it = figure::Telling { town, scenario: &scenario, projection: &calm, ranges: &List::default(), lang };
    let law = figure::law_figure(it);
    said.extend([vec![law.sentence], law.facts].concat());
    said
}

#[test]
fn no_town_is_told_the_law_of_another_land() {
    let nrw = ["KomHVO", "NRW", "Nordrhein-Westfalen", "North Rhine-Westphalia", "Haushaltssicherung"];
    let bw = ["GemHVO", "GemO", " BW", "Baden-Württemberg"];
    // News from elsewhere may name a Land; only what speaks of law is meant.
    let speaks_of_law =
        |it: &str| ["§", "section", "ordnung", "Haushaltsrecht", "udget law"].iter().any(|word| it.contains(word));
    for (town, lang) in towns().into_iter().flat_map(|town| LANGS.map(|lang| (town.clone(), lang))) {
        let (own, foreign) = if town.law == LawProfile::Nrw { (&nrw[..], &bw[..]) } else { (&bw[..], &nrw[..]) };
        let said: Vec<String> = about_law(&town, lang).into_iter().filter(|it| speaks_of_law(it)).collect();
        let named = |words: &[&str]| {
            said.iter().filter(|it| words.iter().any(|word| it.contains(word))).cloned().collect::<Vec<_>>()
        };
        assert_eq!(named(foreign), Vec::<String>::new(), "{}", town.id);
        assert!(named(own).len() > 5, "{}: its own law is named: {:?}", town.id, named(own));
    }
}

/// The paragraphs are those of the town's own Land. Where rules of another Land stand in, the town is told so, under its
/// own Land's name and without a paragraph that does not hold there.
#[test]
fn rules_of_another_land_bring_no_paragraphs_of_it() {
    let elsewhere = |files: zukunftshaushalt::pack::Files, from: (&str, &str), to: (&str, &str)| {
        let head = files.text("pack.csv").expect("a head");
        let head = head.replace(&format!("state;{}", from.0), &format!("state;{}", to.0));
        let head = head.replace(&format!("ags;{}", from.1), &format!("ags;{}", to.1));
        load(&files.clone().with("pack.csv", &head)).expect("the pack loads")
    };
    let (hesse, bavaria) =
        (elsewhere(muenster(), ("NW", "05"), ("HE", "06")), elsewhere(freiburg(), ("BW", "08"), ("BY", "09")));
    // Freiburg's rules with known reserves as well, so that every sentence is told.
    let carried = Town { law: LawProfile::Bw, ..hesse.clone() };
    assert_eq!((hesse.state, hesse.law, bavaria.state), (Land::He, LawProfile::Nrw, Land::By));
    let foreign = ["§", "NRW", "GemO", "KomHVO", "Nordrhein-Westfalen", "North Rhine-Westphalia", "Baden-Württemberg"];
    let lowest = hesse.taxes.pairs().map(|(at, tax)| (at, tax.range.0));
    let due = Scenario { taxes: lowest.collect(), ..Scenario::default() };
    for (town, names) in
        [(&hesse, ["Hessen", "Hesse"]), (&carried, ["Hessen", "Hesse"]), (&bavaria, ["Bayern", "Bavaria"])]
    {
        for (lang, name) in LANGS.into_iter().zip(names) {
            for scenario in [Scenario::default(), due.clone()] {
                let projection = simulate(town, &scenario);
                let it = figure::Telling {
                    town,
                    scenario: &scenario,
                    projection: &projection,
                    ranges: &List::default(),
                    lang,
                };
                let law = figure::law_figure(it);
                assert!(law.sentence.contains(name), "{}", law.sentence);
                // Münster's deficits would be carried and taken from a large capital, which is no breach.
                assert_eq!(law.is_due, scenario == due && town.law == LawProfile::Nrw);
                let stands = figure::resilience_figure(it);
                let mut said = [vec![law.sentence, law.unit, law.chart, stands.sentence], law.facts].concat();
                said.extend(
                    figure::formulas(town, lang)
                        .into_iter()
                        .flat_map(|(_, all)| all)
                        .flat_map(|it| it.said)
                        .map(str::to_owned),
                );
                said.extend(figure::profile_how(town, lang).into_iter().map(|it| it.plain));
                for said in said {
                    assert!(!foreign.iter().any(|word| said.contains(word)), "{said}");
                }
            }
        }
    }
}

/// A key of another Land is refused, and so is a Land that there is not.
#[test]
fn a_land_is_one_and_that_of_the_municipality_key() {
    for (from, to, told) in [
        ("state;NW", "state;HE", "pack.csv, line 6: ags: expected a key of the Land, 06…, found 05515000"),
        ("state;NW", "state;NRW", "pack.csv, line 7: value: unknown variant `NRW`, expected one of `SH`, `HH`, "),
        ("law;nrw", "law;nwr", "pack.csv, line 8: value: unknown variant `nwr`, expected `nrw` or `bw`"),
    ] {
        let head = muenster().text("pack.csv").expect("a head").replace(from, to);
        let problems = load(&muenster().with("pack.csv", &head)).expect_err("the pack is refused");
        assert!(problems[0].to_string().starts_with(told), "{}", problems[0]);
    }
}

/// The heading and the sum count the goals of the town.
#[test]
fn the_number_of_goals_is_the_towns() {
    for (lang, count, heading, sum) in [
        (Lang::De, 9, "nach neun Nachhaltigkeitszielen", "Neun Ziele zusammen"),
        (Lang::En, 9, "by nine sustainability goals", "Nine goals together"),
        (Lang::De, 1, "nach einem Nachhaltigkeitsziel", "Ein Ziel"),
        (Lang::En, 17, "by 17 sustainability goals", "17 goals together"),
    ] {
        let texts = lang.texts();
        assert!((texts.heading)("Stadt", 2026, count).ends_with(heading), "{}", (texts.heading)("Stadt", 2026, count));
        assert_eq!((texts.goals_sum)(count), sum);
        let mut town = load(&muenster()).expect("the pack loads");
        let field = town.fields.first().expect("a goal").clone();
        town.fields = vec![field; count].into();
        assert_eq!(figure::sums(&town, &Scenario::default(), figure::Mode::Total, lang).goals_name, sum);
    }
}

/// §§ 24 and 25 GemHVO stand together, and whoever reads on finds how each was read.
#[test]
fn the_budget_law_of_baden_wuerttemberg_is_named_alike_everywhere() {
    let town = load(&freiburg()).expect("the pack loads");
    for lang in LANGS {
        let said: Vec<String> = about_law(&town, lang).into_iter().map(|it| it.replace('\u{a0}', " ")).collect();
        let named: Vec<&String> =
            said.iter().filter(|it| it.contains("GemHVO") || it.contains("Gemeindehaushaltsverordnung")).collect();
        let pair = named.iter().filter(|it| ["24 und 25", "24 and 25"].iter().any(|pair| it.contains(pair)));
        assert!(pair.count() >= 3, "formula, law and assumption: {named:?}");
        assert!(named.iter().all(|it| !it.contains("23")), "§ 23 says nothing on it: {named:?}");
    }
}

/// Each statute has its date and how it was read; nothing of it is only remembered.
#[test]
fn every_statute_is_told_with_its_date_and_how_it_was_read() {
    for (town, lang) in towns().into_iter().flat_map(|town| LANGS.map(|lang| (town.clone(), lang))) {
        let statute = BudgetLaw::of(&town).statute.expect("its own law");
        let said = about_law(&town, lang);
        for it in statute.readings {
            let (date, seen) = (lang.date(it.as_of), (lang.texts().seen)(it.seen));
            let what = if lang == Lang::De { it.what.0 } else { it.what.1 };
            let told: Vec<&String> = said.iter().filter(|said| said.contains(what)).collect();
            assert!(told.len() >= 2, "beside the law and beside the reserves: {told:?}");
            assert!(told.iter().all(|said| said.contains(&date) && said.contains(seen)), "{told:?}");
        }
    }
}

/// An all-clear never stands alone: whether the budget is balanced, and what needs approval, stands right behind it.
#[test]
fn an_all_clear_says_whether_the_budget_is_balanced() {
    let (town, calm) = (load(&muenster()).expect("the pack loads"), Scenario::default());
    let told = |town: &Town, scenario: &Scenario, lang| {
        let projection = simulate(town, scenario);
        let it = figure::Telling { town, scenario, projection: &projection, ranges: &List::default(), lang };
        let law = figure::law_figure(it);
        [vec![law.sentence], law.facts].concat()
    };
    let said = told(&town, &calm, Lang::De);
    assert_eq!(
        said[..5],
        [
            "Kein Haushaltssicherungskonzept nötig (§ 76 GO NRW). Ausgeglichen ist der Haushalt trotzdem nicht: Die allgemeine Rücklage sinkt, das muss die Bezirksregierung genehmigen.",
            "Der Haushalt ist 2026 bis 2030 nicht ausgeglichen: Erträge und Ausgleichsrücklage reichen nicht (§ 75 Abs. 2 GO NRW). Was aus der allgemeinen Rücklage kommt, braucht eine Genehmigung (§ 75 Abs. 4 GO NRW).",
            "Schon gut 4,1\u{a0}Mio.\u{a0}€ weniger im Jahr führen in die Haushaltssicherung, allein 2028 sind es gut 4,6\u{a0}Mio.\u{a0}€.",
            "2028 bis 2030: Der Plan rechnet mit 7,0\u{a0}Mio.\u{a0}€, 8,0\u{a0}Mio.\u{a0}€ und 9,0\u{a0}Mio.\u{a0}€ pauschaler Einsparung (globaler Minderaufwand) und sagt nicht, wo. Bis zu 2\u{a0}% der Aufwendungen sind dafür erlaubt, das ist eingehalten. Ohne diese Einsparung wäre 2028 ein Haushaltssicherungskonzept Pflicht.",
            "Statt die allgemeine Rücklage gleich zu nehmen, darf die Stadt einen Fehlbetrag bis zu drei Jahre vortragen (§ 79 Abs. 3, § 84 Abs. 2 GO NRW). Auch das braucht eine Genehmigung, und die Aufsicht kann dann ein Haushaltssicherungskonzept verlangen.",
        ]
    );
    // The same form the other way: what is mandatory, why, whether it is balanced, and the way back.
    let lowest = Scenario { taxes: town.taxes.pairs().map(|(at, tax)| (at, tax.range.0)).collect(), ..calm.clone() };
    let said = told(&town, &lowest, Lang::De);
    assert!(
        said[0].starts_with("Ein Haushaltssicherungskonzept ist 2027 Pflicht (§ 76 Abs. 1 Nr. 2 GO NRW): Die"),
        "{}",
        said[0]
    );
    assert!(said[0].contains("Ausgeglichen ist der Haushalt auch nicht: Die allgemeine Rücklage sinkt"), "{}", said[0]);
    assert!(
        said[2].starts_with("Erst knapp ") && said[2].ends_with("führen aus der Haushaltssicherung."),
        "{}",
        said[2]
    );
    // With surpluses it is balanced, and nobody has to approve anything.
    let mut rich = town.clone();
    rich.reserves.iter_mut().for_each(|it| it.result = Money::from_euros(1e6));
    for (lang, balanced) in
        [(Lang::De, "Ausgeglichen ist der Haushalt auch: "), (Lang::En, "The budget is balanced as well: ")]
    {
        let said = told(&rich, &calm, lang);
        assert!(said[0].contains(balanced), "{}", said[0]);
        assert!(!said.iter().any(|it| ["Genehmigung", "approval"].iter().any(|word| it.contains(word))), "{said:?}");
    }
    // A town within a Kreis has another authority.
    let small = Town { ags: "05515004".to_owned(), ..town };
    assert!(told(&small, &calm, Lang::De)[0].contains("das muss die Kommunalaufsicht genehmigen"));
    // Carrying forward is within the law of Baden-Württemberg, and no alarm.
    let freiburg = load(&freiburg()).expect("the pack loads");
    let reserves = small.reserves.iter().take(3).map(|it| ReserveYear { year: Year(it.year.0 - 6), ..it.clone() });
    let carried = Town { reserves: reserves.collect(), ..freiburg };
    let projection = simulate(&carried, &calm);
    let it = figure::Telling {
        town: &carried,
        scenario: &calm,
        projection: &projection,
        ranges: &List::default(),
        lang: Lang::De,
    };
    let law = figure::law_figure(it);
    assert!(
        !law.is_due && law.sentence.contains("Ein Fehlbetrag wird vorgetragen, das ist drei Jahre lang erlaubt"),
        "{}",
        law.sentence
    );
}

/// The basis of what the pack says beforehand is the one its own words name.
#[test]
fn an_assumption_that_calls_itself_one_is_one() {
    for town in towns() {
        for it in &town.assumptions {
            let said = |word: &str| it.text.de.starts_with(word);
            assert_eq!(said("Schätzung:"), it.basis == Basis::Estimate, "{}", it.id);
            assert!(!said("Annahme:") || it.basis == Basis::Assumption, "{}", it.id);
            let source = town.source(&it.source).map(|it| it.seen);
            assert!(
                it.basis != Basis::Official || !matches!(source, None | Some(Seen::Recalled | Seen::Computed)),
                "{}",
                it.id
            );
        }
        for id in ["haushaltsrecht", "einwohner"] {
            assert!(town.assumptions.iter().any(|it| it.id == id && it.basis == Basis::Official), "{}: {id}", town.id);
        }
    }
}

/// How much is known is counted from the series, and changes with them.
#[test]
fn the_page_says_how_many_trends_fluctuations_and_back_tests_there_are() {
    for town in towns() {
        let count = |least: usize| town.indicators.iter().filter(|it| it.series.len() >= least).count();
        let expected = [town.indicators.len(), count(5), count(3), count(8)];
        let mut more = town.clone();
        let longest = more.indicators.iter().max_by_key(|it| it.series.len()).expect("there are some").clone();
        more.indicators.push(longest);
        for lang in LANGS {
            let [said, shared, middle] = figure::known_figure(&town, lang);
            let [other, ..] = figure::known_figure(&more, lang);
            assert_ne!(said, other);
            let sentences: Vec<&str> = said.split(". ").collect();
            let says = |at: usize, count: usize| {
                let word = match (count, lang) {
                    (0, Lang::De) => "keine".to_owned(),
                    (0, Lang::En) => "none".to_owned(),
                    (1, Lang::De) => "eine".to_owned(),
                    (1, Lang::En) => "one".to_owned(),
                    (some, _) => some.to_string(),
                };
                let sentence = sentences[at].to_lowercase();
                let mut words = sentence.split(|it: char| !it.is_alphanumeric());
                words.any(|it| it == word || it == format!("{word}r"))
            };
            let [all, trend, noise, back_test] = expected;
            assert_eq!(sentences.len(), 3, "{said}");
            for (at, count) in [(0, all), (0, trend), (1, noise), (2, back_test)] {
                assert!(says(at, count), "{count} is not in sentence {at} of: {said}");
            }
            assert!(shared.ends_with('.') && middle.contains(if lang == Lang::De { "1.000" } else { "1,000" }));
        }
    }
}
