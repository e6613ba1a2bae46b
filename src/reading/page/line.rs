//! What one line of a page looks like, by itself.

use super::labels::{self, Field, Label};
use super::words::{BOXES, CALLS, LISTS, MEDIA, NOTICES, OWN_WORDS, SITE, TOOLS};
use crate::span::Span;
use crate::word_table::words;

/// The looks of a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shape {
    /// Nothing but white space.
    Blank,
    /// Sentences.
    Paragraph,
    /// A few words that are no sentence: a headline, a subhead, a list item.
    Short,
    /// Words under or about a picture.
    Caption,
    /// Labelled fields or a time.
    Fields(Vec<Field>),
    /// Who wrote it, without a colon: 本报记者 周望.
    Byline,
    /// Many short words in a row, or a path through the site.
    Navigation,
    /// Buttons, counters, image names, calls to the reader, code.
    Tool,
    /// The heading of a list of other texts; `true` where it may also head a box of the article.
    List(bool),
    /// A notice about rights.
    Notice,
    /// The foot of the site.
    Site,
}

/// A line of the text: its place with the line break, its words without white space around them, and its looks.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) span: Span,
    pub(super) words: Span,
    pub(super) shape: Shape,
    /// Chinese characters in it.
    pub(super) size: usize,
}

pub(super) fn is_cjk(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '〇' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}

/// The lines of the text. A headline and a dateline that share a line become two.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut raws = text.split_inclusive('\n').peekable();
    while let Some(raw) = raws.next() {
        let mut span = Span::new(start, start + raw.len());
        if let Some(value) = raws.next_if(|next| labels::is_label(raw.trim()) && is_value(next.trim())) {
            span.end += value.len();
        }
        start = span.end;
        match headline_before_fields(text, span) {
            Some(at) => {
                lines.push(line(text, Span::new(span.start, at)));
                lines.push(line(text, Span::new(at, span.end)));
            }
            None => lines.push(line(text, span)),
        }
    }
    lines
}

/// What may stand in a line of its own below its label.
fn is_value(words: &str) -> bool {
    !words.is_empty() && words.chars().count() <= 16 && !words.contains([':', '\u{ff1a}', '。', ',', '\u{ff0c}'])
}

fn line(text: &str, span: Span) -> Line {
    let raw = span.of(text);
    let head = raw.len() - raw.trim_start().len();
    let words = Span::new(span.start + head, span.start + head + raw.trim().len());
    let size = words.of(text).chars().filter(|c| is_cjk(*c)).count();
    Line { span, words, shape: shape(text, words, size), size }
}

/// Where the fields begin in a line that opens with a headline.
fn headline_before_fields(text: &str, span: Span) -> Option<usize> {
    let fields = labels::fields(text, span);
    let first = fields.first().filter(|field| field.label.is_none())?;
    let lead = first.span.of(text);
    let until = match first.moment {
        Some(_) => super::date::find(lead)?.span.start,
        None => lead.len(),
    };
    let title = lead.get(..until)?;
    let told = title.chars().filter(|c| is_cjk(*c)).count();
    // A site's name before a time has a dozen characters at most, a person or paper before a label fewer; a sentence is no headline.
    let apart = title.ends_with(char::is_whitespace);
    let headline = told >= 9 && apart && !is_media(title.trim()) && !title.contains(['。', ';', '\u{ff1b}']) && title.chars().count() <= 70;
    (headline && is_fields(text, &labels::fields(text, Span::new(first.span.start + until, span.end)))).then_some(first.span.start + until)
}

fn shape(text: &str, span: Span, size: usize) -> Shape {
    let words = span.of(text);
    if words.is_empty() {
        return Shape::Blank;
    }
    let length = words.chars().count();
    let bare = words.trim_start_matches(is_bullet);
    if size == 0 {
        return without_chinese(words, length);
    }
    let sentence = is_sentence(words, size);
    if is_notice(bare, length) {
        return Shape::Notice;
    }
    if length <= 200 && SITE.stand_in(words) && !words.contains('。') {
        return Shape::Site;
    }
    if let Some(list) = list_heading(bare, length) {
        return list;
    }
    if is_path(words, length) {
        return Shape::Navigation;
    }
    if is_call(bare, length) || length <= 100 && OWN_WORDS.stand_in(words) {
        return Shape::Tool;
    }
    let fields = labels::fields(text, span);
    if is_clock(words, &fields) {
        return Shape::Tool;
    }
    if is_fields(text, &fields) {
        return Shape::Fields(fields);
    }
    if is_tools(words) {
        return Shape::Tool;
    }
    if is_caption(bare, length) {
        return Shape::Caption;
    }
    if is_byline(bare, length) {
        return Shape::Byline;
    }
    if is_navigation(words, sentence) {
        return Shape::Navigation;
    }
    if sentence || size >= 60 { Shape::Paragraph } else { Shape::Short }
}

