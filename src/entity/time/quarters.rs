//! Reads the parts of a year that are longer than a month: 上半年, 一季度, 秋季.

use super::digits::{self, whole};
use super::grammar::Step;
use super::scan::{at_edge, eat_if, spaces};
use crate::cursor::Cursor;
use crate::word_table::{Words, words};

/// Halves and quarters by name.
pub(crate) static NAMES: Words<(&str, Step)> = Words::of_pairs(&[
    ("上半年", Step::Half(1)),
    ("前半年", Step::Half(1)),
    ("下半年", Step::Half(2)),
    ("后半年", Step::Half(2)),
    ("上个半年", Step::HalfOffset(-1)),
    ("下个半年", Step::HalfOffset(1)),
    ("上季度", Step::QuarterOffset(-1)),
    ("上季", Step::QuarterOffset(-1)),
    ("上一季度", Step::QuarterOffset(-1)),
    ("上个季度", Step::QuarterOffset(-1)),
    ("上一个季度", Step::QuarterOffset(-1)),
    ("下季度", Step::QuarterOffset(1)),
    ("下一季度", Step::QuarterOffset(1)),
    ("下个季度", Step::QuarterOffset(1)),
    ("下一个季度", Step::QuarterOffset(1)),
]);

/// 上半年, 前半年, 一季度, 第一季度, 首季, 1季度, 本季度.
pub(crate) fn half_or_quarter(cursor: &mut Cursor<'_>, first: char, previous: Option<Step>) -> Option<Step> {
    match first {
        '上' | '下' | '前' | '后' => {
            let (word, step) = NAMES.beginning(cursor.rest()).next()?;
            // 上季末; 上季 alone may be a season of sports
            eat_if(cursor, word, |rest| *word != "上季" || rest.starts_with(['末', '底', '初'])).then_some(*step)
        }
        '本' | '当' | '这' => cursor.eat_any(words!["本季度", "当季度", "这个季度", "这一季度", "当季"]).map(|_| Step::QuarterOffset(0)),
        '首' => cursor.eat_any(words!["首季度", "首季"]).map(|_| Step::Quarter(1)),
        'Q' | 'q' => {
            let mut ahead = *cursor;
            ahead.bump();
            let quarter = single(&mut ahead, 4)?;
            if ahead.peek().is_some_and(char::is_alphanumeric) && digits::arabic(ahead.peek()?).is_some() {
                return None;
            }
            (!cursor.before().is_some_and(|c| c.is_ascii_alphabetic())).then(|| *cursor = ahead)?;
            Some(Step::Quarter(quarter))
        }
        _ => {
            let mut ahead = *cursor;
            ahead.eat("第");
            let figure = whole(&mut ahead).filter(|w| (1..=4).contains(&w.value) && w.length == 1)?;
            spaces(&mut ahead);
            // 第一季 of a programme, 一季稻: 季 alone is a quarter only in a year
            let in_year = previous.is_some_and(|step| step.rank() == 0);
            (ahead.eat("季度") || in_year && ahead.eat("季") && !ahead.rest().starts_with(['节', '稻', '菜', '作', '花']))
                .then(|| *cursor = ahead)?;
            Some(Step::Quarter(figure.value as u8))
        }
    }
}

/// One figure from 1 to `most`.
fn single(cursor: &mut Cursor<'_>, most: u8) -> Option<u8> {
    let value = cursor.peek().and_then(digits::arabic).and_then(|value| u8::try_from(value).ok())?;
    (1..=most).contains(&value).then(|| {
        cursor.bump();
        value
    })
}

/// What makes another word of a season's letter: 春节, 夏粮, 冬奥.
const SEASON_WORDS: &[char] = &[
    '节', '分', '至', '运', '奥', '耕', '晚', '游', '训', '粮', '收', '种', '播', '管', '令', '装', '花', '灌', '招', '意', '衣', '春', '夏', '秋',
    '冬', '航', '闱', '风', '雨',
];

/// 秋季, 春天; after a year also 春 alone: 2021年春, 今秋.
pub(crate) fn season(cursor: &mut Cursor<'_>, first: char, previous: Option<Step>) -> Option<Step> {
    let season = match first {
        '春' => 21,
        '夏' => 22,
        '秋' => 23,
        '冬' => 24,
        _ => return None,
    };
    let mut ahead = *cursor;
    ahead.bump();
    let after_year = previous.is_some_and(|step| step.rank() == 0);
    let whole_word = ahead.eat("季") || (after_year && ahead.eat("天"));
    if !whole_word && (!after_year || ahead.rest().starts_with(SEASON_WORDS)) {
        return None;
    }
    // 冬季文旅活动: a season inside a name tells no time
    if whole_word && !after_year && !(at_edge(&ahead) && cursor.before().is_none_or(|c| !c.is_alphanumeric())) {
        return None;
    }
    *cursor = ahead;
    Some(Step::Season(season))
}
