//! Levels: what a figure counts or measures.

use super::behind;
use super::change;
use super::measure::{self, Measure};
use super::no_fact::{is_bare_rate, is_project_amount};
use super::noun;
use super::rate::{LEADS, beside, is_growth, is_point};
use super::reader::Reader;
use super::words::{CHANGES, HEADS, PACKAGE_HEADS, PROJECT_FIELDS, STOPS, TAILS, VERBS};
use crate::context::Mention;
use crate::entity::{Kind, Value};
use crate::limits::REPEATS;
use crate::magnitude::Bound;
use crate::record::Amount;
use crate::record::clause::Clause;
use crate::seek::{Seek, any};
use crate::span::Span;
use crate::word_table::{Words, words};

impl<'a> Reader<'_, 'a> {
    #[allow(clippy::too_many_arguments)]
    pub(super) fn figure(&mut self, index: usize, clause: &Clause, figure: usize, mention: &Mention, from: usize, until: usize, next: Option<usize>) {
        let scene = self.scene;
        let left = self.words(Span::new(from, mention.span.start));
        let right = self.words(Span::new(mention.span.end, clause.span.end));
        let kind = mention.kind();
        if self.is_no_fact(clause, mention, from, left, right) || self.reached(figure, mention, left, from) {
            return;
        }
        if self.quota(clause, figure, mention, from, next) {
            return;
        }
        if let Some(measure) = self.some_of_those(index, clause, mention, left, right) {
            self.push(clause, figure, mention, measure, None, None, None);
            return;
        }
        let counted = || {
            scene
                .within(Span::new(clause.span.start, mention.span.start))
                .last()
                .and_then(|before| scene.get(before))
                .filter(|before| before.span.end == mention.span.start)
        };
        if kind == Kind::Quantity && !measure::counts(&mention.value) && counted().is_some_and(|before| measure::counts(&before.value)) {
            return; // 5条500千伏线路
        }
        if self.is_size_class(mention, left, right) {
            // 25个项目投资额均在5000万元以上: the class of what was counted last
            let counted = from > clause.span.start; // with its own count in the same clause
            if counted && words!["均在", "都在", "均达", "普遍在"].end(left) {
                if let Some(held) = self.out.iter_mut().rev().take(4).find(|held| PACKAGE_HEADS.end(&held.measure)) {
                    held.size_class = held.size_class.take().or_else(|| Amount::of(&mention.value));
                }
            }
            // the class is told with the figure that it qualifies
            return;
        }
        let size = self.size_before(clause, mention).or_else(|| self.size_behind(mention, next));
        // 净利润3.9亿元,上年同期为3.2亿元: the same of the year before
        let earlier = words!["上年同期", "去年同期"].strip_beginning(left).filter(|said| matches!(*said, "为" | "是" | "仅为" | "仅" | "则为"));
        if earlier.is_some() && from == clause.span.start {
            let date =
                scene.within(Span::new(from, mention.span.start)).next().filter(|date| scene.get(*date).is_some_and(|m| m.kind() == Kind::Date));
            let held = self.out.get(self.thread.first..).unwrap_or_default().iter().rev().find(|held| held.value.kind() == kind);
            if let (Some(date), Some(held)) = (date, held) {
                let measure = Measure { words: held.measure.clone(), evidence: vec![Span::new(from, mention.span.start)], ..Measure::default() };
                self.push_at(clause, figure, mention, measure, Some(date));
                return;
            }
        }
        // 潍坊5个、聊城3个: a name and a figure
        if let Some((level, period)) = self.standard(clause, mention, left, right) {
            self.push_at(clause, figure, mention, level, Some(period));
            return;
        }
        if let Some((named, words)) = self.per_name(from, mention) {
            let mut measure = Measure { words, evidence: vec![Span::new(from, mention.span.start)], ..Measure::default() };
            // 宽城区18个项目、二道区10个项目: what is counted is told again
            if let Some(noun) = noun::noun_phrase(right, false).and_then(|end| right.get(..end)).filter(|_| measure::counts(&mention.value)) {
                let done = measure.words.strip_suffix(noun).is_some_and(measure::is_verb);
                measure.words = if done { measure.words } else { noun.to_owned() };
                measure.evidence.push(Span::new(mention.span.end, mention.span.end + noun.len()));
                measure.noun = Some(noun.to_owned());
            }
            self.push(clause, figure, mention, measure, None, Some(named), size);
            return;
        }
        if kind == Kind::Percent && (is_point(mention) && (LEADS.stand_in(left) || beside(left).is_some()) || left.has("拉动")) {
            return self.lead(clause, figure, mention, from);
        }
        if matches!(kind, Kind::Percent) || left.contains(['比', '较', '多', '少', '增', '减', '缩']) {
            if let Some(told) = change::told(left) {
                let own = measure::trim(scene.text(), Span::new(from, from + told.start)).is_empty();
                let bare = own
                    && EXPLICIT.hold(told.verb)
                    && self.out.len() > self.thread.first
                    && self
                        .out
                        .last()
                        .is_some_and(|held| held.value.kind() == kind && held.change.as_ref().is_none_or(|change| change.value.is_none()));
                if kind == Kind::Percent || told.base.is_some() || bare {
                    self.changed_by(index, clause, figure, mention, from, told);
                    return;
                }
            }
            if kind == Kind::Percent
                && words![
                    "的增长",
                    "增长",
                    "的增速",
                    "的增幅",
                    "的高增长",
                    "高速增长",
                    "快速增长",
                    "较快增长",
                    "稳定增长",
                    "的快速增长",
                    "的较快增长",
                    "的正增长",
                    "的高速增长",
                    "的稳定增长"
                ]
                .begin(right)
            {
                let told = change::Told { verb: "增长", base: left.has("同比").then_some("year_on_year"), direction: "up", start: left.len() };
                self.changed_by(index, clause, figure, mention, from, told);
                return;
            }
        }
        if kind == Kind::Percent && is_point(mention) {
            return self.lead(clause, figure, mention, from);
        }
        if is_project_amount(scene, mention, right, next) {
            return;
        }
        if let Some((level, change)) = self.moved(clause, mention, from, until) {
            let told =
                scene.within(Span::new(from, mention.span.start)).last().filter(|date| scene.get(*date).is_some_and(|m| m.kind() == Kind::Date));
            let since =
                left.rfind(['由', '从']).is_some_and(|at| told.and_then(|date| scene.get(date)).is_some_and(|date| date.span.start > from + at));
            match told.filter(|_| since && change.is_none()) {
                Some(date) => self.push_at(clause, figure, mention, level, Some(date)), // 由去年同期的1.2万辆增至…
                None => {
                    self.forced = told.filter(|_| change.is_some()); // …升至2022年的138亿元
                    self.push(clause, figure, mention, level, change, None, size);
                    self.forced = None;
                }
            }
            return;
        }
        if is_bare_rate(mention, left, right) {
            return;
        }
        let clean = left.trim_end_matches(|c: char| c.is_whitespace() || any!("“‘\"").of(c));
        // the class stands between the figure and its noun: 3个 万亿元级 产业基地
        let class = next.and_then(|next| scene.get(next)).filter(|class| class.span.start == mention.span.end);
        // 5条500千伏线路: so does the size of each
        let sized = class.is_some_and(|class| class.kind() == Kind::Quantity && !measure::counts(&class.value)) && measure::counts(&mention.value);
        let class = class.filter(|_| size.is_some() || sized);
        let (figure_span, until) = match class {
            Some(class) => (Span::new(mention.span.start, class.span.end), self.next_figure(class.span.end, clause)),
            None => (mention.span, until),
        };
        let last = until == clause.span.end;
        let behind = || behind::told(scene, from, figure_span, until, last);
        let noun_before = words!["额", "资本", "资金", "值", "量", "收入", "税收", "投资", "成本", "外资"].end(clean);
        let behind = match kind {
            Kind::Quantity if measure::counts(&mention.value) || right.starts_with('的') || starts_with_head(right) => behind(),
            Kind::Quantity if clean.ends_with('的') => return, // 建造的17.4万立方米运输船 describes it
            // 创造了全市42%的地区生产总值: the part that it has of the whole's
            Kind::Percent if right.starts_with('的') && self.of_whole(from, mention, until).is_some() => self.of_whole(from, mention, until),
            Kind::Percent if right.starts_with('的') => {
                let words = measure::told_before(scene, from, mention.span.start).words;
                (words.is_empty() || measure::is_verb(&words)).then(behind).flatten()
            }
            // 实现每年50亿元的产值
            Kind::Money if right.starts_with('的') => {
                let words = measure::told_before(scene, from, mention.span.start).words;
                let bare = words.is_empty() || measure::is_verb(&words);
                (bare && last)
                    .then(behind)
                    .flatten()
                    .filter(|told| is_fund(told.noun.as_deref()) && right.len() <= '的'.len_utf8() + told.noun.as_ref().map_or(0, String::len))
            }
            Kind::Money if !noun_before => {
                behind().filter(|told| is_fund(told.noun.as_deref()) || starts_with_head(right) && told.evidence.len() > 1)
            }
            _ => None,
        };
        // 年产10万吨A和5万吨B: what stands before 和 belongs to the figure before
        if behind.is_none()
            && from > clause.span.start
            && (clean.ends_with(['和', '与', '及']) || clean.ends_with('、') && kind == Kind::Quantity && !measure::counts(&mention.value))
        {
            return;
        }
        let is_share = left.contains('占');
        // 企业超过七成的订单来自海外: so much of what stands behind
        if behind.is_none() && kind == Kind::Percent && !is_share && !is_times(mention) && right.starts_with('的') && !GOES_ON.begin(right) {
            return;
        }
        let measure = match behind {
            Some(told) => {
                if told.noun.as_deref().is_some_and(measure::is_abstract) || words!["赴", "走进", "来自", "分赴"].end(left.trim_end_matches("全国"))
                {
                    return;
                }
                if let Some(again) = self.repeated(mention, told.noun.as_deref(), left) {
                    self.open_breakdown(clause, &told, again);
                    return;
                }
                told
            }
            None => {
                let mut told = measure::told_before(scene, from, mention.span.start);
                if kind == Kind::Percent && is_share {
                    let noun =
                        noun::noun_phrase(right, false).filter(|_| !right.starts_with("以")).and_then(|end| right.get(..end)).unwrap_or_default();
                    told.words = share(left, &told.words, noun);
                    if size.is_some() && left.starts_with("的占") {
                        // 项目中投资额10亿元以上的占69.2%
                        told.words = self.share_of_class(clause, mention);
                    }
                }
                if is_times(mention) {
                    told.words = self.ratio(left, told.words);
                } else if kind == Kind::Percent && !is_share {
                    told.words = self.set_against(left, from, told.words);
                }
                // 投入12亿元扶持企业改造: the verb alone tells nothing, its purpose does
                if kind == Kind::Money && measure::is_verb(&told.words) && last {
                    if let Some(purpose) = self.purpose(mention.span.end, clause.span.end) {
                        told.words = format!("{}{}", told.words, measure::unquoted(self.words(purpose)));
                        told.evidence.push(purpose);
                    }
                }
                // 完成9亿吨保供煤任务: what was done with what
                let goods = kind == Kind::Quantity && !measure::counts(&mention.value) && measure::is_verb(&told.words) && !PLANTS.stand_in(right);
                if let Some(noun) = product(right).filter(|_| goods && last) {
                    told.words.push_str(&measure::unquoted(noun));
                    told.evidence.push(Span::new(mention.span.end, mention.span.end + noun.len()));
                }
                if let Some(head) = told.words.strip_suffix("年产").filter(|_| kind == Kind::Quantity) {
                    // 年产120万吨乙烯装置 says how large a plant is
                    if PLANTS.stand_in(right) {
                        return;
                    }
                    if let Some(product) = product(right).filter(|_| head.is_empty() || head.ends_with("具备") || measure::is_verb(head)) {
                        told.words = format!("年产{product}");
                    }
                }
                if matches!(mention.value, Value::Quantity(_)) && !measure::counts(&mention.value) && is_extent(&told.words, left) {
                    return;
                }
                told
            }
        };
        self.settle(index, clause, figure, mention, measure, size, left, next);
    }

    /// 增长26%至6.8亿元: what grew is told behind its growth.
    fn reached(&mut self, figure: usize, mention: &Mention, left: &str, from: usize) -> bool {
        let scene = self.scene;
        // 增长6%、突破2万亿元: the bound tells it
        let passes = matches!(left, "" | "、" | "并") && words!["突破", "超过", "超"].begin(self.words(mention.span));
        let reaches = (passes || matches!(left, "至" | "到" | "达到" | "达" | "，至" | ",至" | "、达到" | "、达")) && mention.kind() != Kind::Percent;
        let Some(value) = reaches.then(|| Amount::of(&mention.value)).flatten() else { return false };
        let grown = self.out.last_mut().filter(|held| {
            is_growth(held)
                && scene
                    .get(held.mention)
                    .is_some_and(|rate| rate.span.end == from || matches!(Span::new(rate.span.end, from).of(scene.text()), "," | "，"))
        });
        let Some(held) = grown else { return false };
        (held.value, held.mention) = (value, figure);
        for evidence in held.evidence.iter_mut().filter(|evidence| evidence.field == "value") {
            (evidence.span, evidence.rule) = (mention.span, mention.rule.into());
        }
        true
    }

    /// Judges a level and files it.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn settle(
        &mut self,
        index: usize,
        clause: &Clause,
        figure: usize,
        mention: &Mention,
        mut measure: Measure,
        size: Option<Amount>,
        left: &str,
        next: Option<usize>,
    ) {
        let kind = mention.kind();
        // 与去年全年的23.5亿元相当: only when
        if words!["去年全年", "上年全年", "去年同期", "上年同期", "同期", "全年", "相比"].hold(&measure.words) {
            return;
        }
        if matches!(measure.words.as_str(), "占" | "占比" | "占比重" | "比重") {
            let held = self.out.get(self.thread.first..).unwrap_or_default().iter().rev().find(|held| !LEADS.begin(&held.measure));
            let opens = mention.span.start - left.len() == clause.span.start;
            if let Some(whole) = opens.then(|| self.shared_before(index, clause, mention)).flatten() {
                measure.words = format!("{whole}占比");
            } else if let Some(held) = held.filter(|held| !held.measure.contains('占')) {
                measure.words = format!("{}占比", held.measure.trim_end_matches("增速")); // what grew has the share
            }
        }
        // 进出口总额158亿元,占海南省的13%: the share of what was told before
        let share = measure.words.strip_prefix("约").unwrap_or(&measure.words).strip_prefix('占').filter(|_| kind == Kind::Percent);
        let place = |whole: &str| {
            words!["全国", "全省", "全市", "全县", "全区", "全州", "全疆"].hold(whole)
                || self
                    .scene
                    .within(Span::new(mention.span.start - left.len(), mention.span.start))
                    .filter_map(|index| self.scene.get(index))
                    .any(|named| named.kind() == Kind::Place && named.span.of(self.scene.text()) == whole)
        };
        if share.is_some_and(place) {
            let held = self.out.get(self.thread.first..).unwrap_or_default().iter().rev().find(|held| held.value.kind() != Kind::Percent);
            measure.words.insert_str(0, held.map(|held| held.measure.as_str()).filter(|held| !held.contains('占')).unwrap_or_default());
        }
        // 化工行业增长4%,贡献率达11%: of what was told before it
        if matches!(measure.words.as_str(), "贡献率" | "增长贡献率") {
            let told = self.out.get(self.thread.first..).unwrap_or_default().iter().rev();
            let held = told.take_while(|held| !held.measure.has("贡献率")).find(|held| !LEADS.begin(&held.measure) && !held.measure.contains('占'));
            measure.words.insert_str(0, held.map(|held| held.measure.trim_end_matches("增速")).unwrap_or_default());
        }
        // 突破100亿元,达到110.6亿元: the level itself
        // 突破100亿元,累计完成104.6亿元
        let again = measure.words.is_empty() && left.trim_start().starts_with('达') || words!["完成", "实现"].hold(&measure.words);
        if again {
            let held = self.out.get(self.thread.first..).and_then(<[super::Indicator]>::last);
            let passed = held.filter(|held| held.value.kind() == kind && held.change.is_none() && held.value.magnitude().bound == Bound::MoreThan);
            measure.words = passed.map_or(measure.words, |held| held.measure.clone());
        }
        // 规模从2019年的10亿元到2022年突破400亿元: the same at both ends
        let dates = || {
            let left = Span::new(mention.span.start - left.len(), mention.span.start);
            self.scene.within(left).filter_map(|index| Some((index, self.scene.get(index)?))).filter(|(_, date)| date.kind() == Kind::Date)
        };
        if measure.words.is_empty() && left.starts_with('到') && dates().next().is_some() {
            let held = self.out.get(self.thread.first..).and_then(<[super::Indicator]>::last).filter(|held| held.value.kind() == kind);
            measure.words = held.map(|held| held.measure.clone()).unwrap_or_default();
        }
        let from = dates().last().filter(|(_, date)| {
            let before = self.words(Span::new(date.span.start.saturating_sub("从".len()), date.span.start));
            matches!(before, "从" | "由") && self.words(Span::new(date.span.end, mention.span.start)) == "的"
        });
        let from = from.map(|(index, _)| index);
        // 其中10亿元以上19个: what was counted before, in another class
        if size.is_some() && measure.words.is_empty() && self.out.len() > self.thread.first {
            let held = self.out.last().filter(|held| held.size_class.is_some() && held.measure.has("以上")).map(|held| held.measure.clone());
            measure.words = self.thread.counted.clone().or(held).unwrap_or_default();
        }
        // 16个项目中,7个位于甲新区: where they are is not what is counted
        let site = self.scene.within(Span::new(mention.span.end, clause.span.end)).next().and_then(|site| self.scene.get(site));
        let lies = site.filter(|site| matches!(site.kind(), Kind::Place | Kind::Zone));
        if lies.is_some_and(|site| self.words(Span::new(mention.span.end, site.span.start)) == "位于") && measure::counts(&mention.value) {
            measure.words = self.thread.counted.clone().unwrap_or(measure.words);
        }
        // 完成财政收入9394万元,为年计划的25%: what has the share was told before it
        if words!["为年计划", "为全年计划", "为年度计划", "为全年目标", "占年计划", "占全年计划", "为年初计划", "为预算"].begin(&measure.words)
        {
            let held = self.out.get(self.thread.first..).unwrap_or_default().iter().rev().find(|held| !held.measure.has("计划"));
            measure.words.insert_str(0, held.map(|held| held.measure.as_str()).unwrap_or_default());
        }
        // 控制在4.5%以内: what is kept so is told before
        if matches!(measure.words.as_str(), "控制" | "保持" | "稳定" | "维持") {
            return;
        }
        // 计划新建基站300个,已建成186个; A级景区56家,其中5A级3家: of the things counted right before
        if measure::counts(&mention.value) && measure.noun.is_none() {
            let built = measure.words.strip_prefix('已').is_some_and(measure::is_verb);
            let things = if built || measure.words.ends_with('级') { self.things_before(clause, mention) } else { None };
            if let Some(noun) = things.filter(|noun| built || !measure.words.contains(noun.as_str())) {
                measure.words.push_str(&noun);
            }
        }
        // 居民人均可支配收入1.3万元,其中城镇居民1.6万元: what is measured of all is measured of some
        if measure.words.ends_with("居民") {
            let whole = self.out.get(self.thread.first..).unwrap_or_default().iter().rev().find(|whole| whole.value.kind() == kind);
            let tail = whole.and_then(|whole| whole.measure.split_once("居民")).map(|(_, tail)| tail).filter(|tail| tail.chars().count() >= 2);
            measure.words.push_str(tail.unwrap_or_default());
        }
        // …达180万人次,全年将达260万人次: the same of the whole year
        let same_of_year = words!["全年", "全年将", "全年预计", "全年可", "预计全年", "预计全年将", "全年有望"]
            .hold(words!["达到", "达", "突破", "超过", "实现"].strip_ending(left).unwrap_or(left));
        if measure.words.is_empty() && same_of_year {
            let held = self.out.get(self.thread.first..).unwrap_or_default().iter().rev().find(|held| !is_growth(held));
            measure.words = held.filter(|held| held.value.kind() == kind).map(|held| held.measure.clone()).unwrap_or_default();
        }
        // 净利润与上年同期相比,将增加2亿元: what moves is told in the clause before
        if let Some(moves) = CHANGES.iter().find(|(verb, _)| *verb == measure.words).and_then(|_| self.understood(index, clause, mention)) {
            measure.words.insert_str(0, &moves);
        }
        // 甲、乙产量分别增长1.3、1.9倍: a row whose figures leave out their unit is told by nobody
        if measure.words.has("分别增长") || measure.words.has("分别下降") {
            return;
        }
        // 59项重大项目开复工53项: what was done with those counted right before
        if measure.noun.is_none() && measure::counts(&mention.value) && left.trim() == measure.words && measure::is_verb(&measure.words) {
            let last = self.out.last().and_then(|last| self.scene.get(last.mention)).is_some_and(|last| clause.span.contains(last.span));
            let noun = self.nouns.last().filter(|noun| last && !noun.is_empty());
            measure.words.insert_str(0, noun.map_or("", String::as_str));
        }
        if measure.words.is_empty() || measure.words.chars().count() < 2 {
            // 达43个: the noun is in the clause before, if that told no figure
            let Some(words) = self.understood(index, clause, mention) else { return };
            measure.words = words;
        }
        if measure.noun.is_some() || measure::counts(&mention.value) {
            // 该项目年产量300架 is told of the one
            if PACKAGE_HEADS.stand_in(&measure.words) && !OF_ONE.begin(&measure.words) {
                self.thread.package = true;
                self.thread.project = None;
            }
            self.thread.prefix = None;
            self.thread.size = None;
        }
        if let Some(batch) = &self.thread.batch {
            if batch.len() > measure.words.len() && batch.ends_with(&measure.words) {
                measure.words = batch.clone();
            }
        }
        // 云基地项目年内投资37亿元: an investment has an owner only in its own clause
        let attribute = ATTRIBUTES.hold(&measure.words);
        if attribute || words!["投资", "完成投资", "投资额"].hold(&measure.words) {
            let from = mention.span.start - left.len();
            let attributed = || attribute.then(|| self.attributed(index, clause)).flatten();
            if let Some(owner) = self.dated_topic(from, mention.span.start).or_else(attributed) {
                measure.words = format!("{owner}{}", measure.words);
            }
        }
        if let Some(owner) = &self.thread.project {
            // 将建设250万吨PTA: what it will make or be made of
            let built = words!["建设", "新建"].begin(&measure.words);
            if PROJECT_FIELDS.stand_in(&measure.words) || owner.is_none() || built {
                return;
            }
        }
        let invests = words!["投资", "投资总额", "总金额", "投资额"].end(&measure.words) || measure.words == "总额";
        // 一期投资20亿元 is told of one project, named or not
        // 第三期项目占地; 第三期国债 is another thing
        let built = |words: &&str| {
            words!["期项目", "期工程", "期占", "期建设", "期总", "期投资", "期计划"].begin(words.trim_start_matches(|c| any!("一二三四五首").of(c)))
        };
        let phased = measure.words.strip_prefix('第').filter(built).unwrap_or(&measure.words);
        if PHASES.hold(phased) || PHASES.begin(phased) && (kind == Kind::Money || PROJECT_FIELDS.stand_in(&measure.words)) {
            return;
        }
        // 房地产开发投资12亿元,其中住宅投资9亿元: a part of what flows
        let of_flow = kind == Kind::Money && self.breaks_down_investment();
        let flows = of_flow || FLOWS.stand_in(&measure.words) || measure.words.starts_with("完成") && !measure.words.has("项目");
        // 签约前沿产业项目投资额: of all that were signed
        let signed = words!["签约", "新签", "引进", "落地", "开工"].begin(&measure.words) && measure.words.has("项目");
        // 签署合作协议,投资额24亿元: what was agreed on is nobody's project yet
        let agreed = || {
            let told = self.words(Span::new(self.scene.clauses.sentence_start(clause), clause.span.start));
            self.thread.project.is_none() && !told.has("项目") && words!["签署", "签订"].stand_in(told)
        };
        let several = || self.counts_several_projects(&self.scene.figures(clause.span));
        let package = self.thread.package
            || signed
            || agreed()
            || measure.words.has("总投资") && several()
            || measure.words.has("总投资") && self.sums_projects(mention, next);
        if kind == Kind::Money && invests && !flows && !package && self.thread.prefix.is_none() {
            return;
        }
        let opening = measure.topic
            && next.is_some_and(|next| {
                self.scene.get(next).is_some_and(|m| matches!(m.kind(), Kind::Percent | Kind::Money) && m.span.end <= clause.span.end)
            });
        if measure.noun.is_none() && !measure::counts(&mention.value) {
            if let Some(prefix) = &self.thread.prefix {
                if !measure.words.has(prefix) {
                    measure.words = format!("{prefix}{}", measure.words);
                }
            } else if TAILS.hold(&measure.words) {
                if let Some(head) = self.out.last().and_then(|last| TAILS.strip_ending(&last.measure)) {
                    measure.words = format!("{head}{}", measure.words);
                }
            }
        }
        if size.is_some() {
            measure.words = self.with_size(clause, mention, &measure, next);
        }
        // 其中产业项目35个,总投资173亿元: the sum is that of the class, where the sentence tells of several
        let classed = measure::counts(&mention.value) && CLASSED.end(&measure.words) && measure.words.chars().count() > 2;
        // 其中,甲市开工项目12个: all that the place has is no class
        let own = self.thread.subject.as_ref().is_some_and(|named| clause.span.contains(named.span));
        if classed && ((self.thread.continues || left.has("其中")) && !own || self.tells_sums(clause)) {
            self.thread.prefix = Some(measure.words.clone());
        }
        if opening {
            self.thread.prefix = measure.noun.clone();
        }
        if measure::counts(&mention.value) && size.is_none() {
            self.thread.counted = Some(measure.words.clone());
        }
        let size_held = size.clone().or_else(|| self.thread.size.clone());
        if size.is_some() {
            self.thread.size = size;
        }
        if from.is_some() && !measure.words.is_empty() {
            return self.push_at(clause, figure, mention, measure, from);
        }
        self.push(clause, figure, mention, measure, None, None, size_held);
    }

    /// 14个行业中11个正增长: what was counted right before, and what some of it did.
    fn some_of_those(&self, index: usize, clause: &Clause, mention: &Mention, left: &str, right: &str) -> Option<Measure> {
        let told = self.out.get(self.thread.first..)?.last().zip(self.nouns.last());
        let told = told.filter(|(held, noun)| !noun.is_empty() && held.value.kind() == mention.kind()).map(|(_, noun)| noun.as_str());
        let before = || index.checked_sub(1).and_then(|before| self.scene.clauses.list().get(before));
        let noun = match left {
            "中" | "中有" | "其中" | "其中有" => told,
            "有" => told.filter(|_| before().is_some_and(|before| before.sentence == clause.sentence && self.words(before.span).ends_with('中'))),
            // 13个重点园区中有10个实现增长, where they were counted before
            _ if left.ends_with('中') || left.ends_with("中有") => {
                let words = self.words(measure::before(self.scene, mention.span.start - left.len(), mention.span.start));
                words.strip_suffix('中').filter(|noun| HEADS.end(noun))
            }
            _ => None,
        };
        let noun = noun.filter(|_| measure::counts(&mention.value))?.to_owned();
        // 17个项目中有5个是线上签约: what they are
        if let Some(what) = right.strip_prefix('是').filter(|what| left.ends_with('有') && (2..=8).contains(&what.chars().count())) {
            let span = Span::new(mention.span.end + '是'.len_utf8(), mention.span.end + right.len());
            let words = if what.ends_with(&noun) { what.to_owned() } else { format!("{what}{noun}") };
            return Some(Measure { words, evidence: vec![span], noun: Some(noun), topic: false });
        }
        let did = FARED.longest_beginning(right)?;
        let rest = right.get(did.len()..)?;
        let ends = rest.is_empty() || rest.starts_with(['、', '(', '（']) || matches!(rest, "态势" | "的态势");
        let said = words!["实现", "保持", "呈现", "呈"].strip_beginning(did).unwrap_or(did);
        let span = Span::new(mention.span.end, mention.span.end + did.len());
        ends.then(|| Measure { words: format!("{said}{noun}"), evidence: vec![span], noun: Some(noun.clone()), topic: false })
    }

    /// What was counted last in the sentence in the same unit, without the verb that says what was done with it.
    fn things_before(&self, clause: &Clause, mention: &Mention) -> Option<String> {
        let held = self.out.get(self.thread.first..)?.iter().rev().find(|held| match (&held.value, &mention.value) {
            (Amount::Quantity(held), Value::Quantity(other)) => held.unit == other.unit,
            _ => false,
        })?;
        let at = self.scene.get(held.mention)?.span.start;
        self.scene.clauses.at(at).filter(|before| before.segment == clause.segment && before.sentence == clause.sentence)?;
        let verb = VERBS.longest_beginning(&held.measure).map_or(0, |verb| verb.len());
        let things = held.measure.get(verb..)?;
        let things = things.strip_prefix("现有").unwrap_or(things);
        // A级景区: of their class nothing is told again
        let things = things.split_once('级').map_or(things, |(_, head)| head);
        (things.chars().count() >= 2 && things.chars().count() <= 12).then(|| things.to_owned())
    }

    /// Whether 其中 breaks down what was invested over a time.
    fn breaks_down_investment(&self) -> bool {
        let wholes = self.thread.among.as_ref().and_then(|among| self.out.get(among.wholes()));
        wholes.unwrap_or_default().iter().any(|whole| FLOWS.stand_in(&whole.measure) && words!["投资", "投资额"].end(&whole.measure))
    }

    /// Whether the sentence has told the sum of other things of the same subject; in a row of places each has its own.
    fn tells_sums(&self, clause: &Clause) -> bool {
        let told = self.out.get(self.thread.first..).unwrap_or_default();
        let mut sums = told.iter().filter(|held| held.measure.ends_with("总投资")).peekable();
        let whose = sums.peek().and_then(|_| self.whose(clause)).map(|subject| subject.name);
        sums.any(|held| held.subject == whose)
    }

    /// The measure of a share that a size class has: what is classed, the class, 占比.
    fn share_of_class(&self, clause: &Clause, mention: &Mention) -> String {
        let scene = self.scene;
        let Some(class) = scene.within(Span::new(clause.span.start, mention.span.start)).last().and_then(|class| scene.get(class)) else {
            return String::new();
        };
        let what = measure::before(scene, clause.span.start, class.span.start);
        format!("{}{}占比", measure::unquoted(what.of(scene.text())), self.words(class.span))
    }

    /// 贡献了全省四成的税收、三成的出口: the verb, the whole, and what of the whole is meant.
    fn of_whole(&self, from: usize, mention: &Mention, until: usize) -> Option<Measure> {
        let scene = self.scene;
        let noun = Span::new(mention.span.end + '的'.len_utf8(), until.max(mention.span.end + '的'.len_utf8()));
        let noun = measure::trim(scene.text(), noun);
        let words = noun.of(scene.text());
        let left = Span::new(from, mention.span.start).of(scene.text());
        let left = words!["约", "近", "超", "超过", "了"].strip_ending(left).unwrap_or(left);
        let named = scene.within(Span::new(from, from + left.len())).last().and_then(|index| scene.get(index));
        let whole = words!["全国", "全省", "全市", "全县", "全区", "全州", "全球", "全自治区", "全行业", "我国", "我省", "世界", "国内"]
            .ending(left)
            .map(|whole| whole.len())
            .max();
        let whole = whole.or_else(|| named.filter(|m| m.kind() == Kind::Place && m.span.end == from + left.len()).map(|m| m.span.len()));
        if !(2..=16).contains(&words.chars().count()) || words.contains(['的', '、', '(', '（']) {
            return None;
        }
        let head = match whole {
            Some(whole) => {
                let head = Span::new(from, from + left.len() - whole);
                let verb = measure::closing_verb(scene, head.start, head.end);
                let holds = || words!["拥有", "占有", "汇聚", "集聚"].ending(head.of(scene.text())).next().map(|verb| (*verb).to_owned());
                let verb = Some(verb).filter(|verb| !verb.is_empty()).or_else(holds).unwrap_or_default();
                if verb.is_empty() {
                    return None;
                }
                format!("{verb}{}", left.get(left.len() - whole..)?)
            }
            // 、三成的出口: of the same whole
            None if matches!(left, "、" | "和" | "及" | "与" | "以及") => {
                let held = self.out.get(self.thread.first..)?.last().zip(self.nouns.last())?;
                held.0
                    .measure
                    .strip_suffix(held.1.as_str())
                    .filter(|head| !held.1.is_empty() && (head.contains('全') || words!["我国", "我省", "世界", "国内"].end(head)))?
                    .to_owned()
            }
            None => return None,
        };
        Some(Measure { words: format!("{head}{words}"), evidence: vec![noun], noun: Some(words.to_owned()), topic: false })
    }

    /// What money is spent for, to the end of the clause.
    pub(super) fn purpose(&self, from: usize, until: usize) -> Option<Span> {
        let words = self.words(Span::new(from, until));
        let count = words.chars().count();
        let aims = words!["扶持", "支持", "用于", "奖励", "补贴", "帮助", "推进", "推动", "开展", "实施"].begin(words);
        (aims && (2..=16).contains(&count) && !words.contains(['、', '的', '(', '（'])).then_some(Span::new(from, until))
    }

    /// 总投资65亿元的36个项目: whether the number of projects stands behind their sum; a bound (超亿元的6个项目) is a class of each.
    fn sums_projects(&self, mention: &Mention, next: Option<usize>) -> bool {
        const NOUN: usize = 10;
        let Some(number) = next.and_then(|next| self.scene.get(next)).filter(|number| measure::counts(&number.value)) else { return false };
        let exact = Amount::of(&mention.value).is_some_and(|sum| sum.magnitude().bound == Bound::Exact);
        let several = Amount::of(&number.value).is_some_and(|number| number.magnitude().low.is_none_or(|low| low.to_string() != "1"));
        let counted = self.words(Span::new(number.span.end, self.scene.text().len())).leading(NOUN);
        exact && several && self.words(Span::new(mention.span.end, number.span.start)) == "的" && counted.has("项目")
    }

    /// Where the next figure of the clause starts, or the clause ends.
    pub(super) fn next_figure(&self, from: usize, clause: &Clause) -> usize {
        self.scene
            .figures(Span::new(from, clause.span.end))
            .first()
            .and_then(|next| self.scene.get(*next))
            .map_or(clause.span.end, |next| next.span.start)
    }

    /// Whether a counted thing was told before with the same figure and is only taken up again: 25个项目投资额均在….
    ///
    /// What is answered is the indicator that told it, or none where a pointing word alone says that it was told.
    pub(super) fn repeated(&self, mention: &Mention, noun: Option<&str>, left: &str) -> Option<Option<usize>> {
        let noun = noun.filter(|_| Amount::tells(&mention.value))?;
        let pointed = words!["此次", "这", "上述", "该", "以上", "此次开工的"].end(left);
        let opens = left.is_empty() && noun.len() >= "重点项目".len();
        let told = self.out.iter().zip(&self.nouns).enumerate().rev().take(REPEATS).find(|(_, (held, held_noun))| {
            let named = !held_noun.is_empty() && (held_noun.ends_with(noun) || noun.ends_with(held_noun.as_str()) || held.measure.ends_with(noun));
            // 重点项目176项 … 176项重点项目中
            held.value.is_of(&mention.value) && (named || opens && held_noun.is_empty() && held.measure.ends_with(noun))
        });
        let told = told.map(|(index, _)| index);
        (pointed || told.is_some()).then_some(told)
    }
}

