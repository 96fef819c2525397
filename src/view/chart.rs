use std::cell::{Cell, RefCell};
use std::rc::Rc;

use leptos::html::Canvas;
use leptos::prelude::*;
use plotters::drawing::IntoDrawingArea;

use super::held::{Derived, effect};
use super::state::State;
use crate::figure::plot::dots::{self, DotPlot};
use crate::figure::plot::flow::FlowPlot;
use crate::figure::plot::indicator::{self, IndicatorPlot};
use crate::figure::plot::reserve::{self, ReservePlot};
use crate::figure::plot::way::{self, WayPlot};
use crate::figure::plot::wheel::WheelPlot;
use crate::figure::plot::{Draw, Ink};
use crate::platform::canvas::HiDpi;
use crate::platform::frame;
use crate::platform::visible::Watch;

/// A drawing with its data (Bild).
#[derive(Clone, Debug, PartialEq)]
pub enum Plot {
    /// Small multiple of an indicator.
    Indicator(Box<IndicatorPlot>),
    /// Use of the general reserve.
    Reserve(ReservePlot),
    /// Twenty equally likely changes.
    Dots(DotPlot),
    /// A piece of the way from money to an indicator.
    Way(WayPlot),
    /// From products to goals.
    Flow(Own<FlowPlot>),
    /// Ceiling and foundation.
    Wheel(Own<WheelPlot>),
}

/// A drawing of one late part: what draws it comes with that, and not with every chart.
#[derive(Clone, Debug)]
pub struct Own<P: 'static> {
    /// Its data.
    pub plot: P,
    /// What draws it.
    pub draw: Draw<P, HiDpi>,
}

impl<P: PartialEq> PartialEq for Own<P> {
    fn eq(&self, other: &Self) -> bool {
        self.plot == other.plot
    }
}

/// A canvas with a drawing, redrawn at most once per frame and, while the hand moves, only where it can be seen.
///
/// The others follow when the hand rests, so that a printed page shows every picture. What it shows stands in words and in a table beside it; `name` says what the picture is.
#[component]
pub fn Chart(#[prop(into)] name: Signal<String>, class: &'static str, plot: Derived<Option<Plot>>) -> impl IntoView {
    let state = State::get();
    let canvas = NodeRef::<Canvas>::new();
    let watch = StoredValue::new_local(None::<Watch>);
    let key = frame::new_key();
    let is_seen = Rc::new(Cell::new(false));
    let latest: Rc<RefCell<Option<(Plot, Ink)>>> = Rc::default();

    let redraw = {
        let (is_seen, latest) = (is_seen.clone(), latest.clone());
        Rc::new(move |is_at_rest: bool| {
            if is_at_rest || is_seen.get() {
                let latest = latest.clone();
                frame::next(key, Rc::new(move || draw(canvas, &latest.borrow())));
            }
        })
    };
    {
        let redraw = redraw.clone();
        effect(move || {
            let Some(canvas) = canvas.get() else { return };
            let (is_seen, seen_redraw, sized_redraw) = (is_seen.clone(), redraw.clone(), redraw.clone());
            let on_seen = move |seen| {
                is_seen.set(seen);
                seen_redraw(false);
            };
            watch.set_value(Watch::new(&canvas, on_seen, move || sized_redraw(false)));
        });
    }
    let resting_redraw = redraw.clone();
    effect(move || {
        latest.replace(plot.get().zip(state.ink.get()));
        redraw(false);
    });
    effect(move || {
        state.run().rested.track();
        // What was away had no size.
        state.screen.track();
        resting_redraw(true);
    });
    view! { <canvas class=class node_ref=canvas role="img" aria-label=name></canvas> }
}

/// Draws what is to be shown now; a canvas that has left the page is skipped.
fn draw(canvas: NodeRef<Canvas>, latest: &Option<(Plot, Ink)>) {
    let (Some(Some(canvas)), Some((plot, ink))) = (canvas.try_get_untracked(), latest) else { return };
    let Some(backend) = HiDpi::new(&canvas) else { return };
    let area = backend.into_drawing_area();
    let drawn = match plot {
        Plot::Indicator(plot) => indicator::draw(plot, ink, &area),
        Plot::Reserve(plot) => reserve::draw(plot, ink, &area),
        Plot::Dots(plot) => dots::draw(plot, ink, &area),
        Plot::Way(plot) => way::draw(plot, ink, &area),
        Plot::Flow(it) => (it.draw)(&it.plot, ink, &area),
        Plot::Wheel(it) => (it.draw)(&it.plot, ink, &area),
    };
    if let Err(error) = drawn {
        leptos::logging::error!("a drawing failed: {error}");
    }
}