/// Whether the words are sentences of a text. Headlines may ask, exclaim and quote, and hold a comma or two; they have no full stop.
fn is_sentence(words: &str, size: usize) -> bool {
    let commas = words.matches([',', '\u{ff0c}']).count();
    let asks = words.contains(['!', '?', '\u{ff01}', '\u{ff1f}']);
    (size >= 16 && words.contains('。'))
        || (size >= 8 && words.ends_with('。'))
        || (size >= 30 && (commas >= 2 || words.ends_with([':', '\u{ff1a}', ';', '\u{ff1b}'])))
        || (size >= 40 && (asks || words.ends_with('…')))
}

pub(super) fn is_bullet(c: char) -> bool {
    c.is_whitespace()
        || matches!(
            c,
            '-' | '–'
                | '—'
                | '•'
                | '·'
                | '*'
                | '>'
                | '»'
                | '□'
                | '■'
                | '◆'
                | '◇'
                | '●'
                | '○'
                | '▲'
                | '△'
                | '▼'
                | '★'
                | '☆'
                | '◎'
                | '#'
                | '['
                | '【'
                | '('
                | '\u{ff08}'
                | '|'
        )
}

/// A line without a Chinese character: figures, links, image names and code are furniture; foreign sentences and dots are not.
fn without_chinese(words: &str, length: usize) -> Shape {
    if let Some(found) = super::date::find(words) {
        let rest = words.len() - found.span.len();
        if rest <= 8 {
            let field = Field { span: Span::new(0, 0), label: None, value: Span::new(0, 0), moment: Some(found.moment) };
            return Shape::Fields(vec![field]);
        }
    }
    if TOOLS.hold(words) {
        return Shape::Tool;
    }
    if words.contains('%') {
        return Shape::Short; // a cell of a table
    }
    if words.contains("ICP") || words.contains("Copyright") || words.contains('©') {
        return Shape::Site;
    }
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    if letters == 0 {
        // Figures of a counter, page numbers, telephone numbers; but a line of dots or dashes is the author's.
        return if words.contains(|c: char| c.is_ascii_digit()) { Shape::Tool } else { Shape::Short };
    }
    let spaced = words.split_whitespace().count();
    let code = words.contains(['{', '}', '<', ';']) || words.contains("function") || words.contains("://");
    if code || spaced <= 2 {
        Shape::Tool
    } else if length >= 40 {
        Shape::Paragraph
    } else {
        Shape::Short
    }
}

/// 版权声明, 凡本网…, 【某网声明】, 某网版权与免责声明:
fn is_notice(bare: &str, length: usize) -> bool {
    let heading = bare.trim_end_matches([':', '\u{ff1a}', ']', '】', ')', '\u{ff09}']);
    let heads = length <= 24 && heading.ends_with("声明") && words!["版权", "免责", "网", "站"].stand_in(heading);
    let inside = bare.split([']', '】', ')', '\u{ff09}']).next().unwrap_or_default();
    let bracketed = inside.len() < bare.len() && inside.chars().count() <= 16 && (inside.ends_with("声明") || inside.starts_with("版权"));
    // Sites say in many words that what they print is not theirs.
    let site = words!["本站", "本网", "本媒体", "本平台", "本公众号", "原作者", "立删", "不代表"].stand_in(bare);
    let rights = ["侵权", "版权", "转载", "删除", "立删", "来源于网络", "来自网络", "联系", "免责", "观点", "立场"]
        .iter()
        .filter(|word| bare.contains(**word))
        .count();
    let disclaims = length <= 300 && site && rights >= 2;
    let declares = disclaims || bare.starts_with("声明") && words!["本网", "本站", "转载", "版权"].stand_in(bare);
    heads || bracketed || declares || NOTICES.begin(bare)
}

/// A call to the reader: 扫一扫…, 打开客户端看评论.
fn is_call(bare: &str, length: usize) -> bool {
    let opens = bare.starts_with("打开") && words!["评论", "APP", "app", "客户端", "新闻", "查看", "阅读"].stand_in(bare);
    let counts = words!["条评论", "人参与", "人评论", "二维码"].stand_in(bare);
    length <= 60 && !bare.contains([',', '\u{ff0c}']) && (opens || counts || CALLS.begin(bare))
}

fn list_heading(bare: &str, length: usize) -> Option<Shape> {
    let word = LISTS.beginning(bare).next()?;
    let rest = bare.get(word.len()..).unwrap_or_default();
    let step = word.starts_with(['上', '下', '前', '后']);
    let alone = rest.trim_matches(|c: char| !c.is_alphanumeric()).chars().count() <= 4 && length <= 16;
    let announces = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ']' | '】')).starts_with([':', '\u{ff1a}', '>', '»']);
    let ends = !rest.starts_with(is_cjk);
    (alone || announces || (step && ends && length <= 60)).then(|| Shape::List(BOXES.hold(word)))
}

