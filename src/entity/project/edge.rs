//! Where the name of a project begins.

use super::words::{GOVERNORS, SHELTERS};
use crate::context::{Context, Mention};
use crate::entity::edge::{is_figure, is_han};
use crate::entity::{Kind, Value};
use crate::lexicon::Entry;
use crate::offsets::Offsets;
use crate::seek::{Seek, any};
use crate::span::Span;
use crate::word_index::WordIndex;
use crate::word_table::{Words, words};
use once_cell::sync::Lazy;
use std::collections::HashMap;

/// Governors by their last character, the longest first.
static GOVERNING: Lazy<WordIndex<'static, ()>> = Lazy::new(|| WordIndex::by_ending(GOVERNORS.split_whitespace().map(|word| (word, ()))));

static SHELTERING: Lazy<WordIndex<'static, ()>> = Lazy::new(|| WordIndex::of(SHELTERS));

/// How many characters a name may have before its head.
const REACH: usize = 44;

/// Units of a capacity inside a name; counted things (个, 家, 项) are none.
static COUNTERS: Words<&str> =
    Words::of(&["个", "家", "项", "条", "批", "座", "名", "位", "大", "类", "处", "种", "宗", "单", "所", "户", "支", "款", "期", "次"]);

/// Whether what begins here goes on as the name of a firm of the state: 中国石油…
fn at_company(text: &str, start: usize) -> bool {
    let rest = text.get(start..).unwrap_or_default();
    words!["中国石油", "中国石化", "中国海油", "中国移动", "中国电信", "中国联通", "中国中", "中国铁", "中国建", "中国华", "中国能", "中国电"]
        .begin(rest)
}

/// Parks that are themselves built as projects; other zones only say where.
static PARKS: Words<&str> =
    Words::of(&["园", "园区", "科学城", "科技城", "小镇", "谷", "物流港", "产业港", "产业新城", "科技新城", "生物城", "中心", "基地", "社区"]);

/// What is called after the future.
static CALLED_FUTURE: Words<&str> = Words::of(&["世界", "城", "之城", "岛", "港", "社区", "方舟", "谷", "乐园", "农场", "工厂", "科技"]);

/// Bodies that are built and so give their name to a project; other bodies act on one.
pub(super) static HOUSES: Words<&str> = Words::of(&[
    "医院",
    "学校",
    "大学",
    "学院",
    "中学",
    "小学",
    "研究院",
    "研究所",
    "实验室",
    "博物馆",
    "图书馆",
    "幼儿园",
    "卫生院",
    "养老院",
    "福利院",
    "敬老院",
    "护理院",
    "党校",
]);

/// Single things that are built.
static BUILT: Words<&str> = Words::of(&["平台", "实验室", "中心", "基地", "厂房", "车间", "生产线", "产业园", "园区"]);

/// What is done to a house, what stands last first.
static BUILDING: Words<&str> = Words::of(&["改造", "改扩建", "扩建", "迁建", "重建", "建设"]);

/// A text with the names found before.
pub(super) struct Walk<'t> {
    pub(super) text: &'t str,
    /// Ends of mentions with their starts and kinds, the longest first.
    ends: Offsets<(usize, Kind)>,
    /// Brands of firms by the end of their full names.
    brands: HashMap<usize, String>,
    /// Names in which no head stands, sorted.
    named: Vec<Span>,
}

/// The left edge and what lies between it and the head.
#[derive(Debug, Default)]
pub(super) struct Left {
    pub(super) start: usize,
    /// A company, a zone or a body is named.
    pub(super) company: bool,
    pub(super) place: bool,
    pub(super) quoted: bool,
    /// A capacity or a size is named.
    pub(super) quantity: bool,
    /// What is no name, figure or quote, in order.
    pub(super) plain: String,
    /// The words before the name single it out: an amount with 的, 该, 投资建设.
    pub(super) singled: bool,
    /// An amount with 的 stands before the name.
    pub(super) amount: bool,
    /// Whose it is stands before the name: 蓝湾集团在望川县建设的.
    pub(super) owned: bool,
}

