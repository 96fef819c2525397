//! The page (Ansicht): shows figures, sends actions back, computes nothing.

mod app;
mod assumptions;
mod cards;
mod chart;
mod control;
mod departments;
mod dialog;
mod generations;
mod header;
mod held;
mod icon;
mod law;
mod leaving;
mod ledger;
mod lever;
mod meter;
mod method;
mod model_file;
mod outputs;
mod parts;
mod profile;
mod resilience;
mod run;
mod saves;
mod shelf;
mod source;
mod spread;
mod state;
mod taxes;
mod towns;
mod way;
mod why;

pub use app::mount;
