use leptos::ev::{KeyboardEvent, MouseEvent, PointerEvent};
use leptos::prelude::*;

use super::held::heard;
use super::icon::{Icon, symbol};
use super::state::State;
use crate::platform::hold::Hold;

/// − or + of a value: one step at a press, and further ones while it is held; all of them are one step back (Schrittknopf).
#[component]
pub fn Repeat(
    class: &'static str,
    icon: Icon,
    /// What a screen reader says.
    #[prop(into)]
    label: Signal<String>,
    /// Takes one step; false where it leads nowhere.
    #[prop(into)]
    on_step: Callback<(), bool>,
    #[prop(default = false.into(), into)] disabled: Signal<bool>,
) -> impl IntoView {
    let state = State::get();
    let stands = StoredValue::new(());
    // A row may go while its button is held.
    let step = move || !stands.is_disposed() && !disabled.get_untracked() && on_step.run(());
    let hold = StoredValue::new_local(Hold::new(step, move || state.settle()));
    let on = move |hear: &dyn Fn(&Hold)| hold.with_value(hear);
    view! {
        <button
            type="button"
            class=class
            aria-label=label
            disabled=disabled
            on:pointerdown=heard(move |event: PointerEvent| on(&|it| it.press(&event)))
            on:pointerup=heard(move |_| on(&Hold::end))
            on:pointermove=heard(move |event: PointerEvent| on(&|it| it.moves(&event)))
            on:pointercancel=heard(move |_| on(&Hold::end))
            on:keydown=heard(move |event: KeyboardEvent| on(&|it| it.key_down(&event)))
            on:keyup=heard(move |event: KeyboardEvent| on(&|it| it.key_up(&event)))
            on:blur=heard(move |_| on(&Hold::end))
            on:contextmenu=heard(move |event: MouseEvent| on(&|it| it.menu(&event)))
            on:click=heard(move |event: MouseEvent| on(&|it| it.click(&event)))
        >
            {symbol(icon)}
        </button>
    }
}
