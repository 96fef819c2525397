//! Signals and memos of any type over one type of value.
//!
//! Leptos compiles its machinery anew for every type in a signal or memo; with thirty types that was half of the page's
//! code. Here a value is shared behind a trait object, so the machinery exists once.

use std::any::Any;
use std::marker::PhantomData;
use std::sync::Arc;

use leptos::prelude::*;

/// A value that can be compared with another one of unknown type.
trait Value: Any + Send + Sync {
    fn same(&self, other: &dyn Value) -> bool;
    fn any(&self) -> &dyn Any;
}

impl<T: PartialEq + Send + Sync + 'static> Value for T {
    fn same(&self, other: &dyn Value) -> bool {
        other.any().downcast_ref::<T>().is_some_and(|other| self == other)
    }

    fn any(&self) -> &dyn Any {
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
}

// The four doors to the machinery; everything generic goes through them.

#[inline(never)]
fn signal(value: Shared) -> RwSignal<Shared> {
    RwSignal::new(value)
}

#[inline(never)]
fn memo_of(compute: Box<dyn Fn() -> Shared + Send + Sync>) -> Memo<Shared> {
    Memo::new(move |_| compute())
}

#[inline(never)]
fn now(signal: RwSignal<Shared>, is_tracked: bool) -> Shared {
    if is_tracked { signal.get() } else { signal.get_untracked() }
}

#[inline(never)]
fn derived_now(memo: Memo<Shared>, is_tracked: bool) -> Shared {
    if is_tracked { memo.get() } else { memo.get_untracked() }
}

#[inline(never)]
fn put(signal: RwSignal<Shared>, value: Shared) {
    // A page that is going away has nothing to show any more.
    let _ = signal.try_set(value);
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

    /// Changes the value.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        let mut value = self.get_untracked();
        change(&mut value);
        self.set(value);
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

#[inline(never)]
fn boxed_line(text: Box<dyn Fn() -> String + Send + Sync>) -> Signal<String> {
    Signal::derive(text)
}

/// A yes or no that follows the state, for classes and hidden parts.
pub fn flag(is_set: impl Fn() -> bool + Send + Sync + 'static) -> Signal<bool> {
    boxed_flag(Box::new(is_set))
}

#[inline(never)]
fn boxed_flag(is_set: Box<dyn Fn() -> bool + Send + Sync>) -> Signal<bool> {
    Signal::derive(is_set)
}

/// Work on the world outside the page, done again when something it reads changes.
pub fn effect(work: impl Fn() + 'static) {
    boxed_effect(Box::new(work));
}

#[inline(never)]
fn boxed_effect(work: Box<dyn Fn()>) {
    Effect::new(move |_| work());
}
