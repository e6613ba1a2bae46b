//! Stock codes: what a bracket behind a firm's name says, and what is no name by itself.

use crate::span::Span;
use crate::word_table::words;

/// A stock code: 688999.SH, 00700.HK, SH688999, 股票代码：688999, NASDAQ:BIDU.
pub(super) fn read(inside: &str) -> Option<Span> {
    let markets = [".SH", ".SZ", ".BJ", ".HK", ".US", ".SS", ".O", ".N", ".sh", ".sz", ".hk"];
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in inside.char_indices() {
        if !c.is_ascii_digit() || inside.get(..at).unwrap_or_default().ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.') {
            continue;
        }
        let count = digits(inside.get(at..)?);
        let after = inside.get(at + count..)?;
        let market = markets.iter().find(|market| after.starts_with(**market));
        let before = inside.get(..at)?;
        let label = before.trim_end_matches(['：', ':', ' ']);
        let told = words!["代码", "SH", "SZ", "HK", "HKEX", "A股", "股票"].end(label);
        if (4..=6).contains(&count) && (market.is_some() || told && count >= 5) {
            return Some(Span::new(at, at + count + market.map_or(0, |market| market.len())));
        }
    }
    None
}

/// Whether the words are a stock code and nothing else: no firm is called so.
pub(super) fn is_one(words: &str) -> bool {
    read(words) == Some(Span::new(0, words.len()))
}
