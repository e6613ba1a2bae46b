//! Annotated articles as they lie in a folder.

use crate::fault::Fault;
use anyhow::Context;
use serde::Deserialize;
use serde_json::Value;
use std::collections::HashMap;
use std::path::{Path, PathBuf};
use zhecon::entity::time::Moment;

/// One annotated article.
#[derive(Debug)]
pub(super) struct Case {
    /// The name under which its answer is looked up.
    pub(super) stem: String,
    pub(super) gold: Value,
    pub(super) raw: String,
    /// The repaired text, in which the gold counts characters.
    pub(super) clean: Vec<char>,
    /// Where the repaired text stands in the raw one.
    pub(super) alignment: Alignment,
    pub(super) is_page: bool,
    pub(super) published: Option<Moment>,
}

impl Case {
    /// The id in the gold file.
    pub(super) fn id(&self) -> &str {
        self.gold.get("id").and_then(Value::as_str).unwrap_or_default()
    }
}

/// Raw characters to clean ones; outside the listed runs the two texts agree one to one.
#[derive(Debug, Default)]
pub(super) struct Alignment {
    /// Start and end in the clean text, start and end in the raw one, sorted by the latter.
    runs: Vec<[usize; 4]>,
    by_end: HashMap<usize, usize>,
}

impl Alignment {
    fn read(table: &str) -> Self {
        let cells = |line: &str| -> Option<[usize; 4]> {
            let mut cells = line.split('\t').map(|cell| cell.trim().parse().ok());
            Some([cells.next()??, cells.next()??, cells.next()??, cells.next()??])
        };
        let mut runs: Vec<[usize; 4]> = table.lines().filter_map(cells).collect();
        runs.sort_by_key(|[_, _, start, end]| (*start, *end));
        let by_end = runs.iter().map(|[_, clean_end, _, raw_end]| (*raw_end, *clean_end)).collect();
        Self { runs, by_end }
    }

    /// The clean character that a mention begins with which begins with this raw one.
    pub(super) fn start(&self, raw: usize) -> usize {
        self.at(raw, raw, false)
    }

    /// One past the last clean character of a mention that ends before this raw one.
    pub(super) fn end(&self, raw: usize) -> usize {
        // In shifted runs neighbours share a raw character: an end is looked up by itself.
        self.by_end.get(&raw).copied().unwrap_or_else(|| raw.checked_sub(1).map_or(0, |last| self.at(raw, last, true)))
    }

    fn at(&self, raw: usize, probe: usize, is_end: bool) -> usize {
        let behind = self.runs.partition_point(|[_, _, start, _]| *start <= probe);
        let Some([clean_start, clean_end, raw_start, raw_end]) = behind.checked_sub(1).and_then(|at| self.runs.get(at)) else { return raw };
        if probe >= *raw_end {
            return clean_end + (raw - raw_end);
        }
        if clean_end - clean_start == raw_end - raw_start {
            return clean_start + (raw - raw_start);
        }
        if is_end { *clean_end } else { *clean_start }
    }
}

#[derive(Deserialize)]
struct Listed {
    id: String,
    text: String,
    published: Option<Moment>,
}

/// The annotated articles of a folder, by name.
pub(super) fn load(folder: &Path) -> anyhow::Result<Vec<Result<Case, Fault>>> {
    let listed = folder.join("articles.ndjson");
    if listed.exists() {
        return text(&listed)?.lines().filter(|line| !line.trim().is_empty()).map(|line| from_list(folder, line).map(Ok)).collect();
    }
    let entries = folder.read_dir().with_context(|| format!("{}: this must be a folder of annotated articles", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.to_string_lossy().ends_with(".gold.json"));
    paths.sort();
    anyhow::ensure!(!paths.is_empty(), "{}: it holds neither articles.ndjson nor NNN.gold.json", folder.display());
    paths.iter().map(|path| from_files(folder, path)).collect()
}

fn from_list(folder: &Path, line: &str) -> anyhow::Result<Case> {
    let row: Listed = serde_json::from_str(line).context("articles.ndjson")?;
    let gold = json(&folder.join(format!("{}.gold.json", row.id)))?;
    let clean = row.text.chars().collect();
    Ok(Case { stem: row.id, gold, raw: row.text, clean, alignment: Alignment::default(), is_page: false, published: row.published })
}

fn from_files(folder: &Path, path: &Path) -> anyhow::Result<Result<Case, Fault>> {
    let gold = json(path)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.strip_suffix(".gold.json").unwrap_or(&name);
    let own = format!("{stem}.raw.txt");
    let named = gold.get("file").and_then(Value::as_str).unwrap_or(&own);
    let named = Path::new(named).file_name().unwrap_or_default();
    let beside = folder.canonicalize()?.parent().map(|parent| parent.join("seeds").join(named));
    let places = [Some(folder.join(named)), beside, Some(folder.join(&own))];
    let Some(raw) = places.into_iter().flatten().find(|place| place.exists()) else {
        let reason = format!("its raw text {} is missing", named.to_string_lossy());
        return Ok(Err(Fault { file: path.display().to_string(), line: None, reason, remedy: "lay it beside the gold file or in ../seeds" }));
    };
    let table = folder.join(format!("{stem}.align.tsv"));
    let alignment = if table.exists() { Alignment::read(&text(&table)?) } else { Alignment::default() };
    let name = raw.file_stem().unwrap_or_default().to_string_lossy();
    Ok(Ok(Case {
        stem: name.strip_suffix(".raw").unwrap_or(&name).to_owned(),
        gold,
        raw: text(&raw)?,
        clean: text(&folder.join(format!("{stem}.clean.txt")))?.chars().collect(),
        alignment,
        is_page: true,
        published: None,
    }))
}

fn text(path: &Path) -> anyhow::Result<String> {
    std::fs::read_to_string(path).with_context(|| path.display().to_string())
}

fn json(path: &Path) -> anyhow::Result<Value> {
    serde_json::from_str(&text(path)?).with_context(|| path.display().to_string())
}
