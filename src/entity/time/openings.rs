//! With which characters an expression of time may begin: drawn from the tables of words, and asked once for each character of a text.
//!
//! Nearly every character of a text begins none, so that the readers are tried at few places only. What is let through here is an opening, no
//! more: the readers decide.

use super::digits::{self, is_figure};
use super::scan::{opens_text, spaces};
use super::{beside, clock, days, edges, holidays, months, quarters, sets, words, years};
use crate::cursor::Cursor;
use crate::magnitude::hedge;
use crate::numeral;
use crate::seek::any;
use crate::word_table::{Row, Words};
use once_cell::sync::Lazy;

/// Words that open an expression and stand in no table of a reader.
const OTHERS: &[&str] = &[
    "截至", "截止", "到目", "到现", "大约", "大概", "农历", "阴历", "旧历", "夏历", "将来", "过去", "未来", "今后", "往后", "最后", "大半", "每",
    "俩", "仨", "壹", "贰", "叁", "首季", "春季", "夏季", "秋季", "冬季", "星期", "礼拜", "周末",
];

/// Letters that open an expression together with one of the letters behind them: 上周, 今春, 周三, 半年.
const PAIRS: &[(&str, &str)] = &[
    ("上下", "上下一个月周星礼"),
    ("本当这今", "一个周星礼季"),
    ("今去明", "春夏秋冬"),
    ("今昨明当次", "晚早晨夜"),
    ("周", "一二三四五六日天"),
    ("后", "周星礼"),
    ("逢", "周星礼"),
    ("半几", "个年月天日周星礼小世多载分秒钟刻时昼季交工 "),
    ("Qq", "1234１２３４"),
    ("近上下前后头第闰早晨晚夜", AMOUNTS),
    ("几数", AMOUNTS),
];

/// What an amount may begin with.
const AMOUNTS: &str =
    ".0123456789０１２３４５６７８９〇零○一二两三四五六七八九十百千万亿兆廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟参幺几数半俩仨大 \u{3000}\u{a0}\t";

/// What a figure of the calendar begins with.
const FIGURES: &str = "0123456789０１２３４５６７８９〇零○一二两三四五六七八九十百千廿卅";

/// The prepositions of a beginning: what they open begins behind them.
static PREPOSITIONS: Words<&str> = Words::of(&["自从", "自打", "自", "从", "由"]);

/// The openings of all readers.
pub(crate) static OPENINGS: Lazy<Openings> = Lazy::new(Openings::new);

/// Bits for the hashes of the first characters of words.
struct Bits(Vec<u64>);

impl Bits {
    /// Over a hundred for each word.
    const COUNT: u32 = 1 << 18;

    fn new() -> Self {
        Self(vec![0; Self::COUNT as usize / 64])
    }

    fn set(&mut self, hash: u32) {
        if let Some(word) = self.0.get_mut((hash % Self::COUNT) as usize / 64) {
            *word |= 1 << (hash % 64);
        }
    }

    #[inline]
    fn is_set(&self, hash: u32) -> bool {
        self.0.get((hash % Self::COUNT) as usize / 64).is_some_and(|word| word >> (hash % 64) & 1 != 0)
    }
}

/// The hash of one more character.
#[inline]
fn with(hash: u32, c: char) -> u32 {
    (hash ^ u32::from(c)).wrapping_mul(0x9E37_79B1).rotate_left(15)
}

/// A set of openings.
pub(crate) struct Openings {
    /// First characters.
    firsts: Bits,
    /// Words of one or two characters, and the first three of longer ones.
    words: Bits,
}

