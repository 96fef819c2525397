//! Zukunftshaushalt: the house this code lives in.
//!
//! A **pack** (a municipality's data, parsed once into a [`model::Town`]) and a **scenario** (only what was moved) go
//! into [`model::simulate`]; a [`model::Projection`] comes out; **figures** turn it into sentence, table and drawing;
//! **views** show figures and send [`scenario::Action`]s back.
//!
//! ```text
//! packs/*  ──►  pack::load  ──►  model::Town ─┐
//!                                             ├─► model::simulate ─► Projection ─► figure ─► view
//! scenario::Session  ──►  model::Scenario ────┘                                              │
//!        ▲                                                                                   │
//!        └────────────────────────────── scenario::Action ◄──────────────────────────────────┘
//! ```
//!
//! | room | what it owns | what it must not know |
//! |---|---|---|
//! | [`model`] | quantities, budget, levers, measures and their effects, fiscal rules, generations, `simulate` | everything below |
//! | [`pack`] | files of a town and of the catalogue of measures, their checks | languages, drawings, browser |
//! | [`scenario`] | actions, undo, locks, scenario files | languages, drawings, browser |
//! | [`group`] | drafts of many people: what is handed in, gathered, added up and agreed on | languages, drawings, browser |
//! | [`text`] | every word, every number format | packs, scenarios, groups, drawings, browser |
//! | [`figure`] | sentences, tables and drawings of a projection, and of a group | browser |
//! | `platform` | web-sys: storage, files, frames, canvas, theme | model, figures other than their ink |
//! | `view` | signals and components | arithmetic, web-sys |
//!
//! Two rooms are crates of their own, below `src` like the others: `money` holds amounts, exact to the cent, and knows
//! nothing; `import` reads foreign files of any form, tells what was read of them and what was not, and knows only
//! `money`. The programs in `examples/` use it; the page does not hold it.
//!
//! The page has **two doors**. The first screen (`view::opening`) asks one question; behind one door four short screens lead
//! a citizen to a card (`goals`, `choices`, `cover`, `outcome`), behind the other stand the workbench (`desk`), what is
//! behind its numbers (`behind`), drafts side by side (`compare`) and the draft as a paper for the council (`paper`); from both
//! the draft goes out as a link and a square (`share`) or, where the page was built with a collector, to the town (`send`), and
//! one that came in a link is looked at by itself (`shared`). Drafts of many people come together in the room of a group
//! (`group`), which gathers them on one device. Beside both doors lead four screens in easy German (`easy`), what is stored
//! (`stored`), the accessibility statement (`statement`) and the text that puts the page into a website (`embed`). All of them work on one session and its one run, `compare` with a run for each draft; which of them stands
//! is told by the fragment of the address (`view::screen`), so the browser's own back and forward walk them. The first screen stands in
//! `index.html` already and can be read before the module is there; all that can be moved comes in **late parts** after it,
//! six of them: one for each door, one for what is behind the numbers, one for what is made of drafts, one for the room of a
//! group and one for what stands beside all ways (`view::late`). What every visit needs of them travels as one file.
//!
//! Around the module stand scripts, because they must do without it: `boot.js` starts it and keeps the draft, `late.js` brings
//! its late parts, `outside.js` reads the address, speaks with a page that shows this one in a frame and empties a device for its
//! next visitor, `offline.js` asks for `sw.js`, which keeps the files for the time without a network. `embed.js` is for pages of others.
//!
//! Dependencies point down only; `tests/architecture` reads the `use` lines and the manifests and holds all that. The
//! feature `web` (default) carries `platform` and `view`; everything else builds and tests without it in seconds.
//!
//! What the model computes, its words, equations and sources, is told in [`model`] and in the chapters beside its parts.
//!
//! Invariants, each of them a test: `simulate` is total and deterministic; an untouched scenario changes exactly
//! nothing; explanations sum; the cohort ledger closes; parts of the budget sum to the whole, to the cent; no action
//! breaks a bound or touches a lever that was not named; a pack with a problem is refused whole.

#![warn(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

pub mod figure;
pub mod group;
pub mod model;
pub mod pack;
#[cfg(feature = "web")]
pub mod platform;
pub mod scenario;
pub mod text;
#[cfg(feature = "web")]
pub mod view;

#[cfg(feature = "web")]
mod start;
