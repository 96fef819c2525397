//! Published figures (Darstellungen): a projection and the texts become sentence, table and drawing.
//!
//! Views show what stands here and compute nothing themselves.

pub mod plot;

mod amount;
mod annex;
mod bounds;
mod change;
mod changed;
mod choice;
mod compare;
mod count;
mod cover;
mod departments;
mod draft;
mod easy;
mod echo;
mod embed;
mod evidence;
mod formulas;
mod generations;
mod goal;
mod group;
mod headline;
mod how;
mod indicator;
mod insight;
mod law;
mod ledger;
mod measure;
mod method;
mod opening;
mod outcome;
mod outgoing;
mod outputs;
mod parts;
mod pictures;
mod premises;
mod products;
mod profile;
mod range;
mod resilience;
mod row;
mod shared;
mod shift;
mod spread;
mod square;
mod steps;
mod stored;
mod summary;
mod way;
mod wheel;
mod why;
mod workbook;
mod years;

pub use amount::{Mode, read_multiplier};
pub use annex::{
    Annex, AnnexOf, BudgetKind, BudgetLine, BudgetRow, Cell, Column, Cover, Point, Reason, Section, Table, Value,
    YearCells, annex, annex_book, draft_line, foot,
};
pub use bounds::{Bound, bounds};
pub use change::{ChangeRow, OwnEffect, changes, own_effect};
pub use changed::{change_list, touched};
pub use choice::{ChoiceFigure, Chosen, cell_control, choice_control, choice_figure, chosen, units_chosen};
pub use compare::{Beside, CompareGroup, CompareRow, Comparison, Receipt, comparison};
pub use cover::{TaxOffer, also_given, cost_of_more, cover_question, other_ways, reserve_said, tax_offer};
pub use departments::{SeatRow, SeatsFigure, SpendingCell, SpendingFigure, SpendingRow, seats_figure, spending_figure};
pub use draft::{elsewhere_note, given_note, opened_said, refused_said, resumed_said, span_note};
pub use easy::{
    EasyChoice, EasyGoal, EasyNames, EasyOutcome, EasyPart, EasyTax, easy_balance, easy_choice, easy_choices,
    easy_goals, easy_opening, easy_outcome, easy_taxes,
};
pub use echo::{bought_first, reimbursed, strongest_said};
pub use embed::{Appears, Begin, Embedding, accent, begins, draft_message, snippet};
pub use evidence::evidence_said;
pub use formulas::{FormulaFigure, formulas, known_figure};
pub use generations::{CohortRow, Generations, OutlookFigure, RATE_COUNT, generations, outlook_figure, rate};
pub use goal::{goal_description, goal_name, levers_note, short_goal_name};
pub use group::{
    ConsensusFigure, GroupFigure, GroupPicture, ResponsibilityFigure, ResponsibilityRow, RoundFigure, RoundRow,
    ShareCell, StripRow, candidates, consensus_figure, deed_said, gather_report, group_picture, group_section, options,
    refused_one, responsibility_figure,
};
pub use headline::{Example, Headline, headline, million_buys};
pub use how::{How, profile_how};
pub use indicator::{Card, Counted, Whisker, indicator};
pub use insight::{Insight, insight, subject, subjects};
pub use law::{LawFigure, LawGroup, LawRow, key_figure_table, law_figure};
pub use ledger::{
    Control, LeverFigure, LineRow, Sums, TaxFigure, control, investment_note, lever_figure, sums, tax_figure,
};
pub use measure::{MeasureFigure, measure_control, measure_figure};
pub use method::{Group, ORDERS, Order, evidence, evidence_count, kind_name};
pub use opening::{GoalTile, Opening, goal_tiles, opening};
pub use outcome::{Outcome, OutcomeRow, outcome};
pub use outgoing::{Outgoing, outgoing};
pub use outputs::{Bought, BoughtUnits, bought_of, bought_order};
pub use parts::goal_parts;
pub use pictures::{Picture, paper_ink, picture, picture_svg, pictures};
pub use products::{
    FlowFigure, FlowRow, Followed, FollowedFigure, FollowedRow, ProductsFigure, ProductsTable, flow_figure,
    followed_figure, group_uses, products_figure, products_table,
};
pub use profile::{FloorRow, ProfileFigure, ProfileRow, profile_figure};
pub use range::{Certainty, certainty};
pub use resilience::{
    Pair, ResilienceFigure, ResilienceRow, ShockFigure, resilience_figure, shock_figures, shocks_on, shocks_struck,
};
pub use row::{Kind, Row};
pub use shared::{linked_said, misread_said};
pub use shift::{PotFigure, ShiftFigure, pot_figures, shift_figure};
pub use spread::{SpreadFigure, noticed, spread_figure};
pub use square::{Square, square};
pub use steps::Step;
pub use stored::stored_row;
pub use summary::{
    Change, Meter, effects_sentence, marked, meter, movable_share, moved_count, order, silence, strongest,
};
pub use way::WayStep;
pub use wheel::{WheelBar, WheelFigure, WheelRow, wheel_figure};
pub use why::{Bar, Why, WhyRow, why};
pub use workbook::{Book, BookCell, BookSheet, workbook};
pub use years::{Span, changeable_years, span};

use crate::model::ensemble::Range;
use crate::model::{IndicatorAt, List, Projection, Scenario, Town};
use crate::text::{self, Lang, Texts};

/// What every figure needs (Vorlage): the town, what was moved, what follows, and the language.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// The town.
    pub town: &'a Town,
    /// What was moved.
    pub scenario: &'a Scenario,
    /// What follows.
    pub projection: &'a Projection,
    /// How sure it is, per indicator; empty until it is computed.
    pub ranges: &'a List<IndicatorAt, Range>,
    /// Language.
    pub lang: Lang,
}

impl Telling<'_> {
    /// The catalogue of the language.
    pub fn texts(&self) -> &'static Texts {
        self.lang.texts()
    }

    /// Two ends of a range; one where both read the same.
    fn between(&self, low: String, high: String) -> String {
        if low == high { low } else { (self.texts().from_to)(&low, &high) }
    }

    /// A change with its sign; what is not nothing never reads as if it were.
    fn change(&self, change: f64, digits: usize) -> String {
        let said = text::signed(change, digits, self.lang);
        if change != 0.0 && said == "±0" { self.texts().nearly_none.to_owned() } else { said }
    }
}
