//! Streams, many threads, runs that go on where another stopped, pipes that close.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)] // a test may stop at the first surprise

use assert_cmd::Command;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command as Process, Stdio};

fn zhecon(arguments: &[&str]) -> Command {
    let mut command = Command::cargo_bin("zhecon").unwrap();
    command.args(arguments);
    command
}

fn rows(count: usize) -> String {
    (0..count).map(|nth| format!("{{\"id\":\"a{nth}\",\"text\":\"总投资{}亿元。\"}}\n", nth + 1)).collect()
}

fn ids(answers: &str) -> Vec<String> {
    answers.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap()["id"].as_str().unwrap().to_owned()).collect()
}

fn output(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn answers_are_the_same_in_the_same_order_on_any_number_of_threads() {
    let answers =
        |jobs| zhecon(&["extract", "--ndjson", "--plain", "--jobs", jobs]).write_stdin(rows(100)).assert().success().get_output().stdout.clone();
    let one = answers("1");
    assert_eq!(ids(&String::from_utf8(one.clone()).unwrap()).len(), 100);
    assert_eq!(answers("5"), one);
}

#[test]
fn a_run_goes_on_where_another_stopped() {
    let folder = tempfile::tempdir().unwrap();
    let (input, out, whole) = (folder.path().join("in.ndjson"), folder.path().join("out.ndjson"), folder.path().join("whole.ndjson"));
    fs::write(&input, rows(20)).unwrap();
    let run = |output: &Path, more: &[&str]| {
        zhecon(&["extract", "--plain", input.to_str().unwrap(), "--output", output.to_str().unwrap()]).args(more).assert().success();
    };
    run(&whole, &[]);
    // The first run stopped in the middle of the eighth answer.
    let cut = output(&whole).match_indices('\n').nth(6).unwrap().0 + 30;
    fs::write(&out, &output(&whole)[..cut]).unwrap();
    run(&out, &["--resume"]);
    assert_eq!(output(&out), output(&whole));
    // Where nothing is left to do, nothing is done.
    run(&out, &["--resume"]);
    assert_eq!(output(&out), output(&whole));
}

#[test]
fn a_file_that_holds_no_answers_is_not_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("notes.txt");
    fs::write(&out, "总投资3亿元\n").unwrap();
    let told = zhecon(&["extract", "--output", out.to_str().unwrap(), "--resume"]).write_stdin("").assert().code(1).get_output().stderr.clone();
    assert!(String::from_utf8(told).unwrap().contains("the output, line 1: "));
    assert_eq!(output(&out), "总投资3亿元\n");
}

#[test]
fn a_bad_line_is_told_with_file_line_reason_and_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let input = folder.path().join("in.jsonl");
    fs::write(&input, format!("{}[1]\n{{\"id\":\"x\"}}\n", rows(1))).unwrap();
    let output = zhecon(&["extract", input.to_str().unwrap()]).assert().code(1).get_output().clone();
    let told = String::from_utf8(output.stderr).unwrap();
    for part in ["in.jsonl, line 2: ", "in.jsonl, line 3: it has neither text nor title and body", "help: write one JSON object a line"] {
        assert!(told.contains(part), "{told}");
    }
    assert_eq!(ids(&String::from_utf8(output.stdout).unwrap()), ["a0"]);
}

#[test]
fn nothing_but_answers_goes_into_a_pipe() {
    let output = zhecon(&["extract", "--ndjson"]).write_stdin(rows(3)).assert().success().get_output().clone();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    assert!(!output.stdout.contains(&0x1B), "colour belongs on terminals");
}

#[test]
fn an_empty_input_is_an_empty_array() {
    for (input, want) in [(String::new(), 0), (rows(2), 2)] {
        let out = zhecon(&["extract", "--ndjson", "--format", "json"]).write_stdin(input).assert().success().get_output().stdout.clone();
        assert_eq!(serde_json::from_slice::<Vec<serde_json::Value>>(&out).unwrap().len(), want);
    }
}

#[test]
fn a_stream_is_answered_while_it_runs_and_a_reader_may_go_away() {
    let mut child = Process::new(assert_cmd::cargo::cargo_bin("zhecon"))
        .args(["extract", "--ndjson", "--plain"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for nth in 0..3 {
        writeln!(stdin, "{{\"id\":\"{nth}\",\"text\":\"a\"}}").unwrap();
        assert!(answers.next().unwrap().unwrap().starts_with(&format!("{{\"id\":\"{nth}\"")));
    }
    drop(answers);
    while stdin.write_all(b"{\"text\":\"a\"}\n").is_ok() {}
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), String::from_utf8(output.stderr).unwrap().as_str()), (Some(0), ""));
}

#[test]
fn scripts_and_manual_pages_name_every_command() {
    let commands = ["extract", "explain", "projects", "indicators", "read", "eval"];
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = String::from_utf8(zhecon(&["completions", shell]).assert().success().get_output().stdout.clone()).unwrap();
        assert!(commands.iter().all(|command| script.contains(command)), "{shell}");
    }
    let page = String::from_utf8(zhecon(&["man"]).assert().success().get_output().stdout.clone()).unwrap();
    assert!(page.starts_with(".ie") && commands.iter().all(|command| page.contains(command)), "{page}");
    let page = String::from_utf8(zhecon(&["man", "extract"]).assert().success().get_output().stdout.clone()).unwrap();
    assert!(page.contains("resume"));
    zhecon(&["man", "nothing"]).assert().code(1);
}

#[test]
fn a_page_is_written_for_all_articles_or_for_each_and_never_outside_its_folder() {
    let folder = tempfile::tempdir().unwrap();
    let pages = folder.path().join("pages");
    fs::create_dir(&pages).unwrap();
    let rows = "{\"id\":\"../outside\",\"text\":\"总投资3亿元。\"}\n{\"id\":\"b\",\"text\":\"总投资5亿元。\"}\n";
    zhecon(&["highlight", "--ndjson", "-o", pages.to_str().unwrap()]).write_stdin(rows).assert().success();
    let mut names: Vec<_> = fs::read_dir(&pages).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    assert_eq!(names, [".._outside.html", "b.html"]);
    assert!(!folder.path().join("outside.html").exists());
    let whole = folder.path().join("all.html");
    zhecon(&["highlight", "--ndjson", "-o", whole.to_str().unwrap()]).write_stdin(rows).assert().success();
    assert!(output(&whole).contains("300,000,000 CNY") && output(&whole).contains("500,000,000 CNY"));
}
