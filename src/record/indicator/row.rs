//! Rows: names and measures side by side, to which figures in a row belong one by one.

use super::measure::trim;
use super::rate::TRADE;
use super::scene::Scene;
use crate::entity::{Kind, Value};
use crate::seek::{Seek, any};
use crate::span::Span;
use crate::word_table::{Words, words};

/// Words that a row of measures has in common at its end: 民营、国有、外资 企业进出口.
static SHARED: Words<&str> = Words::of(&[
    "企业",
    "产业",
    "行业",
    "工业",
    "制造业",
    "完成",
    "实现",
    "投资",
    "进出口",
    "出口",
    "进口",
    "增加值",
    "产值",
    "营业收入",
    "营收",
    "收入",
    "商品零售额",
    "零售额",
    "营业额",
    "销售",
    "产量",
    "税收",
    "利润",
    "签约",
    "引进",
    "单产",
    "用电量",
    "发电量",
    "货运量",
    "客运量",
    "销售量",
    "存款",
    "贷款",
    "支出",
    "占比",
    "比重",
    "价格",
    "面积",
    "类",
]);

/// The members of a row, `count` of them: 和 may stand inside a member (教育、卫生和社会工作、餐饮业) or join the last two.
pub(super) fn items(words: &str, count: usize) -> Vec<&str> {
    let every: Vec<&str> = words.split(['、', '和', '及', '与']).filter(|item| !item.is_empty()).collect();
    if every.len() == count {
        return every;
    }
    let mut listed: Vec<&str> = words.split('、').filter(|item| !item.is_empty()).collect();
    if listed.len() + 1 == count {
        let last = listed.last().and_then(|last| last.split_once(['和', '及', '与'])).filter(|(left, right)| !left.is_empty() && !right.is_empty());
        if let Some((left, right)) = last {
            listed.pop();
            listed.extend([left, right]);
        }
    }
    if listed.len() == count { listed } else { every }
}

/// Gives what closes the last of a row to all of them, where it alone says what is measured.
pub(super) fn with_shared_tail(items: &[&str]) -> Vec<String> {
    const MEASURES: [char; 17] = ['比', '重', '收', '额', '值', '量', '率', '数', '税', '入', '口', '资', '费', '润', '积', '产', '平'];
    // 第一、二、三产业增加值
    let sector = |item: &str| item.trim_start_matches('第').chars().next().filter(|number| any!("一二三").of(*number));
    if let Some(tail) = items.last().and_then(|last| last.place_of("产业").and_then(|at| last.get(at..))) {
        let numbers: Option<Vec<char>> = items.iter().map(|item| sector(item).filter(|_| item.chars().count() <= 2 || item.has("产业"))).collect();
        if let Some(numbers) = numbers.filter(|numbers| numbers.len() > 1) {
            return numbers.iter().map(|number| format!("第{number}{tail}")).collect();
        }
    }
    // 一产、二产、三产投资
    if let Some(tail) = items.last().and_then(|last| short(last)).filter(|tail| tail.chars().count() >= 2) {
        if items.len() > 1 && items.iter().rev().skip(1).all(|item| short(item) == Some("")) {
            return items.iter().map(|item| item.strip_suffix(tail).unwrap_or(item)).map(|item| format!("{item}{tail}")).collect();
        }
    }
    let whole = || items.iter().map(|item| (*item).to_owned()).collect();
    // 轻、重工业
    if let [light, heavy] = items {
        if let Some(tail) = heavy.strip_prefix('重').filter(|tail| light.ends_with('轻') && tail.starts_with("工业")) {
            return vec![format!("{light}{tail}"), (*heavy).to_owned()];
        }
    }
    let Some((last, others)) = items.split_last() else { return Vec::new() };
    // 在建工业投资和技改投资项目个数: what all of them have in common goes on in the last
    let common = |word: &str| others.iter().all(|item| item.len() > word.len() && item.ends_with(word));
    let common = SHARED.found_in(last).filter(|(_, word)| common(word)).map(|(at, word)| at + word.len()).last();
    let goes_on = common.and_then(|end| last.get(end..)).filter(|rest| !rest.is_empty() && last.ends_with(MEASURES));
    if let Some(rest) = goes_on.filter(|_| !others.is_empty()) {
        return others.iter().map(|item| format!("{item}{rest}")).chain(std::iter::once((*last).to_owned())).collect();
    }
    // 国有、外商投资企业进出口: an owner is no measure
    let measured =
        |item: &&str| item.ends_with(MEASURES) && !words!["外商投资", "台商投资", "港澳台投资", "外资", "合资", "独资", "民资", "台资"].end(item);
    if others.is_empty() || others.iter().any(measured) || !last.ends_with(MEASURES) {
        return whole();
    }
    let tail = last.char_indices().skip(2).find(|(at, _)| last.get(*at..).is_some_and(|rest| SHARED.begin(rest)));
    let Some(tail) = tail.and_then(|(at, _)| last.get(at..)) else { return whole() };
    // 民营企业、外资企业进出口, 新兴产业、软件行业产值: what they share, or what says the same, already stands in each
    let classes = words!["企业", "产业", "行业", "工业"];
    let trades = others.iter().any(|item| item.ends_with('业'));
    let own = |item: &str| {
        // 采矿业、建材工业增加值: one class of trade, told of each that is one
        let trade = |word: &str| word.ends_with('业') && (item.ends_with('业') || word == "制造业" && trades);
        let same = SHARED.beginning(tail).filter(|word| item.ends_with(**word) || classes.hold(word) && classes.end(item) || trade(word));
        same.map(|word| word.len()).max().unwrap_or(0)
    };
    others.iter().map(|item| format!("{item}{}", tail.get(own(item)..).unwrap_or_default())).chain(std::iter::once((*last).to_owned())).collect()
}

