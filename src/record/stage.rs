//! The life of a project in words: which step a word tells, whether it is done, planned or denied.

use crate::context::Context;
use crate::seek::Seek;
use crate::span::Span;
use crate::starts::{Learn, Start};
use crate::word_index::WordIndex;
use crate::word_table::{Words, words};
use once_cell::sync::Lazy;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A step in the life of a project, in the order in which steps follow each other.
///
/// ```
/// use zhecon::record::Stage;
/// assert!(Stage::Signed < Stage::InProduction);
/// assert_eq!(Stage::UnderConstruction.to_string(), "under_construction");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Stage {
    /// A lead: 意向, 线索
    Lead,
    /// 在谈, 洽谈
    Negotiating,
    /// 框架协议
    Framework,
    /// 签约
    Signed,
    /// 落户, 摘牌, 备案
    Landed,
    /// 奠基, 开工
    Started,
    /// 桩基施工, 封顶, 设备安装
    UnderConstruction,
    /// 试生产
    TrialProduction,
    /// 投用, 运营, 达产
    Operating,
    /// 竣工, 验收, 建成
    Completed,
    /// 投产
    InProduction,
    /// 停建, 终止
    Stopped,
}

crate::name::named!(Stage);

/// Words by step. A longer word wins over a shorter one inside it.
const WORDS: &[(Stage, &str)] = &[
    (Stage::Lead, "意向投资 投资意向 达成意向 初步意向"),
    (Stage::Negotiating, "在谈 洽谈 商谈 磋商 对接洽谈 洽谈引进 洽谈对接 正在对接"),
    (Stage::Framework, "框架协议 框架合作协议 投资框架协议 战略合作协议 战略框架 合作意向书 意向协议 意向书 备忘录"),
    (Stage::Signed, "签约 签订 签署 签下 签定 投资合同书 投资合同 正式签约 成功签约 集中签约 签约仪式 投资协议 投资合作协议"),
    (Stage::Landed, "落户 落地 引进 引入 招引 摘牌 拿地 摘地 备案 注册 入驻 落子 签约落地 签约落户 注册落地 成功落户 成功落地"),
    (
        Stage::Started,
        "开工 动工 正式启动 启动实施 建设启动 建设全面启动 建设正式启动 建设已全面启动 奠基 破土 开建 开工建设 动工建设 破土动工 打下第一根地桩 打下第一根桩 打下首根桩 开工仪式 奠基仪式 正式开工 启动建设 开工动工 动工装修",
    ),
    (
        Stage::UnderConstruction,
        "施工 浇筑 吊装 灌注 土建 正在建造 在建 加紧建设 加快建设 加速建设 全面开工建设 全面建设 正在建设 建设中 扩建中 封顶 主体完工 主体施工 桩基 打桩 设备安装 安装设备 设备进场 加速推进 加快推进 顺利推进 有序推进 稳步推进 扎实推进 如火如荼 复工 复工建设 全面复工 开复工 集中开复工 热火朝天 建设现场 施工现场 建设进度 装修 全面施工 紧张施工 续建 正在扩建 建设工地 建设正酣 加紧施工 抓紧施工 抓紧建设 推进建设 建设推进 掀起建设热潮 主体结构 主体工程完工 主体工程建设 主体建设 内部装修 机电安装 正加快建设 正加紧建设",
    ),
    (Stage::TrialProduction, "试生产 试运行 试运营 试投产 调试 试车 试产 联动试车 带料试车 调试运行"),
    (
        Stage::Operating,
        "运营 运行 投用 投运 启用 投入使用 投入运营 投入运行 交付使用 正式运营 全面运营 投产运营 达产 满产 达产达效 满负荷 开业 开园 建成投用 竣工投用 建成投运 投入营运 通车 通航 贸易额",
    ),
    (Stage::Completed, "竣工 完工 验收 建成 完成建设 圆满完成 全面完成 竣工验收 建设完成 全线贯通 贯通 全部建成 全面建成 主体建成 全面竣工"),
    (
        Stage::InProduction,
        "投产 并网发电 并网 建成投产 竣工投产 落地投产 投产达效 投产见效 投入生产 正式投产 量产 建成达产 下线 生产运营 成功接卸 投产发电",
    ),
    (Stage::Stopped, "停建 停工 暂停施工 停止施工 暂停建设 停止建设 停工停产 终止 流标 搁置 撤销 取消 中止 终止合作 解除合同 烂尾 缓建"),
];

