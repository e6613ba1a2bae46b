//! Numbers with a unit or a measure word.

use crate::context::Mention;
use crate::cursor::Cursor;
use crate::entity::Value;
use crate::entity::figures::suffix::{self, Suffix, denominator};
use crate::entity::figures::{self, Read};
use crate::entity::units::nouns;
use crate::entity::units::physical::Unit;
use crate::error::{Error, ErrorKind};
use crate::magnitude::{Bound, Magnitude, hedge};
use crate::numeral::{self, Figure, Shape, Sign, arabic, sign, skip_spaces};
use crate::seek::{Seek, any};
use crate::span::Span;
use crate::word_table::{Words, words};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A number with a unit or a measure word.
///
/// ```
/// use zhecon::entity::quantity::Quantity;
/// let area: Quantity = "约1.2平方公里".parse()?;
/// assert_eq!((area.magnitude.low, area.unit.as_deref()), (Some("1200000".parse()?), Some("m2")));
/// let rate: Quantity = "22万吨/年".parse()?;
/// assert_eq!((rate.unit.as_deref(), rate.per.as_deref()), (Some("t"), Some("a")));
/// assert_eq!("3斤5两".parse::<Quantity>()?, "1.75公斤".parse()?);
/// # Ok::<(), zhecon::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quantity {
    /// How much, in `unit`.
    #[serde(flatten)]
    pub magnitude: Magnitude,
    /// Canonical unit symbol, or the measure word as written.
    pub unit: Option<String>,
    /// The counted noun as written.
    pub of: Option<String>,
    /// The denominator of 22万吨/年.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<String>,
}

/// Every quantity in a text, with its place.
///
/// ```
/// use zhecon::entity::quantity;
/// let text = "新签约项目61个,占地近300亩,装机2×660MW";
/// let found: Vec<_> = quantity::find_iter(text).map(|(span, quantity)| (span.of(text), quantity.of)).collect();
/// assert_eq!(found, [("61个", Some("项目".into())), ("近300亩", None), ("2×660MW", Some("装机".into()))]);
/// ```
pub fn find_iter(text: &str) -> impl Iterator<Item = (Span, Quantity)> {
    figures::find(text).into_iter().filter_map(|mention| match mention.value {
        Value::Quantity(quantity) => Some((mention.span, quantity)),
        _ => None,
    })
}

impl FromStr for Quantity {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match figures::whole(text).map(|mention| mention.value) {
            Some(Value::Quantity(quantity)) => Ok(quantity),
            _ => Err(Error::new(
                ErrorKind::Unexpected { expected: "a figure with a unit", found: text.trim().to_owned() },
                Some(Span::new(0, text.len())),
            )),
        }
    }
}

impl fmt::Display for Quantity {
    /// As news writes it, in base units, so that it reads back: 约3200平方米 is 约3200m2. The counted noun is not written.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let per = self.per.as_ref().map_or(String::new(), |per| format!("/{per}"));
        let unit = self.unit.as_deref().unwrap_or_default();
        self.magnitude.write(f, if unit == "°" || unit == "度" { "度" } else { unit }, &per)
    }
}

/// A decimal in a unit as a figure in its base unit. What has no end as a decimal (亩) is rounded to four places.
pub(crate) fn lift(value: Decimal, unit: Unit) -> Option<Figure> {
    let product = value.checked_mul(Decimal::from(unit.numerator))?;
    let denominator = Decimal::from(unit.denominator);
    let quotient = product.checked_div(denominator)?;
    let endless = unit.denominator % 3 == 0 && !product.checked_rem(denominator)?.is_zero();
    Some(Figure::from(if endless { quotient.round_dp(4) } else { quotient }))
}

/// A fraction of a unit: 四分之一公升.
pub(crate) fn lift_figure(figure: Figure, unit: Unit) -> Option<Figure> {
    let whole = figure.numerator().checked_div(figure.denominator())?;
    match lift(figure.numerator(), unit)?.decimal() {
        Some(numerator) => {
            let quotient = numerator.checked_div(figure.denominator())?;
            Some(Figure::from(if quotient.normalize().scale() < 20 { quotient } else { quotient.round_dp(4) }))
        }
        None => lift(whole, unit),
    }
}

fn quantity(magnitude: Magnitude, unit: &str, of: Option<&str>, per: Option<String>) -> Value {
    Value::Quantity(Quantity { magnitude, unit: Some(unit.to_owned()), of: of.map(str::to_owned), per })
}

/// What is counted: named behind the mention or right before it.
fn counted(text: &str, start: usize, end: usize) -> Option<&str> {
    nouns::after(text, end).or_else(|| nouns::before(text, start))
}