impl<'t> Walk<'t> {
    pub(super) fn new(context: &Context<'t>, mentions: &[Mention]) -> Self {
        let text = context.text;
        let mut ends: Vec<(usize, (usize, Kind))> = Vec::new();
        let mut named = Vec::new();
        let mut brands = HashMap::new();
        for mention in mentions {
            let kind = mention.kind();
            // 白特荣零部件成型项目: who nothing but the looks of a word tells is no wall.
            let unsure = matches!(&mention.value, Value::Person(person) if person.role.is_none() && person.affiliation.is_none());
            // 某某未来世界项目: no time is told
            let future = mention.span.of(text) == "未来" && text.get(mention.span.end..).is_some_and(|after| CALLED_FUTURE.begin(after));
            if unsure || future || matches!(kind, Kind::Number | Kind::Ordinal | Kind::Industry | Kind::Custom) {
                continue;
            }
            if let Value::Company(company) = &mention.value {
                let legal = mention.span.of(text).ends_with("公司");
                if let Some(brand) = company.brand.clone().filter(|brand| legal && brand.chars().count() >= 2) {
                    brands.insert(mention.span.end, brand);
                }
            }
            ends.push((mention.span.end, (mention.span.start, kind)));
            if matches!(kind, Kind::Company | Kind::Organization | Kind::Zone | Kind::Place) {
                named.push(mention.span);
            }
        }
        ends.sort_by_key(|(_, (start, _))| *start);
        // a place of the lexicon counts where no mention ends
        let places = context.hits.iter().filter(|hit| matches!(hit.entry, Entry::Division(_) | Entry::Country { .. }) && !hit.ambiguous);
        ends.extend(places.map(|hit| (hit.span.end, (hit.span.start, Kind::Place))));
        named.sort_unstable();
        Self { text, ends: Offsets::of(text.len(), ends), brands, named }
    }

    /// Whether a name found before fills the stretch.
    pub(super) fn is_name(&self, start: usize, end: usize) -> bool {
        self.ends.at(end).any(|(from, _)| *from <= start)
    }

    /// Whether the name of a firm is all of the stretch.
    pub(super) fn is_firm(&self, span: Span) -> bool {
        self.ends.at(span.end).any(|(from, kind)| *kind == Kind::Company && *from == span.start)
    }

    /// Whether a capacity or a size opens the stretch: 350万件|衬衣.
    pub(super) fn opens_with_quantity(&self, span: Span) -> bool {
        let ends = span.of(self.text).char_indices().map(|(at, c)| span.start + at + c.len_utf8()).take(12);
        let mut ends = ends.filter(|end| self.ends.get(*end).is_some_and(|(start, kind)| *start == span.start && *kind == Kind::Quantity));
        ends.any(|end| !COUNTERS.end(Span::new(span.start, end).of(self.text)))
    }

    /// Whether a name found before holds the byte `at` and goes on.
    pub(super) fn is_named(&self, at: usize) -> bool {
        let next = self.named.partition_point(|span| span.start <= at);
        self.named.iter().take(next).rev().take(6).any(|span| span.end > at)
    }

    /// Whether a firm, a place, a zone or a body is named inside the stretch.
    pub(super) fn holds_name(&self, span: Span) -> bool {
        let first = self.named.partition_point(|name| name.start < span.start);
        self.named.get(first).is_some_and(|name| name.start < span.end)
    }

    /// Walks back from a head.
    pub(super) fn left(&self, head: usize) -> Option<Left> {
        let mut left = Left { start: head, ..Left::default() };
        let mut plain: Vec<&str> = Vec::new();
        let mut at = head;
        let mut steps = 0;
        while steps < REACH {
            steps += 1;
            if let Some((start, kind)) = self.ends.get(at) {
                if self.step_over(*start, at, *kind, &mut left) {
                    at = *start;
                    continue;
                }
                break;
            }
            let behind = self.text.get(..at).unwrap_or_default();
            let Some(before) = behind.chars().next_back() else { break };
            if let Some(open) = opening(behind, before) {
                let inner = self.text.get(open..at).unwrap_or_default();
                let quote = matches!(before, '”' | '"' | '」');
                // Two names in quotes side by side are a list; a quote belongs to the name that follows it.
                left.quoted |= quote;
                steps += inner.chars().count();
                at = open;
                continue;
            }
            if !inside(before) || (before == '—' && behind.ends_with("——")) {
                break;
            }
            if self.governed(at, head) {
                break;
            }
            let start = at - before.len_utf8();
            plain.push(self.text.get(start..at).unwrap_or_default());
            at = start;
        }
        left.start = at;
        left.plain = plain.iter().rev().copied().collect();
        left.start = self.without_location(&left, head);
        let trimmed = self.trim(&mut left, head);
        left.amount = self.amount(trimmed);
        left.owned = self.owned(trimmed);
        left.singled |= left.amount || left.owned || self.singled(trimmed);
        left.start = trimmed;
        Some(left)
    }