/// Longer words that hold one of the above and tell nothing about a project: 开工率, 投产率, 备案号.
static OTHERS: Words<&str> = Words::of(&[
    "开工率",
    "投产率",
    "落地率",
    "签约率",
    "签约额",
    "新开工项目",
    "签约项目",
    "续建项目",
    "在建项目",
    "竣工项目",
    "投产项目",
    "落地见效",
    "落地生根",
    "落地开花",
    "开工项目",
    "在建企业",
    "在谈项目",
    "运营商",
    "运营模式",
    "运营成本",
    "运行效率",
    "运行水平",
    "运行质量",
    "运行质效",
    "运营效率",
    "运营水平",
    "运营能力",
    "经济运行",
    "运营管理",
    "运营服务",
    "运营中心",
    "运行机制",
    "平稳运行",
    "注册资本",
    "注册地",
    "注册商标",
    "注册会计师",
    "引入社会资本",
    "启用仪式",
    "施工企业",
    "施工单位",
    "施工人员",
    "施工许可",
    "施工图",
    "施工队",
    "落户政策",
    "人才落户",
    "人才引进",
    "的建成将",
    "的落地将",
    "的投产将",
    "引进人才",
    "引进技术",
    "技术引进",
    "引进设备",
    "引进吸收",
    "引进来",
    "引入竞争",
    "建成区",
    "建成后",
    "建成时",
    "投产后",
    "投产时",
    "达产后",
    "达产时",
    "投用后",
    "投运后",
    "竣工后",
    "完工后",
    "运营后",
    "投入运营后",
    "投入使用后",
    "全部建成后",
    "全面建成后",
    "建成投产后",
    "建成投用后",
    "全部投产后",
    "全部达产后",
    "满产后",
    "满负荷生产后",
    "满负荷运行后",
    "完全达产后",
    "全面投产后",
    "全部建成达产后",
    "建成达产后",
    "运行期",
    "运营期",
    "试运行期",
    "开业率",
    "已建成投产",
    "取消审批",
    "取消准入",
    "终止上市",
    "洽谈会",
    "签约会",
    "推介洽谈",
    "引进外资",
    "招引企业",
    "在建面积",
    "竣工面积",
    "验收合格",
    "促进项目落地",
    "交通车",
    "复工复产",
    "返岗复工",
    "复工率",
    "复工达产",
    "复工时间",
    "复工日期",
    "快速落地",
    "项目快速建设",
]);

/// Steps that a word with 后 looks ahead to: 投产后, 建成后.
static AFTERWARDS: Words<(&str, Stage)> = Words::of_pairs(&[
    ("全部建成达产后", Stage::Operating),
    ("建成达产后", Stage::Operating),
    ("建成投产后", Stage::InProduction),
    ("建成投用后", Stage::Operating),
    ("全部投产后", Stage::InProduction),
    ("全面投产后", Stage::InProduction),
    ("全部达产后", Stage::Operating),
    ("完全达产后", Stage::Operating),
    ("投入运营后", Stage::Operating),
    ("投入使用后", Stage::Operating),
    ("全部建成后", Stage::Completed),
    ("全面建成后", Stage::Completed),
    ("投产后", Stage::InProduction),
    ("达产后", Stage::Operating),
    ("满产后", Stage::Operating),
    ("满负荷生产后", Stage::Operating),
    ("满负荷运行后", Stage::Operating),
    ("投用后", Stage::Operating),
    ("投运后", Stage::Operating),
    ("建成后", Stage::Completed),
    ("竣工后", Stage::Completed),
    ("完工后", Stage::Completed),
    ("运营后", Stage::Operating),
    ("快速落地", Stage::Landed),
    ("已建成投产", Stage::InProduction),
]);

/// What turns the step that follows in the clause into a plan.
static PLANNING: Words<&str> = Words::of(&[
    "将",
    "拟",
    "计划",
    "预计",
    "力争",
    "即将",
    "有望",
    "争取",
    "确保",
    "目标",
    "尽快",
    "早日",
    "准备",
    "规划",
    "可望",
    "可以",
    "待",
    "年底前",
    "月底前",
    "底前",
    "年内",
    "预期",
    "推动",
    "促进",
    "促使",
    "助推",
    "助力",
    "督促",
    "加快推动",
    "保障",
]);

/// Words that hold one of [`PLANNING`] without its sense.
static NOT_PLANNING: Words<&str> = Words::of(&[
    "将近",
    "将军",
    "若将",
    "计划单列",
    "规划局",
    "接待",
    "招待",
    "等待",
    "按计划",
    "规划建设局",
    "待遇",
    "推动下",
    "目标任务",
    "计划总投资",
    "计划投资",
    "预计总投资",
    "预计投资",
]);

