//! Tables of words, asked which of them begin a text.

use std::collections::HashMap;

/// The rows of a table by the first character of their word, in the order of the table: a text is compared with the few rows that can
/// begin it and not with all.
pub(crate) struct WordTable<T: 'static> {
    word: fn(&T) -> &str,
    rows: HashMap<char, Vec<(usize, &'static T)>>,
}

impl<T> WordTable<T> {
    /// The table, with where each row holds its word.
    pub(crate) fn new(table: &'static [T], word: fn(&T) -> &str) -> Self {
        let mut rows: HashMap<char, Vec<(usize, &'static T)>> = HashMap::new();
        for (index, row) in table.iter().enumerate() {
            if let Some(first) = word(row).chars().next() {
                rows.entry(first).or_default().push((index, row));
            }
        }
        Self { word, rows }
    }

    /// The rows whose word begins the text, with their places in the table, in its order.
    pub(crate) fn beginning<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, &'static T)> + 't {
        let rows = text.chars().next().and_then(|first| self.rows.get(&first));
        rows.into_iter().flatten().copied().filter(move |(_, row)| text.starts_with((self.word)(row)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_that_begin_a_text_come_in_the_order_of_the_table() {
        const WORDS: &[(&str, u8)] = &[("计划", 1), ("目标", 2), ("计划的", 3), ("计", 4)];
        let table = WordTable::new(WORDS, |(word, _)| word);
        let found = |text| table.beginning(text).map(|(index, (_, value))| (index, *value)).collect::<Vec<_>>();
        assert_eq!(found("计划的事"), [(0, 1), (2, 3), (3, 4)]);
        assert_eq!(found("目标"), [(1, 2)]);
        assert_eq!(found("总投资"), []);
        assert_eq!(found(""), []);
    }
}
