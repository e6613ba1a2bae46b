#!/bin/sh
# What the front door does when the world around it fails: one row a drill, exit code 1 if one went wrong.
#
# drills.sh [MEGABYTES]: streams so much under 64 MB of memory at the end (64 unless told; 1000 is the full drill). EXTRACT names another program.
set -u
cd "$(dirname "$0")/.."
extract=${EXTRACT:-target/release/examples/extract}
megabytes=${1:-64}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0

report() { # NAME EXPECTED SEEN
    [ "$2" = "$3" ] && told=held || { told=BROKEN failed=1; }
    printf '%-44s %-8s %s\n' "$1" "$told" "$3"
}

article='总投资3亿元,新签约项目61个。望川县2024年一季度重大项目集中开工仪式在望川高新区举行。'
lines() { # COUNT: numbered articles
    seq 1 "$1" | sed "s/.*/{\"id\":\"&\",\"text\":\"$article\"}/"
}

printf '%-44s %-8s %s\n' drill '' seen

# kill -9 in the middle; what was answered whole is counted, the rest is read again from there.
lines 20000 >"$folder/in"
"$extract" --ndjson --plain <"$folder/in" >"$folder/out" 2>"$folder/err" &
runner=$!
while [ "$(wc -c <"$folder/out")" -lt 200000 ]; do sleep 0.05; done
kill -9 $runner
wait $runner 2>/dev/null
whole=$(wc -l <"$folder/out")
head -n "$whole" "$folder/out" >"$folder/all"
tail -n "+$((whole + 1))" "$folder/in" | "$extract" --ndjson --plain >>"$folder/all"
seen=$(sed 's/{"id":"\([0-9]*\)".*/\1/' "$folder/all" | cmp -s - "$folder/ids" 2>/dev/null; seq 1 20000 >"$folder/ids"; sed 's/{"id":"\([0-9]*\)".*/\1/' "$folder/all" | cmp -s - "$folder/ids" && echo "each of 20000 once")
[ "$whole" -lt 20000 ] || seen="the kill came too late"
report 'kill -9, resumed by line count' 'each of 20000 once' "$seen"

# A full disk is told, with a code that says so.
lines 2000 | "$extract" --ndjson --plain >/dev/full 2>"$folder/err"
report 'full disk' "code 1: extract: No space left on device (os error 28)" "code $?: $(head -n 1 "$folder/err")"

# A reader that goes away ends the run quietly.
lines 20000 >"$folder/in"
{ "$extract" --ndjson --plain <"$folder/in" 2>"$folder/err"; echo $? >"$folder/code"; } | head -n 1 >/dev/null
report 'closed pipe' 'code 0, silent' "code $(cat "$folder/code"), $([ -s "$folder/err" ] && echo told || echo silent)"

# A poisoned line every ten lines: the others are answered, each bad one is told with its number.
lines 5000 | awk 'NR % 10 == 0 { k = NR / 10 % 5; print k == 0 ? "not json" : k == 1 ? "{\"id\":1}" : k == 2 ? "{\"text\":\"\\ud83d\"}" : k == 3 ? "[]" : "\"\377\376"; next } { print }' >"$folder/in"
"$extract" --ndjson --plain <"$folder/in" >"$folder/out" 2>"$folder/err"
code=$?
report 'a poisoned line every 10 lines' 'code 1: 4500 answers, 500 faults by number' \
    "code $code: $(wc -l <"$folder/out") answers, $(grep -c '^extract: line [0-9]*0: ' "$folder/err") faults by number"

# A long stream in little memory.
row=$(lines 1)
sent=$((megabytes * 1000000 / $(lines 1 | wc -c)))
if [ -x /usr/bin/time ]; then
    yes "$row" | head -n "$sent" | /usr/bin/time -f %M -o "$folder/peak" "$extract" --ndjson --plain --kinds money 2>/dev/null | wc -l >"$folder/count"
    peak=$(tail -n 1 "$folder/peak")
else
    yes "$row" | head -n "$sent" | (ulimit -v 300000; exec "$extract" --ndjson --plain --kinds money 2>/dev/null) | wc -l >"$folder/count"
    peak=0
fi
[ "$peak" -le 65536 ] && little='under 64 MB' || little="$peak kB"
report "$megabytes MB streamed" "under 64 MB, $sent answers" "$little, $(cat "$folder/count") answers"
exit $failed
