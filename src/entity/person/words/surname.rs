//! Surnames that are words as well, and what is said behind a surname.

use crate::han_set::HanSet;
use crate::word_table::Words;

/// Surnames that are everyday words as well.
pub(in crate::entity::person) static FUNCTION_SURNAMES: HanSet = HanSet::of(
    "于和向从来能都经由应时全别还相双红通才水家党项计成关国公明文安万方金高平利华常包边路连那有第空练元单古宝景满强富步权容温宫庄农冷米麦车牛羊鱼云山海谷花干",
);

/// Surnames that are everyday nouns.
pub(in crate::entity::person) static NOUN_SURNAMES: HanSet = HanSet::of("龙江林金石黄白马毛钱熊叶雷陆严");

/// Surnames that are particles: right behind a title they lead on to something else (习主席和夫人, 总书记向世界).
pub(in crate::entity::person) static PARTICLE_SURNAMES: HanSet = HanSet::of("和向从于来应由");

/// How people are called by their surname in everyday speech: 王大妈, 李医生.
pub(in crate::entity::person) static FORMS_OF_ADDRESS: Words<&str> = Words::of(&[
    "总书记",
    "总统",
    "总理",
    "总裁",
    "总监",
    "总编",
    "总督",
    "总司令",
    "委员",
    "常委",
    "大娘",
    "大妈",
    "大爷",
    "大哥",
    "大姐",
    "大叔",
    "大婶",
    "大伯",
    "奶奶",
    "爷爷",
    "阿姨",
    "叔叔",
    "医生",
    "大夫",
    "律师",
    "警官",
    "护士",
    "师长",
    "老板",
    "掌柜",
]);
