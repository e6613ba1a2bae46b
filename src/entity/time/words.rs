//! Words that tell time by themselves: the vague ones, pointers to the period last named, 全年, 去冬今春.

use super::grammar::{Form, Unit};
use super::scan::at_edge;
use super::value::Reference::{self, FutureRef, PastRef, PresentRef};
use crate::cursor::Cursor;
use crate::word_table::Words;

/// Vague words, where each lies, what must not stand before it and what not behind it. 项目前期 holds no 目前, 生日前 no 日前, 体现在 no 现在.
pub(crate) static VAGUE: Words<(&str, Reference, &str, &[&str])> = Words::of_quadruples(&[
    ("近年来", PastRef, "最", &[]),
    ("近些年来", PastRef, "最", &[]),
    ("近几年来", PastRef, "最", &[]),
    ("近些年", PastRef, "最", &[]),
    ("近几年", PastRef, "最", &["内"]),
    ("近年", PastRef, "最临", &["产", "均", "关"]),
    ("近几个月", PastRef, "最", &[]),
    ("近几天", PastRef, "最", &[]),
    ("近几日", PastRef, "最", &[]),
    ("数日前", PastRef, "", &[]),
    ("数月前", PastRef, "总人户次", &[]),
    ("数年前", PastRef, "总人户次", &[]),
    ("数年来", PastRef, "总人户次", &[]),
    ("早些年", PastRef, "", &[]),
    ("一段时间以来", PastRef, "", &[]),
    ("一个时期以来", PastRef, "", &[]),
    ("近日来", PastRef, "最附临", &[]),
    ("近日", PastRef, "最附临接", &["点"]),
    ("近期", PastRef, "最", &[]),
    ("近来", PastRef, "最", &[]),
    ("近一段时间", PastRef, "", &[]),
    ("近段时间", PastRef, "", &[]),
    ("最近几年", PastRef, "", &[]),
    ("最近一段时间", PastRef, "", &[]),
    ("最近", PastRef, "", &["的距", "距离"]),
    ("多年来", PastRef, "余几十百许", &[]),
    ("多年以来", PastRef, "余几十百许", &[]),
    ("长期以来", PastRef, "", &[]),
    ("连日来", PastRef, "", &[]),
    ("连日", PastRef, "", &[]),
    ("这几天", PastRef, "", &[]),
    ("这些天", PastRef, "", &[]),
    ("这两天", PastRef, "", &[]),
    ("这几年", PastRef, "", &[]),
    ("这些年", PastRef, "", &[]),
    ("这两年", PastRef, "", &[]),
    ("日前", PastRef, "生节假工作易今昨近本每当次某即前平往时旬末期元期产0123456789一二三四五六七八九十", &["往", "所", "台", "端"]),
    ("不久前", PastRef, "", &[]),
    ("不久之前", PastRef, "", &[]),
    ("前不久", PastRef, "", &[]),
    ("前段时间", PastRef, "", &[]),
    ("前一段时间", PastRef, "", &[]),
    ("前些年", PastRef, "", &[]),
    ("前几年", PastRef, "", &[]),
    ("前几天", PastRef, "", &[]),
    ("前些天", PastRef, "", &[]),
    ("早些时候", PastRef, "", &[]),
    ("往年同期", PastRef, "", &[]),
    ("历史同期", PastRef, "", &[]),
    ("历年同期", PastRef, "", &[]),
    ("往年", PastRef, "以", &[]),
    ("历年", PastRef, "", &["来"]),
    ("目前", PresentRef, "项题科栏名数条账剧曲品盲面注醒节书篇夺", &["期", "往", "端", "列", "台", "五", "三", "十"]),
    ("当前", PresentRef, "担充应相适正恰", &["往", "台", "锋", "夕"]),
    ("眼下", PresentRef, "", &[]),
    ("当下", PresentRef, "担充应相适正", &["载", "达", "属", "游"]),
    ("时下", PresentRef, "小当同届", &["发", "达"]),
    ("如今", PresentRef, "", &["年"]),
    ("现如今", PresentRef, "", &[]),
    ("现阶段", PresentRef, "", &[]),
    ("现今", PresentRef, "实", &["年"]),
    ("这会儿", PresentRef, "", &[]),
    ("此时此刻", PresentRef, "", &[]),
    ("此刻", PresentRef, "", &[]),
    ("此时", PresentRef, "", &[]),
    ("现在", PresentRef, "体出实发表呈展浮再涌显闪兑", &[]),
    ("岁末年关", PresentRef, "", &[]),
    ("岁末年初", PresentRef, "", &[]),
    ("年终岁末", PresentRef, "", &[]),
    ("年末岁尾", PresentRef, "", &[]),
    ("新春伊始", PresentRef, "", &[]),
    ("新年伊始", PresentRef, "", &[]),
    ("未来", FutureRef, "从", &["得及", "过", "科技", "科学", "城", "社区", "网络", "产业", "工厂", "大厦", "之城"]),
    ("今后", FutureRef, "", &[]),
    ("下一步", FutureRef, "为把将对在的", &[]),
    ("下一阶段", FutureRef, "", &[]),
    ("下阶段", FutureRef, "", &[]),
    ("接下来", FutureRef, "", &[]),
    ("不久的将来", FutureRef, "", &[]),
    ("可预见的将来", FutureRef, "", &[]),
    ("不久后", FutureRef, "", &[]),
    ("未来一段时间", FutureRef, "", &[]),
    ("今后一段时间", FutureRef, "", &[]),
    ("今后一个时期", FutureRef, "", &[]),
]);

