//! Prints the JSON Schema of an extraction: `cargo run --example schema --features schema > docs/extraction.schema.json`.

fn main() -> Result<(), serde_json::Error> {
    println!("{}", serde_json::to_string_pretty(&zhecon::export::schema::schema())?);
    Ok(())
}
