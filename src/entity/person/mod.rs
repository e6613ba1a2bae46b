//! Persons.

mod credit;
mod given;
mod post;
mod scene;
mod surnames;
mod words;

use crate::context::{self, Context, Mention};
use crate::entity::{Kind, Value};
use crate::span::Span;
use crate::starts::{Learn, Start};
use crate::word_index::WordIndex;
use crate::word_table::{Words, words};
use post::Post;
use scene::{CHIEF, DOTS, Name, Scene, is_dot, is_han};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashMap, HashSet};
use words::{CROWD, SHORT_TITLES, is_verb};

/// A person.
///
/// ```
/// use zhecon::entity::person;
///
/// let text = "投资人拉赫曼·买买提说,";
/// let found = person::find_iter(text).next();
/// assert_eq!(found.map(|(span, _)| span.of(text)), Some("拉赫曼·买买提"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Person {
    /// Titles as written; those of several houses joined by `;`.
    pub role: Option<String>,
    /// Organisation or company as written; several joined by `;` in the order of the roles.
    pub affiliation: Option<String>,
    /// Full name, where this is a short mention.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub canonical: Option<String>,
}

/// Every person in a text, in order, without the names of bodies and places around them.
///
/// ```
/// use zhecon::entity::person;
///
/// let text = "县长何志远在仪式上说";
/// let found: Vec<_> = person::find_iter(text).map(|(span, person)| (span.of(text), person.role)).collect();
/// assert_eq!(found, [("何志远", Some("县长".to_owned()))]);
/// ```
pub fn find_iter(text: &str) -> impl Iterator<Item = (Span, Person)> {
    context::alone(text, recognise).into_iter().filter_map(|mention| match mention.value {
        Value::Person(person) => Some((mention.span, person)),
        _ => None,
    })
}

/// A name with what is known of its bearer.
struct Found {
    span: Span,
    post: Post,
    /// The full name, where the mention is short.
    bearer: Option<String>,
    rule: &'static str,
}

impl Found {
    fn new(span: Span, post: Post, rule: &'static str) -> Self {
        Self { span, post, bearer: None, rule }
    }
}

/// What a name needs: the looks of its characters and the words around it together.
const ENOUGH: i32 = 8;

/// As [`ENOUGH`], for a name that nothing introduces.
const ENOUGH_ALONE: i32 = 8;

/// What the characters of such a name must look like by themselves.
const LOOKS: i32 = 1;

/// What a title right before a name is worth.
const TITLE_BEFORE: i32 = 12;

/// The words that persons are looked for by.
pub(crate) fn starts(learn: Learn<'_>) {
    words::CREDITS.iter().for_each(|word| learn(Start::Credit, word));
    words::CALLINGS.iter().for_each(|word| learn(Start::Calling, word));
    words::LEADERS.iter().for_each(|word| learn(Start::Leader, word));
    learn(Start::Leader, CHIEF);
    scene::LOWER.iter().for_each(|title| learn(Start::Leader, title));
    words::saying(TELLS_A_PERSON).for_each(|word| learn(Start::Saying, word));
    DOTS.iter().for_each(|dot| learn(Start::Dot, dot));
    learn(Start::Picture, "摄");
    credit::SEXES.iter().for_each(|word| learn(Start::Sex, word));
}

/// Finds every mention in the text.
pub(crate) fn recognise(context: &Context<'_>, mentions: &mut Vec<Mention>) {
    let scene = Scene::of(context, mentions);
    let mut found = Vec::new();
    credit::read(&scene, &mut found);
    credit::pictures(&scene, &mut found);
    credit::wired(&scene, &mut found);
    credit::sexed(&scene, &mut found);
    after_title(&scene, &mut found);
    after_house(&scene, &mut found);
    // 拉|马福萨: a long run of sounds is one name before its middle is taken for another.
    by_sounds(&scene, LONG_SOUNDS, &mut found);
    by_words_around(&scene, &mut found);
    by_dot(&scene, &mut found);
    by_sounds(&scene, FEWEST_SOUNDS, &mut found);
    let found = settle(found);
    let found = without_titles_behind(&scene, found);
    let found = again(&scene, found);
    mentions.extend(found.into_iter().map(|found| {
        let value = Value::Person(Person { role: found.post.role, affiliation: found.post.affiliation, canonical: found.bearer });
        Mention { span: found.span, value, rule: found.rule, evidence: found.post.evidence }
    }));
}

