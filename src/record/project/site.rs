//! Where a project is built: its zone and its place.

use super::overview;
use super::parties::Scene;
use super::refer::spans;
use super::walk::within;
use super::{ProjectRecord, is};
use crate::context::Mention;
use crate::entity::{Kind, Value, edge};
use crate::lexicon::{Division, Entry, Hit, lies_in};
use crate::limits::SITES;
use crate::seek::Seek;
use crate::span::Span;
use crate::word_table::words;

impl<'s> Scene<'s> {
    /// The zone named in the sentence, the nearest before the project first; else the one that the article is about.
    pub(super) fn zone(&self, record: &mut ProjectRecord) {
        // A zone in the name that is no park of its own says where: 北京城市副中心综合交通枢纽工程.
        let inner = self.own.iter().find_map(|own| {
            let inner = within(self.mentions, *own).find_map(|(_, mention)| match &mention.value {
                Value::Zone(zone) if mention.span != *own && (!zone.class.ends_with("park") || self.is_site(mention.span, *own)) => {
                    Some((zone.canonical.as_str(), mention.span))
                }
                _ => None,
            });
            inner.map(|(name, span)| self.innermost(name, span, *own))
        });
        if let Some((name, span)) = inner {
            record.zone = Some(name.to_owned());
            record.rests_on("zone", span);
            return;
        }
        if self.is_placed_apart() {
            return;
        }
        let inside_own = |span: Span| self.own.iter().any(|own| own.contains(span));
        let named = self.place_in_name(record).map(|(code, _)| code);
        for own in self.own {
            let sentence = self.sentence(own.start);
            let segment = self.clauses.at(own.start).map_or(sentence, |clause| self.clauses.segment(clause));
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
                // 雄安在线拉萨电: a zone of another province than the project's own is not where it is built
                let province = |code: &str| code.get(..2).map(str::to_owned);
                let far =
                    named.as_deref().zip(self.overview.place_of(name, |_| true)).is_some_and(|(own, (place, _))| province(own) != province(&place));
                if far || !segment.contains(mention.span) && (self.lies_elsewhere(name, named.as_deref()) || self.is_built(mention)) {
                    continue;
                }
                // A项目开工;乙公司在|B产业园建设C项目: behind a semicolon another firm's works are told
                let next = mention.span.start >= segment.end
                    && within(self.mentions, Span::new(segment.end, mention.span.start)).any(|(_, firm)| is(firm, Kind::Company));
                if next || record.name.has(name) || self.in_list(mention.span) || self.in_project(mention.span) || self.opens_member(mention.span) {
                    continue;
                }
                let before = mention.span.end <= own.start;
                if !before && !self.is_told_of(*own, mention.span) {
                    continue;
                }
                let distance = if before { own.start - mention.span.end } else { 10_000 + mention.span.start.saturating_sub(own.end) };
                zones.push((name, mention.span, distance));
            }
            if let Some((name, span, _)) = zones.into_iter().min_by_key(|(_, _, distance)| *distance) {
                record.zone = Some(name.to_owned());
                record.rests_on("zone", span);
                return;
            }
        }
        // Where the sentence names other zones, in the names of other projects, the article's own is not meant.
        let others = |name: &str| {
            let sentence = self.own.first().map_or(Span::new(0, 0), |own| self.sentence(own.start));
            // 远川物流园|项目: a park that is what is built is none
            let built =
                |zone: Span| self.in_project(zone) && self.context.text.get(zone.end..).is_some_and(|after| words!["项目", "建设项目"].begin(after));
            within(self.mentions, sentence).any(|(_, mention)| {
                matches!(&mention.value, Value::Zone(zone) if zone.canonical != name) && !inside_own(mention.span) && !built(mention.span)
            })
        };
        // what is told before the zone is named for the first time is not told of it
        let known = |span: Span| self.own.first().is_some_and(|own| span.start < self.sentence(own.start).end);
        let main = self.overview.main_zone.filter(|(name, span)| !others(name) && known(*span));
        if let Some((name, span)) = self.zone_of_paragraph(&record.name).or(main) {
            if name != record.name && !self.lies_elsewhere(name, named.as_deref()) && !self.is_told_elsewhere(name) {
                record.zone = Some(name.to_owned());
                record.rests_on("zone", span);
            }
        }
    }

    /// 望川经开区|清河工业园: the last of zones side by side.
    fn innermost(&self, name: &'s str, span: Span, own: Span) -> (&'s str, Span) {
        let next = self.mentions.partition_point(|mention| mention.span.start < span.end);
        let beside = self.mentions.iter().skip(next).take_while(|mention| mention.span.start == span.end);
        let zones = beside.filter_map(|mention| match &mention.value {
            // a park that the name ends with is what is built
            Value::Zone(zone) if !zone.class.ends_with("park") || self.is_site(mention.span, own) || self.begins_firm(mention.span.end) => {
                Some((zone.canonical.as_str(), mention.span))
            }
            _ => None,
        });
        zones.last().unwrap_or((name, span))
    }

    /// 临江工业区|南门社区地块项目: whether a park in the name says where, since what is built follows it.
    fn is_site(&self, zone: Span, own: Span) -> bool {
        const SHORTEST: usize = 4;
        let rest = Span::new(zone.end, own.end.max(zone.end)).of(self.context.text);
        let rest = words!["项目", "工程", "基地", "建设项目"].strip_ending(rest).unwrap_or(rest);
        let built = words!["一期", "二期", "三期", "改造", "扩建", "提升", "配套", "基础设施", "建设", "标准", "厂房"].begin(rest);
        words!["工业区", "工业园区", "工业集中区"].end(zone.of(self.context.text)) && rest.chars().count() >= SHORTEST && !built
    }

    /// A项目开工,位于甲开发区: whether a zone behind a project is told of it, in its own clause or as where it lies. 甲产业园5G工厂加快建设 is another.
    fn is_told_of(&self, own: Span, zone: Span) -> bool {
        let behind = self.context.text.get(..zone.start).unwrap_or_default();
        let clause = self.clauses.at(own.start);
        let lies = words!["在", "位于", "落户", "落户于", "选址", "选址于", "坐落于", "地处", "于", "入驻"].end(behind);
        lies || clause.is_some_and(|clause| zone.start < clause.span.end)
    }

    /// 建设|甲产业园;引进乙项目: whether a park is what is built, and not said to be where anything is.
    fn is_built(&self, zone: &Mention) -> bool {
        let park = matches!(&zone.value, Value::Zone(zone) if zone.class.ends_with("park"));
        let behind = self.context.text.get(..zone.span.start).unwrap_or_default();
        park && !words!["在", "位于", "落户", "入驻", "走进", "来到", "从", "到"].end(behind)
    }

    /// Whether the division that a project's name opens with is another than the one that a zone, named elsewhere, lies in: 宽城区海尔产业园项目 is not in
    /// 净月高新区, wherever that may be.
    fn lies_elsewhere(&self, zone: &str, named: Option<&str>) -> bool {
        let Some(own) = named else { return false };
        let stem = own.trim_end_matches("00").trim_end_matches("00");
        let place = self.overview.place_of(zone, |_| true);
        place.map_or(!own.ends_with("00"), |(place, _)| !place.starts_with(stem))
    }

    /// 甲公司在安次区投资建设的|X项目: whether the words before the project say that it lies outside the place of a zone that another sentence names.
    fn is_told_elsewhere(&self, zone: &str) -> bool {
        let Some(own) = self.own.first() else { return false };
        let Some(clause) = self.clauses.at(own.start) else { return false };
        let lead = Span::new(clause.span.start, own.start.max(clause.span.start));
        let told = within(self.mentions, lead).filter_map(|(_, mention)| match &mention.value {
            Value::Place(place) => place.code.as_deref().filter(|_| {
                self.context.text.get(..mention.span.start).is_some_and(|behind| words!["在", "位于", "落户", "来到", "走进"].end(behind))
            }),
            _ => None,
        });
        let apart = |code: &str, other: &str| code != other && !lies_in(code, other) && !lies_in(other, code);
        told.last().zip(self.overview.place_of(zone, |_| true)).is_some_and(|(told, (place, _))| apart(told, &place))
    }

    /// A在甲县建设的X项目、B在乙区建设的Y项目: whether the words of the list that are the project's own say where, and name no zone.
    fn is_placed_apart(&self) -> bool {
        let Some(own) = self.own.first() else { return false };
        let Some(clause) = self.clauses.at(own.start) else { return false };
        let segment = self.clauses.segment(clause);
        let before = Span::new(segment.start, own.start);
        let last = within(self.mentions, before).filter(|(_, mention)| is(mention, Kind::Project)).map(|(_, mention)| mention.span.end).last();
        let parted = last.is_some() || segment.start > self.sentence(own.start).start;
        let reach = Span::new(last.unwrap_or(segment.start).min(own.start), own.start);
        let mut placed = false;
        for (_, mention) in within(self.mentions, reach) {
            match mention.kind() {
                Kind::Zone => return false,
                Kind::Place => {
                    placed |= self.context.text.get(..mention.span.start).is_some_and(|behind| behind.ends_with('在') || behind.ends_with("位于"))
                }
                _ => {}
            }
        }
        parted && placed
    }

    /// 位于望川经开区|的A项目: whether a zone is told of the project right behind it, and so not of those in later sentences.
    fn is_of_another(&self, zone: Span) -> bool {
        let told = self.context.text.get(..zone.start).is_some_and(|behind| words!["位于", "坐落于", "落户"].end(behind));
        let of = self.context.text.get(zone.end..).is_some_and(|ahead| ahead.starts_with('的'));
        let next = self.mentions.partition_point(|mention| mention.span.start < zone.end + '的'.len_utf8());
        told && of && self.mentions.get(next).is_some_and(|mention| is(mention, Kind::Project) && mention.span.start == zone.end + '的'.len_utf8())
    }

    /// 具体包括:文昌航天城|科技创新平台一期、…: whether a zone opens the name of a member of a list, and so says nothing of the others.
    fn opens_member(&self, zone: Span) -> bool {
        let listed = self.context.text.get(..zone.start).is_some_and(|behind| behind.ends_with(['、', '：', ':']));
        let next = self.context.text.get(zone.end..).and_then(|ahead| ahead.chars().next());
        listed && next.is_some_and(|c| edge::is_han(c) && !"的在举开召内等将已是和与及".contains(c))
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
        let ahead = ahead.strip_prefix("项目").unwrap_or(ahead);
        // A综合保税区(一期)(北京部分)、
        let mut ahead = ahead;
        while let Some(inner) = ahead.strip_prefix(['(', '（']) {
            let Some(close) = inner.leading(BRACKET + 1).find([')', '）']) else { break };
            ahead = inner.get(close..).and_then(|closed| closed.strip_prefix([')', '）'])).unwrap_or_default();
        }
        ahead.starts_with('、') || behind.ends_with('、') || ahead.starts_with("等")
    }

    /// 五市及|甲开发区: whether a zone is named in one breath with other places, and so is not the one where anything is.
    fn is_joined(&self, zone: Span) -> bool {
        self.context.text.get(..zone.start).is_some_and(|behind| behind.ends_with('及'))
    }

    /// The last zone named in the paragraph before the project.
    fn zone_of_paragraph(&self, name: &str) -> Option<(&'s str, Span)> {
        self.own.iter().find_map(|own| {
            let paragraph = self.clauses.paragraph(self.clauses.index_at(own.start)?);
            let sites = self.overview.sites(self.mentions, Span::new(paragraph.start, own.start)).rev().take(SITES);
            // 建设|A产业园;合作建设B项目: what is built itself is not where the other lies
            let built = |mention: &Mention| {
                let behind = self.context.text.get(..mention.span.start).unwrap_or_default();
                words!["建设", "打造", "新建", "兴建", "于一体的"].end(behind) && self.is_built(mention)
            };
            // 从A基地到B开发区,处处…: the way that a reporter went
            let passed = |zone: Span| {
                let clause = self.clauses.at(zone.start).map_or(zone.start, |clause| clause.span.start);
                let behind = Span::new(clause.min(zone.start), zone.start).of(self.context.text);
                behind.ends_with('从') || behind.ends_with('到') && behind.starts_with('从')
            };
            // 等4个|怀柔科学城|领域重大项目: what the list before is called by
            let label = |zone: Span| {
                let behind = self.context.text.get(..zone.start).unwrap_or_default();
                let counts = behind.strip_suffix(['个', '项']).is_some_and(|figure| figure.ends_with(edge::is_figure));
                counts && self.context.text.get(zone.end..).is_some_and(|ahead| ahead.leading("领域重点建设项目".chars().count()).has("项目"))
            };
            sites
                .filter(|mention| {
                    !passed(mention.span)
                        && !label(mention.span)
                        && !self.is_of_another(mention.span)
                        && !self.opens_member(mention.span)
                        && !self.in_list(mention.span)
                        && !self.is_joined(mention.span)
                        && !self.in_project(mention.span)
                        && !built(mention)
                })
                .find_map(|mention| match &mention.value {
                    Value::Organization(_) => self.zone_of_body(mention.span.of(self.context.text)).map(|zone| (zone, mention.span)),
                    Value::Zone(zone) if !name.has(&zone.canonical) => Some((zone.canonical.as_str(), mention.span)),
                    _ => None,
                })
        })
    }

    pub(super) fn place(&self, record: &mut ProjectRecord) {
        // A firm from elsewhere may open the name: the zone knows better where it is built.
        let known = |(code, _): &(String, Span)| self.overview.may_lie(code);
        let near = self.place_of_zone(record, true).filter(known);
        let zone = near.clone().or_else(|| self.place_of_zone(record, false)).filter(known);
        // 临港区 may be anywhere: where its name tells no place, the publisher's own place decides.
        let publisher = self.overview.publisher.clone().zip(self.own.first().copied());
        let stem = |code: &str| code.trim_end_matches("00").trim_end_matches("00").to_owned();
        let apart = |a: &str, b: &str| !stem(a).starts_with(&stem(b)) && !stem(b).starts_with(&stem(a));
        let opens_with_place =
            |name: &str| self.context.lexicon.scan(name).iter().any(|hit| hit.span.start == 0 && matches!(hit.entry, Entry::Division(_)));
        if let (Some((place, _)), Some((own, span))) = (&zone, &publisher) {
            if apart(place, own) && record.zone.as_deref().is_some_and(|name| !opens_with_place(name)) {
                record.place = Some(own.clone());
                record.rests_on("place", *span);
                return;
            }
        }
        // 引进的|山东蓝湾环保设备项目: where the firm comes from
        // 美国云鲲生产基地, where a zone of this country is told: the same
        let abroad =
            |(code, span): &(String, Span)| record.zone.is_some() && code.len() == "US".len() && self.own.iter().any(|own| own.start == span.start);
        let brought = self.own.first().is_some_and(|own| {
            self.context
                .text
                .get(..own.start)
                .is_some_and(|behind| words!["引进的", "引进了", "引进", "引入", "引入的", "招引", "招引的"].end(behind))
        });
        let in_name = self
            .place_in_name(record)
            .filter(|found| !brought && !abroad(found))
            .filter(|(code, _)| zone.as_ref().is_none_or(|(place, _)| code.starts_with(place.trim_end_matches("00").trim_end_matches("00"))));
        // 在福州市闽清县建设福州基地: a place told inside the one that the name tells says more
        let inside = in_name.as_ref().and_then(|(code, _)| self.place_near().filter(|(near, _)| near != code && lies_in(near, code)));
        let in_name = inside.or(in_name);
        // 河北新闻网 writes of all its province: the place that the article is about says where in it.
        let main = self.overview.main_place.map(|(code, span)| (code.to_owned(), span));
        let closer = main.clone().filter(|(main, _)| publisher.as_ref().is_none_or(|(own, _)| lies_in(main, own)));
        let told = || self.place_near().or_else(|| self.place_of_paragraph());
        // 武安市云鲲钢铁公司扩建项目: where nothing else is told, the county of the firm, if the article is about no other place
        let around = || publisher.as_ref().or(main.as_ref()).map(|(code, _)| code.clone());
        let of_firm = || self.county_of_firm().filter(|(code, _)| around().is_none_or(|above| lies_in(code, &above)));
        let named = in_name.is_some();
        // 安徽省洼地治理工程 is of the whole province
        let whole = in_name.as_ref().is_some_and(|(_, span)| words!["省", "自治区", "市"].end(span.of(self.context.text)));
        let near = in_name.or(near).or_else(told).or(zone).or_else(of_firm);
        // 北京某开发区, 在呼伦贝尔市的推介会上: the county that the article is about says where in it
        let within = |code: &str| {
            let narrower = main.clone().filter(|(main, _)| main != code && lies_in(main, code));
            let narrower = narrower.or_else(|| self.overview.inside(code).map(|(inner, span)| (inner.to_owned(), span)));
            narrower.filter(|_| !whole && (!named || code.ends_with("0000")))
        };
        let near = near.map(|(code, span)| within(&code).unwrap_or((code, span)));
        if let Some((code, span)) = near.or(closer).or(publisher.clone()).or(main.clone()) {
            record.place = Some(code);
            record.rests_on("place", span);
        }
    }

    /// The county that opens the name of the firm with which the project's name opens: 武安市|云鲲钢铁公司扩建项目.
    fn county_of_firm(&self) -> Option<(String, Span)> {
        self.own.iter().find_map(|own| {
            let opening = edge::starting_at(self.context.hits, own.start, self.context.text.len());
            let firm = within(self.mentions, *own).any(|(_, mention)| is(mention, Kind::Company) && mention.span.start == own.start);
            let counties = opening.filter_map(|hit| match &hit.entry {
                Entry::Division(division)
                    if firm && division.full && division.level == "county" && division.last_year.is_none() && !hit.ambiguous =>
                {
                    Some((division.code.to_owned(), hit.span))
                }
                _ => None,
            });
            counties.last()
        })
    }

    /// 蔚县水毁公路恢复重建工程: the last division named in the name, outside the names of companies in it.
    fn place_in_name(&self, record: &ProjectRecord) -> Option<(String, Span)> {
        for span in spans(record, self.mentions) {
            let firms: Vec<Span> = within(self.mentions, span)
                .filter(|(_, mention)| is(mention, Kind::Company) && mention.span != span)
                .map(|(_, mention)| mention.span)
                .collect();
            // 泰和高性能纤维项目 of 宁夏泰和芳纶有限公司: the brand of its firm is no place.
            let brand = |hit: &Hit<'_>, division: &Division<'_>| {
                let words = hit.span.of(self.context.text);
                !division.full && division.level == "county" && hit.span.start == span.start && record.investors.iter().any(|firm| firm.has(words))
            };
            let inner = edge::within(self.context.hits, span.start, span.end);
            let divisions: Vec<(Span, &str)> = inner
                .filter(|hit| !firms.iter().any(|firm| firm.overlaps(hit.span)))
                .filter_map(|hit| match &hit.entry {
                    Entry::Division(division)
                        if division.last_year.is_none()
                            && !brand(hit, division)
                            && !hit.ambiguous
                            && (division.full || division.level == "province" || !self.names_a_feature(hit.span)) =>
                    {
                        Some((hit.span, division.code))
                    }
                    _ => None,
                })
                .collect();
            // 甲省送乙省输电工程 lies in both
            let runs = span.of(self.context.text).contains(['至', '到', '送', '入', '通', '—', '-', '与', '和', '及', '、']);
            if let Some(found) = chain(&divisions, span, &firms, runs) {
                return Some(found);
            }
        }
        None
    }

    /// 伊通|河, 榆树|沟: the short name of a county as that of a river, a mountain or a hamlet.
    fn names_a_feature(&self, span: Span) -> bool {
        let after = self.context.text.get(span.end..).unwrap_or_default();
        after.starts_with(['河', '江', '湖', '山', '岭', '湾', '溪', '峡', '沟', '坝', '坪', '屯', '庄', '寨', '洼', '桥', '堡', '滩'])
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

    /// The county or city that an earlier sentence of the paragraph opens with: 平罗今年确定50个项目。A项目预计明年建成.
    fn place_of_paragraph(&self) -> Option<(String, Span)> {
        let mut looked_through = None;
        self.own.iter().find_map(|own| {
            let index = self.clauses.index_at(own.start)?;
            let before = Span::new(self.clauses.paragraph(index).start, self.sentence(own.start).start);
            if looked_through.replace(before) == Some(before) {
                return None; // named again in the same sentence
            }
            let opening = |mention: &Mention| {
                let Value::Place(place) = &mention.value else { return None };
                let code = place.code.clone().filter(|code| !code.contains('-') && !code.ends_with("0000"))?;
                let clause = self.clauses.at(mention.span.start)?;
                let first = within(self.mentions, Span::new(clause.span.start, mention.span.end)).find(|(_, first)| !is(first, Kind::Date))?;
                let opens = self.clauses.sentence_start(clause) == clause.span.start && first.1.span == mention.span;
                opens.then_some(code)
            };
            within(self.mentions, before).filter_map(|(_, mention)| opening(mention).map(|code| (code, mention.span))).last()
        })
    }

    /// The place named nearest before the project in its sentence.
    fn place_near(&self) -> Option<(String, Span)> {
        for own in self.own {
            let sentence = self.sentence(own.start);
            let coded = |mention: &Mention| match &mention.value {
                Value::Place(_) if overview::helps(self.context.text, mention.span) => None,
                // 中国500强企业: the country itself says nothing of where
                Value::Place(place) if place.code.as_deref() == Some("CN") => None,
                // 日本|岛野液压: where a firm comes from
                Value::Place(place) if place.code.as_deref().is_some_and(|code| code.len() == 2) && self.begins_firm(mention.span.end) => None,
                Value::Place(place) => {
                    place.code.clone().or_else(|| place.parent.clone()).filter(|code| !code.contains('-')).map(|code| (code, mention.span))
                }
                _ => None,
            };
            // A项目落户甲市;…的|B项目落户乙市: between its own semicolons first
            let segment = self.clauses.at(own.start).map_or(sentence, |clause| self.clauses.segment(clause));
            let settles = |stretch: Span| {
                within(self.mentions, Span::new(own.end, stretch.end.max(own.end))).find_map(|(_, mention)| {
                    coded(mention).filter(|_| {
                        self.context.text.get(..mention.span.start).is_some_and(|behind| {
                            let listed = self.context.text.get(own.end..).is_some_and(|after| after.starts_with(['、', '和', '及', '等']));
                            words!["在", "落户", "落地", "落户于", "落子"].end(behind)
                                || !listed && words!["位于", "坐落于", "地处", "选址", "选址于"].end(behind)
                        })
                    })
                })
            };
            if let Some(found) = settles(segment).filter(|_| segment.start > sentence.start) {
                return Some(self.narrowest(found));
            }
            // 位于甲区的A项目、|乙区的|B项目: right before its name
            let owned = self.context.text.get(..own.start).and_then(|behind| behind.strip_suffix('的')).map(str::len);
            let beside = |at: usize| within(self.mentions, Span::new(sentence.start, at)).filter(move |(_, mention)| mention.span.end == at);
            let beside =
                owned.and_then(|at| beside(at).filter_map(|(_, mention)| coded(mention)).max_by_key(|(code, span)| (code.len(), span.start)));
            if beside.is_some() {
                return beside;
            }
            // A division of China says where before a country that some firm comes from; 广西、四川等省份 are no site.
            let before = within(self.mentions, Span::new(sentence.start, own.start))
                .filter(|(_, mention)| !self.in_list(mention.span))
                .filter_map(|(_, mention)| coded(mention))
                .max_by_key(|(code, span)| (code.len(), span.start));
            if let Some(found) = before.or_else(|| settles(sentence)) {
                return Some(self.narrowest(found));
            }
        }
        None
    }

    /// Whether the name of a firm begins at a byte.
    fn begins_firm(&self, at: usize) -> bool {
        let next = self.mentions.partition_point(|mention| mention.span.start < at);
        self.mentions.iter().skip(next).take_while(|mention| mention.span.start == at).any(|mention| is(mention, Kind::Company))
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
}

/// How many characters a bracket behind the name of a zone has at most that belongs to it.
const BRACKET: usize = 6;

/// The narrowest of divisions side by side that open a name, at its front or right behind the firm that does: 河北霸州…, 合盛鄯善….
fn chain(divisions: &[(Span, &str)], name: Span, firms: &[Span], runs: bool) -> Option<(String, Span)> {
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
            // 潮|白河森林生态带: behind a single character a short one is cut out of a word
            .filter(|(span, _)| span.len() >= FULL || span.start <= name.start + NEAR && span.start != name.start + "潮".len())
            .max_by_key(|(span, _)| span.len())
            .map(|(span, code)| (*code, *span))
    };
    // 湖北卓越服饰|新疆服装项目: of two provinces the first is where the firm comes from
    let other = found.filter(|(code, _)| !runs && code.ends_with("0000")).and_then(|(code, span)| {
        let mut later = divisions.iter().filter(|(later, own)| later.start > span.end && own.ends_with("0000") && *own != code);
        later.next().map(|(span, code)| (*code, *span))
    });
    other.or(found).or_else(further).map(|(code, span)| (code.to_owned(), span))
}
