//! The model: pure rules, no browser, no clock, no locale (Rechenkern).
//!
//! Words of the field, with the German term that owns them:
//! fiscal year (Haushaltsjahr) · product group (Produktgruppe) · revenue and expense (Ertrag, Aufwand) · receipt and
//! payment (Einzahlung, Auszahlung), never mixed with the former · result (Jahresergebnis) · multiplier (Hebesatz) ·
//! base amount (Messbetrag) · trade tax levy (Gewerbesteuerumlage) · equalisation reserve (Ausgleichsrücklage) ·
//! general reserve (allgemeine Rücklage) · consolidation plan (Haushaltssicherungskonzept) · field of action
//! (Handlungsfeld) · lever (Stellschraube) · reimbursement share (Erstattungsquote) · indicator (Kennzahl) · output
//! (Leistung) · measure (Maßnahme) · department (Dezernat) ·
//! shock (Krise) · key figure (NKF-Kennzahl) · backlog (Sanierungsstau) · cohort (Geburtsjahrgang) · inheritance per child (Erbe je Kind).

#![doc = include_str!("model.md")]

pub mod chain;
pub mod ensemble;
pub mod fairness;
pub mod fiscal;
pub mod forecast;
pub mod plan_rows;
pub mod xmile;

mod booked;
mod budget;
mod choice;
mod departments;
mod evidence;
mod indicator;
mod later;
mod lever;
mod list;
mod measure;
mod population;
mod products;
mod provenance;
mod purchase;
mod quantile;
mod quantity;
mod rooms;
mod run;
mod scenario;
mod simulate;
mod spending;
mod study;
mod tax;
mod town;
mod units;

pub use booked::Booked;
pub use budget::{Budget, BudgetLine, GroupInvestment, InvestmentYear, Mismatch, PastYear, YearKind};
pub use choice::Choice;
pub use departments::{Department, DepartmentLine, Departments};
pub use evidence::Finding;
pub use indicator::{Count, CountBase, Direction, Indicator, Measured, Scale, Target, TargetKind};
pub use later::{Apart, InEnglish, LATER_PARTS, Note, apart};
pub use lever::{Block, Confidence, LegalClass, Lever, LeverKind, LeverLine, Purpose, Room};
pub use list::{At, DepartmentAt, FieldAt, IndicatorAt, LeverAt, LineAt, List, MeasureAt, ShockAt, SourceAt, TaxAt};
pub use measure::{Chain, CountLink, LeftOut, Measure, OwnNumber, OwnNumberOf, Stock, UnitEffect};
#[doc(inline)]
pub use money::Money;
pub use population::Population;
pub use products::{AreaSeat, AreaStreams, GroupStreams, Stream, largest_first, moved_areas, products};
pub use provenance::{Basis, Bilingual, Grade, Origin, Seen, Source, Sourced};
pub use purchase::Purchase;
pub use quantity::{Ages, Decimal, Share, Year};
pub use run::{Projected, Run};
pub use scenario::{Cell, Move, Scenario};
pub use simulate::{FiscalYear, Moved, Projection, euros, fiscal_years, simulate, simulate_with};
pub use spending::{Moving, Spending, moving, spending};
pub use study::Study;
pub use tax::{Dispute, Tax, TaxKind};
pub use town::{Assumption, Field, Finance, PlanYear, ReserveYear, Town};
pub use units::{MeasureKind, Terms, Units};
