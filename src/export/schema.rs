//! The JSON of an extraction, described by a JSON Schema.
//!
//! `docs/extraction.schema.json` is what [`schema`] gives; a program in any language can check against it.

use crate::entity::time::{Edtf, Limit, Moment, Point};
use crate::{Extraction, Figure};
use schemars::generate::SchemaSettings;
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
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Extraction>()
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
