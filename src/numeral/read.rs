//! Reads the longest numeral at a place of a text.
//!
//! One pass from left to right. Groups of four digits (一千二百三十四) are summed up in `section`; 万 亿 兆 … close a group and lift all
//! smaller groups before it (三万五千亿), so that units nest to any depth.

use super::arabic_run::read_arabic;
use super::characters::{Sign, arabic, is_financial, is_prefixed_unit, sign, skip_spaces};
use super::exact::Exact;
use crate::cursor::Cursor;
use crate::seek::any;

/// How exact a numeral is by its own wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// 一百二十
    Exact,
    /// 三四十, 两三: two neighbouring digits
    Range,
    /// 几百, 数十亿, 十几: some digit
    Several,
    /// 十余, 40多万
    Over,
    /// 十来: some ten
    Around,
}

/// A numeral that was read.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Numeral {
    /// First byte.
    pub(crate) start: usize,
    /// One past the last byte.
    pub(crate) end: usize,
    /// Whether 负 or a minus stands before it.
    pub(crate) negative: bool,
    /// Its least and greatest reading without the sign; `None` if they are beyond exact reckoning.
    pub(crate) value: Option<(Exact, Exact)>,
    /// How exact it is.
    pub(crate) shape: Shape,
    /// Whether it is written without any digit: 百万, 亿.
    pub(crate) bare: bool,
    /// Whether an Arabic digit is in it.
    pub(crate) arabic: bool,
    /// The power of ten of 万, 亿, 万亿 … at its end.
    pub(crate) big: u32,
    /// The power of ten of 十, 百, 千 before that, where one digit stands before it: 九千亿.
    pub(crate) small: u32,
}

impl Numeral {
    /// The value, where it is one.
    pub(crate) fn exact(&self) -> Option<Exact> {
        self.value.filter(|(low, high)| self.shape == Shape::Exact && low == high).map(|(low, _)| low)
    }

    /// How many characters it has in `text`.
    pub(crate) fn is_one_character(&self, text: &str) -> bool {
        text.get(self.start..self.end).is_some_and(|words| words.chars().nth(1).is_none())
    }
}

/// Reads the numeral at byte `at`; a sign may stand before it.
pub(crate) fn read(text: &str, at: usize) -> Option<Numeral> {
    let mut cursor = Cursor::new(text, at);
    let mut negative = false;
    if cursor.peek().is_some_and(|c| matches!(c, '负' | '-' | '－' | '−')) {
        let word = cursor.bump() == Some('负');
        if word {
            skip_spaces(&mut cursor);
        } else if !cursor.peek().is_some_and(|c| arabic(c).is_some() || c == '.') {
            return None;
        }
        negative = true;
    }
    if !cursor.peek().is_some_and(opens) {
        return None;
    }
    let mut reader = Reader::new(cursor);
    while reader.step() {}
    let mut numeral = reader.finish()?;
    // 参股 is what shareholders do: alone the character is no numeral
    if numeral.end == cursor.at() + '参'.len_utf8() && cursor.peek() == Some('参') {
        return None;
    }
    numeral.start = at;
    numeral.negative = negative;
    Some(numeral)
}

/// Whether a numeral may begin with this character.
fn opens(c: char) -> bool {
    arabic(c).is_some() || sign(c).is_some() || matches!(c, '.' | '点' | '·')
}

/// What was read last.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Digits,
    Small,
    Big,
    Over,
}

/// Digits that wait for their unit.
#[derive(Clone, Copy)]
struct Pending {
    low: Exact,
    high: Exact,
    /// One digit, which a unit before it may claim: 三万五
    single: bool,
}

#[derive(Clone, Copy)]
struct Group {
    low: Exact,
    high: Exact,
    exponent: u32,
}

struct Reader<'t> {
    cursor: Cursor<'t>,
    /// End of what certainly belongs to the numeral.
    end: usize,
    groups: [Group; 8],
    depth: usize,
    section: Option<(Exact, Exact)>,
    section_parts: u32,
    last_small: u32,
    pending: Option<Pending>,
    /// A 零 since the last unit.
    zero: bool,
    /// The power of ten of the last unit.
    unit: u32,
    last: Last,
    shape: Shape,
    bare: bool,
    arabic: bool,
    digits: bool,
    overflow: bool,
    big: u32,
    small: u32,
    /// The state at the last unit 万 or greater, to return to where what follows does not fit.
    closed: usize,
}

