//! Traditional to simplified characters, word by word, and look-alikes to the characters they look like.

use super::tables::LIKELIHOOD;
use crate::seek::any;
use once_cell::sync::Lazy;
use std::ops::RangeInclusive;

/// Simplified in every text.
pub(super) const SURE: u8 = 1;
/// Simplified only in traditional text (乾, 著, 昇), or read by the phrase it stands in (沈沒).
pub(super) const DOUBTFUL: u8 = 2;
/// So rare in news that it may be half of two other characters.
pub(super) const RARE: u8 = 4;
/// A full-width opening parenthesis, a sign that a page's damage begins with, or a character that is written for its likeness.
pub(super) const SIGN: u8 = 8;

/// A character costs more than this if it is rare, in sixteenths of a natural logarithm: one in 160,000.
const RARE_FROM: i32 = 12 * 16;

/// Financial numerals stand in rows (壹仟捌佰肆拾) and are rare anywhere else: no sign of damage.
const FINANCIAL: &str = "壹贰叁参肆伍陆柒捌玖拾佰仟圆";

/// What half of two other characters may be, beside signs.
const HALVES: [RangeInclusive<char>; 4] = ['\u{370}'..='\u{451}', '\u{2500}'..='\u{25FF}', '\u{3041}'..='\u{9FFF}', '\u{E000}'..='\u{E765}'];

/// A phrase, where in it (in bytes) the character stands that it decides on, and what that is read as.
struct Phrase {
    pivot: char,
    words: &'static str,
    offset: usize,
    reading: char,
}

pub(super) struct Script {
    classes: Vec<u8>,
    /// The simplified character of every character of the basic plane, itself where it is one.
    simplified: Vec<u16>,
    /// Sorted by pivot; of one pivot the longest first, of two as long the one that begins with it (一批覆盖 is no 批覆).
    phrases: Vec<Phrase>,
}

pub(super) static SCRIPT: Lazy<Script> = Lazy::new(Script::load);

