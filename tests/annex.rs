//! The annex to a council motion on worked cases: an investment, a cut, a tax and a commitment in one draft, nothing moved,
//! only a tax, not covered, and a town without printed rows.

use std::sync::{Arc, LazyLock};

use zukunftshaushalt::figure::{Annex, AnnexOf, Telling, annex};
use zukunftshaushalt::model::plan_rows::PlanRows;
use zukunftshaushalt::model::{Cell, Choice, LeverAt, Money, Purpose, Run, Study, TaxAt, Town, Year};
use zukunftshaushalt::pack::{freiburg, load, muenster_plan, plan_rows};
use zukunftshaushalt::scenario::{Action, Changed, Reasons, Session};
use zukunftshaushalt::text::Lang;

static MUENSTER: LazyLock<Study> = LazyLock::new(|| Study::of(load(&muenster_plan()).unwrap(), 60));
static FREIBURG: LazyLock<Study> = LazyLock::new(|| Study::of(load(&freiburg()).unwrap(), 60));
static ROWS: LazyLock<PlanRows> = LazyLock::new(|| plan_rows(&muenster_plan(), &MUENSTER.town).unwrap().unwrap());

fn cell(town: &Town, lever: &str) -> Cell {
    let lever: LeverAt = town.levers.find(|it| it.id == lever).unwrap_or_else(|| panic!("no lever {lever}"));
    let purposes = town.purposes().into_iter();
    let purpose = purposes.filter(|it| !town.cell_amount(Cell { lever, purpose: *it }).is_zero()).next();
    Cell { lever, purpose: purpose.unwrap_or(Purpose::Overhead) }
}

fn tax(town: &Town, id: &str) -> TaxAt {
    town.taxes.find(|it| it.id == id).unwrap()
}

fn told(study: &Study, rows: Option<&PlanRows>, session: &Session, reasons: &Reasons, lang: Lang) -> Annex {
    let mut run = Run::new(study, session.shared_scenario());
    run.finish();
    let (now, ranges) = (run.projected(), run.ranges());
    let it = Telling { town: &study.town, scenario: &now.scenario, projection: &now.projection, ranges: &ranges, lang };
    annex(&AnnexOf { it, rows, members: study.uncertainty().members(), reasons, name: "Radwege", date: "2026-11-28" })
}

/// An investment, a cut, an increase and a tax.
fn mixed(town: &Town) -> Session {
    let mut session = Session::default();
    for (lever, euros) in
        [("strassenbau", 500_000.0), ("radwege", 1_165_000.0), ("strassen", -1_430_000.0), ("verwaltung", -300_000.0)]
    {
        session.apply(town, Action::MoveLever(cell(town, lever), Money::from_euros(euros)));
    }
    session.apply(town, Action::SetYears(Choice::Everyday(cell(town, "radwege")), Year(2027), Year(2030)));
    session.apply(town, Action::SetTax(tax(town, "trade_tax"), 462.0));
    session
}

#[test]
fn look() {
    let session = mixed(&MUENSTER.town);
    let mut reasons = Reasons::default();
    reasons.insert(Changed::Choice(Choice::Everyday(cell(&MUENSTER.town, "radwege"))), Arc::from("Sicher zur Schule"));
    for lang in Lang::ALL {
        let it = told(&MUENSTER, Some(&ROWS), &session, &reasons, lang);
        println!("{}\n{}\n{}\n{:#?}\n{:#?}", it.sheet, it.draft, it.title, it.cover, it.before);
        println!("{}", it.motion_text());
        println!("{:#?}", it.motion_notes);
        for section in it.sections() {
            println!("\n## {}\n{:#?}\n{}\n{:#?}", section.title, section.said, section.table.csv(), section.notes);
        }
        println!("{:?}\n{}", it.foot, it.summary);
    }
}
