//! The words around a figure that say how firmly it stands.

use super::Bound;
use crate::cursor::Cursor;
use crate::numeral::{arabic, is_space, sign, skip_spaces};
use crate::seek::any;
use crate::word_table::{Words, words};

/// What must follow a hedge, or what may not stand before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Guard {
    /// Any figure may follow.
    None,
    /// Not where one of these characters comes before: 签约, 附近, 以上.
    NotAfter(&'static str),
    /// Only a figure without a digit may follow, and none of these characters before: 上百家, 过亿元, but not 网上3家.
    BareOnly(&'static str),
}

/// Words before a figure. Of two that fit the longer must stand first.
pub(crate) static BEFORE: Words<(&str, Bound, Guard)> = Words::of_triples(&[
    // about
    ("大约为", Bound::About, Guard::None),
    ("大约有", Bound::About, Guard::None),
    ("大约", Bound::About, Guard::None),
    ("大概有", Bound::About, Guard::None),
    ("大概", Bound::About, Guard::None),
    ("大致", Bound::About, Guard::None),
    ("约为", Bound::About, Guard::NotAfter(BOUND_BY_WORD)),
    ("约合", Bound::About, Guard::NotAfter(BOUND_BY_WORD)),
    ("约占", Bound::About, Guard::NotAfter(BOUND_BY_WORD)),
    ("约有", Bound::About, Guard::NotAfter(BOUND_BY_WORD)),
    ("约", Bound::About, Guard::NotAfter(BOUND_BY_WORD)),
    ("~", Bound::About, Guard::NotAfter(DIGITS)),
    ("～", Bound::About, Guard::NotAfter(DIGITS)),
    ("≈", Bound::About, Guard::None),
    // nearly
    ("将近", Bound::Nearly, Guard::None),
    ("接近", Bound::Nearly, Guard::None),
    ("逼近", Bound::Nearly, Guard::None),
    ("几近", Bound::Nearly, Guard::None),
    ("近乎", Bound::Nearly, Guard::None),
    ("近", Bound::Nearly, Guard::NotAfter("最附临邻靠就远亲贴新晋迫相切走浅")),
    // more than
    ("大于等于", Bound::AtLeast, Guard::None),
    ("大于或等于", Bound::AtLeast, Guard::None),
    ("大于或者等于", Bound::AtLeast, Guard::None),
    ("大于", Bound::MoreThan, Guard::NotAfter("不")),
    ("超过了", Bound::MoreThan, Guard::NotAfter("不未")),
    ("超过", Bound::MoreThan, Guard::NotAfter("不未")),
    ("超出", Bound::MoreThan, Guard::NotAfter("不未")),
    ("超", Bound::MoreThan, Guard::NotAfter("不反赶")),
    ("逾", Bound::MoreThan, Guard::NotAfter("不")),
    ("突破了", Bound::MoreThan, Guard::None),
    ("突破", Bound::MoreThan, Guard::None),
    ("冲破", Bound::MoreThan, Guard::None),
    ("高于", Bound::MoreThan, Guard::NotAfter("不")),
    ("多于", Bound::MoreThan, Guard::NotAfter("不")),
    ("破", Bound::MoreThan, Guard::NotAfter("突冲打爆攻侦识")),
    ("过", Bound::MoreThan, Guard::BareOnly("超通经不越胜太难路渡")),
    (">=", Bound::AtLeast, Guard::None),
    (">", Bound::MoreThan, Guard::None),
    ("＞", Bound::MoreThan, Guard::None),
    // at least
    ("不低于", Bound::AtLeast, Guard::None),
    ("不少于", Bound::AtLeast, Guard::None),
    ("不小于", Bound::AtLeast, Guard::None),
    ("不下于", Bound::AtLeast, Guard::None),
    ("不下", Bound::AtLeast, Guard::None),
    ("至少有", Bound::AtLeast, Guard::None),
    ("至少", Bound::AtLeast, Guard::None),
    ("最少有", Bound::AtLeast, Guard::None),
    ("最少", Bound::AtLeast, Guard::None),
    ("最低", Bound::AtLeast, Guard::None),
    ("起码", Bound::AtLeast, Guard::None),
    ("≥", Bound::AtLeast, Guard::None),
    ("上", Bound::AtLeast, Guard::BareOnly("以网线会础市地路海早晚身之史车船飞机马赶跟跃加基纸桌迈踏登走跨站冲攀")),
    // less than
    ("不足", Bound::LessThan, Guard::None),
    ("不到", Bound::LessThan, Guard::NotAfter("得看找想听买用")),
    ("不满", Bound::LessThan, Guard::None),
    ("未满", Bound::LessThan, Guard::None),
    ("不及", Bound::LessThan, Guard::None),
    ("低于", Bound::LessThan, Guard::NotAfter("不")),
    ("少于", Bound::LessThan, Guard::NotAfter("不")),
    ("小于等于", Bound::AtMost, Guard::None),
    ("小于或等于", Bound::AtMost, Guard::None),
    ("小于或者等于", Bound::AtMost, Guard::None),
    ("小于", Bound::LessThan, Guard::NotAfter("不")),
    ("<=", Bound::AtMost, Guard::None),
    ("< =", Bound::AtMost, Guard::None),
    ("<", Bound::LessThan, Guard::None),
    ("＜", Bound::LessThan, Guard::None),
    // at most
    ("不超过", Bound::AtMost, Guard::None),
    ("不超", Bound::AtMost, Guard::None),
    ("未超过", Bound::AtMost, Guard::None),
    ("不高于", Bound::AtMost, Guard::None),
    ("不多于", Bound::AtMost, Guard::None),
    ("不大于", Bound::AtMost, Guard::None),
    ("不逾", Bound::AtMost, Guard::None),
    ("至多", Bound::AtMost, Guard::None),
    ("最多为", Bound::AtMost, Guard::None),
    ("最多有", Bound::AtMost, Guard::None),
    ("最多", Bound::AtMost, Guard::None),
    ("最高为", Bound::AtMost, Guard::None),
    ("最高", Bound::AtMost, Guard::None),
    ("顶多", Bound::AtMost, Guard::None),
    ("≤", Bound::AtMost, Guard::None),
]);

/// 签约, 合约, 节约 …: 约 closes another word.
const BOUND_BY_WORD: &str = "签合节预条公履制邀违续纽特解租协毁婚契誓盟赴失相简隐绰俭集大";

const DIGITS: &str = "0123456789０１２３４５６７８９%％元万亿个家年月日";

/// A hedge before a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Hedge {
    /// What it makes of the figure.
    pub(crate) bound: Bound,
    /// Where the figure should begin.
    pub(crate) end: usize,
    /// Whether only a figure without digits (百, 亿) may follow.
    pub(crate) bare_only: bool,
}

