//! The lunar calendar and the 24 solar terms, 1900 to 2100, as tables of fact.
//!
//! A lunar year is one number: its months' lengths, its leap month and the day on which it begins. A year's terms are one number too: for
//! each term how many days it falls after the earliest day on which it ever falls. The tests work both out again, the months with another
//! implementation of the calendar, the terms from the sun's longitude.

use super::civil::Day;

/// First year of the tables.
pub(crate) const FIRST: i32 = 1900;
/// Whether the tables hold a year.
pub(crate) fn holds(year: i32) -> bool {
    (FIRST..FIRST + LUNAR_YEARS.len() as i32).contains(&year)
}

/// The names of the terms, in the order of the solar year.
pub(crate) static TERMS: [&str; 24] = [
    "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至", "小暑", "大暑", "立秋", "处暑", "白露", "秋分",
    "寒露", "霜降", "立冬", "小雪", "大雪", "冬至",
];

/// The earliest day of the month on which each term falls.
const TERM_DAYS: [u8; 24] = [4, 19, 3, 18, 4, 19, 4, 19, 4, 20, 4, 20, 6, 22, 6, 22, 6, 22, 7, 22, 6, 21, 6, 21];

/// The day of a solar term in a year.
pub(crate) fn term(year: i32, index: usize) -> Option<Day> {
    let row = usize::try_from(year - FIRST).ok().and_then(|at| TERM_YEARS.get(at))?;
    let late = (row >> (2 * index)) & 3;
    Day::new(year, u8::try_from(index / 2 + 1).ok()?, TERM_DAYS.get(index)? + late as u8)
}

/// A month of the lunar year, counted from its first day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LunarMonth {
    /// Its first day.
    pub(crate) first: Day,
    /// 29 or 30.
    pub(crate) days: u8,
}

/// The month `month` (1 to 12) of the lunar year that begins in `year`; with `leap` the one put in after it.
pub(crate) fn lunar_month(year: i32, month: u8, leap: bool) -> Option<LunarMonth> {
    let row = usize::try_from(year - FIRST).ok().and_then(|at| LUNAR_YEARS.get(at))?;
    let leap_month = (row >> 13) & 15;
    if !(1..=12).contains(&month) || (leap && leap_month != u32::from(month)) {
        return None;
    }
    let before = u32::from(month) - 1 + u32::from(leap || (leap_month != 0 && u32::from(month) > leap_month));
    let length = |at: u32| 29 + ((row >> at) & 1);
    let gone: u32 = (0..before).map(length).sum();
    let first = Day::new(year, 1, 1)?.plus(i64::from((row >> 17) + gone))?;
    Some(LunarMonth { first, days: length(before) as u8 })
}

/// The leap month of a lunar year, if it has one.
pub(crate) fn leap_month(year: i32) -> Option<u8> {
    let row = usize::try_from(year - FIRST).ok().and_then(|at| LUNAR_YEARS.get(at))?;
    Some(((row >> 13) & 15) as u8).filter(|month| *month != 0)
}

/// A day of the lunar year that begins in `year`.
pub(crate) fn lunar_day(year: i32, month: u8, leap: bool, day: u8) -> Option<Day> {
    let found = lunar_month(year, month, leap)?;
    (1..=found.days).contains(&day).then(|| found.first.plus(i64::from(day) - 1)).flatten()
}

/// The last day of the lunar year that begins in `year`: 除夕.
pub(crate) fn lunar_eve(year: i32) -> Option<Day> {
    let last = lunar_month(year, 12, leap_month(year) == Some(12))?;
    last.first.plus(i64::from(last.days) - 1)
}

