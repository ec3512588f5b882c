#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How far our answers to the rubric's questions agree with those of a careful reader.

A level of Transparency must be the same; one of Protection may lie a step (0.25) away; what is unknown or
not applicable must be so for both. Where all questions were answered by hand, the scores that follow from
these answers are compared too: they are to lie within ten points, and in the same order.
"""

import json
from collections import Counter
from pathlib import Path

from measure import Floors, analyze_files, format_cell, print_table, ratio, read_options

BY_HAND = sorted(Path(__file__).parent.glob("answers-by-hand*.json"))
STEP = {"T": 0, "P": 0.25}
NAMES = {"T": "Transparency", "P": "Protection"}
UNANSWERED = 0.25
N_QUESTIONS = 39
NEAR = 10
FLOOR = 0.87
FLOOR_NEAR = 0.75


def get_answer(answer):
    return answer["state"] if answer["level"] is None else answer["level"]


def agrees(question, ours, theirs):
    if isinstance(ours, str) or isinstance(theirs, str):
        return ours == theirs
    return abs(ours - theirs) <= STEP[question[0]]


def compute_score(answers, weights, letter):
    """What section 8 of the rubric makes of levels by question."""
    points = weight = 0
    for question, level in answers.items():
        if question[0] == letter and level != "not-applicable":
            weight += weights[question]
            points += weights[question] * (UNANSWERED if level == "unknown" else level)
    return 100 * ratio(points, weight)


def share_in_order(pairs):
    """Of all pairs of policies that differ by hand, how many stand in the same order with us."""
    ordered = [(a, b) for i, a in enumerate(pairs) for b in pairs[:i] if a[0] != b[0]]
    return ratio(sum((a[0] - b[0]) * (a[1] - b[1]) > 0 for a, b in ordered), len(ordered))


def compare(options, set_name, by_hand):
    """For one set: how many agree of how many, what does not agree, and scores by hand and ours."""
    agreed, total, missed = Counter(), Counter(), []
    scores = {letter: [] for letter in NAMES}
    files = [options.shared / "policies" / name for name in by_hand]
    for (name, theirs), analysis in zip(by_hand.items(), analyze_files(options.cli, files, "--no-text")):
        answers = {answer["id"]: answer for answer in analysis["answers"]}
        for question, level in theirs.items():
            ours = get_answer(answers[question])
            total[question[0]] += 1
            agreed[question[0]] += agrees(question, ours, level)
            if not agrees(question, ours, level):
                missed.append([set_name, name.rsplit("/", 1)[-1], question, str(level), str(ours)])
        if len(theirs) == N_QUESTIONS:
            weights = {question: answer["weight"] for question, answer in answers.items()}
            ours = {question: get_answer(answers[question]) for question in theirs}
            for letter, pairs in scores.items():
                pairs.append([compute_score(each, weights, letter) for each in (theirs, ours)])
    return agreed, total, missed, scores


def describe_agreement(name, agreed, total):
    return [name, *(f"{agreed[letter]} of {total[letter]}: {format_cell(ratio(agreed[letter], total[letter]))}"
                    for letter in NAMES), ratio(sum(agreed.values()), sum(total.values()))]


def describe_scores(name, letter, pairs):
    near = sum(abs(a - b) <= NEAR for a, b in pairs)
    return [name, NAMES[letter], len(pairs), near, f"{ratio(sum(abs(a - b) for a, b in pairs), len(pairs)):.1f}",
            share_in_order(pairs)]


def main():
    options = read_options(__doc__)
    floors = Floors(options)
    agreement, of_scores, missed = [], [], []
    all_agreed, all_total, all_scores = Counter(), Counter(), []
    for path in BY_HAND:
        name = path.stem.removeprefix("answers-by-hand").lstrip("-") or "first"
        agreed, total, misses, scores = compare(options, name, json.loads(path.read_text(encoding="utf-8"))["answers"])
        agreement.append(describe_agreement(name, agreed, total))
        of_scores += [describe_scores(name, letter, pairs) for letter, pairs in scores.items() if pairs]
        missed += misses
        all_agreed += agreed
        all_total += total
        all_scores += [pair for pairs in scores.values() for pair in pairs]

    agreement.append(describe_agreement("all", all_agreed, all_total))
    print_table(["set", *NAMES.values(), "share"], agreement)
    print_table(["set", "score", "policies", f"within {NEAR} points", "mean distance", "pairs in the same order"],
                of_scores)
    print_table(["set", "policy", "question", "by hand", "ours"], missed)
    floors.demand("agreement", agreement[-1][-1], FLOOR)
    floors.demand(f"scores within {NEAR} points", ratio(sum(abs(a - b) <= NEAR for a, b in all_scores),
                                                        len(all_scores)), FLOOR_NEAR)
    floors.finish()


if __name__ == "__main__":
    main()