    /// Whether a mention inside a name is part of it.
    fn step_over(&self, start: usize, end: usize, kind: Kind, left: &mut Left) -> bool {
        let words = Span::new(start, end).of(self.text);
        match kind {
            // 蓝湾科技有限公司 蓝湾产业园项目: the brand opens the name, the firm stands before it
            Kind::Company => {
                left.company = true;
                let again = self.brands.get(&end).is_some_and(|brand| self.text.get(end..).is_some_and(|name| name.starts_with(brand.as_str())));
                return !again;
            }
            Kind::Zone if PARKS.end(words) => left.company = true,
            // 中国载人航天工程 is a programme of the state: the whole country says nothing of where.
            Kind::Place if matches!(words, "中国" | "我国" | "全国" | "中华人民共和国") => {
                // 甲项目、中国重船风机项目: in a list of projects it can only open the next name.
                // 总投资20亿元的|中国汽车零部件产业基地: behind an amount too
                let listed = self.text.get(..start).is_some_and(|behind| words!["项目、", "工程、", "基地、", "元的"].end(behind));
                return words == "中国" && (listed || at_company(self.text, start));
            }
            Kind::Zone | Kind::Place => left.place = true,
            Kind::Organization if HOUSES.end(words) => left.place = true,
            Kind::Quantity => {
                // 年产2000万条|包装袋项目: what is made in a year is a capacity, whatever it is counted by
                let made = self.text.get(..start).is_some_and(|behind| words!["年产", "年生产", "年加工", "年处理", "日产"].end(behind));
                if COUNTERS.end(words) && !made {
                    return false;
                }
                left.quantity = true;
            }
            _ => return false,
        }
        true
    }

    /// Whether the words that end at `at` stand before a name and not in it.
    fn governed(&self, at: usize, head: usize) -> bool {
        let behind = self.text.get(..at).unwrap_or_default();
        let Some((word, ())) = GOVERNING.ending(behind).next() else { return false };
        // 总投资10亿元的国家数字出版基地项目: behind 的 it opens the name.
        // 望川县|国家现代农业产业园项目: behind a place too.
        let placed = || self.ends.get(at - word.len()).is_some_and(|(_, kind)| *kind == Kind::Place);
        if *word == "国家" && (behind.strip_suffix("国家").is_some_and(|before| before.ends_with('的')) || placed()) {
            return false;
        }
        if at == head && AT_HEAD.hold(word) {
            return false; // 建设项目, 储备项目: the word before the head is its modifier
        }
        let start = at - word.len();
        // 平台建设及应用示范项目, 实验室建设改造项目: before such words it is a noun of the name; 基础设施建设及民生项目 tells classes.
        let rest = self.text.get(at..).unwrap_or_default();
        if *word == "建设" && words!["及", "改造", "运营"].begin(rest) && BUILT.end(self.text.get(..start).unwrap_or_default()) {
            return false;
        }
        // 10亿元的中核汇能|(陕西)风电项目: a bracket follows a name
        if matches!(*word, "能" | "会" | "同" | "正" | "达" | "超") && rest.starts_with(['(', '（']) {
            return false;
        }
        if word.chars().count() > 1 {
            return !self.sheltered(start, at);
        }
        // 远能|风电项目: before a sector it ends a brand.
        if *word == "能" && ENERGIES.begin(self.text.get(at..).unwrap_or_default()) {
            return false;
        }
        // 甲项目、正|缘奶牛牧场: an adverb has its subject before it, not a member of a list.
        if matches!(*word, "正" | "已" | "将" | "均" | "皆" | "曾" | "又" | "就" | "才")
            && behind.get(..start).is_some_and(|behind| behind.ends_with('、'))
        {
            return false;
        }
        // 10亿元的正|威产业园: behind 的 it opens a name.
        if *word == "正" && behind.get(..start).is_some_and(|behind| behind.ends_with('的')) {
            return false;
        }
        // 36万吨氨纶及|其原料配套项目: what goes with a thing is joined to it as the word before says.
        if *word == "其" && behind.get(..start).is_some_and(|behind| behind.ends_with('及')) {
            return false;
        }
        // 桑植至龙山高速公路: between two places it says where the work runs.
        if matches!(*word, "至" | "到") && self.ends.get(start).is_some_and(|(_, kind)| *kind == Kind::Place) {
            return false;
        }
        // 罗布泊至若羌铁路建设项目: what a line is built from stands before it
        if *word == "至" && self.runs_from(start, at, head) {
            return false;
        }
        if matches!(*word, "与" | "和" | "及" | "同") {
            // It joins two names only where a name, a head or a figure stands before it.
            let joins = self.ends.holds(start)
                || behind.get(..start).is_some_and(|behind| {
                    words!["项目", "工程", "基地", "产业园", "”", "公司", "政府", "高速公路", "铁路", "大桥", "机场"].end(behind)
                });
            return joins && !self.sheltered(start, at);
        }
        !self.sheltered(start, at)
    }

