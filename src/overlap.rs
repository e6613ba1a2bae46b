//! Which of several readings of the same words stands.

use crate::context::{Context, Mention};
use crate::entity::Kind;
use crate::limits::{OVERLAPPING, Reached};
use crate::reading::PartKind;
use crate::span::Span;
use std::cmp::Reverse;

/// The rule: nothing stands in furniture; mentions may nest where [`may_hold`] says so, and never cross. Longer wins; of two equally long
/// ones the kind that stands earlier in [`PRECEDENCE`], then the one found first. The result is sorted by start, the longer first.
pub(crate) fn resolve(mut mentions: Vec<Mention>, context: &Context<'_>, reached: &mut Reached) -> Vec<Mention> {
    let content = |m: &Mention| {
        let next = context.parts.partition_point(|part| part.span.start <= m.span.start);
        let part = next.checked_sub(1).and_then(|at| context.parts.get(at));
        part.is_some_and(|part| part.kind != PartKind::Furniture && part.span.end >= m.span.end)
    };
    mentions.retain(|m| !m.span.is_empty() && content(m));
    // Here an extraction holds the most mentions. They are sorted by keys made once and thinned in place, so that no second list stands beside them.
    mentions.sort_by_cached_key(|m| (m.span.start, Reverse(m.span.end), precedence(m.kind())));
    let mut run = Run { stands: Vec::with_capacity(mentions.len()), ..Run::default() };
    let mut rest = mentions.as_slice();
    while let Some(first) = rest.first() {
        // Overlapping mentions form runs; the next one begins where all before have ended.
        let mut end = first.span.end;
        let overlaps = |m: &&Mention| {
            let overlaps = m.span.start < end;
            end = end.max(m.span.end);
            overlaps
        };
        let length = 1 + rest.iter().skip(1).take_while(overlaps).count();
        let (here, behind) = rest.split_at(length);
        run.settle(here, reached);
        rest = behind;
    }
    let mut stands = run.stands.into_iter();
    mentions.retain(|_| stands.next().unwrap_or_default());
    mentions
}

/// Which mentions stand, and the lists with which one run after the other is settled.
#[derive(Default)]
struct Run {
    stands: Vec<bool>,
    /// Places in the run, in the order in which its mentions are taken.
    order: Vec<usize>,
    standing: Vec<(Span, Kind)>,
    /// A name that gives way as a field of a longer one still owns its words: 六盘 is no quantity where 六盘水市 stands inside a project's name.
    fields: Vec<(Span, Kind)>,
}

impl Run {
    /// Inside a run the longest is taken first. Runs are short in any real text, and a run's cost is bounded: what it holds beyond [`OVERLAPPING`]
    /// mentions is dropped, the shortest first.
    fn settle(&mut self, run: &[Mention], reached: &mut Reached) {
        let Self { stands, order, standing, fields } = self;
        let from = stands.len();
        if let [_] = run {
            return stands.push(true);
        }
        stands.resize(from + run.len(), false);
        order.clear();
        standing.clear();
        fields.clear();
        order.extend(0..run.len());
        let mention = |at: &usize| run.get(*at);
        order.sort_by_key(|at| mention(at).map(|m| (Reverse(m.span.len()), precedence(m.kind()), m.span.start)));
        if let Some(dropped) = order.get(OVERLAPPING).and_then(mention) {
            reached.note("overlapping", dropped.span);
            order.truncate(OVERLAPPING);
        }
        for at in order.iter() {
            let Some(mention) = mention(at) else { continue };
            let (span, kind) = (mention.span, mention.kind());
            let fits = |(outer, holder): &(Span, Kind)| {
                !outer.overlaps(span) || (outer.contains(span) && (*outer != span || layered(kind)) && may_hold(*holder, kind))
            };
            // 蓝湾油服|实验室|改造项目: what reads as the body of a firm inside a project's name leaves the firm standing.
            let opens = |(outer, holder): &(Span, Kind)| *holder == Kind::Organization && kind == Kind::Company && outer.start == span.start;
            if standing.iter().all(fits) && fields.iter().all(|field| fits(field) || opens(field)) {
                standing.push((span, kind));
                stands.get_mut(from + at).into_iter().for_each(|stands| *stands = true);
            } else if standing.iter().all(|(outer, _)| !outer.overlaps(span) || outer.contains(span)) {
                fields.push((span, kind));
            }
        }
    }
}

