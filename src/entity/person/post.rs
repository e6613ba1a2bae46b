//! The posts named before a person: 望川镇党委书记、临江经开区管委会副主任李川.

use super::scene::{Scene, is_han};
use super::words::{BREAKERS, CROWD, DEPARTMENTS, GOVERNMENTS, LEADERS, ORGANS, ROLE_OPENERS, SEATED_IN_GOVERNMENT, SEATS};
use crate::entity::Kind;
use crate::span::Span;
use crate::word_table::words;

/// Posts as written beside a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Post {
    pub(super) role: Option<String>,
    pub(super) affiliation: Option<String>,
    /// Where the words stand.
    pub(super) evidence: Vec<Span>,
}

struct Single {
    start: usize,
    role: Span,
    house: Option<Span>,
}

/// How many words tell what a department is for at most: 安全质量部.
const MOST_DEPARTMENTS: usize = 2;

/// How many characters of a department may stand between a house and a title.
const DEPARTMENT: usize = 12;

/// The posts whose words end at `at`.
pub(super) fn before(scene: &Scene<'_>, at: usize) -> Option<Post> {
    let mut posts = vec![owned(scene, single(scene, at)?)];
    while let Some(start) = posts.last().map(|post| post.start) {
        let behind = scene.behind(start);
        let Some(joint) = words!["、", "兼任", "兼", "；", ";"].ending(behind).next() else { break };
        let Some(earlier) = single(scene, start - joint.len()) else { break };
        if CROWD.hold(earlier.role.of(scene.text).trim_start_matches("项目")) {
            break; // 项目代表、总经理: many stand before the post
        }
        posts.push(owned(scene, earlier));
        if posts.len() > 6 {
            break;
        }
    }
    posts.reverse();
    Some(joined(scene, &posts))
}

/// 蓝湾科技有限公司|望川|项目负责人: a place behind a firm tells where the post is, the house is the firm.
fn owned(scene: &Scene<'_>, mut post: Single) -> Single {
    let Some(mut place) = post.house else { return post };
    // 蓝湾药业(002566)|董事长: the code is no part of the house
    let code = place.of(scene.text).trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, ')' | '）'));
    if code.len() < place.len() && code.ends_with(['(', '（']) {
        place.end = place.start + code.trim_end_matches(['(', '（']).len();
        post.house = Some(place);
        return post;
    }
    let placed = |end: usize| scene.house_before.get(end).copied().filter(|(start, _)| *start < end);
    if let (Some((start, Kind::Place)), Some((firm, Kind::Company))) = (placed(place.end), placed(place.start)) {
        if start == place.start {
            post.house = Some(Span::new(firm, place.start));
            post.start = firm;
        }
    }
    post
}

/// Posts of one house stand as written; with several houses both lists are joined in order.
fn joined(scene: &Scene<'_>, posts: &[Single]) -> Post {
    let mut roles: Vec<String> = Vec::new();
    let mut houses: Vec<String> = Vec::new();
    let mut last: Option<Span> = None;
    for post in posts {
        match (post.house, last) {
            (None, Some(earlier)) => {
                if let Some(role) = roles.last_mut() {
                    *role = Span::new(earlier.start, post.role.end).of(scene.text).to_owned();
                }
                last = Some(Span::new(earlier.start, post.role.end));
            }
            _ => {
                roles.push(post.role.of(scene.text).to_owned());
                last = Some(post.role);
            }
        }
        houses.extend(post.house.map(|house| house.of(scene.text).to_owned()));
    }
    let mut evidence: Vec<Span> = posts.iter().map(|post| post.role).collect();
    evidence.extend(posts.iter().filter_map(|post| post.house));
    evidence.sort_unstable();
    Post { role: Some(roles.join(";")), affiliation: (!houses.is_empty()).then(|| houses.join(";")), evidence }
}

/// The town whose last character ends at `level`: one that was found, or two characters that open a clause or follow a place.
fn town(scene: &Scene<'_>, title: usize, level: usize) -> Option<Span> {
    if let Some((start, Kind::Place)) = scene.house_before.get(level) {
        return Some(Span::new(*start, level));
    }
    let behind = scene.behind(title);
    let (start, _) = behind.char_indices().rev().take_while(|(_, c)| is_han(*c)).take(2).last()?;
    let whole = behind.get(start..).is_some_and(|name| name.chars().count() == 2);
    (whole && (scene.opens(start) || scene.house_before.holds(start))).then(|| Span::new(start, level))
}

