//! Simple tables: a row of headings and rows of cells below it, each with a name first.
//!
//! Crawlers save a table as lines whose cells are set apart by tabs, bars or wide spaces, or as one cell a line. Both are read into the same grid:
//!
//! | shape | looks like |
//! | --- | --- |
//! | rows | `地区⇥产值(亿元)⇥增速(%)`, `望川区⇥12.6⇥8.3` |
//! | cells | `指标`, `绝对值(亿元)`, `增长(%)`, `工业`, `12.6`, `8.3`, each on a line of its own |
//! | list | `单位:万元`, then `财政收入 3500`: no headings |
//!
//! A merged heading or a cell that is left out ends the table: what is not certain is no row.

use crate::cursor::Cursor;
use crate::entity::units;
use crate::numeral::{is_space, sign};
use crate::span::Span;
use crate::word_table::{Words, words};

/// A table of the repaired text.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Table {
    /// From its first heading to its last cell.
    pub(crate) span: Span,
    /// The lines above it that say what it is about.
    pub(crate) caption: Span,
    /// What its columns hold; none in a list without headings.
    pub(crate) columns: Vec<Column>,
    /// The cells of each row, as many as there are columns.
    pub(crate) rows: Vec<Vec<Span>>,
    /// The unit of all its levels: 单位:万元.
    unit: Option<Span>,
}

/// What stands at the head of a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Column {
    /// The words, without the unit.
    pub(crate) heading: Span,
    /// The unit in parentheses behind them.
    unit: Option<Span>,
    pub(crate) role: Role,
}

/// What the cells of a column are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// What the row is about.
    Name,
    /// The unit of the row.
    Unit,
    /// How much.
    Level,
    /// By how much the level before it moved.
    Change,
    /// A share or a rate.
    Rate,
    /// Numbers of rows, ranks, remarks.
    Other,
}

/// The unit of a cell.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum CellUnit {
    /// It is written there.
    Written(Span),
    /// A rate is in per cent where nothing else is said: the heading that says that it is a rate.
    Percent(Span),
}

/// Headings of the column that names the rows.
#[rustfmt::skip] // lists of words stay lists
static NAMES: Words<&str> = Words::of(&[
    "指标", "指标名称", "主要指标", "项目", "地区", "区域", "市州", "县区", "区县", "区市县", "县市区", "市县", "盟市", "旗县", "旗县区", "城市",
    "园区", "开发区", "乡镇", "产业", "行业", "类别", "分类", "产品", "产品名称", "名称", "企业", "企业名称", "国家", "国别", "国家和地区", "年份",
    "月份", "时间", "品种", "领域", "商品", "商品名称",
]);
/// Headings of columns that measure nothing.
static OTHERS: Words<&str> = Words::of(&["序号", "编号", "排名", "位次", "名次", "排序", "位", "备注", "说明"]);
static UNITS: Words<&str> = Words::of(&["单位", "计量单位"]);
#[rustfmt::skip]
static CHANGES: Words<&str> = Words::of(&[
    "增长", "增速", "增幅", "同比", "环比", "增减", "涨跌", "涨幅", "升降", "±", "比上年", "较上年", "比去年", "较去年", "比上月", "较上月",
]);
static RATES: Words<&str> = Words::of(&["占比", "比重", "比例", "占全", "率", "构成"]);

/// A line of a table is no longer than this, in bytes.
const LINE: usize = 400;
/// The longest heading of a column that names or numbers rows, in characters.
const HEADING: usize = 8;
/// A cell is no longer than this, in bytes.
const CELL: usize = 90;
/// How many columns a table has at most.
const COLUMNS: usize = 12;
/// How many lines above a table say what it is about.
const CAPTION: usize = 3;

