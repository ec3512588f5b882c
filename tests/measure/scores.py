#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How the scores of real policies are spread: one file for each policy in English beside the checkout.

Prints the distribution of the scores and grades, and for each question how often it is answered and with
which level. With --check the distribution must be the one that scores.md shows, within a tolerance.
"""

import csv
import sys
from collections import Counter

from measure import Floors, analyze_files, print_table, quantile, read_options

# Twins of other files here, and what is no privacy policy.
LEFT_OUT = ("opp115_sanitized/",)
SHARES = (0.1, 0.25, 0.5, 0.75, 0.9)
DIMENSIONS = ("transparency", "protection", "clarity", "overall")
GRADES = "ABCDE"

# What scores.md shows, and how far it may move before someone has to look.
FROZEN = {"transparency": 84.6, "protection": 52.3, "clarity": 59.7, "overall": 65.0}
TOLERANCE = 4.0
# Of all policies, for a grade that is not doubted: “C?” is not said as “C”.
MOST_OF_ONE_GRADE = 0.47


def read_manifest(folder):
    with open(folder / "manifest.tsv", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def is_wanted(row):
    name = row["file"].rsplit("/", 1)[-1]
    return (row["language_guess"] in ("en", "?") and not row["file"].startswith(LEFT_OUT)
            and not row["note"].startswith(("extracted text of", "terms, not"))
            and "Trackers_Policy" not in name)


def choose_files(folder):
    """One file for each policy: of a history the newest, which is the last by name."""
    chosen = {}
    for row in read_manifest(folder):
        parts = row["file"].split("/")
        if not is_wanted(row):
            continue
        policy = parts[1] if parts[0] == "ota_history" else parts[-1].rsplit(".", 1)[0]
        chosen[policy] = max(chosen.get(policy, ""), row["file"])
    return [folder / name for name in sorted(chosen.values())]


def is_graded(analysis):
    return "scores" in analysis and analysis["scores"]["grade"] is not None


def print_scores(analyses):
    rows = []
    for dimension in DIMENSIONS:
        values = [analysis["scores"][dimension] for analysis in analyses]
        rows.append([dimension, *(f"{quantile(values, share):.1f}" for share in SHARES)])
    shares = [100 * analysis["scores"]["answered_share"] for analysis in analyses]
    rows.append(["Protection answered, %", *(f"{quantile(shares, share):.0f}" for share in SHARES)])
    print_table(["", "p10", "p25", "median", "p75", "p90"], rows)


def name_grade(scores):
    return scores["grade"] + ("?" if scores["grade_uncertain"] else "")


def print_grades(analyses):
    grades = Counter(name_grade(analysis["scores"]) for analysis in analyses)
    doubtful = sum(grades[grade + "?"] for grade in GRADES)
    capped = Counter(cap["id"] for analysis in analyses for cap in analysis["scores"]["caps"])
    trust = Counter(analysis["scores"]["confidence"] for analysis in analyses)
    rows = [["sure", *(grades[grade] for grade in GRADES), doubtful],
            ["doubted", *(grades[grade + "?"] for grade in GRADES), ""],
            ["%", *(f"{100 * grades[grade] / len(analyses):.0f}" for grade in GRADES),
             f"{100 * doubtful / len(analyses):.0f}"]]
    print_table(["grade", *GRADES, "with “?”"], rows)
    print("Caps that bind:", ", ".join(f"{name} {n}" for name, n in sorted(capped.items())) + ".")
    print("Confidence:", ", ".join(f"{name} {trust[name]}" for name in ("high", "medium", "low")) + ".\n")
    return grades


def describe_answer(answer):
    return f"{answer['level']:g}" if answer["level"] is not None else answer["state"]


def print_questions(analyses):
    rows = []
    for i, question in enumerate(analyses[0]["answers"]):
        if question["dimension"] == "clarity":
            continue
        answers = Counter(describe_answer(analysis["answers"][i]) for analysis in analyses)
        applicable = len(analyses) - answers["not-applicable"]
        silent = answers["unknown"] + (answers["0"] if question["dimension"] == "transparency" else 0)
        levels = sorted((level for level in answers if level[0].isdigit()), key=float, reverse=True)
        rows.append([question["id"], question["question"], f"{100 * (1 - silent / applicable):.0f}",
                     ", ".join(f"{level}: {answers[level]}" for level in levels)
                     + "".join(f", {name} {answers[name]}" for name in ("unknown", "not-applicable")
                               if answers[name])])
    print_table(["id", "question", "answered, %", "levels"], rows)


def main():
    options = read_options(__doc__)
    floors = Floors(options)
    files = choose_files(options.shared / "policies")
    analyses = [analysis for analysis in analyze_files(options.cli, files, "--no-text")
                if "error" not in analysis and analysis["source"]["language"] == "en"]
    graded = list(filter(is_graded, analyses))
    if not graded:
        sys.exit("no policy got a grade")
    print(f"{len(analyses)} policies in English, {len(graded)} with a grade.\n")

    print_scores(graded)
    grades = print_grades(graded)
    print_questions(graded)
    for dimension, frozen in FROZEN.items():
        median = quantile([analysis["scores"][dimension] for analysis in graded], 0.5)
        floors.demand(f"median {dimension}: nearness to {frozen}", -abs(median - frozen), -TOLERANCE)
    floors.demand("share of the other grades", 1 - max(grades.values()) / len(graded),
                  1 - MOST_OF_ONE_GRADE)
    floors.finish()


if __name__ == "__main__":
    main()
