//! Who invests, where, with whom, and what is made.

use super::overview::Overview;
use super::refer::spans;
use super::walk::within;
use super::{ProjectRecord, canonical, is};
use crate::context::{Context, Mention};
use crate::entity::{Kind, Value};
use crate::lexicon::{Entry, lies_in};
use crate::overlap::Nesting;
use crate::record::clause::Clauses;
use crate::record::link::SUBSIDIARIES;
use crate::span::Span;
use crate::word_table::{Words, words};

/// Fills what is told by the words around the names of a record.
pub(super) fn settle(scene: &Scene<'_>, record: &mut ProjectRecord) {
    scene.investors(record);
    scene.zone(record);
    scene.place(record);
    scene.counterparty(record);
    scene.products(record);
    scene.nature(record);
}

pub(super) struct Scene<'s> {
    pub(super) context: &'s Context<'s>,
    pub(super) overview: &'s Overview<'s>,
    pub(super) mentions: &'s [Mention],
    pub(super) nesting: &'s Nesting,
    pub(super) clauses: &'s Clauses,
    /// Where the names of the record stand.
    pub(super) own: &'s [Span],
}

impl<'s> Scene<'s> {
    fn sentence(&self, at: usize) -> Span {
        self.clauses.index_at(at).map_or(Span::new(at, at), |index| self.clauses.sentence(index))
    }

    fn investors(&self, record: &mut ProjectRecord) {
        let mut found: Vec<(String, Span)> = Vec::new();
        for span in spans(record, self.mentions) {
            let firms: Vec<&Mention> = within(self.mentions, span).map(|(_, mention)| mention).filter(|mention| is(mention, Kind::Company)).collect();
            for mention in &firms {
                if firms.iter().any(|outer| outer.span.contains(mention.span) && outer.span != mention.span) {
                    continue;
                }
                add(&mut found, canonical(self.context, mention), mention.span);
            }
        }
        if found.is_empty() {
            // 优康利莱健康产业园项目 opens with the brand of a company that the article names.
            let names = [record.name.as_str()].into_iter().chain(record.aliases.iter().map(String::as_str));
            for name in names {
                for (firm, span) in self.overview.firms_of(name) {
                    add(&mut found, firm, span);
                }
            }
        }
        if found.is_empty() {
            if let Some(firm) = self.own.iter().find_map(|own| self.firm_in_front(*own)) {
                add(&mut found, firm.of(self.context.text), firm);
            }
        }
        if found.is_empty() {
            // 丰树(齐河)国际食品智造产业园: what stands before a place in brackets is a firm.
            if let Some((own, at)) = self.own.iter().find_map(|own| own.of(self.context.text).find(['(', '（']).map(|at| (own, at))) {
                let firm = Span::new(own.start, own.start + at);
                let close = self
                    .context
                    .hits
                    .iter()
                    .any(|hit| hit.span.start > firm.end && hit.span.start <= firm.end + 3 && matches!(hit.entry, Entry::Division(_)));
                if close && (2..=8).contains(&firm.of(self.context.text).chars().count()) {
                    add(&mut found, firm.of(self.context.text), firm);
                }
            }
        }
        if found.is_empty() {
            for (name, span) in self.named_investors() {
                add(&mut found, name, span);
            }
        }
        for (name, span) in found {
            record.investors.push(name);
            record.rests_on("investors", span);
        }
    }

    /// 新浦化学 in 江苏泰州新浦化学高端化学品项目: a brand with the word of a trade behind it, and more of the name behind both.
    fn firm_in_front(&self, own: Span) -> Option<Span> {
        let first = self.context.hits.partition_point(|hit| hit.span.start < own.start);
        let hits: Vec<_> =
            self.context.hits.iter().skip(first).take_while(|hit| hit.span.start < own.end).filter(|hit| hit.span.end <= own.end).collect();
        let mut places = 0;
        let mut start = own.start;
        while let Some(hit) = hits
            .iter()
            .filter(|hit| hit.span.start == start && matches!(hit.entry, Entry::Division(_)) && !hit.ambiguous)
            .max_by_key(|hit| hit.span.len())
        {
            start = hit.span.end;
            places += 1;
        }
        let words =
            |at: usize| hits.iter().filter(move |hit| hit.span.start == at && matches!(hit.entry, Entry::CompanyWord)).map(|hit| hit.span.end).max();
        let brand_end = hits
            .iter()
            .filter(|hit| matches!(hit.entry, Entry::CompanyWord) && FIRM_WORDS.hold(hit.span.of(self.context.text)) && hit.span.start > start)
            .map(|hit| hit.span.start)
            .min()?;
        let brand = Span::new(start, brand_end);
        let known =
            hits.iter().any(|hit| hit.span.overlaps(brand) && hit.span.len() > 3 && matches!(hit.entry, Entry::Industry { .. } | Entry::CompanyWord));
        let mut end = words(brand_end)?;
        while let Some(next) = words(end) {
            end = next;
        }
        let rest = Span::new(end, own.end).of(self.context.text).chars().count();
        let fits = (2..=3).contains(&brand.of(self.context.text).chars().count()) && !known && rest >= 5 && places > 0;
        // One place opens the name of the firm; a chain of places says where it is.
        fits.then(|| Span::new(if places == 1 { own.start } else { start }, end))
    }