/// Above every unit inside a group of four.
const NO_SMALL: u32 = 4;

impl<'t> Reader<'t> {
    fn new(cursor: Cursor<'t>) -> Self {
        let none = Group { low: Exact::ZERO, high: Exact::ZERO, exponent: 0 };
        Self {
            cursor,
            end: cursor.at(),
            groups: [none; 8],
            depth: 0,
            section: None,
            section_parts: 0,
            last_small: NO_SMALL,
            pending: None,
            zero: false,
            unit: 0,
            last: Last::Nothing,
            shape: Shape::Exact,
            bare: true,
            arabic: false,
            digits: false,
            overflow: false,
            big: 0,
            small: 0,
            closed: cursor.at(),
        }
    }

    /// Reads one more part; false where none follows.
    fn step(&mut self) -> bool {
        let before = self.cursor;
        let gap = if self.last == Last::Nothing { 0 } else { skip_spaces(&mut self.cursor) };
        let taken = self.part(gap);
        if !taken {
            self.cursor = before;
        }
        taken
    }

    fn part(&mut self, gap: usize) -> bool {
        let Some(next) = self.cursor.peek() else { return false };
        if arabic(next).is_some() || (next == '.' && self.last == Last::Nothing) {
            return self.arabic_run(gap);
        }
        if next == '点' || next == '·' {
            return self.point(gap);
        }
        let Some(meaning) = sign(next) else { return false };
        if self.last == Last::Over && !matches!(meaning, Sign::Big(_)) {
            return false;
        }
        match meaning {
            Sign::Digit(_) => self.digit_run(gap),
            Sign::Tens(tens) => self.tens(tens),
            Sign::Small(exponent) => self.small(exponent),
            Sign::Big(exponent) => self.big(exponent, next),
            Sign::Several => self.several(next),
            Sign::Over => self.over(next),
        }
    }

    /// Whether, spaces aside, a multiplier comes next.
    fn unit_follows(&self, mut cursor: Cursor<'t>) -> bool {
        skip_spaces(&mut cursor);
        cursor.peek().and_then(sign).is_some_and(|s| matches!(s, Sign::Small(_) | Sign::Big(_))) && !is_prefixed_unit(cursor.rest())
    }

    fn wait(&mut self, low: Option<Exact>, high: Option<Exact>, single: bool) {
        self.overflow |= low.is_none() || high.is_none();
        let (low, high) = (low.unwrap_or(Exact::ZERO), high.unwrap_or(Exact::ZERO));
        self.pending = Some(Pending { low, high, single });
        self.last = Last::Digits;
        (self.bare, self.big, self.small) = (false, 0, 0);
        self.end = self.cursor.at();
    }

    fn arabic_run(&mut self, gap: usize) -> bool {
        if self.pending.is_some() || self.last == Last::Over {
            return false;
        }
        let mut ahead = self.cursor;
        let Some(run) = read_arabic(&mut ahead) else { return false };
        let mut single = false;
        if self.last != Last::Nothing && !self.unit_follows(ahead) {
            // 3万4000 and 1千零20 end in plain digits; 2亿 300家 are two figures
            let fits = run.whole_digits == 1 && !run.fraction && self.unit >= 2 || run.whole_digits == self.unit;
            if gap > 0 || !(self.zero || fits) {
                return false;
            }
            single = run.whole_digits == 1;
        }
        self.cursor = ahead;
        self.arabic = true;
        self.wait(run.value, run.value, single);
        true
    }

