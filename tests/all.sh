#!/bin/sh
# Everything that must pass, in the order in which it fails fastest. The accuracy ratchet runs where the annotated articles lie beside the project.
set -eu
cd "$(dirname "$0")/.."

step() {
    printf '\n== %s\n' "$*"
    "$@"
}

# What is built here runs for seconds: optimising across crates takes longer than it wins.
export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_BENCH_LTO=off

step cargo fmt --all --check
step cargo clippy --workspace --all-targets --all-features -- -D warnings
step cargo clippy --all-targets --no-default-features -- -D warnings
if cargo nextest --version >/dev/null 2>&1; then
    step cargo nextest run --workspace --all-features
else
    step cargo test --workspace --all-features --lib --bins --tests --examples
fi
step cargo test --doc --workspace --all-features
RUSTDOCFLAGS=-Dwarnings step cargo doc --workspace --no-deps --all-features
step cargo build --release --package zhecon --package zhecon-cli --lib --bins --examples --all-features
for article in examples/articles/*.txt; do
    step target/release/examples/extract "$article" >/dev/null
done
browser=$(command -v chromium || true)
if [ -n "$browser" ] && command -v npm >/dev/null && node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'; then
    step npm --prefix tests/browser ci --no-audit --no-fund
    CHROMIUM=$browser step node tests/browser/page.mjs target/release/zhecon
else
    printf '\n== no Chromium or no Node 20 with npm here: the page is not looked at in a browser\n'
fi
step cargo bench --all-features --benches -- --test
step sh tests/drills.sh 4
step sh tests/msrv.sh
step sh tests/api.sh
if cargo deny --version >/dev/null 2>&1; then
    step cargo deny --workspace check bans licenses sources
fi
step cargo run --quiet --manifest-path tests/consumer/Cargo.toml
step cargo run --quiet --manifest-path tests/consumer/Cargo.toml --no-default-features
step sh tests/python.sh
if command -v python3 >/dev/null; then
    step python3 tests/ratchet.py
else
    printf '\n== no Python here: the accuracy is not measured\n'
fi
