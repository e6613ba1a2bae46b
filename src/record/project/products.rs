//! What a project makes: as listed, or as its capacity counts it.

use super::parties::Scene;
use super::refer::spans;
use super::walk::within;
use super::{ProjectRecord, is};
use crate::context::Mention;
use crate::entity::edge::is_han;
use crate::entity::{Kind, Value};
use crate::seek::Seek;
use crate::span::Span;
use crate::word_table::{Words, words};

/// How many mentions behind the first amount are looked through for the others.
const MOST_MENTIONS: usize = 24;

/// What a capacity stands behind.
static YEARLY: Words<&str> = Words::of(&["年产", "日产", "年生产", "年可生产"]);

/// How many goods are read behind one capacity at most.
const MOST_PRODUCTS: usize = 6;

/// How many characters of a list are looked at for what is done to its goods.
const LONGEST_LIST: usize = 36;

/// How many characters the name of goods has at most, and one more.
const LONGEST_GOODS: usize = 14;

/// Whether the words may name goods: no processes, no measures.
fn is_goods(words: &str) -> bool {
    (2..LONGEST_GOODS).contains(&words.chars().count())
        && !words!["新型", "下游", "上游", "相关", "产品", "产能", "成品", "数字", "选矿", "焦化", "高档", "高端", "智能", "绿色", "技术"].hold(words)
        && !words.ends_with(['量', '化', '额', '值'])
        && !words!["规模", "以上", "左右", "能力"].begin(words)
        && (words.chars().any(is_han) || words.len() >= SHORTEST_SIGNS && words.chars().all(|c| c.is_ascii_uppercase()))
}

/// How many capitals at least name goods by themselves: PVC.
const SHORTEST_SIGNS: usize = 3;

/// What is done to goods or with them: the name of the goods ends before it.
static MADE: Words<&str> = Words::of(&[
    "项目",
    "全产业链",
    "生产",
    "建设",
    "扩建",
    "改建",
    "改造",
    "技改",
    "产业化",
    "一体化",
    "产业园",
    "工程",
    "基地",
    "加工",
    "深加工",
    "制造",
    "搬迁",
    "综合",
    "循环",
    "利用",
    "配套",
    "升级",
    "智能化",
    "自动化",
    "数字化",
    "及配套",
    "装置",
    "产线",
    "能力",
    "研发",
    "组装",
    "封装",
    "回收",
    "处理",
    "一期",
    "二期",
    "三期",
    "首期",
    "投资",
    "达产",
    "投产",
    "开工",
    "落户",
    "签约",
    "正在",
    "可",
    "在",
    "扩能",
    "扩产",
    "新建",
    "迁建",
    "产业",
    "示范",
]);

/// What a material can, as the name of goods opens with it.
static ABLE: Words<&str> = Words::of(&["可降解", "可生物", "可再生", "可溶", "可再分散", "可发性", "可膨胀"]);

/// What is done to goods, behind their name in a list.
static WORKED: Words<&str> =
    Words::of(&["研发", "开发", "生产", "制造", "加工", "销售", "的", "系列产品", "系列", "产品", "业务", "组装", "设计", "服务"]);

/// Units that goods are counted by, where no year is told: of the other ones houses, seats and lines have some too.
static GOODS_UNITS: Words<&str> = Words::of(&["t", "kg", "L", "件", "台", "只", "片", "支", "枚", "双", "瓶", "辆", "匹"]);

/// What stands before an amount of things that are treated and not made.
static TREATING: Words<&str> = Words::of(&["处理", "加工", "回收", "拆解", "消纳", "利用", "仓储", "吞吐", "屠宰", "冷藏", "储存", "储备"]);

/// What is done to things that are not made: 10万吨|污水|处理项目.
static TREATED: Words<&str> = Words::of(&["处理", "加工", "深加工", "回收", "利用", "综合", "循环"]);

