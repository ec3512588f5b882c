#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# bench-window.sh BENCH FILE [RUNS]   runs BENCH, the program bench-window, several times (3), each in a
# display of its own, and prints the least and the most that each step ever took, as a Markdown table.
set -eu -o pipefail
bench=$(realpath "$1")
file=$(realpath "$2")
cd "$(dirname "$0")/../.."

echo '| step | longest stall, own work, ms: least | most |'
echo '| --- | ---: | ---: |'
for _ in $(seq "${3:-3}"); do
  tests/tools/with-display.sh "$bench" "$file" 2>/dev/null
done | awk -F ' *\\| *' '
  $2 == "step" { n = 0; next }
  $2 == "---" { next }
  {
    step[n] = $2
    if (!(n in least) || $4 < least[n]) least[n] = $4
    if ($4 > most[n]) most[n] = $4
    n++
    if (n > n_steps) n_steps = n
  }
  END { for (i = 0; i < n_steps; i++) printf "| %s | %d | %d |\n", step[i], least[i], most[i] }'
