//! Reads whole expressions: a chain, a range of two, and the words that open or close them (以来, 截至, 之前, 起).

use super::beside::beside;
use super::chain::{chain, chain_joined, chain_within};
use super::digits::{Script, whole};
use super::edges::root_words;
use super::grammar::{Chain, Form, Step};
use super::numeric;
use super::scan::{at_edge, eat_if, opens_text, spaces};
use super::words;
use crate::cursor::Cursor;
use crate::magnitude::amount;
use crate::numeral::is_space;
use crate::word_table::{Words, words};

/// An expression and where it stands.
#[derive(Clone, Debug)]
pub(crate) struct Read {
    pub(crate) form: Form,
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) rule: &'static str,
}

pub(crate) fn read(form: Form, start: usize, cursor: Cursor<'_>, rule: &'static str) -> Option<Read> {
    Some(Read { form, start, end: cursor.at(), rule })
}

/// Steps over what joins the ends of a range.
fn joint(cursor: &mut Cursor<'_>) -> bool {
    amount::eat_joint(cursor).is_some()
}

/// Reads the expression that begins at the cursor.
pub(crate) fn expression(cursor: Cursor<'_>) -> Option<Read> {
    // blanks may stand inside an expression, and never before it
    let first = cursor.peek().filter(|first| !is_space(*first))?;
    match first {
        '截' | '到' => until(cursor),
        '自' | '从' | '由' => from_word(cursor),
        _ => {
            let read = plain(cursor);
            let other = beside(cursor);
            longer(read, other)
        }
    }
}

fn longer(one: Option<Read>, other: Option<Read>) -> Option<Read> {
    match (one, other) {
        (Some(one), Some(other)) => Some(if other.end > one.end { other } else { one }),
        (one, other) => one.or(other),
    }
}

/// 截至目前, 到目前为止, 截至6月末, 截止到9月10日.
fn until(start: Cursor<'_>) -> Option<Read> {
    let mut cursor = start;
    // 到目前为止
    if cursor.eat("到") && cursor.eat_any(words!["目前为止", "现在为止", "目前"]).is_some() {
        return read(Form::UntilNow, start.at(), cursor, "time.until_now");
    }
    let mut cursor = start;
    let word = cursor.eat_any(words!["截止至", "截至到", "截止到", "截至", "截止"])?;
    let form = if word.starts_with("截至") { Form::AsOf as fn(Chain) -> Form } else { Form::Until };
    spaces(&mut cursor);
    static NOW: Words<&str> = Words::of(&[
        "目前为止",
        "目前",
        "当前",
        "现在",
        "如今",
        "发稿时",
        "发稿前",
        "发稿",
        "记者发稿时",
        "记者发稿",
        "今日发稿",
        "今天",
        "今日",
        "日前",
    ]);
    if let Some(word) = cursor.eat_any(&NOW) {
        let _ = cursor.eat("为止");
        let today = matches!(word, "今天" | "今日");
        let mut clock_at = cursor;
        if today {
            if let Some(steps) = chain_within(&mut clock_at, &[Step::DayOffset(0)]) {
                let mut whole_chain = vec![Step::DayOffset(0)];
                whole_chain.extend(steps);
                let _ = clock_at.eat("为止") || clock_at.eat("止");
                return read(form(whole_chain), start.at(), clock_at, "time.until");
            }
        }
        return read(Form::UntilNow, start.at(), cursor, "time.until_now");
    }
    let steps = full_chain(&mut cursor)?;
    let _ = cursor.eat("为止") || cursor.eat("止");
    read(form(steps), start.at(), cursor, "time.until")
}

/// A chain or a word that stands for one: 年底, 月初.
fn full_chain(cursor: &mut Cursor<'_>) -> Option<Chain> {
    root_words(cursor).or_else(|| chain(cursor))
}

