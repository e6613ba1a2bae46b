//! What is measured: the words before a figure, without what only joins them to it.

use super::reader::AFTERWARDS;
use super::scene::Scene;
use super::words::{ABSTRACT, HEADS, LEADING, LIGHT, SENT, TRAILING, VERBS};
use crate::entity::{Kind, Value};
use crate::seek::{Seek, any};
use crate::span::Span;
use crate::word_table::{Words, words};

/// What the words around a figure measure.
#[derive(Clone, Debug, Default)]
pub(super) struct Measure {
    /// The measure as written.
    pub(super) words: String,
    /// Stretches of the text that it is written in.
    pub(super) evidence: Vec<Span>,
    /// The counted noun phrase behind the figure, if the measure was told so.
    pub(super) noun: Option<String>,
    /// Whether the figure with its noun opens the clause as its topic: what follows in the clause is said of it.
    pub(super) topic: bool,
}

/// The longest measure told before a figure, in characters; longer ones are cut at a verb.
const LONG: usize = 22;

/// The longest measure of a share, in characters: two nouns of which one is a part of the other.
const LONGEST_SHARE: usize = 40;

/// Words before a figure, cleaned: `from` is where the clause (or the part of it behind the last figure) starts.
pub(super) fn before(scene: &Scene<'_>, from: usize, figure: usize) -> Span {
    let text = scene.text();
    // 按70%比例计提: the noun of a rate before it
    let rate = Span::new(from, figure).of(text).strip_prefix("比例").filter(|rest| rest.chars().count() > 2);
    let mut span = Span::new(rate.map_or(from, |rest| figure - rest.len()), figure);
    // dates and the subject's name stand before the measure
    for index in scene.within(span) {
        let Some(mention) = scene.get(index) else { continue };
        if mention.span.end > figure {
            continue;
        }
        let rest = Span::new(mention.span.end, figure).of(text);
        match mention.kind() {
            // 规模从2019年的不到10亿元: when it began stands behind what is measured
            Kind::Date if rest == "的" && words!["从", "由"].end(Span::new(span.start, mention.span.start).of(text)) => {
                span.end = mention.span.start - '从'.len_utf8();
                break;
            }
            // 完成全年目标的62%: what was aimed at
            Kind::Date
                if words!["目标", "任务", "预算", "计划"].begin(rest) && Span::new(span.start, mention.span.start).of(text).ends_with("完成") =>
                {}
            Kind::Date | Kind::Duration | Kind::TimeSet if !rest.starts_with(['的', '之']) || names_behind(rest) => {
                let head = trim(text, Span::new(span.start, mention.span.start));
                if trim(text, Span::new(mention.span.end, figure)).is_empty() && head.of(text).chars().count() >= 2 {
                    span = head; // 订单今年 增长50%: the date stands behind what is measured
                    break;
                }
                // 五年间新增就业…, 近三年来增速…
                let lasts = rest.starts_with(['间', '里']) || rest.starts_with('来') && !words!["来自", "来源", "来料", "来访", "来华"].begin(rest);
                let during = if mention.kind() == Kind::Duration && lasts { '间'.len_utf8() } else { 0 };
                span.start = mention.span.end + during;
            }
            // 通行中欧(中亚)班列, 中哈(连云港)物流园: what stands in brackets inside the words, and before them
            Kind::Place
                if rest.starts_with([')', '）']) && Span::new(span.start, mention.span.start).of(text).contains(['(', '（'])
                    || rest.strip_prefix(['(', '（']).is_some_and(|aside| !ASIDES.begin(aside)) => {}
            // 引进A(外资)、B等企业: members of a list do not stand before what they are
            Kind::Company if rest.starts_with(['(', '（']) && rest.contains('、') && rest.contains('等') => break,
            // 引进北京项目, 京冀项目: where it comes from is part of what was done
            Kind::Place
                if words!["项目", "企业", "资金", "客商"].begin(rest)
                    && (VERBS.end(Span::new(span.start, mention.span.start).of(text)) || is_region(&mention.value)) => {}
            // 中国500强企业: a list of the country's
            Kind::Place
                if rest.starts_with(|c: char| c.is_ascii_digit()) && rest.trim_start_matches(|c: char| c.is_ascii_digit()).starts_with('强') => {}
            // 外商及港澳台商投资企业: where the owners come from is part of what they own
            Kind::Place if words!["商投资", "商独资", "商企业", "资企业", "投资企业", "独资"].begin(rest) => break,
            Kind::Place | Kind::Zone | Kind::Company | Kind::Organization | Kind::Person | Kind::Project
                if Span::new(span.start, mention.span.start).of(text).chars().count() <= 6 || rest.starts_with('等') =>
            {
                let before = Span::new(span.start, mention.span.start).of(text);
                let partner = before.ends_with(['对', '向', '与']) && is_trade(rest);
                if !before.contains(['占', '“']) && !partner {
                    // 与甲省内企业: inside it
                    let inside = mention.kind() == Kind::Place
                        && rest.starts_with('内')
                        && !words!["内蒙", "内资", "内外", "内陆", "内需", "内销"].begin(rest);
                    // 京津冀地区出口
                    let region = words!["地区", "区域"]
                        .strip_beginning(rest)
                        .filter(|rest| mention.kind() == Kind::Place && !words!["生产总值", "性", "间", "内", "与", "和", "及", "同"].begin(rest));
                    // 天津|港集装箱吞吐量: the port of a place
                    let port = mention.kind() == Kind::Place
                        && rest.starts_with('港')
                        && !words!["港口", "港区", "港资", "港澳", "港股", "港商", "港企"].begin(rest);
                    let region = region.map_or(if inside || port { '内'.len_utf8() } else { 0 }, |behind| rest.len() - behind.len());
                    // 甲市(不含乙县)增长2%, 甲地区(包含乙县)出口: what the bracket leaves out or takes in
                    let rest = rest.get(region..).unwrap_or_default();
                    let aside = rest.strip_prefix(['(', '（']).filter(|aside| ASIDES.begin(aside));
                    let aside = aside.and_then(|_| rest.char_indices().take(24).find(|(_, c)| matches!(c, ')' | '）')));
                    let skipped = region + aside.map_or(0, |(at, close)| at + close.len_utf8());
                    span.start = mention.span.end + skipped;
                }
            }
            _ => {}
        }
    }
    span.start += dateline(span.of(text));
    trim(text, span)
}

