//! The catalogue and the chains of both towns: what they hold, and that each rule refuses what breaks it.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, WriterBuilder};
use zukunftshaushalt::model::{Basis, Chain, CountBase, Grade, LeverKind, Measure, MeasureKind, Town, UnitEffect};
use zukunftshaushalt::pack::catalogue::{read, tables::TABLES};
use zukunftshaushalt::pack::{Files, Problem, freiburg, load, muenster};

const MEASURES: &str = "catalogue/measures.csv";
const EFFECTS: &str = "catalogue/measure_effects.csv";
const LINKS: &str = "catalogue/links.csv";
const SHARED: &str = "catalogue/indicators.csv";
const USED: &str = "chain/measures.csv";
const STOCK: &str = "chain/stock.csv";
const STOCK_HEADER: &str = "measure;value;year;basis;source_de;source_en;url;seen;note_de;note_en\n";
const OWN: &str = "chain/numbers.csv";

fn list(problems: &[Problem]) -> String {
    problems.iter().map(Problem::to_string).collect::<Vec<_>>().join("\n")
}

fn town(pack: &Files) -> Town {
    load(pack).unwrap_or_else(|problems| panic!("{}", list(&problems)))
}

fn files(town: &Town) -> Files {
    match town.id.as_str() {
        "muenster-2026" => muenster(),
        _ => freiburg(),
    }
}

fn chain(town: &Town) -> Chain {
    read(town, &files(town)).unwrap_or_else(|problems| panic!("{}", list(&problems)))
}

/// Measures, usual ones, investments, effects, those with a number, and grades A to D of a field.
fn row(chain: &Chain, is_meant: impl Fn(&UnitEffect) -> bool, measures: Vec<usize>) -> [usize; 9] {
    let at = |it: &usize| &chain.measures[*it];
    let effects: Vec<_> = chain.effects.iter().filter(|it| is_meant(it)).collect();
    let graded = |grade| effects.iter().filter(|it| it.grade == grade).count();
    [
        measures.len(),
        measures.iter().filter(|it| at(it).is_usual).count(),
        measures.iter().filter(|it| at(it).kind == MeasureKind::Investment).count(),
        effects.len(),
        effects.iter().filter(|it| it.per_unit != 0.0).count(),
        graded(Grade::A),
        graded(Grade::B),
        graded(Grade::C),
        graded(Grade::D),
    ]
}

/// The counts that the evidence was handed over with.
#[test]
fn muenster_uses_all_of_the_catalogue() {
    let town = town(&muenster());
    let chain = chain(&town);
    let expected = [
        ("klima", [7, 1, 4, 8, 7, 0, 2, 5, 1]),
        ("ressourcen", [8, 4, 5, 13, 6, 3, 0, 6, 4]),
        ("mobilitaet", [12, 5, 6, 21, 13, 1, 6, 12, 2]),
        ("lernen", [12, 9, 4, 21, 13, 3, 14, 4, 0]),
        ("soziales", [12, 8, 2, 13, 3, 1, 1, 4, 7]),
        ("wohnen", [7, 3, 2, 14, 9, 0, 1, 9, 4]),
        ("arbeit", [4, 1, 1, 7, 6, 0, 5, 2, 0]),
        ("gesundheit", [6, 4, 1, 7, 4, 1, 3, 1, 2]),
        ("global", [2, 0, 0, 3, 1, 1, 1, 0, 1]),
    ];
    assert_eq!(town.fields.len(), expected.len());
    for (field, expected) in expected {
        let field = town.fields.find(|it| it.id == field).expect("a field");
        let measures = || chain.measures.pairs().filter(|(_, it)| it.field == field).map(|(at, _)| at.0);
        let found = row(&chain, |it| measures().any(|at| at == it.measure.0), measures().collect());
        assert_eq!(found, expected, "{}", town.fields[field.0].id);
    }
    let all = row(&chain, |_| true, (0..chain.measures.len()).collect());
    assert_eq!(all, [70, 35, 25, 107, 62, 10, 33, 43, 21]);
    assert_eq!((chain.links.len(), chain.left_out.len()), (10, 0), "links, and measures left out");
    // Ten rows speak of what the town does not measure, one of nothing that could be counted.
    assert_eq!(chain.effects.iter().filter(|it| it.indicator.is_none()).count(), 11);
    assert_eq!(chain.effects.iter().filter(|it| it.has_number()).count(), 55);
    assert!(chain.effects.iter().all(|it| !it.is_borrowed) && chain.links.iter().all(|it| !it.is_borrowed));
    // The everyday money of a lever for building builds, that of any other does not.
    for (at, lever) in town.levers.pairs() {
        let Some(usual) = chain.usual(at) else { continue };
        let builds = chain.measures[usual.0].kind == MeasureKind::Investment;
        assert_eq!(builds, lever.kind == LeverKind::Investment, "{}", lever.id);
    }
    let without: Vec<&str> =
        town.levers.pairs().filter(|(at, _)| chain.usual(*at).is_none()).map(|(_, lever)| lever.id.as_str()).collect();
    let expected =
        ["rat", "stiftungen", "rettung", "kultur", "existenz", "abwasser", "beteiligungen", "stadtleben", "finanzen"];
    assert_eq!(without, expected);
}

