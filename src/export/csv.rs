//! Flat tables, one row a fact: RFC 4180 text in UTF-8 with a header line.
//!
//! The columns are those of [`Table::columns`] behind `article`, the id that the caller gives, so that tables of many articles can be laid one
//! under the other ([`header`](Table::header) once, then the lines of each). An empty cell is "not said"; lists are joined by `;`.

pub use super::table::Table;

use super::table::Cell;
use crate::extraction::Extraction;

impl Table {
    /// The header line.
    ///
    /// ```
    /// assert!(zhecon::export::csv::Table::Indicators.header().starts_with("article,subject,measure,low,high,"));
    /// ```
    #[must_use]
    pub fn header(self) -> String {
        let mut out = String::new();
        row(&mut out, std::iter::once("article").chain(self.columns().iter().map(|(name, _)| *name)));
        out
    }

    /// The lines of one extraction, without the header.
    ///
    /// ```
    /// use zhecon::export::csv::Table;
    /// use zhecon::{Article, Extractor};
    ///
    /// let article = Article::from_text("昌黎县新签约项目61个,合同总投资额298亿元。");
    /// let lines = Table::Indicators.lines("a1", &Extractor::new().extract(&article));
    /// assert!(lines.starts_with("a1,昌黎县,新签约项目,61,61,exact,个,"));
    /// ```
    #[must_use]
    pub fn lines(self, article: &str, extraction: &Extraction) -> String {
        let mut out = String::new();
        for cells in self.rows(extraction) {
            row(&mut out, std::iter::once(article.to_owned()).chain(cells.into_iter().map(written)));
        }
        out
    }
}

fn written(cell: Cell) -> String {
    match cell {
        Cell::Text(text) => text.unwrap_or_default(),
        Cell::Texts(texts) => texts.join(";"),
        Cell::Integer(integer) => integer.map(|integer| integer.to_string()).unwrap_or_default(),
        Cell::Integers(integers) => integers.iter().map(ToString::to_string).collect::<Vec<_>>().join(";"),
    }
}

/// Writes one row; a cell with a comma, a quote or a line end is quoted.
fn row(out: &mut String, cells: impl IntoIterator<Item = impl AsRef<str>>) {
    for (nth, cell) in cells.into_iter().enumerate() {
        let cell = cell.as_ref();
        if nth > 0 {
            out.push(',');
        }
        if cell.contains([',', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        let mut out = String::new();
        row(&mut out, ["甲", "乙,丙", "丁\"戊\"", ""]);
        assert_eq!(out, "甲,\"乙,丙\",\"丁\"\"戊\"\"\",\r\n");
    }

    #[test]
    fn lists_are_joined() {
        assert_eq!(written(Cell::Texts(vec!["甲".into(), "乙".into()])), "甲;乙");
        assert_eq!(written(Cell::Integers(vec![3, 17])), "3;17");
    }
}
