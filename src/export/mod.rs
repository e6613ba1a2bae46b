//! Extractions in the forms that other tools read: flat tables and graph entities.
//!
//! - [`table`]: one flat table each for entities, projects and indicators, with documented columns;
//! - [`csv`]: these tables as RFC 4180 text;
//! - [`facts`]: the fields of a value as names and texts, for the eye;
//! - [`ftm`]: companies, persons, bodies and projects as [FollowTheMoney](https://followthemoney.tech) entities, ready for serialisation;
//! - [`marks`]: mentions as they stand in the repaired text and in one another, to draw them;
//! - `schema` (feature `schema`): the JSON Schema of an extraction.

pub mod csv;
pub mod facts;
pub mod ftm;
pub mod marks;
#[cfg(feature = "schema")]
pub mod schema;
pub mod table;