/// What the packs say about their evidence is what the files hold: how little of it was read.
#[test]
fn the_sources_say_what_was_read() {
    let count = |rows: &[BTreeMap<String, String>], seen: &str| rows.iter().filter(|row| row["seen"] == seen).count();
    let (effects, costs) = (rows(&muenster(), EFFECTS), rows(&muenster(), MEASURES));
    let all = effects.len();
    let [read, told, remembered, computed] =
        ["primary", "secondary", "recalled", "computed"].map(|seen| count(&effects, seen));
    let catalogue = include_str!("../packs/catalogue/SOURCES.md");
    for said in [
        format!(
            "{told} of the {all} rows on abstracts, summaries of institutes or press reports, {remembered} on memory"
        ),
        format!("{computed} are definitions or own calculations"),
        format!("Of the {} unit costs {} are from memory", costs.len(), count(&costs, "recalled")),
        format!("{} second-hand, {} first-hand.", count(&costs, "secondary"), count(&costs, "primary")),
    ] {
        assert!(catalogue.contains(&said), "packs/catalogue/SOURCES.md: expected `{said}`, as the rows are");
    }
    assert_eq!(read, 1, "one on a first-hand municipal text");
    let of = |chain: &Chain| (chain.effects.iter().filter(|it| it.has_number()).count(), chain.effects.len());
    let (known, _) = of(&town(&muenster()).chain);
    let said = include_str!("../packs/muenster-2026/SOURCES.md");
    let told = format!("for {known} of these the town has the indicator; {told} of the {all} rest");
    assert!(said.contains(&told), "packs/muenster-2026/SOURCES.md: expected `{told}`, as the rows are");
    let chain = town(&freiburg()).chain;
    let ((known, rows), said) = (of(&chain), include_str!("../packs/freiburg-2018/SOURCES.md"));
    let borrowed = chain.effects.iter().filter(|it| it.has_number() && it.is_borrowed).count();
    let links = chain.links.iter().filter(|it| it.is_borrowed).count();
    let linked = format!("{borrowed} dieser {known} Wirkungen und {links} der {} Verbindungen", chain.links.len());
    for told in [format!("Von den {rows} Zeilen zu Wirkungen"), linked] {
        assert!(said.contains(&told), "packs/freiburg-2018/SOURCES.md: expected `{told}`, as the rows are");
    }
}

/// Single figures, as the evidence has them.
#[test]
fn figures_are_carried_over() {
    let town = town(&muenster());
    let chain = chain(&town);
    let built = chain.measures.iter().find(|it| it.id == "kita_bau").expect("a measure");
    assert_eq!((built.unit_cost, built.cost_range, built.life), (85_000.0, (60_000.0, 105_000.0), 40.0));
    assert_eq!((built.starts_after, built.grant_share.get()), (3, 0.3));
    assert_eq!((built.follow_cost, built.saving, built.most_per_year), (16_500.0, 9_750.0, Some(60.0)));
    let effect = |id: &str| chain.effects.iter().find(|it| it.id == id).expect("an effect");
    let calmed = effect("K026");
    assert_eq!((calmed.per_unit, calmed.range, calmed.delay), (-0.018, Some((-0.006, -0.04)), 1.0));
    assert_eq!(effect("K105").per_unit, 15_000.0);
    let per_euro: Vec<&str> = chain.effects.iter().filter(|it| it.is_per_euro).map(|it| it.id.as_str()).collect();
    assert_eq!(per_euro, ["K005", "K006", "K098", "K105"]);
    let id = |at: zukunftshaushalt::model::IndicatorAt| town.indicators[at.0].id.as_str();
    let link = chain.links.iter().find(|it| id(it.to) == "kinderarmut").expect("a link");
    assert_eq!((id(link.from), link.per_count, link.range), ("sgb2_quote", 0.25, Some((0.1, 0.3))));
}