    /// 投资方是A公司; A公司拟投资建设…项目; 由A、B共同投资.
    fn named_investors(&self) -> Vec<(&'s str, Span)> {
        for own in self.own {
            let sentence = self.sentence(own.start);
            let after = Span::new(own.end, sentence.end.max(own.end));
            let ahead = after.of(self.context.text);
            for marker in ["投资方是", "投资方为", "投资方系", "投资主体为", "投资主体是", "由"] {
                let Some(at) = ahead.find(marker) else { continue };
                let at = after.start + at + marker.len();
                if marker == "由" && !self.invests(Span::new(at, sentence.end)) {
                    continue;
                }
                let list = self.list_from(at);
                if !list.is_empty() {
                    return list;
                }
            }
            // 就建设X项目与A公司签订协议
            if let Some(at) = ahead.find('与').map(|at| after.start + at + '与'.len_utf8()) {
                let list = self.list_from(at);
                let said = list.last().map(|(_, last)| Span::new(last.end, sentence.end.max(last.end)).of(self.context.text));
                if said.is_some_and(|said| said.starts_with('签') || said.starts_with("达成")) {
                    return list;
                }
            }
            let list = self.list_before(Span::new(sentence.start, own.start));
            if !list.is_empty() {
                return list;
            }
        }
        Vec::new()
    }

    fn invests(&self, span: Span) -> bool {
        let words: String = span.of(self.context.text).chars().take(40).collect();
        words!["投资", "兴建", "出资", "建设运营", "开发建设"].stand_in(&words)
    }

    /// The companies that stand in a list from `at` on.
    fn list_from(&self, at: usize) -> Vec<(&'s str, Span)> {
        let mut end = at;
        let mut list = Vec::new();
        let first = self.mentions.partition_point(|mention| mention.span.start < at);
        for mention in self.mentions.iter().skip(first) {
            let gap = Span::new(end, mention.span.start).of(self.context.text);
            // 由远川集团全资子公司蓝湾电子投资: the subsidiary is meant
            if SUBSIDIARIES.hold(gap) && !list.is_empty() && is(mention, Kind::Company) {
                list.pop();
                list.push((canonical(self.context, mention), mention.span));
                end = mention.span.end;
                continue;
            }
            let joined = if list.is_empty() { mention.span.start == at } else { matches!(gap, "、" | "和" | "与" | "及") };
            if mention.span.start < end {
                continue;
            }
            if !joined || !is(mention, Kind::Company) {
                break;
            }
            list.push((canonical(self.context, mention), mention.span));
            end = mention.span.end;
        }
        list
    }

