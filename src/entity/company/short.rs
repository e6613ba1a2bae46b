//! Short names made of a brand and a trade: 云鲲电子, 青鸟消防.

use super::{Found, Walls, generic, tail, trade};
use crate::context::Context;
use crate::entity::edge::{self, Wall};
use crate::han_set::HanSet;
use crate::lexicon::{Entry, Hit};
use crate::seek::Seek;
use crate::span::Span;
use crate::starts::{Learn, Start};
use crate::word_index::WordIndex;
use crate::word_table::{Words, words};
use once_cell::sync::Lazy;
use std::collections::HashSet;

/// Characters that brands are written with: those of the names of listed companies, of good omen (龙, 瑞, 禧), of fine things (珊, 琥, 鹤), and
/// those that write foreign sounds (斯, 尔, 赛). Everyday function characters are left out. A stretch of other characters before a trade word is
/// hardly a brand.
static BRAND: HanSet = HanSet::of(
    "华国天新金达科海通大业力东泰特光信安联方能源瑞创龙德利美博恒智高银康南长亚星江盛宝际尔广普山威奥北宏富丰建维凯兴化航钢邦城迪云宇神飞西和润行赛阳汇远明正捷嘉克立农元福川隆英合森马斯蓝鼎太顺思铁佳双林京环世晶成永精胜药石视众莱格荣爱峰河鑫洋欣同汉乐讯诺洲商红运易雅杰绿鸿子惠拓纳微锐士申港冠超诚恩辰时锦友欧昌亿伟兰禾辉迈朗晨酒苏矿青慧景豪翔吉祥振虹菱盈纪沃平腾芯久雷升雪文版州品王融珠弘泽孚谷宁鲁浙鹏可田洁松锋春香岭意塑麦火峡客煤仁扬尚兆筑艺彩泉优昊粮悦箭轮铜色木罗核心帆巨卓唐玛卫君凤先艾济阿胶武白湖铝象志陆旗菲硕楚固纬索里迅仙桥仕名真体裕磁标灵曼卡瀚柴浦古井浪堂台炬劲厦岛旭试昆游柏影麒鸣皖钱潮摩陵紫越芝依洪瓷臣旺脉韵澳怡岩锂赫临丹宸趣雄晟溢泓睿翰贵果哈顶侨潍冰洛粤桂露湘津赣村佛皇夏盾玉鹭登喜鸟塔然氏慈伦驰土麟良小爆莎昂熊豆铂舟梅仪澜戎容莫霸壹月秋亨骏缘烽甘镇铸盐鞍秀轩鸥郎茵延镁毛妮歌其煌娜朋尤夫榕杯洽树望中湾万百向谐岳岱嵩衡苗霞橙珊瑚竹桐凰狮虎雁霜涛涌溪沙澄湛澎贝蝶蜂鹿驼骆珍玲珑琥珀翡翠祯禧禄寿庆乾坤贞义礼勇毅刚强忠孝赞泛浩昕晖曦皓璟琦玖鲲鹄鹰鹤骐骥路链凌彤铭琪臻玮淇羿曜玥珂铠铖钧镭霖霆霄骁骅翎翊璞瑾璐瑶珺琨琛琰瑜璇奕彬韬颐馨骊蔚禹尧舜煦铄钰铉沐渊晔睦炎焱煜熠灏淼沣沛淳渝滇黔晋冀豫闽沪琼陇蒙藏疆辽黑拜耳尼诗妃黛蒂丽娅瑟琳恺弗益聚茂灿柯佰誉畅埃谊顿燕徽渤启享佑速杜加巴波伯布查道丁多戈哥杭霍基坎肯拉劳勒黎列卢米纽帕佩皮奇乔萨桑塞舍圣施史托瓦温乌希锡肖谢伊约扎芳燃根杉楠枫桦樟莲菊蕾芙芸逸惟玑珩珞珈璇帝秦梦剑慕唯昇韩擎寰柳齐颂鸾烁炫烨昭昱沁泊滢漾潞澧濮瀛犀瓯砺磐磊穗竣绮缤羲翘聆芮苑茗荃荟莘菁萃葆葵蓓蓉蔓薇藤虞蜀衍轲轶迦逗郦酷鉴铎铱铿镒隽雍霏霓靖颢飒馥骄鲸鳌鳞鸢鹊麓汶",
);

