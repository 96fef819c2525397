//! What a public body says of the accessibility of its copy of the page (Erklärung zur Barrierefreiheit): a JSON file that
//! the build checks and the page shows.

use serde::Deserialize;
use serde_json::{Map, Value};

use super::Problem;
use super::fields::Reader;
use crate::model::fiscal::Land;

/// How far the page meets the requirements (Stand der Vereinbarkeit).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conformity {
    /// Fully.
    Full,
    /// Partly.
    Partial,
    /// Not.
    None,
}

/// What is not accessible, in each language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// In German.
    pub de: String,
    /// In English.
    pub en: String,
}

/// The statement (Erklärung zur Barrierefreiheit).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Statement {
    /// Whose law holds.
    pub land: Land,
    /// Who publishes the page.
    pub body: String,
    /// Address for mails; empty without one.
    pub mail: String,
    /// Telephone number; empty without one.
    pub phone: String,
    /// Address of a form, which not every law asks for; empty without one.
    pub form: String,
    /// Who helps where the body does not, and where that is found.
    pub enforcement: (String, String),
    /// How far the page meets the requirements.
    pub conformity: Conformity,
    /// Who checked that, other than the body; none where it did so itself.
    pub tested_by: Option<String>,
    /// What is known not to be accessible.
    pub gaps: Vec<Gap>,
    /// When it was made or last reviewed, `YYYY-MM-DD`.
    pub date: String,
    /// Addresses of the body's imprint and of its privacy notice, which stand at the end of every page; empty without one.
    pub links: [String; 2],
}

/// What is wanted of a field.
const FIELDS: [(&str, &str); 10] = [
    ("land", "the two letters of a Land, such as \"NW\""),
    ("body", "the name of the public body"),
    ("contact", "{ \"mail\", \"phone\", \"form\" }, at least one of them"),
    ("enforcement", "{ \"name\", \"link\" } of the body that helps where this one does not"),
    ("status", "\"full\", \"partial\" or \"none\""),
    ("method", "\"self\", or { \"tested_by\": the name of who tested }"),
    ("gaps", "a list of { \"de\", \"en\" }, empty only where the status is \"full\""),
    ("date", "a day as YYYY-MM-DD, of the last twelve months"),
    ("links", "{ \"imprint\", \"privacy\" }, each an address, or no such field"),
    ("collector", "where drafts are sent, which is read by itself"),
];

/// Reads a statement and tells everything that is wrong with it; `today` is a day as `YYYY-MM-DD`.
///
/// ```
/// use zukunftshaushalt::pack::statement;
///
/// let problems = statement("town.json", "{}", "2026-11-29").expect_err("nothing is said in it");
/// assert_eq!(problems.len(), 8);
/// assert!(problems[1].to_string().starts_with("town.json: body: expected the name of the public body, found nothing"));
/// ```
pub fn statement(file: &str, text: &str, today: &str) -> Result<Statement, Vec<Problem>> {
    let mut reader = Reader::new(file, &FIELDS);
    let Ok(Value::Object(all)) = serde_json::from_str(text) else {
        return Err(vec![Problem::new(file, None, "expected a JSON object with the fields of a statement")]);
    };
    let read = reader.statement(&all);
    // Told with all other problems, so that one look at them is enough.
    let date = all.get("date").and_then(Value::as_str).map(str::trim).filter(|it| is_day(it));
    if let Some(date) = date.filter(|it| !is_of_the_last_year(it, today)) {
        let found = format!("{date}, and today is {today}");
        reader.complain("date", &found);
    }
    match read {
        Some(statement) if reader.problems.is_empty() => Ok(statement),
        _ => Err(reader.problems),
    }
}

/// The statement of a page that was built with it, however old it has become.
pub fn published(text: &str) -> Option<Statement> {
    let Ok(Value::Object(all)) = serde_json::from_str(text) else { return None };
    Reader::new("", &FIELDS).statement(&all)
}

impl Statement {
    /// Whether it must be reviewed again, once a year.
    pub fn is_old(&self, today: &str) -> bool {
        !is_of_the_last_year(&self.date, today)
    }
}

/// Whether a day lies in the twelve months up to another one; days in this form are in order as texts.
fn is_of_the_last_year(date: &str, today: &str) -> bool {
    let year_before = today.split_once('-').and_then(|(year, rest)| Some((year.parse::<u16>().ok()?, rest)));
    let first = year_before.map_or_else(String::new, |(year, rest)| format!("{:04}-{rest}", year.saturating_sub(1)));
    date >= first.as_str() && date <= today
}

