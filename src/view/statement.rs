//! How accessible this page is, whom to tell of a barrier, and what nobody has checked yet (Erklärung zur Barrierefreiheit).

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::held::{Held, flag, line};
use super::parts::{Press, all, cited, dynamic, el, german, paragraph, text};
use super::state::State;
use crate::pack::{Conformity, Statement as Said, published};
use crate::platform::{clock, keeper, towns};
use crate::text::AsideWords;

/// Name of the file of the statement among those that the build names beside a town.
const PART: &str = "statement";

/// How far the statement of the public body is (Stand der Erklärung).
#[derive(Clone, Debug, PartialEq)]
enum Stand {
    /// On its way.
    Coming,
    /// There; none where no public body has published this copy.
    Here(Option<Said>),
    /// It did not come.
    Missing,
}

fn bring(state: State, stand: Held<Stand>) {
    if !towns::has(&state.town.id, PART) {
        return stand.set(Stand::Here(None));
    }
    stand.set(Stand::Coming);
    spawn_local(async move {
        let bytes = keeper::texts(PART).await;
        let said = bytes.and_then(|bytes| String::from_utf8(bytes).ok()).and_then(|text| published(&text));
        stand.set(said.map_or(Stand::Missing, |it| Stand::Here(Some(it))));
    });
}

/// The statement, what was checked, and what was not.
#[component]
pub fn Statement() -> impl IntoView {
    let state = State::get();
    let stand = Held::new(Stand::Coming);
    bring(state, stand);
    let words = move || state.lang.get().aside();
    let said = move || {
        let words = words();
        stand.with(|it| match it {
            Stand::Coming => paragraph("", words.loading),
            Stand::Missing => paragraph("", words.not_loaded),
            Stand::Here(None) => {
                all(words.unpublished.into_iter().chain([words.duty]).map(|it| paragraph("", it)).collect())
            }
            Stand::Here(Some(it)) => of_body(it, words, state),
        })
    };
    let is_missing = flag(move || stand.with(|it| *it == Stand::Missing));
    view! {
        <section class="kurz aside">
            <h1 tabindex="-1">{line(move || words().statement)}</h1>
            {dynamic(said)}
            <p role="status" hidden=flag(move || !is_missing.get())>
                <Press label=line(move || words().again) on_press=Callback::new(move |()| bring(state, stand)) />
            </p>
            {dynamic(move || listed(words().checked, &words().checks))}
            {dynamic(move || listed(words().unchecked, &words().missing))}
        </section>
    }
}

fn heading(said: &str) -> AnyView {
    el("h2", "", vec![text(said)])
}

fn listed(title: &str, rows: &[&str]) -> AnyView {
    let rows = rows.iter().map(|it| el("li", "", vec![text(it)])).collect();
    all(vec![heading(title), el("ul", "", rows)])
}

/// What the public body says.
fn of_body(it: &Said, words: &'static AsideWords, state: State) -> AnyView {
    let lang = state.lang.get();
    let [full, partial, none] = words.conforms;
    let conforms = match it.conformity {
        Conformity::Full => full,
        Conformity::Partial => partial,
        Conformity::None => none,
    };
    let date = lang.date(&it.date);
    let checked = it.tested_by.as_ref().map_or_else(|| (words.by_body)(&date), |by| (words.by_others)(&date, by));
    let mut parts = vec![
        paragraph("", &(words.published)(&it.body, (words.land)(it.land))),
        paragraph("", conforms),
        paragraph("", &checked),
    ];
    parts.extend(it.is_old(&clock::today()).then(|| paragraph("", words.is_old)));
    if !it.gaps.is_empty() {
        let gaps: Vec<&str> = it.gaps.iter().map(|gap| lang.one_of(&gap.de, &gap.en)).collect();
        parts.push(listed(words.gaps, &gaps));
    }
    let way = |label: &str, value: &str, address: String| {
        let link = if address.starts_with("https://") { cited(value, &address) } else { plain_link(address, value) };
        el("li", "", vec![text(label), text(": "), link])
    };
    let ways = [
        (words.mail, &it.mail, format!("mailto:{}", it.mail)),
        (words.phone, &it.phone, format!("tel:{}", it.phone.replace(' ', ""))),
        (words.form, &it.form, it.form.clone()),
    ];
    let ways = ways.into_iter().filter(|it| !it.1.is_empty()).map(|(label, value, address)| way(label, value, address));
    parts.extend([heading(words.tell), paragraph("", words.tell_note), el("ul", "", ways.collect())]);
    let (name, link) = &it.enforcement;
    parts.extend([
        heading(words.enforcement),
        paragraph("", words.enforcement_note),
        el("p", "", vec![german(name), text(": "), cited(link, link)]),
        paragraph("small", words.duty),
    ]);
    all(parts)
}

fn plain_link(address: String, value: &str) -> AnyView {
    view! { <a href=address>{value.to_owned()}</a> }.into_any()
}
