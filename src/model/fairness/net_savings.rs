/// What a town puts aside in a year if everything can be replaced by everything (G11, bereinigte Nettoersparnis).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct NetSavings {
    /// Investment less depreciation, euros.
    pub net_investment: f64,
    /// Spent on education.
    pub education: f64,
    /// New debt less repayment.
    pub net_borrowing: f64,
    /// Tonnes of CO2.
    pub tonnes: f64,
}

impl NetSavings {
    /// Euros at a damage per tonne: net investment + education − new debt − tonnes · damage.
    ///
    /// After the World Bank's genuine savings. Used-up land is left out, it has no price that would be more than a guess.
    /// The weak view, for comparison only: it lets money make up for nature.
    pub fn euros(&self, damage: f64) -> f64 {
        self.net_investment + self.education - self.net_borrowing - self.tonnes * damage
    }
}

#[cfg(test)]
mod tests {
    use super::NetSavings;

    #[test]
    fn money_makes_up_for_nature_here() {
        let year = NetSavings { net_investment: 30.0, education: 10.0, net_borrowing: 25.0, tonnes: 2.0 };
        assert_eq!(year.euros(5.0), 5.0);
        assert_eq!(NetSavings { education: 20.0, ..year }.euros(10.0), year.euros(5.0), "ten euros for ten of damage");
    }
}
