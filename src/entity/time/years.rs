//! Reads years and what is larger: 2023年, 二〇二三年, 98年4月, 去年, 民国三年, 上世纪90年代, 十四五.

use super::digits::{self, Script, Whole, whole};
use super::grammar::Step;
use super::scan::{eat_if, spaces};
use crate::cursor::Cursor;
use crate::word_table::{Words, words};

/// Years counted from the reference.
pub(crate) static OFFSETS: Words<(&str, i32)> = Words::of_pairs(&[
    ("大大前年", -4),
    ("大前年", -3),
    ("前年", -2),
    ("去年", -1),
    ("上年度", -1),
    ("上一年度", -1),
    ("上一年", -1),
    ("上年", -1),
    ("今年", 0),
    ("本年度", 0),
    ("本年", 0),
    ("这一年", 0),
    ("新的一年", 0),
    ("新一年", 0),
    ("明年", 1),
    ("来年", 1),
    ("下一年度", 1),
    ("下年度", 1),
    ("下一年", 1),
    ("下年", 1),
    ("大后年", 3),
    ("后年", 2),
]);

/// Years counted from the year last named.
pub(crate) static TEXT_OFFSETS: Words<(&str, i32)> =
    Words::of_pairs(&[("当年", 0), ("同年", 0), ("那一年", 0), ("那年", 0), ("该年", 0), ("同一年", 0), ("次年", 1), ("翌年", 1), ("第二年", 1)]);

/// Years from the one to the other, counted from the reference.
pub(crate) static TWO_YEARS: Words<(&str, i32, i32)> =
    Words::of_triples(&[("今明两年", 0, 1), ("今明后三年", 0, 2), ("去今两年", -1, 0), ("前去两年", -2, -1)]);

/// Centuries counted from the one of the reference.
pub(crate) static CENTURIES: Words<(&str, i32)> =
    Words::of_pairs(&[("上世纪", -1), ("上个世纪", -1), ("本世纪", 0), ("这个世纪", 0), ("新世纪", 0), ("下世纪", 1), ("下个世纪", 1)]);

/// One letter for a year before a season or a part of it: 今春, 去冬, 明春.
const SEASON_YEARS: &[(char, i32)] = &[('今', 0), ('去', -1), ('明', 1)];

/// Reign years still found in texts: the first year of each, and how many it has.
pub(crate) static ERAS: Words<(&str, i32, u32)> = Words::of_triples(&[
    ("公元", 1, 2100),
    ("西元", 1, 2100),
    ("民国", 1912, 200),
    ("宣统", 1909, 3),
    ("光绪", 1875, 34),
    ("同治", 1862, 13),
    ("咸丰", 1851, 11),
    ("道光", 1821, 30),
    ("嘉庆", 1796, 25),
    ("乾隆", 1736, 60),
    ("雍正", 1723, 13),
    ("康熙", 1662, 61),
    ("顺治", 1644, 18),
    ("崇祯", 1628, 17),
    ("天启", 1621, 7),
    ("万历", 1573, 48),
    ("隆庆", 1567, 6),
    ("嘉靖", 1522, 45),
    ("正德", 1506, 16),
    ("弘治", 1488, 18),
    ("成化", 1465, 23),
    ("宣德", 1426, 10),
    ("永乐", 1403, 22),
    ("洪武", 1368, 31),
    ("开元", 713, 29),
    ("天宝", 742, 15),
    ("贞观", 627, 23),
    ("神龙", 705, 3),
]);

/// The five-year plans and their first years; the second is the first that is told without quotes or a unit behind it.
pub(crate) static PLANS: Words<(&str, i32)> = Words::of_pairs(&[
    ("十一五", 11),
    ("十二五", 12),
    ("十三五", 13),
    ("十四五", 14),
    ("十五五", 15),
    ("十六五", 16),
    ("十七五", 17),
    ("一五", 1),
    ("二五", 2),
    ("三五", 3),
    ("四五", 4),
    ("五五", 5),
    ("六五", 6),
    ("七五", 7),
    ("八五", 8),
    ("九五", 9),
    ("十五", 10),
]);

/// First and last year of a five-year plan.
pub(crate) const fn plan_years(number: i32) -> (i32, i32) {
    match number {
        1 => (1953, 1957),
        2 => (1958, 1962),
        // 1963 to 1965 belong to no plan
        _ => (1966 + (number - 3) * 5, 1970 + (number - 3) * 5),
    }
}

