//! Datelines, bylines and credit lines: 记者 李川 通讯员 周望, 责任编辑：陈远.

use super::Found;
use super::post::Post;
use super::scene::{Scene, is_han};
use super::words::{CLOSERS, CREDITS, CREDITS_WITH_COLON, MEDIA_ENDINGS, NOT_NAMES, OWN_MEDIA};
use super::{given, scene};
use crate::span::Span;
use crate::starts::Start;
use crate::word_table::Words;

/// Names after the words of a credit, until something else begins.
pub(super) fn read(scene: &Scene<'_>, found: &mut Vec<Found>) {
    let mut from = 0;
    for (at, credit) in CREDITS.found_at(scene.text, scene.starts.of(Start::Credit)) {
        if at < from {
            continue;
        }
        let end = at + credit.len();
        from = end;
        let colon = scene.rest(end).trim_start_matches([' ', '　', '】', ']']).starts_with([':', '：', '/', '／', '|', '丨']);
        let glued = scene.behind(at).chars().next_back().is_some_and(|before| is_han(before) || before == '“');
        if CREDITS_WITH_COLON.hold(credit) && (!colon || glued) {
            continue;
        }
        let post = Post { role: Some((*credit).to_owned()), affiliation: house(scene, at), evidence: vec![Span::new(at, end)] };
        from = names(scene, end, colon, &post, found).max(from);
    }
}

/// How many characters are looked at for a name of two or three: one more tells that there is none.
const LONGEST_NAME: usize = 4;

/// 李川 摄: all that stands between two signs before the word that a picture's credit closes with; (李川摄) with nothing in between.
pub(super) fn pictures(scene: &Scene<'_>, found: &mut Vec<Found>) {
    for at in scene.starts.of(Start::Picture) {
        let behind = scene.behind(at).trim_end_matches([' ', '\u{3000}', '\u{a0}']);
        let length: usize = behind.chars().rev().take(LONGEST_NAME).take_while(|c| is_han(*c)).map(char::len_utf8).sum();
        let (name, _) = behind.split_at_checked(behind.len() - length).unwrap_or_default();
        let span = Span::new(name.len(), behind.len());
        let closed = scene.rest(at + '摄'.len_utf8()).chars().next().is_none_or(|next| !is_han(next));
        let long = (2..=3).contains(&span.of(scene.text).chars().count());
        let bracketed = name.ends_with(['(', '（']) && scene.rest(at + '摄'.len_utf8()).starts_with([')', '）']);
        if (behind.len() < at || bracketed) && closed && long && scene.surnames.holds(span.start) && !scene.is_taken(span) && plausible(scene, span) {
            found.push(Found::new(span, Post::default(), "person.picture"));
        }
    }
}

/// What stands right behind a name and tells of a man or a woman.
pub(super) static SEXES: Words<&str> = Words::of(&["，男", ",男", "：男", ":男", "，女", ",女", "：女", ":女", "先生", "女士"]);

/// 李川，男，1965年生, 李川先生：1965年生: all that stands between two signs before such a word, if it begins with a surname.
pub(super) fn sexed(scene: &Scene<'_>, found: &mut Vec<Found>) {
    for (at, word) in SEXES.found_at(scene.text, scene.starts.of(Start::Sex)) {
        let behind = scene.behind(at);
        let length: usize = behind.chars().rev().take(LONGEST_NAME).take_while(|c| is_han(*c)).map(char::len_utf8).sum();
        let (before, name) = behind.split_at_checked(behind.len() - length).unwrap_or_default();
        let after = scene.rest(at + word.len());
        let curriculum = !word.starts_with(is_han);
        // A curriculum begins its line or sentence with the name; 先生 may be said of anybody behind a sign.
        let begins = |c: char| if curriculum { matches!(c, '\n' | '。' | '；') } else { !is_han(c) && !scene::is_dot(c) };
        let goes_on = |c: char| !curriculum || matches!(c, '，' | ',' | '、' | '。' | '；' | '(' | '（' | '\n' | ' ');
        let opened = before.trim_end_matches([' ', '\u{3000}', '\u{a0}']).chars().next_back().is_none_or(begins);
        let closed = after.chars().next().is_none_or(goes_on);
        let span = Span::new(before.len(), at);
        let count = name.chars().count();
        let own = !FORMS.hold(name)
            && (curriculum || !name.contains(['的', '从', '对', '由', '与', '和', '据']))
            && !scene.title_after.holds(span.start)
            && !CREDITS.begin(name)
            && (curriculum || !NOT_NAMES.begin(name));
        if opened && closed && own && (2..=3).contains(&count) && scene.surnames.holds(span.start) && !scene.is_crossed(span) {
            found.push(Found::new(span, Post::default(), "person.sexed"));
        }
    }
}

/// What stands before 先生 and names nobody.
static FORMS: Words<&str> = Words::of(&["各位", "诸位", "老先生", "位", "名", "这位", "那位", "某"]);

/// What a dateline ends with before the bracket that names its author.
static WIRES: Words<&str> = Words::of(&["日电", "日讯", "网讯", "报讯", "社讯"]);