/// The two that one word names: 汽车产销 are what is made and what is sold.
pub(super) fn both_of(words: &str) -> Option<[String; 2]> {
    static BOTH: Words<(&str, &str, &str)> = Words::of_triples(&[
        ("产销量", "产量", "销量"),
        ("产销", "产量", "销量"),
        ("存贷款余额", "存款余额", "贷款余额"),
        ("存贷款", "存款", "贷款"),
        ("财政收支", "财政收入", "财政支出"),
    ]);
    let (word, one, other) = BOTH.longest_ending(words)?;
    let head = words.strip_suffix(word)?;
    Some([format!("{head}{one}"), format!("{head}{other}")])
}

/// What tells the members of a row apart: 第一产业, 第二产业 of 第一产业增加值占比, 第二产业增加值占比.
pub(super) fn stems<'a>(members: &[&'a str]) -> Option<Vec<&'a str>> {
    let first = members.first()?;
    let common =
        first.char_indices().map(|(at, _)| first.get(at..).unwrap_or_default()).find(|tail| members.iter().all(|member| member.ends_with(tail)))?;
    let kept = words!["产业", "行业", "企业", "工业"].beginning(common).map(|word| word.len()).max().unwrap_or(0);
    let stems: Vec<&str> = members.iter().filter_map(|member| member.get(..member.len() - common.len() + kept)).collect();
    let distinct = stems.iter().enumerate().all(|(nth, stem)| stem.chars().count() >= 2 && stems.iter().skip(nth + 1).all(|other| other != stem));
    (members.len() > 1 && common.chars().count() >= 2 && distinct).then_some(stems)
}

/// The members of a row that is summed up behind the last of them, each with what is measured: 汽车、医药、食品三大产业产值.
pub(super) fn unsummed(words: &str, count: usize) -> Option<Vec<String>> {
    let sums = words!["两大", "三大", "四大", "五大", "六大", "七大", "八大"];
    let (at, sum) = sums.found_in(words).last().filter(|(at, _)| *at > 0)?;
    let of = words.get(at + sum.len()..)?;
    let of = words!["主导", "支柱", "重点", "特色", "优势", "新兴"].strip_beginning(of).unwrap_or(of);
    let tail = words!["产业", "行业", "领域", "板块", "门类", "市场"].strip_beginning(of)?;
    let listed = items(words.get(..at)?, count);
    (listed.len() == count).then(|| listed.iter().map(|item| format!("{item}{tail}")).collect())
}

