//! Figures told against others: of another period, of a level before, of a row of names, as a ratio.

use super::Change;
use super::measure::{self, Measure};
use super::reader::Reader;
use super::subject::{self, Subject};
use crate::context::Mention;
use crate::entity::Kind;
use crate::record::Modality;
use crate::record::clause::Clause;
use crate::seek::{Seek, any};
use crate::span::Span;
use crate::word_table::{Words, words};

/// What somebody means to reach.
pub(super) static QUOTAS: Words<&str> = Words::of(&["目标", "任务", "预算", "计划", "指标"]);

/// How a figure comes to where it is now: 由184家增至930家.
static MOVES: Words<(&str, &str)> = Words::of_pairs(&[
    ("增", "up"),
    ("升", "up"),
    ("提", "up"),
    ("扩", "up"),
    ("上", "up"),
    ("涨", "up"),
    ("跃", "up"),
    ("发展", "up"),
    ("拓展", "up"),
    ("壮大", "up"),
    ("降", "down"),
    ("减", "down"),
    ("压", "down"),
    ("缩", "down"),
    ("下", "down"),
    ("回", "down"),
]);

/// Which way the words go that lead to where a figure is now: 提高到, 稳步增长至.
pub(super) fn direction_of_move(words: &str) -> Option<&'static str> {
    // how it moved changes nothing
    let words = words!["稳步", "大幅", "快速", "迅速", "持续", "逐步", "稳定"].strip_beginning(words).unwrap_or(words);
    let (_, direction) = MOVES.first_beginning(words)?;
    words.leading(4).contains(['至', '到']).then_some(*direction)
}

impl Reader<'_, '_> {
    /// 较11月的19515亿元增加…, 与去年全年(23.5亿元)相当: a figure of another period, told to compare.
    pub(super) fn standard(&self, clause: &Clause, mention: &Mention, left: &str, right: &str) -> Option<(Measure, usize)> {
        let scene = self.scene;
        let open = left.trim_end_matches(['的', '(', '（']);
        if open.len() == left.len() {
            return None;
        }
        let end = clause.span.start + (mention.span.start - clause.span.start).saturating_sub(left.len() - open.len());
        let index = scene.within(Span::new(clause.span.start, end)).last()?;
        let date = scene.get(index).filter(|date| date.kind() == Kind::Date && date.span.end <= end)?;
        let gap = self.words(Span::new(date.span.end, end));
        let before = self.words(Span::new(clause.span.start, date.span.start));
        // 较2012年的8319家,…: nothing need follow what is measured against
        let against = words!["比", "较", "相较于"].end(before);
        let compares = against || !right.is_empty() && words!["与", "相比", "和"].end(before);
        let held = self.out.get(self.thread.first..)?.iter().rev().find(|held| held.value.kind() == mention.kind())?;
        (compares && matches!(gap, "" | "全年" | "同期"))
            .then(|| (Measure { words: held.measure.clone(), evidence: vec![date.span], ..Measure::default() }, index))
    }

