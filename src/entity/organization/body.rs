//! Finds bodies: by a name of their own, by what an office is for, by the tail of a name.

use super::function::{CENTRES, DESKS, GENERAL_FUNCTIONS, belongs_to, functions_before, last_function};
use super::other::is_other_word;
use super::prefix::{self, Before, Places};
use super::words;
use crate::context::{Context, Mention};
use crate::cursor::Cursor;
use crate::entity::company::Walls;
use crate::entity::company::{self, generic, trade};
use crate::entity::edge::{self, Left, Wall};
use crate::lexicon::{Entry, Hit};
use crate::reading::before_buttons;
use crate::reading::tables::cohesion;
use crate::seek::Seek;
use crate::span::Span;
use crate::starts::{Learn, Start};
use crate::word_index::WordIndex;
use crate::word_table::{Words, words};
use once_cell::sync::Lazy;

/// A body found.
#[derive(Clone, Copy, Debug)]
pub(super) struct Body {
    pub(super) span: Span,
    pub(super) class: &'static str,
    pub(super) rule: &'static str,
}

/// How a word at a position makes a body.
#[derive(Clone, Copy, Debug)]
enum Trigger {
    Named(&'static str),
    Office(&'static str, bool),
    Tail(&'static str),
    Paper,
}

static TRIGGERS: Lazy<WordIndex<'static, Trigger>> = Lazy::new(|| WordIndex::by_beginning(triggers()));

fn triggers() -> impl Iterator<Item = (&'static str, Trigger)> {
    let named = words::NAMED.iter().flat_map(|(class, names)| names.split_whitespace().map(|name| (name, Trigger::Named(class))));
    let offices = words::OFFICES.iter().map(|(word, class, bare)| (*word, Trigger::Office(class, *bare)));
    let tails = words::TAILS.iter().map(|(word, class)| (*word, Trigger::Tail(class)));
    let papers = words::PAPERS.iter().map(|word| (*word, Trigger::Paper));
    named.chain(offices).chain(tails).chain(papers)
}
static GENERAL: Lazy<WordIndex<'static, ()>> = Lazy::new(|| WordIndex::of(words::GENERAL));

/// The words that bodies are looked for by.
pub(super) fn starts(learn: Learn<'_>) {
    triggers().for_each(|(word, _)| learn(Start::Body, word));
    SOURCES.iter().for_each(|word| learn(Start::Source, word));
    WIRES.iter().for_each(|word| learn(Start::Wire, word));
}

/// Every body in the text.
pub(super) fn find(context: &Context<'_>, mentions: &[Mention]) -> Vec<Body> {
    let finder = Finder { context, places: Places::of(context, mentions), walls: Walls::of(context.hits, mentions) };
    let mut found: Vec<Body> = Vec::new();
    let mut read = None; // the place whose first word that is a body was taken
    for (at, (word, trigger)) in TRIGGERS.found_at(context.text, context.starts.of(Start::Body)) {
        let last = found.last().copied();
        if read == Some(at) || last.is_some_and(|last| last.span.end >= at + word.len()) {
            continue; // inside a name that is found already
        }
        if let Some(body) = finder.body(at, word, *trigger, last) {
            if last.is_some_and(|last| body.span.contains(last.span)) {
                found.pop();
            }
            found.push(body);
            read = Some(at);
        }
    }
    let mut found = join_media(context.text, found);
    let sources = sources(context);
    found.extend(sources_again(context.text, &sources, &found));
    found.extend(sources);
    wires(context, &mut found);
    closing_sources(context, &mut found);
    found
}

/// What leads in the source of an article.
static SOURCES: Words<&str> = Words::of(&["来源：", "来源:", "转自：", "转自:", "稿源：", "稿源:"]);

/// The source that a credit line names: 来源：某某新闻, 转自:某某网.
fn sources(context: &Context<'_>) -> Vec<Body> {
    let text = context.text;
    let mut found = Vec::new();
    for (at, label) in SOURCES.found_at(text, context.starts.of(Start::Source)) {
        let start =
            at + label.len() + text.get(at + label.len()..).map_or(0, |rest| rest.len() - rest.trim_start_matches([' ', '\u{3000}', '\u{a0}']).len());
        let rest = text.get(start..).unwrap_or_default();
        let length = rest.find(|c: char| !(edge::is_han(c) || c.is_ascii_alphanumeric() || c == '·')).unwrap_or(rest.len());
        // 上观新闻2022.8.23: the day of publication is set beside the name
        let length = if rest.get(length..).is_some_and(|behind| behind.starts_with(['.', '-', '/', '年'])) {
            rest.get(..length).map_or(0, |name| name.trim_end_matches(|c: char| c.is_ascii_digit()).len())
        } else {
            length
        };
        let name = before_buttons(rest.get(..length).unwrap_or_default());
        let length = name.len();
        let count = name.chars().count();
        let named = (3..=14).contains(&count)
            && !name.chars().all(|c| c.is_ascii_digit())
            && !words!["http", "www"].begin(name)
            && !words![
                "作者",
                "网络",
                "互联网",
                "本站",
                "综合",
                "编辑",
                "未知",
                "原创",
                "记者",
                "整理",
                "公开资料",
                "视觉中国",
                "不详",
                "日期",
                "时间"
            ]
            .stand_in(name);
        let firm = FIRMS.end(name) && !words!["报业集团", "传媒集团", "传媒集团公司", "广电集团", "出版集团", "融媒集团"].end(name);
        if named && !firm {
            found.push(Body { span: Span::new(start, start + length), class: words::MEDIA, rule: "organization.source" });
        }
    }
    found
}

/// The sources wherever else the text names them, if their names end as those of papers and sites do.
fn sources_again(text: &str, sources: &[Body], found: &[Body]) -> Vec<Body> {
    /// How many sources one page has at most.
    const MOST: usize = 4;
    let mut taken: Vec<Span> = found.iter().chain(sources).map(|body| body.span).collect();
    taken.sort_unstable();
    let free = |span: Span| {
        let next = taken.partition_point(|other| other.start < span.end);
        next.checked_sub(1).and_then(|last| taken.get(last)).is_none_or(|other| other.end <= span.start)
    };
    let named = |body: &&Body| {
        let name = body.span.of(text);
        name.chars().nth(3).is_some() && words!["网", "报", "社", "新闻", "客户端", "电视台"].end(name)
    };
    let names = sources.iter().filter(named).take(MOST);
    let all = names.flat_map(|body| text.match_indices(body.span.of(text)).map(|(at, name)| Body { span: Span::new(at, at + name.len()), ..*body }));
    all.filter(|body| free(body.span)).collect()
}

/// Endings of firms, which tell of themselves: 来源：蓝湾控股.
static FIRMS: Words<&str> = Words::of(&["集团", "公司", "控股", "股份"]);

/// Papers of the country whose names papers of provinces have as well.
static PROVINCIAL: Words<&str> =
    Words::of(&["经济日报", "科技日报", "工人日报", "农民日报", "法治日报", "法制日报", "青年报", "经济网", "新闻网", "农村日报"]);

/// What a dateline closes with behind its day, or behind the place that its news is from.
static WIRES: Words<&str> = Words::of(&["日讯", "日电", "日消息", "网讯", "讯 ", "讯(", "讯（", "讯\u{3000}"]);

/// Sites that a line opens with as the source of its news: 大漠网3月19日讯.
fn wires(context: &Context<'_>, found: &mut Vec<Body>) {
    let text = context.text;
    for (at, wire) in WIRES.found_at(text, context.starts.of(Start::Wire)) {
        let before = text.get(..at).unwrap_or_default();
        // 大漠网讯(记者…), 大漠网望川讯(记者…): without a day only where a line opens with it and the news begins behind it.
        let dayless = wire == &"网讯" || wire.starts_with('讯');
        let behind_wire = text.get(at + wire.len()..).unwrap_or_default();
        if wire == &"网讯" && !behind_wire.starts_with([' ', '(', '（', '：', ':', '\u{3000}', '\u{a0}']) {
            continue;
        }
        let placed = || edge::places_ending_at(context.hits, at).map(|hit| hit.span.start).min();
        let before = match *wire {
            "网讯" => text.get(..at + "网".len()).unwrap_or_default(),
            _ if dayless => placed().and_then(|place| text.get(..place)).unwrap_or_default(),
            _ => before,
        };
        let digits = |text: &'_ str| text.trim_end_matches(|c: char| c.is_ascii_digit()).len();
        let month = before.get(..digits(before)).and_then(|before| before.strip_suffix('月'));
        let end = if dayless { before.len() } else { month.map_or(0, digits) };
        let behind = text.get(..end).unwrap_or_default();
        let start = behind.trim_end_matches(edge::is_han).len();
        let name = behind.get(start..).unwrap_or_default();
        let opens = !dayless
            || text
                .get(..start)
                .is_some_and(|before| before.trim_end_matches([' ', '\u{3000}', '\u{a0}']).chars().next_back().is_none_or(|c| c == '\n'));
        let told = !opens || found.iter().any(|body| body.span.end == end);
        let own = words!["本网", "互联网", "全网", "官网"].end(name);
        if !told && !own && name.ends_with('网') && (3..=8).contains(&name.chars().count()) {
            found.push(Body { span: Span::new(start, end), class: words::MEDIA, rule: "organization.wire" });
        }
    }
}

/// Papers and sites that a paragraph closes with in brackets as the source of its news: …平稳增长。(某某铁道报)
fn closing_sources(context: &Context<'_>, found: &mut Vec<Body>) {
    const LONGEST: usize = 12;
    let text = context.text;
    for open in context.starts.of(Start::Bracket) {
        let (before, rest) = text.split_at_checked(open).unwrap_or_default();
        let start = open + rest.chars().next().map_or(0, char::len_utf8);
        let inside = text.get(start..).unwrap_or_default().leading(LONGEST + 1);
        let Some(name) = inside.split_once([')', '）']).map(|(name, _)| name) else { continue };
        let closes = || !text.get(start + name.len()..).unwrap_or_default().chars().take_while(|c| *c != '\n').any(edge::is_han);
        let ended = before.trim_end().chars().next_back().is_some_and(|c| matches!(c, '。' | '！' | '？' | '”' | '!' | '?'));
        let house = words!["报", "网", "新闻", "客户端", "电视台", "周刊", "杂志", "通讯社", "财经", "在线"].end(name);
        // names of sites that are everyday words elsewhere
        let known = words!["界面", "央视", "证时", "经参", "财新"].hold(name);
        let whole = known || house && name.chars().count() >= 3 && name.chars().all(|c| edge::is_han(c) || c.is_ascii_alphanumeric() || c == '·');
        if ended && whole && closes() {
            let span = Span::new(start, start + name.len());
            found.retain(|body| !span.contains(body.span));
            found.push(Body { span, class: words::MEDIA, rule: "organization.source" });
        }
    }
}

/// 大众报业·经济导报 is one body.
fn join_media(text: &str, found: Vec<Body>) -> Vec<Body> {
    let mut joined: Vec<Body> = Vec::with_capacity(found.len());
    for body in found {
        match joined.last_mut() {
            Some(last) if last.class == words::MEDIA && body.class == words::MEDIA && text.get(last.span.end..body.span.start) == Some("·") => {
                last.span.end = body.span.end
            }
            _ => joined.push(body),
        }
    }
    joined
}

struct Finder<'c, 'a> {
    context: &'c Context<'a>,
    places: Places,
    walls: Walls,
}

impl Finder<'_, '_> {
    fn body(&self, at: usize, word: &'static str, trigger: Trigger, last: Option<Body>) -> Option<Body> {
        let end = at + word.len();
        let after = self.context.text.get(end..)?;
        let before = self.context.text.get(..at)?;
        if is_other_word(word, before, after) {
            return None;
        }
        match trigger {
            Trigger::Named(class) => self.named(at, word, class, last),
            Trigger::Office(class, bare) => self.office(at, word, class, bare, last),
            Trigger::Tail(class) => self.tail(at, word, class, last),
            Trigger::Paper => self.paper(at, word),
        }
    }

    fn named(&self, at: usize, word: &'static str, class: &'static str, last: Option<Body>) -> Option<Body> {
        let end = at + word.len();
        let after = self.context.text.get(end..)?;
        let extends = matches!(class, words::GOVERNMENT | words::PARTY | words::ASSOCIATION) || word == "海军陆战队";
        // 人|文联|系, 中|央广|电: a short name is none where a word runs over its edge; a place may stand before an office.
        let own = !matches!(class, words::INTERNATIONAL | words::OTHER);
        if own && word.chars().count() == 2 && (!extends && cohesion_at(self.context.text, at) >= 40 || cohesion_at(self.context.text, end) >= 60) {
            return None;
        }
        // 盐田港集团|人事部, 蓝湾公司|监察部: what a firm calls a department of its own is no ministry
        if word.chars().count() == 3
            && word.ends_with('部')
            && self.context.text.get(..at).is_some_and(|before| OWNERS.end(before) && !before.ends_with("国集团"))
        {
            return None;
        }
        // 经济日报|社
        let house = class == words::MEDIA && word.ends_with('报') && after.starts_with('社') && !words!["社会", "社区", "社交", "社论"].begin(after);
        let end = if house { end + "社".len() } else { end };
        let floor = self.walls.floor(at);
        // 自然资源和生态环境局: an office may be for more than its everyday name says.
        let office = class == words::GOVERNMENT && word.ends_with(['局', '厅', '委', '办']) && !word.starts_with("国家");
        let from = if office { functions_before(self.context.text, floor.max(last.map_or(0, |last| last.span.end)), at, true) } else { at };
        let (start, before) = if extends { prefix::start(self.context, &self.places, from, floor) } else { (at, Before::Nothing) };
        let seat = matches!(
            word,
            "管委会"
                | "自治区党委"
                | "省委"
                | "地委"
                | "市委"
                | "区委"
                | "县委"
                | "州委"
                | "旗委"
                | "镇党委"
                | "乡党委"
                | "党工委"
                | "市纪委"
                | "省纪委"
                | "政法委"
                | "中央政法委"
        );
        let placed_committee = word == "管委会" && matches!(before, Before::Place);
        if seat && !placed_committee && POSTS.begin(after) {
            return None;
        }
        // 工业和信息化部赛迪研究院: an institute of the body before it.
        if let Some(last) = last.filter(|last| last.span.end == at && class == words::RESEARCH && last.class == words::GOVERNMENT) {
            return Some(Body { span: Span::new(last.span.start, end), class, rule: "organization.part" });
        }
        // 国务院国资委: the second names a part of the first.
        if let Some(last) = last.filter(|last| {
            last.span.end == at
                && before == Before::Nothing
                && !seat
                && class == words::GOVERNMENT
                && (last.span.of(self.context.text).starts_with("国务院") && word.chars().count() <= 4
                    || last.span.of(self.context.text).ends_with("政府") && word.ends_with('办')
                    || last.span.of(self.context.text).ends_with(['部', '署']) && word.ends_with(['局', '司']))
        }) {
            return Some(Body { span: Span::new(last.span.start, end), class, rule: "organization.part" });
        }
        let ministry = word.ends_with('部') && before == Before::Level;
        // 河北|经济日报, 四川|工人日报: the paper of a province has the name of one of the country.
        let start = if class == words::MEDIA && PROVINCIAL.hold(word) { self.province_before(at).unwrap_or(start) } else { start };
        // 中科院|上海|分院: a part of it by its place.
        let end = if class == words::RESEARCH { part_of_place(self.context, end, &INSTITUTES, false) } else { end };
        // 兵团第三师, 兵团八师: a division of the corps.
        let end = if word.ends_with("兵团") { division(self.context.text, end) } else { end };
        // 中国人民银行|广州分行, 清华大学|电机系: a part of it behind it
        let end = if word.ends_with("人民银行") { part_of_place(self.context, end, &BRANCHES, true) } else { end };
        // 国际米兰|队
        let team =
            class == words::OTHER && after.strip_prefix('队').is_some_and(|after| !after.starts_with(['员', '长', '伍', '友', '形', '服', '内']));
        let end = if team { end + "队".len() } else { end };
        let end = if class == words::EDUCATION { faculty(self.context.text, end) } else { end };
        let level_doubled = ministry || seat && word != "管委会" && word != "党工委" && before == Before::Level;
        let start = if level_doubled { at } else { start };
        Some(Body { span: Span::new(start, end), class, rule: "organization.name" })
    }

    /// Start of the province whose name ends at `at`.
    fn province_before(&self, at: usize) -> Option<usize> {
        let hits = self.context.hits;
        let first = hits.partition_point(|hit| hit.span.start + 24 < at);
        let near = hits.get(first..)?.iter().take_while(|hit| hit.span.start < at);
        let province = |hit: &&Hit<'_>| matches!(hit.entry, Entry::Division(division) if division.level == "province" && !division.full);
        near.filter(|hit| hit.span.end == at && edge::is_place(hit)).find(province).map(|hit| hit.span.start)
    }

    fn office(&self, at: usize, word: &'static str, class: &'static str, bare: bool, last: Option<Body>) -> Option<Body> {
        let text = self.context.text;
        let end = at + word.len();
        let floor = self.walls.floor(at).max(last.map_or(0, |last| last.span.end));
        let stationed = matches!(word, "办事处" | "联络处" | "代表处");
        if stationed {
            if let Some(span) = self.stationed(at, end, last) {
                return Some(Body { span, class, rule: "organization.stationed" });
            }
        }
        let functions = functions_before(text, floor, at, false);
        let sub_unit = matches!(
            word,
            "科" | "处"
                | "司"
                | "部"
                | "办公室"
                | "办公厅"
                | "室"
                | "中心"
                | "大队"
                | "支队"
                | "总队"
                | "局"
                | "分局"
                | "管理处"
                | "办"
                | "委员会"
        );
        if let Some(last) = last.filter(|last| sub_unit && belongs_to(text, last, functions, at)) {
            return Some(Body { span: Span::new(last.span.start, end), class: last.class, rule: "organization.part" });
        }
        if functions == at {
            // 先行区|管理局: the area tells what is managed.
            let (start, before) = prefix::start(self.context, &self.places, at, floor);
            let area = word == "管理局" && before != Before::Nothing && text.get(start..at).is_some_and(|name| name.ends_with(['区', '园', '港']));
            return area.then_some(Body { span: Span::new(start, end), class, rule: "organization.office" });
        }
        let general = GENERAL_FUNCTIONS.hold(text.get(functions..at).unwrap_or_default());
        if general && matches!(word, "局" | "中心" | "委员会" | "管理局") {
            // 三峡通航管理局: what it manages is told by a free name behind a place.
            let left = edge::left(text, self.context.hits, functions, floor, false);
            let placed = left.place.is_some_and(|place| place.start == left.start && place.end < functions);
            return (placed && word != "中心").then_some(Body { span: Span::new(left.start, end), class, rule: "organization.office" });
        }
        let last_function = last_function(text, functions, at);
        let (start, before) = prefix::start(self.context, &self.places, functions, floor);
        let fits = match word {
            "中心" => before != Before::Nothing && CENTRES.hold(last_function),
            "办" => before != Before::Nothing && DESKS.hold(last_function),
            "部" => before == Before::Country,
            "科" | "司" | "处" | "办公室" | "管理处" => {
                matches!(word, "办公室" | "管理处") && before != Before::Nothing && text.get(functions..at).unwrap_or_default().chars().count() >= 4
            }
            "委员会" | "管理委员会" => before != Before::Nothing || text.get(functions..at).unwrap_or_default().chars().count() >= 6,
            "指挥部" | "总队" | "支队" | "大队" | "委员会办公室" | "领导小组办公室" => before != Before::Nothing,
            "署" => before != Before::Nothing,
            _ => bare || before != Before::Nothing,
        };
        let quantified = text.get(..start).unwrap_or_default().ends_with(['各', '每']);
        (fits && !quantified).then_some(Body { span: Span::new(start, end), class, rule: "organization.office" })
    }

    /// 市政府驻上海联络处, 驻沪办事处: an office away from home.
    fn stationed(&self, at: usize, end: usize, last: Option<Body>) -> Option<Span> {
        let text = self.context.text;
        let behind = text.get(..at)?;
        let away = behind.char_indices().rev().take(14).take_while(|(_, c)| edge::is_han(*c)).find(|(_, c)| *c == '驻')?.0;
        let (start, _) = prefix::start(self.context, &self.places, away, self.walls.floor(away));
        let start = last.filter(|last| last.span.end == away).map_or(start, |last| last.span.start);
        Some(Span::new(start, end))
    }

    fn tail(&self, at: usize, word: &'static str, class: &'static str, last: Option<Body>) -> Option<Body> {
        let text = self.context.text;
        let end = at + word.len();
        let floor = self.walls.floor(at);
        if TEAMS.hold(word) {
            return self.team(at, floor).map(|start| Body { span: Span::new(start, end), class, rule: "organization.team" });
        }
        if matches!(class, words::GOVERNMENT | words::PARTY | words::MILITARY) {
            let (start, before) = prefix::start(self.context, &self.places, at, floor);
            let everywhere = text.get(start..at).is_some_and(|front| matches!(front, "全国" | "中国" | "国家" | "国际" | "世界")) && word != "政府"
                || text.get(start..at) == Some("全国");
            if everywhere || text.get(end..).is_some_and(|after| after.starts_with("和社会资本")) {
                return None;
            }
            let placed = match word {
                "国会" | "议会" | "国民议会" | "众议院" | "参议院" | "内阁" | "立法会" | "最高法院" | "共产党" | "海关" | "监狱" | "警方"
                | "海军" | "空军" | "陆军" | "海军陆战队" | "国民警卫队" | "海岸警卫队" => {
                    matches!(before, Before::Place | Before::Country)
                }
                _ => before != Before::Nothing,
            };
            let post = matches!(word, "管委会" | "党工委") && before == Before::Nothing;
            // 甲开发区|党工委书记: the zone and a post
            let post = post || word == "党工委" && text.get(end..).is_some_and(|after| POSTS.begin(after));
            return (placed && !post).then_some(Body { span: Span::new(start, end), class, rule: "organization.seat" });
        }
        if class == words::INTERNATIONAL {
            let span = self.stationed(at, end, last).or_else(|| {
                let (start, before) = prefix::start(self.context, &self.places, at, floor);
                (before != Before::Nothing).then_some(Span::new(start, end))
            })?;
            return Some(Body { span, class, rule: "organization.embassy" });
        }
        let floor = floor.max(last.map_or(0, |last| last.span.end));
        let mut left = edge::left(text, self.context.hits, at, floor, false);
        // “一带一路”|新闻合作联盟: what stands in the quotes opens the name, which nobody can cut.
        if word.ends_with("联盟") && text.get(..left.start).is_some_and(|before| before.ends_with('”')) {
            return None;
        }
        let purpose = left.walked == at && left.wall == Wall::Verb && !COMINGS.iter().any(|verb| text.get(..at).is_some_and(|b| b.ends_with(verb)));
        if let Some(length) = edge::stop_length(text, at).filter(|_| purpose) {
            // 物流与采购联合会: directly before a tail a verb is what the body is for, unless it tells how a body came to be.
            left = edge::left(text, self.context.hits, at - length, floor, false);
        }
        // 工信部|电子科技情报所: an institute of the ministry before it.
        let ministry =
            |last: &Body| last.class == words::GOVERNMENT && last.span.end == left.start && last.span.of(text).ends_with(['部', '局', '委', '署']);
        let short = || text.get(left.start..at).is_some_and(|own| (2..=8).contains(&own.chars().count()) && own.chars().all(edge::is_han));
        if let Some(last) = last.filter(|last| class == words::RESEARCH && left.wall == Wall::Floor && ministry(last) && short()) {
            return Some(Body { span: Span::new(last.span.start, end), class, rule: "organization.part" });
        }
        let daughter = matches!(class, words::EDUCATION | words::RESEARCH | words::OTHER);
        let sister = |last: &Body| class == words::ASSOCIATION && last.class == words::ASSOCIATION;
        if let Some(last) =
            last.filter(|last| (daughter || sister(last)) && left.wall == Wall::Floor && left.start == last.span.end && last.class != words::MEDIA)
        {
            return Some(Body { span: Span::new(last.span.start, end), class, rule: "organization.part" });
        }
        if let Some(last) = last.filter(|last| last.span.end == left.start && last.span.of(text) == "联合国") {
            return Some(Body { span: Span::new(last.span.start, end), class: words::INTERNATIONAL, rule: "organization.part" });
        }
        let mut left = self.narrowed(self.over_joint(left, floor), at, floor);
        // 吉林大学|长白山资源与健康研究院: an institute of the school before it
        if let Some(last) = last.filter(|last| daughter && left.start == last.span.end && last.class == words::EDUCATION) {
            return Some(Body { span: Span::new(last.span.start, end), class, rule: "organization.part" });
        }
        // 园区|半导体专委会: whose it is, said by a common noun.
        if class == words::ASSOCIATION && text.get(left.start..at).is_some_and(|name| name.starts_with("园区")) {
            left.start += "园区".len();
        }
        let name = text.get(left.start..at)?;
        let length = name.chars().count();
        let (placed_start, before) = prefix::start(self.context, &self.places, at, floor);
        if length == 0 {
            return (before != Before::Nothing && before != Before::Level).then_some(Body {
                span: Span::new(placed_start, end),
                class,
                rule: "organization.tail",
            });
        }
        let opened = left.place.is_some_and(|place| place.start == left.start) || prefix_opens(name);
        let odd =
            ["类", "三级", "培养", "县级", "市级", "省级", "所有", "指定", "居民", "全国中小学", "中国特色", "国家级", "国家卓越", "代表", "所在"];
        let measured = name.starts_with(['家', '所', '名', '个', '座', '项', '批', '类', '种', '级', '和', '与']);
        // 考上|大学, 看在|医院, 乡乡有|中学: what somebody does there stands before a bare tail
        let done = !opened
            && (name.ends_with(['上', '进', '过', '有', '至', '入', '拜', '去', '读'])
                || name.contains('在')
                || name.ends_with("全国") && name != "全国"
                || DOINGS.begin(name));
        if measured || done || name.contains(['从', '到', '的', '了']) || odd.iter().any(|word| name.contains(word)) {
            return None;
        }
        // 蓝湾药业|工程技术研究中心, 企业技术创新中心: a centre without a place is its owner's, and often one of many. 结成|战略联盟 is what two do.
        let behind_list = name.starts_with('地') && text.get(..left.start).is_some_and(|before| before.ends_with('等'));
        if WORKPLACES.hold(word) && !opened || name.starts_with("委员会") || behind_list {
            return None;
        }
        let joined = name.contains(['和', '与', '及']) && !opened;
        // 乡村发展中心 is what a place is to become, 贵州省乡村发展中心 a body.
        let sure = |place: Span| edge::within(self.context.hits, place.start, place.end).any(|hit| hit.span == place && !edge::is_short_county(hit));
        let own = left.place.filter(|place| place.start == left.start).map_or(name, |place| text.get(place.end..at).unwrap_or_default());
        // 望川县职业学校 and 各职业学校 are told apart by nothing: a school by what it teaches needs a name or what kind it is.
        let placed = left.place.filter(|place| place.start == left.start);
        let taught = match word {
            "学校" => {
                let many = ['小', '类', '等', '所', '家', '间', '制', '级', '村', '市', '县', '区'];
                placed.is_some() && own.chars().count() >= 3 && !is_general(own) && !own.ends_with(many)
            }
            "党校" => placed.is_some(),
            // 太阳出版社: without a place the name stands between a mark or 由 and what such a house does or has.
            "出版社" => {
                placed.is_some() || matches!(left.wall, Wall::Mark | Wall::Party) && text.get(end..).is_some_and(|after| PUBLISHING.begin(after))
            }
            "卫生院" | "养老院" | "福利院" | "敬老院" | "护理院" => {
                let division = |hit: &Hit<'_>| matches!(hit.entry, Entry::Division(_));
                let placed = placed.is_some_and(|place| edge::within(self.context.hits, place.start, place.end).any(division));
                placed || left.wall == Wall::Mark && (company::is_brand_like(name) || name.ends_with(['镇', '乡']))
            }
            _ => true,
        };
        let fits = if joined || !taught || word == "发展中心" && !(opened && left.place.is_none_or(sure)) {
            false
        } else if opened {
            length <= 20 && (!only_general_after_place(name) || WORKPLACES.hold(word) && self.national(left.start, at))
        } else {
            (2..=8).contains(&length) && left.wall != Wall::Reach && !is_general(name)
        };
        let end = if matches!(word, "大学" | "学院") { faculty(text, end) } else { end };
        fits.then_some(Body { span: Span::new(left.start, end), class, rule: "organization.tail" })
    }

    /// Start of the name of a country's or a province's team: 中国|队, 巴西|国家女子足球|队.
    fn team(&self, at: usize, floor: usize) -> Option<usize> {
        /// How many words tell what team it is at most.
        const MOST: usize = 3;
        let mut from = at;
        for _ in 0..=MOST {
            let own = |hit: &&Hit<'_>| {
                matches!(hit.entry, Entry::Country { .. }) || matches!(hit.entry, Entry::Division(place) if place.level == "province" && !place.full)
            };
            if let Some(place) = edge::places_ending_at(self.context.hits, from).filter(own).map(|hit| hit.span.start).min() {
                return (place >= floor).then_some(place);
            }
            let behind = self.context.text.get(floor..from)?;
            from -= words!["国家", "女子", "男子", "国奥", "青年", "足球", "篮球", "排球", "乒乓球", "羽毛球", "体操", "游泳", "冰球"]
                .ending(behind)
                .next()?
                .len();
        }
        None
    }

    /// Whether 国家 and trades stand at `start..at`: 国家智能船舶|工程技术研究中心 is the only one.
    fn national(&self, start: usize, at: usize) -> bool {
        let text = self.context.text.get(..at).unwrap_or_default();
        let Some(own) = text.get(start..).and_then(|name| name.strip_prefix("国家")) else { return false };
        let mut from = at - words!["智能", "数字", "先进", "新型"].strip_beginning(own).unwrap_or(own).len();
        let first = from;
        while let Some(trade) = trade::longest_at(text, self.context.hits, from).filter(|trade| *trade > 0) {
            from += trade;
        }
        let general = words!["科技", "技术", "企业", "产业", "工业", "工程", "建设", "发展", "服务", "智能", "管理", "高新技术"];
        let plain = text.get(first..).is_none_or(|own| general.hold(own) || GENERAL.hold(own));
        from == at && first < at && !plain
    }

    /// 中国房地产及住宅研究会: a party word inside a name that a place opens parts nothing.
    fn over_joint(&self, left: Left, floor: usize) -> Left {
        let text = self.context.text;
        let behind = text.get(floor..left.start).unwrap_or_default();
        let Some(joint) = behind.chars().next_back().filter(|c| left.wall == Wall::Party && left.place.is_none() && matches!(c, '和' | '与' | '及'))
        else {
            return left;
        };
        let before = left.start - joint.len_utf8();
        let wider = edge::left(text, self.context.hits, before, floor, false);
        let words = text.get(wider.start..before).unwrap_or_default();
        let whole = [
            "领导",
            "代表",
            "嘉宾",
            "公司",
            "集团",
            "局",
            "部",
            "院",
            "大学",
            "协会",
            "学会",
            "商会",
            "联合会",
            "政府",
            "委员会",
            "会",
            "市",
            "省",
            "县",
            "区",
        ]
        .iter()
        .any(|tail| words.ends_with(tail));
        let opened = wider.place.is_some_and(|place| place.start == wider.start && place.end < before) || prefix_opens(words);
        if opened && !whole && words.chars().count() <= 10 { wider } else { left }
    }

    /// Where no place opens the name, 中国, 国际 inside it does (赛季|国际雪车联合会), or a general noun ends what stands before (机构|中指研究院).
    fn narrowed(&self, left: Left, at: usize, floor: usize) -> Left {
        let text = self.context.text;
        let name = text.get(left.start..at).unwrap_or_default();
        if left.place.is_some_and(|place| place.start == left.start) || prefix_opens(name) {
            return left;
        }
        let central = ["中国", "中华", "全国", "国际", "世界", "亚洲"]
            .iter()
            .filter_map(|word| name.find(word).filter(|from| *from > 0 && name.get(from + word.len()..).is_some_and(is_central)))
            .min();
        if let Some(from) = central {
            return Left { start: left.start + from, ..left };
        }
        let strict = edge::left(text, self.context.hits, at, floor, true);
        let rest = text.get(strict.start..at).unwrap_or_default();
        if strict.start > left.start && rest.chars().count() >= 2 && !is_general(rest) { strict } else { left }
    }

    fn paper(&self, at: usize, word: &'static str) -> Option<Body> {
        let text = self.context.text;
        let end = at + word.len();
        let after = text.get(end..)?;
        if after.starts_with(['道', '告', '表', '名', '价', '纸']) {
            return None;
        }
        let left = edge::left(text, self.context.hits, at, self.walls.floor(at), false);
        let name = text.get(left.start..at)?;
        let length = name.chars().count();
        let known = left.place.is_some();
        let fits = (known && length <= 6 || (2..=6).contains(&length) && left.wall != Wall::Reach) && !is_general(name);
        fits.then_some(Body { span: Span::new(left.start, end), class: words::MEDIA, rule: "organization.paper" })
    }
}

/// End of the part of a body that stands behind it, called by its place: 中科院|上海分院, 中国人民银行|广州分行; `placed` where it has to name one.
fn part_of_place(context: &Context<'_>, end: usize, parts: &Words<&str>, placed: bool) -> usize {
    let place = edge::starting_at(context.hits, end, context.text.len()).filter(|hit| edge::is_place(hit));
    let place = place.map(|hit| hit.span.end).max().unwrap_or(end);
    let part = parts.beginning(context.text.get(place..).unwrap_or_default()).next();
    part.filter(|_| place > end || !placed).map_or(end, |part| place + part.len())
}

/// Parts of institutes.
static INSTITUTES: Words<&str> = Words::of(&["分院", "分所"]);

/// Branches of banks.
static BRANCHES: Words<&str> = Words::of(&["中心支行", "分行", "支行", "营业管理部"]);

/// What begins no name of a body.
static DOINGS: Words<&str> =
    Words::of(&["允许", "而且", "再加", "加上", "专项", "规范", "记得", "如何", "怎样", "应当", "要求", "希望", "愿意", "乐意", "不少"]);

/// Teams, which are called by their country.
static TEAMS: Words<&str> = Words::of(&["队", "女队", "男队", "女足", "男足", "女篮", "男篮", "女排", "男排"]);

/// What stands behind the name of a publishing house.
static PUBLISHING: Words<&str> = Words::of(&["出版", "社长", "总编", "副总编", "编辑", "）", ")", "，", ",", "。", "、", "1", "2", "\n"]);

/// What owns departments that are called as ministries are.
static OWNERS: Words<&str> = Words::of(&["公司", "集团", "银行", "分行", "支行", "股份", "医院", "大学", "厂", "商场", "审计"]);

/// End of the faculty that stands behind a school: 清华大学|电机系, 望川大学|金融与经济系.
fn faculty(text: &str, end: usize) -> usize {
    /// How many characters its name has at most, the last of them 系.
    const LONGEST: usize = 10;
    let rest = text.get(end..).unwrap_or_default();
    let mut name = rest.char_indices().take(LONGEST).take_while(|(_, c)| edge::is_han(*c));
    let Some((at, c)) = name.find(|(_, c)| matches!(c, '系' | '的' | '在' | '是' | '校' | '长' | '教' | '生' | '士' | '毕')) else {
        return end;
    };
    let own = rest.get(..at).unwrap_or_default();
    let other = own.is_empty()
        || own.ends_with(['关', '联', '体', '谱', '派', '维', '院', '星', '水', '直', '语', '干', '一'])
        || rest.get(at + c.len_utf8()..).is_some_and(|after| after.starts_with(['统', '列', '数', '指', '于', '到', '由', '出', '所', '着']));
    // 语 stands before 系 where a family of languages is meant, and before the faculty of one where its language is told: 英语系
    let language = own.ends_with('语') && own.chars().count() == 2;
    if c == '系' && (!other || language) { end + at + c.len_utf8() } else { end }
}

/// End of the division and the regiment that stand behind the corps: 兵团|第八师, 兵团|第二师三十四团.
fn division(text: &str, end: usize) -> usize {
    let mut end = end;
    for unit in ['师', '团'] {
        let mut cursor = Cursor::new(text, end);
        cursor.eat("第");
        let number = cursor.eat_while(|c| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
        if !number.is_empty() && cursor.peek() == Some(unit) {
            end = cursor.at() + unit.len_utf8();
        }
    }
    end
}

/// Tails of centres and stations of research.
static WORKPLACES: Words<&str> = Words::of(&[
    "院士工作站",
    "院士专家工作站",
    "博士后科研工作站",
    "博士后工作站",
    "工程技术研究中心",
    "工程研究中心",
    "技术创新中心",
    "制造业创新中心",
    "产业创新中心",
    "战略联盟",
    "专家委员会",
]);

/// How much the characters on either side of `at` are one word.
fn cohesion_at(text: &str, at: usize) -> i32 {
    let before = text.get(..at).and_then(|behind| behind.chars().next_back()).filter(|c| edge::is_han(*c));
    let next = text.get(at..).and_then(|rest| rest.chars().next()).filter(|c| edge::is_han(*c));
    before.zip(next).map_or(0, |(before, next)| cohesion(before, next))
}

/// Posts in a seat of power: 市委书记, 管委会副主任 are a role, not a body.
static POSTS: Words<&str> = Words::of(&[
    "书记",
    "副书记",
    "常委",
    "委员",
    "秘书长",
    "副秘书长",
    "主任",
    "副主任",
    "主要领导",
    "主要负责",
    "领导",
    "负责人",
    "有关负责",
    "相关负责",
    "班子",
    "一班人",
    "专职副主任",
    "常务副主任",
    "原书记",
    "工委书记",
]);

/// Verbs that tell how a body came to a place, and never what it is for: 科技城落地实验室.
static COMINGS: Words<&str> =
    Words::of(&["落地", "落户", "入驻", "成立", "设立", "组建", "筹建", "揭牌", "共建", "合建", "新建", "在建", "扩建", "改建"]);

/// Names that open with these are as good as placed: 中国汽车工业协会, 国际铝业协会, 全国…联合会.
fn prefix_opens(name: &str) -> bool {
    ["中国", "中华", "全国", "国家", "国际", "世界", "亚洲", "欧洲", "全球", "美国", "英国", "德国", "日本"]
        .iter()
        .any(|word| name.starts_with(word) && name.len() > word.len())
}

/// Whether what follows 世界, 国际 … lets it open a name: 世界|杯 and 国际|化 are other words.
fn is_central(rest: &str) -> bool {
    !rest.is_empty() && !rest.starts_with(['杯', '级', '化', '性', '观', '遗'])
}

/// Whether only general words stand between a leading 国际, 全国 … and the tail: 国际研究院所, 全国重点大学.
fn only_general_after_place(name: &str) -> bool {
    ["全国", "国际", "世界", "国家", "全球"].iter().any(|lead| name.strip_prefix(lead).is_some_and(is_general))
}

/// Whether the words before a tail name no body.
fn is_general(name: &str) -> bool {
    GENERAL.hold(name)
        || generic::is_generic(name)
        || name.starts_with(['一', '两', '几', '该', '这', '那'])
        || name
            .char_indices()
            .skip(1)
            .any(|(at, _)| name.split_at_checked(at).is_some_and(|(head, rest)| GENERAL.hold(head) && (GENERAL.hold(rest) || rest.is_empty())))
}