/// Bits 0 to 12: which months have 30 days. Bits 13 to 16: the leap month. From bit 17: days from New Year's Day to the first of the first month.
#[rustfmt::skip]
const LUNAR_YEARS: [u32; 201] = [
    0x3D16D2, 0x620752, 0x4C0EA5, 0x38B64A, 0x5C064B, 0x440A9B, 0x309556, 0x56056A,
    0x400B59, 0x2A5752, 0x500752, 0x3ADB25, 0x600B25, 0x480A4B, 0x32B4AB, 0x5802AD,
    0x42056B, 0x2C4B69, 0x520DA9, 0x3EFD92, 0x640E92, 0x4C0D25, 0x36BA4D, 0x5C0A56,
    0x4602B6, 0x2E95B5, 0x5606D4, 0x400EA9, 0x2C5E92, 0x500E92, 0x3ACD26, 0x5E052B,
    0x480A57, 0x32B2B6, 0x580B5A, 0x4406D4, 0x2E6EC9, 0x520749, 0x3CF693, 0x620A93,
    0x4C052B, 0x34CA5B, 0x5A0AAD, 0x46056A, 0x309B55, 0x560BA4, 0x400B49, 0x2A5A93,
    0x500A95, 0x38F52D, 0x5E0536, 0x480AAD, 0x34B5AA, 0x5805B2, 0x420DA5, 0x2E7D4A,
    0x540D4A, 0x3D0A95, 0x600A97, 0x4C0556, 0x36CAB5, 0x5A0AD5, 0x4606D2, 0x308EA5,
    0x560EA5, 0x40064A, 0x286C97, 0x4E0A9B, 0x3AF55A, 0x5E056A, 0x480B69, 0x34B752,
    0x5A0B52, 0x420B25, 0x2C964B, 0x520A4B, 0x3D14AB, 0x6002AD, 0x4A056D, 0x36CB69,
    0x5C0DA9, 0x460D92, 0x309D25, 0x560D25, 0x415A4D, 0x640A56, 0x4E02B6, 0x38C5B5,
    0x5E06D5, 0x480EA9, 0x34BE92, 0x5A0E92, 0x440D26, 0x2C6A56, 0x500A57, 0x3D14D6,
    0x62035A, 0x4A06D5, 0x36B6C9, 0x5C0749, 0x460693, 0x2E952B, 0x54052B, 0x3E0A5B,
    0x2A555A, 0x4E056A, 0x38FB55, 0x600BA4, 0x4A0B49, 0x32BA93, 0x580A95, 0x42052D,
    0x2C8AAD, 0x500AB5, 0x3D35AA, 0x6205D2, 0x4C0DA5, 0x36DD4A, 0x5C0D4A, 0x460C95,
    0x30952E, 0x540556, 0x3E0AB5, 0x2A55B2, 0x5006D2, 0x38CEA5, 0x5E0725, 0x48064B,
    0x32AC97, 0x560CAB, 0x42055A, 0x2C6AD6, 0x520B69, 0x3D7752, 0x620B52, 0x4C0B25,
    0x36DA4B, 0x5A0A4B, 0x4404AB, 0x2EA55B, 0x5405AD, 0x3E0B6A, 0x2A5B52, 0x500D92,
    0x3AFD25, 0x5E0D25, 0x480A55, 0x32B4AD, 0x5804B6, 0x4005B5, 0x2C6DAA, 0x520EC9,
    0x3F1E92, 0x620E92, 0x4C0D26, 0x36CA56, 0x5A0A57, 0x440556, 0x2E86D5, 0x540755,
    0x400749, 0x286E93, 0x4E0693, 0x38F52B, 0x5E052B, 0x460A5B, 0x32B55A, 0x58056A,
    0x420B65, 0x2C974A, 0x520B4A, 0x3D1A95, 0x620A95, 0x4A052D, 0x34CAAD, 0x5A0AB5,
    0x4605AA, 0x2E8BA5, 0x540DA5, 0x400D4A, 0x2A7C95, 0x4E0C96, 0x38F94E, 0x5E0556,
    0x480AB5, 0x32B5B2, 0x5806D2, 0x420EA5, 0x2E8E4A, 0x50068B, 0x3B0C97, 0x6004AB,
    0x4A055B, 0x34CAD6, 0x5A0B6A, 0x460752, 0x309725, 0x540B45, 0x3E0A8B, 0x28549B,
    0x4E04AB,
];

