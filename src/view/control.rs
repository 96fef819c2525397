use leptos::ev::KeyboardEvent;
use leptos::html::Input;
use leptos::prelude::*;

use super::held::{Derived, Held, effect, flag, heard, line};
use super::icon::Icon;
use super::repeat::Repeat;
use super::state::State;
use crate::figure::Control;
use crate::model::Money;
use crate::platform::input;

/// The three equal inputs of one value: − and + with a slider between them, and a number field (Bedienzeile).
///
/// `on_move` gets the wished change from the plan; the session decides what is allowed.
#[component]
pub fn Inputs(
    /// Stable part of the elements' ids.
    id: String,
    #[prop(into)] name: Signal<String>,
    control: Derived<Control>,
    #[prop(into)] on_move: Callback<Money>,
    #[prop(into)] is_locked: Signal<bool>,
) -> impl IntoView {
    let state = State::get();
    let at_focus = StoredValue::new(Money::ZERO);
    // A finger that scrolls the page may begin on the slider; when the browser takes the gesture, the value goes back.
    let at_touch = StoredValue::new(Money::ZERO);
    let step_by = move |steps: i64| on_move.run(control.with_untracked(|it| it.stepped(steps)));
    // Whether the step led anywhere.
    let step_once = move |steps: i64| {
        let before = control.with_untracked(|it| it.change);
        step_by(steps);
        control.with_untracked(|it| it.change) != before
    };
    let on_key = move |event: KeyboardEvent| {
        let control = control.get_untracked();
        let large = if event.shift_key() { 10 } else { 1 };
        match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => step_by(large),
            "ArrowLeft" | "ArrowDown" => step_by(-large),
            "PageUp" => step_by(10),
            "PageDown" => step_by(-10),
            "Home" => on_move.run(control.room.low),
            "End" => on_move.run(control.room.high),
            "Escape" => on_move.run(at_focus.get_value()),
            _ => return,
        }
        event.prevent_default();
    };
    let on_slide = move |event| {
        let Some(euros) = input::slider_value(&event) else { return };
        on_move.run(control.with_untracked(|it| it.slid(euros)));
        // Beyond a bound nothing moves but the thumb.
        input::put_back(&event, control.with_untracked(|it| it.change.euros()));
    };
    let on_typed = move |typed: String| {
        let (planned, now, mode) = control.with_untracked(|it| (it.planned, it.change, it.mode));
        let change = mode.read(state.town, planned, now, &typed, state.lang.get_untracked());
        change.map(|change| on_move.run(change)).is_some()
    };
    let percent = |value: f64| format!("{value:.2}%");
    let locked = flag(move || is_locked.get());
    view! {
        <div class="ctl">
            <Repeat class="btn icon step-by" icon=Icon::Minus disabled=locked
                label=line(move || (state.texts().less)(&name.get(), &control.with(|it| it.step_text.clone())))
                on_step=Callback::new(move |()| step_once(-1)) />
            <div class="track">
                <svg aria-hidden="true">
                    <line class="rail" x1=line(move || percent(control.with(|it| it.rail.0))) x2=line(move || percent(control.with(|it| it.rail.1))) y1="50%" y2="50%" />
                    <rect class="bound" x="0" y="50%" height="8" transform="translate(0 -4)" fill="url(#hatch)" width=line(move || percent(control.with(|it| it.rail.0))) />
                    <rect class="bound" y="50%" height="8" transform="translate(0 -4)" fill="url(#hatch)"
                        x=line(move || percent(control.with(|it| it.rail.1)))
                        width=line(move || percent(control.with(Control::beyond))) />
                    <line class="mid" x1="50%" x2="50%" y1="20%" y2="80%" />
                    <rect class="fill" y="50%" height="6" transform="translate(0 -3)"
                        x=line(move || percent(control.with(|it| it.bar.0)))
                        width=line(move || percent(control.with(|it| it.bar.1))) />
                </svg>
                <input
                    type="range"
                    step="any"
                    min=move || control.with(|it| -it.axis)
                    max=move || control.with(|it| it.axis)
                    prop:value=move || control.with(|it| it.change.euros())
                    disabled=flag(move || is_locked.get())
                    aria-label=line(move || name.get())
                    aria-valuetext=line(move || control.with(|it| it.spoken.clone()))
                    on:pointerdown=heard(move |_| at_touch.set_value(control.with_untracked(|it| it.change)))
                    on:pointercancel=heard(move |_| {
                        on_move.run(at_touch.get_value());
                        state.settle();
                    })
                    on:focus=heard(move |_| at_focus.set_value(control.with_untracked(|it| it.change)))
                    on:keydown=heard(on_key)
                    on:keyup=heard(move |_| state.settle_soon())
                    on:input=heard(on_slide)
                    on:change=heard(move |_| state.settle())
                />
            </div>
            <Repeat class="btn icon step-by" icon=Icon::Plus disabled=locked
                label=line(move || (state.texts().more)(&name.get(), &control.with(|it| it.step_text.clone())))
                on_step=Callback::new(move |()| step_once(1)) />
        </div>
        <Field id
            label=line(move || (state.texts().amount_of)(&name.get(), control.with(|it| it.unit)))
            value=line(move || control.with(|it| it.amount.clone()))
            unit=Some(line(move || control.with(|it| it.unit)))
            change=line(move || control.with(|it| it.signed.clone()))
            on_typed is_locked />
    }
}