/// Of how many units a page may say that some are added; nothing where nobody counted.
#[test]
fn what_a_town_has_is_told() {
    let (muenster, freiburg) = (town(&muenster()).chain, town(&freiburg()).chain);
    let counted = |chain: &Chain| chain.measures.iter().filter(|it| it.stock.is_some()).count();
    assert_eq!((counted(&muenster), counted(&freiburg)), (28, 1));
    let stock = |chain: &Chain, id: &str| chain.measures.iter().find(|it| it.id == id)?.stock.clone();
    let paths = stock(&muenster, "radweg_neu").expect("it is printed");
    assert_eq!((paths.value, paths.year, paths.basis), (313.0, 2024, Basis::Official));
    assert_eq!(stock(&muenster, "heimplatz"), None, "the plan counts foster families with them");
    assert_eq!(stock(&freiburg, "kita_platz").map(|it| (it.value, it.year)), Some((10_000.0, 2016)));
    assert_eq!(stock(&freiburg, "ganztag"), None);
    // Where nobody says how many there are, the chain is the same otherwise.
    let without = files(&town(&zukunftshaushalt::pack::muenster())).with(STOCK, STOCK_HEADER);
    let without = town(&without).chain;
    assert!(without.measures.iter().all(|it| it.stock.is_none()) && without.effects == muenster.effects);
}

/// Every indicator that is moved counts something, in both towns; what the page shows stays its own.
#[test]
fn what_is_moved_can_be_counted() {
    for pack in [muenster(), freiburg()] {
        let town = town(&pack);
        let chain = chain(&town);
        assert_eq!(chain.counts.len(), town.indicators.len());
        let ends = chain.links.iter().flat_map(|it| [it.from, it.to]);
        let moved: Vec<_> =
            chain.effects.iter().filter(|it| it.has_number()).filter_map(|it| it.indicator).chain(ends).collect();
        assert!(moved.len() > 40);
        assert!(moved.iter().all(|at| chain.counts[at.0].is_some()), "{}", town.id);
    }
    let town = town(&muenster());
    let chain = chain(&town);
    let at = |id: &str| town.indicators.find(|it| it.id == id).expect("an indicator").0;
    let base = |id: &str| chain.counts[at(id)].as_ref().map(|it| (it.per, it.base.clone()));
    assert_eq!(base("u3_versorgung"), Some((100.0, CountBase::Fixed(7_464.0))));
    assert!(matches!(town.indicators[at("u3_versorgung")].count.as_ref().unwrap().base, CountBase::Ages(_)));
    assert_eq!(base("ee_strom"), Some((100.0, CountBase::Fixed(1_130_000.0))));
    assert_eq!(base("frauen_beschaeftigung_ratio"), Some((100.0, CountBase::Fixed(100_200.0))));
    assert_eq!(base("mietspiegel"), Some((1.0, CountBase::Fixed(1.0))));
    assert_eq!(base("hilfsfrist"), None, "nobody knows how many operations there are");
    // Today's counts as the evidence has them.
    for (id, expected) in
        [("u3_versorgung", 3_986.0), ("frauen_beschaeftigung_ratio", 91_783.0), ("uebergang_ausbildung", 96.5)]
    {
        let Some((per, CountBase::Fixed(base))) = base(id) else { panic!("{id} has a base") };
        let today = town.indicators[at(id)].start() * base / per;
        assert!((today - expected).abs() < 0.5, "{id}: {today}");
    }
}

/// Freiburg uses what its levers can buy, says why it leaves out the rest, and is told which numbers are Münster's.
#[test]
fn freiburg_uses_what_its_levers_buy() {
    let town = town(&freiburg());
    let chain = chain(&town);
    assert_eq!((chain.measures.len(), chain.left_out.len()), (52, 18), "measures used and left out");
    assert!(chain.left_out.iter().all(|it| !it.reason.de.is_empty() && !it.reason.en.is_empty()));
    let lever = |id: &str| {
        let measure = chain.measures.iter().find(|it| it.id == id).expect("a measure");
        town.levers[measure.lever.0].id.as_str()
    };
    assert_eq!((lever("bus"), lever("radweg_erneuern"), lever("kita_platz")), ("oepnv", "strassen", "kita"));
    assert!(chain.effects.iter().any(|it| it.id == "K026" && it.is_borrowed));
    assert!(chain.effects.iter().any(|it| it.id == "K045" && !it.is_borrowed));
    assert_eq!(chain.links.iter().filter(|it| it.is_borrowed).count(), 3);
    assert_eq!(chain.links.len(), 9);
}

