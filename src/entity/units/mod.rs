//! Units, measure words and currencies: facts, in tables sorted for search.

pub(crate) mod currencies;
pub(crate) mod measures;
pub(crate) mod nouns;
pub(crate) mod physical;

use crate::word_table::{Row, Words};

/// The row with the longest word of a sorted table that `rest` begins with. These tables are long: where their look at the first characters refuses
/// nothing, the rows with the first one are searched for.
pub(crate) fn longest<T: Row>(table: &Words<T>, rest: &str) -> Option<&'static T> {
    if !table.may_begin(rest) {
        return None;
    }
    let first = rest.chars().next()?;
    let rows = table.rows();
    let from = rows.partition_point(|row| row.word().chars().next() < Some(first));
    let candidates = rows.get(from..)?.iter().take_while(|row| row.word().starts_with(first));
    candidates.filter(|row| rest.starts_with(row.word())).max_by_key(|row| row.word().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_without_doubles() {
        assert!(currencies::CURRENCIES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(measures::MEASURES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(physical::UNITS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn the_longest_word_wins() {
        assert_eq!(longest(&measures::MEASURES, "人次以上").map(|row| row.0), Some("人次"));
        assert_eq!(longest(&physical::UNITS, "平方公里").map(|row| row.1.base), Some("m2"));
        assert_eq!(longest(&currencies::CURRENCIES, "美元").map(|row| row.1), Some("USD"));
        assert_eq!(longest(&currencies::CURRENCIES, "项目"), None);
    }
}