/// Trade words by which short names end: a name like 蓝湾电子 is told by the second half.
const ENDS: &str = "
科技 电子 电器 电气 光电 光电科技 光伏 半导体 微电子 芯片 信息 软件 数科 智能 智造 智能装备 重工 重科 机械 机电 精密 精工 装备 自动化 机器人 激光 仪器 能源 新能源 电力 热电 热力 燃气 石化 化工 化学 油脂 新材 新材料 复材 纤维 化纤 玻纤 锂电 稀土 水泥 建材 玻璃 陶瓷
钢铁 特钢 钢管 铝业 铜业 锌业 铅业 锡业 锑业 钛业 锂业 钴业 镍业 钨业 钼业 镁业 硅业 磁业 矿业 煤业 木业 纸业 药业 酒业 乳业 面业 糖业 盐业 茶业 果业 牧业 种业 渔业 林业 塑业 泵业 管业 影业 物业 置业 实业
医药 制药 生物 生物科技 生物医药 基因 医疗 器械 医疗科技 食品 粮油 农牧 饮料 服饰 家居 纺织 印务 塑胶 轮胎 轮毂 客车 重汽 汽配 轴承 电机 电缆 线缆 电池 储能 风电 航空 航材 航天 航运 海运 物流 快递 速递 地产 建工 水务 人寿 财险 百货 家电 厨电 卫浴 阀门 模具 模塑 绿能 显示 面板 药房 电源 高科 LED
门业 米业 鞋业 车业 石业 钢构 光学 晶圆 特汽 太阳能
智联 智控 生化 数智 智算 新能 光能 光纤 光缆 精机 铸造 锻造 农科 医科 环科 能科 财富
城投 交投 建投 文投 产投 旅投 农投 水投 能投
";

/// Trade words that everyday phrases end in as well (红色旅游, 农田建设): a name only where the words after speak of a firm.
const WEAK_ENDS: &str = "
建设 旅游 健康 网络 数据 材料 超市 投资 基金 餐饮 酒店 教育 商业 城建 照明 动力 云 电商 消防 保险 租赁 支付 交通 运输 通信 通讯 环境 安防 服装 家具 印刷 包装 水产 港口 商业 传媒 文旅 路桥 园林 环保 信托 期货 证券 资本 创投 汽车 农业
";

/// Words that only a firm is followed by.
static FIRM_AFTER: Words<&str> = Words::of(&[
    "公告",
    "午间公告",
    "晚间公告",
    "董事长",
    "总经理",
    "总裁",
    "副总",
    "CEO",
    "创始人",
    "首席",
    "股价",
    "涨停",
    "跌停",
    "宣布",
    "披露",
    "公司",
    "集团",
    "(0",
    "(3",
    "(6",
    "（0",
    "（3",
    "（6",
    "：拟",
    "：公司",
    "拟",
    "子公司",
    "旗下",
    "官网",
    "总部",
    "持有",
    "与其",
    "签约",
    "负责人",
    "领投",
    "跟投",
    "参投",
    "合伙人",
    "创始合伙人",
    "管理合伙人",
    "执行合伙人",
]);

/// Words after a short name that go on to a common noun: 蓝湾电子产业, 云鲲科技园.
static GOES_ON: Words<&str> = Words::of(&[
    "合作",
    "发电",
    "示范",
    "汽车",
    "产业",
    "行业",
    "领域",
    "企业",
    "产品",
    "市场",
    "板块",
    "业务",
    "设备",
    "制造",
    "园",
    "城",
    "新城",
    "谷",
    "港",
    "街",
    "小镇",
    "基地",
    "中心",
    "工程",
    "技术",
    "研发",
    "创新",
    "人才",
    "人员",
    "工人",
    "专业",
    "学院",
    "大学",
    "学校",
    "研究",
    "协会",
    "学会",
    "商会",
    "局",
    "厅",
    "委",
    "部",
    "系统",
    "平台",
    "服务",
    "资源",
    "供应",
    "需求",
    "生产",
    "加工",
    "贸易",
    "出口",
    "进口",
    "消费",
    "价格",
    "成本",
    "器械",
    "用品",
    "制品",
    "原料",
    "零部件",
    "配件",
    "材料",
    "元件",
    "元器件",
    "化",
    "性",
    "类",
    "型",
    "业",
    "品",
    "机",
    "车",
    "线",
    "政策",
    "标准",
    "指数",
    "概念",
    "赛道",
    "集群",
    "链",
    "生态",
    "革命",
    "强国",
    "强省",
    "大国",
    "大省",
    "周",
    "展",
    "论坛",
    "大会",
    "日报",
    "报",
    "网",
    "集聚区",
]);

