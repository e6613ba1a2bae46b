//! Names in a list that says itself what it lists: 蓝湾、远川、北辰等27家企业.

use super::told::is_strange_pair;
use super::{Found, Walls, generic, trade};
use crate::context::Context;
use crate::cursor::Cursor;
use crate::entity::edge::{self, Wall};
use crate::lexicon::{Entry, Hit};
use crate::seek::Seek;
use crate::span::Span;
use crate::starts::{Learn, Start};
use crate::word_table::{Words, words};
use std::collections::{HashMap, HashSet};

/// Nouns that only firms are called by.
static HEADS: Words<&str> = Words::of(&[
    "企业",
    "公司",
    "集团",
    "品牌",
    "车企",
    "药企",
    "房企",
    "酒企",
    "央企",
    "国企",
    "厂商",
    "厂家",
    "巨头",
    "商家",
    "上市公司",
    "银行",
    "券商",
    "运营商",
    "供应商",
    "制造商",
    "开发商",
    "服务商",
    "零售商",
    "供货商",
    "电商",
    "电商平台",
    "互联网平台",
    "快递",
    "航司",
    "航空公司",
    "科技公司",
    "主机厂",
    "整车厂",
    "龙头",
    "企业项目",
    "公司项目",
    "独角兽",
    "新星",
    "新秀",
    "黑马",
    "佼佼者",
    "机构投资者",
    "大厂",
    "超市",
    "大佬",
    "名企",
    "强企",
    "民企",
    "外企",
    "港企",
    "台企",
    "美企",
    "日企",
    "德企",
    "京企",
    "链主",
    "行业大佬",
    "业界大佬",
    "老股东",
    "投资机构",
    "创投机构",
    "投资方",
    "律所",
]);

/// What may stand between 等 and its noun.
static BETWEEN: Words<&str> = Words::of(&[
    "国内外",
    "世界500强",
    "一大批",
    "明星",
    "代表性",
    "标杆",
    "优秀",
    "配套",
    "专精特新",
    "实力",
    "知名",
    "著名",
    "龙头",
    "骨干",
    "头部",
    "大型",
    "重点",
    "优质",
    "领军",
    "各类",
    "大",
    "开发",
    "运营",
    "细分行业",
    "细分领域",
    "行业",
    "国内",
    "国际",
    "全球",
    "世界",
    "跨国",
    "上市",
    "本土",
    "本地",
    "外资",
    "高端",
    "高科技",
    "高新技术",
    "链主",
    "链条",
    "核心",
    "一批",
    "众多",
    "多家",
    "数家",
    "数十家",
    "几家",
    "十余家",
    "十几家",
    "两家",
    "三家",
    "四家",
    "五家",
    "六家",
    "七家",
    "八家",
    "九家",
    "十家",
    "中外",
    "国有",
    "民营",
    "主要",
    "相关",
    "汽车",
    "科技",
    "互联网",
    "新能源",
    "生物医药",
    "电商",
    "家电",
    "优强",
    "特色",
    "省外",
    "市外",
    "区外",
    "省内",
    "海外",
    "央属",
    "省属",
    "区属",
    "招商",
    "签约",
    "入驻",
    "落户",
    "入园",
    "落地",
    "参展",
    "参会",
    "上下游",
    "工业",
    "农业",
    "食品",
    "领先",
    "一线",
    "新兴",
    "成熟",
    "一系列",
    "生态",
    "数字",
    "数字化",
    "制造",
    "生产",
    "研发",
    "加工",
    "绿色",
    "链上",
    "上游",
    "下游",
    "规上",
    "规模以上",
    "标志性",
    "总部",
    "总部型",
    "实体",
    "多个",
    "近百家",
    "优势",
    "高成长",
    "高成长性",
    "创新型",
    "科技型",
    "地方",
    "国字号",
    "创新",
    "创业",
    "创新创业",
    "科创",
    "产业链",
    "产业",
    "高新区",
    "经开区",
    "开发区",
    "园区",
]);

/// How a clause begins that says of what standing the firms of a list are: 等国内|具有重要影响力的|企业.
static STANDING: Words<&str> = Words::of(&["具有", "具备", "拥有", "颇具", "极具", "有", "在", "处于", "位居", "享有"]);

/// How many characters such a clause has at most.
const LONGEST_STANDING: usize = 16;

/// Who speaks for the firms of a list.
const LIST_HEAD: &str = "负责人";

/// What stands behind the figure that counts the firms of a list.
const COUNTED_FIRMS: &str = "家企业";

/// The words that lists are looked for by, besides 等.
pub(super) fn starts(learn: Learn<'_>) {
    learn(Start::ListHead, LIST_HEAD);
    learn(Start::CountedFirms, COUNTED_FIRMS);
    LEADING.iter().chain(&FUNDING).chain(&ALL_ARE).for_each(|word| learn(Start::Leading, word));
}

