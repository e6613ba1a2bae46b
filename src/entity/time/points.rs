//! Reads chains of steps: 2023年7月15日下午3点, 去年前三季度, 上上周三, 农历正月初九.

use super::clock;
use super::digits::{self, Script, Whole, chinese, whole};
use super::grammar::{Chain, Edge, Step, Unit};
use super::holidays;
use super::numeric;
use super::years;
use crate::cursor::Cursor;
use crate::word_table::{Words, words};

/// Steps over the spaces that typesetting puts inside an expression: 1—10 月份, 2018年 12月.
pub(crate) fn spaces(cursor: &mut Cursor<'_>) {
    for _ in 0..2 {
        if !cursor.eat(" ") && !cursor.eat("\u{3000}") && !cursor.eat("\u{a0}") {
            break;
        }
    }
}

/// Whether the cursor stands where a clause may end: punctuation, a space, the end of the text.
pub(crate) fn at_edge(cursor: &Cursor<'_>) -> bool {
    cursor.peek().is_none_or(|c| !c.is_alphanumeric() && !matches!(c, '%' | '％' | '.' | '+' | '￥' | '$' | '℃' | '〇' | '-' | '—' | '~' | '～'))
}

/// Reads a chain. The cursor moves only where one is read.
pub(crate) fn chain(cursor: &mut Cursor<'_>) -> Option<Chain> {
    read_chain(cursor, &[], false)
}

/// Reads the right end of a range: what joins it to the left end stands before it.
pub(crate) fn chain_joined(cursor: &mut Cursor<'_>) -> Option<Chain> {
    read_chain(cursor, &[], true)
}

/// Reads a chain whose larger steps may have been told before (the right end of a range): they decide what a bare figure means.
pub(crate) fn chain_within(cursor: &mut Cursor<'_>, outer: &[Step]) -> Option<Chain> {
    read_chain(cursor, outer, false)
}

fn read_chain(cursor: &mut Cursor<'_>, outer: &[Step], joined: bool) -> Option<Chain> {
    let mut ahead = *cursor;
    let mut steps = Chain::new();
    let mut lunar = calendar_word(&mut ahead);
    if let Some((first, length)) = numeric::date(&ahead, joined) {
        for step in first {
            steps.push(step);
        }
        ahead = length;
    }
    let mut end = None;
    loop {
        if !steps.is_empty() {
            end = Some(ahead);
        }
        if !steps.is_empty() {
            spaces(&mut ahead);
            link(&mut ahead);
        }
        lunar |= calendar_word(&mut ahead);
        let rank = steps.last().map_or(0, |step| step.rank() + 1);
        let Some(step) = step(&mut ahead, &steps, outer, rank, lunar, joined) else {
            break;
        };
        lunar |= matches!(step, Step::LunarMonth(..) | Step::LunarDay(_));
        steps.push(step);
        if steps.len() >= 8 {
            end = Some(ahead);
            break;
        }
    }
    *cursor = end?;
    if lunar {
        to_lunar(&mut steps);
    }
    Some(steps)
}

/// Steps over 的 where an ordinal or a part of the day follows: 2021年的第二周, 十月的第一个星期一.
fn link(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    // 今天大约十点
    if ahead.eat("大约") || ahead.eat("大概") {
        if ahead.peek().is_some_and(|c| digits::is_figure(c) || matches!(c, '晚' | '早' | '上' | '下' | '中' | '凌')) {
            *cursor = ahead;
        }
        return;
    }
    if ahead.eat("的") {
        spaces(&mut ahead);
        if ahead.peek().is_some_and(|c| matches!(c, '第' | '前' | '最' | '头' | '首' | '上' | '下' | '后' | '早' | '晚' | '中' | '凌')) {
            *cursor = ahead;
        }
    }
}

/// 农历 and its like: the months and days after it are lunar.
fn calendar_word(cursor: &mut Cursor<'_>) -> bool {
    !cursor.rest().starts_with("农历新年") && cursor.eat_any(words!["农历", "阴历", "旧历", "夏历"]).is_some()
}

fn to_lunar(steps: &mut Chain) {
    for step in steps {
        *step = match *step {
            Step::Month(month) => Step::LunarMonth(month, false),
            Step::Day(day) => Step::LunarDay(day),
            other => other,
        };
    }
}

