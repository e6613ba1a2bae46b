//! What an amount says of a project, told by the words around it.

use crate::context::Mention;
use crate::entity::{Kind, Value};
use crate::seek::Seek;
use crate::word_table::{Words, words};

/// What an amount is to a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Investment,
    /// 固定资产投资 and the like: the investment where no total is told.
    PartInvestment,
    Completed,
    PaidIn,
    Output,
    Revenue,
    Tax,
    Site,
    Floor,
    Capacity,
    /// Goods in a year.
    Goods,
    Jobs,
    Period,
    /// Something that is no field of a project.
    Other,
}

/// Words before an amount, the ones nearest to it first in meaning: the last word found before the amount counts.
static BEFORE: Words<(&str, Role)> = Words::of_pairs(&[
    ("总投资", Role::Investment),
    ("投资总额", Role::Investment),
    ("计划投资", Role::Investment),
    ("预计投资", Role::Investment),
    ("投资额", Role::Investment),
    ("总金额", Role::Investment),
    ("投资约", Role::Investment),
    ("概算", Role::Investment),
    ("斥资", Role::Investment),
    ("投资", Role::Investment),
    ("总额", Role::Investment),
    ("投入", Role::Investment),
    ("固定资产投资", Role::PartInvestment),
    ("设备投资", Role::PartInvestment),
    ("基建投资", Role::PartInvestment),
    ("年度投资", Role::PartInvestment),
    ("年度计划投资", Role::PartInvestment),
    ("完成投资", Role::Completed),
    ("完成总投资", Role::Completed),
    ("完成年度投资", Role::Completed),
    ("完成固定资产投资", Role::Completed),
    ("累计投资", Role::Completed),
    ("已投资", Role::Completed),
    ("已投入", Role::Completed),
    ("到位资金", Role::PaidIn),
    ("实际到位", Role::PaidIn),
    ("到位", Role::PaidIn),
    ("到账", Role::PaidIn),
    ("年产值", Role::Output),
    ("产值", Role::Output),
    ("总产值", Role::Output),
    ("销售收入", Role::Revenue),
    ("销售额", Role::Revenue),
    ("营业收入", Role::Revenue),
    ("营收", Role::Revenue),
    ("营业额", Role::Revenue),
    ("主营业务收入", Role::Revenue),
    ("年收入", Role::Revenue),
    ("交易额", Role::Revenue),
    ("税收", Role::Tax),
    ("纳税", Role::Tax),
    ("利税", Role::Tax),
    ("税金", Role::Tax),
    ("上缴税", Role::Tax),
    ("年税", Role::Tax),
    ("占地", Role::Site),
    ("用地", Role::Site),
    ("土地面积", Role::Site),
    ("占地面积", Role::Site),
    ("用地面积", Role::Site),
    ("供地", Role::Site),
    ("征地", Role::Site),
    ("总占地", Role::Site),
    ("建筑规划面积", Role::Floor),
    ("规划建筑面积", Role::Floor),
    ("规划面积", Role::Site),
    ("规划用地", Role::Site),
    ("建筑面积", Role::Floor),
    ("总建筑面积", Role::Floor),
    ("建设面积", Role::Floor),
    ("厂房", Role::Floor),
    ("车间", Role::Floor),
    ("总建面", Role::Floor),
    ("标准厂房", Role::Floor),
    ("租用厂房", Role::Floor),
    ("仓库", Role::Floor),
    ("年产", Role::Goods),
    ("日产", Role::Capacity),
    ("月产", Role::Capacity),
    ("产能", Role::Capacity),
    ("年处理", Role::Goods),
    ("年发电", Role::Goods),
    ("发电量", Role::Goods),
    ("年发", Role::Goods),
    ("产量", Role::Goods),
    ("年加工", Role::Goods),
    ("生产规模", Role::Goods),
    ("生产能力", Role::Capacity),
    ("年吞吐", Role::Goods),
    ("年供", Role::Goods),
    ("发出", Role::Goods),
    ("年均提供", Role::Goods),
    ("每年", Role::Goods),
    ("提供", Role::Goods),
    ("年可生产", Role::Goods),
    ("年生产", Role::Goods),
    ("装机容量", Role::Capacity),
    ("装机", Role::Capacity),
    ("就业", Role::Jobs),
    ("岗位", Role::Jobs),
    ("用工", Role::Jobs),
    ("吸纳", Role::Jobs),
    ("从业人员", Role::Jobs),
    ("建设周期", Role::Period),
    ("工期", Role::Period),
    ("建设期", Role::Period),
    ("建设工期", Role::Period),
    ("建设年限", Role::Period),
    ("周期", Role::Period),
    // words that lead an amount of something else
    ("降低", Role::Other),
    ("节约", Role::Other),
    ("减少", Role::Other),
    ("节省", Role::Other),
    ("奖励", Role::Other),
    ("补贴", Role::Other),
    ("贸易额", Role::Other),
    ("贷款", Role::Other),
    ("进出口", Role::Other),
    ("注册资本", Role::Other),
    ("利润", Role::Other),
    ("利用社会资本", Role::Other),
    ("合同额", Role::Other),
    ("融资", Role::Other),
    ("募资", Role::Other),
    ("募集", Role::Other),
]);

