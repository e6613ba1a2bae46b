//! Names that an ending gives away: 有限公司, 集团, 银行, 律师事务所.

use super::form::{self, Chain, Strength};
use super::{Found, Walls, generic, known, short, stock_code, trade};
use crate::context::Context;
use crate::entity::edge::{self, Left, Wall};
use crate::lexicon::{Entry, Hit};
use crate::seek::Seek;
use crate::span::Span;
use crate::starts::{Learn, Start};
use crate::word_table::{Words, words};

/// Finds the names that end in a form.
pub(super) fn recognise(context: &Context<'_>, walls: &Walls, found: &mut Vec<Found>) {
    let text = context.text;
    let mut next = 0;
    let mut last: Option<(Span, Chain)> = None;
    for (at, _) in form::ENDINGS.found_at(text, context.starts.of(Start::CompanyEnding)) {
        if at < next {
            continue;
        }
        let Some(chain) = form::chain(text, at) else { continue };
        if is_other_word(text, at, &chain) {
            continue;
        }
        next = chain.end;
        let before = last.filter(|(span, _)| span.end <= at);
        let span = match (chain.strength, before) {
            (Strength::Branch, Some((company, _))) if is_branch_of(context, company, at) => Some(Span::new(company.start, chain.end)),
            (Strength::Branch, _) => branch(context, walls, at, &chain),
            _ => named(context, walls, at, &chain, before),
        };
        if let Some(span) = span {
            if before.is_some_and(|(company, _)| company.start == span.start) {
                found.pop();
            }
            found.push(Found::new(span, if chain.strength == Strength::Legal { "company.legal_form" } else { "company.ending" }));
            last = Some((span, chain));
        }
    }
}

/// Endings of shops and works: a name only behind a place that opens the clause.
static SHOPS: Words<&str> = Words::of(&[
    "总厂",
    "制造厂",
    "修造厂",
    "修配厂",
    "设备厂",
    "器材厂",
    "元件厂",
    "器件厂",
    "仪器厂",
    "仪表厂",
    "工具厂",
    "机床厂",
    "轴承厂",
    "齿轮厂",
    "齿轮箱厂",
    "阀门厂",
    "水泵厂",
    "锅炉厂",
    "电机厂",
    "开关厂",
    "变压器厂",
    "电线厂",
    "电缆厂",
    "电池厂",
    "无线电厂",
    "半导体厂",
    "光学厂",
    "柴油机厂",
    "内燃机厂",
    "拖拉机厂",
    "农机厂",
    "汽车厂",
    "自行车厂",
    "手表厂",
    "造船厂",
    "船厂",
    "钢厂",
    "钢铁厂",
    "炼钢厂",
    "轧钢厂",
    "铁合金厂",
    "铝厂",
    "冶炼厂",
    "铸造厂",
    "锻造厂",
    "焦化厂",
    "碱厂",
    "炼油厂",
    "化肥厂",
    "农药厂",
    "染料厂",
    "油漆厂",
    "橡胶厂",
    "轮胎厂",
    "化纤厂",
    "纤维厂",
    "毛纺厂",
    "织布厂",
    "丝织厂",
    "针织厂",
    "印染厂",
    "染织厂",
    "造纸厂",
    "陶瓷厂",
    "瓷厂",
    "砖厂",
    "砖瓦厂",
    "皮革厂",
    "鞋厂",
    "木材厂",
    "糖厂",
    "烟厂",
    "卷烟厂",
    "啤酒厂",
    "罐头厂",
    "乳品厂",
    "味精厂",
    "面粉厂",
    "饲料厂",
    "粮油厂",
    "肉联厂",
    "机械厂",
    "机电厂",
    "化工厂",
    "制药厂",
    "酒厂",
    "食品厂",
    "服装厂",
    "制衣厂",
    "电子厂",
    "电器厂",
    "纸箱厂",
    "包装厂",
    "五金厂",
    "家具厂",
    "塑料厂",
    "玻璃厂",
    "水泥厂",
    "印刷厂",
    "纺织厂",
    "棉纺厂",
    "木器厂",
    "百货商店",
    "小百货店",
    "百货店",
    "便利店",
    "商贸店",
    "图书店",
    "书店",
    "商店",
    "网店",
    "科技店",
    "产品店",
    "大药房",
    "商行",
    "经营部",
    "门市部",
    "生活馆",
    "种植场",
    "养殖场",
    "加工坊",
    "水果摊",
    "专柜",
    "艺术行",
]);

/// What a factory has inside: its posts, its workshops, its branches of the party.
static INSIDE_FACTORIES: Words<&str> = Words::of(&[
    "厂长",
    "副厂长",
    "厂办",
    "党委",
    "党总支",
    "党支部",
    "团委",
    "工会",
    "车间",
    "技术员",
    "技术科",
    "工人",
    "职工",
    "学徒",
    "会计",
    "财务",
    "供销科",
    "保卫科",
    "劳资科",
    "生产科",
    "人事科",
    "总工程师",
    "总会计师",
    "工程师",
    "助理工程师",
    "主办会计",
    "主管会计",
    "任",
    "工作",
]);