    /// Whether a line of some kind is built from what stands before 至: a short name at the front of its clause, no verb.
    fn runs_from(&self, start: usize, at: usize, head: usize) -> bool {
        const LONGEST: usize = 14;
        let line = self
            .text
            .get(at..head)
            .is_some_and(|rest| words!["铁路", "公路", "高速", "高铁", "管道", "管线", "输变电", "输电", "快速路", "干线"].stand_in(rest));
        let behind = self.text.get(..start).unwrap_or_default();
        let from = behind.char_indices().rev().take(LONGEST).take_while(|(_, c)| is_han(*c) && *c != '的').last().map_or(start, |(from, _)| from);
        let name = self.text.get(from..start).unwrap_or_default();
        let opens =
            behind.get(..from).is_some_and(|before| before.is_empty() || before.ends_with(['\n', '、', '，', ',', '。', '；', ';', '：', ':']));
        line && opens
            && name.chars().count() >= 2
            && !name.ends_with(['伸', '升', '加', '达', '降', '增', '截', '延', '通', '建', '长', '大', '甚', '乃'])
    }

    /// Whether a count follows: 项目60个.
    pub(super) fn counted(&self, end: usize) -> bool {
        let rest = self.text.get(end..).unwrap_or_default();
        let digits = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        digits > 0 && rest.get(digits..).is_some_and(|rest| rest.starts_with(['个', '项', '多', '余']))
    }

    fn sheltered(&self, start: usize, end: usize) -> bool {
        let back = self.text.get(..start).unwrap_or_default().char_indices().rev().take(3).map(|(at, _)| at).chain([start]);
        let word = Span::new(start, end).of(self.text);
        back.into_iter().any(|from| {
            let rest = self.text.get(from..).unwrap_or_default();
            SHELTERING.beginning(rest).any(|(shelter, ())| *shelter != word && from + shelter.len() >= end)
        })
    }

    /// 在临沂市费县探沂镇源吉龙高档木地板项目: a chain of places after 在 says where; the name begins behind it.
    fn without_location(&self, left: &Left, head: usize) -> usize {
        let behind = self.text.get(..left.start).unwrap_or_default();
        if !words!["在", "位于", "地处", "坐落于"].end(behind) {
            return left.start;
        }
        let (mut at, mut count) = (left.start, 0);
        while let Some(end) = self.place_end(at).filter(|end| *end < head) {
            at = end;
            count += 1;
        }
        let located = count > 1 && self.text.get(..at).is_some_and(|text| words!["镇", "乡", "街道", "村", "县", "区"].end(text));
        // 在望川县望川经开区|蓝湾公司碳纤维项目现场: the firm opens the name
        let (mut firm, mut zones) = (left.start, 0);
        while let Some((end, zone)) = self.site_end(firm).filter(|(end, _)| *end < head) {
            firm = end;
            zones += usize::from(zone);
        }
        let begins = zones > 0
            && self.named.get(self.named.partition_point(|span| span.start < firm)).is_some_and(|span| span.start == firm && self.is_firm(*span));
        if begins {
            firm
        } else if located {
            at
        } else {
            left.start
        }
    }

