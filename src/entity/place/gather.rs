//! Which words of the text are place names.

use super::crossing;
use super::words::{
    DIRECTIONS, FACILITIES, FALSE_FRIENDS, FEATURES, LETTER_TAILS, LETTERS, LONG_WORDS, NEVER_SHORT, NO_STREETS, SAYING, SOFT_LETTERS, STREETS, TAILS,
};
use crate::context::Context;
use crate::entity::edge;
use crate::lexicon::{Entry, Hit};
use crate::offsets::Offsets;
use crate::span::Span;
use crate::word_table::words;

/// A word that names a place.
#[derive(Clone, Debug)]
pub(super) struct Found<'l> {
    pub(super) span: Span,
    pub(super) sense: Sense<'l>,
}

impl Found<'_> {
    /// Whether a division of China is meant.
    fn is_division(&self) -> bool {
        matches!(self.sense, Sense::Named { hits, .. } if hits.iter().any(|hit| matches!(hit.entry, Entry::Division(_))))
    }
}

/// What the word may be.
#[derive(Clone, Debug)]
pub(super) enum Sense<'l> {
    /// Meanings of one word of the lexicon.
    Named {
        /// Every meaning that is a place.
        hits: &'l [Hit<'l>],
        /// Whether no meaning is believed without evidence.
        ambiguous: bool,
    },
    /// Abbreviations of one character in a row, with their codes.
    Letters(Vec<&'l str>),
}

fn is_place(hit: &Hit<'_>) -> bool {
    matches!(hit.entry, Entry::Division(_) | Entry::Region(_) | Entry::Country { .. } | Entry::City { .. })
}

/// How strong a claim a word has where it crosses another: 其|中山|东 gives way to 山东.
fn rank(hits: &[Hit<'_>]) -> u8 {
    let strength = |hit: &Hit<'_>| match hit.entry {
        _ if hit.ambiguous => 1,
        Entry::Division(division) if division.level == "province" => 5,
        Entry::Country { .. } => 5,
        Entry::City { .. } => 3,
        Entry::Division(division) if division.full => 4,
        Entry::Division(division) if division.level == "prefecture" => 3,
        Entry::Region(_) => 3,
        _ => 2,
    };
    hits.iter().filter(|hit| is_place(hit)).map(strength).max().unwrap_or_default()
}

/// The place names of the text in order, none crossing another.
pub(super) fn gather<'l>(context: &'l Context<'l>) -> Vec<Found<'l>> {
    let mut found: Vec<Found<'l>> = Vec::new();
    let mut zone = Span::new(0, 0); // the last zone by its name in the lists
    let mut covered = 0; // the end of the last longer name of another kind
    let mut rest = context.hits;
    while let Some(first) = rest.first() {
        let same = rest.iter().take_while(|hit| hit.span == first.span).count();
        let (here, after) = rest.split_at(same);
        rest = after;
        let span = first.span;
        let placed = here.iter().any(is_place);
        // 中国|电影票房: a firm that is called by its country covers the country only where it is read as a firm
        if !placed && names_a_company(here) && !span.of(context.text).starts_with("中国") {
            covered = covered.max(span.end);
        }
        if here.iter().any(|hit| !hit.ambiguous && matches!(hit.entry, Entry::Zone(_))) && span.end > zone.end {
            zone = span;
        }
        if span.end <= covered || !placed {
            continue;
        }
        // Inside the name of a zone only its opening is read as a place: 雄|安新|区.
        if zone.start < span.start && span.start < zone.end && !span.of(context.text).ends_with(['市', '县', '区']) {
            continue;
        }
        if context.text.get(span.start..span.end).is_some_and(|word| word.chars().nth(1).is_none()) {
            continue; // letters are read in rows
        }
        let Some((mut span, here)) = trim(context, span, here) else { continue };
        if here.iter().any(|hit| matches!(hit.entry, Entry::Region(_))) {
            // 地区 belongs to the sentence, not to the name: 长三角|地区.
            let shorter = span.of(context.text).trim_end_matches("地区").len();
            span.end = span.start + if shorter > 3 { shorter } else { span.len() };
        }
        if is_false_friend(context.text, span) || is_crossed(context, span, here) {
            continue;
        }
        if stands_in_another_name(context, span, here) {
            covered = covered.max(span.end); // and no shorter name at its start either
            continue;
        }
        let overlaps = |last: &Found<'_>| last.span.overlaps(span);
        if let Some(last) = found.last().filter(|last| overlaps(last)) {
            let Sense::Named { hits, .. } = &last.sense else { continue };
            let weaker = (rank(here), span.len()) <= (rank(hits), last.span.len());
            if last.span.contains(span) || weaker {
                continue;
            }
            found.pop();
        }
        covered = covered.max(first.span.end.min(span.end + "地区".len()).max(span.end));
        let ambiguous = here.iter().filter(|hit| is_place(hit)).all(|hit| hit.ambiguous);
        found.push(Found { span, sense: Sense::Named { hits: here, ambiguous } });
    }
    let divisions = found.iter().filter(|found| found.is_division()).map(|found| (found.span.end, ()));
    let divisions = Offsets::of(context.text.len(), divisions);
    found.retain(|found| !is_a_bound(context.text, found) && !is_a_person(context, found) && !is_a_direction(context.text, found, &divisions));
    letters(context, &mut found);
    found
}