/// The tables of a text, in order.
pub(crate) fn find(text: &str) -> Vec<Table> {
    let lines = || Lines { text, at: 0 };
    // most texts have none: nothing is kept until a line looks like the head of one
    if !lines().any(|line| opens(text, line) || unit_said(text, line).is_some()) {
        return Vec::new();
    }
    let lines: Vec<Span> = lines().collect();
    let mut tables = Vec::new();
    let mut at = 0;
    let mut free = 0; // lines before it belong to other tables
    while let Some(line) = lines.get(at).copied() {
        let unit = caption(text, &lines, free, at).1;
        let read = if opens(text, line) {
            in_rows(text, &lines, at).or_else(|| in_cells(text, &lines, at))
        } else if unit.is_some_and(|(_, from)| from + 1 == at) {
            in_rows(text, &lines, at).or_else(|| listed(text, &lines, at))
        } else {
            None
        };
        let Some((columns, rows, end)) = read else {
            at += 1;
            continue;
        };
        let (above, unit) = caption(text, &lines, free, at);
        let last = lines.get(end - 1).map_or(line.end, |last| last.end);
        tables.push(Table { span: Span::new(line.start, last), caption: above, columns, rows, unit: unit.map(|(unit, _)| unit) });
        at = end;
        free = end;
    }
    tables
}

/// The lines of a text that hold anything, without the space around them.
struct Lines<'t> {
    text: &'t str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        loop {
            let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
            let line = rest.split_inclusive('\n').next()?;
            let start = self.at;
            self.at += line.len();
            let span = trimmed(self.text, Span::new(start, self.at));
            if !span.is_empty() {
                return Some(span);
            }
        }
    }
}

/// The stretch without space and bars around it.
fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let edge = |c: char| c.is_whitespace() || is_bar(c);
    let start = span.start + words.len() - words.trim_start_matches(edge).len();
    Span::new(start, start + words.trim_matches(edge).len())
}

fn is_bar(c: char) -> bool {
    matches!(c, '|' | '│' | '｜')
}

/// Whether the line opens with the heading of a column that names or numbers rows.
fn opens(text: &str, line: Span) -> bool {
    let words = line.of(text);
    if line.len() > LINE || !(NAMES.may_begin_with(words) || OTHERS.may_begin_with(words)) {
        return false;
    }
    // a look at its first words, before it is cut into cells
    let head: String = letters(words).take(HEADING).collect();
    (NAMES.begin(&head) || OTHERS.begin(&head)) && cells(text, line).first().is_some_and(|cell| is_name(text, *cell) || is_other(text, *cell))
}

fn is_name(text: &str, cell: Span) -> bool {
    let words = bare(split_unit(text, cell).0.of(text));
    NAMES.hold(words.as_str())
}

fn is_other(text: &str, cell: Span) -> bool {
    OTHERS.hold(bare(cell.of(text)).as_str())
}

/// 指 标 and 县(市、区) are set with space and marks.
fn bare(words: &str) -> String {
    letters(words).collect()
}

fn letters(words: &str) -> impl Iterator<Item = char> {
    words.chars().filter(|c| !is_space(*c) && !matches!(c, '(' | ')' | '（' | '）' | '、'))
}

/// The cells of a row of headings: set apart by tabs, bars or wide spaces, where there are none by single spaces, but those inside 指 标.
fn cells(text: &str, line: Span) -> Vec<Span> {
    let wide = divided(text, line, 2);
    if wide.len() > 1 || is_name(text, line) { wide } else { divided(text, line, 1) }
}

/// The stretches of a line between tabs, bars and at least so many spaces.
fn divided(text: &str, line: Span, spaces: usize) -> Vec<Span> {
    let mut cells = Vec::new();
    let (mut start, mut end) = (line.start, line.start);
    let (mut gap, mut firm) = (0, false);
    for (at, c) in line.of(text).char_indices() {
        let at = line.start + at;
        if is_space(c) || is_bar(c) {
            gap += if c == '\u{3000}' { 2 } else { 1 };
            firm |= c == '\t' || is_bar(c);
            continue;
        }
        if (firm || gap >= spaces) && end > start {
            cells.push(Span::new(start, end));
            start = at;
        }
        (gap, firm) = (0, false);
        end = at + c.len_utf8();
    }
    if end > start {
        cells.push(Span::new(start, end));
    }
    cells
}