/// 副市长李川, 市领导李川、周望、陈远: names after a title, and the list that shares it.
fn after_title(scene: &Scene<'_>, found: &mut Vec<Found>) {
    let leaders = words::LEADERS.found_at(scene.text, scene.starts.of(Start::Leader)).map(|(at, word)| at + word.len());
    let callings = callings(scene);
    let mut ends: Vec<usize> = scene.title_before.firsts().map(|(end, _)| end).chain(leaders).chain(callings.iter().copied()).collect();
    ends.sort_unstable();
    ends.dedup();
    let longest: Vec<Span> = scene.title_after.firsts().map(|(start, end)| Span::new(start, *end)).collect();
    for end in ends {
        // A name follows the whole title: 总经理助理, not 总经理; 董事长, not 董事.
        let next = longest.partition_point(|title| title.start < end);
        if longest.iter().take(next).rev().take(4).any(|title| title.end > end) {
            continue;
        }
        let title = scene.title_before.get(end).map(|start| Span::new(*start, end).of(scene.text));
        if title.is_some_and(|title| words::CREDITS.hold(title)) {
            continue; // a credit has rules of its own
        }
        let crowd = title.is_some_and(|title| CROWD.hold(title));
        let start = end + blank(scene.rest(end));
        let called = !scene.title_before.holds(end) && callings.binary_search(&end).is_ok();
        let Some(name) = titled_name(
            scene,
            start,
            if crowd {
                6
            } else if called {
                8
            } else {
                TITLE_BEFORE
            },
        ) else {
            continue;
        };
        let Some(post) = post::before(scene, end).or_else(|| called.then(Post::default)) else { continue };
        let post = lodged(scene, post, end);
        found.push(Found::new(name, post.clone(), "person.title_before"));
        list(scene, name.end, &post, found);
    }
}

/// Ends of callings such as 主教练, sorted.
fn callings(scene: &Scene<'_>) -> Vec<usize> {
    let callings = words::CALLINGS.found_at(scene.text, scene.starts.of(Start::Calling));
    let mut found: Vec<(usize, usize)> = callings.map(|(at, word)| (at, at + word.len())).collect();
    found.dedup_by_key(|(at, _)| *at);
    let mut ends: Vec<usize> = found.into_iter().map(|(_, end)| end).collect();
    ends.sort_unstable();
    ends
}

/// One blank or a quote may part a title from the name.
fn blank(rest: &str) -> usize {
    rest.chars().next().filter(|c| matches!(c, ' ' | '　' | '\u{a0}')).map_or(0, char::len_utf8)
}

/// 首席执行官Anders Holmdal表示: a name in letters right behind a title, of two or three words.
fn in_letters(scene: &Scene<'_>, at: usize) -> Option<Span> {
    const MOST: usize = 3;
    let rest = scene.rest(at);
    let name = rest.find(|c: char| !(c.is_ascii_alphabetic() || matches!(c, ' ' | '.' | '-' | '\''))).map_or(rest, |end| rest.split_at(end).0);
    let name = name.trim_end();
    let mut words = name.split(' ');
    let capital =
        |word: &str| word.starts_with(|c: char| c.is_ascii_uppercase()) && (word.ends_with('.') || word.chars().any(|c| c.is_ascii_lowercase()));
    ((2..=MOST).contains(&name.split(' ').count()) && words.all(capital)).then(|| Span::new(at, at + name.len()))
}

fn titled_name(scene: &Scene<'_>, at: usize, left: i32) -> Option<Span> {
    if left == TITLE_BEFORE && scene.rest(at).starts_with(|c: char| c.is_ascii_uppercase()) {
        return in_letters(scene, at);
    }
    if is_verb(scene.rest(at)) {
        return None;
    }
    if let Some(name) = words::composed(scene.rest(at)).map(|length| Span::new(at, at + length)).filter(|name| !scene.is_crossed(*name)) {
        return Some(name);
    }
    let particle = scene.rest(at).starts_with(|c: char| words::PARTICLE_SURNAMES.holds(c));
    let own = scene.name_at(at).filter(|name| name.looks > -7 && name.looks + name.after + left >= ENOUGH && (!particle || name.looks >= 4));
    let fits = |name: &Name| (name.after > 0 || name.span.len() >= 9) && (name.looks >= 3 || name.looks + name.after >= 6);
    let foreign = scene.foreign_at(at, false).filter(fits);
    // 武切维奇: right behind a title rarer characters write sounds too, where the run is long and ends well.
    let foreign = foreign.or_else(|| scene.foreign_at(at, true).filter(|name| name.span.len() >= 12 && name.after >= 2));
    match (own, foreign) {
        (Some(own), Some(foreign)) if foreign.span.len() > own.span.len() && own.after < 2 && all_sounds(scene, own.span) => Some(foreign.span),
        (Some(own), _) => Some(own.span),
        (None, Some(foreign)) => Some(foreign.span).filter(|span| !scene.is_taken(*span)),
        (None, None) if left == TITLE_BEFORE => between(scene, at),
        _ => None,
    }
}