    /// The end of the longest place or zone that begins at a byte, and whether it is a zone.
    fn site_end(&self, start: usize) -> Option<(usize, bool)> {
        let first = self.named.partition_point(|span| span.start < start);
        let here = self.named.get(first..).unwrap_or_default().iter().take_while(|span| span.start == start);
        let sites = here.filter_map(|span| {
            let site = self.ends.at(span.end).find(|(from, kind)| *from == start && matches!(kind, Kind::Place | Kind::Zone));
            site.map(|(_, kind)| (span.end, *kind == Kind::Zone))
        });
        sites.max()
    }

    fn place_end(&self, start: usize) -> Option<usize> {
        let next = self.named.partition_point(|span| span.start < start);
        self.named
            .get(next)
            .filter(|span| span.start == start && self.ends.get(span.end).is_some_and(|(_, kind)| *kind == Kind::Place))
            .map(|span| span.end)
    }

    /// Takes from the front what cannot open a name: 建设, 新建, a conjunction.
    fn trim(&self, left: &mut Left, head: usize) -> usize {
        let mut start = left.start;
        loop {
            let rest = self.text.get(start..head).unwrap_or_default();
            // 投资建设的和牛养殖项目: a word of the name that only begins like a conjunction.
            let opener = OPENERS.beginning(rest).find(|word| rest.len() > word.len() && !self.sheltered(start, start + word.len()));
            // 世界500强|法国蓝湾集团发动机基地: the rank of the firm
            let rank = || rank(rest).filter(|rank| self.named.binary_search_by_key(&(start + rank.len()), |name| name.start).is_ok());
            let Some(word) = opener.copied().or_else(rank) else { return start };
            start += word.len();
            if let Some(plain) = left.plain.strip_prefix(word) {
                left.plain = plain.to_owned();
            }
            left.singled = true;
        }
    }

    /// 某公司投资建设的, 某公司投资3亿元建设的, 某公司在某县建设的, 某公司的
    fn owned(&self, start: usize) -> bool {
        let Some(owner) = self.text.get(..start).and_then(|behind| behind.strip_suffix('的')) else { return false };
        OWNED.end(owner)
            || BUILT_FOR.end(owner) && (self.is_invested(start) || self.is_own(owner))
            || self.ends.get(owner.len()).is_some_and(|(_, kind)| *kind == Kind::Company)
    }

    /// 该公司正在实施的: whether a common noun for a firm opens the clause.
    fn is_own(&self, owner: &str) -> bool {
        const REACH: usize = 14;
        let near = owner.char_indices().rev().take(REACH).take_while(|(_, c)| !matches!(c, ',' | '，' | '。' | '；' | ';' | '\n'));
        let near = near.last().and_then(|(at, _)| owner.get(at..)).unwrap_or_default();
        words!["该公司", "该企业", "该集团"].begin(near)
    }

    fn singled(&self, start: usize) -> bool {
        let behind = self.text.get(..start).unwrap_or_default();
        SINGLING.end(behind) || behind.ends_with("打造") && self.is_invested(start) || self.located(start)
    }

    /// 位于望川县清河开发区的|A项目
    fn located(&self, start: usize) -> bool {
        const CHAIN: usize = 4;
        let Some(behind) = self.text.get(..start).and_then(|behind| behind.strip_suffix('的')) else { return false };
        let mut at = behind.len();
        for _ in 0..CHAIN {
            let Some((from, _)) = self.ends.get(at).filter(|(_, kind)| matches!(kind, Kind::Place | Kind::Zone)) else { break };
            at = *from;
        }
        at < behind.len() && words!["位于", "坐落于", "坐落在", "地处", "落户"].end(self.text.get(..at).unwrap_or_default())
    }

