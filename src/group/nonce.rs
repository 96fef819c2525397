use xxhash_rust::const_xxh64::xxh64;

/// What tells a submission apart from all others (Einmalkennung): random letters, made anew for each one. It names what was
/// handed in, never who did.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Nonce(String);

/// Letters of the short one that travels behind a code.
const SHORT: usize = 10;

/// Letters that a short one is made of: none that looks like another when it is read aloud or typed.
const LETTERS: &[u8; 32] = b"23456789abcdefghijkmnpqrstuvwxyz";

/// Most letters of any.
const MOST: usize = 36;

/// Where a UUID has its dashes.
const DASHES: [usize; 4] = [8, 13, 18, 23];

impl Nonce {
    /// A UUID of version 4 of random bits.
    ///
    /// ```
    /// use zukunftshaushalt::group::Nonce;
    ///
    /// assert_eq!(Nonce::v4([0xff; 16]).as_str(), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    /// ```
    pub fn v4(random: [u8; 16]) -> Self {
        Self::uuid(random, 4)
    }

    /// A short one of random bits, for a link that a camera reads.
    pub fn short(random: [u8; 16]) -> Self {
        let letter = |it: &u8| LETTERS.get(usize::from(*it) % LETTERS.len()).map(|it| char::from(*it));
        Self(random.iter().take(SHORT).filter_map(letter).collect())
    }

    /// A short one that the same code has again as long as the seed is the same, which is random and nobody else's.
    pub fn of_code(seed: &str, code: &str) -> Self {
        Self::short(sum(&format!("{seed} {code}")))
    }

    /// The one of what was handed in without any: a checksum of its text, so that the same text counts once. A UUID of
    /// version 8, which no random one is.
    pub fn of_text(text: &str) -> Self {
        Self::uuid(sum(text.trim()), 8)
    }

    fn uuid(mut bits: [u8; 16], version: u8) -> Self {
        if let Some(it) = bits.get_mut(6) {
            *it = *it & 0x0f | version << 4;
        }
        if let Some(it) = bits.get_mut(8) {
            *it = *it & 0x3f | 0x80;
        }
        let mut text = String::new();
        for byte in bits {
            if DASHES.contains(&text.len()) {
                text.push('-');
            }
            text.push_str(&format!("{byte:02x}"));
        }
        Self(text)
    }

    /// Reads one; none if it is no such thing.
    pub fn read(text: &str) -> Option<Self> {
        let is_sound = |it: char| it.is_ascii_alphanumeric() || it == '-';
        let is_one = (4..=MOST).contains(&text.len()) && text.chars().all(is_sound);
        is_one.then(|| Self(text.to_owned()))
    }

    /// Whether it is a UUID, of whatever version.
    pub fn is_uuid(&self) -> bool {
        let is_placed = |(at, it): (usize, char)| if DASHES.contains(&at) { it == '-' } else { it.is_ascii_hexdigit() };
        self.0.len() == MOST && self.0.char_indices().all(is_placed)
    }

    /// Whether it is the checksum of a text that bore none.
    pub fn is_checksum(&self) -> bool {
        self.is_uuid() && self.0.get(14..15) == Some("8")
    }

    /// Its letters.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A checksum of a text.
fn sum(text: &str) -> [u8; 16] {
    let [one, two] = [0, 1].map(|seed| xxh64(text.as_bytes(), seed).to_be_bytes());
    let mut sum = [0; 16];
    sum.iter_mut().zip(one.into_iter().chain(two)).for_each(|(to, from)| *to = from);
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_told_apart_and_reads_back() {
        let all = [Nonce::v4([7; 16]), Nonce::short([200; 16]), Nonce::of_text("a"), Nonce::of_text("b")];
        for one in &all {
            assert_eq!(Nonce::read(one.as_str()).as_ref(), Some(one));
            assert_eq!(all.iter().filter(|it| *it == one).count(), 1);
        }
        assert_eq!(all.iter().map(Nonce::is_uuid).collect::<Vec<_>>(), [true, false, true, true]);
        assert_eq!(all[2].as_str().as_bytes()[14], b'8');
        assert_eq!(Nonce::of_text(" a\n"), Nonce::of_text("a"), "blanks around a text are none of it");
        assert_eq!(all[1].as_str().len(), SHORT);
        let of_code = [("1", "a"), ("1", "b"), ("2", "a")].map(|(seed, code)| Nonce::of_code(seed, code));
        assert_eq!(of_code[0], Nonce::of_code("1", "a"));
        assert!(of_code[0] != of_code[1] && of_code[0] != of_code[2]);
    }

    #[test]
    fn what_is_none_is_refused() {
        for text in ["", "abc", "a b c d", "<script>", "ä".repeat(5).as_str(), "a".repeat(37).as_str()] {
            assert_eq!(Nonce::read(text), None, "{text}");
        }
    }
}
