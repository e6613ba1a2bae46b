#!/bin/sh
# How many instructions hostile texts cost, counted by valgrind: exact on the busiest machine. Needs valgrind and `cargo bench --bench hostile --no-run`.
#
# hostile.sh [BYTES [NAME…]]: each kind at BYTES, 10 × BYTES; ratio is what the larger text costs beside the smaller, the opening of the lexicon
# taken off. Ten times the text may cost ten and a half times as much.
set -u
cd "$(dirname "$0")/.."
bytes=${1:-20000}
[ $# -gt 0 ] && shift
program=$(ls -t target/release/deps/hostile-* | grep -v '\.d$' | head -n 1)
counts() { # NAME BYTES
    valgrind --tool=none -q true 2>/dev/null || { echo "valgrind is missing" >&2; exit 2; }
    valgrind --tool=callgrind --callgrind-out-file=/dev/null "$program" --one "$1" "$2" 2>&1 | sed -n 's/.*Collected : //p'
}
[ $# -gt 0 ] || { "$program" --names >/tmp/hostile-names.$$; while read -r name; do set -- "$@" "$name"; done </tmp/hostile-names.$$; rm -f /tmp/hostile-names.$$; }
failed=0
printf '%-32s %16s %16s %8s\n' text "$bytes bytes" "$((10 * bytes)) bytes" ratio
for name in "$@"; do
    none=$(counts "$name" 1) small=$(counts "$name" "$bytes") large=$(counts "$name" "$((10 * bytes))")
    ratio=$((100 * (large - none) / (small - none)))
    [ "$ratio" -le 1050 ] || failed=1
    printf '%-32s %16d %16d %5d.%02d\n' "$name" "$small" "$large" "$((ratio / 100))" "$((ratio % 100))"
done
exit $failed
