#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the key points tell and how often, and how many policies have places that are hard to reconcile.

Counts only: whether a point is true to its clause is for a reader to say, see summary.md. With --check
each point must have its evidence, nearly every longer policy enough points, and contradictions must stay few.
"""

from collections import Counter

from measure import Floors, analyze_files, list_policies, print_table, ratio, read_options

# A policy of so many words has so many points at least, and no policy more than that.
LONG, ENOUGH, MOST = 700, 6, 10
ENOUGH_FLOOR = 0.9
# Shares of policies with a contradiction: none at all would tell as little as one in every third.
FEW, MANY = 0.03, 0.15


def read_policies(options):
    """The analyses of the different texts in English."""
    seen = set()
    for analysis in analyze_files(options.cli, list_policies(options.shared), "--no-text"):
        if "error" in analysis or analysis["source"]["language"] != "en" or analysis["text_sha256"] in seen:
            continue
        seen.add(analysis["text_sha256"])
        yield analysis


def main():
    options = read_options(__doc__)
    floors = Floors(options)
    topics, kinds = Counter(), Counter()
    n = n_long = n_enough = n_torn = n_points = n_shown = 0
    for analysis in read_policies(options):
        points = analysis["summary"]
        n += 1
        n_points += len(points)
        n_shown += sum(bool(point["evidence"]) for point in points)
        n_torn += bool(analysis["contradictions"])
        if analysis["stats"]["words"] > LONG:
            n_long += 1
            n_enough += ENOUGH <= len(points) <= MOST
        topics.update(point["topic"] for point in points)
        kinds.update({each["kind"] for each in analysis["contradictions"]})

    print_table(["figure", "value"], [
        ["policies in English, each text once", n],
        ["key points per policy", ratio(n_points, n)],
        ["points with evidence", ratio(n_shown, n_points)],
        [f"policies of more than {LONG} words with {ENOUGH} to {MOST} points", ratio(n_enough, n_long)],
        ["policies with a place hard to reconcile", ratio(n_torn, n)]])
    print_table(["topic", "of 100 policies"],
                [[topic, round(100 * count / n)] for topic, count in topics.most_common()])
    print_table(["hard to reconcile", "policies"], sorted(kinds.items()))
    floors.demand("points with evidence", ratio(n_shown, n_points), 1)
    floors.demand("long policies with enough points", ratio(n_enough, n_long), ENOUGH_FLOOR)
    floors.demand("policies with a contradiction", ratio(n_torn, n), FEW)
    floors.demand("policies without a contradiction", 1 - ratio(n_torn, n), 1 - MANY)
    floors.finish()


if __name__ == "__main__":
    main()