/// The words that names with endings are looked for by.
pub(super) fn starts(learn: Learn<'_>) {
    form::ENDINGS.iter().for_each(|ending| learn(Start::CompanyEnding, ending.word));
    SHOPS.iter().for_each(|shop| learn(Start::Shop, shop.trailing(2)));
}

/// Finds shops: 平和县紫絮图书店.
pub(super) fn shops(context: &Context<'_>, walls: &Walls, found: &mut Vec<Found>) {
    let text = context.text;
    for behind in context.starts.of(Start::Shop).filter_map(|at| text.get(..at + text.get(at..)?.leading(2).len())) {
        let end = behind.len();
        let Some(shop) = SHOPS.ending(behind).next() else { continue };
        let tail = end - shop.len();
        let floor = walls.floor(tail);
        let core = trade::chain_before(text, context.hits, floor, tail);
        let left = edge::left(text, context.hits, core, floor, true);
        // 曾任|望川锅炉厂|技术员: a post or a workshop behind a factory tells that one is named, wherever in its clause.
        let posted = shop.ends_with('厂') && text.get(end..).is_some_and(|after| INSIDE_FACTORIES.begin(after));
        let edged = left.wall == Wall::Mark || posted && left.wall != Wall::Reach;
        let Some(place) = left.place.filter(|place| place.start == left.start && edged) else { continue };
        let brand = Span::new(places_end(context.hits, place.start, core), core).of(text);
        let closed = text.get(end..).is_some_and(|after| {
            let works = shop.ends_with('厂') && (after.starts_with("年产") || short::ends_here(after));
            works || after.chars().next().is_none_or(|c| !edge::is_han(c))
        });
        let words = brand.chars().count();
        let public = words!["水", "污", "垃圾", "焚烧", "无", "有", "的", "没"].stand_in(brand);
        let named = (2..=8).contains(&words) && !generic::is_generic(brand) || posted && words == 0 && core < end;
        if (closed || posted) && named && !public {
            found.push(Found::new(Span::new(left.start, end), "company.shop"));
        }
    }
}

/// What follows an everyday ending and makes it another word: 银行业, 公司法, 股份制, 集团军.
static FOLLOWERS: Words<(&str, &[&str])> = Words::of_pairs(&[
    ("银行", &["业", "间", "家", "卡号", "体系", "同业"]),
    ("公司", &["法", "债", "制", "化", "章程", "律师"]),
    (
        "股份",
        &[
            "制",
            "回购",
            "转让",
            "数",
            "总",
            "比例",
            "解禁",
            "质押",
            "合作",
            "将",
            "过户",
            "支付",
            "限售",
            "变动",
            "，占",
            ",占",
            "，约占",
            "占",
            "数量",
        ],
    ),
    ("控股", &["的", "股东", "子公司", "权", "地位", "比例", "企业", "公司的", "收购", "方", "，", "。", "权益", "上市", "孙公司", "关系", "投资"]),
    ("集团", &["军", "化", "式", "消费", "客户", "采购", "犯罪"]),
    ("支行", &[]),
]);

fn is_other_word(text: &str, at: usize, chain: &Chain) -> bool {
    let after = text.get(chain.end..).unwrap_or_default();
    let opened = text.get(..at).unwrap_or_default().ends_with(['(', '（']);
    opened
        || FOLLOWERS.iter().any(|(ending, followers)| {
            *ending == chain.last && chain.strength != Strength::Legal && followers.iter().any(|word| after.starts_with(word))
        })
}

/// Whether the branch whose ending starts at `at` belongs to the company before it: nothing or a place stands between (…有限公司合肥分公司).
fn is_branch_of(context: &Context<'_>, company: Span, at: usize) -> bool {
    let between = Span::new(company.end, at);
    if between.is_empty() {
        return true;
    }
    let words = between.of(context.text);
    let placed = edge::within(context.hits, between.start, between.end).any(|hit| edge::is_place(hit) && hit.span.start == between.start);
    words.chars().count() <= 10 && words.chars().all(edge::is_han) && placed
}

