//! Amounts of money.

use crate::context::Mention;
use crate::cursor::Cursor;
use crate::entity::Value;
use crate::entity::figures::suffix::{self, Suffix, denominator};
use crate::entity::figures::{self, Read};
use crate::entity::units::currencies::CURRENCIES;
use crate::entity::units::longest;
use crate::error::{Error, ErrorKind};
use crate::magnitude::{Bound, Magnitude, hedge};
use crate::numeral::{self, Figure, Shape, Sign, arabic, sign, skip_spaces};
use crate::seek::any;
use crate::span::Span;
use crate::word_table::{Words, words};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// An amount of money.
///
/// ```
/// use zhecon::entity::money::Money;
/// let money: Money = "超过121.6亿元".parse()?;
/// assert_eq!(money.magnitude.low, Some("12160000000".parse()?));
/// assert_eq!((money.magnitude.high, money.currency.as_str()), (None, "CNY"));
/// assert_eq!("贰仟万元整".parse::<Money>()?, "2000万元".parse()?);
/// assert_eq!("35万美元/亩".parse::<Money>()?.per.as_deref(), Some("亩"));
/// assert!("五家企业".parse::<Money>().is_err());
/// # Ok::<(), zhecon::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Money {
    /// How much, in units of the currency.
    #[serde(flatten)]
    pub magnitude: Magnitude,
    /// ISO 4217 code.
    pub currency: String,
    /// The denominator of 35万元/亩.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per: Option<String>,
}

/// Every amount of money in a text, with its place.
///
/// ```
/// use zhecon::entity::money;
/// let text = "总投资1.2亿元、3亿元和500万美元以上的项目";
/// let found: Vec<_> = money::find_iter(text).map(|(span, money)| (span.of(text), money.currency)).collect();
/// assert_eq!(found, [("1.2亿元", "CNY".into()), ("3亿元", "CNY".into()), ("500万美元以上", "USD".into())]);
/// ```
pub fn find_iter(text: &str) -> impl Iterator<Item = (Span, Money)> {
    figures::find(text).into_iter().filter_map(|mention| match mention.value {
        Value::Money(money) => Some((mention.span, money)),
        _ => None,
    })
}

impl FromStr for Money {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        match figures::whole(text).map(|mention| mention.value) {
            Some(Value::Money(money)) => Ok(money),
            _ => Err(Error::new(
                ErrorKind::Unexpected { expected: "an amount of money", found: text.trim().to_owned() },
                Some(Span::new(0, text.len())),
            )),
        }
    }
}

impl fmt::Display for Money {
    /// As news writes it, so that it reads back: 不低于1.2亿元.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = CURRENCIES.iter().find(|(_, code)| *code == self.currency && self.currency != "CNY").map_or("元", |(name, _)| name);
        let per = self.per.as_ref().map_or(String::new(), |per| format!("/{per}"));
        self.magnitude.write(f, name, &per)
    }
}

/// Money in an amount with a currency behind it.
pub(crate) fn of(text: &str, read: &mut Read<'_>, plain_currency: &'static str) -> Option<Mention> {
    let Some(Suffix::Money { currency, plain, parts }) = read.suffix else { return None };
    let mut cursor = Cursor::new(text, read.end);
    let mut code = currency;
    if parts > 1 {
        let divide = |value: Decimal| value.checked_div(Decimal::from(parts));
        (read.low, read.high) = (divide(read.low)?, divide(read.high)?);
    }
    // 3元5角, 五块六
    let spoken = cursor.before() == Some('块');
    if let Some((part, end)) = small_change(text, read.end, parts, spoken) {
        if read.amount.shape == Shape::Exact {
            (read.low, read.high) = (read.low.checked_add(part)?, read.high.checked_add(part)?);
        } else if read.first_suffix.is_some() {
            read.high = read.high.checked_add(part)?;
        }
        cursor = Cursor::new(text, end);
    }
    if plain {
        code = read.prefix.map_or(plain_currency, |(code, _)| code);
        // 3亿元港币
        let named = longest(&CURRENCIES, cursor.rest()).filter(|(name, _)| !matches!(*name, "元" | "块" | "圆" | "块钱"));
        if let Some((name, named)) = named.filter(|(name, _)| !leads_another(text, cursor.at() + name.len())) {
            code = named;
            cursor.eat(name);
        }
        cursor.eat_any(words!["(人民币)", "（人民币）"]).inspect(|_| code = "CNY");
    }
    eat_whole(&mut cursor);
    // 一块牌子, 在一块三十米长的石面
    if spoken && cursor.at() == read.end && text.get(read.amount.number..read.amount.numeral.end) == Some("一") {
        return None;
    }
    let shape = read.amount.shape;
    let bare = read.amount.numeral.bare && shape == Shape::Exact;
    let mut end = cursor.at();
    let mut rule = if read.prefix.is_some() { "money.unit_before" } else { "money.unit_after" };
    let hedge_before = read.amount.before;
    if bare {
        // 亿元级, 千亿元级
        if let Some(level) = level_end(text, end) {
            let high = read.low.checked_mul(Decimal::TEN)?;
            let magnitude = Magnitude::bounded(read.low.into(), high.into(), Bound::Order);
            let money = Money { magnitude, currency: code.to_owned(), per: None };
            return Some(Mention::new(Span::new(read.amount.start, level), Value::Money(money), "money.level"));
        }
        // (万元), 单位：亿元 and 亿元项目 name a unit or a class, not a sum
        let lone = read.amount.numeral.end - read.amount.number <= 3;
        if lone && hedge_before.is_none() && hedge::after(text, end).is_none() {
            return None;
        }
        rule = "money.unit_alone";
    }
    let mut per = denominator(text, end).map(|(per, after)| {
        end = after;
        per
    });
    if shape == Shape::Exact {
        if let Some(after) = hedge::over_after(text, end) {
            read.amount.shape = Shape::Over;
            end = after;
        }
    }
    let after = hedge::after(text, end);
    end = after.map_or(end, |(_, end)| end);
    per = per.or_else(|| per_before(text, read.amount.start));
    let bound = read.amount.bound(after.map(|(bound, _)| bound));
    let magnitude = Magnitude::bounded(read.low.into(), read.high.into(), bound);
    let money = Money { magnitude, currency: code.to_owned(), per };
    Some(Mention::new(Span::new(read.amount.start, end), Value::Money(money), rule))
}