/// 自2020年起, 从9月1日到12月1日, 自从2018年, 由去年到今年.
fn from_word(start: Cursor<'_>) -> Option<Read> {
    let mut cursor = start;
    let word = cursor.eat_any(words!["自从", "自打", "自", "从", "由"])?;
    spaces(&mut cursor);
    let inner = cursor;
    // 来自2020年, 其中从…: the word belongs to a verb; the date stands alone
    if word == "自" && start.before().is_some_and(|c| matches!(c, '来' | '各' | '独' | '亲' | '出' | '源')) {
        return None;
    }
    if let Some(left) = bare_left(&mut cursor, &[]) {
        let (a, b) = left;
        let _ = cursor.eat("止");
        return read(Form::Range(a, b), start.at(), cursor, "time.range");
    }
    // 从2016-2018
    if let Some((a, b)) = bare_years(&mut cursor) {
        return read(Form::Range(a, b), start.at(), cursor, "time.range");
    }
    let from = full_chain(&mut cursor)?;
    let mut ahead = cursor;
    let begins = eat_if(&mut ahead, "起", |rest| !rest.starts_with(NOT_FROM)) || eat_if(&mut ahead, "开始", |_| true);
    let mut right = ahead;
    if joint(&mut right) {
        if let Some(now) = up_to_now(right) {
            return read(Form::UpToNow(from), start.at(), now, "time.up_to_now");
        }
        let mut end = right;
        if let Some(to) = joined_chain(&mut end) {
            let mut strict = end;
            if strict.eat("之前") || strict.eat("以前") {
                // 自…起到…之前 is told as two dates
                return read(Form::From(from), start.at(), ahead, "time.since");
            }
            let _ = end.eat("为止") || end.eat("止");
            return read(Form::Range(from, to), start.at(), end, "time.range");
        }
    }
    if begins {
        let form = if ahead.eat("以来") { Form::Since(from) } else { Form::Beginning(from) };
        return read(form, start.at(), ahead, "time.since");
    }
    if cursor.eat("以来")
        || eat_if(&mut cursor, "来", |rest| !rest.starts_with(['源', '自', '到']))
        || cursor.eat("之后")
        || cursor.eat("以后")
        || cursor.eat("后")
    {
        return read(Form::Since(from), start.at(), cursor, "time.since");
    }
    if word == "自从" || word == "自打" {
        return read(Form::Since(from), start.at(), cursor, "time.since");
    }
    // 从去年下半年开工: the preposition is outside
    plain(inner)
}

/// 目前 and its like at the right end of a range.
fn up_to_now(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    let mut ahead = cursor;
    let word = ahead.eat_any(words!["目前为止", "目前", "现在", "当前", "如今", "今"])?;
    (word != "今" || at_edge(&ahead)).then_some(ahead)
}

/// The right end of a range.
fn joined_chain(cursor: &mut Cursor<'_>) -> Option<Chain> {
    root_words(cursor).or_else(|| chain_joined(cursor))
}

/// 1-4月, 9~12点半, 1985到89年9月: the left end leaves its unit to the right one. The larger steps before it are `outer`.
fn bare_left(cursor: &mut Cursor<'_>, outer: &[Step]) -> Option<(Chain, Chain)> {
    let mut ahead = *cursor;
    if ahead.before().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '第' | '/')) {
        return None;
    }
    spaces(&mut ahead);
    let left = whole(&mut ahead)?;
    let list = {
        let mut list = ahead;
        (list.eat("、") || list.eat("，")) && whole(&mut list).is_some_and(|w| w.value == left.value + 1) && list.eat("月") && {
            let _ = list.eat("份");
            true
        }
    };
    if list {
        ahead.bump();
    } else if !joint(&mut ahead) {
        return None;
    }
    let _ = ahead.eat("第");
    let right = if outer.is_empty() { chain_joined(&mut ahead) } else { chain_within(&mut ahead, outer) }?;
    let unit = |step: Step| -> Option<Step> {
        let value = left.value;
        Some(match step {
            Step::Month(_) if (1..=12).contains(&value) && left.length <= 2 => Step::Month(value as u8),
            Step::LunarMonth(..) if (1..=12).contains(&value) => Step::LunarMonth(value as u8, false),
            Step::Quarter(last) if (1..=4).contains(&value) && value < u32::from(last) => Step::Quarter(value as u8),
            Step::Day(_) if (1..=31).contains(&value) && left.length <= 3 => Step::Day(value as u8),
            Step::Clock(..) if value <= 24 => Step::Clock(value as u8, None, None),
            Step::Year(last) => {
                let value = value as i32;
                match left.length {
                    4 if (1000..=2999).contains(&value) => Step::Year(value),
                    2 if last >= 1900 && left.script != Script::Placed => Step::Year(last / 100 * 100 + value),
                    _ => return None,
                }
            }
            Step::Decade(last, sure) if value % 10 == 0 && value < 100 => Step::Decade(last / 100 * 100 + value as i32, sure),
            _ => return None,
        })
    };
    let first = unit(*right.first()?)?;
    let mut from = outer.to_vec();
    from.push(first);
    *cursor = ahead;
    Some((from, right))
}

