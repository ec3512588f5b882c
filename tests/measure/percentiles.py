#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The quantiles of data/knowledge/percentiles.json, counted anew over the sanitized policies of OPP-115.

Prints them in the form of the file, in steps of five per cent, position floor (p·n) of the sorted values.
With --check the file has to hold the same figures, but for what one policy more or less would change.
"""

import json
import sys

from measure import ROOT, Floors, analyze_files, quantile, read_options

STEPS = 20
STATISTICS = ("words", "words_per_sentence", "flesch_reading_ease", "flesch_kincaid_grade", "smog", "coleman_liau",
              "ari", "gunning_fog", "vague_per_1000", "vague_scored_per_1000")
SCORES = ("transparency", "protection", "clarity")
# Of the spread between the lowest and the highest quantile.
TOLERANCE = 0.05


def list_quantiles(values):
    return [quantile(values, step / STEPS) for step in range(STEPS + 1)]


def count_quantiles(analyses):
    counted = {name: list_quantiles([analysis["stats"][name] for analysis in analyses]) for name in STATISTICS}
    graded = [analysis["scores"] for analysis in analyses if analysis["scores"]["transparency"] is not None]
    counted.update({name: list_quantiles([scores[name] for scores in graded]) for name in SCORES})
    return counted


def main():
    options = read_options(__doc__.splitlines()[0])
    files = sorted((options.shared / "policies" / "opp115_sanitized").iterdir())
    analyses = [analysis for analysis in analyze_files(options.cli, files, "--no-text") if "scores" in analysis]
    counted = count_quantiles(analyses)
    shipped = json.loads((ROOT / "data/knowledge/percentiles.json").read_text(encoding="utf-8"))["sets"][0]
    floors = Floors(options)

    print(json.dumps({"n": len(analyses), "quantiles": counted}, indent=2))
    if len(analyses) != shipped["n"]:
        sys.exit(f"the file counts {shipped['n']} policies, here are {len(analyses)}")
    for name, values in counted.items():
        known = shipped["quantiles"][name]
        apart = max(abs(one - other) for one, other in zip(values, known))
        floors.demand(f"agreement of {name}", 1 - apart / max(known[-1] - known[0], 1e-9), 1 - TOLERANCE)
    floors.finish()


if __name__ == "__main__":
    main()
