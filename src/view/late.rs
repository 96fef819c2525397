//! What comes after the first view (spätere Teile): its places while it is on its way, and what they say if it does not
//! come. What is in it stands in `rest`.

use std::cell::{Cell, RefCell};
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::OnceLock;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::dialog::Dialog;
use super::held::{Derived, Held, effect, flag, line, memo};
use super::parts::{Press, dynamic, nothing};
use super::screen::{Screen, is_led};
use super::state::{Late, State};
use crate::platform::{frame, keeper};

/// The ways to all that can be moved, and to the short path (Wegweiser): what only they reach is compiled into a file of
/// its own, which every visit loads.
pub struct Rest {
    /// Makes what carries out actions and the run that follows the scenario, and goes on with the draft with which the page
    /// was left.
    pub begin: fn(State),
    /// The balance for screen readers.
    pub announcement: fn() -> AnyView,
    /// A screen of the short path.
    pub short: fn(Screen) -> AnyView,
    /// The links at the end of the page that depend on where it is.
    pub around: fn() -> AnyView,
}

/// The ways to the workbench and into the dialogs (Wegweiser): a file that is loaded when somebody goes there.
pub struct Desk {
    /// The workbench under its balance, with the place of what stands behind its numbers.
    pub desk: fn() -> AnyView,
    /// All dialogs.
    pub dialogs: fn() -> AnyView,
}

/// The way to what is made of drafts, and to what stands beside all ways (Wegweiser): a file that is loaded when somebody
/// goes there.
pub struct Paper {
    /// One of these screens.
    pub screen: fn(Screen) -> AnyView,
    /// The address of the page with the draft in it, wherever it is opened; without it where it fits into none.
    pub link: fn(State) -> String,
}

/// The way to what stands behind the numbers (Wegweiser): a file that follows that of the workbench, so that both print.
pub struct Behind {
    /// What stands behind the numbers.
    pub behind: fn() -> AnyView,
}

/// A file of the module on its way; none if it does not come.
pub type Coming<T> = Pin<Box<dyn Future<Output = Option<T>>>>;

/// A late file (spätere Datei): how it is asked for, and its ways once it is here.
pub struct File<T: 'static> {
    ask: OnceLock<fn() -> Coming<&'static T>>,
    ways: OnceLock<&'static T>,
    /// Places of the late files that are needed for it: those on which it builds, and itself at last.
    needs: &'static [usize],
}

/// Holds the ways of [`Rest`].
pub static REST: File<Rest> = File::new(&[0]);

/// Holds the ways of [`Desk`].
pub static DESK: File<Desk> = File::new(&[0, 1]);

/// Holds the ways of [`Behind`].
pub static BEHIND: File<Behind> = File::new(&[0, 1, 2]);

/// Holds the ways of [`Paper`].
pub static PAPER: File<Paper> = File::new(&[0, 3]);

/// The same for what stands beside all ways: it needs no notes of the town.
pub static ASIDE: File<Paper> = File::new(&[0, 4]);

/// The same for the room of a group.
pub static ROOM: File<Paper> = File::new(&[0, 5]);

/// The file that holds a screen which is made of drafts, or stands beside all ways.
pub fn file_of(screen: Screen) -> &'static File<Paper> {
    match screen {
        Screen::Group(_) => &ROOM,
        _ if screen.is_aside() => &ASIDE,
        _ => &PAPER,
    }
}

