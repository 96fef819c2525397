use wide::f64x4;

/// Years in which a measure gets the same euros, and in which it gets any.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    first: usize,
    /// The year after the last one.
    end: usize,
    euros: f64,
}

impl Span {
    pub fn all(euros: &[f64]) -> Vec<Self> {
        let mut end = 0;
        let spans = euros.chunk_by(|a, b| a == b).map(|run| {
            let first = end;
            end += run.len();
            Self { first, end, euros: run.first().copied().unwrap_or(0.0) }
        });
        spans.filter(|it| it.euros != 0.0).collect()
    }
}

/// How much of a measure's euros works in some years, whatever a unit costs and however long it works.
pub(super) struct AtWork {
    /// Each year with its spans.
    years: Vec<(usize, Vec<Begun>)>,
}

/// A span that has begun: for how many years it and what comes after it has.
struct Begun {
    euros: f64x4,
    first: f64x4,
    end: f64x4,
}

impl AtWork {
    pub fn of(spans: &[Span], years: Vec<usize>, starts_after: usize) -> Self {
        let since = |t: usize, year: usize| f64x4::splat((t + 1).saturating_sub(year + starts_after) as f64);
        let begun = |t: usize| {
            let begun = spans.iter().filter(move |it| it.first + starts_after <= t);
            begun.map(move |it| Begun {
                euros: f64x4::splat(it.euros),
                first: since(t, it.first),
                end: since(t, it.end),
            })
        };
        Self { years: years.into_iter().map(|t| (t, begun(t).collect())).collect() }
    }

    /// Units that work, of four members (chain.md, Things).
    ///
    /// Σ w(a) over the ages 0 … n is min(n + 1, L); what is not bought after a span is taken off again, and so nothing exactly
    /// is left once all of it is gone.
    pub fn units(&self, working: &mut [f64x4], life: f64x4, units_per_euro: f64x4) {
        for (t, begun) in &self.years {
            let euros = begun
                .iter()
                .fold(f64x4::ZERO, |sum, it| sum + it.euros * (it.first.fast_min(life) - it.end.fast_min(life)));
            working.get_mut(*t).into_iter().for_each(|it| *it = euros * units_per_euro);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Terms;

    /// Whatever the euros and however long a unit works: as summed up year by year, and exactly nothing once all is gone.
    #[test]
    fn working_units_are_those_of_the_terms() {
        let all = [
            vec![0.0, 3e5, 3e5, 3e5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
            vec![1.0, 2.0, -0.1, 0.3, 0.3, 0.0, 7.0, 7.0, 7.0, 7.0],
            vec![0.0; 10],
        ];
        for (euros, life) in all.iter().flat_map(|euros| [1.0, 2.25, 4.0, 100.0].map(|life| (euros, life))) {
            let expected = Terms { life, ..Terms::SPENT }.units(euros).working;
            let at_work = AtWork::of(&Span::all(euros), (0..euros.len()).collect(), 0);
            let mut working = vec![f64x4::ZERO; euros.len()];
            at_work.units(&mut working, f64x4::splat(life), f64x4::ONE);
            for (t, (expected, found)) in expected.iter().zip(working).enumerate() {
                let found = found.to_array()[0];
                assert!((found - expected).abs() <= 1e-12 * found.abs(), "{life}, {t}: {found} instead of {expected}");
            }
        }
    }
}
