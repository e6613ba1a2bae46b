//! Whose figure it is: from the clause, the sentence, the paragraph, the title, and then the publisher.

use super::deictic::{deictic, latest, place_of, publisher, ranks};
use super::measure;
use super::scene::Scene;
use super::words::{BEFORE_SUBJECT, OBJECT_MARKS, SENT, SOURCES, VERBS};
use crate::entity::{Kind, Value};
use crate::limits::REFERENTS;
use crate::reading::PartKind;
use crate::record::clause::Clause;
use crate::record::link::SUBSIDIARIES;
use crate::seek::{Seek, any};
use crate::span::Span;
use crate::starts::Start;
use crate::word_table::{Words, words};
use std::borrow::Cow;

/// A name that facts are told of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    /// Its canonical name.
    pub(super) name: String,
    /// What kind of name it is.
    pub(super) kind: Kind,
    /// Where it is named.
    pub(super) span: Span,
    /// How it was found: clause, sentence, deictic, speaker, paragraph, title, publisher …
    pub(super) rule: &'static str,
}

impl Subject {
    /// The country as a whole.
    pub(super) fn country(span: Span, rule: &'static str) -> Self {
        Self { name: "中国".to_owned(), kind: Kind::Place, span, rule }
    }
}

/// What a clause says about the subject of the clauses from here on.
#[derive(Clone, Debug)]
pub(super) enum Turn {
    /// A name takes the subject's place.
    Name(Subject),
    /// A single project does: its amounts are fields of the project.
    Project(Option<Subject>),
    /// A name is only the source of what is said, or speaks of itself.
    Source(Subject),
    /// Who studies the affairs of others tells what was found.
    Study,
}

/// The canonical name of a mention that can be a subject.
fn canonical(value: &Value) -> Option<&str> {
    match value {
        Value::Place(place) => Some(&place.name),
        Value::Zone(zone) => Some(&zone.canonical),
        Value::Company(company) => Some(&company.canonical),
        Value::Organization(organization) => Some(&organization.canonical),
        Value::Project(project) => Some(&project.canonical),
        _ => None,
    }
}

pub(super) fn subject(scene: &Scene<'_>, index: usize, rule: &'static str) -> Option<Subject> {
    let mention = scene.get(index)?;
    // A river or a desert is measured by nobody.
    if matches!(&mention.value, Value::Place(place) if place.code.is_none() && place.parent.is_none() && place.candidates.is_empty() && place.members.is_empty())
    {
        return None;
    }
    // 园区代办大厅, 省级财政: a body named by what it is part of speaks for that
    if mention.kind() == Kind::Organization {
        let words = mention.span.of(scene.text());
        if words.starts_with("园区") {
            return latest(scene, mention.span.start, |m| m.kind() == Kind::Zone, "indicator.subject.body_of");
        }
        // a working group is no body of its own
        if words!["小组", "专班", "团队", "工作组", "分队"].end(words) {
            let end = scene.mentions.len().min(REFERENTS);
            let holder = (0..end).find(|other| {
                scene
                    .get(*other)
                    .is_some_and(|m| matches!(m.kind(), Kind::Place | Kind::Zone | Kind::Company) && words.starts_with(m.span.of(scene.text())))
            });
            if let Some(holder) = holder {
                return subject(scene, holder, "indicator.subject.group_of");
            }
        }
        if words!["省级", "市级", "县级", "区级", "中央财政", "各级"].begin(words) {
            return None;
        }
    }
    Some(Subject { name: canonical(&mention.value)?.to_owned(), kind: mention.kind(), span: mention.span, rule })
}