    /// 由184家增至930家: the second figure is the level now, the first the level before.
    pub(super) fn moved(&mut self, clause: &Clause, mention: &Mention, from: usize, until: usize) -> Option<(Measure, Option<Change>)> {
        let left = self.words(Span::new(from, mention.span.start));
        let right = self.words(Span::new(self.behind_bracket(mention.span.end).min(clause.span.end), clause.span.end));
        if direction_of_move(right).is_some() && until < clause.span.end {
            let at = left.rfind('由').or_else(|| left.rfind('从'))?;
            let marker = left.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            let span = measure::before(self.scene, from, from + at);
            // a date of its own is the period, words that point (去年同期, 设立之初) are part of the measure
            let dated = self
                .scene
                .within(Span::new(from + at, mention.span.start))
                .any(|index| self.scene.get(index).is_some_and(|m| m.kind() == Kind::Date));
            let when = if dated && !left.has("同期") { "" } else { left.get(at + marker..).unwrap_or_default().trim_end_matches('的') };
            let words = format!("{when}{}", span.of(self.scene.text()));
            if span.is_empty() || words.chars().count() < 2 {
                return None;
            }
            return Some((Measure { words, evidence: vec![span], ..Measure::default() }, None));
        }
        let stated = words!["已经", "已", "逐步", "稳步"].strip_beginning(left).unwrap_or(left);
        let direction = direction_of_move(stated)?;
        let previous = self.out.last().filter(|_| self.out.len() > self.thread.first)?;
        // 企业数从2018年的近60家,增加到2022年的150家: from the clause before
        if from == clause.span.start {
            let held = self.scene.get(previous.mention)?;
            let before = self.scene.clauses.at(held.span.start).filter(|before| before.sentence == clause.sentence && before.span.end < from)?;
            let behind = self.words(Span::new(held.span.end, before.span.end));
            let since = previous.period_mention.and_then(|date| self.scene.get(date)).filter(|date| before.span.contains(date.span))?;
            let marked = words!["由", "从"].end(self.words(Span::new(before.span.start, since.span.start)));
            let alike = held.kind() == mention.kind() && behind.chars().count() <= 6;
            let change = Change { base: "unspecified".to_owned(), direction: direction.to_owned(), value: None };
            let measure = Measure { words: previous.measure.clone(), evidence: vec![since.span], ..Measure::default() };
            return (marked && alike).then_some((measure, Some(change)));
        }
        let held = self.scene.get(previous.mention).filter(|held| held.span.end == from || self.behind_bracket(held.span.end) == from)?;
        let before = self.words(Span::new(clause.span.start, held.span.start));
        let at = before.rfind('由').or_else(|| before.rfind('从'))?;
        let when = before.get(at..).unwrap_or_default();
        let base = if words!["之初", "初期", "年初", "成立", "设立"].stand_in(when) {
            "since_start"
        } else if when.has("上年") || when.has("去年") {
            "year_on_year"
        } else {
            "unspecified"
        };
        let span = measure::before(self.scene, clause.span.start, clause.span.start + at);
        let words = span.of(self.scene.text()).to_owned();
        if words.is_empty() {
            return None;
        }
        let change = Change { base: base.to_owned(), direction: direction.to_owned(), value: None };
        Some((Measure { words, evidence: vec![span], ..Measure::default() }, Some(change)))
    }

    /// 完成目标80亿元的78%: what is aimed at, and how much of it was reached.
    pub(super) fn quota(&mut self, clause: &Clause, figure: usize, mention: &Mention, from: usize, next: Option<usize>) -> bool {
        let scene = self.scene;
        let left = self.words(Span::new(from, mention.span.start));
        if left == "的" && mention.kind() == Kind::Percent {
            let aim = self.out.last().filter(|aim| QUOTAS.end(&aim.measure) && scene.get(aim.mention).is_some_and(|aim| aim.span.end == from));
            let Some(words) = aim.map(|aim| format!("完成{}", aim.measure)) else { return false };
            let evidence = vec![Span::new(from, mention.span.start)];
            self.push(clause, figure, mention, Measure { words, evidence, ..Measure::default() }, None, None, None);
            // the aim colours itself, not what was reached
            let done = self.words(Span::new(clause.span.start, from)).last_place_of("完成").map(|at| clause.span.start + at);
            let meant = done.and_then(|done| scene.mood_before(clause, done)).unwrap_or_default();
            if let Some(told) = self.out.last_mut() {
                told.modality = meant;
            }
            return true;
        }
        let reached = next.and_then(|next| scene.get(next)).filter(|rate| rate.kind() == Kind::Percent && rate.span.start > mention.span.end);
        let shared = reached.is_some_and(|rate| self.words(Span::new(mention.span.end, rate.span.start)) == "的");
        if !shared || mention.kind() == Kind::Percent || !QUOTAS.end(left) {
            return false;
        }
        let Some(at) = left.rfind("完成") else { return false };
        let mut measure = measure::told_before(scene, from + at + "完成".len(), mention.span.start);
        // 财政收入完成年度预算: of what
        let whose = measure::before(scene, from, from + at);
        measure.words.insert_str(0, &measure::unquoted(whose.of(scene.text())));
        let held = self.thread.mood.replace((Modality::Target, clause.segment));
        self.push(clause, figure, mention, measure, None, None, None);
        self.thread.mood = held;
        true
    }

