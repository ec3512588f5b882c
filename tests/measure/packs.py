#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How often the GDPR pack finds what people found: its items against two sets of annotated policies."""

import hashlib
import sys
from collections import defaultdict

from measure import Counts, Floors, analyze_documents, print_table, ratio, read_lines, read_options

ITEMS = {
    "Controller Name": "G1", "Controller Contact": "G2", "DPO Contact": "G3", "Processing Purpose": "G4",
    "Legal Basis for Processing": "G5", "Legitimate Interests for Processing": "G6",
    "Data Recipients": "G7", "Third-country Transfers": "G8", "Data Retention Period": "G9",
    "Right to Access": "G10", "Right to Rectification": "G11", "Right to Erasure": "G12",
    "Right to Restrict": "G13", "Right to Object": "G14", "Right to Portability": "G15",
    "Right to Withdraw Consent": "G16", "Right to Lodge Complaint": "G17",
    "Mandatory Data Disclosure": "G18", "Automated Decision-Making": "G19", "Data Categories": "G20",
    "Source of Data": "G21",
}
# The concepts of goppc150. What its list of labels calls restriction (4.4) its readers gave to erasure,
# and the other way round.
CONCEPTS = {
    "1": "G1", "1.1": "G1", "1.2": "G2", "3": "G3", "10": "G5", "10.3": "G6", "17": "G7", "14": "G8", "16.1": "G9",
    "4.2": "G10", "4.3": "G11", "4.4": "G12", "4.5": "G13", "4.6": "G14", "4.7": "G15", "4.9": "G16",
    "7": "G17", "4.8": "G19", "9.3": "G21",
}
MIN_POSITIVES = 10
FLOOR = 0.80


def is_held_out(policy):
    """One half of the policies was never looked at while the rules were written."""
    return int(hashlib.sha256(policy.encode()).hexdigest(), 16) % 2 == 1


def write_line(row):
    """A passage as Markdown: its kind is known, its level is that of its headings."""
    text = " ".join(row["passage"].split())
    if row["type"] == "headline":
        return "#" * min(6, len(row["context"]) + 1) + " " + text
    return ("- " if row["type"] == "list_item" else "") + text


def read_policies(path):
    """Each policy: the Markdown of its passages, and the items that people found in it."""
    texts, found = defaultdict(list), defaultdict(set)
    for row in read_lines(path):
        if row["passage"].strip():
            texts[row["policy"]].append(write_line(row))
        found[row["policy"]] |= {ITEMS[each["requirement"]] for each in row["annotations"]}
    return {name: ("\n\n".join(lines) + "\n", found[name]) for name, lines in texts.items()}


def find_concepts(labels):
    """The items of labels and of the labels that they belong to: 10.3 and 10 of 10.3.1."""
    parts = [label.split(".") for label in labels]
    names = {".".join(each[:n]) for each in parts for n in range(1, len(each) + 1)}
    return {CONCEPTS[name] for name in names & CONCEPTS.keys()}


def read_other_policies(path):
    texts, found = defaultdict(list), defaultdict(set)
    for row in read_lines(path):
        text = " ".join(row["text"].split())
        if not text:
            continue
        if row["type"] == "title":
            texts[row["policy"]].append("## " + text)
        else:
            texts[row["policy"]].append(text)
            found[row["policy"]] |= find_concepts(row["labels"])
    return {name: ("\n\n".join(lines) + "\n", found[name]) for name, lines in texts.items()}


def read_states(options, policies):
    documents = [{"name": name, "media_type": "text/markdown", "content": text}
                 for name, (text, _) in policies.items()]
    for analysis in analyze_documents(options.cli, documents, "--no-text", "--pack", "gdpr"):
        packs = [pack for pack in analysis["packs"] if pack["id"] == "gdpr"]
        yield {item["id"]: item["state"] for item in packs[0]["items"]} if packs else {}


def count(policies, states, names):
    """For each item: hits, false alarms and misses of “found at all”, and of “found in full”."""
    counts = {item: (Counts(), Counts()) for item in ITEMS.values()}
    for name in names:
        for item, (addressed, full) in counts.items():
            expected = {item} & policies[name][1]
            state = states[name].get(item)
            addressed.add({item} if state in ("present", "partial") else set(), expected)
            full.add({item} if state == "present" else set(), expected)
    return counts


def find_states(options, policies):
    states = dict(zip(policies, read_states(options, policies)))
    if len(states) != len(policies):
        sys.exit("some policies gave no analysis")
    return states


def list_frequent(counts):
    return [item for item, (addressed, _) in counts.items() if addressed.hits + addressed.missed >= MIN_POSITIVES]


def get_macro(counts, wanted, which=0):
    return ratio(sum(counts[item][which].f1 for item in wanted), len(wanted))


def print_half(title, counts, wanted, titles):
    print(f"### {title}\n")
    print_table(
        ["Item", "Annotated as", "Positives", "Precision", "Recall", "F1", "F1, in full only"],
        [(item, titles[item], counts[item][0].hits + counts[item][0].missed, counts[item][0].precision,
          counts[item][0].recall, counts[item][0].f1, counts[item][1].f1) for item in wanted])
    print(f"Macro-F1 {get_macro(counts, wanted):.3f}; counting only what is found in full "
          f"{get_macro(counts, wanted, 1):.3f}.\n")


def main():
    options = read_options(__doc__)
    floors = Floors(options)
    policies = read_policies(options.shared / "corpora/gdpr200/passages.jsonl.gz")
    states = find_states(options, policies)
    titles = {item: name for name, item in ITEMS.items()}
    wanted = list_frequent(count(policies, states, policies))
    halves = {"Built on": [name for name in policies if not is_held_out(name)],
              "Held out": [name for name in policies if is_held_out(name)], "All": list(policies)}
    for title, names in halves.items():
        counts = count(policies, states, names)
        print_half(f"{title}: {len(names)} policies", counts, wanted, titles)
        floors.demand(f"macro-F1, {title.lower()}", get_macro(counts, wanted), FLOOR)

    others = read_other_policies(options.shared / "corpora/goppc150/segments.jsonl.gz")
    counts = count(others, find_states(options, others), others)
    print_half(f"Other annotators: {len(others)} policies of goppc150", counts, list_frequent(counts), titles)
    floors.finish()


if __name__ == "__main__":
    main()
