use leptos::html;
use leptos::prelude::*;

use super::held::{effect, heard};
use crate::platform::dialog;
use crate::platform::focus::Place;

/// A modal dialog: its heading, how it opens and closes, and the focus that goes back to what opened it (Dialog).
///
/// The state alone says whether it is open. Esc and the browser close it on their own, which `on_close` hears.
#[component]
pub fn Dialog(
    /// Name of its heading in the document.
    id: &'static str,
    #[prop(into)] heading: Signal<String>,
    is_open: Signal<bool>,
    #[prop(into)] on_close: Callback<()>,
    /// Whether it is read before it is used; it takes the focus itself then.
    #[prop(default = false)]
    is_read: bool,
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let opener = StoredValue::new_local(None::<Place>);
    effect(move || {
        let is_open = is_open.get();
        if let Some(node) = node.get() {
            if is_open {
                opener.set_value(Place::now());
            }
            dialog::show(&node, is_open);
        }
    });
    let closed = move |_| {
        // The browser tells a frame later, when it may have been opened again already.
        if node.get_untracked().is_some_and(|node| node.open()) {
            return;
        }
        // The browser gives the focus back, unless what opened the dialog is gone or hidden by now.
        opener.update_value(|opener| {
            if let Some(opener) = opener.take().filter(|_| Place::now().is_none()) {
                opener.go_back();
            }
        });
        on_close.run(());
    };
    view! {
        <dialog class="sheet" tabindex=is_read.then_some("-1") node_ref=node aria-labelledby=id on:close=heard(closed)>
            <h2 class="q" id=id>{heading}</h2>
            {children()}
        </dialog>
    }
}
