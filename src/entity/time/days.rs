//! Reads days: 今天, 次日, 26日, 15号, 初九, 今晚.

use super::digits::{Script, Whole, whole};
use super::grammar::Step;
use super::scan::{at_edge, eat_if, spaces};
use crate::cursor::Cursor;
use crate::word_table::Words;

/// Days counted from today.
pub(crate) static DAY_WORDS: Words<(&str, i32)> = Words::of_pairs(&[
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
]);

/// Days counted from the day that the text last named.
pub(crate) static TEXT_DAYS: Words<(&str, i32)> = Words::of_pairs(&[
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
]);

/// Days from the one to the other, counted from today.
pub(crate) static TWO_DAYS: Words<(&str, i32, i32)> =
    Words::of_triples(&[("今明两天", 0, 1), ("今明两日", 0, 1), ("明后两天", 1, 2), ("昨今两天", -1, 0), ("今明后三天", 0, 2)]);

/// A day and a part of it in one word: 今晚, 昨夜, 明早, 当晚. The part is left for the next step.
const DAY_PARTS: &[(char, i32, bool)] = &[('今', 0, false), ('昨', -1, false), ('明', 1, false), ('当', 0, true), ('次', 1, true)];

pub(crate) fn relative_day(cursor: &mut Cursor<'_>, first: char) -> Option<Step> {
    if let Some((word, from, to)) = TWO_DAYS.beginning(cursor.rest()).next() {
        cursor.eat(word);
        return Some(Step::DayOffsets(*from, *to));
    }
    // 先天后天: no days
    if let Some((word, days)) = DAY_WORDS.beginning(cursor.rest()).next() {
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
    if let Some((word, days)) = TEXT_DAYS.beginning(cursor.rest()).next() {
        let mut ahead = *cursor;
        ahead.eat(word);
        // 进入第二天: the second, and no day after another
        let counted = *word == "第二天" && ["进入", "迎来", "来到", "到了"].iter().any(|verb| cursor.behind().ends_with(verb));
        // 周转天数: days that something turns over in
        let turns = *word == "转天" && cursor.before().is_some_and(|c| matches!(c, '周' | '运' | '流' | '翻' | '倒' | '旋' | '扭'));
        if counted || turns || *word == "当日" && ahead.rest().starts_with("本") {
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
static LENGTH_BEFORE: Words<&str> = Words::of(&[
    "为期", "连续", "历时", "长达", "仅用", "不到", "不足", "超过", "至少", "最多", "只用", "共", "仅", "约", "近", "满", "逾", "超", "达", "每",
    "第", "隔", "用时", "用",
]);

/// 26日, 15号, 初九, 廿二, 十月31: a day of a month.
pub(crate) fn day(cursor: &mut Cursor<'_>, first: char, previous: Option<Step>, lunar: bool) -> Option<Step> {
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
    let length = LENGTH_BEFORE.end(start.behind());
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
