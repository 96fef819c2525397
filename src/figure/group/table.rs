use super::report::whole;
use super::things::thing_name;
use crate::figure::goal_name;
use crate::group::{Account, Direction, Spread, Together};
use crate::model::{Money, Town};
use crate::text::{self, Lang};

/// A change of so many euros a year.
fn change(euros: f64, lang: Lang) -> String {
    text::signed_about(Money::from_euros(euros), lang)
}

/// All numbers: the goals in the order of the page, then the things that a draft moves, those that most move first.
pub fn table_rows(town: &Town, all: &Together, own: Option<&Account>, lang: Lang) -> Vec<Vec<String>> {
    let words = lang.group();
    let row = |name: String, it: &Spread, levelled: Option<f64>, own: Option<Money>| {
        let (low, high) = it.middle_half();
        let count = |way| whole(it.going(way), lang);
        vec![
            name,
            count(Direction::More),
            count(Direction::Less),
            count(Direction::Same),
            change(it.mean, lang),
            change(it.median(), lang),
            (words.range)(&change(low, lang), &change(high, lang)),
            levelled.map(|it| change(it, lang)).unwrap_or_default(),
            own.map(|it| text::signed_about(it, lang)).unwrap_or_default(),
        ]
    };
    let purposes = town.purposes();
    let goals = purposes.iter().zip(all.purposes.iter().zip(&all.levelled)).enumerate();
    let goals = goals.map(|(at, (purpose, (spread, levelled)))| {
        let own = own.and_then(|it| it.purposes.get(at)).copied();
        row(goal_name(town, *purpose, lang), spread, Some(*levelled), own)
    });
    let mut things: Vec<_> = all.things.iter().collect();
    things.sort_by_key(|(thing, it)| (std::cmp::Reverse(it.moved().len()), *thing));
    let things = things
        .into_iter()
        .map(|(thing, spread)| row(thing_name(town, *thing, lang), spread, None, own.map(|it| it.of_thing(*thing))));
    goals.chain(things).collect()
}

/// How the mean adds up to its balance, and whether it is covered.
pub fn mean_rows(all: &Together, lang: Lang) -> (Vec<[String; 2]>, String) {
    let words = lang.group();
    let spent: f64 = all.purposes.iter().map(|it| it.mean).sum();
    // What costs money is taken off, what others pay or what is built is added back.
    let parts = [all.taxes, -spent, all.built, all.paid_by_others, all.balance];
    let rows =
        words.mean_rows.iter().zip(parts).map(|(name, euros)| [(*name).to_owned(), change(euros, lang)]).collect();
    let balance = Money::from_euros(all.balance);
    let said = text::about(balance.abs(), lang);
    let is_missing = if balance.is_zero() { None } else { Some(balance < Money::ZERO) };
    (rows, (words.mean_cover)(&said, is_missing))
}
