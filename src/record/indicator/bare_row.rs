//! Rows told with 分别 whose figures do not all say what they count, or that tell where each of the row comes from and goes to.

use super::compare::{QUOTAS, direction_of_move};
use super::level::is_times;
use super::measure::{self, Measure};
use super::rate::{LEADS, changed, is_point};
use super::reader::{Done, Reader};
use super::{Change, change, row};
use crate::context::Mention;
use crate::entity::Kind;
use crate::record::clause::Clause;
use crate::seek::any;
use crate::span::Span;
use crate::word_table::{Words, words};

/// What joins the figures of a row.
pub(super) static JOINTS: &Words<&str> = words!["、", "和", "及", "与", "以及"];

/// How many figures without a unit end the words, each joined to the next one: 达到12.3、4.5和.
fn bare_figures(words: &str) -> (usize, &str) {
    let mut rest = words;
    let mut count = 0;
    while let Some(figure) = JOINTS.strip_ending(rest) {
        let shorter = figure.trim_end_matches(|c: char| c.is_ascii_digit() || any!(".．").of(c));
        if shorter.len() == figure.len() {
            break;
        }
        rest = shorter;
        count += 1;
    }
    (count, rest)
}

impl<'a> Reader<'_, 'a> {
    /// 水稻、玉米产量分别达到12.3、4.5万吨: what stands without its unit is told by nobody, the last figure is that of the last of the row.
    pub(super) fn bare_row(&mut self, clause: &Clause, at: usize, row: &[(usize, &Mention)], done: &mut Done) -> bool {
        let Some((_, opening)) = row.first() else { return false };
        let (bare, verb) = bare_figures(self.words(Span::new(at, opening.span.start)));
        if bare == 0 {
            return false;
        }
        done.extend(row.iter().map(|(figure, _)| *figure));
        // 增速分别快于全部工业3.8和3.1个百分点
        let lead = verb.trim_start_matches("分别");
        if let Some((figure, mention)) = row.first().filter(|(_, mention)| LEADS.begin(lead) && is_point(mention)) {
            let evidence = vec![Span::new(at, at + verb.len())];
            self.push(clause, *figure, mention, Measure { words: lead.to_owned(), evidence, ..Measure::default() }, None, None, None);
            return true;
        }
        let told = change::told(self.words(Span::new(clause.span.start, at + verb.len())));
        if told.is_none()
            && !matches!(
                self.words(Span::new(at, at + verb.len())).trim_start_matches("分别"),
                "" | "为" | "达" | "达到" | "是" | "有" | "完成" | "实现"
            )
        {
            return true;
        }
        let head = measure::before(self.scene, clause.span.start, at);
        let words = words!["同比", "环比"].strip_ending(self.words(head)).unwrap_or(self.words(head));
        let count = bare + row.len();
        let items = row::items(words, count);
        if items.len() != count {
            return true;
        }
        let items = row::with_shared_tail(&items);
        for ((figure, mention), words) in row.iter().zip(items.into_iter().skip(bare)) {
            let change = told.map(|told| changed(told.base.unwrap_or("unspecified"), told.direction, mention));
            self.push(clause, *figure, mention, Measure { words, evidence: vec![head], ..Measure::default() }, change, None, None);
        }
        true
    }

    /// What was told one by one right before goes on: 分别是2008年的2.7倍和1.9倍; 对增长的贡献率分别为5%、40%和55%.
    pub(super) fn told_of_row(
        &mut self,
        clause: &Clause,
        at: usize,
        row: &[(usize, &Mention)],
        head_words: &str,
        head: Span,
        done: &mut Done,
    ) -> bool {
        let Some((_, opening)) = row.first() else { return false };
        let levels = self.out.get(self.thread.first..).unwrap_or_default();
        let levels = levels.len().checked_sub(row.len()).and_then(|from| levels.get(from..)).unwrap_or_default();
        let names: Vec<&str> = levels.iter().map(|level| level.measure.as_str()).collect();
        if names.len() != row.len() {
            return false;
        }
        let behind = self.words(Span::new(at + "分别".len(), opening.span.start));
        let ratio = row.iter().all(|(_, mention)| is_times(mention)) && head_words.is_empty();
        let measures: Vec<String> = if let Some(standard) = behind.strip_suffix('的').filter(|_| ratio && words!["是", "为", "相当于"].begin(behind))
        {
            names.iter().map(|name| format!("{name}{standard}")).collect()
        } else if let Some(aim) = behind.strip_suffix('的').filter(|aim| aim.starts_with("完成") && QUOTAS.end(aim) && head_words.is_empty()) {
            names.iter().map(|name| format!("{name}{aim}")).collect()
        } else if head_words.starts_with('对') && row::items(head_words, row.len()).len() != row.len() {
            let Some(stems) = row::stems(&names) else { return false };
            stems.iter().map(|stem| format!("{stem}{head_words}")).collect()
        } else {
            return false;
        };
        for ((figure, mention), words) in row.iter().zip(measures) {
            self.push(clause, *figure, mention, Measure { words, evidence: vec![head], ..Measure::default() }, None, None, None);
            done.push(*figure);
        }
        true
    }

    /// 第一、二产业比重分别由1978年的40%、32%提高到2022年的6%、40%: each of the row at both ends.
    pub(super) fn moved_row(&mut self, clause: &Clause, at: usize, figures: &[usize], done: &mut Done) -> bool {
        let scene = self.scene;
        let behind = self.words(Span::new(at + "分别".len(), clause.span.end));
        let Some(marker) = words!["由", "从"].beginning(behind).next() else { return false };
        let told: Vec<(usize, &Mention)> =
            figures.iter().filter_map(|figure| Some((*figure, scene.get(*figure)?))).filter(|(_, mention)| mention.span.start >= at).collect();
        let turns = |pair: &[(usize, &Mention)]| match pair {
            [(_, one), (_, other)] => direction_of_move(self.words(Span::new(one.span.end, other.span.start))),
            _ => None,
        };
        let Some((half, direction)) = told.windows(2).enumerate().find_map(|(nth, pair)| Some((nth + 1, turns(pair)?))) else { return false };
        let head = measure::before(scene, clause.span.start, at);
        let items = row::items(self.words(head), half);
        let joined = |row: &[(usize, &Mention)]| {
            row.windows(2).all(|pair| match pair {
                [(_, one), (_, other)] => one.kind() == other.kind() && JOINTS.hold(self.words(Span::new(one.span.end, other.span.start))),
                _ => false,
            })
        };
        let (Some(before), Some(now)) = (told.get(..half), told.get(half..)) else { return false };
        if half < 2 || now.len() != half || items.len() != half || !joined(before) || !joined(now) {
            return false;
        }
        let date = |from: usize, row: &[(usize, &Mention)]| {
            let until = row.first().map_or(from, |(_, first)| first.span.start);
            scene.within(Span::new(from, until)).filter(|index| scene.get(*index).is_some_and(|date| date.kind() == Kind::Date)).last()
        };
        let start = at + "分别".len() + marker.len();
        let turn = before.last().map_or(start, |(_, last)| last.span.end);
        let (then, today) = (date(start, before), date(turn, now));
        let items = row::with_shared_tail(&items);
        for ((figure, mention), words) in before.iter().zip(&items) {
            let measure = Measure { words: words.clone(), evidence: vec![head], ..Measure::default() };
            match then {
                Some(date) => self.push_at(clause, *figure, mention, measure, Some(date)),
                // 由40%、32%提高到…: of a time that is not told
                None => self.standards.push(self.out.len()),
            }
            done.push(*figure);
        }
        for ((figure, mention), words) in now.iter().zip(items) {
            let change = Change { base: "unspecified".to_owned(), direction: direction.to_owned(), value: None };
            self.forced = today;
            self.push(clause, *figure, mention, Measure { words, evidence: vec![head], ..Measure::default() }, Some(change), None, None);
            self.forced = None;
            done.push(*figure);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::bare_figures;

    #[test]
    fn figures_without_a_unit() {
        assert_eq!(bare_figures("分别达到12.3、4.5和"), (2, "分别达到"));
        assert_eq!(bare_figures("分别达到"), (0, "分别达到"));
        assert_eq!(bare_figures("分别为3万、"), (0, "分别为3万、"));
        assert_eq!(bare_figures("、和"), (0, "、和"));
    }
}