/// A listed company by a name that cannot be mistaken: 宁德时代 holds no place; 宁波港 may be the port.
fn names_a_company(hits: &[Hit<'_>]) -> bool {
    hits.iter().any(|hit| !hit.ambiguous && hit.span.len() >= 12 && matches!(hit.entry, Entry::Company(_)))
}

/// Gives the ending of the name back to the word after it, where it belongs there: 北京|市场.
fn trim<'l>(context: &'l Context<'l>, span: Span, here: &'l [Hit<'l>]) -> Option<(Span, &'l [Hit<'l>])> {
    let after = context.text.get(span.end..).unwrap_or_default();
    let mut characters = after.chars();
    let (next, second) = (characters.next(), characters.next());
    let last = span.of(context.text).chars().next_back()?;
    let taken = TAILS.iter().any(|(ending, heads)| {
        *ending == last && next.is_some_and(|next| heads.contains(next) && (next != '长' || !second.is_some_and(|c| LONG_WORDS.contains(c))))
    });
    // 福建|省委副书记, 长春|市委书记: as before 省长 and 市长
    let posts = words!["书记", "副书记", "常委", "委员", "秘书长", "副秘书长"];
    let seat = matches!(last, '省' | '市' | '县' | '州' | '旗')
        && after.strip_prefix('委').is_some_and(|post| posts.begin(post) && !post.starts_with("常委会"));
    // 龙岩市|长汀县: no head of it stands there
    let mut begun = edge::starting_at(context.hits, span.end, context.text.len());
    let other = next == Some('长') && begun.any(|hit| matches!(hit.entry, Entry::Division(division) if division.full));
    let taken = (taken || seat) && !other;
    // 海东市|民营企业, 海东市|民间投资: no 市民 stands there
    let folk = last == '市' && next == Some('民') && second.is_some_and(|c| "营间政用族宿办".contains(c));
    // 市区: 临沂市区 but not 临沂市区域; 昌平区|位于 but 昌平|区位.
    if !taken || folk || words!["位于", "位居", "位列"].begin(after) || (next == Some('区') && second == Some('域')) || after.starts_with("面上")
    {
        return Some((span, here));
    }
    let shorter = Span::new(span.start, span.end - last.len_utf8());
    let from =
        context.hits.partition_point(|hit| (hit.span.start, std::cmp::Reverse(hit.span.end)) < (shorter.start, std::cmp::Reverse(shorter.end)));
    let same: usize = context.hits.get(from..)?.iter().take_while(|hit| hit.span == shorter).count();
    let hits = context.hits.get(from..from + same)?;
    hits.iter().any(is_place).then_some((shorter, hits))
}

/// Words that only look like the name: 近日|本报, 三明治.
fn is_false_friend(text: &str, span: Span) -> bool {
    let word = span.of(text);
    let (before, next) = neighbours(text, span);
    NEVER_SHORT.hold(word)
        || FALSE_FRIENDS.beginning(word).any(|(friend, left, right)| {
            friend.len() == word.len() && (before.is_some_and(|c| left.contains(c)) || next.is_some_and(|c| right.contains(c)))
        })
}

fn neighbours(text: &str, span: Span) -> (Option<char>, Option<char>) {
    let before = text.get(..span.start).and_then(|before| before.chars().next_back());
    (before, text.get(span.end..).and_then(|after| after.chars().next()))
}

/// A name of two characters across the edges of common words: 韧性和|安全, 投|资|兴业; or a person's: ，赵|无极.
fn is_crossed(context: &Context<'_>, span: Span, hits: &[Hit<'_>]) -> bool {
    let text = context.text;
    let mut word = span.of(text).chars();
    let (Some(first), Some(last), None) = (word.next(), word.next(), word.next()) else { return false };
    let province = |hit: &Hit<'_>| matches!(hit.entry, Entry::Division(division) if division.level == "province");
    if hits.iter().any(province) {
        return false;
    }
    // Beside another name the edge is sure: 河北新乐, 江苏兴化.
    let named = |hit: &Hit<'_>| hit.span.end == span.start && is_place(hit) && hit.span.len() > 3;
    let from = context.hits.partition_point(|hit| hit.span.start + 30 < span.start);
    if context.hits.get(from..).unwrap_or_default().iter().take_while(|hit| hit.span.start < span.start).any(named) {
        return false;
    }
    let (before, next) = neighbours(text, span);
    let right = next.and_then(|next| text.get(span.end - last.len_utf8()..span.end + next.len_utf8()));
    let left = before.and_then(|before| text.get(span.start - before.len_utf8()..span.start + first.len_utf8()));
    right.into_iter().chain(left).any(|word| crossing::WORDS.hold(word))
}

/// Streets, facilities and natural features that carry the name: 重庆路, 北京大学, 缙云山.
fn stands_in_another_name(context: &Context<'_>, span: Span, hits: &[Hit<'_>]) -> bool {
    let text = context.text;
    if span.of(text).ends_with(['市', '县', '省']) {
        return false;
    }
    let after = text.get(span.end..).unwrap_or_default();
    let bare = after.trim_start_matches(['东', '南', '西', '北', '中', '侧', '一', '二', '三', '四', '五', '六', '1', '2', '3']);
    if after.len() - bare.len() <= 6 && STREETS.begin(bare) && !NO_STREETS.begin(bare) {
        return true;
    }
    if FACILITIES.begin(after) {
        return true;
    }
    // A feature, unless its first character begins another name: 安徽|江苏.
    let short = hits.iter().filter(|hit| is_place(hit)).all(|hit| matches!(hit.entry, Entry::Division(d) if d.level != "province" && !d.full));
    // 松江区|中山街道: a subdistrict called like a city
    if short && after.starts_with("街道") && !after.starts_with("街道办") {
        return true;
    }
    let begins = |hit: &Hit<'_>| is_place(hit) && hit.span.len() > 3;
    let another = edge::starting_at(context.hits, span.end, text.len()).any(begins);
    // 嫩江|右岸: a town that is called like its river.
    let river = span.of(text).ends_with(['江', '河']) && words!["流域", "干流", "支流", "左岸", "右岸", "两岸", "水系", "上游", "下游"].begin(after);
    short && !another && (river || after.starts_with(|c| FEATURES.contains(c)))
}

