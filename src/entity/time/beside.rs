//! Reads lengths laid beside the reference: 未来7天, 前两年, 三年前, 20天后.

use super::chain::chain_within;
use super::grammar::{Chain, Form, Length, Lie, Step, Unit};
use super::lengths::{self, Place};
use super::scan::{eat_if, spaces};
use super::spans::{NOT_AFTER, NOT_BEFORE, Read, figure_first, read};
use super::value::Reference;
use crate::cursor::Cursor;
use crate::magnitude::Bound;
use crate::word_table::{Words, words};

/// Words that lay a length beside the reference: which way, whether the stretch rolls with the reference or counts whole units beside the
/// present one, and whether whole years behind it are a length by the guidelines (近三年, 未来五年).
pub(crate) static BESIDE: Words<(&str, i64, bool, bool)> = Words::of_quadruples(&[
    ("接下来的", 1, true, true),
    ("接下来", 1, true, true),
    ("未来的", 1, true, true),
    ("未来", 1, true, true),
    ("今后的", 1, true, true),
    ("今后", 1, true, true),
    ("往后", 1, true, true),
    ("过去的", -1, true, false),
    ("过去", -1, true, true),
    ("刚刚过去的", -1, true, false),
    ("最近的", -1, true, true),
    ("最近", -1, true, true),
    ("之前", -1, true, false),
    ("此前", -1, true, false),
    ("近", -1, true, true),
    ("上", -1, false, false),
    ("下", 1, false, false),
    ("前", -1, false, false),
    ("后", 1, false, false),
]);

/// 未来7天, 近三个月, 过去5分钟, 前两年, 下三个月, 上个小时.
pub(crate) fn beside(start: Cursor<'_>) -> Option<Read> {
    let (word, sign, rolling, years_are_length) = *BESIDE.beginning(start.rest()).next()?;
    let mut cursor = start;
    cursor.eat(word);
    spaces(&mut cursor);
    // 会后三天, 以上两年: a single letter may close another word
    let in_word = |c: char| if word == "近" { matches!(c, '最' | '附' | '将' | '接' | '临' | '靠' | '邻') } else { c.is_alphanumeric() };
    if word.chars().nth(1).is_none() && start.before().is_some_and(in_word) {
        return None;
    }
    // 上个小时, 下个小时
    if !rolling && cursor.rest().starts_with("个小时") {
        cursor.eat("个小时");
        let hour = Length { months: 0, seconds: 3600, working_days: 0, grain: Unit::Hour, vague: false };
        return read(Form::Offset(hour, Lie::Rolling(sign), Chain::new()), start.at(), cursor, "time.beside");
    }
    let text = start.text();
    let length = lengths::read(text, cursor.at(), Place { bare_units: word == "近" || word == "最近" })?;
    let counted = length.length?;
    if length.number != cursor.at() {
        return None;
    }
    let mut end = Cursor::new(text, length.unit_end);
    let closed = eat_if(&mut end, "内", |rest| !rest.starts_with(lengths::NOT_WITHIN)) || end.eat("里") || end.eat("之内") || end.eat("以内");
    // 近三年, 未来五年 are lengths; so is a figure that is not whole (近20多年)
    let whole_years = counted.grain == Unit::Year;
    if years_are_length && whole_years && !closed && word != "过去的" {
        return None;
    }
    let exact = length.value.magnitude.bound == Bound::Exact;
    if matches!(word, "近" | "过去的") && !exact {
        return None;
    }
    // 缩短近20天: almost; 由过去的5天缩短为2天: what it was
    let measured = start.before().is_some_and(|c| c.is_alphanumeric() && !matches!(c, '在' | '于' | '对' | '是'));
    let compared = start.before().is_some_and(|c| matches!(c, '由' | '从' | '比' | '较' | '将' | '把'));
    if word == "近" && measured || word == "过去的" && compared {
        return None;
    }
    if !rolling
        && (length.plain.is_none_or(|count| count < if cursor.rest().starts_with('1') { 1 } else { 2 })
            || matches!(counted.grain, Unit::Quarter)
            || closed && sign > 0)
    {
        return None;
    }
    if counted.vague {
        let reference = if sign < 0 { Reference::PastRef } else { Reference::FutureRef };
        let _ = end.eat("来");
        return read(Form::Vague(reference), start.at(), end, "time.vague");
    }
    let _ = eat_if(&mut end, "以来", |_| true) || (sign < 0 && eat_if(&mut end, "来", |rest| !rest.starts_with(['源', '自', '到'])));
    let lie = if rolling { Lie::Rolling(sign) } else { Lie::Beside(sign) };
    read(Form::Offset(counted, lie, Chain::new()), start.at(), end, "time.beside")
}

/// What a length becomes with the words behind it: 三年前, 20天后, 3年以前, 三个多月以来.
pub(crate) fn offset(text: &str, length: &lengths::Read, start: usize) -> Option<Read> {
    let counted = length.length?;
    let mut cursor = Cursor::new(text, length.unit_end);
    spaces(&mut cursor);
    // 时隔三年后: a length
    if words!["时隔", "相隔", "间隔", "历时", "为期"].end(Cursor::new(text, start).behind()) {
        return None;
    }
    // 一千多年前: no year is meant
    let far = counted.months >= 120 && length.value.magnitude.bound == Bound::MoreThan;
    let hedged = far || matches!(length.value.magnitude.bound, Bound::Order | Bound::Range);
    let lie = if cursor.eat("之前") || eat_if(&mut cursor, "前", |rest| !rest.starts_with(NOT_BEFORE) && !figure_first(rest)) {
        Lie::Away(-1)
    } else if cursor.eat("以前") {
        Lie::Beyond(-1)
    } else if cursor.eat("之后") || eat_if(&mut cursor, "后", |rest| !rest.starts_with(NOT_AFTER)) {
        // 5个交易日之后: from then on
        if counted.working_days > 0 { Lie::Beyond(1) } else { Lie::Away(1) }
    } else if cursor.eat("以后") {
        Lie::Beyond(1)
    } else if cursor.rest().starts_with("以来") {
        // 运营5个多月以来: the length hangs on the verb before it; alone at the head of a clause it is the time since
        let head = Cursor::new(text, start).before().is_none_or(|c| !c.is_alphanumeric());
        (head && !hedged).then(|| cursor.eat("以来"))?;
        Lie::Since
    } else {
        return None;
    };
    if hedged || counted.vague {
        let reference = if matches!(lie, Lie::Away(1) | Lie::Beyond(1)) { Reference::FutureRef } else { Reference::PastRef };
        return read(Form::Vague(reference), start, cursor, "time.vague");
    }
    // 六天后的3时1刻, 三天后下午3点
    let mut time = cursor;
    let _ = time.eat("的");
    if counted.grain == Unit::Day {
        if let Some(steps) = chain_within(&mut time, &[Step::DayOffset(0)]).filter(|steps| steps.first().is_some_and(|step| step.rank() >= 5)) {
            return read(Form::Offset(counted, lie, steps), start, time, "time.offset");
        }
    }
    read(Form::Offset(counted, lie, Chain::new()), start, cursor, "time.offset")
}