/// 41个项目签约落地甲新区: where the things settled that a clause opens with the number of.
pub(super) fn settled(scene: &Scene<'_>, clause: &Clause, from: usize) -> Option<Subject> {
    let text = scene.text();
    let mut names = scene.within(Span::new(from, clause.span.end)).peekable();
    let counts = names.next().and_then(|index| scene.get(index)).is_some_and(|mention| measure::counts(&mention.value));
    let lies = |index: &usize| scene.get(*index).filter(|mention| matches!(mention.kind(), Kind::Place | Kind::Zone));
    let first = names.find(|index| {
        lies(index).is_some_and(|mention| {
            words!["落户", "落地", "落户于", "落地于", "花落", "落子", "位于"].end(Span::new(from, mention.span.start).of(text))
        })
    });
    let mut last = first.filter(|_| counts)?;
    // of places side by side the last
    while let Some(next) = names.next_if(|next| lies(next).zip(scene.get(last)).is_some_and(|(next, last)| next.span.start == last.span.end)) {
        last = next;
    }
    subject(scene, last, "indicator.subject.settled")
}

/// What a clause does to the subject, read up to the byte `until`; `known` are the subjects spoken of so far, the latest first.
pub(super) fn turn(scene: &Scene<'_>, clause: &Clause, until: usize, known: &[&Subject]) -> Option<Turn> {
    let span = Span::new(clause.span.start, until.min(clause.span.end));
    let words = span.of(scene.text());
    let mut candidates = scene.within(span).filter(|index| scene.get(*index).is_some_and(|m| canonical(&m.value).is_some())).peekable();
    let pointed = deictic(scene, clause, span, words, known);
    // names side by side are one address: the last of them is meant
    while let Some(index) = candidates.next() {
        let Some(mention) = scene.get(index) else { break };
        let start = mention.span.start;
        let mut last = index;
        let mut end = mention.span.end;
        let adjoins = |next: usize, end: usize| {
            scene.get(next).is_some_and(|next| {
                let gap = Span::new(end, next.span.start).of(scene.text());
                next.kind() != Kind::Project && (gap.is_empty() || matches!(gap, "的" | "的这座") || SUBSIDIARIES.hold(gap))
            })
        };
        while let Some(next) = candidates.next_if(|next| adjoins(*next, end)) {
            last = next;
            end = scene.get(next).map_or(end, |m| m.span.end);
        }
        if let Some((pointer, _)) = pointed.as_ref().filter(|(at, _)| *at < start) {
            // 我国产粮大区新疆: what the country's part is called stands before its name
            if is_apposition(Span::new(*pointer, start).of(scene.text())) && scene.get(last).is_some_and(|m| m.kind() == Kind::Place) {
                return subject(scene, last, "indicator.subject.clause").map(Turn::Name);
            }
            break; // 该县借势京津冀…: the deictic word comes first
        }
        // 东部城市群的“领头羊”甲市: what a place is to others, told before its name
        let opens = bare(scene, Span::new(span.start, start)).is_empty();
        let named = candidates.peek().copied().filter(|next| opens && scene.get(*next).is_some_and(|next| next.kind() == Kind::Place));
        let between = named.and_then(|next| scene.get(next)).map(|next| Span::new(end, next.span.start).of(scene.text()));
        if between.is_some_and(is_epithet) {
            return named.and_then(|next| subject(scene, next, "indicator.subject.clause")).map(Turn::Name);
        }
        if let Some(turn) = judge(scene, clause, span, Span::new(start, end), last) {
            return Some(turn);
        }
    }
    pointed.map(|(_, turn)| turn)
}

/// 我国产粮大区, 全国重要的能源基地: what a place is to the country, told before its name.
fn is_apposition(words: &str) -> bool {
    const LONGEST: usize = 16;
    let Some(role) = words!["我国", "全国"].strip_beginning(words) else { return false };
    ROLES.iter().any(|tail| role.ends_with(tail))
        && (3..=LONGEST).contains(&role.chars().count())
        && !role.contains(['对', '向', '在', '从', '、', '与', '和'])
}

/// 西部地区的“领头羊”, 北方重要的工业基地: what another place is to the one named before, told between both.
fn is_epithet(between: &str) -> bool {
    const LONGEST: usize = 24;
    let role = between.trim_end_matches(['”', '"', '’']);
    let quoted =
        role.len() < between.len() && role.rfind(['“', '"', '‘']).is_some_and(|open| role.get(..open).is_some_and(|said| said.ends_with('的')));
    let named = role.contains('的') && ROLES.iter().any(|tail| role.ends_with(tail));
    (quoted || named) && (2..=LONGEST).contains(&role.chars().count()) && !role.contains(['，', ',', '、'])
}

