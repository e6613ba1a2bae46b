//! Signs that stand for others: `?` for a space, `&nbsp;` for what it names, 己 for 已, a comma that is no sign of its own.

use super::script::line_around;
use crate::word_table::Words;

/// Words that make a clause a question.
static QUESTIONS: Words<&str> = Words::of(&[
    "吗",
    "嗎",
    "呢",
    "么",
    "麼",
    "何",
    "谁",
    "誰",
    "哪",
    "几",
    "幾",
    "多少",
    "怎",
    "是否",
    "能否",
    "可否",
    "难道",
    "難道",
    "为啥",
    "為啥",
    "吧",
    "还是",
    "還是",
    "会不会",
    "會不會",
    "是不是",
    "能不能",
    "有没有",
    "有沒有",
    "要不要",
    "啥",
    "啊",
    "多大",
    "多久",
    "多长",
    "多長",
    "多远",
    "多遠",
    "与否",
    "與否",
    "可知",
    "不成",
    "敢问",
    "岂",
]);
/// Words behind which a page puts a wide space.
static LABELS: Words<&str> = Words::of(&[
    "记者",
    "記者",
    "通讯员",
    "通訊員",
    "编者按",
    "編者按",
    "作者",
    "编辑",
    "編輯",
    "见习记者",
    "本报讯",
    "本報訊",
    "导读",
    "導讀",
    "核心提示",
    "来源",
    "來源",
    "摄影",
    "攝影",
    "文",
    "图",
    "圖",
    "责编",
    "責編",
    "审核",
    "審核",
    "中新网",
    "中新網",
    "新华社",
    "新華社",
    "讯",
    "訊",
]);
/// A heading or a line of names is no longer than this, in characters.
const HEADING: usize = 40;

/// Whether the `?` at byte `at` stands for a wide space that an encoding did not have.
pub(super) fn is_space(text: &str, at: usize) -> bool {
    let line = line_around_bounded(text, at);
    let (Some(left), Some(right)) = (text.get(line.0..at), text.get(at + 1..line.1)) else { return false };
    let left_end = left.trim_end_matches('?');
    if left_end.trim().is_empty() {
        // An indent, or a line of nothing else.
        return right.trim_matches(['?', ' ', '\r']).chars().next().is_none_or(|next| !next.is_ascii_punctuation());
    }
    let (before, behind) = (left_end.chars().next_back(), right.trim_start_matches('?').chars().next());
    let solid =
        |character: Option<char>| character.is_some_and(|character| ('\u{3400}'..='\u{9FFF}').contains(&character) || "“”‘’《》".contains(character));
    // 。 ????記者: the indent of a paragraph whose line break is gone.
    let several = left.len() - left_end.len() + right.len() - right.trim_start_matches('?').len() > 0;
    if several && left_end.ends_with(['。', ' ', '\u{3000}']) && solid(behind) {
        return true;
    }
    if !solid(before) || !(solid(behind) || behind.is_some_and(|next| next.is_ascii_digit())) {
        return false;
    }
    let clause = left.rsplit(['。', '!', '！', ';', '；']).next().unwrap_or_default();
    if QUESTIONS.stand_in(clause) {
        return false;
    }
    let word = clause.rsplit(['?', ' ', '\u{3000}', '(', '（', '|']).next().unwrap_or_default();
    if LABELS.end(word) {
        return true;
    }
    if !solid(behind) {
        return false;
    }
    let sentence = ['。', '，', ',', ';', '；'].iter().any(|sign| left.contains(*sign) || right.contains(*sign));
    !sentence && left.chars().count() + right.chars().count() <= HEADING
}

/// The line around a byte, as far as a heading may reach.
fn line_around_bounded(text: &str, at: usize) -> (usize, usize) {
    let (mut start, mut end) = (at.saturating_sub(4 * HEADING), (at + 4 * HEADING).min(text.len()));
    while !text.is_char_boundary(start) {
        start += 1;
    }
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let near = text.get(start..end).unwrap_or_default();
    let line = line_around(near, at - start);
    (start + line.start, start + line.end)
}