impl Openings {
    fn new() -> Self {
        let mut openings = Self { firsts: Bits::new(), words: Bits::new() };
        openings.add_table(&clock::PARTS);
        openings.add_table(&days::DAY_WORDS);
        openings.add_table(&days::TEXT_DAYS);
        openings.add_table(&days::TWO_DAYS);
        openings.add_table(&edges::THIRDS);
        openings.add_table(&edges::ROOT_WORDS);
        openings.add_table(&holidays::WORDS);
        openings.add_table(&holidays::TERMS);
        openings.add_table(&months::NAMES);
        openings.add_table(&quarters::NAMES);
        openings.add_table(&sets::BY);
        openings.add_table(&beside::BESIDE);
        openings.add_table(&words::VAGUE);
        openings.add_table(&words::SPECIAL);
        openings.add_table(&years::CENTURIES);
        openings.add_table(&years::ERAS);
        openings.add_table(&years::OFFSETS);
        openings.add_table(&years::PLANS);
        openings.add_table(&years::TEXT_OFFSETS);
        openings.add_table(&years::TWO_YEARS);
        for word in OTHERS {
            openings.add(word.chars());
        }
        for word in &PREPOSITIONS {
            openings.open(word.chars());
        }
        openings.open(FIGURES.chars());
        for (hedge, ..) in &hedge::BEFORE {
            openings.open(hedge.chars().take(1));
        }
        for (firsts, seconds) in PAIRS {
            for first in firsts.chars() {
                for second in seconds.chars() {
                    openings.add([first, second].into_iter());
                }
            }
        }
        openings
    }

    /// The words of a table; one letter alone opens nothing, the pairs tell with what it does.
    fn add_table<T: Row>(&mut self, table: &'static Words<T>) {
        for row in table {
            if row.word().chars().nth(1).is_some() {
                self.add(row.word().chars());
            }
        }
    }

    fn add(&mut self, word: impl Iterator<Item = char> + Clone) {
        self.open(word.clone().take(1));
        self.words.set(word.take(3).fold(0, with));
    }

    fn open(&mut self, firsts: impl Iterator<Item = char>) {
        for first in firsts {
            self.firsts.set(first.into());
        }
    }

    /// Whether an expression may begin with a character, whatever follows.
    #[inline]
    pub(crate) fn hold(&self, first: char) -> bool {
        self.firsts.is_set(first.into())
    }

    /// Whether an expression may begin at the cursor.
    #[inline]
    pub(crate) fn begin(&self, start: Cursor<'_>, first: char) -> bool {
        let mut cursor = start;
        if matches!(first, '自' | '从' | '由') && cursor.eat_any(&PREPOSITIONS).is_some() {
            spaces(&mut cursor);
        }
        self.word(cursor.rest())
            || cursor.peek().is_some_and(|first| is_figure(first) && self.figure(cursor) || hedge::starts(first) && self.hedged(cursor))
    }

    /// Whether a hedge stands at the cursor, before what may be a length.
    fn hedged(&self, start: Cursor<'_>) -> bool {
        hedge::BEFORE.beginning(start.rest()).any(|(word, ..)| {
            let behind = Cursor::new(start.text(), start.at() + word.len());
            behind.peek().is_some_and(|next| if is_figure(next) { self.figure(behind) } else { any!(AMOUNTS).of(next) })
        })
    }

    /// Whether a word of a table may begin the text.
    #[inline]
    fn word(&self, text: &str) -> bool {
        let mut hash = 0;
        text.chars().take(3).any(|c| {
            hash = with(hash, c);
            self.words.is_set(hash)
        })
    }

    /// Whether the figure at the cursor may be one of the calendar or the clock: what stands behind it tells.
    fn figure(&self, start: Cursor<'_>) -> bool {
        let mut cursor = start;
        let lone = || opens_text(&start);
        let year = cursor.rest().bytes().take_while(u8::is_ascii_digit).count() == 4;
        let (mut points, mut spaced, mut length) = (0, false, 0);
        while let Some(c) = cursor.peek() {
            match c {
                '·' => return true,
                '.' | '．' => points += 1,
                ' ' | '\u{3000}' | '\u{a0}' => spaced = true,
                ',' | '，' => {
                    let mut group = cursor;
                    group.bump();
                    if group.peek().and_then(digits::arabic).is_none() {
                        break;
                    }
                }
                '+' | '＋' | 'k' | 'K' => {}
                '点' => break,
                c if is_figure(c) || numeral::sign(c).is_some() => {}
                _ => break,
            }
            length += 1;
            // A longer one is left to the readers.
            if length > LONGEST {
                return true;
            }
            cursor.bump();
        }
        // 2019.9.6, 2018 11 29, 20240307, 08.08
        if points > 1 || (year || lone()) && (points > 0 || spaced) || length == 8 || start.rest().starts_with('0') {
            return true;
        }
        let Some(next) = cursor.peek() else { return lone() };
        let mut behind = cursor;
        behind.bump();
        let after = behind.peek().unwrap_or(' ');
        match next {
            '个' => any!("月季周星礼小钟世工交多半来余年天昼 ").of(after),
            '/' | ':' | '：' => digits::arabic(after).is_some(),
            '、' | '和' | '及' | '与' | '或' | '，' | ',' => is_figure(after),
            '-' | '－' | '—' | '–' | '−' | '~' | '～' | '―' | '─' | '至' | '到' => {
                let joint = |c: char| any!("-－—–−~～―─ \u{3000}\u{a0}").of(c);
                behind.eat_while(joint);
                behind.peek().is_some_and(|c| is_figure(c) || numeral::sign(c).is_some() || c == '第')
            }
            '看' | '听' | '是' => lone(),
            // 2023十一: a day that is called by its figures
            _ => BEHIND_FIGURES.contains(&next) || year && (self.word(cursor.rest()) || start.rest().get(4..).is_some_and(|rest| self.word(rest))),
        }
    }
}

