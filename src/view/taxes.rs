use leptos::prelude::*;

use super::control::Field;
use super::held::{Derived, flag, heard, line, memo};
use super::icon::{Icon, symbol};
use super::parts::{Fold, cited, dynamic, el, nothing, paragraph, text};
use super::repeat::Repeat;
use super::state::State;
use crate::figure::{TaxFigure, read_multiplier, tax_figure};
use crate::model::{Tax, TaxAt};
use crate::platform::input;
use crate::scenario::{Action, Touched};
use crate::text::whole;

/// The tax multipliers and fees (Hebesätze, Gebühren).
#[component]
pub fn Taxes() -> impl IntoView {
    let state = State::get();
    let rows = state.town.taxes.pairs().map(|(index, tax)| view! { <TaxRow index tax /> });
    view! {
        <section class="taxes" aria-labelledby="h-steuern">
            <h2 class="q" id="h-steuern">{state.say(|it| it.taxes)}</h2>
            <p class="a">{state.say(|it| it.taxes_note)}</p>
            <ol class="goals">{rows.collect_view()}</ol>
        </section>
    }
}

#[component]
fn TaxRow(index: TaxAt, tax: &'static Tax) -> impl IntoView {
    let state = State::get();
    let figure: Derived<TaxFigure> = memo(move || {
        let multiplier = state.multiplier(index);
        tax_figure(state.town, tax, multiplier, state.lang.get())
    });
    let name = move || figure.with(|it| it.name.clone());
    let is_now = memo(move || state.last() == Some(Touched::Tax(index)));
    let set = move |multiplier: f64| state.act(Action::SetTax(index, multiplier));
    // Whether the step led anywhere.
    let step_once = move |by: f64| {
        let before = figure.with_untracked(|it| it.multiplier);
        set(figure.with_untracked(|it| it.stepped(by)));
        figure.with_untracked(|it| it.multiplier) != before
    };
    let at_touch = StoredValue::new(tax.multiplier);
    let on_typed = move |typed: String| {
        let now = figure.with_untracked(|it| it.multiplier);
        read_multiplier(tax, now, &typed, state.lang.get_untracked()).map(set).is_some()
    };
    let on_slide = move |event| {
        let Some(multiplier) = input::slider_value(&event) else { return };
        set(multiplier);
        input::put_back(&event, figure.with_untracked(|it| it.multiplier));
    };
    let percent = |value: f64| format!("{value:.2}%");
    view! {
        <li class="goal tax" class:moved=flag(move || figure.with(|it| it.is_moved)) class:now=flag(move || is_now.get())>
            <span class="no"></span>
            {symbol(Icon::Euro)}
            <h3 class="name">{name}</h3>
            <div class="ctl">
                <Repeat class="btn icon step-by" icon=Icon::Minus label=line(move || (state.texts().less)(&name(), "1")) on_step=Callback::new(move |()| step_once(-1.0)) />
                <div class="track">
                    <svg aria-hidden="true">
                        <line class="rail" x1="0" x2="100%" y1="50%" y2="50%" />
                        <line class="mid" x1="50%" x2="50%" y1="20%" y2="80%" />
                        <rect class="fill" y="50%" height="6" transform="translate(0 -3)"
                            x=line(move || percent(figure.with(|it| it.bar.0)))
                            width=line(move || percent(figure.with(|it| it.bar.1))) />
                    </svg>
                    <input
                        type="range"
                        step="1"
                        min=tax.scale().0
                        max=tax.scale().1
                        prop:value=move || figure.with(|it| it.multiplier)
                        aria-label=name
                        aria-valuetext=line(move || figure.with(|it| it.spoken.clone()))
                        on:pointerdown=heard(move |_| at_touch.set_value(figure.with_untracked(|it| it.multiplier)))
                        on:pointercancel=heard(move |_| {
                            set(at_touch.get_value());
                            state.settle();
                        })
                        on:input=heard(on_slide)
                        on:change=heard(move |_| state.settle())
                    />
                </div>
                <Repeat class="btn icon step-by" icon=Icon::Plus label=line(move || (state.texts().more)(&name(), "1")) on_step=Callback::new(move |()| step_once(1.0)) />
            </div>
            <Field id=format!("tax-{}", tax.id)
                label=line(move || format!("{}, {}", name(), figure.with(|it| it.label)))
                value=line(move || whole(figure.with(|it| it.multiplier), state.lang.get()))
                change=line(move || figure.with(|it| it.change.clone()))
                on_typed />
            <p class="floor">
                {line(move || figure.with(|it| it.point.clone()))}" "
                <span class="assume">{line(move || figure.with(|it| (state.texts().basis)(it.basis)))}</span>
            </p>
            {dynamic(move || figure.with(|it| it.dispute.as_ref().map_or_else(nothing, disputed)))}
            <Fold class="grounds" summary=state.say(|it| it.about_lever) content=Callback::new(move |()| paragraph("small", &figure.with(|it| it.note.clone()))) />
        </li>
    }
}

/// A doubt in court stands beside the lever, with who tells of it.
fn disputed((said, source, url): &(String, String, String)) -> AnyView {
    el("p", "floor", vec![text(said), text(" "), cited(source, url)])
}
