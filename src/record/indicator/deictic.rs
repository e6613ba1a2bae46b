//! What pointing words stand for: 全省, 该区, 园区, 公司, 该项目; and whose a body is.

use super::scene::Scene;
use super::subject::{Subject, Turn, bare, dateline, latest_project, subject};
use super::words::SOURCES;
use crate::entity::{Kind, Value};
use crate::lexicon::Entry;
use crate::limits::REFERENTS;
use crate::record::clause::Clause;
use crate::seek::{Seek, any};
use crate::span::Span;
use crate::starts::{Learn, Start};
use crate::word_table::{Words, words};

/// The words that subjects are looked for by.
pub(super) fn starts(learn: Learn<'_>) {
    DEICTIC.iter().for_each(|(word, _)| learn(Start::Deictic, word));
    SOURCES.iter().for_each(|word| learn(Start::Sourced, word));
}

/// Deictic words with what they stand for, longest first where one begins another.
static DEICTIC: Words<(&str, Deixis)> = Words::of_pairs(&[
    ("我国", Deixis::China),
    ("全国", Deixis::China),
    ("我省", Deixis::Level("省")),
    ("本省", Deixis::Level("省")),
    ("全省", Deixis::Level("省")),
    ("该省", Deixis::Level("省")),
    ("我市", Deixis::Level("市")),
    ("本市", Deixis::Level("市")),
    ("全市", Deixis::Level("市")),
    ("该市", Deixis::Level("市")),
    ("我县", Deixis::Level("县")),
    ("本县", Deixis::Level("县")),
    ("全县", Deixis::Level("县")),
    ("该县", Deixis::Level("县")),
    ("我区", Deixis::Level("区")),
    ("本区", Deixis::Level("区")),
    ("全区", Deixis::Level("区")),
    ("该区", Deixis::Level("区")),
    ("我州", Deixis::Level("州")),
    ("全州", Deixis::Level("州")),
    ("该州", Deixis::Level("州")),
    ("我旗", Deixis::Level("旗")),
    ("全旗", Deixis::Level("旗")),
    ("该旗", Deixis::Level("旗")),
    ("全盟", Deixis::Level("盟")),
    ("我镇", Deixis::Level("镇")),
    ("全镇", Deixis::Level("镇")),
    ("该镇", Deixis::Level("镇")),
    ("该园区", Deixis::Zone),
    ("该开发区", Deixis::Zone),
    ("该经开区", Deixis::Zone),
    ("该高新区", Deixis::Zone),
    ("该综保区", Deixis::Zone),
    ("该新区", Deixis::Zone),
    ("该片区", Deixis::Zone),
    ("该产业园", Deixis::Zone),
    ("这家保税区", Deixis::Zone),
    ("这个保税区", Deixis::Zone),
    ("这个开发区", Deixis::Zone),
    ("这个园区", Deixis::Zone),
    ("这一园区", Deixis::Zone),
    ("该工业园", Deixis::Zone),
    ("该试验区", Deixis::Zone),
    ("该示范区", Deixis::Zone),
    ("该合作区", Deixis::Zone),
    ("该保税区", Deixis::Zone),
    ("该自贸区", Deixis::Zone),
    ("该集聚区", Deixis::Zone),
    ("园区", Deixis::Zone),
    ("该企业", Deixis::Company),
    ("该公司", Deixis::Company),
    ("该集团", Deixis::Company),
    ("这家公司", Deixis::Company),
    ("这家企业", Deixis::Company),
    ("公司", Deixis::Announcer),
    ("企业", Deixis::Company),
    ("集团", Deixis::Company),
    ("该项目", Deixis::Project),
    ("此项目", Deixis::Project),
    ("整个项目", Deixis::Project),
    ("整体项目", Deixis::Project),
    ("项目", Deixis::Project),
    ("一期", Deixis::Project),
    ("二期", Deixis::Project),
    ("三期", Deixis::Project),
]);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Deixis {
    China,
    Level(&'static str),
    Zone,
    /// A firm named before.
    Company,
    /// Who announces what is told, else a firm named before.
    Announcer,
    Project,
}

pub(super) fn deictic(scene: &Scene<'_>, clause: &Clause, span: Span, words: &str, known: &[&Subject]) -> Option<(usize, Turn)> {
    // Each word counts where it stands first.
    let mut fitting = scene
        .told_within(&DEICTIC, Start::Deictic, clause, span)
        .filter(|(at, entry)| words.place_of(entry.0) == Some(*at) && opens(scene, span, *at, entry) && !ranks(words, *at, entry.0))
        .peekable();
    let first = fitting.peek().map(|(at, _)| *at);
    let word = fitting.take_while(|(other, _)| Some(*other) == first).max_by_key(|(_, (word, _))| word.len());
    let word = word.map(|(at, (word, deixis))| (at, word.len(), *deixis));
    // 此光伏项目, 该动力电池基地
    let project = this_project(words).map(|length| (0, length, Deixis::Project));
    let (at, length, deixis) = [word, project].into_iter().flatten().min_by_key(|(at, ..)| *at)?;
    let here = Span::new(span.start + at, span.start + at + length);
    match &deixis {
        Deixis::China => Some(Turn::Name(Subject::country(here, "indicator.subject.country"))),
        Deixis::Project => Some(Turn::Project(latest_project(scene, here.start))),
        Deixis::Announcer => announcer(scene, here.start)
            .or_else(|| latest(scene, here.start, |m| m.kind() == Kind::Company, "indicator.subject.deictic"))
            .map(Turn::Name),
        Deixis::Company => latest(scene, here.start, |m| m.kind() == Kind::Company, "indicator.subject.deictic").map(Turn::Name),
        Deixis::Zone => latest(scene, here.start, |m| m.kind() == Kind::Zone, "indicator.subject.deictic").map(Turn::Name),
        Deixis::Level(level) => {
            let fits = |m: &crate::context::Mention| match &m.value {
                Value::Place(place) => of_level(&place.name, level),
                Value::Zone(zone) => *level == "区" && zone.canonical.ends_with('区'),
                _ => false,
            };
            // who is spoken of already comes before a name that only passes by: 甲市赴乙市招商,全市…
            let spoken = known.iter().find(|known| {
                known.kind == Kind::Place && of_level(&known.name, level) || known.kind == Kind::Zone && *level == "区" && known.name.ends_with('区')
            });
            spoken
                .map(|known| Subject { rule: "indicator.subject.deictic", ..(*known).clone() })
                .or_else(|| latest(scene, here.start, fits, "indicator.subject.deictic"))
                .or_else(|| publisher(scene, Some(level)))
                .or_else(|| body(scene, here.start, level))
                .or_else(|| holder(scene, here.start, level))
                .map(|found| Turn::Name(Subject { span: if found.rule.ends_with("publisher") { here } else { found.span }, ..found }))
        }
    }
    .filter(|_| !clause.span.is_empty())
    .map(|turn| (here.start, turn))
}

/// 全国重要的基地, 全省首个平台: what something is among all others, told behind the word for the whole.
pub(super) fn ranks(words: &str, at: usize, word: &str) -> bool {
    let behind = words.get(at + word.len()..).unwrap_or_default();
    word.starts_with('全') && words!["重要", "首个", "首家", "首批", "最大", "领先", "知名", "一流", "唯一", "先进"].begin(behind)
}

/// The place of a level that the article is about, or that it named last.
pub(super) fn of_this_level(scene: &Scene<'_>, at: usize, level: &str, topic: Option<&Subject>) -> Option<Subject> {
    let fits = |m: &crate::context::Mention| matches!(&m.value, Value::Place(place) if of_level(&place.name, level));
    topic
        .filter(|topic| topic.kind == Kind::Place && of_level(&topic.name, level))
        .cloned()
        .or_else(|| latest(scene, at, fits, "indicator.subject.deictic"))
}

/// 此光伏项目: a pointing word, what is built, and the head of a project; how long it is.
fn this_project(words: &str) -> Option<usize> {
    const LONGEST: usize = 10;
    let rest = words!["该", "此", "本"].strip_beginning(words)?;
    let limit = rest.char_indices().nth(LONGEST).map_or(rest.len(), |(limit, _)| limit);
    let near = rest.get(..limit)?;
    let end = words!["项目", "工程"].found_in(near).next().map(|(found, head)| found + head.len())?;
    let kind = near.get(..end)?;
    (!kind.contains(['的', '、', '次', '区', '县', '市', '省'])).then_some(words.len() - rest.len() + end)
}

/// A deictic word counts where it can be a subject; bare nouns only at the opening of their clause.
fn opens(scene: &Scene<'_>, span: Span, at: usize, entry: &(&str, Deixis)) -> bool {
    // 占甲省全省收入的一半: its name stands before it
    let named = scene.within(Span::new(span.start, span.start + at)).last().and_then(|index| scene.get(index));
    let named = named.filter(|named| named.kind() == Kind::Place && named.span.end == span.start + at && matches!(entry.1, Deixis::Level(_)));
    let before = bare(scene, Span::new(span.start, named.map_or(span.start + at, |named| named.span.start)));
    let after = Span::new(span.start + at + entry.0.len(), span.end).of(scene.text());
    let bare_noun = matches!(entry.0, "园区" | "公司" | "企业" | "集团" | "项目" | "一期" | "二期" | "三期");
    if bare_noun {
        // 项目开工率: a rate of projects, not one of them
        // 项目合计中标金额: that of all
        if entry.0 == "项目" && (after.chars().take(6).any(|c| c == '率') || words!["合计", "总计", "共计", "总数", "数量"].begin(after))
        {
            return false;
        }
        let phase = before == "其中" && entry.0.ends_with('期');
        return phase
            || before.is_empty() && !after.starts_with(['、', '等', '化', '家', '和', '与'])
            || before == "整个"
            || before == "在" && entry.0 == "园区";
    }
    // 占全国28%, 比全省高, 全国首个: a standard of comparison, an epithet
    let epithet = after.starts_with("首")
        || after.starts_with("第")
        || after.starts_with("最")
        || after.starts_with("唯一")
        || after.starts_with("平均")
        || after.trim_start_matches(|c: char| c.is_ascii_digit() || any!("十百千").of(c)).starts_with('强')
        || after.starts_with("前列")
        || words!["排名", "位次", "排位", "率先", "领先"].begin(after)
        || after.starts_with("人大");
    // 高于全国、全省: what a list of standards goes on with
    let list = words!["全国", "全省", "全市", "全区", "全县", "全州"].strip_ending(before.trim_end_matches(['、', '和', '与', '及']));
    let head = list.unwrap_or(&before);
    let object = words![
        "是",
        "占",
        "比",
        "较",
        "于",
        "面向",
        "分赴",
        "赴",
        "向",
        "对",
        "居",
        "为",
        "辐射",
        "覆盖",
        "服务",
        "来自",
        "与",
        "促进",
        "推动",
        "列",
        "位列",
        "位居",
        "排名",
        "约占",
        "占到",
        "回",
        "进入",
        "跻身",
        "迈入",
        "跨入",
        "稳居",
        "创",
        "排",
        "超",
        "超过",
        "高出",
        "快过",
        "领先",
        "好过",
        "列入",
        "纳入",
        "入选",
        "不及",
        "跑赢",
        "低出",
        "占据",
        "拉动",
        "带动",
        "创造",
        "创造了",
    ]
    .end(head);
    // 在全国设立网点: where somebody does it
    // 在全市占比达三成: of what it is so much
    let whole = words!["占", "的占", "中占", "中的占", "的比重", "的份额"].begin(after);
    let where_done = before.ends_with('在') && (entry.1 == Deixis::China || whole);
    !epithet && !object && !where_done
}

/// Whether a division's name is of the level that a deictic word names.
pub(super) fn of_level(name: &str, level: &str) -> bool {
    match level {
        "省" => name.ends_with('省') || name.ends_with("自治区"),
        "市" => name.ends_with('市'),
        "县" => name.ends_with('县') || name.ends_with('旗'),
        // 全区 is said of a city's district and of an autonomous region
        "区" => name.ends_with('区') && !name.ends_with("地区"),
        "州" => name.ends_with('州'),
        "旗" => name.ends_with('旗'),
        "盟" => name.ends_with('盟'),
        _ => name.ends_with('镇') || name.ends_with('乡'),
    }
}

/// The latest mention before `at` that fits, in the article's statements or its title.
pub(super) fn latest(scene: &Scene<'_>, at: usize, fits: impl Fn(&crate::context::Mention) -> bool, rule: &'static str) -> Option<Subject> {
    let end = scene.mentions.partition_point(|mention| mention.span.start < at);
    (0..end).rev().take(REFERENTS).find(|index| scene.get(*index).is_some_and(&fits)).and_then(|index| subject(scene, index, rule))
}

/// Who announces what the paragraph of `at` tells: in 甲公司公告,拟与乙公司合资,公司出资4亿元 the firm without a name is the first.
fn announcer(scene: &Scene<'_>, at: usize) -> Option<Subject> {
    const REACH: usize = 16;
    let paragraph = scene.clauses.paragraph(scene.clauses.index_at(at)?);
    let first = scene.within(Span::new(paragraph.start, at)).find(|index| scene.get(*index).is_some_and(|m| m.kind() == Kind::Company))?;
    let behind = Span::new(scene.get(first)?.span.end, at).of(scene.text()).leading(REACH);
    let announces = words!["公告", "披露", "发布业绩", "业绩预告", "业绩快报", "互动平台", "调研", "表示", "回应", "称"].stand_in(behind);
    if announces { subject(scene, first, "indicator.subject.deictic") } else { None }
}

/// The place whose body is named last before `at`: 河南省统计局 for 全省.
pub(super) fn body(scene: &Scene<'_>, at: usize, level: &str) -> Option<Subject> {
    let end = scene.mentions.partition_point(|mention| mention.span.start < at);
    let bodies = scene.mentions.get(..end)?.iter().rev().take(REFERENTS).filter(|mention| mention.kind() == Kind::Organization);
    bodies.map(|mention| mention.span).find_map(|span| place_of(scene, span.of(scene.text()), Some(level)).map(|place| Subject { span, ..place }))
}

/// The division that the name of a body or a paper opens with, of a level if one is asked for.
pub(super) fn place_of(scene: &Scene<'_>, name: &str, level: Option<&str>) -> Option<Subject> {
    let hits = scene.context.lexicon.scan(name);
    let mut found = None;
    let mut at = 0;
    // 甲省乙市政府: the last of the divisions that open the name
    while let Some((hit, division)) = hits
        .iter()
        .filter_map(|hit| match &hit.entry {
            Entry::Division(division) if hit.span.start == at => Some((hit, division)),
            _ => None,
        })
        .max_by_key(|(hit, _)| hit.span.end)
    {
        at = hit.span.end;
        if level.is_none_or(|level| of_level(division.name, level)) {
            found = Some(Subject { name: division.name.to_owned(), kind: Kind::Place, span: Span::new(0, 0), rule: "indicator.subject.body" });
        }
    }
    found
}

/// The listed zone that the name of its office holds: 广西东兴重点开发开放试验区管委会.
pub(super) fn zone_of(scene: &Scene<'_>, name: &str) -> Option<Subject> {
    let hits = scene.context.lexicon.scan(name);
    let zone = hits.iter().filter(|hit| matches!(hit.entry, Entry::Zone(_))).max_by_key(|hit| hit.span.end)?;
    Some(Subject { name: zone.span.of(name).to_owned(), kind: Kind::Zone, span: Span::new(0, 0), rule: "indicator.subject.speaker" })
}

/// The province or city that all places named before `at` lie in: 全省 where only its cities are named.
pub(super) fn holder(scene: &Scene<'_>, at: usize, level: &str) -> Option<Subject> {
    let digits = match level {
        "省" => 2,
        "市" => 4,
        _ => return None,
    };
    let end = scene.mentions.partition_point(|mention| mention.span.start < at);
    let codes = scene.mentions.get(..end)?.iter().take(REFERENTS).filter_map(|mention| match &mention.value {
        Value::Place(place) => Some((place.code.as_deref().filter(|code| !code.contains('-'))?.get(..digits)?, mention.span)),
        Value::Zone(zone) => Some((zone.place.as_deref()?.get(..digits)?, mention.span)),
        _ => None,
    });
    let mut first: Option<(&str, Span)> = None;
    for (stem, span) in codes {
        if first.get_or_insert((stem, span)).0 != stem {
            return None;
        }
    }
    let (stem, span) = first?;
    let division = scene.context.lexicon.division(&format!("{stem:0<6}"))?;
    of_level(division.name, level).then(|| Subject { name: division.name.to_owned(), kind: Kind::Place, span, rule: "indicator.subject.holder" })
}

/// The place that the publisher's name begins with, of a level if one is asked for.
pub(super) fn publisher(scene: &Scene<'_>, level: Option<&str>) -> Option<Subject> {
    let source = scene.metadata.source.as_deref().or(scene.metadata.site.as_deref()).or_else(|| dateline(scene))?;
    place_of(scene, source, level).map(|place| Subject { rule: "indicator.subject.publisher", ..place })
}
