//! Drawings as files (Bilder als Dateien): what writes them is a late file of its own, for the few who ask for one.

use leptos::prelude::*;
use leptos::task::spawn_local;
use plotters::drawing::IntoDrawingArea;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::held::{Held, heard, line, memo};
use super::parts::{Press, all, dynamic};
use super::state::State;
use crate::figure::plot::sheet::{self, Sheet};
use crate::figure::{self, Picture};
use crate::platform::canvas::Off;
use crate::platform::{clock, file, input};
use crate::text::{Lang, PictureWords};

/// Name of the list of drawings in the document.
const LIST: &str = "bild";

/// The drawing as SVG; the inner error is what the drawing refuses.
#[wasm_split(pictures, fallible)]
fn written(sheet: Sheet, lang: Lang) -> Result<Result<String, String>, SplitLoaderError> {
    Ok(figure::picture_svg(&sheet, lang))
}

/// The drawing on a canvas; none where it cannot be drawn.
#[wasm_split(pictures, fallible)]
fn painted(sheet: Sheet) -> Result<Option<Off>, SplitLoaderError> {
    let off = Off::new((sheet::WIDTH, sheet::height(&sheet)));
    let draw = |off: &Off| Some(sheet::draw(&sheet, &figure::paper_ink(), &off.backend()?.into_drawing_area()).is_ok());
    Ok(off.filter(|it| draw(it).unwrap_or_default()))
}

fn said_in(lang: Lang) -> &'static PictureWords {
    let words = lang.annex();
    &words.pictures
}

fn said(state: State, label: fn(&'static PictureWords) -> &'static str) -> Signal<String> {
    line(move || label(said_in(state.lang.get())))
}

/// Which of the two kinds of file is asked for.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Svg,
    Png,
}

/// A list of all drawings, and two ways to take one along (Bilder).
#[component]
pub fn Pictures() -> impl IntoView {
    let state = State::get();
    let told = Held::new(String::new());
    let all_pictures = memo(move || state.tell(figure::pictures));
    let picked = Held::new(Picture::Opening);
    // What no longer moves has no way and no range to be drawn.
    let chosen = memo(move || {
        let picked = picked.get();
        all_pictures.with(|all| if all.contains(&picked) { picked } else { Picture::Opening })
    });
    let is_coming = Held::new(false);
    let take = move |kind: Kind| {
        if is_coming.get_untracked() {
            return;
        }
        let (picture, members, rate) = (chosen.get(), state.study.uncertainty().members(), state.rate.get());
        let name = state.kept.with(|it| it.name.clone());
        let made = state.tell_ranged(|it| {
            let draft = figure::draft_line(&name, &clock::today(), it.lang);
            figure::picture(it, members, picture, rate, &[vec![draft], figure::foot(it)].concat())
        });
        let Some(sheet) = made else { return told.set(state.texts().file_failed.to_owned()) };
        let (lang, key) = (state.lang.get_untracked(), picture.key(state.town));
        is_coming.set(true);
        told.set(said_in(lang).coming.to_owned());
        spawn_local(async move {
            let ending = if kind == Kind::Svg { "svg" } else { "png" };
            let name = state.file_name(ending).replace(&format!(".{ending}"), &format!("-{key}.{ending}"));
            let is_there = match kind {
                Kind::Svg => match written(sheet, lang).await {
                    Ok(Ok(svg)) => file::is_downloaded(&name, file::SVG, &svg),
                    _ => false,
                },
                Kind::Png => match painted(sheet).await {
                    Ok(Some(off)) => off.is_downloaded(&name).await,
                    _ => false,
                },
            };
            is_coming.set(false);
            told.set(if is_there { name } else { lang.texts().file_failed.to_owned() });
        });
    };
    let choose = move |event| {
        let key = input::chosen(&event);
        let found = all_pictures.with_untracked(|all| all.iter().copied().find(|it| it.key(state.town) == key));
        if let Some(found) = found {
            picked.set(found);
        }
    };
    let option = move |it: Picture| {
        let is_chosen = chosen.get_untracked() == it;
        view! { <option value=it.key(state.town) selected=is_chosen>{it.name(state.town, state.lang.get())}</option> }
            .into_any()
    };
    view! {
        <section class="pictures away" id="bilder" aria-labelledby="h-bilder">
        <h2 class="q" id="h-bilder">{said(state, |it| it.title)}</h2>
        <p class="pick-one">
                <label for=LIST>{said(state, |it| it.pick)}</label>
                <select id=LIST on:change=heard(choose)>
                    {dynamic(move || all(all_pictures.with(|it| it.iter().copied().map(option).collect())))}
                </select>
            </p>
            <div class="following">
            <Press label=said(state, |it| it.as_svg) on_press=Callback::new(move |()| take(Kind::Svg)) />
            <Press label=said(state, |it| it.as_png) on_press=Callback::new(move |()| take(Kind::Png)) />
            <p role="status" class="small">{line(move || told.get())}</p>
        </div>
        </section>
    }
}