/// What denies the step that follows.
static DENYING: Words<&str> = Words::of(&["未", "尚未", "没有", "没能", "未能", "无法", "暂未", "不再", "未按计划", "不得", "禁止", "暂缓", "停止"]);

/// A step told in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Told {
    pub(crate) span: Span,
    pub(crate) stage: Stage,
    pub(crate) planned: bool,
}

struct Entry {
    stage: Option<Stage>,
    ahead: bool,
}

/// All words, the longest first.
static TABLE: Lazy<WordIndex<'static, Entry>> = Lazy::new(|| WordIndex::by_beginning(entries()));

fn entries() -> impl Iterator<Item = (&'static str, Entry)> {
    let afterwards = AFTERWARDS.iter().map(|(word, stage)| (*word, Entry { stage: Some(*stage), ahead: word.ends_with('后') }));
    let others = OTHERS.iter().map(|word| (*word, Entry { stage: None, ahead: false }));
    let told = |stage: Stage| move |word| (word, Entry { stage: Some(stage), ahead: false });
    let words = WORDS.iter().flat_map(move |(stage, words)| words.split_whitespace().map(told(*stage)));
    afterwards.chain(others).chain(words)
}

/// The words that steps are told by.
pub(super) fn starts(learn: Learn<'_>) {
    entries().for_each(|(word, _)| learn(Start::Stage, word));
}

/// The steps told in a clause, in order; denied ones are left out.
pub(crate) fn read(context: &Context<'_>, clause: Span) -> Vec<Told> {
    let mut told = Vec::new();
    let mut from = clause.start;
    let words = clause.of(context.text);
    for (offset, (word, entry)) in TABLE.longest_at(words, context.starts.within(Start::Stage, clause)) {
        let at = clause.start + offset;
        if at < from {
            continue;
        }
        let rest = words.get(offset..).unwrap_or_default();
        from = at + word.len();
        let Some(stage) = entry.stage else { continue };
        if *word == "调试" && rest.get(word.len()..).is_some_and(|after| !after.is_empty() && !TESTED.begin(after)) {
            continue;
        }
        // 把分布式光伏|引进园区: what is taken in stands before
        let taken = words.get(..offset).is_some_and(|before| before.contains('把'));
        // 正式启动|招商: something else begins
        if *word == "正式启动" && rest.len() > word.len() {
            continue;
        }
        if INTRODUCING.hold(word) && (taken || takes_in(rest.get(word.len()..).unwrap_or_default())) {
            continue;
        }
        let before = words.get(..offset).unwrap_or_default();
        // What colours a step stands near it in the same clause; the step before may have its own.
        let near = told.last().map_or(0, |last: &Told| last.span.end.saturating_sub(clause.start));
        let near = before.get(near..).unwrap_or_default();
        // 具备|试车条件: it may be done
        if near_condition(near, rest.get(word.len()..).unwrap_or_default()) && !is_planned(near) {
            continue;
        }
        if DENYING.end(near) || near.trim_end_matches(['能', '按', '时', '如', '期', '正', '式', '全', '面']).ends_with('未') {
            continue;
        }
        // 竣工|达产后: what comes before it is to come as well
        if let Some(last) = told.last_mut().filter(|last: &&mut Told| last.span.end == at && entry.ahead) {
            last.planned = true;
        }
        // a plan holds to the end of its clause, or to what is already so
        let follows =
            told.last().filter(|last: &&Told| last.span.end == at || last.planned && !near.contains(['已', '现', '正'])).map(|last| last.planned);
        // 并网后, 投运后 look ahead
        let after = stage > Stage::UnderConstruction && stage != Stage::Stopped && rest.get(word.len()..).is_some_and(|rest| rest.starts_with('后'));
        let event = rest.get(word.len()..).is_some_and(|rest| EVENTS.begin(rest));
        let planned = entry.ahead || after || !event && follows.unwrap_or_else(|| is_planned(near));
        told.push(Told { span: Span::new(at, from), stage, planned });
    }
    told
}

/// Whether a step is told as one that the project is ready for: 具备|试车|条件.
fn near_condition(before: &str, after: &str) -> bool {
    words!["具备", "已具备", "达到"].end(before) && after.starts_with("条件")
}