/// How some of those that were counted fared.
static FARED: Words<&str> = Words::of(&[
    "正增长",
    "实现正增长",
    "保持正增长",
    "呈正增长",
    "负增长",
    "增长",
    "实现增长",
    "保持增长",
    "呈增长",
    "呈现增长",
    "下降",
    "呈下降",
    "上涨",
    "下跌",
    "上升",
    "回升",
    "回落",
    "两位数增长",
    "实现两位数增长",
    "盈利",
    "实现盈利",
    "亏损",
    "增速回升",
    "增速加快",
    "增速回落",
    "由负转正",
    "由降转升",
]);

/// Words behind a rate and 的 that tell how it is, or that what it measures went on.
static GOES_ON: Words<&str> = Words::of(&[
    "的水平",
    "的高位",
    "的速度",
    "的增",
    "的降",
    "的幅度",
    "的比例",
    "的比重",
    "的涨",
    "的跌",
    "的份额",
    "的高",
    "的历史",
    "的年均",
    "的年平均",
    "的平均",
    "的扩张",
    "的较高",
    "的景气",
    "的区间",
    "的提升",
    "的目标",
    "的占",
]);

/// Phases of a project as a measure opens with them.
pub(super) static PHASES: Words<&str> = Words::of(&["一期", "二期", "三期", "四期", "首期"]);