/// Reads a year or a longer period.
pub(crate) fn year(cursor: &mut Cursor<'_>, root: bool) -> Option<Step> {
    let first = cursor.peek()?;
    if let Some(step) = plan(cursor, first) {
        return Some(step);
    }
    if let Some(step) = relative(cursor, first) {
        return Some(step);
    }
    if let Some(step) = century(cursor, first) {
        return Some(step);
    }
    if let Some(step) = era(cursor) {
        return Some(step);
    }
    let mut ahead = *cursor;
    let figure = whole(&mut ahead)?;
    let after_figure = ahead;
    spaces(&mut ahead);
    if ahead.eat("年代") {
        let decade = decade(figure)?;
        *cursor = ahead;
        return Some(decade);
    }
    // 2022财年
    let arabic = figure.script == Script::Arabic && figure.length == 4 && (1900..2100).contains(&figure.value);
    if arabic && ahead.eat_any(words!["财年", "财政年度", "会计年度"]).is_some() {
        *cursor = ahead;
        return Some(Step::Year(figure.value as i32));
    }
    if !ahead.eat("年") {
        // 2023端午: before a feast 年 may be left out
        let year = figure.script == Script::Arabic && figure.length == 4 && (1900..2100).contains(&figure.value);
        let mut feast = after_figure;
        let value = figure.value as i32;
        if year && root && super::holidays::read(&mut feast, Some(Step::Year(value))).is_some() {
            *cursor = after_figure;
            return Some(Step::Year(value));
        }
        return None;
    }
    let year = year_value(figure, &ahead, cursor)?;
    // 2021年年度报告 is a document of its own name
    let _ = eat_if(&mut ahead, "度", |rest| !rest.starts_with(['假', '过']))
        || eat_if(&mut ahead, "年度", |rest| !words!["报告", "股东", "审计", "会议", "大会", "计划", "业绩", "报表"].begin(rest))
        || eat_if(&mut ahead, "份", |_| true);
    *cursor = ahead;
    Some(Step::Year(year))
}

/// The year that a figure before 年 names, if it names one and no length.
fn year_value(figure: Whole, after: &Cursor<'_>, before: &Cursor<'_>) -> Option<i32> {
    let value = i32::try_from(figure.value).ok()?;
    match (figure.script, figure.length) {
        (Script::Arabic | Script::Digits, 4) => (1000..=2999).contains(&value).then_some(value),
        (Script::Placed, _) if (1000..=2200).contains(&value) && value % 1000 != 0 => Some(value),
        // 一一四年, 114年1月: years of the Republic, as Taiwan counts them; 一二三年 is no such year
        (Script::Digits, 3) if (100..=130).contains(&value) => Some(value + 1911),
        (Script::Arabic, 3) if (100..=130).contains(&value) && part_follows(after) => Some(value + 1911),
        (Script::Arabic, 3) if before.behind().ends_with(['在', '于']) && value > 130 => Some(value),
        // 七八年 is an estimate unless a month follows, 三三年 is a year
        (Script::Digits, 2) if value % 10 == value / 10 + 1 && !figure.zero_first => part_follows(after).then(|| pivot(value)),
        (Script::Digits, 2) if before.rest().chars().all(|c| c != '两') || !before.rest().starts_with('两') => Some(pivot(value)),
        (Script::Arabic, 2) if figure.zero_first || part_follows(after) => Some(pivot(value)),
        _ => None,
    }
}

/// A year of two figures.
pub(crate) const fn pivot(value: i32) -> i32 {
    if value < 33 { 2000 + value } else { 1900 + value }
}

/// Whether a part of a year comes next, so that two figures before 年 are a year: 23年6月, 19年底, 97年一季度.
fn part_follows(after: &Cursor<'_>) -> bool {
    let mut ahead = *after;
    spaces(&mut ahead);
    let rest = ahead.rest();
    const PARTS: &[&str] = &[
        "底",
        "末",
        "初",
        "年底",
        "年末",
        "年初",
        "元月",
        "正月",
        "腊月",
        "春节",
        "除夕",
        "中秋",
        "国庆",
        "元旦",
        "端午",
        "元宵",
        "清明",
        "上半年",
        "下半年",
        "首季",
        "农历",
        "上旬",
        "冬至",
        "夏至",
        "立春",
    ];
    if PARTS.iter().any(|word| rest.starts_with(word)) {
        return true;
    }
    let counted = ahead.eat("第") | ahead.eat("前") | ahead.eat("闰");
    let Some(figure) = whole(&mut ahead) else { return false };
    let _ = figure;
    spaces(&mut ahead);
    // 23年1-5月
    let mut right = ahead;
    if right.eat_any(words!["至", "到", "-", "—", "－", "～", "~"]).is_some() {
        let _ = right.eat("—");
        if whole(&mut right).is_some() && right.rest().starts_with('月') {
            return true;
        }
    }
    let rest = ahead.rest();
    if counted {
        return rest.starts_with(['周', '月', '季', '天'])
            || rest.starts_with("个月")
            || rest.starts_with("个季")
            || rest.starts_with("个星期")
            || rest.starts_with("个礼拜");
    }
    rest.starts_with('月') || rest.starts_with("季度")
}

