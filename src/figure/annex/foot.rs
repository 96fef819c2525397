use crate::figure::Telling;
use crate::scenario::{MODEL, check_value};
use crate::text::Lang;

/// What every sheet ends with (Fußzeile): that it is no forecast, data, model, check value.
pub fn foot(it: Telling<'_>) -> Vec<String> {
    let (town, words) = (it.town, it.lang.annex());
    let check = check_value(town, it.scenario);
    let data = (words.data)(&town.id, it.lang.of(&town.plan));
    vec![words.no_forecast.to_owned(), data, (words.model)(MODEL), (words.check)(&check)]
}

/// The draft's name, possibly empty, and the day as `YYYY-MM-DD`, likewise (Kopfzeile).
pub fn draft_line(name: &str, date: &str, lang: Lang) -> String {
    let words = lang.annex();
    (words.draft)(name, &if date.is_empty() { String::new() } else { lang.date(date) })
}