/// Whether a currency name belongs to the figure behind it: 5亿元人民币3亿元.
fn leads_another(text: &str, at: usize) -> bool {
    Cursor::new(text, at).peek().is_some_and(|c| arabic(c).is_some())
}

/// 级 behind a bare unit: 亿元级.
fn level_end(text: &str, at: usize) -> Option<usize> {
    let mut cursor = Cursor::new(text, at);
    (cursor.eat("级") && !cursor.peek().is_some_and(|c| any!("别差联").of(c))).then_some(cursor.at())
}

/// 整 and 正 close a sum on a cheque.
fn eat_whole(cursor: &mut Cursor<'_>) {
    let mut ahead = *cursor;
    if ahead.eat_any(words!["整", "正"]).is_some() && ahead.peek().is_none_or(|c| !c.is_alphabetic()) {
        *cursor = ahead;
    }
}

/// 角 and 分 behind 元: how much of the main unit they are, and where they end.
pub(crate) fn small_change(text: &str, at: usize, parts: i64, spoken: bool) -> Option<(Decimal, usize)> {
    let mut cursor = Cursor::new(text, at);
    let mut sum = Decimal::ZERO;
    let mut end = None;
    let mut coins: &[(&str, i64)] = match parts {
        1 => &[("角", 10), ("毛", 10), ("分", 100)],
        10 => &[("分", 100)],
        _ => &[],
    };
    while !coins.is_empty() {
        let mut ahead = cursor;
        skip_spaces(&mut ahead);
        while matches!(ahead.peek(), Some('零' | '〇')) {
            ahead.bump();
        }
        let Some(digit) = one_digit(&mut ahead) else { break };
        let Some(coin) = coins.iter().position(|(word, _)| ahead.rest().starts_with(word)) else {
            // 五块六
            let last = ahead.peek().is_none_or(|c| !c.is_alphanumeric() || matches!(c, '到' | '至' | '以' | '左'));
            let places = if end.is_some() { 2 } else { 1 };
            if spoken && last && (end.is_none() || coins.len() == 1) {
                return Some((sum + Decimal::new(digit, places), ahead.at()));
            }
            break;
        };
        let (word, share) = coins.get(coin).copied()?;
        ahead.eat(word);
        sum += Decimal::from(digit).checked_div(Decimal::from(share))?;
        cursor = ahead;
        end = Some(cursor.at());
        coins = if share == 10 { &[("分", 100)] } else { &[] };
    }
    let end = end?;
    let mut cursor = Cursor::new(text, end);
    // 3分 alone may be a minute, but not behind 元
    cursor.eat("钱");
    Some((sum, cursor.at()))
}

fn one_digit(cursor: &mut Cursor<'_>) -> Option<i64> {
    let c = cursor.peek()?;
    let digit = arabic(c).or(match sign(c) {
        Some(Sign::Digit(digit)) => Some(digit),
        _ => None,
    })?;
    cursor.bump();
    Some(i64::from(digit))
}