/// The catalogue's prices are brought to the town's year with one factor; units, effects and the town's own prices are not.
#[test]
fn prices_are_those_of_the_budget_year() {
    let freiburg = freiburg();
    let named = freiburg.text("pack.csv").expect("the pack is there").to_owned();
    let kept: Vec<&str> = named.lines().filter(|line| !line.starts_with("price_index")).collect();
    let plain = freiburg.clone().with("pack.csv", &kept.join("\n"));
    let own = "unit_cost;bus;210000;180000;260000;2018;official;Stadtwerke;Stadtwerke;;primary;Grund;reason";
    let with_own = |files: &Files| files.clone().with(OWN, &format!("{}{own}\n", files.text(OWN).unwrap()));
    let (old, new) = (town(&with_own(&plain)).chain, town(&with_own(&freiburg)));
    let index = new.price_index.as_ref().expect("Freiburg has one");
    assert_eq!((index.value, index.basis, index.year), (0.79, Basis::Estimate, 2026));
    assert_eq!(old.measures.len(), new.chain.measures.len());
    for (then, now) in old.measures.iter().zip(new.chain.measures.iter()) {
        let priced = |it: &Measure| [it.unit_cost, it.cost_range.0, it.cost_range.1];
        let yearly = |it: &Measure| [it.follow_cost, it.saving];
        assert_eq!(yearly(now), yearly(then).map(|it| it * 0.79), "{}", now.id);
        if now.id == "bus" {
            assert_eq!((priced(now), now.year), ([210_000.0, 180_000.0, 260_000.0], 2018));
            assert_eq!((now.basis, now.indexed_from), (Basis::Official, None), "nothing of it was converted");
            continue;
        }
        assert_eq!(priced(now), priced(then).map(|it| it * 0.79), "{}", now.id);
        assert_eq!((then.year, now.year, now.indexed_from), (2026, 2018, Some(2026)), "{}", now.id);
        assert!(now.basis != Basis::Official && now.basis >= then.basis, "{} is no longer printed", now.id);
        let rest = |it: &Measure| (it.life, it.starts_after, it.grant_share, it.most_per_year, it.stock.clone());
        assert_eq!(rest(now), rest(then), "{}", now.id);
    }
    // What a unit changes stays; what a source gives per euro stays per euro.
    for (then, now) in old.effects.iter().zip(&new.chain.effects) {
        let factor = if now.is_per_euro { 0.79 } else { 1.0 };
        assert!((now.per_unit - then.per_unit * factor).abs() <= 1e-12 * then.per_unit.abs(), "{}", now.id);
    }
    assert!(new.chain.effects.iter().any(|it| it.is_per_euro && it.per_unit != 0.0));
    assert_eq!((old.links, old.counts), (new.chain.links.clone(), new.chain.counts.clone()));
    let bought = new.chain.own.iter().find(|it| it.key == "bus").expect("its own price");
    let printed = rows(&freiburg, MEASURES).into_iter().find(|row| row["id"] == "bus").expect("a row");
    assert_eq!(bought.default, printed["unit_cost"].parse().ok().map(|it: f64| it * 0.79));
    // An index from a year without prices would do nothing, in silence.
    let line = named.lines().find(|line| line.starts_with("price_index")).expect("a row");
    let missed = named.replace(line, &line.replace("2026", "2025"));
    let problems = load(&freiburg.clone().with("pack.csv", &missed)).expect_err("no price is of 2025");
    assert!(
        list(&problems).contains("price_index: expected a year of the prices in catalogue/measures.csv, found 2025")
    );
}

/// The definitions of the catalogue are those of both towns, as far as they share them.
#[test]
fn the_catalogue_shares_what_the_towns_share() {
    let rows = rows(&files(&town(&muenster())), SHARED);
    let mut shared = 0;
    for pack in [muenster(), freiburg()] {
        for indicator in &town(&pack).indicators {
            let Some(row) = rows.iter().find(|row| row["id"] == indicator.id) else { continue };
            shared += 1;
            let number = |column: &str| row[column].parse::<f64>().ok();
            assert_eq!((row["name_de"].as_str(), row["name_en"].as_str()), (&*indicator.name.de, &*indicator.name.en));
            assert_eq!((row["unit_de"].as_str(), row["unit_en"].as_str()), (&*indicator.unit.de, &*indicator.unit.en));
            let scale = (Some(indicator.scale.worst), Some(indicator.scale.best));
            assert_eq!((number("worst"), number("best")), scale, "{}", indicator.id);
            if let Some(count) = &indicator.count {
                assert_eq!(number("count_per"), Some(count.per), "{}", indicator.id);
                assert_eq!((row["count_de"].as_str(), row["count_en"].as_str()), (&*count.noun.de, &*count.noun.en));
            }
        }
    }
    assert!(shared > 50, "{shared}");
}