/// What a place is to a country or a region.
const ROLES: &[&str] =
    &["大区", "大省", "大市", "大县", "强省", "强市", "强县", "城市", "口岸", "门户", "基地", "产区", "省份", "牧区", "重镇", "枢纽"];

/// Whether the name at `name` is the subject of the clause.
fn judge(scene: &Scene<'_>, clause: &Clause, span: Span, name: Span, index: usize) -> Option<Turn> {
    let text = scene.text();
    let is_source = matches!(clause.mark, ':' | '：') || names_source(scene, clause);
    // 新华社望川7月14日电 甲省出口…: behind a dateline the clause begins
    let told = Span::new(span.start, name.start).of(text);
    // 新华社望川7月14日电 (记者张川)甲公司…
    let author = told.strip_suffix([')', '）']).and_then(|told| told.rfind(['(', '（'])).and_then(|open| told.get(..open));
    let sent = (author.is_some() || told.ends_with(char::is_whitespace)) && SENT.end(author.unwrap_or(told).trim_end());
    let before = if sent { Cow::Borrowed("") } else { bare(scene, Span::new(span.start, name.start)) };
    let behind = Span::new(name.end, clause.span.end).of(text);
    // 拟在甲县建设: where it will be; (不含甲公司) only explains
    let site = words!["拟在", "将在", "计划在", "拟于", "将于", "欲在"].end(&before);
    let raw = Span::new(span.start, name.start).of(text);
    let aside =
        raw.rfind(['(', '（']).is_some_and(|open| raw.get(open..).is_some_and(|inside| !inside.contains([')', '）']) && inside.chars().count() > 1));
    let named = matches!(scene.get(index)?.kind(), Kind::Place | Kind::Zone | Kind::Organization);
    // 主会场在甲新区,共开工项目121个: where it was held
    let venue = words!["会场在", "会场设在", "会场位于", "会场设于"].end(raw)
        || raw.ends_with('在') && words!["设置分会场", "设分会场", "设立分会场", "设主会场"].begin(behind);
    // “甲区整车产业链项目”: the name of a project in quotes
    let country = matches!(&scene.get(index)?.value, Value::Place(place) if place.code.as_deref().is_some_and(|code| code.len() == 2));
    let quoted = raw.ends_with('“')
        && !country
        && behind
            .split_once('”')
            .is_some_and(|(inside, _)| words!["项目", "工程", "产业园", "基地"].end(inside) && !inside.contains(['，', ',', '。']));
    if site || aside || venue || quoted || named && (opens_event(behind) || dates_news(scene, name.end)) {
        return None;
    }
    // 在甲市委领导下, 在甲市举办的乙省推介会上; 甲市至乙市高速公路: by whose help, where, which way
    let helped = || words!["领导下", "带领下", "指导下", "支持下", "推动下", "关心下", "帮助下", "部署下"].stand_in(behind);
    let held_there = || words!["举办", "举行", "召开"].begin(behind) && behind.contains("上");
    if before.ends_with('在') && (helped() || held_there()) || named && is_route(behind) {
        return None;
    }
    // 新中国成立75年来: since when
    if raw.ends_with('新') && name.of(text) == "中国" && words!["成立", "建立", "诞生"].begin(behind) {
        return None;
    }
    // 地处新疆西部的霍尔果斯海关: where it lies
    if before.ends_with("地处") && behind.contains('的') {
        return None;
    }
    let object = OBJECT_MARKS.end(&before) && !before.ends_with("位于") && !before.ends_with("处于");
    // 29家央企与甲省签约64个项目: the place is who signs
    let signing = words!["成功", "集中", "现场"].strip_beginning(behind).unwrap_or(behind);
    let signs = words!["签约", "签订", "签署", "达成"].begin(signing) && !words!["我们和", "我们与", "我们同"].end(&before);
    if signs && matches!(scene.get(index)?.kind(), Kind::Place | Kind::Zone) && words!["与", "和", "同"].end(&before) {
        return subject(scene, index, "indicator.subject.party").map(Turn::Name);
    }
    if object && is_source && words!["从", "据"].end(&before) {
        return subject(scene, index, "indicator.subject.source").map(Turn::Source);
    }
    let in_place = !object && (before.is_empty() || BEFORE_SUBJECT.end(&before) || before.chars().count() <= 6 && !VERBS.stand_in(&before));
    let kind = scene.get(index)?.kind();
    // 京冀项目201个: where they come from
    if measure::is_region(&scene.get(index)?.value) && words!["项目", "资金"].begin(behind) {
        return None;
    }
    // 一手抓京津冀协同发展, 华北区域总部: a macro-region is measured only where it opens the clause
    let region = matches!(&scene.get(index)?.value, Value::Place(place) if !place.members.is_empty() || place.code.as_deref().is_some_and(|code| code.contains('-')));
    // 长三角区域进出口 is the region's own
    let whole = behind.strip_prefix("区域").is_some_and(|rest| REGIONAL.begin(rest));
    let part = words!["协同发展", "一体化", "区域"].begin(behind) && !whole;
    if region && (!before.is_empty() && !BEFORE_SUBJECT.end(&before) || part) {
        return None;
    }
    // 甲市委、市政府计划…: the committee and the government of a place speak for it
    let governs = || words!["、省政府", "、市政府", "、县政府", "、区政府", "、州政府", "、盟行署", "、旗政府", "、自治区政府"].begin(behind);
    if kind == Kind::Organization && in_place && !object && name.of(text).ends_with('委') && governs() {
        let place = place_of(scene, name.of(text), None)?;
        return Some(Turn::Name(Subject { span: name, rule: "indicator.subject.clause", ..place }));
    }
    // a list of names is no one's subject: A、B等10个项目
    // A公司12万吨碳酸锂、B公司30万吨丁二醇等43个项目
    let glued = kind == Kind::Company && behind.starts_with(|c: char| c.is_ascii_digit()) && behind.contains('、') && behind.contains('等');
    let listed = glued || behind.starts_with('、') || raw.ends_with(['、', '(', '（']);
    let summed = behind.starts_with('等') && !behind.starts_with("等地");
    let person =
        scene.within(Span::new(name.end, clause.span.end)).next().and_then(|next| scene.get(next)).is_some_and(|next| next.kind() == Kind::Person);
    if kind == Kind::Project {
        let figure_sum =
            scene.within(Span::new(name.end, clause.span.end)).next().and_then(|i| scene.get(i)).is_some_and(|m| m.kind() == Kind::Quantity);
        if (listed || summed) && (figure_sum || behind.contains('等')) {
            return None;
        }
        // 开工项目1个,为甲公司生产线项目: what it is
        let named_next = matches!(&*before, "为" | "即" | "是" | "分别为");
        return (in_place || named_next).then_some(Turn::Project(owner(scene, index)));
    }
    // 河北国龙扩能改造、河北精工产业园等261个项目: a place that opens the name of a list's member
    if kind == Kind::Place && opens_member(scene, name, clause) || kind == Kind::Company && opens_project(scene, name, clause) {
        return None;
    }
    if listed || (summed && !behind.has("项目实现") && !behind.has("企业实现")) && kind != Kind::Place {
        let first_sum =
            summed && behind.strip_prefix('等').is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit()) && !listed && rest.has("实现"));
        if !first_sum {
            return None;
        }
    }
    if !in_place {
        return None;
    }
    let here = subject(scene, index, "indicator.subject.clause")?;
    // 甲县政府与12家企业签约项目15个: what a government signs is its place's
    if kind == Kind::Organization && signs_with_others(name.of(text), behind) {
        if let Some(place) = place_of(scene, name.of(text), None) {
            return Some(Turn::Name(Subject { span: name, rule: "indicator.subject.clause", ..place }));
        }
    }
    if is_media(scene, index) || kind == Kind::Company && is_source && publishes(behind) {
        return None; // who reports, or sells data and studies, is not who is measured
    }
    if studies(name.of(text), behind, is_source) {
        return Some(Turn::Study);
    }
    // a statistics office counts others, and so does who watches them
    let counts = kind == Kind::Organization
        && (counts_others(name.of(text))
            || counts_country(name.of(text), behind)
            || words!["进行监测", "进行了监测", "进行调查", "开展调查", "进行抽样", "开展抽样"].stand_in(behind));
    // who issues a document tells what it says
    let issues = kind == Kind::Organization && words!["印发", "出台《", "发布《"].stand_in(behind);
    if is_source || person || counts || issues {
        return Some(Turn::Source(Subject { rule: "indicator.subject.source", ..here }));
    }
    Some(Turn::Name(here))
}