    fn digit_run(&mut self, gap: usize) -> bool {
        if self.pending.is_some() {
            return false;
        }
        let started = self.last != Last::Nothing;
        let mut ahead = self.cursor;
        let mut length = 0_u32;
        let mut zeros = 0_u32;
        let (mut first, mut second) = (0, 0);
        let mut value = Some(Exact::ZERO);
        while let Some(Sign::Digit(digit)) = ahead.peek().and_then(sign) {
            if ahead.peek() == Some('两') && !self.is_digit_two(ahead, length, started || zeros > 0, first) {
                break;
            }
            ahead.bump();
            if digit == 0 && length == 0 && started {
                zeros += 1;
                continue;
            }
            (first, second) = if length == 0 { (digit, 0) } else { (first, if length == 1 { digit } else { second }) };
            value = value.and_then(|value| value.push(digit, false));
            length += 1;
        }
        if length == 0 {
            // 零 alone joins two parts: 一千零五
            if zeros == 0 || self.last == Last::Digits {
                return false;
            }
            self.cursor = ahead;
            self.zero = true;
            return true;
        }
        let pair = length == 2 && first > 0 && self.is_range_pair(first, second, ahead);
        if started && length > 1 && !pair && zeros == 0 || gap > 0 && length > 1 && !pair {
            return false;
        }
        self.zero |= zeros > 0;
        self.cursor = ahead;
        self.digits = !started && length > 1 && !pair;
        if pair {
            self.shape = Shape::Range;
            self.wait(Some(Exact::whole(first.into())), Some(Exact::whole(second.into())), true);
        } else {
            self.wait(value, value, length == 1);
        }
        true
    }

    /// Whether 两 is the digit two, not the unit of weight.
    fn is_digit_two(&self, at: Cursor<'t>, length: u32, started: bool, first: u8) -> bool {
        let mut after = at;
        after.bump();
        let counted = after.peek().is_some_and(|c| any!("个家年天次百千万亿项名位种条周月小点处成人批元块").of(c));
        match (length, started) {
            (0, false) => true,
            (0, true) => self.unit_follows(after),
            (1, _) => first == 1 && counted,
            _ => false,
        }
    }

    /// 两三, 七八, 三五百: neighbouring digits are two readings, not two places.
    fn is_range_pair(&self, first: u8, second: u8, after: Cursor<'t>) -> bool {
        if after.peek().is_some_and(|c| matches!(c, '点' | '·')) {
            return false;
        }
        let counted = || self.unit_follows(after) || after.peek().is_some_and(|c| any!("个家年天次项名位种条周月人倍成").of(c));
        let words = self.cursor.rest().chars().take(2);
        second == first + 1 && !words.clone().any(is_financial) || (first, second) == (3, 5) && counted()
    }

    fn tens(&mut self, tens: u8) -> bool {
        if self.pending.is_some() || self.last_small <= 1 {
            return false;
        }
        self.cursor.bump();
        self.add_to_section(Some(Exact::whole(u128::from(tens) * 10)), Some(Exact::whole(u128::from(tens) * 10)));
        (self.last_small, self.unit, self.last, self.zero, self.bare) = (1, 1, Last::Small, false, false);
        self.end = self.cursor.at();
        true
    }

    fn small(&mut self, exponent: u32) -> bool {
        if is_prefixed_unit(self.cursor.rest()) || exponent >= self.last_small {
            return false;
        }
        let (low, high) = match self.pending {
            Some(pending) => (pending.low, pending.high),
            // 十五, 百万 at the start; 一百十六, 一万零百一十 inside
            None if self.last == Last::Nothing || self.zero || exponent == 1 => {
                self.bare &= exponent > 1;
                (Exact::ONE, Exact::ONE)
            }
            None => return false,
        };
        self.pending = None;
        self.cursor.bump();
        self.add_to_section(low.shift(exponent), high.shift(exponent));
        self.small = if self.section_parts == 1 { exponent } else { 0 };
        (self.last_small, self.unit, self.last, self.zero) = (exponent, exponent, Last::Small, false);
        self.end = self.cursor.at();
        true
    }

    fn add_to_section(&mut self, low: Option<Exact>, high: Option<Exact>) {
        let (base_low, base_high) = self.section.unwrap_or((Exact::ZERO, Exact::ZERO));
        let low = low.and_then(|low| base_low.plus(low));
        let high = high.and_then(|high| base_high.plus(high));
        self.overflow |= low.is_none() || high.is_none();
        self.section = Some((low.unwrap_or(Exact::ZERO), high.unwrap_or(Exact::ZERO)));
        self.section_parts += 1;
    }

