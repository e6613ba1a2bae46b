//! 其中: of which figure another one is a part.
//!
//! 其中 opens a breakdown of what was told right before it. It holds to the end of the sentence where it opens the sentence or a segment of it, else
//! to the end of its segment, in brackets to their end. A figure in it is a part of the last figure before 其中 that is of its kind and not
//! smaller; a share is one of the last amount, growth beside growth is part of what grew.

use super::measure::{self, Measure};
use super::reader::{AMONG, Reader};
use super::{Change, Indicator};
use crate::context::Mention;
use crate::entity::percent::PercentUnit;
use crate::record::Amount;
use crate::record::clause::Clause;
use crate::seek::Seek;
use crate::span::Span;
use crate::starts::Start;
use crate::word_table::{Words, words};
use std::ops::Range;

/// A breakdown that is being told.
#[derive(Clone, Debug)]
pub(super) struct Among {
    /// The word itself.
    pub(super) span: Span,
    /// The indicators that it may break down.
    wholes: Range<usize>,
    /// The segment that it ends with, unless the whole sentence belongs to it.
    segment: Option<usize>,
    bracketed: bool,
    /// The clause opens with another achievement: only what is measured alike is broken down.
    alike: bool,
}

impl Among {
    /// The indicators that it may break down.
    pub(super) fn wholes(&self) -> Range<usize> {
        self.wholes.clone()
    }

    /// Where the word that opens it ends.
    pub(super) fn end(&self) -> usize {
        self.span.end
    }
}

/// How far back the whole of a part is looked for, in indicators.
const REACH: usize = 12;

impl Reader<'_, '_> {
    /// Takes up a breakdown that opens in front of a figure, and drops one that has ended.
    pub(super) fn take_breakdown(&mut self, clause: &Clause, from: usize, figure: usize) {
        let told = self.scene.told_within(AMONG, Start::Among, clause, Span::new(from, figure));
        if let Some((at, among)) = told.last().map(|(at, among)| (from + at, among)) {
            let before = self.words(Span::new(clause.span.start, at));
            let bare = before.trim_matches(|c: char| c.is_whitespace() || matches!(c, '“' | '"' | '、'));
            let opens = matches!(bare, "" | "这") && self.opens_segment(clause);
            // 分行业看,各业全部增长,其中…: only at its head does a sentence take up the one before
            let heads = self.scene.clauses.sentence_start(clause) == clause.span.start;
            let first = if self.out.len() > self.thread.first || !heads { self.thread.first } else { self.before.first };
            let wholes = first.max(self.out.len().saturating_sub(REACH))..self.out.len();
            let segment = (!opens).then_some(clause.segment);
            let bracketed = before.ends_with(['(', '（']);
            self.thread.among = Some(Among { span: Span::new(at, at + among.len()), wholes, segment, bracketed, alike: false });
            return;
        }
        let Some(among) = &self.thread.among else { return };
        // 其中,某板块持续增强,…: a clause without a figure is more than a list
        let bare = clause.span.contains(among.span) && measure::before(self.scene, among.span.end, clause.span.end).is_empty();
        let bare = bare || !clause.span.contains(among.span) && is_aside(self.words(clause.span));
        if figure == clause.span.end && !bare && self.scene.figures(clause.span).is_empty() {
            self.thread.among = None;
            return;
        }
        let ended = match among.segment {
            _ if among.bracketed => among.span.start < clause.span.start || self.words(Span::new(among.span.end, figure)).contains([')', '）']),
            Some(segment) => segment != clause.segment,
            None => false,
        };
        if ended {
            self.thread.among = None;
            return;
        }
        // 其中出口12亿元,实现税收3亿元: something else is told
        let alike = clause.span.start > among.span.end
            && words!["实现", "完成", "累计", "全年", "全市", "全省", "全县", "全区", "同时", "截至", "此外"].begin(self.words(clause.span));
        if let Some(among) = &mut self.thread.among {
            among.alike = alike;
        }
    }

    /// 176项重点项目中: what was told before is broken down in the clauses that follow.
    pub(super) fn open_breakdown(&mut self, clause: &Clause, told: &Measure, whole: Option<usize>) {
        let Some((whole, noun)) = whole.zip(told.evidence.first()) else { return };
        let span = Span::new(noun.end, clause.span.end);
        if self.words(span) == "中" {
            self.thread.among = Some(Among { span, wholes: whole..whole + 1, segment: None, bracketed: false, alike: false });
        }
    }

    /// What a rate of another time in a breakdown is a rate of: 上半年零售额3亿元。其中,4月下降1%.
    pub(super) fn measure_of_whole(&self) -> Option<String> {
        let wholes = self.out.get(self.thread.among.as_ref()?.wholes.clone())?;
        wholes.iter().rev().find(|whole| whole.change.is_some() && !whole.measure.contains('占')).map(|whole| whole.measure.clone())
    }

    /// Whether no clause of its segment stands before this one.
    fn opens_segment(&self, clause: &Clause) -> bool {
        let index = self.scene.clauses.index_at(clause.span.start).and_then(|index| index.checked_sub(1));
        index.and_then(|before| self.scene.clauses.list().get(before)).is_none_or(|before| before.segment != clause.segment)
    }

