//! What stands around each screen of the short path: the steps above it, the balance and the way on below.

use leptos::prelude::*;

use super::held::{flag, line, memo};
use super::icon::{Icon, symbol};
use super::meter::Beam;
use super::notice::Read;
use super::parts::dynamic;
use super::passage::to;
use super::screen::Screen;
use super::state::State;
use crate::figure::{self, Step};

/// The screen of a step; the first one where no goal is chosen yet.
fn screen_of(state: State, step: Step) -> Screen {
    match step {
        Step::Goal => Screen::Goals,
        Step::Measure => state.goal.get().map_or(Screen::Goals, Screen::Choices),
        Step::Money => Screen::Cover,
        Step::Outcome => Screen::Outcome,
    }
}

/// Back, the four steps, and which one it is (Schritte).
#[component]
pub fn Steps(step: Step) -> impl IntoView {
    let state = State::get();
    let back = line(move || {
        let before = Step::ALL.into_iter().take_while(|other| *other < step).last();
        to(state, before.map_or(Screen::Opening, |step| screen_of(state, step)))
    });
    let item = |other: Step| {
        let name = line(move || other.name(state.lang.get()));
        let is_done = other < step;
        // What has been passed can be gone back to; what lies ahead has its own button.
        let inner = if is_done {
            view! { <a href=line(move || to(state, screen_of(state, other)))>{name}</a> }.into_any()
        } else {
            view! { <span>{name}</span> }.into_any()
        };
        view! { <li class:done=is_done aria-current=(other == step).then_some("step")>{inner}</li> }
    };
    view! {
        <nav class="way" aria-label=state.say(|it| it.doors.steps_label)>
            <a class="btn" href=back>{symbol(Icon::Back)}<span>{state.say(|it| it.doors.back)}</span></a>
            <ol>{Step::ALL.map(item).collect_view()}</ol>
            <span class="of" aria-hidden="true">{line(move || (state.texts().doors.step)(step.number()))}</span>
        </nav>
    }
}

/// The balance, what the last move has to say, and the way on (Fußleiste).
#[component]
pub fn WayOn(screen: Screen, #[prop(into)] label: Signal<String>) -> impl IntoView {
    let state = State::get();
    let meter = memo(move || state.tell(figure::meter));
    view! {
        <section class="act" aria-label=state.say(|it| it.meter)>
            <News />
            <p class="bal">
                <small>{line(move || meter.with(|it| it.word))}</small>
                <b>{line(move || meter.with(|it| if it.is_touched { it.about.clone() } else { state.texts().as_planned.to_owned() }))}</b>
            </p>
            <Beam meter />
            <a class="btn main big" href=to(state, screen)>{label}{symbol(Icon::Arrow)}</a>
        </section>
    }
}

/// What the page has to say of the last move or of the draft that it goes on with; nothing while it has nothing to say.
#[component]
pub fn News() -> impl IntoView {
    let state = State::get();
    view! {
        <p class="news-line" hidden=flag(move || state.notice.with(String::is_empty))>
            <span>{dynamic(move || state.notice.get().into_any())}</span>
            <Read />
        </p>
    }
}
