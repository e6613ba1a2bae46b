//! Units, measure words and currencies: facts, in tables sorted for search.

pub(crate) mod currencies;
pub(crate) mod measures;
pub(crate) mod nouns;
pub(crate) mod physical;

/// The longest word of a sorted table that `rest` begins with.
pub(crate) fn longest<'t, T>(table: &'t [(&'static str, T)], rest: &str) -> Option<&'t (&'static str, T)> {
    let first = rest.chars().next()?;
    let from = table.partition_point(|(word, _)| word.chars().next() < Some(first));
    let candidates = table.get(from..)?.iter().take_while(|(word, _)| word.starts_with(first));
    candidates.filter(|(word, _)| rest.starts_with(word)).max_by_key(|(word, _)| word.len())
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
