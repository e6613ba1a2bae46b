//! Where the clause around a date lies: what it plans is to come, what it reports is past.

use super::Policy;
use super::digits;
use super::resolve::Direction;
use crate::span::Span;
use crate::word_table::{Words, words};

/// Where a date without a year is looked for.
pub(crate) fn of(text: &str, span: Span, policy: Policy) -> Direction {
    match policy {
        Policy::PreferPast => Direction::Past,
        Policy::PreferFuture => Direction::Future,
        Policy::Nearest => Direction::Nearest,
        Policy::FollowText if is_alone(text, span) => Direction::ThisYear,
        Policy::FollowText if forecasts_result(text, span) => Direction::Nearest,
        Policy::FollowText if is_planned(text, span) => Direction::Future,
        Policy::FollowText => Direction::Past,
    }
}

/// The longest text, in bytes, that may be one expression and spaces.
const LONGEST_ALONE: usize = 300;

/// Whether the text is this expression and nothing else.
fn is_alone(text: &str, span: Span) -> bool {
    let is_blank = |words: Option<&str>| words.is_none_or(|words| words.trim().is_empty());
    text.len() <= LONGEST_ALONE && is_blank(text.get(..span.start)) && is_blank(text.get(span.end..))
}

/// Whether the clause around a mention tells of what is to come.
fn is_planned(text: &str, span: Span) -> bool {
    plans(clause_before(text, span.start), false)
        || plans(clause_after(text, span.end), true)
        || is_promised(text, span)
        || opens_plan(text, span)
        || goes_on_with_plan(text, span)
}

/// 预计上半年净利润3亿元: a firm's forecast of its results comes out when the period is nearly over, or just over.
fn forecasts_result(text: &str, span: Span) -> bool {
    const REACH: usize = 12;
    let after = clause_after(text, span.end);
    let near = after.char_indices().nth(REACH).map_or(after, |(at, _)| after.get(..at).unwrap_or(after));
    let results = ["净利", "归母", "归属于", "扣非", "营收", "营业收入", "业绩", "盈利", "亏损", "利润"];
    ["预计", "预计公司"].iter().any(|word| clause_before(text, span.start).ends_with(word)) && results.iter().any(|word| near.contains(word))
}

/// 将组建小分队，于3月至4月赴外招商: a clause that a preposition opens, without a subject of its own, goes on with the plan of the clause before.
fn goes_on_with_plan(text: &str, span: Span) -> bool {
    let own = clause_before(text, span.start);
    let before = span.start.checked_sub(own.len()).and_then(|at| text.get(..at)).and_then(|before| before.strip_suffix(['，', ',']));
    before.is_some_and(|before| matches!(own, "于" | "并于" | "在" | "并在" | "自" | "从") && plans(clause_before(before, before.len()), false))
}

/// 12月份可投产, 6月底要完工: what can or must be done on a day is to come; 可 and its like open nouns too.
fn is_promised(text: &str, span: Span) -> bool {
    let after = text.get(span.end..).unwrap_or_default();
    words!["可", "能", "要"].begin(after)
        && !words!["可支配", "可比", "可再生", "可谓", "可见", "可持续", "能源", "能耗", "能力", "能级", "要素", "要求", "要闻", "要点"].begin(after)
}

/// 23日凌晨，将进入南海: a date that is a clause of its own belongs to the clause behind it, where that has no subject.
fn opens_plan(text: &str, span: Span) -> bool {
    let next = text.get(span.end..).and_then(|rest| rest.strip_prefix(['，', ','])).map_or("", |rest| clause_after(rest, 0));
    words!["将", "即将", "有望"].beginning(next).any(|word| {
        // 将3个项目列入清单: 将 takes an object
        let takes_object = next.strip_prefix(word).is_some_and(|rest| rest.starts_with(digits::is_figure));
        !takes_object && is_plan(next, 0, word)
    })
}

