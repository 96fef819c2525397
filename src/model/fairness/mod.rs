//! What a change means for the generations: eleven metrics, a file each, shown as a profile.
//!
//! | metric | file | metric | file |
//! |---|---|---|---|
//! | G1 own means | `own_means` | G7 CO2 account | `co2_account` |
//! | G2 reach of reserves | `reach` | G8 climate damage | `climate_damage` |
//! | G3 upkeep | `upkeep` | G9 natural floors | `floors` |
//! | G4 backlog | `backlog` | G10 share for the future | `future_share` |
//! | G5 inheritance per child | `inheritance` | G11 weak lens | `net_savings` |
//! | G6 ledger by year of birth | `cohorts`, `outlook` | all of them | `metric`, `profile` |

#![doc = include_str!("fairness.md")]

mod backlog;
mod climate_damage;
mod co2_account;
mod cohorts;
mod data;
mod floors;
mod future_share;
mod inheritance;
mod light;
mod metric;
mod net_savings;
mod outlook;
mod own_means;
mod pair;
mod profile;
mod reach;
mod upkeep;
mod wheel;

pub use backlog::{Backlog, backlog, backlog_change, backlog_of};
pub use climate_damage::{ClimateDamage, climate_damage};
pub use co2_account::{Co2Account, co2_account};
pub use cohorts::{Bearer, CohortGroup, Ledger, ledger};
pub use data::{AssetYear, FairnessData, Floor, FutureUse, Measure};
pub use floors::{floor_status, strong_status};
pub use future_share::future_share;
pub use inheritance::{Inheritance, inheritance};
pub use light::Light;
pub use metric::Metric;
pub use net_savings::NetSavings;
pub use outlook::{Component, Outlook, Part, RATES, discounted, outlook};
pub use own_means::{OwnMeans, own_means};
pub use pair::Pair;
pub use profile::{Account, FloorPath, Profile, Reaches, Savings, Upkept, profile};
pub use reach::{Reach, reach};
pub use upkeep::{Upkeep, upkeep};
pub use wheel::{About, Limit, Missing, Ring, Segment, wheel};