/// Reads one step of at least this rank.
fn step(cursor: &mut Cursor<'_>, steps: &[Step], outer: &[Step], rank: u8, lunar: bool, joined: bool) -> Option<Step> {
    let first = cursor.peek()?;
    let previous = steps.last().or(outer.last()).copied();
    let root = steps.is_empty() && outer.is_empty();
    if rank == 0 {
        if let Some(step) = years::year(cursor, root) {
            return Some(step);
        }
    }
    if rank <= 1 {
        if let Some(step) = half_or_quarter(cursor, first, previous).or_else(|| season(cursor, first, previous)) {
            return Some(step);
        }
    }
    if rank <= 2 {
        if let Some(step) = month(cursor, first) {
            return Some(step);
        }
    }
    if let Some(step) = counted(cursor, first, previous, rank) {
        return Some(step);
    }
    if rank <= 3 {
        if let Some(step) = week(cursor, first) {
            return Some(step);
        }
    }
    if rank <= 4 {
        if let Some(step) = edge(cursor, first, previous) {
            return Some(step);
        }
    }
    if rank <= 4 {
        let step = holidays::read(cursor, previous)
            .or_else(|| relative_day(cursor, first))
            .or_else(|| weekday(cursor, first, previous))
            .or_else(|| day(cursor, first, previous, lunar));
        if step.is_some() {
            return step;
        }
    }
    if rank <= 5 {
        if let Some(part) = clock::part(cursor, previous) {
            return Some(Step::Part(part));
        }
    }
    if rank <= 6 {
        return clock::clock(cursor, previous, steps.is_empty() && !joined);
    }
    None
}

