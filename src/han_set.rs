//! Sets of Han characters, made by the compiler, asked in one step; and the quickest way through a text that consists of such characters.

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

/// The character at byte `at`, an ideograph in the fewest steps.
#[inline]
pub(crate) fn character_at(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at..)? {
        [a @ 0xE4..=0xE9, b, c, ..] => ideograph(*a, *b, *c),
        _ => text.get(at..)?.chars().next(),
    }
}

/// The ideograph that is written with these bytes.
#[inline]
fn ideograph(first: u8, second: u8, third: u8) -> Option<char> {
    char::from_u32((u32::from(first) & 0x0F) << 12 | (u32::from(second) & 0x3F) << 6 | u32::from(third) & 0x3F)
}

/// The first place at or behind byte `at` where no ideograph stands, or one for which the test holds. Most of a text is stepped over here, at
/// the cost of a few steps a character.
#[inline]
pub(crate) fn past_ideographs(text: &str, mut at: usize, mut stops: impl FnMut(usize, char) -> bool) -> usize {
    while let Some([a @ 0xE4..=0xE9, b, c, ..]) = text.as_bytes().get(at..) {
        if ideograph(*a, *b, *c).is_none_or(|character| stops(at, character)) {
            break;
        }
        at += 3;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ideographs_are_passed_over() {
        let text = "今年开工，A区三期";
        let past = |at, stop: char| past_ideographs(text, at, |_, character| character == stop);
        assert_eq!((past(0, '开'), past(0, '区'), past(6, '年'), past(12, '区'), past(16, '一')), (6, 12, 12, 12, text.len()));
        assert_eq!([0, 12, 15, 16, 25].map(|at| character_at(text, at)), [Some('今'), Some('，'), Some('A'), Some('区'), None]);
        assert_eq!((past_ideographs("", 0, |_, _| false), past_ideographs("区", 3, |_, _| false)), (0, 3));
    }

    #[test]
    fn a_set_holds_its_characters_and_no_others() {
        static SET: HanSet = HanSet::of("一的在鿿");
        assert!("一的在鿿".chars().all(|character| SET.holds(character)));
        assert!(!"丁是\u{4DFF}\u{A000}a，🏭\0".chars().any(|character| SET.holds(character)));
    }
}