/// Whether a cell holds a figure and nothing else, its own unit apart.
fn is_figure(words: &str) -> bool {
    const UNIT: usize = 4;
    let words = words.trim_start_matches(['约', '超', '近', '+', '＋']);
    let mut cursor = Cursor::new(words, 0);
    if cursor.peek().is_some_and(|c| c == '-' || sign(c).is_some()) {
        cursor.bump();
    }
    let digits = cursor.eat_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '，' | '０'..='９'));
    let rest = cursor.rest().trim_start();
    let dated = words!["年", "月", "日", "季", "号", "-", "—", "至", "~", "、", "/", "."].begin(rest);
    digits.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '０'..='９')) && !dated && rest.chars().count() <= UNIT
}

/// Whether a cell says that there is no figure.
fn is_empty(words: &str) -> bool {
    matches!(words, "-" | "—" | "--" | "——" | "－" | "/" | "…" | "……" | "*")
}

/// Whether a cell is a year, as a heading of a column: 2023.
fn is_year(words: &str) -> bool {
    words.len() == 4 && (words.starts_with("19") || words.starts_with("20")) && words.bytes().all(|b| b.is_ascii_digit())
}

/// A heading and the unit that stands behind it: 产值(亿元), 增长%, 单位 in the heading of the names aside.
fn split_unit(text: &str, cell: Span) -> (Span, Option<Span>) {
    let words = cell.of(text);
    let open = words.rfind(['(', '（']).filter(|open| *open > 0);
    let inside = open.and_then(|open| words.get(open..)).map(|inside| inside.trim_start_matches(['(', '（']));
    let inside = inside.filter(|inside| is_unit(&squeezed(inside.trim_end_matches([')', '）']))));
    if let (Some(open), Some(inside)) = (open, inside) {
        let start = cell.end - inside.len();
        let unit = trimmed(text, Span::new(start, start + inside.trim_end_matches([')', '）']).len()));
        return (trimmed(text, Span::new(cell.start, cell.start + open)), (!unit.is_empty()).then_some(unit));
    }
    match words.strip_suffix(['%', '％']).filter(|head| !head.is_empty()) {
        Some(head) => (trimmed(text, Span::new(cell.start, cell.start + head.len())), Some(Span::new(cell.start + head.len(), cell.end))),
        None => (cell, None),
    }
}

/// 亿元, 万吨, 个, %: multipliers and then a unit, and nothing else.
fn is_unit(words: &str) -> bool {
    let words = words.trim_start_matches("单位").trim_start_matches([':', '：']);
    let unit = words.trim_start_matches(['十', '百', '千', '万', '亿']);
    let counted = units::currencies::CURRENCIES.hold(unit) || units::measures::MEASURES.hold(unit) || units::physical::UNITS.hold(unit);
    counted
        || words!["%", "％", "‰", "倍", "个百分点", "百分点"].hold(unit)
        || unit.split_once('/').is_some_and(|(unit, per)| is_unit(unit) && !per.is_empty())
}

fn squeezed(words: &str) -> String {
    words.chars().filter(|c| !is_space(*c)).collect()
}

/// The columns that a row of headings makes, if it is one: its first words name the rows, none of them is a figure.
fn columns(text: &str, headings: &[Span]) -> Option<Vec<Column>> {
    if !(2..=COLUMNS).contains(&headings.len()) {
        return None;
    }
    let mut named = false;
    let mut columns = Vec::with_capacity(headings.len());
    for cell in headings {
        let words = cell.of(text);
        if cell.len() > CELL || is_figure(words) && !is_year(words) || words.contains(['。', '，', ';', '；', '：', ':']) {
            return None;
        }
        let (heading, unit) = split_unit(text, *cell);
        let words = bare(heading.of(text));
        let role = if UNITS.hold(words.as_str()) {
            Role::Unit
        } else if OTHERS.hold(words.as_str()) {
            Role::Other
        } else if !named {
            Role::Name
        } else if CHANGES.stand_in(&words) {
            Role::Change
        } else if RATES.stand_in(&words) {
            Role::Rate
        } else {
            Role::Level
        };
        named |= role == Role::Name;
        columns.push(Column { heading, unit, role });
    }
    columns.iter().any(|column| column.role.holds_figures()).then_some(columns)
}

