use leptos::html::Div;
use leptos::prelude::*;

use super::cards::Cards;
use super::generations::Generations;
use super::held::{Held, effect, flag, line, memo};
use super::late::{BEHIND, part};
use super::law::Law;
use super::ledger::Ledger;
use super::outputs::Outputs;
use super::parts::{dynamic, rich};
use super::screen::Screen;
use super::state::State;

use crate::figure::{self, headline};
use crate::platform::visible::Sight;

/// The workbench, and the place of what stands behind its numbers; both are made once, one of them is seen (Werkbank,
/// Verstehen).
#[component]
pub fn Desk() -> impl IntoView {
    let state = State::get();
    let is_away = move |screen: Screen| flag(move || state.screen.get() != screen);
    let town = state.town;
    view! {
        <div class="desk" hidden=is_away(Screen::Bench)>
            <h1 class="vh" tabindex="-1">{line(move || (state.texts().heading)(state.lang.get().of(&town.name), town.year.0, town.fields.len()))}</h1>
            <Ledger />
            <div class="effects">
                <Lead />
                <Outputs />
                <Cards />
                <Twin />
            </div>
        </div>
        <div class="desk learn" hidden=is_away(Screen::Learn)>
            {part(state, &BEHIND, |it| (it.behind)())}
        </div>
    }
}

/// What the last move changes most, in a place of its own that is never empty (Schlagzeile).
#[component]
fn Lead() -> impl IntoView {
    let state = State::get();
    let figure = memo(move || {
        let last = state.last();
        state.tell_ranged(|it| headline(it, last))
    });
    // The card of a draft tells of all changes together; this tells of the last one.
    let moved = memo(move || {
        let last = state.last().and_then(|last| state.tell(|it| figure::touched(it, last)));
        last.map(|it| (state.texts().last_move)(&it.what, &it.amount)).unwrap_or_default()
    });
    view! {
        <section class="lead" aria-labelledby="h-schlagzeile">
            <p class="a last">{line(move || moved.get())}</p>
            <h2 id="h-schlagzeile" class:c=flag(move || figure.with(|it| it.is_change))>{dynamic(move || figure.with(|it| rich(&it.said)))}</h2>
            <p class="a">{dynamic(move || figure.with(|it| rich(&it.beside)))}</p>
        </section>
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
