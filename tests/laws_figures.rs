//! Laws of figures: what is written reads back, nothing panics, spans fit their text, values scale with their units.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // a test may stop at the first surprise

use proptest::prelude::*;
use rust_decimal::Decimal;
use zhecon::entity::money::{self, Money, cheque};
use zhecon::entity::percent::{self, Percent, PercentUnit};
use zhecon::entity::quantity::{self, Quantity};
use zhecon::entity::{number, number::Ordinal};
use zhecon::numeral::{Style, write};
use zhecon::{Bound, Figure, Magnitude, Span};

fn figures() -> impl Strategy<Value = Figure> {
    let decimal = (0..=10_i128.pow(24), 0..=8_u32, any::<bool>());
    decimal.prop_map(|(units, scale, negative)| Decimal::from_i128_with_scale(if negative { -units } else { units }, scale).normalize().into())
}

fn positive() -> impl Strategy<Value = Figure> {
    (1..=10_i128.pow(16), 0..=4_u32).prop_map(|(units, scale)| Decimal::from_i128_with_scale(units, scale).normalize().into())
}

fn magnitudes() -> impl Strategy<Value = Magnitude> {
    let bound = prop::sample::select(vec![
        Bound::Exact,
        Bound::About,
        Bound::Nearly,
        Bound::MoreThan,
        Bound::AtLeast,
        Bound::LessThan,
        Bound::AtMost,
        Bound::Range,
    ]);
    (positive(), positive(), bound).prop_filter_map("a range has two ends", |(a, b, bound)| match bound {
        Bound::Range => (a < b).then(|| Magnitude::bounded(a, b, bound)),
        _ => Some(Magnitude::bounded(a, a, bound)),
    })
}

/// Strings of the characters that figures are made of, so that parsers get far before they fail.
fn near_figures() -> impl Strategy<Value = String> {
    let parts: Vec<&str> = "0 1 9 . , ， 。 - — 至 到 ~ + × / ( ) （ ） 一 二 两 三 五 九 十 百 千 万 亿 兆 点 零 几 数 余 多 来 半 第 负 % ‰ 成 折 倍 番 翻 分之 百分之 个 个百分点 家 元 角 分 块 美元 人民币 $ 亩 吨 两 米 升到 度 MW kg k e 以上 左右 约 近 超 不 过 上 级 (含) 每 含 又 \u{3000} \n 年 月 A"
        .split(' ')
        .collect();
    prop::collection::vec(prop::sample::select(parts), 0..24).prop_map(|parts| parts.concat())
}

fn spans_fit<T>(text: &str, found: impl Iterator<Item = (Span, T)>) {
    let mut end = 0;
    for (span, _) in found {
        assert!(span.start >= end && span.end > span.start && text.get(span.start..span.end).is_some(), "{span:?} in {text:?}");
        end = span.end;
    }
}

proptest! {
    #[test]
    fn a_written_figure_reads_as_itself(figure in figures()) {
        for style in [Style::Plain, Style::Financial, Style::Mixed] {
            let written = write(figure, style).unwrap();
            prop_assert_eq!(written.parse::<Figure>().ok(), Some(figure), "{}", written);
        }
    }

    #[test]
    fn a_written_fraction_reads_as_itself(above in 1..100_000_i128, below in 2..100_000_i128) {
        let figure = Figure::fraction(above, below).unwrap();
        for style in [Style::Plain, Style::Financial] {
            prop_assert_eq!(write(figure, style).unwrap().parse::<Figure>().ok(), Some(figure));
        }
    }

    #[test]
    fn a_cheque_is_worth_its_figure(fen in 0..10_i64.pow(15)) {
        let figure = Figure::from(Decimal::new(fen, 2));
        let written = cheque(figure).unwrap();
        // 分 alone may be minutes, in a text of its own it is money
        prop_assert_eq!(written.parse::<Money>().map(|money| money.magnitude), Ok(Magnitude::exact(figure)), "{}", written);
    }

    #[test]
    fn money_reads_back_as_it_is_shown(magnitude in magnitudes(), code in prop::sample::select(vec!["CNY", "USD", "EUR", "HKD", "JPY", "TWD", "THB"])) {
        let money = Money { magnitude, currency: code.to_owned(), per: None };
        prop_assert_eq!(money.to_string().parse::<Money>(), Ok(money.clone()), "{}", money);
    }

    #[test]
    fn percentages_read_back_as_they_are_shown(magnitude in magnitudes(), unit in prop::sample::select(vec![PercentUnit::Percent, PercentUnit::PercentagePoint, PercentUnit::Times])) {
        let percent = Percent { magnitude, unit };
        prop_assert_eq!(percent.to_string().parse::<Percent>(), Ok(percent.clone()), "{}", percent);
    }

    #[test]
    fn quantities_read_back_as_they_are_shown(magnitude in magnitudes(), unit in prop::sample::select(vec!["m2", "m3", "t", "kWh", "W", "V", "℃"]), per in prop::option::of(Just("a"))) {
        let quantity = Quantity { magnitude, unit: Some(unit.to_owned()), of: None, per: per.map(str::to_owned) };
        prop_assert_eq!(quantity.to_string().parse::<Quantity>(), Ok(quantity.clone()), "{}", quantity);
    }

    #[test]
    fn ordinals_read_back_as_they_are_shown(place in 1..1_000_000_i64) {
        let ordinal = Ordinal { magnitude: Magnitude::exact(Figure::from(Decimal::from(place))) };
        prop_assert_eq!(ordinal.to_string().parse::<Ordinal>(), Ok(ordinal));
    }

    #[test]
    fn ten_thousand_yuan_are_so_many_yuan(units in 1..10_i64.pow(10)) {
        let low = |text: String| text.parse::<Money>().unwrap().magnitude.low;
        prop_assert_eq!(low(format!("{units}万元")), low(format!("{units}0000元")));
        prop_assert_eq!(low(format!("{units}亿元")), low(format!("{units}0000万元")));
    }

    #[test]
    fn units_scale_exactly(units in 1..10_i64.pow(9)) {
        let low = |text: String| text.parse::<Quantity>().unwrap().magnitude.low;
        prop_assert_eq!(low(format!("{units}平方公里")), low(format!("{units}000000平方米")));
        prop_assert_eq!(low(format!("{units}兆瓦")), low(format!("{units}000千瓦")));
        prop_assert_eq!(low(format!("{}亩", units * 3)), low(format!("{}平方米", units * 2000)));
    }

    #[test]
    fn nothing_panics_and_spans_fit(text in prop_oneof![".{0,40}", near_figures()]) {
        let _ = text.parse::<Figure>();
        spans_fit(&text, money::find_iter(&text));
        spans_fit(&text, percent::find_iter(&text));
        spans_fit(&text, quantity::find_iter(&text));
        for (span, _) in number::find_iter(&text) {
            prop_assert!(text.get(span.start..span.end).is_some());
        }
    }

    #[test]
    fn found_amounts_parse_alone(text in near_figures()) {
        for (span, percent) in percent::find_iter(&text) {
            // a span must hold all that its value rests on, unless its unit stands in a heading: (%) 12
            if !text.contains(['(', '（']) && percent.unit != PercentUnit::Fraction && percent.magnitude.bound == Bound::Exact && !span.of(&text).contains('折') {
                let alone = span.of(&text).parse::<Percent>();
                prop_assert!(alone.as_ref().map(|alone| alone.unit) == Ok(percent.unit) || span.of(&text).starts_with(['-', '负']), "{text:?} {:?}", span.of(&text));
            }
        }
    }
}