    /// The nearest list of companies before the project that is the subject of a verb of investing.
    fn list_before(&self, span: Span) -> Vec<(&'s str, Span)> {
        let text = self.context.text;
        let outer = |index: usize| {
            let mut holders = self.nesting.holders(index).filter_map(|holder| self.mentions.get(holder));
            !holders.any(|holder| matches!(holder.kind(), Kind::Zone | Kind::Organization | Kind::Project))
        };
        let companies: Vec<&Mention> =
            within(self.mentions, span).filter(|(index, mention)| is(mention, Kind::Company) && outer(*index)).map(|(_, mention)| mention).collect();
        let Some(last) = companies.last() else { return Vec::new() };
        let verbs = Span::new(last.span.end, span.end).of(text);
        // 与A公司X项目成功签约: the firm stands right before the name
        let sentence = self.sentence(span.end);
        let signed = verbs.trim().is_empty() && Span::new(span.end, sentence.end.max(span.end)).of(text).contains('签');
        // 赴A公司完成交接: who is only visited
        let visited = words!["赴", "赴往", "前往", "走访", "拜访", "对接", "约谈"].end(Span::new(span.start, last.span.start).of(text));
        if visited {
            return Vec::new();
        }
        if !words!["投资", "建设", "新建", "兴建", "签", "打造", "投建", "实施", "设立"].stand_in(verbs) && !signed || verbs.contains("中标")
        {
            return Vec::new();
        }
        let mut list = vec![(canonical(self.context, last), last.span)];
        let mut start = last.span.start;
        for mention in companies.iter().rev().skip(1) {
            let gap = Span::new(mention.span.end, start).of(text);
            if !matches!(gap, "、" | "和" | "与" | "及") {
                break;
            }
            list.push((canonical(self.context, mention), mention.span));
            start = mention.span.start;
        }
        // A公司与管委会、B集团签署X项目: who stands before 与 signs with those behind it
        let alone = verbs.contains('签') && !words!["共同", "联合", "合作"].stand_in(verbs);
        if let Some(party) = alone.then(|| self.party_before(span.start, start)).flatten() {
            return vec![(canonical(self.context, party), party.span)];
        }
        // 公司、A、B: the company that announces it is one of them.
        if text.get(..start).is_some_and(|behind| words!["公司、", "公司与", "公司和"].end(behind)) {
            if let Some(announcer) = companies.first().filter(|first| first.span.start < start) {
                list.push((canonical(self.context, announcer), announcer.span));
            }
        }
        list.reverse();
        list
    }

