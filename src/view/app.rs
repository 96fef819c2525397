use leptos::mount::mount_to;
use leptos::prelude::*;

use super::header::{Header, easy_link, town_button};
use super::held::{effect, flag, heard, line};
use super::late::{self, BEHIND, DESK, Dialogs, REST, file_of, once, part};
use super::notes;
use super::opening::Start;
use super::parts::{all, dynamic, nothing};
use super::passage::{self, seen};
use super::rest;
use super::screen::Screen;
use super::speech;
use super::state::{Late, State};
use super::way::link;
use crate::figure::opening;
use crate::model::Study;
use crate::pack::Later;
use crate::platform::{address, document, focus, keeper, keys};
use crate::scenario::Action;
use crate::text::{First, Lang};

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
        let texts = lang.first();
        keeper::describe(&state.file_name("json"), [texts.broken_title, texts.broken, texts.save_file]);
        let names = [passage::name(state, state.screen.get()), texts.title.to_owned(), lang.of(&town.name).to_owned()];
        let tag = if state.screen.get().is_easy() { lang.beside_easy() } else { lang.tag() };
        document::describe(tag, &names.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" · "));
    });
    if let Some(id) = address::parameter("town").filter(|id| *id != town.id) {
        state.notice.set((state.first().town_unknown)(&id, lang.of(&town.name)));
    }
    if lang != wanted {
        state.notice.set(state.first().late_language.to_owned());
    }
    late::begin(state, rest::ASKS);
    // Until the draft of before is taken up again, it is as unsaved as it was.
    let is_unsaved = move || if REST.stand(state) == Late::Here { state.is_unsaved() } else { keeper::is_unsaved() };
    effect(move || keeper::guard(is_unsaved()));
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
    passage::follow(state);
    let desk_seen = seen(state, Screen::is_desk);
    // The address says which screen stands; it stays.
    let skip = |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        focus::go_to("inhalt");
    };
    let place = move |name: fn(&'static First) -> &'static str, to: &'static str| {
        view! { <a href=format!("#{to}")>{state.say_first(name)}</a> }
    };
    view! {
        <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false">
            <defs>
                <pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <line class="hatchline" x1="0" y1="0" x2="0" y2="5" />
                </pattern>
            </defs>
        </svg>
        <a class="skip" href="#inhalt" on:click=heard(skip)>{state.say_first(|it| it.skip)}</a>
        <Header />
        {once(state, &REST, |it| (it.announcement)())}
        <main id="inhalt" tabindex="-1">
            {dynamic(move || if desk_seen.get() { desk(state) } else { nothing() })}
            {dynamic(move || short(state, state.screen.get()))}
        </main>
        <nav class="bar" hidden=flag(move || state.screen.get() != Screen::Bench) aria-label=state.say_first(|it| it.places_label)>
            {place(|it| it.places[0], "ziele")}{place(|it| it.places[1], "wirkung")}{place(|it| it.places[2], "generationen")}{place(|it| it.places[3], "recht")}
        </nav>
        <footer class="foot-note">
            <p>{line(move || opening(town, state.lang.get()).honest)}</p>
            <p>{state.say_first(|it| it.privacy)}</p>
            <p>{dynamic(move || link(state, None, state.first().method_title.to_owned()))}</p>
            {easy_link(state)}
            {place(|it| it.statement, "barrierefreiheit")}
            {place(|it| it.stored, "daten")}
            {place(|it| it.embed, "einbetten")}
            {town_button(state)}
            {once(state, &REST, |it| (it.around)())}
        </footer>
        <Dialogs />
    }
}

/// The workbench and what stands behind it; where they are still on their way, the place of the one that is seen.
fn desk(state: State) -> AnyView {
    let is_away = flag(move || !state.screen.get().is_desk());
    let heading = dynamic(move || coming(state, state.screen.get()));
    view! { <div class="desks" hidden=is_away>{heading}{part(state, &DESK, |it| (it.desk)())}</div> }.into_any()
}

/// The first screen or one of the short path; nothing while the desk stands.
fn short(state: State, screen: Screen) -> AnyView {
    let inner = match screen {
        Screen::Opening => view! { <Start /> }.into_any(),
        Screen::Bench | Screen::Learn => return nothing(),
        screen if screen.is_paper() || screen.is_aside() => {
            let inner = part(state, file_of(screen), move |it| (it.screen)(screen));
            all(vec![dynamic(move || coming(state, screen)), inner])
        }
        screen => all(vec![dynamic(move || coming(state, screen)), part(state, &REST, move |it| (it.short)(screen))]),
    };
    view! { <div class="short">{inner}</div> }.into_any()
}

/// The heading of a screen that is still on its way; it brings its own.
fn coming(state: State, screen: Screen) -> AnyView {
    let stand = match screen {
        Screen::Learn => BEHIND.stand(state),
        Screen::Bench => DESK.stand(state),
        screen if screen.is_paper() || screen.is_aside() => file_of(screen).stand(state),
        _ => REST.stand(state),
    };
    if stand == Late::Here {
        return nothing();
    }
    view! { <h1 class="vh" tabindex="-1">{line(move || passage::name(state, screen))}</h1> }.into_any()
}
