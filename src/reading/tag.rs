//! Tags of HTML that a scraper left in the text: furniture inside a line.

use super::part::{Part, PartKind};
use crate::span::Span;
use crate::word_table::Words;

/// The longest tag that is looked for, in bytes: pages write whole styles into one.
const LONGEST: usize = 2_000;

/// The parts with the tags inside them as furniture of their own.
pub(super) fn apart(text: &str, parts: Vec<Part>) -> Vec<Part> {
    if !text.contains('<') {
        return parts;
    }
    let mut apart = Vec::with_capacity(parts.len());
    for part in parts {
        let mut from = part.span.start;
        let mut at = from;
        while let Some(open) = text.get(at..part.span.end).and_then(|rest| rest.find('<')).map(|found| at + found) {
            let Some(end) = tag(text, open, part.span.end).filter(|_| part.kind != PartKind::Furniture) else {
                at = open + 1;
                continue;
            };
            let pieces = [(Span::new(from, open), part.kind), (Span::new(open, end), PartKind::Furniture)];
            apart.extend(pieces.into_iter().filter(|(span, _)| !span.is_empty()).map(|(span, kind)| Part { span, kind }));
            (from, at) = (end, end);
        }
        if from < part.span.end || part.span.is_empty() {
            apart.push(Part { span: Span::new(from, part.span.end), kind: part.kind });
        }
    }
    apart
}

/// Tags that set words off from their line and do not part it.
static INLINE: Words<&str> = Words::of(&["b", "strong", "em", "i", "u", "font", "span", "a", "big", "small"]);

/// The end of the tag that opens at byte `open`, if it is one that does not part the line.
pub(super) fn inline(text: &str, open: usize) -> Option<usize> {
    let rest = text.get(open + 1..)?;
    let name = rest.strip_prefix('/').unwrap_or(rest);
    let name = name.split_once(|c: char| !c.is_ascii_alphanumeric()).map_or(name, |(name, _)| name);
    INLINE.iter().any(|inline| inline.eq_ignore_ascii_case(name)).then(|| tag(text, open, text.len()))?
}

/// The end of the tag that opens at byte `open`: a name in Latin letters, and no other `<` before its `>`.
fn tag(text: &str, open: usize, end: usize) -> Option<usize> {
    let rest = text.get(open + 1..end)?;
    let name = rest.strip_prefix('/').unwrap_or(rest);
    if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    let close = rest.bytes().take(LONGEST).position(|byte| matches!(byte, b'<' | b'>')).filter(|at| rest.as_bytes().get(*at) == Some(&b'>'))?;
    Some(open + 1 + close + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_inside_a_line() {
        for (text, end) in [
            ("<b>3", Some(3)),
            ("</STRONG>亿元", Some(9)),
            ("<span class=\"x\">3", Some(16)),
            ("<p>3", None),
            ("<br/>3", None),
            ("<b", None),
            ("<body>", None),
        ] {
            assert_eq!(inline(text, 0), end, "{text}");
        }
    }

    #[test]
    fn tags_are_furniture_and_comparisons_are_none() {
        let text = "<p style=\"微软\">签约</p>项目,a < b";
        let whole = vec![Part { span: Span::new(0, text.len()), kind: PartKind::Body }];
        let body: Vec<&str> = apart(text, whole).iter().filter(|part| part.kind == PartKind::Body).map(|part| part.span.of(text)).collect();
        assert_eq!(body, ["签约", "项目,a < b"]);
        for text in ["a < b", "<", "<1>", "<p", "<p<q>"] {
            let whole = vec![Part { span: Span::new(0, text.len()), kind: PartKind::Body }];
            let covered: usize = apart(text, whole).iter().map(|part| part.span.len()).sum();
            assert_eq!(covered, text.len(), "{text}");
        }
    }
}
