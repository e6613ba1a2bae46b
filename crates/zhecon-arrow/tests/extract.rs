//! Arrays in, arrays out: the same facts as the library tells, in every input type.

#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{Array, ArrayRef, Int32Array, LargeStringArray, StringArray, StringViewArray, StructArray};
use std::sync::Arc;
use zhecon::{Article, Extractor};
use zhecon_arrow::{Error, Offsets, Options, extract, fields};

const TEXTS: [Option<&str>; 4] = [
    Some("今年上半年,昌黎县新签约项目61个,合同总投资额298亿元,同比增长5%。"),
    None,
    Some(""),
    Some("望川經(jīng)濟(jì)開發(fā)區(qū)總投資30億元的藍灣半導體封測項目開工。"),
];

fn rows(extractions: &StructArray, table: &str, row: usize) -> StructArray {
    extractions.column_by_name(table).unwrap().as_list::<i32>().value(row).as_struct().clone()
}

fn texts(rows: &StructArray, column: &str) -> Vec<Option<String>> {
    rows.column_by_name(column).unwrap().as_string::<i32>().iter().map(|text| text.map(str::to_owned)).collect()
}

#[test]
fn every_kind_of_text_array_is_read_alike() {
    let arrays: [ArrayRef; 3] = [
        Arc::new(StringArray::from(TEXTS.to_vec())),
        Arc::new(LargeStringArray::from(TEXTS.to_vec())),
        Arc::new(StringViewArray::from(TEXTS.to_vec())),
    ];
    let [small, large, view] = arrays.map(|array| extract(&array, None, &Options::default()).unwrap());
    assert_eq!(small, large);
    assert_eq!(small, view);
    assert_eq!(small.fields(), &fields());
    assert_eq!((0..4).map(|row| small.is_null(row)).collect::<Vec<_>>(), [false, true, false, false]);
}

#[test]
fn rows_hold_what_the_library_tells() {
    let extractions = extract(&StringArray::from(TEXTS.to_vec()), None, &Options::default()).unwrap();
    for (row, text) in TEXTS.iter().enumerate() {
        let expected = text.map(|text| Extractor::new().extract(&Article::from_text(text))).unwrap_or_default();
        let entities = rows(&extractions, "entities", row);
        let spoken: Vec<_> = expected.entities.iter().map(|entity| Some(entity.text.clone())).collect();
        assert_eq!(texts(&entities, "text"), spoken);
        let starts: Vec<i64> = entities.column_by_name("start").unwrap().as_primitive::<Int64Type>().values().to_vec();
        assert_eq!(starts, expected.entities.iter().map(|entity| entity.start as i64).collect::<Vec<_>>());
        let measures: Vec<_> = expected.indicators.iter().map(|indicator| Some(indicator.measure.clone())).collect();
        assert_eq!(texts(&rows(&extractions, "indicators", row), "measure"), measures);
        let names: Vec<_> = expected.projects.iter().map(|project| Some(project.name.clone())).collect();
        assert_eq!(texts(&rows(&extractions, "projects", row), "name"), names);
    }
    assert_eq!(texts(&rows(&extractions, "projects", 3), "investment_low"), [Some("3000000000".to_owned())]);
}

#[test]
fn offsets_count_characters_where_asked() {
    let options = Options { offsets: Offsets::Characters, ..Options::default() };
    let extractions = extract(&StringArray::from(TEXTS.to_vec()), None, &options).unwrap();
    let entities = rows(&extractions, "entities", 3);
    let text: Vec<char> = TEXTS[3].unwrap().chars().collect();
    let column = |name: &str| entities.column_by_name(name).unwrap().as_primitive::<Int64Type>().values().to_vec();
    let raw: Vec<String> =
        column("start").into_iter().zip(column("end")).map(|(start, end)| text[start as usize..end as usize].iter().collect()).collect();
    assert!(raw.contains(&"30億元".to_owned()) && raw.contains(&"望川經(jīng)濟(jì)開發(fā)區(qū)".to_owned()), "{raw:?}");
}

#[test]
fn the_date_of_each_row_counts() {
    let texts_in = StringArray::from(vec!["今年1-4月", "今年1-4月"]);
    let published = StringArray::from(vec![Some("2021-05-20"), None]);
    let extractions = extract(&texts_in, Some(&published), &Options::default()).unwrap();
    assert_eq!(texts(&rows(&extractions, "entities", 0), "edtf"), [Some("2021-01/2021-04".to_owned())]);
    assert_eq!(texts(&rows(&extractions, "entities", 1), "edtf"), [Some("XXXX-01/XXXX-04".to_owned())]);
}

#[test]
fn what_is_wrong_is_told() {
    let options = Options::default();
    let two = StringArray::from(vec!["一", "二"]);
    assert!(matches!(extract(&Int32Array::from(vec![1]), None, &options), Err(Error::Type { .. })));
    assert!(matches!(extract(&two, Some(&StringArray::from(vec!["2021"])), &options), Err(Error::Length { texts: 2, published: 1 })));
    let error = extract(&two, Some(&StringArray::from(vec!["soon", "2021-01-01"])), &options).unwrap_err();
    assert!(error.to_string().contains("\"soon\""), "{error}");
}

#[test]
fn no_rows_are_no_rows() {
    let extractions = extract(&StringArray::from(Vec::<&str>::new()), None, &Options::default()).unwrap();
    assert_eq!((extractions.len(), extractions.fields()), (0, &fields()));
}