    /// The whole that a figure of the breakdown is a part of.
    pub(super) fn whole(&self, value: &Amount, measure: &str, change: Option<&Change>, mention: &Mention) -> Option<(&Indicator, Span)> {
        let among = self.thread.among.as_ref().filter(|among| among.span.end <= mention.span.start && self.forced.is_none())?;
        // 贸易顺差 is what is left of both, and a part of neither
        if words!["顺差", "逆差"].end(measure) {
            return None;
        }
        let share = measure.contains('占') || measure.has("比重");
        let grown = change.is_some_and(|change| change.value.as_ref() == Some(value));
        let holds = |whole: &&Indicator| match value {
            Amount::Percent(_) if share => !matches!(whole.value, Amount::Percent(_)),
            Amount::Percent(part) if grown => {
                (measure.ends_with("实际") || !whole.measure.ends_with("实际"))
                    && whole
                        .change
                        .as_ref()
                        .is_some_and(|change| by(change).is_some_and(|unit| grows_alike(unit, part.unit)) && change.base != "two_year_average")
            }
            Amount::Percent(_) => false,
            _ => alike(value, &whole.value) && !exceeds(value, &whole.value) && !opposed(measure, &whole.measure),
        };
        let wholes = self.out.get(among.wholes.clone())?;
        // 其中,出口3亿元,占出口总值的四成: a share told behind a part has the whole of that part
        let part = self.out.get(among.wholes.end..).and_then(<[Indicator]>::last).filter(|_| share);
        if let Some(whole) = part.and_then(|part| wholes.iter().find(|whole| part.part_of == Some(whole.mention))) {
            return holds(&whole).then_some((whole, among.span));
        }
        if part.is_some_and(|part| !matches!(part.value, Amount::Percent(_)) && !wholes.iter().any(|whole| whole.value.kind() == part.value.kind())) {
            return None;
        }
        // 产业项目总投资 is a part of 总投资
        let own = self.thread.prefix.as_deref().and_then(|class| measure.strip_prefix(class)).filter(|own| !own.is_empty());
        let same = |whole: &&Indicator| holds(whole) && (whole.measure == measure || own == Some(whole.measure.as_str()));
        // growth against last year is part of growth against last year
        let base = change.filter(|_| grown).map(|change| change.base.as_str());
        let based = |whole: &&Indicator| holds(whole) && base.is_some() && whole.change.as_ref().map(|change| change.base.as_str()) == base;
        let other = || wholes.iter().rev().find(based).or_else(|| wholes.iter().rev().find(holds)).filter(|_| !among.alike);
        let found = wholes.iter().rev().find(same).or_else(other);
        found.map(|whole| (whole, among.span))
    }
}

/// Whether a clause without a figure only says how the part told before it stands: 位居全国首位, 与上年基本持平.
fn is_aside(words: &str) -> bool {
    let words = words!["规模", "总量", "增速", "增幅", "产量", "总额", "均", "继续", "连续多年", "并", "也", "仍", "稳"]
        .strip_beginning(words)
        .unwrap_or(words);
    ASIDES.begin(words) || words!["持平", "首位", "前列", "第一", "榜首", "新高", "新低", "最高水平", "最好水平"].end(words)
}

/// Words that a clause opens with which ranks what was told before it, or says which way it turned.
static ASIDES: Words<&str> = Words::of(&[
    "位居",
    "位列",
    "位次",
    "名列",
    "居",
    "列全",
    "稳居",
    "跃居",
    "跃升",
    "升至",
    "排名",
    "排在",
    "排全",
    "创",
    "再创",
    "刷新",
    "由降转",
    "由负转",
    "由升转",
    "由增转",
    "由正转",
    "扭转",
    "连续",
    "保持",
    "仍保持",
    "基本持平",
    "领跑",
    "领先",
    "高于",
    "低于",
    "快于",
    "好于",
    "优于",
]);

/// The unit that something is told to have grown in.
fn by(change: &Change) -> Option<PercentUnit> {
    match &change.value {
        Some(Amount::Percent(percent)) => Some(percent.unit),
        _ => None,
    }
}

/// Whether growth told in one unit is growth told in another: 2.7倍 beside 46%; points are none.
fn grows_alike(one: PercentUnit, other: PercentUnit) -> bool {
    let rate = |unit| matches!(unit, PercentUnit::Percent | PercentUnit::Times);
    one == other || rate(one) && rate(other)
}

/// Whether two amounts are told in the same unit.
fn alike(part: &Amount, whole: &Amount) -> bool {
    match (part, whole) {
        // 人均支出9000元,其中食品支出3000元: of whom, is told once
        (Amount::Money(part), Amount::Money(whole)) => {
            part.currency == whole.currency && (part.per == whole.per || part.per.is_none() && whole.per.as_deref() == Some("人"))
        }
        (Amount::Quantity(part), Amount::Quantity(whole)) => part.unit == whole.unit && part.per == whole.per,
        _ => false,
    }
}

/// Whether trade told behind 其中 goes another way than what was told before it: imports are no part of exports, nor is all trade.
fn opposed(part: &str, whole: &str) -> bool {
    let way = |words: &str| {
        let words = words!["总值", "总额", "值", "额"].strip_ending(words).unwrap_or(words);
        words!["进出口", "出口", "进口"].longest_ending(words).copied()
    };
    let (Some(part), Some(whole)) = (way(part), way(whole)) else { return false };
    part != whole && whole != "进出口"
}

/// Whether a part is larger than the whole.
fn exceeds(part: &Amount, whole: &Amount) -> bool {
    let least = part.magnitude().low.and_then(crate::numeral::Figure::decimal);
    let most = whole.magnitude().high.and_then(crate::numeral::Figure::decimal);
    matches!((least, most), (Some(least), Some(most)) if least > most)
}