/// How names end of works, plants and treatments, which are no goods.
static NO_GOODS: Words<&str> = Words::of(&[
    "矿", "库", "仓", "港", "厂", "场", "站", "泊位", "码头", "窑", "炉", "机组", "再生", "提质", "冶炼", "焚烧", "仓储", "物流", "采选", "开采",
    "储备", "气化", "干馏", "洗选", "贮存", "填埋", "处置", "养殖", "屠宰", "种植", "印染", "拆解", "脱硫", "污水", "污泥", "垃圾", "废料", "废物",
    "扩能", "扩产", "捕集", "封存", "采购", "招标", "储运", "转运", "换热", "供热",
]);

impl Scene<'_> {
    /// 主要生产A、B: what is made, as listed; else what the capacity counts: 年产5万吨|甲醇、3万吨|烯烃.
    pub(super) fn products(&self, record: &mut ProjectRecord) {
        self.listed_products(record);
        if record.products.is_empty() {
            self.counted_products(record);
        }
    }

    /// The goods right behind the capacity, and those of the amounts that go on with it.
    fn counted_products(&self, record: &mut ProjectRecord) {
        let text = self.context.text;
        let yearly = |mention: &Mention| is(mention, Kind::Quantity) && YEARLY.end(text.get(..mention.span.start).unwrap_or_default());
        let names = spans(record, self.mentions);
        let in_name = |fits: &dyn Fn(&Mention) -> bool| names.iter().find_map(|name| within(self.mentions, *name).find(|(_, mention)| fits(mention)));
        let named = in_name(&yearly).or_else(|| in_name(&|mention| self.counts_goods(mention)));
        let told = || [&record.capacity, &record.annual_output].into_iter().flatten().map(|stated| stated.mention);
        let behind = told().filter(|at| self.mentions.get(*at).is_some_and(yearly)).chain(self.told_later(yearly));
        let Some(first) = named.map(|(at, _)| at).into_iter().chain(behind).next() else {
            let before = told().find_map(|at| self.goods_in_front(at).map(|goods| (at, goods)));
            let list = told().find_map(|at| self.list_in_front(at)).filter(|_| before.is_none());
            if let Some((at, goods)) = before {
                self.add_in_front(record, at, goods);
            }
            if let Some(list) = list {
                self.add_list(record, list);
            }
            return;
        };
        let mut last: Option<Span> = None;
        for mention in self.mentions.iter().skip(first).take(MOST_MENTIONS).filter(|mention| is(mention, Kind::Quantity)).take(MOST_PRODUCTS) {
            let span = mention.span;
            let follows = match last {
                None => yearly(mention) || self.counts_goods(mention),
                Some(last) => matches!(text.get(last.end..span.start), Some("、" | "和" | "及" | "与" | "")),
            };
            if !follows {
                break;
            }
            let goods = self.goods(span.end);
            let words = goods.of(text);
            if !is_goods(words) {
                break;
            }
            // 10万吨铜箔|新生产基地: of the works and not of the goods
            let words = words.strip_suffix('新').or_else(|| words.strip_suffix('厂')).unwrap_or(words);
            record.products.push(words.strip_prefix("各类").unwrap_or(words).to_owned());
            record.rests_on("products", goods);
            // 3万吨碳酸锂和|单水氢氧化锂项目
            let joined = text.get(goods.end..).is_some_and(|rest| rest.starts_with(['和', '及', '与']));
            let second = self.goods(goods.end + if joined { '和'.len_utf8() } else { 0 });
            let made = text.get(second.end..).is_some_and(|rest| MADE.begin(rest));
            if joined && made && is_goods(second.of(text)) && !second.of(text).starts_with(|c: char| matches!(c, '其' | '相') || c.is_ascii_digit())
            {
                record.products.push(second.of(text).to_owned());
                record.rests_on("products", second);
            }
            last = Some(goods);
        }
    }

    /// 30万吨|合成氨项目: an amount that goods are counted by, with what is made behind it and not what is treated, kept or built.
    fn counts_goods(&self, mention: &Mention) -> bool {
        let text = self.context.text;
        let counted = matches!(&mention.value, Value::Quantity(amount) if amount.unit.as_deref().is_some_and(|unit| GOODS_UNITS.hold(unit)))
            && words!["吨", "万", "千", "升", "年"].stand_in(mention.span.of(text));
        let treated = text.get(..mention.span.start).is_some_and(|behind| TREATING.end(behind));
        let goods = if counted && !treated { self.goods(mention.span.end) } else { return false };
        let rest = text.get(goods.end..).unwrap_or_default();
        !TREATED.begin(rest) && !NO_GOODS.end(goods.of(text)) && !goods.of(text).starts_with('级')
    }

    /// 年产|绿氢2.1万吨: the goods between the year and the amount.
    fn goods_in_front(&self, at: usize) -> Option<Span> {
        let amount = self.mentions.get(at)?.span;
        let behind = self.context.text.get(..amount.start)?;
        let from = behind.char_indices().rev().take(LONGEST_GOODS + "年产".len()).last().map_or(0, |(from, _)| from);
        let near = behind.get(from..)?;
        let (opening, word) = YEARLY.found_in(near).last()?;
        let start = from + opening + word.len();
        // 年产|面粉生产设备8000台: the amount ends the name
        let goods = Span::new(start, amount.start.max(start));
        let words = goods.of(self.context.text);
        let told = words.contains(['量', '能', '将', '至', '达', '为', '超', '约', '近', '可', '已', '到', '由', '增']);
        (is_goods(words) && !words.contains('等') && words.chars().all(|c| is_han(c) || c.is_ascii_alphanumeric() || c == '-') && !told)
            .then_some(goods)
    }

    /// The goods of one phase, told behind the name in its sentence: A项目总投资3亿元,一期建成后可年产|10万吨甲醇.
    fn told_later(&self, yearly: impl Fn(&Mention) -> bool) -> Option<usize> {
        let text = self.context.text;
        // A、B等6个项目…: what several make is not what the one makes
        let alone = |own: &&Span| text.get(own.end..).is_some_and(|after| !after.starts_with(['、', '和', '及', '与', '等']));
        self.own.iter().filter(alone).find_map(|own| {
            let sentence = self.sentence(own.start);
            let behind = within(self.mentions, Span::new(own.end, sentence.end.max(own.end)));
            let mut behind = behind.take(MOST_MENTIONS).take_while(|(_, mention)| !matches!(mention.kind(), Kind::Project | Kind::Company));
            behind.find(|(_, mention)| is(mention, Kind::Quantity) && yearly(mention)).map(|(at, _)| at)
        })
    }

    /// 年产|行李架、底板、车厢等|配套件30万件: the goods that stand for what is counted.
    fn list_in_front(&self, at: usize) -> Option<Span> {
        const LONGEST: usize = 48;
        let amount = self.mentions.get(at)?.span;
        let behind = self.context.text.get(..amount.start)?;
        let from = behind.char_indices().rev().take(LONGEST).last().map_or(0, |(from, _)| from);
        let near = behind.get(from..)?;
        let (opening, word) = YEARLY.found_in(near).last()?;
        let start = from + opening + word.len();
        let list = behind.get(start..)?;
        let closed = list.find('等')?;
        let list = list.get(..closed).filter(|list| !list.contains([',', '，', '。', '；', ';', '\n']))?;
        list.split(['、', '和', '及', '与']).all(is_goods).then(|| Span::new(start, start + list.len()))
    }

    /// 年产|绿氢2.1万吨、|绿色甲醇10万吨: these goods and those of the amounts that go on in the same order.
    fn add_in_front(&self, record: &mut ProjectRecord, at: usize, goods: Span) {
        let text = self.context.text;
        let mut goods = goods;
        for amount in self.mentions.iter().skip(at).take(MOST_MENTIONS).filter(|mention| is(mention, Kind::Quantity)).take(MOST_PRODUCTS) {
            if amount.span.start != goods.end {
                break;
            }
            record.products.push(goods.of(text).to_owned());
            record.rests_on("products", goods);
            let Some(rest) = text.get(amount.span.end..).and_then(|rest| rest.strip_prefix(['、', '和', '及'])) else { break };
            let start = text.len() - rest.len();
            goods = self.goods(start);
            if let Some(next) = self.amount_behind(start).filter(|next| is_goods(Span::new(start, *next).of(text))) {
                goods = Span::new(start, next);
            }
            if !is_goods(goods.of(text)) {
                break;
            }
        }
    }

    /// Where the next amount begins, when nothing but words stand before it.
    fn amount_behind(&self, at: usize) -> Option<usize> {
        let next = self.mentions.partition_point(|mention| mention.span.start <= at);
        let amount = self.mentions.iter().skip(next).take(MOST_MENTIONS).find(|mention| is(mention, Kind::Quantity))?;
        let words = self.context.text.get(at..amount.span.start)?;
        words.chars().take(LONGEST_GOODS + 1).all(|c| is_han(c) || c.is_ascii_alphanumeric() || c == '-').then_some(amount.span.start)
    }

    /// The words that may name goods from byte `at` on.
    fn goods(&self, at: usize) -> Span {
        let rest = self.context.text.get(at..).unwrap_or_default();
        let inside = |c: char| is_han(c) && !matches!(c, '和' | '及' | '与' | '的' | '等') || c.is_ascii_alphanumeric() || c == '-';
        let next = self.mentions.partition_point(|mention| mention.span.start <= at);
        let amounts = self.mentions.iter().skip(next).take(MOST_MENTIONS);
        let amount = amounts.filter(|mention| is(mention, Kind::Quantity)).map(|mention| mention.span.start - at).next().unwrap_or(usize::MAX);
        // 醋酸衍|生产品
        let inside_word = |from: usize| rest.get(..from).is_some_and(|before| before.ends_with('衍'));
        let made = |from: usize| rest.get(from..).is_some_and(|rest| MADE.begin(rest)) && !(from == 0 && ABLE.begin(rest)) && !inside_word(from);
        let goods = rest.char_indices().take(LONGEST_GOODS).take_while(|(from, c)| inside(*c) && *from < amount && !made(*from));
        Span::new(at, at + goods.map(|(at, c)| at + c.len_utf8()).last().unwrap_or(0))
    }

    fn listed_products(&self, record: &mut ProjectRecord) {
        static MARKERS: Words<&str> = Words::of(&[
            "主要研发生产",
            "主要生产",
            "专业生产",
            "主要从事",
            "专业从事",
            "主要产品为",
            "主导产品为",
            "产品主要有",
            "主要产品有",
            "主要产品包括",
            "产品包括",
            "主要产品是",
            "主导产品是",
            "产品涵盖",
            "主要用于生产",
            "产品主要为",
            "主营产品为",
            "主营产品有",
            "专门从事",
            "专门生产",
            "主要加工",
            "从事",
        ]);
        for own in self.own {
            let sentence = self.sentence(own.start);
            let after = Span::new(own.end, sentence.end.max(own.end));
            let ahead = after.of(self.context.text);
            let Some((at, marker)) = MARKERS.iter().filter_map(|marker| ahead.place_of(marker).map(|at| (at, *marker))).min() else { continue };
            let start = after.start + at + marker.len();
            let rest = Span::new(start, sentence.end.max(start)).of(self.context.text);
            // 主要生产设备70台套 are what it makes them with
            if words!["设备", "线", "车间", "厂房", "工艺", "装置"].begin(rest) {
                continue;
            }
            // 从事|贸易: nothing is made
            if marker == "从事" && !words!["生产", "制造", "加工"].stand_in(rest.leading(LONGEST_LIST)) {
                continue;
            }
            let length = rest.find([',', '，', ';', '；', '。']).unwrap_or(rest.len());
            let list = rest.get(..length).unwrap_or_default();
            let list = list.split('等').next().unwrap_or(list);
            self.add_list(record, Span::new(start, start + list.len()));
            if !record.products.is_empty() {
                return;
            }
        }
    }

    /// The goods of a list: A、B和C研发、生产.
    fn add_list(&self, record: &mut ProjectRecord, list: Span) {
        for item in list.of(self.context.text).split(['、', '和', '与', '及']).take(MOST_PRODUCTS) {
            let mut goods = item.trim();
            while let Some(rest) = WORKED.strip_ending(goods) {
                goods = rest;
            }
            if is_goods(goods) && !record.products.iter().any(|known| known == goods) {
                record.products.push(goods.to_owned());
            }
        }
        if !record.products.is_empty() {
            record.rests_on("products", list);
        }
    }
}
