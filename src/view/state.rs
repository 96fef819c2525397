use std::sync::Arc;

use leptos::prelude::*;

use super::held::{Derived, Held, line, memo};
use super::run::LiveRun;
use super::screen::Screen;
pub use super::values::{LATE_FILES, Late, Leaving, Reading};
use crate::figure::{self, Mode, Telling, plot::Ink};
use crate::model::ensemble::Range;
use crate::model::xmile::export;
use crate::model::{
    Cell, Choice, FieldAt, IndicatorAt, List, MeasureAt, Money, Projected, Purpose, Scenario, ShockAt, Study, TaxAt,
    Town,
};
use crate::platform::towns::{self, TownChoice};
use crate::platform::{clock, frame, keeper, theme};
use crate::scenario::{
    Action, Changed, Draft, Fitted, Kept, Moment, Placement, Pot, Reasons, Session, Shifted, Touched, pots,
};
use crate::text::{First, Lang, Texts};

/// A hand on the keys that holds still so long rests, milliseconds.
const PAUSE: i32 = 150;
/// Carries out an action.
type Hand = fn(State, Action);

/// All state of the page in one `Copy` context (Zustand).
#[derive(Clone, Copy)]
pub struct State {
    /// The town with its members, loaded once.
    pub study: &'static Study,
    /// The town.
    pub town: &'static Town,
    /// What the person did; written only by [`State::act`].
    session: Held<Session>,
    /// What the session was last saved as or opened from.
    pub kept: Held<Kept>,
    /// What was moved, and by how much.
    scenario: Derived<Arc<Scenario>>,
    /// What follows from it; made by [`State::begin`].
    run: StoredValue<Option<LiveRun>, LocalStorage>,
    /// What carries out actions; likewise.
    hand: StoredValue<Option<Hand>, LocalStorage>,
    /// Language.
    pub lang: Held<Lang>,
    /// How amounts are read.
    pub mode: Held<Mode>,
    /// Position of the discount rate that the generations are shown at; no part of a scenario.
    pub rate: Held<usize>,
    /// What the page shows.
    pub screen: Held<Screen>,
    /// The code in the address of a shared draft.
    pub link: Held<String>,
    /// A shared draft that lies beside one's own.
    pub guest: Held<Option<Arc<Scenario>>>,
    /// The goal that the short path is about; none until one is chosen.
    pub goal: Held<Option<FieldAt>>,
    /// Whether somebody leaves a frame with a draft.
    pub going_out: Held<bool>,
    /// Whether the menu of a narrow page is open.
    pub menu: Held<bool>,
    /// The goal whose levers are open.
    pub opened: Held<Option<Purpose>>,
    /// The indicator that somebody chose to understand; none for the one that moved most.
    pub why: Held<Option<IndicatorAt>>,
    /// How "Wie wird gerechnet?" is read.
    pub reading: Held<Reading>,
    /// The towns that the page can open.
    pub towns: StoredValue<Vec<TownChoice>>,
    /// Whether the dialog of towns is open.
    pub choosing: Held<bool>,
    /// Another town that somebody wants to go to, while something stands in the way.
    pub leaving: Held<Option<Leaving>>,
    /// Whether the dialog of saved scenarios is open.
    pub saves: Held<bool>,
    /// Whether the preview of spreading is open.
    pub spread: Held<bool>,
    /// Whether the dialog that moves money from one to another is open.
    pub shift: Held<bool>,
    /// Counts what happens in the room of a group.
    pub room: Held<u32>,
    /// What the last action has to say.
    pub notice: Held<String>,
    /// Counts the moments in which the hand lets go.
    released: Held<u32>,
    /// Ink of the drawings in the current theme.
    pub ink: Held<Option<Ink>>,
    /// How far the late files are, each of which builds on those before it.
    pub late: [Held<Late>; LATE_FILES],
}

impl State {
    /// State of a fresh page in a language.
    pub fn new(study: &'static Study, lang: Lang) -> Self {
        let session = Held::new(Session::default());
        let scenario = memo(move || session.with(Session::shared_scenario));
        let state = Self {
            study,
            town: &study.town,
            session,
            scenario,
            kept: Held::new(Kept::default()),
            run: StoredValue::new_local(None),
            hand: StoredValue::new_local(None),
            lang: Held::new(lang),
            mode: Held::new(Mode::default()),
            rate: Held::new(0),
            screen: Held::new(Screen::now(&study.town)),
            link: Held::new(String::new()),
            guest: Held::new(None),
            goal: Held::new(None),
            going_out: Held::new(false),
            menu: Held::new(false),
            opened: Held::new(None),
            why: Held::new(None),
            reading: Held::new(Reading::default()),
            towns: StoredValue::new(towns::towns(&Lang::ALL.map(Lang::tag))),
            choosing: Held::new(false),
            leaving: Held::new(None),
            saves: Held::new(false),
            spread: Held::new(false),
            shift: Held::new(false),
            room: Held::new(0),
            notice: Held::new(String::new()),
            released: Held::new(0),
            ink: Held::new(theme::ink()),
            late: std::array::from_fn(|_| Held::new(Late::Coming)),
        };
        theme::on_change(move || state.ink.set(theme::ink()));
        state
    }

