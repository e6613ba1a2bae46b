//! How a figure moved: the verb of change before it, and what it is measured against.

use super::words::{BASES, CHANGES};
use crate::word_table::{Words, words};

/// The words of a change before a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Told {
    /// The verb.
    pub(super) verb: &'static str,
    /// year_on_year …; nothing where no base is named.
    pub(super) base: Option<&'static str>,
    /// up, down
    pub(super) direction: &'static str,
    /// Where the words of the change start in the text before the figure.
    pub(super) start: usize,
}

/// Words that may stand between the verb of change and the figure.
static BETWEEN: Words<&str> = Words::of(&[
    "了",
    "达到",
    "达",
    "高达",
    "均",
    "均在",
    "都在",
    "在",
    "更是",
    "更",
    "为",
    "约",
    "超过",
    "超",
    "近",
    "逾",
    "幅度为",
    "幅度达",
    "幅度",
    "目标",
    "分别",
    "至少",
    "比例达",
    "比例为",
    "速度达",
    "预计",
    "有望",
    "将",
    "(下同)",
    "（下同）",
    ":",
    "：",
    " ",
]);
/// Words that may stand between the base and the verb: 同比 大幅 增长.
static MANNER: Words<&str> = Words::of(&[
    "大幅",
    "实现",
    "快速",
    "逆势",
    "稳步",
    "分别",
    "累计",
    "平均",
    "实际",
    "名义",
    "小幅",
    "显著",
    "明显",
    "持续",
    "再",
    "更",
    "又",
    "、",
    ",",
    "，",
    "均",
    "仍",
    "却",
    "期",
    "目标",
    "可以",
    "将",
    "预计",
    "整体",
    "由降转",
    "(下同)",
    "（下同）",
    "可",
    "各",
]);

/// Reads the change that the words end with.
pub(super) fn told(before: &str) -> Option<Told> {
    let mut rest = before;
    while let Some(shorter) = BETWEEN.longest_ending(rest).and_then(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    let (verb, direction) = CHANGES.longest_ending(rest)?;
    let head = rest.strip_suffix(verb)?;
    // 至少, 新增, 最多, 许多 are no changes of a level
    if NOT_CHANGES.end(rest) {
        return None;
    }
    let mut rest = head;
    let (base, start) = loop {
        if let Some((base, kind)) = BASES.longest_ending(rest) {
            break (Some(*kind), rest.len() - base.len());
        }
        match MANNER.strip_ending(rest) {
            Some(shorter) => rest = shorter,
            None => break (comparison(head), comparison_start(head).unwrap_or(head.len())),
        }
    };
    // 比上年低0.3个百分点; 最高, 新高 are no changes
    if matches!(*verb, "高" | "低") && base.is_none_or(|base| base == "unspecified") {
        return None;
    }
    // 来水量与多年同期相比减少: what it is compared with is no part of what is measured
    let compared = head.get(start..).is_some_and(|base| words!["相比"].stand_in(base));
    let start = compared.then(|| with_start(head.get(..start)?)).flatten().unwrap_or(start);
    Some(Told { verb, base, direction, start })
}

/// What a change is measured against, by words of its own: 比上年增长, 环比.
pub(super) fn base_of(words: &str) -> &'static str {
    if words!["同比", "去年", "上年", "同期"].stand_in(words) {
        "year_on_year"
    } else if words!["环比", "上月", "上季"].stand_in(words) {
        "previous_period"
    } else if words!["之初", "年初", "以来"].stand_in(words) {
        "since_start"
    } else {
        "unspecified"
    }
}

static NOT_CHANGES: Words<&str> = Words::of(&[
    "至少",
    "新增",
    "最多",
    "许多",
    "不少",
    "很多",
    "众多",
    "诸多",
    "多少",
    "减少了",
    "晋升",
    "直升",
    "千升",
    "毫升",
    "更多",
    "大多",
    "投资增加",
    "最少",
]);

/// 比2012年, 较设立之初: another base in words of its own.
fn comparison(head: &str) -> Option<&'static str> {
    let start = comparison_start(head)?;
    Some(base_of(head.get(start..)?))
}

/// Where a closing comparison (比…, 较…, 相比…) starts.
fn comparison_start(head: &str) -> Option<usize> {
    const LONGEST: usize = 12;
    head.char_indices()
        .rev()
        .take(LONGEST)
        .filter(|(_, c)| matches!(c, '比' | '较'))
        // 占比, 比重 compare nothing
        .find(|(at, _)| {
            let share = head.get(..*at).is_some_and(|before| before.ends_with('占'));
            !share && head.get(*at..).is_some_and(|rest| !words!["比重", "比例"].begin(rest))
        })
        .map(|(at, _)| head.get(..at).and_then(|before| before.strip_suffix(['同', '环', '相'])).map_or(at, str::len)) // 同比2022年
}

/// Where the comparison that goes on behind the words starts: 来水量与多年 同期相比.
fn with_start(words: &str) -> Option<usize> {
    const LONGEST: usize = 16;
    words.char_indices().rev().take(LONGEST).find(|(_, c)| matches!(c, '与' | '和' | '同')).map(|(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes() {
        let read = |text| told(text).map(|told| (told.base, told.direction, text.get(..told.start).unwrap_or_default()));
        assert_eq!(read("固定资产投资同比增长"), Some((Some("year_on_year"), "up", "固定资产投资")));
        assert_eq!(read("进口额较去年大幅下降了"), Some((Some("year_on_year"), "down", "进口额")));
        assert_eq!(read("、增长"), Some((None, "up", "、")));
        assert_eq!(read("出口同比去年增长"), Some((Some("year_on_year"), "up", "出口")));
        assert_eq!(read("出口同比2022年增长"), Some((Some("year_on_year"), "up", "出口")));
        assert_eq!(read("产量环比一季度下降"), Some((Some("previous_period"), "down", "产量")));
        assert_eq!(read("产量环比上月下降"), Some((Some("previous_period"), "down", "产量")));
        assert_eq!(read("出口与去年同期比增长"), Some((Some("year_on_year"), "up", "出口")));
        assert_eq!(read("出口较上年同期相比增长"), Some((Some("year_on_year"), "up", "出口")));
        assert_eq!(read("出口相较2019年增长"), Some((Some("unspecified"), "up", "出口")));
        assert_eq!(read("出口同比增长(下同)"), Some((Some("year_on_year"), "up", "出口")));
        assert_eq!(read("产业占比提升"), Some((None, "up", "产业占比")));
        assert_eq!(read("存款与年初相比增加"), Some((Some("since_start"), "up", "存款")));
        assert_eq!(read("比2012年提高"), Some((Some("unspecified"), "up", "")));
        assert_eq!(read("两年平均增长"), Some((Some("two_year_average"), "up", "")));
        assert_eq!(read("规上工业增加值增速"), Some((None, "up", "规上工业增加值")));
        assert_eq!(read("年均增长高达"), Some((Some("unspecified"), "up", "")));
        assert_eq!(read("至少"), None);
        assert_eq!(read("开工率达"), None);
    }
}