/// Words after a short name that speak of a firm.
static SPEAKS: Words<&str> = Words::of(&[
    "董事长",
    "总经理",
    "总裁",
    "副总",
    "负责人",
    "创始人",
    "CEO",
    "执行",
    "首席",
    "发布",
    "宣布",
    "公告",
    "表示",
    "披露",
    "公司",
    "项目",
    "工厂",
    "股价",
    "股票",
    "集团",
    "旗下",
    "一期",
    "二期",
    "三期",
    "等企业",
    "等公司",
    "等项目",
    "等一批",
    "等重点",
    "等知名",
    "等龙头",
    "等上市",
    "、",
    "，",
    ",",
    "。",
    "”",
    "(",
    "（",
    "；",
    "：",
    ":",
    "等",
    "将",
    "拟",
    "已",
    "的",
    "为",
    "是",
    "与",
    "和",
    "同",
    "及",
    "联合",
    "在",
    "投资",
    "落户",
    "签约",
    "入驻",
    "上市",
    "中标",
    "涨",
    "跌",
    "获",
    "有限",
    "股份",
    "内",
    "车间",
    "发债",
    "发行",
    "增资",
    "扩产",
    "量产",
    "停牌",
    "复牌",
    "亏损",
    "营收",
    "净利",
    "市值",
    "募资",
    "开工",
    "投产",
    "携手",
    "牵头",
    "承建",
    "推出",
    "自主",
    "自研",
    "年产",
    "员工",
    "职工",
    "厂区",
    "相关负责",
    "有关负责",
]);

/// Trades of a town's or province's own holdings: the place is all the name they have, 临江城投.
static HOLDINGS: Words<&str> = Words::of(&["证券", "城投", "交投", "建投", "文投", "产投", "旅投", "农投", "水投", "能投"]);

/// The trades that short names are looked for by.
pub(super) fn starts(learn: Learn<'_>) {
    ENDS.split_whitespace().chain(WEAK_ENDS.split_whitespace()).for_each(|word| learn(Start::Trade, word));
}

/// Finds short names.
pub(super) fn recognise(context: &Context<'_>, walls: &Walls, found: &mut Vec<Found>) {
    let text = context.text;
    let mut ends: HashSet<usize> = found.iter().map(|name| name.span.end).collect();
    let mut last_end = 0;
    for (at, (word, _)) in WORDS.longest_at(text, context.starts.of(Start::Trade)) {
        if at < last_end {
            continue;
        }
        let end = at + word.len();
        if let Some(span) = short_name(context, walls.floor(at).max(last_end), at, end, &ends) {
            found.push(Found::new(span, "company.brand_and_trade"));
            ends.insert(end);
            last_end = end;
        }
    }
}

/// Trade words, with whether each is one of [`WEAK_ENDS`].
static WORDS: Lazy<WordIndex<'static, bool>> = Lazy::new(|| {
    let strong = ENDS.split_whitespace().map(|word| (word, false));
    WordIndex::by_beginning(strong.chain(WEAK_ENDS.split_whitespace().map(|word| (word, true))))
});

