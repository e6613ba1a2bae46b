//! Names that nothing but the grammar around them tells: 小鹭智行副总裁, 与云鲲智联签约, 云鲲智联计划投资10亿元, 龙头企业云鲲智联, 制造商——云鲲智联.

use super::list::{is_agent, is_plain, looks_like_firm};
use super::short::{is_brand_like, names_project};
use super::state::QUARTERS;
use super::{Found, Walls, generic, trade};
use crate::context::Context;
use crate::entity::edge::{self, Wall};
use crate::han_set::HanSet;
use crate::lexicon::{Entry, Hit};
use crate::reading::tables::cohesion;
use crate::seek::Seek;
use crate::span::Span;
use crate::starts::{Learn, Start};
use crate::word_table::{Words, words};
use std::collections::{BTreeSet, HashSet};

/// Posts that only firms have.
static POSTS: Words<&str> =
    Words::of(&["副总裁", "董事长", "总经理", "总裁", "CEO", "首席执行官", "首席技术官", "首席运营官", "创始人", "联合创始人", "董事局主席"]);

/// Posts that are held in firms alone, besides those of [`POSTS`].
static HELD: Words<&str> = Words::of(&["独立董事", "董事", "监事", "监事会主席", "董事会秘书", "董秘", "董事长", "总经理", "副总经理", "财务总监"]);

/// Verbs before a firm in which somebody holds a post.
static HOLDING: Words<&str> =
    Words::of(&["现任", "曾任", "历任", "兼任", "出任", "担任", "时任", "起任", "先后任", "年任", "月任", "今任", "，任", ",任"]);

/// What a department, an office or a post of a firm ends in.
static PARTS: Words<&str> = Words::of(&[
    "部", "处", "科", "室", "组", "中心", "区", "局", "委", "会", "团", "队", "店", "校", "厅", "所", "级", "行", "公司", "集团", "系", "院", "股东",
    "业务", "行政", "营运", "运营", "市场", "营销", "助理", "首席", "地区", "名誉", "外部", "职工", "股权", "法人",
]);

/// Posts and places of work that bodies have as well, and those that hardly any but firms have: a name before one is written as brands are.
static WORKPLACES: Words<&str> = Words::of(&[
    "生产车间",
    "车间内",
    "车间里",
    "厂区",
    "厂区内",
    "厂房内",
    "相关负责人",
    "有关负责人",
    "负责人",
    "总工程师",
    "销售经理",
    "生产经理",
    "销售总监",
    "技术总监",
    "市场总监",
    "运营总监",
    "人事经理",
    "车间主任",
    "厂长",
    "员工",
]);

/// What makes a post of a name of one: 执行董事长, 中国区总裁.
static OF_POSTS: Words<&str> = Words::of(&[
    "副",
    "执行",
    "联席",
    "原",
    "前",
    "时任",
    "现任",
    "兼",
    "名誉",
    "常务",
    "独立",
    "职业",
    "女",
    "总",
    "新任",
    "首任",
    "轮值",
    "高级",
    "事业部",
    "公司",
    "集团",
]);

/// What two sides do.
static DEALS: Words<&str> = Words::of(&["签约", "签订", "签署", "签定", "达成合作", "达成战略", "达成协议", "达成初步", "合资成立", "合资建设"]);

/// What two sides do as well where one of them is no firm: the name is written as brands are.
static DEALS_OF_ALL: Words<&str> = Words::of(&["合作", "开展合作", "深度合作", "共同", "携手", "联手", "共建", "合作共建", "洽谈"]);

/// What is bought and sold of firms: 收购|望川善能|96.20%股权.
static STAKES: Words<&str> = Words::of(&["股权", "股份"]);

/// How a stake comes to somebody or leaves him.
static TRADING: Words<&str> =
    Words::of(&["收购", "购买", "受让", "转让", "出售", "持有", "取得", "认购", "增持", "减持", "拟购", "回购", "挂牌转让", "协议受让"]);

/// What firms do with money, where an amount follows.
static INVESTING: Words<&str> = Words::of(&["计划投资", "拟投资", "预计投资", "将投资", "投资", "斥资", "出资", "追加投资", "增资"]);

/// How firms of one trade are called: 商业航天企业, where a sector stands before the word.
const OF_TRADE: &str = "企业";

/// How a firm is told of by what it is: 云鲲智联是一家专攻火箭的商业航天企业.
static IS_ONE: Words<&str> = Words::of(&["是一家", "作为一家", "是全国首家", "是国内首家", "是全球领先的", "是国内领先的"]);