/// Two bits for each term.
#[rustfmt::skip]
const TERM_YEARS: [u64; 201] = [
    0x5AA665A65A56, 0x6AAAA6AA9A5A, 0xAAAAAABAAA6A, 0xAAABBABBAFAA, 0x5AA665A65AAB, 0x6AAAA6AA9A5A,
    0xAAAAAAAAAA6A, 0xAAABBABBAFAA, 0x5AA665A65AAB, 0x6AAAA6AA9A5A, 0xAAAAAAAAAA6A, 0xAAABBABBAFAA,
    0x56A665A65AAB, 0x6AA6A6AA9A56, 0xAAAAAAAA9A5A, 0xAAABAABAAEAA, 0x569665A65AAA, 0x6AA6A6A69A56,
    0x6AAAAAAA9A5A, 0xAAABAABAAEAA, 0x569665A65AAA, 0x5AA6A6A65A56, 0x6AAAAAAA9A5A, 0xAAABAABAAA6A,
    0x569665A65AAA, 0x5AA6A6A65A56, 0x6AAAA6AA9A5A, 0xAAABAABAAA6A, 0x555665A65AAA, 0x5AA665A65A56,
    0x6AAAA6AA9A5A, 0xAAAAAABAAA6A, 0x555665665AAA, 0x5AA665A65A56, 0x6AAAA6AA9A5A, 0xAAAAAAAAAA6A,
    0x555665665AAA, 0x5AA665A65A56, 0x6AAAA6AA9A5A, 0xAAAAAAAAAA6A, 0x555665665AAA, 0x5AA665A65A56,
    0x6AAAA6AA9A5A, 0xAAAAAAAAAA6A, 0x555665655AAA, 0x569665A65A56, 0x6AA6A6AA9A56, 0xAAAAAAAA9A5A,
    0x5556556559AA, 0x569665A65A55, 0x6AA6A6A65A56, 0xAAAAAAAA9A5A, 0x5556556559AA, 0x569665A65A55,
    0x5AA6A6A65A56, 0x6AAAA6AA9A5A, 0x5556556555AA, 0x569665A65A55, 0x5AA665A65A56, 0x6AAAA6AA9A5A,
    0x55555565556A, 0x555665665A55, 0x5AA665A65A56, 0x6AAAA6AA9A5A, 0x55555565556A, 0x555665665A55,
    0x5AA665A65A56, 0x6AAAA6AA9A5A, 0x55555555556A, 0x555665665A55, 0x5AA665A65A56, 0x6AAAA6AA9A5A,
    0x55555555556A, 0x555665655A55, 0x5AA665A65A56, 0x6AA6A6AA9A5A, 0x55555555456A, 0x555655655A55,
    0x5A9665A65A56, 0x6AA6A6A69A56, 0x55555555456A, 0x555655655A55, 0x569665A65A56, 0x6AA6A6A65A56,
    0x55555155455A, 0x555655655955, 0x569665A65A55, 0x5AA6A5A65A56, 0x15555155455A, 0x555555655555,
    0x569665665A55, 0x5AA665A65A56, 0x15555155455A, 0x555555655515, 0x555665665A55, 0x5AA665A65A56,
    0x15555155455A, 0x555555555515, 0x555665665A55, 0x5AA665A65A56, 0x15555155455A, 0x555555555515,
    0x555665665A55, 0x5AA665A65A56, 0x15555155455A, 0x555555555515, 0x555655655A55, 0x5AA665A65A56,
    0x15515155455A, 0x555555554515, 0x555655655A55, 0x5A9665A65A56, 0x15515151455A, 0x555551554515,
    0x555655655A55, 0x569665A65A56, 0x155151510556, 0x555551554505, 0x555655655955, 0x569665665A55,
    0x155110510556, 0x155551554505, 0x555555655555, 0x569665665A55, 0x055110510556, 0x155551554505,
    0x555555555515, 0x555665665A55, 0x055110510556, 0x155551554505, 0x555555555515, 0x555665665A55,
    0x055110510556, 0x155551554505, 0x555555555515, 0x555655655A55, 0x055110510556, 0x155551554505,
    0x555555555515, 0x555655655A55, 0x055110510556, 0x155151514505, 0x555555554515, 0x555655655A55,
    0x054110510556, 0x155151510505, 0x555551554515, 0x555655655A55, 0x014110110556, 0x155110510501,
    0x555551554505, 0x555555655555, 0x014110110555, 0x155110510501, 0x555551554505, 0x555555555555,
    0x014110110555, 0x055110510501, 0x155551554505, 0x555555555555, 0x000110110555, 0x055110510501,
    0x155551554505, 0x555555555515, 0x000110110555, 0x055110510501, 0x155551554505, 0x555555555515,
    0x000100100555, 0x055110510501, 0x155151514505, 0x555555555515, 0x000100100555, 0x054110510501,
    0x155151514505, 0x555551554515, 0x000100100555, 0x054110510501, 0x155150510505, 0x555551554515,
    0x000100100555, 0x014110110501, 0x155110510505, 0x555551554505, 0x000000100055, 0x014110110500,
    0x155110510501, 0x555551554505, 0x000000000055, 0x014110110500, 0x055110510501, 0x155551554505,
    0x000000000055, 0x000110110500, 0x055110510501, 0x155551554505, 0x000000000015, 0x000100110500,
    0x055110510501, 0x155551554505, 0x555555555515,
];

