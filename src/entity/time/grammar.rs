//! What the readers of temporal expressions hand to resolution: steps from the larger unit to the smaller, and what is said of them.

use super::value::{Grain, Reference};

/// A unit of the calendar that can be counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    /// A day on which the exchange trades or offices work.
    WorkDay,
    /// Monday to Sunday.
    Week,
    Month,
    Quarter,
    Year,
    Century,
}

impl Unit {
    pub(crate) const fn grain(self) -> Grain {
        match self {
            Self::Second => Grain::Second,
            Self::Minute => Grain::Minute,
            Self::Hour => Grain::Hour,
            Self::Day | Self::WorkDay => Grain::Day,
            Self::Week => Grain::Week,
            Self::Month => Grain::Month,
            Self::Quarter => Grain::Quarter,
            Self::Year => Grain::Year,
            Self::Century => Grain::Century,
        }
    }

    /// Months in it, for units that are made of months.
    pub(crate) const fn months(self) -> Option<i64> {
        match self {
            Self::Month => Some(1),
            Self::Quarter => Some(3),
            Self::Year => Some(12),
            Self::Century => Some(1200),
            _ => None,
        }
    }

    /// Seconds in it, for units of fixed length.
    pub(crate) const fn seconds(self) -> Option<i64> {
        match self {
            Self::Second => Some(1),
            Self::Minute => Some(60),
            Self::Hour => Some(3600),
            Self::Day | Self::WorkDay => Some(86_400),
            Self::Week => Some(604_800),
            _ => None,
        }
    }
}

/// Where in a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    Begin,
    Middle,
    End,
    /// 年内, 期间: the whole of it
    Within,
    /// 上旬, 中下旬: from the one third to the other
    Thirds(u8, u8),
    /// 上半月, 下半月
    HalfMonth(u8),
    /// 开局之年, 首年: the first year; 收官之年: the last
    FirstYear,
    LastYear,
}

/// A part of the day, as far as it decides which hour a figure means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartOfDay {
    /// 凌晨 早 上午
    Morning,
    /// 中午
    Noon,
    /// 下午 傍晚
    Afternoon,
    /// 晚
    Evening,
    /// 半夜 深夜 夜里
    Night,
}

impl PartOfDay {
    /// The hour on the 24 hour clock that a figure means in this part of the day.
    pub(crate) const fn hour(self, told: u8) -> u8 {
        match (self, told) {
            (Self::Morning, 12) | (Self::Night, 12) => 0,
            (Self::Noon, 1..=3) | (Self::Afternoon, 1..=11) | (Self::Evening, 5..=11) | (Self::Night, 6..=11) => told + 12,
            (Self::Evening, 12) => 24,
            _ => told,
        }
    }

    /// The hour at its heart, for a part of the day that stands alone.
    pub(crate) const fn middle(self) -> u8 {
        match self {
            Self::Morning => 8,
            Self::Noon => 12,
            Self::Afternoon => 15,
            Self::Evening => 20,
            Self::Night => 0,
        }
    }
}

/// One step from a period into a part of it. The first step of a chain starts from the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// 2023年
    Year(i32),
    /// 去年: years from the reference
    YearOffset(i32),
    /// 今明两年: from the one to the other
    YearOffsets(i32, i32),
    /// 当年, 次年: years from the year last named
    TextYear(i32),
    /// 90年代: first year, and whether the century was said
    Decade(i32, bool),
    /// 21世纪: its first year
    Century(i32),
    /// 上世纪
    CenturyOffset(i32),
    /// 十四五: 14
    Plan(i32),
    /// 上半年
    Half(u8),
    /// 上个半年
    HalfOffset(i32),
    /// 一季度
    Quarter(u8),
    /// 本季度
    QuarterOffset(i32),
    /// 秋季
    Season(u8),
    /// 3月
    Month(u8),
    /// 七八月
    Months(u8, u8),
    /// 上月
    MonthOffset(i32),
    /// 当月, 次月
    TextMonth(i32),
    /// 正月, 闰四月, 农历十月
    LunarMonth(u8, bool),
    /// 上周
    WeekOffset(i32),
    /// 周三
    Weekday(u8),
    /// 周末
    Weekend,
    /// 第一个星期一; 0 for the last
    NthWeekday(u8, u8),
    /// 今天
    DayOffset(i32),
    /// 今明两天: from the one to the other
    DayOffsets(i32, i32),
    /// 当日, 次日
    TextDay(i32),
    /// 26日
    Day(u8),
    /// 初九
    LunarDay(u8),
    /// 国庆节, by its row; with its days off or alone
    Holiday(usize, bool),
    /// 冬至
    Term(usize),
    /// 前三季度, 前5个月: the first so many
    First(Unit, u32),
    /// 最后五天
    Last(Unit, u32),
    /// 第三周
    Nth(Unit, u32),
    /// 年底, 月初
    At(Edge),
    /// 下午
    Part(PartOfDay),
    /// 8点30分: hour as told, minute, second, and which half of the day am or pm says
    Clock(u8, Option<u8>, Option<u8>),
}