/// What only firms do, told behind a comma: 望川云鲲智联,专业从事试剂研发.
static SPECIALISED: Words<&str> = Words::of(&["，专业从事", ",专业从事", "，专门从事", ",专门从事", "，主要从事", ",主要从事", "，主营业务"]);

/// How many characters of such a clause are looked through for the word for a firm.
const LONGEST_IS_ONE: usize = 40;

/// What leads in how much is made in a year.
const YEARLY: &str = "年产";

/// Sides of a deal that are no firm's name.
static SIDES: Words<&str> = Words::of(&["商", "户", "家", "员", "民", "国", "省", "市", "县", "区", "镇", "村", "乡", "州", "旗", "园", "地", "界"]);

/// Common nouns of firms behind which one may be named.
static NOUNS: Words<&str> = Words::of(&[
    "龙头企业",
    "领军企业",
    "头部企业",
    "链主企业",
    "知名企业",
    "骨干企业",
    "独角兽企业",
    "创业企业",
    "科技企业",
    "高科技企业",
    "高新技术企业",
    "民营企业",
    "本土企业",
    "互联网企业",
    "制造企业",
    "制药企业",
    "500强企业",
    "百强企业",
    "外资企业",
    "台资企业",
    "中央企业",
    "重点企业",
    "明星企业",
    "代表企业",
    "上市企业",
    "上市公司",
    "母公司",
    "总公司",
    "配套企业",
    "央企",
]);

/// Nouns of firms before a dash.
static DASHED: Words<&str> =
    Words::of(&["企业——", "公司——", "龙头——", "巨头——", "厂商——", "制造商——", "供应商——", "服务商——", "运营商——", "独角兽——", "集团——"]);

/// The words that such names are looked for by, besides heads of projects.
pub(super) fn starts(learn: Learn<'_>) {
    for (start, words) in [
        (Start::Post, &POSTS),
        (Start::Post, &HELD),
        (Start::Post, &WORKPLACES),
        (Start::Deal, &DEALS),
        (Start::Deal, &DEALS_OF_ALL),
        (Start::Deal, &STAKES),
        (Start::Investing, &INVESTING),
        (Start::FirmNoun, &NOUNS),
        (Start::DashedNoun, &DASHED),
        (Start::FirmNoun, &IS_ONE),
        (Start::FirmNoun, &SPECIALISED),
    ] {
        words.iter().for_each(|word| learn(start, word));
    }
    learn(Start::FirmNoun, OF_TRADE);
    learn(Start::Investing, YEARLY);
}

/// Finds the names.
pub(super) fn recognise(context: &Context<'_>, walls: &Walls, found: &mut Vec<Found>) {
    let mut spans: Vec<(Span, &'static str)> = Vec::new();
    let text = context.text;
    spans.extend(
        POSTS
            .longest_at(text, context.starts.of(Start::Post))
            .filter_map(|(at, _)| before_post(context, walls, at))
            .map(|span| (span, "company.post")),
    );
    spans.extend(
        WORKPLACES
            .longest_at(text, context.starts.of(Start::Post))
            .filter_map(|(at, _)| before_post(context, walls, at).filter(|span| is_branded(context, *span)))
            .map(|span| (span, "company.workplace")),
    );
    spans.extend(
        HELD.longest_at(text, context.starts.of(Start::Post)).filter_map(|(at, _)| held(context, walls, at)).map(|span| (span, "company.post")),
    );
    spans.extend(
        DEALS_OF_ALL
            .longest_at(text, context.starts.of(Start::Deal))
            .filter_map(|(at, _)| party(context, walls, at).filter(|span| is_branded(context, *span)))
            .map(|span| (span, "company.party")),
    );
    let deals = DEALS.longest_at(text, context.starts.of(Start::Deal));
    let sides = deals.flat_map(|(at, _)| [party(context, walls, at), first_party(context, at), last_of_sides(context, at)]);
    spans.extend(sides.flatten().map(|span| (span, "company.party")));
    spans.extend(
        STAKES.found_at(text, context.starts.of(Start::Deal)).filter_map(|(at, _)| stake(context, walls, at)).map(|span| (span, "company.stake")),
    );
    spans.extend(
        INVESTING
            .longest_at(text, context.starts.of(Start::Investing))
            .filter_map(|(at, verb)| investor(context, walls, at, verb))
            .map(|span| (span, "company.investor")),
    );
    let nouns = NOUNS.longest_at(text, context.starts.of(Start::FirmNoun)).map(|(at, noun)| (at + noun.len(), false));
    let dashes = DASHED.longest_at(text, context.starts.of(Start::DashedNoun)).map(|(at, noun)| (at + noun.len(), true));
    let trades = context.starts.of(Start::FirmNoun).filter(|at| follows_sector(context, *at)).map(|at| (at + OF_TRADE.len(), false));
    spans.extend(nouns.chain(dashes).chain(trades).filter_map(|(at, dash)| behind_noun(context, at, dash)).map(|span| (span, "company.apposition")));
    let yearly = context.starts.of(Start::Investing).filter(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(YEARLY)));
    spans.extend(yearly.filter_map(|at| maker(context, at)).map(|span| (span, "company.opener")));
    let special = SPECIALISED.longest_at(text, context.starts.of(Start::FirmNoun));
    spans.extend(special.filter_map(|(at, words)| is_one_of_firms(context, walls, at, words)).map(|span| (span, "company.apposition")));
    let told = IS_ONE.longest_at(text, context.starts.of(Start::FirmNoun));
    spans.extend(told.filter_map(|(at, words)| is_one_of_firms(context, walls, at, words)).map(|span| (span, "company.apposition")));
    spans.extend(openings(context, walls).into_iter().map(|span| (span, "company.opening")));
    let heads = words!["项目", "基地"].found_at(text, context.starts.of(Start::Project));
    spans.extend(heads.filter_map(|(at, _)| opener(context, at)).map(|span| (span, "company.opener")));
    let taken = super::alias::Taken::of(found);
    spans.retain(|(span, _)| !taken.overlaps(*span));
    found.extend(spans.into_iter().map(|(span, rule)| Found::new(span, rule)));
}

