//! How far something can be moved: bounds of a lever's lines, and what can be added in a year.

use zukunftshaushalt::model::{Block, Cell, LeverAt, MeasureAt, Money, Purpose, Room, Town};

use crate::towns::{made, real, reals};

/// All cells of a lever.
fn cells(town: &Town, lever: LeverAt) -> Vec<Cell> {
    town.purposes().into_iter().map(|purpose| Cell { lever, purpose }).collect()
}

/// What the lines of a lever allow for one purpose.
fn lines(town: &Town, cell: Cell) -> Room {
    town.levers[cell.lever.0].room(cell.purpose)
}

fn sum(rooms: impl Iterator<Item = Room>) -> Room {
    rooms.sum()
}

/// Increases of a lever end at what can be added in a year where that is less than its lines allow, shared in proportion to
/// the cent; cuts never do.
fn assert_ceilings(town: &Town) -> usize {
    let mut binding = 0;
    for lever in town.levers.places() {
        let cells = cells(town, lever);
        let wide = sum(cells.iter().map(|it| lines(town, *it)));
        let narrow = sum(cells.iter().map(|it| town.cell_room(*it)));
        assert_eq!(wide.low, narrow.low, "a cut has no ceiling");
        let usual = town.chain.usual(lever).map(|it| &town.chain.measures[it.0]);
        let most = usual.and_then(|it| Some(it.most_per_year? * it.unit_cost)).filter(|it| *it < wide.high.euros());
        assert_eq!(town.ceiling(lever), most.and(usual.and_then(|it| it.most_per_year)), "{}", town.levers[lever.0].id);
        let Some(most) = most else {
            assert!(cells.iter().all(|it| town.cell_room(*it) == lines(town, *it)));
            continue;
        };
        binding += 1;
        let lost = most - narrow.high.euros();
        assert!((0.0..=0.01 * (cells.len() + 1) as f64).contains(&lost), "{lost} of {most}");
        for cell in cells {
            let part = lines(town, cell).high.euros() * most / wide.high.euros();
            let high = town.cell_room(cell).high;
            assert!(Money::ZERO <= high && (part - high.euros()).abs() <= 0.02, "{part} and {high:?}");
        }
    }
    binding
}

#[test]
fn what_can_be_added_in_a_year_limits_increases_and_no_cut() {
    let binding: Vec<usize> = reals().iter().map(|town| assert_ceilings(town)).collect();
    println!("{binding:?} levers end there");
    assert!(binding.iter().all(|it| *it > 0));
    assert!((0..300).map(|seed| assert_ceilings(&made(seed))).sum::<usize>() > 20);
}

/// The tightest case by hand, and what follows where the number of a town changes: nothing is kept from before.
#[test]
fn a_ceiling_follows_its_measure() {
    let mut town = (*real()).clone();
    let kita = town.levers.find(|it| it.id == "kita").expect("Münster has day care");
    let at = town.chain.usual(kita).expect("its money buys places");
    assert_eq!(town.chain.measures[at.0].id, "kita_platz");
    let high = |town: &Town| sum(cells(town, kita).into_iter().map(|it| town.cell_room(it))).high;
    let goal = town.chain.measures[at.0].field;
    town.chain.measures[at.0].unit_cost = 16_500.0;
    town.chain.measures[at.0].most_per_year = Some(10.0);
    assert!(Money::from_euros(164_999.8) < high(&town) && high(&town) <= Money::from_euros(165_000.0));
    assert_eq!(town.ceiling(kita), Some(10.0));
    assert!(town.room(Purpose::Field(goal)).high < real().room(Purpose::Field(goal)).high, "the goal ends there too");
    town.chain.measures[at.0].most_per_year = Some(1e9);
    let lines = sum(cells(&town, kita).into_iter().map(|it| lines(&town, it))).high;
    assert_eq!((town.ceiling(kita), high(&town)), (None, lines));
    town.chain.measures[at.0].most_per_year = None;
    assert_eq!((town.ceiling(kita), high(&town)), (None, lines));
}

/// A measure goes up to what can be added in a year in whole euros, else as far as the lines of its lever; a usual one and
/// one of a fixed lever do not move by themselves.
#[test]
fn a_measure_goes_from_nothing_to_what_can_be_added() {
    let assert_room = |town: &Town, at: MeasureAt| {
        let it = &town.chain.measures[at.0];
        let Room { low, high } = town.measure_room(at);
        assert_eq!(low, Money::ZERO);
        let lines = sum(cells(town, it.lever).into_iter().map(|it| lines(town, it))).high;
        match it.most_per_year {
            _ if it.is_usual || town.levers[it.lever.0].block == Block::Fixed => assert_eq!(high, Money::ZERO),
            Some(most) => {
                let euros = most * it.unit_cost;
                assert!(
                    (euros - 1.0..=euros).contains(&high.euros()) && high.cents() % 100 == 0,
                    "{high:?} of {euros}"
                );
            }
            None => assert_eq!(high, lines),
        }
    };
    for town in reals().into_iter().chain((0..300).map(made)) {
        town.chain.measures.places().for_each(|at| assert_room(&town, at));
        assert_eq!(town.measure_room(town.chain.measures.end()), Room::default());
    }
    let mut town = (*real()).clone();
    let at = |id: &str| town.chain.measures.find(|it| it.id == id).expect("Münster has it");
    let (nursery, usual) = (at("kita_u3"), at("kita_platz"));
    town.chain.measures[nursery.0].unit_cost = 23_000.1;
    town.chain.measures[nursery.0].most_per_year = Some(2.5);
    assert_eq!(town.measure_room(nursery).high, Money::from_euros(57_500.0), "of 57,500.25 euros");
    assert_eq!(town.measure_room(usual), Room::default());
}