/// What follows 将来 where it is one word and not 将 + 来.
const AFTER_FUTURE: &[char] = &['会', '能', '可', '要', '还', '也', '或', '都', '的', '有', '将', '必', '更'];

/// Reads a vague word.
pub(crate) fn vague(cursor: &mut Cursor<'_>) -> Option<Form> {
    let before = cursor.before();
    if let Some((word, reference, not_after, not_before)) = VAGUE.longest_beginning(cursor.rest()) {
        let mut ahead = *cursor;
        ahead.eat(word);
        if before.is_some_and(|c| not_after.contains(c)) || not_before.iter().any(|word| ahead.rest().starts_with(word)) {
            return None;
        }
        // 公司未来的发展, 赢未来: a noun, no time of the sentence
        let quoted = matches!(before, Some('“' | '"')) && ahead.rest().starts_with(['”', '"']);
        let noun = quoted || *word == "未来" && (ahead.rest().starts_with('的') || (at_edge(&ahead) && before.is_some_and(char::is_alphanumeric)));
        if noun {
            return None;
        }
        *cursor = ahead;
        return Some(Form::Vague(*reference));
    }
    let mut ahead = *cursor;
    if ahead.eat("将来") {
        let one_word = at_edge(&ahead) || ahead.rest().starts_with(AFTER_FUTURE) || before.is_some_and(|c| matches!(c, '在' | '对' | '向'));
        return one_word.then(|| {
            *cursor = ahead;
            Form::Vague(FutureRef)
        });
    }
    if ahead.eat("过去") {
        let noun = before.is_none_or(|c| !c.is_alphanumeric() || matches!(c, '与' | '比' | '较' | '跟' | '和' | '在' | '同'))
            && !ahead.rest().starts_with(['了', '的', '吧', '吗'])
            && !ahead.rest().is_empty();
        return noun.then(|| {
            *cursor = ahead;
            Form::Vague(PastRef)
        });
    }
    None
}

/// Pointers and wholes: 去年同期, 同期, 全年, 全天, 去冬今春.
pub(crate) fn special(cursor: &mut Cursor<'_>) -> Option<Form> {
    let (word, form) = SPECIAL.beginning(cursor.rest()).next()?;
    let mut ahead = *cursor;
    ahead.eat(word);
    let crossing = match *word {
        "同期" => cursor.before().is_some_and(|c| matches!(c, '不' | '共' | '合')) || ahead.rest().starts_with(['声', '数', '性', '群', '录']),
        "全年" => cursor.before().is_some_and(|c| matches!(c, '安' | '健' | '保')) || ahead.rest().starts_with(['无', '龄', '级']),
        "全天" => ahead.rest().starts_with(['候', '然', '津', '空', '下']),
        "全月" => ahead.rest().starts_with(['球', '面']),
        _ => false,
    };
    (!crossing).then(|| {
        *cursor = ahead;
        form.clone()
    })
}

pub(crate) static SPECIAL: Words<(&str, Form)> = Words::of_pairs(&[
    ("去年同期", Form::SamePeriod(1)),
    ("上年同期", Form::SamePeriod(1)),
    ("上一年同期", Form::SamePeriod(1)),
    ("上年度同期", Form::SamePeriod(1)),
    ("前年同期", Form::SamePeriod(2)),
    ("同期", Form::SamePeriod(0)),
    ("全年", Form::Whole(Unit::Year)),
    ("全月", Form::Whole(Unit::Month)),
    ("全天", Form::Whole(Unit::Day)),
    ("去冬今春", Form::TwoSeasons((-1, 24), (0, 21))),
    ("今冬明春", Form::TwoSeasons((0, 24), (1, 21))),
    ("今春今夏", Form::TwoSeasons((0, 21), (0, 22))),
]);
