//! The front door, `examples/extract.rs`, as its users meet it: good input, bad input, streams, pipes that close.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a test may stop at the first surprise

use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

/// The built example beside the running test: `cargo test` and `cargo nextest` build examples before they run tests.
fn program() -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let folder = test.parent().and_then(|deps| deps.parent()).unwrap();
    let program = folder.join("examples").join(format!("extract{}", std::env::consts::EXE_SUFFIX));
    assert!(program.exists(), "{} is missing: cargo build --example extract", program.display());
    program
}

fn start(arguments: &[&str]) -> Child {
    let mut command = Command::new(program());
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = start(arguments);
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    let _ = writer.join().unwrap(); // a program that stops early closes its input
    output
}

fn answers(output: &Output) -> Vec<serde_json::Value> {
    std::str::from_utf8(&output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn faults(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn file(name: &str, bytes: &[u8]) -> String {
    let folder = std::env::temp_dir().join(format!("zhecon-front-door-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(name);
    std::fs::write(&path, bytes).unwrap();
    path.to_str().unwrap().to_owned()
}

#[test]
fn a_line_is_answered_by_a_line() {
    let output = run(
        &["--ndjson", "--plain", "--kinds", "money"],
        "\u{feff}{\"id\":\"a\",\"text\":\"总投资3亿元。\"}\n\n{\"id\":7,\"title\":\"投资3亿元\",\"body\":\"分两期。\",\"published\":\"2023-07-12\",\"more\":[]}\n{\"text\":\"\"}".as_bytes(),
    );
    assert_eq!(output.status.code(), Some(0), "{}", faults(&output));
    let answers = answers(&output);
    let ids: Vec<_> = answers.iter().map(|answer| answer["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["a", "7", "4"]);
    assert_eq!(answers[0]["entities"][0]["text"], "3亿元");
    assert_eq!(answers[0]["entities"][0]["start"], 9);
    assert_eq!(answers[1]["article"]["title"], "投资3亿元");
    assert_eq!(answers[1]["article"]["published"], "2023-07-12");
    assert_eq!(answers[2]["entities"].as_array().map(Vec::len), Some(0));
}

#[test]
fn a_bad_line_is_told_with_its_number_and_the_rest_goes_on() {
    let bad: [(&[u8], &str); 8] = [
        (b"{\"id\":\"x\",\"text\":\"a\"", "EOF"),
        (b"not json", "expected"),
        (b"[1,2]", "invalid type"),
        (b"{\"id\":\"x\"}", "neither text nor title"),
        (b"{\"id\":\"x\",\"text\":\"\\ud83d alone\"}", "hex escape"),
        (b"{\"id\":\"x\",\"text\":\"\xff\xfe\"}", "unicode"),
        (b"{\"id\":\"x\",\"text\":\"a\",\"published\":\"yesterday\"}", "expected a date"),
        (b"{\"id\":\"x\",\"text\":5}", "invalid type"),
    ];
    let mut input = b"{\"id\":\"first\",\"text\":\"a\"}\n".to_vec();
    for (line, _) in &bad {
        input.extend_from_slice(line);
        input.push(b'\n');
    }
    input.extend_from_slice(b"{\"id\":\"last\",\"text\":\"a\"}\n");
    let output = run(&["--ndjson"], &input);
    assert_eq!(output.status.code(), Some(1));
    let ids: Vec<_> = answers(&output).iter().map(|answer| answer["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids, ["first", "last"]);
    let told = faults(&output);
    let told: Vec<_> = told.lines().collect();
    assert_eq!(told.len(), bad.len(), "{told:?}");
    for (at, (told, (_, why))) in told.iter().zip(&bad).enumerate() {
        assert!(told.starts_with(&format!("extract: line {}: ", at + 2)) && told.contains(why), "{told} must say {why}");
    }
}

#[test]
fn a_bad_file_is_told_and_the_rest_goes_on() {
    let good = file("good.article.txt", "总投资3亿元。".as_bytes());
    let output = run(&["/nowhere/to/be/found.txt", &good], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(faults(&output).starts_with("extract: /nowhere/to/be/found.txt: "), "{}", faults(&output));
    assert_eq!(answers(&output)[0]["id"], "good.article");
}

#[test]
fn wrong_arguments_are_told_with_the_usage() {
    for arguments in
        [&["--nonsense"][..], &[], &["--ndjson", "a.txt"], &["--kinds"], &["--kinds", "money,gold", "a.txt"], &["--published", "soon", "a.txt"]]
    {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty() && faults(&output).contains("usage: extract"), "{arguments:?}");
    }
    assert_eq!(run(&["--help"], b"").status.code(), Some(0));
}

#[test]
fn files_that_are_no_text_give_empty_extractions() {
    let binary: Vec<u8> = (0..20_000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 11) as u8).collect();
    let files = [
        file("empty.txt", b""),
        file("blank.txt", b" \n\n\t\n"),
        file("binary.txt", &binary),
        file("zeros.txt", &[0; 1000]),
        file("parentheses.txt", "(".repeat(1_000_000).as_bytes()),
        file("cut.txt", &"总投资3亿元".as_bytes()[..12]),
    ];
    let names: Vec<_> = files.iter().map(String::as_str).collect();
    let output = run(&names, b"");
    assert_eq!(output.status.code(), Some(0), "{}", faults(&output));
    let answers = answers(&output);
    assert_eq!(answers.len(), files.len());
    for answer in &answers {
        assert_eq!(answer["entities"], serde_json::json!([]), "{}", answer["id"]);
    }
    let loss = |at: usize| (&answers[at]["diagnostics"][0]["kind"], &answers[at]["diagnostics"][0]["bytes"]);
    assert_eq!(loss(2), (&"decode".into(), &serde_json::json!({"start": 0, "end": 20_000})));
    assert_eq!(loss(5), (&"decode".into(), &serde_json::json!({"start": 10, "end": 12})));
}

/// The measured sizes are a hundred times as long; what holds at any size is that nothing is lost and the next article is read.
#[test]
fn a_long_line_is_one_article() {
    let count = 2_000;
    let text = "临江新区签约项目12个，总投资3亿元，".repeat(count);
    let input = format!("{{\"id\":\"long\",\"text\":\"{text}\"}}\n{{\"id\":\"next\",\"text\":\"投资3亿元\"}}\n");
    let output = run(&["--ndjson", "--kinds", "money,quantity"], input.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", faults(&output));
    let answers = answers(&output);
    assert_eq!(answers[0]["entities"].as_array().map(Vec::len), Some(2 * count));
    assert_eq!(answers[1]["entities"].as_array().map(Vec::len), Some(1));
}

#[cfg(feature = "encoding")]
#[test]
fn a_file_is_read_in_the_encoding_it_has() {
    let text = "来源:临江日报 2023-07-12 09:20\n临江新区今年上半年新签约项目61个,合同总投资额298亿元。\n";
    let (gbk, ..) = encoding_rs::GBK.encode(text);
    let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let (plain, gbk, utf16) = (file("plain.txt", text.as_bytes()), file("gbk.txt", &gbk), file("utf16.txt", &utf16));
    let output = run(&["--kinds", "money,quantity", &plain, &gbk, &utf16], b"");
    let answers = answers(&output);
    assert_eq!(answers[0]["article"]["source"], "临江日报");
    for answer in &answers[1..] {
        assert_eq!((&answer["entities"], &answer["article"]), (&answers[0]["entities"], &answers[0]["article"]));
    }
}

#[test]
fn a_stream_is_answered_line_by_line() {
    let mut child = start(&["--ndjson"]);
    let mut stdin = child.stdin.take().unwrap();
    let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
    for round in 0..3 {
        writeln!(stdin, "{{\"id\":\"{round}\",\"text\":\"a\"}}").unwrap();
        stdin.flush().unwrap();
        // The answer comes while the stream is still open.
        assert!(lines.next().unwrap().unwrap().starts_with(&format!("{{\"id\":\"{round}\"")));
    }
    drop(stdin);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_reader_that_goes_away_ends_the_run_quietly() {
    let mut child = start(&["--ndjson"]);
    let mut stdin = child.stdin.take().unwrap();
    let mut reader = BufReader::new(child.stdout.take().unwrap());
    let endless = std::thread::spawn(move || while stdin.write_all(b"{\"text\":\"a\"}\n").is_ok() {});
    let mut first = String::new();
    reader.read_line(&mut first).unwrap();
    drop(reader);
    for _ in 0..600 {
        if let Some(status) = child.try_wait().unwrap() {
            endless.join().unwrap();
            let mut told = String::new();
            std::io::Read::read_to_string(&mut child.stderr.take().unwrap(), &mut told).unwrap();
            assert_eq!((status.code(), told.as_str()), (Some(0), ""));
            return;
        }
        std::thread::sleep(Duration::from_millis(50));
    }
    let _ = child.kill();
    panic!("the program must end when nobody reads");
}

#[test]
fn the_repaired_text_comes_with_its_map() {
    let output = run(&["--ndjson", "--reading", "--plain"], "{\"id\":\"a\",\"text\":\"总投资3亿元。\"}".as_bytes());
    let answer = &answers(&output)[0];
    assert_eq!((answer["text"].as_str(), &answer["map"]), (Some("总投资3亿元。"), &serde_json::json!([])));
}
