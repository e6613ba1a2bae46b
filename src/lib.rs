//! Reads Chinese economic news and returns what it says as typed data.
//!
//! ```
//! use zhecon::{Article, Extractor};
//!
//! let article = Article::from_text("今年上半年,该区新签约项目61个,合同总投资额298亿元。");
//! let extraction = Extractor::new().extract(&article);
//! # let _ = extraction;
//! ```

pub mod article;
pub(crate) mod context;
pub(crate) mod cursor;
pub mod entity;
pub mod error;
pub mod extraction;
pub mod extractor;
pub mod ledger;
pub mod lexicon;
pub mod magnitude;
pub mod numeral;
pub(crate) mod overlap;
pub mod reading;
pub mod record;
pub mod span;

pub use article::Article;
pub use context::{Context, Mention, Parser};
pub use entity::{Kind, Value};
pub use error::Error;
pub use extraction::{Entity, Extraction};
pub use extractor::Extractor;
pub use ledger::Ledger;
pub use lexicon::Lexicon;
pub use magnitude::{Bound, Magnitude};
pub use numeral::Figure;
pub use reading::Reading;
pub use span::Span;
