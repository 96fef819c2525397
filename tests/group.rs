//! A group: what is handed in, gathered, added up and agreed on.

use std::sync::{Arc, LazyLock};

use zukunftshaushalt::figure::{
    GroupFigure, GroupPicture, candidates, consensus_figure, gather_report, group_picture, group_section,
    responsibility_figure,
};
use zukunftshaushalt::group::{
    Account, Chunk, Consensus, Deed, Direction, Gathered, Grey, Intake, Nonce, Past, Proposal, Refusal, Shelf, Spread,
    Stance, Stances, Submission, Taken, Talk, Thing, Timer, Unread, csv, goal_shares, marked, most_common, pb, ranking,
    read, split_mark, squares, together,
};
use zukunftshaushalt::model::{LeverAt, Money, Scenario, Town};
use zukunftshaushalt::pack::{freiburg, load, muenster};
use zukunftshaushalt::scenario::{
    Action, Draft, Drafted, Portable, Reasons, Session, check_value, fit, open, write_code,
};
use zukunftshaushalt::text::Lang;

static TOWN: LazyLock<Town> = LazyLock::new(|| load(&muenster()).expect("the pack loads"));

/// A draft with a reason, a measure of its own, a tax and a crisis.
fn handed_in() -> Submission {
    let file = r#"{ "format": "zukunftshaushalt-scenario", "version": 5, "pack": "muenster-2026", "name": "Geheim",
        "note": "auch geheim", "moves": [
        { "lever": "radwege", "purpose": "mobilitaet", "euros_per_year": 500000, "reason": "Sicher zur Schule" },
        { "measure": "kita_u3", "euros_per_year": 300000, "from": 2028, "to": 2040 }],
        "taxes": [{ "tax": "trade_tax", "multiplier": 465 }], "shocks": ["starkregen"] }"#;
    let opened = open(&TOWN, file).expect("the file fits");
    Submission::new(&TOWN, opened.fitted.scenario(), Nonce::v4([0xa5; 16]), "2026-11-29")
}

