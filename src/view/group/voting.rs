use leptos::html::H2;
use leptos::prelude::*;

use super::common::{said, to_heading, told};
use super::room;
use crate::figure::options;
use crate::group::{Deed, MOST_RESISTANCE};
use crate::platform::frame;
use crate::view::held::{Held, flag, line, memo};
use crate::view::parts::{Press, all, dynamic, el, text};
use crate::view::state::State;

/// One person after the other answers on this device; what others said is not to be seen (Abfrage).
#[component]
pub fn Voting() -> impl IntoView {
    let state = State::get();
    let names = memo(move || room::talk(state).consensus.map(|it| options(&it, state.lang.get())).unwrap_or_default());
    let asked = memo(move || room::talk(state).consensus.map(|it| (it.answered(), it.people())).unwrap_or_default());
    let said_so_far = Held::new(vec![None::<u8>; names.with_untracked(Vec::len)]);
    // Between two people nothing of either is on the screen.
    let is_between = Held::new(false);
    let missing = move || said_so_far.with(|all| all.iter().filter(|it| it.is_none()).count());
    let heading = NodeRef::<H2>::new();
    let go_on = move || {
        frame::later(0, move || match heading.try_get_untracked().flatten() {
            Some(heading) => drop(heading.focus()),
            // The last answer ends the asking.
            None => to_heading(),
        });
    };
    let hand_in = Callback::new(move |()| {
        let Some(ballot) = said_so_far.get_untracked().into_iter().collect::<Option<Vec<u8>>>() else { return };
        said_so_far.update(|all| all.fill(None));
        is_between.set(true);
        room::say(state, Deed::Answered, |it| {
            if let Some(consensus) = &mut it.consensus {
                consensus.answer(ballot);
            }
        });
        go_on();
    });
    let next = Callback::new(move |()| {
        is_between.set(false);
        go_on();
    });
    let close = Callback::new(move |()| {
        room::say(state, Deed::AskingClosed, |it| {
            if let Some(consensus) = &mut it.consensus {
                consensus.close();
            }
        });
        to_heading();
    });
    let title = line(move || {
        let (words, (answered, people)) = (state.lang.get().group(), asked.get());
        let at = answered.saturating_add(1);
        if is_between.get() {
            words.handed_in.to_owned()
        } else {
            (words.person)(&told(state, at), &told(state, people))
        }
    });
    let rows = move || {
        let row = |(at, name): (usize, &String)| option(state, at, name.clone(), said_so_far);
        names.with(|all| el("ol", "options", all.iter().enumerate().map(row).collect()))
    };
    let lacking = line(move || {
        let count = missing();
        if count == 0 { String::new() } else { (state.lang.get().group().hand_in_missing)(count) }
    });
    let secret = line(move || {
        let (answered, _) = asked.get();
        if answered == 0 { String::new() } else { (state.lang.get().group().secret)(answered, &told(state, answered)) }
    });
    let closing = line(move || (state.lang.get().group().close_early)(&told(state, asked.get().0)));
    view! {
        <h2 class="q" tabindex="-1" node_ref=heading>{title}</h2>
        <p class="small">{secret}</p>
        <p><Press class="btn main big" label=said(state, |it| it.next_person) hidden=flag(move || !is_between.get()) on_press=next /></p>
        <div hidden=flag(move || is_between.get())>
            <p class="a">{said(state, |it| it.ask)}</p>
            {dynamic(rows)}
            <p class="small" role="status">{lacking}</p>
            <p><Press class="btn main big" label=said(state, |it| it.hand_in) disabled=flag(move || missing() > 0) on_press=hand_in /></p>
        </div>
        <p><Press label=closing hidden=flag(move || asked.get().0 == 0) on_press=close /></p>
    }
}

/// An option with its eleven buttons.
fn option(state: State, at: usize, name: String, said_so_far: Held<Vec<Option<u8>>>) -> AnyView {
    let heard_name = name.clone();
    let button = move |value: u8| {
        let name = heard_name.clone();
        let spoken = line(move || (state.lang.get().group().resistance)(value, &name));
        let press = move |()| {
            said_so_far.update(|all| {
                if let Some(place) = all.get_mut(at) {
                    *place = Some(value);
                }
            });
        };
        let is_it = flag(move || said_so_far.with(|all| all.get(at).copied().flatten() == Some(value)));
        view! { <Press label=line(move || value.to_string()) spoken=Some(spoken) pressed=Some(is_it) on_press=Callback::new(press) /> }
            .into_any()
    };
    let ends = move || {
        let [none, most] = state.lang.get().group().ends;
        el("p", "poles small", vec![el("span", "", vec![text(none)]), el("span", "", vec![text(most)])])
    };
    let buttons = el("div", "tens", (0..=MOST_RESISTANCE).map(button).collect());
    el("li", "", vec![el("h3", "", vec![text(&name)]), all(vec![buttons, dynamic(ends)])])
}
