//! Reading JSON of a known shape: what does not fit is named with its key, its place and what was expected there.
//!
//! Serde's own errors are sentences in one language; here the reader says what it expects before it looks.

use std::cell::RefCell;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// What was expected at a place in a file (Erwartung).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// JSON that goes on here.
    Json,
    /// A text in quotes.
    Text,
    /// A number that is not too large to be one.
    Number,
    /// A whole number.
    Whole,
    /// A year.
    Year,
    /// A list.
    List,
    /// An object in braces.
    Object,
    /// Another key: this one means nothing here.
    KnownKey,
    /// The key only once.
    Once,
    /// The key, which is missing.
    Key,
    /// The key or this one, and both are missing.
    Either(&'static str),
    /// The key only where this one does not stand.
    Apart(&'static str),
}

/// What a value must be (Gestalt).
pub(super) enum Shape {
    /// A text.
    Text,
    /// A number.
    Number,
    /// A whole number.
    Whole,
    /// A year.
    Year,
    /// A list of one kind.
    List(&'static Shape),
    /// An object with these keys and no others.
    Object(&'static [Key]),
    /// An object with these keys among others.
    Open(&'static [Key]),
}

/// A key of an object.
pub(super) struct Key {
    /// Its name.
    pub name: &'static str,
    /// What stands behind it.
    pub shape: Shape,
    /// Whether it must be there.
    pub is_needed: bool,
    /// A key that cannot stand beside it; where that one stands, it is not needed.
    pub apart_from: Option<&'static str>,
}

impl Key {
    pub const fn needed(name: &'static str, shape: Shape) -> Self {
        Self { name, shape, is_needed: true, apart_from: None }
    }

    pub const fn optional(name: &'static str, shape: Shape) -> Self {
        Self { name, shape, is_needed: false, apart_from: None }
    }

    pub const fn apart_from(mut self, other: &'static str) -> Self {
        self.apart_from = Some(other);
        self
    }

    /// Whether only one of both can stand in an object.
    fn excludes(&self, other: &Self) -> bool {
        self.apart_from == Some(other.name) || other.apart_from == Some(self.name)
    }
}

impl Shape {
    const fn expected(&self) -> Expected {
        match self {
            Self::Text => Expected::Text,
            Self::Number => Expected::Number,
            Self::Whole => Expected::Whole,
            Self::Year => Expected::Year,
            Self::List(_) => Expected::List,
            Self::Object(_) | Self::Open(_) => Expected::Object,
        }
    }

    /// Whether a number is what stands here.
    fn holds(&self, value: f64) -> bool {
        match self {
            Self::Number => true,
            Self::Whole => value.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&value),
            Self::Year => value.fract() == 0.0 && (0.0..=f64::from(u16::MAX)).contains(&value),
            _ => false,
        }
    }
}

/// A value that has its shape (Knoten).
pub(super) enum Node {
    Nothing,
    Text(String),
    Number(f64),
    List(Vec<Node>),
    Object(Vec<(&'static str, Node)>),
}

// Shapes were checked while reading, so that what is asked for is there; anything else reads as nothing.
impl Node {
    pub fn take(&mut self, key: &str) -> Node {
        let Self::Object(entries) = self else { return Self::Nothing };
        let at = entries.iter().position(|(name, _)| *name == key);
        at.map_or(Self::Nothing, |at| entries.swap_remove(at).1)
    }

    pub fn text(self) -> Option<String> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub fn number(self) -> Option<f64> {
        if let Self::Number(value) = self { Some(value) } else { None }
    }

    pub fn list<T>(self, read: impl Fn(Node) -> T) -> Vec<T> {
        if let Self::List(nodes) = self { nodes.into_iter().map(read).collect() } else { Vec::new() }
    }
}

/// What is expected next, and behind which key.
pub(super) struct Next(RefCell<(String, Expected)>);

impl Next {
    pub fn new() -> Self {
        Self(RefCell::new((String::new(), Expected::Json)))
    }

    /// What was expected when the reading ended.
    pub fn into_inner(self) -> (String, Expected) {
        self.0.into_inner()
    }

    fn is(&self, key: &str, expected: Expected) {
        self.0.replace((key.to_owned(), expected));
    }
}

/// Reads a value of a shape.
pub(super) struct Reader<'a> {
    pub shape: &'static Shape,
    pub key: &'a str,
    pub is_needed: bool,
    pub next: &'a Next,
}

impl<'a> Reader<'a> {
    /// For a whole text.
    pub fn whole(shape: &'static Shape, next: &'a Next) -> Self {
        Self { shape, key: "", is_needed: true, next }
    }
}

impl<'de> DeserializeSeed<'de> for Reader<'_> {
    type Value = Node;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Node, D::Error> {
        let next = self.next;
        next.is(self.key, self.shape.expected());
        let node = deserializer.deserialize_any(self)?;
        next.is("", Expected::Json);
        Ok(node)
    }
}

impl<'de> Visitor<'de> for Reader<'_> {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.shape.expected())
    }

    fn visit_unit<E: Error>(self) -> Result<Node, E> {
        if self.is_needed { Err(wrong()) } else { Ok(Node::Nothing) }
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Node, E> {
        if let Shape::Text = self.shape { Ok(Node::Text(text.to_owned())) } else { Err(wrong()) }
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Node, E> {
        if self.shape.holds(value) { Ok(Node::Number(value)) } else { Err(wrong()) }
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Node, E> {
        self.visit_f64(value as f64)
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Node, E> {
        self.visit_f64(value as f64)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Node, A::Error> {
        let Shape::List(shape) = self.shape else { return Err(wrong()) };
        let mut nodes = Vec::new();
        let next = self.next;
        next.is("", Expected::Json);
        while let Some(node) = list.next_element_seed(Reader { shape, key: self.key, is_needed: true, next })? {
            nodes.push(node);
        }
        Ok(Node::List(nodes))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Node, A::Error> {
        let (keys, is_open) = match self.shape {
            Shape::Object(keys) => (keys, false),
            Shape::Open(keys) => (keys, true),
            _ => return Err(wrong()),
        };
        let mut entries: Vec<(&'static str, Node)> = Vec::new();
        let next = self.next;
        next.is("", Expected::Json);
        while let Some(name) = map.next_key::<String>()? {
            let Some(key) = keys.iter().find(|key| key.name == name) else {
                if is_open {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
                next.is(&name, Expected::KnownKey);
                return Err(wrong());
            };
            if entries.iter().any(|(seen, _)| *seen == key.name) {
                next.is(&name, Expected::Once);
                return Err(wrong());
            }
            let reader = Reader { shape: &key.shape, key: key.name, is_needed: key.is_needed, next };
            entries.push((key.name, map.next_value_seed(reader)?));
            let is_rival = |it: &&Key| it.excludes(key) && is_there(&entries, it.name) && is_there(&entries, key.name);
            if let Some(other) = keys.iter().find(is_rival) {
                next.is(&name, Expected::Apart(other.name));
                return Err(wrong());
            }
        }
        let stands = |name: &str| is_there(&entries, name);
        let is_missing = |key: &&Key| key.is_needed && !stands(key.name) && !key.apart_from.is_some_and(stands);
        if let Some(key) = keys.iter().find(is_missing) {
            next.is(key.name, key.apart_from.map_or(Expected::Key, Expected::Either));
            return Err(wrong());
        }
        Ok(Node::Object(entries))
    }
}

/// Whether something stands behind a key.
fn is_there(entries: &[(&'static str, Node)], key: &str) -> bool {
    entries.iter().any(|(name, node)| *name == key && !matches!(node, Node::Nothing))
}

/// An error whose meaning stands in [`Next`].
fn wrong<E: Error>() -> E {
    E::custom("not a scenario of this program")
}
