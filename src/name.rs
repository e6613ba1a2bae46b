//! Names of variants: what JSON calls a variant is what every other door calls it.

/// `Display` for an enum without fields, by the names that `serde` gives its variants.
macro_rules! named {
    ($type:ty) => {
        impl ::std::fmt::Display for $type {
            /// Its name in JSON.
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                ::serde::Serialize::serialize(self, f)
            }
        }
    };
}

pub(crate) use named;