/// What a bracket opens with that leaves something out of a place or takes it in.
static ASIDES: Words<&str> = Words::of(&["不含", "含", "不包括", "包括", "包含"]);

/// Whether a place is no single division: 京冀, 港澳.
pub(super) fn is_region(value: &Value) -> bool {
    matches!(value, Value::Place(place) if place.code.is_none() && place.parent.is_none() && place.candidates.is_empty())
}

/// How much of the words is the end of a dateline: 本报讯(记者 张三)|项目总数, 电 |进出口额.
fn dateline(words: &str) -> usize {
    const LONGEST: usize = 40;
    let rest = words!["本报", "本网", "本台", "本刊"].strip_beginning(words).unwrap_or(words);
    let Some(rest) = SENT.strip_beginning(rest) else { return 0 };
    let close = rest.starts_with(['(', '（']).then(|| rest.char_indices().take(LONGEST).find(|(_, c)| matches!(c, ')' | '）'))).flatten();
    let behind = match close {
        Some((at, close)) => rest.get(at + close.len_utf8()..),
        None => rest.strip_prefix(char::is_whitespace),
    };
    behind.map_or(0, |behind| words.len() - behind.len())
}

/// 今年前4个月的占比: what is measured stands behind the date; 2015年的 alone is what a figure is compared with.
fn names_behind(rest: &str) -> bool {
    rest.strip_prefix('的').is_some_and(|noun| trim(noun, Span::new(0, noun.len())).of(noun).chars().count() >= 2)
}

