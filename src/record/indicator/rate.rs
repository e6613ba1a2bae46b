//! Rates: growth, points, and figures in a row told with 分别.

use super::change;
use super::level::{ATTRIBUTES, PHASES, is_times};
use super::measure::{self, Measure};
use super::reader::Done;
use super::reader::Reader;
use super::row;
use super::subject::{self, Subject};
use super::understood::WENT;
use super::words::{BASES, CHANGES, VERBS};
use super::{Change, Indicator};
use crate::context::Mention;
use crate::entity::percent::PercentUnit;
use crate::entity::{Kind, Value};
use crate::magnitude::Bound;
use crate::record::clause::Clause;
use crate::record::{Amount, Evidence};
use crate::seek::{Seek, any};
use crate::span::Span;
use crate::word_table::{Words, words};

impl<'a> Reader<'_, 'a> {
    /// 与去年同期持平: the last level did not move.
    pub(super) fn flat(&mut self, words: &str) {
        if !words.ends_with("持平") {
            return;
        }
        let base = change::base_of(words);
        let first = self.thread.first;
        if let Some(last) = self.out.get_mut(first..).and_then(<[Indicator]>::last_mut) {
            if last.change.is_none() {
                last.change = Some(Change { base: base.to_owned(), direction: "flat".to_owned(), value: None });
            }
        }
    }

    /// 分别: figures in a row belong one by one to the names or levels before them.
    pub(super) fn pairs(&mut self, clause: &Clause, figures: &[usize], done: &mut Done) {
        let scene = self.scene;
        let words = self.words(clause.span);
        let Some(at) = words.last_place_of("分别") else { return self.rates_in_row(clause, figures, done) };
        let at = clause.span.start + at;
        if self.moved_row(clause, at, figures, done) {
            return;
        }
        let mut row: Vec<(usize, &Mention)> = Vec::new();
        let mut turns: Vec<Option<&'static str>> = Vec::new(); // 分别增长4%和下降6%
        for figure in figures {
            let Some(mention) = scene.get(*figure) else { continue };
            if mention.span.start < at {
                continue;
            }
            let turn = match row.last() {
                Some((_, last)) => match joint(self.words(Span::new(last.span.end, mention.span.start))) {
                    Some(None) => turns.last().copied().flatten(),
                    Some(turn) if last.kind() == Kind::Percent && mention.kind() == Kind::Percent => turn,
                    _ => break,
                },
                None => None,
            };
            row.push((*figure, mention));
            turns.push(turn);
        }
        let told_base =
            row.first().and_then(|(_, first)| change::told(self.words(Span::new(clause.span.start, first.span.start)))).and_then(|told| told.base);
        self.take_standing(clause, told_base);
        let direction = |nth: usize, told: change::Told| turns.get(nth).copied().flatten().unwrap_or(told.direction);
        let Some((_, opening)) = row.first().copied() else { return };
        if self.bare_row(clause, at, &row, done) || row.len() < 2 {
            return;
        }
        let left = self.words(Span::new(clause.span.start, opening.span.start));
        // 分别占开工项目数和总投资的67%和68%: of each its own whole
        let shares = self.words(Span::new(at + "分别".len(), opening.span.start)).strip_prefix('占').and_then(|list| list.strip_suffix('的'));
        let shares: Vec<&str> = shares.map(|list| list.split(['、', '和']).filter(|item| !item.is_empty()).collect()).unwrap_or_default();
        if shares.len() == row.len() {
            let span = Span::new(at + "分别".len(), opening.span.start);
            for ((figure, mention), share) in row.iter().zip(shares) {
                let words = format!("占{}", measure::trim(share, Span::new(0, share.len())).of(share));
                self.push(clause, *figure, mention, Measure { words, evidence: vec![span], ..Measure::default() }, None, None, None);
                done.push(*figure);
            }
            return;
        }
        if self.leads_in_row(clause, at, &row, done) {
            return;
        }
        let told = change::told(left);
        let head = measure::before(scene, clause.span.start, at);
        let names: Vec<usize> = scene.within(Span::new(clause.span.start, at)).filter(|i| scene.get(*i).is_some_and(is_subject)).collect();
        let places = row::last_names(scene, &names, row.len()).unwrap_or(names);
        let head_words = head.of(scene.text());
        let head_words = words!["同比", "环比"].strip_ending(head_words).unwrap_or(head_words);
        let head_words = BASES.longest_ending(head_words).and_then(|(base, _)| head_words.strip_suffix(base)).unwrap_or(head_words);
        let head_words = head_words.trim_end_matches(['较', '比']);
        // 小麦、玉米预计单产: how it is meant is no part of it
        let head_words = head_words.replacen("预计", "", 1);
        let head_words = head_words.as_str();
        let mut items = row::items(head_words, row.len());
        // 信息传输、软件和信息服务业,金融业增加值分别…: a member with a list of its own ends its clause
        if items.len() != row.len() {
            let before = self.members_before(clause, row.len() - 1);
            if !before.is_empty() && before.len() + 1 == row.len() {
                items = before.into_iter().chain(std::iter::once(head_words)).collect();
            } else if before.len() + items.len() == row.len() {
                items.splice(0..0, before);
            }
        }
        // 甲市、乙市、丙市进出口分别…: one measure of each name
        let shared = row::shared_measure(scene, &places, row.len(), at);
        // 甲县、乙县出口较快增长,分别增长…: names and measure stand in the clause before
        let alone = told.is_some() && head_words.is_empty() && places.is_empty();
        let named = alone.then(|| self.named_before(clause, row.len())).flatten();
        let (places, shared) = named.map_or((places, shared), |(names, measure)| (names, Some(measure)));
        // 完成3亿元、2亿元,同比分别增长8%、6%: the levels were told one by one right before
        let levels = self.out.get(self.thread.first..).unwrap_or_default();
        let levels = levels.len().checked_sub(row.len()).and_then(|from| levels.get(from..)).unwrap_or_default();
        let leveled = told.is_some() && head_words.is_empty() && !levels.is_empty() && levels.iter().all(|level| level.change.is_none());
        let earlier = if items.len() == row.len() || shared.is_some() || leveled { None } else { self.listed_before(clause, row.len()) };
        // what one of the names did is no measure of them all
        let earlier = earlier.filter(|listed| !head_words.is_empty() || !row::mixes_names(scene, listed));
        // 分别占…: the shares of what was told one by one before
        let before = self.out.len().saturating_sub(row.len());
        if earlier.is_none() && before >= self.thread.first && self.words(Span::new(at, opening.span.start)) == "分别占" {
            let told: Vec<String> = self.out.iter().skip(before).map(|level| format!("{}占比", level.measure)).collect();
            for ((figure, mention), words) in row.iter().zip(told) {
                self.push(clause, *figure, mention, Measure { words, evidence: vec![head], ..Measure::default() }, None, None, None);
                done.push(*figure);
            }
            return;
        }
        if told.is_none() && self.told_of_row(clause, at, &row, head_words, head, done) {
            return;
        }
        // 汽车产销分别完成5万辆和6万辆: both in one word
        let both = row::both_of(head_words).filter(|_| row.len() == 2 && earlier.is_none() && shared.is_none());
        if let Some(words) = both {
            for (nth, ((figure, mention), words)) in row.iter().zip(words).enumerate() {
                let change = told.map(|told| changed(self.base_of(told), direction(nth, told), mention));
                self.push(clause, *figure, mention, Measure { words, evidence: vec![head], ..Measure::default() }, change, None, None);
                done.push(*figure);
            }
            return;
        }
        // 2017年至2019年收入分别为3亿元、4亿元和5亿元
        // …,增幅分别为9%、8%: of the levels before
        let of_levels = words!["增幅", "降幅", "增速", "涨幅", "跌幅"].hold(head_words);
        let alone = items.len() == 1 && earlier.is_none() && shared.is_none() && head_words.chars().count() >= 2 && !of_levels;
        if let Some(years) = alone.then(|| self.years_before(clause, at, row.len())).flatten() {
            for (nth, ((figure, mention), (date, year))) in row.iter().zip(years).enumerate() {
                (self.forced, self.year) = (Some(date), year);
                let grown =
                    told.and_then(|told| change::told(head_words).filter(|own| own.verb == told.verb)).and_then(|own| head_words.get(..own.start));
                let measure = Measure { words: grown.unwrap_or(head_words).to_owned(), evidence: vec![head], ..Measure::default() };
                let change = told.map(|told| changed(self.base_of(told), direction(nth, told), mention));
                self.push(clause, *figure, mention, measure, change, None, None);
                done.push(*figure);
            }
            (self.forced, self.year) = (None, None);
            return;
        }
        // 甲市、乙市分别增长5%、6%: what grew elsewhere, told before
        let rowed = if earlier.is_some() { head_words.is_empty() } else { places.len() == row.len() };
        let first = earlier.as_ref().and_then(|listed| listed.first()).map(|span| scene.within(*span).next());
        let first = first.unwrap_or_else(|| places.first().copied()).filter(|_| told.is_some() && rowed && shared.is_none());
        let elsewhere =
            first.and_then(|first| subject::subject(scene, first, "indicator.subject.paired")).and_then(|first| self.grew_elsewhere(&first));
        if let (Some(told), true) = (told, items.len() != row.len() && earlier.is_none() && shared.is_none() && elsewhere.is_none()) {
            // the levels were told before: 合同额…,执行额…,同比分别增长…
            let levels = self.out.len().saturating_sub(row.len());
            if levels >= self.thread.first {
                for (offset, (figure, mention)) in row.iter().enumerate() {
                    let base = self.base_of(told);
                    if let Some(level) = self.out.get_mut(levels + offset) {
                        level.change.get_or_insert_with(|| changed(base, direction(offset, told), mention));
                        level.evidence.push(Evidence::new("change", mention.span, "indicator.change.paired"));
                    }
                    done.push(*figure);
                }
                self.thread.base = told.base.or(self.thread.base);
            }
            return;
        }
        // 分别获净买入9亿元、8亿元: what was done stands between
        let verb = measure::trim(scene.text(), Span::new(at + "分别".len(), opening.span.start)).of(scene.text());
        // 对甲国、乙国出口: the names say with whom, not of whom
        let partner = places
            .first()
            .and_then(|i| scene.get(*i))
            .filter(|_| shared.is_some())
            .map(|first| self.words(Span::new(clause.span.start, first.span.start)));
        let partner = partner.and_then(|before| words!["对", "向", "自", "从"].ending(before).next()).copied();
        // 对甲国、乙国分别出口3亿元、2亿元: what was done with each stands behind
        if let Some(partners) = row::partners(left, row.len()).filter(|_| TRADE.hold(verb)) {
            for ((figure, mention), partner) in row.iter().zip(partners) {
                let measure = Measure { words: format!("{partner}{verb}"), evidence: vec![head], ..Measure::default() };
                self.push(clause, *figure, mention, measure, None, None, None);
                done.push(*figure);
            }
            return;
        }
        // 对甲国、乙国进出口分别为3亿元、2亿元: behind the last of them
        if let Some(measures) = row::traded(left, row.len()).filter(|_| shared.is_none()) {
            for (nth, ((figure, mention), words)) in row.iter().zip(measures).enumerate() {
                let change = told.map(|told| changed(self.base_of(told), direction(nth, told), mention));
                self.push(clause, *figure, mention, Measure { words, evidence: vec![head], ..Measure::default() }, change, None, None);
                done.push(*figure);
            }
            return;
        }
        // 甲市、乙州、丙县分别签约项目12个、9个和15个
        let items: Vec<&str> =
            if places.len() == row.len() { places.iter().filter_map(|i| scene.get(*i)).map(|m| self.words(m.span)).collect() } else { items };
        let items: Vec<String> = match &earlier {
            Some(listed) => {
                let listed: Vec<&str> = listed.iter().map(|span| self.words(*span)).collect();
                row::with_shared_tail(&listed).iter().map(|item| format!("{item}{head_words}")).collect()
            }
            None if places.len() == row.len() => items.iter().map(|item| (*item).to_owned()).collect(),
            // 接待游客和旅游收入分别达5万人次、3亿元: measured in different ways, they share nothing
            None if row.windows(2).any(|pair| matches!(pair, [(_, one), (_, other)] if one.kind() != other.kind())) => {
                items.iter().map(|item| (*item).to_owned()).collect()
            }
            None => row::with_shared_tail(&items),
        };
        // 汽车、医药、食品三大产业产值分别: what sums them up is none of them
        let summed = row::unsummed(head_words, row.len()).filter(|_| earlier.is_none() && places.len() != row.len());
        let items = summed.unwrap_or(items);
        // 三次产业增加值分别
        let sectors = head_words.strip_prefix("三次产业").filter(|_| row.len() == 3 && items.len() != row.len());
        let items = sectors.map_or(items, |rest| ["第一产业", "第二产业", "第三产业"].map(|sector| format!("{sector}{rest}")).to_vec());
        if items.len() != row.len() {
            return;
        }
        // names are told in a row: a shared tail belongs to each of them
        for (nth, (figure, mention)) in row.iter().enumerate() {
            let Some(item) = items.get(nth) else { continue };
            if PHASES.begin(item) {
                done.push(*figure); // of one project
                continue;
            }
            let place = match earlier.as_ref().and_then(|listed| listed.get(nth)) {
                Some(span) => scene.within(*span).find(|i| scene.get(*i).is_some_and(|m| m.span == *span && is_subject(m))),
                None => places.iter().copied().find(|i| scene.get(*i).is_some_and(|m| self.words(m.span) == *item)),
            };
            let named = place.filter(|_| partner.is_none()).and_then(|i| subject::subject(scene, i, "indicator.subject.paired"));
            let own = told.is_some() || verb.chars().count() < 2 || VERBS.hold(verb);
            let words = match (&named, &self.thread.counted) {
                _ if own && shared.is_some() => match partner {
                    Some(partner) => format!("{partner}{item}{}", shared.unwrap_or_default()),
                    None => shared.unwrap_or_default().to_owned(),
                },
                (Some(_), _) if elsewhere.is_some() => elsewhere.clone().unwrap_or_default(),
                (Some(_), _) if earlier.is_some() && head_words.chars().count() >= 2 => head_words.to_owned(),
                (Some(_), _) if verb.chars().count() >= 2 => verb.to_owned(),
                (Some(_), Some(counted)) => counted.clone(),
                // 镍矿、电解镍分别进口: what was done with each
                (None, _) if told.is_none() && verb.chars().count() >= 2 && !matches!(verb, "完成" | "实现") && !item.ends_with(verb) => {
                    format!("{item}{verb}")
                }
                _ => item.clone(),
            };
            let change = told.map(|told| changed(self.base_of(told), direction(nth, told), mention));
            let measure = Measure { words, evidence: vec![head], ..Measure::default() };
            self.push(clause, *figure, mention, measure, change, named, None);
            done.push(*figure);
        }
    }

    /// 增速分别高于全国、全省2个和1个百分点: a distance from each. What leaves out its unit is told by nobody.
    fn leads_in_row(&mut self, clause: &Clause, at: usize, row: &[(usize, &Mention)], done: &mut Done) -> bool {
        let Some((_, opening)) = row.first() else { return false };
        let span = Span::new(at + "分别".len(), opening.span.start);
        let left = self.words(span);
        let Some((lead, others)) = LEADS.beginning(left).next().and_then(|lead| Some((lead, left.strip_prefix(lead)?))) else { return false };
        let listed = row::items(others, row.len());
        // 分别上拉经济增速1.4个和1.1个百分点: the same of each
        let others = if listed.len() == 1 { vec![others; row.len()] } else { listed };
        if others.len() != row.len() || !row.last().is_some_and(|(_, last)| is_point(last)) {
            return false;
        }
        for ((figure, mention), other) in row.iter().zip(others) {
            if is_point(mention) {
                let measure = Measure { words: format!("{lead}{other}"), evidence: vec![span], ..Measure::default() };
                self.push(clause, *figure, mention, measure, None, None, None);
            }
            done.push(*figure);
        }
        true
    }

    /// 甲市投资增长5%。乙市增长3%: what grew in one place, if that was told of nothing else, grew in the next one that is named without it.
    fn grew_elsewhere(&self, named: &Subject) -> Option<String> {
        let from = if self.out.len() > self.thread.first { self.thread.first } else { self.before.first };
        let told = self.out.get(from..).filter(|_| matches!(named.kind, Kind::Place | Kind::Zone))?;
        let rate = |held: &&Indicator| matches!(held.change.as_ref().and_then(|change| change.value.as_ref()), Some(Amount::Percent(rate)) if rate.unit == PercentUnit::Percent);
        let mut grown = told.iter().filter(rate);
        let first = grown.next()?;
        let elsewhere = first.subject.as_ref().is_some_and(|subject| *subject != named.name);
        (elsewhere && grown.all(|other| other.measure == first.measure)).then(|| first.measure.clone())
    }

    /// What figures in a row are compared with: what their own words tell, else what was told before.
    fn base_of(&self, told: change::Told) -> &'static str {
        told.base.or(self.thread.base).or(self.standing).unwrap_or("unspecified")
    }

    /// 接待120万人次,收入9亿元,较上年增长20%和23%: of the levels told one by one before.
    fn rates_in_row(&mut self, clause: &Clause, figures: &[usize], done: &mut Done) {
        let scene = self.scene;
        let rates: Vec<&Mention> = figures.iter().filter_map(|figure| scene.get(*figure)).collect();
        let (Some(first), true) = (rates.first(), rates.len() > 1 && rates.iter().all(|rate| rate.kind() == Kind::Percent)) else { return };
        let joined = |pair: &[&Mention]| matches!(pair, [one, other] if joint(self.words(Span::new(one.span.end, other.span.start))) == Some(None));
        if !rates.windows(2).all(joined) {
            return;
        }
        let left = self.words(Span::new(clause.span.start, first.span.start));
        if self.ratios_in_row(clause, figures, &rates, done) {
            return;
        }
        let Some(told) = change::told(left) else { return };
        let own = measure::told_before(scene, clause.span.start, clause.span.start + told.start);
        let from = self.out.len().saturating_sub(rates.len());
        let levels = self.out.get(from..).unwrap_or_default();
        let open = from >= self.thread.first
            && levels.len() == rates.len()
            && levels.iter().all(|level| level.change.is_none() && !matches!(level.value, Amount::Percent(_)));
        if own.words.chars().count() >= 2 || !open {
            return;
        }
        let base = self.base_of(told);
        for (level, (figure, rate)) in self.out.iter_mut().skip(from).zip(figures.iter().zip(&rates)) {
            level.change = Some(changed(base, told.direction, rate));
            level.evidence.push(Evidence::new("change", rate.span, "indicator.change.paired"));
            done.push(*figure);
        }
    }

    /// 游客人次及收入,是五年前的2.3倍和2.4倍: of what the clause before lists.
    fn ratios_in_row(&mut self, clause: &Clause, figures: &[usize], ratios: &[&Mention], done: &mut Done) -> bool {
        let scene = self.scene;
        let (Some(first), true) = (ratios.first(), ratios.iter().all(|ratio| is_times(ratio))) else { return false };
        let left = self.words(Span::new(clause.span.start, first.span.start));
        let Some(standard) = left.strip_suffix('的').filter(|left| words!["是", "为", "相当于"].begin(left)) else { return false };
        let index = scene.clauses.index_at(clause.span.start).and_then(|index| index.checked_sub(1));
        let before = index.and_then(|index| scene.clauses.list().get(index)).filter(|before| before.sentence == clause.sentence);
        let Some(before) = before.filter(|before| !scene.tells_figures(before.span)) else { return false };
        let listed = row::items(self.words(measure::before(scene, before.span.start, before.span.end)), ratios.len());
        if listed.len() != ratios.len() || listed.iter().any(|member| member.chars().count() < 2) {
            return false;
        }
        let told: Vec<String> = listed.iter().map(|member| format!("{member}{}", measure::unquoted(standard))).collect();
        for ((figure, ratio), words) in figures.iter().zip(ratios).zip(told) {
            let evidence = vec![Span::new(clause.span.start, first.span.start)];
            self.push(clause, *figure, ratio, Measure { words, evidence, ..Measure::default() }, None, None, None);
            done.push(*figure);
        }
        true
    }

    /// The `count` names side by side that the clause before tells of, without a figure, and what it tells of each of them.
    fn named_before(&self, clause: &Clause, count: usize) -> Option<(Vec<usize>, &'a str)> {
        let scene = self.scene;
        let index = scene.clauses.index_at(clause.span.start)?.checked_sub(1)?;
        let before = scene.clauses.list().get(index).filter(|before| before.sentence == clause.sentence && !scene.tells_figures(before.span))?;
        let names: Vec<usize> = scene.within(before.span).filter(|i| scene.get(*i).is_some_and(is_subject)).collect();
        let names = row::last_names(scene, &names, count)?;
        let from = scene.get(*names.last()?)?.span.end;
        let end = WENT.found_in(self.words(Span::new(from, before.span.end))).map(|(at, _)| from + at).min()?;
        Some((names.clone(), row::shared_measure(scene, &names, count, end)?))
    }

    /// The classes of trade that the clauses right before are made of, one each, without a figure or a verb of their own.
    fn members_before(&self, clause: &Clause, count: usize) -> Vec<&'a str> {
        const LONGEST: usize = 24;
        let scene = self.scene;
        let end = scene.clauses.index_at(clause.span.start).unwrap_or(0);
        let earlier = scene.clauses.list().get(..end).unwrap_or_default().iter().rev().take(count);
        let named = earlier.map_while(|before| {
            let words = self.words(measure::before(scene, before.span.start, before.span.end));
            let member =
                words.ends_with('业') && !words.contains(['的', '等']) && (2..=LONGEST).contains(&words.chars().count()) && !WENT.stand_in(words);
            (member && before.segment == clause.segment && before.sentence == clause.sentence && !scene.tells_figures(before.span)).then_some(words)
        });
        let mut members: Vec<&str> = named.collect();
        members.reverse();
        members
    }

    /// The members of a list of `count` that an earlier clause of the sentence tells of, without a figure: A、B、C三大产业总体平稳,产值分别增长….
    fn listed_before(&self, clause: &Clause, count: usize) -> Option<Vec<Span>> {
        const REACH: usize = 2;
        let scene = self.scene;
        let index = scene.clauses.index_at(clause.span.start)?;
        let earlier = scene.clauses.list().get(..index)?.iter().rev().take(REACH).take_while(|earlier| earlier.sentence == clause.sentence);
        // 出口、进口两项指标: the list's own number
        let own = |figure: &usize| scene.get(*figure).is_some_and(|m| measure::counts(&m.value) && self.words(m.span).starts_with(WRITTEN));
        earlier.filter(|earlier| scene.figures(earlier.span).iter().all(own)).find_map(|earlier| {
            let list = measure::trim(scene.text(), row::behind_dates(scene, earlier.span));
            row::members(scene, list).filter(|members| members.len() == count)
        })
    }

    /// 同比(下同): what every rate from here on is measured against.
    fn take_standing(&mut self, clause: &Clause, base: Option<&'static str>) {
        if let Some(base) = base.filter(|_| self.words(clause.span).has("下同")) {
            self.standing = Some(base);
        }
    }

    /// A rate or an amount by which something moved.
    pub(super) fn changed_by(&mut self, index: usize, clause: &Clause, figure: usize, mention: &Mention, from: usize, told: change::Told) {
        let own_end = from + told.start;
        let scene = self.scene;
        let mut measure = measure::told_before(scene, from, own_end);
        if let Some(prefix) = measure
            .words
            .strip_suffix("与")
            .or_else(|| measure.words.strip_suffix("期").filter(|_| !words!["周期", "工期", "假期"].end(&measure.words)))
        {
            measure.words = prefix.to_owned();
        }
        // 亿元及以上|项目投资增长11%: the class of what grew
        let class = scene.within(Span::new(clause.span.start, from)).last().and_then(|class| scene.get(class)).filter(|class| class.span.end == from);
        if let Some(class) = class.filter(|class| class.kind() == Kind::Money && !measure.words.is_empty()) {
            let left = self.words(Span::new(clause.span.start, class.span.start));
            let right = self.words(Span::new(from, clause.span.end));
            if self.is_size_class(class, left, right) {
                measure.words.insert_str(0, self.words(class.span));
            }
        }
        // 工业增加值同比增长5%,甲综指上涨2%: what is quoted every day is not compared with the year before
        let sentence = self.thread.base.filter(|_| !QUOTED.end(&measure.words));
        // 同比(下同)增长5%: of every rate from here on that names no other
        self.take_standing(clause, told.base);
        let standing = self.standing.filter(|_| mention.kind() == Kind::Percent && !is_point(mention));
        let base = told.base.or(sentence).or(standing).unwrap_or("unspecified");
        // 两年平均 is said of each rate that is one, and so is an older year
        // 涨幅比上月扩大0.1个百分点: what a rate itself is set against holds for it alone
        let of_rate = words!["降幅", "增幅", "涨幅", "增速", "跌幅"].hold(&measure.words);
        if !of_rate && told.base.is_some_and(|base| base != "two_year_average" && (base != "unspecified" || self.thread.base.is_none())) {
            self.thread.base = told.base;
        }
        let change = changed(base, told.direction, mention);
        let first = self.thread.first;
        // 收入2万元,名义增长5%,扣除价格因素实际增长4%: the second is told of the same, reckoned another way
        if let Some(way) =
            ["实际", "名义"].into_iter().find(|way| measure.words == *way || measure.words.ends_with(way) && measure.words.has("价格因素"))
        {
            let held = self.out.get(first..).and_then(<[Indicator]>::last);
            let grown = held.filter(|held| held.change.is_some() && mention.kind() == Kind::Percent);
            measure.words = grown.map(|held| format!("{}{way}", held.measure.trim_end_matches("名义"))).unwrap_or_default();
        }
        // 占比扩大2.5个百分点: the share told before, or the share that what was told before has
        if matches!(measure.words.as_str(), "占比" | "比重") {
            let opens = from == clause.span.start;
            if let Some(whole) = opens.then(|| self.shared_before(index, clause, mention)).flatten() {
                measure.words = format!("{whole}占比");
            } else if let Some(held) = self.out.get(first..).and_then(<[Indicator]>::last) {
                measure.words = if held.measure.contains('占') && held.change.is_none() {
                    String::new()
                } else {
                    format!("{}占比", held.measure.trim_end_matches("增速"))
                };
            }
        }
        if measure.words.chars().count() < 2 {
            let standards = &self.standards;
            // what grew by a rate is no share: the level before it, if that has not moved yet
            let levels_only = mention.kind() == Kind::Percent && !is_point(mention);
            let fits = |level: &Indicator| levels_only && level.change.is_none() && !matches!(level.value, Amount::Percent(_));
            let levels = || self.out.iter().enumerate().skip(first).rev().filter(|(index, _)| standards.binary_search(index).is_err());
            let last = levels().next();
            let other = last.filter(|(_, last)| is_share(last) && last.change.is_some()).and_then(|_| levels().find(|(_, level)| fits(level)));
            // 出口12亿元,占出口总值的三成,同比增长5%: a share of what was told right before it
            // 完成产值66亿元,完成全年计划的一半,同比增长5%: nor does how much of a plan is done
            // 生产总值27万亿元,占全国的两成: the share is called by what has it
            let of_level = |last: &Indicator| {
                let before = levels().nth(1);
                before.and_then(|(_, level)| last.measure.strip_prefix(level.measure.as_str())).is_some_and(|rest| rest.starts_with('占'))
            };
            let of_other = |last: &Indicator| is_share(last) && (words!["占", "完成"].begin(&last.measure) || of_level(last));
            let shared = last.filter(|(_, last)| of_other(last)).and_then(|_| levels().find(|(_, level)| !is_share(level)));
            let level = other.or(shared.filter(|(_, level)| fits(level))).or(last).map(|(level, _)| level);
            // 民间投资增长3%;基础设施投资止跌回升,增长1%: what grew is told in the clause before, not in the segment before
            let told_before = |level: &usize| {
                let at = self.out.get(*level).and_then(|level| scene.get(level.mention)).map_or(clause.span.end, |mention| mention.span.end);
                let other = scene.clauses.at(at).is_some_and(|held| held.segment != clause.segment || held.sentence != clause.sentence);
                let opens =
                    index.checked_sub(1).and_then(|before| scene.clauses.list().get(before)).is_none_or(|before| before.segment != clause.segment);
                other && !opens
            };
            // 医药业下降3%,装备制造业延续回暖态势,增长8%: in the clause before, if what was told before it has moved already
            let moved = |level: &usize| levels_only && from == clause.span.start && self.out.get(*level).is_some_and(|level| level.change.is_some());
            let aside = level.filter(|level| told_before(level) || moved(level)).and_then(|_| self.understood(index, clause, mention));
            let size = |words: &String| words.chars().count() < 3 || words!["规模", "份额", "总量"].end(words);
            let aside = aside.filter(|words| level.is_some_and(|level| told_before(&level)) || !size(words));
            let level = level.filter(|_| aside.is_none());
            // 全省投资增长3%,占比三成,甲市增长2%: another's growth is of what grew last
            let named = self
                .thread
                .subject
                .as_ref()
                .filter(|named| clause.span.contains(named.span) && mention.kind() == Kind::Percent && !is_point(mention));
            let others =
                level.and_then(|level| self.out.get(level)).zip(named).is_some_and(|(level, named)| level.subject.as_ref() != Some(&named.name));
            let grew = || levels().map(|(_, level)| level).find(|level| is_growth(level));
            // 发电量最多,占全区的两成,比上年增长9%: a share does not grow by a rate; what it is a share of does
            let portion = level.and_then(|level| self.out.get(level)).filter(|level| levels_only && told.base.is_some() && level.change.is_none());
            // 工业税收占全部税收的一半,同比增长9%: what has the share
            let part = |level: &Indicator| level.measure.split_once('占').map(|(part, _)| part.to_owned()).filter(|part| part.chars().count() > 2);
            let portion = portion.and_then(|level| part_of_whole(&level.measure).map(str::to_owned).or_else(|| part(level)));
            let (level, aside) = if portion.is_some() { (None, portion) } else { (level, aside) };
            let aside = if others { grew().map(|level| level.measure.clone()).or(aside) } else { aside };
            let level = level.filter(|_| !others || aside.is_none());
            // 上半年增长2%,其中4月下降1%: the same at another time
            let own_date = self.date_in(clause.span, mention.span.start).filter(|date| scene.get(*date).is_some_and(|date| date.span.start >= from));
            let own_date = own_date.filter(|date| {
                let same = scene.get(*date).is_some_and(|date| self.words(date.span).ends_with("同期"));
                levels_only && self.firm(*date) && !same
            });
            let among = self.thread.among.is_some();
            let level = level.and_then(|level| self.out.get_mut(level));
            if let Some(level) = level {
                // 减少42.55亿元,下降11.7%: the rate says it better
                let held = level.change.as_ref();
                let rate = mention.kind() == Kind::Percent
                    && held.and_then(|held| held.value.as_ref()).is_some_and(|held| !matches!(held, Amount::Percent(_)));
                // 由3亿元增加到9亿元,增长2倍: how far it rose
                let risen = held.is_some_and(|held| held.value.is_none() && held.direction == change.direction && held.direction != "flat");
                let apart = own_date.is_some_and(|date| level.period_mention != Some(date)) && (among || held.is_some());
                if !apart && (held.is_none() || rate || risen) {
                    let base = held.filter(|_| risen && change.base == "unspecified").map(|held| held.base.clone());
                    level.change = Some(Change { base: base.unwrap_or_else(|| change.base.clone()), ..change });
                    level.evidence.push(Evidence::new("change", mention.span, "indicator.change.of_level"));
                    return;
                }
                // a second base of comparison (环比) is a rate of the same measure, told without a level of its own
                let other = level.change.as_ref().is_some_and(|held| held.base != change.base) && told.base.is_some();
                // 下降3%,比一季度收窄2个百分点: what narrowed is the fall
                if told.verb == "收窄" && level.change.as_ref().is_some_and(|held| held.direction == "down") {
                    return;
                }
                if apart || matches!(level.value, Amount::Percent(_)) || other && mention.kind() == Kind::Percent {
                    measure.words = level.measure.clone();
                    // 增加值增长5%,比一季度加快2个百分点: what quickened is its growth, what grows by a rate is not
                    let points = matches!(&level.value, Amount::Percent(percent) if percent.unit == PercentUnit::PercentagePoint);
                    let grows = measure.words.strip_suffix("增速").filter(|_| points && !is_point(mention)).map(str::to_owned);
                    let rate = matches!(level.change.as_ref().and_then(|held| held.value.as_ref()), Some(Amount::Percent(rate)) if rate.unit != PercentUnit::PercentagePoint);
                    let grown = is_growth(level) || rate && !matches!(level.value, Amount::Percent(_));
                    if is_point(mention) && grown && !measure.words.ends_with("增速") {
                        measure.words.push_str("增速");
                    }
                    measure.words = grows.unwrap_or(measure.words);
                } else {
                    return;
                }
            } else if let Some(words) = aside
                .or_else(|| self.understood(index, clause, mention))
                .or_else(|| own_date.and_then(|_| self.measure_of_whole()))
                .or_else(|| named.and_then(|named| self.grew_elsewhere(named)))
            {
                measure.words = words;
            } else {
                return;
            }
        }
        if words!["降幅", "增幅", "涨幅", "增速", "跌幅"].hold(&measure.words) {
            return; // 降幅收窄1.2个百分点 is a change of a change
        }
        if mention.kind() != Kind::Percent && told.base.is_none() {
            return; // 增加就业20人 is no growth of a level
        }
        if ATTRIBUTES.hold(&measure.words) {
            if let Some(owner) = self.dated_topic(from, own_end).or_else(|| self.attributed(index, clause)) {
                measure.words = format!("{owner}{}", measure.words);
            }
        }
        // 办理时间压缩60%: what is saved is told by its verb
        if told.verb == "压缩" {
            measure.words.push_str(told.verb);
        }
        let left = self.words(Span::new(from, mention.span.start));
        for noun in ["增速", "增幅", "涨幅", "降幅", "跌幅"] {
            if left.has(noun) && !measure.words.has(noun) {
                measure.words.push_str(noun);
            }
        }
        if let Some(owner) = &self.thread.project {
            if owner.is_none() {
                return;
            }
        }
        self.push(clause, figure, mention, measure, Some(change), None, None);
    }

    /// 高于全国平均2.1个百分点, 超时间进度6.6个百分点.
    pub(super) fn lead(&mut self, clause: &Clause, figure: usize, mention: &Mention, from: usize) {
        let left = self.words(Span::new(from, mention.span.start));
        let lead = LEADS.iter().filter_map(|lead| left.last_place_of(lead).map(|at| (at, *lead))).max();
        let Some((at, lead)) = lead.or_else(|| beside(left).map(|at| (at, ""))) else { return };
        // 比全省投资高出4个百分点: what it is compared with stands before
        let at = if lead == "高出" { left.get(..at).and_then(|before| before.rfind(['比', '较'])).unwrap_or(at) } else { at };
        let mut span = measure::trim(self.scene.text(), Span::new(from + at, mention.span.start));
        // 高于全国平均: what it is compared with
        if self.words(Span::new(span.end, mention.span.start)).starts_with("平均") {
            span.end += "平均".len();
        }
        // 分别快于全省2.5和1.3个百分点: figures without a unit are no part of it
        let words = self.words(span).trim_end_matches(|c: char| c.is_ascii_digit() || any!(".、和及个").of(c)).to_owned();
        if words.chars().count() >= 3 {
            self.push(clause, figure, mention, Measure { words, evidence: vec![span], ..Measure::default() }, None, None, None);
        }
    }
}