/// Bodies that count the whole country.
static CENSUS: Words<&str> = Words::of(&["国家统计局", "海关总署", "国家外汇管理局", "国家能源局", "国家电影局", "国家邮政局"]);

/// Bodies whose published counts are of the whole country; what else they tell is of their own work.
static MINISTRIES: Words<&str> = Words::of(&[
    "商务部",
    "财政部",
    "央行",
    "人民银行",
    "中国人民银行",
    "工业和信息化部",
    "工信部",
    "交通运输部",
    "农业农村部",
    "文化和旅游部",
    "文旅部",
    "自然资源部",
    "水利部",
    "住房和城乡建设部",
    "住建部",
    "人力资源和社会保障部",
    "人力资源社会保障部",
    "人社部",
    "教育部",
    "科技部",
    "民政部",
    "国家发展改革委",
    "国家发改委",
    "国家税务总局",
    "税务总局",
    "国家知识产权局",
    "国家铁路局",
    "中国民航局",
    "民航局",
    "国家林草局",
    "国家市场监督管理总局",
    "市场监管总局",
    "国家金融监督管理总局",
    "金融监管总局",
    "中国银保监会",
    "银保监会",
    "国务院国资委",
    "国家卫生健康委",
    "国家卫健委",
    "国家医保局",
]);

