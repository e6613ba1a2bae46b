//! Companies: legal names, short names, brands that stand for the firm.
//!
//! ```
//! use zhecon::entity::company;
//!
//! let text = "签约落户的有路虹(山东)光电科技有限公司。";
//! let found: Vec<_> = company::find_iter(text).map(|(span, _)| span.of(text).to_owned()).collect();
//! assert_eq!(found, ["路虹(山东)光电科技有限公司"]);
//! ```

mod alias;
pub(crate) mod form;
pub(crate) mod generic;
mod known;
mod list;
mod parts;
mod placed;
mod short;
mod state;
mod stock_code;
mod tail;
mod told;
pub(crate) mod trade;

pub(crate) use known::is_name as is_known;
pub use parts::{Parts, parts};
pub(crate) use short::is_brand_like;

use crate::context::{self, Context, Mention};
use crate::entity::{Kind, Value};
use crate::lexicon::{Entry, Hit};
use crate::limits::Reached;
use crate::overlap;
use crate::span::Span;
use crate::starts::Learn;
use crate::word_table::Words;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A company.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Company {
    /// Its fullest name in the article.
    pub canonical: String,
    /// limited, joint_stock …
    pub form: Option<String>,
    /// The place named inside.
    pub place: Option<String>,
    /// Its distinctive part.
    pub brand: Option<String>,
    /// Its trade words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trade: Option<String>,
    /// Stock code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
}

impl Company {
    /// The company that a name names, by the parts of the name.
    ///
    /// ```
    /// use zhecon::entity::company::Company;
    ///
    /// let company = Company::named("路虹(山东)光电科技有限公司");
    /// assert_eq!(company.brand.as_deref(), Some("路虹"));
    /// assert_eq!(company.form.as_deref(), Some("limited"));
    /// ```
    #[must_use]
    pub fn named(name: &str) -> Self {
        let parts = parts(name);
        let own = |words: &Vec<String>| (!words.is_empty()).then(|| words.concat());
        Self { canonical: name.to_owned(), form: parts.form, place: own(&parts.place), brand: parts.brand, trade: own(&parts.trade), code: None }
    }
}

/// Every company in a text, in order.
///
/// ```
/// use zhecon::entity::company;
///
/// let text = "蓝湾半导体股份有限公司(以下简称“蓝湾半导体”)与禾青药业集团签约";
/// let found: Vec<_> = company::find_iter(text).map(|(span, company)| (span.of(text), company.canonical)).collect();
/// let full = "蓝湾半导体股份有限公司".to_owned();
/// assert_eq!(found, [("蓝湾半导体股份有限公司", full.clone()), ("蓝湾半导体", full), ("禾青药业集团", "禾青药业集团".to_owned())]);
/// ```
pub fn find_iter(text: &str) -> impl Iterator<Item = (Span, Company)> {
    let found = context::alone(text, |context, mentions| {
        recognise(context, mentions);
        *mentions = overlap::resolve(std::mem::take(mentions), context, &mut Reached::default());
    });
    found.into_iter().filter_map(|mention| match mention.value {
        Value::Company(company) => Some((mention.span, company)),
        _ => None,
    })
}

/// The words that companies are looked for by.
pub(crate) fn starts(learn: Learn<'_>) {
    tail::starts(learn);
    known::starts(learn);
    state::starts(learn);
    list::starts(learn);
    short::starts(learn);
    told::starts(learn);
    alias::starts(learn);
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let walls = Walls::of(context.hits, mentions);
    let mut found = Vec::new();
    tail::recognise(context, &walls, &mut found);
    tail::shops(context, &walls, &mut found);
    known::recognise(context, &mut found);
    list::recognise(context, &walls, &mut found);
    short::recognise(context, &walls, &mut found);
    told::recognise(context, &walls, &mut found);
    alias::recognise(context, &walls, &mut found);
    state::recognise(context, &mut found);
    placed::recognise(context, &mut found);
    list::neighbours(context, &mut found);
    list::before_firms(context, &walls, &mut found);
    told::in_projects(context, &mut found);
    for name in &mut found {
        behind_zone(context, name);
    }
    let mut read = HashMap::new();
    mentions.extend(found.into_iter().map(|found| found.mention(context.text, &mut read)));
}