/// What stands behind the short name of a sector: 一产投资.
fn short(item: &str) -> Option<&str> {
    words!["一产", "二产", "三产"].strip_beginning(item)
}

/// With whom something was done one by one, each with the word before the first: 对甲国、乙国和丙国 分别.
pub(super) fn partners(left: &str, count: usize) -> Option<Vec<String>> {
    let list = left.get(..left.rfind("分别")?)?;
    let (at, word) = words!["对", "向", "自", "从"].found_in(list).last()?;
    let partners = items(list.get(at + word.len()..)?, count);
    let fits = partners.len() == count && partners.iter().all(|partner| (2..=12).contains(&partner.chars().count()));
    fits.then(|| partners.iter().map(|partner| format!("{word}{partner}")).collect())
}

/// What was traded with whom, one by one: 对甲国、乙国和丙国等市场进出口 分别.
pub(super) fn traded(left: &str, count: usize) -> Option<Vec<String>> {
    let list = left.get(..left.rfind("分别")?)?;
    let list = words!["同比", "环比"].strip_ending(list).unwrap_or(list);
    let trade = TRADE.longest_ending(list)?;
    let (at, word) = words!["对", "向", "自", "从"].found_in(list).last()?;
    let names = list.get(at + word.len()..)?.strip_suffix(trade)?;
    let names = names.split('等').next().unwrap_or(names);
    let names = items(names, count);
    let fits = count > 1 && names.len() == count && names.iter().all(|name| (2..=12).contains(&name.chars().count()) && !TRADE.stand_in(name));
    fits.then(|| names.iter().map(|name| format!("{word}{name}{trade}")).collect())
}

/// Whether the place or zone named at `inner` lies in the place named at `outer`: 甲区 in 甲市.
pub(super) fn lies_in(scene: &Scene<'_>, inner: Span, outer: Span) -> bool {
    let code = |span: Span| {
        let first = scene.mentions.partition_point(|mention| mention.span.start < span.start);
        let mention =
            scene.mentions.iter().skip(first).take_while(|mention| mention.span.start == span.start).find(|mention| mention.span == span)?;
        match &mention.value {
            Value::Place(place) => place.code.as_deref(),
            Value::Zone(zone) => zone.place.as_deref(),
            _ => None,
        }
    };
    let (Some(inner), Some(outer)) = (code(inner), code(outer)) else { return false };
    // 130000 is a province, 130100 a city in it
    let stem = outer.strip_suffix("0000").or_else(|| outer.strip_suffix("00")).unwrap_or(outer);
    stem.len() >= 2 && inner.starts_with(stem)
}

/// The last `count` of the names, where they stand side by side.
pub(super) fn last_names(scene: &Scene<'_>, names: &[usize], count: usize) -> Option<Vec<usize>> {
    let last = names.get(names.len().checked_sub(count)?..)?;
    let gap = |pair: &[usize]| match pair {
        [left, right] => Some(Span::new(scene.get(*left)?.span.end, scene.get(*right)?.span.start).of(scene.text())),
        _ => None,
    };
    last.windows(2).all(|pair| matches!(gap(pair), Some("、" | "和" | "与" | "及" | "以及"))).then(|| last.to_vec())
}