/// The exact text that a collector takes: another one is another version of the format.
#[test]
fn a_submission_is_written_like_this() {
    let expected = concat!(
        r#"{"format":"zukunftshaushalt-submission","version":1,"nonce":"a5a5a5a5-a5a5-45a5-a5a5-a5a5a5a5a5a5","#,
        r#""town":"muenster-2026","pack_version":"VERSION","model":"MODEL","day":"2026-11-29","scenario":{"moves":["#,
        r#"{"lever":"radwege","purpose":"mobilitaet","euros_per_year":500000.0,"from":2027,"to":2050},"#,
        r#"{"measure":"kita_u3","euros_per_year":300000.0,"from":2028,"to":2040}],"#,
        r#""taxes":[{"tax":"trade_tax","multiplier":465.0}],"shocks":["starkregen"]}}"#
    );
    let expected = expected.replace("VERSION", &format!("{:016x}", TOWN.version));
    let expected = expected.replace("MODEL", env!("CARGO_PKG_VERSION"));
    assert_eq!(handed_in().to_json(), expected);
    let nothing = Submission::new(&TOWN, Session::default().scenario(), Nonce::v4([0; 16]), "2026-11-29");
    assert!(nothing.to_json().ends_with(r#""scenario":{}}"#), "{}", nothing.to_json());
}

/// Nothing travels that nobody asked for, at no depth.
#[test]
fn a_submission_holds_the_allowed_keys_only() {
    const ALLOWED: [&str; 19] = [
        "format",
        "version",
        "nonce",
        "town",
        "pack_version",
        "model",
        "day",
        "scenario",
        "moves",
        "taxes",
        "shocks",
        "lever",
        "purpose",
        "measure",
        "euros_per_year",
        "from",
        "to",
        "tax",
        "multiplier",
    ];
    fn keys(value: &serde_json::Value, found: &mut Vec<String>) {
        match value {
            serde_json::Value::Object(all) => all.iter().for_each(|(key, it)| {
                found.push(key.clone());
                keys(it, found);
            }),
            serde_json::Value::Array(all) => all.iter().for_each(|it| keys(it, found)),
            _ => {}
        }
    }
    let mut found = Vec::new();
    keys(&serde_json::from_str(&handed_in().to_json()).expect("it is JSON"), &mut found);
    found.sort();
    found.dedup();
    let mut allowed = ALLOWED.map(str::to_owned).to_vec();
    allowed.sort();
    assert_eq!(found, allowed);
    let text = handed_in().to_json();
    assert!(!text.contains("Geheim") && !text.contains("geheim") && !text.contains("Schule"), "{text}");
}

#[test]
fn a_submission_reads_back_and_fits_its_town() {
    let it = handed_in();
    assert_eq!(Submission::read(&it.to_json()), Ok(it.clone()));
    let opened = fit(&TOWN, &it.draft(&TOWN).expect("a draft")).expect("it fits");
    assert!(opened.warnings.is_empty(), "{:?}", opened.warnings);
    let again = Submission::new(&TOWN, opened.fitted.scenario(), it.nonce.clone(), &it.day);
    assert_eq!(again, it);
}

#[test]
fn what_is_no_submission_is_refused_whole() {
    let text = handed_in().to_json();
    let with = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        Submission::read(&text.replacen(from, to, 1))
    };
    assert_eq!(Submission::read("{}"), Err(Unread::Other));
    assert_eq!(Submission::read("[1]"), Err(Unread::Other));
    assert_eq!(with("zukunftshaushalt-submission", "zukunftshaushalt-scenario"), Err(Unread::Other));
    assert_eq!(with(r#""version":1"#, r#""version":2"#), Err(Unread::Newer));
    assert_eq!(with(r#""version":1"#, r#""version":0"#), Err(Unread::Broken));
    for (from, to) in [
        (r#""town""#, r#""name":"Eva","town""#),
        (r#""lever""#, r#""reason":"weil","lever""#),
        (r#""tax":"#, r#""reason":"weil","tax":"#),
        (r#""moves""#, r#""note":"x","moves""#),
        (r#""lever":"radwege""#, r#""lever":"radwege","measure":"kita_u3""#),
        (r#""lever":"radwege","#, ""),
        ("500000.0", "\"viel\""),
        ("500000.0", "1e999"),
        ("2026-11-29", "2026-11-29T10:00"),
        ("a5a5a5a5-a5a5", "a5a5a5a5a5a5"),
        (r#""day":"2026-11-29","#, ""),
    ] {
        assert_eq!(with(from, to), Err(Unread::Broken), "{from} as {to}");
    }
}

#[test]
fn a_session_hands_in_what_it_moved() {
    let mut session = Session::default();
    let cell = TOWN.cells(TOWN.purposes()[0])[0];
    session.apply(&TOWN, Action::MoveCell(cell, Money::from_euros(1000.0)));
    let it = Submission::new(&TOWN, session.scenario(), Nonce::v4([1; 16]), "2026-11-29");
    assert_eq!(it.scenario.moves.len(), 1);
}

const DAY: &str = "2026-11-29";

fn moved(lever: &str, euros: f64) -> Scenario {
    let mut session = Session::default();
    let at = TOWN.levers.find(|it| it.id == lever).expect("the lever");
    let cells = TOWN.parts(at);
    let mobility = TOWN.purpose("mobilitaet");
    let cell = cells.iter().find(|it| Some(it.purpose) == mobility).unwrap_or(&cells[0]);
    session.apply(&TOWN, Action::MoveCell(*cell, Money::from_euros(euros)));
    assert!(session.scenario().is_moved(), "{lever}");
    session.scenario().clone()
}

fn code(lever: &str, euros: f64) -> String {
    write_code(&TOWN, &moved(lever, euros)).expect("it fits")
}

fn nonce(text: &str) -> Nonce {
    Nonce::read(text).expect("a nonce")
}

fn gathered(text: &str) -> Gathered {
    let (mut intake, mut all) = (Intake::default(), Gathered::default());
    intake.add(text);
    while intake.is_busy() {
        intake.step(7, &TOWN, &[TOWN.id.clone(), "freiburg-2018".to_owned()], DAY, &mut all);
    }
    all
}

#[test]
fn whatever_form_a_draft_has_it_is_the_same_draft() {
    let scenario = moved("radwege", 100_000.0);
    let code = write_code(&TOWN, &scenario).expect("it fits");
    let mark = marked(&code, "472", &nonce("k7m2p9x4ab"));
    let submission = Submission::new(&TOWN, &scenario, Nonce::v4([3; 16]), DAY).to_json();
    let portable = Portable::of(&TOWN, &scenario, &Reasons::default());
    let file = Draft::new(&TOWN, portable, Vec::new(), "Eva", "", DAY).to_json();
    for text in
        [&code, &mark, &format!("https://stadt.de/x/?town=y#s={mark}"), &format!("  {code}\n"), &submission, &file]
    {
        let it = read(&TOWN, &[], text, DAY).unwrap_or_else(|why| panic!("{text}: {why:?}"));
        assert_eq!(*it.scenario, scenario, "{text}");
        // What is stored reads back as it is, and says nothing of who made it.
        let again = read(&TOWN, &[], &it.text, DAY).expect("it was written by this program");
        assert_eq!((again.nonce, again.scenario, again.text), (it.nonce, it.scenario, it.text.clone()));
        assert!(!it.text.contains("Eva"));
    }
    for damaged in [
        format!("{code}."),
        format!("{code}.472"),
        format!("{code}.472-"),
        format!("{code}.4 7-aaaaaaaaaa"),
        format!("{mark}!"),
    ] {
        assert_eq!(split_mark(&damaged).0, damaged, "what was added to a code is seen");
    }
    assert_eq!(split_mark(&mark), (code.as_str(), "472", Some(nonce("k7m2p9x4ab"))));
}

#[test]
fn the_same_submission_counts_once_and_equal_drafts_of_two_people_count_twice() {
    let code = code("radwege", 100_000.0);
    let one = |letters: &str| marked(&code, "472", &nonce(letters));
    let all = gathered(&[one("aaaaaaaaaa"), one("bbbbbbbbbb"), one("aaaaaaaaaa")].join("\n"));
    assert_eq!((all.count(), all.again(), all.unmarked()), (2, 1, 0));
    // What bears no nonce counts once, as the screen says.
    let all = gathered(&format!("{code} {code}"));
    assert_eq!((all.count(), all.again(), all.unmarked()), (1, 1, 1));
}

#[test]
fn other_towns_versions_and_rubbish_are_refused_and_named() {
    let other = load(&freiburg()).expect("the pack loads");
    let mut session = Session::default();
    session.apply(&other, Action::MoveCell(other.cells(other.purposes()[0])[0], Money::from_euros(1000.0)));
    let foreign = write_code(&other, session.scenario()).expect("it fits");
    let foreign_json = Submission::new(&other, session.scenario(), Nonce::v4([1; 16]), DAY).to_json();
    let own = Submission::new(&TOWN, &moved("radwege", 1000.0), Nonce::v4([2; 16]), DAY).to_json();
    let later = own.replace(&format!("{:016x}", TOWN.version), "0123456789abcdef");
    let newer = own.replace("\"version\":1", "\"version\":9");
    let mut changed = load(&muenster()).expect("the pack loads");
    changed.version ^= u64::MAX;
    let then = write_code(&changed, &moved("radwege", 1000.0)).expect("it fits");
    let old = r#"{ "format": "zukunftshaushalt-scenario", "version": 3, "pack": "muenster-2026", "name": "x",
        "moves": [{ "lever": "radwege", "euros_per_year": 1000 }], "taxes": [] }"#;
    let towns = [TOWN.id.clone(), other.id.clone()];
    let refusal = |text: &str| read(&TOWN, &towns, text, DAY).map(|_| ()).expect_err(text);
    assert_eq!(refusal(&foreign), Refusal::OtherTown(Some(other.id.clone())));
    assert_eq!(refusal(&foreign_json), Refusal::OtherTown(Some(other.id.clone())));
    assert_eq!(read(&TOWN, &[], &foreign, DAY).map(|_| ()), Err(Refusal::OtherTown(None)));
    assert_eq!(refusal(&later), Refusal::OtherVersion { model: false, pack: true });
    assert_eq!(refusal(&then), Refusal::OtherVersion { model: false, pack: true });
    assert_eq!(refusal(&newer), Refusal::Newer);
    assert_eq!(refusal(old), Refusal::Older);
    for rubbish in
        ["hallo", "{}", "{", "<script>", "AbC", "https://example.org/", "{\"format\":\"zukunftshaushalt-room\"}"]
    {
        assert_eq!(refusal(rubbish), Refusal::Unreadable, "{rubbish}");
    }
    let all = gathered(&format!("{foreign}\n{later}\nhallo\n{own}"));
    assert_eq!((all.count(), all.refused().map(|it| it.1).sum::<usize>()), (1, 3));
}

#[test]
fn texts_come_in_bulk_and_a_stored_pile_comes_back() {
    let codes: Vec<String> = (1..=250).map(|at| code("radwege", f64::from(at) * 1000.0)).collect();
    let mut intake = Intake::default();
    assert_eq!(intake.add(&codes.join("\n")), 250);
    let mut all = Gathered::default();
    intake.step(100, &TOWN, &[], DAY, &mut all);
    assert_eq!((intake.progress(), intake.is_busy(), all.count()), ((100, 250), true, 100));
    assert_eq!(intake.cancel(), 150);
    assert!(!intake.is_busy());
    intake.add(&codes.join(" "));
    assert_eq!(intake.progress(), (0, 250));
    while intake.is_busy() {
        intake.step(100, &TOWN, &[], DAY, &mut all);
    }
    assert_eq!((all.count(), all.again()), (250, 100), "those that were cancelled came once more");
    let pile = Chunk::new(&TOWN.id, DAY, all.drafts().iter()).to_json();
    let again = gathered(&pile);
    assert_eq!(again.drafts(), all.drafts());
    // Lines of submissions, as a collector hands them out.
    let lines: Vec<String> = all
        .drafts()
        .iter()
        .zip(0_u8..)
        .take(3)
        .map(|(it, at)| Submission::new(&TOWN, &it.scenario, Nonce::v4([at; 16]), DAY).to_json())
        .collect();
    assert_eq!(gathered(&lines.join("\n")).count(), 3);
    // A file of several lines is one draft.
    let file = Session::default().draft(&TOWN, "leer", DAY).to_json();
    assert!(file.lines().count() > 3);
    assert_eq!(gathered(&file).count(), 1);
}

/// Three people, each with all of it on another line: every median is nothing, and the levelled one gives each a third.
#[test]
fn three_voters_on_three_lines_have_medians_of_nothing() {
    let goal = |at: usize| {
        let mut it = Account::of(&TOWN, &Scenario::default());
        it.purposes[at] = Money::from_euros(900_000.0);
        it
    };
    let all = [goal(0), goal(1), goal(2)];
    let found = together(&TOWN, &all.iter().collect::<Vec<_>>());
    let first = |of: fn(&Spread) -> f64| found.purposes.iter().take(3).map(of).collect::<Vec<_>>();
    assert_eq!(first(Spread::median), [0.0, 0.0, 0.0]);
    assert_eq!(first(|it| it.mean), [300_000.0; 3]);
    for it in &found.levelled[..3] {
        assert!((it - 300_000.0).abs() < 0.01, "{:?}", found.levelled);
    }
    assert_eq!(ranking(&found.purposes).agreed.len(), 3, "two of three leave each of them");
}

#[test]
fn of_one_draft_everything_is_that_draft_and_of_two_the_middle() {
    let (one, two) =
        (Account::of(&TOWN, &moved("radwege", 100_000.0)), Account::of(&TOWN, &moved("radwege", 300_000.0)));
    let at = one.purposes.iter().position(|it| !it.is_zero()).expect("a goal");
    let alone = together(&TOWN, &[&one]);
    let it = &alone.purposes[at];
    assert_eq!((it.mean, it.median(), it.middle_half()), (100_000.0, 100_000.0, (100_000.0, 100_000.0)));
    assert_eq!(alone.levelled[at], 100_000.0);
    let both = together(&TOWN, &[&one, &two]);
    let it = &both.purposes[at];
    assert_eq!((it.mean, it.median(), it.middle_half()), (200_000.0, 200_000.0, (150_000.0, 250_000.0)));
    assert_eq!(together(&TOWN, &[]).count, 0);
}

#[test]
fn agreement_and_division_are_ranked_as_drawn() {
    let spread = |more: usize, less: usize, all: usize| {
        let changes = std::iter::repeat_n(1.0, more).chain(std::iter::repeat_n(-1.0, less));
        Spread::of(changes.map(Money::from_euros), all)
    };
    let all = [
        spread(14, 13, 30),
        spread(24, 3, 30),
        spread(3, 2, 30),
        spread(22, 2, 30),
        spread(3, 21, 30),
        spread(15, 11, 30),
        spread(9, 12, 30),
        spread(0, 0, 30),
    ];
    let found = ranking(&all);
    let agreed = [(2, Direction::Same), (1, Direction::More), (3, Direction::More), (4, Direction::Less)];
    assert_eq!(found.agreed, agreed);
    assert_eq!((found.apart, found.untouched), (vec![0, 5, 6], vec![7]));
}

#[test]
fn the_most_common_come_first_and_ties_stay_together() {
    let thing = |at: usize, more: usize| (Thing::Lever(LeverAt(at)), Spread::of(vec![Money::from_euros(1.0); more], 9));
    let all = [thing(0, 2), thing(1, 7), thing(2, 2), thing(3, 0)];
    let found = most_common(&all, Direction::More, 2);
    assert_eq!(found.iter().map(|it| it.1).collect::<Vec<_>>(), [7, 2, 2]);
    let many: Vec<_> = std::iter::once(thing(9, 3)).chain((0..9).map(|at| thing(at, 1))).collect();
    assert_eq!(most_common(&many, Direction::More, 3).len(), 1, "nine that are equally rare say nothing");
}

fn proposals(count: usize) -> Vec<Proposal> {
    (0..count)
        .map(|at| Proposal { name: format!("Vorschlag {at}"), draft: String::new(), check: String::new() })
        .collect()
}

#[test]
fn the_least_resistance_is_found_and_secret_until_all_are_in() {
    let mut it = Consensus::new(proposals(2), 3).expect("two proposals");
    assert!(it.answer(vec![8, 2, 5]) && it.answer(vec![9, 4, 5]));
    assert_eq!((it.results(0), it.ballots(0), it.answered()), (None, None, 2));
    assert!(!it.answer(vec![1, 2]) && !it.answer(vec![1, 2, 11]), "no answer to all options");
    assert!(it.answer(vec![10, 0, 5]));
    assert!(!it.is_open() && !it.answer(vec![0, 0, 0]), "nobody comes too late");
    let found = it.results(0).expect("all are in");
    let told: Vec<_> = found.iter().map(|it| (it.option, it.total, it.mean, it.ends, it.rank)).collect();
    assert_eq!(told, [(1, 6, 2.0, (0, 4), 1), (2, 15, 5.0, (5, 5), 2), (0, 27, 9.0, (8, 10), 3)]);
    assert_eq!(found[1].spread, 0.0);
    assert!((found[0].spread - (8.0_f64 / 3.0).sqrt()).abs() < 1e-12);
    // A second round keeps the first.
    assert!(it.ask_again() && it.is_open() && !it.ask_again());
    assert!(it.answer(vec![0, 9, 9]) && it.close());
    assert_eq!((it.rounds(), it.results(0), it.results(1).map(|it| it[0].option)), (2, Some(found), Some(0)));
}

#[test]
fn ties_stay_ties_and_everything_may_stay() {
    let mut it = Consensus::new(proposals(3), 2).expect("three proposals");
    assert!(it.answer(vec![5, 2, 4, 10]) && it.answer(vec![1, 4, 2, 10]));
    let found = it.results(0).expect("all are in");
    assert_eq!(found.iter().map(|it| (it.option, it.rank)).collect::<Vec<_>>(), [(0, 1), (1, 1), (2, 1), (3, 4)]);
    let mut it = Consensus::new(proposals(2), 1).expect("two proposals");
    assert!(it.answer(vec![0, 3, 3]));
    assert_eq!(it.results(0).expect("it is in")[0].option, 0, "the passive option is best");
    for (count, people) in [(1, 3), (8, 3), (3, 0)] {
        assert_eq!(Consensus::new(proposals(count), people), None);
    }
    assert!(!Consensus::new(proposals(2), 2).expect("two proposals").close(), "nobody has answered");
}

#[test]
fn who_answered_when_cannot_be_told() {
    let ask = |ballots: [Vec<u8>; 3]| {
        let mut it = Consensus::new(proposals(2), 3).expect("two proposals");
        ballots.into_iter().for_each(|one| assert!(it.answer(one)));
        it
    };
    let (a, b, c) = (vec![1, 2, 3], vec![3, 2, 1], vec![0, 0, 9]);
    assert_eq!(ask([a.clone(), b.clone(), c.clone()]), ask([c, a, b]));
}

#[test]
fn the_shares_of_departments_sum_and_a_talk_survives() {
    assert!(goal_shares(&TOWN).is_empty(), "the pack of Münster names no departments");
    let town = load(&freiburg()).expect("the pack loads");
    let rows = goal_shares(&town);
    assert_eq!(rows.len(), town.fields.len());
    for row in &rows {
        let sum: f64 = row.shares.iter().map(|it| it.1).sum();
        assert!((sum - 100.0).abs() < 1e-6, "{}: {sum}", row.goal);
    }
    let mut stances = Stances::default();
    stances.set("ii", "mobilitaet", Some(Stance::OnCondition));
    stances.set("ii", "mobilitaet", Some(Stance::Carries));
    stances.set("iii", "mobilitaet", Some(Stance::DoesNot));
    stances.set("iii", "mobilitaet", None);
    assert_eq!((stances.get("ii", "mobilitaet"), stances.get("iii", "mobilitaet")), (Some(Stance::Carries), None));
    let mut talk = Talk::new(&TOWN.id, "4 7-2!");
    assert_eq!(talk.room(), "472");
    talk.stances = stances;
    talk.consensus = Consensus::new(proposals(2), 3);
    talk.at = 5;
    let mut older = Talk::new(&TOWN.id, "1");
    older.at = 4;
    let texts = [talk.to_json(), older.to_json(), "{ broken".to_owned(), Talk::new("freiburg-2018", "9").to_json()];
    assert_eq!(Talk::newest(texts.iter().map(String::as_str), &TOWN.id), Some(talk));
}

#[test]
fn exports_name_keys_and_tell_nothing_of_the_order() {
    let codes = [code("radwege", 100_000.0), code("radwege", 300_000.0), code("strassen", -50_000.0)];
    let marks: Vec<String> = codes
        .iter()
        .zip(["cccccccccc", "aaaaaaaaaa", "bbbbbbbbbb"])
        .map(|(it, by)| marked(it, "1", &nonce(by)))
        .collect();
    let (one, other) =
        (gathered(&marks.join(" ")), gathered(&marks.iter().rev().cloned().collect::<Vec<_>>().join(" ")));
    let sums = |it: &Gathered| together(&TOWN, &it.accounts());
    let (table, counted) = (csv(&TOWN, one.drafts()), pb(&TOWN, one.drafts(), &sums(&one)));
    assert_eq!(table, csv(&TOWN, other.drafts()));
    assert_eq!(counted, pb(&TOWN, other.drafts(), &sums(&other)));
    let rows: Vec<&str> = table.lines().collect();
    assert_eq!(rows.len(), 4);
    assert!(rows[1].starts_with("1,lever,radwege,") && rows[1].contains(",300000,2027,"), "{table}");
    for part in [
        "META\nkey;value\n",
        "num_votes;3\n",
        "PROJECTS\nproject_id;cost;votes;name\n",
        "lever:radwege:more;300000;2;",
        "lever:strassen:less;50000;1;",
        "VOTES\nvoter_id;vote;points\n1;lever:radwege:more;300000\n",
    ] {
        assert!(counted.contains(part), "{part} in\n{counted}");
    }
}

#[test]
fn a_clock_counts_down_stops_and_forces_nothing() {
    let it = Timer::started(5, 1000.0);
    assert_eq!((it.told(1000.0), it.told(1500.0), it.told(61_000.0)), ((5, 0), (5, 0), (4, 0)));
    let stopped = it.toggled(61_000.0);
    assert_eq!((stopped.told(900_000.0), stopped.is_going(900_000.0)), ((4, 0), false));
    let on = stopped.toggled(900_000.0);
    assert!(on.is_going(900_001.0) && on.is_over(900_000.0 + 240_000.0));
    assert_eq!(on.told(9e9), (0, 0));
    assert!(!Timer::default().is_over(1.0), "one that was never started is not over");
}

fn revealed(are_few_agreed: bool) -> Talk {
    let mut talk = Talk::new(&TOWN.id, "472");
    (talk.is_revealed, talk.are_few_agreed) = (true, are_few_agreed);
    talk
}

fn shown(all: &Gathered, talk: &Talk, own: Option<&Account>, lang: Lang) -> Option<Box<GroupFigure>> {
    match group_picture(&TOWN, &all.accounts(), talk, own, lang) {
        GroupPicture::Shown(it) => Some(it),
        GroupPicture::Covered { .. } => None,
    }
}

/// So many drafts that give to one lever and so many that take.
fn room(lever: &str, more: u32, less: u32) -> Vec<String> {
    let amounts = (1..=more).map(f64::from).chain((1..=less).map(|it| -f64::from(it)));
    let mark = |(at, it): (usize, f64)| marked(&code(lever, it * 1000.0), "472", &nonce(&format!("{lever}{at}")));
    amounts.enumerate().map(mark).collect()
}

#[test]
fn few_drafts_are_hidden_unless_all_agree_and_all_are_until_revealed() {
    let all = |count: u32| gathered(&room("radwege", count, 0).join(" "));
    assert!(shown(&all(4), &revealed(false), None, Lang::De).is_none(), "four hide their strips");
    assert!(shown(&all(4), &revealed(true), None, Lang::De).is_some());
    assert!(shown(&all(5), &revealed(false), None, Lang::De).is_some());
    assert!(shown(&all(5), &Talk::new(&TOWN.id, ""), None, Lang::De).is_none(), "nobody has revealed them");
    assert!(shown(&all(0), &revealed(true), None, Lang::De).is_none());
    let said = |count: u32, talk: &Talk| match group_picture(&TOWN, &all(count).accounts(), talk, None, Lang::De) {
        GroupPicture::Covered { said, .. } => said,
        GroupPicture::Shown(_) => panic!("it is shown"),
    };
    assert!(said(4, &revealed(false))[0].contains("4 Entwürfe bleiben verdeckt"));
    assert_eq!(said(5, &Talk::new(&TOWN.id, ""))[0], "5 Entwürfe gesammelt, noch verdeckt");
}

#[test]
fn the_room_reads_where_it_agrees() {
    let texts = [room("radwege", 9, 1), room("sport", 5, 5)].concat();
    let all = gathered(&texts.join("\n"));
    assert_eq!(all.count(), 20);
    let own = Account::of(&TOWN, &moved("radwege", 12_000.0));
    let it = shown(&all, &revealed(false), Some(&own), Lang::De).expect("it is revealed");
    // Half leave mobility as it is and nearly half give more: nobody agrees there.
    assert_eq!(it.agreed.len() + it.apart.len(), 2);
    let dots = |row: &str| row.matches('M').count();
    for row in it.agreed.iter().chain(&it.apart).chain(&it.things) {
        assert_eq!(dots(&row.dots), 20, "{}", row.name);
    }
    assert!(it.apart[0].ring.is_some_and(|it| it >= 50.0));
    assert_eq!(it.chosen[0][0], "9");
    assert!(it.chosen[0][1].contains("Radwege"), "{:?}", it.chosen);
    assert_eq!(it.cut[0][0], "5");
    assert!(
        it.untouched.starts_with("7 weitere Ziele") || it.untouched.starts_with("8 weitere Ziele"),
        "{}",
        it.untouched
    );
    assert_eq!(it.table.len(), TOWN.purposes().len() + 2);
    assert!(it.table.iter().all(|row| row.len() == 9));
    let mobility = it.table.iter().find(|row| row[0] == "Nachhaltige Mobilität").expect("the row");
    assert_eq!(mobility[1..4], ["9", "1", "10"]);
    assert_eq!(it.mean.len(), 5);
    for lang in Lang::ALL {
        let it = shown(&all, &revealed(false), None, lang).expect("it is revealed");
        assert!(!it.headline.is_empty() && it.apart.iter().all(|it| it.ring.is_none()));
    }
}

#[test]
fn the_headline_names_what_the_ranking_says() {
    let headline = |texts: Vec<Vec<String>>| {
        shown(&gathered(&texts.concat().join(" ")), &revealed(true), None, Lang::De).expect("it is revealed").headline
    };
    assert_eq!(headline(vec![room("radwege", 6, 0)]), "Einig bei „Nachhaltige Mobilität“");
    assert_eq!(
        headline(vec![room("radwege", 5, 5)]),
        "Bei keinem Ziel einig, am weitesten auseinander bei „Nachhaltige Mobilität“"
    );
    let plan = write_code(&TOWN, &Scenario::default()).expect("nothing fits");
    assert_eq!(headline(vec![vec![plan]]), "Alle Entwürfe lassen die Ziele, wie der Plan sie vorsieht");
}

#[test]
fn what_was_not_counted_is_named() {
    let own = code("radwege", 1000.0);
    let later = Submission::new(&TOWN, &moved("radwege", 1000.0), Nonce::v4([2; 16]), DAY).to_json();
    let later = later.replace(&format!("{:016x}", TOWN.version), "0123456789abcdef");
    let foreign = later.replace("muenster-2026", "freiburg-2018");
    let all = gathered(&[own.as_str(), &own, &later, &foreign, "hallo"].join("\n"));
    let report = gather_report(&TOWN, &all, &|id| format!("<{id}>"), Lang::De);
    assert_eq!(
        report,
        [
            "Einmal kam ein Entwurf, der schon dabei war. Er zählt einmal.",
            "Ein Entwurf ohne eigene Kennung: Gleiche davon zählen als einer.",
            "Ein Text war kein Entwurf oder kam beschädigt an.",
            "Ein Entwurf für einen anderen Haushalt: <freiburg-2018>. Gezählt wird nur Stadt Münster.",
            "Ein Entwurf nach einem anderen Stand der Angaben zu Stadt Münster. Verschiedene Stände werden nicht zusammengezählt.",
        ]
    );
}

#[test]
fn the_least_resistance_is_said_without_a_victory() {
    let all = gathered(&room("radwege", 3, 0).join(" "));
    let here = |name: &str, scenario| Drafted { id: None, name: name.to_owned(), scenario: Arc::new(scenario) };
    // Of what lies on this device the plan is none, and what is there twice is offered once.
    let own = [
        here("Entwurf auf diesem Gerät", moved("sport", -2000.0)),
        here("Abschrift", moved("sport", -2000.0)),
        here("Plan", Scenario::default()),
        here("Sparsam", moved("sport", -3000.0)),
    ];
    let mut offered = candidates(&TOWN, &own, all.drafts(), DAY, Lang::De);
    assert_eq!(offered.len(), 5);
    assert!(offered.remove(1).name.starts_with("Sparsam (weniger: "));
    assert!(offered[0].name.starts_with("Entwurf auf diesem Gerät (weniger: "), "{}", offered[0].name);
    assert!(offered[1].name.starts_with("Entwurf 1 (mehr: Vorhandene Radwege"), "{}", offered[1].name);
    let mut it = Consensus::new(offered[..2].to_vec(), 2).expect("two proposals");
    assert_eq!(consensus_figure(&it, Lang::De), None);
    assert!(it.answer(vec![9, 3, 4]) && it.answer(vec![9, 8, 4]));
    let told = consensus_figure(&it, Lang::De).expect("all are in");
    assert_eq!(told.headline, format!("Geringster Widerstand: „{}“", offered[1].name));
    assert_eq!((told.least.as_slice(), told.high.as_str()), ([1].as_slice(), ""));
    assert_eq!(told.rounds[0].rows[0].cells, ["8", "4,0", "0,0", "4"]);
    assert_eq!(told.rounds[0].rows[2].bar, 90.0);
    assert!(it.ask_again() && it.answer(vec![2, 2, 9]) && it.answer(vec![8, 8, 9]));
    let told = consensus_figure(&it, Lang::De).expect("all are in");
    assert!(told.headline.starts_with("Gleich wenig spricht gegen"), "{}", told.headline);
    assert!(told.high.contains("Jemand hat 8 gegen"), "{}", told.high);
    assert_eq!(told.rounds.len(), 2, "the first round stays");
    assert_eq!(told.rounds[1].rows[0].rank, "1");
    assert_eq!(told.rounds[0].rows[0].rank, "1 (gleichauf)");
    for lang in Lang::ALL {
        let text = format!("{:?}", consensus_figure(&it, lang));
        assert!(!["gewonnen", "Sieger", "won", "winner"].iter().any(|it| text.contains(it)), "{text}");
    }
}

#[test]
fn the_result_goes_into_the_paper() {
    let scenario = moved("radwege", 1000.0);
    let mut talk = Talk::new(&TOWN.id, "472");
    assert_eq!(group_section(&TOWN, &scenario, &talk, Lang::De), None);
    let draft = write_code(&TOWN, &scenario).expect("it fits");
    let all = ["Mehr Radwege", "Anderes"].map(|name| Proposal {
        name: name.to_owned(),
        draft: draft.clone(),
        check: check_value(&TOWN, &scenario),
    });
    let mut consensus = Consensus::new(all.to_vec(), 1).expect("two proposals");
    assert!(consensus.answer(vec![5, 1, 2]));
    talk.consensus = Some(consensus);
    let section = group_section(&TOWN, &scenario, &talk, Lang::De).expect("a round is closed");
    assert_eq!(
        section.said[0],
        "In Runde 1 hat eine Person Widerstand von 0 bis 10 angegeben. Geringster Widerstand: „Mehr Radwege“."
    );
    assert_eq!(section.said[1], "Dieser Entwurf ist der Vorschlag „Mehr Radwege“.");
    assert_eq!(section.table.rows.len(), 3);
    let other = group_section(&TOWN, &moved("radwege", 2000.0), &talk, Lang::De).expect("a round is closed");
    assert_eq!(other.said[1], "Dieser Entwurf stand dabei nicht zur Wahl.");
    let town = load(&freiburg()).expect("the pack loads");
    let (department, goal) = (town.departments.list[0].id.clone(), town.fields[0].id.clone());
    let mut talk = Talk::new(&town.id, "");
    talk.stances.set(&department, &goal, Some(Stance::OnCondition));
    let section = group_section(&town, &Scenario::default(), &talk, Lang::De).expect("a stance is there");
    assert!(section.said.last().is_some_and(|it| it.ends_with(": mit Bedingung.")), "{:?}", section.said);
    assert!(responsibility_figure(&TOWN, &talk.stances, Lang::De).rows.is_empty(), "Münster names no departments");
}

#[test]
fn what_is_gathered_is_stored_pile_by_pile_and_nothing_is_written_over() {
    let texts: Vec<String> =
        (1..=250).map(|at| marked(&code("radwege", 1000.0), "", &nonce(&format!("draft{at}")))).collect();
    let mut keys = 0;
    let mut store = std::collections::BTreeMap::new();
    let mut shelf = Shelf::holding(0);
    let mut write = |shelf: &mut Shelf, all: &Gathered, store: &mut std::collections::BTreeMap<String, String>| {
        let due = shelf.due(&TOWN.id, DAY, all, || {
            keys += 1;
            Some(format!("key{keys}"))
        });
        let count = due.len();
        store.extend(due);
        count
    };
    let all = |from: usize, to: usize| texts[from..to].join(" ");
    let mut first = gathered(&all(0, 3));
    assert_eq!(write(&mut shelf, &first, &mut store), 1);
    assert_eq!(write(&mut shelf, &first, &mut store), 0, "nothing new");
    first = gathered(&all(0, 250));
    assert_eq!((write(&mut shelf, &first, &mut store), store.len()), (3, 3));
    // A reload goes on in entries of its own, and all of them together are what was gathered.
    let mut later = Shelf::holding(250);
    let more = gathered(&format!("{} {}", all(0, 250), marked(&code("sport", -1000.0), "", &nonce("another"))));
    assert_eq!((write(&mut later, &more, &mut store), store.len()), (1, 4));
    let back = gathered(&store.values().cloned().collect::<Vec<_>>().join("\n"));
    assert_eq!((back.count(), back.again(), back.refused().count()), (251, 0, 0));
    assert!(Shelf::holding(0).due(&TOWN.id, DAY, &more, || None).is_empty(), "a store without keys");
}

#[test]
fn every_step_of_a_group_can_be_taken_back_and_the_store_follows() {
    let texts: Vec<String> =
        (1..=240).map(|at| marked(&code("radwege", 1000.0), "", &nonce(&format!("draft{at}")))).collect();
    let (mut keys, mut store) = (0, std::collections::BTreeMap::new());
    let (mut all, mut shelf, mut past) = (gathered(&texts[..5].join(" ")), Shelf::holding(5), Past::default());
    let (mut talk, before) = (Talk::new(&TOWN.id, "472"), all.clone());
    let mut write = |shelf: &mut Shelf, all: &Gathered, store: &mut std::collections::BTreeMap<String, String>| {
        store.extend(shelf.due(&TOWN.id, DAY, all, || {
            keys += 1;
            Some(format!("key{keys}"))
        }));
    };
    assert_eq!((past.last(), past.pop()), (None, None));
    // Piles that end within an entry, fill one, and begin one; in between something is said.
    let mut states = Vec::new();
    for (from, to) in [(5, 8), (8, 105), (105, 106), (106, 240)] {
        states.push((all.clone(), talk.clone()));
        past.push(Deed::Gathered(to - from), talk.clone(), all.mark());
        texts[from..to].iter().for_each(|it| drop(all.take(&TOWN, &[], it, DAY)));
        all.take(&TOWN, &[], &texts[0], DAY);
        all.take(&TOWN, &[], "kaputt", DAY);
        write(&mut shelf, &all, &mut store);
        states.push((all.clone(), talk.clone()));
        past.push(Deed::Revealed, talk.clone(), all.mark());
        talk.is_revealed = !talk.is_revealed;
    }
    while let Some((deed, said, mark)) = past.pop() {
        shelf.back_to(mark.count()).iter().for_each(|key| drop(store.remove(key)));
        all.back_to(mark);
        talk = said;
        write(&mut shelf, &all, &mut store);
        assert_eq!(Some((all.clone(), talk.clone())), states.pop(), "{deed:?}");
        let stored = gathered(&store.values().cloned().collect::<Vec<_>>().join("\n"));
        assert_eq!(stored.drafts(), &all.drafts()[5..], "{deed:?}");
    }
    assert_eq!((all.clone(), store.len()), (before, 0));
    // What was taken back can come again.
    assert_eq!(all.take(&TOWN, &[], &texts[5], DAY), Taken::New);
}

/// Two squares in one picture, and a picture without any.
#[test]
fn squares_are_read_in_what_a_camera_sees() {
    let texts = [marked(&code("radwege", 1000.0), "472", &nonce("aaaaaaaaaa")), code("sport", -1000.0)];
    let codes = texts
        .each_ref()
        .map(|it| qrcodegen::QrCode::encode_text(it, qrcodegen::QrCodeEcc::Medium).expect("it fits into a square"));
    let (width, height, module) = (640_i32, 320_i32, 4);
    let dark = |x: i32, y: i32| {
        codes.iter().zip([40, 360]).any(|(it, left)| {
            let (column, row) = ((x - left).div_euclid(module), (y - 40).div_euclid(module));
            it.get_module(column, row)
        })
    };
    let colours: Vec<u8> = (0..height)
        .flat_map(|y| (0..width).map(move |x| (x, y)))
        .flat_map(|(x, y)| if dark(x, y) { [20, 20, 20, 255] } else { [240, 240, 240, 255] })
        .collect();
    let mut found = squares(&Grey::of_colours(640, 320, &colours));
    found.sort();
    let mut expected = texts.to_vec();
    expected.sort();
    assert_eq!(found, expected);
    assert!(squares(&Grey::of_colours(64, 64, &[200; 64 * 64 * 4])).is_empty());
    assert!(squares(&Grey::of_colours(0, 0, &[])).is_empty());
}
