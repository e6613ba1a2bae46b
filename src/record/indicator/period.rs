//! When: the last date told before the figure, in its clause or its sentence.

use super::among::Among;
use super::reader::{AFTERWARDS, Reader, Thread};
use super::words::{SENT, SOURCES, VERBS};
use crate::entity::time::{self, Date, Edtf, Grain, Limit};
use crate::entity::{Kind, Value};
use crate::limits::REFERENTS;
use crate::record::Modality;
use crate::record::clause::Clause;
use crate::seek::{Seek, any};
use crate::span::Span;
use crate::word_table::{Words, words};

impl<'a> Reader<'_, 'a> {
    /// The last date that is told up to `until`.
    pub(super) fn take_period(&mut self, span: Span, until: usize) {
        // …,上年同期为3亿元: told for comparison, and what follows goes on with the period before
        let earlier = |date: Span| {
            let words = self.words(date);
            words.ends_with("同期") && words.chars().count() > 2 && self.thread.period.is_some() && date.end < span.end
        };
        // 上半年…,其中二季度增长9%: the shorter time is that of the part alone
        let of_part = |found: usize, date: Span| {
            let held = self.thread.period.filter(|held| *held != found).and_then(|held| self.days(held));
            let opens = |among: &Among| among.end() <= date.start && self.words(Span::new(among.end().max(span.start), date.start)).is_empty();
            let among = self.thread.among.as_ref().is_some_and(opens);
            among && held.zip(self.days(found)).is_some_and(|(held, part)| held != part && held.0 <= part.0 && part.1 <= held.1)
        };
        let found = self.date_in(span, until).filter(|found| !self.is_of_plan(*found, until));
        let found = found.filter(|found| self.scene.get(*found).is_some_and(|date| !earlier(date.span) && !of_part(*found, date.span)));
        if let Some(found) = found.filter(|found| self.firm(*found)) {
            self.thread.period = Some(found);
        }
    }

    /// 建设项目36项,今年|计划投资61亿元: whether a date behind other figures says when the money is to be spent, and nothing else.
    fn is_of_plan(&self, index: usize, until: usize) -> bool {
        let Some(date) = self.scene.get(index) else { return false };
        let behind = self.words(Span::new(date.span.end, until.max(date.span.end)));
        self.out.len() > self.thread.first && words!["计划投资", "计划完成投资", "计划安排投资", "计划完成年度投资"].begin(behind)
    }

    /// The first and the last day of a date.
    fn days(&self, index: usize) -> Option<(Limit, Limit)> {
        match &self.scene.get(index)?.value {
            Value::Date(date) => date.start.zip(date.end),
            _ => None,
        }
    }

    pub(super) fn date_in(&self, span: Span, until: usize) -> Option<usize> {
        let scene = self.scene;
        let words = self.words(span);
        let mut dates =
            scene.within(Span::new(span.start, until)).filter(|index| scene.get(*index).is_some_and(|m| m.kind() == Kind::Date)).peekable();
        dates.peek()?;
        // of each word of source the first counts
        let source = SOURCES.found_in(words).filter(|(at, word)| words.place_of(word) == Some(*at)).map(|(at, _)| at).max();
        dates
            .filter(|index| {
                scene.get(*index).is_some_and(|mention| {
                    let before = Span::new(span.start, mention.span.start).of(scene.text());
                    let behind = Span::new(mention.span.end, span.end).of(scene.text());
                    let in_source = source.is_some_and(|at| mention.span.start < span.start + at && !words.starts_with("据统计"));
                    // 特别是3月: singled out, not compared with
                    let singled = words!["特别是", "尤其是", "但是", "就是"].end(before);
                    // 较去年全年|和今年1-2月
                    let joined = words!["和", "与", "及", "、"].strip_ending(before).and_then(|told| {
                        let last = scene.within(Span::new(span.start, span.start + told.len())).last().and_then(|last| scene.get(last))?;
                        (last.kind() == Kind::Date && last.span.end == span.start + told.len()).then_some(Span::new(span.start, last.span.start))
                    });
                    let compared = joined.is_some_and(|joined| words!["比", "较"].end(joined.of(scene.text())));
                    let before = before.trim_end_matches(['“', '"', '‘']);
                    let behind = behind.trim_start_matches(['”', '"', '’']);
                    // 是去年的2.5倍, “十三五”初期的2.6倍: what the ratio is taken of
                    let inner = words!["的", "初期的", "末的", "末期的", "同期的"]
                        .strip_beginning(behind)
                        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || any!("一二两三四五六七八九十").of(c)));
                    // 举行春季项目集中开工仪式: part of an event's name
                    let event = words!["举行", "召开", "举办", "参加", "出席"].stand_in(before) || inside_event(behind); // 在2023年冬季项目签约活动上
                    // 2月26日,甲市2022年|第一批85个重大项目开工: part of what the batch is called
                    let batch = || words!["第", "度第", "首批", "度首批"].begin(behind) && behind.leading("度第一批".chars().count()).contains('批');
                    let event = event || self.thread.period.is_some_and(|held| held != *index && self.days(held).is_some()) && batch();
                    // 继2018年后再次突破: what came before
                    let again = before.ends_with('继');
                    let standard = again || compared || !singled && STANDARD.end(before);
                    // 超过2019年同期: the date before it says when
                    let pointer = self.words(mention.span) == "同期" && before.ends_with(['年', '月', '度']);
                    // 7日晚间公告: when it is announced; (以2019年同期为基数): what only explains the words before it
                    let announced = words!["公告", "发布公告", "披露", "宣布"]
                        .begin(words!["晚间", "午间", "早间", "盘后", "盘前"].strip_beginning(behind).unwrap_or(behind));
                    let aside = before.rfind(['(', '（']).is_some_and(|open| before.get(open..).is_some_and(|inside| !inside.contains([')', '）'])))
                        && Span::new(mention.span.end, until).of(scene.text()).contains([')', '）']);
                    // 创2010年以来最好水平, “十四五”规划目标: the standard of a rank, the name of a plan
                    let said = self.words(mention.span);
                    let ranked = said.ends_with("以来") && words!["最", "新高", "新低", "同期", "历史", "首", "第"].begin(behind);
                    let planned = said.ends_with('五') && words!["规划", "计划", "纲要"].begin(behind);
                    // 与2007年同期相比
                    let against = words!["相比", "同期相比"].begin(behind);
                    // 自2008年开园以来, 2018年集中签约以来, 自2014年起: only since when
                    let since = behind.ends_with("以来") && !said.ends_with('五')
                        || before.ends_with('自') && (behind.has("以来") || behind.starts_with('起'));
                    let standard = standard || ranked || planned || against || since;
                    // 望川7月14日电 出口…: when it was sent
                    let sent = SENT.strip_beginning(behind).is_some_and(|rest| rest.starts_with(|c: char| c.is_whitespace() || any!("(（").of(c)));
                    // 完成全年目标的62%: of what was aimed at
                    let aim = words!["目标", "任务", "计划", "预算", "预期"].begin(behind) && words!["完成", "占", "为", "达到", "超"].end(before);
                    // 去年引进的甲公司…: what happened to it then
                    let named = scene.within(Span::new(mention.span.end, span.end)).next().and_then(|next| scene.get(next));
                    let named = named.filter(|named| matches!(named.kind(), Kind::Company | Kind::Zone | Kind::Project));
                    let told = named.and_then(|named| self.words(Span::new(mention.span.end, named.span.start)).strip_suffix('的'));
                    let attributive =
                        told.is_some_and(|told| (2..=8).contains(&told.chars().count()) && VERBS.stand_in(told) && !told.contains([',', '，', '、']));
                    let over = words!["刚过", "过后", "临近", "将至", "前夕"].begin(behind.strip_prefix("假期").unwrap_or(behind));
                    !event
                        && !pointer
                        && !sent
                        && !aim
                        && !over
                        && !attributive
                        && !announced
                        && !aside
                        && !in_source
                        && !standard
                        && !inner
                        && !before.ends_with('(')
                        && !before.ends_with('（')
                })
            })
            .last()
    }

    /// Whether a sentence that names its subject anew goes on with the time of the sentence before: 上半年,甲省出口3亿元。甲省进口2亿元.
    ///
    /// That time is a month or longer, or up to a day; what was told of it is a fact; and the words up to `until` tell no time of their own.
    pub(super) fn keeps_time(&self, clause: &Clause, until: usize) -> bool {
        let Some(index) = self.before.period else { return false };
        let sentence = self.out.get(self.before.first..).unwrap_or_default();
        let told = sentence.iter().any(|held| held.period_mention == Some(index) && held.modality == Modality::Actual);
        let fact = self.before.mood.is_none_or(|(mood, _)| mood == Modality::Actual);
        (told || fact) && self.holds_on(index, clause, until)
    }

    /// Whether a time told before still holds for a sentence whose words up to `until` tell none: it is a month or longer, or up to a day.
    pub(super) fn holds_on(&self, index: usize, clause: &Clause, until: usize) -> bool {
        let scene = self.scene;
        let Some(Value::Date(value)) = scene.get(index).map(|date| &date.value) else { return false };
        let until_then = matches!(value.edtf, Some(Edtf::Interval(None, _)));
        let long = value.grain.is_some_and(|grain| grain >= Grain::Month) || until_then;
        let span = Span::new(scene.clauses.sentence_start(clause), until);
        let timed = || {
            OTHER_TIMES.stand_in(self.words(span))
                || !until_then && STOCKS.stand_in(self.words(span))
                || scene.within(span).any(|index| scene.get(index).is_some_and(|mention| matches!(mention.kind(), Kind::Duration | Kind::TimeSet)))
        };
        long && !timed()
    }

    /// 本次集中开工项目28个: the day that an earlier sentence tells of this event.
    pub(super) fn day_of_event(&self, clause: &Clause, until: usize, measure: &str) -> Option<usize> {
        if !words!["项目", "投资", "金额", "资金"].stand_in(measure) {
            return None;
        }
        let scene = self.scene;
        let start = scene.clauses.sentence_start(clause);
        let said = self.words(Span::new(start, until));
        // 本次|签约, 集中开工: words that point to it, or that nothing else is called by
        let this = THIS.found_in(said).next().map(|(at, this)| at + this.len());
        let one = words!["集中", "集体"].found_in(said).find(|(at, one)| said.get(at + one.len()..).is_some_and(|behind| EVENTS.begin(behind)));
        let behind = said.get(this.or(one.filter(|_| !STOCKS.stand_in(said)).map(|(at, one)| at + one.len()))?..)?;
        let (_, event) = EVENTS.found_in(behind).next()?;
        if AFTERWARDS.stand_in(said) {
            return None;
        }
        let tells = |index: &usize| {
            let day = scene.get(*index).filter(|mention| matches!(&mention.value, Value::Date(date) if date.grain == Some(Grain::Day)));
            let sentence = day.and_then(|day| scene.clauses.index_at(day.span.start)).map(|index| scene.clauses.sentence(index));
            sentence.is_some_and(|sentence| self.words(sentence).has(event))
        };
        let before = scene.mentions.partition_point(|mention| mention.span.start < start);
        (0..before).rev().take(REFERENTS).find(tells)
    }

    /// The time that a sentence opens with, before it names anybody, and tells facts of: 2022年,甲省… is the frame of what its paragraph goes on to tell.
    pub(super) fn frame_of(&self, ended: &Thread, start: usize) -> Option<usize> {
        let index = ended.period?;
        let date = self.scene.get(index)?;
        let first = self.scene.within(Span::new(start, date.span.end)).next()?;
        let calendar = matches!(&date.value, Value::Date(date) if date.edtf.is_some());
        let fact = ended.mood.is_none_or(|(mood, _)| mood == Modality::Actual);
        (calendar && fact && first == index).then_some(index)
    }

    /// The years that were told last in the sentence, where they are `count`: each by itself, or all as one stretch of which each is a part.
    pub(super) fn years_before(&self, clause: &Clause, until: usize, count: usize) -> Option<Vec<(usize, Option<Date>)>> {
        let scene = self.scene;
        let year = |index: &usize| {
            scene.get(*index).and_then(|mention| match &mention.value {
                Value::Date(date) if date.grain == Some(Grain::Year) => Some((mention.span, date)),
                _ => None,
            })
        };
        let told: Vec<usize> = scene
            .within(Span::new(scene.clauses.sentence_start(clause), until))
            .filter(|index| scene.get(*index).is_some_and(|m| m.kind() == Kind::Date))
            .collect();
        let last = told.last()?;
        let (_, date) = year(last)?;
        let bound = |limit: &Option<Limit>| limit.as_ref().and_then(|limit| limit.to_string().get(..4)?.parse::<i32>().ok());
        let (from, to) = bound(&date.start).zip(bound(&date.end))?;
        if from < to {
            let years = (from..=to).map(|year| (*last, time::parse(&format!("{year}年"), None).ok()));
            return (usize::try_from(to - from).ok()? + 1 == count).then(|| years.collect());
        }
        let listed = told.get(told.len().checked_sub(count)?..)?;
        let joined = listed.windows(2).all(|pair| match pair {
            [one, other] => year(one)
                .zip(year(other))
                .is_some_and(|((one, _), (other, _))| matches!(self.words(Span::new(one.end, other.start.max(one.end))), "、" | "和" | "及" | "与")),
            _ => false,
        });
        joined.then(|| listed.iter().map(|index| (*index, None)).collect())
    }

    /// A vague date (目前) takes the period's place, but not that of 截至目前 told before it in the sentence.
    pub(super) fn firm(&self, index: usize) -> bool {
        let edtf = |index: usize| {
            self.scene.get(index).and_then(|m| match &m.value {
                Value::Date(date) => date.edtf,
                _ => None,
            })
        };
        // 占同期进出口的三成: of a text without a date it points to the time told before, and tells none
        let points = self.scene.get(index).is_some_and(|date| self.words(date.span) == "同期") && self.thread.period.is_some();
        edtf(index).is_some() || !points && !self.thread.period.and_then(edtf).is_some_and(|edtf| matches!(edtf, Edtf::Interval(None, _)))
    }
}

