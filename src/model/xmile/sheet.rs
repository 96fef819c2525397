use crate::model::Year;

/// A measure or an indicator as the file names it (Bezeichnung).
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Key, part of every name that belongs to it.
    pub key: String,
    /// What a reader finds beside it.
    pub text: String,
}

/// Keys as parts of names: small ASCII letters and digits with single `_`, each of them once.
pub(super) fn keys(labels: &[Label]) -> Vec<String> {
    let mut keys: Vec<String> = Vec::new();
    for label in labels {
        let plain = label.key.to_ascii_lowercase().replace(|letter: char| !letter.is_ascii_alphanumeric(), " ");
        let words: Vec<&str> = plain.split_whitespace().collect();
        let key = if words.is_empty() { "nameless".to_owned() } else { words.join("_") };
        let others = (2..).map(|n| format!("{key}_{n}"));
        keys.extend(std::iter::once(key.clone()).chain(others).find(|it| !keys.contains(it)));
    }
    keys
}

/// A text between tags.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The variables written so far; `#` in a name or an equation stands for the key of what is being written.
pub(super) struct Sheet {
    text: String,
    pub key: String,
    pub start: Year,
}

impl Sheet {
    /// Nothing written yet; `start` is the year with index 0.
    pub fn new(start: Year) -> Self {
        Self { text: String::new(), key: String::new(), start }
    }

    /// All that was written as a file, over so many years.
    pub fn file(&self, title: &str, years: usize) -> String {
        format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <xmile version=\"1.0\" xmlns=\"http://docs.oasis-open.org/xmile/ns/XMILE/v1.0\">\n\
             <header><vendor>Zukunftshaushalt</vendor><product version=\"{}\">Zukunftshaushalt</product>\
             <name>{}</name></header>\n\
             <sim_specs method=\"Euler\" time_units=\"Year\"><start>{}</start><stop>{}</stop><dt>1</dt></sim_specs>\n\
             <model><variables>\n{}</variables></model>\n</xmile>\n",
            env!("CARGO_PKG_VERSION"),
            escaped(title),
            self.start,
            self.start.plus(years.saturating_sub(1)),
            self.text,
        )
    }

    /// Names show spaces, equations write them as `_`; XMILE takes both for the same.
    fn variable(&mut self, tag: &str, name: &str, equation: &str, rest: &str) {
        let (name, equation) = (self.keyed(name).replace('_', " "), escaped(&self.keyed(equation)));
        self.text.push_str(&format!(" <{tag} name=\"{name}\"><eqn>{equation}</eqn>{rest}</{tag}>\n"));
    }

    fn keyed(&self, text: &str) -> String {
        text.replace('#', &self.key)
    }

    pub fn aux(&mut self, name: &str, equation: &str) {
        self.variable("aux", name, equation, "");
    }

    pub fn constant(&mut self, name: &str, value: f64) {
        self.aux(name, &number(value));
    }

    /// An auxiliary that says what it means.
    pub fn labelled(&mut self, name: &str, equation: &str, label: &str) {
        self.variable("aux", name, equation, &format!("<doc>{}</doc>", escaped(label)));
    }

    /// A stock with its one flow, named after it.
    pub fn stock(&mut self, name: &str, initial: &str, change: &str) {
        let flow = format!("change_of_{}", self.keyed(name));
        self.variable("stock", name, initial, &format!("<inflow>{flow}</inflow>"));
        self.variable("flow", &flow, change, "");
    }

    /// Yearly figures as a table of their own: inside a variable some engines pass over its equation.
    pub fn table(&mut self, name: &str, values: &[f64]) {
        self.table_from(name, self.start, values);
    }

    /// The same with a first year of its own.
    pub fn table_from(&mut self, name: &str, first: Year, values: &[f64]) {
        let name = self.keyed(name).replace('_', " ");
        let list = |numbers: Vec<String>| numbers.join(",");
        let years = list((0..values.len()).map(|t| first.plus(t).to_string()).collect());
        let values = list(values.iter().map(|value| number(*value)).collect());
        let points = format!("<xpts>{years}</xpts><ypts>{values}</ypts>");
        self.text.push_str(&format!(" <gf name=\"table of {name}\">{points}</gf>\n"));
    }
}

/// The shortest decimal number that reads back to the last bit.
fn number(value: f64) -> String {
    (value + 0.0).to_string()
}