/// Whether a hedge may begin with this character.
#[inline]
pub(crate) fn starts(c: char) -> bool {
    matches!(
        c,
        '约' | '大'
            | '~'
            | '～'
            | '≈'
            | '将'
            | '接'
            | '逼'
            | '几'
            | '近'
            | '超'
            | '逾'
            | '突'
            | '冲'
            | '高'
            | '多'
            | '破'
            | '过'
            | '>'
            | '＞'
            | '不'
            | '至'
            | '最'
            | '起'
            | '≥'
            | '上'
            | '未'
            | '低'
            | '少'
            | '小'
            | '<'
            | '＜'
            | '顶'
            | '≤'
    )
}

/// The hedge that begins at byte `at`, if a figure follows it.
pub(crate) fn before(text: &str, at: usize) -> Option<Hedge> {
    let mut cursor = Cursor::new(text, at);
    let previous = cursor.before();
    let (word, bound, guard) = BEFORE.first_beginning(cursor.rest())?;
    let (unfit, bare_only) = match guard {
        Guard::None => ("", false),
        Guard::NotAfter(unfit) => (*unfit, false),
        // 进度过两成
        Guard::BareOnly(unfit) => (*unfit, !(*word == "过" && tenths(cursor.rest()))),
    };
    if previous.is_some_and(|c| unfit.contains(c)) {
        return None;
    }
    cursor.eat(word);
    skip_spaces(&mut cursor);
    let follows = cursor.peek().is_some_and(|c| {
        sign(c).is_some()
            || arabic(c).is_some()
            || matches!(c, '.' | '-' | '－' | '负' | '半' | '人' | '港' | '新' | '美' | '¥' | '￥' | '$' | '第' | '一')
    });
    follows.then_some(Hedge { bound: *bound, end: cursor.at(), bare_only })
}

/// Whether a number of tenths stands behind 过: 过两成.
fn tenths(rest: &str) -> bool {
    let mut characters = rest.chars().skip(1);
    characters.next().is_some_and(|c| any!("一二两三四五六七八九").of(c)) && characters.next() == Some('成')
}

/// Words after a figure or its unit, with characters that make another word of them: 以上市, 上下游.
static AFTER: Words<(&str, Bound, &str)> = Words::of_triples(&[
    ("(含)以上", Bound::AtLeast, ""),
    ("（含）以上", Bound::AtLeast, ""),
    ("(含)及以上", Bound::AtLeast, ""),
    ("(含)以下", Bound::AtMost, ""),
    ("（含）以下", Bound::AtMost, ""),
    ("(含)以内", Bound::AtMost, ""),
    ("含以上", Bound::AtLeast, ""),
    ("或者以上", Bound::AtLeast, ""),
    ("或者更多", Bound::AtLeast, ""),
    ("或以上", Bound::AtLeast, ""),
    ("或更多", Bound::AtLeast, ""),
    ("及以上", Bound::AtLeast, ""),
    ("和以上", Bound::AtLeast, ""),
    ("及以下", Bound::AtMost, ""),
    ("或以下", Bound::AtMost, ""),
    ("以上", Bound::AtLeast, "市海述"),
    ("之上", Bound::AtLeast, ""),
    ("以下", Bound::AtMost, "简几"),
    ("之下", Bound::AtMost, ""),
    ("以内", Bound::AtMost, "容"),
    ("之内", Bound::AtMost, ""),
    ("左右", Bound::About, "手岸两侧翼逢"),
    ("上下", Bound::About, "游班联一级属文午"),
    ("有余", Bound::MoreThan, "额"),
]);

/// The hedge that begins at byte `at`, spaces before it allowed, and where it ends.
pub(crate) fn after(text: &str, at: usize) -> Option<(Bound, usize)> {
    let mut cursor = Cursor::new(text, at);
    if cursor.peek().is_some_and(is_space) {
        skip_spaces(&mut cursor);
    }
    let (word, bound, unfit) = AFTER.first_beginning(cursor.rest())?;
    cursor.eat(word);
    cursor.peek().is_none_or(|c| !unfit.contains(c)).then_some((*bound, cursor.at()))
}

/// 多 or 余 after a unit (2米多, 三成多), and where it ends.
pub(crate) fn over_after(text: &str, at: usize) -> Option<usize> {
    let mut cursor = Cursor::new(text, at);
    let word = cursor.eat_any(words!["多", "余"])?;
    let unfit = if word == "多" { "元样边功媒晶联式云极层年种方次地家业点数少" } else { "额杭姚热量电料地下" };
    cursor.peek().is_none_or(|c| !unfit.contains(c)).then_some(cursor.at())
}
