//! Labelled fields of datelines, bylines and credit lines: `来源:临江日报 时间:2023-03-01 点击:12`.

use super::date;
use super::line::is_cjk;
use crate::entity::time::Moment;
use crate::span::Span;
use crate::word_table::Words;

/// What a label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// The paper the text comes from.
    Source,
    /// The paper the text was first printed in, told at its foot: it goes before [`Label::Source`].
    Reprint,
    /// When it was published.
    Published,
    /// Another time: of writing, of the last change.
    Time,
    /// A person, by role.
    Person(&'static str),
    /// How often the page was read.
    Counter,
    /// A switch, a button, a keyword: furniture.
    Tool,
    /// Address, telephone, who runs the site: furniture around an article, content inside one.
    Contact,
}

use Label::{Contact, Counter, Person, Published, Reprint, Source, Time, Tool};

/// The labels of news pages and government sites. Of two labels that end alike the longer stands first.
static LABELS: Words<(&str, Label)> = Words::of_pairs(&[
    ("来源于", Source),
    ("来源", Source),
    ("稿件来源", Source),
    ("信息来源", Source),
    ("文章来源", Source),
    ("新闻来源", Source),
    ("本文来源", Source),
    ("内容来源", Source),
    ("资料来源", Source),
    ("来自", Source),
    ("稿源", Source),
    ("出处", Source),
    ("供稿单位", Source),
    ("发布机构", Source),
    ("发布单位", Source),
    ("转自", Reprint),
    ("转载自", Reprint),
    ("发布时间", Published),
    ("发布日期", Published),
    ("发表时间", Published),
    ("发表日期", Published),
    ("发表于", Published),
    ("发布于", Published),
    ("发稿时间", Published),
    ("加入时间", Published),
    ("添加时间", Published),
    ("录入时间", Published),
    ("上传时间", Published),
    ("公开日期", Published),
    ("公布日期", Published),
    ("更新时间", Time),
    ("更新日期", Time),
    ("成文日期", Time),
    ("生成日期", Time),
    ("发文日期", Time),
    ("时间", Published),
    ("日期", Published),
    ("发布", Published),
    ("更新", Time),
    ("责任编辑", Person("责任编辑")),
    ("执行编辑", Person("编辑")),
    ("值班编辑", Person("编辑")),
    ("网络编辑", Person("编辑")),
    ("新媒体编辑", Person("编辑")),
    ("本版编辑", Person("编辑")),
    ("本期编辑", Person("编辑")),
    ("微信编辑", Person("编辑")),
    ("版面编辑", Person("编辑")),
    ("文字编辑", Person("编辑")),
    ("作者/编辑", Person("作者")),
    ("编辑", Person("编辑")),
    ("责编", Person("责编")),
    ("编审", Person("编审")),
    ("编校", Person("编校")),
    ("美编", Person("美编")),
    ("主编", Person("主编")),
    ("责任校对", Person("校对")),
    ("校对", Person("校对")),
    ("校审", Person("校审")),
    ("一审", Person("一审")),
    ("二审", Person("二审")),
    ("三审", Person("三审")),
    ("初审", Person("初审")),
    ("复审", Person("复审")),
    ("终审", Person("终审")),
    ("审核人", Person("审核")),
    ("审核", Person("审核")),
    ("审签", Person("审签")),
    ("审稿", Person("审稿")),
    ("审读", Person("审读")),
    ("签发人", Person("签发")),
    ("签发", Person("签发")),
    ("监制", Person("监制")),
    ("统筹", Person("统筹")),
    ("策划", Person("策划")),
    ("通讯员", Person("通讯员")),
    ("记者", Person("记者")),
    ("作者", Person("作者")),
    ("撰稿", Person("撰稿")),
    ("撰文", Person("撰文")),
    ("文字", Person("文字")),
    ("摄影", Person("摄影")),
    ("图文", Person("图文")),
    ("文/图", Person("图文")),
    ("图/文", Person("图文")),
    ("供稿", Person("供稿")),
    ("投稿", Person("供稿")),
    ("制图", Person("制图")),
    ("实习生", Person("实习生")),
    ("点击", Counter),
    ("点击数", Counter),
    ("点击量", Counter),
    ("点击率", Counter),
    ("点击次数", Counter),
    ("浏览", Counter),
    ("浏览量", Counter),
    ("浏览数", Counter),
    ("浏览次数", Counter),
    ("阅读", Counter),
    ("阅读量", Counter),
    ("阅读数", Counter),
    ("阅读次数", Counter),
    ("访问量", Counter),
    ("访问次数", Counter),
    ("查看次数", Counter),
    ("人气", Counter),
    ("热度", Counter),
    ("评论", Counter),
    ("评论数", Counter),
    ("字号", Tool),
    ("字体", Tool),
    ("字体大小", Tool),
    ("字体颜色", Tool),
    ("背景色", Tool),
    ("分享到", Tool),
    ("分享至", Tool),
    ("分享", Tool),
    ("热线", Contact),
    ("热线电话", Contact),
    ("新闻热线", Contact),
    ("咨询电话", Contact),
    ("联系电话", Contact),
    ("举报电话", Contact),
    ("电话", Contact),
    ("传真", Contact),
    ("邮编", Contact),
    ("邮箱", Contact),
    ("电子邮箱", Contact),
    ("投稿邮箱", Contact),
    ("地址", Contact),
    ("主办单位", Contact),
    ("承办单位", Contact),
    ("主办", Contact),
    ("承办", Contact),
    ("协办", Contact),
    ("技术支持", Contact),
    ("备案号", Contact),
    ("关键词", Tool),
    ("关键字", Tool),
    ("标签", Tool),
    ("栏目", Tool),
    ("所属地区", Tool),
    ("所属栏目", Tool),
    ("所属行业", Tool),
    ("分类", Tool),
    ("索引号", Tool),
    ("信息索引", Tool),
    ("主题分类", Tool),
    ("体裁分类", Tool),
    ("文号", Tool),
    ("有效性", Tool),
    ("公开方式", Tool),
    ("用户名", Tool),
    ("密码", Tool),
    ("验证码", Tool),
]);

