//! From paths to articles: files, folders, patterns, standard input, JSON lines.

use crate::arguments::Input;
use crate::fault::Fault;
use std::fs::File;
use std::io::{self, BufReader, IsTerminal, Read};
use std::path::{Path, PathBuf};
use walkdir::WalkDir;
use zhecon::Article;
use zhecon::ndjson::{Line, Lines, Row};

const NO_FILE: &str = "check the path; a pattern such as 'news/*.txt' finds files by name, - stands for standard input";
const NO_ACCESS: &str = "check that the file may be read";
const NO_ROW: &str = r#"write one JSON object a line: {"id", "text" or "title" and "body", "published"}"#;
const NO_INPUT: &str = "give a file, a folder or a pattern, or pipe an article in";

/// A named article.
#[derive(Debug)]
pub(crate) struct Named {
    pub(crate) id: String,
    pub(crate) article: Article,
}

/// A file, or the standard input, before it is read.
#[derive(Clone, Debug)]
enum Source {
    Article { path: PathBuf, id: String },
    Rows(PathBuf),
    Standard { rows: bool },
    Fault(Fault),
}

/// An article that is still to be read; the reading is left to the threads that extract.
#[derive(Debug)]
pub(crate) enum Job {
    File { path: PathBuf, id: String },
    Bytes { id: String, bytes: Vec<u8> },
    Line { file: String, line: Line },
    Fault(Fault),
}

/// All that a command is to read.
#[derive(Debug)]
pub(crate) struct Sources {
    list: Vec<Source>,
}

impl Sources {
    /// The sources that the arguments name, in their order; those of a folder or pattern by name.
    pub(crate) fn of(input: &Input) -> Self {
        let mut list = Vec::new();
        if input.paths.is_empty() {
            list.push(standard(input.ndjson));
        }
        for path in &input.paths {
            if path.as_os_str() == "-" {
                list.push(Source::Standard { rows: input.ndjson });
            } else if path.is_dir() {
                list.extend(folder(path, input.ndjson));
            } else if path.exists() {
                list.push(file(path.clone(), stem(path), input.ndjson));
            } else {
                list.extend(pattern(path, input.ndjson));
            }
        }
        Self { list }
    }

    /// How many articles there are, where that is known before they are read.
    pub(crate) fn count(&self) -> Option<u64> {
        self.list.iter().all(|source| matches!(source, Source::Article { .. } | Source::Fault(_))).then_some(self.list.len() as u64)
    }

    /// What is to be read, one after another.
    pub(crate) fn jobs(self) -> impl Iterator<Item = Job> + Send + 'static {
        self.list.into_iter().flat_map(|source| -> Box<dyn Iterator<Item = Job> + Send> {
            match source {
                Source::Article { path, id } => Box::new(std::iter::once(Job::File { path, id })),
                Source::Fault(fault) => Box::new(std::iter::once(Job::Fault(fault))),
                Source::Rows(path) => match File::open(&path) {
                    Ok(rows) => Box::new(lines(path.display().to_string(), rows)),
                    Err(error) => Box::new(std::iter::once(Job::Fault(unreadable(&path, &error)))),
                },
                Source::Standard { rows: true } => Box::new(lines("standard input".to_owned(), io::stdin())),
                Source::Standard { rows: false } => Box::new(std::iter::once_with(|| {
                    let mut bytes = Vec::new();
                    match io::stdin().read_to_end(&mut bytes) {
                        Ok(_) => Job::Bytes { id: "stdin".to_owned(), bytes },
                        Err(error) => Job::Fault(unreadable(Path::new("standard input"), &error)),
                    }
                })),
            }
        })
    }
}

impl Job {
    /// Reads the article.
    pub(crate) fn article(self, input: &Input) -> Result<Named, Fault> {
        let (id, article) = match self {
            Self::Fault(fault) => return Err(fault),
            Self::Bytes { id, bytes } => (id, Article::from_bytes(&bytes)),
            Self::File { path, id } => {
                (id, std::fs::read(&path).map(|bytes| Article::from_bytes(&bytes)).map_err(|error| unreadable(&path, &error))?)
            }
            Self::Line { file, line } => return row(line, input).map_err(|(line, reason)| Fault { file, line: Some(line), reason, remedy: NO_ROW }),
        };
        let article = if input.plain { article.plain() } else { article };
        Ok(Named { id, article: input.published.map_or(article.clone(), |published| article.published(published)) })
    }
}