impl Role {
    /// Whether figures of the column say anything of the row.
    pub(crate) fn holds_figures(self) -> bool {
        matches!(self, Self::Level | Self::Change | Self::Rate)
    }
}

/// Whether the cells are a row below these columns.
fn is_row(text: &str, columns: &[Column], cells: &[Span]) -> bool {
    let mut figures = 0;
    let fit = columns.iter().zip(cells).all(|(column, cell)| {
        let words = cell.of(text);
        match column.role {
            _ if cell.len() > CELL || words.contains(['。', '；']) => false,
            Role::Name => !is_figure(words) || is_year(words),
            Role::Unit | Role::Other => true,
            Role::Level | Role::Change | Role::Rate => {
                figures += usize::from(is_figure(words));
                is_figure(words) || is_empty(words)
            }
        }
    });
    fit && columns.len() == cells.len() && figures > 0
}

type Grid = (Vec<Column>, Vec<Vec<Span>>, usize);

/// A table whose rows are lines.
fn in_rows(text: &str, lines: &[Span], at: usize) -> Option<Grid> {
    let head = lines.get(at).filter(|head| head.len() <= LINE)?;
    let columns = columns(text, &cells(text, *head))?;
    let mut rows = Vec::new();
    let mut next = at + 1;
    while let Some(line) = lines.get(next).filter(|line| line.len() <= LINE) {
        let ruled = line.of(text).chars().all(|c| matches!(c, '-' | ':' | '=' | '+') || is_space(c) || is_bar(c));
        if !ruled {
            let wide = divided(text, *line, 2);
            let cells = if wide.len() == columns.len() { wide } else { divided(text, *line, 1) };
            if !is_row(text, &columns, &cells) {
                break;
            }
            rows.push(cells);
        }
        next += 1;
    }
    (!rows.is_empty()).then_some((columns, rows, next))
}

/// A table of which every cell is a line: the first figure tells how many columns there are.
fn in_cells(text: &str, lines: &[Span], at: usize) -> Option<Grid> {
    let words = |at: usize| lines.get(at).filter(|line| line.len() <= CELL).map(|line| line.of(text));
    let first = (at..at + COLUMNS + 2).find(|at| words(*at).is_some_and(|words| is_figure(words) && !is_year(words)))?;
    let numbered = lines.get(at).is_some_and(|cell| is_other(text, *cell));
    let units = (at..first).any(|at| words(at).is_some_and(|words| UNITS.hold(bare(words).as_str())));
    let width = (first - at).checked_sub(if numbered { 0 } else { 1 + usize::from(units) })?;
    let columns = columns(text, lines.get(at..at + width)?)?;
    let mut rows = Vec::new();
    let mut next = at + width;
    while let Some(cells) = lines.get(next..next + width).filter(|cells| is_row(text, &columns, cells)) {
        rows.push(cells.to_vec());
        next += width;
    }
    (!rows.is_empty()).then_some((columns, rows, next))
}

/// Lines of a name and a figure below the unit of all of them.
fn listed(text: &str, lines: &[Span], at: usize) -> Option<Grid> {
    let mut rows = Vec::new();
    let mut next = at;
    while let Some(line) = lines.get(next).filter(|line| line.len() <= CELL) {
        // the name may have spaces of its own
        let words = line.of(text);
        let apart = |c: char| is_space(c) || is_bar(c) || matches!(c, ':' | '：');
        let Some(gap) = words.rfind(apart) else { break };
        let name = Span::new(line.start, line.start + words.get(..gap).unwrap_or_default().trim_end_matches(apart).len());
        let figure = Span::new(line.end - words.get(gap..).unwrap_or_default().trim_start_matches(apart).len(), line.end);
        if is_figure(name.of(text)) || !is_figure(figure.of(text)) || !name.of(text).contains(char::is_alphabetic) {
            break;
        }
        rows.push(vec![name, figure]);
        next += 1;
    }
    (!rows.is_empty()).then_some((Vec::new(), rows, next))
}

