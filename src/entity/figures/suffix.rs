//! What stands behind a figure and makes an amount of it: a per cent sign, a currency, a unit, a measure word, a word of time.

use crate::cursor::Cursor;
use crate::entity::percent::PercentUnit;
use crate::entity::units::currencies::CURRENCIES;
use crate::entity::units::longest;
use crate::entity::units::measures::{MEASURES, TIMES};
use crate::entity::units::physical::{DENOMINATORS, TIME_LETTERS, UNITS, Unit, unfit};
use crate::numeral::{Numeral, arabic, is_space, sign, skip_spaces};
use crate::seek::{Seek, any};
use crate::word_table::{Words, words};
use rust_decimal::Decimal;

/// What a figure counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Suffix<'t> {
    /// A currency; `plain` where it is 元, which the text may say more of. The amount is in 1/`parts` of it.
    Money { currency: &'static str, plain: bool, parts: i64 },
    /// A percentage or ratio: the figure times `numerator`/`denominator` in `unit`.
    Percent { unit: PercentUnit, word: &'static str, numerator: i64, denominator: i64 },
    /// A physical unit.
    Unit { name: &'static str, unit: Unit },
    /// A measure word as written.
    Measure(&'t str),
    /// A word of time: dates and durations are read elsewhere.
    Time,
}

/// Words of percentages: unit, and the factor that brings the figure to it.
static PERCENTS: Words<(&str, PercentUnit, i64, i64)> = Words::of_quadruples(&[
    ("%", PercentUnit::Percent, 1, 1),
    ("％", PercentUnit::Percent, 1, 1),
    ("﹪", PercentUnit::Percent, 1, 1),
    ("‰", PercentUnit::Percent, 1, 10),
    ("‱", PercentUnit::Percent, 1, 100),
    ("个百分点", PercentUnit::PercentagePoint, 1, 1),
    ("百分点", PercentUnit::PercentagePoint, 1, 1),
    ("个多百分点", PercentUnit::PercentagePoint, 1, 1),
    ("个点", PercentUnit::PercentagePoint, 1, 1),
    ("个千分点", PercentUnit::PercentagePoint, 1, 10),
    ("千分点", PercentUnit::PercentagePoint, 1, 10),
    ("个pct", PercentUnit::PercentagePoint, 1, 1),
    ("pcts", PercentUnit::PercentagePoint, 1, 1),
    ("PCT", PercentUnit::PercentagePoint, 1, 1),
    ("pct", PercentUnit::PercentagePoint, 1, 1),
    ("pp", PercentUnit::PercentagePoint, 1, 1),
    ("个基点", PercentUnit::PercentagePoint, 1, 100),
    ("基点", PercentUnit::PercentagePoint, 1, 100),
    ("bp", PercentUnit::PercentagePoint, 1, 100),
    ("BP", PercentUnit::PercentagePoint, 1, 100),
    ("成", PercentUnit::Percent, 10, 1),
    ("折", PercentUnit::Percent, 10, 1),
    ("倍", PercentUnit::Times, 1, 1),
]);

/// 成, 折 and 倍 open many words.
static PERCENT_UNFIT: Words<(&str, &str)> = Words::of_pairs(&[
    ("成", "立为果功员熟都本品分就长交型套绩效像群因片批形婴才军仙名语规色天年见对份县品"),
    ("折", "合叠旧射腾算返纸扇价屏页线弯断磨服现扣让"),
    ("倍", "数率增频速感受加塔他儿耗"),
]);

/// 元 and 块 open many words.
static CURRENCY_UNFIT: Words<(&str, &str)> = Words::of_pairs(&[
    ("元", "素件器旦月宵宇首老勋帅年代明清朝气音谋坝氏"),
    ("圆", "形满桌柱盘周圈弧通明梦环心顶孔锥规"),
    ("马克", "思龙杯"),
    ("镑", ""),
    ("元钱", ""),
]);

/// Materials and models are named 三元, 二元 …: what follows 元 there.
const TERNARY: &str = "锂材正前电催色化论共体乙丙里桥区醇聚结镇村";

/// Reads the longest suffix at byte `at`, spaces before it allowed, and where it ends.
pub(crate) fn read<'t>(text: &'t str, at: usize, numeral: &Numeral) -> Option<(Suffix<'t>, usize)> {
    let mut cursor = Cursor::new(text, at);
    skip_spaces(&mut cursor);
    let rest = cursor.rest();
    if let Some(end) = spaced_points(cursor) {
        return Some((Suffix::Percent { unit: PercentUnit::PercentagePoint, word: "个百分点", numerator: 1, denominator: 1 }, end));
    }
    let next_after = |word: &str| rest.get(word.len()..).and_then(|rest| rest.chars().next());
    let mut best: Option<(Suffix<'t>, usize)> = None;
    let mut offer = |suffix: Suffix<'t>, length: usize| {
        if best.is_none_or(|(_, longest)| length > longest) {
            best = Some((suffix, length));
        }
    };
    if let Some((word, code)) = longest(&CURRENCIES, rest) {
        if is_currency(word, rest, numeral, text) {
            offer(Suffix::Money { currency: code, plain: matches!(*word, "元" | "圆" | "元钱"), parts: 1 }, word.len());
        }
    }
    for (word, unit, numerator, denominator) in PERCENTS.beginning(rest) {
        if is_percent(word, rest, numeral) && (*word != "个点" || moves(text, numeral.start)) {
            offer(Suffix::Percent { unit: *unit, word, numerator: *numerator, denominator: *denominator }, word.len());
        }
    }
    if let Some((name, unit)) = longest(&UNITS, rest) {
        if (!unfit(name, next_after(name)) || is_first_end(name, rest)) && is_unit(name, rest, numeral) {
            offer(Suffix::Unit { name, unit: *unit }, name.len());
        }
    }
    if let Some(length) = shared_points(rest) {
        offer(Suffix::Percent { unit: PercentUnit::PercentagePoint, word: "个百分点", numerator: 1, denominator: 1 }, length);
    }
    if let Some((word, length)) = measure(rest) {
        offer(Suffix::Measure(word), length);
    }
    if let Some(word) = TIMES.longest_beginning(rest) {
        offer(Suffix::Time, word.len());
    }
    if let Some((parts, length)) = coin(cursor, numeral) {
        offer_coin(&mut best, parts, length);
    }
    best.map(|(suffix, length)| (suffix, cursor.at() + length))
}

fn offer_coin(best: &mut Option<(Suffix<'_>, usize)>, parts: i64, length: usize) {
    if best.is_none_or(|(suffix, longest)| length > longest || suffix == Suffix::Time) {
        *best = Some((Suffix::Money { currency: "CNY", plain: true, parts }, length));
    }
}

/// 个 百 分 点 with spaces between its characters, as some texts are set.
fn spaced_points(mut cursor: Cursor<'_>) -> Option<usize> {
    for (index, part) in ["个", "百", "分", "点"].into_iter().enumerate() {
        if !cursor.eat(part) && index > 0 {
            return None;
        }
        if index < 3 {
            skip_spaces(&mut cursor);
        }
    }
    Some(cursor.at())
}

/// The 个 of 5.4个和2.4个百分点: the last of a row tells what all of them are.
fn shared_points(rest: &str) -> Option<usize> {
    const ROW: usize = 5;
    let mut row = rest;
    for place in 0..ROW {
        row = row.strip_prefix('个')?;
        if row.starts_with("百分点") {
            return (place > 0).then_some('个'.len_utf8());
        }
        let next = row.strip_prefix("以及").or_else(|| row.strip_prefix(['、', '和', '及', '与']))?;
        row = next.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        if row.len() == next.len() {
            return None;
        }
    }
    None
}

/// A measure word that is no part of another word.
pub(crate) fn measure(rest: &str) -> Option<(&str, usize)> {
    let (word, unfit) = longest(&MEASURES, rest)?;
    let next = rest.get(word.len()..).and_then(|rest| rest.chars().next());
    let fits = next.is_none_or(|next| !unfit.contains(next));
    if fits && *word == "个" {
        // 3个半月, 5个交易日: the time parser's
        if TIMES.beginning(rest).any(|time| time.starts_with('个')) {
            return None;
        }
    }
    fits.then(|| rest.get(..word.len()).map(|written| (written, word.len()))).flatten()
}

/// Goods that are counted in 块: 年产集成电路12亿块 is no money.
static GOODS_IN_PIECES: Words<&str> = Words::of(&[
    "芯片",
    "集成电路",
    "晶圆",
    "电池",
    "电池片",
    "组件",
    "电路板",
    "线路板",
    "主板",
    "面板",
    "显示屏",
    "液晶屏",
    "模组",
    "基板",
    "硬盘",
    "电表",
    "手表",
    "玻璃",
    "极板",
    "地砖",
    "瓷砖",
    "砌块",
    "砖",
    "奖牌",
    "宣传牌",
    "展板",
    "田",
    "土地",
    "地块",
]);

fn is_currency(word: &str, rest: &str, numeral: &Numeral, text: &str) -> bool {
    let after = rest.get(word.len()..).unwrap_or_default();
    let next = after.chars().next();
    if CURRENCY_UNFIT.iter().any(|(name, unfit)| *name == word && next.is_some_and(|next| unfit.contains(next))) {
        return false;
    }
    let ends = next.is_none_or(|next| !next.is_alphabetic());
    match word {
        // 三元锂电池 is a material
        "元" => !(numeral.is_one_character(text) && !numeral.arabic && next.is_some_and(|next| TERNARY.contains(next))),
        // 三块地 is land; 三块, 五块六 and 十块三毛 are money
        "块" | "圆" => {
            let one = text.get(numeral.start..numeral.end) == Some("一");
            // 五块六 and 十块三毛; but 近百块几毫米的薄片 and 两块“试验田” are pieces
            let second = after.chars().nth(1);
            let change = second.is_none_or(|c| !c.is_alphanumeric() || any!("毛角到至以左").of(c));
            let digit = next.is_some_and(|next| sign(next).is_some() || arabic(next).is_some());
            let opens = next.is_some_and(|next| matches!(next, '“' | '「' | '‘' | '《'));
            let pieces = GOODS_IN_PIECES.end(text.get(..numeral.start).unwrap_or_default());
            ends && !one && !opens && !pieces || digit && change || next.is_some_and(|next| any!("毛角整正以左多").of(next))
        }
        _ => true,
    }
}

fn is_percent(word: &str, rest: &str, numeral: &Numeral) -> bool {
    let after = rest.get(word.len()..).unwrap_or_default();
    let next = after.chars().next();
    if PERCENT_UNFIT.iter().any(|(name, unfit)| *name == word && next.is_some_and(|next| unfit.contains(next))) {
        return false;
    }
    let ten = || numeral.value.is_some_and(|(_, high)| high.decimal().is_some_and(|high| high <= Decimal::TEN));
    match word {
        "成" => numeral.big == 0 && !numeral.bare && ten() && !after.starts_with("不变"),
        "折" => {
            numeral.big == 0
                && !numeral.bare
                && numeral.value.is_some_and(|(_, high)| high.decimal().is_some_and(|high| high < Decimal::ONE_HUNDRED && high != Decimal::TEN))
        }
        "个点" => next.is_none_or(|next| !any!("位心状滴评").of(next)),
        "pp" | "PCT" | "pct" | "pcts" | "bp" | "BP" => next.is_none_or(|next| !next.is_ascii_alphanumeric()),
        _ => true,
    }
}

/// Whether a rate moves by the figure at a byte: 增速回落2个点 are percentage points, 指数回升1个点 are points of the index, 3个点 alone are dots.
fn moves(text: &str, at: usize) -> bool {
    const REACH: usize = 24;
    let behind = Cursor::new(text, at).behind();
    let verb = words!["了", "约", "近", "超", "超过", "逾", "大约"].strip_ending(behind).unwrap_or(behind);
    let moved = words![
        "提高", "提升", "上升", "回升", "上涨", "增加", "扩大", "加快", "回落", "下降", "降低", "下跌", "下滑", "减少", "收窄", "放缓", "高", "低",
        "涨", "跌", "降", "快", "慢",
    ];
    let near = behind.trailing(REACH);
    let clause = near.rsplit(['。', ';', '；', '\n']).next().unwrap_or(near);
    moved.end(verb) && words!["增速", "增幅", "占比", "比重", "率", "%", "％"].stand_in(clause) && !clause.contains("指数")
}

/// Units that are also everyday words hold only for figures written as a measurement is.
fn is_unit(name: &str, rest: &str, numeral: &Numeral) -> bool {
    let next = rest.get(name.len()..).and_then(|rest| rest.chars().next());
    match name {
        // 6.4亿度 is energy; 37度 is a degree, 一度 an adverb: see `figures`
        "度" => numeral.big > 0 || numeral.arabic,
        // 10万方 of earth; 三方 are parties
        // 1000P of computing power
        "P" => numeral.arabic && next.is_some_and(|next| any!("算（(").of(next)),
        "方" => numeral.big > 0 || numeral.arabic,
        "两" => next.is_none_or(|next| !next.is_alphabetic() || any!("半银黄白重以多").of(next)),
        _ => true,
    }
}

/// 两升到三升, where 升到 would else be a verb: the same unit closes the other end.
fn is_first_end(name: &str, rest: &str) -> bool {
    let mut cursor = Cursor::new(rest, name.len());
    if cursor.eat_any(words!["到", "至"]).is_none() {
        return false;
    }
    crate::numeral::read(rest, cursor.at()).is_some_and(|second| Cursor::new(rest, second.end).rest().starts_with(name))
}

/// 角, 毛 and 分 without 元 before them. 分 is a minute or a mark far more often: it must be all that the text says.
fn coin(cursor: Cursor<'_>, numeral: &Numeral) -> Option<(i64, usize)> {
    let mut ahead = cursor;
    let word = ahead.eat_any(words!["角钱", "毛钱", "分钱", "角", "毛", "分"])?;
    let ends = ahead.peek().is_none_or(|c| !c.is_alphabetic());
    let begins = Cursor::new(cursor.text(), numeral.start).before().is_none_or(|c| !c.is_alphabetic());
    // The unit may stand before the figure, in the heading that it is told by: (分…)688.
    let whole = ahead.at().checked_sub(numeral.start).is_some_and(|length| cursor.text().trim().len() == length);
    let fits = word.ends_with('钱') || if word == "分" { whole } else { ends && begins };
    (fits && !numeral.bare && numeral.big == 0).then_some((if word.starts_with('分') { 100 } else { 10 }, word.len()))
}

/// The denominator behind a stroke or 每 at byte `at`, its symbol, and where it ends.
pub(crate) fn denominator(text: &str, at: usize) -> Option<(String, usize)> {
    let mut cursor = Cursor::new(text, at);
    if cursor.peek().is_some_and(is_space) {
        skip_spaces(&mut cursor);
    }
    let stroke = cursor.eat_any(words!["/", "／", "每"])?;
    skip_spaces(&mut cursor);
    unit_of_denominator(cursor, stroke != "每").map(|(symbol, length)| (symbol, cursor.at() + length))
}

/// The symbol of what amounts are counted by.
pub(crate) fn unit_of_denominator(cursor: Cursor<'_>, stroke: bool) -> Option<(String, usize)> {
    let rest = cursor.rest();
    let ends =
        |word: &str| !word.is_ascii() || rest.get(word.len()..).and_then(|rest| rest.chars().next()).is_none_or(|c| !c.is_ascii_alphanumeric());
    if rest.starts_with('亩') {
        return Some(("亩".to_owned(), "亩".len()));
    }
    if let Some((word, symbol)) = DENOMINATORS.beginning(rest).find(|(word, _)| ends(word)) {
        return Some(((*symbol).to_owned(), word.len()));
    }
    if let Some((word, symbol)) = TIME_LETTERS.beginning(rest).find(|(word, _)| stroke && ends(word)) {
        return Some(((*symbol).to_owned(), word.len()));
    }
    let share = words!["股", "人", "户", "注"].beginning(rest).next().map(|word| ((*word).to_owned(), word.len()));
    measure(rest).map(|(word, length)| (word.to_owned(), length)).or(share)
}
