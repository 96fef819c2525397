//! Where people may send their draft from this copy of the page (Sammelstelle): part of the JSON file that the build checks, and
//! the only thing that makes the page send anything.

use serde_json::{Map, Value, json};

use super::Problem;
use super::fields::Reader;

/// Name of the part in the file.
const COLLECTOR: &str = "collector";

/// A collector (Sammelstelle).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Collector {
    /// Address that a draft is sent to, below which each lies under its nonce.
    pub address: String,
    /// Whether drafts are posted to the address itself.
    pub is_post: bool,
    /// Who receives the drafts.
    pub receiver: String,
    /// How long they are kept, in each language.
    pub retention: (String, String),
    /// Address of what the receiver says of privacy.
    pub privacy: String,
}

/// What is wanted of a field.
const FIELDS: [(&str, &str); 6] = [
    (
        "collector.address",
        "an address such as \"https://sammelstelle.stadt.de/v1/entwuerfe\": https:// and a host in small letters, with a port where it \
         has one, and a path that does not end with a slash",
    ),
    ("collector.method", "\"PUT\" or \"POST\", or nothing, which is \"PUT\""),
    ("collector.receiver", "the name of who receives the drafts"),
    ("collector.retention", "{ \"de\", \"en\" }: until when drafts are kept"),
    ("collector.privacy", "an address that begins with https://, of what the receiver says of privacy"),
    ("collector", "{ \"address\", \"receiver\", \"retention\", \"privacy\" } and nothing else but \"method\""),
];

/// Reads the collector of a file, if it names one, and tells everything that is wrong with it.
///
/// ```
/// use zukunftshaushalt::pack::collector;
///
/// assert_eq!(collector("town.json", "{}"), Ok(None));
/// let text = r#"{ "collector": { "address": "http://stadt.example" } }"#;
/// assert_eq!(collector("town.json", text).expect_err("no https, and most is missing").len(), 4);
/// ```
pub fn collector(file: &str, text: &str) -> Result<Option<Collector>, Vec<Problem>> {
    let Ok(Value::Object(all)) = serde_json::from_str(text) else {
        return Err(vec![Problem::new(file, None, "expected a JSON object")]);
    };
    if !all.contains_key(COLLECTOR) {
        return Ok(None);
    }
    let mut reader = Reader::new(file, &FIELDS);
    let read = reader.object(&all, COLLECTOR, &["address", "method", "receiver", "retention", "privacy"]).cloned();
    match read.and_then(|it| reader.collector(&it)) {
        Some(collector) if reader.problems.is_empty() => Ok(Some(collector)),
        _ => Err(reader.problems),
    }
}

impl Collector {
    /// The collector of a page that was built with one. The build has checked it, so nothing is said of what may be wrong; what
    /// cannot be read sends nothing.
    pub fn published(text: &str) -> Option<Self> {
        let all: Value = serde_json::from_str(text).ok()?;
        let said = |place: &str| all.pointer(place).and_then(Value::as_str).map(str::to_owned);
        Some(Self {
            address: said("/address").filter(|it| is_address(it))?,
            is_post: said("/method")? == "POST",
            receiver: said("/receiver")?,
            retention: (said("/retention/de")?, said("/retention/en")?),
            privacy: said("/privacy")?,
        })
    }

    /// Its text, as the build puts it into the page.
    pub fn to_json(&self) -> String {
        let Self { address, is_post, receiver, retention: (de, en), privacy } = self;
        let method = if *is_post { "POST" } else { "PUT" };
        json!({
            "address": address, "method": method, "receiver": receiver, "retention": { "de": de, "en": en }, "privacy": privacy,
        })
        .to_string()
    }
}

impl Reader<'_> {
    fn collector(&mut self, all: &Map<String, Value>) -> Option<Collector> {
        let address = self.text(all, COLLECTOR, "address").and_then(|it| {
            if !is_address(&it) {
                self.complain("collector.address", &it);
                return None;
            }
            Some(it)
        });
        let is_post = match all.get("method").map(Value::as_str) {
            None | Some(Some("PUT")) => Some(false),
            Some(Some("POST")) => Some(true),
            Some(other) => {
                self.complain("collector.method", other.unwrap_or("no text"));
                None
            }
        };
        let receiver = self.text(all, COLLECTOR, "receiver");
        let retention = match all.get("retention") {
            Some(Value::Object(inner)) => {
                self.known(inner, "collector.retention", &["de", "en"]);
                let within = "collector.retention";
                self.text(inner, within, "de").zip(self.text(inner, within, "en"))
            }
            other => {
                let found = other.map_or_else(|| "nothing".to_owned(), Value::to_string);
                self.complain("collector.retention", &found);
                None
            }
        };
        let privacy = self.text(all, COLLECTOR, "privacy").and_then(|it| self.link("collector.privacy", it));
        Some(Collector {
            address: address?,
            is_post: is_post?,
            receiver: receiver?,
            retention: retention?,
            privacy: privacy?,
        })
    }
}

/// Whether drafts may be sent there: an origin that nobody can change on the way, and a plain path. What stands in it stands in
/// the policy of the page and in configurations of servers as well.
fn is_address(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://") else { return false };
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let is_host = |it: u8| it.is_ascii_lowercase() || it.is_ascii_digit() || b"-.:".contains(&it);
    let is_path = |it: u8| it.is_ascii_alphanumeric() || b"-._~/".contains(&it);
    let is_plain = host.bytes().all(is_host) && path.bytes().all(is_path);
    is_plain && !host.is_empty() && !text.ends_with('/') && path.split('/').all(|it| it != "." && it != "..")
}
