//! Every command on the sample articles, as its users see it: `tests/cmd/*.md` hold commands and what they print.
//!
//! `TRYCMD=overwrite cargo test -p zhecon-cli --test commands` writes what is printed now; read the difference before it is kept.

#[test]
fn commands_print_what_is_noted() {
    trycmd::TestCases::new().case("tests/cmd/*.md").run();
}