impl Script {
    fn load() -> Self {
        let mut script = Self { classes: vec![0; 0x1_0000], simplified: (0..=u16::MAX).collect(), phrases: Vec::new() };
        let mut lines = include_str!("tables/script.txt").lines();
        for class in [SURE, DOUBTFUL] {
            let mut pairs = lines.next().unwrap_or_default().chars();
            while let (Some(traditional), Some(simplified)) = (pairs.next(), pairs.next()) {
                script.mark(traditional, class);
                if let (Some(slot), Ok(simplified)) = (script.simplified.get_mut(traditional as usize), u16::try_from(u32::from(simplified))) {
                    *slot = simplified;
                }
            }
        }
        let phrases: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once('\t')).collect();
        // First the characters that some phrase reads otherwise, then every phrase around one: those that keep it count too.
        for (words, reading) in &phrases {
            for (pivot, reading) in words.chars().zip(reading.chars()) {
                if script.fold(pivot) != reading {
                    script.mark(pivot, DOUBTFUL);
                }
            }
        }
        for (words, reading) in phrases {
            for ((offset, pivot), reading) in words.char_indices().zip(reading.chars()) {
                if script.class(pivot) & DOUBTFUL != 0 {
                    script.phrases.push(Phrase { pivot, words, offset, reading });
                }
            }
        }
        script.phrases.sort_by_key(|phrase| (phrase.pivot, usize::MAX - phrase.words.len(), phrase.offset));
        // A full-width letter or sign that stands alone; those that news is full of are no sign of anything.
        for wide in ('\u{FF01}'..='\u{FF5E}').filter(|wide| !"！，：；？（）％－～．／＋".contains(*wide)) {
            script.mark(wide, RARE);
        }
        for half in HALVES.into_iter().flatten() {
            let simple = script.fold(half);
            if LIKELIHOOD.alone(simple) > RARE_FROM && !any!(FINANCIAL).of(simple) {
                script.mark(half, RARE);
            }
        }
        // 己, 多 and 陜 are written for 已, 分 and 陕.
        for sign in ['（', '！', '？', '\u{FFFD}', '己', '多', '陜'] {
            script.mark(sign, SIGN);
        }
        script
    }

    fn mark(&mut self, character: char, class: u8) {
        if let Some(slot) = self.classes.get_mut(character as usize) {
            *slot |= class;
        }
    }

    /// What is to be looked at in this character.
    pub(super) fn class(&self, character: char) -> u8 {
        self.classes.get(character as usize).copied().unwrap_or(0)
    }

    /// The same by code point.
    pub(super) fn class_of(&self, code: usize) -> u8 {
        self.classes.get(code).copied().unwrap_or(0)
    }

    /// The simplified form of one character, whatever stands around it.
    pub(super) fn fold(&self, character: char) -> char {
        let simple = self.simplified.get(character as usize).and_then(|unit| char::from_u32(u32::from(*unit)));
        simple.unwrap_or(character)
    }

    /// What a phrase around the character at byte `at` reads it as.
    fn by_phrase(&self, text: &str, at: usize, pivot: char) -> Option<char> {
        let start = self.phrases.partition_point(|phrase| phrase.pivot < pivot);
        let phrases = self.phrases.get(start..)?.iter().take_while(|phrase| phrase.pivot == pivot);
        phrases
            .filter(|phrase| at.checked_sub(phrase.offset).and_then(|start| text.get(start..)).is_some_and(|text| text.starts_with(phrase.words)))
            .map(|phrase| phrase.reading)
            .next()
    }

    /// The simplified text, as long as the text, and where the two differ; nothing if they do not.
    pub(super) fn simplify(&self, text: &str) -> Option<(String, Vec<(usize, char)>)> {
        let mut changes = Vec::new();
        let (mut line, mut traditional) = (0..0, false);
        for (at, character) in text.char_indices() {
            let class = self.class(character);
            if class & (SURE | DOUBTFUL) == 0 {
                continue;
            }
            let mut reading = self.fold(character);
            if class & DOUBTFUL != 0 {
                match self.by_phrase(text, at, character) {
                    Some(phrase) => reading = phrase,
                    None if class & SURE != 0 => {}
                    None => {
                        if !line.contains(&at) {
                            line = line_around(text, at);
                            traditional = self.is_traditional(text.get(line.clone()).unwrap_or_default());
                        }
                        if !traditional {
                            continue;
                        }
                    }
                }
            }
            if reading != character {
                changes.push((at, reading));
            }
        }
        if changes.is_empty() {
            return None;
        }
        let mut simplified = String::with_capacity(text.len());
        let mut from = 0;
        for (at, reading) in &changes {
            simplified.push_str(text.get(from..*at).unwrap_or_default());
            simplified.push(*reading);
            from = at + reading.len_utf8();
        }
        simplified.push_str(text.get(from..).unwrap_or_default());
        Some((simplified, changes))
    }

    /// Whether a line is written in traditional characters: a fifteenth of its ideographs at least are such beyond doubt.
    fn is_traditional(&self, line: &str) -> bool {
        let (mut ideographs, mut sure) = (0, 0);
        for character in line.chars().filter(|character| ('\u{2E80}'..='\u{FAFF}').contains(character)) {
            ideographs += 1;
            sure += usize::from(self.class(character) & SURE != 0);
        }
        sure > 0 && sure * 15 >= ideographs
    }
}

/// The line that byte `at` stands in.
pub(super) fn line_around(text: &str, at: usize) -> std::ops::Range<usize> {
    let start = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    let end = text.get(at..).and_then(|behind| behind.find('\n')).map_or(text.len(), |length| at + length);
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn simple(text: &str) -> String {
        SCRIPT.simplify(text).map_or_else(|| text.to_owned(), |(text, _)| text)
    }

    #[test]
    fn simplified_text_is_left_alone() {
        for text in [
            "昇腾算力基地",
            "旭昇集团",
            "著名企业显著增长",
            "大阪市",
            "覆盖乾县",
            "一批覆盖全县的双重覆盖网",
            "瞭望塔",
            "于都县",
            "台州市",
            "慰藉",
            "沈阳",
        ] {
            assert_eq!(simple(text), text);
        }
    }

    #[test]
    fn traditional_text_is_simplified_word_by_word() {
        for (text, want) in [
            ("臨江經濟開發區位於長江北岸", "临江经济开发区位于长江北岸"),
            ("驅動著產業發展,成效顯著", "驱动着产业发展,成效显著"),
            ("乾隆年間的乾旱與乾縣", "乾隆年间的干旱与乾县"),
            ("簽約项目", "签约项目"),
            ("臺州與台州", "台州与台州"),
            ("瞭解計畫", "了解计划"),
            ("錢鍾書", "钱锺书"),
            ("項目裡程碑,製造業", "项目里程碑,制造业"),
            ("\u{2ED3}安区、\u{2F00}期", "长安区、一期"),
        ] {
            assert_eq!(simple(text), want);
        }
    }

    #[test]
    fn every_fold_keeps_the_length() {
        for code in 0..=0xFFFF {
            if let Some(character) = char::from_u32(code) {
                assert_eq!(SCRIPT.fold(character).len_utf8(), character.len_utf8(), "{character}");
            }
        }
    }
}
