//! Companies that news calls by a name without any ending: from the lexicon of listed companies, and from general knowledge.

use super::{Found, trade};
use crate::context::Context;
use crate::entity::edge;
use crate::lexicon::{Entry, Hit};
use crate::span::Span;
use crate::starts::{Learn, Start};
use crate::word_index::WordIndex;
use crate::word_table::{Words, words};
use once_cell::sync::Lazy;

/// A name a line: `firm` where it means the firm wherever it stands, `shared` where it is an everyday word too, and a company only beside words that
/// show it.
const BRANDS: &str = include_str!("../../../data/brands.tsv");

/// The names of the table, and whether they are everyday words too.
fn brands() -> impl Iterator<Item = (&'static str, Name)> {
    BRANDS.lines().skip(1).filter_map(|row| row.split_once('\t')).map(|(name, kind)| (name, Name { shared: kind == "shared" }))
}

/// Names made of two common words: 中国电子|政务论坛, 中国建筑|学会 speak of no firm.
static COMMON_PAIRS: Words<&str> = Words::of(&["中国电子", "中国建筑", "中国矿产"]);

/// Words after a shared name that show a company.
static SHOWS: Words<&str> = Words::of(&[
    "公司",
    "集团",
    "汽车",
    "手机",
    "电脑",
    "银行",
    "总裁",
    "CEO",
    "董事长",
    "董事局",
    "创始人",
    "高管",
    "股价",
    "旗下",
    "宣布",
    "推出",
    "发布",
    "总部",
    "官方",
    "专卖店",
    "旗舰店",
    "经销商",
    "供应商",
    "代工",
    "财报",
    "市值",
    "等企业",
    "等公司",
    "等巨头",
    "等车企",
    "等厂商",
    "副总裁",
    "首席",
    "股东",
    "车型",
    "中国区",
    "车主",
    "娱乐",
]);

/// Trade and region words by which a known firm's daughter is called: 京东物流, 华为技术, 星巴克中国.
const DAUGHTER_WORDS: &str = "中国 亚太 娱乐 电影 信托 信贷 商城 租赁 游戏 房地产 旅行网 科技 技术 物流 数科 健康 证券 金融 半导体 电子 电器 能源 药业 医药 地产 置业 资本 电力 燃气 水泥 置地 微电子 新能源 化学 环保 通信 航空 财险 人寿 影业 网络";

static DAUGHTERS: Lazy<WordIndex<'static, usize>> = Lazy::new(|| WordIndex::by_beginning(DAUGHTER_WORDS.split_whitespace().zip(0..)));

struct Name {
    shared: bool,
}

static NAMES: Lazy<WordIndex<'static, Name>> = Lazy::new(|| WordIndex::by_beginning(brands()));

/// Start of the well-known name that the words end with, its ending included: 招商银行 in 底招商银行.
pub(super) fn ends_with_known(words: &str) -> Option<usize> {
    words
        .char_indices()
        .find(|(at, _)| {
            let rest = words.get(*at..).unwrap_or_default();
            NAMES
                .beginning(rest)
                .any(|(name, kind)| !kind.shared && rest.strip_prefix(name).is_some_and(|tail| tail.is_empty() || super::form::ENDINGS.hold(tail)))
        })
        .map(|(at, _)| at)
}

/// Length of the shortest well-known name that the words begin with.
pub(super) fn shortest_at(words: &str) -> Option<usize> {
    NAMES.beginning(words).filter(|(_, kind)| !kind.shared).map(|(name, _)| name.len()).min()
}

/// Whether the words begin with a well-known name: 沙特阿美亚洲.
pub(super) fn starts_with_known(words: &str) -> bool {
    NAMES.beginning(words).any(|(_, kind)| !kind.shared)
}

/// Length of the longest well-known name that the words begin with.
pub(super) fn longest_at(words: &str) -> Option<usize> {
    NAMES.beginning(words).filter(|(_, kind)| !kind.shared).map(|(name, _)| name.len()).max()
}

/// Whether the words are a well-known name, be it an everyday word too.
pub(crate) fn is_name(words: &str) -> bool {
    NAMES.get(words).is_some()
}

/// Whether two well-known names fill the words side by side: 腾讯|华为.
pub(super) fn is_two_names(words: &str) -> bool {
    longest_at(words).is_some_and(|first| first < words.len() && words.get(first..).is_some_and(is_name))
}