/// A branch whose company is known by a short name alone: 工行上海分行, 远川锂电西安分公司.
fn branch(context: &Context<'_>, walls: &Walls, at: usize, chain: &Chain) -> Option<Span> {
    let mut left = edge::left(context.text, context.hits, at, walls.floor(at), true);
    if left.place.is_some_and(|place| place.end == at) {
        left.start = left.walked;
    }
    let places = places_end(context.hits, left.start, at);
    let owner = Span::new(places, at).of(context.text);
    let owner_alone = edge::within(context.hits, places, at)
        .find(|hit| edge::is_place(hit))
        .map_or(owner, |hit| Span::new(places, hit.span.start).of(context.text));
    // 中国电信宁夏分公司: the name of the firm may begin with a place itself.
    // So may what it does stand behind the place: 中国石油河北|销售|分公司.
    let sold = trade::chain_before(context.text, context.hits, left.walked, at);
    for end in [at, sold] {
        let placed = edge::within(context.hits, left.walked, end).filter(|hit| edge::is_place(hit) && hit.span.end == end);
        let before_place = placed.map(|hit| hit.span.start).min();
        let whole = Span::new(if end < at { left.walked } else { left.start }, before_place.unwrap_or(end));
        if let Some(firm) = known::last_in(whole.of(context.text)) {
            return Some(Span::new(whole.start + firm, chain.end));
        }
    }
    // 长江证券|湖北分公司: so may one that the list of shares knows.
    let listed = |hit: &&Hit<'_>| !hit.ambiguous && matches!(hit.entry, Entry::Company(_));
    let listed = |end: usize| edge::within(context.hits, left.walked, end).filter(listed).find(|hit| hit.span.end == end).map(|hit| hit.span.start);
    let placed = edge::within(context.hits, left.walked, at).filter(|hit| edge::is_place(hit) && hit.span.end == at).map(|hit| hit.span.start).min();
    if let Some(firm) = listed(placed.unwrap_or(at)) {
        return Some(Span::new(firm, chain.end));
    }
    if let Some(firm) = known::last_in(owner_alone) {
        return Some(Span::new(places + firm, chain.end));
    }
    // 某|银行武汉分行: no name is left of the owner.
    if form::ENDINGS.hold(owner_alone) {
        return None;
    }
    let trade_only = trade::is_trade(owner_alone) || generic::is_generic(owner_alone);
    let told = trade::chain_before(context.text, context.hits, places, places + owner_alone.len()) < places + owner_alone.len();
    let firm = owner_alone.chars().count() >= 2 && !trade_only && left.wall != Wall::Reach && (told || short::is_brand_like(owner_alone));
    (firm && chain.last != "营业部").then_some(Span::new(left.start, chain.end))
}

