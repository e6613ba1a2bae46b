//! Writes figures as numerals.

use super::figure::Figure;
use crate::error::{Error, ErrorKind};
use rust_decimal::Decimal;

/// How a figure is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Style {
    /// 一亿二千万
    Plain,
    /// 壹亿贰仟万, as on cheques and contracts
    Financial,
    /// 一二〇
    Digits,
    /// 1.2亿: Arabic digits with 万, 亿 or 万亿 where the figure is that great
    Mixed,
}

/// Writes a figure; [`Figure`] reads it back.
///
/// ```
/// use zhecon::numeral::{write, Style};
/// assert_eq!(write("-10.05".parse()?, Style::Plain)?, "负十点零五");
/// assert_eq!(write("1/3".parse()?, Style::Plain)?, "三分之一");
/// assert_eq!(write("2024".parse()?, Style::Digits)?, "二〇二四");
/// assert_eq!(write("1500000000000".parse()?, Style::Mixed)?, "1.5万亿");
/// # Ok::<(), zhecon::Error>(())
/// ```
///
/// # Errors
///
/// A figure in digits alone must be no fraction.
pub fn write(figure: Figure, style: Style) -> Result<String, Error> {
    let refuse = || Error::new(ErrorKind::Unexpected { expected: "a decimal", found: figure.to_string() }, None);
    let Some(decimal) = figure.decimal() else {
        if style == Style::Digits {
            return Err(refuse());
        }
        let sign = if figure.numerator().is_sign_negative() { negative_sign(style) } else { "" };
        if style == Style::Mixed {
            return Ok(format!("{sign}{}/{}", figure.numerator().abs(), figure.denominator()));
        }
        let above = write(Figure::from(figure.numerator().abs()), style)?;
        let below = write(Figure::from(figure.denominator()), style)?;
        return Ok(format!("{sign}{below}分之{above}"));
    };
    let decimal = decimal.normalize();
    let sign = if decimal.is_sign_negative() && !decimal.is_zero() { negative_sign(style) } else { "" };
    let body = decimal.abs().to_string();
    let (whole, fraction) = body.split_once('.').unwrap_or((&body, ""));
    let mut out = String::from(sign);
    match style {
        Style::Mixed => out.push_str(&mixed(decimal.abs())),
        Style::Digits => out.extend(whole.chars().map(|c| digit(c, style))),
        Style::Plain | Style::Financial => push_whole(&mut out, whole, style),
    }
    if !fraction.is_empty() && style != Style::Mixed {
        out.push('点');
        out.extend(fraction.chars().map(|c| digit(c, style)));
    }
    Ok(out)
}

fn negative_sign(style: Style) -> &'static str {
    if style == Style::Mixed { "-" } else { "负" }
}

const PLAIN: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const FINANCIAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

fn digit(c: char, style: Style) -> char {
    let value = c.to_digit(10).map_or(0, |value| value as usize);
    match style {
        Style::Financial => FINANCIAL.get(value).copied().unwrap_or('零'),
        Style::Digits if value == 0 => '〇',
        _ => PLAIN.get(value).copied().unwrap_or('零'),
    }
}

/// The decimal in the greatest of 万亿, 亿, 万 that it reaches.
fn mixed(decimal: Decimal) -> String {
    for (exponent, name) in [(12, "万亿"), (8, "亿"), (4, "万")] {
        let least = Decimal::from_i128_with_scale(10_i128.pow(exponent), 0);
        let scale = decimal.scale().checked_add(exponent).filter(|scale| *scale <= Decimal::MAX_SCALE);
        let shifted = scale.and_then(|scale| Decimal::try_from_i128_with_scale(decimal.mantissa(), scale).ok());
        if let Some(shifted) = shifted.filter(|_| decimal >= least) {
            return format!("{}{name}", shifted.normalize());
        }
    }
    decimal.to_string()
}

const GROUPS: [&str; 8] = ["", "万", "亿", "兆", "京", "垓", "秭", "穰"];
const PLAIN_UNITS: [&str; 4] = ["", "十", "百", "千"];
const FINANCIAL_UNITS: [&str; 4] = ["", "拾", "佰", "仟"];

/// Up to 10^16 the groups are 万, 亿, 万亿, as in news; 兆 and what lies above it name greater ones.
fn push_whole(out: &mut String, whole: &str, style: Style) {
    let digits: Vec<u32> = whole.chars().filter_map(|c| c.to_digit(10)).collect();
    let start = out.len();
    let mut zero = false;
    for (index, value) in digits.iter().enumerate() {
        let place = digits.len() - 1 - index;
        let (group, unit) = (place / 4, place % 4);
        if *value > 0 {
            if zero && out.len() > start {
                out.push('零');
            }
            zero = false;
            // 十五, but 壹拾伍 and 一百一十五
            let ten_first = style == Style::Plain && unit == 1 && *value == 1 && out.len() == start;
            if !ten_first {
                out.push(digit(char::from_digit(*value, 10).unwrap_or('0'), style));
            }
            let units = if style == Style::Financial { FINANCIAL_UNITS } else { PLAIN_UNITS };
            out.push_str(units.get(unit).copied().unwrap_or_default());
        } else {
            zero = true;
        }
        if unit == 0 && group > 0 {
            let low = digits.len() - place;
            let in_group = digits.get(low.saturating_sub(4)..low).unwrap_or_default().iter().any(|value| *value > 0);
            let name = if digits.len() <= 16 && group == 3 { "万" } else { GROUPS.get(group).copied().unwrap_or_default() };
            let lifted = digits.len() <= 16 && group == 2 && digits.len() > 12;
            if in_group || lifted {
                out.push_str(name);
            }
            // 十万三千: zeros that end a group are not said
            zero &= !in_group;
        }
    }
    if out.len() == start {
        out.push('零');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_written_as_they_are_said() {
        let rows = [
            ("0", "零", "零", "0"),
            ("15", "十五", "壹拾伍", "15"),
            ("103000", "十万三千", "壹拾万叁仟", "10.3万"),
            ("100005000", "一亿零五千", "壹亿零伍仟", "1.00005亿"),
            ("1000000000000", "一万亿", "壹万亿", "1万亿"),
            ("1000100000000", "一万零一亿", "壹万零壹亿", "1.0001万亿"),
            ("20000000000000003", "二京零三", "贰京零叁", "20000.000000000003万亿"),
            ("-1.05", "负一点零五", "负壹点零伍", "-1.05"),
            ("2/3", "三分之二", "叁分之贰", "2/3"),
        ];
        for (figure, plain, financial, mixed) in rows {
            let figure: Figure = figure.parse().unwrap();
            for (style, written) in [(Style::Plain, plain), (Style::Financial, financial), (Style::Mixed, mixed)] {
                assert_eq!(write(figure, style).unwrap(), written);
                assert_eq!(written.parse::<Figure>().unwrap(), figure, "{written}");
            }
        }
        assert_eq!(write("3050".parse().unwrap(), Style::Digits).unwrap(), "三〇五〇");
        assert!(write("1/3".parse().unwrap(), Style::Digits).is_err());
    }
}