/// Start of the last well-known name that the words end with.
pub(super) fn last_in(words: &str) -> Option<usize> {
    words.char_indices().find(|(at, _)| words.get(*at..).is_some_and(|name| NAMES.get(name).is_some())).map(|(at, _)| at)
}

/// The names that known firms are looked for by.
pub(super) fn starts(learn: Learn<'_>) {
    brands().for_each(|(name, _)| learn(Start::KnownCompany, name));
}

/// Finds the firms known by name.
pub(super) fn recognise(context: &Context<'_>, found: &mut Vec<Found>) {
    let text = context.text;
    let mut next = 0;
    for (at, (name, kind)) in NAMES.longest_at(text, context.starts.of(Start::KnownCompany)) {
        if at < next {
            continue;
        }
        let end = at + name.len();
        let tight = COMMON_PAIRS.hold(name) && !super::short::ends_here(text.get(end..).unwrap_or_default());
        if tight
            || !whole_word(text, at, end)
            || covered(context, at, end)
            || cuts_words(text, at, end)
            || crosses_place(context, at, end)
            || is_cut(text, at, end)
            || bears_office(text, at, end)
            || kind.shared && !((is_opened(text, at) || follows_country(context, at)) && is_shown(text, at, end))
        {
            continue;
        }
        let end = works(text, end);
        let end = daughter(text, end);
        let end = placed_daughter(context, end);
        let end = super::form::chain(text, end)
            .filter(|chain| chain.strength != super::form::Strength::Branch && !matches!(chain.last, "股份" | "控股"))
            .map_or(end, |chain| chain.end);
        next = end;
        found.push(Found::new(Span::new(at, end), if kind.shared { "company.shared_name" } else { "company.known_name" }));
    }
    for hit in context.hits {
        if let Entry::Company(company) = hit.entry {
            let word = hit.span.of(text);
            if company.legal == Some(word) || is_listed_firm(context, hit.span) {
                found.push(Found::new(hit.span, "company.listed"));
            }
        }
    }
}

/// End of the name of a firm's works: 华北制药|厂; 厂房 and 厂长 are the firm's own.
fn works(text: &str, end: usize) -> usize {
    let after = text.get(end..).unwrap_or_default();
    let own =
        after.strip_prefix('厂').is_some_and(|after| !after.starts_with(['长', '房', '区', '务', '方', '商', '内', '里', '家', '址', '界', '部']));
    let named = text.get(..end).is_some_and(|name| words!["制药", "钢铁", "化工", "轮胎", "啤酒", "水泥"].end(name));
    if own && named { end + '厂'.len_utf8() } else { end }
}

/// Whether a listed company's short name means the firm where it stands. Names made of everyday words (太阳能, 中国软件, 航天发展) do so only
/// where the words after speak of a share or a firm.
fn is_listed_firm(context: &Context<'_>, span: Span) -> bool {
    let text = context.text;
    let word = span.of(text);
    let after = text.get(span.end..).unwrap_or_default();
    let sound = word.chars().count() >= 3
        && whole_word(text, span.start, span.end)
        && !covered(context, span.start, span.end)
        && !cuts_words(text, span.start, span.end)
        && !crosses_place(context, span.start, span.end)
        && !is_cut(text, span.start, span.end);
    if !sound || AREAS.begin(after) {
        return false;
    }
    let shown = SHARES.begin(after) || SHOWS.begin(after) && !after.starts_with("系列");
    let everyday = EVERYDAY.hold(word);
    if shown && !everyday || everyday && words!["公告", "股份", "集团", "(0", "(3", "(6"].begin(after) {
        return true;
    }
    let everyday = everyday
        || is_made_of_common_words(context, span)
        || word.ends_with(['港', '山', '街', '湖'])
        || word.ends_with("机场")
        || word.ends_with("高速");
    let opened = is_opened(text, span.start);
    let closed = super::short::ends_here(after);
    // 海南矿业: a place and what only firms are called by, where nothing goes on
    let own = opened && closed && super::short::FIRM_ENDS.end(word) && !EVERYDAY.hold(word);
    own || !everyday && (opened || closed)
}

/// Whether a word that a name cannot begin before ends the text.
pub(super) fn ends_in_stop(before: &str) -> bool {
    before.char_indices().rev().take(4).any(|(at, _)| before.get(at..).is_some_and(edge::is_stop))
}

