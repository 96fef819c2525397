/// Makes the metrics and the list of all of them from one declaration, so that none is left out.
macro_rules! metrics {
    ($($(#[$doc:meta])* $name:ident,)+) => {
        /// What is measured of fairness between generations (Maß); no single score.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Metric {
            $($(#[$doc])* $name,)+
        }

        impl Metric {
            /// All of them, in the order of the page.
            pub const ALL: [Self; [$(Self::$name),+].len()] = [$(Self::$name),+];
        }
    };
}

metrics! {
    /// G1: whether the town lives on its own money.
    OwnMeans,
    /// G2: how far the reserves reach.
    Reach,
    /// G3: whether what is there is kept up.
    Upkeep,
    /// G4: repair left undone.
    Backlog,
    /// G5: what each child inherits.
    Inheritance,
    /// G6: the ledger by year of birth.
    Ledger,
    /// G7: the CO2 account.
    Co2Account,
    /// G8: climate damage passed on.
    ClimateDamage,
    /// G9: floors of nature, the strong lens.
    Floors,
    /// G10: the share spent on the future.
    FutureShare,
    /// G11: the weak lens, in which money could replace everything.
    NetSavings,
}