/// Types of zones that stand before the name of a firm there.
static ZONES: Words<&str> =
    Words::of(&["开发区", "经开区", "高新区", "工业园区", "工业园", "产业园区", "综保区", "保税区", "合作区", "新区", "试验区", "示范区"]);

/// 准东开发区|蓝湾集团: a name without a legal form, that tells a brand of its own behind a zone, begins there.
fn behind_zone(context: &Context<'_>, name: &mut Found) {
    let words = name.span.of(context.text);
    if words.ends_with("公司") || name.full.is_some() {
        return;
    }
    let Some((at, zone)) = ZONES.longest_in(words).filter(|(at, _)| *at > 0).last() else { return };
    let start = name.span.start + at + zone.len();
    let rest = Span::new(start, name.span.end);
    let own = rest.of(context.text);
    let branded = own.chars().nth(3).is_some() && !generic::begins(own) && trade::longest_at(context.text, context.hits, start).is_none();
    if branded {
        name.span = rest;
    }
}

/// A name found, before it is taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    span: Span,
    rule: &'static str,
    /// The full name that it is short for.
    full: Option<Span>,
    /// The stock code that stands behind it.
    code: Option<Span>,
}

impl Found {
    fn new(span: Span, rule: &'static str) -> Self {
        Self { span, rule, full: None, code: None }
    }

    /// `read` holds the names that were taken apart before.
    fn mention<'t>(self, text: &'t str, read: &mut HashMap<&'t str, Company>) -> Mention {
        let name = self.full.unwrap_or(self.span).of(text);
        let mut company = read.entry(name).or_insert_with(|| Company::named(name)).clone();
        company.code = self.code.map(|code| code.of(text).to_owned());
        let mut mention = Mention::new(self.span, Value::Company(company), self.rule);
        mention.evidence.extend(self.full.into_iter().chain(self.code));
        mention
    }
}

/// Whether nine days may be the highest heaven, by which firms are called.
fn is_heaven(mention: &Mention) -> bool {
    mention.kind() == Kind::Duration
        && mention.span.len() == HEAVEN.len()
        && matches!(&mention.value, Value::Duration(length) if length.iso8601 == "P9D")
}

/// 九天
const HEAVEN: &str = "九天";

/// Ends of the figures and dates found before: no name reaches back over one.
pub(crate) struct Walls {
    /// Ends in order, each with the start where the mention is a vague word of time alone: 未来, 当前.
    ends: Vec<(usize, Option<usize>)>,
}

impl Walls {
    /// The walls among the mentions; what reads like a figure inside the name of a listed firm is none: 华大|九天.
    pub(crate) fn of(hits: &[Hit<'_>], mentions: &[Mention]) -> Self {
        let firms: Vec<Span> = hits.iter().filter(|hit| !hit.ambiguous && matches!(hit.entry, Entry::Company(_))).map(|hit| hit.span).collect();
        let in_firm = |span: Span| {
            let next = firms.partition_point(|firm| firm.start <= span.start);
            next.checked_sub(1).and_then(|last| firms.get(last)).is_some_and(|firm| firm.contains(span) && *firm != span)
        };
        let wall = |kind| matches!(kind, Kind::Date | Kind::Duration | Kind::TimeSet | Kind::Money | Kind::Percent | Kind::Quantity);
        let vague = |mention: &Mention| matches!(&mention.value, Value::Date(date) if date.edtf.is_none() && date.reference.is_some());
        let walls = mentions.iter().filter(|mention| wall(mention.kind()) && !in_firm(mention.span) && !is_heaven(mention));
        let mut ends: Vec<_> = walls.map(|mention| (mention.span.end, vague(mention).then_some(mention.span.start))).collect();
        ends.sort_unstable();
        Self { ends }
    }

    /// Where a name that ends behind `at` may begin at the earliest.
    pub(crate) fn floor(&self, at: usize) -> usize {
        self.last(at).map_or(0, |(end, _)| end)
    }

    /// Start of the vague word of time that ends at `floor`: it is the brand where nothing else can be (未来智能科技有限公司).
    pub(crate) fn vague_word(&self, floor: usize) -> Option<usize> {
        self.last(floor).filter(|(end, _)| *end == floor).and_then(|(_, start)| start)
    }

    fn last(&self, at: usize) -> Option<(usize, Option<usize>)> {
        let next = self.ends.partition_point(|(end, _)| *end <= at);
        next.checked_sub(1).and_then(|last| self.ends.get(last)).copied()
    }
}