/// What is measured: named behind the mention or right before it. 某公司100兆瓦电站: who has things of a size has none; land has one.
fn measured(text: &str, start: usize, end: usize, unit: Unit) -> Option<&str> {
    const FIRMS: [&str; 6] = ["公司", "分公司", "子公司", "上市公司", "企业", "集团"];
    let after = if unit.base == "m2" { nouns::after(text, end).filter(|noun| !FIRMS.contains(noun)) } else { nouns::measured_after(text, end) };
    after.or_else(|| nouns::before(text, start).filter(|noun| !FIRMS.contains(noun)))
}

/// A quantity in an amount with a physical unit behind it.
pub(crate) fn of_unit(text: &str, read: &mut Read<'_>) -> Option<Mention> {
    let Some(Suffix::Unit { name, unit }) = read.suffix else { return None };
    let low_unit = match read.first_suffix {
        Some(Suffix::Unit { unit, .. }) => unit,
        _ => unit,
    };
    let mut end = read.end;
    let exact = read.amount.shape == Shape::Exact;
    if !read.amount.numeral.arabic && is_idiom(text, read.amount.start, end) {
        return None;
    }
    // 五升六降: so many went up, so many down
    if name == "升" && !read.amount.numeral.arabic && counts_turns(text, read.amount.start, end) {
        return None;
    }
    // 百米赛跑: one bare unit of ten is no figure by itself
    if read.amount.numeral.bare && exact && read.amount.before.is_none() && hedge::after(text, end).is_none() && read.amount.numeral.big == 0 {
        return None;
    }
    let (mut low, mut high) = (lift(read.low, low_unit)?, lift(read.high, unit)?);
    if name == "度" {
        return of_degree(text, read);
    }
    if exact {
        if let Some((part, after)) = rest_of_compound(text, end, name, unit) {
            let sum = Figure::from(low.decimal()?.checked_add(part)?);
            (low, high) = (sum, sum);
            end = after;
        }
    }
    // 百万吨级, 千万千瓦级
    if read.amount.numeral.bare && exact && Cursor::new(text, end).rest().starts_with('级') {
        let magnitude = Magnitude::bounded(low, lift(read.high.checked_mul(Decimal::TEN)?, unit)?, Bound::Order);
        let span = Span::new(read.amount.start, end + "级".len());
        return Some(Mention::new(span, quantity(magnitude, unit.base, nouns::measured_after(text, span.end), None), "quantity.level"));
    }
    if exact {
        if let Some(after) = hedge::over_after(text, end) {
            read.amount.shape = Shape::Over;
            end = after;
        }
    }
    let per = denominator(text, end).map(|(per, after)| {
        end = after;
        per
    });
    let after = hedge::after(text, end);
    end = after.map_or(end, |(_, end)| end);
    let bound = read.amount.bound(after.map(|(bound, _)| bound));
    let of = measured(text, read.amount.start, end, unit);
    let mut start = read.amount.start;
    // 零下15℃
    if let Some(below) = below_zero(text, start).filter(|_| matches!(unit.base, "℃" | "℉" | "°") && exact && bound == Bound::Exact) {
        (low, high) = (Figure::from(-low.decimal()?), Figure::from(-high.decimal()?));
        start = below;
    }
    Some(Mention::new(Span::new(start, end), quantity(Magnitude::bounded(low, high, bound), unit.base, of, per), "quantity.unit"))
}

/// Where 零下 before a figure starts.
fn below_zero(text: &str, at: usize) -> Option<usize> {
    Cursor::new(text, at).behind().strip_suffix("零下").map(str::len)
}

/// Whether 升 behind a small number is told beside 降, 平 or 跌 behind another: 五升六降, 一平两升.
fn counts_turns(text: &str, start: usize, end: usize) -> bool {
    let turns = |c: char| any!("降跌平持减").of(c);
    let mut behind = Cursor::new(text, end).rest().chars().skip_while(|c| any!("、，,").of(*c));
    let follows = behind.next().is_some_and(|c| any!("一二两三四五六七八九十").of(c))
        && behind.find(|c| !any!("一二三四五六七八九十").of(*c)).is_some_and(turns);
    let mut before = Cursor::new(text, start).behind().chars().rev();
    follows || before.next().is_some_and(turns) && before.next().is_some_and(|c| any!("一二两三四五六七八九十").of(c))
}