impl<T: Sync + 'static> File<T> {
    const fn new(needs: &'static [usize]) -> Self {
        Self { ask: OnceLock::new(), ways: OnceLock::new(), needs }
    }

    /// How far it is together with what it builds on, tracked.
    pub fn stand(&self, state: State) -> Late {
        let all = || self.needs.iter().filter_map(|at| state.late.get(*at)).map(|stand| stand.get());
        let worst = [Late::Missing, Late::Again, Late::Coming].into_iter().find(|late| all().any(|it| it == *late));
        worst.unwrap_or(Late::Here)
    }

    /// What it holds, once it is here; tracked before that as well.
    fn here(&self, is_here: Derived<bool>) -> Option<&'static T> {
        if is_here.get() { self.ways.get().copied() } else { None }
    }

    /// What it holds, if it is here.
    pub fn here_now(&self) -> Option<&'static T> {
        self.ways.get().copied()
    }

    fn own(&self, state: State) -> Option<Held<Late>> {
        self.needs.last().and_then(|at| state.late.get(*at)).copied()
    }

    /// Asks for it once the picture of this moment has been painted, and only once.
    fn bring_soon(&'static self, state: State) {
        let is_asked = Rc::new(Cell::new(false));
        let once = move || {
            if !is_asked.replace(true) {
                self.bring(state, || {});
            }
        };
        frame::later(UNSEEN, once.clone());
        frame::after_next(frame::new_key(), Rc::new(once));
    }

    /// Asks for it once it is wanted.
    fn bring_when(&'static self, state: State, is_wanted: impl Fn() -> bool + Send + Sync + 'static) {
        let is_wanted = memo(is_wanted);
        let is_asked = Cell::new(false);
        effect(move || {
            if is_wanted.get() && !is_asked.replace(true) {
                self.bring_soon(state);
            }
        });
    }

    /// Asks for it.
    fn bring(&'static self, state: State, missing: impl FnOnce() + 'static) {
        let (Some(ask), Some(stand)) = (self.ask.get(), self.own(state)) else { return };
        spawn_local(async move {
            if let Some(ways) = ask().await {
                let _ = self.ways.set(ways);
                if let (Some(page), Some(rest)) = (PAGE.get(), REST.ways.get())
                    && untrack(|| REST.stand(state)) != Late::Here
                {
                    page.with(|| (rest.begin)(state));
                }
                stand.set(Late::Here);
                arrived();
            } else {
                stand.set(Late::Missing);
                missing();
            }
        });
    }

    /// Asks once more if it did not come. What a newer page has replaced never comes, so that page then takes the place of
    /// this one.
    fn again(&'static self, state: State) {
        if let Some(stand) = self.own(state).filter(|it| it.get_untracked() == Late::Missing) {
            stand.set(Late::Again);
            self.bring(state, keeper::renew);
        }
    }
}

/// What owns the signals and effects that a late file makes for the life of the page.
static PAGE: OnceLock<Owner> = OnceLock::new();

/// What is to be done once a file is here, and whether that is so.
type Wanted = (Box<dyn Fn() -> bool>, Box<dyn FnOnce()>);

thread_local! {
    static WANTED: RefCell<Option<Wanted>> = const { RefCell::new(None) };
}

/// A tab that nobody sees paints no picture; it waits so long for one, milliseconds.
const UNSEEN: i32 = 2000;

/// How the late files are asked for.
pub struct Asks {
    /// The one of every visit.
    pub rest: fn() -> Coming<&'static Rest>,
    /// The workbench.
    pub desk: fn() -> Coming<&'static Desk>,
    /// What stands behind its numbers.
    pub behind: fn() -> Coming<&'static Behind>,
    /// What is made of drafts.
    pub paper: fn() -> Coming<&'static Paper>,
    /// The room of a group.
    pub room: fn() -> Coming<&'static Paper>,
    /// What stands beside all others.
    pub aside: fn() -> Coming<&'static Paper>,
}

