//! Tables for the eye.

use anstream::println;
use anstyle::Style;
use comfy_table::{ColumnConstraint, ContentArrangement, Table, TableComponent, presets};
use terminal_size::{Width, terminal_size};

/// The columns there are where nothing tells.
const WIDTH: u16 = 120;

/// The columns that `COLUMNS` asks for, else those of the terminal.
pub(crate) fn width() -> u16 {
    let asked = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    asked.or_else(|| terminal_size().map(|(Width(width), _)| width)).unwrap_or(WIDTH)
}

/// An empty table with these headings, fit to the terminal; the columns `whole` are not broken into lines.
pub(crate) fn with_headings(headings: &[&str], whole: &[usize]) -> Table {
    let mut table = Table::new();
    table.load_preset(presets::NOTHING).set_style(TableComponent::HeaderLines, '─').set_style(TableComponent::MiddleHeaderIntersections, '─');
    table.set_content_arrangement(ContentArrangement::Dynamic).set_width(width()).set_header(headings.iter().copied());
    for column in whole {
        if let Some(column) = table.column_mut(*column) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
    table
}

/// The table as text, without spaces at line ends; where it has no rows, that there is none of what it would hold.
pub(crate) fn text(table: &Table, what: &str) -> String {
    if table.is_empty() {
        return format!("no {what}\n");
    }
    table.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// Prints a heading in bold.
pub(crate) fn heading(text: &str) {
    let bold = Style::new().bold();
    println!("{bold}{text}{bold:#}");
}