/// Whether the comma at byte `at` stands between words and another sign: 市齡僅有9年,。
pub(super) fn is_before_sign(text: &str, at: usize) -> bool {
    let worded = |before: char| before.is_alphanumeric() || matches!(before, '”' | '》' | ')' | '）' | '%' | '％');
    let Some((before, rest)) = text.split_at_checked(at) else { return false };
    let mut behind = rest.chars().skip(1);
    let sign = behind.next().is_some_and(|next| match next {
        ',' | '，' | '。' | '、' | '；' | '：' | '！' | '？' => true,
        // ?；: a full stop, cut in two
        '?' => behind.next().is_some_and(|cut| matches!(cut, ';' | ':' | '!' | '\u{FF01}'..='\u{FF5E}')),
        _ => false,
    });
    before.ends_with(worded) && sign
}

/// Whether the blank at byte `at` stands between a word and the sign that closes it, 项目 、, or inside a decimal, 12 .5.
pub(super) fn is_stray_blank(text: &str, at: usize) -> bool {
    let worded = |before: char| ('\u{4E00}'..='\u{9FFF}').contains(&before) || matches!(before, '”' | '》' | ')' | '）' | '%' | '％');
    let Some((before, rest)) = text.split_at_checked(at) else { return false };
    let mut behind = rest.chars().skip(1);
    let is_digit = |character: char| character.is_ascii_digit();
    if before.ends_with(is_digit) && rest.strip_prefix(" .").is_some_and(|behind| behind.starts_with(is_digit)) {
        return true;
    }
    let closed = behind.next().is_some_and(|sign| matches!(sign, ',' | '，' | '。' | '、' | '；' | '：'));
    before.ends_with(worded) && closed && behind.next().is_none_or(|next| !matches!(next, ' ' | '\u{3000}' | ',' | '，' | '、'))
}

/// Whether a page has a comma put before its signs, as some that copy others do: more than one is no slip, and nothing but commas in a row are the
/// empty cells of a table.
pub(super) fn doubles_commas(text: &str) -> bool {
    let (mut doubled, mut stops, mut commas) = (0, 0, 0);
    for (at, _) in text.match_indices(',') {
        commas += 1;
        if is_before_sign(text, at) {
            doubled += 1;
            stops += usize::from(text.as_bytes().get(at + 1) != Some(&b','));
        }
    }
    doubled >= FEWEST_DOUBLED && stops >= FEWEST_STOPS && doubled * 4 >= commas
}

/// So many commas before signs are no slip, so many of them before other signs no table.
const FEWEST_DOUBLED: usize = 3;
const FEWEST_STOPS: usize = 2;

/// What is done already: 己 before one of these is 已.
static DONE: Words<&str> = Words::of(&[
    "签约", "完成", "建成", "开工", "投产", "竣工", "达到", "经", "成为", "累计", "到位", "落户", "形成", "入驻", "实现", "通过", "投入", "取得",
    "超过", "突破", "连续", "全部", "基本", "开始", "建立", "引进", "启动",
]);

/// What 己 belongs to: 自己, 知己, 克己, 利己, 异己.
const SELVES: &[char] = &['自', '知', '克', '利', '异', '律', '体', '舍', '私', '为', '由', '推', '损'];

/// The character that was meant where its likeness at byte `at` makes no word: 己签约, 2.1个百多点.
pub(super) fn slip(text: &str, at: usize) -> Option<char> {
    let (before, rest) = text.split_at_checked(at)?;
    match rest.chars().next()? {
        '己' => (!before.ends_with(SELVES) && rest.strip_prefix('己').is_some_and(|behind| DONE.begin(behind))).then_some('已'),
        '多' => (before.ends_with("个百") && rest.starts_with("多点")).then_some('分'),
        zero @ ('O' | '0' | 'Ｏ' | '０') => is_in_year(before, rest.get(zero.len_utf8()..)?).then_some('〇'),
        // 陜, of a county that is gone, looks like 陝 and stands for it in 陝西, 陝北.
        '陜' => Some('陕'),
        _ => None,
    }
}