fn all_sounds(scene: &Scene<'_>, span: Span) -> bool {
    span.of(scene.text).chars().all(|character| given::sounds(character, true))
}

/// What stands between a title and a speech verb or a colon is a name whatever its surname: 总经理中山敬说.
fn between(scene: &Scene<'_>, at: usize) -> Option<Span> {
    if words::NOT_NAMES.begin(scene.rest(at)) {
        return None;
    }
    let mut end = at;
    let mut looks = 0;
    for (count, character) in scene.rest(at).chars().take(4).enumerate() {
        if is_verb(scene.rest(end)) || (count > 0 && character == '在') {
            break;
        }
        let weight = given::single(character);
        // 副主任过建春在: a rare surname may be a word of everyday, in a full name.
        let Some(weight) = weight.filter(|weight| *weight > -7).or((count == 0 && !words::PARTICLES.holds(character)).then_some(-4)) else {
            break;
        };
        looks += weight;
        end += character.len_utf8();
    }
    let span = Span::new(at, end);
    let told = words::after(scene.rest(end)).any(|weight| weight >= 5) || scene.rest(end).starts_with([':', '：']);
    // 管委会副主任绳立成、: three characters before a sign, of which the last two look like a given name
    let weights: Vec<i32> = span.of(scene.text).chars().map_while(|c| given::single(c).filter(|_| is_han(c))).collect();
    let whole = span.of(scene.text).chars().all(is_han);
    let likely = whole && matches!(weights.as_slice(), [surname, given @ ..] if given.len() == 2 && *surname >= 0 && given.iter().sum::<i32>() >= 1);
    let signed = likely && scene.rest(end).starts_with(['、', '，', ',', '。']);
    (span.len() >= 6 && (told && looks >= -2 || signed) && !scene.is_crossed(span)).then_some(span)
}

/// 李川、周望和陈远: names that share the posts of the first.
fn list(scene: &Scene<'_>, mut end: usize, post: &Post, found: &mut Vec<Found>) {
    // 电(王军、李键): a bracket that a name opens holds names.
    let opened = scene.behind(end).trim_end_matches(is_han).ends_with(['(', '（']);
    for count in 1..40 {
        let Some(joint) = words!["、", "和", "与", " ", "　"].beginning(scene.rest(end)).next() else { return };
        let at = end + joint.len();
        let name = scene.name_at(at).filter(|name| name.after > 0);
        let span = if *joint == "、" {
            let least = if post.role.is_some() { -4 } else { -1 };
            // Between two signs all of the words are the name, and among names its surname may be a rare one.
            item(scene, at, opened || count > 1 || post.role.is_some()).or_else(|| name.filter(|name| name.looks >= least).map(|name| name.span))
        } else {
            name.filter(|name| name.looks >= 1 && name.looks + name.after >= 5).map(|name| name.span)
        };
        let Some(span) = span else { return };
        found.push(Found::new(span, post.clone(), "person.list"));
        end = span.end;
    }
}

/// A member of a list of names that is nothing but a name: three characters, or two or three of any surname among names.
fn item(scene: &Scene<'_>, at: usize, among_names: bool) -> Option<Span> {
    let rest = scene.rest(at);
    let length = rest.find(|c: char| !is_han(c) || matches!(c, '等' | '及')).unwrap_or(rest.len());
    let span = Span::new(at, at + length);
    let count = span.of(scene.text).chars().count();
    let surname = scene.surnames.holds(at);
    let goes_on = scene.rest(span.end).starts_with(['、', '等', '及', ')', '）']);
    let fits = count == 3 && surname || among_names && goes_on && (2..=3).contains(&count);
    let free = !scene.is_crossed(span) && !scene.title_after.holds(at) && !words::NOT_NAMES.begin(rest) && !words::CREDITS.begin(rest);
    let looks: Vec<i32> = span.of(scene.text).chars().skip(1).filter_map(given::single).collect();
    (fits && free && looks.iter().all(|looks| *looks > -7 || surname && among_names) && looks.iter().sum::<i32>() >= -8).then_some(span)
}