/// A number field with its change and, where no number could be read, what was expected (Zahlenfeld).
#[component]
pub fn Field(
    id: String,
    #[prop(into)] label: Signal<String>,
    #[prop(into)] value: Signal<String>,
    #[prop(default = None)] unit: Option<Signal<String>>,
    #[prop(into)] change: Signal<String>,
    /// Takes over what was typed; false if it is not a number.
    #[prop(into)]
    on_typed: Callback<String, bool>,
    /// Hears of every letter.
    #[prop(default = None)]
    on_typing: Option<Callback<String>>,
    #[prop(default = false.into(), into)] is_locked: Signal<bool>,
) -> impl IntoView {
    let state = State::get();
    let field = NodeRef::<Input>::new();
    let is_wrong = Held::new(false);
    let hint = format!("{id}-wrong");
    let described = hint.clone();
    // Whatever happens to the scenario afterwards, in whatever way, what could not be read is past.
    effect(move || {
        let value = value.get();
        state.run().projected();
        if is_wrong.get_untracked() {
            is_wrong.set(false);
            if let Some(field) = field.get_untracked() {
                field.set_value(&value);
            }
        }
    });
    let on_change = move |event| {
        let is_read = on_typed.run(event_target_value(&event));
        is_wrong.set(!is_read);
        if is_read {
            state.settle();
            // A wish beyond the bounds leaves the old text in the field; write what is true.
            input::write_back(&event, &value.get_untracked());
        }
    };
    view! {
        <div class="money">
            <input
                type="text"
                inputmode="decimal"
                autocomplete="off"
                disabled=is_locked
                node_ref=field
                prop:value=value
                aria-label=label
                title=state.say(|it| it.signed_hint)
                aria-invalid=move || is_wrong.get().then_some("true")
                aria-describedby=move || is_wrong.get().then(|| described.clone())
                on:change=heard(on_change)
                on:input=heard(move |event| {
                    if let Some(on_typing) = on_typing {
                        on_typing.run(event_target_value(&event));
                    }
                })
            />
            {unit.map(|unit| view! { <span class="u" aria-hidden="true">{unit}</span> })}
            <span class="d">{change}</span>
        </div>
        <p class="wrong" id=hint hidden=flag(move || !is_wrong.get())>
            {line(move || if is_wrong.get() { (state.texts().not_a_number)(&value.get()) } else { String::new() })}
        </p>
    }
}