/// 国家统计局, 商务部发布数据显示: whether what a body tells is of the whole country; `behind` is the rest of the clause that names it.
pub(super) fn counts_country(name: &str, behind: &str) -> bool {
    CENSUS.hold(name) || MINISTRIES.hold(name) && words!["数据", "统计", "运行情况", "收支情况", "执行情况", "公报"].stand_in(behind)
}

/// Whether a government signs with those that are named behind it.
fn signs_with_others(name: &str, behind: &str) -> bool {
    words!["政府", "管委会", "管理委员会"].end(name) && behind.starts_with(['与', '和', '同']) && behind.contains('签')
}

/// Whether an office is called as those that count others are.
pub(super) fn counts_others(name: &str) -> bool {
    words!["统计局", "调查总队", "调查队"].end(name)
}

/// Whether a word of the clause names the source of what it tells: 甲局称; 以下简称, 名称 and 称号 name something else.
fn names_source(scene: &Scene<'_>, clause: &Clause) -> bool {
    let words = clause.span.of(scene.text());
    scene.told(&SOURCES, Start::Sourced, clause).any(|(at, word)| {
        let before = words.get(..at).unwrap_or_default();
        let behind = words.get(at + word.len()..).unwrap_or_default();
        *word != "称"
            || !before.ends_with(['简', '下', '名', '职', '号', '堪', '俗', '统', '又', '并']) && !behind.starts_with(['号', '为', '职', '赞', '之'])
    })
}

/// 中国—亚欧博览会, 中国产业转移发展对接活动: whether a name goes on as that of an event.
fn opens_event(behind: &str) -> bool {
    const LONGEST: usize = 24;
    let near = behind.leading(LONGEST);
    let near = near.split([',', '，', '。', ';', '；', '“', '(', '（', '\n']).next().unwrap_or(near);
    let Some(at) = EVENTS.found_in(near).map(|(at, _)| at).min() else { return false };
    !words!["的", "在", "举行", "举办", "召开", "参加", "承办", "出席", "组织", "、"].stand_in(near.get(..at).unwrap_or_default())
}