/// Start of the words that tell trade before the ending at `at`, brackets between them included: 酒业(集团)销售有限公司.
fn core_end(text: &str, hits: &[Hit<'_>], floor: usize, at: usize) -> usize {
    let mut core = at;
    loop {
        let from = trade::chain_before(text, hits, floor, core);
        let closed = text.get(..from).unwrap_or_default().ends_with([')', '）']);
        core = match edge::bracket(text, hits, from) {
            Some(open) if closed && open > floor => open,
            _ => return from,
        };
    }
}

fn named(context: &Context<'_>, walls: &Walls, at: usize, chain: &Chain, before: Option<(Span, Chain)>) -> Option<Span> {
    let (text, hits) = (context.text, context.hits);
    if chain.last.is_ascii() && text.get(..at).is_some_and(|before| before.ends_with([' ', ','])) {
        return latin(text, at, chain.end);
    }
    let floor = walls.floor(at).max(before.map_or(0, |(span, _)| span.end));
    let core = core_end(text, hits, floor, at);
    let mut left = edge::left(text, hits, core, floor, true);
    // 晟达资产评估有限公司: directly before a legal form a verb or a noun is a trade.
    let trades = core;
    let mut core = core;
    while chain.strength == Strength::Legal && core > floor && left.walked == core && matches!(left.wall, Wall::Verb | Wall::Noun) {
        let Some(length) = edge::stop_length(text, core) else { break };
        core = core_end(text, hits, floor, core - length);
        left = edge::left(text, hits, core, floor, true);
    }
    // 新|希望|乳业有限公司: with what stands before it the word is a brand.
    let front = text.get(left.walked..core).unwrap_or_default();
    core = if !front.is_empty() && short::is_brand_like(front) { trades } else { core };
    if let Some((company, ending)) = before {
        // 中国石油集团东方地球物理勘探有限公司: a group's name opens that of its daughter.
        // 宝成集团光威电脑公司
        let own = text.get(company.end..at).unwrap_or_default();
        let named = chain.strength == Strength::Legal
            || chain.last == "公司"
                && !company.of(text).ends_with("企业集团")
                && own.chars().nth(1).is_some()
                && !generic::is_generic(own)
                && !own.starts_with(['的', '子', '分', '各', '下', '所']);
        if left.start == company.end && left.wall == Wall::Floor && ending.last == "集团" && named {
            return Some(Span::new(company.start, chain.end));
        }
    }
    let front = text.get(left.walked..left.start).unwrap_or_default();
    let owner = known::last_in(front);
    if let Some(firm) = owner {
        // 英特尔亚太研发有限公司: a known firm before the place.
        left.start = left.walked + firm;
        left.place = None;
    }
    let fund = FUNDS.hold(chain.last).then(|| fund_start(context, floor, at)).flatten();
    if fund.is_some() {
        return fund.map(|start| Span::new(start, chain.end));
    }
    let mut start = if known::starts_with_known(text.get(left.start..core).unwrap_or_default()) {
        left.start
    } else {
        after_foreign_country(context, left, core)
    };
    start = later_opening(text, hits, start, core).unwrap_or(start);
    // 2007年任|湖南云鲲米业股份有限公司董事长: behind a date, or before a place, what somebody becomes somewhere
    let taken = text.get(start..core).is_some_and(|words| words.starts_with('任'));
    let office = start + '任'.len_utf8();
    let told = text.get(..start).is_some_and(|before| before.ends_with(['曾', '现', '历', '兼', '后', '间', '起', '月', '年', '今']));
    let dated = floor > 0 && text.get(floor..start).is_some_and(|between| matches!(between, "" | "，" | ","));
    if taken && (told || dated || edge::within(hits, office, core).any(|hit| hit.span.start == office && edge::is_place(hit))) {
        start = office;
    }
    // 继|海燕公司后
    let succeeded = text.get(chain.end..).is_some_and(|after| after.starts_with(['后', '之', '、']));
    if succeeded && left.wall == Wall::Mark && text.get(start..core).is_some_and(|words| words.starts_with('继')) {
        start += '继'.len_utf8();
    }
    // 中化学|交通建设集团: the trade in a known name is its own.
    let known = text.get(start..at).and_then(known::longest_at).map(|length| start + length).filter(|end| *end > core && left.place.is_none());
    core = known.unwrap_or(core);
    if chain.strength == Strength::Legal && start == core && left.place.is_none() {
        start = place_before_verb(context, floor, start).unwrap_or(start);
    }
    if chain.strength == Strength::Legal && start == core && core == floor {
        start = walls.vague_word(floor).unwrap_or(start);
    }
    // 上海北辰未来投资公司: behind a place and a brand the word for a time is the other half of the brand.
    if start == core && core == floor && core < at {
        start = walls.vague_word(floor).and_then(|word| placed_front(context, walls, word)).unwrap_or(start);
        left.wall = if start < core { Wall::Mark } else { left.wall };
    }
    if chain.strength == Strength::Legal && left.wall == Wall::Noun && start == left.walked {
        start = over_office(context, start).unwrap_or(start);
        start = before_adjective(context, start).unwrap_or(start);
        // 临江市重大产业项目|二期股权投资基金有限公司: no name begins with a phase.
        if text.get(start..core).is_some_and(|words| words!["一期", "二期", "三期", "四期"].begin(words)) {
            let wider = edge::left(text, hits, start, floor, false);
            start = wider.place.filter(|place| place.start == wider.start).map(|place| place.start)?;
            left = wider;
        }
    }
    if left.place.is_some_and(|place| place.end == core) && left.walked < left.start {
        // 新月能源石家庄公司: a brand and a trade before the place.
        let front = Span::new(left.walked, left.start);
        let told = trade::chain_before(text, hits, front.start, front.end);
        let with_trade = told < front.end && told > front.start && !generic::is_generic(Span::new(front.start, told).of(text));
        // 中节能秦皇岛环保有限公司: a brand alone, where a mark stands before it.
        let words = front.of(text);
        let alone = left.wall == Wall::Mark && (2..=4).contains(&words.chars().count()) && short::is_brand_like(words) && !generic::is_generic(words);
        if with_trade || alone {
            start = left.walked;
        }
    }
    if chain.strength != Strength::Legal {
        // What ends in a well-known name is that name: 底|招商银行, 律师告|工商银行.
        let whole = text.get(start..chain.end)?;
        // 中国石油|吉林石化公司: one known firm opens the name of another.
        let led = |firm: usize| whole.get(..firm).is_some_and(known::is_name);
        if let Some(firm) = known::ends_with_known(whole).filter(|firm| *firm > 0 && !led(*firm)) {
            let placed =
                edge::within(hits, start, start + firm).any(|hit| edge::is_place(hit) && hit.span.start == start && hit.span.end == start + firm);
            return Some(Span::new(if placed { start } else { start + firm }, chain.end));
        }
    }
    let brand = Span::new(places_end(hits, start, core), core);
    let words = brand.of(text);
    let length = words.chars().count();
    // 2007年任|云鲲电气集团: behind an office in a firm the name of one stands.
    let held = text.get(..start).and_then(|before| before.strip_suffix('任')).is_some_and(|before| before.ends_with(HOLDING))
        && (!brand.is_empty() || chain.last == "集团");
    let placed = brand.start > start || start > left.start || held;
    let latin = words.chars().any(|c| c.is_ascii_alphabetic());
    // 恒逸集团、西子集团: a brand in 子 behind a mark; 旗下子集团 is none.
    let is_son = words.ends_with('子') && length == 2 && left.wall == Wall::Mark && short::is_brand_like(words);
    if INTERNATIONAL.contains(&text.get(start..chain.end)?)
        || stock_code::is_one(words)
        || words.starts_with(['和', '与', '及', '或', '被', '等', '的', '是']) && !edge::is_shield(words.leading(2))
        || chain.strength != Strength::Legal && (words.ends_with(JOINTS) && !is_son || words.ends_with("平台"))
    {
        return None;
    }
    let alike = words.chars().filter(|c| short::is_brand_like(c.encode_utf8(&mut [0; 4]))).count();
    // 傅利叶公司研发…: so does one of three or four before 公司 where the clause goes on with what it does.
    let does = || text.get(chain.end..).is_some_and(|after| edge::is_verb(after.leading(2)) || DOES.begin(after));
    let told = || {
        core == at
            && chain.last == "公司"
            && length >= 3
            && does()
            && !words.ends_with(['期', '段', '家', '户'])
            && super::list::is_plain(context, brand)
    };
    // 传化集团, 华工科技公司: behind a mark a short brand with a trade or 集团 needs one such character only.
    let short_brand = chain.strength == Strength::Plain
        && (2..=4).contains(&length)
        && alike > 0
        && (core < at || chain.last == "集团" || told())
        && !words.starts_with(JOINTS);
    // 绿城服务集团和|天堂硅谷投资集团: beside a firm stands the next one
    let beside = left.wall == Wall::Party
        && before
            .is_some_and(|(company, _)| text.get(company.end..left.start).is_some_and(|joint| words!["和", "与", "及", "、", "携手"].hold(joint)));
    let opened = left.wall == Wall::Mark || beside || left.wall == Wall::Particle && edge::is_owned_by_place(text, hits, left.start);
    let marked = opened && (alike * 3 >= length * 2 || short_brand);
    // A bank or a cooperative of the country is called by its county or village, whether a list knows it or not.
    let rural = RURAL.hold(chain.last) && (matches!(length, 2 | 3) || words.ends_with(['省', '市', '县', '区', '旗', '镇', '乡', '村']));
    // 国家电网青海省|电力公司: a known firm and the place of its daughter.
    let daughter =
        || core < at && known::starts_with_known(words) && edge::within(hits, start, core).any(|hit| hit.span.end == core && edge::is_place(hit));
    // 临江以晴集团: behind a place a group may be called by any two or three characters that are no other word.
    let group = || placed && core == at && chain.last == "集团" && (2..=3).contains(&length) && super::list::is_plain(context, brand);
    let looks =
        known.is_some() || alike == length || latin || placed && alike * 2 >= length || marked || owner.is_some() || rural || daughter() || group();
    let accepted = match chain.strength {
        Strength::Legal => match length {
            0 => placed || core < at && trade::one_before(text, hits, core, at).is_some_and(|word| word > core),
            1 => placed || latin || left.wall == Wall::Mark,
            _ => length <= 16 && left.wall != Wall::Reach,
        },
        Strength::Body => match length {
            // 兴业会计师事务所: the short name of a county is a brand.
            0 if placed && core == at && chain.form == Some("partnership") => {
                edge::within(hits, start, core).any(|hit| hit.span == Span::new(start, core) && edge::is_short_county(hit))
            }
            0 => placed && is_body_of_place(hits, start, at, chain),
            1 => placed && !generic::is_generic(words),
            _ if chain.form == Some("cooperative") => {
                // 某某乡天元粮油制品专业合作社: a town of no list opens the name
                let town =
                    words.rsplit_once(['乡', '镇', '村']).is_some_and(|(town, brand)| town.chars().nth(1).is_some() && brand.chars().count() >= 2);
                length <= 8 && left.wall != Wall::Reach && (alike * 2 >= length || rural || town) && !generic::is_generic(words)
            }
            // 新疆公论律师事务所: behind a place a practice may be called by any word.
            2..=4 if placed && chain.form == Some("partnership") => left.wall != Wall::Reach && !generic::is_generic(words) && !edge::is_stop(words),
            _ => length <= if chain.form == Some("bank") { 4 } else { 8 } && left.wall != Wall::Reach && !generic::is_generic(words) && looks,
        },
        Strength::Plain | Strength::Branch => match length {
            // 泰和集团: a short name of a county that nothing follows is a brand.
            0 if placed && core == at && matches!(chain.last, "集团" | "股份" | "控股") => {
                // 汇川区金东集团: behind another place it is one too.
                let own = edge::within(hits, start, core).find(|hit| hit.span.end == core && edge::is_short_county(hit)).map(|hit| hit.span.start);
                let behind_place =
                    own.filter(|own| *own > start && text.get(start..*own).is_some_and(|place| place.ends_with(['省', '市', '县', '区', '旗'])));
                start = behind_place.unwrap_or(start);
                behind_place.is_some() || is_short_name(hits, start, core)
            }
            // 美国北辰公司: behind a foreign country it is one before 公司 too.
            0 if placed && core == at && chain.last == "公司" => {
                // 甘肃省友谊公司: so it is behind another place.
                let own = edge::within(hits, start, core).find(|hit| edge::is_short_county(hit) && hit.span.end == core).map(|hit| hit.span.start);
                own.is_some_and(|own| start > left.start || own > start)
            }
            // 美国科技公司: firms of a country and a wide trade; 英国石油公司 is one.
            0 if core < at && TRADES_OF_MANY.hold(text.get(core..at).unwrap_or_default()) && is_foreign(hits, start, core) => false,
            0 => placed && core < at && chain.last != "股份" && chain.last != "控股",
            // 中国海洋石油总公司, 国家电力公司: one of the country is called by what it is for.
            _ if national(text, start, chain) => length <= 10 && left.wall != Wall::Reach,
            // 天津市第三建筑工程公司, 湖南化工原料总公司: behind a place its number or what it does is the name.
            _ if start == left.start
                && placed
                && !is_foreign(hits, start, places_end(hits, start, core))
                && is_of_place(text, hits, start, brand, chain) =>
            {
                length <= 8 && left.wall != Wall::Reach
            }
            // 栖霞山综合开发公司
            1 => latin || placed && matches!(words, "山" | "湖" | "河" | "江"),
            _ if placed && core < at && chain.last != "公司" && generic::is_generic(words) => length <= 4 && chain.last == "集团",
            _ => {
                length <= 8
                    && left.wall != Wall::Reach
                    && looks
                    && !generic::is_generic(words)
                    && !generic::is_generic(Span::new(brand.start, at).of(text))
            }
        },
    };
    if !accepted && chain.last == "公司" && chain.strength == Strength::Plain {
        return daughter_of_group(context, walls, at).map(|start| Span::new(start, chain.end));
    }
    let start = if latin { before_latin(hits, edge::latin_words(text, start).max(floor), floor) } else { start };
    accepted.then_some(Span::new(start, chain.end))
}

/// What tells that words before 公司 count firms or class them and name none.
static QUALIFIED: Words<&str> = Words::of(&[
    "大型",
    "中型",
    "小型",
    "上市",
    "民营",
    "外资",
    "合资",
    "知名",
    "著名",
    "跨国",
    "本地",
    "本土",
    "主要",
    "部分",
    "一些",
    "多家",
    "有关",
    "相关",
    "全资",
    "控股",
    "子",
    "母",
    "分",
    "各",
    "其他",
    "某",
    "龙头",
    "头部",
    "众多",
    "优质",
    "重点",
    "高科技",
    "科技型",
    "中小",
    "科创",
    "初创",
    "创业型",
    "关联",
    "专业",
    "巨头",
    "的",
    "和",
    "与",
    "企业",
    "集团",
    "公司",
    "所属",
    "下属",
]);

/// What firms are for that have no other name: 资产经营公司, 进出口公司.
static WORKS: Words<&str> = Words::of(&[
    "经营",
    "管理",
    "进出口",
    "供销",
    "开发",
    "投资",
    "咨询",
    "工程咨询",
    "服务",
    "运输",
    "经贸",
    "贸易",
    "建设",
    "工程",
    "物资",
    "实业",
    "航空",
    "经济技术合作",
    "技术合作",
]);

/// Whether the words between a place and 公司 are the name of one of its firms: a number, or a trade where one place has one such firm.
fn is_of_place(text: &str, hits: &[Hit<'_>], start: usize, brand: Span, chain: &Chain) -> bool {
    let words = brand.of(text);
    let whole = text.get(brand.start..chain.end).and_then(|own| own.strip_suffix(chain.last)).unwrap_or_default();
    if !matches!(chain.last, "公司" | "总公司" | "集团公司") || QUALIFIED.stand_in(whole) {
        return false;
    }
    let figure = |c: char| "一二三四五六七八九十".contains(c);
    let numbered = words.strip_prefix('第').is_some_and(|number| !number.is_empty() && number.chars().all(figure)) && whole.len() > words.len();
    let full = edge::within(hits, start, brand.start)
        .any(|hit| hit.span.end == brand.start && matches!(hit.entry, Entry::Division(place) if place.full) || matches!(hit.entry, Entry::Zone(_)));
    let works = WORKS.end(whole);
    let long = whole.chars().count() >= 4;
    // 上海市出租汽车公司, 天津市化工原料总公司: behind a place with its ending
    let own = full && whole.chars().nth(1).is_some() && (whole.len() > words.len() || works || chain.last == "总公司") && !edge::is_stop(words);
    numbered || own || (works && long || chain.last == "总公司") && generic::is_generic(words)
}

/// Whether the name begins as those of the firms of the country and ends as theirs.
fn national(text: &str, start: usize, chain: &Chain) -> bool {
    let whole = text.get(start..chain.end).unwrap_or_default();
    words!["中国", "国家"].begin(whole) && matches!(chain.last, "总公司" | "集团公司" | "集团总公司")
}

/// A firm that is written in Latin letters as a whole: Blue Bay Technology Co., Ltd.
fn latin(text: &str, at: usize, end: usize) -> Option<Span> {
    const MOST_WORDS: usize = 8;
    let mut start = text.get(..at)?.trim_end_matches([' ', ',']).len();
    let mut first = None;
    for _ in 0..MOST_WORDS {
        let behind = text.get(..start)?;
        let word = behind.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '&' | '-' | '\'')).len();
        let capital = text.get(word..start)?.starts_with(|c: char| c.is_ascii_uppercase() || c.is_ascii_digit());
        let joint = matches!(text.get(word..start), Some("&" | "and" | "of"));
        if word == start || !(capital || joint && first.is_some()) {
            break;
        }
        if capital {
            first = Some(word);
        }
        let Some(before) = text.get(..word).and_then(|before| before.strip_suffix(' ')) else { break };
        start = before.len();
    }
    let name = Span::new(first?, end);
    let whole = text.get(end..)?.chars().next().is_none_or(|c| !c.is_ascii_alphanumeric());
    (whole && name.of(text).starts_with(|c: char| c.is_ascii_uppercase())).then_some(name)
}