/// A label and what follows it up to the next label.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Field {
    /// From the label on, in the text.
    pub(super) span: Span,
    /// What it announces; nothing for what stands before the first label.
    pub(super) label: Option<Label>,
    /// What stands behind the colon, in the text, without white space and brackets around it.
    pub(super) value: Span,
    /// The time told in it.
    pub(super) moment: Option<Moment>,
}

/// The longest line that can be a line of fields, in bytes. Bylines and datelines are shorter by far.
const LONGEST: usize = 600;

/// Splits the line at `span` of the text into labelled fields. Empty where it has no label and no time.
pub(super) fn fields(text: &str, span: Span) -> Vec<Field> {
    if span.len() > LONGEST {
        return Vec::new();
    }
    let line = span.of(text);
    let mut heads: Vec<(usize, usize, Label)> = Vec::new(); // label start, value start, label
    let mut from = 0;
    for (colon, character) in line.char_indices().filter(|(_, c)| matches!(c, ':' | '：' | '丨')) {
        let before = line.get(from..colon).unwrap_or_default();
        if let Some((start, label)) = label_at_end(before) {
            // The end of a longer word is no label (建设地址), but a label may follow a value at once (来源:某报作者:某人).
            let apart = from > 0 || !before.get(..start).is_some_and(|lead| lead.ends_with(is_cjk));
            if apart {
                from = colon + character.len_utf8();
                heads.push((span.start + colon - before.len() + start, span.start + from, label));
            }
        }
    }
    let first = heads.first().map_or(span.end, |head| head.0);
    let mut fields = Vec::with_capacity(heads.len() + 1);
    let lead = Span::new(span.start, first);
    if !trim(text, lead).is_empty() {
        fields.push(field(text, lead, None, lead));
    }
    for (at, (start, value, label)) in heads.iter().enumerate() {
        let start = if fields.is_empty() { span.start } else { *start }; // a bullet or bracket belongs to the first label
        let end = heads.get(at + 1).map_or(span.end, |next| next.0);
        fields.push(field(text, Span::new(start, end), Some(*label), Span::new(*value, end)));
    }
    if fields.iter().all(|field| field.label.is_none() && field.moment.is_none()) {
        fields.clear();
    }
    fields
}

fn field(text: &str, span: Span, label: Option<Label>, value: Span) -> Field {
    let moment = date::find(value.of(text)).map(|found| found.moment);
    Field { span, label, value: trim(text, value), moment }
}

/// The span without white space, brackets and separators around it.
pub(super) fn trim(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let edge = |c: char| {
        c.is_whitespace() || matches!(c, '[' | ']' | '【' | '】' | '(' | ')' | '（' | '）' | '|' | '｜' | '/' | '-' | '·' | '•' | ';' | '；')
    };
    let start = words.len() - words.trim_start_matches(edge).len();
    let length = words.trim_matches(edge).len();
    Span::new(span.start + start, span.start + start + length)
}

/// Whether a line is a label of source or person and a colon, nothing else.
pub(super) fn is_label(line: &str) -> bool {
    let Some(name) = line.strip_suffix([':', '\u{ff1a}']) else {
        return false;
    };
    name.len() <= 30 && label_at_end(name).is_some_and(|(start, label)| start == 0 && matches!(label, Source | Reprint | Person(_)))
}