/// Finds the members of such lists, of lists whose heads speak (蓝湾科技、远川建工、北辰环境负责人分别发言), of lists that are counted without 等
/// (蓝湾科技、远川建工3家企业), of those that lead an industry (以蓝湾、远川为龙头) and of those that put money into a firm (蓝湾资本、远川创投跟投).
pub(super) fn recognise(context: &Context<'_>, walls: &Walls, found: &mut Vec<Found>) {
    let text = context.text;
    let ends = context.starts.of(Start::Others).map(|at| (at, kind_of_list(context, at)));
    let heads = context.starts.of(Start::ListHead).filter(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(LIST_HEAD)));
    let heads = heads.map(|at| (at, Some(Kind::Firms)));
    let counts = context.starts.of(Start::CountedFirms).filter(|at| text.get(*at..).is_some_and(|rest| rest.starts_with(COUNTED_FIRMS)));
    let counts = counts.filter_map(|at| count_before(text, at)).map(|at| (at, Some(Kind::Counted)));
    let leaders = LEADING.found_at(text, context.starts.of(Start::Leading));
    let leaders = leaders.filter(|(at, words)| **words != FOR_ALL || all_are_firms(text, at + words.len()));
    let leaders = leaders.map(|(at, _)| (before_ellipsis(text, at), Some(Kind::Leaders)));
    let funders = FUNDING.found_at(text, context.starts.of(Start::Leading)).map(|(at, _)| (before_funding(text, at), Some(Kind::Funders)));
    let all = ALL_ARE.found_at(text, context.starts.of(Start::Leading));
    let all = all.filter(|(at, words)| all_are_firms(text, at + words.len())).map(|(at, _)| (before_ellipsis(text, at), Some(Kind::Named)));
    let known: HashSet<Span> = found.iter().map(|name| name.span).collect();
    for (at, kind) in ends.chain(heads).chain(counts).chain(leaders).chain(funders).chain(all) {
        if let Some(members) = kind.and_then(|kind| members(context, walls, at, kind, &known)) {
            let single = members.into_iter().filter(|span| !super::known::is_two_names(span.of(text)));
            found.extend(single.map(|span| Found::new(span, "company.list")));
        }
    }
}

/// What firms lead an industry as: 以蓝湾、远川为龙头.
static LEADING: Words<&str> = Words::of(&["为龙头", "为链主", "为骨干", "为代表的企业", "为代表的龙头", "为代表的骨干", "为代表的一批", FOR_ALL]);

/// What firms stand for others as, where the clause goes on to the word for firms: 以蓝湾、远川等为代表的|新材料企业群.
const FOR_ALL: &str = "为代表的";

/// What none but investors do, in a round of funding.
static FUNDING: Words<&str> = Words::of(&["领投", "跟投", "参投", "追投", "联合领投", "共同领投", "联合投资", "共同投资", "独家投资", "战略投资"]);

/// What says of all members of a list what they are: 蓝湾、远川、盛岳……都是新材料企业.
static ALL_ARE: Words<&str> = Words::of(&["都是", "均为", "均是", "皆为"]);

/// Whether the clause goes on to the word for firms.
fn all_are_firms(text: &str, from: usize) -> bool {
    const LONGEST: usize = 20;
    let rest = text.get(from..).unwrap_or_default();
    let clause = rest.char_indices().take(LONGEST).take_while(|(_, c)| edge::is_han(*c) || *c == '、');
    clause.map(|(at, _)| at).any(|at| rest.get(at..).is_some_and(|rest| words!["企业", "公司", "厂商", "品牌商", "供应商"].begin(rest)))
}

/// End of the list before the dots that leave it open.
fn before_ellipsis(text: &str, at: usize) -> usize {
    text.get(..at).unwrap_or_default().trim_end_matches(['…', '等', '，', ',']).len()
}

/// What may stand between the last of the investors and the verb: 蓝湾资本、远川创投|等机构继续|追投.
static BEFORE_FUNDING: Words<&str> = Words::of(&["继续", "持续", "等", "等机构", "等老股东", "等投资机构", "联合", "共同", "独家", "参与", "分别"]);

/// Where the figure begins that counts the firms listed right before it: 蓝湾科技、远川建工|3家企业.
fn count_before(text: &str, at: usize) -> Option<usize> {
    let behind = text.get(..at)?;
    let list = behind.trim_end_matches(edge::is_figure);
    let end = list.chars().next_back().is_some_and(|c| edge::is_han(c) && c != '等' || c == ')' || c == '）');
    (list.len() < behind.len() && end).then_some(list.len())
}