/// 记者高阳, 高阳说: a county's short name that begins with a surname, where people stand.
fn is_a_person(context: &Context<'_>, found: &Found<'_>) -> bool {
    let Sense::Named { hits, .. } = &found.sense else { return false };
    let all = |level: &str| hits.iter().filter(|hit| is_place(hit)).all(|hit| matches!(hit.entry, Entry::Division(d) if d.level == level && !d.full));
    // A prefecture's short name opens a name of three characters: 总经理中山敬说.
    if all("prefecture") {
        let rest = context.text.get(found.span.end..).unwrap_or_default();
        let shift = rest.chars().next().map_or(0, char::len_utf8);
        let said = rest.get(shift..).is_some_and(|rest| SAYING.begin(rest));
        return said && is_titled(context, found.span.start);
    }
    let county = all("county");
    // 副行长刘|桂平: a surname between a title and the name.
    let from = context.hits.partition_point(|hit| hit.span.start + 6 < found.span.start);
    let compound = |hit: &&Hit<'_>| hit.span.end == found.span.start && matches!(hit.entry, Entry::Surname { .. });
    let before = context.hits.get(from..).unwrap_or_default().iter().take_while(|hit| hit.span.start < found.span.start).filter(compound);
    let character = context.text.get(..found.span.start).and_then(|before| before.char_indices().next_back());
    let single = character.filter(|(_, c)| context.lexicon.surname(*c).is_some());
    let mut led = single.into_iter().map(|(at, _)| at).chain(before.map(|hit| hit.span.start));
    if county && led.any(|at| is_titled(context, at)) {
        return true;
    }
    let short = found.span.len() <= 9;
    if !county || !short {
        return false;
    }
    if !context.opens_with_surname(found.span.start) {
        return false;
    }
    let after = context.text.get(found.span.end..).unwrap_or_default();
    if SAYING.begin(after) {
        return true;
    }
    is_titled(context, found.span.start)
}