/// 近期将来新区: a vague past word right before 将 looks ahead.
pub(crate) fn looks_ahead(text: &str, span: Span) -> bool {
    let after = clause_after(text, span.end);
    let near = after.char_indices().nth(4).map_or(after, |(at, _)| after.get(..at).unwrap_or(after));
    let ahead = words!["将", "即将", "拟", "计划", "有望", "可望", "会"].begin(near) || words!["即将", "计划", "有望", "可望"].stand_in(near);
    ahead && words!["近期", "近日", "最近"].hold(span.of(text))
}

/// Words that look ahead.
static PLANS: Words<&str> = Words::of(&[
    "将", "计划", "预计", "拟", "力争", "有望", "定于", "预期", "争取", "届时", "确保", "目标", "预定", "可望", "即将", "望于", "待", "排到", "排至",
]);

/// Verbs that report: what is planned behind them was told on the day before them.
static REPORTS: Words<&str> =
    Words::of(&["公告", "宣布", "表示", "发布", "公布", "获悉", "介绍", "印发", "披露", "透露", "签署", "签订", "召开", "举行", "消息", "讯", "电"]);

/// Whether a word that looks ahead stands in a clause; in the clause after a date not where it is a report.
fn plans(clause: &str, after: bool) -> bool {
    clause.char_indices().any(|(at, _)| {
        // 计划|11月投产: right before the date it is a verb; behind a noun (投资计划) it is one itself
        let verb = |word: &str| {
            let noun = clause.get(..at).is_some_and(|lead| lead.ends_with(['度', '年', '资', '产', '设', '作', '动', '行', '展', '》', '”', '的']));
            !after && word == "计划" && at + word.len() == clause.len() && !noun
        };
        let mut planned = PLANS.beginning(clause.get(at..).unwrap_or_default()).filter(|word| verb(word) || is_plan(clause, at, word));
        planned.next().is_some() && !(after && clause.get(..at).is_some_and(|lead| REPORTS.stand_in(lead)))
    })
}

/// Whether the word at a place looks ahead, and is no part of a noun: 将军, 计划书, 待遇.
fn is_plan(clause: &str, at: usize, word: &str) -> bool {
    let lead = clause.get(..at).unwrap_or_default();
    let rest = clause.get(at + word.len()..).unwrap_or_default();
    !match word {
        "将" => rest.starts_with(['军', '士', '领', '官', '门', '近', '才']) || lead.ends_with(['大', '上', '中', '少', '名', '老', '麻']),
        "计划" | "目标" => {
            rest.is_empty()
                || rest.starts_with(['的', '书', '表', '》', '”', '"', '、', '经'])
                || lead.ends_with(['》', '年', '行', '动']) && word == "计划"
        }
        "待" => lead.ends_with(['等', '接', '招', '对', '期', '优', '看']) || rest.starts_with(['遇', '业', '机']),
        "拟" => lead.ends_with(['模', '虚', '草']) || rest.starts_with(['人', '态', '合', '定', '订']),
        _ => false,
    }
}

/// How many characters of a clause are looked at on each side.
const CLAUSE: usize = 24;

const CLAUSE_ENDS: &[char] = &['，', '。', '；', '！', '？', '\n', ',', ';', '!', '?', '：', ':', '”', '“'];

fn clause_before(text: &str, at: usize) -> &str {
    let before = text.get(..at).unwrap_or_default();
    let from = before.char_indices().rev().take(CLAUSE).take_while(|(_, c)| !CLAUSE_ENDS.contains(c)).last().map_or(at, |(at, _)| at);
    before.get(from..).unwrap_or_default()
}

fn clause_after(text: &str, at: usize) -> &str {
    let after = text.get(at..).unwrap_or_default();
    let to =
        after.char_indices().enumerate().find(|(count, (_, c))| *count == CLAUSE || CLAUSE_ENDS.contains(c)).map_or(after.len(), |(_, (at, _))| at);
    after.get(..to).unwrap_or_default()
}
