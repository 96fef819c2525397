use leptos::html::Div;
use leptos::mount::mount_to;
use leptos::prelude::*;

use super::assumptions::Assumptions;
use super::cards::Cards;
use super::generations::Generations;
use super::header::{Header, town_button};
use super::held::{Held, effect, line};
use super::late::{self, Dialogs, part};
use super::law::Law;
use super::ledger::Ledger;
use super::meter::Meter;
use super::method::Method;
use super::notes;
use super::outputs::Outputs;
use super::parts::dynamic;
use super::resilience::Crisis;
use super::rest;
use super::saves::resume;
use super::speech;
use super::state::State;
use super::way::link;
use crate::model::Study;
use crate::pack::Later;
use crate::platform::visible::Sight;
use crate::platform::{address, document, keeper, keys};
use crate::scenario::Action;
use crate::text::{Lang, Texts};

/// Mounts the page for a town, in the language of the address once its words are there; it stays for the life of the
/// document.
pub async fn mount(study: &'static Study, later: Later) {
    notes::place(later);
    speech::learned(speech::wanted()).await;
    let Some(root) = document::root() else { return };
    mount_to(root, move || view! { <App study /> }).forget();
}

/// The whole page (Seite).
#[component]
fn App(study: &'static Study) -> impl IntoView {
    let town = &study.town;
    let wanted = speech::wanted();
    let lang = if wanted.is_in_use() { wanted } else { Lang::default() };
    let state = State::new(study, lang);
    provide_context(state);
    effect(move || {
        let lang = state.lang.get();
        let texts = lang.texts();
        keeper::describe(&state.file_name("json"), [texts.broken_title, texts.broken, texts.save_file]);
        document::describe(lang.tag(), &format!("{} · {}", texts.title, lang.of(&town.name)));
    });
    if let Some(id) = address::parameter("town").filter(|id| *id != town.id) {
        state.notice.set((state.texts().town_unknown)(&id, lang.of(&town.name)));
    }
    if lang != wanted {
        state.notice.set(state.texts().late_language.to_owned());
    }
    resume(state);
    late::begin(state, rest::ask);
    effect(move || keeper::guard(state.is_unsaved()));
    keys::on_key(move |event| {
        if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        let action = match (event.key().as_str(), event.shift_key()) {
            ("z" | "Z", false) => Action::Undo,
            ("y" | "Y", false) | ("z" | "Z", true) => Action::Redo,
            _ => return,
        };
        event.prevent_default();
        state.act(action);
    });
    let place = move |name: fn(&'static Texts) -> &'static str, to: &'static str| {
        view! { <a href=format!("#{to}")>{state.say(name)}</a> }
    };
    view! {
        <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <line class="hatchline" x1="0" y1="0" x2="0" y2="5" />
                </pattern>
            </defs>
        </svg>
        <a class="skip" href="#inhalt">{state.say(|it| it.skip)}</a>
        <Header />
        <Meter />
        <main class="desk" id="inhalt" tabindex="-1">
            <h1 class="vh">{line(move || (state.texts().heading)(state.lang.get().of(&town.name), town.year.0, town.fields.len()))}</h1>
            <Ledger />
            <div class="effects">
                <Crisis />
                <Outputs />
                <Cards />
                <Twin />
            </div>
            {part(state, "profil", |it| (it.profile)())}
            {part(state, "krisentest", |it| (it.resilience)())}
            {part(state, "dezernate", |it| (it.departments)())}
            <Method />
            <Assumptions />
        </main>
        <nav class="bar" aria-label=state.say(|it| it.places_label)>
            {place(|it| it.places[0], "ziele")}{place(|it| it.places[1], "wirkung")}{place(|it| it.places[2], "generationen")}{place(|it| it.places[3], "recht")}
        </nav>
        <footer class="foot-note">
            <p>{line(move || (state.texts().model_note)(state.lang.get().of(&town.name)))}</p>
            <p>{state.say(|it| it.privacy)}</p>
            <p>{dynamic(move || link(state, None, state.texts().method_title.to_owned()))}</p>
            {town_button(state)}
        </footer>
        <Dialogs />
    }
}

/// Generations and law side by side; a slider far above does not wait for them.
#[component]
fn Twin() -> impl IntoView {
    let place = NodeRef::<Div>::new();
    let is_near = Held::new(false);
    let sight = StoredValue::new_local(None::<Sight>);
    effect(move || {
        if let Some(place) = place.get() {
            sight.set_value(Sight::new(&place, Box::new(move |is_seen| is_near.set(is_seen))));
        }
    });
    view! { <div class="twin" node_ref=place><Generations is_near /><Law is_near /></div> }
}