/// The longest label at the end of these words and where it begins; white space inside it (来 源) does not count.
fn label_at_end(words: &str) -> Option<(usize, Label)> {
    let found = LABELS.iter().filter_map(|(name, label)| Some((begins(words, name)?, *label)));
    found.min_by_key(|(start, _)| *start)
}

fn begins(words: &str, name: &str) -> Option<usize> {
    let mut rest = words.char_indices().rev().filter(|(_, c)| !c.is_whitespace());
    let mut start = words.len();
    for wanted in name.chars().rev() {
        match rest.next() {
            Some((at, found)) if found == wanted => start = at,
            _ => return None,
        }
    }
    Some(start)
}

/// The names in a value: 祁明 周晓 → two.
pub(super) fn names(value: &str) -> impl Iterator<Item = &str> {
    value.split(is_separator).filter(|name| is_name(name))
}

/// What looks like a name: two to four Chinese characters, or a foreign name with a dot; no role.
pub(super) fn is_name(word: &str) -> bool {
    let length = word.chars().count();
    let chinese = word.chars().all(|c| is_cjk(c) || c == '·');
    chinese && ((2..=4).contains(&length) || (word.contains('·') && length <= 16)) && !LABELS.iter().any(|(name, _)| *name == word)
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '、' | ',' | '\u{ff0c}' | '/' | ';' | '\u{ff1b}' | '|' | '(' | ')' | '\u{ff08}' | '\u{ff09}' | '[' | ']' | '【' | '】')
}

/// The people of a byline without colons, with their roles: 本报记者 周望 李川 通讯员 祁明 → 记者 周望, 记者 李川, 通讯员 祁明. Whatever is no name comes
/// back as it stands; empty where the words do not begin with a role or a paper's reporter.
pub(super) fn people(words: &str) -> impl Iterator<Item = (&'static str, &str)> {
    let mut role = None;
    let mut opens = true;
    words.split(is_separator).filter(|token| !token.is_empty()).filter_map(move |token| {
        let found = LABELS.iter().filter_map(|(known, label)| match label {
            Person(told) => token.find(known).map(|at| (at, *known, *told)),
            _ => None,
        });
        // A role opens a token (编辑周望); 记者 and 通讯员 may stand behind the name of a paper (临江日报记者).
        let found = found.filter(|(at, known, _)| *at == 0 || matches!(*known, "记者" | "通讯员")).max_by_key(|(at, known, _)| (*at, known.len()));
        let name = match found {
            Some((at, known, told)) if opens || role.is_some() => {
                role = Some(told);
                token.get(at + known.len()..).unwrap_or_default()
            }
            _ => token,
        };
        opens = false;
        role.map(|role| (role, name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(line: &str) -> Vec<(Option<Label>, &str)> {
        fields(line, Span::new(0, line.len())).into_iter().map(|field| (field.label, field.value.of(line))).collect()
    }

    #[test]
    fn a_dateline_splits_at_its_labels() {
        assert_eq!(
            split("来源:临江日报 作者:李川 发布时间:2021-03-02 13:01 搜集整理"),
            [(Some(Source), "临江日报"), (Some(Person("作者")), "李川"), (Some(Published), "2021-03-02 13:01 搜集整理")]
        );
        assert_eq!(split("时间:2022-02-18来源 : 望川日报作者 : 周望")[1..], [(Some(Source), "望川日报"), (Some(Person("作者")), "周望")]);
        assert_eq!(split("[责任编辑:翟晓 ]"), [(Some(Person("责任编辑")), "翟晓")]);
        assert_eq!(split("- 点击:0"), [(Some(Counter), "0")]);
    }

    #[test]
    fn a_sentence_has_no_fields() {
        assert_eq!(split("周望说:我们今年招引项目20个。"), []);
        assert_eq!(split("比分是3:2"), []);
    }

    #[test]
    fn names_are_told_by_their_looks() {
        assert_eq!(names("祁明 周晓、欧阳川").collect::<Vec<_>>(), ["祁明", "周晓", "欧阳川"]);
        assert_eq!(names("望川融媒体中心编辑部").count(), 0);
        let people = |words| people(words).collect::<Vec<_>>();
        assert_eq!(people("临江日报记者 周望 李川 通讯员祁明"), [("记者", ""), ("记者", "周望"), ("记者", "李川"), ("通讯员", "祁明")]);
        assert_eq!(people("编辑 周望"), [("编辑", ""), ("编辑", "周望")]);
        assert_eq!(people("临江新区"), []);
    }

    #[test]
    fn the_end_of_a_longer_word_is_no_label() {
        assert_eq!(split("建设地址:望川县"), []);
        assert_eq!(split("资金来源:自筹"), []);
    }
}
