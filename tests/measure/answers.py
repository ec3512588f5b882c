#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How far our answers to the rubric's questions agree with those of a careful reader.

A level of Transparency must be the same; one of Protection may lie a step (0.25) away; what is unknown or
not applicable must be so for both.
"""

import json
from collections import Counter
from pathlib import Path

from measure import Floors, analyze_files, print_table, ratio, read_options

BY_HAND = sorted(Path(__file__).parent.glob("answers-by-hand*.json"))
STEP = {"T": 0, "P": 0.25}
FLOOR = 0.85


def get_answer(analysis, question):
    answer = next(answer for answer in analysis["answers"] if answer["id"] == question)
    return answer["state"] if answer["level"] is None else answer["level"]


def agrees(question, ours, theirs):
    if isinstance(ours, str) or isinstance(theirs, str):
        return ours == theirs
    return abs(ours - theirs) <= STEP[question[0]]


def compare(options, floors, by_hand):
    files = [options.shared / "policies" / name for name in by_hand]
    agreed, total, missed = Counter(), Counter(), []
    for (name, answers), analysis in zip(by_hand.items(), analyze_files(options.cli, files, "--no-text")):
        for question, theirs in answers.items():
            ours = get_answer(analysis, question)
            total[question[0]] += 1
            agreed[question[0]] += agrees(question, ours, theirs)
            if not agrees(question, ours, theirs):
                missed.append([name.rsplit("/", 1)[-1], question, str(theirs), str(ours)])

    rows = [[title, total[key], agreed[key], ratio(agreed[key], total[key])]
            for title, key in (("Transparency", "T"), ("Protection", "P"))]
    share = ratio(sum(agreed.values()), sum(total.values()))
    rows.append(["all", sum(total.values()), sum(agreed.values()), share])
    print_table(["questions", "answers", "agree", "share"], rows)
    print_table(["policy", "question", "by hand", "ours"], missed)
    floors.demand("agreement", share, FLOOR)


def main():
    options = read_options(__doc__)
    floors = Floors(options)
    for path in BY_HAND:
        print(f"### {path.name}\n")
        compare(options, floors, json.loads(path.read_text(encoding="utf-8"))["answers"])
    floors.finish()


if __name__ == "__main__":
    main()