/// Whether places, trades and general words make up the whole name; banks, brokers and insurers are called so all the same.
fn is_made_of_common_words(context: &Context<'_>, span: Span) -> bool {
    let word = span.of(context.text);
    if words!["银行", "证券", "保险", "航空", "电信", "联通", "移动"].end(word) {
        return false;
    }
    let place = super::tail::places_end(context.hits, span.start, span.end);
    let mut rest = context.text.get(place..span.end).unwrap_or_default();
    while let Some(end) = rest
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .filter(|end| {
            rest.get(..*end).is_some_and(|word| trade::is_trade(word) || super::generic::is_word(word) || edge::is_stop(word) || word == "中国")
        })
        .max()
    {
        rest = rest.get(end..).unwrap_or_default();
    }
    rest.is_empty()
}

/// Words after a listed name that speak of its share.
static SHARES: Words<&str> = Words::of(&[
    "公告",
    "股份公告",
    "(",
    "（",
    "：公司",
    "：拟",
    ":公司",
    "涨停",
    "跌停",
    "涨超",
    "跌超",
    "获净买入",
    "获净卖出",
    "净买入",
    "净卖出",
    "发布公告",
    "发布业绩",
    "披露",
    "午间公告",
    "晚间公告",
    "股吧",
    "今日涨停",
    "拟收购",
    "拟定增",
]);

/// What makes a listed name part of a place: 上海临港新片区.
static AREAS: Words<&str> = Words::of(&["新片区", "片区", "区", "新区", "县", "市", "镇", "街道", "园", "景区", "国家公园", "大街"]);

/// Short names on the exchange that news uses for the thing itself.
static EVERYDAY: Lazy<WordIndex<'static, ()>> = Lazy::new(|| WordIndex::of(EVERYDAY_NAMES));

const EVERYDAY_NAMES: &str = "
太阳能 机器人 新产业 好想你 大东方 新华网 人民网 电科院 农产品 太平洋 老百姓 中国电影 新动力 线上线下 中关村 金融街 新天地 大西洋 鄂尔多斯 动力源 数字人 航天科技 中国化 驱动力 航天工程 阿尔特 海量数据 北大荒 新世界 北京文化 王府井 苏州高新
东湖高新 长春高新 航天发展 中国出版 小商品城 星期六 张家界 绿色动力 智慧能源 跨境通 大智慧 指南针 雷迪克 西藏旅游 创世纪 喜临门 金太阳 向日葵 数据港 新城市 新坐标 探路者 东海洋 陆家嘴 徐家汇 外高桥 航天动力 广电网络 黄山旅游 中无人机 北方国际 寒武纪
值得买 天然气 大悦城 中青宝 世纪星 新媒体 三峡旅游 百合花 大自然 维生素 红蜻蜓 七匹狼 万年青 天地数码 海南发展 上海临港 国新能源 立新能源 沧州明珠 中国动力 中国长城 格林达 读者传媒 天目湖 丽江股份 桂林旅游 曲江文旅 西域旅游 长白山 峨眉山 祁连山 云南旅游 中国科传 中国核建 新农开发
";