/// What may follow 调试 where a plant is tried: its machines, how far the trial is, or the end of the words. 调试|竹筏 tries no plant.
static TESTED: Words<&str> = Words::of(&[
    "设备",
    "机组",
    "机器",
    "仪器",
    "系统",
    "装置",
    "装备",
    "生产线",
    "产线",
    "流水线",
    "各类",
    "各项",
    "阶段",
    "工作",
    "期",
    "运行",
    "生产",
    "中",
    "完",
    "成",
    "结束",
    "后",
    "、",
    "和",
    "及",
    "与",
    "，",
    ",",
    "。",
    "；",
    ";",
    "”",
    "\"",
    "）",
    ")",
]);

/// Words by which a project comes to a place, and by which it takes in what it needs.
static INTRODUCING: Words<&str> = Words::of(&["引进", "引入"]);

/// What a project takes in.
static MEANS: Words<&str> = Words::of(&["技术", "设备", "工艺", "人才", "资金", "生产线", "装备"]);

/// Whether what follows 引进 is what a project works with: 引进|德国先进技术.
fn takes_in(after: &str) -> bool {
    const REACH: usize = 12;
    let object = after.char_indices().take(REACH).take_while(|(_, c)| !matches!(c, ',' | '，' | '、' | '的'));
    let object = object.last().and_then(|(at, c)| after.get(..at + c.len_utf8())).unwrap_or_default();
    MEANS.stand_in(object) && !words!["项目", "公司", "企业", "集团"].stand_in(object)
}

/// Whether the last step that a clause tells is planned, or the clause tells a plan and no step.
pub(crate) fn ends_in_plan(context: &Context<'_>, clause: Span) -> bool {
    // What is expected of an amount is no plan for what is done: 投资预计超1300亿元,推进…. Nor is what follows a step to come: 建成后可年产3万吨,3月开工.
    let words = clause.of(context.text);
    let follows =
        |told: &Told| told.span.of(context.text).ends_with('后') || context.text.get(told.span.end..).is_some_and(|rest| rest.starts_with('后'));
    read(context, clause)
        .last()
        .map_or_else(|| is_planned(words) && !words!["预计", "预期", "有望"].stand_in(words), |told| told.planned && !follows(told))
}

/// What makes an event of the step before it: 签约大会.
static EVENTS: Words<&str> = Words::of(&["大会", "仪式", "活动"]);

fn is_planned(before: &str) -> bool {
    let mut words = Cow::Borrowed(before);
    if NOT_PLANNING.stand_in(before) {
        for harmless in &NOT_PLANNING {
            if words.has(harmless) {
                words = words.replace(harmless, "").into();
            }
        }
    }
    PLANNING.stand_in(&words) && !words.ends_with('已') && !words.ends_with("已经")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::alone;

    fn steps(text: &str) -> Vec<(Stage, bool)> {
        let mut steps = Vec::new();
        alone(text, |context, _| steps = read(context, Span::new(0, text.len())));
        steps.into_iter().map(|told| (told.stage, told.planned)).collect()
    }

    #[test]
    fn each_step_has_its_words() {
        for (text, stage) in [
            ("项目达成意向", Stage::Lead),
            ("项目正在洽谈", Stage::Negotiating),
            ("双方签订框架协议", Stage::Framework),
            ("项目成功签约", Stage::Signed),
            ("项目摘牌拿地", Stage::Landed),
            ("项目落户园区", Stage::Landed),
            ("项目奠基", Stage::Started),
            ("项目主体封顶", Stage::UnderConstruction),
            ("项目桩基已打完", Stage::UnderConstruction),
            ("项目试生产", Stage::TrialProduction),
            ("项目投产", Stage::InProduction),
            ("项目达产", Stage::Operating),
            ("项目竣工", Stage::Completed),
            ("项目通过验收", Stage::Completed),
            ("项目流标", Stage::Stopped),
        ] {
            assert_eq!(steps(text).last(), Some(&(stage, false)), "{text}");
        }
    }

    #[test]
    fn plans_are_marked_and_denials_left_out() {
        assert_eq!(steps("项目将于12月底投产"), [(Stage::InProduction, true)]);
        assert_eq!(steps("项目投产后年产值5亿元"), [(Stage::InProduction, true)]);
        assert_eq!(steps("项目正按计划顺利推进"), [(Stage::UnderConstruction, false)]);
        assert_eq!(steps("项目尚未签约"), []);
        assert_eq!(steps("未按计划开工33项"), []);
        assert_eq!(steps("开工率达97%"), []);
        assert_eq!(steps("当年签约、当年开工"), [(Stage::Signed, false), (Stage::Started, false)]);
    }
}