impl Step {
    /// Its place in a chain: a later step has a higher rank.
    pub(crate) const fn rank(self) -> u8 {
        match self {
            Self::Year(_)
            | Self::YearOffset(_)
            | Self::YearOffsets(..)
            | Self::TextYear(_)
            | Self::Decade(..)
            | Self::Century(_)
            | Self::CenturyOffset(_)
            | Self::Plan(_) => 0,
            Self::Half(_) | Self::HalfOffset(_) | Self::Quarter(_) | Self::QuarterOffset(_) | Self::Season(_) => 1,
            Self::Month(_) | Self::Months(..) | Self::MonthOffset(_) | Self::TextMonth(_) | Self::LunarMonth(..) => 2,
            Self::First(unit, _) | Self::Last(unit, _) | Self::Nth(unit, _) => match unit {
                Unit::Quarter => 1,
                Unit::Month => 2,
                Unit::Week => 3,
                _ => 4,
            },
            Self::WeekOffset(_) | Self::At(_) => 3,
            Self::Weekday(_)
            | Self::Weekend
            | Self::NthWeekday(..)
            | Self::DayOffset(_)
            | Self::DayOffsets(..)
            | Self::TextDay(_)
            | Self::Day(_)
            | Self::LunarDay(_)
            | Self::Holiday(..)
            | Self::Term(_) => 4,
            Self::Part(_) => 5,
            Self::Clock(..) => 6,
        }
    }

    /// Whether it finds its year itself, or hangs on the text.
    pub(crate) const fn is_anchored(self) -> bool {
        matches!(
            self,
            Self::Year(_)
                | Self::YearOffset(_)
                | Self::YearOffsets(..)
                | Self::TextYear(_)
                | Self::Decade(..)
                | Self::Century(_)
                | Self::CenturyOffset(_)
                | Self::Plan(_)
                | Self::HalfOffset(_)
                | Self::QuarterOffset(_)
                | Self::MonthOffset(_)
                | Self::TextMonth(_)
                | Self::WeekOffset(_)
                | Self::DayOffset(_)
                | Self::DayOffsets(..)
                | Self::TextDay(_)
        )
    }
}

/// Steps from the larger to the smaller.
pub(crate) type Chain = Vec<Step>;

/// A length, as far as counting on a calendar needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Length {
    /// What is made of months.
    pub(crate) months: i64,
    /// What has a fixed number of seconds.
    pub(crate) seconds: i64,
    /// Days on which offices work.
    pub(crate) working_days: i64,
    /// The smallest unit named; of a half the next smaller one.
    pub(crate) grain: Unit,
    /// 几, 数: no certain figure.
    pub(crate) vague: bool,
}

/// Which way, and how a length lies on the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lie {
    /// 三年前, 20天后: the unit that lies so far away
    Away(i64),
    /// 20天以后, 3年以前: all beyond it
    Beyond(i64),
    /// 三个多月以来
    Since,
    /// 未来7天, 过去5分钟: the stretch that touches the reference
    Rolling(i64),
    /// 下三个月, 前两年: so many whole units beside the present one
    Beside(i64),
}

/// A temporal expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// 2023年7月15日
    At(Chain),
    /// 6月17日至23日
    Range(Chain, Chain),
    /// 今年以来
    Since(Chain),
    /// 自11月1日起, 从3月开始: as 11月1日起, and the whole of it is the mention
    Beginning(Chain),
    /// 11月1日起: since then, or from then on
    From(Chain),
    /// 截至6月末: as of then, which is past where nothing is planned
    AsOf(Chain),
    /// 截止8月15日
    Until(Chain),
    /// 年底前
    Before(Chain),
    /// 2018年之后
    After(Chain),
    /// 8月6日或之后
    AtOrAfter(Chain),
    /// 2010年之后2018年之前
    Between(Chain, Chain),
    /// 截至目前, 截至发稿
    UntilNow,
    /// 去年到现在
    UpToNow(Chain),
    /// 三年前; of a day so far away perhaps a time: 三天后下午3点
    Offset(Length, Lie, Chain),
    /// 同期, 去年同期: years back
    SamePeriod(i32),
    /// 全年, 全天
    Whole(Unit),
    /// 去冬今春: a season of each of two years
    TwoSeasons((i32, u8), (i32, u8)),
    /// 近年来
    Vague(Reference),
}
