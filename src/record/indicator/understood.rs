//! What a figure measures that has no words of its own: the clauses before it tell.

use super::measure;
use super::reader::Reader;
use super::words::{HEADS, VERBS};
use crate::context::Mention;
use crate::entity::{Kind, Value};
use crate::record::Amount;
use crate::record::clause::Clause;
use crate::span::Span;
use crate::word_table::{Words, words};

/// Verbs that tell how something fares, without a figure.
static FARES: Words<&str> = Words::of(&[
    "销售火爆",
    "支撑有力",
    "增长迅猛",
    "增势迅猛",
    "增长强劲",
    "增势强劲",
    "受到",
    "成为",
    "备受",
    "畅销",
    "串珠",
    "发展",
    "蓬勃",
    "迎来",
    "延续",
    "加速",
    "快速",
    "持续",
    "稳步",
    "不断",
    "热销",
    "走俏",
    "方兴未艾",
]);

impl Reader<'_, '_> {
    /// What a bare attribute (产值, 销量) is an attribute of: the topic of an earlier clause of its sentence that tells no figure.
    pub(super) fn attributed(&self, index: usize, clause: &Clause) -> Option<String> {
        let scene = self.scene;
        let earlier = scene.clauses.list().get(..index)?.iter().rev().take_while(|earlier| earlier.sentence == clause.sentence);
        for earlier in earlier.take(4) {
            if !scene.figures(earlier.span).is_empty() {
                return None;
            }
            let words = self.words(earlier.span);
            // 乳制品受市场环境影响: by what it was moved
            let moved = || words.strip_suffix("影响").and_then(|moved| moved.rfind('受')).filter(|at| *at > 0);
            if let Some(end) = FARES.found_in(words).next().map(|(end, _)| end).or_else(moved) {
                let topic = measure::unquoted(measure::before(scene, earlier.span.start, earlier.span.start + end).of(scene.text()));
                if (2..=16).contains(&topic.chars().count()) {
                    return Some(topic);
                }
            }
        }
        None
    }

    /// What an attribute behind a date belongs to: 新材料产业 全年 产值.
    pub(super) fn dated_topic(&self, from: usize, until: usize) -> Option<String> {
        const CLASSES: [char; 5] = ['业', '品', '车', '链', '群'];
        let scene = self.scene;
        let date = scene.within(Span::new(from, until)).filter_map(|index| scene.get(index)).filter(|mention| mention.kind() == Kind::Date).last()?;
        let words = measure::unquoted(measure::before(scene, from, date.span.start).of(scene.text()));
        let pointing = words.starts_with(['该', '此', '这', '本', '的']);
        let verb = VERBS.begin(&words) && !words.starts_with("服务业");
        let nominal = (HEADS.end(&words) || words.ends_with(CLASSES))
            && !pointing
            && !verb
            && !words.contains('的')
            && (words.ends_with('业') || !words.contains('、'));
        (nominal && (2..=16).contains(&words.chars().count())).then_some(words)
    }

    /// The measure of a figure that has no words of its own.
    pub(super) fn understood(&self, index: usize, clause: &Clause, mention: &Mention) -> Option<String> {
        let before =
            index.checked_sub(1).and_then(|before| self.scene.clauses.list().get(before)).filter(|before| before.sentence == clause.sentence)?;
        if !self.scene.figures(before.span).is_empty() {
            if let Some(total) = self.total_of(clause, mention) {
                return Some(total);
            }
            return (measure::counts(&mention.value) && self.words(clause.span).starts_with("其中")).then(|| self.thread.counted.clone()).flatten();
        }
        // 净利润与上年同期相比: what it is compared with is no part of it
        let said = self.words(before.span);
        let said = words!["(下同)", "（下同）"].strip_ending(said).unwrap_or(said);
        let end = said.strip_suffix("相比").and_then(|said| said.rfind(['与', '和', '较', '比']));
        // 生产总值按可比价格计算: so does how it is reckoned
        let end = end.or_else(|| said.strip_suffix("计算").and_then(|said| said.rfind('按')));
        // 投资继续保持高位运行: nor how it went
        let end = end.or_else(|| WENT.found_in(said).map(|(at, _)| at).filter(|at| *at > 0).min()).unwrap_or(said.len());
        let words = measure::told_before(self.scene, before.span.start, before.span.start + end).words;
        // 增加值增速由负转正: what turned is the growth of it
        let turned = words!["由负转正", "由正转负", "由降转升", "止跌"].begin(said.get(end..).unwrap_or_default());
        let words = words!["增速", "增幅"].strip_ending(&words).filter(|_| turned).map(str::to_owned).unwrap_or(words);
        // 生产总值(GDP)
        let open = words.rfind(['(', '（']).filter(|_| words.ends_with([')', '）']));
        let words = open.and_then(|open| words.get(..open)).map(str::to_owned).unwrap_or(words);
        // 甲、乙等六大行业产值: what sums the list up
        let summed = words.rsplit_once('等').filter(|(list, _)| list.contains('、')).map(|(_, sum)| sum.to_owned());
        let words = summed.filter(|sum| sum.chars().count() > 3).unwrap_or(words);
        let count = words.chars().count();
        let nominal =
            HEADS.end(&words) || words.ends_with(['率', '额', '量', '值', '数', '价', '费', '重', '模', '积', '口', '费', '入', '款', '润', '业']);
        // 吸纳15万群众就业: what is done to so many is no name
        let done = words.ends_with('业') && words.contains(|c: char| c.is_ascii_digit());
        ((2..=16).contains(&count) && nominal && !done).then_some(words)
    }

