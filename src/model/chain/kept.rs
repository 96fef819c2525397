/// The years whose counts are kept: all of an indicator that hands something on, else those that are looked at.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Kept {
    pub years: Vec<usize>,
    /// Years since the one before, itself included.
    pub gaps: Vec<usize>,
}

impl Kept {
    /// Years in rising order, each once.
    pub fn of(years: Vec<usize>) -> Self {
        let next = years.iter().map(|t| t + 1);
        let before = std::iter::once(0).chain(next.clone());
        Self { gaps: next.zip(before).map(|(next, before)| next - before).collect(), years }
    }

    pub fn place(&self, t: usize) -> Option<usize> {
        self.years.binary_search(&t).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_kept_with_the_gaps_between_them() {
        let kept = Kept::of(vec![0, 1, 4, 9]);
        assert_eq!(kept.gaps, [1, 1, 3, 5]);
        assert_eq!((kept.place(4), kept.place(5)), (Some(2), None));
        assert_eq!(Kept::of(vec![3]).gaps, [4]);
    }
}