/// Words that point to an event.
static THIS: Words<&str> = Words::of(&["本次", "此次", "这次"]);

/// Events whose projects are counted.
static EVENTS: Words<&str> = Words::of(&["开工", "签约", "竣工", "投产", "开竣工", "复工", "推介", "揭榜"]);

/// Words before a date that make it what something is compared with, begins at or goes by: no time of what is told.
static STANDARD: Words<&str> = Words::of(&[
    "比",
    "较",
    "与",
    "同",
    "超",
    "超过",
    "高于",
    "低于",
    "好于",
    "相比于",
    "由",
    "从",
    "自从",
    "是",
    "按",
    "按照",
    "以",
    "依托",
    "借助",
    "凭借",
]);

/// Words that tell a time without being a date.
#[rustfmt::skip] // lists of words stay lists
static OTHER_TIMES: Words<&str> = Words::of(&[
    "假期", "节日", "节前", "节后", "黄金周", "春运", "暑运", "周末", "截至", "截止", "至此", "至今", "迄今", "以来", "过去", "此前", "其间", "期间", "同期", "届时", "每年", "每天", "日均", "本届", "此次",
]);

/// Words for what there is by now: it is told of the time up to which something was counted, not of a half-year.
static STOCKS: Words<&str> = Words::of(&["累计", "现有", "拥有", "共有", "已有", "建有", "总数", "总量", "存量", "保有量"]);

/// Whether the words behind a date are the rest of an event's name: …项目签约活动上.
fn inside_event(behind: &str) -> bool {
    const LONGEST: usize = 20;
    let limit = behind.char_indices().nth(LONGEST).map_or(behind.len(), |(limit, _)| limit);
    let near = behind.get(..limit).unwrap_or_default();
    let event = words![
        "活动上",
        "仪式上",
        "大会上",
        "会议上",
        "推介会上",
        "签约会上",
        "仪式举行",
        "仪式在",
        "仪式举办",
        "大会举行",
        "大会在",
        "推介会举行",
        "推介会在",
        "活动举行",
        "签约会举行"
    ]
    .found_in(near)
    .next();
    event.is_some_and(|(end, _)| near.get(..end).is_some_and(|name| !name.contains(['在', ',', '，', '、'])))
}
