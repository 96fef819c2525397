//! Signals and memos of any type over one type of value.
//!
//! Leptos compiles its machinery anew for every type in a signal or memo; with thirty types that was half of the page's
//! code. Here a value is shared behind a trait object, so the machinery exists once.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::computed::ArcMemo;
use leptos::reactive::graph::{AnySource, Observer, Source, Subscriber, ToAnySource};

use crate::text::together;

/// A value that can be compared with another one of unknown type.
trait Value: Any + Send + Sync {
    fn same(&self, other: &dyn Value) -> bool;
    fn any(&self) -> &dyn Any;
    fn any_mut(&mut self) -> &mut dyn Any;
}

impl<T: PartialEq + Send + Sync + 'static> Value for T {
    fn same(&self, other: &dyn Value) -> bool {
        other.any().downcast_ref::<T>().is_some_and(|other| self == other)
    }

    fn any(&self) -> &dyn Any {
        self
    }

    fn any_mut(&mut self) -> &mut dyn Any {
        self
    }
}

#[derive(Clone)]
struct Shared(Arc<dyn Value>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0) || self.0.same(&*other.0)
    }
}

impl Shared {
    fn new<T: PartialEq + Send + Sync + 'static>(value: T) -> Self {
        Self(Arc::new(value))
    }

    fn read<T: 'static, R>(&self, read: impl FnOnce(&T) -> R) -> R {
        match (*self.0).any().downcast_ref::<T>() {
            Some(value) => read(value),
            // A handle only ever reads what it wrote, by construction.
            None => unreachable!("a handle of another type"),
        }
    }

    /// Changes the value where it lies; a copy is made only while somebody else still looks at it.
    fn change<T: Clone + PartialEq + Send + Sync + 'static>(&mut self, change: impl FnOnce(&mut T)) {
        if let Some(value) = Arc::get_mut(&mut self.0).and_then(|value| value.any_mut().downcast_mut::<T>()) {
            change(value);
        } else {
            let mut value = self.read(T::clone);
            change(&mut value);
            *self = Self::new(value);
        }
    }
}

// The doors to the machinery; everything generic goes through them.

fn signal(value: Shared) -> RwSignal<Shared> {
    RwSignal::new(value)
}

fn memo_of(compute: Box<dyn Fn() -> Shared + Send + Sync>) -> Memo<Shared> {
    Memo::new(move |_| compute())
}

fn now(signal: RwSignal<Shared>, is_tracked: bool) -> Shared {
    if is_tracked {
        follow(signal.to_any_source());
    }
    signal.get_untracked()
}

fn derived_now(memo: Memo<Shared>, is_tracked: bool) -> Shared {
    if is_tracked {
        follow(ArcMemo::from(memo).to_any_source());
    }
    memo.get_untracked()
}

/// Lets whoever reads hear of changes, until it is gone.
///
/// Leptos strikes a reader that is gone off the list of a signal only when that changes, and off the list of a memo
/// never: a language that nobody switches would remember every card that was ever unfolded.
fn follow(source: AnySource) {
    let Some(reader) = Observer::get() else { return };
    reader.add_source(source.clone());
    source.add_subscriber(reader.clone());
    on_cleanup(move || source.remove_subscriber(&reader));
}

// A page that is going away has nothing to show any more, so both do nothing then.

fn put(signal: RwSignal<Shared>, value: Shared) {
    let _ = signal.try_set(value);
}

fn change(signal: RwSignal<Shared>, change: &mut dyn FnMut(&mut Shared)) {
    let _ = signal.try_update(change);
}

/// A value that the page holds and changes (Zustandswert).
pub struct Held<T>(RwSignal<Shared>, PhantomData<fn() -> T>);

/// A value that follows from others, computed when one of them changes (abgeleiteter Wert).
pub struct Derived<T>(Memo<Shared>, PhantomData<fn() -> T>);

impl<T> Clone for Held<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Held<T> {}

impl<T> Clone for Derived<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Derived<T> {}

impl<T: Clone + PartialEq + Send + Sync + 'static> Held<T> {
    /// Holds a first value.
    pub fn new(value: T) -> Self {
        Self(signal(Shared::new(value)), PhantomData)
    }

    /// The value, tracked.
    pub fn get(self) -> T {
        now(self.0, true).read(T::clone)
    }

    /// The value, not tracked.
    pub fn get_untracked(self) -> T {
        now(self.0, false).read(T::clone)
    }

    /// Reads the value and tracks it.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        now(self.0, true).read(read)
    }

    /// Tracks the value without reading it.
    pub fn track(self) {
        now(self.0, true);
    }

    /// Puts another value in its place.
    pub fn set(self, value: T) {
        put(self.0, Shared::new(value));
    }

    /// Changes the value where it lies; what changes it reads no other value of the page.
    pub fn update(self, work: impl FnOnce(&mut T)) {
        let mut work = Some(work);
        change(self.0, &mut |shared| {
            if let Some(work) = work.take() {
                shared.change(work);
            }
        });
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Derived<T> {
    /// The value, tracked.
    pub fn get(self) -> T {
        derived_now(self.0, true).read(T::clone)
    }

    /// Reads the value and tracks it.
    pub fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        derived_now(self.0, true).read(read)
    }

    /// The value, not tracked.
    pub fn get_untracked(self) -> T {
        derived_now(self.0, false).read(T::clone)
    }

    /// Reads the value, not tracked.
    pub fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        derived_now(self.0, false).read(read)
    }
}

/// A value that is computed when something it reads changes, and that tells its readers only when it differs.
pub fn memo<T: PartialEq + Send + Sync + 'static>(compute: impl Fn() -> T + Send + Sync + 'static) -> Derived<T> {
    Derived(memo_of(Box::new(move || Shared::new(compute()))), PhantomData)
}

/// A text that follows the state, in the one type that all texts and attributes of the page share.
pub fn line<S: Into<String>>(text: impl Fn() -> S + Send + Sync + 'static) -> Signal<String> {
    boxed_line(Box::new(move || text().into()))
}

fn boxed_line(text: Box<dyn Fn() -> String + Send + Sync>) -> Signal<String> {
    Signal::derive(move || together(text()))
}

/// A yes or no that follows the state, for classes and hidden parts.
pub fn flag(is_set: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    boxed_flag(Box::new(is_set))
}

fn boxed_flag(is_set: Box<dyn Fn() -> bool + Send + Sync>) -> Signal<bool> {
    Signal::derive(is_set)
}

/// Work on the world outside the page, done again when something it reads changes.
pub fn effect(work: impl Fn() + 'static) {
    boxed_effect(Box::new(work));
}

fn boxed_effect(work: Box<dyn Fn()>) {
    Effect::new(move |_| work());
}

/// What a view listens to, heard only while the view stands: a browser may still have an event for an element whose
/// values are gone. Every `on:` goes through here.
pub fn heard<E: 'static>(hear: impl FnMut(E) + 'static) -> impl FnMut(E) + 'static {
    boxed_heard(Box::new(hear))
}

/// One type for all that listen to events of one kind.
fn boxed_heard<E: 'static>(mut hear: Box<dyn FnMut(E)>) -> impl FnMut(E) + 'static {
    let stands = StoredValue::new(());
    move |event| {
        if !stands.is_disposed() {
            hear(event);
        }
    }
}
