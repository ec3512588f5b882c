#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# bench-cli.sh [SMALLPRINT-CLI [FOLDER]]
#
# What reading costs: one policy from start to end, and a folder of web pages in one run with one job,
# as a multiple of the processor time that xmllint needs only to parse them. Wanted: under 100 ms, and
# no more than 10 times.

set -eu

here=$(dirname "$0")
cli=${1:-$here/../../build/src/cli/smallprint-cli}
folder=${2:-$here/../../../shared/policies/opp115_original}
runs=5

# The least processor time, user and system, of several runs of a command, in seconds.
measure() {
  for _ in $(seq $runs); do
    bash -c 'TIMEFORMAT="%U %S"; time "$@" >/dev/null 2>&1' bash "$@" 2>&1 |
      tail -n 1
  done | awk '{ t = $1 + $2; if (NR == 1 || t < least) least = t } END { printf "%.3f", least }'
}

one=$(measure "$cli" analyze --format json "$here/../fixtures/cli/acorn.html")
many=$(measure "$cli" analyze --format jsonl --no-text --jobs 1 "$folder")
parse=$(measure xmllint --html --noout "$folder"/*.html)

echo "one small policy:       $one s"
echo "folder, analyze:        $many s"
echo "folder, xmllint:        $parse s"
awk -v a="$many" -v b="$parse" 'BEGIN { printf "ratio:                  %.1f\n", a / b }'