/// 科学城内,项目负责人翟明刚: a post without a house of its own takes the one whose inside the clause before names.
fn lodged(scene: &Scene<'_>, mut post: Post, title_end: usize) -> Post {
    let Some(first) = post.evidence.first().filter(|_| post.affiliation.is_none()) else { return post };
    if title_end < first.start || !post.role.as_deref().is_some_and(|role| LODGED.hold(role)) {
        return post;
    }
    let behind = scene.behind(first.start);
    let inside = words!["内,", "内，", "里,", "里，"].ending(behind).next();
    if let Some((start, end)) = inside.and_then(|inside| {
        let end = first.start - inside.len();
        scene.house_before.get(end).map(|(start, _)| (*start, end))
    }) {
        let house = Span::new(start, end);
        post.affiliation = Some(house.of(scene.text).to_owned());
        post.evidence.push(house);
    }
    post
}

/// Posts that say nothing of the house.
static LODGED: Words<&str> =
    Words::of(&["项目负责人", "相关负责人", "有关负责人", "负责人", "技术负责人", "基地负责人", "生产经理", "项目经理", "车间主任"]);

/// 某公司初志浩: a name right after its house, told by what follows.
fn after_house(scene: &Scene<'_>, found: &mut Vec<Found>) {
    for (end, (start, _)) in scene.house_before.firsts().filter(|(_, (_, kind))| *kind != Kind::Place) {
        let Some(name) = scene.name_at(end).filter(|name| name.after >= 3 && name.looks >= 1 && name.looks + name.after >= 6) else { continue };
        let house = Span::new(*start, end);
        let mut post = Post { role: None, affiliation: Some(house.of(scene.text).to_owned()), evidence: vec![house] };
        take_title_after(scene, name.span.end, &mut post);
        found.push(Found::new(name.span, post, "person.house_before"));
    }
}

/// 李川副市长: the title behind the name.
fn take_title_after(scene: &Scene<'_>, name_end: usize, post: &mut Post) {
    let end = scene.title_after.get(name_end).copied().filter(|end| !CROWD.contains(&Span::new(name_end, *end).of(scene.text)));
    if let (None, Some(end)) = (&post.role, end) {
        post.role = Some(Span::new(name_end, end).of(scene.text).to_owned());
        post.evidence.push(Span::new(name_end, end));
    }
}

/// 李川表示, 李川副市长, “李川、周望”: names told by their characters and the words around them.
fn by_words_around(scene: &Scene<'_>, found: &mut Vec<Found>) {
    let mut from = 0;
    for at in scene.surnames.starts() {
        if at < from || !scene.may_be_named(at, LOOKS) {
            continue;
        }
        // 林蜂, 石材: a surname that is a noun may be one.
        let noun = i32::from(scene.rest(at).starts_with(|c: char| words::NOUN_SURNAMES.holds(c))) * 2
            + i32::from(scene.rest(at).starts_with(|c: char| words::PARTICLE_SURNAMES.holds(c))) * 5;
        let enough = ENOUGH_ALONE + noun - scene.before(at);
        let Some(name) = scene.name_that_looks(at, LOOKS.max(enough - Scene::MOST_AFTER)) else { continue };
        // “卓玛泉”: what fills a pair of quotes is a brand.
        if scene.behind(at).ends_with(['“', '「']) && scene.rest(name.span.end).starts_with(['”', '」']) {
            continue;
        }
        let foreign = name.span.of(scene.text).chars().all(|c| given::sounds(c, false));
        // Characters that also write down sounds need a word that tells a person.
        let told = if foreign { name.after >= 3 && name.looks >= 2 } else { name.looks >= LOOKS };
        // 浙江黄泽山: behind a place a mountain or a river stands.
        let sight = scene.house_before.get(at).is_some_and(|(_, kind)| *kind == Kind::Place)
            && name.span.of(scene.text).ends_with(['山', '河', '湖', '江', '海', '岛', '峰', '岭', '沟', '川']);
        if told && !sight && name.looks + name.after >= enough {
            let mut post = Post::default();
            take_title_after(scene, name.span.end, &mut post);
            let rule = if post.role.is_some() { "person.title_after" } else { "person.words_around" };
            from = name.span.end;
            found.push(Found::new(name.span, post, rule));
            list(scene, name.span.end, &Post::default(), found);
        }
    }
}