/// What classes of things with a sum end in.
static CLASSED: Words<&str> = Words::of(&["项目", "工程", "企业"]);

/// Measures that are an attribute of something told before them.
pub(super) static ATTRIBUTES: Words<&str> = Words::of(&[
    "产值",
    "销量",
    "销售额",
    "产量",
    "规模",
    "营收",
    "利润",
    "增加值",
    "出口额",
    "市场规模",
    "总产值",
    "销售收入",
    "营业收入",
    "价格",
    "产能",
]);

/// Words of a flow of investment: a fact about a place, not the price of one project.
static FLOWS: Words<&str> = Words::of(&[
    "完成投资",
    "社会投资",
    "预算内投资",
    "固定资产投资",
    "完成总投资",
    "累计投资",
    "带动投资",
    "年度计划投资",
    "实际投资",
    "利用",
    "民间投资",
    "直接投资",
    "工业投资",
    "技改投资",
    "房地产开发投资",
    "产业投资",
    "新增投资",
    "到位",
    "制造业投资",
    "电网投资",
    "电力投资",
    "能源投资",
    "基建投资",
    "交通投资",
    "水利投资",
    "铁路投资",
    "公路投资",
    "设备投资",
    "服务业投资",
    "农业投资",
    "采矿业投资",
    "供应业投资",
    "产投资",
    "国有投资",
    "民生投资",
    "控股投资",
    "购置投资",
    "基础设施投资",
    "年度投资",
    "研发投入",
    "消费",
    "零售总额",
    "外资",
    "进出口",
    "贸易总额",
    "生产总值",
    "交易总额",
]);