/// Kinds in the order in which they win over equally long readings.
const PRECEDENCE: [Kind; 16] = [
    Kind::Custom,
    Kind::Date,
    Kind::TimeSet,
    Kind::Duration,
    Kind::Money,
    Kind::Percent,
    Kind::Quantity,
    Kind::Project,
    Kind::Zone,
    Kind::Company,
    Kind::Organization,
    Kind::Place,
    Kind::Person,
    Kind::Industry,
    Kind::Ordinal,
    Kind::Number,
];

fn precedence(kind: Kind) -> usize {
    PRECEDENCE.iter().position(|k| *k == kind).unwrap_or(PRECEDENCE.len())
}

/// Whether a kind may also be the whole of what holds it: a number, asked for as such, stands beside the date that its words may be (01.10).
fn layered(kind: Kind) -> bool {
    kind == Kind::Number
}

/// Whether a mention of the kind `inner` keeps its own standing inside one of the kind `outer`.
fn may_hold(outer: Kind, inner: Kind) -> bool {
    match outer {
        // the firm, the park, the capacity, the purity and the whole that a project is named after
        Kind::Project => matches!(inner, Kind::Company | Kind::Zone | Kind::Money | Kind::Percent | Kind::Quantity | Kind::Project),
        // a park in a park, the firm that opens a park's name; a place inside is a field of the value
        Kind::Zone => matches!(inner, Kind::Company | Kind::Zone),
        Kind::Quantity | Kind::Duration | Kind::Date | Kind::TimeSet => inner == Kind::Number,
        _ => false,
    }
}

/// Which of the mentions that [`resolve`] left stand inside which: found once, in one walk, since they nest and never cross.
#[derive(Debug)]
pub(crate) struct Nesting {
    holders: Vec<Option<usize>>,
}

impl Nesting {
    /// The nesting of mentions in the order that [`resolve`] gives them.
    pub(crate) fn of(mentions: &[Mention]) -> Self {
        let mut open: Vec<(usize, Span)> = Vec::new();
        let holders = mentions.iter().enumerate().map(|(index, mention)| {
            while open.last().is_some_and(|(_, outer)| !outer.contains(mention.span)) {
                open.pop();
            }
            let holder = open.last().map(|(holder, _)| *holder);
            open.push((index, mention.span));
            holder
        });
        Self { holders: holders.collect() }
    }

    /// Whether the mention stands in no other.
    pub(crate) fn is_outermost(&self, index: usize) -> bool {
        self.holders.get(index).is_some_and(Option::is_none)
    }

    /// The mentions that it stands in, from the inside out.
    pub(crate) fn holders(&self, index: usize) -> impl Iterator<Item = usize> + '_ {
        let above = |index: usize| self.holders.get(index).copied().flatten();
        std::iter::successors(above(index), move |holder| above(*holder))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Value;
    use crate::entity::{company::Company, industry::Industry, place::Place, project::Project, zone::Zone};
    use crate::lexicon::Lexicon;
    use crate::reading::Part;
    use crate::starts::Starts;

    fn value(kind: Kind) -> Value {
        let name = String::new();
        match kind {
            Kind::Project => Value::Project(Project { canonical: name, phase: None }),
            Kind::Zone => Value::Zone(Zone { canonical: name, class: String::new(), level: None, place: None, official: None }),
            Kind::Company => Value::Company(Company { canonical: name, form: None, place: None, brand: None, trade: None, code: None }),
            Kind::Place => Value::Place(Place { code: None, name, parent: None, candidates: Vec::new(), members: Vec::new(), successor: None }),
            _ => Value::Industry(Industry { name, code: None, scheme: None }),
        }
    }