/// What a list before 等 holds by the noun behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// Firms: 等27家企业.
    Firms,
    /// Firms, counted without 等: 蓝湾科技、远川建工3家企业. A single name is no list.
    Counted,
    /// Firms that lead an industry, behind 以: 以蓝湾、远川为龙头.
    Leaders,
    /// Investors of a round of funding: 蓝湾资本、远川创投跟投.
    Funders,
    /// Firms that the verb behind the list tells so: 蓝湾、远川、盛岳都是新材料企业.
    Named,
    /// What was said before to be firms: 落户的企业有蓝湾、远川等.
    Told,
    /// Projects, which firms may stand for: 等12个项目.
    Projects,
}

fn kind_of_list(context: &Context<'_>, at: usize) -> Option<Kind> {
    let text = context.text;
    if lists_firms(context, at) {
        return Some(Kind::Firms);
    }
    let after = text.get(at..)?.char_indices().take(16).map(|(index, c)| (at + index, c));
    let mut after = after.take_while(|(_, c)| edge::is_han(*c) || c.is_ascii_digit());
    let projects = after.any(|(index, _)| text.get(index..).is_some_and(|rest| rest.starts_with("项目")));
    let closed = || text.get(at + '等'.len_utf8()..).is_some_and(|rest| rest.chars().next().is_none_or(|c| !edge::is_han(c)));
    if projects {
        return Some(Kind::Projects);
    }
    closed().then_some(Kind::Told)
}

fn lists_firms(context: &Context<'_>, at: usize) -> bool {
    let mut cursor = Cursor::new(context.text, at);
    cursor.eat("等");
    // 一批 and 数字 are no figures.
    let many = words!["一批", "一大批", "一系列", "数字"].begin(cursor.rest());
    let figure = cursor.eat_while(|c| !many && (edge::is_figure(c) || matches!(c, '超' | '近' | '个')));
    if !figure.is_empty() {
        cursor.eat_any(words!["家", "户", "大"]);
    }
    let from = cursor.at();
    // 葡萄、荔枝等一批特色农业品牌: brands of goods
    let heads = |cursor: &Cursor<'_>| {
        let goods =
            cursor.rest().starts_with("品牌") && words!["农", "特色", "产品"].stand_in(context.text.get(from..cursor.at()).unwrap_or_default());
        HEADS.begin(cursor.rest()) && !goods
    };
    for _ in 0..6 {
        // 等30多家科技创新创业|的|知名企业
        if cursor.at() > from {
            cursor.eat("的");
            // 等4户科技型|和|高新技术企业
            cursor.eat("和");
        }
        if heads(&cursor) {
            return true;
        }
        if let Some(length) = standing(cursor.rest()) {
            cursor = Cursor::new(context.text, cursor.at() + length);
            continue;
        }
        if cursor.eat_any(words!["‘", "“", "「"]).is_some() {
            let quoted = cursor.eat_while(|c| edge::is_han(c) || c.is_ascii_alphanumeric());
            if quoted.chars().count() > 8 || cursor.eat_any(words!["’", "”", "」"]).is_none() {
                return false;
            }
        } else {
            // 等新材料企业, 等大|数据企业: the longer of a sector and a word of the table
            let sector = edge::starting_at(context.hits, cursor.at(), context.text.len())
                .find(|hit| matches!(hit.entry, Entry::Industry { .. }))
                .map(|hit| hit.span);
            let word = BETWEEN.longest_beginning(cursor.rest()).map(|word| word.len());
            match (sector, word) {
                (Some(sector), word) if word.is_none_or(|word| word < sector.len()) => cursor = Cursor::new(context.text, sector.end),
                (_, Some(length)) => cursor = Cursor::new(context.text, cursor.at() + length),
                _ => return false,
            }
        }
    }
    heads(&cursor)
}

/// Length of the clause that says of what standing the firms are.
fn standing(words: &str) -> Option<usize> {
    if !STANDING.begin(words) {
        return None;
    }
    let clause = words.char_indices().take(LONGEST_STANDING).take_while(|(_, c)| edge::is_han(*c));
    clause.filter(|(_, c)| *c == '的').last().map(|(at, c)| at + c.len_utf8())
}

/// What is done to firms that come to a place.
static BRINGING: Words<&str> =
    Words::of(&["引进", "引入", "招引", "引育", "引来", "招来", "吸引", "迎来", "签约", "聚集", "集聚", "汇聚", "培育", "培育出", "入驻"]);

/// How many bytes a title has at most.
const LONGEST_TITLE: usize = 36;

/// How many characters the full name of a member has at most.
const LONGEST_MEMBER: usize = 36;