    fn big(&mut self, exponent: u32, character: char) -> bool {
        let mut after = self.cursor;
        after.bump();
        // 京 and 秭 begin names as well; 九十秭分之一, 九京点零五 and 九京又三分之一 are figures
        let named = |c: char| c.is_alphabetic() && sign(c).is_none() && c != '元' && c != '圆';
        let digit = |rest: &str| matches!(rest.chars().next().and_then(sign), Some(Sign::Digit(_)));
        let goes_on = after.rest().starts_with("分之") || after.rest().strip_prefix(['点', '又']).is_some_and(digit);
        let rare = exponent > 12 && after.peek().is_some_and(named) && !goes_on;
        if is_prefixed_unit(self.cursor.rest()) || rare || !character.is_alphabetic() {
            return false;
        }
        // 百二万 is 120万; but the 四 of 五亿四万 stands for itself
        let lifts = self.depth.checked_sub(1).and_then(|top| self.groups.get(top)).is_some_and(|top| top.exponent < exponent);
        self.settle_pending(self.section.is_some() || lifts);
        let (mut low, mut high) = match self.section.take() {
            Some(section) => section,
            None => match self.depth.checked_sub(1).and_then(|top| self.groups.get(top)) {
                // 万亿: the second unit lifts the group that the first one closed; 亿万 is no number
                Some(top) if matches!(self.last, Last::Big | Last::Over) && exponent >= top.exponent => {
                    self.depth -= 1;
                    (top.low, top.high)
                }
                None if self.last == Last::Nothing => (Exact::ONE, Exact::ONE),
                _ => return false,
            },
        };
        while let Some(group) = self.depth.checked_sub(1).and_then(|top| self.groups.get(top)).copied() {
            if group.exponent > exponent {
                break;
            }
            if group.exponent == exponent {
                // 三万四万 are two numerals
                self.cursor = Cursor::new(self.cursor.text(), self.closed);
                self.end = self.closed;
                self.last_small = NO_SMALL;
                self.last = Last::Big;
                return false;
            }
            self.depth -= 1;
            let sums = (low.plus(group.low), high.plus(group.high));
            self.overflow |= sums.0.is_none() || sums.1.is_none();
            (low, high) = (sums.0.unwrap_or(Exact::ZERO), sums.1.unwrap_or(Exact::ZERO));
        }
        let lifted = (low.shift(exponent), high.shift(exponent));
        self.overflow |= lifted.0.is_none() || lifted.1.is_none();
        let Some(slot) = self.groups.get_mut(self.depth) else { return false };
        *slot = Group { low: lifted.0.unwrap_or(Exact::ZERO), high: lifted.1.unwrap_or(Exact::ZERO), exponent };
        self.depth += 1;
        self.cursor.bump();
        self.big += exponent;
        if self.depth > 1 {
            self.small = 0;
        }
        (self.last_small, self.section_parts, self.unit, self.last, self.zero) = (NO_SMALL, 0, exponent, Last::Big, false);
        self.end = self.cursor.at();
        self.closed = self.end;
        true
    }

    /// Adds waiting digits to the section: 三万五 is 35000, 一百零五 is 105.
    fn settle_pending(&mut self, claims: bool) {
        let Some(pending) = self.pending.take() else { return };
        let claimed = claims && pending.single && !self.zero && self.unit >= 2 && matches!(self.last, Last::Digits | Last::Over);
        let exponent = if claimed { self.unit - 1 } else { 0 };
        self.add_to_section(pending.low.shift(exponent), pending.high.shift(exponent));
    }

    fn several(&mut self, character: char) -> bool {
        if self.pending.is_some() || self.shape != Shape::Exact || self.last == Last::Over {
            return false;
        }
        let mut after = self.cursor;
        let before = after.before();
        after.bump();
        let started = self.last != Last::Nothing;
        if character == '数' {
            // 用户数十万 counts users: 数 is a suffix there
            let suffix = before.is_some_and(|c| any!("人户总个次倍分系指参函字位件家代级基多少岁整奇偶枚点票单客会员量套辆艘台项目业").of(c));
            // 十数家
            let tens = started && self.unit == 1 && !after.peek().is_some_and(|c| any!("量据字额值目智控学码").of(c));
            if !tens && (started || suffix || !self.unit_follows(after)) {
                return false;
            }
        }
        self.cursor = after;
        self.shape = Shape::Several;
        let least = if started { 1 } else { 2 };
        self.wait(Some(Exact::whole(least)), Some(Exact::whole(9)), true);
        true
    }