/// 甲市至乙市高速公路: whether a name is where a way begins.
fn is_route(behind: &str) -> bool {
    const REACH: usize = 8;
    let Some(other) = words!["至", "到", "——", "—", "-", "－"].strip_beginning(behind) else { return false };
    let near = other.leading(REACH);
    let way = words!["高速", "铁路", "公路", "高铁", "国道", "航线", "航班", "班列", "城际", "管道", "大通道"].found_in(near).map(|(at, _)| at).min();
    way.and_then(|way| near.get(..way)).is_some_and(|to| to.chars().count() >= 2 && !to.contains(|c: char| c.is_ascii() || "的、，年月".contains(c)))
}

/// Words behind 区域 that begin what is measured of a whole region; 区域总部, 区域协同 are things of their own.
static REGIONAL: Words<&str> = Words::of(&[
    "进出口",
    "进口",
    "出口",
    "外贸",
    "货物",
    "民营企业",
    "国有企业",
    "外商投资企业",
    "外资企业",
    "机电产品",
    "高新技术产品",
    "高技术产品",
    "农产品",
    "实现",
    "完成",
    "累计",
    "合计",
    "共",
    "对",
    "生产总值",
    "经济总量",
    "固定资产投资",
    "社会消费品",
    "规模以上",
    "消费",
    "投资",
    "发电量",
    "用电量",
    "客流",
    "旅客",
    "货运",
]);

/// What events are called.
static EVENTS: Words<&str> = Words::of(&[
    "博览会",
    "洽谈会",
    "交易会",
    "展览会",
    "投资说明会",
    "推介会",
    "论坛",
    "峰会",
    "对接活动",
    "招商大会",
    "消博会",
    "服贸会",
    "进博会",
    "数博会",
]);

/// 望川3月1日电: whether a dateline goes on behind the name.
fn dates_news(scene: &Scene<'_>, end: usize) -> bool {
    let next = scene.mentions.partition_point(|mention| mention.span.start < end);
    let date = scene.get(next).filter(|mention| mention.kind() == Kind::Date && mention.span.start == end);
    date.is_some_and(|date| scene.text().get(date.span.end..).is_some_and(|behind| SENT.begin(behind)))
}

/// Whether a place without its level (河北, not 河北省) is glued to a name in a list that 等 and a figure close.
fn opens_member(scene: &Scene<'_>, name: Span, clause: &Clause) -> bool {
    const LEVELS: [char; 10] = ['省', '市', '区', '县', '州', '旗', '盟', '镇', '乡', '村'];
    let figure = scene.figures(Span::new(name.end, clause.span.end)).first().and_then(|figure| scene.get(*figure)).map(|figure| figure.span.start);
    // 甲省江山、瓮福等一批重大项目: the number need not be told
    let behind = Span::new(name.end, clause.span.end).of(scene.text());
    let batch = words!["等一批", "等一大批", "等多个"].found_in(behind).map(|(at, _)| name.end + at + '等'.len_utf8()).next();
    let figure = figure.or(batch);
    let Some(figure) = figure.filter(|_| !name.of(scene.text()).ends_with(LEVELS)) else { return false };
    let list = measure::trim(scene.text(), Span::new(name.end, figure));
    let glued = list.start == name.end && !VERBS.begin(list.of(scene.text()));
    glued && Span::new(name.end, figure).of(scene.text()).strip_suffix('等').is_some_and(|list| list.contains('、'))
}

/// Whether a company opens the first of several projects that 等 and their number sum up: 甲公司高端装备、乙公司新材料等9个项目.
fn opens_project(scene: &Scene<'_>, name: Span, clause: &Clause) -> bool {
    const NOUN: usize = 12;
    let behind = Span::new(name.end, clause.span.end).of(scene.text());
    let Some((list, summed)) = behind.split_once('等') else { return false };
    let number = summed.trim_start().leading(NOUN);
    let counted = number.starts_with(|c: char| c.is_ascii_digit()) || words!["一批", "一大批", "多个", "一系列"].begin(number);
    let own = words!["旗下", "所属", "的", "在", "与", "和"].begin(list) || VERBS.begin(list);
    counted && number.has("项目") && !list.is_empty() && !own
}