/// Whether a title ends where the name starts; titles are short.
fn is_titled(context: &Context<'_>, at: usize) -> bool {
    edge::ending_at(context.hits, at, 24).any(|hit| matches!(hit.entry, Entry::Title { category } if category != "other"))
}

/// 东至西干渠,南至: where a site ends, and 拉萨河|南至.
fn is_a_bound(text: &str, found: &Found<'_>) -> bool {
    const REACH: usize = 40;
    let after = text.get(found.span.end..).unwrap_or_default();
    match found.span.of(text) {
        "东至" => {
            let end = after.char_indices().nth(REACH).map_or(after.len(), |(end, _)| end);
            words!["南至", "西至", "北至"].stand_in(after.get(..end).unwrap_or_default())
        }
        "河南" | "江南" => after.starts_with('至'),
        _ => false,
    }
}

/// 四川西南, 廊坊中部, 镇东北: a direction inside a place named before it; 中部区县: which of its parts.
fn is_a_direction(text: &str, found: &Found<'_>, divisions: &Offsets<()>) -> bool {
    let word = found.span.of(text);
    if !DIRECTIONS.hold(word) {
        return false;
    }
    let before = text.get(..found.span.start).and_then(|before| before.chars().next_back());
    let parts = words!["区县", "县区", "县市", "乡镇", "片区", "城区", "组团"].begin(text.get(found.span.end..).unwrap_or_default());
    parts || divisions.holds(found.span.start) || before.is_some_and(|c| "市县区镇村州省东南西北山河江湖海岛城国洲".contains(c))
}

/// Adds rows of abbreviations of one character.
fn letters<'l>(context: &'l Context<'l>, found: &mut Vec<Found<'l>>) {
    let mut rows: Vec<Found<'l>> = Vec::new();
    let mut codes: Vec<&'l str> = Vec::new();
    let (mut start, mut end, mut hard, mut soft) = (0, 0, 0, 0);
    let mut close = |codes: &mut Vec<&'l str>, start: usize, end: usize, hard: usize, soft: usize| {
        let after = context.text.get(end..).unwrap_or_default();
        let enough = codes.len() >= 2 && hard > 0 && (soft == 0 || codes.len() >= 3 || after.starts_with("两地"));
        if enough && codes.len() <= 6 && !LETTER_TAILS.begin(after) {
            rows.push(Found { span: Span::new(start, end), sense: Sense::Letters(std::mem::take(codes)) });
        }
        codes.clear();
    };
    let mut longest = 0; // the end of the longest word that starts at or before this character
    for hit in context.hits {
        let letter = if hit.span.len() <= 4 { hit.span.of(context.text).chars().next().filter(|c| c.len_utf8() == hit.span.len()) } else { None };
        let Some(letter) = letter else {
            // A word of the lexicon that covers letters takes them away: 辽宁, 苏宁.
            if matches!(hit.entry, Entry::Division(_) | Entry::Region(_) | Entry::Company(_) | Entry::Country { .. } | Entry::Zone(_)) {
                longest = longest.max(hit.span.end);
            }
            continue;
        };
        if hit.span.start < longest || (end == hit.span.end && start < end) {
            continue;
        }
        let code = match hit.entry {
            Entry::Division(division) => division.code,
            _ => continue,
        };
        let (is_hard, is_soft) = (LETTERS.holds(letter), SOFT_LETTERS.holds(letter));
        if !is_hard && !is_soft {
            continue;
        }
        if hit.span.start != end {
            close(&mut codes, start, end, hard, soft);
            (start, hard, soft) = (hit.span.start, 0, 0);
        }
        codes.push(code);
        end = hit.span.end;
        hard += usize::from(is_hard);
        soft += usize::from(is_soft);
    }
    close(&mut codes, start, end, hard, soft);
    if rows.is_empty() {
        return;
    }
    rows.retain(|row| {
        let next = found.partition_point(|other| other.span.end <= row.span.start);
        found.get(next).is_none_or(|other| other.span.start >= row.span.end)
    });
    found.extend(rows);
    found.sort_by_key(|found| found.span.start);
}
