use crate::figure::{choice_figure, tax_figure};
use crate::group::{Account, Thing};
use crate::model::{Choice, Money, Town};
use crate::text::Lang;

/// What a thing is called (Name eines Postens).
pub fn thing_name(town: &Town, thing: Thing, lang: Lang) -> String {
    let of_choice = |choice| choice_figure(town, choice, lang).map(|it| it.name);
    let name = match thing {
        Thing::Lever(at) => town.parts(at).first().and_then(|it| of_choice(Choice::Everyday(*it))),
        Thing::Measure(at) => of_choice(Choice::Own(at)),
        Thing::Tax(at) => town.taxes.get(at).map(|it| tax_figure(town, it, None, lang).name),
    };
    name.or_else(|| thing.key(town).map(|it| it.1.to_owned())).unwrap_or_default()
}

/// Things that name a draft; more would not be read.
const NAMING: usize = 2;

/// What a draft is above all: its largest changes in words (Kurzbeschreibung).
pub fn draft_said(town: &Town, it: &Account, lang: Lang) -> String {
    let words = lang.group();
    let mut things = it.things.clone();
    things.sort_by_key(|(thing, money)| (std::cmp::Reverse(money.abs()), *thing));
    let said = |(thing, money): &(Thing, Money)| {
        let name = thing_name(town, *thing, lang);
        if *money > Money::ZERO { (words.more_of)(&name) } else { (words.less_of)(&name) }
    };
    let all: Vec<String> = things.iter().take(NAMING).map(said).collect();
    if all.is_empty() { words.as_planned.to_owned() } else { all.join("; ") }
}