fn plan(cursor: &mut Cursor<'_>, first: char) -> Option<Step> {
    if !matches!(first, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十') {
        return None;
    }
    let (word, number) = PLANS.beginning(cursor.rest()).next()?;
    let mut ahead = *cursor;
    ahead.eat(word);
    let quoted = cursor.before().is_some_and(|c| matches!(c, '“' | '"' | '「' | '‘' | '\''))
        && ahead.peek().is_some_and(|c| matches!(c, '”' | '"' | '」' | '’' | '\''));
    let named = ["期间", "时期", "规划", "计划", "末", "初期", "中期", "开局", "收官", "以来", "目标", "首年"]
        .iter()
        .any(|word| ahead.rest().starts_with(word));
    // 十一五 and later need no mark, but 二十四五 and 十五五十 are figures
    let lone = *number >= 11
        && !cursor.before().is_some_and(digits::is_figure)
        && !ahead.peek().is_some_and(|c| {
            digits::is_figure(c)
                || matches!(c, '万' | '亿' | '个' | '家' | '年' | '月' | '日' | '岁' | '人' | '天' | '元' | '号' | '点' | '分' | '条' | '项')
        });
    let bare_small =
        *number < 11 && !quoted && !(named && !ahead.rest().starts_with(['末', '目']) && !cursor.before().is_some_and(digits::is_figure));
    if !(quoted || named || lone) || bare_small {
        return None;
    }
    *cursor = ahead;
    Some(Step::Plan(*number))
}

fn relative(cursor: &mut Cursor<'_>, first: char) -> Option<Step> {
    if let Some((word, years)) = OFFSETS.beginning(cursor.rest()).next() {
        let mut ahead = *cursor;
        ahead.eat(word);
        let rest = ahead.rest();
        // 目前年产, 以前年度, 以上年度, 提前年内: the words cross
        let crossing = match *word {
            "前年" => {
                cursor
                    .before()
                    .is_some_and(|c| matches!(c, '目' | '以' | '之' | '提' | '当' | '此' | '日' | '月' | '年' | '产') || digits::is_figure(c))
                    || rest.starts_with(['产', '均', '度', '化'])
            }
            "上年" | "下年" | "上年度" | "下年度" => {
                cursor.before().is_some_and(|c| matches!(c, '以' | '线' | '马' | '网' | '月' | '加' | '之')) || rest.starts_with(['纪', '产', '均'])
            }
            "后年" => {
                cursor.before().is_some_and(|c| matches!(c, '以' | '之' | '产' | '成' | '此' | '今' | '最' | '年' | '月' | '天' | '投' | '期' | '目'))
                    || rest.starts_with(['产', '均', '度'])
            }
            "来年" if rest.starts_with(['货', '味']) => true,
            "来年" => cursor.before().is_some_and(|c| matches!(c, '近' | '多' | '些' | '年' | '几' | '往' | '以' | '十' | '未')),
            "本年" | "本年度" => cursor.before().is_some_and(|c| matches!(c, '日' | '成' | '基' | '资' | '根' | '版')),
            "上一年" | "下一年" => {
                cursor.before().is_some_and(|c| matches!(c, '马' | '以' | '加' | '之' | '网')) || rest.starts_with(['半', '级'])
            }
            "新一年" => rest.starts_with("代"),
            _ => false,
        };
        if crossing || rest.starts_with("代") && !rest.starts_with("代表") {
            return None;
        }
        let _ = eat_if(&mut ahead, "度", |rest| !rest.starts_with(['假', '过']));
        *cursor = ahead;
        return Some(Step::YearOffset(*years));
    }
    if let Some((word, years)) = TEXT_OFFSETS.beginning(cursor.rest()).next() {
        let mut ahead = *cursor;
        ahead.eat(word);
        // 次年报, 多次年会: 年 belongs to what follows; 相当年产
        let crossing = match *word {
            "次年" | "翌年" => {
                ahead.rest().starts_with(['报', '会', '检', '审'])
                    || cursor.before().is_some_and(|c| digits::is_figure(c) || matches!(c, '多' | '每' | '几' | '本' | '届' | '单'))
            }
            "当年" => cursor.before().is_some_and(|c| matches!(c, '相' | '每' | '正' | '应')) && !ahead.rest().starts_with(['，', '、', '。']),
            // 进入第二年, 连续第二年: the second, and no year after another
            "第二年" => cursor.before().is_none_or(char::is_alphanumeric) || ahead.rest().starts_with(['度', '级']),
            "同年" => cursor.before() == Some('不') || ahead.rest().starts_with(['龄', '级', '代', '份']),
            _ => false,
        };
        if crossing {
            return None;
        }
        *cursor = ahead;
        return Some(Step::TextYear(*years));
    }
    if let Some((word, from, to)) = TWO_YEARS.beginning(cursor.rest()).next() {
        cursor.eat(word);
        return Some(Step::YearOffsets(*from, *to));
    }
    let (_, years) = SEASON_YEARS.iter().find(|(c, _)| *c == first)?;
    let mut ahead = *cursor;
    ahead.bump();
    let season = ahead.peek().is_some_and(|c| matches!(c, '春' | '夏' | '秋' | '冬'));
    let mut after = ahead;
    after.bump();
    if !season || after.rest().starts_with(['节', '运', '奥']) || (first == '去' && after.rest().starts_with(['令', '天'])) {
        return None;
    }
    *cursor = ahead;
    Some(Step::YearOffset(*years))
}