/// 某证券预计, 某研究院数据显示: whether who tells a forecast or a finding studies the affairs of others, and does not speak of its own results.
fn studies(name: &str, behind: &str, is_source: bool) -> bool {
    const REACH: usize = 8;
    let near = behind.leading(REACH);
    let broker = words!["证券", "期货", "咨询", "智库", "资讯"].end(name);
    let institute = words!["研究院", "研究所", "研究中心"].end(name);
    // 某研究院预计引进人才20名 tells its own plan
    let opines = words!["预测", "认为", "测算", "分析师", "首席", "研报", "发布"].stand_in(near) || broker && near.has("预计");
    let publishes = is_source && words!["数据", "报告", "统计显示", "指数"].stand_in(near);
    let own = words!["公告", "净利润", "营业收入", "营收", "业绩", "本公司", "年度报告", "季度报告", "年报", "季报"].stand_in(behind);
    (broker || institute) && (opines || publishes) && !own
}

/// 某公司研报认为, 某公司发布的数据显示: what a company publishes of others.
fn publishes(behind: &str) -> bool {
    const REACH: usize = 8;
    let near = behind.leading(REACH);
    words!["数据", "研报", "研究报告", "报告显示", "统计显示"].stand_in(near)
}

/// Whether a name is that of a paper, a site or a programme.
fn is_media(scene: &Scene<'_>, index: usize) -> bool {
    matches!(scene.get(index).map(|mention| &mention.value), Some(Value::Organization(organization)) if organization.class == "media")
}

/// Who owns a project: the company named inside it, else the project itself.
fn owner(scene: &Scene<'_>, index: usize) -> Option<Subject> {
    let name = scene.get(index)?.span;
    let inner =
        scene.mentions.iter().enumerate().skip(index + 1).take_while(|(_, m)| m.span.start < name.end).find(|(_, m)| m.kind() == Kind::Company);
    inner
        .and_then(|(inner, _)| subject(scene, inner, "indicator.subject.project_owner"))
        .or_else(|| subject(scene, index, "indicator.subject.project"))
}

/// The project spoken of last before `at`, by its own name or by the company that stands for it.
pub(super) fn latest_project(scene: &Scene<'_>, at: usize) -> Option<Subject> {
    let end = scene.mentions.partition_point(|mention| mention.span.start < at);
    let paragraph = scene.clauses.index_at(at).map_or(0, |index| scene.clauses.paragraph(index).start);
    let stands = |index: &usize| {
        scene.get(*index).is_some_and(|m| {
            let outermost = scene.nesting.is_outermost(*index);
            m.kind() == Kind::Project || m.kind() == Kind::Company && outermost && m.span.start >= paragraph
        })
    };
    (0..end).rev().take(REFERENTS).find(stands).and_then(|index| match scene.get(index)?.kind() {
        Kind::Company => subject(scene, index, "indicator.subject.project_owner"),
        _ => owner(scene, index),
    })
}

/// The words of a span without dates, quotes and joining words.
pub(super) fn bare<'a>(scene: &Scene<'a>, span: Span) -> Cow<'a, str> {
    let joining = |c: char| c.is_whitespace() || any!("“”\"‘’'()（）,，、").of(c);
    let mut words = String::new();
    let mut at = span.start;
    for mention in scene.within(span).filter_map(|index| scene.get(index)) {
        if matches!(mention.kind(), Kind::Date | Kind::Duration) && mention.span.end <= span.end {
            words.push_str(Span::new(at, mention.span.start).of(scene.text()));
            at = mention.span.end;
        }
    }
    let rest = Span::new(at, span.end).of(scene.text());
    if words.is_empty() {
        return rest.trim_matches(joining).into();
    }
    words.push_str(rest);
    words.trim_matches(joining).to_owned().into()
}