/// What is measured of each of `count` names side by side: it stands between the last of them and `end`.
pub(super) fn shared_measure<'a>(scene: &Scene<'a>, names: &[usize], count: usize, end: usize) -> Option<&'a str> {
    let last = scene.get(*last_names(scene, names, count)?.last()?)?;
    let words = Span::new(last.span.end, end).of(scene.text());
    // 甲、乙两市进出口, 甲、乙等新兴市场出口: what sums the names up is no part of it
    let behind_sum =
        words.strip_prefix(['两', '三', '四', '五', '六']).and_then(|rest| rest.strip_prefix(['地', '市', '县', '区', '省', '州', '国']));
    let words = behind_sum.unwrap_or(words);
    let words = trim(words, Span::new(0, words.len())).of(words);
    let measure = if words.starts_with('等') { SHARED.ending(words).max_by_key(|word| word.len())? } else { words };
    (measure.chars().count() >= 2 && !measure.contains('、')).then_some(measure)
}

/// What of a clause stands behind the dates that open it.
pub(super) fn behind_dates(scene: &Scene<'_>, clause: Span) -> Span {
    let date = scene.within(clause).filter_map(|index| scene.get(index)).take_while(|mention| mention.kind() == Kind::Date).last();
    Span::new(date.map_or(clause.start, |date| date.span.end), clause.end)
}

/// Whether some members are names and another only begins with one: 甲县、乙县全力招商.
pub(super) fn mixes_names(scene: &Scene<'_>, members: &[Span]) -> bool {
    let name = |member: &Span| {
        let first = scene.within(*member).filter_map(|index| scene.get(index)).next().filter(|mention| mention.span.start == member.start);
        first.filter(|mention| matches!(mention.kind(), Kind::Place | Kind::Zone | Kind::Company)).map(|mention| mention.span == *member)
    };
    let names: Vec<bool> = members.iter().filter_map(name).collect();
    names.contains(&true) && names.contains(&false)
}

/// The members of the list that the words open with: names whole, other words up to where something is said of them.
pub(super) fn members(scene: &Scene<'_>, list: Span) -> Option<Vec<Span>> {
    const ENDS: &[&str] = &[
        "两项", "三项", "四项", "五项", "两大", "三大", "四大", "五大", "六大", "等", "总体", "均", "都", "保持", "外贸", "呈", "表现", "增势",
        "运行", "延续", "降幅", "增速", "持续", "继续", "双双", "全部", "实现", "同步", "稳步", "快速", "较快", "由", "平稳", "大幅", "明显",
    ];
    let text = scene.text();
    let mut members = Vec::new();
    let mut at = list.start;
    for item in list.of(text).split(['、', '和']) {
        let mut span = Span::new(at, at + item.len());
        if let Some(verb) =
            item.rfind(['有', '为']).filter(|verb| at == list.start && item.get(..*verb).is_some_and(|head| head.chars().count() >= 2))
        {
            span.start += verb + '有'.len_utf8(); // 主要商品有A、B
        }
        at = span.end + text.get(span.end..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let name = scene.within(span).filter_map(|index| scene.get(index)).find(|mention| mention.span.start == span.start);
        let name = name.filter(|mention| matches!(mention.kind(), Kind::Place | Kind::Zone | Kind::Company)).map(|mention| mention.span.end);
        // 甲县现代化工、新型建材: whose the row is stands before its first member
        let opens = span.start == list.start && span.end < list.end; // a member follows
        // 甲县、乙县在税收方面贡献突出
        let where_done = |end: usize| !opens && Span::new(end, span.end).of(text).starts_with('在');
        let whole = name.filter(|end| {
            where_done(*end)
                || Span::new(*end, span.end).of(text).is_empty()
                || !opens && ENDS.iter().any(|word| Span::new(*end, span.end).of(text).starts_with(word))
        });
        if let (Some(end), None, true) = (name, whole, span.start == list.start) {
            span.start = end;
        }
        let name = whole;
        let said = span.of(text);
        let ends = ENDS.iter().filter_map(|end| said.place_of(end).filter(|at| *at > 0).map(|end| span.start + end));
        let end = name.or_else(|| ends.min()).unwrap_or(span.end);
        let member = Span::new(span.start, end);
        if !(2..=14).contains(&member.of(text).chars().count()) {
            return None;
        }
        members.push(member);
    }
    (members.len() > 1).then_some(members)
}