/// The name between a mark or a noun and a post.
fn before_post(context: &Context<'_>, walls: &Walls, at: usize) -> Option<Span> {
    let left = edge::left(context.text, context.hits, at, walls.floor(at), true);
    let span = Span::new(left.start, at);
    let words = span.of(context.text);
    // 雷军董事长: who has the post may stand before it.
    let person = context.opens_with_surname(span.start);
    let least = if person { 4 } else { 3 };
    let named = (least..=8).contains(&words.chars().count()) && !OF_POSTS.end(words) && !words.contains(['兼', '任', '们']);
    (matches!(left.wall, Wall::Mark | Wall::Noun | Wall::Verb) && left.walked == left.start && named && is_agent(context, span)).then_some(span)
}

/// The name between 现任 and a post: 现任|江南云鲲|独立董事.
fn held(context: &Context<'_>, walls: &Walls, at: usize) -> Option<Span> {
    let text = context.text;
    let left = edge::left(text, context.hits, at, walls.floor(at), true);
    let span = Span::new(left.walked, at);
    let words = span.of(text);
    let held = text.get(..left.walked).is_some_and(|before| HOLDING.end(before));
    let named = (3..=8).contains(&words.chars().count()) && words.chars().all(|c| edge::is_han(c) || c.is_ascii_alphanumeric());
    let other = OF_POSTS.end(words) || PARTS.end(words) || words.contains(['兼', '任', '们', '第']) || generic::begins(words);
    let place = edge::within(context.hits, span.start, span.end).any(|hit| edge::is_place(hit) && hit.span.end == span.end);
    (held && named && !other && !place).then_some(span)
}

/// Whether the words are a brand of three or four characters and no word.
fn is_branded(context: &Context<'_>, span: Span) -> bool {
    let words = span.of(context.text);
    let material = words.chars().next_back().is_some_and(|c| MATERIALS.holds(c));
    // 与华科大合作: a school, a body, a group of people
    let body = words.ends_with(['大', '会', '团', '院']);
    (3..=4).contains(&words.chars().count()) && is_brand_like(words) && !material && !body && is_plain(context, span)
}

/// Parks behind which the firm is named in a list of projects: 望川工业园|云鲲镁业年产2万吨….
static PARKS: Words<&str> = Words::of(&["工业园", "工业园区", "产业园", "产业园区", "开发区", "经开区", "高新区", "园区"]);