impl Reader<'_> {
    fn statement(&mut self, all: &Map<String, Value>) -> Option<Statement> {
        self.known_first(all);
        let land = self.text(all, "", "land").and_then(|it| {
            let land = Land::deserialize(Value::String(it.clone())).ok();
            if land.is_none() {
                self.complain("land", &it);
            }
            land
        });
        let body = self.text(all, "", "body");
        let contact = self.object(all, "contact", &["mail", "phone", "form"]).cloned().and_then(|it| self.contact(&it));
        let enforcement = self.object(all, "enforcement", &["name", "link"]).cloned().map(|it| {
            (
                self.text(&it, "enforcement", "name"),
                self.text(&it, "enforcement", "link").and_then(|link| self.link("enforcement.link", link)),
            )
        });
        let conformity = self.text(all, "", "status").and_then(|it| match it.as_str() {
            "full" => Some(Conformity::Full),
            "partial" => Some(Conformity::Partial),
            "none" => Some(Conformity::None),
            other => {
                self.complain("status", other);
                None
            }
        });
        let tested_by = self.method(all);
        let gaps = self.gaps(all, conformity);
        let date = self.text(all, "", "date").and_then(|it| {
            if !is_day(&it) {
                self.complain("date", &it);
                return None;
            }
            Some(it)
        });
        let links = self.links(all);
        let [mail, phone, form] = contact?;
        let (name, link) = enforcement?;
        Some(Statement {
            land: land?,
            body: body?,
            mail,
            phone,
            form,
            enforcement: (name?, link?),
            conformity: conformity?,
            tested_by: tested_by?,
            gaps: gaps?,
            date: date?,
            links: links?,
        })
    }

    /// Imprint and privacy notice; nobody must link them.
    fn links(&mut self, all: &Map<String, Value>) -> Option<[String; 2]> {
        const NAMES: [&str; 2] = ["imprint", "privacy"];
        if !all.contains_key("links") {
            return Some(Default::default());
        }
        let inner = self.object(all, "links", &NAMES)?.clone();
        if inner.is_empty() {
            self.complain("links", "none of them");
        }
        let [imprint, privacy] = NAMES.map(|name| {
            if !inner.contains_key(name) {
                return Some(String::new());
            }
            let link = self.text(&inner, "links", name)?;
            self.link(&format!("links.{name}"), link)
        });
        Some([imprint?, privacy?])
    }

    /// Mail, telephone and form, at least one of them.
    fn contact(&mut self, all: &Map<String, Value>) -> Option<[String; 3]> {
        if all.is_empty() {
            self.complain("contact", "none of them");
            return None;
        }
        let mut read = |name: &str| match all.get(name) {
            Some(_) => self.text(all, "contact", name),
            None => Some(String::new()),
        };
        let (mail, phone, form) = (read("mail"), read("phone"), read("form"));
        let mail = mail.and_then(|it| {
            let is_mail =
                it.is_empty() || it.split_once('@').is_some_and(|(name, host)| !name.is_empty() && host.contains('.'));
            if !is_mail || it.contains(char::is_whitespace) {
                self.complain("contact.mail", &it);
                return None;
            }
            Some(it)
        });
        let form = form.and_then(|it| if it.is_empty() { Some(it) } else { self.link("contact.form", it) });
        Some([mail?, phone?, form?])
    }

    fn method(&mut self, all: &Map<String, Value>) -> Option<Option<String>> {
        if all.get("method").and_then(Value::as_str) == Some("self") {
            return Some(None);
        }
        let inner = self.object(all, "method", &["tested_by"])?.clone();
        Some(Some(self.text(&inner, "method", "tested_by")?))
    }

    fn gaps(&mut self, all: &Map<String, Value>, conformity: Option<Conformity>) -> Option<Vec<Gap>> {
        let Some(Value::Array(list)) = all.get("gaps") else {
            let found = all.get("gaps").map_or_else(|| "nothing".to_owned(), Value::to_string);
            self.complain("gaps", &found);
            return None;
        };
        let mut gaps = Vec::new();
        for gap in list {
            let Value::Object(gap) = gap else {
                self.complain("gaps", &gap.to_string());
                continue;
            };
            self.known(gap, "gaps", &["de", "en"]);
            let (de, en) = (self.text(gap, "gaps", "de"), self.text(gap, "gaps", "en"));
            gaps.extend(de.zip(en).map(|(de, en)| Gap { de, en }));
        }
        match (conformity, list.is_empty()) {
            (Some(Conformity::Full), false) => self.complain("gaps", "gaps where the status is \"full\""),
            (Some(Conformity::Partial | Conformity::None), true) => self.complain("gaps", "none"),
            _ => {}
        }
        Some(gaps)
    }
}

/// Whether a text is a day that there is.
fn is_day(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts[..] else { return false };
    let is_number = |it: &str, length: usize| it.len() == length && it.bytes().all(|it| it.is_ascii_digit());
    if !(is_number(year, 4) && is_number(month, 2) && is_number(day, 2)) {
        return false;
    }
    let [year, month, day] = [year, month, day].map(|it| it.parse::<u16>().unwrap_or_default());
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let days = match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}
