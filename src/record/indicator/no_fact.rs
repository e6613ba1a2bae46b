//! Figures that measure nothing: vague ones, enumerations, standards, what belongs to one project.

use super::bare_row::JOINTS;
use super::measure;
use super::rate::{LEADS, is_point};
use super::reader::{GUIDES, Reader};
use super::scene::Scene;
use crate::context::Mention;
use crate::entity::Kind;
use crate::record::clause::Clause;
use crate::seek::Seek;
use crate::span::Span;
use crate::word_table::words;

/// How far behind the number of them 中 stands, in characters.
const AMONG: usize = 6;

impl Reader<'_, '_> {
    /// Figures that measure nothing: vague ones, enumerations of the text, repetitions by a pointing word, stakes sold, names, penalties.
    pub(super) fn is_no_fact(&self, clause: &Clause, mention: &Mention, from: usize, left: &str, right: &str) -> bool {
        let words = self.words(mention.span);
        // 几家 is no figure
        let vague = words.starts_with('几') && words.chars().count() <= 2;
        // 两项, 四个 written out: an enumeration, unless the clause ends with it as its figure
        let written = words.starts_with(['两', '二', '三', '四', '五', '六', '七', '八', '九']) && measure::counts(&mention.value);
        let enumerates = written && (!right.is_empty() || left.contains(['、', '和'])) && !right.starts_with(['、', '(', '（']);
        // 以上3.5亿元 takes up what was told
        let pointed = words!["以上", "上述"].end(left);
        // 收购某公司79%股权 says what is sold
        let rate = mention.kind() == Kind::Percent;
        let sold = rate && words!["股权", "股份", "的股权", "的股份", "的份额"].begin(right) && !left.has("持有");
        // “二分之一”工作法 is a name
        let named = rate && left.ends_with('“') && right.starts_with('”');
        // 实现“四个翻番”: how many things doubled
        let doublings = rate && words.starts_with('翻') && left.ends_with('个');
        // 如甲公司年产3万吨铜箔、乙公司年产2万吨铜箔等: what plants are called by
        let named_after = left.ends_with("年产") && words!["如", "例如", "包括", "有"].begin(self.words(clause.span)) && right.contains('等');
        // 时间过半、任务过半: that half of the year is over
        let halves = rate && words.ends_with("过半") && words!["时间", "任务", "“时间", "“任务"].end(left);
        // 面积3.2、4.5万亩: a row whose figures do not all say what they count
        let rowed = JOINTS.strip_ending(left).is_some_and(|row| row.ends_with(|c: char| c.is_ascii_digit()));
        let rowed = rowed && !LEADS.stand_in(left);
        let penal = words!["罚金", "罚款", "判处", "行贿", "受贿", "违法所得"].stand_in(left);
        // 提前8个月突破100亿元, 迈入百亿元台阶, 两位数或翻倍增长, 分3期建设
        // 较去年提前11天突破千列
        let early = left.has("提前")
            && (mention.kind() == Kind::Money
                || words!["天突破", "日突破", "月突破", "天达", "日达", "月达", "周突破"].stand_in(self.words(clause.span)));
        let class = words!["台阶", "行列", "俱乐部", "方阵"].begin(right);
        let loose = left.has("两位数");
        // 分3组签约: in how many parts something is done
        let parted = left.ends_with('分') && words.ends_with(['组', '批', '次', '路', '步', '档']);
        let stages = words.ends_with('期') || parted;
        // 距县城12公里外: how far away something lies
        let far = mention.kind() == Kind::Quantity && left.contains('距') && right.starts_with(['外', '处', '远', '之', '的']);
        // 高于上年的59%: the standard of another time
        let of = left.ends_with('的')
            || right.starts_with("的“")
            || words!["的平均", "的增速", "的全国", "的全省", "的全市", "的预期", "的目标"].begin(right);
        let standard = rate && !is_point(mention) && words!["高于", "低于", "超过", "快于", "好于"].stand_in(left) && of;
        // 高于“十三五”期间2.5万亿元的投资额
        let other = mention.kind() == Kind::Money && words!["高于", "低于", "多于", "少于", "好于"].begin(left);
        // 100MW/200MWh储能电站: how large a plant is
        let rated = mention.kind() == Kind::Quantity && !measure::counts(&mention.value) && right.starts_with('/');
        // 围绕千亿斤粮食产能提升行动: by what one is guided
        let guided = GUIDES.begin(self.words(clause.span))
            && (from == clause.span.start || left.ends_with(['和', '与', '、']))
            && words!["目标", "行动", "任务", "战略", "工程", "计划", "产业", "集群", "产业链"].end(right);
        // 居全国26个省会城市前列: among how many
        let among = words!["全国", "全省", "全市", "全区", "全县", "全州"].strip_ending(left);
        let ranked = measure::counts(&mention.value)
            && (words!["位居", "位列", "名列", "居于", "排在"].end(among.unwrap_or(left))
                || among.is_some_and(|left| left.ends_with(['居', '列', '排']))
                || among.is_some_and(|left| left.ends_with('在')) && right.leading(AMONG).contains('中')); // 在全市16个区中占三成
        // 每10股派发红利3元
        // 每5台中就有1台: nor how many of so many
        let counts = measure::counts(&mention.value);
        let of_each = || {
            let before = self.scene.figures(Span::new(clause.span.start, mention.span.start));
            let mut starts = before.iter().filter_map(|figure| self.scene.get(*figure)).map(|figure| figure.span.start);
            starts.any(|start| self.words(Span::new(clause.span.start, start)).ends_with('每'))
        };
        let each = counts && (left.ends_with('每') || words!["有", "只有"].end(left) && of_each());
        ranked
            || each
            || rowed
            || guided
            || doublings
            || halves
            || named_after
            || vague
            || enumerates
            || pointed
            || sold
            || named
            || penal
            || far
            || early
            || class
            || loose
            || stages
            || standard
            || other
            || rated
    }
}

/// A rate right in front of a noun describes it: 100%国产化.
pub(super) fn is_bare_rate(mention: &Mention, left: &str, right: &str) -> bool {
    const OPEN: [char; 11] = ['的', '和', '与', '、', '(', '（', ' ', '”', '及', '股', '以'];
    mention.kind() == Kind::Percent && !right.is_empty() && !right.starts_with(OPEN) && !left.contains('占')
}

/// An amount that belongs to a named project behind it: 总投资30亿元的某某项目.
pub(super) fn is_project_amount(scene: &Scene<'_>, mention: &Mention, right: &str, next: Option<usize>) -> bool {
    if !matches!(mention.kind(), Kind::Money | Kind::Quantity) || measure::counts(&mention.value) {
        return false;
    }
    let Some(rest) = right.strip_prefix('的') else { return false };
    if next.is_some_and(|next| scene.get(next).is_some_and(|m| m.span.start <= mention.span.end + '的'.len_utf8() * 5 && m.kind() == Kind::Quantity))
    {
        return false;
    }
    let named = scene
        .mentions
        .iter()
        .skip(scene.mentions.partition_point(|m| m.span.start < mention.span.end))
        .take(3)
        .any(|m| m.kind() == Kind::Project && m.span.start < mention.span.end + 90);
    let head = rest.leading(24);
    named || words!["项目", "工程", "基地", "产业园", "工厂", "电站", "电厂"].stand_in(head)
}