    /// A figure that stands beside a name alone goes on counting what was counted: 潍坊5个, 韩国(12.9亿美元).
    pub(super) fn per_name(&self, from: usize, mention: &Mention) -> Option<(Subject, String)> {
        let scene = self.scene;
        let name = scene.within(Span::new(from, mention.span.start)).last()?;
        let named = scene.get(name)?;
        if !matches!(named.kind(), Kind::Place | Kind::Zone | Kind::Company) {
            return None;
        }
        let before = self.words(Span::new(from, named.span.start)).trim_matches(|c: char| any!("、,，)）和及与").of(c) || c.is_whitespace());
        let gap = self.words(Span::new(named.span.end, mention.span.start));
        let bracketed = matches!(gap, "(" | "（");
        if bracketed && self.out.len() == self.thread.first {
            // 前三位为甲国(19.5亿美元)、乙国(…): the measure stands before the first name
            let words = words!["为", "是", "有", "包括"].strip_ending(before).unwrap_or(before);
            let end = from + self.words(Span::new(from, named.span.start)).place_of(words).unwrap_or(0) + words.len();
            let words = measure::told_before(scene, from, end).words;
            return (words.chars().count() >= 2)
                .then(|| subject::subject(scene, name, "indicator.subject.list"))
                .flatten()
                .map(|named| (named, words));
        }
        if !matches!(before, "" | "其中" | "以及") || !matches!(gap, "" | "(" | "（" | "有" | "各") {
            return None;
        }
        let last = self.out.last()?;
        let words = self
            .thread
            .counted
            .clone()
            .filter(|_| measure::counts(&mention.value))
            // 8个市增速领先,分别是甲市5%、乙市4%: a rate counts no cities
            .or_else(|| {
                ((self.out.len() > self.thread.first || self.thread.among.is_some())
                    && (mention.kind() != Kind::Percent || last.value.kind() == Kind::Percent))
                    .then(|| last.measure.clone())
            })?;
        let same_kind = self.out.iter().rev().take(6).any(|held| held.value.kind() == mention.kind());
        if !same_kind {
            return None;
        }
        Some((subject::subject(scene, name, "indicator.subject.list")?, words))
    }

    /// 恢复到2019年同期的95%, 为年度预算的52%: of what it is so much.
    pub(super) fn set_against(&self, left: &str, from: usize, words: String) -> String {
        let Some(standard) = left.strip_suffix('的').filter(|standard| !standard.has("分别")) else { return words };
        if let Some((at, _)) = words!["恢复到", "恢复至"].found_in(standard).last() {
            let own = measure::told_before(self.scene, from, from + at).words;
            let held = self.out.get(self.thread.first..).unwrap_or_default().iter().rev().find(|held| held.value.kind() != Kind::Percent);
            let head = if own.chars().count() >= 2 { Some(own.as_str()) } else { held.map(|held| held.measure.as_str()) };
            return head.map_or(words, |head| format!("{head}{}", measure::unquoted(standard.get(at..).unwrap_or_default())));
        }
        match standard.strip_prefix('为').filter(|aim| QUOTAS.end(aim)) {
            Some(_) => standard.to_owned(),
            None => words,
        }
    }

    /// 是“十四五”初期的1.8倍、“十三五”初期的2.6倍: a ratio of the measure before.
    pub(super) fn ratio(&self, left: &str, words: String) -> String {
        let earlier = self.out.get(self.thread.first..).unwrap_or_default();
        let marked = ["相当于", "是", "为"].iter().find_map(|mark| left.last_place_of(mark).map(|at| (at, *mark)));
        if let Some((at, mark)) = marked {
            let tail = measure::unquoted(left.get(at..).unwrap_or_default().trim_end_matches('的'));
            let own = words.split(mark).next().unwrap_or_default();
            let head = if at > '。'.len_utf8() && own.chars().count() >= 2 {
                own
            } else {
                earlier.last().map(|held| held.measure.as_str()).unwrap_or_default()
            };
            return format!("{}{tail}", head.split('占').next().unwrap_or_default());
        }
        // the second of two ratios keeps the first one's head
        match earlier.last().and_then(|held| held.measure.find('是').and_then(|at| held.measure.get(..at + '是'.len_utf8()))) {
            Some(head) => format!("{head}{words}"),
            None => words,
        }
    }
}
