#!/bin/sh
# Builds the library with the oldest compiler that it promises to build with (rust-version in Cargo.toml). MSRV_BIN names the folder with its `cargo`
# and `rustc`; without it Debian's are taken where they are of that version, and otherwise the check is passed over with a word.
set -eu
cd "$(dirname "$0")/.."
wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
bin=${MSRV_BIN:-/usr/bin}
case $("$bin/rustc" --version 2>/dev/null) in
"rustc $wanted."*) ;;
*)
    echo "no rustc $wanted in $bin: passed over"
    exit 0
    ;;
esac
PATH="$bin:$PATH" RUSTC="$bin/rustc" CARGO_TARGET_DIR=target/msrv "$bin/cargo" check --quiet --package zhecon --all-features
echo "zhecon builds with rustc $wanted"