    /// The state of the page, from the context.
    pub fn get() -> Self {
        expect_context()
    }

    /// Makes what carries out actions, and the run that follows the scenario; the first view does without, so both come late.
    pub fn begin(self) {
        self.hand.set_value(Some(Self::carry_out));
        self.run();
    }

    /// What follows from the scenario of the session.
    pub fn run(self) -> LiveRun {
        self.run.get_value().unwrap_or_else(|| {
            let run = LiveRun::follow(self.study, self.scenario);
            self.run.set_value(Some(run));
            run
        })
    }

    /// The catalogue of the current language.
    pub fn texts(self) -> &'static Texts {
        self.lang.get().texts()
    }

    /// What the first view says in the current language.
    pub fn first(self) -> &'static First {
        self.lang.get().first()
    }

    /// Tells a figure without ranges from the present state; tracks everything it reads.
    pub fn tell<R>(self, figure: impl FnOnce(Telling<'_>) -> R) -> R {
        self.tell_from(self.run().projected(), &List::default(), figure)
    }

    /// Tells a figure with its ranges.
    pub fn tell_ranged<R>(self, figure: impl FnOnce(Telling<'_>) -> R) -> R {
        let ranges = self.run().ranges();
        self.tell_from(self.run().projected(), &ranges, figure)
    }

    fn tell_from<R>(
        self,
        run: Arc<Projected>,
        ranges: &List<IndicatorAt, Range>,
        figure: impl FnOnce(Telling<'_>) -> R,
    ) -> R {
        figure(Telling {
            town: self.town,
            scenario: &run.scenario,
            projection: &run.projection,
            ranges,
            lang: self.lang.get(),
        })
    }

    /// Like [`State::tell`], for what is told anew only when the hand rests; tracks nothing but that and the language.
    pub fn tell_rested<R>(self, figure: impl FnOnce(Telling<'_>) -> R) -> R {
        self.tell_from(self.run().projected_at_rest(), &List::default(), figure)
    }

    /// Like [`State::tell`] while that part of the page is near the window; further away it follows when the hand rests.
    pub fn tell_near<R>(self, is_near: Held<bool>, figure: impl FnOnce(Telling<'_>) -> R) -> R {
        let run = if is_near.get() { self.run().projected() } else { self.run().projected_at_rest() };
        self.tell_from(run, &List::default(), figure)
    }

    /// A label of the catalogue in the current language.
    pub fn say(self, label: fn(&'static Texts) -> &'static str) -> Signal<String> {
        line(move || label(self.texts()))
    }

    /// A label of the first view in the current language.
    pub fn say_first(self, label: fn(&'static First) -> &'static str) -> Signal<String> {
        line(move || label(self.first()))
    }

    /// Whether a dialog is to be open, tracked.
    pub fn wants_dialog(self) -> bool {
        self.leaving.with(Option::is_some)
            || [self.saves, self.choosing, self.spread, self.shift].into_iter().any(Held::get)
    }

    /// Closes whatever dialog is open.
    pub fn close_dialogs(self) {
        self.leaving.set(None);
        [self.saves, self.choosing, self.spread, self.shift].into_iter().for_each(|it| it.set(false));
    }

    /// A button's action.
    pub fn on(self, action: Action) -> Callback<()> {
        Callback::new(move |()| self.act(action.clone()))
    }

    /// Change of a cell per year.
    pub fn change(self, cell: Cell) -> Money {
        self.scenario.get().change(cell)
    }

    /// Euros per year for a measure that is moved by itself.
    pub fn given(self, measure: MeasureAt) -> Money {
        self.scenario.get().given(measure)
    }

    /// Euros per year that a choice is moved by.
    pub fn chosen(self, choice: Choice) -> Money {
        self.scenario.get().chosen(choice)
    }

    /// Moves a choice to a change per year.
    pub fn choose(self, choice: Choice, change: Money) {
        self.act(match choice {
            Choice::Everyday(cell) => Action::MoveLever(cell, change),
            Choice::Own(at) => Action::MoveMeasure(at, change),
        });
    }

    /// Change of a goal per year.
    pub fn goal_change(self, purpose: Purpose) -> Money {
        self.town.change(&self.scenario.get(), purpose)
    }

    /// Whether a goal has a moved lever.
    pub fn is_goal_moved(self, purpose: Purpose) -> bool {
        let scenario = self.scenario.get();
        let mut given = scenario.measures.keys();
        scenario.moves.keys().any(|cell| cell.purpose == purpose)
            || given.any(|at| self.town.goal_of(*at) == Some(purpose))
    }

    /// Multiplier of a tax, if it differs from the plan.
    pub fn multiplier(self, tax: TaxAt) -> Option<f64> {
        self.scenario.get().taxes.get(&tax).copied()
    }

    /// Whether a shock is switched on.
    pub fn is_shock_on(self, shock: ShockAt) -> bool {
        self.scenario.get().shocks.contains(&shock)
    }

    /// Whether anything is moved.
    pub fn is_touched(self) -> bool {
        !self.scenario.get().is_untouched()
    }

    /// Whether something would be lost with the page: it is neither the plan nor what was last saved or opened.
    pub fn is_unsaved(self) -> bool {
        self.session.with(|session| self.kept.with(|kept| !kept.holds(session.moment())))
    }

    /// The town with this key under its name, if the page has it (Name einer Stadt).
    pub fn town_name(self, id: &str) -> String {
        let tag = self.lang.get().tag();
        let found =
            self.towns.with_value(|towns| towns.iter().find(|it| it.id == id).map(|it| it.name(tag).to_owned()));
        found.unwrap_or_else(|| id.to_owned())
    }

    /// Why something is changed; empty where nobody said.
    pub fn reason(self, it: Changed) -> String {
        self.session.with(|session| session.reason_of_thing(it).to_owned())
    }

    /// Reads the reasons for what is changed.
    pub fn with_reasons<R>(self, read: impl FnOnce(&Reasons) -> R) -> R {
        self.session.with(|session| read(session.reasons()))
    }

    /// What was moved last.
    pub fn last(self) -> Option<Touched> {
        self.session.with(Session::last)
    }

    /// Whether a lever is locked.
    pub fn is_locked(self, cell: Cell) -> bool {
        self.session.with(|session| session.is_locked(cell))
    }

    /// Whether there is a step to take back, and one to take again.
    pub fn history(self) -> (bool, bool) {
        self.session.with(|session| (session.can_undo(), session.can_redo()))
    }

    /// What spreading the rest would do.
    pub fn preview(self) -> Placement {
        self.session.with(|session| session.preview(self.town))
    }

    /// What can give money, or take some.
    pub fn pots(self, is_giving: bool) -> Vec<Pot> {
        self.session.with(|session| pots(self.town, session.scenario(), session.locks(), is_giving))
    }

    /// What moving money from one to another would do.
    pub fn shifted(self, from: Pot, to: Pot, wish: Money) -> Shifted {
        self.session.with(|session| session.shifted(self.town, from, to, wish))
    }

    /// What a goal spreads on when it is moved as a whole.
    pub fn goal_parts(self, purpose: Purpose) -> String {
        self.session.with(|session| self.tell(|it| figure::goal_parts(it, purpose, |cell| session.is_locked(cell))))
    }

    /// Carries out an action, and says what it has to say.
    pub fn act(self, action: Action) {
        if let Some(hand) = self.hand.get_value() {
            hand(self, action);
        }
    }

    /// The only writer, behind [`State::act`]: what it needs comes late, with all that can be moved.
    fn carry_out(self, action: Action) {
        let is_move = action.is_move();
        let (mut said, lang) = (None, self.lang.get_untracked());
        self.session.update(|session| {
            let notice = session.apply(self.town, action.clone());
            said = notice.map(|it| figure::noticed(self.town, it, session.locks(), &action, lang));
        });
        self.notice.set(said.unwrap_or_default());
        if !is_move {
            self.settle();
        }
    }

    /// The hand lets go and rests: the next move is a step of its own.
    pub fn settle(self) {
        self.release();
        self.run().rest();
    }

    /// The hand lets go of a key; unless it takes one again at once, it rests.
    pub fn settle_soon(self) {
        self.release();
        let released = self.released.get_untracked();
        frame::later(PAUSE, move || {
            if self.released.get_untracked() == released {
                self.settle();
            }
        });
    }

    /// What stands here at this moment, not tracked.
    pub fn moment(self) -> Moment {
        self.session.get_untracked().moment().clone()
    }

    fn release(self) {
        self.session.update(|session| {
            session.apply(self.town, Action::Settle);
        });
        self.released.update(|count| *count = count.wrapping_add(1));
        self.keep();
    }

    /// The scenario as a file under a name.
    pub fn file(self, name: &str) -> Draft {
        self.session.get_untracked().draft(self.town, name, &clock::today())
    }

    /// The equations with the scenario, for other programs.
    pub fn xmile(self) -> String {
        export(self.town, self.session.get_untracked().scenario())
    }

    /// Name of a downloaded file with this ending.
    pub fn file_name(self, ending: &str) -> String {
        format!("{}-{}-{}.{ending}", self.lang.get_untracked().first().file_name, self.town.id, clock::today())
    }

    /// Goes on with a draft from before; it is where this page begins, not a step of it.
    pub fn resume(self, fitted: &Fitted) {
        self.session.set(Session::resumed(fitted));
        self.run().rest();
    }

    /// Begins anew from the plan, with nothing to take back: all that was stored is gone.
    pub fn forget(self) {
        self.session.set(Session::default());
        self.kept.set(Kept::default());
        self.notice.set(String::new());
        self.run().rest();
        self.keep();
    }

    /// Keeps the draft for a reload, the way back and the last resort.
    fn keep(self) {
        let is_plan = self.session.get_untracked().is_plan();
        let name = self.kept.get_untracked().name;
        keeper::keep(&if is_plan { String::new() } else { self.file(&name).to_json() });
    }
}
