//! The words that zones end in.

/// A type of zone by the end of its name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Head {
    pub(super) tail: &'static str,
    pub(super) class: &'static str,
    pub(super) needs: Needs,
}

/// What must stand before the end of the name for it to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    /// A name, or nothing where a zone of this type has been named: 综保区.
    NameOrNothing,
    /// Nothing: the words name one zone of their place already (临港区).
    Nothing,
    /// A name of its own.
    Name,
    /// A place: 示范区, 片区 and the like are mostly common nouns.
    Place,
    /// A place and nothing else: 望川新城 is a new town of it, 望川世纪新城 a block of flats.
    PlaceAlone,
}

use crate::word_table::{Words, rows, words};
use Needs::{Name, NameOrNothing, Nothing, Place, PlaceAlone};

const fn head(tail: &'static str, class: &'static str, needs: Needs) -> Head {
    Head { tail, class, needs }
}

rows!(of_heads, [], Head, |head| head.tail);

/// All ends, longer ones before those that end them.
pub(super) static HEADS: Words<Head> = Words::of_heads(&[
    // special customs supervision areas
    head("综合保税区", "comprehensive_bonded", NameOrNothing),
    head("保税物流园区", "comprehensive_bonded", Name),
    head("保税物流中心", "comprehensive_bonded", Place),
    head("保税港区", "comprehensive_bonded", NameOrNothing),
    head("保税区", "comprehensive_bonded", NameOrNothing),
    head("综保区", "comprehensive_bonded", NameOrNothing),
    head("出口加工区", "comprehensive_bonded", NameOrNothing),
    head("跨境工业区", "comprehensive_bonded", Name),
    // pilot free trade zones
    head("自由贸易试验区", "free_trade", NameOrNothing),
    head("自由贸易港", "free_trade", NameOrNothing),
    head("自由贸易区", "free_trade", Place),
    head("自贸试验区", "free_trade", NameOrNothing),
    head("自贸片区", "free_trade", NameOrNothing),
    head("自贸港", "free_trade", NameOrNothing),
    head("自贸区", "free_trade", NameOrNothing),
    head("新片区", "free_trade", NameOrNothing),
    // at the border, and with partners abroad
    head("边境经济合作区", "border_cooperation", NameOrNothing),
    head("跨境经济合作区", "border_cooperation", NameOrNothing),
    head("边境合作区", "border_cooperation", Name),
    head("边合区", "border_cooperation", NameOrNothing),
    head("互市贸易区", "border_cooperation", Place),
    head("产业合作园区", "cooperation_park", Name),
    head("合作产业园区", "cooperation_park", Name),
    head("合作产业园", "cooperation_park", Name),
    head("产业合作园", "cooperation_park", Name),
    head("合作示范园", "cooperation_park", Name),
    head("合作示范区", "cooperation_park", Place),
    head("国际合作园", "cooperation_park", Name),
    head("合作园区", "cooperation_park", Name),
    head("合作园", "cooperation_park", Name),
    head("深度合作区", "functional_area", Place),
    head("特别合作区", "functional_area", NameOrNothing),
    head("现代服务业合作区", "functional_area", Name),
    // high technology
    head("高新技术产业开发区", "high_tech", NameOrNothing),
    head("高新技术产业园区", "high_tech", Name),
    head("高新技术开发区", "high_tech", Name),
    head("高新技术产业区", "high_tech", Name),
    head("高新科技园区", "high_tech", Name),
    head("高新开发区", "high_tech", NameOrNothing),
    head("高新园区", "high_tech", Name),
    head("高新区", "high_tech", NameOrNothing),
    // economic and technological development
    head("经济技术开发区", "economic_development", NameOrNothing),
    head("经济开发区", "economic_development", NameOrNothing),
    head("经济开放区", "economic_development", Name),
    head("经开区", "economic_development", NameOrNothing),
    head("汽开区", "economic_development", NameOrNothing),
    head("经济试验区", "economic_development", Name),
    head("经济示范区", "economic_development", Place),
    head("空港经济区", "economic_development", Nothing),
    head("临港经济区", "economic_development", Nothing),
    head("临空经济区", "economic_development", Nothing),
    head("旅游度假区", "functional_area", Name),
    head("开发区", "economic_development", NameOrNothing),
    head("临港区", "economic_development", Nothing),
    head("经济区", "economic_development", Place),
    // parks by trade
    head("电子商务产业园", "ecommerce_park", Name),
    head("电商产业园", "ecommerce_park", Name),
    head("电子商务园", "ecommerce_park", Name),
    head("电商总部基地", "ecommerce_park", Name),
    head("电商产业基地", "ecommerce_park", Name),
    head("电商园区", "ecommerce_park", Name),
    head("电商园", "ecommerce_park", Name),
    head("物流产业园", "logistics_park", Name),
    head("物流园区", "logistics_park", Name),
    head("物流港", "logistics_park", Place),
    head("物流城", "logistics_park", Place),
    head("物流园", "logistics_park", Name),
    head("大学科技园", "science_park", Name),
    head("科技产业园", "science_park", Name),
    head("科技创新园", "science_park", Name),
    head("科技园区", "science_park", Name),
    head("科技园", "science_park", Name),
    head("科学城", "science_park", NameOrNothing),
    head("科学园", "science_park", Name),
    head("科技城", "science_park", NameOrNothing),
    head("科创城", "science_park", NameOrNothing),
    head("科创园", "science_park", Name),
    head("软件园", "science_park", NameOrNothing),
    head("创新园", "science_park", Name),
    head("创业园", "science_park", Name),
    head("创意园", "science_park", Name),
    head("创新港", "science_park", Name),
    head("知识城", "science_park", Name),
    head("大学城", "science_park", Place),
    head("汽车城", "industrial_park", Place),
    head("医药城", "industrial_park", Place),
    head("医学城", "industrial_park", Place),
    head("创新公园", "science_park", Name),
    head("科技公园", "science_park", Place),
    head("产业公园", "industrial_park", Name),
    head("产业园区", "industrial_park", Name),
    head("产业园", "industrial_park", Name),
    head("工业园区", "industrial_park", Name),
    head("工业园", "industrial_park", Name),
    head("工业区", "industrial_park", Name),
    head("工业集中区", "industrial_park", Name),
    head("器械园", "industrial_park", Name),
    head("现代产业区", "industrial_park", NameOrNothing),
    head("产业区", "industrial_park", Place),
    head("产业集聚区", "industrial_park", Place),
    head("产业集中区", "industrial_park", Place),
    head("产业开发区", "industrial_park", Name),
    head("科技产业城", "science_park", Name),
    head("产业城", "industrial_park", Name),
    head("循环经济园区", "industrial_park", Name),
    head("循环经济园", "industrial_park", Name),
    head("化工园区", "industrial_park", Name),
    head("化工园", "industrial_park", Name),
    head("产业港", "industrial_park", Name),
    head("纺织园", "industrial_park", Name),
    head("服装园", "industrial_park", Name),
    head("医药园", "industrial_park", Name),
    head("食品园", "industrial_park", Name),
    head("新材料园", "industrial_park", Name),
    head("装备园", "industrial_park", Name),
    head("电子园", "industrial_park", Name),
    head("光电园", "industrial_park", Name),
    head("汽车园", "industrial_park", Name),
    head("石化园", "industrial_park", Name),
    head("环保园", "industrial_park", Name),
    head("家居园", "industrial_park", Name),
    head("建材园", "industrial_park", Name),
    head("信息园", "science_park", Name),
    head("生物城", "science_park", Name),
    head("加工园", "industrial_park", Place),
    head("示范园", "industrial_park", Place),
    head("智造园", "industrial_park", Name),
    head("生态园", "industrial_park", Place),
    head("生态城", "functional_area", Place),
    head("科技新城", "science_park", Name),
    head("产业新城", "industrial_park", Name),
    head("工业新城", "industrial_park", Name),
    head("空港新城", "functional_area", Name),
    head("高铁新城", "functional_area", Place),
    head("新城", "functional_area", PlaceAlone),
    head("孵化基地", "industrial_park", Name),
    head("孵化园", "industrial_park", Name),
    // the rest
    head("国际港务区", "port", Nothing),
    head("航天港", "port", Name),
    head("航天城", "functional_area", Name),
    head("陆港", "port", Place),
    head("港区", "port", NameOrNothing),
    head("新区", "new_area", NameOrNothing),
    head("城市副中心", "functional_area", Place),
    head("金融商务区", "functional_area", Name),
    head("商务区", "functional_area", Name),
    head("度假区", "functional_area", Place),
    head("自主创新示范区", "functional_area", Place),
    head("重点开发开放试验区", "functional_area", Place),
    head("示范区", "functional_area", Place),
    head("先导区", "functional_area", Place),
    head("试验区", "functional_area", Place),
    head("生产区", "functional_area", Name),
    head("孵化区", "functional_area", Name),
    head("功能区", "functional_area", Place),
    head("集聚区", "functional_area", Place),
    head("片区", "functional_area", Place),
]);

/// 园区 alone ends a name too, where what stands before it is no common word.
pub(super) const PLAIN: Head = head("园区", "functional_area", Name);

/// The type whose name ends at `end`, longest first.
pub(super) fn head_at(text: &str, end: usize) -> Option<Head> {
    let behind = text.get(..end)?;
    let last = behind.chars().next_back()?;
    if !matches!(last, '区' | '园' | '城' | '港' | '地' | '心') {
        return None;
    }
    let after = text.get(end..).unwrap_or_default();
    let goes_on = match last {
        '区' => after.starts_with(['域', '块', '间', '别', '位', '划']) && !words!["位于", "位居", "位列"].begin(after),
        '园' => after.starts_with(['区', '林', '艺']),
        '港' => after.starts_with(['口', '区', '湾', '澳', '务', '片']),
        '城' => after.starts_with(['市', '镇', '区']),
        _ => false,
    };
    if goes_on {
        return None;
    }
    let longest = HEADS.longest_ending(behind).copied();
    longest.or_else(|| behind.ends_with(PLAIN.tail).then_some(PLAIN))
}
