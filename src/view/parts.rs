//! Parts that the page uses again and again. Each is compiled once, whatever it shows.

use leptos::html::custom;
use leptos::prelude::*;

use super::held::{Held, heard};
use super::icon::{Icon, symbol};
use super::state::State;
use crate::platform::input;
use crate::text::together;

/// A button with a word, or with an icon and a spoken name (Knopf).
#[component]
pub fn Press(
    /// What it says; with an icon, what a screen reader says.
    #[prop(into)]
    label: Signal<String>,
    #[prop(into)] on_press: Callback<()>,
    #[prop(default = "btn")] class: &'static str,
    #[prop(default = None)] icon: Option<Icon>,
    /// A longer name for screen readers.
    #[prop(default = None, into)]
    spoken: Option<Signal<String>>,
    #[prop(default = false.into(), into)] hidden: Signal<bool>,
    #[prop(default = false.into(), into)] disabled: Signal<bool>,
    /// Whether it stays pressed; none for a plain button.
    #[prop(default = None, into)]
    pressed: Option<Signal<bool>>,
    #[prop(default = false)] opens_dialog: bool,
) -> impl IntoView {
    let name = spoken.or(icon.is_some().then_some(label));
    view! {
        <button
            type="button"
            class=class
            aria-label=move || name.map(|name| name.get())
            aria-pressed=move || pressed.map(|pressed| if pressed.get() { "true" } else { "false" })
            aria-haspopup=opens_dialog.then_some("dialog")
            hidden=hidden
            disabled=disabled
            on:click=heard(move |_| on_press.run(()))
        >
            {match icon {
                Some(icon) => symbol(icon),
                None => label.into_any(),
            }}
        </button>
    }
}

/// Something folded away; its content is made when it is opened (Aufklapper).
#[component]
pub fn Fold(
    #[prop(into)] summary: Signal<String>,
    class: &'static str,
    /// What it holds.
    #[prop(into)]
    content: Callback<(), AnyView>,
) -> impl IntoView {
    let is_open = Held::new(false);
    view! {
        <details class=class on:toggle=heard(move |event| is_open.set(input::is_unfolded(&event)))>
            <summary>{summary}</summary>
            {dynamic(move || if is_open.get() { content.run(()) } else { nothing() })}
        </details>
    }
}

/// The values behind a picture, folded away (Wertetabelle).
///
/// They are always in the document, so that they print. While nobody sees them, they are told anew only when the hand
/// rests: a slider has something better to do in its sixtieth of a second.
#[component]
pub fn Values(
    #[prop(into)] content: Callback<(), AnyView>,
    /// What it says while it is closed, where it holds more than a table.
    #[prop(default = None)]
    summary: Option<Signal<String>>,
) -> impl IntoView {
    let state = State::get();
    let summary = summary.unwrap_or_else(|| state.say(|it| it.values));
    let is_open = Held::new(false);
    view! {
        <details class="table" on:toggle=heard(move |event| is_open.set(input::is_unfolded(&event)))>
            <summary>{summary}</summary>
            {dynamic(move || {
                if is_open.get() {
                    return content.run(());
                }
                state.lang.track();
                state.run().rested.track();
                untrack(|| content.run(()))
            })}
        </details>
    }
}

/// An element whose texts change with its surroundings (Element).
///
/// All such elements have one type, so that the browser does not load the same code for every tag and child.
pub fn el(tag: &'static str, class: &'static str, children: Vec<AnyView>) -> AnyView {
    // An element tells its name in capitals; only where both are equal does Leptos keep it and change what is in it.
    let element = custom(tag.to_ascii_uppercase());
    if class.is_empty() { element.child(children).into_any() } else { element.class(class).child(children).into_any() }
}

/// An element with one attribute that stays, such as its role (Element mit Angabe).
pub fn with(tag: &'static str, name: &'static str, value: String, children: Vec<AnyView>) -> AnyView {
    custom(tag.to_ascii_uppercase()).attr(name, value).child(children).into_any()
}

/// A plain text.
pub fn text(text: &str) -> AnyView {
    together(text.to_owned()).into_any()
}

/// A part that follows the state.
pub fn dynamic(content: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    boxed_dynamic(Box::new(content))
}

fn boxed_dynamic(content: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    (move || content()).into_any()
}

/// Nothing to see.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// Several parts behind each other.
pub fn all(parts: Vec<AnyView>) -> AnyView {
    parts.into_any()
}

/// A paragraph (Absatz).
pub fn paragraph(class: &'static str, text: &str) -> AnyView {
    el("p", class, vec![rich(text)])
}

/// A head cell of a table, of its row or of its column.
pub fn head_cell(scope: &'static str, children: Vec<AnyView>) -> AnyView {
    view! { <th scope=scope>{children}</th> }.into_any()
}

/// A table with a spoken caption; the first cell of a row is its head (Tabelle).
pub fn table(class: &'static str, caption: &str, head: &[&str], rows: Vec<Vec<String>>) -> AnyView {
    let cell = |at: usize, cell: &str| -> AnyView {
        if at == 0 { head_cell("row", vec![text(cell)]) } else { el("td", "", vec![text(cell)]) }
    };
    let head = head.iter().map(|it| head_cell("col", vec![text(it)])).collect();
    let row = |row: Vec<String>| el("tr", "", row.iter().enumerate().map(|(at, it)| cell(at, it)).collect());
    el(
        "table",
        class,
        vec![
            el("caption", "vh", vec![text(caption)]),
            el("thead", "", vec![el("tr", "", head)]),
            el("tbody", "", rows.into_iter().map(row).collect()),
        ],
    )
}

/// A source with its address, if it has one (Quellenangabe).
pub fn cited(source: &str, url: &str) -> AnyView {
    let state = State::get();
    let part = |(part, is_german): &(String, bool)| if *is_german { german(part) } else { text(part) };
    let source = all(state.lang.get().names_in(source).iter().map(part).collect());
    if url.starts_with("https://") || url.starts_with("http://") {
        // A tab of its own, so that the draft stays where it is.
        let title = state.say(|it| it.new_tab);
        view! { <a href=url.to_owned() target="_blank" rel="noopener noreferrer" title=title>{source}</a> }.into_any()
    } else {
        el("span", "", vec![source])
    }
}

/// Official German words on a page in another language.
pub fn german(words: &str) -> AnyView {
    view! { <span lang="de">{together(words.to_owned())}</span> }.into_any()
}

/// A text in which CO2 gets its small figure; the font has no subscript two of its own.
pub fn rich(words: &str) -> AnyView {
    let mut parts = Vec::new();
    for (i, part) in words.split("CO2").enumerate() {
        if i > 0 {
            parts.push(text("CO"));
            parts.push(el("sub", "", vec![text("2")]));
        }
        parts.push(text(part));
    }
    all(parts)
}