/// The firm that opens a member of a list of projects before what it makes in a year: 青海东岳镁业年产3万吨镁板、昱诚工贸年产8万吨石灰等3个项目.
fn maker(context: &Context<'_>, at: usize) -> Option<Span> {
    let text = context.text;
    let rest = text.get(at..)?;
    let counted = rest.strip_prefix(YEARLY)?.starts_with(|c: char| c.is_ascii_digit());
    let sentence = rest.char_indices().take(LONGEST_LIST).take_while(|(_, c)| !matches!(c, '。' | '；' | ';' | '\n'));
    // 等82个招商引资重点项目
    let counts = |rest: &str| {
        rest.strip_prefix('个')
            .is_some_and(|noun| noun.leading(LONGEST_NOUN).split(['，', ',', '。', '、']).next().is_some_and(|noun| noun.has("项目")))
    };
    let projects = || sentence.map(|(at, _)| at).any(|at| rest.get(at..).is_some_and(counts));
    let behind = text.get(..at)?;
    // 一批项目入驻,如望川蓝湾年产…、云鲲年产…等
    let told = || {
        let sentence = behind.char_indices().rev().take(LONGEST_LIST).take_while(|(_, c)| !matches!(c, '。' | '；' | ';' | '\n'));
        let from = sentence.last().map_or(at, |(from, _)| from);
        let list = behind.get(from..).unwrap_or_default();
        list.has("项目") && words!["如", "包括", "有"].stand_in(list) && rest.has("等")
    };
    // 重庆云鲲年产300台电机项目: the name of one project
    let project = || {
        let name = rest.char_indices().take(LONGEST_PROJECT).take_while(|(_, c)| !matches!(c, '，' | ',' | '。' | '、' | '；' | ';' | '\n'));
        name.map(|(at, _)| at).any(|at| rest.get(at..).is_some_and(|rest| rest.starts_with("项目")))
    };
    let single = !projects() && !told();
    if !counted || single && !project() {
        return None;
    }
    let mark = behind.char_indices().rev().take(LONGEST_PROJECT).find(|(_, c)| !edge::is_han(*c));
    let from = mark.map_or(0, |(mark, c)| mark + c.len_utf8());
    let member = text.get(from..at).filter(|member| member.chars().count() < LONGEST_PROJECT)?;
    let park = PARKS.iter().filter_map(|park| member.rfind(park).map(|start| start + park.len())).max().unwrap_or(0);
    // 如|青海蓝湾年产…: what opens the list is no part of its first member
    let opened = member.get(park..).and_then(|name| words!["包括", "如", "有", "即"].beginning(name).next()).map_or(0, |word| word.len());
    let span = Span::new(from + park + opened, at);
    let core = trade::chain_before(text, context.hits, span.start, span.end);
    let brand = Span::new(super::tail::places_end(context.hits, span.start, core), core);
    let words = brand.of(text);
    let count = words.chars().count();
    let alike = words.chars().filter(|c| is_brand_like(c.encode_utf8(&mut [0; 4]))).count();
    let told = core < span.end && alike * 2 >= count;
    let placed = brand.start > span.start && alike * 4 >= count * 3;
    let edged = edge::left(text, context.hits, span.end, span.start, true);
    let whole = edged.walked <= span.start;
    let long = count == LONG_BRAND && alike == count;
    let placed = placed || single && brand.start > span.start && is_strange_pair(words);
    (whole && (told && !single || placed || long && !single) && (2..=4).contains(&count) && !generic::is_generic(words) && is_agent(context, span))
        .then_some(span)
}

/// How many characters say at most what becomes of a project before the next one of a list: 项目|成功落户|、.
const LONGEST_STEP: usize = 10;

/// How many characters the noun of counted projects has at most: 个|招商引资重点项目.
const LONGEST_NOUN: usize = 10;

/// A brand of so many characters needs no trade: 远川先行.
const LONG_BRAND: usize = 4;

/// Whether the words open with two characters that are no word of everyday.
fn opens_strangely(words: &str) -> bool {
    /// How much two characters are one word at most that nobody says every day.
    const STRANGERS: i32 = 10;
    let mut characters = words.chars();
    characters.next().zip(characters.next()).is_some_and(|(first, second)| cohesion(first, second) <= STRANGERS)
}

/// Whether the words are two characters that are no word of everyday.
pub(super) fn is_strange_pair(words: &str) -> bool {
    words.chars().nth(2).is_none() && opens_strangely(words)
}

/// How many characters of a list behind one of its members are looked through.
const LONGEST_LIST: usize = 120;

/// How far back the name of a project is looked through.
const LONGEST_PROJECT: usize = 32;

/// Characters in which names of materials and goods end: 玄武岩纤维项目 is of no firm.
static MATERIALS: HanSet = HanSet::of(
    "石岩铝铜锂镁钛锌镍钴钼钨金银铁钢硅晶瓷木竹油酒药茶豆米果麦花鱼虾羊牛马猪鸡菌菜盐糖酸碱磷氟氢氧胶漆砂煤焦纸布线缆膜板管机车船电光热风水能源",
);