/// How many members of one list are read.
const MEMBERS: usize = 24;

fn members(context: &Context<'_>, walls: &Walls, at: usize, kind: Kind, known: &HashSet<Span>) -> Option<Vec<Span>> {
    let text = context.text;
    let mut items = items(context, walls.floor(at), at);
    if kind == Kind::Leaders {
        let led = items.iter().position(|item| text.get(..item.start).is_some_and(|before| before.ends_with('以')))?;
        items.truncate(led + 1);
    }
    if kind == Kind::Funders {
        // 本轮融资由|蓝湾资本、远川创投|领投: the list begins behind what leads it in.
        let joined = |item: &Span| text.get(..item.start).is_some_and(|before| before.ends_with(['、', '和', '与', '及']));
        let last = items.iter().position(|item| !joined(item)).unwrap_or(items.len());
        items.truncate(last + 1);
        items.retain(|item| is_funder(context, *item) || known.contains(item));
        return (!items.is_empty()).then_some(items);
    }
    let first = items.last()?.start;
    let opened = match kind {
        Kind::Firms | Kind::Projects | Kind::Leaders | Kind::Funders => true,
        Kind::Counted => items.len() > 1,
        Kind::Named => {
            // 安达 is a county too.
            let county = |span: &Span| edge::within(context.hits, span.start, span.end).any(|hit| edge::is_short_county(hit) && hit.span == *span);
            items.len() > 2 && items.iter().all(|span| is_plain(context, *span) || county(span) || known.contains(span))
        }
        Kind::Told => items.len() > 1 && text.get(..first).is_some_and(says_firms),
    };
    if !opened {
        return None;
    }
    // 配套企业包括蓝湾、北辰汽车等项目: the projects are told to be firms.
    // 集聚了中芯国际、积塔、格科等晶圆项目: what comes to a place along with a known firm is one.
    let brings = text.get(..first).is_some_and(|before| BRINGING.end(before.strip_suffix('了').unwrap_or(before)));
    let sure = |span: &Span| super::known::longest_at(span.of(text)) == Some(span.len());
    let firms = kind != Kind::Projects
        || text.get(..first).is_some_and(|before| says_firms(before) || says_firms(without_country(before)))
        || brings && items.len() > 2 && items.iter().any(sure);
    // 副书记|陶少华与蓝湾集团负责人: behind a title stands a person.
    let titled = |span: &Span| {
        edge::ending_at(context.hits, span.start, LONGEST_TITLE).any(|hit| matches!(hit.entry, Entry::Title { .. })) && !known.contains(span)
    };
    let alike = |span: &Span| {
        firms && (known.contains(span) || super::known::is_name(span.of(text)))
            || is_name(context, *span)
                && !edge::is_stop(span.of(text))
                && if firms { may_be_firm(context, *span) } else { stands_for_project(context, *span) }
    };
    // Beside a firm a trade tells the next one, whatever its brand is written with (优地科技).
    let told = |span: &Span| firms && is_name(context, *span) && is_told(context, *span);
    // 广东服装、山东粮油等企业: a place and a trade alone tell of no firm unless others of the list do.
    let good = items.iter().filter(|span| alike(span) && (known.contains(span) || !firms || !is_placed_trade(context, **span))).count();
    let fair = items.iter().filter(|span| alike(span) || told(span)).count();
    // What is counted as firms is firms, even if nothing but that tells so: 实景、透净、恒知等二十家企业.
    let counted = || {
        let count = |c: char| edge::is_figure(c) || matches!(c, '超' | '近');
        let figure = text.get(at..).map(|rest| rest.trim_start_matches('等')).map(|rest| (rest, rest.trim_start_matches(count)));
        let counted = figure.is_some_and(|(rest, after)| after.len() < rest.len() && after.starts_with('家'));
        firms && counted && items.len() > 2 && items.iter().all(|span| is_plain(context, *span))
    };
    // What comes to a place and is called firms is firms: 引进黔溯鲜、小锄头等食品企业.
    let brought = || {
        let named = |span: &Span| {
            let words = span.of(text);
            let alike = words.chars().any(|c| super::short::is_brand_like(c.encode_utf8(&mut [0; 4])));
            let common =
                edge::within(context.hits, span.start, span.end).any(|hit| matches!(hit.entry, Entry::Industry { .. } | Entry::Title { .. }));
            let free = !generic::begins(words) && trade::is_trade_free(words) && !edge::is_stop(words.leading(2));
            // 弥费, 芯密: two characters that are no word
            let strange = is_strange_pair(words);
            ((3..=5).contains(&words.chars().count()) && alike || strange) && free && !common && is_name(context, *span)
        };
        kind == Kind::Firms && items.len() > 1 && brings && items.iter().all(|span| alike(span) || told(span) || named(span))
    };
    // Among firms that one is known to be, whatever else they are written with: 裕川、盛昱、岳钨等一批新材料企业.
    let known_one = || {
        (kind == Kind::Firms || brings)
            && items.len() > 2
            && items.iter().any(sure)
            && items.iter().all(|span| sure(span) || is_plain(context, *span))
    };
    let enough = known_one() || good > 0 && (!firms || fair * 2 >= items.len()) || counted() || brought();
    // Among firms a short name of any characters is one too (威达、中玻、豪雅等骨干企业).
    let short = |span: &Span| {
        let words = span.of(text);
        let county = edge::within(context.hits, span.start, span.end).any(|hit| edge::is_short_county(hit) && hit.span == *span);
        firms && (county || is_name(context, *span)) && (2..=4).contains(&words.chars().count()) && !edge::is_stop(words)
    };
    let spoken = text.get(at..).is_some_and(|rest| rest.starts_with(LIST_HEAD));
    let led = text.get(..first).is_some_and(|before| before.ends_with(['与', '和', '同']));
    let single = items.len() == 1 && !led && kind == Kind::Firms && (spoken || items.first().is_some_and(|span| span.of(text).chars().count() > 6));
    (enough && !single).then(|| items.into_iter().filter(|span| !titled(span) && (alike(span) || told(span) || short(span))).collect())
}

