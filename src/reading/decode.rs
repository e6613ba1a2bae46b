//! Bytes to text: UTF-8 and UTF-16 by themselves, GB18030/GBK and Big5 with the feature `encoding`.

use super::Diagnostic;
use crate::limits::LOSSES;
use crate::span::Span;

/// A decoded text and what could not be decoded.
pub(crate) struct Decoded {
    pub(crate) text: String,
    pub(crate) losses: Vec<Diagnostic>,
}

/// Decodes by byte-order mark, then as UTF-8 if that is what the bytes are, then by the likeliest legacy encoding. Bytes that are no text are one loss.
pub(crate) fn decode(bytes: &[u8]) -> Decoded {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest, 3),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        _ if is_utf8(bytes) => utf8(bytes, 0),
        _ if is_binary(bytes) => {
            let mut decoded = Decoded::with_capacity(char::REPLACEMENT_CHARACTER.len_utf8());
            decoded.lose(0, bytes.len());
            decoded
        }
        _ => legacy(bytes),
    }
}

/// Whether the bytes are UTF-8 in the main.
///
/// A few ill-formed bytes in what is otherwise UTF-8 are damage, not another encoding. Chinese in UTF-8 has three bytes of a fixed form for every
/// character; the pairs of GBK and Big5 hit the two-byte form of UTF-8 one time in six, but the three-byte form hardly ever, so only that counts.
fn is_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken, mut last, mut cut) = (0, 0, 0, false);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().map(char::len_utf8).filter(|length| *length > 2).sum::<usize>();
        (last, cut) = (chunk.invalid().len(), is_cut_off(chunk.invalid()));
        broken += last;
    }
    // A text cut off inside its last character is whole up to there.
    broken == 0 || sound >= 2 * broken || sound > 0 && broken == last && cut
}

/// Whether an ill-formed sequence is the beginning of a well-formed one.
fn is_cut_off(sequence: &[u8]) -> bool {
    matches!(sequence, [0xC2..=0xDF] | [0xE0..=0xEF] | [0xE0..=0xEF, _] | [0xF0..=0xF4, ..])
}

/// Whether the bytes are no text: more than one in twenty is a control character that no text has.
fn is_binary(bytes: &[u8]) -> bool {
    bytes.iter().filter(|byte| matches!(byte, 0..=8 | 14..=26 | 28..=31)).count() * 20 > bytes.len()
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
        if self.losses.len() < LOSSES {
            let reading = char::REPLACEMENT_CHARACTER.to_string();
            self.losses.push(Diagnostic { kind: "decode".into(), span, reading, certainty: 0, bytes: Some(bytes) });
        } else if let Some(last) = self.losses.last_mut() {
            last.span.end = span.end;
            last.bytes = last.bytes.map(|first| Span::new(first.start, bytes.end));
        }
    }
}

/// The text in a legacy encoding; without the feature `encoding` what is ill-formed in UTF-8 is lost.
#[cfg(not(feature = "encoding"))]
fn legacy(bytes: &[u8]) -> Decoded {
    utf8(bytes, 0)
}

/// The text in a legacy encoding.
#[cfg(feature = "encoding")]
fn legacy(bytes: &[u8]) -> Decoded {
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, chardetng::Utf8Detection::Deny);
    // GB18030 holds all of GBK and GB2312. What is guessed to be no Chinese encoding is read as GB18030 too: the texts are Chinese.
    by(if guess == encoding_rs::BIG5 { guess } else { encoding_rs::GB18030 }, bytes)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn lost(decoded: &Decoded) -> Vec<(usize, usize)> {
        decoded.losses.iter().filter_map(|loss| loss.bytes).map(|bytes| (bytes.start, bytes.end)).collect()
    }

    #[test]
    fn unicode_is_taken_by_its_mark() {
        let text = "临江新区,总投资3亿元";
        for little in [true, false] {
            let mut bytes = if little { vec![0xFF, 0xFE] } else { vec![0xFE, 0xFF] };
            bytes.extend(text.encode_utf16().flat_map(|unit| if little { unit.to_le_bytes() } else { unit.to_be_bytes() }));
            assert_eq!(decode(&bytes).text, text);
            bytes.extend([0xD8]);
            assert_eq!(decode(&bytes).text, format!("{text}\u{FFFD}"));
            assert_eq!(lost(&decode(&bytes)), [(bytes.len() - 1, bytes.len())]);
        }
        assert_eq!(decode(format!("\u{FEFF}{text}").as_bytes()).text, text);
    }

    #[test]
    fn a_lone_surrogate_is_lost_alone() {
        let decoded = decode(&[0xFF, 0xFE, b'a', 0, 0x00, 0xD8, b'b', 0]);
        assert_eq!((decoded.text.as_str(), lost(&decoded)), ("a\u{FFFD}b", vec![(4, 6)]));
    }

    #[test]
    fn damaged_utf8_stays_utf8() {
        let mut bytes = "签约项目12个。".as_bytes().to_vec();
        bytes[4] = b'?';
        let decoded = decode(&bytes);
        assert_eq!(decoded.text, "签\u{FFFD}?\u{FFFD}项目12个。");
        assert_eq!(lost(&decoded), [(3, 4), (5, 6)]);
        assert_eq!(decode(&"亿元".as_bytes()[..5]).text, "亿\u{FFFD}");
    }

    #[test]
    fn a_flood_of_losses_is_listed_once() {
        let decoded = utf8(&[0xFF; 5000], 0);
        assert_eq!(decoded.losses.len(), LOSSES);
        assert_eq!(decoded.losses[LOSSES - 1].bytes, Some(Span::new(LOSSES - 1, 5000)));
        assert_eq!(decoded.losses[LOSSES - 1].span.end, decoded.text.len());
    }

    #[cfg(feature = "encoding")]
    #[test]
    fn legacy_encodings_are_told_apart() {
        let simplified = "临江新区今年上半年新签约项目61个,合同总投资额298亿元,其中先进制造业项目23个。";
        let (bytes, ..) = encoding_rs::GB18030.encode(simplified);
        assert_eq!(decode(&bytes).text, simplified);
        let traditional = "臨江新區今年上半年新簽約項目61個,合同總投資額298億元,其中先進製造業項目23個。";
        let (bytes, ..) = encoding_rs::BIG5.encode(traditional);
        assert_eq!(decode(&bytes).text, traditional);
        let (bytes, ..) = encoding_rs::GBK.encode(traditional);
        assert_eq!(decode(&bytes).text, traditional);
        let (bytes, ..) = encoding_rs::GB18030.encode("㑇㭎𠀀总投资3亿元的项目签约落地");
        assert_eq!(decode(&bytes).text, "㑇㭎𠀀总投资3亿元的项目签约落地");
    }

    #[cfg(feature = "encoding")]
    #[test]
    fn bytes_lost_in_gbk_are_told_with_their_place() {
        let (bytes, ..) = encoding_rs::GBK.encode("新签约项目61个");
        let mut bytes = bytes.into_owned();
        bytes.insert(4, 0xFF);
        let decoded = decode(&bytes);
        assert_eq!(decoded.text, "新签\u{FFFD}约项目61个");
        assert_eq!(lost(&decoded), [(4, 5)]);
        assert_eq!(decoded.losses[0].span.of(&decoded.text), "\u{FFFD}");
    }

    #[test]
    fn a_binary_file_is_one_loss() {
        let bytes: Vec<u8> = (0..4096_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        let decoded = decode(&bytes);
        assert_eq!((decoded.text.as_str(), lost(&decoded)), ("\u{FFFD}", vec![(0, 4096)]));
    }
}
