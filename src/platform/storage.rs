//! Saved scenarios in local storage, or nowhere if the browser does not allow it.
//!
//! Every scenario stands under a key of its own with a random name, and the list is what stands there. So no tab can
//! overwrite what another one saves, however both are timed. Earlier programs kept a list of numbers beside the entries;
//! it is not read any more, and goes with the next change: without it such a program, still open in another tab, makes
//! its list from the entries as well, while one that has lost a number lets it overwrite that entry.
//!
//! Every call into the storage may throw at any time. gloo-storage ends the page where `getItem`, `removeItem` or
//! `length` do, and where there is no storage at all; so only its writing is used, after a look at the storage itself.

use std::cell::RefCell;
use std::rc::Rc;

use gloo_storage::{LocalStorage, Storage};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::StorageEvent;

use super::chance::bits;
use super::frame;
use crate::scenario::{Draft, Entry, INDEX_KEY, OWN, SAVED_KEY, Saved, sort};

/// What tabs of this page ask for before they look and write.
const LOCK: &str = "zukunftshaushalt/v1";

/// How long a tab waits for another one, milliseconds; nobody holds the lock longer than it takes to write.
const PATIENCE: i32 = 2000;

/// Why nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failed {
    /// The storage is full or was denied in the meantime.
    Refused,
    /// There is no such entry any more.
    Gone,
    /// The entry is not the one that the person saw.
    Changed,
}

impl From<JsValue> for Failed {
    fn from(_: JsValue) -> Self {
        Self::Refused
    }
}

/// The store of this browser, if it lets itself be asked.
pub(super) fn store() -> Result<web_sys::Storage, Failed> {
    web_sys::window().ok_or(Failed::Refused)?.local_storage()?.ok_or(Failed::Refused)
}

/// Whether the browser lets this page store anything. Only asks; nothing is written.
pub fn is_allowed() -> bool {
    store().is_ok()
}

fn key(id: &str) -> String {
    format!("{SAVED_KEY}{id}")
}

/// All saved scenarios in the order of their saving.
pub fn list() -> Result<Vec<Saved>, Failed> {
    let store = store()?;
    let mut all = Vec::new();
    for at in 0..store.length()? {
        let Some(key) = store.key(at)? else { continue };
        let Some(id) = key.strip_prefix(SAVED_KEY) else { continue };
        if let Some(text) = store.get_item(&key)? {
            all.push(Saved::read(id, text));
        }
    }
    sort(&mut all);
    Ok(all)
}

/// Saves a scenario beside all others; the key of its entry.
pub fn save(draft: &Draft) -> Result<String, Failed> {
    let id = new_id()?;
    write(&id, &Entry::new(draft, js_sys::Date::now() as u64))?;
    Ok(id)
}

/// Gives an entry another name, if it still is what the person saw.
pub fn rename(seen: &Saved, name: &str) -> Result<(), Failed> {
    check(seen)?;
    write(&seen.id, &seen.renamed(name).ok_or(Failed::Changed)?)
}

/// Deletes an entry, if it still is what the person saw; with the last one nothing of this page is left.
pub fn delete(seen: &Saved) -> Result<(), Failed> {
    check(seen)?;
    let store = store()?;
    store.remove_item(&key(&seen.id))?;
    drop_index(&store);
    Ok(())
}

/// Brings back what was deleted, to the byte. Should its key be taken by now, it comes back under another one.
pub fn restore(deleted: &Saved) -> Result<(), Failed> {
    let store = store()?;
    let id = match store.get_item(&key(&deleted.id))? {
        Some(text) if text == deleted.text => return Ok(()),
        Some(_) => new_id()?,
        None => deleted.id.clone(),
    };
    // Not gloo, which would write the text as a value: in quotes.
    store.set_item(&key(&id), &deleted.text)?;
    drop_index(&store);
    Ok(())
}

/// Whether an entry is there; a storage that does not answer has not lost it.
pub fn has(id: &str) -> bool {
    store().and_then(|store| Ok(store.get_item(&key(id))?)).map_or(true, |text| text.is_some())
}

fn check(seen: &Saved) -> Result<(), Failed> {
    match store()?.get_item(&key(&seen.id))? {
        None => Err(Failed::Gone),
        Some(text) if text == seen.text => Ok(()),
        Some(_) => Err(Failed::Changed),
    }
}

fn write(id: &str, entry: &Entry) -> Result<(), Failed> {
    let store = store()?;
    LocalStorage::set(key(id), entry).map_err(|_| Failed::Refused)?;
    drop_index(&store);
    Ok(())
}

/// The list of an earlier program; one that stays harms nothing here.
fn drop_index(store: &web_sys::Storage) {
    let _ = store.remove_item(INDEX_KEY);
}

/// A name that no other tab can have: 128 random bits. No `randomUUID`, which plain http does not have.
pub(super) fn new_id() -> Result<String, Failed> {
    Ok(bits().ok_or(Failed::Refused)?.iter().map(|it| format!("{it:02x}")).collect())
}

/// Does the work while no other tab of this page looks and writes, where the browser can hold them back.
///
/// Elsewhere, and where another tab holds the lock without moving, it is done all the same: an entry cannot be
/// overwritten, only the look before deleting and renaming may then be older by the blink of an eye.
pub fn alone(work: impl FnOnce() + 'static) {
    boxed_alone(Box::new(work));
}

fn boxed_alone(work: Box<dyn FnOnce()>) {
    let work = Rc::new(RefCell::new(Some(work)));
    let run = move || {
        // Taken out first, so that the work may ask for more of its kind.
        let work = work.borrow_mut().take();
        if let Some(work) = work {
            work();
        }
    };
    let Some(asked) = ask(run.clone()) else { return run() };
    frame::later(PATIENCE, run.clone());
    spawn_local(async move {
        // Done by then, unless the browser refused the lock.
        let _ = JsFuture::from(asked).await;
        run();
    });
}

/// Asks for the lock; web-sys knows it only as unstable.
fn ask(granted: impl FnOnce() + 'static) -> Option<Promise> {
    let navigator = web_sys::window()?.navigator();
    let locks = Reflect::get(&navigator, &JsValue::from_str("locks")).ok()?;
    let request: Function = Reflect::get(&locks, &JsValue::from_str("request")).ok()?.dyn_into().ok()?;
    let asked = request.call2(&locks, &JsValue::from_str(LOCK), &Closure::once_into_js(granted)).ok()?;
    asked.dyn_into().ok()
}

/// Tells that another tab has changed what is saved, for the whole life of the page.
pub fn on_change(listen: impl Fn() + 'static) {
    let listener = Closure::<dyn Fn(StorageEvent)>::new(move |event: StorageEvent| {
        // Without a key everything was deleted.
        if event.key().is_none_or(|key| key.starts_with(OWN)) {
            listen();
        }
    });
    if let Some(window) = web_sys::window() {
        let _ = window.add_event_listener_with_callback("storage", listener.as_ref().unchecked_ref());
    }
    listener.forget();
}