fn short_name(context: &Context<'_>, floor: usize, at: usize, end: usize, ends: &HashSet<usize>) -> Option<Span> {
    let (text, hits) = (context.text, context.hits);
    let after = text.get(end..).unwrap_or_default();
    // 望川区青海蓝湾新材料|有限公司 is found by its legal form.
    if goes_on(after) || words!["有限公司", "有限责任公司", "股份有限公司", "集团有限公司"].begin(after) {
        return None;
    }
    let core = trade::chain_before(text, hits, floor, at);
    // 华润电力风电光伏: no firm is called by three trades.
    if trade::one_before(text, hits, core, at).is_some_and(|second| second > core) {
        return None;
    }
    let left = edge::left(text, hits, core, floor, true);
    let brand = Span::new(tail::places_end(hits, left.start, core), core);
    let words = brand.of(text).split(['(', '（']).next().unwrap_or_default();
    let length = words.chars().count();
    if left.wall != Wall::Reach && length == 0 && placed_brand(context, left.start, core, end) {
        return Some(Span::new(left.start, end));
    }
    if left.wall == Wall::Reach || !(2..=4).contains(&length) || generic::is_generic(words) || trade::is_trade(words) {
        return None;
    }
    if words.starts_with(['局', '院', '所']) || words.ends_with(['和', '与', '及', '等']) {
        return None; // 中铁上海局|…, 药品和|医疗器械, 晶澜等|半导体
    }
    // 新疆中部|合盛硅业: a listed firm is found by its own name.
    let listed = |hit: &Hit<'_>| !hit.ambiguous && matches!(hit.entry, Entry::Company(_)) && hit.span.end == end;
    if edge::within(hits, brand.start, end).any(listed) {
        return None;
    }
    let alike = words.chars().filter(|c| BRAND.holds(*c)).count();
    let placed = brand.start > left.start;
    let trade = text.get(at..end).unwrap_or_default();
    let weak = WORDS.get(trade).is_some_and(|weak| *weak);
    // Beside a firm a trade tells the next one, whatever its brand is written with: 蓝湾电子与远岫锂电.
    let beside = || !weak && length <= 3 && stands_beside(text, left.start, ends);
    if alike < length && !(placed && alike * 2 >= length && length <= 3) && !beside() {
        return None;
    }
    let start = tail::after_foreign_country(context, left, core);
    let span = Span::new(tail::later_opening(text, hits, start, core).unwrap_or(start), end);
    // 总投资6亿元的云鲲重工主轴承项目, 投资6亿元的云鲲实业镍铁合金: the firm opens the name of its project, or is all there is of it.
    let paid = text.get(..left.start).is_some_and(|before| before.ends_with("元的"));
    let alone = paid && left.wall == Wall::Particle && length <= 3 && alike == length && after.starts_with(['、', '，', ',', '等', '；']);
    if is_common(context, span, brand, alone) {
        return None;
    }
    let marked = left.wall == Wall::Mark || left.wall == Wall::Particle && edge::is_owned_by_place(text, hits, left.start);
    // 上海烈冰生物科技基因检测…: behind a place, a brand and a trade the next trade word belongs to what follows.
    if weak && !FIRM_AFTER.begin(after) && !alone {
        return None;
    }
    // 中核远能|风电项目: what is built is no part of the builder's name.
    if BUILT.hold(trade) && after.starts_with("项目") {
        return None;
    }
    let opens = FIRM_ENDS.hold(trade) && length <= 3 && alike == length && (paid || names_project(after));
    let closed = ends_here(after) || placed && trade::longest_at(text, hits, end).is_some() || opens;
    let opened = marked || placed || matches!(left.wall, Wall::Verb | Wall::Noun | Wall::Party) || (opens || alone) && left.wall == Wall::Particle;
    // 平坝区|蓝湾药业: a name without a legal form opens with no county in full
    let county = edge::places_ending_at(hits, brand.start).any(|hit| is_full_county(hit) && hit.span.start >= span.start);
    let span = if county { Span::new(brand.start, end) } else { span };
    (closed && opened).then_some(span)
}

/// Whether the hit is the full name of a county: 平坝区, 望都县.
fn is_full_county(hit: &Hit<'_>) -> bool {
    matches!(hit.entry, Entry::Division(division) if division.full && division.level == "county")
}

/// Trades that are works to be built as well.
static BUILT: Words<&str> = Words::of(&["风电", "光伏", "储能", "水电", "热电", "火电", "核电"]);

/// Trades that only firms are called by; a product or a sector is not (电机, 材料).
pub(super) static FIRM_ENDS: Words<&str> = Words::of(&[
    "科技",
    "光电科技",
    "生物科技",
    "医疗科技",
    "重工",
    "重科",
    "重汽",
    "精工",
    "智造",
    "数科",
    "高科",
    "新材",
    "航材",
    "实业",
    "建工",
    "特钢",
    "药业",
    "制药",
    "酒业",
    "乳业",
    "牧业",
    "种业",
    "茶业",
    "果业",
    "木业",
    "纸业",
    "面业",
    "糖业",
    "盐业",
    "铝业",
    "铜业",
    "锌业",
    "钛业",
    "锂业",
    "钴业",
    "镍业",
    "钨业",
    "镁业",
    "硅业",
    "磁业",
    "矿业",
    "煤业",
    "泵业",
    "管业",
    "塑业",
]);