pub(super) fn is_times(mention: &Mention) -> bool {
    matches!(&mention.value, Value::Percent(percent) if percent.unit == crate::entity::percent::PercentUnit::Times)
}

pub(super) fn starts_with_head(words: &str) -> bool {
    HEADS.longest_beginning(words).is_some()
}

/// Nouns of money: 4亿元 专项资金.
pub(super) fn is_fund(noun: Option<&str>) -> bool {
    static FUNDS: Words<&str> = Words::of(&[
        "资金",
        "国债",
        "基金",
        "债券",
        "贷款",
        "融资",
        "补贴",
        "补助",
        "奖励",
        "资本",
        "外资",
        "订单",
        "投资",
        "税收",
        "成本",
        "产值",
        "收入",
        "消费券",
    ]);
    noun.is_some_and(|noun| FUNDS.end(noun))
}

/// Lengths, heights and distances describe a thing.
pub(super) fn is_extent(measure: &str, left: &str) -> bool {
    static EXTENTS: Words<&str> = Words::of(&[
        "长", "宽", "高", "深", "厚", "直径", "距", "相距", "全长", "海拔", "高度", "宽度", "长度", "深度", "跨度", "间距", "每隔", "时速", "总长",
        "位于", "方圆", "设计", "距离", "生产", "往返",
    ]);
    measure.is_empty() || EXTENTS.end(left) || EXTENTS.hold(measure) || measure.strip_suffix('约').is_some_and(|head| EXTENTS.end(head))
}