/// Words of counting by one: 亩均税收35万元, 每亩300万元.
static PER_WORDS: Words<(&str, &str)> = Words::of_pairs(&[
    ("亩均", "亩"),
    ("人均", "人"),
    ("户均", "户"),
    ("每亩", "亩"),
    ("每平方米", "m2"),
    ("每立方米", "m3"),
    ("每吨", "t"),
    ("每公斤", "kg"),
    ("每人", "人"),
    ("每户", "户"),
    ("每股", "股"),
    ("每千瓦时", "kWh"),
]);

/// How many characters may stand between 亩均 and the amount.
const PER_REACH: usize = 8;

fn per_before(text: &str, at: usize) -> Option<String> {
    let behind = Cursor::new(text, at).behind();
    let mut from = behind.len();
    for (offset, c) in behind.char_indices().rev().take(PER_REACH + 4) {
        if !c.is_alphabetic() || arabic(c).is_some() {
            break;
        }
        from = offset;
    }
    let stretch = behind.get(from..)?;
    let (at, symbol) = PER_WORDS.found_in(stretch).map(|(at, (word, symbol))| (at + word.len(), *symbol)).max()?;
    (stretch.get(at..)?.chars().count() <= PER_REACH).then(|| symbol.to_owned())
}

/// Nouns that are measured in money: a bare 亿 or 万 behind them is an amount of it.
static MONEY_NOUNS: Words<&str> = Words::of(&[
    "进出口",
    "出口",
    "进口",
    "募资",
    "投资",
    "投入",
    "引资",
    "融资",
    "出资",
    "增资",
    "注资",
    "资金",
    "资本",
    "资产",
    "产值",
    "税收",
    "纳税",
    "利税",
    "营收",
    "收入",
    "利润",
    "盈利",
    "亏损",
    "销售",
    "成交",
    "交易",
    "签约",
    "贷款",
    "存款",
    "余额",
    "债券",
    "债务",
    "补贴",
    "奖金",
    "奖励",
    "预算",
    "财政",
    "外资",
    "内资",
    "增加值",
    "生产总值",
    "GDP",
    "市值",
    "估值",
    "金额",
    "总额",
    "造价",
    "总价",
    "售价",
    "标价",
    "成交价",
    "起拍价",
    "任务",
]);

/// Words between such a noun and its amount.
static LINKS: Words<&str> = Words::of(&[
    "将", "可", "已", "近", "首次", "预计", "达到", "达", "为", "了", "共计", "共", "累计", "合计", "额", "规模", "的", "：", ":", "实现", "完成",
    "到位", "高达",
]);

/// Nouns that a size class is said of: 百亿企业, 千亿级产业集群.
static CLASS_NOUNS: Words<&str> = Words::of(&[
    "产业",
    "集群",
    "企业",
    "项目",
    "园区",
    "产业链",
    "链",
    "市场",
    "规模",
    "产值",
    "县",
    "镇",
    "强县",
    "城市",
    "之城",
    "区",
    "赛道",
    "蓝海",
    "投资",
    "资金",
]);