    /// Whether the clause before the name tells who builds it or for how much: 蓝湾集团投资5亿元建设|铝合金材料研发生产基地. A clause that goes on with
    /// what is done is one with the clause before: 蓝湾集团投资5亿元,在望川县打造….
    pub(super) fn is_invested(&self, start: usize) -> bool {
        self.tells(start, |kind| matches!(kind, Kind::Company | Kind::Money))
    }

    /// Whether that clause tells a firm.
    pub(super) fn is_paid_by_firm(&self, start: usize) -> bool {
        self.tells(start, |kind| kind == Kind::Company)
    }

    /// Whether a mention of such a kind ends in the clause before a name.
    fn tells(&self, start: usize, fits: impl Fn(Kind) -> bool) -> bool {
        (self.deed(start) + 1..=start).any(|at| self.ends.at(at).any(|(_, kind)| fits(*kind)))
    }

    /// Start of the clause before a name, with the clause before that where it goes on with what is done.
    fn deed(&self, start: usize) -> usize {
        const REACH: usize = 40;
        let behind = self.text.get(..start).unwrap_or_default();
        let parted = |at: usize, c: char| match c {
            ',' | '，' => !GOING_ON.begin(behind.get(at + c.len_utf8()..).unwrap_or_default()),
            '。' | '；' | ';' | '\n' | '、' => true,
            _ => false,
        };
        let clause = behind.char_indices().rev().take(REACH).take_while(|(at, c)| !parted(*at, *c));
        clause.last().map_or(start, |(at, _)| at)
    }

    /// A、B项目|等10个重点项目: whether the list of which this is the last named is closed as one of projects.
    pub(super) fn closes_list(&self, start: usize, end: usize) -> bool {
        let listed = self.text.get(..start).is_some_and(|behind| behind.ends_with('、'));
        let closed = self.text.get(end..).and_then(|rest| rest.strip_prefix('等')).is_some_and(|rest| {
            let what = rest.leading(30).split([',', '，', '。', ';', '；', '\n']).next().unwrap_or_default();
            rest.starts_with(is_figure) && what.has("项目")
        });
        listed && closed
    }

    /// 总投资30亿元的, 占地300亩的
    fn amount(&self, start: usize) -> bool {
        let before = self.text.get(..start).and_then(|behind| behind.strip_suffix('的'));
        before.is_some_and(|before| self.ends.get(before.len()).is_some_and(|(_, kind)| matches!(kind, Kind::Money | Kind::Quantity)))
    }

    /// A基地、B、C等一批新建项目: a list that says of its members that they are projects.
    pub(super) fn in_list_of_projects(&self, end: usize) -> bool {
        let rest = self.text.get(end..).unwrap_or_default();
        let stop = rest.char_indices().take(60).find(|(_, c)| matches!(c, ',' | '，' | '。' | ';' | '；' | '\n'));
        let list =
            rest.get(..stop.map_or(rest.char_indices().take(60).last().map_or(0, |(at, c)| at + c.len_utf8()), |(at, _)| at)).unwrap_or_default();
        list.starts_with('、') && list.split_once('等').is_some_and(|(_, what)| what.leading(24).has("项目"))
    }

    /// “揽月”项目、望都变电站工程: whether the next in the list is a project too.
    pub(super) fn beside_another(&self, end: usize) -> bool {
        const LONGEST: usize = 30;
        let Some(list) = self.text.get(end..).and_then(|rest| rest.strip_prefix(['、', '和', '及'])) else { return false };
        let limit = list.char_indices().nth(LONGEST).map_or(list.len(), |(limit, _)| limit);
        let member = list.get(..limit).and_then(|near| near.split(['、', ',', '，', '。', '；', ';', '等']).next()).unwrap_or_default();
        words!["项目", "工程", "基地"].stand_in(member) && !words!["重点项目", "重大项目", "个项目", "类项目"].stand_in(member)
    }

    /// Whether a name is a body that is built and what is done to its house: 第四中学建设, 实验室建设改造.
    pub(super) fn is_house(&self, start: usize, end: usize) -> bool {
        let words = Span::new(start, end).of(self.text);
        let body = BUILDING.iter().fold(words, |rest, work| rest.strip_suffix(work).unwrap_or(rest));
        body.len() < words.len()
            && self.ends.get(start + body.len()).is_some_and(|(from, kind)| *kind == Kind::Organization && *from == start)
            && HOUSES.end(body)
    }