/// The lines above a table that belong to it, and the unit that they tell with the line that does.
fn caption(text: &str, lines: &[Span], free: usize, at: usize) -> (Span, Option<(Span, usize)>) {
    let here = lines.get(at).map_or(0, |line| line.start);
    let mut above = Span::new(here, here);
    let mut unit = None;
    for before in (free.max(at.saturating_sub(CAPTION))..at).rev() {
        let Some(line) = lines.get(before).filter(|line| line.len() <= LINE && !line.of(text).contains(['。', '；'])) else { break };
        above = Span::new(line.start, above.end.max(line.end).min(here));
        unit = unit.or_else(|| unit_said(text, *line).map(|unit| (unit, before)));
    }
    (above, unit)
}

/// The unit that a line closes with: 单位：万元.
fn unit_said(text: &str, line: Span) -> Option<Span> {
    let at = Some(line).filter(|line| line.len() <= LINE)?.of(text).rfind("单位")?;
    let mut cursor = Cursor::new(text, line.start + at + "单位".len());
    cursor.eat_any(words![":", "："])?;
    cursor.eat_while(is_space);
    let start = cursor.at();
    cursor.eat_while(|c| c.is_alphanumeric() || c == '%');
    let unit = Span::new(start, cursor.at());
    // 单位:亿元、%: rates are in per cent anyway
    cursor.eat_while(|c| matches!(c, '、' | ',' | '，' | '%' | ')' | '）') || is_space(c));
    (cursor.at() >= line.end && !unit.is_empty()).then_some(unit)
}

impl Table {
    /// The table that holds the byte, of tables in order.
    pub(crate) fn at(tables: &[Self], at: usize) -> Option<&Self> {
        let next = tables.partition_point(|table| table.span.start <= at);
        tables.get(next.checked_sub(1)?).filter(|table| at < table.span.end)
    }

    /// Row and column of the cell that begins at the byte.
    pub(crate) fn cell(&self, at: usize) -> Option<(usize, usize)> {
        let row = self.rows.partition_point(|cells| cells.first().is_some_and(|cell| cell.start <= at)).checked_sub(1)?;
        let column = self.rows.get(row)?.iter().position(|cell| cell.start == at)?;
        Some((row, column))
    }

    /// The unit of a figure that has none of its own: that of its row, of its column, of the table.
    pub(crate) fn unit(&self, text: &str, row: usize, column: usize) -> Option<CellUnit> {
        let cells = self.rows.get(row)?;
        let Some(head) = self.columns.get(column) else { return self.unit.filter(|_| column > 0).map(CellUnit::Written) };
        let of_row = || {
            let named = self.columns.iter().position(|column| column.role == Role::Unit).and_then(|unit| cells.get(unit)).copied();
            let name = self.columns.iter().position(|column| column.role == Role::Name).and_then(|name| cells.get(name));
            named.or_else(|| split_unit(text, *name?).1)
        };
        match head.role {
            Role::Level => of_row().or(head.unit).or(self.unit).map(CellUnit::Written),
            Role::Change | Role::Rate => Some(head.unit.map_or(CellUnit::Percent(head.heading), CellUnit::Written)),
            Role::Name | Role::Unit | Role::Other => None,
        }
    }

    /// What a row is about: the words of its first column, without a unit.
    pub(crate) fn name(&self, text: &str, row: usize) -> Option<Span> {
        let column = self.columns.iter().position(|column| column.role == Role::Name).unwrap_or(0);
        self.rows.get(row)?.get(column).map(|cell| split_unit(text, *cell).0)
    }
}