/// The words without a foreign country at their end, which stands beside the first member.
fn without_country(before: &str) -> &str {
    words!["德国", "美国", "日本", "韩国", "法国", "英国", "瑞士", "瑞典", "荷兰", "意大利", "新加坡"].strip_ending(before).unwrap_or(before)
}

/// Whether what stands before a list says that it lists firms: 落户的企业有:, 客户包括.
fn says_firms(before: &str) -> bool {
    let before = before.trim_end_matches(['：', ':']);
    let verbs = words!["有", "包括", "包含", "如", "为", "是", "分别为", "分别是", "主要有"];
    let nouns = verbs.ending(before).filter_map(|verb| before.get(..before.len() - verb.len()));
    nouns.into_iter().any(|noun| words!["企业", "公司", "龙头", "品牌", "厂商", "客户", "车企", "药企", "央企", "名企", "客商", "供应商"].end(noun))
}

/// End of the list of investors before the verb at a byte.
fn before_funding(text: &str, at: usize) -> usize {
    let mut rest = text.get(..at).unwrap_or_default();
    while let Some(shorter) = BEFORE_FUNDING.strip_ending(rest) {
        rest = shorter;
    }
    rest.len()
}

/// Whether an investor is a firm: its name tells a trade or a form, is written in Latin letters, or has four characters of brands.
fn is_funder(context: &Context<'_>, span: Span) -> bool {
    let words = span.of(context.text);
    let told = trade::chain_before(context.text, context.hits, span.start, span.end) < span.end || super::form::ENDINGS.end(words);
    let latin = words.chars().all(|c| c.is_ascii_alphanumeric()) && words.starts_with(|c: char| c.is_ascii_uppercase());
    let long = || words.chars().nth(3).is_some() && super::short::is_brand_like(words);
    (told || latin || long()) && !generic::begins(words) && is_agent(context, span) && !edge::is_stop(words)
}

/// Whether a place and a trade are all the name there is: 广东服装.
fn is_placed_trade(context: &Context<'_>, span: Span) -> bool {
    let core = trade::chain_before(context.text, context.hits, span.start, span.end);
    let endings = super::form::ENDINGS.end(span.of(context.text));
    !endings && core < span.end && core > span.start && super::tail::places_end(context.hits, span.start, core) == core
}

/// Whether a member of a list is a short name of which no word that the lexicon or the tables know is a part.
pub(super) fn is_plain(context: &Context<'_>, span: Span) -> bool {
    let words = span.of(context.text);
    let known = |hit: &Hit<'_>| hit.span.len() > '等'.len_utf8() && !matches!(hit.entry, Entry::Company(_));
    let listed = edge::within(context.hits, span.start, span.end).any(known);
    let inner = words.char_indices().filter_map(|(at, _)| words.get(at..)).any(|rest| super::generic::begins(rest) || !trade::is_trade_free(rest));
    is_name(context, span) && (2..=4).contains(&words.chars().count()) && !listed && !inner && !edge::is_stop(words)
}

/// Whether a brand of two to four characters stands before words that tell a trade.
fn is_told(context: &Context<'_>, span: Span) -> bool {
    let core = trade::chain_before(context.text, context.hits, span.start, span.end);
    let brand = Span::new(super::tail::places_end(context.hits, span.start, core), core).of(context.text);
    core < span.end && (2..=4).contains(&brand.chars().count()) && !generic::is_generic(brand) && !edge::is_stop(brand) && !is_joined(brand)
}