/// Asks for the late files: for the first at once, for the third after the second, for the others when somebody goes to what
/// they hold.
pub fn begin(state: State, asks: Asks) {
    let _ = (REST.ask.set(asks.rest), DESK.ask.set(asks.desk), BEHIND.ask.set(asks.behind), PAPER.ask.set(asks.paper));
    let _ = (ASIDE.ask.set(asks.aside), ROOM.ask.set(asks.room));
    if let Some(page) = Owner::current() {
        let _ = PAGE.set(page);
    }
    REST.bring_soon(state);
    // Who leads a group may be without a network by the time it comes to a further step.
    let is_led = is_led();
    DESK.bring_when(state, move || is_led || state.screen.get().is_desk() || state.wants_dialog());
    PAPER.bring_when(state, move || {
        let screen = state.screen.get();
        is_led || screen.is_paper() && !screen.is_group() || state.going_out.get()
    });
    ASIDE.bring_when(state, move || is_led || state.screen.get().is_aside());
    ROOM.bring_when(state, move || is_led || state.screen.get().is_group());
    BEHIND.bring_when(state, move || state.screen.get() == Screen::Learn || DESK.stand(state) == Late::Here);
}

/// Does what waited for a file that is here now.
fn arrived() {
    let ready = WANTED.with_borrow_mut(|wanted| wanted.take_if(|(is_here, _)| is_here()));
    if let Some((_, work)) = ready {
        work();
    }
}

/// Does something once a late file is there; of several things the one that was asked for last.
pub fn once_here<T: Sync>(state: State, file: &'static File<T>, work: impl FnOnce() + 'static) {
    let is_here = move || untrack(|| file.stand(state)) == Late::Here;
    if is_here() { work() } else { WANTED.set(Some((Box::new(is_here), Box::new(work)))) }
}

/// A late part in its place, which says until then that it is on its way, or offers to load it again.
pub fn part<T: Sync>(
    state: State,
    file: &'static File<T>,
    make: impl Fn(&'static T) -> AnyView + Send + 'static,
) -> AnyView {
    let is_here = memo(move || file.stand(state) == Late::Here);
    dynamic(move || match file.here(is_here) {
        Some(ways) => untrack(|| make(ways)),
        None => waiting(state, file),
    })
}

/// A late part that is nothing until it is there.
pub fn once<T: Sync>(
    state: State,
    file: &'static File<T>,
    make: impl Fn(&'static T) -> AnyView + Send + 'static,
) -> AnyView {
    let is_here = memo(move || file.stand(state) == Late::Here);
    dynamic(move || file.here(is_here).map_or_else(nothing, |ways| untrack(|| make(ways))))
}

/// What stands in the place of a late part.
fn waiting<T: Sync>(state: State, file: &'static File<T>) -> AnyView {
    let stand = memo(move || file.stand(state));
    let said = line(move || {
        let words = state.first();
        if stand.get() == Late::Missing { words.late_missing } else { words.late_coming }
    });
    // The button stays where it is while it works, and so does the keyboard.
    let is_quiet = flag(move || matches!(stand.get(), Late::Coming | Late::Here));
    let press = Callback::new(move |()| {
        REST.again(state);
        DESK.again(state);
        BEHIND.again(state);
        PAPER.again(state);
        ASIDE.again(state);
        ROOM.again(state);
    });
    view! {
        <div class="coming">
            <p role="status">{said}</p>
            <Press label=state.say_first(|it| it.late_again) hidden=is_quiet on_press=press />
        </div>
    }
    .into_any()
}

/// All dialogs, and one in their place for those who want one before they are there (Dialoge).
#[component]
pub fn Dialogs() -> impl IntoView {
    let state = State::get();
    let is_here = memo(move || DESK.stand(state) == Late::Here);
    let is_asked = flag(move || !is_here.get() && state.wants_dialog());
    view! {
        <Dialog id="h-spaeter" heading=state.say_first(|it| it.late_title) is_open=is_asked on_close=Callback::new(move |()| {
            // It also closes when the one that was asked for takes its place.
            if !is_here.get_untracked() {
                state.close_dialogs();
            }
        })>
            {dynamic(move || if is_asked.get() { waiting(state, &DESK) } else { nothing() })}
            <p class="end"><Press label=state.say_first(|it| it.close) on_press=Callback::new(move |()| state.close_dialogs()) /></p>
        </Dialog>
        {once(state, &DESK, |it| (it.dialogs)())}
    }
}