/// A number of the town takes the place of the catalogue's, with its own source; an effect per euro follows the cost.
#[test]
fn a_town_may_know_better() {
    let town = town(&muenster());
    let own = [
        "unit_cost;klima_stelle;50000;45000;60000;2025;official;Stellenplan;List of posts;;primary;Grund;reason",
        "life;led_leuchte;15;;;2025;estimate;Bauamt;Works department;;primary;Grund;reason",
        "starts_after;led_leuchte;2;;;2025;estimate;Bauamt;Works department;;primary;Grund;reason",
        "most_per_year;led_leuchte;700;;;2025;estimate;Bauamt;Works department;;primary;Grund;reason",
        "per_unit;K026;-0.03;-0.01;-0.05;2025;official;Polizei;Police;;primary;Grund;reason",
    ];
    let text = format!("{}{}\n", files(&town).text(OWN).unwrap(), own.join("\n"));
    let changed = read(&town, &files(&town).with(OWN, &text)).unwrap_or_else(|problems| panic!("{}", list(&problems)));
    let measure = |id: &str| changed.measures.iter().find(|it| it.id == id).unwrap();
    let (staff, lamp) = (measure("klima_stelle"), measure("led_leuchte"));
    assert_eq!((staff.unit_cost, staff.cost_range, staff.year), (50_000.0, (45_000.0, 60_000.0), 2025));
    assert_eq!((&*staff.source.de, &*staff.source.en), ("Stellenplan", "List of posts"));
    assert_eq!((lamp.life, lamp.starts_after, lamp.most_per_year), (15.0, 2, Some(700.0)));
    let effect = |id: &str| changed.effects.iter().find(|it| it.id == id).unwrap();
    assert_eq!((effect("K006").per_unit, effect("K006").range), (-150.0, Some((-25.0, -450.0))));
    assert_eq!((effect("K026").per_unit, effect("K026").range), (-0.03, Some((-0.01, -0.05))));
    let police = effect("K026");
    assert_eq!((&*police.source.de, &*police.source.en), ("Polizei", "Police"));
    assert_eq!((&*police.arithmetic.de, &*police.arithmetic.en), ("Grund", "reason"));
    let told: Vec<_> = changed.own.iter().skip(5).map(|it| (it.key.as_str(), it.default, it.value)).collect();
    let expected = [
        ("klima_stelle", Some(100_000.0), 50_000.0),
        ("led_leuchte", Some(20.0), 15.0),
        ("led_leuchte", Some(0.0), 2.0),
        ("led_leuchte", Some(560.0), 700.0),
        ("K026", Some(-0.018), -0.03),
    ];
    assert_eq!(told, expected);
}