/// 药品和|医疗器械: what ends in a party word is half of a pair.
fn is_joined(brand: &str) -> bool {
    brand.ends_with(['和', '与', '及'])
}

/// The members of the list that ends at byte `end`, from the last to the first: parted by 、 or a party word; the first by the left edge.
fn items(context: &Context<'_>, floor: usize, mut end: usize) -> Vec<Span> {
    let text = context.text;
    let mut items = Vec::new();
    while items.len() < MEMBERS {
        let Some(head) = text.get(floor..end) else { break };
        let mark = head
            .char_indices()
            .rev()
            .take(LONGEST_MEMBER)
            .find(|(_, c)| !(edge::is_han(*c) || c.is_ascii_alphanumeric() || matches!(c, '(' | ')' | '（' | '）' | '·' | '-')));
        let from = floor + mark.map_or(0, |(index, c)| index + c.len_utf8());
        let edge = edge::left(text, context.hits, end, from, true);
        if edge.wall == Wall::Party && edge.walked > from {
            let party = text.get(from..edge.walked).and_then(|words| words.chars().next_back()).map_or(0, char::len_utf8);
            items.push(Span::new(behind_country(context, edge.start, end), end));
            end = edge.walked - party;
            if end == from {
                break; // 与蓝湾、远川等企业: nothing stands before the word that leads the list in
            }
            continue;
        }
        match mark {
            Some((index, '、')) if text.get(from..end).is_some_and(|item| item.chars().count() <= 10 || super::form::ENDINGS.end(item)) => {
                items.push(Span::new(behind_country(context, from, end), end));
                end = floor + index;
            }
            Some((index, mark)) if epithet(text, floor + index, mark).is_some() => {
                items.push(Span::new(behind_country(context, edge.start, end), end));
                end = epithet(text, floor + index, mark).unwrap_or(floor);
            }
            _ => {
                // 德国|蓝湾、远川等企业: a country stands beside a foreign firm
                let start = super::tail::after_foreign_country(context, edge, end);
                items.push(Span::new(behind_country(context, start, end), end));
                break;
            }
        }
    }
    items
}

/// Where the name begins behind the foreign country that stands beside it: 美国|科尔摩根电机, 瑞士|罗氏; 法国电力 is called by both.
fn behind_country(context: &Context<'_>, from: usize, end: usize) -> usize {
    let foreign = |hit: &&Hit<'_>| matches!(hit.entry, Entry::Country { code, .. } if !matches!(code, "CN" | "HK" | "MO" | "TW"));
    let country = edge::starting_at(context.hits, from, end).filter(foreign).map(|hit| hit.span.end).max();
    let own = |behind: &usize| {
        let name = context.text.get(*behind..end).unwrap_or_default();
        let distinct = || trade::is_trade_free(name) && !generic::begins(name) && name.chars().nth(1).is_some();
        super::known::is_name(name) || distinct() || name.chars().nth(3).is_some() && trade::is_trade_free(name)
    };
    country.filter(own).unwrap_or(from)
}

/// The end of the member before, where the member that begins behind the quote at `at` is called by an epithet: 蓝湾设计|、中国“梦之队”远川设计.
fn epithet(text: &str, at: usize, mark: char) -> Option<usize> {
    const LONGEST: usize = 20;
    if !matches!(mark, '”' | '」') {
        return None;
    }
    let inside = text.get(..at)?;
    let (open, _) = inside.char_indices().rev().take(LONGEST).find(|(_, c)| matches!(c, '“' | '「'))?;
    let before = text.get(..open)?.trim_end_matches(edge::is_han);
    let led = text.get(before.len()..open)?.chars().count() <= 6;
    before.strip_suffix('、').map(str::len).filter(|_| led)
}