/// The firm by which a project's name opens: a brand of three or four characters before what tells a trade, a place, a class or a capacity
/// (中科瑞鹏高端设备项目, 富岳海拉天津生产基地项目).
fn opener(context: &Context<'_>, head: usize) -> Option<Span> {
    let text = context.text;
    let behind = text.get(..head)?;
    let inside = |c: char| edge::is_han(c) && c != '的' || c.is_ascii_alphanumeric() || matches!(c, '.' | '/' | '-' | '×' | '(' | ')' | '（' | '）');
    // 国|基地产
    if text.get(head..).is_some_and(|rest| rest.starts_with("基地产")) {
        return None;
    }
    let mark = behind.char_indices().rev().take(LONGEST_PROJECT).find(|(_, c)| !inside(*c));
    let mut start = match mark {
        Some((_, character)) if character.is_whitespace() && character != '\n' => return None,
        Some((mark, character)) => mark + character.len_utf8(),
        None if behind.chars().nth(LONGEST_PROJECT).is_none() => 0,
        None => return None,
    };
    // 加快|推进|蓝湾汽车配件项目: what is done to the project stands before it.
    for _ in 0..2 {
        let verb = text.get(start..head)?.leading(2);
        start += if edge::is_verb(verb) { verb.len() } else { 0 };
    }
    let from = super::tail::places_end(context.hits, start, head);
    let name = text.get(from..head)?;
    // A brand of two characters before a capacity only: 久泰|100万吨乙二醇项目.
    let capacity = |end: &usize| {
        let rest = text.get(*end..).unwrap_or_default();
        let unit = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        rest.starts_with("年产") || unit.len() < rest.len() && words!["万", "亿", "千", "百", "吨", "兆", "MW", "GW", "kW", "平方"].begin(unit)
    };
    let ends = name.char_indices().map(|(at, c)| from + at + c.len_utf8()).take(4).skip(1);
    // Behind a place, too: 北京浩石|环保设备项目.
    // Before a trade in a list of projects, where the two are no word of everyday: 云鲲|光伏制造项目落户、远川锂电项目投产.
    let listed = || {
        let after = text.get(head..).unwrap_or_default().char_indices().take(LONGEST_STEP);
        let mut after = after.take_while(|(_, c)| !matches!(c, '，' | ',' | '。' | '；' | ';' | '\n'));
        mark.is_some_and(|(_, character)| character == '、') || after.any(|(_, c)| c == '、')
    };
    let told = |end: &usize| {
        let brand = text.get(from..*end).unwrap_or_default();
        // 中南|电力: a quarter of the country is no brand
        opens_strangely(brand) && !QUARTERS.hold(brand) && trade::longest_at(text, context.hits, *end).is_some() && listed()
    };
    // 总投资212亿元的|满世劣质煤综合利用项目: whose project money is put into stands first.
    // A park is called by a brand that need not be a firm's.
    let park = words!["产业园", "园区", "工业园", "科技园"].stand_in(name);
    let paid = !park && text.get(..start).is_some_and(|before| before.ends_with("元的"));
    let owner = |end: &usize| paid && from == start && text.get(from..*end).is_some_and(is_strange_pair);
    // 乌兰|哈达: behind the short name of a county the place goes on
    let county = edge::within(context.hits, start, from).any(|hit| edge::is_short_county(hit) && hit.span.end == from);
    let placed = from > start && !county;
    let ends = ends.enumerate().filter(|(index, end)| *index > 0 || placed || capacity(end) || told(end) || owner(end)).map(|(_, end)| end);
    let spans: Vec<Span> = ends.map(|end| Span::new(from, end)).collect();
    spans.into_iter().rev().find(|span| {
        let words = span.of(text);
        let material = words.chars().next_back().is_some_and(|c| MATERIALS.holds(c));
        // 金建|铁路项目: a line is called by the places at its ends.
        let line = text.get(span.end..).is_some_and(|rest| words!["铁路", "公路", "高速", "高铁", "地铁", "轨道"].begin(rest));
        is_brand_like(words)
            && !material
            && !line
            && !cuts_word(context, span.end)
            && (ends_before_trade(context, span.end, head) || owner(&span.end))
            && is_plain(context, *span)
            && is_agent(context, *span)
    })
}

/// Whether a word of the lexicon lies across the offset: 联通云|计算.
fn cuts_word(context: &Context<'_>, at: usize) -> bool {
    let first = context.hits.partition_point(|hit| hit.span.start + 24 < at);
    context.hits.get(first..).unwrap_or_default().iter().take_while(|hit| hit.span.start < at).any(|hit| hit.span.end > at)
}

