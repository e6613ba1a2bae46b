//! The legal and everyday endings of company names.

use crate::cursor::Cursor;
use crate::word_table::{Words, rows};

/// How much an ending says by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Strength {
    /// 有限公司: nothing else ends so.
    Legal,
    /// 银行, 律师事务所, 合作社: a name if something distinctive stands before.
    Body,
    /// 集团, 公司, 股份: everyday words too; what stands before must be a name.
    Plain,
    /// 分公司, 支行: a part of the company named before.
    Branch,
}

/// An ending of a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Ending {
    /// How it is written.
    pub(crate) word: &'static str,
    /// limited, joint_stock …; nothing where it tells no form (公司).
    pub(crate) form: Option<&'static str>,
    /// How much it says.
    pub(crate) strength: Strength,
}

rows!(of_endings, [], Ending, |ending| ending.word);

const fn ending(word: &'static str, form: &'static str, strength: Strength) -> Ending {
    Ending { word, form: if form.is_empty() { None } else { Some(form) }, strength }
}

use Strength::{Body, Branch, Legal, Plain};

/// The endings, longer ones before those that they begin with. A name ends in a chain of them (控股集团股份有限公司); the last that tells a
/// form gives it.
pub(crate) static ENDINGS: Words<Ending> = Words::of_endings(&[
    ending("股份有限责任公司", "joint_stock", Legal),
    ending("股份有限公司", "joint_stock", Legal),
    ending("股份合作公司", "joint_stock", Legal),
    ending("有限责任公司", "limited", Legal),
    ending("有限责任总公司", "limited", Legal),
    ending("有限公司", "limited", Legal),
    ending("股份公司", "joint_stock", Plain),
    ending("集团总公司", "group", Plain),
    ending("集团公司", "group", Plain),
    ending("(集团)", "group", Plain),
    ending("（集团）", "group", Plain),
    ending("集团", "group", Plain),
    ending("(控股)", "", Plain),
    ending("（控股）", "", Plain),
    ending("控股", "", Plain),
    ending("股份", "joint_stock", Plain),
    ending("总公司", "", Plain),
    ending("分公司", "branch", Branch),
    ending("支公司", "branch", Branch),
    ending("公司", "", Plain),
    ending("特殊普通合伙企业", "partnership", Legal),
    ending("合伙企业", "partnership", Legal),
    ending("(特殊普通合伙)", "partnership", Legal),
    ending("（特殊普通合伙）", "partnership", Legal),
    ending("(有限合伙)", "partnership", Legal),
    ending("（有限合伙）", "partnership", Legal),
    ending("(普通合伙)", "partnership", Legal),
    ending("（普通合伙）", "partnership", Legal),
    ending("株式会社", "joint_stock", Legal),
    ending("律师事务所", "partnership", Body),
    ending("会计师事务所", "partnership", Body),
    ending("税务师事务所", "partnership", Body),
    ending("专利事务所", "partnership", Body),
    ending("建筑师事务所", "partnership", Body),
    ending("资产评估事务所", "partnership", Body),
    ending("事务所", "partnership", Plain),
    ending("农民专业合作社联合社", "cooperative", Body),
    ending("农民专业合作社", "cooperative", Body),
    ending("专业合作社", "cooperative", Body),
    ending("股份经济合作社", "cooperative", Body),
    ending("股份合作社", "cooperative", Body),
    ending("经济合作社", "cooperative", Body),
    ending("供销合作社", "cooperative", Body),
    ending("合作社", "cooperative", Body),
    ending("农村商业银行", "bank", Body),
    ending("商业银行", "bank", Body),
    ending("村镇银行", "bank", Body),
    ending("农商银行", "bank", Body),
    ending("农商行", "bank", Body),
    ending("农合行", "bank", Body),
    ending("农村合作银行", "bank", Body),
    ending("农信社", "bank", Body),
    ending("农村信用合作联社", "bank", Body),
    ending("农村信用社", "bank", Body),
    ending("信用合作社", "bank", Body),
    ending("信用社", "bank", Body),
    ending("银行", "bank", Body),
    ending("分行", "branch", Branch),
    ending("支行", "branch", Branch),
    ending("营业部", "branch", Branch),
    ending("信用卡中心", "branch", Branch),
    ending("资金运营中心", "branch", Branch),
    ending("分厂", "branch", Branch),
    ending("Co.,Ltd.", "limited", Legal),
    ending("Co., Ltd.", "limited", Legal),
    ending("Co.,Ltd", "limited", Legal),
    ending("Co., Ltd", "limited", Legal),
    ending("CO.,LTD", "limited", Legal),
    ending("CO., LTD", "limited", Legal),
    ending("Corporation", "joint_stock", Legal),
    ending("LLC", "limited", Legal),
    ending("GmbH", "limited", Legal),
    ending("Inc.", "joint_stock", Legal),
    ending("Ltd.", "limited", Legal),
]);

/// A chain of endings.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Chain {
    /// One past its last byte.
    pub(crate) end: usize,
    /// The form that the whole has.
    pub(crate) form: Option<&'static str>,
    /// The greatest strength among its members, a branch if it ends as one.
    pub(crate) strength: Strength,
    /// Its last member.
    pub(crate) last: &'static str,
}

/// Reads the chain of endings that starts at byte `at`.
pub(crate) fn chain(text: &str, at: usize) -> Option<Chain> {
    let mut cursor = Cursor::new(text, at);
    let mut found: Option<Chain> = None;
    loop {
        let next = ENDINGS.first_beginning(cursor.rest());
        let Some(next) = next else { break };
        if found.is_none() && next.word.starts_with(['(', '（']) {
            // 蓝湾(集团)股份有限公司: the bracket belongs to the chain that follows it, 蓝湾(集团) alone is left to the alias rules.
            // …投资基金(有限合伙): that of a partnership ends a name by itself.
            let after = cursor.rest().get(next.word.len()..).unwrap_or_default();
            if !ENDINGS.begin(after) && next.form != Some("partnership") {
                return None;
            }
        }
        // …有限公司控股公司: the legal form ends a name; only a partnership's bracket may follow.
        let closed = found.is_some_and(|chain| chain.strength == Legal && chain.last.ends_with("公司")) && !next.word.starts_with(['(', '（']);
        if next.strength == Branch && found.is_some() || closed {
            break; // a branch behind its company is joined by the caller
        }
        cursor.eat(next.word);
        let strength = match (found, next.strength) {
            (_, Legal) | (Some(Chain { strength: Legal, .. }), _) => Legal,
            (_, Body) | (Some(Chain { strength: Body, .. }), _) => Body,
            (_, strength) => strength,
        };
        let form = next.form.filter(|form| *form != "group" || found.is_none_or(|chain| chain.form.is_none())).or(found.and_then(|chain| chain.form));
        // A legal form written out says more than the group in it; a bank stays a bank whatever its form.
        let form = match (found.and_then(|chain| chain.form), next.form) {
            (Some("bank"), _) => Some("bank"),
            (_, Some(last)) => Some(last),
            _ => form,
        };
        found = Some(Chain { end: cursor.at(), form, strength, last: next.word });
        if next.strength == Branch {
            break;
        }
    }
    found
}