/// 2016-2018, 1995—1997 without 年.
fn bare_years(cursor: &mut Cursor<'_>) -> Option<(Chain, Chain)> {
    let mut ahead = *cursor;
    let year = |w: &super::digits::Whole| w.length == 4 && w.script == Script::Arabic && (1900..2100).contains(&w.value);
    let from = whole(&mut ahead).filter(year)?;
    joint(&mut ahead).then_some(())?;
    let to = whole(&mut ahead).filter(year).filter(|to| to.value > from.value)?;
    if ahead.peek().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-')) {
        return None;
    }
    *cursor = ahead;
    Some((vec![Step::Year(from.value as i32)], vec![Step::Year(to.value as i32)]))
}

/// An expression without a preposition.
fn plain(start: Cursor<'_>) -> Option<Read> {
    let mut cursor = start;
    if let Some(hedged) = hedged_clock(&mut cursor) {
        return suffixed(start, cursor, hedged);
    }
    if let Some(steps) = root_words(&mut cursor) {
        return suffixed(start, cursor, steps);
    }
    if let Some(form) = words::special(&mut cursor) {
        return read(form, start.at(), cursor, "time.word");
    }
    // 01-05-2018 is one date and no range
    let numeric = numeric::date(&start, false).is_some();
    if let Some((from, to)) = (!numeric).then(|| bare_left(&mut cursor, &[])).flatten() {
        let _ = cursor.eat("间") || cursor.eat("期间");
        return read(Form::Range(from, to), start.at(), cursor, "time.range");
    }
    let Some(steps) = chain(&mut cursor) else {
        return lone_year(start);
    };
    // 2018年2——4月, 大前天晚上9~11点
    let mut ahead = cursor;
    if let Some((from, to)) = bare_left(&mut ahead, &steps) {
        return read(Form::Range(from, to), start.at(), ahead, "time.range");
    }
    suffixed(start, cursor, steps)
}

/// 大约晚上十点
fn hedged_clock(cursor: &mut Cursor<'_>) -> Option<Chain> {
    let mut ahead = *cursor;
    ahead.eat_any(words!["大约在", "大约", "大概"])?;
    let steps = chain(&mut ahead)?;
    matches!(steps.last(), Some(Step::Clock(..) | Step::Part(_))).then(|| {
        *cursor = ahead;
        steps
    })
}

