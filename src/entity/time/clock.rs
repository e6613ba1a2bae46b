//! Reads parts of the day and clock times: 下午3点半, 晚上9:30, 20时15分, 3:05pm.

use super::digits::{self, Script, Whole, whole};
use super::grammar::{PartOfDay, Step};
use super::scan::{at_edge, spaces};
use crate::cursor::Cursor;
use crate::word_table::{Words, words};

/// Parts of the day, longer words first.
pub(crate) static PARTS: Words<(&str, PartOfDay)> = Words::of_pairs(&[
    ("大清早", PartOfDay::Morning),
    ("凌晨", PartOfDay::Morning),
    ("清晨", PartOfDay::Morning),
    ("清早", PartOfDay::Morning),
    ("早晨", PartOfDay::Morning),
    ("早上", PartOfDay::Morning),
    ("早间", PartOfDay::Morning),
    ("晨间", PartOfDay::Morning),
    ("上午", PartOfDay::Morning),
    ("午前", PartOfDay::Morning),
    ("中午", PartOfDay::Noon),
    ("正午", PartOfDay::Noon),
    ("午间", PartOfDay::Noon),
    ("下午", PartOfDay::Afternoon),
    ("午后", PartOfDay::Afternoon),
    ("傍晚", PartOfDay::Afternoon),
    ("黄昏", PartOfDay::Afternoon),
    ("晚上", PartOfDay::Evening),
    ("晚间", PartOfDay::Evening),
    ("夜晚", PartOfDay::Evening),
    ("夜间", PartOfDay::Night),
    ("夜里", PartOfDay::Night),
    ("前半夜", PartOfDay::Night),
    ("后半夜", PartOfDay::Night),
    ("半夜", PartOfDay::Night),
    ("午夜", PartOfDay::Night),
    ("深夜", PartOfDay::Night),
    ("子夜", PartOfDay::Night),
    ("白天", PartOfDay::Noon),
    ("黎明", PartOfDay::Morning),
]);

/// One letter after a day or before a clock time: 7日晚, 早8点.
const SHORT: &[(char, PartOfDay)] = &[('早', PartOfDay::Morning), ('晨', PartOfDay::Morning), ('晚', PartOfDay::Evening), ('夜', PartOfDay::Evening)];

/// Reads a part of the day.
pub(crate) fn part(cursor: &mut Cursor<'_>, previous: Option<Step>) -> Option<PartOfDay> {
    let first = cursor.peek()?;
    let after_day = previous.is_some_and(|step| step.rank() == 4);
    if let Some((word, part)) = PARTS.beginning(cursor.rest()).next() {
        let mut ahead = *cursor;
        ahead.eat(word);
        // 黎明, 白天 alone are a name and a common noun
        if matches!(*word, "黎明" | "白天") && !after_day {
            return None;
        }
        *cursor = ahead;
        return Some(*part);
    }
    let (_, part) = SHORT.iter().find(|(c, _)| *c == first)?;
    let mut ahead = *cursor;
    ahead.bump();
    let clock_follows = {
        let mut time = ahead;
        clock(&mut time, Some(Step::Part(*part)), false).is_some()
    };
    let word_after_day = ["报", "宴", "餐", "会", "高峰", "期"].iter().any(|word| ahead.rest().starts_with(word))
        && !["报道", "报讯", "会议", "会见", "会谈"].iter().any(|word| ahead.rest().starts_with(word));
    let word_before = cursor.before().is_some_and(|c| matches!(c, '夜' | '傍' | '最' | '尽' | '提'));
    let crossing =
        ahead.rest().starts_with(['报', '会', '已', '餐', '高', '班', '期', '稻', '熟', '在', '年', '就', '些', '点', '宴', '场']) && !clock_follows;
    let fits = if after_day { !word_after_day } else { clock_follows && !crossing && !word_before };
    if !fits {
        return None;
    }
    *cursor = ahead;
    Some(*part)
}

/// Nouns after N点 that make it a count of points: 十一点建议, 三点要求.
static POINTS: Words<&str> = Words::of(&[
    "建议",
    "意见",
    "要求",
    "希望",
    "原因",
    "理由",
    "共识",
    "体会",
    "经验",
    "思考",
    "看法",
    "倡议",
    "措施",
    "启示",
    "问题",
    "内容",
    "说明",
    "主张",
    "注意",
    "优势",
    "特点",
    "不同",
    "声明",
    "一线",
    "感受",
    "考虑",
    "变化",
    "认识",
    "想法",
    "工作",
    "成绩",
    "收获",
    "心得",
    "突破",
    "承诺",
    "事项",
    "指示",
    "贡献",
    "结论",
    "补充",
    "计划",
    "以上",
    "以下",
    "左右手",
    "多万",
    "半径",
    "疑问",
    "方面",
    "判断",
    "差异",
    "进展",
    "亮点",
]);