/// Names of seas, straits and ranges that are written by their sounds.
static SEAS: Words<&str> =
    Words::of(&["波罗的海", "加勒比海", "亚得里亚海", "鄂霍次克海", "喜马拉雅", "阿尔卑斯", "马六甲", "霍尔木兹", "博斯普鲁斯"]);

/// 阿卜杜拉·买买提, 拉塞尔·克劳: dots inside a run of characters for sounds.
fn by_dot(scene: &Scene<'_>, found: &mut Vec<Found>) {
    for dot in scene.starts.of(Start::Dot) {
        let sign = scene.rest(dot).chars().next().map_or(0, char::len_utf8);
        let mut start = dot;
        for (at, character) in scene.behind(dot).char_indices().rev().take(10) {
            if !given::sounds(character, true) && !given::sounds_inside(character) {
                break;
            }
            // What only stands inside a name begins none.
            start = if given::sounds(character, true) || scene.rest(at).starts_with(given::SIMAYI) { at } else { start };
        }
        let behind = scene.behind(start).chars().next_back();
        if start == dot || behind.is_some_and(is_dot) {
            continue;
        }
        // A title or a verb before the name may end with a character that also writes a sound.
        let ends = scene.text.get(start..dot).unwrap_or_default().char_indices().map(|(at, _)| start + at);
        let start = ends.rev().find(|end| scene.title_before.holds(*end)).unwrap_or(start);
        let Some(name) = scene.foreign_at(start, false).filter(|name| name.span.end > dot + sign && name.looks >= 6) else { continue };
        // 新华·波罗的海指数: a sea's name goes on behind what sounds like a person's.
        let sea = SEAS.iter().any(|sea| scene.rest(dot + sign).starts_with(sea));
        // “启新·科创”: a sound on either side of the dot is no name.
        let short = name.span.of(scene.text).chars().filter(|c| !is_dot(*c)).count() < FEWEST_DOTTED;
        if sea || short || scene.is_taken(name.span) {
            continue;
        }
        let mut post = Post::default();
        take_title_after(scene, name.span.end, &mut post);
        found.push(Found::new(name.span, post, "person.dotted"));
    }
}

/// How many sounds a name with a dot has at least.
const FEWEST_DOTTED: usize = 3;

/// A name written by its sounds alone has three characters, in bytes.
const FEWEST_SOUNDS: usize = 9;

/// Four of them are hardly anything else.
const LONG_SOUNDS: usize = 12;

/// What a word behind a name weighs at least that tells a person by itself.
const TELLS_A_PERSON: i32 = 4;

/// 佩特罗表示: `least` bytes of characters for sounds between a sign and a word that tells a person.
fn by_sounds(scene: &Scene<'_>, least: usize, found: &mut Vec<Found>) {
    let sounds = |character: char| given::sounds(character, false);
    for end in scene.starts.of(Start::Saying).filter(|end| !scene.rest(*end).starts_with(sounds)) {
        let at = scene.behind(end).trim_end_matches(sounds).len();
        if end - at < least {
            continue;
        }
        let Some(name) = scene.foreign_at(at, false) else { continue };
        let whole = name.span.end == end && scene.before(at) >= 3;
        if whole && words::after(scene.rest(end)).any(|weight| weight >= TELLS_A_PERSON) && !scene.is_taken(name.span) {
            found.push(Found::new(name.span, Post::default(), "person.sounds"));
        }
    }
}

/// One reading of each stretch: those found by better rules were pushed first.
fn settle(found: Vec<Found>) -> Vec<Found> {
    let mut kept: BTreeMap<usize, Found> = BTreeMap::new();
    for candidate in found {
        let before = kept.range(..candidate.span.end).next_back();
        if before.is_none_or(|(_, other)| !other.span.overlaps(candidate.span)) {
            kept.insert(candidate.span.start, candidate);
        }
    }
    kept.into_values().collect()
}