/// Adjectives that general nouns stand with and no name of a firm does: directly before the rest of a legal name they are its own.
static ADJECTIVES: Words<&str> = Words::of(&[
    "先进",
    "现代化",
    "国际化",
    "国有",
    "国营",
    "重点",
    "重大",
    "高端",
    "核心",
    "传统",
    "新兴",
    "中小",
    "小微",
    "全球",
    "世界",
    "海外",
    "市场",
    "商品",
    "信息",
    "项目",
    "工程",
]);

/// Those of them that may open a name: 先进存储系统创新中心.
static OPENING: Words<&str> = Words::of(&["先进", "现代化", "国际化"]);

/// Where the name begins whose first word was taken for an adjective: 先进存储系统创新中心(天津)有限公司, 上海先进半导体有限公司.
fn before_adjective(context: &Context<'_>, at: usize) -> Option<usize> {
    let behind = context.text.get(..at)?;
    let adjective = ADJECTIVES.ending(behind).next()?;
    let start = behind.len() - adjective.len();
    let marked = context.text.get(..start)?.chars().next_back().is_none_or(|c| !edge::is_han(c) && !c.is_ascii_alphanumeric());
    place_ending(context, start).or((marked && OPENING.hold(adjective)).then_some(start))
}

/// 和田市|长荣纺织科技有限公司: inside a legal name no office stands, and the city before it is the name's.
fn over_office(context: &Context<'_>, at: usize) -> Option<usize> {
    let behind = context.text.get(..at)?;
    let office = words!["市长", "县长", "区长", "镇长", "省长", "州长"].ending(behind).next()?;
    place_ending(context, at - office.len() + office.chars().next().map_or(0, char::len_utf8))
}

