//! The page (Ansicht): shows figures, sends actions back, computes nothing.
//!
//! **`view!` or a builder of `parts`?** `view!` where something listens, has an attribute that follows the state, or is
//! a component; `el`, `paragraph`, `table`, `all` where plain elements and texts stand in each other. `view!` makes a
//! type of its own for every shape, a builder has one for all: five plain elements of one row (`outputs.rs`) written
//! with `view!` made the page 590 bytes larger (brotli, November 2026).
//!
//! **Hidden types.** Values are shared behind one type (`held`) and components hide theirs (`erase_components` in
//! `.cargo/config.toml`); without the second the program is a third larger. What a generic function does after its
//! types are hidden stands in a function of its own (`boxed_…`), which is compiled once. Whether the compiler puts that
//! into its callers is left to it: forbidding it in 34 places saved 0.7 kB of 409.
//!
//! **First or late?** Three files. With the first view comes what the first screen needs, and no more: the town, the frame
//! of the page, the words of `text::First`. The session, the run and the short path follow once it has been painted
//! (`late::Rest`), the workbench and the dialogs when somebody goes there (`late::Desk`). A file holds whatever only its
//! ways reach; what two share is a further one, which the tools of the build make. A new part gets there in two lines: a
//! field in `late::Rest` or `late::Desk` with the function that makes it, filled in `rest`; where it belongs stands
//! `late::part(state, &FILE, |it| (it.name)())`, and nothing else may name that function. Until the file is there the place
//! says so, and if it does not come it offers to load it again. Code that the first view reaches on another way stays with
//! it, silently (`Lang::texts`, `State::run` above all): the sizes that `cargo xtask build` prints tell.

mod app;
mod around;
mod assumptions;
mod behind;
mod cards;
mod changes;
mod chart;
mod choices;
mod compare;
mod control;
mod cover;
mod departments;
mod desk;
mod dialog;
mod easy;
mod embed;
mod explain;
mod generations;
mod goals;
mod group;
mod header;
mod held;
mod icon;
mod late;
mod law;
mod learn;
mod leaving;
mod ledger;
mod lever;
mod meter;
mod method;
mod model_file;
mod notes;
mod notice;
mod opening;
mod outcome;
mod outputs;
mod paper;
mod parts;
mod passage;
mod pictures;
mod products;
mod profile;
mod repeat;
mod resilience;
mod rest;
mod run;
mod saves;
mod screen;
mod send;
mod share;
mod shared;
mod shelf;
mod shift;
mod source;
mod speech;
mod spread;
mod state;
mod statement;
mod steps;
mod stored;
mod taxes;
mod towns;
mod values;
mod way;
mod wheel;
mod why;
mod workbook;

pub use app::mount;
