//! What offices are for: the chain of functions before an ending, and whose office it is.

use super::body::Body;
use super::words;
use crate::entity::edge;
use crate::word_index::WordIndex;
use crate::word_table::Words;
use once_cell::sync::Lazy;

static FUNCTIONS: Lazy<WordIndex<'static, ()>> = Lazy::new(|| WordIndex::of(words::FUNCTIONS));

/// What the last function of a centre must be: 投资促进中心, 经济发展服务中心; 数据中心 and 金融中心 are no bodies.
pub(super) static CENTRES: Words<&str> = Words::of(&[
    "服务",
    "促进",
    "管理",
    "保障",
    "监督",
    "协调",
    "指导",
    "招商",
    "投促",
    "投资促进",
    "招商引资",
    "经济发展",
    "企业服务",
    "便民服务",
    "政务服务",
    "行政服务",
    "公共就业",
    "疾控",
    "疾病预防控制",
    "血液",
    "征收",
    "土地储备",
    "评审",
    "财政评审",
    "国库支付",
    "公共资源",
    "行政审批",
    "审批服务",
    "投资服务",
    "人才服务",
]);

/// Functions that tell nothing alone.
pub(super) static GENERAL_FUNCTIONS: Words<&str> =
    Words::of(&["管理", "服务", "监督", "监管", "建设", "发展", "综合", "促进", "保障", "指导", "协调", "研究"]);

/// What a desk (办) is for.
pub(super) static DESKS: Words<&str> = Words::of(&[
    "重点",
    "重点项目",
    "重点工程",
    "重大项目",
    "招商",
    "招商引资",
    "金融",
    "扶贫",
    "信访",
    "外事",
    "法制",
    "编制",
    "督查",
    "口岸",
    "政研",
    "文明",
    "侨务",
    "网信",
    "新闻",
    "人才",
    "双拥",
    "防汛",
    "安全",
    "民族宗教",
    "人防",
    "史志",
    "档案",
    "保密",
    "经贸",
    "外经贸",
    "能源",
    "移民",
    "征收",
    "拆迁",
    "城市更新",
    "营商环境",
    "审批",
    "自贸",
    "开发区",
    "乡村振兴",
    "精神文明",
]);

/// Start of the chain of functions that ends at byte `at`: 自然资源和生态环境 + 局.
pub(super) fn functions_before(text: &str, floor: usize, at: usize, joined: bool) -> usize {
    let mut from = at;
    // 招商一局, 投促二科
    if let Some(number) =
        text.get(floor..from).and_then(|behind| behind.chars().next_back()).filter(|c| matches!(c, '一' | '二' | '三' | '四' | '五'))
    {
        let before = from - number.len_utf8();
        if function_before(text, floor, before).is_some() {
            from = before;
        }
    }
    for _ in 0..8 {
        if let Some(start) = function_before(text, floor, from) {
            from = start;
            continue;
        }
        let Some(behind) = text.get(floor..from) else { break };
        let Some(joint) = behind.chars().next_back().filter(|c| matches!(c, '和' | '与' | '及')) else { break };
        match function_before(text, floor, from - joint.len_utf8()) {
            Some(start) if from < at || joined => from = start,
            _ => break,
        }
    }
    from
}

/// Start of the longest function that ends at byte `end`.
pub(super) fn function_before(text: &str, floor: usize, end: usize) -> Option<usize> {
    let behind = text.get(floor..end)?;
    let starts = behind.char_indices().rev().take(12).map(|(at, _)| at);
    starts.into_iter().filter(|at| behind.get(*at..).is_some_and(|word| FUNCTIONS.hold(word))).last().map(|at| floor + at)
}

pub(super) fn last_function(text: &str, from: usize, at: usize) -> &str {
    function_before(text, from, at).and_then(|start| text.get(start..at)).unwrap_or_default()
}

/// Whether an office is a part of the body before it: its functions begin where that ends (市政府 + 办公室, 商务部 + 外国投资管理司).
pub(super) fn belongs_to(text: &str, last: &Body, functions: usize, at: usize) -> bool {
    if last.span.end == functions {
        return true;
    }
    let between = text.get(last.span.end..at).unwrap_or_default();
    let parent = between.chars().count() >= 2 && matches!(last.class, words::GOVERNMENT | words::PARTY | words::RESEARCH | words::EDUCATION);
    parent
        && !between.is_empty()
        && between.chars().count() <= 7
        && between.chars().all(edge::is_han)
        && !between.contains(['的', '和', '与', '在', '对', '将', '向', '由', '等', '市', '省', '区', '县', '了', '也', '会', '说', '及', '是', '有'])
        && !(0..between.len()).any(|from| {
            between
                .get(from..)
                .is_some_and(|rest| rest.char_indices().nth(2).is_some_and(|(end, _)| edge::is_stop(rest.get(..end).unwrap_or_default())))
        })
        && !edge::is_stop(between)
}