    /// 新增高新技术企业12家,总数达126家: what was counted right before, in all.
    fn total_of(&self, clause: &Clause, mention: &Mention) -> Option<String> {
        let left = self.words(Span::new(clause.span.start, mention.span.start.max(clause.span.start)));
        let (held, noun) = self.out.get(self.thread.first..)?.last().zip(self.nouns.last())?;
        let counted = match (&held.value, &mention.value) {
            (Amount::Quantity(held), Value::Quantity(all)) => measure::counts(&mention.value) && held.unit == all.unit,
            _ => false,
        };
        if words!["累计达到", "累计达", "累计有", "累计为"].hold(left) && counted {
            return Some(held.measure.clone());
        }
        let all = words!["总数达", "总数达到", "总量达", "总量达到", "总数为", "总数增至"].hold(left) && counted;
        let told = VERBS.longest_beginning(&held.measure).and_then(|verb| held.measure.strip_prefix(verb)).filter(|rest| rest.chars().count() > 1);
        let named = if noun.chars().count() > 1 { Some(noun.clone()) } else { told.map(str::to_owned) };
        named.filter(|_| all)
    }

    /// What has a share, where the clause before tells it without a figure: 太阳能发电量位列第四,占比12%.
    pub(super) fn shared_before(&self, index: usize, clause: &Clause, mention: &Mention) -> Option<String> {
        let before = self.scene.clauses.list().get(index.checked_sub(1)?)?;
        let said = self.words(before.span);
        // 首次超出…用户数,占比…: what the clause itself compares with has no share
        let went = WENT.found_in(said).map(|(at, _)| at).min().is_some_and(|at| at > 0);
        let words = self.understood(index, clause, mention).filter(|_| went)?;
        (words.chars().count() > 2 && !words.contains('占') && !words!["份额", "比重", "结构"].end(&words)).then_some(words)
    }
}

/// Words that begin what is said of how something went, without a figure.
pub(super) static WENT: Words<&str> = Words::of(&[
    "位居",
    "位列",
    "名列",
    "稳居",
    "跃居",
    "排名",
    "居全",
    "列全",
    "继续",
    "保持",
    "持续",
    "稳步",
    "稳定",
    "平稳",
    "较快",
    "由负转正",
    "由正转负",
    "由降转升",
    "止跌",
    "企稳",
    "再创",
    "实现",
    "延续",
    "逐步",
    "逐月",
    "不断",
    "维持",
    "逆势",
    "呈现",
    "呈",
    "总体",
    "首次",
    "创下",
    "创历史",
    "增速最",
    "增速居",
    "增速位",
    "增速领",
    "增长最快",
    "增势",
    "尤为",
    "十分",
    "增长迅速",
    "增长尤为",
    "增长明显",
    "增长显著",
    "增长强劲",
    "势头",
    "增长稳定",
    "增长平稳",
    "增长较快",
    "增长加快",
    "增长趋缓",
    "快速增长",
    "加快增长",
    "有所",
    "明显",
    "运行平稳",
    "恢复",
    "回暖",
    "向好",
    "加速",
    "最多",
    "最高",
    "最大",
    "最少",
    "最低",
    "居首",
    "领先",
    "创新高",
    "创新低",
]);
