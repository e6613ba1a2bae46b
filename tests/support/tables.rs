//! Tables of language: TOML files of texts and what they must give.

#![allow(dead_code, clippy::unwrap_used, clippy::panic)] // each test takes the part that it needs, and stops at the first surprise

use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};
use zhecon::Article;

/// The tables of a folder under `tests/data` in the order of their names: those whose path holds the word that `ZHECON_TABLE` tells, or all.
pub(crate) fn of<T: DeserializeOwned>(folder: &str) -> Vec<(PathBuf, T)> {
    let filter = std::env::var("ZHECON_TABLE").unwrap_or_default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(folder);
    let mut files: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml") && file.to_string_lossy().contains(&filter));
    files.sort();
    assert!(!files.is_empty() || !filter.is_empty(), "{} holds no table", folder.display());
    files
        .into_iter()
        .map(|file| {
            let table = toml::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
            (file, table)
        })
        .collect()
}

/// A text as an article of this day, if one is told.
pub(crate) fn article(text: &str, published: Option<&String>) -> Article {
    let article = Article::from_text(text);
    match published {
        Some(published) => article.published(published.parse().unwrap()),
        None => article,
    }
}