/// 6.4亿度 of energy, 37度 of whatever the text measures.
fn of_degree(text: &str, read: &Read<'_>) -> Option<Mention> {
    let after = hedge::after(text, read.end);
    let end = after.map_or(read.end, |(_, end)| end);
    let bound = read.amount.bound(after.map(|(bound, _)| bound));
    let unit = if read.amount.numeral.big > 0 { "kWh" } else { "度" };
    let of = counted(text, read.amount.start, end);
    let below = below_zero(text, read.amount.start).filter(|_| unit == "度" && bound == Bound::Exact);
    let sign = |value: Decimal| if below.is_some() { -value } else { value };
    let magnitude = Magnitude::bounded(sign(read.low).into(), sign(read.high).into(), bound);
    let start = below.unwrap_or(read.amount.start);
    Some(Mention::new(Span::new(start, end), quantity(magnitude, unit, of, None), "quantity.unit"))
}

/// What follows the first unit of 3斤5两, 三米九, 一吨半: the rest in base units, and where it ends.
fn rest_of_compound(text: &str, at: usize, name: &str, unit: Unit) -> Option<(Decimal, usize)> {
    let mut cursor = Cursor::new(text, at);
    let here = |value: Decimal| lift(value, unit).and_then(Figure::decimal);
    if cursor.eat("半") {
        return cursor.peek().is_none_or(|c| !any!("年导天径").of(c)).then(|| here(Decimal::new(5, 1)).map(|part| (part, cursor.at()))).flatten();
    }
    let numeral = numeral::read(text, at).filter(|numeral| !numeral.negative)?;
    let value = numeral.exact()?.decimal()?;
    if let Some((Suffix::Unit { unit: smaller, .. }, end)) = suffix::read(text, numeral.end, &numeral) {
        let part = lift(value, smaller).and_then(Figure::decimal)?;
        // 3公里500米, but not 50米100米: the second unit is the smaller one
        return (smaller.base == unit.base && part < here(Decimal::ONE)?).then_some((part, end));
    }
    // 三米九, 1米85
    let next = Cursor::new(text, numeral.end).peek();
    let digits = text.get(at..numeral.end)?.chars().count();
    let plain = next.is_none_or(|c| !c.is_alphanumeric() || any!("以左上的高宽长深到至").of(c));
    let digit = |c: char| arabic(c).is_some() || matches!(sign(c), Some(Sign::Digit(_)));
    if matches!(name, "米" | "斤" | "公尺") && plain && digits <= 2 && text.get(at..numeral.end)?.chars().all(digit) {
        let scale = u32::try_from(digits).ok()?;
        return here(Decimal::new(i64::try_from(value.mantissa()).ok()?, scale)).map(|part| (part, numeral.end));
    }
    None
}

/// Words before 位 and 名 that make a rank of them: 提升3位, 前10名.
static RANKS: Words<&str> = Words::of(&["提升", "上升", "前移", "跃升", "下降", "后移", "前进", "列", "居", "第", "前", "进位"]);

/// A quantity in an amount with a measure word behind it.
pub(crate) fn of_measure(text: &str, read: &mut Read<'_>) -> Option<Mention> {
    let Some(Suffix::Measure(word)) = read.suffix else { return None };
    let amount = &read.amount;
    let numeral = &amount.numeral;
    let exact = amount.shape == Shape::Exact;
    let behind = Cursor::new(text, amount.start);
    let letters = behind.before().is_some_and(|c| c.is_ascii_alphabetic());
    // 2.2本项目 is the heading 2.2: things come whole unless they are counted in 万
    let fraction = numeral.big == 0 && !read.low.fract().is_zero() && !(numeral.arabic && is_average(behind.behind()));
    let rank = matches!(word, "位" | "名" | "批" | "期" | "轮") && RANKS.end(behind.behind());
    // 二手设备; but 2.17万手 are lots
    let second_hand = word == "手" && numeral.big == 0 && !numeral.arabic;
    if second_hand || fraction || rank || letters && !numeral.arabic || numeral.negative {
        return None;
    }
    let after = hedge::after(text, read.end);
    let hedged = amount.before.is_some() || after.is_some();
    let written = text.get(amount.number..numeral.end)?;
    // 一个项目 has an article, 突破一批技术 and 近一段时期 too
    let firm = matches!(amount.before, Some(Bound::AtLeast | Bound::AtMost | Bound::MoreThan | Bound::LessThan)) || after.is_some();
    // 登陆站: a single figure of cheques is none
    if exact && written.chars().count() == 1 && "壹贰叁肆伍陆柒捌玖".contains(written) {
        return None;
    }
    if exact && (written == "一" && !(firm && word != "批") || written == "零") || !numeral.arabic && is_idiom(text, amount.start, read.end) {
        return None;
    }
    if exact && !hedged {
        // 百家 and 千万 alone are idiom
        if numeral.bare && (numeral.big == 0 || numeral.end - amount.number <= "万".len()) {
            return None;
        }
        if is_slogan(text, amount.start, read.end) {
            return None;
        }
    }
    // 两期 counts, 二期 and 三期 name
    if (word == "期" || word == "段" && !numeral.arabic) && exact && written != "两" && !words!["分", "共"].end(behind.behind()) {
        return None;
    }
    let end = after.map_or(read.end, |(_, end)| end);
    let bound = amount.bound(after.map(|(bound, _)| bound));
    let mut end = end;
    let per = denominator(text, read.end).filter(|_| after.is_none()).map(|(per, after)| {
        end = after;
        per
    });
    let magnitude = Magnitude::bounded(read.low.into(), read.high.into(), bound);
    let of = counted(text, amount.start, end);
    Some(Mention::new(Span::new(amount.start, end), quantity(magnitude, word, of, per), "quantity.measure"))
}

