#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# bench-tag.sh [SMALLPRINT-CLI [SEGMENTS.jsonl]]
#
# What tagging costs: segments a second on one core, JSON included, and what loading the model adds
# to the start of the program.

set -eu

here=$(dirname "$0")
cli=${1:-$here/../../build/src/cli/smallprint-cli}
segments=${2:-$here/../../../shared/corpora/opp115/valid.jsonl}
runs=5
copies=20

many=$(mktemp)
one=$(mktemp)
trap 'rm -f "$many" "$one"' EXIT
for _ in $(seq $copies); do cat "$segments"; done > "$many"
head -n 1 "$segments" > "$one"

# The least processor time, user and system, of several runs of a command, in seconds.
measure() {
  input=$1
  shift
  for _ in $(seq $runs); do
    bash -c 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1' bash "$@" 2>&1 < "$input" | tail -n 1
  done | awk '{ t = $1 + $2; if (NR == 1 || t < least) least = t } END { printf "%.3f", least }'
}

start=$(measure /dev/null "$cli" --version)
load=$(measure "$one" "$cli" tag)
all=$(measure "$many" "$cli" tag)
n=$(wc -l < "$many")

echo "start of the program:   $start s"
echo "one segment:            $load s"
awk -v n="$n" -v all="$all" -v load="$load" -v start="$start" 'BEGIN {
  printf "load, as starts:        %.1f\n", start > 0 ? (load - start) / start : 0
  printf "segments a second:      %.0f\n", n / (all - load)
}'
