//! Bytes to text: UTF-8 and UTF-16 by themselves, GB18030/GBK and Big5 with the feature `encoding`.

use super::Diagnostic;
use crate::span::Span;

/// A decoded text and what could not be decoded.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) losses: Vec<Diagnostic>,
}

/// How many losses are listed one by one. Beyond that the input is not a text, and the last entry stands for all that follow.
const LISTED: usize = 1000;

/// Decodes by byte-order mark, then as UTF-8 if that is what the bytes are, then by the likeliest legacy encoding.
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, 3),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ => legacy(bytes).unwrap_or_else(|| utf8(bytes, 0)),
    }
}

/// UTF-8; every ill-formed sequence becomes U+FFFD. `before` bytes stand before these in the file.
fn utf8(bytes: &[u8], before: usize) -> Decoded {
    let mut decoded = Decoded::with_capacity(bytes.len());
    let mut at = before;
    for chunk in bytes.utf8_chunks() {
        decoded.text.push_str(chunk.valid());
        at += chunk.valid().len();
        if !chunk.invalid().is_empty() {
            decoded.lose(at, chunk.invalid().len());
            at += chunk.invalid().len();
        }
    }
    decoded
}

/// UTF-16 behind a byte-order mark; lone surrogates and an odd last byte become U+FFFD.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Decoded {
    let mut decoded = Decoded::with_capacity(bytes.len());
    let units = bytes.chunks_exact(2).map(|pair| match pair {
        [a, b] => unit([*a, *b]),
        _ => 0,
    });
    let mut at = 2;
    for character in char::decode_utf16(units) {
        match character {
            Ok(character) => {
                decoded.text.push(character);
                at += 2 * character.len_utf16();
            }
            Err(_) => {
                decoded.lose(at, 2);
                at += 2;
            }
        }
    }
    if bytes.len() % 2 == 1 {
        decoded.lose(at, 1);
    }
    decoded
}

impl Decoded {
    fn with_capacity(capacity: usize) -> Self {
        Self { text: String::with_capacity(capacity), losses: Vec::new() }
    }

    /// Puts U+FFFD for the `length` bytes at byte `at` of the file, and says so.
    fn lose(&mut self, at: usize, length: usize) {
        let start = self.text.len();
        self.text.push(char::REPLACEMENT_CHARACTER);
        let span = Span::new(start, self.text.len());
        let bytes = Span::new(at, at + length);
        if self.losses.len() < LISTED {
            let reading = char::REPLACEMENT_CHARACTER.to_string();
            self.losses.push(Diagnostic { kind: "decode".into(), span, reading, certainty: 0, bytes: Some(bytes) });
        } else if let Some(last) = self.losses.last_mut() {
            last.span.end = span.end;
            last.bytes = last.bytes.map(|first| Span::new(first.start, bytes.end));
        }
    }
}

/// The text in a legacy encoding, if the bytes are no UTF-8 and the feature is there.
#[cfg(not(feature = "encoding"))]
fn legacy(_: &[u8]) -> Option<Decoded> {
    None
}

/// The text in a legacy encoding, if the bytes are no UTF-8.
///
/// A few ill-formed bytes in what is otherwise UTF-8 are damage, not another encoding: Chinese in UTF-8 has three bytes of a fixed form for every
/// character, and text in GBK or Big5 that happens to have that form does not occur beyond a few characters.
#[cfg(feature = "encoding")]
fn legacy(bytes: &[u8]) -> Option<Decoded> {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().bytes().filter(|byte| !byte.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    if broken == 0 || sound >= 8 * broken {
        return None;
    }
    // A truncated or short text can have more broken than sound bytes and be in no encoding at all: control characters tell a binary file.
    if bytes.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count() * 20 > bytes.len() {
        return None;
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"cn"), chardetng::Utf8Detection::Deny);
    // GB18030 holds all of GBK and GB2312. What is guessed to be no Chinese encoding is read as GB18030 too: the texts are Chinese.
    let encoding = if guess == encoding_rs::BIG5 { guess } else { encoding_rs::GB18030 };
    Some(by(encoding, bytes))
}

#[cfg(feature = "encoding")]
fn by(encoding: &'static encoding_rs::Encoding, bytes: &[u8]) -> Decoded {
    use encoding_rs::DecoderResult;

    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut decoded = Decoded::with_capacity(bytes.len() + bytes.len() / 2);
    let mut at = 0;
    loop {
        let rest = bytes.get(at..).unwrap_or_default();
        let room = decoder.max_utf8_buffer_length_without_replacement(rest.len()).unwrap_or(rest.len() * 3);
        decoded.text.reserve(room);
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut decoded.text, true);
        at += read;
        match result {
            DecoderResult::InputEmpty => return decoded,
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(length, behind) => {
                let (length, behind) = (usize::from(length), usize::from(behind));
                decoded.lose(at.saturating_sub(length + behind), length);
            }
        }
    }
}