    fn stands(found: &[(Kind, usize, usize)], parts: &[(usize, PartKind)]) -> Vec<(Kind, usize, usize)> {
        let text = "0123456789012345678901234567890123456789";
        let mut start = 0;
        let mut list = Vec::new();
        for (end, kind) in parts.iter().copied().chain([(text.len(), PartKind::Body)]) {
            list.push(Part { span: Span::new(start, end), kind });
            start = end;
        }
        let context =
            Context { text, parts: &list, lexicon: Lexicon::embedded(), hits: &[], published: None, starts: &Starts::default(), tables: &[] };
        let mentions = found.iter().map(|(kind, start, end)| Mention::new(Span::new(*start, *end), value(*kind), "test")).collect();
        resolve(mentions, &context, &mut Reached::default()).iter().map(|m| (m.kind(), m.span.start, m.span.end)).collect()
    }

    #[test]
    fn kinds_nest_where_the_outer_may_hold_the_inner() {
        let project = [(Kind::Company, 0, 4), (Kind::Place, 4, 6), (Kind::Zone, 4, 10), (Kind::Project, 0, 14)];
        assert_eq!(stands(&project, &[]), [(Kind::Project, 0, 14), (Kind::Company, 0, 4), (Kind::Zone, 4, 10)]);
        assert_eq!(stands(&[(Kind::Company, 0, 9), (Kind::Place, 0, 3), (Kind::Industry, 4, 6)], &[]), [(Kind::Company, 0, 9)]);
        assert_eq!(stands(&[(Kind::Zone, 0, 9), (Kind::Zone, 3, 9), (Kind::Place, 0, 3)], &[]), [(Kind::Zone, 0, 9), (Kind::Zone, 3, 9)]);
    }

    #[test]
    fn a_field_of_a_longer_name_owns_its_words() {
        let found = [(Kind::Project, 0, 20), (Kind::Place, 0, 8), (Kind::Company, 0, 6), (Kind::Company, 10, 14)];
        assert_eq!(stands(&found, &[]), [(Kind::Project, 0, 20), (Kind::Company, 10, 14)]);
    }

    #[test]
    fn longer_wins_then_precedence_and_nothing_crosses() {
        assert_eq!(stands(&[(Kind::Place, 0, 4), (Kind::Company, 3, 9)], &[]), [(Kind::Company, 3, 9)]);
        assert_eq!(stands(&[(Kind::Company, 0, 6), (Kind::Zone, 0, 6)], &[]), [(Kind::Zone, 0, 6)]);
        assert_eq!(stands(&[(Kind::Company, 0, 6), (Kind::Zone, 4, 14), (Kind::Project, 12, 20)], &[]), [(Kind::Zone, 4, 14)]);
    }

    #[test]
    fn nothing_stands_in_furniture_or_across_its_edge() {
        let parts = [(10, PartKind::Body), (20, PartKind::Furniture)];
        let found = [(Kind::Place, 2, 4), (Kind::Place, 12, 14), (Kind::Company, 8, 12), (Kind::Place, 18, 22), (Kind::Place, 20, 22)];
        assert_eq!(stands(&found, &parts), [(Kind::Place, 2, 4), (Kind::Place, 20, 22)]);
    }

    #[test]
    fn nesting_names_every_holder_from_the_inside_out() {
        let spans = [(0, 20), (2, 12), (2, 5), (6, 8), (14, 16), (20, 24)];
        let mentions: Vec<_> = spans.iter().map(|(start, end)| Mention::new(Span::new(*start, *end), value(Kind::Zone), "test")).collect();
        let nesting = Nesting::of(&mentions);
        let holders = |index| nesting.holders(index).collect::<Vec<_>>();
        assert_eq!([holders(2), holders(3), holders(4), holders(5)], [vec![1, 0], vec![1, 0], vec![0], vec![]]);
        assert!(nesting.is_outermost(0) && !nesting.is_outermost(1) && nesting.is_outermost(5));
    }

    #[test]
    fn a_long_run_stays_cheap() {
        let found: Vec<_> = (0..20_000).map(|n| (Kind::Place, n % 30, n % 30 + 2 + n % 7)).collect();
        let kept = stands(&found, &[]);
        assert!(kept.windows(2).all(|pair| pair[0].2 <= pair[1].1));
    }
}