/// A bare year where it can be nothing else: the whole text, or its first word.
fn lone_year(start: Cursor<'_>) -> Option<Read> {
    let mut cursor = start;
    {
        // 2019、2020年: the year before the last of a list
        let mut cursor = start;
        let figure = whole(&mut cursor).filter(|w| w.length == 4 && w.script == Script::Arabic && (1500..=2100).contains(&w.value))?;
        let mut next = cursor;
        let listed = next.eat_any(words!["、", "和", "及", "与", "或"]).is_some();
        let follows = listed && whole(&mut next).is_some_and(|w| w.length == 4) && next.rest().starts_with(['年', '、', '和', '及', '与', '或']);
        let before_fits = !start.before().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '/'));
        if follows && before_fits {
            return read(Form::At(vec![Step::Year(figure.value as i32)]), start.at(), cursor, "time.year_in_list");
        }
        if !opens_text(&start) {
            return None;
        }
    }
    let figure = whole(&mut cursor).filter(|w| w.length == 4 && w.script == Script::Arabic && (1500..=2100).contains(&w.value))?;
    let mut ahead = cursor;
    if joint(&mut ahead) {
        let mut right = start;
        let (from, to) = bare_years(&mut right)?;
        return read(Form::Range(from, to), start.at(), right, "time.range");
    }
    let closes = cursor.rest().is_empty() || ["看", " 看", "听", "是"].iter().any(|word| cursor.rest().starts_with(word));
    closes.then(|| read(Form::At(vec![Step::Year(figure.value as i32)]), start.at(), cursor, "time.year_alone")).flatten()
}

/// What may not follow 前 as a suffix: 前往, 前三季度, 前期.
pub(crate) const NOT_BEFORE: &[char] =
    &['往', '来', '景', '列', '期', '沿', '端', '夕', '后', '进', '线', '者', '提', '锋', '台', '置', '述', '所', '身', '瞻', '例', '任', '移'];
/// What may not follow 后 as a suffix: 后续, 后期.
pub(crate) const NOT_AFTER: &[char] =
    &['续', '期', '备', '勤', '台', '端', '方', '劲', '市', '者', '代', '进', '卫', '世', '盾', '援', '果', '缀', '悔', '置', '半'];

/// What may not follow 起 as a suffix: 起步, 起好步, 起飞.
const NOT_FROM: &[char] = &['步', '好', '飞', '草', '来', '点', '重', '源', '初', '伏', '航', '吊', '跑', '诉', '底', '家', '码', '于', '名', '因'];