/// Whether what stands between two texts is a figure of a year, digit by digit: 二O二三年.
fn is_in_year(before: &str, behind: &str) -> bool {
    let is_figure = |character: &char| "〇零一二三四五六七八九".contains(*character);
    let left = before.chars().rev().take(4).take_while(is_figure).count();
    let right = behind.chars().take(4).take_while(is_figure).count();
    left > 0 && left + 1 + right == 4 && behind.chars().nth(right) == Some('年')
}

/// The characters that pages write as names.
static NAMED: Words<(&str, char)> = Words::of_pairs(&[
    ("nbsp", ' '),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("middot", '·'),
    ("bull", '•'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("hellip", '…'),
    ("times", '×'),
    ("permil", '‰'),
    ("yen", '¥'),
    ("copy", '©'),
]);

/// The character that `&nbsp;` or `&#160;` at byte `at` stands for, and where it ends.
pub(super) fn entity(text: &str, at: usize) -> Option<(char, usize)> {
    let rest = text.get(at + 1..)?;
    let length = rest.bytes().take(9).position(|byte| byte == b';')?;
    let name = rest.get(..length)?;
    let end = at + length + 2;
    if let Some((_, character)) = NAMED.iter().find(|(known, _)| *known == name) {
        return Some((*character, end));
    }
    let number = name.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) if digits.bytes().all(|digit| digit.is_ascii_hexdigit()) => u32::from_str_radix(digits, 16).ok()?,
        None if number.bytes().all(|digit| digit.is_ascii_digit()) => number.parse().ok()?,
        _ => return None,
    };
    let character = char::from_u32(code).filter(|character| !character.is_control())?;
    Some((if character == '\u{A0}' { ' ' } else { character }, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_mark_for_a_wide_space() {
        for text in [
            "记者?李川",
            "編者按?為全面落實精神,今年以來,",
            "精准招商?助推高质量发展\n今年",
            "全?文",
            "?",
            "  ?\n",
            "?近日,该区招商。",
            "6月。 ????记者了解到,",
        ] {
            assert!(is_space(text, text.find('?').unwrap()), "{text}");
        }
    }

    #[test]
    fn a_question_stays_one() {
        for text in ["如何做好招商引资“后半篇文章”?于昭表示", "项目从何而来?靠的是招商。", "准备好了吗?我们", "A?B", "12?项", "url?id=3"]
        {
            assert!(!is_space(text, text.find('?').unwrap()), "{text}");
        }
    }

    #[test]
    fn a_likeness_is_read_where_it_makes_no_word() {
        for (text, meant) in [("全县己签约项目11个", '已'), ("项目己建成投产", '已'), ("提高2.1个百多点", '分'), ("甘肅、陜西两地", '陕')]
        {
            assert_eq!(slip(text, text.find(['己', '多', '陜']).unwrap()), Some(meant), "{text}");
        }
        for text in ["二O二三年五月", "二〇二０年", "二0一八年"] {
            assert_eq!(slip(text, text.find(['O', '0', '０']).unwrap()), Some('〇'), "{text}");
        }
        for text in ["共0一三四年", "二O二三万", "A股O年"] {
            assert_eq!(slip(text, text.find(['O', '0']).unwrap()), None, "{text}");
        }
        for text in ["自己签约", "知己经年", "己方代表", "一百多点", "己所不欲"] {
            assert_eq!(slip(text, text.find(['己', '多']).unwrap()), None, "{text}");
        }
    }

    #[test]
    fn entities() {
        assert_eq!(entity("&nbsp;文", 0), Some((' ', 6)));
        assert_eq!(entity("&#160;", 0), Some((' ', 6)));
        assert_eq!(entity("&#x201C;", 0), Some(('“', 8)));
        for text in ["&", "&;", "&nbsp", "R&D;", "&#;", "&#xD800;", "&#+65;", "&unknown;"] {
            assert_eq!(entity(text, text.find('&').unwrap()), None, "{text}");
        }
    }
}