    /// The whole name of a project that makes several goods: 年产5万吨甲醇、3万吨烯烃、|2万吨乙二醇项目.
    pub(super) fn widened(&self, span: Span, floor: usize) -> Span {
        let opened = |span: Span| self.opens_with_quantity(span) || words!["年产", "年生产", "日产"].begin(span.of(self.text));
        let mut start = span.start;
        for _ in 0..MOST_GOODS {
            if !opened(Span::new(start, span.end)) {
                break;
            }
            let behind = self.text.get(floor..start).unwrap_or_default();
            let Some(list) = behind.strip_suffix(['、', '和', '及']) else { break };
            let item = list
                .char_indices()
                .rev()
                .take(LONGEST_GOODS)
                .take_while(|(_, c)| crate::entity::edge::is_han(*c) || c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '(' | ')'));
            let Some((from, _)) = item.last() else { break };
            let from = floor + from;
            let words = self.text.get(from..floor + list.len()).unwrap_or_default();
            // 蓝湾集团60万吨甲醇、|60万吨烯烃项目: the firm before the first amount opens the name
            let owner = words.char_indices().map(|(at, _)| from + at).filter(|at| self.opens_with_quantity(Span::new(*at, floor + list.len())));
            // 投资20亿元的|5000吨前驱体、5000吨正极材料项目
            if let Some(first) = owner.clone().find(|at| self.text.get(..*at).is_some_and(|behind| behind.ends_with("元的"))) {
                return Span::new(first, span.end);
            }
            let firm =
                owner.filter_map(|at| self.ends.at(at).find(|(_, kind)| *kind == Kind::Company)).map(|(start, _)| *start).find(|at| *at >= floor);
            if let Some(firm) = firm {
                return Span::new(firm, span.end);
            }
            if let Some((at, _)) = words!["年产", "年生产"].found_in(words).last() {
                let first = from + at;
                let firm = self.ends.at(first).find(|(from, kind)| *kind == Kind::Company && *from >= floor).map(|(from, _)| *from);
                return Span::new(firm.unwrap_or(first), span.end);
            }
            start = from;
        }
        span
    }

    /// Whether what follows the head tells of one project.
    pub(super) fn goes_on_as_one(&self, end: usize) -> bool {
        let rest = self.text.get(end..).unwrap_or_default();
        ONE_AFTER.begin(rest) || rest.strip_prefix([',', '，']).is_some_and(|rest| ONE_GOES_ON.begin(rest))
    }
}

/// How many goods the name of one project lists at most.
const MOST_GOODS: usize = 6;

/// How many characters one of them has at most, its amount included.
const LONGEST_GOODS: usize = 24;

/// What goes on about one project behind a comma.
static ONE_GOES_ON: Words<&str> = Words::of(&[
    "总投资",
    "计划总投资",
    "计划投资",
    "预计总投资",
    "项目总投资",
    "占地",
    "总占地",
    "项目占地",
    "总建筑面积",
    "位于",
    "建成后",
    "投产后",
    "达产后",
    "项目建成",
    "项目投产",
    "项目达产",
    "该项目",
    "规划年产",
    "设计年产",
    "主要建设",
    "正在建设",
    "正在施工",
    "正在进行",
    "由",
]);

/// How a clause goes on with what its subject does.
static GOING_ON: Words<&str> = Words::of(&["在", "建设", "打造", "用于建设", "主要建设", "新建", "兴建"]);

/// Sectors that firms called …能 build in.
static ENERGIES: Words<&str> =
    Words::of(&["风电", "光伏", "储能", "热电", "煤电", "水电", "电力", "科技", "新能源", "氢能", "集团", "环保", "煤化工", "锂电", "数字", "硅业"]);

/// Verbs between an amount and 的: 投资117亿元建设的.
static BUILT_FOR: Words<&str> = Words::of(&["建设", "兴建", "新建", "投建", "打造", "实施", "开发"]);

/// Words that may stand at the front of a walk and are no part of the name.
static OPENERS: Words<&str> =
    Words::of(&["投资建设", "修建", "新建", "建设", "投资", "实施", "兴建", "续建", "以及", "和", "与", "及", "暨", "同", "除"]);