    /// The company before 与 that signs with the list of bodies and companies ending at `at`.
    fn party_before(&self, from: usize, at: usize) -> Option<&'s Mention> {
        let text = self.context.text;
        let mut start = at;
        let before: Vec<&Mention> = within(self.mentions, Span::new(from, at)).map(|(_, mention)| mention).collect();
        for mention in before.iter().rev().filter(|mention| matches!(mention.kind(), Kind::Company | Kind::Organization)) {
            match Span::new(mention.span.end.min(start), start).of(text) {
                "、" | "" => start = mention.span.start,
                "与" | "和" | "同" => return Some(mention).filter(|mention| is(mention, Kind::Company)).copied(),
                _ => return None,
            }
        }
        None
    }

    /// The zone named in the sentence, the nearest before the project first; else the one that the article is about.
    fn zone(&self, record: &mut ProjectRecord) {
        // A zone in the name that is no park of its own says where: 北京城市副中心综合交通枢纽工程.
        let inner = self.own.iter().find_map(|own| {
            within(self.mentions, *own).find_map(|(_, mention)| match &mention.value {
                Value::Zone(zone) if mention.span != *own && !zone.class.ends_with("park") => Some((zone.canonical.as_str(), mention.span)),
                _ => None,
            })
        });
        if let Some((name, span)) = inner {
            record.zone = Some(name.to_owned());
            record.rests_on("zone", span);
            return;
        }
        let inside_own = |span: Span| self.own.iter().any(|own| own.contains(span));
        for own in self.own {
            let sentence = self.sentence(own.start);
            let mut zones: Vec<(&str, Span, usize)> = Vec::new();
            for (_, mention) in within(self.mentions, sentence).filter(|(_, mention)| !inside_own(mention.span)) {
                let name = match &mention.value {
                    Value::Zone(zone) if zone.canonical != record.name => zone.canonical.as_str(),
                    Value::Organization(_) => match self.zone_of_body(mention.span.of(self.context.text)) {
                        Some(zone) => zone,
                        None => continue,
                    },
                    _ => continue,
                };
                if record.name.contains(name) || self.in_list(mention.span) || self.in_project(mention.span) {
                    continue;
                }
                let before = mention.span.end <= own.start;
                let distance = if before { own.start - mention.span.end } else { 10_000 + mention.span.start.saturating_sub(own.end) };
                zones.push((name, mention.span, distance));
            }
            if let Some((name, span, _)) = zones.into_iter().min_by_key(|(_, _, distance)| *distance) {
                record.zone = Some(name.to_owned());
                record.rests_on("zone", span);
                return;
            }
        }
        if let Some((name, span)) = self.zone_of_paragraph(&record.name).or(self.overview.main_zone) {
            if name != record.name {
                record.zone = Some(name.to_owned());
                record.rests_on("zone", span);
            }
        }
    }

    /// Whether a name stands inside the name of a project.
    fn in_project(&self, span: Span) -> bool {
        let near = self.mentions.partition_point(|mention| mention.span.start <= span.start);
        self.mentions.iter().take(near).rev().take(8).any(|mention| is(mention, Kind::Project) && mention.span.contains(span) && mention.span != span)
    }

    /// 黄石大冶湖高新技术产业开发区管理委员会, 中川园区自然资源局 → the zone whose body it is.
    fn zone_of_body(&self, body: &'s str) -> Option<&'s str> {
        let run = words!["管理委员会", "管委会", "党工委"].strip_ending(body);
        let run = run.filter(|zone| zone.chars().count() >= 3 && words!["区", "园", "城", "港"].end(zone));
        run.or_else(|| self.overview.zone_of(body))
    }

    /// Whether a name is a member of a list: parks named side by side are no places of each other.
    fn in_list(&self, span: Span) -> bool {
        let ahead = self.context.text.get(span.end..).unwrap_or_default();
        let behind = self.context.text.get(..span.start).unwrap_or_default();
        ahead.starts_with('、') || behind.ends_with('、') || ahead.starts_with("等")
    }

    /// The last zone named in the paragraph before the project.
    fn zone_of_paragraph(&self, name: &str) -> Option<(&'s str, Span)> {
        self.own.iter().find_map(|own| {
            let paragraph = self.clauses.paragraph(self.clauses.index_at(own.start)?);
            let sites = self.overview.sites(self.mentions, Span::new(paragraph.start, own.start)).rev().take(SITES);
            sites.filter(|mention| !self.in_list(mention.span) && !self.in_project(mention.span)).find_map(|mention| match &mention.value {
                Value::Organization(_) => self.zone_of_body(mention.span.of(self.context.text)).map(|zone| (zone, mention.span)),
                Value::Zone(zone) if !name.contains(&zone.canonical) => Some((zone.canonical.as_str(), mention.span)),
                _ => None,
            })
        })
    }

    fn place(&self, record: &mut ProjectRecord) {
        // A firm from elsewhere may open the name: the zone knows better where it is built.
        let known = |(code, _): &(String, Span)| self.overview.may_lie(code);
        let near = self.place_of_zone(record, true).filter(known);
        let zone = near.clone().or_else(|| self.place_of_zone(record, false)).filter(known);
        // 临港区 may be anywhere: where its name tells no place, the publisher's own place decides.
        let publisher = self.overview.publisher.clone().zip(self.own.first().copied());
        let stem = |code: &str| code.trim_end_matches("00").trim_end_matches("00").to_owned();
        let apart = |a: &str, b: &str| !stem(a).starts_with(&stem(b)) && !stem(b).starts_with(&stem(a));
        let placeless = record
            .zone
            .as_deref()
            .is_some_and(|name| !self.context.lexicon.scan(name).iter().any(|hit| hit.span.start == 0 && matches!(hit.entry, Entry::Division(_))));
        if let (Some((place, _)), Some((own, span)), true) = (&zone, &publisher, placeless) {
            if apart(place, own) {
                record.place = Some(own.clone());
                record.rests_on("place", *span);
                return;
            }
        }
        let in_name = self
            .place_in_name(record)
            .filter(|(code, _)| zone.as_ref().is_none_or(|(place, _)| code.starts_with(place.trim_end_matches("00").trim_end_matches("00"))));
        // 河北新闻网 writes of all its province: the place that the article is about says where in it.
        let main = self.overview.main_place.map(|(code, span)| (code.to_owned(), span));
        let closer = main.clone().filter(|(main, _)| publisher.as_ref().is_none_or(|(own, _)| lies_in(main, own)));
        if let Some((code, span)) = in_name.or(near).or_else(|| self.place_near()).or(zone).or(closer).or(publisher).or(main) {
            record.place = Some(code);
            record.rests_on("place", span);
        }
    }

    /// 蔚县水毁公路恢复重建工程: the last division named in the name, outside the names of companies in it.
    fn place_in_name(&self, record: &ProjectRecord) -> Option<(String, Span)> {
        for span in spans(record, self.mentions) {
            let firms: Vec<Span> = within(self.mentions, span)
                .filter(|(_, mention)| is(mention, Kind::Company) && mention.span != span)
                .map(|(_, mention)| mention.span)
                .collect();
            let first = self.context.hits.partition_point(|hit| hit.span.start < span.start);
            let inner = self.context.hits.iter().skip(first).take_while(|hit| hit.span.start < span.end);
            let divisions: Vec<(Span, &str)> = inner
                .filter(|hit| hit.span.end <= span.end && !firms.iter().any(|firm| firm.overlaps(hit.span)))
                .filter_map(|hit| match &hit.entry {
                    Entry::Division(division) if division.last_year.is_none() && !hit.ambiguous => Some((hit.span, division.code)),
                    _ => None,
                })
                .collect();
            if let Some(found) = chain(&divisions, span, &firms) {
                return Some(found);
            }
        }
        None
    }

    fn place_of_zone(&self, record: &ProjectRecord, near: bool) -> Option<(String, Span)> {
        let name = record.zone.as_deref()?;
        let sentences: Vec<Span> = self.own.iter().map(|own| self.sentence(own.start)).collect();
        let told = self.overview.place_of(name, |span| !near || sentences.iter().any(|sentence| sentence.contains(span)));
        // 合肥高新技术产业开发区, named by its body alone: its own name says where
        let own = || {
            let span = record.evidence.get("zone")?.first().copied()?;
            let hits = self.context.lexicon.scan(name);
            let divisions = hits.iter().filter(|hit| hit.span.start == 0 && !hit.ambiguous).filter_map(|hit| match &hit.entry {
                Entry::Division(division) if division.last_year.is_none() => Some(division.code),
                _ => None,
            });
            divisions.max_by_key(|code| (code.ends_with("00"), code.ends_with("0000"))).map(|code| (code.to_owned(), span))
        };
        told.or_else(|| (!near).then(own).flatten())
    }

    /// The place named nearest before the project in its sentence, else in the sentence before it in the paragraph.
    fn place_near(&self) -> Option<(String, Span)> {
        for own in self.own {
            let sentence = self.sentence(own.start);
            let coded = |mention: &Mention| match &mention.value {
                Value::Place(place) => {
                    place.code.clone().or_else(|| place.parent.clone()).filter(|code| !code.contains('-')).map(|code| (code, mention.span))
                }
                _ => None,
            };
            // A division of China says where before a country that some firm comes from.
            let before = within(self.mentions, Span::new(sentence.start, own.start))
                .filter_map(|(_, mention)| coded(mention))
                .max_by_key(|(code, span)| (code.len(), span.start));
            let after = || {
                within(self.mentions, Span::new(own.end, sentence.end)).find_map(|(_, mention)| {
                    coded(mention).filter(|_| {
                        self.context
                            .text
                            .get(..mention.span.start)
                            .is_some_and(|behind| behind.ends_with('在') || behind.ends_with("落户") || behind.ends_with("落地"))
                    })
                })
            };
            if let Some(found) = before.or_else(after) {
                return Some(self.narrowest(found));
            }
        }
        None
    }

    /// 江苏昆山: the last of places side by side.
    fn narrowest(&self, mut found: (String, Span)) -> (String, Span) {
        for (_, mention) in within(self.mentions, Span::new(found.1.end, found.1.end + 40)) {
            let Value::Place(place) = &mention.value else { continue };
            if mention.span.start == found.1.end {
                if let Some(code) = &place.code {
                    found = (code.clone(), mention.span);
                }
            }
        }
        found
    }

    /// 与市政府签订: the body behind 与 in a sentence of signing.
    fn counterparty(&self, record: &mut ProjectRecord) {
        for own in self.own {
            let sentence = self.sentence(own.start);
            let words = sentence.of(self.context.text);
            if !words!["签约", "签订", "签署", "签下"].stand_in(words) {
                continue;
            }
            for (_, mention) in within(self.mentions, sentence).filter(|(_, mention)| is(mention, Kind::Organization)) {
                let behind = self.context.text.get(..mention.span.start).unwrap_or_default();
                let ahead = self.context.text.get(mention.span.end..).unwrap_or_default();
                if behind.ends_with(['与', '和', '同']) || ahead.starts_with(['与', '和']) {
                    let name = canonical(self.context, mention).to_owned();
                    if !record.counterparty.contains(&name) {
                        record.counterparty.push(name);
                        record.rests_on("counterparty", mention.span);
                    }
                }
            }
        }
    }

    /// 主要生产A、B: what is made, as listed.
    fn products(&self, record: &mut ProjectRecord) {
        static MARKERS: Words<&str> = Words::of(&[
            "主要研发生产",
            "主要生产",
            "专业生产",
            "主要从事",
            "专业从事",
            "主要产品为",
            "主导产品为",
            "产品主要有",
            "主要产品有",
            "主要产品包括",
            "产品包括",
        ]);
        for own in self.own {
            let sentence = self.sentence(own.start);
            let after = Span::new(own.end, sentence.end.max(own.end));
            let ahead = after.of(self.context.text);
            let Some((at, marker)) = MARKERS.iter().filter_map(|marker| ahead.find(marker).map(|at| (at, *marker))).min() else { continue };
            let start = after.start + at + marker.len();
            let rest = Span::new(start, sentence.end.max(start)).of(self.context.text);
            let length = rest.find([',', '，', ';', '；', '。']).unwrap_or(rest.len());
            let list = rest.get(..length).unwrap_or_default();
            let list = list.split('等').next().unwrap_or(list);
            for product in list.split(['、', '和', '与']).map(str::trim).filter(|product| (2..=12).contains(&product.chars().count())) {
                record.products.push(product.to_owned());
            }
            if !record.products.is_empty() {
                record.rests_on("products", Span::new(start, start + list.len()));
                return;
            }
        }
    }

    fn nature(&self, record: &mut ProjectRecord) {
        static NATURES: Words<(&str, &str)> = Words::of_pairs(&[
            ("改扩建", "expansion"),
            ("扩建", "expansion"),
            ("扩产", "expansion"),
            ("增资", "expansion"),
            ("扩能", "expansion"),
            ("技术改造", "renovation"),
            ("技改", "renovation"),
            ("改造", "renovation"),
            ("升级", "renovation"),
            ("改建", "renovation"),
            ("迁建", "relocation"),
            ("搬迁", "relocation"),
            ("重建", "reconstruction"),
            ("修复", "reconstruction"),
            ("新建", "new"),
        ]);
        let found = self.own.iter().find_map(|own| {
            NATURES.iter().find_map(|(word, nature)| {
                own.of(self.context.text).find(word).map(|at| (*nature, Span::new(own.start + at, own.start + at + word.len())))
            })
        });
        let before = || {
            self.own.iter().find_map(|own| {
                self.context
                    .text
                    .get(..own.start)
                    .filter(|behind| behind.ends_with("新建"))
                    .map(|_| ("new", Span::new(own.start - "新建".len(), own.start)))
            })
        };
        if let Some((nature, span)) = found.or_else(before) {
            record.nature = Some(nature.to_owned());
            record.rests_on("nature", span);
        }
    }
}