/// 上半年, 前半年, 一季度, 第一季度, 首季, 1季度, 本季度.
fn half_or_quarter(cursor: &mut Cursor<'_>, first: char, previous: Option<Step>) -> Option<Step> {
    match first {
        '上' | '下' | '前' | '后' => {
            for (word, step) in [
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
            ] {
                // 上季末; 上季 alone may be a season of sports
                if eat_if(cursor, word, |rest| word != "上季" || rest.starts_with(['末', '底', '初'])) {
                    return Some(step);
                }
            }
            None
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
fn season(cursor: &mut Cursor<'_>, first: char, previous: Option<Step>) -> Option<Step> {
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

/// What follows 月 where 月 is no month: 月饼, 月球, 月均.
const NO_MONTH: &[char] = &['饼', '球', '薪', '租', '嫂', '色', '亮', '牙', '经', '均', '产', '销', '龄', '息'];

/// 3月, 十二月份, 元月, 首月, 正月, 腊月, 闰四月, 上个月, 本月, 当月.
fn month(cursor: &mut Cursor<'_>, first: char) -> Option<Step> {
    for (word, step) in MONTH_WORDS {
        if word.starts_with(first) && cursor.rest().starts_with(word) {
            let mut ahead = *cursor;
            ahead.eat(word);
            if ahead.rest().starts_with(NO_MONTH) || cursor.before() == Some('以') || (*word == "本月" && ahead.rest().starts_with('刊')) {
                return None;
            }
            ahead.eat("份");
            // 去年本月: the month of the reference in another year
            *cursor = ahead;
            return Some(*step);
        }
    }
    if matches!(first, '上' | '下') {
        return offset(cursor, words!["月"], false, "球份").map(Step::MonthOffset);
    }
    let mut ahead = *cursor;
    let leap = ahead.eat("闰");
    // 第8个月 is read as a counted month
    let figure = whole(&mut ahead)?;
    spaces(&mut ahead);
    if !ahead.eat("月") || ahead.rest().starts_with(NO_MONTH) || (ahead.rest().starts_with('期') && !ahead.rest().starts_with("期间")) {
        return None;
    }
    if ahead.eat("份") && ahead.rest().starts_with('额') {
        return None;
    }
    let _ = eat_if(&mut ahead, "间", |next| !next.starts_with(['隔', '接', '歇']));
    let step = match (figure.script, figure.length) {
        (_, _) if (1..=12).contains(&figure.value) && !(figure.script == Script::Digits && figure.length > 1) => {
            let month = figure.value as u8;
            if leap { Step::LunarMonth(month, true) } else { Step::Month(month) }
        }
        // 七八月
        (Script::Digits, 2) if figure.value >= 10 && figure.value / 10 + 1 == figure.value % 10 && !leap => {
            Step::Months((figure.value / 10) as u8, (figure.value % 10) as u8)
        }
        _ => return None,
    };
    *cursor = ahead;
    if let Step::Month(_) = step {
        // 3月当月
        let _ = eat_if(cursor, "当月", |_| true);
    }
    Some(step)
}

/// Eats a word where what follows it passes the test.
pub(crate) fn eat_if(cursor: &mut Cursor<'_>, word: &str, test: impl Fn(&str) -> bool) -> bool {
    let mut ahead = *cursor;
    let found = ahead.eat(word) && test(ahead.rest());
    if found {
        *cursor = ahead;
    }
    found
}

/// Months by name.
const MONTH_WORDS: &[(&str, Step)] = &[
    ("元月", Step::Month(1)),
    ("首月", Step::Month(1)),
    ("正月", Step::LunarMonth(1, false)),
    ("冬月", Step::LunarMonth(11, false)),
    ("腊月", Step::LunarMonth(12, false)),
    ("本月", Step::MonthOffset(0)),
    ("这个月", Step::MonthOffset(0)),
    ("这一个月", Step::MonthOffset(0)),
    ("这月", Step::MonthOffset(0)),
    ("当月", Step::TextMonth(0)),
    ("同月", Step::TextMonth(0)),
    ("该月", Step::TextMonth(0)),
    ("次月", Step::TextMonth(1)),
    ("翌月", Step::TextMonth(1)),
];

/// 上, 上上, 上一个, 下个 before a unit: −1, −2, −1, 1.
fn offset(cursor: &mut Cursor<'_>, units: &Words<&'static str>, bare_day: bool, not_before: &str) -> Option<i32> {
    let mut ahead = *cursor;
    let sign = if ahead.peek() == Some('上') { -1 } else { 1 };
    let word = if sign < 0 { "上" } else { "下" };
    // 以上月份: a bound, no month
    if cursor.before() == Some('以') {
        return None;
    }
    let mut count = 0;
    while ahead.eat(word) {
        count += 1;
    }
    let one = ahead.eat("一");
    let counted = ahead.eat("个") || one;
    if !counted && bare_day {
        return None;
    }
    ahead.eat_any(units)?;
    if ahead.peek().is_some_and(|c| not_before.contains(c)) && !ahead.rest().starts_with("份") {
        return None;
    }
    ahead.eat("份");
    if !(1..=4).contains(&count) {
        return None;
    }
    *cursor = ahead;
    Some(sign * count)
}

/// Units that 前, 第, 最后 count inside a larger period. 月 alone (前8月) is a month too.
pub(crate) const UNITS: &[(&str, Unit)] = &[
    ("个季度", Unit::Quarter),
    ("季度", Unit::Quarter),
    ("个月", Unit::Month),
    ("月", Unit::Month),
    ("个星期", Unit::Week),
    ("个礼拜", Unit::Week),
    ("个周", Unit::Week),
    ("星期", Unit::Week),
    ("礼拜", Unit::Week),
    ("周", Unit::Week),
    ("天", Unit::Day),
    ("日", Unit::Day),
];

/// 前三季度, 前5个月, 前8月, 头两个月, 最后五天, 后三月, 第三周, 首周, 第十天, 第一个星期一.
fn counted(cursor: &mut Cursor<'_>, first: char, previous: Option<Step>, rank: u8) -> Option<Step> {
    let mut ahead = *cursor;
    // 提前3个月, 目前两个月, 最后三周: the letter closes another word
    const CLOSES: &[char] = &['提', '目', '以', '之', '此', '当', '日', '最', '今', '其', '先', '落', '推', '延'];
    if matches!(first, '前' | '后') && cursor.before().is_some_and(|c| CLOSES.contains(&c)) {
        return None;
    }
    let (kind, least) = match first {
        '前' | '头' => ('前', 2),
        '后' => ('后', 1),
        '最' => ('后', 1),
        '首' => ('前', 1),
        '第' => ('第', 1),
        _ => return None,
    };
    let root = previous.is_none();
    if first == '最' {
        ahead.eat("最后").then_some(())?;
    } else {
        ahead.bump();
    }
    spaces(&mut ahead);
    let figure = if first == '首' { None } else { whole(&mut ahead) };
    spaces(&mut ahead);
    // 最后一个星期一, 第3个星期日
    if matches!(kind, '第' | '后') && rank <= 4 {
        let mut weekday_at = ahead;
        let _ = weekday_at.eat("个");
        let _ = weekday_at.eat("的");
        if let Some(weekday) = weekday_name(&mut weekday_at) {
            let index = if kind == '后' { 0 } else { figure?.value as u8 };
            if previous.is_some_and(|step| step.rank() <= 2) || kind == '后' {
                *cursor = weekday_at;
                return Some(Step::NthWeekday(index, weekday));
            }
        }
    }
    let count = figure.map_or(1, |figure| figure.value);
    if figure.is_some_and(|figure| figure.script == Script::Digits && figure.length > 1) || count == 0 {
        return None;
    }
    let (word, unit) = UNITS.iter().find(|(word, _)| ahead.eat(word)).copied()?;
    if unit == Unit::Month && word == "月" && ahead.rest().starts_with(NO_MONTH) {
        return None;
    }
    if matches!(word, "周") && ahead.rest().starts_with(['期', '年', '岁', '边', '报']) || word == "日" && ahead.rest().starts_with(['本', '均'])
    {
        return None;
    }
    if unit == Unit::Month && word == "月" {
        ahead.eat("份");
    }
    let most = match unit {
        Unit::Quarter => 4,
        Unit::Month => 12,
        Unit::Week => 53,
        _ => 366,
    };
    let in_year = previous.is_none_or(|step| step.rank() == 0);
    let fits = match unit {
        Unit::Quarter | Unit::Month => in_year,
        Unit::Week | Unit::Day => previous.is_some_and(|step| step.rank() <= 2),
        _ => false,
    };
    if count > most || !fits || (count < least && first != '首') {
        return None;
    }
    let step = match kind {
        '第' if root || (unit == Unit::Day && word == "日") => return None,
        '第' if unit == Unit::Quarter => Step::Quarter(count as u8),
        '第' if unit == Unit::Month => Step::Month(count as u8),
        '第' => Step::Nth(unit, count),
        // 首日, 首周, 首月 inside a period
        _ if first == '首' && root => return None,
        _ if first == '首' => Step::Nth(unit, 1),
        // 后三个月 without a year lies beside the reference: it is read elsewhere
        '后' if root => return None,
        '后' => Step::Last(unit, count),
        _ if root && word == "月" && figure.is_some_and(|f| f.script == Script::Placed && f.value < 10) => return None,
        _ => Step::First(unit, count),
    };
    *cursor = ahead;
    Some(step)
}

/// What follows 周 where it is no week: 周期, 周年, 周边.
const NO_WEEK: &str = "期年边岁围转报刊到全密知刻折遭身";

/// 上周, 本周, 这一周, 下下个星期, 第三周 (inside a month: see [`counted`]).
fn week(cursor: &mut Cursor<'_>, first: char) -> Option<Step> {
    static WEEKS: Words<&str> = Words::of(&["星期", "礼拜", "周"]);
    match first {
        '上' | '下' => offset(cursor, &WEEKS, false, NO_WEEK).map(Step::WeekOffset),
        '本' | '这' | '今' | '当' => {
            let mut ahead = *cursor;
            ahead.bump();
            let _ = ahead.eat("一");
            let _ = ahead.eat("个");
            ahead.eat_any(&WEEKS)?;
            if ahead.peek().is_some_and(|c| NO_WEEK.contains(c)) {
                return None;
            }
            *cursor = ahead;
            Some(Step::WeekOffset(0))
        }
        _ => None,
    }
}

/// 一 to 六, 日 and 天 after 周, 星期, 礼拜, or alone after a week: 周三, 上周三, 上周星期三.
fn weekday_name(cursor: &mut Cursor<'_>) -> Option<u8> {
    let mut ahead = *cursor;
    ahead.eat_any(words!["星期", "礼拜", "周"])?;
    let day = weekday_figure(&mut ahead)?;
    *cursor = ahead;
    Some(day)
}

fn weekday_figure(cursor: &mut Cursor<'_>) -> Option<u8> {
    let day = match cursor.peek()? {
        '日' | '天' => 7,
        c => chinese(c).filter(|day| (1..=6).contains(day) && c != '两')? as u8,
    };
    cursor.bump();
    Some(day)
}

fn weekday(cursor: &mut Cursor<'_>, first: char, previous: Option<Step>) -> Option<Step> {
    let in_week = matches!(previous, Some(Step::WeekOffset(_)));
    let mut ahead = *cursor;
    if (ahead.eat("周末") || (in_week && ahead.eat("末"))) && !ahead.rest().starts_with('档') {
        *cursor = ahead;
        return Some(Step::Weekend);
    }
    // 一周一次, 两周一个, 每周一: a length or a repetition before it
    let counted = |c: char| digits::is_figure(c) || matches!(c, '每' | '几' | '数' | '半' | '个' | '双' | '单');
    if matches!(first, '周' | '星' | '礼') && (in_week || !cursor.before().is_some_and(counted)) {
        let day = weekday_name(&mut ahead)?;
        // 周一鸣, 周六福: surnames and brands
        if ahead.rest().starts_with(['福', '鸣', '围', '佛']) || (day == 1 && ahead.rest().starts_with(['次', '个', '期', '天', '样'])) {
            return None;
        }
        *cursor = ahead;
        return Some(Step::Weekday(day));
    }
    if in_week {
        let day = weekday_figure(&mut ahead)?;
        *cursor = ahead;
        return Some(Step::Weekday(day));
    }
    None
}

/// Thirds of a month, longest first.
const THIRDS: &[(&str, Edge)] = &[
    ("上中旬", Edge::Thirds(1, 2)),
    ("中下旬", Edge::Thirds(2, 3)),
    ("中、下旬", Edge::Thirds(2, 3)),
    ("上、中旬", Edge::Thirds(1, 2)),
    ("上旬", Edge::Thirds(1, 1)),
    ("中旬", Edge::Thirds(2, 2)),
    ("下旬", Edge::Thirds(3, 3)),
    ("上半月", Edge::HalfMonth(1)),
    ("下半月", Edge::HalfMonth(2)),
    ("前半月", Edge::HalfMonth(1)),
    ("后半月", Edge::HalfMonth(2)),
];

/// 年底, 月初, 上旬, 季度末, 期间 …
fn edge(cursor: &mut Cursor<'_>, first: char, previous: Option<Step>) -> Option<Step> {
    let mut ahead = *cursor;
    let last = previous.map(|step| (step, step.rank()));
    let word = |cursor: &mut Cursor<'_>, table: &[(&str, Edge)]| table.iter().find(|(word, _)| cursor.eat(word)).map(|(_, edge)| *edge);
    let found = match last {
        None | Some((_, 0 | 2)) if matches!(first, '上' | '中' | '下' | '前' | '后') && THIRDS.iter().any(|(w, _)| ahead.rest().starts_with(w)) =>
        {
            if matches!(last, Some((_, 0))) {
                return None;
            }
            word(&mut ahead, THIRDS)
        }
        None => return None,
        Some((Step::Plan(_), _)) => {
            // “十三五”末: the words behind the closing quote tell the year, and stay outside the span
            let mut outside = ahead;
            if outside.peek().is_some_and(|c| matches!(c, '”' | '"' | '」' | '’')) {
                outside.bump();
                let edge = word(&mut outside, PLAN_EDGES).filter(|edge| matches!(edge, Edge::FirstYear | Edge::LastYear))?;
                return Some(Step::At(edge));
            }
            word(&mut ahead, PLAN_EDGES)
        }
        Some((Step::Decade(..) | Step::Century(_) | Step::CenturyOffset(_), _)) => word(&mut ahead, DECADE_EDGES),
        Some((_, 0)) => word(&mut ahead, YEAR_EDGES).or_else(|| {
            // 2019年中 ends a phrase; 2019年中国 does not
            let mut middle = ahead;
            (middle.eat("中") && at_edge(&middle)).then(|| {
                ahead = middle;
                Edge::Middle
            })
        }),
        Some((Step::Half(_) | Step::Quarter(_) | Step::QuarterOffset(_) | Step::HalfOffset(_) | Step::First(Unit::Quarter, _), _)) => {
            word(&mut ahead, QUARTER_EDGES)
        }
        Some((Step::Season(_), _)) => word(&mut ahead, &[("期间", Edge::Within)]),
        Some((step, 2)) => {
            // 十月初一 is a lunar day
            if ahead.rest().starts_with('初') && ahead.rest().chars().nth(1).is_some_and(digits::is_figure) {
                return None;
            }
            let _ = step;
            word(&mut ahead, MONTH_EDGES)
        }
        Some((Step::WeekOffset(_), _)) => word(&mut ahead, &[("初", Edge::Begin), ("中", Edge::Middle), ("内", Edge::Within)]),
        _ => None,
    }?;
    // 2023年初步, 年中国, 月中国, 年内蒙古: the word belongs to what follows
    let rest = ahead.rest();
    let crossing = match rest.chars().next() {
        None => false,
        Some(next) => match found {
            Edge::Begin => cursor.rest().starts_with('初') && matches!(next, '步' | '级' | '次' | '中' | '期' | '审' | '心' | '创'),
            Edge::Middle => {
                matches!(
                    next,
                    '国' | '央'
                        | '美'
                        | '欧'
                        | '日'
                        | '共'
                        | '部'
                        | '心'
                        | '型'
                        | '小'
                        | '标'
                        | '铁'
                        | '石'
                        | '建'
                        | '交'
                        | '信'
                        | '华'
                        | '级'
                        | '东'
                        | '西'
                        | '原'
                        | '方'
                        | '长'
                        | '俄'
                        | '外'
                        | '芯'
                        | '海'
                ) && !cursor.rest().starts_with("中期")
            }
            Edge::Within => cursor.rest().starts_with('内') && matches!(next, '蒙' | '地' | '部' | '外' | '陆' | '江' | '黄'),
            Edge::End => cursor.rest().starts_with('底') && matches!(next, '部' | '层' | '座' | '线'),
            _ => false,
        },
    };
    if crossing {
        return None;
    }
    *cursor = ahead;
    Some(Step::At(found))
}

const YEAR_EDGES: &[(&str, Edge)] = &[
    ("年年初", Edge::Begin),
    ("年初", Edge::Begin),
    ("初期", Edge::Begin),
    ("初", Edge::Begin),
    ("伊始", Edge::Begin),
    ("开年", Edge::Begin),
    ("岁首", Edge::Begin),
    ("年中", Edge::Middle),
    ("中期", Edge::Middle),
    ("年底", Edge::End),
    ("年末", Edge::End),
    ("年终", Edge::End),
    ("岁末", Edge::End),
    ("年尾", Edge::End),
    ("底", Edge::End),
    ("末", Edge::End),
    ("终", Edge::End),
    ("年内", Edge::Within),
    ("内", Edge::Within),
    ("期间", Edge::Within),
    ("全年", Edge::Within),
];

const QUARTER_EDGES: &[(&str, Edge)] =
    &[("初", Edge::Begin), ("中期", Edge::Middle), ("末", Edge::End), ("底", Edge::End), ("期间", Edge::Within), ("内", Edge::Within)];

const MONTH_EDGES: &[(&str, Edge)] = &[
    ("月初", Edge::Begin),
    ("初", Edge::Begin),
    ("月中", Edge::Middle),
    ("中", Edge::Middle),
    ("月底", Edge::End),
    ("月末", Edge::End),
    ("底", Edge::End),
    ("末", Edge::End),
    ("期间", Edge::Within),
    ("内", Edge::Within),
];

const PLAN_EDGES: &[(&str, Edge)] = &[
    ("时期初期", Edge::Within),
    ("开局之年", Edge::FirstYear),
    ("首年", Edge::FirstYear),
    ("第一年", Edge::FirstYear),
    ("收官之年", Edge::LastYear),
    ("末期", Edge::LastYear),
    ("期末", Edge::LastYear),
    ("时期末", Edge::LastYear),
    ("末", Edge::LastYear),
    ("期间", Edge::Within),
    ("时期", Edge::Within),
    ("以来", Edge::Within),
];

const DECADE_EDGES: &[(&str, Edge)] = &[
    ("初期", Edge::Begin),
    ("初", Edge::Begin),
    ("中期", Edge::Middle),
    ("中叶", Edge::Middle),
    ("末期", Edge::End),
    ("末", Edge::End),
    ("后期", Edge::End),
    ("期间", Edge::Within),
];

/// Days counted from today.
const DAY_WORDS: &[(&str, i32)] = &[
    ("大大后天", 4),
    ("大大前天", -4),
    ("大后天", 3),
    ("大前天", -3),
    ("后天", 2),
    ("后日", 2),
    ("前天", -2),
    ("前日", -2),
    ("今天", 0),
    ("今日", 0),
    ("今儿", 0),
    ("本日", 0),
    ("即日", 0),
    ("昨天", -1),
    ("昨日", -1),
    ("昨儿", -1),
    ("明天", 1),
    ("明日", 1),
    ("明儿", 1),
];

/// Days counted from the day that the text last named.
const TEXT_DAYS: &[(&str, i32)] = &[
    ("当日", 0),
    ("当天", 0),
    ("同日", 0),
    ("同一天", 0),
    ("那天", 0),
    ("这天", 0),
    ("这一天", 0),
    ("次日", 1),
    ("翌日", 1),
    ("第二天", 1),
    ("转天", 1),
];

/// A day and a part of it in one word: 今晚, 昨夜, 明早, 当晚. The part is left for the next step.
const DAY_PARTS: &[(char, i32, bool)] = &[('今', 0, false), ('昨', -1, false), ('明', 1, false), ('当', 0, true), ('次', 1, true)];

fn relative_day(cursor: &mut Cursor<'_>, first: char) -> Option<Step> {
    for (word, from, to) in [("今明两天", 0, 1), ("今明两日", 0, 1), ("明后两天", 1, 2), ("昨今两天", -1, 0), ("今明后三天", 0, 2)]
    {
        if word.starts_with(first) && cursor.eat(word) {
            return Some(Step::DayOffsets(from, to));
        }
    }
    // 先天后天: no days
    if let Some((word, days)) = DAY_WORDS.iter().find(|(word, _)| word.starts_with(first) && cursor.rest().starts_with(word)) {
        let mut ahead = *cursor;
        ahead.eat(word);
        let name = ahead.rest().starts_with("头条")
            || ahead.rest().starts_with("之星")
            || ahead.rest().starts_with("重现")
            || ahead.rest().starts_with("系");
        let crossing = match *word {
            "前日" | "后日" => {
                cursor.before().is_some_and(|c| matches!(c, '目' | '今' | '此' | '以' | '之' | '年' | '月')) || ahead.rest().starts_with(['本', '均'])
            }
            "明日" | "明天" if cursor.before().is_some_and(|c| matches!(c, '光' | '文' | '说' | '表' | '证' | '声')) => true,
            "后天" => cursor.behind().ends_with("先天"),
            // 更加美好的明天: what is to come, and no day
            "明天" if cursor.before() == Some('的') => true,
            "今日" | "明日" | "今天" | "明天" => {
                cursor.before().is_some_and(|c| matches!(c, '至' | '声' | '聪' | '发')) && cursor.behind().ends_with(['声', '聪'])
            }
            _ => false,
        };
        if name || crossing {
            return None;
        }
        *cursor = ahead;
        return Some(Step::DayOffset(*days));
    }
    if let Some((word, days)) = TEXT_DAYS.iter().find(|(word, _)| word.starts_with(first) && cursor.rest().starts_with(word)) {
        let mut ahead = *cursor;
        ahead.eat(word);
        // 进入第二天: the second, and no day after another
        let counted = *word == "第二天" && ["进入", "迎来", "来到", "到了"].iter().any(|verb| cursor.behind().ends_with(verb));
        if counted || *word == "当日" && ahead.rest().starts_with("本") {
            return None;
        }
        *cursor = ahead;
        return Some(Step::TextDay(*days));
    }
    let (_, days, text) = DAY_PARTS.iter().find(|(c, ..)| *c == first).copied()?;
    let mut ahead = *cursor;
    ahead.bump();
    if !ahead.peek().is_some_and(|c| matches!(c, '晚' | '早' | '晨' | '夜')) {
        return None;
    }
    // 今晚报 is a paper; 文明早期, 光明晚报: the words cross
    let mut after = ahead;
    after.bump();
    let paper = after.rest().starts_with("报") && !after.rest().starts_with("报道");
    let crossing =
        cursor.before().is_some_and(|c| matches!(c, '文' | '光' | '说' | '表' | '证' | '声' | '透' | '鲜' | '如' | '相' | '每' | '担' | '充'));
    if paper || crossing || after.rest().starts_with(['期', '稻', '熟']) {
        return None;
    }
    *cursor = ahead;
    Some(if text { Step::TextDay(days) } else { Step::DayOffset(days) })
}

/// What follows 号 where it is no day: 3号楼, 2号线.
const NO_DAY_AFTER_HAO: &[char] = &[
    '楼', '线', '院', '机', '文', '令', '公', '车', '店', '门', '厅', '馆', '仓', '地', '井', '炉', '坑', '泊', '码', '房', '桥', '岛', '矿', '梯',
    '厂', '高', '舱', '库', '站', '台', '罐', '塔', '池', '窑', '园', '田', '煤', '钢', '船', '轮', '艇', '卫', '火', '运', '星', '箭', '工', '通',
    '议', '提', '决', '法', '准', '会', '主', '标', '段', '隧', '洞', '支', '选', '种', '球', '位', '员', '柜', '镇', '村', '国', '省', '路', '街',
    '道', '巷', '弄', '单', '幢', '栋', '座', '室', '户', '铺', '档', '摊', '信', '电', '发', '生', '产', '设', '实', '首', '项', '汽', '柴', '燃',
    '油',
];

/// What follows 日 where a figure and 日 tell an amount a day or a country: 5日均, 3日元.
const NO_DAY_AFTER_RI: &[char] = &['均', '元', '产', '供', '处', '耗', '游', '龄', '薪', '照', '内', '式', '货', '资', '企', '化', '用', '达', '无'];

/// Words before a figure that make figure and 日 a length: 为期10日, 连续3日.
const LENGTH_BEFORE: &[&str] = &[
    "为期", "连续", "历时", "长达", "仅用", "不到", "不足", "超过", "至少", "最多", "只用", "共", "仅", "约", "近", "满", "逾", "超", "达", "每",
    "第", "隔", "用时", "用",
];

/// 26日, 15号, 初九, 廿二, 十月31: a day of a month.
fn day(cursor: &mut Cursor<'_>, first: char, previous: Option<Step>, lunar: bool) -> Option<Step> {
    let in_month = previous.is_some_and(|step| step.rank() == 2);
    let root = previous.is_none();
    let mut ahead = *cursor;
    if first == '初' && in_month {
        ahead.bump();
        let figure = whole(&mut ahead).filter(|w| (1..=10).contains(&w.value) && w.script != Script::Arabic)?;
        let _ = ahead.eat("日");
        *cursor = ahead;
        return Some(Step::LunarDay(figure.value as u8));
    }
    // 农历初九 without a month, or 大年初一
    if first == '初' && lunar {
        return None;
    }
    if !(in_month || root) {
        return None;
    }
    let figure = whole(&mut ahead)?;
    let fits = (1..=31).contains(&figure.value) && figure.length <= 3 && !(figure.script == Script::Digits && figure.length > 1);
    let after_figure = ahead;
    spaces(&mut ahead);
    if fits && ahead.eat("日") {
        if root && !bare_day(cursor, &ahead, figure) {
            return None;
        }
        if in_month {
            let _ = eat_if(&mut ahead, "当天", |_| true) || eat_if(&mut ahead, "当日", |_| true);
        }
        *cursor = ahead;
        return Some(Step::Day(figure.value as u8));
    }
    if fits && (ahead.eat("号")) {
        if ahead.rest().starts_with(NO_DAY_AFTER_HAO)
            && !ahead.rest().starts_with("发布")
            && (root || !ahead.rest().starts_with(['发', '公', '首', '会', '电', '国', '信', '生']))
        {
            return None;
        }
        // 16号、19号卫星, “祖冲之”二号: only at the head of a clause or behind a preposition
        if root {
            let head = cursor.before().is_none_or(|c| {
                matches!(c, '，' | '。' | ',' | '；' | ';' | '：' | '？' | '！' | '\n' | ' ' | '在' | '于' | '从' | '到' | '至' | '自')
            });
            let edge = at_edge(&ahead) && !ahead.rest().starts_with(['、', '/', '”', '"', '）', ')']);
            let goes_on = edge || ahead.rest().starts_with(['上', '下', '晚', '早', '凌', '中', '至', '到', '前', '后', '起', '你', '我', '他']);
            if !head || !goes_on || (figure.script != Script::Arabic && figure.length < 2) {
                return None;
            }
        }
        *cursor = ahead;
        return Some(Step::Day(figure.value as u8));
    }
    if !in_month || !fits {
        return None;
    }
    ahead = after_figure;
    // 廿 and the lunar months name lunar days without 日; elsewhere a bare figure is a day only before an edge: 十月31, 1月3至2月10
    let old = cursor.rest().starts_with(['廿', '卅']);
    let lunar = lunar || old || matches!(previous, Some(Step::LunarMonth(..)));
    let closes = at_edge(&ahead) && !ahead.rest().starts_with(['、', '/', '·'])
        || ahead.rest().starts_with(['至', '到', '-', '—', '~', '～', '晚', '早', '上', '下'])
        || (lunar && figure.script == Script::Placed);
    let zero = figure.zero_first && figure.script == Script::Digits;
    if !closes
        || zero
        || (lunar && figure.value > 30)
        || (figure.script == Script::Arabic && lunar && ahead.peek().is_some_and(char::is_alphanumeric))
    {
        return None;
    }
    *cursor = ahead;
    Some(if lunar { Step::LunarDay(figure.value as u8) } else { Step::Day(figure.value as u8) })
}

/// Whether a figure and 日 without a month are a day and no length or rate.
fn bare_day(start: &Cursor<'_>, end: &Cursor<'_>, figure: Whole) -> bool {
    let rest = end.rest();
    let length = LENGTH_BEFORE.iter().any(|word| start.behind().ends_with(word));
    let country = rest.starts_with('本') && !["本报", "本网", "本台", "本社", "本刊"].iter().any(|word| rest.starts_with(word));
    // 三日后, 3日内, 7日以上: lengths. 20日前 is a deadline.
    let counted =
        ["后", "以后", "之后", "内", "以内", "之内", "以上", "以下", "左右", "行动", "之久", "期"].iter().any(|word| rest.starts_with(word));
    let letters = start.before().is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '第' | '－' | '％' | '%'));
    // 一日打卡, 三日速成: a Chinese figure is a day of the month only where the clause begins with it and goes on to a time or ends
    let chinese = figure.script != Script::Arabic;
    let head = start.before().is_none_or(|c| !c.is_alphanumeric() || matches!(c, '于' | '在' | '从' | '自' | '到' | '至'));
    let dated = at_edge(end) || rest.starts_with(['上', '下', '晚', '早', '至', '到', '—', '-', '~', '～', '凌', '中', '傍']);
    !(length || country || counted || letters || rest.starts_with(NO_DAY_AFTER_RI)) && !(chinese && !(head && dated))
}

/// A step that a root word names: 年底, 月初, 岁末, 全天. These tell year and month by themselves, so they are chains of two steps.
pub(crate) fn root_words(cursor: &mut Cursor<'_>) -> Option<Chain> {
    let first = cursor.peek()?;
    let (word, unit, edge) = ROOT_WORDS.iter().find(|(word, ..)| word.starts_with(first) && cursor.rest().starts_with(word))?;
    let mut ahead = *cursor;
    ahead.eat(word);
    let inside = |c: char| {
        digits::is_figure(c)
            || matches!(
                c,
                '中' | '青'
                    | '少'
                    | '老'
                    | '当'
                    | '每'
                    | '成'
                    | '童'
                    | '早'
                    | '晚'
                    | '多'
                    | '几'
                    | '半'
                    | '个'
                    | '历'
                    | '逐'
                    | '近'
                    | '学'
                    | '财'
                    | '跨'
                    | '同'
                    | '满'
                    | '周'
                    | '次'
                    | '岁'
            )
    };
    if cursor.before().is_some_and(inside) {
        return None;
    }
    let next = ahead.peek();
    let crossing = match edge {
        Edge::Middle => next.is_some_and(|c| matches!(c, '国' | '央' | '美' | '欧' | '日' | '人' | '期' | '无')),
        Edge::Begin => next.is_some_and(|c| matches!(c, '步' | '级' | '次')),
        Edge::Within => next.is_some_and(|c| matches!(c, '蒙' | '部')),
        _ => false,
    };
    if crossing {
        return None;
    }
    *cursor = ahead;
    Some(vec![*unit, Step::At(*edge)])
}

const ROOT_WORDS: &[(&str, Step, Edge)] = &[
    ("年初", Step::YearOffset(0), Edge::Begin),
    ("岁初", Step::YearOffset(0), Edge::Begin),
    ("年中", Step::YearOffset(0), Edge::Middle),
    ("年底", Step::YearOffset(0), Edge::End),
    ("年末", Step::YearOffset(0), Edge::End),
    ("年终", Step::YearOffset(0), Edge::End),
    ("岁末", Step::YearOffset(0), Edge::End),
    ("年内", Step::YearOffset(0), Edge::Within),
    ("年度内", Step::YearOffset(0), Edge::Within),
    ("月初", Step::MonthOffset(0), Edge::Begin),
    ("月中", Step::MonthOffset(0), Edge::Middle),
    ("月底", Step::MonthOffset(0), Edge::End),
    ("月末", Step::MonthOffset(0), Edge::End),
    ("月内", Step::MonthOffset(0), Edge::Within),
    ("季初", Step::QuarterOffset(0), Edge::Begin),
    ("季末", Step::QuarterOffset(0), Edge::End),
    ("季度初", Step::QuarterOffset(0), Edge::Begin),
    ("季度末", Step::QuarterOffset(0), Edge::End),
    ("上旬", Step::MonthOffset(0), Edge::Thirds(1, 1)),
    ("中旬", Step::MonthOffset(0), Edge::Thirds(2, 2)),
    ("下旬", Step::MonthOffset(0), Edge::Thirds(3, 3)),
    ("上半月", Step::MonthOffset(0), Edge::HalfMonth(1)),
    ("下半月", Step::MonthOffset(0), Edge::HalfMonth(2)),
];
