//! The schema that is checked in is the one of the types, and what is written in JSON keeps to it.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)] // a test may stop at the first surprise

use boon::{Compiler, SchemaIndex, Schemas};
use serde_json::{Value, json};
use zhecon::{Article, Extractor};

const CHECKED_IN: &str = include_str!("../docs/extraction.schema.json");

/// Texts that between them fill every field: figures of every kind, open dates, records, a page.
const TEXTS: [&str; 4] = [
    include_str!("../examples/articles/clean.txt"),
    include_str!("../examples/articles/page.txt"),
    include_str!("../examples/articles/glossed.txt"),
    "今年上半年,望都县新签约10亿元以上项目约16个,合同总投资额298亿元,同比增长24.8%,近三成来自省外,两成多、三分之一,5至8家,每周一次,近年来。\n\
     总投资30亿元的蓝湾半导体封测项目二期落户临江经开区,占地300亩,将于2024年底前投产,达产后年产值45亿元、税收2亿元,带动就业800人,建设周期18个月。\n\
     蓝湾科技(苏州)有限公司董事长周望说,长三角新材料产业第3次增长。",
];

fn compiled() -> (Schemas, SchemaIndex) {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.add_resource("https://zhecon.invalid/extraction.schema.json", serde_json::from_str(CHECKED_IN).unwrap()).unwrap();
    let index = compiler.compile("https://zhecon.invalid/extraction.schema.json", &mut schemas).unwrap();
    (schemas, index)
}

fn written(text: &str) -> Value {
    let article = Article::from_text(text).published("2023-07-15".parse().unwrap());
    serde_json::to_value(Extractor::new().extract(&article)).unwrap()
}

#[test]
fn the_file_is_what_the_types_say() {
    let made: Value = serde_json::to_value(zhecon::export::schema::schema()).unwrap();
    let file: Value = serde_json::from_str(CHECKED_IN).unwrap();
    assert_eq!(made, file, "cargo run --example schema --features schema > docs/extraction.schema.json");
}

#[test]
fn what_is_written_keeps_to_it() {
    let (schemas, index) = compiled();
    for text in TEXTS {
        let json = written(text);
        assert!(!json["entities"].as_array().unwrap().is_empty());
        if let Err(fault) = schemas.validate(&json, index) {
            panic!("{fault:#}\n{json:#}");
        }
    }
    assert!(!written(TEXTS[3])["projects"].as_array().unwrap().is_empty());
    assert!(!written(TEXTS[3])["indicators"].as_array().unwrap().is_empty());
}

/// What breaks the contract is refused: the test above can fail.
#[test]
fn what_breaks_it_is_refused() {
    let (schemas, index) = compiled();
    let good = written(TEXTS[3]);
    let money = good["entities"].as_array().unwrap().iter().position(|entity| entity["kind"] == "money").unwrap();
    let changes: [(&str, Value); 6] = [
        ("/indicators", json!(null)),
        ("/indicators/0/measure", json!(7)),
        ("/indicators/0/modality", json!("hoped")),
        ("/projects/0/investment/bound", json!("exactly")),
        ("/projects/0/events/0/stage", json!("dreamt")),
        ("/indicators/0/value/low", json!("1e9")),
    ];
    let figure = (format!("/entities/{money}/value/low"), json!(1000));
    for (place, value) in changes.into_iter().map(|(place, value)| (place.to_owned(), value)).chain([figure]) {
        let mut bad = good.clone();
        *bad.pointer_mut(&place).unwrap() = value;
        assert!(schemas.validate(&bad, index).is_err(), "{place}");
    }
}
