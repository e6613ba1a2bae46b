//! Who invests, with whom, and what is made.

use super::overview::Overview;
use super::refer::spans;
use super::walk::within;
use super::{ProjectRecord, canonical, is};
use crate::context::{Context, Mention};
use crate::entity::{Kind, Value, edge, industry};
use crate::lexicon::Entry;
use crate::overlap::Nesting;
use crate::record::clause::Clauses;
use crate::record::link::SUBSIDIARIES;
use crate::seek::Seek;
use crate::span::Span;
use crate::word_table::{Words, words};

/// Fills what is told by the words around the names of a record.
pub(super) fn settle(scene: &Scene<'_>, record: &mut ProjectRecord) {
    scene.investors(record);
    scene.zone(record);
    scene.place(record);
    scene.counterparty(record);
    scene.industry(record);
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
    pub(super) fn sentence(&self, at: usize) -> Span {
        self.clauses.index_at(at).map_or(Span::new(at, at), |index| self.clauses.sentence(index))
    }

    fn investors(&self, record: &mut ProjectRecord) {
        let mut found: Vec<(String, Span)> = Vec::new();
        for span in spans(record, self.mentions) {
            let firms: Vec<&Mention> = within(self.mentions, span).map(|(_, mention)| mention).filter(|mention| is(mention, Kind::Company)).collect();
            // 巴润工业园区|包钢搬迁项目: a firm in the name of a zone that only says where
            let named = |zone: &Mention| {
                let rest = Span::new(zone.span.end, span.end).of(self.context.text);
                rest.is_empty() || words!["项目", "建设", "工程", "一期", "二期", "三期", "首期", "配套", "基础设施", "改造", "扩建"].begin(rest)
            };
            let zones = within(self.mentions, span).map(|(_, mention)| mention).filter(|mention| is(mention, Kind::Zone) && !named(mention));
            let sites: Vec<Span> = zones.map(|zone| zone.span).collect();
            let sited = |firm: &Mention| sites.iter().any(|site| site.contains(firm.span) && *site != firm.span);
            for mention in &firms {
                if sited(mention) {
                    continue;
                }
                if firms.iter().any(|outer| outer.span.contains(mention.span) && outer.span != mention.span) {
                    continue;
                }
                add(&mut found, canonical(self.context, mention), mention.span);
            }
        }
        // 国华科技研发基地项目,由北京国华科技集团投资建设: the sentence tells which firm of that name.
        let told =
            || self.named_investors().into_iter().filter(|(name, _)| found.iter().all(|(short, _)| name.len() > short.len() && name.has(short)));
        if let Some((name, span)) = (found.len() == 1).then(told).and_then(|mut told| told.next()) {
            found.clear();
            add(&mut found, name, span);
        }
        // 甲公司投资3亿元的|乙公司制氧项目: who is told to invest, not whom the project is called by
        if let Some((name, span)) = self.own.iter().find_map(|own| self.told_to_invest(*own)) {
            found.clear();
            add(&mut found, name, span);
        }
        // 该项目由A公司与B公司共同出资: who is told to pay, before whose brand the name holds
        if found.is_empty() {
            for (name, span) in self.own.iter().find_map(|own| self.agents(*own)).unwrap_or_default() {
                add(&mut found, name, span);
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
                let inside = edge::within(self.context.hits, firm.end + 1, self.context.text.len());
                let close = inside.take_while(|hit| hit.span.start <= firm.end + '（'.len_utf8()).any(|hit| {
                    let closes = self.context.text.get(hit.span.end..).is_some_and(|after| after.starts_with([')', '）']));
                    closes && matches!(hit.entry, Entry::Division(_))
                });
                let zone = words!["区", "县", "市", "园", "镇"].end(firm.of(self.context.text));
                let place = || {
                    edge::starting_at(self.context.hits, firm.start, firm.end)
                        .any(|hit| hit.span == firm && matches!(hit.entry, Entry::Division(_) | Entry::Country { .. }))
                };
                if close && !zone && !place() && (2..=8).contains(&firm.of(self.context.text).chars().count()) {
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

    /// The firm before 投资, an amount and 的, or in 由A公司投资建设的, right in front of a project's name.
    fn told_to_invest(&self, own: Span) -> Option<(&'s str, Span)> {
        let clause = self.clauses.at(own.start)?;
        let before = Span::new(clause.span.start, own.start);
        let (_, firm) = within(self.mentions, before).filter(|(_, mention)| is(mention, Kind::Company)).last()?;
        let agent = self.context.text.get(..firm.span.start).is_some_and(|behind| behind.ends_with('由'));
        let builds = Span::new(firm.span.end, own.start).of(self.context.text);
        if agent
            && words!["投资", "投资建设", "投资兴建", "投资打造", "投资新建", "出资建设", "投资开发", "投资建设运营"]
                .hold(builds.trim_end_matches('的'))
        {
            return Some((canonical(self.context, firm), firm.span));
        }
        let (_, amount) = within(self.mentions, Span::new(firm.span.end, own.start)).find(|(_, mention)| is(mention, Kind::Money))?;
        let verb = Span::new(firm.span.end, amount.span.start).of(self.context.text);
        let joined = Span::new(amount.span.end, own.start).of(self.context.text) == "的";
        (joined && words!["投资", "总投资", "计划投资", "拟投资", "斥资"].hold(verb)).then(|| (canonical(self.context, firm), firm.span))
    }

    /// 新浦化学 in 江苏泰州新浦化学高端化学品项目: a brand with the word of a trade behind it, and more of the name behind both.
    fn firm_in_front(&self, own: Span) -> Option<Span> {
        let hits: Vec<_> = edge::within(self.context.hits, own.start, own.end).collect();
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
            // A项目落户甲市;由乙公司投资的|B项目: where another is named, what stands behind the semicolon is told of that
            let other = within(self.mentions, Span::new(own.end, sentence.end.max(own.end))).any(|(_, mention)| is(mention, Kind::Project));
            let segment = self.clauses.at(own.start).filter(|_| other).map_or(sentence, |clause| self.clauses.segment(clause));
            let after = Span::new(own.end, segment.end.max(own.end));
            let ahead = after.of(self.context.text);
            for marker in ["投资方是", "投资方为", "投资方系", "投资主体为", "投资主体是", "由"] {
                let Some(at) = ahead.place_of(marker) else { continue };
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
            // 甲公司投资的A项目;乙公司投资建设的|B项目: whose it is stands between the semicolons.
            let owned = self.context.text.get(..own.start).is_some_and(|behind| behind.ends_with('的'));
            let parted = |from: usize| owned || within(self.mentions, Span::new(sentence.start, from)).any(|(_, mention)| is(mention, Kind::Project));
            let segment = self.clauses.at(own.start).map(|clause| self.clauses.segment(clause).start).filter(|from| parted(*from));
            let list = self.list_before(Span::new(segment.unwrap_or(sentence.start).min(own.start), own.start));
            if !list.is_empty() {
                return list;
            }
            let list: Vec<_> = self.firm_meant(*own).into_iter().collect();
            if !list.is_empty() {
                return list;
            }
        }
        Vec::new()
    }

    /// The firms behind 由 that pay for what is named right before it.
    fn agents(&self, own: Span) -> Option<Vec<(&'s str, Span)>> {
        let at = self.context.text.get(own.end..).filter(|ahead| ahead.starts_with('由')).map(|_| own.end + '由'.len_utf8())?;
        let list = self.list_from(at);
        let last = list.last()?.1;
        let deed = self.context.text.get(last.end..)?.trim_start_matches("共同").trim_start_matches("联合").trim_start_matches("合作");
        words!["投资", "出资", "合资"].begin(deed).then_some(list)
    }

    fn invests(&self, span: Span) -> bool {
        let words = span.of(self.context.text).leading(40);
        words!["投资", "兴建", "出资", "建设运营", "开发建设", "合资"].stand_in(words)
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
            let joins = || words!["、", "和", "与", "及", "联合", "携手", "会同"].hold(gap);
            let joined = if list.is_empty() { mention.span.start == at } else { joins() };
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
        // A公司由B公司引进: who brings an investor in does not invest.
        let brings = |mention: &Mention| text.get(mention.span.end..).is_some_and(|after| words!["引进", "引入", "招引", "牵线"].begin(after));
        let companies = within(self.mentions, span).filter(|(index, mention)| is(mention, Kind::Company) && outer(*index) && !brings(mention));
        let companies: Vec<&Mention> = companies.map(|(_, mention)| mention).collect();
        let Some(last) = companies.last() else { return Vec::new() };
        let verbs = Span::new(last.span.end, span.end).of(text);
        // A、B等战略|投资者,推动…: who may invest does not do so yet
        if words!["投资者", "投资商", "投资机构"].stand_in(verbs) {
            return Vec::new();
        }
        // 与A公司X项目成功签约: the firm stands right before the name
        let sentence = self.sentence(span.end);
        let signed = verbs.trim().is_empty() && Span::new(span.end, sentence.end.max(span.end)).of(text).contains('签');
        // 赴A公司完成交接: who is only visited
        let visited = words!["赴", "赴往", "前往", "走访", "拜访", "对接", "约谈", "会见", "会见了", "会见来自", "拜会", "接待", "接待了"]
            .end(Span::new(span.start, last.span.start).of(text));
        if visited {
            return Vec::new();
        }
        // 蓝湾集团的|新材料项目: whose it is
        let owns = matches!(verbs, "的" | "\"" | "“" | "的“" | "合作的" | "合作建设的");
        // 甲公司拟募资5亿元,用于A项目
        let raises = || words!["募资", "募集", "定增", "增发", "发行"].stand_in(verbs) && verbs.has("用于");
        if !owns && !raises() && !words!["投资", "建设", "新建", "兴建", "签", "达成", "打造", "投建", "实施", "设立"].stand_in(verbs) && !signed
            || verbs.has("中标")
        {
            return Vec::new();
        }
        let mut list = vec![(canonical(self.context, last), last.span)];
        let mut start = last.span.start;
        for mention in companies.iter().rev().skip(1) {
            let gap = Span::new(mention.span.end, start).of(text);
            // A公司拟联合B集团建设X项目
            let joins = words!["联合", "拟联合", "将联合", "携手", "将携手", "拟与", "将与"].hold(gap);
            if !matches!(gap, "、" | "和" | "与" | "及") && !joins {
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

    /// 该公司新建的|A项目; “公司将新建|A项目。”蓝湾集团总经理说: the firm that a common noun stands for.
    fn firm_meant(&self, own: Span) -> Option<(&'s str, Span)> {
        const SPEAKER: usize = 120;
        let text = self.context.text;
        let at = self.clauses.index_at(own.start)?;
        let sentence = self.clauses.sentence(at);
        let lead = Span::new(sentence.start, own.start);
        let open = lead.of(text).rsplit_once('“').map(|(_, said)| said).filter(|said| !said.contains('”'));
        let opener = open.unwrap_or_else(|| lead.of(text));
        let (word, rest) = FIRM_MEANT.iter().find_map(|word| opener.strip_prefix(word).map(|rest| (*word, rest)))?;
        let acts = words!["投资", "建设", "新建", "兴建", "打造", "实施", "上马", "签约", "签下"].stand_in(rest)
            || words!["募资", "募集", "定增", "增发", "发行"].stand_in(rest) && rest.has("用于");
        let said = Span::new(own.start - opener.len().min(own.start), own.start);
        if !acts || within(self.mentions, said).any(|(_, mention)| is(mention, Kind::Company)) {
            return None;
        }
        let firm = |(_, mention): (usize, &'s Mention)| is(mention, Kind::Company).then(|| (canonical(self.context, mention), mention.span));
        // 公司 in the mouth of one of its people is theirs
        if open.is_some() {
            let close = text.get(own.end..)?.char_indices().take(SPEAKER).find(|(_, c)| matches!(c, '”' | '"')).map(|(at, _)| own.end + at)?;
            let behind = self.clauses.sentence(self.clauses.index_at(close + '”'.len_utf8())?);
            let teller = Span::new(close, behind.end.max(close));
            let person = within(self.mentions, teller).find(|(_, mention)| is(mention, Kind::Person))?;
            return within(self.mentions, Span::new(close, person.1.span.start)).filter_map(firm).last();
        }
        let paragraph = self.clauses.paragraph(at);
        let mut named = within(self.mentions, Span::new(paragraph.start, sentence.start)).filter_map(firm);
        let first = named.next()?;
        (!matches!(word, "公司" | "我们") && named.all(|(name, _)| name == first.0)).then_some(first)
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

    /// 精细化工项目: the sector that its own name tells, the nearest to its head. The trade in the full name of a firm is the firm's.
    fn industry(&self, record: &mut ProjectRecord) {
        let sector = |own: &Span| {
            let firm = |at: Span| {
                within(self.mentions, *own)
                    .any(|(_, mention)| matches!(&mention.value, Value::Company(firm) if firm.form.is_some() && mention.span.contains(at)))
            };
            let inside = edge::within(self.context.hits, own.start, own.end);
            let sectors = inside.filter(|hit| matches!(hit.entry, Entry::Industry { .. }) && !hit.ambiguous && !firm(hit.span)).map(|hit| hit.span);
            // 研发 is a step of every sector
            let whole = |span: &Span| span.of(self.context.text) != "研发" && !industry::is_cut(self.context.text, *span);
            sectors.filter(whole).max_by_key(|span| (span.end, span.len()))
        };
        if let Some(span) = self.own.iter().find_map(sector) {
            let words = span.of(self.context.text);
            let named = words.strip_suffix("产业").unwrap_or(words);
            record.industry = Some(named.to_owned());
            record.rests_on("industry", Span::new(span.start, span.start + named.len()));
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
                own.of(self.context.text).place_of(word).map(|at| (*nature, Span::new(own.start + at, own.start + at + word.len())))
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

/// Common nouns that stand for a firm named before, and for the speaker's own.
static FIRM_MEANT: Words<&str> = Words::of(&["该公司", "该企业", "该集团", "公司", "我们"]);

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