/// Finds names beside a firm in a list: of 联创股份、西南电力 the second is one as well, if it looks like one.
pub(super) fn neighbours(context: &Context<'_>, found: &mut Vec<Found>) {
    let text = context.text;
    let mut ends: Vec<usize> = found.iter().map(|name| name.span.end).collect();
    let mut starts: Vec<usize> = found.iter().map(|name| name.span.start).collect();
    starts.sort_unstable();
    ends.sort_unstable();
    let mut next = 0;
    while let Some(end) = ends.get(next).copied() {
        next += 1;
        let Some(rest) = text.get(end..).and_then(|rest| rest.strip_prefix('、')) else { continue };
        let from = end + '、'.len_utf8();
        if starts.binary_search(&from).is_ok() {
            continue;
        }
        let length =
            rest.char_indices().take(9).find(|(_, c)| !edge::is_han(*c) || matches!(c, '等' | '与' | '和' | '在' | '的')).map_or(0, |(at, _)| at);
        let span = Span::new(behind_country(context, from, from + length), from + length);
        // 海智|在线 is cut inside a name.
        let closed = starts.binary_search(&span.start).is_err()
            && text.get(span.end..).is_some_and(|after| {
                !after.starts_with("在线") && after.starts_with(['、', '等', '与', '和', '，', ',', '。', '；', '在', '的', '”', '(', '（'])
            });
        if closed && is_name(context, span) && looks_like_firm(context, span) {
            found.push(Found::new(span, "company.list_neighbour"));
            if let Err(at) = ends.binary_search(&span.end) {
                ends.insert(at, span.end);
                next = next.min(at);
            }
        }
    }
}

/// Finds names before two firms in a list: 客户有云鲲、蓝湾电子、远川集团.
pub(super) fn before_firms(context: &Context<'_>, walls: &Walls, found: &mut Vec<Found>) {
    let text = context.text;
    let spans: HashMap<usize, usize> = found.iter().map(|name| (name.span.start, name.span.end)).collect();
    let ends: HashSet<usize> = spans.values().copied().collect();
    let next = |end: usize| text.get(end..).and_then(|rest| rest.strip_prefix('、')).map(|rest| text.len() - rest.len());
    let mut starts: Vec<usize> = spans.keys().copied().collect();
    starts.sort_unstable();
    for start in starts {
        let followed = spans.get(&start).and_then(|end| next(*end)).is_some_and(|second| spans.contains_key(&second));
        let Some(before) = text.get(..start).and_then(|before| before.strip_suffix('、')).filter(|_| followed) else { continue };
        let end = before.len();
        if ends.contains(&end) {
            continue;
        }
        let left = edge::left(text, context.hits, end, walls.floor(end), true);
        let span = Span::new(left.start, end);
        if left.wall != Wall::Reach && is_name(context, span) && looks_like_firm(context, span) {
            found.push(Found::new(span, "company.list_neighbour"));
        } else {
            found.extend(trading_company(context, walls.floor(end), end).map(|span| Found::new(span, "company.list_neighbour")));
        }
    }
}

/// The name that a mark opens and that ends in a trade and 公司: 茅川米业公司 before 蓝湾茶业公司.
fn trading_company(context: &Context<'_>, floor: usize, end: usize) -> Option<Span> {
    let trades = context.text.get(..end)?.strip_suffix("公司")?.len();
    let core = trade::chain_before(context.text, context.hits, floor, trades);
    let left = edge::left(context.text, context.hits, core, floor, true);
    let brand = context.text.get(left.start..core)?;
    let named = core < trades && (2..=4).contains(&brand.chars().count()) && !generic::is_generic(brand);
    (named && left.wall == Wall::Mark).then(|| Span::new(left.start, end))
}

/// Whether a member of a list of firms looks like one: two thirds of what is not trade are written as brands are, half of it before a trade, or
/// it is Latin or known.
fn may_be_firm(context: &Context<'_>, span: Span) -> bool {
    let text = context.text;
    let core = trade::chain_before(text, context.hits, span.start, span.end);
    let place = super::tail::places_end(context.hits, span.start, core);
    let brand = Span::new(place, core).of(text);
    let count = brand.chars().count();
    let alike = brand.chars().filter(|c| c.is_ascii_alphanumeric() || super::short::is_brand_like(c.encode_utf8(&mut [0; 4]))).count();
    let endings = super::form::ENDINGS.end(span.of(text));
    let enough = if core < span.end { alike * 2 >= count } else { alike * 3 >= count * 2 };
    // 一汽-大众
    let joint = || span.of(text).contains('-') && super::known::starts_with_known(span.of(text));
    endings || joint() || count >= 2 && enough && !is_joined(brand) || count == 0 && place > span.start && core < span.end
}

/// What the names of bodies, of groups of people and of firms in general end in.
static BODIES: Words<&str> = Words::of(&[
    "集体",
    "政府",
    "局",
    "委",
    "部",
    "厅",
    "会",
    "院",
    "所",
    "校",
    "实验室",
    "中心",
    "企业",
    "公司",
    "单位",
    "部门",
    "人",
    "方",
    "者",
    "队",
    "组",
]);

/// Whether the agent of an investment may be a firm: not the state, a body, a place or everybody.
pub(super) fn is_agent(context: &Context<'_>, span: Span) -> bool {
    let words = span.of(context.text);
    !BODIES.end(words)
        && is_name(context, span)
        && may_be_firm(context, span)
        && !edge::within(context.hits, span.start, span.end).any(|hit| edge::is_place(hit) && hit.span.end == span.end)
}