/// Whether what begins here tells a trade, a place, a class or a capacity.
fn ends_before_trade(context: &Context<'_>, at: usize, head: usize) -> bool {
    let rest = context.text.get(at..head).unwrap_or_default();
    let told = |hit: &Hit<'_>| {
        hit.span.start == at
            && (matches!(hit.entry, Entry::Industry { .. } | Entry::CompanyWord) && hit.span.len() >= "行业".len() || edge::is_place(hit))
    };
    rest.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase())
        || rest.starts_with("年产")
        || trade::longest_at(context.text, context.hits, at).is_some_and(|length| length <= rest.len())
        || generic::begins(rest)
        || edge::starting_at(context.hits, at, head).any(told)
}

/// Names that a list told, where they open a project's name: of 中岭、保远等18家企业 the first is that of 中岭海南总部基地项目.
pub(super) fn in_projects(context: &Context<'_>, found: &mut Vec<Found>) {
    let text = context.text;
    let listed = found.iter().filter(|name| matches!(name.rule, "company.list" | "company.list_neighbour")).map(|name| name.span.of(text));
    let named = |words: &&str| (2..=4).contains(&words.chars().count()) && (is_brand_like(words) || is_strange_pair(words));
    let listed: BTreeSet<&str> = listed.filter(named).take(MOST_SHORT).collect();
    let taken = super::alias::Taken::of(found);
    for words in listed {
        for (at, _) in text.match_indices(words) {
            let span = Span::new(at, at + words.len());
            let opened =
                text.get(..at).and_then(|before| before.chars().next_back()).is_none_or(|c| !edge::is_han(c) || matches!(c, '的' | '是' | '为'));
            let after = text.get(span.end..).unwrap_or_default();
            if opened && !taken.overlaps(span) && names_project(after) {
                found.push(Found::new(span, "company.again"));
            }
        }
    }
}

/// How many short names of projects are looked for elsewhere in one text at most.
const MOST_SHORT: usize = 32;

/// Names by which a project is called for short where its full name opens with them: 云鲲晶微项目 and 云鲲晶微三维芯片集成项目 are of one firm.
fn openings(context: &Context<'_>, walls: &Walls) -> Vec<Span> {
    let text = context.text;
    let mut spans = Vec::new();
    let mut asked: HashSet<&str> = HashSet::new();
    for (at, head) in words!["项目"].found_at(text, context.starts.of(Start::Project)) {
        let left = edge::left(text, context.hits, at, walls.floor(at), true);
        let span = Span::new(left.start, at);
        let words = span.of(text);
        let edged = !matches!(left.wall, Wall::Reach | Wall::Party) && left.walked == left.start;
        if !edged || !(3..=5).contains(&words.chars().count()) || asked.len() >= MOST_SHORT || !asked.insert(words) {
            continue;
        }
        let brand = is_agent(context, span)
            && !generic::begins(words)
            && is_brand_like(words)
            && trade::is_trade_free(words)
            && trade::chain_before(text, context.hits, span.start, span.end) == span.end;
        if !brand {
            continue;
        }
        let all: Vec<usize> = text.match_indices(words).map(|(at, _)| at).collect();
        let full = |at: &usize| {
            let name = text.get(at + words.len()..).unwrap_or_default();
            let name = name.char_indices().take(24).take_while(|(_, c)| edge::is_han(*c) || c.is_ascii_alphanumeric());
            name.skip(2)
                .any(|(index, _)| text.get(at + words.len() + index..).is_some_and(|rest| rest.starts_with(*head) || rest.starts_with("基地")))
        };
        if all.iter().any(full) {
            spans.extend(all.into_iter().map(|at| Span::new(at, at + words.len())));
        }
    }
    spans
}

/// The name between 与 and a deal.
fn party(context: &Context<'_>, walls: &Walls, at: usize) -> Option<Span> {
    let left = edge::left(context.text, context.hits, at, walls.floor(at), true);
    let span = Span::new(left.start, at);
    let words = span.of(context.text);
    let led = context.text.get(..left.start).is_some_and(|before| before.ends_with('与'));
    // 与|望川美云旅生物科技|签订: a name that tells its trade may be longer
    let told = trade::chain_before(context.text, context.hits, span.start, span.end) < span.end;
    let named = (3..=if told { 12 } else { 8 }).contains(&words.chars().count()) && !SIDES.end(words) && !generic::begins(words);
    (led && named && is_agent(context, span)).then_some(span)
}

