//! Tables for the eye.

use anstream::println;
use anstyle::Style;
use comfy_table::{ColumnConstraint, ContentArrangement, Table, TableComponent, presets};
use terminal_size::{Width, terminal_size};

/// The columns there are where no terminal tells.
const WIDTH: u16 = 100;

/// The columns of the terminal.
pub(crate) fn width() -> u16 {
    terminal_size().map_or(WIDTH, |(Width(width), _)| width)
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

/// The table as text, without spaces at line ends.
pub(crate) fn text(table: &Table) -> String {
    table.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// Prints a heading in bold.
pub(crate) fn heading(text: &str) {
    let bold = Style::new().bold();
    println!("{bold}{text}{bold:#}");
}