/// 年产20万吨 磷酸: what is made stands behind its amount.
fn product(right: &str) -> Option<&str> {
    const LONGEST: usize = 12;
    let words = right.trim_end_matches(['、', '和', '及', '与']);
    let words = words!["的能力", "的生产能力", "的产能", "的规模"].strip_ending(words).unwrap_or(words);
    let named = (2..=LONGEST).contains(&words.chars().count()) && !words.contains(['的', '、', '(', '（', '“']);
    (named && !VERBS.stand_in(words) && !STOPS.begin(words)).then_some(words)
}

/// What is built to make things: an amount a year before it is its size.
static PLANTS: Words<&str> = Words::of(&["装置", "生产线", "产线", "项目", "工程", "基地", "工厂", "车间", "产业园", "电站"]);

/// 占全国物流70%业务量 → 占全国物流业务量; 制造业占53% → 制造业占比 stays as written: 制造业占.
pub(super) fn share(left: &str, words: &str, noun: &str) -> String {
    if words.contains('占') {
        return format!("{}{noun}", words.replace("占到", "占"));
    }
    let at = left.rfind('占').unwrap_or(0);
    let tail = left.get(at..).unwrap_or_default().trim_end_matches(|c: char| any!("的达到约超近").of(c)).replace("占到", "占");
    let head = words.split('占').next().unwrap_or_default();
    let head = if left.get(..at).is_some_and(|before| before.chars().any(|c| !any!("、,， ").of(c))) { head } else { "" };
    format!("{head}{tail}{noun}")
}

/// How a measure opens that is told of one project.
static OF_ONE: Words<&str> = Words::of(&["该项目", "本项目", "此项目", "该工程", "本工程", "项目将", "项目计划", "项目拟", "项目预计", "项目可"]);

/// Verbs that by themselves say that the level told before them moved.
static EXPLICIT: Words<&str> = Words::of(&["增加", "减少", "增长", "下降", "提高", "降低", "上升", "回落", "缩水", "缩减", "增产", "减产"]);