/// Names that longer words hold: the name, what stands before it there, what stands after.
static CUTS: Words<(&str, &str, &str)> = Words::of_triples(&[
    ("国美", "中", "术"),
    ("新浪", "", "潮"),
    ("国航", "中", "展"),
    ("吉利", "英", ""),
    ("伊利", "", "诺"),
    ("伊利", "", "亚"),
    ("雨润", "春", ""),
    ("格力", "人", ""),
    ("深发展", "纵", ""),
    ("深发展", "向", ""),
    ("中国化工", "", "园"),
    ("中国船舶", "", "制造"),
    ("华能", "中", ""),
    ("华能", "清", ""),
    ("华能", "精", ""),
    ("华能", "光", ""),
    ("华能", "年", ""),
    ("华能", "京", ""),
    ("华能", "新", ""),
    ("三星", "", "堆"),
    ("三星", "", "级"),
    ("三星", "", "期"),
    ("中车", "集", ""),
    ("好未来", "美", ""),
    ("东航", "广", ""),
    ("中铝", "", "箔"),
    ("大连造船", "", "业"),
    ("长隆", "董事", ""),
    ("长隆", "会", ""),
    ("国轩", "航天", ""),
    ("石钢", "", "筋"),
    ("如新", "", "能"),
    ("如新", "", "时"),
    ("如新", "", "型"),
    ("如新", "", "兴"),
    ("如新", "", "材"),
    ("如新", "", "产"),
    ("如新", "", "生"),
    ("如新", "", "建"),
    ("百度", "", "以上"),
    ("牧原", "青", ""),
    ("新奥", "", "尔良"),
    ("新奥", "", "运"),
    ("雷诺", "", "曼"),
    ("雷诺", "", "兹"),
    ("商汤", "", "王"),
    ("美团", "", "圆"),
    ("京东", "北", ""),
    ("京东", "东", ""),
    ("南航", "", "道"),
    ("立博", "", "览"),
    ("立博", "设", ""),
    ("融创", "金", ""),
    ("中行", "", "业"),
    ("中行", "途", ""),
    ("农行", "", "业"),
    ("建行", "", "动"),
    ("工行", "", "者"),
    ("工行", "天", ""),
    ("交行", "", "业"),
    ("中国银行", "", "间"),
    ("现代汽车", "", "产业"),
    ("现代汽车", "", "工业"),
    ("现代汽车", "", "城"),
    ("现代汽车", "", "制造业"),
    ("现代汽车", "", "服务业"),
    ("现代汽车", "", "零部件产业"),
    ("中国节能", "", "减"),
    ("中国节能", "", "降"),
    ("中国节能", "", "技术"),
    ("中国节能", "", "产业"),
    ("中国节能", "", "服务"),
    ("中国节能", "", "标准"),
    ("中国化学工程", "", "塑料"),
    ("中国东航", "", "道"),
    ("中国南航", "", "道"),
]);