/// What stands before a figure that counts index points or scores.
const MOVES: &[char] = &[
    '涨', '跌', '升', '降', '高', '低', '达', '报', '破', '守', '失', '收', '挫', '滑', '扬', '扣', '得', '差', '多', '少', '第', '有', '这', '那',
    '等', '提', '以', '万', '亿', '第',
];

/// Reads a clock time.
pub(crate) fn clock(cursor: &mut Cursor<'_>, previous: Option<Step>, alone: bool) -> Option<Step> {
    let mut ahead = *cursor;
    let figure = whole(&mut ahead)?;
    let part = match previous {
        Some(Step::Part(part)) => Some(part),
        _ => None,
    };
    let after_day = previous.is_some_and(|step| matches!(step.rank(), 4 | 5));
    if alone
        && cursor.before().is_some_and(|c| matches!(c, '.' | ':' | '：' | '之' | '负' | '减' | '加' | '-' | '—') || c.is_ascii_alphanumeric())
        && !after_day
    {
        let range_mark = cursor.before().is_some_and(|c| matches!(c, '-' | '—'));
        if !range_mark {
            return None;
        }
    }
    let mut timed = ahead;
    if let Some(step) = colon(cursor, &mut timed, figure, after_day) {
        *cursor = timed;
        return Some(step);
    }
    // 3pm
    if figure.script == Script::Arabic && (1..=12).contains(&figure.value) {
        if let Some(step) = meridiem(&mut ahead, figure.value as u8, None, None) {
            *cursor = ahead;
            return Some(step);
        }
    }
    if figure.value > 24 || (figure.script == Script::Digits && figure.length > 1) || (figure.length > 2 && figure.script != Script::Placed) {
        return None;
    }
    let hour = figure.value as u8;
    spaces(&mut ahead);
    let word = ahead.eat_any(words!["点钟", "点", "时"])?;
    let bare = alone && part.is_none();
    let rest = ahead.rest();
    if word == "时" {
        let crossing = rest.starts_with([
            '候', '代', '刻', '速', '效', '期', '常', '任', '装', '尚', '而', '隔', '段', '有', '不', '空', '差', '势', '政', '局', '节', '评', '薪',
            '髦', '令', '光',
        ]) || rest.starts_with("间");
        if crossing || (bare && cursor.before().is_some_and(|c| matches!(c, '第' | '每' | '共' | '约' | '近' | '超' | '到') && c != '到')) {
            return None;
        }
    } else if bare && cursor.before().is_some_and(|c| MOVES.contains(&c)) && !rest.starts_with(['半', '钟', '整']) {
        return None;
    }
    let minute = minutes(&mut ahead, word)?;
    let step = match minute {
        Minutes::None => {
            let rest = ahead.rest();
            if word != "时" && word != "点钟" {
                let noun = POINTS.begin(rest);
                let unit = rest.starts_with([
                    '个', '万', '亿', '度', '%', '％', '倍', '元', '吨', '米', '五', '多', '的', '名', '面', '球', '火', '击', '评', '赞', '心',
                    '滴', '燃', '状', '位', '几', '来',
                ]) && !rest.starts_with("多钟")
                    && !(after_day || part.is_some());
                if (noun && !after_day) || unit || (noun && part.is_none() && !rest.starts_with("工作")) {
                    return None;
                }
                let placed = figure.script == Script::Placed || figure.script == Script::Arabic;
                // 三点, 两点 alone in a text count points far more often than hours
                if bare
                    && !placed
                    && !at_edge(&ahead)
                    && !rest.starts_with(['之', '以', '前', '后', '起', '到', '至', '开', '出', '左', '许', '整', '钟', '多', '有', '，'])
                {
                    return None;
                }
            }
            Step::Clock(hour, None, None)
        }
        Minutes::Told(minute, second) => Step::Clock(hour, Some(minute), second),
    };
    let _ = ahead.eat_any(words!["整", "许", "多钟"]);
    if matches!(step, Step::Clock(_, None, _)) && (after_day || part.is_some()) {
        let _ = ahead.eat("多");
    }
    *cursor = ahead;
    Some(step)
}

enum Minutes {
    None,
    Told(u8, Option<u8>),
}