/// 上世纪90年代, 20世纪80年代, 本世纪, 二十一世纪.
fn century(cursor: &mut Cursor<'_>, first: char) -> Option<Step> {
    let mut ahead = *cursor;
    let base = if let Some((word, offset)) = CENTURIES.beginning(ahead.rest()).next() {
        ahead.eat(word);
        Step::CenturyOffset(*offset)
    } else if digits::is_figure(first) {
        let figure = whole(&mut ahead).filter(|w| (1..=22).contains(&w.value))?;
        spaces(&mut ahead);
        // 21世纪经济报道 is a paper
        if !ahead.eat("世纪")
            || ["经济", "教育", "不动产", "公园"].iter().any(|name| ahead.rest().starts_with(name))
            || figure.script == Script::Digits && figure.length > 1
        {
            return None;
        }
        Step::Century((figure.value as i32 - 1) * 100)
    } else {
        return None;
    };
    if base == Step::CenturyOffset(0) && cursor.rest().starts_with("新世纪") && !super::scan::at_edge(&ahead) {
        return None;
    }
    let mut decades = ahead;
    spaces(&mut decades);
    if let Some(figure) = whole(&mut decades).filter(|w| w.value % 10 == 0 && w.value < 100) {
        spaces(&mut decades);
        if decades.eat("年代") {
            *cursor = decades;
            let century = match base {
                Step::Century(first) => first,
                // The century of the reference is settled when it is resolved; these words are only used of our time.
                Step::CenturyOffset(offset) => 2000 + offset * 100,
                _ => return None,
            };
            return Some(Step::Decade(century + figure.value as i32, true));
        }
    }
    *cursor = ahead;
    Some(base)
}

/// 90年代, 八十年代, 1990年代.
fn decade(figure: Whole) -> Option<Step> {
    let value = i32::try_from(figure.value).ok()?;
    match value {
        1000..=2100 if value % 10 == 0 => Some(Step::Decade(value, true)),
        10..=99 if value % 10 == 0 => Some(Step::Decade(if value < 30 { 2000 + value } else { 1900 + value }, false)),
        _ => None,
    }
}

/// 民国三年, 康熙二十年, 公元1996年, 宣统元年.
fn era(cursor: &mut Cursor<'_>) -> Option<Step> {
    let (word, base, years) = ERAS.beginning(cursor.rest()).next()?;
    let mut ahead = *cursor;
    ahead.eat(word);
    spaces(&mut ahead);
    let number = if ahead.eat("元") { 1 } else { whole(&mut ahead)?.value };
    spaces(&mut ahead);
    if !ahead.eat("年") || number == 0 || number > *years {
        return None;
    }
    *cursor = ahead;
    Some(Step::Year(base + i32::try_from(number).ok()? - 1))
}

/// A year or month of one half, in the shorthand of analysts: 1H22, 22H1, 2022H1, 3Q23, 2023Q1.
pub(crate) fn shorthand(cursor: &mut Cursor<'_>) -> Option<Vec<Step>> {
    let mut ahead = *cursor;
    let figure = whole(&mut ahead).filter(|w| w.script == Script::Arabic)?;
    let unit = ahead.bump()?.to_ascii_uppercase();
    let second = whole(&mut ahead).filter(|w| w.script == Script::Arabic)?;
    let ends = !ahead.peek().is_some_and(|c| c.is_ascii_alphanumeric());
    let (year, part) = match (figure.length, second.length) {
        (1, 2) => (second, figure),
        (2 | 4, 1) => (figure, second),
        _ => return None,
    };
    let step = match (unit, part.value) {
        ('H', 1..=2) => Step::Half(part.value as u8),
        ('Q', 1..=4) => Step::Quarter(part.value as u8),
        _ => return None,
    };
    let year = if year.length == 2 { pivot(year.value as i32) } else { year.value as i32 };
    (ends && (1900..2100).contains(&year)).then(|| *cursor = ahead)?;
    Some(vec![Step::Year(year), step])
}
