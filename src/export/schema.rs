//! The JSON of an extraction, described by a JSON Schema.
//!
//! `docs/extraction.schema.json` is what [`schema`] gives; a program in any language can check against it.

use crate::entity::time::{Edtf, Limit, Moment, Point};
use crate::{Extraction, Figure};
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// The schema (draft 2020-12) of an [`Extraction`] as it is written in JSON.
///
/// ```
/// let schema = zhecon::export::schema::schema();
/// assert_eq!(schema.get("title").and_then(|title| title.as_str()), Some("Extraction"));
/// ```
#[must_use]
pub fn schema() -> Schema {
    let settings = SchemaSettings::draft2020_12().for_serialize().with_transform(RecursiveTransform(without_example));
    settings.into_generator().into_root_schema_for::<Extraction>()
}

/// Examples in Rust tell nothing to those who read a schema.
fn without_example(schema: &mut Schema) {
    let words = schema.get("description").and_then(|words| words.as_str()).and_then(|words| words.split_once("\n\n```"));
    if let Some(words) = words.map(|(words, _)| words.to_owned()) {
        schema.insert("description".to_owned(), words.into());
    }
}

/// Types whose JSON is their text form.
macro_rules! text {
    ($($name:ident: $what:literal, $pattern:literal;)*) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "description": $what, "pattern": $pattern })
            }
        }
    )*};
}

text! {
    Figure: "An exact figure: a decimal without exponent, or a vulgar fraction in lowest terms.", r"^-?\d+(\.\d+)?(/\d+(\.\d+)?)?$";
    Moment: "A day, perhaps with a time of day.", r"^-?\d{4,}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$";
    Point: "A point on the calendar in EDTF level 1.", r"^[^/]+$";
    Edtf: "A point or an interval in EDTF level 1; an open end is two dots.", r"^[^/]+(/[^/]+)?$";
    Limit: "The first or last day or moment of a period.", r"^(-?\d{4,}-\d\d-\d\d)?(T\d\d:\d\d(:\d\d)?)?$";
}
