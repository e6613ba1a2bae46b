//! `zhecon highlight`: one page of all articles, or one each.

use crate::arguments::Highlight;
use crate::fault::Outcome;
use crate::input::{Named, Sources};
use crate::output::Output;
use crate::pipeline;
use std::path::Path;
use zhecon::Extraction;
use zhecon::html::Page;

/// Runs the command.
pub(crate) fn run(command: &Highlight) -> anyhow::Result<Outcome> {
    let extractor = command.kinds.extractor();
    let work = move |named: Named| {
        let extraction = extractor.extract(&named.article);
        (named, extraction)
    };
    let sources = Sources::of(&command.input);
    if let Some(folder) = command.output.as_deref().filter(|path| path.is_dir()) {
        return Ok(pipeline::run(&command.input, sources, work, |(named, extraction)| {
            let title = command.title.clone().unwrap_or_else(|| headline(&named, &extraction));
            let mut page = Page::new(title);
            page.add(&named.id, &named.article, &extraction);
            write(folder, &named.id, &page.render())
        })?);
    }
    // The headline of the only article is the title of its page: it is known when all have been read.
    let mut articles = Vec::new();
    let outcome = pipeline::run(&command.input, sources, work, |article| {
        articles.push(article);
        Ok(())
    })?;
    if articles.is_empty() {
        return Ok(outcome);
    }
    let title = command.title.clone().unwrap_or_else(|| match articles.as_slice() {
        [(named, extraction)] => headline(named, extraction),
        several => format!("{} articles", several.len()),
    });
    let mut page = Page::new(title);
    for (named, extraction) in &articles {
        page.add(&named.id, &named.article, extraction);
    }
    let mut out = Output::open(command.output.as_deref())?;
    out.answer(page.render().as_bytes())?;
    out.finish()?;
    Ok(outcome)
}

fn headline(named: &Named, extraction: &Extraction) -> String {
    extraction.article.title.clone().unwrap_or_else(|| named.id.clone())
}

/// Writes the page of one article; what its id holds that no file name can is left out, so that nothing is written outside the folder.
fn write(folder: &Path, id: &str, page: &str) -> std::io::Result<()> {
    let name: String =
        id.chars().map(|character| if character == '/' || character == '\\' || character.is_control() { '_' } else { character }).collect();
    std::fs::write(folder.join(format!("{name}.html")), page)
}
