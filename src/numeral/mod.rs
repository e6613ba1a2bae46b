//! Chinese and mixed numerals: parse and write, exact.
//!
//! ```
//! use zhecon::numeral::{self, Style};
//! use zhecon::Figure;
//!
//! let figure: Figure = "3万4000".parse()?;
//! assert_eq!(figure.to_string(), "34000");
//! assert_eq!(numeral::write(figure, Style::Plain)?, "三万四千");
//! assert_eq!(numeral::write(figure, Style::Financial)?, "叁万肆仟");
//! assert_eq!(numeral::write(figure, Style::Mixed)?, "3.4万");
//! # Ok::<(), zhecon::Error>(())
//! ```
//!
//! What is read: 一百二十, 壹佰贰拾, 二〇二四, 12,300, 3万4000, 1亿2千万, 十二点五, 廿三, 两千六, 三分之一, 负三; units nest to 10^28.

mod arabic_run;
mod characters;
mod exact;
mod figure;
mod fraction;
mod read;
mod write;

pub use figure::Figure;
pub use write::{Style, write};

pub(crate) use characters::{Sign, arabic, is_space, sign, skip_spaces};
pub(crate) use exact::Exact;
pub(crate) use fraction::{Fraction, read as read_fraction, read_from as read_fraction_from};
pub(crate) use read::{Numeral, Shape, read};

/// The numeral 半 from byte `start` to `end`.
pub(crate) fn half(start: usize, end: usize) -> Numeral {
    let half = Exact::whole(5).tenth();
    Numeral { start, end, negative: false, value: Some((half, half)), shape: Shape::Exact, bare: false, arabic: false, big: 0, small: 0 }
}
