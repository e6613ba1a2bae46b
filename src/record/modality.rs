//! How a statement is meant: the words that turn a fact into a plan, a forecast, an aim or a condition.

use crate::record::Modality;
use crate::word_table::Words;

/// Words that colour what follows them in their clause and, in a list, in the clauses after it. The longest match at a place counts.
static COLOURS: Words<(&str, Modality)> = Words::of_pairs(&[
    // planned: somebody means to do it
    ("计划", Modality::Planned),
    ("规划", Modality::Planned),
    ("拟", Modality::Planned),
    ("将", Modality::Planned),
    ("打算", Modality::Planned),
    ("倡议", Modality::Planned),
    ("准备", Modality::Planned),
    ("即将", Modality::Planned),
    // expected: it will come by itself or as a result
    ("预计", Modality::Expected),
    ("预期", Modality::Expected),
    ("预测", Modality::Expected),
    ("有望", Modality::Expected),
    ("预盈", Modality::Expected),
    ("预亏", Modality::Expected),
    ("预增", Modality::Expected),
    ("预减", Modality::Expected),
    ("可实现", Modality::Expected),
    ("可达", Modality::Expected),
    ("可新增", Modality::Expected),
    ("可带动", Modality::Expected),
    ("可年产", Modality::Expected),
    ("可提供", Modality::Expected),
    ("可容纳", Modality::Expected),
    ("可增加", Modality::Expected),
    ("可招引", Modality::Expected),
    ("可减少", Modality::Expected),
    ("可节约", Modality::Expected),
    ("能达到", Modality::Expected),
    ("将达", Modality::Expected),
    ("将超", Modality::Expected),
    ("将突破", Modality::Expected),
    ("建成后", Modality::Expected),
    ("投产后", Modality::Expected),
    ("达产后", Modality::Expected),
    ("投用后", Modality::Expected),
    ("投运后", Modality::Expected),
    ("投入使用后", Modality::Expected),
    ("投入运营后", Modality::Expected),
    ("全部建成", Modality::Expected),
    // target: it is aimed at
    ("力争", Modality::Target),
    ("争取实现", Modality::Target),
    ("争取达到", Modality::Target),
    ("争取完成", Modality::Target),
    ("争取全年", Modality::Target),
    ("争取年", Modality::Target),
    ("目标", Modality::Target),
    ("确保", Modality::Target),
    ("努力实现", Modality::Target),
    ("奋力", Modality::Target),
    ("冲刺", Modality::Target),
    // conditional: it hangs on something
    ("如果", Modality::Conditional),
    ("若", Modality::Conditional),
    ("一旦", Modality::Conditional),
    ("最多可", Modality::Conditional),
    ("最高可", Modality::Conditional),
]);

/// Longer words that hold one of the above without its sense.
static COLOURLESS: Words<&str> = Words::of(&[
    "将近",
    "产能达到",
    "目标责任",
    "根据计划",
    "按计划",
    "按照计划",
    "根据规划",
    "按照规划",
    "将来",
    "计划单列",
    "规划局",
    "规划展",
    "自然资源和规划",
    "将军",
    "若干",
    "若羌",
    "干将",
    "名将",
    "五年规划",
    "三年行动计划",
    "行动计划",
    "年度计划投资",
    "年度目标",
    "全年目标",
    "目标任务",
    "年度计划",
    "时间目标",
    "将该",
    "目标的",
    "计划的",
    "安排的",
    "预期的",
    "目标企业",
    "目标客户",
    "安排部署",
    "准备工作",
    "伙伴计划",
    "专项计划",
    "持股计划",
    "理财计划",
    "资管计划",
    "资产管理计划",
    "信托计划",
    "计划生育",
    "发展规划",
    "经济开发区规划",
]);

/// Words by which a clause says that it tells what is so.
static FACTS: Words<&str> = Words::of(&["已", "累计", "目前", "实际", "截至", "完成了", "实现了", "达到了", "新增了"]);

/// How the words before a figure mean it; nothing where they leave that open.
///
/// The last colouring word counts: `计划总投资` planned, `预计年产值` expected, `力争全年` target.
pub(crate) fn of(before: &str) -> Option<Modality> {
    let mut found = None;
    let mut skip = 0;
    for (at, _) in before.char_indices() {
        if at < skip {
            continue;
        }
        let rest = before.get(at..).unwrap_or_default();
        if let Some(word) = COLOURLESS.beginning(rest).next() {
            skip = at + word.len();
        } else if let Some((word, modality)) = COLOURS.longest_beginning(rest) {
            // 将力争, 计划到…力争: the aim is told, whatever plan stands before it; 将 after 预计 stays a forecast
            found = match (found, *modality) {
                (Some(Modality::Target | Modality::Expected | Modality::Conditional), Modality::Planned) => found,
                (_, modality) => Some(modality),
            };
            skip = at + word.len();
        } else if let Some(word) = FACTS.beginning(rest).next() {
            found = Some(Modality::Actual);
            skip = at + word.len();
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours() {
        for (text, want) in [
            ("计划总投资", Some(Modality::Planned)),
            ("预计年产值", Some(Modality::Expected)),
            ("有望突破", Some(Modality::Expected)),
            ("将力争达到", Some(Modality::Target)),
            ("预计将达到", Some(Modality::Expected)),
            ("若审批通过,公司投资", Some(Modality::Conditional)),
            ("已完成投资", Some(Modality::Actual)),
            ("总投资", None),
            ("将近", None),
            ("完成年度目标的", None),
        ] {
            assert_eq!(of(text), want, "{text}");
        }
    }
}
