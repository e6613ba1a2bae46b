//! How a statement is meant: the words that turn a fact into a plan, a forecast, an aim or a condition.

use crate::context::Context;
use crate::record::Modality;
use crate::span::Span;
use crate::starts::{Learn, Start};
use crate::word_table::Words;

/// Words that colour what follows them in their clause and, in a list, in the clauses after it, and longer words that hold one of them without its
/// sense, with nothing. The longest match at a place counts.
static COLOURS: Words<(&str, Option<Modality>)> = Words::of_pairs(&[
    // planned: somebody means to do it
    ("计划", Some(Modality::Planned)),
    ("规划", Some(Modality::Planned)),
    ("拟", Some(Modality::Planned)),
    ("将", Some(Modality::Planned)),
    ("打算", Some(Modality::Planned)),
    ("倡议", Some(Modality::Planned)),
    ("准备", Some(Modality::Planned)),
    ("即将", Some(Modality::Planned)),
    // expected: it will come by itself or as a result
    ("预计", Some(Modality::Expected)),
    ("预期", Some(Modality::Expected)),
    ("预测", Some(Modality::Expected)),
    ("有望", Some(Modality::Expected)),
    ("预盈", Some(Modality::Expected)),
    ("预亏", Some(Modality::Expected)),
    ("预增", Some(Modality::Expected)),
    ("预减", Some(Modality::Expected)),
    ("可实现", Some(Modality::Expected)),
    ("可达", Some(Modality::Expected)),
    ("可新增", Some(Modality::Expected)),
    ("可带动", Some(Modality::Expected)),
    ("可年产", Some(Modality::Expected)),
    ("可提供", Some(Modality::Expected)),
    ("可容纳", Some(Modality::Expected)),
    ("可增加", Some(Modality::Expected)),
    ("可招引", Some(Modality::Expected)),
    ("可减少", Some(Modality::Expected)),
    ("可节约", Some(Modality::Expected)),
    ("能达到", Some(Modality::Expected)),
    ("将达", Some(Modality::Expected)),
    ("将超", Some(Modality::Expected)),
    ("将突破", Some(Modality::Expected)),
    ("建成后", Some(Modality::Expected)),
    ("投产后", Some(Modality::Expected)),
    ("达产后", Some(Modality::Expected)),
    ("投用后", Some(Modality::Expected)),
    ("投运后", Some(Modality::Expected)),
    ("投入使用后", Some(Modality::Expected)),
    ("投入运营后", Some(Modality::Expected)),
    ("全部建成", Some(Modality::Expected)),
    // target: it is aimed at
    ("力争", Some(Modality::Target)),
    ("争取实现", Some(Modality::Target)),
    ("争取达到", Some(Modality::Target)),
    ("争取完成", Some(Modality::Target)),
    ("争取全年", Some(Modality::Target)),
    ("争取年", Some(Modality::Target)),
    ("目标", Some(Modality::Target)),
    ("确保", Some(Modality::Target)),
    ("努力实现", Some(Modality::Target)),
    ("奋力", Some(Modality::Target)),
    ("冲刺", Some(Modality::Target)),
    // conditional: it hangs on something
    ("如果", Some(Modality::Conditional)),
    ("若", Some(Modality::Conditional)),
    ("一旦", Some(Modality::Conditional)),
    ("最多可", Some(Modality::Conditional)),
    ("最高可", Some(Modality::Conditional)),
    // actual: by these words a clause says that it tells what is so
    ("已", Some(Modality::Actual)),
    ("累计", Some(Modality::Actual)),
    ("目前", Some(Modality::Actual)),
    ("实际", Some(Modality::Actual)),
    ("截至", Some(Modality::Actual)),
    ("完成了", Some(Modality::Actual)),
    ("实现了", Some(Modality::Actual)),
    ("达到了", Some(Modality::Actual)),
    ("新增了", Some(Modality::Actual)),
    // no colour at all
    ("实际到位", None),
    ("实际利用", None),
    ("实际使用", None),
    ("实际吸收", None),
    ("奋力打造", None),
    ("将近", None),
    ("产能达到", None),
    ("目标责任", None),
    ("根据计划", None),
    ("按计划", None),
    ("按照计划", None),
    ("根据规划", None),
    ("按照规划", None),
    ("将来", None),
    ("计划单列", None),
    ("规划局", None),
    ("规划展", None),
    ("自然资源和规划", None),
    ("将军", None),
    ("若干", None),
    ("若羌", None),
    ("干将", None),
    ("名将", None),
    ("五年规划", None),
    ("三年行动计划", None),
    ("行动计划", None),
    ("年度计划投资", None),
    ("年度目标", None),
    ("全年目标", None),
    ("目标任务", None),
    ("规划任务", None),
    ("年度计划", None),
    ("完成全年计划", None),
    ("占全年计划", None),
    ("时间目标", None),
    ("将该", None),
    ("目标的", None),
    ("既定目标", None),
    ("预定目标", None),
    ("原定目标", None),
    ("计划的", None),
    ("安排的", None),
    ("预期的", None),
    // what was reached is set against it
    ("高于年度预期目标", None),
    ("高于全年预期目标", None),
    ("高于预期目标", None),
    ("高于年初目标", None),
    ("高于目标", None),
    ("快于年度预期目标", None),
    ("快于全年预期目标", None),
    ("快于预期目标", None),
    ("快于年初目标", None),
    ("快于目标", None),
    ("低于年度预期目标", None),
    ("低于全年预期目标", None),
    ("低于预期目标", None),
    ("低于年初目标", None),
    ("低于目标", None),
    ("好于年度预期目标", None),
    ("好于全年预期目标", None),
    ("好于预期目标", None),
    ("好于年初目标", None),
    ("好于目标", None),
    ("超年度预期目标", None),
    ("超全年预期目标", None),
    ("超预期目标", None),
    ("超年初目标", None),
    ("超目标", None),
    ("超出年度预期目标", None),
    ("超出全年预期目标", None),
    ("超出预期目标", None),
    ("超出年初目标", None),
    ("超出目标", None),
    ("超过年度预期目标", None),
    ("超过全年预期目标", None),
    ("超过预期目标", None),
    ("超过年初目标", None),
    ("超过目标", None),
    ("目标企业", None),
    ("目标客户", None),
    ("安排部署", None),
    ("准备工作", None),
    ("伙伴计划", None),
    ("计划生育", None),
    ("生产计划", None),
    ("计划执行", None),
    ("发展规划", None),
    ("经济开发区规划", None),
    ("规划建设了", None),
    ("规划管理", None),
    ("每年将", None),
    ("专项计划", None),
    ("持股计划", None),
    ("理财计划", None),
    ("资管计划", None),
    ("资产管理计划", None),
    ("信托计划", None),
]);