/// What follows the hour: 半, 一刻, 15分, 零五, 三十, 15分23秒. Nothing at all where a decimal or a count follows instead.
fn minutes(cursor: &mut Cursor<'_>, word: &str) -> Option<Minutes> {
    if word == "点钟" {
        return Some(Minutes::None);
    }
    let mut ahead = *cursor;
    if ahead.eat("半") {
        *cursor = ahead;
        return Some(Minutes::Told(30, None));
    }
    spaces(&mut ahead);
    let Some(figure) = whole(&mut ahead) else {
        return Some(Minutes::None);
    };
    if ahead.eat("刻") && (1..=3).contains(&figure.value) {
        *cursor = ahead;
        return Some(Minutes::Told((figure.value * 15) as u8, None));
    }
    let small = figure.value < 60;
    spaces(&mut ahead);
    if small && ahead.eat("分") && !ahead.rest().starts_with(['之', '钟']) {
        let mut seconds = ahead;
        spaces(&mut seconds);
        let second = whole(&mut seconds).filter(|w| w.value < 60 && seconds.eat("秒"));
        if second.is_some() {
            ahead = seconds;
        }
        *cursor = ahead;
        return Some(Minutes::Told(figure.value as u8, second.map(|w| w.value as u8)));
    }
    // 时 never leaves 分 out, and 分钟 after it belongs to something else
    if word == "时" {
        return Some(Minutes::None);
    }
    // 八点三十, 三点零五, 12点30: two figures. 八点八 is a decimal, 二十四点五度 too.
    let two = match figure.script {
        Script::Arabic | Script::Digits => figure.length == 2,
        Script::Placed => figure.length >= 2 || figure.value == 10,
    };
    let mut after = *cursor;
    let _ = whole(&mut after);
    let closes = !after.peek().is_some_and(|c| {
        digits::is_figure(c)
            || matches!(c, '度' | '%' | '％' | '倍' | '万' | '亿' | '元' | '个' | '.' | '点' | '米' | '吨' | '分' | '家' | '人' | '名' | '条' | '项')
    });
    if small && two && closes {
        *cursor = after;
        return Some(Minutes::Told(figure.value as u8, None));
    }
    None
}

/// 15:37, 9：30, 17:55:23, 3:15pm; no score (78:65), no ratio (1:1000), no longer figure.
fn colon(start: &Cursor<'_>, ahead: &mut Cursor<'_>, hour: Whole, after_day: bool) -> Option<Step> {
    if hour.script != Script::Arabic || hour.length > 2 || hour.value > 24 || !(ahead.eat(":") || ahead.eat("：")) {
        return None;
    }
    let minute = whole(ahead).filter(|w| w.script == Script::Arabic && w.length == 2 && w.value < 60)?;
    let mut second = None;
    let mut seconds = *ahead;
    if seconds.eat(":") || seconds.eat("：") {
        let figure = whole(&mut seconds).filter(|w| w.script == Script::Arabic && w.length == 2 && w.value < 60)?;
        second = Some(figure.value as u8);
        *ahead = seconds;
    }
    let behind = start.behind();
    let near = behind.char_indices().rev().take(8).last().and_then(|(at, _)| behind.get(at..)).unwrap_or_default();
    let score = words!["比分", "胜", "负", "击败", "平", "领先", "比例", "按", "比为"].stand_in(near)
        || ["战胜", "获胜", "取胜", "击败", "战平", "大胜", "的比例", "比例", "配比", "不敌", "逆转", "领先", "落后"]
            .iter()
            .any(|word| ahead.rest().starts_with(word));
    if (score && !after_day)
        || ahead.peek().is_some_and(|c| c.is_ascii_digit() || c == '.') && ahead.rest().chars().nth(1).is_some_and(|c| c.is_ascii_digit())
    {
        return None;
    }
    let (hour, minute) = (hour.value as u8, minute.value as u8);
    if let Some(step) = meridiem(ahead, hour, Some(minute), second) {
        return Some(step);
    }
    let _ = ahead.eat("时");
    Some(Step::Clock(hour, Some(minute), second))
}

/// am and pm behind a time.
fn meridiem(cursor: &mut Cursor<'_>, hour: u8, minute: Option<u8>, second: Option<u8>) -> Option<Step> {
    let mut ahead = *cursor;
    spaces(&mut ahead);
    let word = ahead.eat_any(words!["a.m.", "p.m.", "A.M.", "P.M.", "am", "pm", "AM", "PM", "p", "a"])?;
    if hour > 12 || ahead.peek().is_some_and(|c| c.is_ascii_alphanumeric()) || (word.len() == 1 && minute.is_none()) {
        return None;
    }
    *cursor = ahead;
    let hour = match (word.starts_with(['p', 'P']), hour) {
        (true, 12) => 12,
        (true, hour) => hour + 12,
        (false, 12) => 0,
        (false, hour) => hour,
    };
    Some(Step::Clock(hour, minute, second))
}
