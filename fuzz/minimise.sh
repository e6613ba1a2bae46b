#!/bin/sh
# minimise.sh TARGET…: leaves in tests/corpus what a target's coverage needs; the bytes named by hand stay.
set -eu
cd "$(dirname "$0")"
for target in "$@"; do
    new=$(mktemp -d)
    cargo +nightly fuzz run --fuzz-dir . -s none "$target" -- -merge=1 -max_len=2048 "$new" "corpus/$target" "../tests/corpus/$target"
    find "../tests/corpus/$target" -regextype posix-extended -regex '.*/[0-9a-f]{40}' -delete
    mv "$new"/* "../tests/corpus/$target/"
    rmdir "$new"
done
