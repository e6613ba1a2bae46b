//! Pinyin that a scraper put in parentheses behind characters: 經(jīng)濟(jì).

use super::tables::{bytes, gbk, is_read, is_syllable};

/// The longest syllable has six letters (zhuāng).
const LONGEST: usize = 6;

/// A syllable and the closing parenthesis behind it.
pub(super) struct Syllable {
    /// In lower case, in the letters of the table.
    pub(super) letters: String,
    /// Whether it bears a tone.
    pub(super) toned: bool,
    /// Behind the parenthesis.
    pub(super) end: usize,
}

/// Reads `jīng)` or `jīng )` at a byte of the text.
pub(super) fn syllable(text: &str, at: usize) -> Option<Syllable> {
    let rest = text.get(at..)?;
    let mut letters = String::new();
    let mut toned = false;
    for (count, (offset, character)) in rest.char_indices().enumerate() {
        match character {
            // GBK has the script forms of a and g for pinyin.
            'ɑ' => letters.push('a'),
            'ɡ' => letters.push('g'),
            'a'..='z' | 'ü' | 'ê' => letters.push(character),
            'à'..='ü' | 'ā'..='ū' | 'ǎ'..='ǹ' | 'ḿ' | 'ế' | 'ề' => {
                toned = true;
                letters.push(character);
            }
            // Some scrapers leave a space behind the syllable.
            ' ' if count > 0 && rest.get(offset + 1..).is_some_and(|rest| rest.starts_with([')', '）'])) => {}
            ')' | '）' if count > 0 && is_syllable(&letters) => {
                return Some(Syllable { letters, toned, end: at + offset + character.len_utf8() });
            }
            _ => return None,
        }
        if count > LONGEST {
            return None;
        }
    }
    None
}

/// Reads `(jīng)` at a byte of the text.
pub(super) fn parenthesis(text: &str, at: usize) -> Option<Syllable> {
    let open = text.get(at..)?.chars().next().filter(|open| matches!(open, '(' | '（'))?;
    syllable(text, at + open.len_utf8())
}

/// Whether a text is full of glosses: three of them at least bear a tone and are readings of what stands before them, or eight without tones.
pub(super) fn is_glossed(text: &str) -> bool {
    let mut plain = 0;
    let mut toned = 0;
    text.match_indices(['(', '（']).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        if let Some(syllable) = before.and_then(|before| parenthesis(text, at).filter(|syllable| is_read(before, &syllable.letters))) {
            *if syllable.toned { &mut toned } else { &mut plain } += 1;
        }
        toned >= 3 || plain >= 8
    })
}

/// Whether the syllable is noise behind `character`, with `before` in front of that. `glossed` tells whether the text is full of glosses.
///
/// - Behind an ideograph it must be one of its readings; one without a tone (們(men)) counts only in a text full of glosses.
/// - The scraper looked for GBK codes without knowing where a character starts: behind 村e it saw E5 65 = 錯 and wrote (cuò). So a letter carries
///   the reading of the character that it makes with the last byte of the one before.
pub(super) fn is_noise(before: Option<char>, character: char, syllable: &Syllable, glossed: impl FnOnce() -> bool) -> bool {
    if character.is_ascii() {
        let seen = || before.and_then(bytes).and_then(|(_, trail)| gbk(trail, u8::try_from(character).ok()?));
        return syllable.toned && character.is_ascii_alphabetic() && (seen().is_some_and(|seen| is_read(seen, &syllable.letters)) || glossed());
    }
    is_read(character, &syllable.letters) && (syllable.toned || glossed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_syllable_in_parentheses() {
        let read = |text: &str| parenthesis(text, 0).map(|syllable| (syllable.letters, syllable.toned, syllable.end));
        assert_eq!(read("(jīng)濟"), Some(("jīng".into(), true, 7)));
        assert_eq!(read("（lǜ）"), Some(("lǜ".into(), true, 9)));
        assert_eq!(read("(ɡuó)"), Some(("guó".into(), true, 7)));
        assert_eq!(read("(huì )責"), Some(("huì".into(), true, 7)));
        assert_eq!(read("(men)"), Some(("men".into(), false, 5)));
        for other in ["(lan wan)", "(苏州)", "(CBD)", "()", "( jīng)", "(jīng  )", "(jīng", "(jīngjì)", "(xyz)", "jīng)", ""] {
            assert_eq!(read(other), None, "{other}");
        }
    }

    #[test]
    fn only_a_reading_of_the_character_before_is_noise() {
        let noise = |before: Option<char>, character, text: &str, glossed| is_noise(before, character, &parenthesis(text, 0).unwrap(), || glossed);
        assert!(noise(None, '經', "(jīng)", false));
        assert!(!noise(None, '經', "(jì)", true));
        assert!(!noise(None, '們', "(men)", false));
        assert!(noise(None, '們', "(men)", true));
        assert!(noise(Some('村'), 'e', "(cuò)", false));
        assert!(!noise(Some('村'), 'e', "(jì)", false));
    }
}