fn row(line: Line, input: &Input) -> Result<Named, (u64, String)> {
    let number = line.number;
    let told = |reason: &dyn ToString| (number, reason.to_string());
    let bytes = line.bytes.map_err(|error| told(&error))?;
    let row: Row = serde_json::from_slice(&bytes).map_err(|error| (number, not_json(&error)))?;
    let id = row.id(number);
    let article = row.or_published(input.published).article(input.plain).map_err(|error| told(&error))?;
    Ok(Named { id, article })
}

/// What is wrong with a line that should be JSON, and in which column: the parser's own words tell a line too, which is always its first.
pub(crate) fn not_json(error: &serde_json::Error) -> String {
    let told = error.to_string();
    let what = told.rsplit_once(" at line ").map_or(told.as_str(), |(what, _)| what);
    match error.classify() {
        serde_json::error::Category::Data => format!("{what} (column {})", error.column()),
        _ => format!("this is no JSON: {what} (column {})", error.column()),
    }
}

fn lines(file: String, input: impl Read + Send + 'static) -> impl Iterator<Item = Job> + Send + 'static {
    Lines::new(BufReader::new(input)).map(move |line| match line {
        Ok(line) => Job::Line { file: file.clone(), line },
        Err(error) => Job::Fault(unreadable(Path::new(&file), &error)),
    })
}

fn unreadable(path: &Path, error: &io::Error) -> Fault {
    Fault { file: path.display().to_string(), line: None, reason: error.to_string(), remedy: NO_ACCESS }
}

fn standard(rows: bool) -> Source {
    if io::stdin().is_terminal() {
        return Source::Fault(Fault { file: "standard input".into(), line: None, reason: "it is a terminal".into(), remedy: NO_INPUT });
    }
    Source::Standard { rows }
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn has_rows(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension == "ndjson" || extension == "jsonl")
}

fn file(path: PathBuf, id: String, rows: bool) -> Source {
    if rows || has_rows(&path) { Source::Rows(path) } else { Source::Article { path, id } }
}

/// The articles of a folder and all folders in it; their ids are the paths beneath it, so that two of one name stay apart.
fn folder(folder: &Path, rows: bool) -> Vec<Source> {
    let mut found = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name() {
        match entry {
            Ok(entry) if entry.file_type().is_dir() => {}
            Ok(entry) => {
                let path = entry.path();
                if has_rows(path) || path.extension().is_some_and(|extension| extension == "txt") {
                    let id = path.strip_prefix(folder).unwrap_or(path).with_extension("");
                    found.push(file(path.to_owned(), id.to_string_lossy().replace('\\', "/"), rows));
                }
            }
            Err(error) => {
                let path = error.path().unwrap_or(folder).display().to_string();
                found.push(Source::Fault(Fault { file: path, line: None, reason: error.to_string(), remedy: NO_ACCESS }));
            }
        }
    }
    if found.is_empty() {
        let remedy = "of a folder the files that end in .txt, .ndjson or .jsonl are read; name others by a pattern";
        found.push(Source::Fault(Fault { file: folder.display().to_string(), line: None, reason: "it holds no articles".into(), remedy }));
    }
    found
}

fn pattern(path: &Path, rows: bool) -> Vec<Source> {
    let none = |reason: String| vec![Source::Fault(Fault { file: path.display().to_string(), line: None, reason, remedy: NO_FILE })];
    let pattern = path.to_string_lossy();
    if !pattern.contains(['*', '?', '[']) {
        return none("there is no such file".to_owned());
    }
    let paths = match glob::glob(&pattern) {
        Ok(paths) => paths,
        Err(error) => return none(error.to_string()),
    };
    let mut found = Vec::new();
    for path in paths {
        match path {
            Ok(path) if path.is_dir() => {}
            Ok(path) => found.push(file(path.clone(), stem(&path), rows)),
            Err(error) => found.push(Source::Fault(unreadable(error.path(), error.error()))),
        }
    }
    if found.is_empty() { none("no file fits the pattern".to_owned()) } else { found }
}