/// Reads what closes a chain: the right end of a range, 以来, 前, 后, 起.
fn suffixed(start: Cursor<'_>, end: Cursor<'_>, steps: Chain) -> Option<Read> {
    let mut cursor = end;
    let mut ahead = cursor;
    spaces(&mut ahead);
    // 2007年与2009年之间
    let mut right = ahead;
    if right.eat_any(words!["和", "与", "跟"]).is_some() {
        spaces(&mut right);
        let mut between = right;
        if let Some(to) = full_chain(&mut between) {
            spaces(&mut between);
            if between.eat("之间") || eat_if(&mut between, "间", |rest| !rest.starts_with(['接', '隔'])) {
                return read(Form::Range(steps, to), start.at(), between, "time.between");
            }
        }
    }
    let mut right = ahead;
    if joint(&mut right) {
        if let Some(now) = up_to_now(right) {
            return read(Form::UpToNow(steps), start.at(), now, "time.up_to_now");
        }
        let mut stop = right;
        if let Some(to) = joined_chain(&mut stop).filter(|to| fits_range(&steps, to)) {
            let _ = stop.eat("之间") || stop.eat("期间") || stop.eat("止") || stop.eat("为止");
            return read(Form::Range(steps, to), start.at(), stop, "time.range");
        }
    }
    // 周日, 二月十号: the same day twice
    if let Some(read) = apposition(start, cursor, &steps) {
        return Some(read);
    }
    let (form, rule): (fn(Chain) -> Form, _) = {
        let rest = ahead.rest();
        let inclusive_after = words!["或之后", "及之后", "或以后", "及以后", "(含)之后", "（含）之后", "(含)以后", "（含）以后", "及其后"];
        let inclusive_before = words!["或之前", "及之前", "或以前", "及以前", "(含)之前", "（含）之前", "(含)以前", "（含）以前"];
        let eat = |words: &Words<&'static str>, cursor: &mut Cursor<'_>| cursor.eat_any(words).is_some();
        if eat(inclusive_after, &mut ahead) {
            (Form::AtOrAfter as fn(Chain) -> Form, "time.at_or_after")
        } else if eat(inclusive_before, &mut ahead) {
            (Form::Until, "time.at_or_before")
        } else if eat(words!["以来"], &mut ahead)
            || (rest.starts_with('来') && steps.last().is_some_and(|s| s.rank() <= 2) && since_fits(&ahead) && eat(words!["来"], &mut ahead))
        {
            (Form::Since, "time.since")
        } else if eat(words!["之前", "以前"], &mut ahead) || eat_if(&mut ahead, "前", |rest| !rest.starts_with(NOT_BEFORE) && !figure_first(rest))
        {
            (Form::Before, "time.before")
        } else if eat(words!["之后", "以后"], &mut ahead) || eat_if(&mut ahead, "后", |rest| !rest.starts_with(NOT_AFTER) && !figure_first(rest))
        {
            // 2010年之后2018年之前
            let mut second = ahead;
            let _ = second.eat_any(words!["、", "，", ","]);
            if let Some(to) = chain(&mut second) {
                if second.eat("之前") || second.eat("以前") {
                    if ahead.rest().starts_with(['、', '，', ',']) {
                        return read(Form::After(steps), start.at(), ahead, "time.after");
                    }
                    return read(Form::Between(steps, to), start.at(), second, "time.between");
                }
            }
            (Form::After, "time.after")
        } else if eat_if(&mut ahead, "起", |rest| !rest.starts_with(NOT_FROM)) {
            (Form::From, "time.from")
        } else if eat_if(&mut ahead, "开始", |rest| rest.chars().next().is_none_or(|c| !c.is_alphanumeric())) {
            (Form::Since, "time.since")
        } else {
            let _ = (steps.last().is_some_and(|step| step.rank() >= 2))
                .then(|| eat_if(&mut cursor, "左右", |_| true) || eat_if(&mut cursor, "前后", |_| true));
            return read(Form::At(steps), start.at(), cursor, "time.point");
        }
    };
    // 凌晨前, 上午后: a part of the day alone does not open an interval
    if let [Step::Part(_)] = steps.as_slice() {
        return read(Form::At(steps), start.at(), cursor, "time.point");
    }
    read(form(steps), start.at(), ahead, rule)
}

pub(crate) fn figure_first(rest: &str) -> bool {
    rest.chars().next().is_some_and(super::digits::is_figure)
}

/// 2021年来, 7月来: 来 closes the date and opens no verb.
fn since_fits(cursor: &Cursor<'_>) -> bool {
    let mut after = *cursor;
    after.eat("来");
    at_edge(&after)
}

/// Whether what joins two dates makes a range of them.
fn fits_range(from: &[Step], to: &[Step]) -> bool {
    let (Some(last), Some(first)) = (from.last(), to.last()) else { return false };
    // A time of day runs on to a time of day, or to a day that may hold one; a year does not run on to a time.
    match (last, first) {
        (Step::Clock(..), first) => first.rank() >= 4 || first.rank() == 2,
        (last, Step::Clock(..) | Step::Part(_)) => last.rank() >= 4,
        _ => true,
    }
}

/// 周日, 二月十号; 2月25日(星期二) stays two dates.
fn apposition(start: Cursor<'_>, end: Cursor<'_>, steps: &[Step]) -> Option<Read> {
    if !matches!(steps, [Step::Weekday(_)]) {
        return None;
    }
    let mut ahead = end;
    ahead.eat_any(words![", ", "，", ","])?;
    let day = chain(&mut ahead)?;
    matches!(day.last(), Some(Step::Day(_))).then(|| read(Form::At(day), start.at(), ahead, "time.point")).flatten()
}

/// The end of a range whose left end has been read inside a turn: 每年9月到11月.
pub(crate) fn range_end<'t>(cursor: Cursor<'t>, _: &[Step], inside: Step) -> Option<Cursor<'t>> {
    let mut ahead = cursor;
    joint(&mut ahead).then_some(())?;
    chain_within(&mut ahead, &[inside])?;
    Some(ahead)
}
