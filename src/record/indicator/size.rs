//! Size classes: 亿元以上项目 29个.

use super::measure::{self, Measure};
use super::reader::Reader;
use crate::context::Mention;
use crate::entity::edge::is_han;
use crate::entity::{Kind, Value};
use crate::magnitude::Bound;
use crate::record::Amount;
use crate::record::clause::Clause;
use crate::seek::Seek;
use crate::span::Span;
use crate::word_table::{Words, words};

impl<'a> Reader<'_, 'a> {
    /// A money figure that only says which things are counted: 亿元以上 项目.
    pub(super) fn is_size_class(&self, mention: &Mention, left: &str, right: &str) -> bool {
        let Value::Money(money) = &mention.value else { return self.is_size_of_each(mention, right) };
        let edge = !matches!(money.magnitude.bound, Bound::Exact | Bound::About);
        let of_things = THINGS.begin(right);
        let loose = edge
            && (words!["的项目", "的企业", "的占", "的重", "的大项目"].begin(right)
                || right.strip_prefix('的').is_some_and(|things| THINGS.begin(things) || words!["县", "市", "镇", "乡", "村"].begin(things))
                    && next_is_count(right)
                || right.starts_with(|c: char| c.is_ascii_digit()));
        // 亿元以上签约项目63个
        let near = right.leading(8);
        let qualified = near
            .find(|c: char| c.is_ascii_digit())
            .and_then(|digit| near.get(..digit))
            // 票房过亿元影片共73部
            .is_some_and(|noun| words!["项目", "企业"].end(noun) || words!["共", "共有"].end(noun) && noun.chars().all(is_han));
        // 亿元以上投产招商项目业主
        let inner = || {
            words!["项目", "企业"]
                .found_in(near)
                .next()
                .and_then(|(at, _)| near.get(..at))
                .is_some_and(|noun| noun.chars().all(|c| is_han(c) && c != '的'))
        };
        let above = || mention.span.of(self.scene.text()).ends_with("以上");
        let of_things = of_things || edge && (qualified || above() && inner());
        let each = edge && words!["均在", "都在", "均达", "均为", "普遍在", "都达"].end(left);
        // 万亿级汽车产业: always a class
        let class = mention.span.of(self.scene.text()).ends_with('级');
        (of_things && (edge || next_is_count(right))) || loose || each || class
    }

    /// 产量1000万吨以上企业有7户: how much each of them has of what is measured.
    fn is_size_of_each(&self, mention: &Mention, right: &str) -> bool {
        let sized = mention.kind() == Kind::Quantity && !measure::counts(&mention.value);
        let edge = || words!["以上", "以下"].end(self.words(mention.span));
        let things = || words!["企业", "项目", "煤矿", "矿井", "电站", "基地", "园区"].begin(right.strip_prefix('的').unwrap_or(right));
        sized && edge() && things() && next_is_count(right)
    }

    /// The size class told right before the figure: 10亿元以上项目 16个.
    pub(super) fn size_before(&self, clause: &Clause, mention: &Mention) -> Option<Amount> {
        let scene = self.scene;
        let index = scene.within(Span::new(clause.span.start, mention.span.start)).last()?;
        let class = scene.get(index)?;
        let before = self.words(Span::new(clause.span.start, class.span.start));
        let right = self.words(Span::new(class.span.end, clause.span.end));
        let gap = self.words(Span::new(class.span.end, mention.span.start));
        let fits = matches!(class.kind(), Kind::Money | Kind::Quantity)
            && self.is_size_class(class, before, right)
            && gap.chars().count() <= 12
            && !gap.contains(['、', '和']);
        fits.then(|| Amount::of(&class.value)).flatten()
    }

    /// The size class told right behind the figure: 25个 亿元以上项目.
    pub(super) fn size_behind(&self, mention: &Mention, next: Option<usize>) -> Option<Amount> {
        let class = next.and_then(|next| self.scene.get(next)).filter(|class| class.span.start == mention.span.end)?;
        (class.kind() == Kind::Money).then(|| Amount::of(&class.value)).flatten()
    }

    /// The measure with the words of its size class: the verb before the class, the class, the noun.
    pub(super) fn with_size(&self, clause: &Clause, mention: &Mention, measure: &Measure, next: Option<usize>) -> String {
        let behind = next.and_then(|next| self.scene.get(next)).filter(|class| class.span.start == mention.span.end);
        if let Some(class) = behind {
            let noun = measure.noun.as_deref().unwrap_or_default();
            let verb = measure.words.strip_suffix(noun).unwrap_or_default();
            return format!("{verb}{}{noun}", self.words(class.span));
        }
        let end = self.scene.mentions.partition_point(|class| class.span.start < mention.span.start);
        let before = self.scene.mentions.get(..end).unwrap_or_default();
        let text = self.scene.text();
        let sizes = |class: &&Mention| {
            class.kind() == Kind::Money || self.is_size_of_each(class, Span::new(class.span.end, clause.span.end.max(class.span.end)).of(text))
        };
        let Some(class) = before.iter().rev().find(sizes) else { return measure.words.clone() };
        if class.span.start < clause.span.start || measure.words.contains(self.words(class.span)) {
            return measure.words.clone();
        }
        let gap = measure::trim(self.scene.text(), Span::new(class.span.end, mention.span.start)).of(self.scene.text());
        // 亿元以上项目86个,其中10亿元以上19个: what is counted goes on without its own class
        let counted = self.thread.counted.as_deref().unwrap_or(&measure.words);
        let noun = if gap.is_empty() { counted.rsplit("以上").next().unwrap_or(counted) } else { gap };
        // 营业收入|超千亿元的园区: by what they are classed
        let lead = self.words(Span::new(clause.span.start, class.span.start));
        let verb = measure::closing_verb(self.scene, clause.span.start, class.span.start);
        let verb = CLASSING.longest_ending(lead).map_or(verb.as_str(), |word| word);
        format!("{verb}{}{noun}", self.words(class.span))
    }
}

/// Things that are classed by an amount.
static THINGS: Words<&str> = Words::of(&[
    "项目",
    "企业",
    "工程",
    "产业",
    "集群",
    "基地",
    "平台",
    "园区",
    "开发区",
    "大项目",
    "重点项目",
    "重大项目",
    "工业项目",
    "制造业项目",
    "投资项目",
]);

/// What things are classed by.
static CLASSING: Words<&str> = Words::of(&[
    "总投资",
    "营业收入",
    "主营业务收入",
    "销售收入",
    "销售额",
    "营收",
    "产值",
    "年产值",
    "总产值",
    "税收",
    "利税",
    "出口额",
    "生产总值",
    "固定资产投资",
]);

/// Whether a count of things follows a class: 项目16个.
pub(super) fn next_is_count(right: &str) -> bool {
    right.chars().take(8).any(|c| c.is_ascii_digit())
}