/// Money without a currency: 总投资50亿, 百亿级企业.
pub(crate) fn of_bare(text: &str, read: &mut Read<'_>, plain_currency: &'static str) -> Option<Mention> {
    let amount = &read.amount;
    let after = hedge::after(text, amount.end);
    let end = after.map_or(amount.end, |(_, end)| end);
    let bound = amount.bound(after.map(|(bound, _)| bound));
    let magnitude = Magnitude::bounded(read.low.into(), read.high.into(), bound);
    let money = |magnitude, currency: &str| Value::Money(Money { magnitude, currency: currency.to_owned(), per: None });
    if let Some((code, is_sign)) = read.prefix {
        // $3.5亿; a name needs more: 人民币2021年升值
        let firm = is_sign || amount.numeral.big > 0 || figures::ends_word(text, amount.end) && amount.number > amount.start;
        let behind = Cursor::new(text, amount.end).peek();
        if firm && !behind.is_some_and(|c| c.is_ascii_alphanumeric()) {
            return Some(Mention::new(Span::new(amount.start, end), money(magnitude, code), "money.unit_before"));
        }
        return None;
    }
    if amount.numeral.big < 4 {
        return None;
    }
    let rest = Cursor::new(text, amount.end).rest();
    let exact = amount.shape == Shape::Exact;
    let bare = amount.numeral.bare && exact;
    let level = level_end(text, amount.end);
    let noun = level.map_or(rest, |level| Cursor::new(text, level).rest());
    let of_class = CLASS_NOUNS.begin(noun) || level.is_some() && MONEY_NOUNS.begin(noun);
    let least = if level.is_some() { 10_000_000 } else { 10_000_000_000_i64 };
    let slogan = Cursor::new(text, amount.start).before().is_some_and(|c| matches!(c, '双' | '“' | '"'));
    // 百亿级企业, 50亿级企业, 千亿产业
    // 千兆城市 is one of fast lines
    let prefix = text.get(amount.number..amount.end).is_some_and(|words| words.contains('兆'));
    if exact && amount.before.is_none() && !slogan && !prefix && of_class && (bare || level.is_some()) && read.low >= Decimal::from(least) {
        let high = read.low.checked_mul(Decimal::TEN)?;
        let order = Magnitude::bounded(read.low.into(), high.into(), Bound::Order);
        return Some(Mention::new(Span::new(amount.start, level.unwrap_or(amount.end)), money(order, "CNY"), "money.level"));
    }
    if bare {
        amount.before.or(after.map(|(bound, _)| bound))?;
    }
    // 12亿、4.5亿和6.7亿元: the currency stands behind the last of the row
    if let Some(code) = currency_of_row(text, end, plain_currency).filter(|_| !bare) {
        return Some(Mention::new(Span::new(amount.start, end), money(magnitude, code), "money.row"));
    }
    // 超百亿企业, 10亿以上项目, 5000万以上项目
    let classed = Cursor::new(text, end).rest();
    if exact
        && read.low >= Decimal::from(10_000_000)
        && bound != Bound::Exact
        && words!["企业", "项目", "产业", "集群", "园区", "大项目", "投资"].begin(classed)
    {
        return Some(Mention::new(Span::new(amount.start, end), money(magnitude, "CNY"), "money.class"));
    }
    let mut behind = Cursor::new(text, amount.start).behind();
    while let Some(shorter) = LINKS.strip_ending(behind) {
        behind = shorter;
    }
    MONEY_NOUNS
        .iter()
        .any(|noun| behind.ends_with(noun))
        .then(|| Mention::new(Span::new(amount.start, end), money(magnitude, "CNY"), "money.bare_after_noun"))
}

/// The currency behind the last of the amounts that follow, if each but the last ends with 万 or 亿 and is joined to the next one.
fn currency_of_row(text: &str, at: usize, plain_currency: &'static str) -> Option<&'static str> {
    const LONGEST: usize = 12;
    let mut at = at;
    for _ in 0..LONGEST {
        let mut cursor = Cursor::new(text, at);
        cursor.eat_any(words!["、", "和", "及", "与", "以及"])?;
        let next = numeral::read(text, cursor.at()).filter(|next| !next.bare)?;
        match suffix::read(text, next.end, &next) {
            Some((Suffix::Money { currency, plain, parts: 1 }, _)) => return Some(if plain { plain_currency } else { currency }),
            None if next.big >= 4 => at = next.end,
            _ => return None,
        }
    }
    None
}

/// The figure of a money value as it stands on a cheque, in financial numerals.
///
/// ```
/// use zhecon::entity::money::cheque;
/// assert_eq!(cheque("20000000".parse()?)?, "贰仟万元整");
/// assert_eq!(cheque("3.05".parse()?)?, "叁元零伍分");
/// assert!(cheque("0.001".parse()?).is_err());
/// # Ok::<(), zhecon::Error>(())
/// ```
///
/// # Errors
///
/// A sum has at most two digits behind the point.
pub fn cheque(figure: Figure) -> Result<String, Error> {
    let refuse = || Error::new(ErrorKind::Unexpected { expected: "a sum in whole fen", found: figure.to_string() }, None);
    let decimal = figure.decimal().filter(|decimal| decimal.scale() <= 2).ok_or_else(refuse)?;
    let whole = decimal.abs().trunc();
    let fen = ((decimal.abs() - whole) * Decimal::ONE_HUNDRED).normalize();
    let fen = u8::try_from(fen.mantissa()).map_err(|_| refuse())?;
    let digit = |value: u8| numeral::write(Figure::from(Decimal::from(value)), numeral::Style::Financial);
    let mut out = String::from(if decimal.is_sign_negative() && !decimal.is_zero() { "负" } else { "" });
    if !whole.is_zero() || fen == 0 {
        out.push_str(&numeral::write(Figure::from(whole), numeral::Style::Financial)?);
        out.push('元');
    }
    match (fen / 10, fen % 10) {
        (0, 0) => out.push('整'),
        (jiao, 0) => out.push_str(&format!("{}角", digit(jiao)?)),
        (0, fen) => out.push_str(&format!("{}{}分", if whole.is_zero() { "" } else { "零" }, digit(fen)?)),
        (jiao, fen) => out.push_str(&format!("{}角{}分", digit(jiao)?, digit(fen)?)),
    }
    Ok(out)
}