/// The rows of a file by the names of their columns.
fn rows(files: &Files, file: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = ReaderBuilder::new().delimiter(b';').from_reader(files.text(file).unwrap().as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

/// The file with other cells in the row that begins with these ones.
fn planted(files: &Files, file: &str, key: &[&str], cells: &[(&str, &str)]) -> (Files, u64) {
    let mut reader = ReaderBuilder::new().delimiter(b';').from_reader(files.text(file).unwrap().as_bytes());
    let header = reader.headers().unwrap().clone();
    let mut records: Vec<Vec<String>> =
        reader.records().map(|it| it.unwrap().iter().map(str::to_owned).collect()).collect();
    let is_meant = |row: &Vec<String>| key.iter().zip(row).all(|(key, cell)| key == cell);
    let at = records.iter().position(is_meant).unwrap_or_else(|| panic!("{file} has no row {key:?}"));
    for (column, value) in cells {
        let column = header.iter().position(|it| it == *column).unwrap_or_else(|| panic!("{file} has no {column}"));
        records[at][column] = (*value).to_owned();
    }
    let mut writer = WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(&header).unwrap();
    records.iter().for_each(|row| writer.write_record(row).unwrap());
    let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    (files.clone().with(file, &text), u64::try_from(at + 2).unwrap())
}

/// The broken file, all files with it, and the line that is to be named.
type Broken = (&'static str, Files, Option<u64>);

/// Each rule, broken in one place of the real files.
#[test]
fn each_rule_refuses_what_breaks_it() {
    let town = town(&muenster());
    let files = files(&town);
    let with_row = |file: &str, row: &str| files.clone().with(file, &format!("{}{row}\n", files.text(file).unwrap()));
    let last = |file: &str| Some(u64::try_from(files.text(file).unwrap().lines().count() + 1).unwrap());
    let own = |row: &str| (OWN, with_row(OWN, row), last(OWN));
    let cell = |file: &'static str, key: &[&str], cells: &[(&str, &str)]| {
        let (broken, line) = planted(&files, file, key, cells);
        (file, broken, Some(line))
    };
    let link = |row: &str| with_row(LINKS, &format!("{row};C;;Probe;Test;;recalled;Grund;reason"));
    let without_row = |file: &str, begins: &str| {
        let kept = files.text(file).unwrap().lines().filter(|line| !line.starts_with(begins));
        files.clone().with(file, &format!("{}\n", kept.collect::<Vec<_>>().join("\n")))
    };
    let cases: Vec<(Broken, &str)> = vec![
        // Keys.
        (cell(MEASURES, &["pv_kwp"], &[("field", "klimaa")]), "field: expected a field of fields.csv, found `klimaa`"),
        (
            cell(EFFECTS, &["K001"], &[("measure", "sanierung")]),
            "measure: expected a measure of catalogue/measures.csv",
        ),
        (
            cell(EFFECTS, &["K001"], &[("indicator", "thg")]),
            "indicator: expected an indicator of catalogue/indicators.csv",
        ),
        (cell(LINKS, &["pm25"], &[("from", "pm10")]), "from: expected an indicator of catalogue/indicators.csv"),
        (cell(USED, &["pv_kwp"], &[("lever", "dach")]), "lever: expected a lever of levers.csv, found `dach`"),
        (cell(USED, &["pv_kwp"], &[("measure", "pv")]), "measure: expected a measure of catalogue/measures.csv"),
        (cell(USED, &["bus"], &[("measure", "pv_kwp")]), "expected each key once, found `pv_kwp` again"),
        (cell(MEASURES, &["bus"], &[("id", "pv_kwp")]), "found `pv_kwp` again after line"),
        (cell(EFFECTS, &["K002"], &[("id", "K001")]), "found `K001` again after line"),
        ((USED, without_row(USED, "pv_kwp;"), None), "expected a row `pv_kwp` with a lever or a reason, found none"),
        // Measures.
        (cell(MEASURES, &["bus"], &[("unit_cost", "0")]), "unit_cost: expected more than zero, found 0"),
        (cell(MEASURES, &["bus"], &[("unit_cost", "-420000")]), "unit_cost: expected more than zero"),
        (cell(MEASURES, &["bus"], &[("low", "0")]), "does not touch zero, found 0 to 520000"),
        (cell(MEASURES, &["bus"], &[("high", "400000")]), "expected a range with the sign of 420000 that holds it"),
        (cell(MEASURES, &["bus"], &[("life", "0.9")]), "life: expected at least 1 year, found 0.9"),
        (cell(MEASURES, &["bus"], &[("starts_after", "-1")]), "starts_after: expected a whole number, found `-1`"),
        (cell(MEASURES, &["bus"], &[("starts_after", "0.5")]), "starts_after: expected a whole number, found `0.5`"),
        (cell(MEASURES, &["bus"], &[("grant_share", "0.2")]), "grant_share: expected none for a service"),
        (cell(MEASURES, &["pv_kwp"], &[("grant_share", "")]), "grant_share: expected one for an investment"),
        (cell(MEASURES, &["pv_kwp"], &[("saving", "-1")]), "saving: expected zero or more, found -1"),
        (cell(MEASURES, &["pv_kwp"], &[("follow_cost", "-1")]), "follow_cost: expected zero or more, found -1"),
        (cell(MEASURES, &["pv_kwp"], &[("most_per_year", "0")]), "most_per_year: expected more than zero, found 0"),
        (
            cell(MEASURES, &["pv_kwp"], &[("kind", "loan")]),
            "kind: unknown variant `loan`, expected `service` or `investment`",
        ),
        // Effects.
        (cell(EFFECTS, &["K001"], &[("delay", "-1")]), "delay: expected zero or more, found -1"),
        (cell(EFFECTS, &["K001"], &[("low", "0")]), "does not touch zero, found 0 to -0.022"),
        (cell(EFFECTS, &["K001"], &[("low", "0.006")]), "with the sign of -0.012 that holds it"),
        (cell(EFFECTS, &["K001"], &[("high", "0.022")]), "with the sign of -0.012 that holds it"),
        (
            cell(EFFECTS, &["K001"], &[("high", "-0.011")]),
            "that holds it and does not touch zero, found -0.006 to -0.011",
        ),
        (
            cell(EFFECTS, &["K001"], &[("low", "-0.013")]),
            "that holds it and does not touch zero, found -0.013 to -0.022",
        ),
        (cell(EFFECTS, &["K001"], &[("high", "")]), "expected low and high, or neither"),
        (cell(EFFECTS, &["K001"], &[("per_unit", "0")]), "expected a number other than 0 where something was found"),
        (cell(EFFECTS, &["K003"], &[("per_unit", "-1")]), "expected 0 without a range where nothing is known"),
        (cell(EFFECTS, &["K001"], &[("direction", "worsens")]), "direction: expected the one that -0.012 of this"),
        (cell(EFFECTS, &["K001"], &[("indicator", "")]), "indicator: expected one beside a number, found none"),
        (cell(EFFECTS, &["K003"], &[("indicator", "ee_strom")]), "found them again after K002"),
        // Links.
        ((LINKS, link("thg_ew;thg_ew;0.1;0.05;0.2"), last(LINKS)), "expected two indicators, found one"),
        ((LINKS, link("pm25;vorz_sterblichkeit;1;;"), last(LINKS)), "expected each pair of indicators once"),
        ((LINKS, link("thg_ew;pm25;0;;"), last(LINKS)), "per_count: expected a number other than 0"),
        ((LINKS, link("thg_ew;pm25;1;-1;2"), last(LINKS)), "with the sign of 1 that holds it"),
        // −0.26 on the way there: back by −3.2 the loop multiplies by 0.832, a radius of 0.912.
        ((LINKS, link("thg_ew;umweltverbund;-3.2;;"), None), "spectral radius below 0.9, found 0.912"),
        // What a town says of a measure.
        (cell(USED, &["bus"], &[("lever", "")]), "expected a lever, or the reason why the measure is not used"),
        (cell(USED, &["bus"], &[("reason_de", "a"), ("reason_en", "b")]), "expected no reason beside a lever"),
        (cell(USED, &["bus"], &[("reason_de", "a")]), "expected a text in every language or in none"),
        (
            cell(USED, &["kita_platz"], &[("lever", ""), ("reason_de", "a"), ("reason_en", "b")]),
            "usual: expected no for a measure that is not used",
        ),
        (cell(USED, &["kita_u3"], &[("usual", "yes")]), "usual: expected one measure of kita, found another"),
        // What a town has.
        (cell(STOCK, &["radweg_neu"], &[("value", "0")]), "value: expected more than zero, found 0"),
        (
            cell(STOCK, &["radweg_neu"], &[("measure", "radwege")]),
            "measure: expected a measure of catalogue/measures.csv",
        ),
        (cell(STOCK, &["kita_bau"], &[("measure", "radweg_neu")]), "expected each key once, found `radweg_neu` again"),
        (cell(STOCK, &["radweg_neu"], &[("source_en", "")]), "source_en: expected a text, found ``"),
        (cell(STOCK, &["led_leuchte"], &[("note_en", "")]), "note_de: expected a text in every language or in none"),
        // Numbers of the town.
        (own("life;busse;2;;;2025;estimate;x;x;;primary;a;b"), "key: expected a measure of catalogue/measures.csv"),
        (
            own("per_unit;K999;2;;;2025;estimate;x;x;;primary;a;b"),
            "key: expected an effect of catalogue/measure_effects",
        ),
        (own("count_base;wind;2;;;2025;estimate;x;x;;primary;a;b"), "key: expected an indicator of indicators.csv"),
        (
            own("price;bus;2;;;2025;estimate;x;x;;primary;a;b"),
            "of: unknown variant `price`, expected one of `unit_cost`",
        ),
        (own("life;bus;0;;;2025;estimate;x;x;;primary;a;b"), "life: expected at least 1 year, found 0"),
        (
            own("starts_after;bus;0.5;;;2025;estimate;x;x;;primary;a;b"),
            "starts_after: expected whole years, zero or more",
        ),
        (
            own("starts_after;bus;-1;;;2025;estimate;x;x;;primary;a;b"),
            "starts_after: expected whole years, zero or more",
        ),
        (own("most_per_year;bus;0;;;2025;estimate;x;x;;primary;a;b"), "most_per_year: expected more than zero"),
        (own("unit_cost;bus;0;0;0;2025;estimate;x;x;;primary;a;b"), "unit_cost: expected more than zero, found 0"),
        (own("unit_cost;bus;5;6;7;2025;estimate;x;x;;primary;a;b"), "with the sign of 5 that holds it"),
        (own("unit_cost;bus;5;;;2025;estimate;x;x;;primary;a;b"), "expected low and high beside this number"),
        (own("life;bus;5;4;6;2025;estimate;x;x;;primary;a;b"), "expected no low and high beside this number"),
        (
            own("per_unit;K001;1;0.5;2;2025;estimate;x;x;;primary;a;b"),
            "with the sign of the catalogue’s -0.012, found 1",
        ),
        (own("per_unit;K003;1;0.5;2;2025;estimate;x;x;;primary;a;b"), "with the sign of the catalogue’s 0, found 1"),
        (own("count_base;ee_strom;5;;;2025;estimate;x;x;;primary;a;b"), "expected each number once, found it again"),
        (own("count_base;pm25;0;;;2025;estimate;x;x;;primary;a;b"), "count_base: expected more than zero, found 0"),
        (
            own("count_base;thg_gesamt;5;;;2025;estimate;x;x;;primary;a;b"),
            "expected an indicator that counts something",
        ),
        (own("life;bus;5;;;2025;estimate;;x;;primary;a;b"), "source_de: expected a text, found ``"),
        // Counts.
        (
            cell(SHARED, &["thg_ew"], &[("direction", "higher")]),
            "direction: expected the one of this indicator in the town",
        ),
        (cell(SHARED, &["thg_ew"], &[("count_base", "5")]), "expected count_per above zero and the noun of the count"),
        (cell(SHARED, &["thg_ew"], &[("count_age_to", "")]), "expected count_per above zero and the noun of the count"),
        (cell(SHARED, &["thg_ew"], &[("count_per", "0")]), "expected count_per above zero and the noun of the count"),
        (cell(SHARED, &["thg_ew"], &[("best", "12")]), "expected worst and best, different from each other"),
        (
            (EFFECTS, without_row(OWN, "count_base;ee_strom;"), Some(3)),
            "expected a count of ee_strom in indicators.csv or a count_base in chain/numbers.csv, found neither",
        ),
    ];
    for ((file, broken, line), part) in cases {
        let problems = read(&town, &broken).expect_err(part);
        let told = problems.iter().find(|it| it.message.contains(part));
        let told = told.unwrap_or_else(|| panic!("expected `{part}`, found\n{}", list(&problems)));
        assert_eq!((told.file.as_str(), told.line), (file, line), "{told}");
    }
}

/// What the town does not use, it cannot have a number of.
#[test]
fn a_number_of_what_is_not_used_is_refused() {
    let town = town(&freiburg());
    let files = files(&town);
    for row in ["life;pv_kwp;20", "per_unit;K002;0.9;0.8;1"] {
        let cells = if row.starts_with("life") { ";;" } else { "" };
        let text = format!("{}{row}{cells};2025;estimate;x;x;;primary;a;b\n", files.text(OWN).unwrap());
        let problems = read(&town, &files.clone().with(OWN, &text)).expect_err("it is refused");
        assert!(problems[0].message.contains("expected something that the town uses"), "{}", list(&problems));
    }
    let text = format!("{}pv_kwp;5;2018;official;x;x;;primary;;\n", files.text(STOCK).unwrap());
    let problems = read(&town, &files.clone().with(STOCK, &text)).expect_err("it is refused");
    assert!(list(&problems).contains("expected something that the town uses"), "{}", list(&problems));
    assert!(
        read(&town, &files.clone().with(OWN, &format!("{}\n", files.text(OWN).unwrap().lines().next().unwrap())))
            .is_err()
    );
}

/// A missing file is told with its header, a misspelled column where it stands; only numbers of the town may be missing.
#[test]
fn files_have_their_columns() {
    let town = town(&muenster());
    let problems = read(&town, &Files::default()).expect_err("nothing is there");
    let needed: Vec<_> = TABLES.iter().filter(|it| it.is_needed).collect();
    assert_eq!(problems.len(), needed.len());
    for (problem, table) in problems.iter().zip(needed) {
        assert!(problem.file == table.file && problem.message.contains(&table.header()), "{problem}");
    }
    for table in TABLES {
        let files = files(&town);
        for (column, _) in table.names() {
            let wrong = files.text(table.file).unwrap().replacen(&column, &format!("{column}s"), 1);
            let problems = read(&town, &files.clone().with(table.file, &wrong)).expect_err("it is refused");
            assert_eq!((problems[0].file.as_str(), problems[0].line), (table.file, Some(1)), "{column}");
        }
    }
}