/// Start of the place that ends at a byte.
fn place_ending(context: &Context<'_>, at: usize) -> Option<usize> {
    edge::places_ending_at(context.hits, at).map(|hit| hit.span.start).min()
}

/// Start of the place and the brand of two or three characters that end at a byte.
fn placed_front(context: &Context<'_>, walls: &Walls, at: usize) -> Option<usize> {
    let left = edge::left(context.text, context.hits, at, walls.floor(at), true);
    let place = left.place.filter(|place| place.start == left.start)?;
    let brand = Span::new(places_end(context.hits, place.start, at), at).of(context.text);
    let alike = brand.chars().filter(|c| short::is_brand_like(c.encode_utf8(&mut [0; 4]))).count();
    ((2..=3).contains(&brand.chars().count()) && alike * 2 >= brand.chars().count()).then_some(left.start)
}

/// Forms that funds have.
static FUNDS: Words<&str> = Words::of(&["合伙企业", "(有限合伙)", "（有限合伙）"]);

/// Start of the name of a fund that holds a place in brackets, whatever it is for: 远川(临江)制造业转型升级投资基金合伙企业.
fn fund_start(context: &Context<'_>, floor: usize, at: usize) -> Option<usize> {
    const LONGEST: usize = 28;
    let behind = context.text.get(floor..at)?;
    let (close, mark) = behind.char_indices().rev().take(LONGEST).find(|(_, c)| !edge::is_han(*c))?;
    let close = floor + close + mark.len_utf8();
    let open = edge::bracket(context.text, context.hits, close).filter(|open| matches!(mark, ')' | '）') && *open > floor)?;
    let left = edge::left(context.text, context.hits, open, floor, true);
    (left.start < open && left.wall != Wall::Reach).then_some(left.start)
}