fn is_cut(text: &str, start: usize, end: usize) -> bool {
    let (name, before, after) =
        (text.get(start..end).unwrap_or_default(), text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    CUTS.iter().any(|(cut, left, right)| {
        *cut == name
            && (left.is_empty() || before.ends_with(left))
            && (right.is_empty() || after.starts_with(right))
            && !(left.is_empty() && right.is_empty())
    }) || name.ends_with("银行") && after.starts_with(['间', '业'])
}

/// Whether the name of a place lies across an edge: 江苏|宁.
pub(super) fn crosses_place(context: &Context<'_>, start: usize, end: usize) -> bool {
    let first = context.hits.partition_point(|hit| hit.span.start + 24 < start);
    let around = context.hits.get(first..).unwrap_or_default().iter().take_while(|hit| hit.span.start < end);
    around
        .into_iter()
        .any(|hit| edge::is_place(hit) && !edge::is_short_county(hit) && hit.span.start < start && hit.span.end > start && hit.span.end < end)
}

/// Whether an everyday word lies across an edge of a short name: 金融|创新 holds no 融创, 立中|车轮 no 中车.
pub(super) fn cuts_words(text: &str, start: usize, end: usize) -> bool {
    let name = text.get(start..end).unwrap_or_default();
    if name.chars().count() > 4 || name.is_ascii() {
        return false;
    }
    let word = |word: &str| word.chars().count() >= 2 && (trade::is_trade(word) || edge::is_stop(word) || super::generic::is_word(word));
    let (Some(before), Some(after)) = (text.get(..start), text.get(end..)) else { return false };
    let left = before.char_indices().next_back().map_or(start, |(at, _)| at);
    let right = after.chars().next().map_or(end, |c| end + c.len_utf8());
    let across = |from: usize, edge: usize| {
        let words = text.get(from..).unwrap_or_default();
        let ends = words.char_indices().map(|(at, c)| from + at + c.len_utf8()).take(4);
        ends.into_iter().any(|to| to > edge && from < edge && word(text.get(from..to).unwrap_or_default()))
    };
    let inner: Vec<usize> = name.char_indices().skip(1).map(|(at, _)| start + at).collect();
    across(left, start)
        || inner.iter().any(|from| {
            let words = text.get(*from..right).unwrap_or_default();
            words.len() > end - from && word(words)
        })
}

/// A Latin name must not be cut out of a longer one.
fn whole_word(text: &str, start: usize, end: usize) -> bool {
    let name = text.get(start..end).unwrap_or_default();
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let before = text.get(..start).unwrap_or_default().chars().next_back();
    let after = text.get(end..).unwrap_or_default().chars().next();
    !(latin(name.chars().next()) && latin(before) || latin(name.chars().next_back()) && latin(after))
}

/// Whether a longer word of the lexicon that is no company covers the name: 通用航空, 长城路.
fn covered(context: &Context<'_>, start: usize, end: usize) -> bool {
    let first = context.hits.partition_point(|hit| hit.span.start + 30 < start);
    let around = context.hits.get(first..).unwrap_or_default().iter().take_while(|hit| hit.span.start <= start);
    around
        .into_iter()
        .any(|hit| hit.span.end >= end && hit.span.len() > end - start && !matches!(hit.entry, Entry::Company(_) | Entry::CompanyForm { .. }))
}

/// Whether a mark or a word that no name begins before stands there: 陈|光明旗下 is a person's.
fn is_opened(text: &str, start: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    before.chars().next_back().is_none_or(|c| !edge::is_han(c)) || ends_in_stop(before)
}

/// Countries that stand beside the members of a list: 韩国|现代、日本|资生堂.
static COUNTRIES: Words<&str> = Words::of(&["美国", "日本", "韩国", "德国", "法国", "英国", "瑞士", "瑞典", "荷兰", "意大利", "丹麦", "新加坡"]);

/// The words without the country that they begin with.
fn behind_country(words: &str) -> &str {
    COUNTRIES.beginning(words).next().and_then(|country| words.get(country.len()..)).unwrap_or(words)
}

/// Whether a foreign country stands beside the name: 韩国|现代, 德国|大众.
fn follows_country(context: &Context<'_>, at: usize) -> bool {
    let foreign = |hit: &Hit<'_>| matches!(hit.entry, Entry::Country { code, .. } if !matches!(code, "CN" | "HK" | "MO" | "TW"));
    edge::ending_at(context.hits, at, LONGEST_PLACES).any(|hit| hit.span.len() > '国'.len_utf8() && foreign(hit))
}

fn is_shown(text: &str, start: usize, end: usize) -> bool {
    let after = text.get(end..).unwrap_or_default();
    if SHOWS.begin(after) || makes_a_deal(after) || POWER.hold(text.get(start..end).unwrap_or_default()) && builds_power(after) {
        return true;
    }
    // In a list with a firm whose name is no everyday word, or of three such names: 苹果、谷歌; 中信、兴业、民生, but 交通、民生.
    let mut row = vec![true];
    let mut rest = after;
    while let Some((next, name, shared)) =
        rest.strip_prefix(LIST_JOINTS).map(behind_country).and_then(|next| name_at(next).map(|(name, shared)| (next, name, shared)))
    {
        row.push(shared);
        rest = next.get(name.len()..).unwrap_or_default();
        if row.len() > LONGEST_ROW {
            break;
        }
    }
    let before = text.get(..start).unwrap_or_default();
    let mut rest = COUNTRIES.strip_ending(before).unwrap_or(before);
    while let Some(before) = rest.strip_suffix(LIST_JOINTS) {
        let starts = before.char_indices().rev().take(6);
        let last = starts
            .filter_map(|(from, _)| name_at(before.get(from..)?).filter(|(name, _)| from + name.len() == before.len()).map(|found| (from, found.1)))
            .last();
        let Some((from, shared)) = last.filter(|_| row.len() <= LONGEST_ROW) else { break };
        row.push(shared);
        let before = before.get(..from).unwrap_or_default();
        rest = COUNTRIES.strip_ending(before).unwrap_or(before);
    }
    row.len() >= 3 || row.iter().any(|shared| !shared)
}

/// Firms of power whose short names are words too.
static POWER: Words<&str> = Words::of(&["华电", "大唐", "国电", "国能", "中核", "君正", "三峡", "京能"]);

/// How many characters the name of what is built is looked through.
const LONGEST_WORK: usize = 24;

/// Whether the words go on to what such firms build, in the same breath: 国能|望川风电基地, 大唐|30万千瓦光伏项目.
fn builds_power(after: &str) -> bool {
    let name = after.char_indices().take(LONGEST_WORK).take_while(|(_, c)| edge::is_han(*c) || c.is_ascii_alphanumeric());
    let mut name = name.take_while(|(_, c)| !matches!(c, '的' | '和' | '与' | '等'));
    name.any(|(at, _)| {
        after
            .get(at..)
            .is_some_and(|rest| words!["风电", "光伏", "风光", "热电", "火电", "储能", "制氢", "千瓦", "兆瓦", "电厂", "多晶硅"].begin(rest))
    })
}

/// Whether a sentence about two sides goes on: 三一|与望川市政府签订….
fn makes_a_deal(after: &str) -> bool {
    let Some(other) = after.strip_prefix(['与', '和', '同']) else { return false };
    let clause = other.char_indices().take(LONGEST_WORK).take_while(|(_, c)| !matches!(c, '，' | ',' | '。' | '；' | '、'));
    let mut clause = clause.map(|(at, _)| at);
    clause.any(|at| at > 0 && other.get(at..).is_some_and(|rest| words!["签订", "签署", "签约", "签下"].begin(rest)))
}

/// What parts the members of a list.
const LIST_JOINTS: [char; 3] = ['、', '和', '与'];

/// How many members of a list are looked at.
const LONGEST_ROW: usize = 8;

/// The longest well-known name that the text begins with, and whether it is an everyday word too.
fn name_at(text: &str) -> Option<(&'static str, bool)> {
    NAMES.beginning(text).next().map(|(name, kind)| (*name, kind.shared))
}

/// End of the name of a known firm's daughter, or the end itself.
fn daughter(text: &str, end: usize) -> usize {
    let after = text.get(end..).unwrap_or_default();
    let whole = |word: &str| !edge_of_compound(after, word) && super::short::ends_here(after.get(word.len()..).unwrap_or_default());
    // Of several the one that the list names first.
    let words = DAUGHTERS.beginning(after).filter(|(word, _)| whole(word));
    words.min_by_key(|(_, place)| *place).map_or(end, |(word, _)| end + word.len())
}

/// 市委书记|包钢|出席: behind an office of the state a name of two characters is a person's.
fn bears_office(text: &str, start: usize, end: usize) -> bool {
    let before = text.get(..start).unwrap_or_default();
    let short = text.get(start..end).is_some_and(|name| name.chars().nth(2).is_none());
    short && words!["书记", "市长", "县长", "区长", "省长", "州长", "旗长", "盟长", "局长", "厅长", "部长", "自治区主席"].end(before)
}

/// End of the name of a daughter called by its place and trade, where nothing but the end of a member of a list follows: 中车|青岛四方机车.
fn placed_daughter(context: &Context<'_>, end: usize) -> usize {
    let place = super::tail::places_end(context.hits, end, context.text.len().min(end + LONGEST_PLACES));
    let mut whole = place;
    for _ in 0..3 {
        whole += trade::longest_at(context.text, context.hits, whole).unwrap_or(0);
    }
    let after = context.text.get(whole..).and_then(|after| after.chars().next());
    let closed = after.is_none_or(|c| !edge::is_han(c) && !c.is_ascii_alphanumeric() || c == '等');
    // 腾讯|西部实验室 is a body.
    let body = context.text.get(end..whole).is_some_and(|name| words!["实验室", "研究院", "研究所", "学院", "中心"].end(name));
    if place > end && whole > place && closed && !body { whole } else { end }
}

/// How many bytes of places the name of a daughter holds at most.
const LONGEST_PLACES: usize = 24;

/// 华为技术人员, 京东物流企业: the word belongs to what follows.
fn edge_of_compound(after: &str, word: &str) -> bool {
    let rest = after.get(word.len()..).unwrap_or_default();
    words![
        "人员", "企业", "产业", "行业", "产品", "市场", "领域", "板块", "中心", "体系", "创新", "团队", "专家", "支持", "服务", "方案", "设备", "园"
    ]
    .begin(rest)
        && rest.chars().next().is_some_and(edge::is_han)
}

#[cfg(test)]
mod tests {
    use super::{BRANDS, brands};
    use std::collections::HashSet;

    #[test]
    fn the_table_tells_each_name_once_and_its_kind() {
        let mut names = HashSet::new();
        for row in BRANDS.lines().skip(1) {
            let (name, kind) = row.split_once('\t').unwrap();
            assert!(matches!(kind, "firm" | "shared"), "{row}");
            assert!(names.insert(name) && name == name.trim() && name.chars().nth(1).is_some(), "{row}");
        }
        assert_eq!(brands().count(), names.len());
    }
}