/// What joins the figures of a row, with the way that the next one turns: 和, 和下降.
fn joint(gap: &str) -> Option<Option<&'static str>> {
    let joins = words!["、", "和", "及", "与", "以及"];
    if joins.hold(gap) {
        return Some(None);
    }
    let verb = joins.strip_beginning(gap)?;
    let verb = words!["同比", "环比"].strip_beginning(verb).unwrap_or(verb);
    CHANGES.longest_beginning(verb).filter(|(word, _)| *word == verb).map(|(_, direction)| Some(*direction))
}

/// What is done with partners abroad.
pub(super) static TRADE: Words<&str> = Words::of(&["进出口", "出口", "进口", "贸易额", "进出口额", "出口额", "进口额"]);

/// What is quoted every day.
static QUOTED: Words<&str> =
    Words::of(&["综指", "成指", "板指", "沪指", "股指", "恒指", "道指", "纳指", "恒生指数", "期指", "股价", "期货", "收盘价"]);

/// Small numbers that are written out.
const WRITTEN: [char; 8] = ['两', '二', '三', '四', '五', '六', '七', '八'];

/// Words by which a rate is set against another: the points are a distance, no growth.
pub(super) static LEADS: Words<&str> =
    Words::of(&["高于", "快于", "低于", "超时间进度", "超序时进度", "领先", "好于", "高出", "拉动", "上拉", "下拉"]);