/// Start of the Chinese place right before a Latin name: 台湾|NORTH STAR集团. A foreign country stands beside it.
fn before_latin(hits: &[Hit<'_>], start: usize, floor: usize) -> usize {
    const LONGEST: usize = 36;
    let near = edge::within(hits, start.saturating_sub(LONGEST).max(floor), start);
    near.filter(|hit| hit.span.end == start && edge::is_place(hit) && !is_foreign(hits, hit.span.start, start))
        .map(|hit| hit.span.start)
        .min()
        .unwrap_or(start)
}

/// What firms do besides the verbs that no name holds.
static DOES: Words<&str> = Words::of(&["研发", "生产", "开发", "推出", "制造", "主营", "专注", "致力"]);

/// Trades that a country has many firms of.
static TRADES_OF_MANY: Words<&str> = Words::of(&[
    "科技",
    "高科技",
    "技术",
    "互联网",
    "半导体",
    "芯片",
    "汽车",
    "软件",
    "制药",
    "医药",
    "能源",
    "金融",
    "生物科技",
    "建筑",
    "物流",
    "食品",
]);

/// Whether a foreign country fills the stretch.
fn is_foreign(hits: &[Hit<'_>], start: usize, end: usize) -> bool {
    let foreign = |hit: &Hit<'_>| matches!(hit.entry, Entry::Country { code, .. } if !matches!(code, "CN" | "HK" | "MO" | "TW"));
    edge::within(hits, start, end).any(|hit| hit.span == Span::new(start, end) && foreign(hit))
}

/// Endings before which nothing but the name of a place stands.
static RURAL: Words<&str> =
    Words::of(&["农商银行", "农商行", "农合行", "农村合作银行", "农村商业银行", "村镇银行", "农信社", "农村信用社", "供销合作社"]);

/// 临江经开区|宁夏鑫川电子: where a province stands behind another place or zone, the name begins with it.
pub(super) fn later_opening(text: &str, hits: &[Hit<'_>], start: usize, core: usize) -> Option<usize> {
    let province = |hit: &&Hit<'_>| matches!(hit.entry, Entry::Division(division) if division.level == "province") && hit.span.len() > 4;
    // 望川高新区(南区)|河北云鲲科技有限公司: behind a bracket, too
    let closed = |hit: &&Hit<'_>| text.get(..hit.span.start).is_some_and(|before| before.ends_with([')', '）']));
    if let Some(hit) = edge::within(hits, start, core).filter(province).filter(closed).last() {
        return Some(hit.span.start);
    }
    let end = places_end(hits, start, core);
    edge::within(hits, start, end).filter(province).map(|hit| hit.span.start).filter(|at| *at > start).last()
}

/// Whether one place fills the stretch by its short name of two characters.
fn is_short_name(hits: &[Hit<'_>], start: usize, end: usize) -> bool {
    edge::within(hits, start, end).any(|hit| {
        hit.span.start == start
            && hit.span.end == end
            && hit.span.len() == 6
            && matches!(hit.entry, Entry::Division(division) if !division.full && !division.code.ends_with("0000"))
    })
}

/// Banks that are bodies of states, not firms.
pub(super) static INTERNATIONAL: Words<&str> = Words::of(&[
    "亚洲开发银行",
    "亚洲基础设施投资银行",
    "新开发银行",
    "世界银行",
    "国际清算银行",
    "欧洲中央银行",
    "中国人民银行",
    "日本银行",
    "人民银行",
    "中央银行",
]);

/// 上海联合滚动轴承有限公司: where only trade is left, the word taken for a verb is the brand behind a place.
fn place_before_verb(context: &Context<'_>, floor: usize, at: usize) -> Option<usize> {
    let behind = context.text.get(floor..at)?;
    let verb = floor + behind.char_indices().rev().nth(1)?.0;
    if !edge::is_stop(context.text.get(verb..at)?) {
        return None;
    }
    edge::places_ending_at(context.hits, verb).map(|hit| hit.span.start).find(|start| *start >= floor)
}

/// What stands before 任 where it is a verb.
const HOLDING: [char; 18] = ['年', '月', '日', '起', '今', '间', '，', ',', '曾', '现', '历', '兼', '出', '时', '后', '担', '新', '又'];

/// Characters at which no brand begins or ends.
const JOINTS: [char; 30] = [
    '还', '也', '已', '子', '分', '孙', '母', '与', '及', '或', '从', '把', '给', '对', '在', '等', '被', '称', '是', '的', '将', '除', '离', '由',
    '因', '若', '故', '到', '则', '且',
];

/// Start of the group whose name opens that of a daughter with a general name: 石化集团 + 物流公司.
fn daughter_of_group(context: &Context<'_>, walls: &Walls, at: usize) -> Option<usize> {
    let text = context.text;
    let floor = walls.floor(at);
    let behind = text.get(floor..at)?;
    let own = behind.char_indices().rev().take(6).take_while(|(_, c)| edge::is_han(*c)).map(|(index, _)| floor + index);
    let group = own.into_iter().find(|index| text.get(floor..*index).is_some_and(|before| before.ends_with("集团")))?;
    let words = text.get(group..at)?;
    let daughter = words.chars().count() >= 2 && !words.contains(['的', '子', '分', '该', '各', '等', '和', '与', '所', '下', '股']);
    let end = group - "集团".len();
    let core = core_end(text, context.hits, floor, end);
    let left = edge::left(text, context.hits, core, floor, true);
    (daughter && left.start < end && left.wall != Wall::Reach).then_some(left.start)
}

/// 北京银行, 临江农商银行 are names; 中国银行 too. 上海律师事务所 and 港澳银行 are none, and 外国银行 never comes here.
fn is_body_of_place(hits: &[Hit<'_>], start: usize, at: usize, chain: &Chain) -> bool {
    let place = |hit: &Hit<'_>| hit.span.start == start && edge::is_place(hit) && !matches!(hit.entry, Entry::Region(_));
    matches!(chain.form, Some("bank" | "cooperative")) && edge::within(hits, start, at).any(place)
}

/// A country stands beside a foreign company, not in its name (美国花旗银行), unless nothing distinctive follows (美国银行).
pub(super) fn after_foreign_country(context: &Context<'_>, left: Left, core: usize) -> usize {
    let Some(place) = left.place else { return left.start };
    if is_foreign(context.hits, place.start, place.end) && place.end < core { place.end } else { left.start }
}

/// End of the places that stand side by side from `start`.
pub(super) fn places_end(hits: &[Hit<'_>], start: usize, to: usize) -> usize {
    let mut at = start;
    while let Some(hit) = edge::starting_at(hits, at, to).filter(|hit| edge::is_place(hit)).max_by_key(|hit| hit.span.end) {
        at = hit.span.end;
    }
    at
}