/// The last of several sides before 等 and a deal: 与望川市政府、蓝湾创业等|签署协议.
fn last_of_sides(context: &Context<'_>, at: usize) -> Option<Span> {
    let text = context.text;
    let behind = text.get(..at)?.strip_suffix('等')?;
    let clause = behind.char_indices().rev().take(LONGEST_SIDES).take_while(|(_, c)| !matches!(c, '，' | ',' | '。' | '；' | ';' | '\n'));
    let from = clause.last().map_or(behind.len(), |(from, _)| from);
    let list = behind.get(from..)?;
    let name = list.rsplit('、').next().filter(|name| name.len() < list.len())?;
    let led = list.split('、').next().is_some_and(|first| first.contains(['与', '同', '和']));
    let span = Span::new(behind.len() - name.len(), behind.len());
    let body = words!["政府", "局", "厅", "委", "部", "院", "校", "大学", "学院", "协会", "商会", "联盟", "会", "中心", "项目"].end(name);
    let named = (3..=8).contains(&name.chars().count()) && name.chars().all(edge::is_han) && !body && !SIDES.end(name) && !generic::begins(name);
    (led && named && (looks_like_firm(context, span) || is_branded(context, span)) && is_agent(context, span)).then_some(span)
}

/// The name between a verb of trading and the part that is traded.
fn stake(context: &Context<'_>, walls: &Walls, at: usize) -> Option<Span> {
    let text = context.text;
    let behind = text.get(..at)?;
    let behind = behind.strip_suffix('的').unwrap_or(behind);
    // 出售BioVision股权: letters are no part of the words around them
    let letters = behind.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '&'));
    let latin = behind.get(letters.len()..).is_some_and(|name| name.len() >= 3 && name.starts_with(|c: char| c.is_ascii_uppercase()));
    if latin && (TRADING.end(letters) || words!["处置", "剥离"].end(letters)) {
        return Some(Span::new(letters.len(), behind.len()));
    }
    let part = behind.strip_suffix(['%', '％'])?.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let name = ["不超过", "合计", "不低于", "的", "约", "剩余"].iter().find_map(|word| part.strip_suffix(word)).unwrap_or(part);
    let left = edge::left(text, context.hits, name.len(), walls.floor(name.len()), true);
    let span = Span::new(left.start, name.len());
    let words = span.of(text);
    let traded = text.get(..left.start).is_some_and(|before| TRADING.end(before.strip_suffix('了').unwrap_or(before)));
    let named = (3..=10).contains(&words.chars().count()) && !SIDES.end(words) && !generic::begins(words) && !words.ends_with("公司");
    (traded && named && is_agent(context, span)).then_some(span)
}

/// The name that opens a clause and is said to be a firm's.
fn is_one_of_firms(context: &Context<'_>, walls: &Walls, at: usize, words: &str) -> Option<Span> {
    let text = context.text;
    let behind = text.get(at + words.len()..)?;
    let clause = behind.char_indices().take(LONGEST_IS_ONE).take_while(|(_, c)| !matches!(c, '，' | ',' | '。' | '；' | ';' | '\n'));
    let mut clause = clause.map(|(at, _)| at);
    let firm = clause
        .any(|at| behind.get(at..).is_some_and(|rest| words!["企业", "公司", "厂商", "制造商", "供应商", "服务商", "运营商", "独角兽"].begin(rest)));
    let left = edge::left(text, context.hits, at, walls.floor(at), true);
    let span = Span::new(left.start, at);
    let name = span.of(text);
    let person = context.opens_with_surname(span.start) && name.chars().nth(3).is_none();
    let named = (3..=8).contains(&name.chars().count()) && !generic::begins(name) && !SIDES.end(name) && !person;
    let firm = firm || SPECIALISED.hold(words);
    (firm && left.wall == Wall::Mark && left.walked == left.start && named && is_agent(context, span)).then_some(span)
}

/// How many characters of a clause before a deal are looked through.
const LONGEST_SIDES: usize = 40;