/// Words right after an amount.
static AFTER: Words<(&str, Role)> = Words::of_pairs(&[
    ("的车间", Role::Floor),
    ("的厂房", Role::Floor),
    ("的标准厂房", Role::Floor),
    ("的千级", Role::Floor),
    ("厂房", Role::Floor),
    ("标准厂房", Role::Floor),
    ("车间", Role::Floor),
    ("的洁净车间", Role::Floor),
    ("的生产车间", Role::Floor),
    ("的总投资", Role::Investment),
    ("就业岗位", Role::Jobs),
    ("个就业", Role::Jobs),
    ("就业", Role::Jobs),
    ("岗位", Role::Jobs),
    ("的土地", Role::Site),
    ("土地", Role::Site),
    ("工业用地", Role::Site),
    ("建设用地", Role::Site),
    ("产值", Role::Output),
    ("的产能", Role::Capacity),
    ("产能", Role::Capacity),
    ("的生产能力", Role::Capacity),
    ("税收", Role::Tax),
    ("的税收", Role::Tax),
    ("投资", Role::Investment),
]);

/// The role of an amount, by the words of its clause before and after it.
///
/// `before` reaches from the amount before (or the start of the clause) to this one.
pub(super) fn role(mention: &Mention, before: &str, after: &str) -> Option<Role> {
    let kind = mention.kind();
    let by_after = AFTER.longest_beginning(after).map(|(_, role)| *role).filter(|role| fits(*role, mention));
    // The word that ends last counts; of two that end together the longer.
    let words = BEFORE.found_in(before).map(|(at, (word, role))| (at + word.len(), word.len(), *role));
    let best = words.max_by_key(|(end, length, _)| (*end, *length));
    let found = match (by_after, best) {
        (Some(role), None) => Some(role),
        (Some(role), Some((end, _, _))) if before.get(end..).is_some_and(|gap| gap.chars().count() > 4) => Some(role),
        (_, Some((_, _, role))) => Some(role),
        (None, None) => None,
    };
    // 提供1700个|就业岗位: what is counted says more than the verb
    let found = by_after.filter(|role| *role == Role::Jobs).or(found);
    let found = found.filter(|role| fits(*role, mention)).or_else(|| is_built(mention, before, after).then_some(Role::Floor));
    let part = before.has("其中") && kind == Kind::Money;
    match found {
        Some(Role::Investment) if part => Some(Role::PartInvestment),
        other => other,
    }
}

/// 新建11万平方米的现代化标准|厂房, 建设25万平方米标准化|厂房: an area of houses.
fn is_built(mention: &Mention, before: &str, after: &str) -> bool {
    const REACH: usize = 12;
    let metres = matches!(&mention.value, Value::Quantity(quantity) if quantity.unit.as_deref() == Some("m2"));
    let object = after.char_indices().take(REACH).take_while(|(_, c)| !matches!(c, ',' | '，' | '、' | ';' | '；')).last();
    let object = object.and_then(|(at, c)| after.get(..at + c.len_utf8())).unwrap_or_default();
    metres
        && words!["建设", "新建", "扩建", "建造", "建成", "兴建", "建"].end(before)
        && words!["厂房", "车间", "楼", "仓库", "用房", "仓储", "研发中心"].stand_in(object)
}

/// Whether an amount of this kind can play the role.
fn fits(role: Role, mention: &Mention) -> bool {
    let area = matches!(&mention.value, Value::Quantity(quantity) if matches!(quantity.unit.as_deref(), Some("m2" | "平方米" | "亩")));
    match role {
        Role::Investment | Role::PartInvestment | Role::Completed | Role::PaidIn | Role::Output | Role::Revenue | Role::Tax => {
            mention.kind() == Kind::Money
        }
        Role::Site | Role::Floor => area,
        Role::Capacity | Role::Goods => mention.kind() == Kind::Quantity && !area,
        Role::Jobs => matches!(&mention.value, Value::Quantity(quantity) if matches!(quantity.unit.as_deref(), Some("人" | "个" | "名"))),
        Role::Period => mention.kind() == Kind::Duration,
        Role::Other => false,
    }
}