#[cfg(test)]
mod tests {
    use super::*;
    use icu_calendar::Date;
    use icu_calendar::cal::ChineseTraditional;

    /// Months whose new moon falls within minutes of midnight, where almanacs printed today differ by a day: year and month.
    const DISPUTED: [(i32, u8); 1] = [(2057, 9)];

    #[test]
    fn another_implementation_agrees_on_every_day() {
        let mut day = Day::new(1900, 1, 31).unwrap();
        let last = Day::new(2100, 12, 31).unwrap();
        let mut days = 0;
        while day <= last {
            let theirs = Date::try_new_iso(day.year(), day.month(), day.day()).unwrap().to_calendar(ChineseTraditional::new());
            let code = theirs.month().standard_code.0;
            let month: u8 = code.get(1..3).unwrap().parse().unwrap();
            let year = theirs.cyclic_year().related_iso;
            let ours = lunar_day(year, month, code.ends_with('L'), theirs.day_of_month().0);
            let near = |day: Day| {
                DISPUTED
                    .iter()
                    .any(|(y, m)| *y == year && (*m == month || m + 1 == month || *m == month + 1) && ours.is_none_or(|o| o.since(day).abs() <= 1))
            };
            assert!(ours == Some(day) || near(day), "{day}: {ours:?}, they say {year} {code} {}", theirs.day_of_month().0);
            day = day.plus(1).unwrap();
            days += 1;
        }
        assert!(days > 73_000);
    }

    /// The sun's apparent longitude in degrees (Meeus, chapter 25, good to a hundredth of a degree), `hours` of Beijing time into a day.
    fn longitude(day: Day, hours: f64) -> f64 {
        let days = day.since(Day::new(2000, 1, 1).unwrap()) as f64 - 0.5 + (hours - 8.0) / 24.0;
        let years_on = f64::from(day.year()) - 2000.0;
        // Terrestrial time runs ahead of the earth's turning by about a minute in our days.
        let ahead = 62.92 + 0.322_17 * years_on + 0.005_589 * years_on * years_on;
        let t = (days + ahead / 86_400.0) / 36_525.0;
        let mean = 280.466_46 + 36_000.769_83 * t + 0.000_303_2 * t * t;
        let anomaly = (357.529_11 + 35_999.050_29 * t - 0.000_153_7 * t * t).to_radians();
        let centre =
            (1.914_602 - 0.004_817 * t) * anomaly.sin() + (0.019_993 - 0.000_101 * t) * (2.0 * anomaly).sin() + 0.000_289 * (3.0 * anomaly).sin();
        let node = (125.04 - 1_934.136 * t).to_radians();
        (mean + centre - 0.005_69 - 0.004_78 * node.sin()).rem_euclid(360.0)
    }

    #[test]
    fn the_sun_stands_where_the_terms_say() {
        for year in FIRST..=2100 {
            for (index, name) in TERMS.iter().enumerate() {
                let day = term(year, index).unwrap();
                let aim = (285.0 + 15.0 * index as f64).rem_euclid(360.0);
                let off = |hours: f64| (longitude(day, hours) - aim + 180.0).rem_euclid(360.0) - 180.0;
                // The reckoning is good to about half an hour, and Beijing kept its own time before 1929.
                assert!(off(-0.8) <= 0.0 && off(24.8) >= 0.0, "{year} {name}: {day}, {} {}", off(0.0), off(24.0));
            }
        }
    }

    #[test]
    fn every_lunar_year_follows_the_one_before() {
        for year in FIRST..2100 {
            assert_eq!(lunar_eve(year).unwrap().plus(1), lunar_day(year + 1, 1, false, 1), "{year}");
            if let Some(leap) = leap_month(year) {
                let (month, twice) = (lunar_month(year, leap, false).unwrap(), lunar_month(year, leap, true).unwrap());
                assert_eq!(month.first.plus(i64::from(month.days)), Some(twice.first));
            }
        }
        assert_eq!(leap_month(2023), Some(2));
        assert!(lunar_month(2023, 3, true).is_none());
        assert!(lunar_day(2023, 1, false, 31).is_none());
    }
}
