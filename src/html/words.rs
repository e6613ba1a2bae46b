//! The Chinese words for kinds and stages.

use crate::entity::Kind;
use crate::record::Stage;

pub(super) fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Money => "金额",
        Kind::Percent => "比率",
        Kind::Quantity => "数量",
        Kind::Number => "数字",
        Kind::Ordinal => "序数",
        Kind::Date => "日期",
        Kind::Duration => "时长",
        Kind::TimeSet => "频次",
        Kind::Place => "地点",
        Kind::Zone => "园区",
        Kind::Company => "企业",
        Kind::Organization => "机构",
        Kind::Person => "人物",
        Kind::Project => "项目",
        Kind::Industry => "行业",
        Kind::Custom => "其他",
    }
}

pub(super) fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Lead => "意向",
        Stage::Negotiating => "在谈",
        Stage::Framework => "框架协议",
        Stage::Signed => "签约",
        Stage::Landed => "落地",
        Stage::Started => "开工",
        Stage::UnderConstruction => "在建",
        Stage::TrialProduction => "试产",
        Stage::Operating => "运营",
        Stage::Completed => "竣工",
        Stage::InProduction => "投产",
        Stage::Stopped => "终止",
    }
}