/// 李川主席|充满信心: a title behind a name that is known leads on to no other name.
fn without_titles_behind(scene: &Scene<'_>, mut found: Vec<Found>) -> Vec<Found> {
    let names: HashSet<&str> = found.iter().map(|one| one.span.of(scene.text)).collect();
    let follows = |at: usize| {
        let behind = scene.behind(at);
        let starts = behind.char_indices().rev().take(4).skip(1).map(|(start, _)| start);
        starts.into_iter().any(|start| behind.get(start..).is_some_and(|name| names.contains(name)))
    };
    let kept: Vec<bool> = found
        .iter()
        .map(|one| {
            one.rule != "person.title_before" || !one.post.evidence.first().is_some_and(|title| title.end == one.span.start && follows(title.start))
        })
        .collect();
    let mut kept = kept.into_iter();
    found.retain(|_| kept.next().unwrap_or(true));
    found
}

/// The same names elsewhere in the article, and 李市长 for a 李川 that is known.
fn again(scene: &Scene<'_>, mut found: Vec<Found>) -> Vec<Found> {
    let mut known: HashMap<String, Post> = HashMap::new();
    let mut by_surname: HashMap<String, Option<String>> = HashMap::new();
    for one in &found {
        let name = one.span.of(scene.text).to_owned();
        for (length, _) in scene.surnames.at(one.span.start) {
            let surname = Span::new(one.span.start, one.span.start + length).of(scene.text).to_owned();
            let bearer = by_surname.entry(surname).or_insert_with(|| Some(name.clone()));
            if bearer.as_deref() != Some(name.as_str()) {
                *bearer = None; // two of one surname: 李市长 may be either
            }
        }
        let post = known.entry(name).or_default();
        if post.role.is_none() && one.post.role.is_some() {
            *post = one.post.clone();
        }
    }
    for one in &mut found {
        if one.post.role.is_none() && one.post.affiliation.is_none() {
            if let Some(post) = known.get(one.span.of(scene.text)) {
                one.post = post.clone();
            }
        }
    }
    if known.is_empty() {
        return found;
    }
    let names = WordIndex::by_beginning(known.keys().map(|name| (name.as_str(), ())));
    let mut kept: BTreeMap<usize, Found> = found.into_iter().map(|one| (one.span.start, one)).collect();
    let mut from = 0;
    for (at, (name, ())) in names.longest_in(scene.text) {
        if at < from {
            continue;
        }
        let span = Span::new(at, at + name.len());
        let other = kept.range(..span.end).next_back().map(|(start, other)| (*start, other.span)).filter(|(_, other)| other.overlaps(span));
        // 拉|马福萨: what lies inside a name that is known is no other one.
        let inner = other.filter(|(_, other)| span.contains(*other) && *other != span);
        if (other.is_none() || inner.is_some()) && !scene.is_taken(span) {
            inner.and_then(|(start, _)| kept.remove(&start));
            // 县领导李川、周望出席,县长周望介绍: the title right before says more than the one said earlier.
            let post = known.get(*name).cloned().unwrap_or_default();
            let own = post::before(scene, at).filter(|own| own.role != post.role && own.role.as_deref().is_some_and(|role| !CROWD.hold(role)));
            let post = own.unwrap_or(post);
            kept.insert(at, Found::new(span, post, "person.again"));
            from = span.end;
        }
    }
    let mut short = Vec::new();
    let surnames = WordIndex::by_beginning(by_surname.iter().filter_map(|(surname, bearer)| Some((surname.as_str(), bearer.as_deref()?))));
    for (at, (surname, bearer)) in surnames.found_in(scene.text) {
        let end = at + surname.len();
        let Some(title) = SHORT_TITLES.longest_beginning(scene.rest(end)) else { continue };
        let span = Span::new(at, end + title.len());
        let next = scene.rest(span.end).chars().next();
        // 王总 ends where no other word goes on: 王总经理 has its own title, 李工业 is none.
        if title.chars().count() == 1 && next.is_some_and(|next| is_han(next) && scene.after(span.end) < 0) {
            continue;
        }
        let free = kept.range(..span.end).next_back().is_none_or(|(_, other)| !other.span.overlaps(span));
        if free && !scene.is_taken(span) {
            short.push((span, (*bearer).to_owned()));
        }
    }
    short.sort();
    for (span, bearer) in short {
        let post = known.get(&bearer).cloned().unwrap_or_default();
        kept.entry(span.start).or_insert(Found { span, post, bearer: Some(bearer), rule: "person.surname_title" });
    }
    kept.into_values().collect()
}
