//! The embedded lexicon is the one that its tables make, and opens without work.
#![allow(clippy::indexing_slicing, clippy::string_slice, clippy::unwrap_used)] // a test may stop at the first surprise

#[path = "support/lexicon_tables.rs"]
mod lexicon_tables;

use zhecon::Lexicon;
use zhecon::error::ErrorKind;
use zhecon::lexicon::Entry;

#[test]
fn the_embedded_bytes_are_those_of_the_tables() {
    for (name, builder) in [("lexicon", lexicon_tables::lexicon()), ("towns", lexicon_tables::towns())] {
        let data = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name);
        let (bytes, pool) = builder.compile();
        assert!(bytes == std::fs::read(data.with_extension("bin")).unwrap(), "{name}: run cargo run --example lexicon");
        assert!(pool == std::fs::read_to_string(data.with_extension("txt")).unwrap(), "{name}: run cargo run --example lexicon");
        assert!(bytes.len() + pool.len() < 8 << 20, "{name} takes {} bytes", bytes.len() + pool.len());
    }
}

#[test]
fn words_have_their_meanings() {
    let lexicon = Lexicon::embedded();
    let codes = |word: &str| -> Vec<String> {
        let entries = lexicon.find(word).into_iter();
        entries.filter_map(|entry| if let Entry::Division(d) = entry { Some(d.code.to_owned()) } else { None }).collect()
    };
    assert_eq!(codes("昆山"), ["320583"]);
    assert!(codes("朝阳区").len() >= 2);
    assert_eq!(codes("内蒙古"), ["150000"]);
    assert!(lexicon.find("长三角").iter().any(|entry| matches!(entry, Entry::Region(r) if r.code == Some("CN-YRD"))));
    assert!(lexicon.find("德国").iter().any(|entry| matches!(entry, Entry::Country { code: "DE", .. })));
    assert!(lexicon.find("经开区").is_empty(), "a bare type is no name");
    assert_eq!(lexicon.division("371300").unwrap().name, "临沂市");
    assert_eq!(lexicon.division("999999"), None);
}

/// The names of divisions stand in the names of zones by chance too: 龙江 in 黑龙江, 安新 in 雄安新区.
#[test]
fn zones_lie_where_their_names_say() {
    let lexicon = Lexicon::embedded();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    let table = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    let (divisions, zones) = (table("divisions.tsv"), table("zones.tsv"));
    let divisions: Vec<Vec<&str>> = divisions.lines().skip(1).map(|row| row.split('\t').collect()).collect();
    let provinces = || divisions.iter().filter(|row| row[3] == "province");
    let mut faults = Vec::new();
    for row in zones.lines().skip(1).map(|row| row.split('\t').collect::<Vec<_>>()) {
        let (name, place) = (row[0], row[3]);
        let Some(division) = lexicon.division(place) else {
            faults.push(format!("{name}: no division {place}"));
            continue;
        };
        // Behind the province there must be the word that the place was read from, if it stands in the name at all.
        let inner = name.strip_prefix("中国（").unwrap_or(name);
        let province = provinces().find(|province| inner.starts_with(province[2]));
        let rest = province.map_or(inner, |province| inner.strip_prefix(province[2]).unwrap());
        if name.contains(division.short) && division.level != "province" && !rest.contains(division.short) && !inner.starts_with(division.short) {
            faults.push(format!("{name}: {} is part of another word", division.short));
        }
        // The province alone is no answer where a city or county of it opens the name.
        let opens = |row: &&Vec<&str>| row[3] != "province" && row[0][..2] == place[..2] && rest.starts_with(row[2]);
        if let Some(closer) = divisions.iter().find(opens).filter(|_| place.ends_with("0000")) {
            faults.push(format!("{name}: opens with {}", closer[2]));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_faulty_table_says_where_and_what() {
    let error = Lexicon::builder().table("望川市\tplace\t371300\t望川市\n云鲲\tfirm\n").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unexpected { expected, .. } if expected.starts_with("one of the kinds")));
    assert_eq!(error.span().unwrap().start, "望川市\tplace\t371300\t望川市\n".len());
    let error = Lexicon::builder().table("望川市\tplace\n").unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::Unexpected { found, .. } if found == "望川市\tplace"));
}