/// 大漠网讯(皮文昭): all that a bracket behind a dateline holds, whatever its surname.
pub(super) fn wired(scene: &Scene<'_>, found: &mut Vec<Found>) {
    for at in scene.starts.of(Start::Bracket) {
        let Some(inside) = scene.rest(at).strip_prefix(['(', '（']) else { continue };
        let start = scene.text.len() - inside.len();
        let wire = WIRES.end(scene.behind(at).trim_end_matches([' ', '\u{3000}', '\u{a0}']));
        let length = inside.chars().take(LONGEST_NAME).take_while(|c| is_han(*c)).map(char::len_utf8).sum();
        let name = inside.get(..length).unwrap_or_default();
        let span = Span::new(start, start + name.len());
        let closed = scene.rest(span.end).starts_with([')', '）']);
        let fits = wire && closed && (2..=3).contains(&name.chars().count()) && !CREDITS.begin(name) && !scene.title_after.holds(start);
        if fits && !scene.is_taken(span) && plausible(scene, span) {
            found.push(Found::new(span, Post::default(), "person.credit"));
        }
    }
}

/// Reads names from `at` on and says how far they went.
fn names(scene: &Scene<'_>, at: usize, colon: bool, post: &Post, found: &mut Vec<Found>) -> usize {
    let mut end = at;
    for count in 0..12 {
        let rest = scene.rest(end);
        let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace() || "、,，/／|丨:：(（[】]".contains(c));
        let gap = rest.get(..rest.len() - trimmed.len()).unwrap_or_default();
        // Names of one credit are parted by blanks or the pause mark; a comma or a parenthesis ends the list, and so does a long gap.
        if count > 0 && gap.contains([',', '，', ':', '：', '(', '（', '[']) || gap.chars().count() > 6 {
            break;
        }
        let start = end + gap.len();
        let Some(name) = name(scene, start, colon || !gap.is_empty(), count) else { break };
        // 记者 李川⏎从新闻报道看: on the next line only a name that fills it is one
        let filled = || scene.rest(name.end).chars().next().is_none_or(|next| !is_han(next)) || CREDITS.begin(scene.rest(name.end));
        if count > 0 && gap.contains('\n') && !filled() {
            break;
        }
        found.push(Found::new(name, post.clone(), "person.credit"));
        end = name.end;
    }
    end
}

fn name(scene: &Scene<'_>, at: usize, apart: bool, count: usize) -> Option<Span> {
    if CREDITS.begin(scene.rest(at)) || scene.title_after.holds(at) {
        return None;
    }
    let bounded = |end: usize| {
        let rest = scene.rest(end);
        rest.chars().next().is_none_or(|next| !is_han(next) && !scene::is_dot(next)) || CREDITS.begin(rest) || CLOSERS.begin(rest)
    };
    // A name that stands by itself between blanks or signs needs no known surname.
    let alone =
        word(scene, at).filter(|span| if apart { bounded(span.end) } else { CLOSERS.begin(scene.rest(span.end)) || enclosed(scene, at, span.end) });
    if let Some(name) = scene.name_at(at) {
        let whole = alone.filter(|span| span.start == name.span.start && span.len() >= name.span.len() && plausible(scene, *span));
        if let Some(span) = whole {
            return Some(span);
        }
        let limit = if bounded(name.span.end) { 0 } else { 3 };
        if name.looks >= limit && (name.after > 0 || apart || count > 0 || name.looks >= 5) {
            return Some(name.span);
        }
    }
    if let Some(name) = scene.foreign_at(at, false).filter(|name| bounded(name.span.end) && name.looks >= 4) {
        return Some(name.span);
    }
    alone.filter(|span| !scene.is_taken(*span) && plausible(scene, *span))
}

/// (通讯员李川 记者吉宁): whether a bracket that opens before the credit closes right behind the name.
fn enclosed(scene: &Scene<'_>, at: usize, end: usize) -> bool {
    /// How many characters such a bracket holds before the name at most.
    const LONGEST: usize = 30;
    let mut credits = scene.behind(at).chars().rev().take(LONGEST).take_while(|c| !matches!(c, ')' | '）' | '\n' | '。'));
    scene.rest(end).starts_with([')', '）']) && credits.any(|c| matches!(c, '(' | '（'))
}

/// Two or three Han characters in a row, four with a compound surname.
fn word(scene: &Scene<'_>, at: usize) -> Option<Span> {
    let mut length = 0;
    let mut end = at;
    for character in scene.rest(at).chars() {
        if !is_han(character) || (length > 0 && (CREDITS.begin(scene.rest(end)) || CLOSERS.begin(scene.rest(end)))) {
            break;
        }
        length += 1;
        end += character.len_utf8();
    }
    let compound = scene.surnames.at(at).any(|(bytes, _)| bytes > 3);
    (length == 2 || length == 3 || (length == 4 && compound)).then(|| Span::new(at, end))
}

fn plausible(scene: &Scene<'_>, span: Span) -> bool {
    // 来源: a word before a colon is a label itself.
    if scene.rest(span.end).starts_with([':', '：']) || NOT_NAMES.begin(scene.rest(span.start)) {
        return false;
    }
    let surname = usize::from(scene.surnames.holds(span.start));
    let weights: Vec<i32> = span.of(scene.text).chars().skip(surname).filter_map(given::single).collect();
    weights.iter().all(|weight| *weight > -7) && weights.iter().sum::<i32>() >= -4
}

/// The paper or station named right before the credit.
fn house(scene: &Scene<'_>, at: usize) -> Option<String> {
    if let Some((start, _)) = scene.house_before.get(at) {
        let name = Span::new(*start, at).of(scene.text);
        return (!OWN_MEDIA.hold(name)).then(|| name.to_owned());
    }
    let behind = scene.behind(at);
    let start = behind.char_indices().rev().take(12).take_while(|(_, c)| is_han(*c) || *c == '·').last().map(|(start, _)| start)?;
    let name = behind.get(start..)?;
    let media = MEDIA_ENDINGS.end(name) && name.chars().count() >= 2;
    (media && !OWN_MEDIA.begin(name) && scene.opens(start)).then(|| name.to_owned())
}