/// The paper that a text without a dateline of its own opens with: 某报讯.
pub(super) fn dateline<'a>(scene: &Scene<'a>) -> Option<&'a str> {
    let first = scene.clauses.list().iter().find(|clause| !scene.is_label(clause))?;
    let paper = scene.within(first.span).find(|index| is_media(scene, *index)).and_then(|index| scene.get(index))?;
    let said = Span::new(paper.span.end, first.span.end).of(scene.text());
    (paper.span.start == first.span.start && (said.starts_with('讯') || said.starts_with("记者"))).then(|| paper.span.of(scene.text()))
}

/// Whose people's congress a report was given to: 在某省第八届人民代表大会第二次会议上, on a line of its own before the first statement.
fn session(scene: &Scene<'_>) -> Option<Subject> {
    const CLAUSES: usize = 12;
    let labels = scene.clauses.list().iter().take(CLAUSES).take_while(|clause| scene.is_label(clause));
    labels.filter(|clause| clause.span.of(scene.text()).contains("人民代表大会")).find_map(|clause| {
        let place = scene.within(clause.span).find(|index| scene.get(*index).is_some_and(|m| m.kind() == Kind::Place));
        let named = place.and_then(|index| subject(scene, index, "indicator.subject.title"));
        let body = || scene.within(clause.span).filter_map(|index| scene.get(index)).find(|m| m.kind() == Kind::Organization);
        named.or_else(|| {
            body().and_then(|body| {
                place_of(scene, body.span.of(scene.text()), None).map(|place| Subject { span: body.span, rule: "indicator.subject.title", ..place })
            })
        })
    })
}

/// Whom the article is about: the first place, zone or company of the title, else the first subject of its statements.
pub(super) fn topic(scene: &Scene<'_>) -> Option<Subject> {
    let titles: Vec<Span> =
        scene.context.parts.iter().filter(|part| matches!(part.kind, PartKind::Title | PartKind::Subtitle)).map(|part| part.span).collect();
    // a heading on top of a text without a title is its title
    let first = scene.clauses.list().first().filter(|first| titles.is_empty() && scene.is_heading(first)).map(|first| first.span);
    for title in titles.into_iter().chain(first) {
        // 前三季度我国海洋经济…: whoever counts it, it is the country's
        let words = title.of(scene.text());
        // 援建项目在甲市集中签约: where it was done is not whom it is about
        let venue = |named: Span| {
            let behind = scene.text().get(named.end..title.end).unwrap_or_default();
            scene.text().get(title.start..named.start).is_some_and(|before| before.ends_with('在'))
                && words!["集中签约", "签约", "举行", "举办", "召开", "开幕", "闭幕"].begin(behind)
        };
        let named = scene
            .within(title)
            .find(|index| scene.get(*index).is_some_and(|m| matches!(m.kind(), Kind::Place | Kind::Zone | Kind::Company) && !venue(m.span)));
        let country = words!["我国", "全国"].found_in(words).next().filter(|(at, word)| named.is_none() && !ranks(words, *at, word));
        if let Some((at, word)) = country {
            let span = Span::new(title.start + at, title.start + at + word.len());
            return Some(Subject::country(span, "indicator.subject.title"));
        }
        if let Some(found) = named.and_then(|index| subject(scene, index, "indicator.subject.title")) {
            return Some(found);
        }
        // 某自治区人民政府关于…的通知: whose government it is
        let body = scene.within(title).filter_map(|index| scene.get(index)).find(|m| m.kind() == Kind::Organization);
        if let Some(body) = body.filter(|body| body.span.of(scene.text()).ends_with("政府")) {
            if let Some(place) = place_of(scene, body.span.of(scene.text()), None) {
                return Some(Subject { span: body.span, rule: "indicator.subject.title", ..place });
            }
        }
    }
    if let Some(place) = session(scene) {
        return Some(place);
    }
    for clause in scene.clauses.list() {
        if scene.is_label(clause) {
            continue;
        }
        match turn(scene, clause, clause.span.end, &[]) {
            // 该县: known from this clause on, wherever the county was named
            Some(Turn::Name(name)) => {
                let span = if clause.span.contains(name.span) { name.span } else { clause.span };
                return Some(Subject { rule: "indicator.subject.lead", span, ..name });
            }
            _ => continue,
        }
    }
    publisher(scene, None)
}
