//! Makes `data/lexicon.*` and `data/towns.*` from the tables beside them.
#![allow(clippy::indexing_slicing, clippy::unwrap_used)]

#[path = "../tests/support/lexicon_tables.rs"]
mod lexicon_tables;

fn main() -> std::io::Result<()> {
    let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    for (name, builder) in [("lexicon", lexicon_tables::lexicon()), ("towns", lexicon_tables::towns())] {
        let (bytes, pool) = builder.compile();
        std::fs::write(data.join(name).with_extension("bin"), bytes)?;
        std::fs::write(data.join(name).with_extension("txt"), pool)?;
    }
    Ok(())
}