/// How far into the words the name of an event may reach, in bytes.
const EVENT: usize = 36;

/// How many characters from the end a word may begin that a cut of a joining word would go through.
const REACH: usize = 12;

/// Cuts words that only join from both ends.
pub(super) fn trim(text: &str, mut span: Span) -> Span {
    loop {
        let words = span.of(text);
        let lead = words.len() - words.trim_start_matches(|c: char| c.is_whitespace() || any!("、,，的“”\"‘’'()（）。:：—").of(c)).len();
        span.start += lead.min(words.len());
        let words = span.of(text);
        // 博览会期间共|签约项目: when it was says nothing of what.
        if let Some((at, during)) = words!["会期间", "活动期间"].found_in(words).next().filter(|(at, _)| *at <= EVENT) {
            span.start += at + during.len();
            continue;
        }
        // 这四大行业: what points is no part of it
        if words.strip_prefix('这').is_some_and(|rest| rest.starts_with(NUMBERS)) {
            span.start += '这'.len_utf8();
            continue;
        }
        // 403个项目中|已签约项目: of those that were counted
        if words.strip_prefix('中').is_some_and(|rest| words!["已", "有", "共", "新签", "签约", "新开工", "开工", "竣工", "投产"].begin(rest))
        {
            span.start += '中'.len_utf8();
            continue;
        }
        let Some(word) = LEADING.longest_beginning(words) else { break };
        // 将军 and 可再生 begin with an adverb's character and are none
        if NOT_LEADING.begin(words) || word.len() == words.len() && word.chars().count() > 1 && HEADS.hold(word) {
            break;
        }
        span.start += word.len();
    }
    loop {
        let words = span.of(text);
        let kept = words.trim_end_matches(|c: char| c.is_whitespace() || any!("、,，“\"‘'(（:：—").of(c));
        let kept = without_alias(without_note(kept));
        span.end = span.start + kept.len();
        // 产能达到 ends with 达到, not with 能达到
        let others = || {
            let near = kept.len() - kept.trailing(REACH).len();
            NOT_TRAILING.found_in(kept.trailing(REACH)).map(move |(at, other)| (near + at, near + at + other.len()))
        };
        let whole = |word: &&&str| !others().any(|(from, end)| (from + 1..end).contains(&(kept.len() - word.len())));
        let Some(word) = TRAILING.ending(kept).filter(whole).max_by_key(|word| word.len()) else { break };
        span.end -= word.len();
    }
    if span.start > span.end {
        span.start = span.end;
    }
    span
}

/// 常住人口[3]: the number of a note is no part of the words that it stands behind.
fn without_note(words: &str) -> &str {
    const LONGEST: usize = 3;
    let open = words.strip_suffix([']', '］', '〕']).and_then(|inner| inner.rfind(['[', '［', '〔']));
    let number = open.and_then(|open| words.get(open..)).map(|note| note.trim_matches(|c: char| any!("[]［］〔〕").of(c)));
    let noted = number.is_some_and(|number| (1..=LONGEST).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit()));
    open.filter(|_| noted).and_then(|open| words.get(..open)).unwrap_or(words)
}

/// 进出口总值(下同), 出口占比(以下简称“占比”): how it is called from here on is no part of the words before it.
fn without_alias(words: &str) -> &str {
    let open = words.strip_suffix([')', '）']).and_then(|inner| inner.rfind(['(', '（']));
    let inside = open.and_then(|open| words.get(open..)).map(|inside| inside.trim_start_matches(['(', '（']));
    let alias = inside.is_some_and(|inside| words!["下同", "以下简称", "以下称", "下称", "简称"].begin(inside));
    open.filter(|_| alias).and_then(|open| words.get(..open)).unwrap_or(words)
}