/// 比全国平均水平高2个百分点: where the comparison with another place or average starts; 比上年高 tells how a level moved.
pub(super) fn beside(left: &str) -> Option<usize> {
    const LONGEST: usize = 14;
    let head = left.strip_suffix('了').unwrap_or(left);
    let head = head.strip_suffix(['高', '低', '快', '慢'])?;
    let at = head.char_indices().rev().take(LONGEST).find(|(_, c)| matches!(c, '比' | '较')).map(|(at, _)| at)?;
    let other = head.get(at..)?;
    let place = words!["全国", "全省", "全市", "全县", "全区", "全州", "平均", "东部", "中部", "西部", "东北"].stand_in(other);
    place.then_some(at)
}

/// Whether an indicator tells how much something grew, and no level of it.
pub(super) fn is_growth(told: &Indicator) -> bool {
    told.change.as_ref().is_some_and(|change| change.value.as_ref() == Some(&told.value))
}

/// Whether an indicator tells a share of a whole.
fn is_share(level: &Indicator) -> bool {
    matches!(level.value, Amount::Percent(_))
        && (words!["占", "比重", "恢复到", "恢复至"].stand_in(&level.measure)
            || words!["预算", "目标", "任务", "全年计划", "年度计划"].end(&level.measure))
}

/// 占全区发电量 → 发电量: what a place has so much of, where its share of a larger one is told.
fn part_of_whole(measure: &str) -> Option<&str> {
    let whole = measure.strip_prefix('占')?;
    let part = words!["全国", "全省", "全市", "全县", "全区", "全州", "全盟", "全自治区", "我国", "我省", "我市", "我区"].strip_beginning(whole)?;
    (part.chars().count() >= 2).then_some(part)
}

/// Whether facts can be told of a name in a row of names.
fn is_subject(mention: &Mention) -> bool {
    matches!(mention.kind(), Kind::Place | Kind::Zone | Kind::Company)
}

pub(super) fn changed(base: &str, direction: &str, mention: &Mention) -> Change {
    let value = Amount::of(&mention.value);
    let negative = value
        .as_ref()
        .and_then(|value| value.magnitude().low)
        .and_then(crate::numeral::Figure::decimal)
        .is_some_and(|low| low.is_sign_negative() && !low.is_zero());
    let unmoved = value.as_ref().is_some_and(|value| {
        value.magnitude().low.and_then(crate::numeral::Figure::decimal).is_some_and(|low| low.is_zero()) && value.magnitude().bound == Bound::Exact
    });
    let direction = if unmoved {
        "flat"
    } else if negative {
        "down"
    } else {
        direction
    };
    Change { base: base.to_owned(), direction: direction.to_owned(), value }
}

pub(super) fn is_point(mention: &Mention) -> bool {
    matches!(&mention.value, Value::Percent(percent) if percent.unit == PercentUnit::PercentagePoint)
}
