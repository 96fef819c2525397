use rand_distr::{Distribution, StandardNormal};
use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::{Rng, SeedableRng};

use super::{Draws, Equations};

/// The same seed everywhere: the same scenario always shows the same range.
const SEED: u64 = 2030;

impl Draws {
    /// What the members of a town's equations differ in, drawn once; measures first, noise last.
    ///
    /// The noise of a year is shared by all indicators. Nothing that is shown compares the noise of two of them, and a
    /// thousand numbers a year wait for nobody, where forty thousand would.
    pub fn of(equations: &Equations, members: usize) -> Self {
        let mut random = Pcg64Mcg::seed_from_u64(SEED);
        let mut normal = || -> Vec<f64> { (0..members).map(|_| StandardNormal.sample(&mut random)).collect() };
        let costs = equations.measures.iter().map(|_| normal()).collect();
        let lives = equations.measures.iter().map(|_| normal()).collect();
        let effects = equations.effects.iter().map(|_| normal()).collect();
        let delays = equations.effects.iter().map(|_| normal()).collect();
        let links = equations.links.iter().map(|_| normal()).collect();
        let steps: Vec<Vec<f64>> = (1..equations.years).map(|_| normal()).collect();
        // A number from zero to below one with 53 random bits.
        let mut uniform =
            || -> Vec<f64> { (0..members).map(|_| (random.next_u64() >> 11) as f64 / (1_u64 << 53) as f64).collect() };
        Self {
            members,
            costs,
            lives,
            effects,
            delays,
            links,
            effect_zeros: equations.effects.iter().map(|_| uniform()).collect(),
            link_zeros: equations.links.iter().map(|_| uniform()).collect(),
            noise: equations.subjects.iter().map(|_| steps.clone()).collect(),
        }
    }
}