/// Whether the words go on to the head of a project's name in the same breath.
pub(super) fn names_project(after: &str) -> bool {
    const LONGEST: usize = 28;
    let name = after.char_indices().take_while(|(_, c)| edge::is_han(*c) || c.is_ascii_alphanumeric()).take(LONGEST);
    let mut name = name.take_while(|(at, _)| after.get(*at..).is_some_and(|rest| !rest.starts_with(['的', '等', '与', '和'])));
    name.any(|(at, _)| at > 0 && after.get(at..).is_some_and(|rest| words!["项目", "生产基地", "产业园", "生产线"].begin(rest)))
}

/// Whether one of the firms whose names end at `ends` stands before what starts here, in a list or as the other party.
fn stands_beside(text: &str, start: usize, ends: &HashSet<usize>) -> bool {
    let before = text.get(..start).unwrap_or_default();
    words!["、", "与", "和", "同", "及", "携手", "联合"].ending(before).any(|joint| ends.contains(&(start - joint.len())))
}

/// Whether the place before a trade is the brand: 临江城投, and 栖霞建设 where the words after speak of a firm.
fn placed_brand(context: &Context<'_>, start: usize, core: usize, end: usize) -> bool {
    let whole = |hit: &&Hit<'_>| hit.span.start == start && hit.span.end == core;
    let mut places = edge::within(context.hits, start, core).filter(whole);
    let after = context.text.get(end..).unwrap_or_default();
    // 中国证券 and 香港证券 are markets.
    let market = words!["中国", "香港", "上海", "深圳", "美国"].hold(context.text.get(start..core).unwrap_or_default());
    let holding = !market && HOLDINGS.hold(context.text.get(core..end).unwrap_or_default());
    // 临江药业项目; and 临江药业完成…, where a clause begins.
    let opens = context.text.get(..start).and_then(|before| before.chars().next_back()).is_none_or(|c| !edge::is_han(c));
    let own = FIRM_ENDS.hold(context.text.get(core..end).unwrap_or_default());
    // 投资6亿元的临江电子、: the name is all there is of what money is put into.
    let paid = context.text.get(..start).is_some_and(|before| before.ends_with("元的")) && after.starts_with(['、', '，', ',', '等', '；']);
    places.any(|hit| {
        holding && edge::is_place(hit) && ends_here(after)
            || edge::is_short_county(hit)
                && (paid
                    || FIRM_AFTER.begin(after)
                    || own && (after.starts_with("项目") || opens && (edge::is_verb(after.leading(2)) || after.starts_with(['、', '，', ',']))))
    })
}

/// Whether a sector, place or other word of the lexicon covers the brand: 消费电子, 南方电力.
///
/// The short name of a county is a brand where the name is all there is of what money is put into: 投资6亿元的向阳电子.
fn is_common(context: &Context<'_>, span: Span, brand: Span, alone: bool) -> bool {
    let first = context.hits.partition_point(|hit| hit.span.start + 24 < span.start);
    context.hits.get(first..).unwrap_or_default().iter().take_while(|hit| hit.span.start < span.end).any(|hit| match hit.entry {
        Entry::Industry { .. } => hit.span.overlaps(brand),
        Entry::Division(_) | Entry::Country { .. } | Entry::Region(_) => hit.span.contains(brand) && !(alone && edge::is_short_county(hit)),
        Entry::Title { .. } | Entry::CompanyWord => hit.span.overlaps(brand) && hit.span.len() >= 6,
        _ => false,
    })
}

/// Whether a name may end before these words: a mark, a figure, a word that speaks of a firm, a verb or a general noun.
pub(super) fn ends_here(after: &str) -> bool {
    let next = after.chars().next().is_none_or(|c| !edge::is_han(c));
    let two = after.leading(2);
    next || SPEAKS.begin(after) || edge::is_stop(two) || TIMES.hold(two)
}

/// Times that a sentence about a firm goes on with.
static TIMES: Words<&str> = Words::of(&["午间", "晚间", "早间", "盘后", "盘前", "今日", "昨日", "今天", "昨天", "今年", "去年", "近日"]);

/// Whether all its characters are such as brands are written with.
pub(crate) fn is_brand_like(words: &str) -> bool {
    words.chars().all(|c| BRAND.holds(c))
}

/// Whether a common noun goes on after a trade word.
pub(super) fn goes_on(after: &str) -> bool {
    let two = after.leading(2);
    !edge::is_stop(two) && GOES_ON.begin(after)
}