/// A path through the site: 首页 > 新闻 > 正文, 您当前的位置:首页.
fn is_path(words: &str, length: usize) -> bool {
    if length > 120 || words.contains('。') {
        return false;
    }
    let steps = words.matches(['>', '»', '›', '→', '\u{ff1e}']).count() + words.matches("->").count();
    let here = [
        "当前位置",
        "所在位置",
        "现在位置",
        "您的位置",
        "你的位置",
        "当前的位置",
        "您现在的位置",
        "您当前位置",
        "位置:",
        "位置\u{ff1a}",
        "首页 ",
        "首页>",
        "首页»",
    ];
    here.iter().any(|word| words.trim_start_matches(is_bullet).starts_with(word))
        || (steps >= 2 && words.chars().filter(|c| is_cjk(*c)).count() < 60)
        || (steps == 1 && words.ends_with('>'))
        || (steps == 1 && length <= 24)
}

/// Whether the fields are a dateline, byline or credit line and not a sentence with a colon in it.
fn is_fields(text: &str, fields: &[Field]) -> bool {
    !fields.is_empty()
        && fields.iter().all(|field| {
            let value = field.value.of(text);
            let length = value.chars().count();
            let sentence = value.contains(['。', '“', '”', '！', '？', '\u{ff0c}', ',']);
            match field.label {
                None if field.moment.is_some() => length <= 60 && !sentence,
                None => length <= 16 && !sentence,
                Some(Label::Person(_)) => length <= 30 && !sentence && (length <= 12 || labels::names(value).next().is_some()),
                // A source may be followed by a time and a link.
                Some(Label::Source | Label::Reprint) => {
                    !sentence && length <= 80 && value.split_whitespace().next().is_none_or(|name| name.chars().count() <= 24)
                }
                Some(Label::Published | Label::Time) => field.moment.is_some() || length <= 4,
                Some(Label::Counter | Label::Tool | Label::Contact) => length <= 120 && !value.contains('。'),
            }
        })
}

/// The clock of a site, not the time of an article: 2024-03-01 星期五, and no paper's name.
fn is_clock(words: &str, fields: &[Field]) -> bool {
    match fields {
        [field] if field.label.is_none() && field.moment.is_some() => words.contains("星期") && words.chars().filter(|c| is_cjk(*c)).count() <= 6,
        _ => false,
    }
}

/// Nothing but buttons and counters.
fn is_tools(words: &str) -> bool {
    let separator = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                '|' | '/'
                    | '【'
                    | '】'
                    | '['
                    | ']'
                    | '('
                    | ')'
                    | '\u{ff08}'
                    | '\u{ff09}'
                    | ':'
                    | '\u{ff1a}'
                    | '•'
                    | '·'
                    | '-'
                    | '—'
                    | '+'
                    | '.'
                    | '…'
                    | '>'
                    | '<'
                    | '、'
            )
    };
    words.split(separator).filter(|token| !token.is_empty()).all(|token| TOOLS.hold(token) || token.bytes().all(|b| b.is_ascii_digit()))
}

fn is_caption(bare: &str, length: usize) -> bool {
    if length > 160 {
        return false;
    }
    let end = bare.trim_end_matches([')', '\u{ff09}', '。', '.', ' ']);
    let taken = ["摄", "供图", "摄影", "制图", "/图", "摄影报道", "资料图", "图源网络"];
    ["图为", "图:", "图\u{ff1a}", "图片来源", "图片:", "图片\u{ff1a}", "图片说明", "图①", "图1", "图一", "图说", "图集", "上图", "下图", "资料图片"]
        .iter()
        .any(|word| bare.starts_with(word))
        || taken.iter().any(|word| end.ends_with(word))
        || bare.contains("。图为")
}

/// 本报记者 周望 通讯员 李川, 编辑 周望: a role and names, no sentence.
fn is_byline(bare: &str, length: usize) -> bool {
    if length > 48 || bare.contains(['。', '\u{ff0c}', ',', ':', '\u{ff1a}', '“', '!', '?']) {
        return false;
    }
    let mut people = labels::people(bare).peekable();
    // 记者从, 记者在, 记者近日 open a sentence.
    people.peek().is_some() && people.all(|(_, name)| name.is_empty() || labels::is_name(name))
}

/// Many short words in a row.
fn is_navigation(words: &str, sentence: bool) -> bool {
    if sentence {
        return false;
    }
    let separator = |c: char| c.is_whitespace() || matches!(c, '|' | '\u{ff5c}' | '·' | '┊' | '/');
    let tokens = words.split(separator).filter(|token| !token.is_empty());
    let (mut count, mut longest) = (0_usize, 0_usize);
    for token in tokens {
        count += 1;
        longest = longest.max(token.chars().count());
    }
    count >= 5 && longest <= 9
}

/// Whether these words are the name of a paper, site or office, and not a headline.
pub(super) fn is_media(words: &str) -> bool {
    let length = words.chars().count();
    (2..=16).contains(&length) && !words.contains(char::is_whitespace) && MEDIA.end(words)
}
