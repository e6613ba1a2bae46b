//! Towns, subdistricts and villages, which only the feature `townships` lists: read by their endings.

use super::Place;
use crate::context::{Context, Mention};
use crate::entity::Value;
use crate::span::Span;
use crate::word_table::{Words, words};

/// Endings, the longer first.
static ENDINGS: Words<&str> = Words::of(&["街道", "苏木", "镇", "乡", "村"]);

/// Characters that no name of a town holds: function words, and those that make a common noun of the ending (小镇, 城乡, 各村).
const NO_NAME: &str = "的在和与及是有了为对把等各全该本这那每个多建农集市县区镇村乡街省内外下到从由向往及或并将被让使于以其中所入进出帮扶联包驻访几百万亿0123456789,，。、；;：:!！?？()（）“”\"'《》 \u{3000}";

/// What before 镇 or 村 makes a common noun of it: 小镇, 古村, 特色小镇.
static NO_STEMS: Words<&str> = Words::of(&[
    "小",
    "古",
    "新",
    "老",
    "重",
    "名",
    "山",
    "大",
    "美丽乡",
    "特色小",
    "旅游新",
    "文旅新",
    "康养新",
    "产业新",
    "科技新",
    "文化新",
    "生态新",
    "特色新",
    "家",
    "城",
    "两",
    "三",
    "四",
    "六",
]);

/// Words that end like towns and are none.
static NO_TOWNS: Words<&str> = Words::of(&["乡村", "乡镇", "村镇", "街道办", "乡亲", "村民", "村庄", "村委"]);

/// Reads on from every county, prefecture and town that was found: 费县|探沂镇|某某村.
pub(super) fn recognise(context: &Context<'_>, first: usize, mentions: &mut Vec<Mention>) {
    let mut places = mentions.split_off(first).into_iter().peekable();
    while let Some(mention) = places.next() {
        let limit = places.peek().map_or(context.text.len(), |next| next.span.start);
        let mut span = mention.span;
        let above = match &mention.value {
            Value::Place(above) if holds_towns(above) => Some(above.code.clone()),
            _ => None,
        };
        mentions.push(mention);
        let Some(code) = above else { continue };
        // A town, and a village of it.
        for _ in 0..2 {
            let Some(end) = town_at(context.text, span.end).filter(|end| *end <= limit) else { break };
            let town = Span::new(span.end, end);
            let place = Place { parent: code.clone(), ..Place::named(town.of(context.text)) };
            mentions.push(Mention { evidence: vec![span], ..Mention::new(town, Value::Place(place), "place.town") });
            span = town;
        }
    }
}

/// Whether towns lie in a place: a prefecture, a county, or one of several places of its name.
fn holds_towns(place: &Place) -> bool {
    let county = place.code.as_deref().is_some_and(|code| code.len() == 6 && !code.ends_with("0000") && code.chars().all(|c| c.is_ascii_digit()));
    county || !place.candidates.is_empty()
}

/// The end of a town's name that starts at byte `at`.
fn town_at(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let mut read = 0;
    for (count, c) in rest.chars().enumerate().take(6) {
        let here = rest.get(read..)?;
        if count >= 1 {
            if let Some(ending) = ENDINGS.beginning(here).next() {
                let end = read + ending.len();
                let common = NO_TOWNS.begin(here);
                let stem = rest.get(..read).unwrap_or_default();
                let noun = NO_STEMS.hold(stem) || stem.ends_with(['小', '古', '城']) && stem.chars().count() > 2 || stem.contains("人口");
                return (!common && !noun && (count >= 2 || *ending != "村")).then_some(at + end);
            }
        }
        // 中山街道: the function word opens a name.
        let opens = count == 0 && words!["中山", "中华", "中兴", "中原", "中北"].begin(here);
        if NO_NAME.contains(c) && !opens || !('\u{4e00}'..='\u{9fff}').contains(&c) {
            return None;
        }
        read += c.len_utf8();
    }
    None
}