    fn over(&mut self, character: char) -> bool {
        let roomy = self.unit >= 1 || self.arabic && self.pending.is_some_and(|p| p.low.compare(Exact::whole(10)).is_ge());
        if self.last == Last::Nothing
            || !roomy
            || matches!(self.shape, Shape::Range | Shape::Over | Shape::Around)
            || self.zero && self.pending.is_none()
        {
            return false;
        }
        let mut after = self.cursor;
        after.bump();
        let next = after.peek().unwrap_or(' ');
        let (fits, shape) = match character {
            '余' => (!any!("额杭姚热量电料干庆氏江姓党").of(next), Shape::Over),
            '多' => (!any!("元样边功媒晶联式云极").of(next) || after.rest().starts_with("元人民币"), Shape::Over),
            // 20来万元, 30来家
            _ if self.last == Last::Digits => (self.arabic && any!("万亿个家名户台辆只头亩").of(next), Shape::Around),
            _ => (self.last == Last::Small && !any!("自源临到访电函宾客年").of(next), Shape::Around),
        };
        let money = character == '多' && next == '元' && !after.rest().starts_with("元化");
        if !(fits || money) {
            return false;
        }
        if self.shape == Shape::Exact {
            self.shape = shape;
        }
        self.settle_pending(true);
        self.cursor = after;
        self.last = Last::Over;
        self.end = self.cursor.at();
        true
    }

    fn point(&mut self, gap: usize) -> bool {
        let chinese = self.cursor.peek() == Some('点');
        if self.last == Last::Nothing || self.shape != Shape::Exact || self.bare || (!chinese && (gap > 0 || !self.digits && !self.is_lone_digit())) {
            return false;
        }
        if self.arabic && self.depth == 0 && self.section.is_none() {
            return false; // 10点30分
        }
        let mut ahead = self.cursor;
        ahead.bump();
        if chinese {
            skip_spaces(&mut ahead);
        }
        let Some(total) = self.total() else { return false };
        let mut value = Some(total.0);
        let mut length = 0;
        while let Some(digit) = ahead.peek().and_then(|c| match sign(c) {
            Some(Sign::Digit(digit)) if c != '两' => Some(digit),
            _ => arabic(c),
        }) {
            ahead.bump();
            value = value.and_then(|value| value.push(digit, true));
            length += 1;
        }
        // 三点二十分 is a time
        let mut next = ahead;
        skip_spaces(&mut next);
        if length == 0 || next.peek().is_some_and(|c| matches!(c, '十' | '拾' | '廿')) {
            return false;
        }
        self.overflow |= value.is_none();
        self.cursor = ahead;
        (self.depth, self.section, self.section_parts, self.last_small, self.unit, self.zero) = (0, None, 0, NO_SMALL, 0, false);
        self.wait(value, value, false);
        true
    }

    fn is_lone_digit(&self) -> bool {
        self.depth == 0 && self.section.is_none() && self.pending.is_some() && !self.arabic
    }

    /// The sum of all parts so far.
    fn total(&self) -> Option<(Exact, Exact)> {
        let (mut low, mut high) = self.section.unwrap_or((Exact::ZERO, Exact::ZERO));
        if let Some(pending) = self.pending {
            let claimed = pending.single && !self.zero && self.unit >= 2;
            let exponent = if claimed { self.unit - 1 } else { 0 };
            low = low.plus(pending.low.shift(exponent)?)?;
            high = high.plus(pending.high.shift(exponent)?)?;
        }
        for group in self.groups.iter().take(self.depth) {
            low = low.plus(group.low)?;
            high = high.plus(group.high)?;
        }
        Some((low, high))
    }

    fn finish(self) -> Option<Numeral> {
        if self.last == Last::Nothing {
            return None;
        }
        let value = if self.overflow { None } else { self.total() };
        Some(Numeral {
            start: 0,
            end: self.end,
            negative: false,
            value,
            shape: self.shape,
            bare: self.bare,
            arabic: self.arabic,
            big: self.big,
            small: self.small,
        })
    }
}