/// How the words before a figure mean it; nothing where they leave that open.
///
/// The last colouring word counts: `计划总投资` planned, `预计年产值` expected, `力争全年` target.
pub(crate) fn of(before: &str) -> Option<Modality> {
    last(told(before).filter_map(|(_, modality)| modality))
}

/// The colouring words of a clause, found once and asked for each of its amounts.
#[derive(Clone, Debug)]
pub(crate) struct Moods(Vec<(Span, Option<Modality>)>);

impl Moods {
    /// No words.
    pub(crate) const NONE: Self = Self(Vec::new());

    /// The words of a clause of the text.
    pub(crate) fn of(context: &Context<'_>, clause: Span) -> Self {
        Self(COLOURS.longest_at(clause.of(context.text), context.starts.within(Start::Colour, clause)).map(coloured).collect())
    }

    /// How the words that end by byte `at` of the clause mean what follows them.
    pub(crate) fn before(&self, at: usize) -> Option<Modality> {
        last(self.0.iter().take_while(|(span, _)| span.end <= at).filter_map(|(_, modality)| *modality))
    }

    /// The same of the words that begin before it, as 将超 does whose end is the hedge of the amount: 总投资将|超2亿元.
    pub(crate) fn reaching(&self, at: usize) -> Option<Modality> {
        last(self.0.iter().take_while(|(span, _)| span.start < at).filter_map(|(_, modality)| *modality))
    }

    /// What [`of`] says of the clause up to byte `at`, where a word may be cut off.
    pub(crate) fn of_beginning(&self, clause: &str, at: usize) -> Option<Modality> {
        let cut = self.0.iter().any(|(span, _)| (span.start + 1..span.end).contains(&at));
        if cut { clause.get(..at).and_then(of) } else { self.before(at) }
    }
}

/// The colouring words, and what they say.
fn told(words: &str) -> impl Iterator<Item = (Span, Option<Modality>)> {
    COLOURS.longest_in(words).map(coloured)
}

fn coloured((at, (word, modality)): (usize, &(&str, Option<Modality>))) -> (Span, Option<Modality>) {
    (Span::new(at, at + word.len()), *modality)
}

/// The words that colour statements.
pub(super) fn starts(learn: Learn<'_>) {
    COLOURS.iter().for_each(|(word, _)| learn(Start::Colour, word));
}

/// What several colouring words say together.
fn last(told: impl Iterator<Item = Modality>) -> Option<Modality> {
    told.fold(None, |found, modality| match (found, modality) {
        // 将力争, 计划到…力争: the aim is told, whatever plan stands before it; 将 after 预计 stays a forecast
        (Some(Modality::Target | Modality::Expected | Modality::Conditional), Modality::Planned) => found,
        (_, modality) => Some(modality),
    })
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
            ("实际到位", None),
            ("实际利用", None),
            ("实际使用", None),
            ("实际吸收", None),
            ("将近", None),
            ("完成年度目标的", None),
        ] {
            assert_eq!(of(text), want, "{text}");
        }
    }
}
