use serde_json::{Map, Value};

use super::Problem;

/// Reads the fields of what is said once for a copy of the page, and complains of each that is not as it should be.
pub(super) struct Reader<'a> {
    file: &'a str,
    /// Names of the fields and what is wanted of each.
    wanted: &'static [(&'static str, &'static str)],
    pub(super) problems: Vec<Problem>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(file: &'a str, wanted: &'static [(&'static str, &'static str)]) -> Self {
        Self { file, wanted, problems: Vec::new() }
    }
}

impl Reader<'_> {
    pub(super) fn complain(&mut self, field: &str, found: &str) {
        let is_of = |name: &str| field.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        let wanted = self.wanted.iter().find(|it| is_of(it.0)).map_or("no such field", |it| it.1);
        self.problems.push(Problem::new(self.file, None, format!("{field}: expected {wanted}, found {found}")));
    }

    /// A text that says something, without blanks around it.
    pub(super) fn text(&mut self, all: &Map<String, Value>, within: &str, name: &str) -> Option<String> {
        let field = if within.is_empty() { name.to_owned() } else { format!("{within}.{name}") };
        match all.get(name) {
            Some(Value::String(text)) if !text.trim().is_empty() => return Some(text.trim().to_owned()),
            Some(Value::String(_)) => self.complain(&field, "an empty text"),
            Some(other) => self.complain(&field, &other.to_string()),
            None => self.complain(&field, "nothing"),
        }
        None
    }

    /// An object with no other fields than these.
    pub(super) fn object<'v>(
        &mut self,
        all: &'v Map<String, Value>,
        name: &str,
        fields: &[&str],
    ) -> Option<&'v Map<String, Value>> {
        match all.get(name) {
            Some(Value::Object(inner)) => {
                self.known(inner, name, fields);
                return Some(inner);
            }
            Some(other) => self.complain(name, &other.to_string()),
            None => self.complain(name, "nothing"),
        }
        None
    }

    /// Complains of every field within another one that is none of these.
    pub(super) fn known(&mut self, all: &Map<String, Value>, within: &str, fields: &[&str]) {
        for name in all.keys().filter(|name| !fields.contains(&name.as_str())) {
            let found = format!("the unknown field `{name}`");
            self.complain(within, &found);
        }
    }

    /// Complains of every field that nothing is wanted of.
    pub(super) fn known_first(&mut self, all: &Map<String, Value>) {
        let wanted = self.wanted;
        for name in all.keys().filter(|name| !wanted.iter().any(|it| it.0 == *name)) {
            self.complain(name, "it");
        }
    }

    /// An address that a browser may open.
    pub(super) fn link(&mut self, field: &str, link: String) -> Option<String> {
        if link.starts_with("https://") && !link.contains(char::is_whitespace) {
            return Some(link);
        }
        self.complain(field, &format!("{link}, which does not begin with https://"));
        None
    }
}