/// Whether what stands before a figure makes it an average: 平均每户2.62人, 每千人拥有床位6.7张.
fn is_average(behind: &str) -> bool {
    const REACH: usize = 16;
    let near = behind.trailing(REACH);
    let clause = near.rsplit(['，', ',', '。', ';', '；', '\n']).next().unwrap_or(near);
    words!["每", "平均", "人均", "户均", "均拥有", "密度", "户规模"].stand_in(clause)
}

/// Sayings in which a figure and a measure word count nothing.
static IDIOMS: Words<&str> = Words::of(&[
    "最后一公里",
    "最先一公里",
    "五花八门",
    "三位一体",
    "四位一体",
    "五位一体",
    "四处",
    "三番五次",
    "七嘴八舌",
    "五湖四海",
    "三言两语",
    "三三两两",
    "四面八方",
    "千家万户",
    "成千上万",
    "三头六臂",
    "两口子",
    "两面三刀",
    "三教九流",
    "十里八乡",
    "百里挑一",
    "两头",
    "三下五除二",
    "八一队",
    "一二三产",
    "三次产业",
    "五位数",
]);

/// The characters of the longest saying.
const LONGEST_IDIOM: usize = 6;

/// Whether a saying holds the bytes from `start` to `end`.
fn is_idiom(text: &str, start: usize, end: usize) -> bool {
    let behind = Cursor::new(text, start).behind();
    let from = behind.char_indices().rev().take(LONGEST_IDIOM).last().map_or(start, |(from, _)| from);
    let near = text.get(from..).unwrap_or_default().leading(2 * LONGEST_IDIOM);
    let mut around = IDIOMS.found_in(near).map(|(at, idiom)| (from + at, from + at + idiom.len()));
    around.any(|(from, until)| (from..until).contains(&start) && until >= end)
}

/// “三个一百”, “两个毫不动摇”, “金融十条”: a figure that opens or closes a short quotation names a slogan or a policy.
fn is_slogan(text: &str, start: usize, end: usize) -> bool {
    let closing = |c: char| matches!(c, '”' | '」' | '’');
    let chinese = text.get(start..end).is_some_and(|words| !words.chars().any(|c| arabic(c).is_some()));
    if chinese && Cursor::new(text, end).peek().is_some_and(closing) {
        return true;
    }
    let opens = matches!(Cursor::new(text, start).before(), Some('“' | '「' | '‘' | '"'));
    let mut cursor = Cursor::new(text, end);
    opens && cursor.eat_while(|c| c.is_alphabetic()).chars().count() <= 8 && matches!(cursor.peek(), Some('”' | '」' | '’' | '"'))
}

/// 摄氏37度, 华氏70°.
pub(crate) fn temperature(text: &str, at: usize) -> Option<Mention> {
    let mut cursor = Cursor::new(text, at);
    let scale = cursor.eat_any(words!["摄氏温度", "摄氏", "华氏温度", "华氏"])?;
    skip_spaces(&mut cursor);
    cursor.eat("零下");
    let numeral = numeral::read(text, cursor.at())?;
    let value = numeral.exact()?.decimal()?;
    let value = if numeral.negative { -value } else { value };
    let mut after = Cursor::new(text, numeral.end);
    skip_spaces(&mut after);
    after.eat_any(words!["度", "°"])?;
    let unit = if scale.starts_with('摄') { "℃" } else { "℉" };
    let magnitude = Magnitude::exact(value.into());
    Some(Mention::new(Span::new(at, after.at()), quantity(magnitude, unit, None, None), "quantity.temperature"))
}