/// The longest figure that is looked through, in characters.
const LONGEST: usize = 24;

/// What a figure of the calendar or the clock, or a length, goes on with.
const BEHIND_FIGURES: &[char] = &[
    '年', '月', '日', '号', '天', '周', '星', '礼', '季', '世', '载', '昼', '交', '工', '点', '时', '分', '秒', '刻', '钟', '小', '半', 'H', 'h',
    'Q', 'q', 'A', 'a', 'P', 'p', '财', '会',
];

#[cfg(test)]
mod tests {
    use super::super::Policy;
    use super::super::discourse::Walk;
    use super::*;
    use proptest::prelude::*;

    /// Openings that refuse nothing.
    fn all() -> Openings {
        let full = || Bits(vec![u64::MAX; Bits::COUNT as usize / 64]);
        Openings { firsts: full(), words: full() }
    }

    static ALL: Lazy<Openings> = Lazy::new(all);

    /// Stretches that expressions are made of, in every order.
    fn text() -> impl Strategy<Value = String> {
        let part = prop_oneof![
            Just("2023"),
            Just("23"),
            Just("08"),
            Just("5"),
            Just("十一"),
            Just("两"),
            Just("几"),
            Just("半"),
            Just("年"),
            Just("月"),
            Just("日"),
            Just("号"),
            Just("季度"),
            Just("个"),
            Just("周"),
            Just("天"),
            Just("点"),
            Just("时"),
            Just("分"),
            Just("."),
            Just("-"),
            Just("/"),
            Just(":"),
            Just("·"),
            Just("、"),
            Just("，"),
            Just("至"),
            Just("到"),
            Just(" "),
            Just("万"),
            Just("亿元"),
            Just("前"),
            Just("后"),
            Just("上"),
            Just("下"),
            Just("近"),
            Just("自"),
            Just("从"),
            Just("起"),
            Just("截至"),
            Just("去年"),
            Just("今"),
            Just("春"),
            Just("节"),
            Just("第"),
            Just("每"),
            Just("同期"),
            Just("约"),
            Just("以来"),
            Just("H1"),
            Just("pm"),
            Just("中国"),
            Just("世纪"),
            Just("初"),
        ];
        proptest::collection::vec(part, 0..8).prop_map(|parts| parts.concat())
    }

    #[test]
    fn no_expression_begins_with_a_blank() {
        for openings in [&OPENINGS, &ALL] {
            let walk = Walk::new("前 23-23点", None, Policy::default()).with_openings(openings);
            assert_eq!(walk.map(|hit| hit.span).collect::<Vec<_>>(), [crate::Span::new(4, 12)]);
        }
    }

    #[test]
    fn figures_of_other_signs_go_on_behind_digits() {
        for (text, end, rule) in [("2023至万日", 13, "time.length"), ("2023十一节", 10, "time.point")] {
            let walk = Walk::new(text, None, Policy::default());
            assert_eq!(walk.map(|hit| (hit.span, hit.rule)).collect::<Vec<_>>(), [(crate::Span::new(0, end), rule)], "{text}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]
        /// Nothing that the readers read is refused before they are asked.
        #[test]
        fn no_expression_is_refused(text in text()) {
            let hits = |openings| {
                let walk = Walk::new(&text, "2023-07-15".parse().ok(), Policy::default()).with_openings(openings);
                walk.map(|hit| (hit.span, hit.rule)).collect::<Vec<_>>()
            };
            prop_assert_eq!(hits(&OPENINGS), hits(&ALL), "{}", text);
        }
    }
}