pub(super) fn looks_like_firm(context: &Context<'_>, span: Span) -> bool {
    let text = context.text;
    let core = trade::chain_before(text, context.hits, span.start, span.end);
    let place = super::tail::places_end(context.hits, span.start, core);
    let brand = Span::new(place, core).of(text);
    let told = core < span.end;
    match brand.chars().count() {
        0 => told && place > span.start,
        2..=4 => super::short::is_brand_like(brand) && !generic::is_generic(brand) && !edge::is_stop(brand) && !is_joined(brand),
        _ => false,
    }
}

/// What public works and things end in: no firm is called so.
static FACILITIES: Words<&str> = Words::of(&[
    "一体化",
    "综合体",
    "高铁",
    "铁路",
    "大桥",
    "大道",
    "大街",
    "公学",
    "公路",
    "东路",
    "西路",
    "南路",
    "北路",
    "侧路",
    "机场",
    "通道",
    "水库",
    "电站",
    "电厂",
    "码头",
    "隧道",
    "中心",
    "工程",
    "系统",
    "仓",
    "港",
    "港区",
    "广场",
    "道路",
    "管网",
    "水利",
    "学校",
    "小学",
    "中学",
    "幼儿园",
    "医院",
    "秧歌",
    "风筝",
    "物资",
    "化肥",
    "运营",
    "用工",
    "园区",
    "基地",
    "平台",
    "城",
    "村",
    "街",
    "线",
    "站",
    "桥",
    "河",
    "湖",
]);

/// Whether a list member may be a firm's name: not a sector, place, product or general word.
pub(super) fn is_name(context: &Context<'_>, span: Span) -> bool {
    let words = span.of(context.text);
    let length = words.chars().count();
    if super::tail::INTERNATIONAL.hold(words) {
        return false;
    }
    // 考察团一行还|与蓝湾签约
    if FACILITIES.end(words) || words.has("一行") || words.ends_with(['还', '也']) || words.contains(['至', '到', '从', '的', '了']) {
        return false;
    }
    if !(2..=12).contains(&length)
        || generic::is_generic(words)
        || trade::is_trade(words)
        || !words.chars().all(|c| edge::is_han(c) || c.is_ascii_alphanumeric() || matches!(c, '·' | '(' | ')' | '（' | '）' | '-'))
    {
        return false;
    }
    if words.ends_with(['的', '等', '类', '型', '性', '区', '园', '市', '省', '县', '镇', '业'])
        && !trade::is_trade(words.char_indices().rev().nth(1).map_or("", |(at, _)| words.get(at..).unwrap_or_default()))
    {
        return false;
    }
    if ["产业", "行业", "领域", "项目", "企业", "公司法", "资金", "政策", "技术", "地区", "大学", "学院", "研究院", "协会", "商会", "政府"]
        .iter()
        .any(|tail| words.ends_with(tail))
    {
        return false;
    }
    !edge::within(context.hits, span.start, span.end).any(|hit| {
        let whole = hit.span == span;
        match hit.entry {
            Entry::Industry { .. } => whole || hit.span.end == span.end && hit.span.len() * 3 >= span.len() * 2,
            Entry::Division(_) | Entry::Country { .. } | Entry::Region(_) | Entry::Zone(_) | Entry::CompanyWord => whole,
            _ => false,
        }
    })
}

/// Whether a list member among projects is a firm that stands for its own: a place and a brand (杭州乐链), a brand and a trade (读者印务),
/// a name of foreign sound (莫尼赛克).
fn stands_for_project(context: &Context<'_>, span: Span) -> bool {
    let text = context.text;
    let core = trade::chain_before(text, context.hits, span.start, span.end);
    let brand = Span::new(super::tail::places_end(context.hits, span.start, core), core);
    let words = brand.of(text);
    let length = words.chars().count();
    let told = core < span.end || brand.start > span.start || length >= 4;
    let placed = brand.start > span.start;
    // 泰和新材: the short name of a county before a trade is the brand.
    let county =
        edge::within(context.hits, span.start, core).any(|hit| edge::is_short_county(hit) && hit.span.start == span.start && hit.span.end == core);
    // 湖南炫烨农业: a place, a brand of any characters and a trade.
    if core < span.end && (county || placed && (2..=3).contains(&length) && !generic::is_generic(words) && !edge::is_stop(words)) {
        return true;
    }
    let alike = words.chars().filter(|c| super::short::is_brand_like(c.encode_utf8(&mut [0; 4]))).count();
    told && (2..=5).contains(&length) && (alike == length || placed && alike * 2 >= length) && !generic::is_generic(words) && !edge::is_stop(words)
}
