#!/bin/sh
# minimise.sh TARGET…: leaves in tests/corpus what a target's coverage needs, of each length some and no more than 120 of all, since the ordinary
# tests read them all; the bytes named by hand stay.
set -eu
cd "$(dirname "$0")"
for target in "$@"; do
    new=$(mktemp -d)
    cargo +nightly fuzz run --fuzz-dir . -s none "$target" -- -merge=1 -use_counters=0 -max_len=2048 "$new" "corpus/$target" "../tests/corpus/$target"
    find "../tests/corpus/$target" -regextype posix-extended -regex '.*/[0-9a-f]{40}' -delete
    step=$(($(ls "$new" | wc -l) / 120 + 1))
    ls -S "$new" | awk -v step=$step 'NR % step == 0' | while read -r name; do mv "$new/$name" "../tests/corpus/$target/"; done
    rm -r "$new"
done