/// The rank of a firm that the words begin with: 500强, 前20强企业.
fn rank(words: &str) -> Option<&str> {
    let figure = words.without_leading("前");
    let after = figure.trim_start_matches(|c: char| c.is_ascii_digit() || any!("百十").of(c));
    let rest = after.strip_prefix('强').filter(|_| after.len() < figure.len())?.without_leading("企业");
    words.get(..words.len() - rest.len())
}

/// Words right before a name that single it out.
static SINGLING: Words<&str> = Words::of(&[
    "投资建设",
    "建设",
    "投资",
    "兴建",
    "新建",
    "合作开发",
    "合作建设",
    "引进",
    "落户",
    "建成",
    "的是",
    "签约",
    "投建",
    "签订",
    "签署",
    "《",
    "“",
]);

/// Verbs by which a project is somebody's: 某公司投资建设的|净菜加工项目.
static OWNED: Words<&str> = Words::of(&["投资建设", "投资兴建", "投资新建", "合资建设", "承建", "投建"]);

/// Governors that are a modifier where they stand right before the head.
static AT_HEAD: Words<&str> = Words::of(&[
    "建设",
    "新建",
    "投资",
    "投资建设",
    "合作建设",
    "服务",
    "储备",
    "保障",
    "重点",
    "重大",
    "国家",
    "世界",
    "落地",
    "签约",
    "开工",
    "引进",
    "谋划",
    "申报",
    "收购",
    "出售",
    "能",
    "会",
    "以",
]);

/// What goes on about one project.
static ONE_AFTER: Words<&str> = Words::of(&[
    "总投资",
    "计划投资",
    "概算",
    "估算",
    "预计",
    "占地",
    "位于",
    "由",
    "正",
    "已",
    "将",
    "开工",
    "启动建设",
    "投产",
    "建成",
    "签约",
    "落户",
    "落地",
    "竣工",
    "奠基",
    "进展",
    "施工",
    "现场",
    "工地",
    "负责人",
    "项目部",
    "建设现场",
    "的投资方",
    "总建筑",
    "建筑面积",
    "规划",
    "计划",
    "拟",
    "自",
    "于",
    "全面",
    "顺利",
    "成功",
    "正式",
    "一期",
    "二期",
    "首期",
    "主要",
    "达产",
    "投用",
    "投运",
    "建设正",
    "建设进",
    "加快",
    "加速",
    "加紧",
    "进入",
    "完成",
    "实现",
    "打下",
    "建设周期",
    "工期",
    "分两期",
    "分三期",
    "分期",
    "享受",
    "并网",
    "封顶",
    "试生产",
    "通过",
    "点火",
    "破土",
    "动工",
    "终止",
    "流标",
    "即将",
    "尚未",
    "力争",
    "当年",
    "开建",
    "摘牌",
    "在谈",
    "签订",
    "签署",
    "主体结构",
    "主体封顶",
    "主体施工",
    "主体厂房",
    "主体完工",
    "设备安装",
    "建设期",
    "从签约",
    "桩基",
    "调试",
]);

/// How many characters a bracket or a quote inside a name holds at most.
const LONGEST_BRACKET: usize = 16;
const LONGEST_QUOTE: usize = 28;

/// The opening sign of a bracket or quote that closes right before, when what it holds is short and on one line.
fn opening(behind: &str, close: char) -> Option<usize> {
    let open = match close {
        ')' => '(',
        '）' => '（',
        '”' => '“',
        '」' => '「',
        _ => return None,
    };
    let inner = behind.get(..behind.len() - close.len_utf8())?;
    let longest = if matches!(close, '”' | '」') { LONGEST_QUOTE } else { LONGEST_BRACKET };
    let (at, _) =
        inner.char_indices().rev().take(longest).take_while(|(_, c)| !matches!(c, '\n' | '。' | '，' | ',' | '；')).find(|(_, c)| *c == open)?;
    Some(at)
}

/// Characters that a name is written with.
fn inside(character: char) -> bool {
    matches!(character, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '〇' | '·' | '-' | '+' | '&' | '.' | '/' | '%' | '×' | '—' | '±')
        || character.is_ascii_alphanumeric()
}