/// The name that opens a clause and has a deal with the other side: 蓝湾智联|与望川市政府签署战略合作协议.
fn first_party(context: &Context<'_>, at: usize) -> Option<Span> {
    let text = context.text;
    let behind = text.get(..at)?;
    let clause = behind
        .char_indices()
        .rev()
        .take(LONGEST_SIDES)
        .find(|(_, c)| matches!(c, '，' | ',' | '。' | '；' | ';' | '：' | ':' | '\n' | '”' | ' ' | '\u{3000}'));
    let from = clause.map_or(0, |(mark, c)| mark + c.len_utf8());
    if clause.is_none() && behind.chars().nth(LONGEST_SIDES).is_some() {
        return None;
    }
    let sides = text.get(from..at)?;
    let joint = sides.find('与')?;
    let span = Span::new(from, from + joint);
    let words = span.of(text);
    let person = context.opens_with_surname(from) && words.chars().nth(3).is_none();
    let led =
        super::known::is_name(words) || !person && (is_branded(context, span) || looks_like_firm(context, span) && words.chars().nth(3).is_some());
    (led && !generic::begins(words) && !SIDES.end(words) && is_agent(context, span)).then_some(span)
}

/// Whether the name of a sector ends at the word for firms.
fn follows_sector(context: &Context<'_>, at: usize) -> bool {
    if !context.text.get(at..).is_some_and(|rest| rest.starts_with(OF_TRADE)) {
        return false;
    }
    edge::ending_at(context.hits, at, 24).any(|hit| matches!(hit.entry, Entry::Industry { .. }) && hit.span.len() >= "行业".len())
}

/// The name that opens a clause and invests an amount: 新能源领域,云鲲智联计划投资10亿元. A short one without a trade needs a verb of planning, for
/// two characters and 投资 are mostly what is invested in.
fn investor(context: &Context<'_>, walls: &Walls, at: usize, verb: &str) -> Option<Span> {
    let text = context.text;
    let amount = text.get(at + verb.len()..)?.trim_start_matches(['约', '近', '超', '逾']);
    if !amount.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let left = edge::left(text, context.hits, at, walls.floor(at), true);
    let span = Span::new(left.start, at);
    let words = span.of(text);
    let opens = text.get(..left.start)?.chars().next_back().is_none_or(|c| matches!(c, ',' | '，' | '。' | ';' | '；' | ':' | '：' | '\n'));
    let chain = trade::chain_before(text, context.hits, span.start, span.end);
    let told = chain < span.end;
    // 某市房地产开发投资12亿元: a place and its trade are what is measured, and no firm
    let place = Span::new(span.start, chain);
    let measured = edge::starting_at(context.hits, place.start, place.end).any(|hit| hit.span == place && matches!(hit.entry, Entry::Division(_)));
    let planned = verb.chars().nth(2).is_some();
    let person = !told && context.opens_with_surname(span.start) && !planned;
    let named = words.chars().nth(2).is_some() || planned;
    let shaped = if told { looks_like_firm(context, span) } else { is_plain(context, span) && is_brand_like(words) && named && !person };
    (opens && !measured && left.wall == Wall::Mark && left.walked == left.start && shaped && is_agent(context, span) && !generic::begins(words))
        .then_some(span)
}

/// Characters that no name behind a noun goes on over: what joins it to something else, or begins what is said of it.
static CLOSERS: HanSet = HanSet::of("与和在拟将以向于已的对由为及从被是等也还就把持参");

/// Length of the name that the words begin with, of fewer than `longest` characters: up to a mark, a word that goes on, or from the byte `least` on a stop
/// word.
pub(super) fn name_behind(words: &str, longest: usize, least: usize) -> usize {
    let mut length = 0;
    for (index, c) in words.char_indices().take(longest) {
        length = index;
        let ends = !edge::is_han(c) && !c.is_ascii_alphanumeric() || CLOSERS.holds(c);
        if ends || index >= least && edge::is_stop(words.get(index..).unwrap_or_default().leading(2)) {
            break;
        }
    }
    length
}

/// The name that a common noun of a firm stands before.
fn behind_noun(context: &Context<'_>, from: usize, dash: bool) -> Option<Span> {
    let name = context.text.get(from..)?;
    let length = name_behind(name, 10, "三个字".len());
    let span = Span::new(from, from + length);
    let words = span.of(context.text);
    let closed = name.get(length..).is_some_and(|rest| {
        rest.chars()
            .next()
            .is_none_or(|c| !edge::is_han(c) && c != '—' || "与和在拟将以已的由为及从被是等也还".contains(c) || super::short::ends_here(rest))
    });
    let count = words.chars().count();
    let common = generic::begins(words)
        || words.starts_with(['家', '的', '们'])
        || words.char_indices().any(|(at, _)| words.get(at..).is_some_and(|rest| words!["企业", "公司", "集群", "名单", "总部", "数量"].begin(rest)));
    let named = (3..=8).contains(&count) && !common && super::list::is_name(context, span);
    let firm = if dash { is_agent(context, span) } else { looks_like_firm(context, span) };
    (closed && named && firm).then_some(span)
}