/// How many zones and bodies before a project are asked whether it stands there.
const SITES: usize = 64;

/// Words of trade that close the short name of a firm.
static FIRM_WORDS: Words<&str> = Words::of(&[
    "科技",
    "电子",
    "化学",
    "药业",
    "制药",
    "股份",
    "集团",
    "重工",
    "光电",
    "电器",
    "生物",
    "生物科技",
    "实业",
    "新材",
    "新材料",
    "能源",
    "控股",
    "半导体",
]);

fn add(found: &mut Vec<(String, Span)>, name: &str, span: Span) {
    if !found.iter().any(|(known, _)| known == name) {
        found.push((name.to_owned(), span));
    }
}

/// The narrowest of divisions side by side that open a name, at its front or right behind the firm that does: 河北霸州…, 合盛鄯善….
fn chain(divisions: &[(Span, &str)], name: Span, firms: &[Span]) -> Option<(String, Span)> {
    let mut found: Option<(&str, Span)> = None;
    let mut at = name.start;
    for _ in 0..4 {
        let firm = firms.iter().find(|firm| found.is_none() && firm.start == at && firm.end < name.end);
        let from = firm.map_or(at, |firm| firm.end);
        let inside = |code: &str| found.is_none_or(|(known, _)| code.starts_with(known.trim_end_matches("00").trim_end_matches("00")));
        // Of several divisions of one name the highest, or the one inside the division before.
        let next = divisions
            .iter()
            .filter(|(span, code)| (span.start == at || span.start == from) && inside(code))
            .max_by_key(|(span, code)| (span.len(), code.ends_with("0000"), code.ends_with("00")));
        let Some((span, code)) = next else { break };
        found = Some((code, *span));
        at = span.end;
    }
    // 桂林长塘水库 opens with a division; a longer full name further in counts too.
    // A short one (高密 in 高密度) only near the front.
    const FULL: usize = "某某县".len();
    const NEAR: usize = "某某某(".len();
    let further = || {
        divisions
            .iter()
            .filter(|(span, _)| span.len() >= FULL || span.start <= name.start + NEAR)
            .max_by_key(|(span, _)| span.len())
            .map(|(span, code)| (*code, *span))
    };
    found.or_else(further).map(|(code, span)| (code.to_owned(), span))
}
