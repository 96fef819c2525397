use leptos::prelude::*;

use super::held::flag;
use super::icon::Icon;
use super::parts::Press;
use super::state::State;

/// Takes away what was said, once it is read.
#[component]
pub fn Read() -> impl IntoView {
    let state = State::get();
    let close = Callback::new(move |()| state.notice.set(String::new()));
    view! {
        <Press class="read" icon=Some(Icon::Close) label=state.say_first(|it| it.close)
            hidden=flag(move || state.notice.with(String::is_empty)) on_press=close />
    }
}
