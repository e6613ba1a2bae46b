#!/bin/sh
# The public API is what docs/public-api.txt lists: a change of it shows as a difference, and is made on purpose with `api.sh --write`.
#
# Needs `cargo install cargo-public-api` and a nightly compiler, whose rustdoc tells the API as JSON. What is listed depends on both, so the list
# names the tool that made it, and the check is passed over with a word where that one is not here.
set -eu
cd "$(dirname "$0")/.."
list=docs/public-api.txt
tool=$(cargo +nightly public-api --version 2>/dev/null) || { echo "no cargo-public-api with a nightly compiler here: passed over"; exit 0; }
made=$(mktemp)
trap 'rm -f "$made"' EXIT
if [ "${1:-}" != --write ] && [ "$(head -n 1 "$list")" != "# $tool" ]; then
    echo "$list was made by another tool than $tool: passed over"
    exit 0
fi
{ echo "# $tool" && cargo +nightly public-api --all-features -sss 2>/dev/null | grep -v '::_docs'; } >"$made"
if [ "${1:-}" = --write ]; then
    cp "$made" "$list"
else
    diff -u "$list" "$made" || { echo "the public API has changed: sh tests/api.sh --write, and say so in CHANGELOG.md"; exit 1; }
fi
