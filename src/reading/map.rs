//! Where the repaired text stands in the raw text, and the other way round.

use crate::span::Span;

/// A stretch of the repaired text and the stretch of the raw text that it was read from.
///
/// Where both are of one length they run side by side byte by byte, otherwise the one stands for the other as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// In the repaired text.
    pub clean: Span,
    /// In the raw text. Raw stretches of neighbouring runs may overlap: a character that was torn in two belongs to both.
    pub raw: Span,
}

/// All stretches that differ, in order; between them raw and repaired text are the same.
#[derive(Clone, Debug, Default)]
pub(super) struct Map {
    runs: Vec<Run>,
}

impl Map {
    /// Adds a run behind all others; joins it to the last one where both are substitutions of one length side by side.
    pub(super) fn push(&mut self, run: Run) {
        if let Some(last) = self.runs.last_mut() {
            let even = last.clean.len() == last.raw.len() && run.clean.len() == run.raw.len();
            if even && last.clean.end == run.clean.start && last.raw.end == run.raw.start {
                last.clean.end = run.clean.end;
                last.raw.end = run.raw.end;
                return;
            }
        }
        self.runs.push(run);
    }

    /// Gives the last repaired character, `clean`, all of the raw text up to `raw_end` too.
    pub(super) fn absorb(&mut self, clean: Span, raw_end: usize) {
        let raw_start = match self.runs.last_mut() {
            Some(last) if last.clean == clean => {
                last.raw.end = raw_end;
                return;
            }
            Some(last) if last.clean.end == clean.end => {
                // The last of several characters that were substituted side by side: it gets a run of its own.
                last.clean.end = clean.start;
                last.raw.end = last.raw.end.saturating_sub(clean.len());
                last.raw.end
            }
            _ => self.raw(Span::new(clean.start, clean.start)).start,
        };
        self.runs.push(Run { clean, raw: Span::new(raw_start, raw_end) });
    }

    /// The map with further characters of the repaired text changed into others of the same length.
    pub(super) fn with_substitutions(self, changed: &[Span]) -> Self {
        let mut whole = Self::default();
        let mut old = self.runs.into_iter().peekable();
        // Behind the last old run, repaired and raw text run side by side from here.
        let (mut clean_end, mut raw_end) = (0, 0);
        for change in changed {
            while let Some(run) = old.next_if(|run| run.clean.start <= change.start) {
                (clean_end, raw_end) = (run.clean.end, run.raw.end);
                whole.push(run);
            }
            if change.start >= clean_end {
                let start = raw_end + (change.start - clean_end);
                whole.push(Run { clean: *change, raw: Span::new(start, start + change.len()) });
            }
        }
        for run in old {
            whole.push(run);
        }
        whole
    }

    /// The stretches that differ.
    pub(super) fn runs(&self) -> &[Run] {
        &self.runs
    }

    /// Every raw character that holds a byte of the span of the repaired text.
    pub(super) fn raw(&self, clean: Span) -> Span {
        let start = translate_start(&self.runs, clean.start, |run| (run.clean, run.raw));
        let end = translate_end(&self.runs, clean.end, |run| (run.clean, run.raw));
        Span::new(start, if clean.is_empty() { start } else { end.max(start) })
    }

    /// Every repaired character that something in the span of the raw text was read as.
    pub(super) fn clean(&self, raw: Span) -> Span {
        let start = translate_start(&self.runs, raw.start, |run| (run.raw, run.clean));
        let end = translate_end(&self.runs, raw.end, |run| (run.raw, run.clean));
        Span::new(start, if raw.is_empty() { start } else { end.max(start) })
    }
}

/// Where what starts at `at` starts on the other side.
fn translate_start(runs: &[Run], at: usize, sides: impl Fn(&Run) -> (Span, Span)) -> usize {
    let next = runs.partition_point(|run| sides(run).0.end <= at);
    if let Some((from, to)) = runs.get(next).map(&sides) {
        if from.start <= at {
            return if from.len() == to.len() { to.start + (at - from.start) } else { to.start };
        }
    }
    match next.checked_sub(1).and_then(|last| runs.get(last)).map(&sides) {
        Some((from, to)) => to.end + (at - from.end),
        None => at,
    }
}

/// Where what ends at `at` ends on the other side.
fn translate_end(runs: &[Run], at: usize, sides: impl Fn(&Run) -> (Span, Span)) -> usize {
    let before = runs.partition_point(|run| sides(run).0.start < at);
    match before.checked_sub(1).and_then(|last| runs.get(last)).map(&sides) {
        None => at,
        Some((from, to)) if at >= from.end => to.end + (at - from.end),
        Some((from, to)) if from.len() == to.len() => to.start + (at - from.start),
        Some((_, to)) => to.end,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(clean: (usize, usize), raw: (usize, usize)) -> Run {
        Run { clean: Span::new(clean.0, clean.1), raw: Span::new(raw.0, raw.1) }
    }

    fn map(runs: &[Run]) -> Map {
        let mut map = Map::default();
        for run in runs {
            map.push(*run);
        }
        map
    }

    #[test]
    fn nothing_repaired_is_the_identity() {
        assert_eq!(Map::default().raw(Span::new(3, 9)), Span::new(3, 9));
        assert_eq!(Map::default().clean(Span::new(3, 9)), Span::new(3, 9));
    }

    #[test]
    fn a_gloss_belongs_to_the_character_before_it() {
        // 经济 from 經(jīng)濟(jì): the mention 经 ends behind its gloss, the mention 济 starts behind it.
        let map = map(&[run((0, 3), (0, 10)), run((3, 6), (10, 17))]);
        assert_eq!(map.raw(Span::new(0, 3)), Span::new(0, 10));
        assert_eq!(map.raw(Span::new(3, 6)), Span::new(10, 17));
        assert_eq!(map.raw(Span::new(6, 9)), Span::new(17, 20));
        assert_eq!(map.clean(Span::new(4, 5)), Span::new(0, 3));
        assert_eq!(map.clean(Span::new(17, 20)), Span::new(6, 9));
    }

    #[test]
    fn neighbours_in_a_shifted_run_overlap() {
        // 豪雅 from 焙姥殴: 姥 holds a byte of both.
        let map = map(&[run((0, 3), (0, 6)), run((3, 6), (3, 9))]);
        assert_eq!(map.raw(Span::new(0, 3)), Span::new(0, 6));
        assert_eq!(map.raw(Span::new(3, 6)), Span::new(3, 9));
        assert_eq!(map.raw(Span::new(0, 6)), Span::new(0, 9));
    }

    #[test]
    fn substitutions_of_one_length_join() {
        let map = map(&[run((0, 3), (0, 3)), run((3, 6), (3, 6))]);
        assert_eq!(map.runs(), [run((0, 6), (0, 6))]);
        assert_eq!(map.raw(Span::new(3, 6)), Span::new(3, 6));
    }
}