/// Small numbers that are written out.
const NUMBERS: [char; 10] = ['两', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// Words that begin like a joining word and are part of a measure.
static NOT_LEADING: Words<&str> = Words::of(&[
    "可再生",
    "可行性",
    "可支配",
    "可用",
    "可比",
    "就业",
    "再生",
    "都市",
    "共同",
    "共享",
    "已建",
    "已签约",
    "已开工",
    "要素",
    "能源",
    "能耗",
    "能量",
    "及时",
    "并网",
    "并购",
    "到位",
    "到账",
    "到港",
    "与会",
    "和田",
    "和平",
    "将军",
    "将近",
    "且末",
    "各类",
    "各级",
    "各种",
    "正式",
    "正极",
    "正负极",
    "计划投资",
    "计划总投资",
    "计划完成",
    "又快",
    "还款",
    "还建",
    "在建",
    "全国性",
    "就地",
    "正常",
    "至少",
    "均衡",
    "累计发电",
    "平均",
    "其中外资",
    "市场主体",
    "集中供",
    "到期",
    "到发",
    "能繁",
    "还贷",
    "或有",
    "主要污染",
    "共建",
    "已完成投资",
    "有效专利",
    "有效发明专利",
    "有效期",
    "有效注册商标",
    "有效商标",
    "仍在建",
    "假期里",
]);

/// Words that end like a joining word and are part of a measure.
static NOT_TRAILING: Words<&str> = Words::of(&[
    "所在",
    "存在",
    "行为",
    "国有",
    "民有",
    "总投资在",
    "拥有",
    "首都",
    "成都",
    "所有",
    "公共",
    "功能",
    "产能",
    "储能",
    "性能",
    "智能",
    "节能",
    "许可",
    "核能",
    "太阳能",
    "风能",
    "新能",
    "附近",
    "将近",
    "动能",
    "热能",
    "职能",
    "下达",
    "到达",
    "直达",
    "送达",
    "传达",
    "签约",
    "预约",
    "合约",
    "节约",
    "制约",
    "公约",
    "原则",
    "规则",
    "法则",
    "准则",
    "细则",
    "守则",
    "立即",
    "自由",
    "理由",
    "缘由",
    "随即",
    "水土保持",
    "平均",
]);

/// A measure told before its figure: 合同总投资额 298亿元.
pub(super) fn told_before(scene: &Scene<'_>, from: usize, figure: usize) -> Measure {
    let text = scene.text();
    let mut span = before(scene, from, figure);
    if let Some(measure) = around_aside(scene, span) {
        return measure;
    }
    // 建成后可为社会提供就业岗位: when it will be is no part of it
    if let Some((at, word)) = AFTERWARDS.found_in(span.of(text)).last().map(|(at, word)| (at, *word)) {
        span = trim(text, Span::new(span.start + at + word.len(), span.end));
    }
    span = without_cause(text, span);
    span = skip_prepositions(scene, span);
    // 本届博览会共|促成项目: who did it all is no part of what was done
    if let Some(did) = behind_sum(span.of(text)) {
        span.start = span.end - did.len();
    }
    // what stands in an open bracket is told there: (土地面积约175亩
    let words = span.of(text);
    if let Some(open) = words.rfind(['(', '（']).filter(|open| !words.get(*open..).unwrap_or_default().contains([')', '）'])) {
        span = trim(text, Span::new(span.start + open, span.end));
    }
    // 保税维修项目实现贸易额: what was achieved is the measure
    for light in ["实现", "包括", "涉及"] {
        let words = span.of(text);
        // 装备制造业实现产值: the sector is part of it
        let sector = |at: &usize| words.get(..*at).is_some_and(|before| before.ends_with(['业', '品']) && before.chars().count() >= 3);
        if let Some(at) = words
            .last_place_of(light)
            .filter(|at| !sector(at))
            // 通过网络实现的客房收入: how it was achieved belongs to it
            .filter(|at| !words.get(..*at).is_some_and(|before| before.has("通过")))
            .filter(|at| words.get(at + light.len()..).is_some_and(|rest| rest.chars().count() >= 2))
        {
            span.start += at + light.len();
        }
    }
    let words = span.of(text);
    // a list closed by 等 in front of the figure is what the noun sums up: keep the verb before it
    // 甲、乙、丙三大产业产值占总产值的比重: of what the share is stays
    let share = words.contains('占') && words.chars().count() <= LONGEST_SHARE;
    if words.chars().count() > LONG && !share {
        if let Some(cut) = cut_at_verb(words) {
            span.start += cut;
        }
    }
    span = trim(text, span);
    // 签约A、B等领军企业: the members only explain; 等国有企业…签署合作项目: what closes a list
    let words = span.of(text);
    if let Some(measure) = without_members(text, span) {
        return measure;
    }
    if let Some(cut) = words.starts_with('等').then(|| cut_at_verb(words)).flatten() {
        span = trim(text, Span::new(span.start + cut, span.end));
    }
    // 共引进甲公司、乙公司等重点项目: the verb stands before the list
    // 甲、乙等地降温: where it was is no part of it
    let closed = span
        .of(text)
        .strip_prefix('等')
        .map(|noun| words!["地", "省", "省份"].strip_beginning(noun).filter(|rest| !rest.starts_with(['区', '方', '级'])).unwrap_or(noun));
    if let Some(noun) = closed.filter(|noun| noun.chars().count() >= 2) {
        let noun = Span::new(span.end - noun.len(), span.end);
        let list = trim(text, Span::new(from, noun.start));
        let verb = VERBS.longest_beginning(list.of(text)).filter(|verb| !LIGHT.hold(verb)).map(|verb| Span::new(list.start, list.start + verb.len()));
        let words = format!("{}{}", verb.map(|verb| verb.of(text)).unwrap_or_default(), unquoted(noun.of(text)));
        return Measure { words, evidence: verb.into_iter().chain([noun]).collect(), ..Measure::default() };
    }
    // 上年同期为亏损: the date before the copula is gone
    if span.of(text).strip_prefix('为').is_some_and(|rest| (2..=4).contains(&rest.chars().count())) {
        span.start += '为'.len_utf8();
    }
    // a light verb in front of another noun tells nothing: 实现 贸易额
    let words = span.of(text);
    for light in ["达成", "具备", "形成", "贡献", "取得"] {
        if words.starts_with(light) && words.chars().count() >= light.chars().count() + 2 {
            span.start += light.len();
            break;
        }
    }
    let words = unquoted(span.of(text));
    Measure { evidence: vec![span], words, ..Measure::default() }
}

/// 消费额在餐饮、娱乐等领域带动下: by what it was moved is no part of what moved.
fn without_cause(text: &str, span: Span) -> Span {
    let words = span.of(text);
    if !words!["带动下", "拉动下", "推动下", "支撑下", "影响下", "作用下", "驱动下", "的基础上", "支持下"].end(words) {
        return span;
    }
    let head = words.rfind(['在', '受']).and_then(|at| words.get(..at)).filter(|head| head.chars().count() >= 2);
    head.map_or(span, |head| trim(text, Span::new(span.start, span.start + head.len())))
}

/// 精炼钴(含电解钴、钴粉)产量: what the brackets explain is no part of it.
fn around_aside(scene: &Scene<'_>, span: Span) -> Option<Measure> {
    let words = span.of(scene.text());
    let close = words.rfind([')', '）'])?;
    let open = words.get(..close)?.rfind(['(', '（'])?;
    let tail = trim(scene.text(), Span::new(span.start + close + words.get(close..)?.chars().next()?.len_utf8(), span.end));
    let mut head = told_before(scene, span.start, span.start + open);
    // 不含房地产 narrows it, 省(区、市) is one word
    let inside = words.get(open..close)?;
    let aside = words!["包括", "含", "如", "即"].stand_in(inside) && !words!["不含", "不包括", "除"].stand_in(inside);
    if !aside || head.words.chars().count() < 2 {
        return None;
    }
    // 合同金额(含已中标尚未签约的合同)54.03亿元
    if tail.is_empty() {
        return Some(head);
    }
    head.words.push_str(&unquoted(tail.of(scene.text())));
    head.evidence.push(tail);
    Some(head)
}

/// A verb with a list closed by 等 and its noun: the verb and the noun.
fn without_members(text: &str, span: Span) -> Option<Measure> {
    let words = span.of(text);
    let close = words.rfind('等').filter(|close| words.get(..*close).is_some_and(|list| list.contains('、')))?;
    let (0, end) = verb_chains(words).first().copied()? else { return None };
    let noun = trim(text, Span::new(span.start + close + '等'.len_utf8(), span.end));
    let many = words!["各类", "各种", "多家", "一批"].strip_beginning(noun.of(text));
    let noun = many.map_or(noun, |rest| Span::new(noun.end - rest.len(), noun.end));
    let first = VERBS.longest_beginning(words).map_or(end, |verb| verb.len());
    let end = if end >= close { first } else { end };
    if end >= close || noun.of(text).chars().count() < 2 {
        return None;
    }
    // 开展集中签约、集中开工等活动: the members may be verbs themselves
    let verb = Span::new(span.start, span.start + end);
    Some(Measure { words: format!("{}{}", verb.of(text), unquoted(noun.of(text))), evidence: vec![verb, noun], ..Measure::default() })
}

/// What was done in all, behind 共 or 成功 and who did it: 大会共|签约项目. 铁路共发送旅客 tells of the railway.
fn behind_sum(words: &str) -> Option<&str> {
    let (at, joint) = words!["共", "成功"].found_in(words).next()?;
    let (who, did) = (words.get(..at)?, words.get(at + joint.len()..)?);
    // 铁路、公路、民航共|发送旅客
    let doer = who.contains('、') || words!["会", "展", "节", "赛", "活动", "委", "局", "厅", "机关", "各方", "各地"].end(who);
    let whole = joint.len() > '共'.len_utf8() || did.chars().count() >= 4;
    (doer && VERBS.begin(did) && whole).then_some(did)
}

/// Steps over 为企业, 在…上, 对…: what a measure is done for or where.
fn skip_prepositions(scene: &Scene<'_>, mut span: Span) -> Span {
    let text = scene.text();
    for _ in 0..3 {
        let words = span.of(text);
        let Some(preposition) = PREPOSITIONS.beginning(words).next().filter(|_| !is_trade(words)) else { return trim(text, span) };
        let after = span.start + preposition.len();
        let end = scene
            .within(Span::new(after, after + 1))
            .filter_map(|index| scene.get(index))
            .map(|mention| mention.span.end)
            .next()
            .or_else(|| {
                let rest = Span::new(after, span.end).of(text);
                GENERIC.beginning(rest).next().map(|word| after + word.len())
            })
            .or_else(|| {
                let rest = Span::new(after, span.end).of(text);
                ["方面", "以来", "期间", "过程中", "基础上", "上", "中", "内", "里", "地区", "后"]
                    .iter()
                    .filter_map(|word| rest.place_of(word).map(|at| after + at + word.len()))
                    .min()
            });
        let Some(end) = end.filter(|end| *end < span.end) else { return span };
        span.start = end;
        span = trim(text, span);
    }
    span
}

/// 对中亚五国进出口: with whom is part of what is measured.
fn is_trade(text: &str) -> bool {
    words!["出口", "进口", "贸易", "贡献"].stand_in(text)
}

static PREPOSITIONS: Words<&str> = Words::of(&["在", "于", "从", "对", "向", "为", "给", "赴", "帮助", "助力", "协助", "带动", "随着", "通过"]);
static GENERIC: Words<&str> = Words::of(&[
    "企业",
    "社会",
    "群众",
    "当地",
    "项目",
    "居民",
    "农户",
    "市民",
    "全球",
    "国内",
    "境外",
    "周边",
    "辖区",
    "投资者",
    "客商",
    "全国",
    "村民",
    "农民",
]);

/// Where the last chain of verbs of the words starts, if a noun of two characters or more follows it.
fn cut_at_verb(words: &str) -> Option<usize> {
    let chains = verb_chains(words);
    // 服务平台, 投资集团: there the verb only names
    let names = words!["平台", "中心", "基金", "集团", "公司", "业"];
    let fits = |(start, end): &&(usize, usize)| {
        words.get(*end..).is_some_and(|rest| rest.chars().count() >= 2 && !names.begin(rest))
            && words.get(*start..).is_some_and(|rest| rest.chars().count() >= 6)
    };
    chains.iter().rev().find(fits).map(|(start, _)| *start)
}

/// Chains of verbs: 协调解决 is one.
pub(super) fn verb_chains(words: &str) -> Vec<(usize, usize)> {
    let mut chains: Vec<(usize, usize)> = Vec::new();
    let mut skip = 0;
    for (at, _) in words.char_indices() {
        if at < skip {
            continue;
        }
        let rest = words.get(at..).unwrap_or_default();
        if let Some(verb) = VERBS.longest_beginning(rest).copied() {
            skip = at + verb.len();
            match chains.last_mut() {
                Some(last) if words.get(last.1..at).is_some_and(|gap| matches!(gap, "" | "、" | "和" | "并" | "及" | "与" | "新")) => {
                    last.1 = skip
                }
                _ => {
                    let start = if words.get(..at).is_some_and(|before| before.ends_with('新')) { at - '新'.len_utf8() } else { at };
                    chains.push((start, skip));
                }
            }
        }
    }
    chains
}

/// Words without quotes.
pub(super) fn unquoted(words: &str) -> String {
    words.replace(['“', '”', '"', '‘', '’'], "")
}

/// A chain without the light verb that leads it: 推进建设 stays, 完成入库 stays, 实现签约 becomes 签约.
pub(super) fn without_light(chain: &str) -> &str {
    ["实现", "推动", "推进", "促成", "迎来", "加快", "帮助", "支持"]
        .iter()
        .find_map(|light| chain.strip_prefix(light).filter(|rest| !rest.is_empty()))
        .unwrap_or(chain)
}

/// Whether the noun counted is an abstract one: 四个特点.
pub(super) fn is_abstract(noun: &str) -> bool {
    ABSTRACT.end(noun) || words!["类型", "领域", "方面", "环节"].begin(noun)
}

/// Whether a figure counts things, one by one.
pub(super) fn counts(value: &Value) -> bool {
    match value {
        Value::Quantity(quantity) => quantity.unit.as_deref().is_some_and(|unit| unit.chars().all(|c| !c.is_ascii())),
        _ => false,
    }
}

/// Whether the words are one verb and nothing else.
pub(super) fn is_verb(words: &str) -> bool {
    VERBS.hold(words)
}

/// The chain of verbs that the words before `end` close with, without a light verb that leads it.
pub(super) fn closing_verb(scene: &Scene<'_>, from: usize, end: usize) -> String {
    let words = before(scene, from, end).of(scene.text());
    let chain = verb_chains(words).last().copied().filter(|(_, end)| words.get(*end..).is_some_and(|gap| matches!(gap, "" | "了" | "总投资")));
    let said = chain.and_then(|(start, end)| words.get(start..end)).map(without_light).unwrap_or_default();
    if LIGHT.hold(said) { String::new() } else { said.to_owned() }
}
