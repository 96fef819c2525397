//! The languages beside the first one (Sprachen): the words of each are a late part of its own, which comes when somebody
//! asks for that language.

use leptos::task::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

use super::notes::{ENGLISH, brought};
use super::state::State;
use crate::platform::address;
use crate::text::{Lang, learn};

#[wasm_split(en, fallible)]
fn english() -> Result<(), SplitLoaderError> {
    learn::en();
    Ok(())
}

/// Loads the words of a language where they are not there, and answers whether they are.
pub async fn learned(lang: Lang) -> bool {
    if !lang.is_in_use() && lang.tag() == "en" && brought(ENGLISH).await {
        // Whether they have come is asked below.
        let _ = english().await;
    }
    lang.is_in_use()
}

/// The language that the address asks for.
pub fn wanted() -> Lang {
    address::parameter("lang").and_then(|tag| Lang::from_tag(&tag)).unwrap_or_default()
}

/// Speaks another language once its words are there, or says that they do not come.
pub fn speak(state: State, lang: Lang) {
    spawn_local(async move {
        if learned(lang).await {
            state.lang.set(lang);
            address::remember_parameter("lang", lang.tag());
        } else {
            state.notice.set(state.lang.get_untracked().first().late_language.to_owned());
        }
    });
}
