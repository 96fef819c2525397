use crate::model::{Purpose, Town};
use crate::text::{self, Lang};

/// Name of a goal, or of the overhead.
pub fn goal_name(town: &Town, purpose: Purpose, lang: Lang) -> String {
    match purpose {
        Purpose::Field(field) => town.fields.get(field).map_or_else(String::new, |it| lang.of(&it.name).to_owned()),
        Purpose::Overhead => lang.first().overhead.to_owned(),
    }
}

/// Name for narrow places: the first of two linked words is enough.
pub fn short_goal_name(town: &Town, purpose: Purpose, lang: Lang) -> String {
    goal_name(town, purpose, lang).split(" & ").next().unwrap_or_default().to_owned()
}

/// What a goal is about.
pub fn goal_description(town: &Town, purpose: Purpose, lang: Lang) -> String {
    match purpose {
        Purpose::Field(field) => {
            town.fields.get(field).map_or_else(String::new, |it| lang.of(&it.description).to_owned())
        }
        Purpose::Overhead => lang.texts().overhead_note.to_owned(),
    }
}

/// What is planned for a goal and how far that goes down and up.
pub fn levers_note(town: &Town, purpose: Purpose, lang: Lang) -> String {
    let (room, amount) = (town.room(purpose), |money| text::amount(money, lang));
    let planned = amount(town.planned(purpose));
    (lang.texts().levers_note)(&planned, &amount(room.low.abs()), &amount(room.high))
}