fn single(scene: &Scene<'_>, at: usize) -> Option<Single> {
    if let Some(leaders) = LEADERS.longest_ending(scene.behind(at)) {
        let role = Span::new(at - leaders.len(), at);
        return Some(Single { start: role.start, role, house: None });
    }
    let mut title = *scene.title_before.get(at)?;
    // 自治区|党委常委: an organ right behind a house opens the title.
    if !scene.house_before.holds(title) {
        let organ = ORGANS.ending(scene.behind(title)).next().map_or(0, |organ| organ.len());
        title -= if scene.house_before.holds(title - organ) { organ } else { 0 };
    }
    // 自治区党委|常委: where no place stands before the level, the seat is part of the title.
    // So is that of any seat: 旗委|副书记, 省委|秘书长, 自治区|常务副主席.
    let seat = |at: usize| {
        let behind = scene.behind(at);
        let seat = words!["自治区党委", "自治区"].ending(behind).next().or_else(|| SEATS.ending(behind).next());
        seat.filter(|_| !scene.house_before.holds(at)).map_or(0, |seat| seat.len())
    };
    title -= seat(title);
    let mut start = title;
    while let Some(opener) = ROLE_OPENERS.ending(scene.behind(start)).next() {
        if scene.house_before.holds(start) {
            break;
        }
        start -= opener.len();
    }
    start -= if start < title { seat(start) } else { 0 };
    // 党工委书记、管委会|常务副主任: behind another post an organ opens the title.
    let governed = SEATED_IN_GOVERNMENT.hold(Span::new(start, at).of(scene.text));
    let organ = ORGANS.ending(scene.behind(start)).next().or_else(|| GOVERNMENTS.ending(scene.behind(start)).next().filter(|_| governed));
    if let Some(organ) = organ {
        let before = scene.behind(start - organ.len());
        if before.ends_with('、') && !scene.house_before.holds(start) {
            start -= organ.len();
            let role = Span::new(start, at);
            return Some(Single { start, role, house: None });
        }
    }
    // A title such as 商务局局长 may begin inside the name of the body; the body keeps its name, except for the organs of a zone or a firm.
    let words = Span::new(title, at).of(scene.text);
    let organ = ORGANS.iter().find(|organ| words.starts_with(**organ) && words.len() > organ.len());
    if let Some(organ) = organ {
        if let Some((house, _)) = scene.house_before.get(title) {
            return Some(Single { start: *house, role: Span::new(title, at), house: Some(Span::new(*house, title)) });
        }
        let own_house = scene.house_before.get(title + organ.len()).filter(|(house, _)| *house < title);
        if let Some((house, _)) = own_house {
            return Some(Single { start: *house, role: Span::new(title, at), house: Some(Span::new(*house, title)) });
        }
    }
    let level = title + words.chars().next().map_or(0, char::len_utf8);
    // 望川镇党委书记: what stands before the word for the level is the town, whether a list knows it or not.
    if let Some(house) = town(scene, title, level).filter(|_| words.starts_with("镇党委") || words.starts_with("乡党委")) {
        return Some(Single { start: house.start, role: Span::new(level, at), house: Some(house) });
    }
    // 固安县委书记: the place and the seat of the party share the word for the level.
    if let Some((house, Kind::Place)) = scene.house_before.get(level).filter(|(house, _)| *house < title && SEATS.begin(words)) {
        return Some(Single { start: *house, role: Span::new(title, at), house: Some(Span::new(*house, level)) });
    }
    // 湖北省长江大保护: what is left of a title behind the name of a place must itself be a title.
    let cut = Span::new(title, at).of(scene.text).char_indices().skip(1).map(|(offset, _)| title + offset);
    for inside in cut {
        let crosses = scene.house_before.get(inside).is_some_and(|(house, _)| *house < title);
        if organ.is_none() && crosses && scene.title_after.get(inside).is_none_or(|end| *end != at) {
            return None;
        }
    }
    let mut inside = at;
    while let Some(character) = scene.behind(inside).chars().next_back().filter(|_| organ.is_none()) {
        inside -= character.len_utf8();
        if inside < start {
            break;
        }
        if let Some((house, kind)) = scene.house_before.get(inside) {
            if *house < start || (*house == start && *kind != Kind::Place) {
                return Some(Single { start: *house, role: Span::new(inside, at), house: Some(Span::new(*house, inside)) });
            }
        }
    }
    // 该项目|工程部部长: the department that doubles the first word of the title, or stands before another, belongs to the role.
    if let Some(department) = scene.behind(start).strip_suffix('部').filter(|_| !scene.house_before.holds(start)) {
        let mut rest = department;
        for _ in 0..MOST_DEPARTMENTS {
            // 该项目|工程部
            let shorter = DEPARTMENTS.strip_ending(rest).filter(|_| rest == department || !rest.ends_with("项目"));
            rest = shorter.unwrap_or(rest);
        }
        if rest.len() < department.len() {
            start = rest.len();
        }
    }
    let role = Span::new(start, at);
    let mut back = start;
    for _ in 0..=DEPARTMENT {
        if let Some((house, kind)) = scene.house_before.get(back) {
            // Between a house and a title only the name of a department stands; after a bare place the words are no department.
            let between = Span::new(back, start);
            if *kind != Kind::Place || between.is_empty() {
                return Some(Single { start: *house, role: Span::new(back, at), house: Some(Span::new(*house, back)) });
            }
        }
        let Some(before) = scene.behind(back).chars().next_back() else { break };
        // 蓝湾集团的|能源事业部总裁
        let owner = back - before.len_utf8();
        if let Some((house, Kind::Company)) = scene.house_before.get(owner).filter(|_| before == '的') {
            return Some(Single { start: *house, role: Span::new(back, at), house: Some(Span::new(*house, owner)) });
        }
        if BREAKERS.contains(before) || !(is_han(before) || before.is_ascii_alphanumeric()) {
            break;
        }
        back -= before.len_utf8();
    }
    Some(Single { start: role.start, role, house: None })
}
