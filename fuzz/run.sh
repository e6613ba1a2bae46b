#!/bin/sh
# run.sh SECONDS [TARGET…]: fuzzes the targets, each for so long, from the committed corpus and what earlier runs found.
set -eu
cd "$(dirname "$0")"
seconds=$1
shift
[ $# -gt 0 ] || set -- $(ls fuzz_targets | sed 's/\.rs$//')
for target in "$@"; do
    mkdir -p "corpus/$target"
    cargo +nightly fuzz run --fuzz-dir . -s none "$target" "corpus/$target" "../tests/corpus/$target" -- \
        -max_total_time="$seconds" -max_len=2048 -timeout=20 -dict=words.dict -print_final_stats=1
done
