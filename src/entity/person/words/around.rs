//! Words that stand on either side of a name.

use crate::han_set::HanSet;
use crate::word_table::Words;

/// What a person does right after the name is said, and how strongly that tells a name: speech verbs first, then what officials do.
static AFTER: Words<(&str, i32)> = Words::of_pairs(&[
    ("表示", 5),
    ("介绍", 5),
    ("告诉", 5),
    ("指出", 5),
    ("认为", 5),
    ("透露", 5),
    ("坦言", 5),
    ("强调", 5),
    ("解释", 5),
    ("回忆", 5),
    ("直言", 5),
    ("补充", 4),
    ("感慨", 5),
    ("说道", 5),
    ("说", 5),
    ("称", 4),
    ("笑着", 5),
    ("感叹", 5),
    ("谈到", 5),
    ("提到", 4),
    ("分析", 3),
    ("预计", 3),
    ("致辞", 5),
    ("讲话", 4),
    ("主持", 4),
    ("出席", 4),
    ("率队", 5),
    ("率领", 4),
    ("带队", 5),
    ("一行", 5),
    ("陪同", 4),
    ("会见", 4),
    ("宣布", 4),
    ("调研", 3),
    ("参加", 3),
    ("代表", 2),
    ("担任", 4),
    ("出任", 4),
    ("任职", 3),
    ("参观", 3),
    ("作了", 3),
    ("还说", 5),
    ("也说", 4),
    ("接受", 3),
    ("提出", 3),
    ("带领", 3),
    ("受邀", 3),
    ("建议", 3),
    ("呼吁", 4),
    ("执导", 5),
    ("饰演", 5),
    ("主演", 4),
    ("当选", 4),
    ("获得", 3),
    ("报道", 4),
    ("摄", 4),
    ("全程", 4),
    ("一同", 4),
    ("一起", 3),
    ("共同", 3),
    ("分别", 3),
    ("先后", 3),
    ("摘得", 4),
    ("夺得", 4),
    ("战胜", 3),
    ("击败", 3),
    ("辞去", 4),
    ("证实", 4),
    ("提醒", 3),
    ("在接受", 4),
    ("对记者", 5),
    ("向记者", 5),
    ("对本报", 5),
    ("在会上", 4),
    ("在致辞", 5),
    ("在讲话", 5),
    // What goes on about a person: a verb of going, or a word that no given name ends with.
    ("来到", 4),
    ("走进", 4),
    ("走访", 4),
    ("前往", 4),
    ("赴", 3),
    ("独家", 3),
]);

/// Particles that stand behind a name as behind any noun.
pub(in crate::entity::person) static PARTICLES: HanSet = HanSet::of("是在有也还就则又都将已曾对向从以被把和与同为等却仍再没不率既作正于均受");

/// What is said right after a full name.
pub(in crate::entity::person) static AFTER_FULL_NAMES: Words<&str> = Words::of(&["同志", "先生", "女士", "一行"]);

/// Particles that a name may stand right behind.
pub(in crate::entity::person) static LEADING: HanSet = HanSet::of("对向由被把给让为跟同据按像叫请找见令");

/// What works, roads and sights are called: the name before is theirs (朱家山隧道).
static WORKS: Words<&str> = Words::of(&[
    "隧道",
    "大桥",
    "特大桥",
    "长江大桥",
    "黄河大桥",
    "铁路",
    "高速",
    "公路",
    "水库",
    "遗址",
    "灌区",
    "机场",
    "水电站",
    "电站",
    "电厂",
    "煤矿",
    "油田",
    "气田",
    "港区",
    "码头",
    "水道",
    "大道",
    "山",
    "河",
    "湖",
    "路",
    "街",
    "镇",
    "村",
    "站",
    "港",
    "区",
    "县",
    "市",
    "岛",
    "桥",
    "故居",
    "纪念馆",
    "历史文化街区",
    "古镇",
    "风景区",
    "景区",
    "社区",
    "街道",
    "小区",
    "中学",
    "小学",
    "大学",
    "公司",
    "集团",
    "牌",
    "号",
    "酒店",
    "超市",
    "药业",
    "科技",
    "股份",
    "电子",
    "银行",
]);

/// Whether a word of [`WORKS`] begins the text.
pub(in crate::entity::person) fn is_work(rest: &str) -> bool {
    WORKS.begin(rest)
}

/// The weights of the words of [`AFTER`] that begin the text, in the order of the table.
pub(in crate::entity::person) fn after(rest: &str) -> impl Iterator<Item = i32> + '_ {
    AFTER.beginning(rest).map(|(_, weight)| *weight)
}

/// The words of [`AFTER`] that have so much weight.
pub(in crate::entity::person) fn saying(least: i32) -> impl Iterator<Item = &'static str> {
    AFTER.iter().filter(move |(_, weight)| *weight >= least).map(|(word, _)| *word)
}

/// Whether a verb of [`AFTER`] begins the words: no name does.
pub(in crate::entity::person) fn is_verb(rest: &str) -> bool {
    after(rest).any(|weight| weight >= 3)
}
