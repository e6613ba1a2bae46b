//! Sets of Han characters, made by the compiler, asked in one step.

/// The block of unified ideographs, U+4E00 to U+9FFF: news is written with them.
const FIRST: u32 = 0x4E00;
const COUNT: usize = 0x5200;

/// A set of characters of the block of unified ideographs, one bit for each.
pub(crate) struct HanSet {
    bits: [u64; COUNT / 64],
}

impl HanSet {
    /// The characters of a text, which has no others in it.
    pub(crate) const fn of(characters: &str) -> Self {
        let mut bits = [0; COUNT / 64];
        let mut rest = characters.as_bytes();
        while let [a, b, c, others @ ..] = rest {
            let character = ((*a as u32 & 0x0F) << 12) | ((*b as u32 & 0x3F) << 6) | (*c as u32 & 0x3F);
            assert!(*a & 0xF0 == 0xE0 && character >= FIRST && character < FIRST + COUNT as u32, "no Han character");
            let (_, word) = bits.split_at_mut((character - FIRST) as usize / 64);
            if let [word, ..] = word {
                *word |= 1 << ((character - FIRST) % 64);
            }
            rest = others;
        }
        assert!(rest.is_empty(), "no Han character");
        Self { bits }
    }

    /// Whether the character is one of the set.
    #[inline]
    pub(crate) fn holds(&self, character: char) -> bool {
        let at = (character as u32).wrapping_sub(FIRST);
        self.bits.get(at as usize / 64).is_some_and(|word| word >> (at % 64) & 1 != 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_its_characters_and_no_others() {
        static SET: HanSet = HanSet::of("一的在鿿");
        assert!("一的在鿿".chars().all(|character| SET.holds(character)));
        assert!(!"丁是\u{4DFF}\u{A000}a，🏭\0".chars().any(|character| SET.holds(character)));
    }
}
