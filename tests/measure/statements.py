#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well statements agree with people: OPP-115's attributes and gdpr200's quoted values.

See statements.md. --split says which policies of OPP-115 are read: valid (the figures), train (what the
engine was built on), all. --misses NAME lists what was missed and invented, by value.
"""

import collections
import json
import re
import sys

import measure

ONTOLOGY = measure.ROOT / "data/knowledge/ontology.json"

# What counts as a sure statement.
SURE = 0.7
# Weaker denials are hedged (“not knowingly”).
FIRM = 0.6
# OPP-115 knows the attributes in these categories only: what is said in a clause of another kind has none.
DATA_TAGS = {"first-party", "third-party", "choice", "retention"}
PURPOSE_TAGS = {"first-party", "third-party", "choice"}
RECIPIENT_TAGS = {"third-party"}
# The value for data that are not named more closely: beside a closer one its annotators leave it out.
GENERIC = "generic personal information"
MERGED = {"additional service/feature": "basic service/feature"}
IGNORED = {"unspecified", "other"}
SHARING = {"share", "sell"}


def load_concepts():
    rows = json.loads(ONTOLOGY.read_text(encoding="utf-8"))
    return {kind: {row["id"]: canonical(row.get("opp115")) for row in rows[kind]}
            for kind in ("data", "entity", "purpose")}


def canonical(value):
    value = (value or "other").lower()
    return MERGED.get(value, value)


class Segment:
    """A segment with the votes of its annotators, by attribute and value."""

    def __init__(self, text):
        self.text = text
        self.votes = collections.defaultdict(lambda: collections.defaultdict(set))
        self.annotators = set()

    def agreed(self, attribute):
        return {value for value, voters in self.votes[attribute].items()
                if len(voters) >= 2 and value not in IGNORED}

    def said_by(self, attribute, annotator):
        return {value for value, voters in self.votes[attribute].items()
                if annotator in voters and value not in IGNORED}


def read_corpus(shared, split):
    folder = shared / "corpora/opp115"
    names = ["train", "valid"] if split == "all" else [split]
    policies = {line["policy"] for name in names for line in measure.read_lines(folder / f"{name}.jsonl")}
    segments = {(line["policy"], line["seg"]): Segment(line["segment"])
                for line in measure.read_lines(folder / "segments_all.jsonl.gz")
                if line["policy"] in policies}
    for line in measure.read_lines(folder / "attributes.jsonl.gz"):
        segment = segments.get((line["policy"], line["seg"]))
        if segment is not None:
            add_practice(segment, line)
    return segments


def add_practice(segment, line):
    segment.annotators.add(line["annotator"])
    for attribute, value in line["attributes"].items():
        segment.votes[attribute][canonical(value["value"])].add(line["annotator"])
    if line["category"].startswith("Third Party"):
        does = line["attributes"].get("Does/Does Not", {}).get("value", "Does")
        segment.votes["third party"][does.lower()].add(line["annotator"])


def analyze(cli, segments):
    documents = [{"name": f"{policy}/{index}", "media_type": "text/plain", "content": segment.text}
                 for (policy, index), segment in segments.items()]
    return dict(zip(segments, measure.analyze_documents(cli, documents, "--no-text")))


def values_of(analysis, member, table, tags):
    """The values of a role, where the program finds the clause to be of such a kind."""
    found = {tag["label"] for segment in analysis.get("segments", []) for tag in segment["tags"]
             if not tag["weak"]}
    if not found & tags:
        return set()
    values = set()
    for statement in analysis["statements"]:
        named = {table[name] for name in statement[member] if table.get(name)} - IGNORED
        values |= named - {GENERIC} if len(named) > 1 else named
    return values


def denies(analysis):
    """Whether it is denied that the company passes data on, or that others collect them."""
    return any(statement["polarity"] == "denied" and statement["strength"] > FIRM and
               (statement["action"] in SHARING if statement["subject"] != "third-party"
                else statement["action"] in {"collect", "track"})
               for statement in analysis.get("statements", []))


def affirms(analysis):
    return [statement for statement in analysis.get("statements", [])
            if statement["polarity"] == "affirmed" and statement["action"] in SHARING and
            statement["confidence"] >= SURE and not statement["condition"]]


def measure_values(segments, found, attribute):
    """Counts of the program and of one annotator, against the majority."""
    program, person, by_value = measure.Counts(), measure.Counts(), {}
    for key, segment in segments.items():
        if not segment.annotators:
            continue
        expected = segment.agreed(attribute)
        program.add(found[key], expected)
        for value in found[key] | expected:
            by_value.setdefault(value, measure.Counts()).add(found[key] & {value}, expected & {value})
        for annotator in segment.annotators:
            person.add(segment.said_by(attribute, annotator), expected)
    return program, person, by_value


def measure_denied(segments, analyses):
    program, person, false = measure.Counts(), measure.Counts(), []
    for key, segment in segments.items():
        votes = segment.votes["third party"]
        if len(votes["does"] | votes["does not"]) < 2:
            continue
        expected = {"denied"} if len(votes["does not"]) >= 2 else set()
        program.add({"denied"} if denies(analyses[key]) else set(), expected)
        for annotator in votes["does"] | votes["does not"]:
            person.add({"denied"} if annotator in votes["does not"] else set(), expected)
        if len(votes["does not"]) >= 2 and not votes["does"] and affirms(analyses[key]):
            false.append((key, affirms(analyses[key])))
    return program, person, false


PERIODS = {"stated period": "stated", "limited": "limited", "indefinitely": "indefinite"}


def measure_periods(segments, analyses):
    """Segments with one agreed period: how many are read so, and those that are not."""
    right, misses = 0, []
    for key, segment in segments.items():
        agreed = {PERIODS[value] for value in segment.agreed("Retention Period") if value in PERIODS}
        found = {statement["period"] for statement in analyses[key].get("statements", [])
                 if statement["period"]}
        if not agreed:
            continue
        if agreed & found:
            right += 1
        else:
            misses.append((key, agreed, found))
    return right, misses


# --- gdpr200 ---------------------------------------------------------------------------------------

WORD = re.compile(r"[a-z0-9]+")
COMMON = set("the a an of to and or in on for with by your you we our us is are be that this which as at from "
             "it its their may will can any such other information data personal".split())

# The requirement, and the members of a statement that answer it.
REQUIREMENTS = {
    "Data Categories": lambda s: s["data"],
    "Processing Purpose": lambda s: s["purposes"],
    "Data Recipients": lambda s: s["recipients"],
    "Data Retention Period": lambda s: s["period"] or s["action"] == "retain",
    "Data Retention Period, only with a period": lambda s: s["period"],
}


def words_of(text):
    """Its telling words; of “personal data” all."""
    words = set(WORD.findall(text.lower()))
    return words - COMMON or words


def measure_gdpr(options):
    rows = []
    passages = list(measure.read_lines(options.shared / "corpora/gdpr200/passages.jsonl.gz"))
    documents = [{"name": str(i), "media_type": "text/markdown", "content": passage_text(passage)}
                 for i, passage in enumerate(passages)]
    analyses = list(measure.analyze_documents(options.cli, documents))
    for requirement, member in REQUIREMENTS.items():
        quotes = measure.Counts()
        for passage, analysis in zip(passages, analyses):
            add_quotes(quotes, passage, analysis, requirement, member)
        rows.append((requirement, quotes.hits + quotes.missed, quotes.recall, quotes.precision))
    return rows


def passage_text(passage):
    """With what stands over it: headings, and the sentence that a list item goes on with."""
    lines = []
    for context in passage["context"]:
        heading = context["type"].startswith("h")
        lines.append("# " + context["text"] if heading else context["text"])
    lines.append("- " + passage["passage"] if passage["type"] == "list_item" else passage["passage"])
    return "\n\n".join(lines) + "\n"


def add_quotes(counts, passage, analysis, requirement, member):
    text = analysis.get("text", "")
    quotes = [words_of(item["value"]) for item in passage["annotations"]
              if item["requirement"] == requirement.partition(",")[0]]
    spans = [words_of(text[s["start"]:s["end"]]) for s in analysis.get("statements", [])
             if member(s) and text[s["start"]:s["end"]].strip() in passage["passage"]]
    counts.hits += sum(any(quote & span for span in spans) for quote in quotes)
    counts.missed += sum(not any(quote & span for span in spans) for quote in quotes)
    counts.false += sum(not any(quote & span for quote in quotes) for span in spans)


# --- Output ----------------------------------------------------------------------------------------

FLOORS = {"data types": 0.67, "purposes": 0.62, "recipients": 0.55, "denied": 0.75}


def main():
    options = measure.read_options(__doc__.splitlines()[0], split="valid (default), train or all",
                                   misses="list what one attribute misses and invents")
    table = load_concepts()
    split = options.split or "valid"
    segments = read_corpus(options.shared, split)
    analyses = analyze(options.cli, segments)
    floors = measure.Floors(options)

    found = {
        "data types": {k: values_of(a, "data", table["data"], DATA_TAGS) for k, a in analyses.items()},
        "purposes": {k: values_of(a, "purposes", table["purpose"], PURPOSE_TAGS) for k, a in analyses.items()},
        "recipients": {k: values_of(a, "recipients", table["entity"], RECIPIENT_TAGS) for k, a in analyses.items()},
    }
    attributes = {"data types": "Personal Information Type", "purposes": "Purpose",
                  "recipients": "Third Party Entity"}
    rows, details = [], []
    for name, attribute in attributes.items():
        program, person, by_value = measure_values(segments, found[name], attribute)
        rows.append((name, program.precision, program.recall, program.f1, person.f1))
        floors.demand(name, program.f1, FLOORS[name])
        details += [(name, value, counts.hits + counts.missed, counts.precision, counts.recall, counts.f1)
                    for value, counts in sorted(by_value.items())]
        if options.misses == name:
            print_misses(segments, found[name], attribute)
    program, person, false = measure_denied(segments, analyses)
    rows.append(("denied", program.precision, program.recall, program.f1, person.f1))
    if split != "all":
        everything = read_corpus(options.shared, "all")
        whole, someone, _ = measure_denied(everything, analyze(options.cli, everything))
        rows.append(("denied, all policies", whole.precision, whole.recall, whole.f1, someone.f1))
        program = whole
    floors.demand("denied, all policies", program.f1, FLOORS["denied"])
    floors.demand("no sure sharing where it is denied", -len(false), 0)

    print(f"OPP-115, {split}: {len(segments)} segments\n")
    measure.print_table(("attribute", "precision", "recall", "F1", "one annotator's F1"), rows)
    measure.print_table(("attribute", "value", "segments", "precision", "recall", "F1"), details)
    print(f"Denied by at least two, affirmed by none, yet a sure sharing or sale: {len(false)}\n")
    for key, statements in false:
        print("-", *key, [(s["action"], s["start"], s["end"]) for s in statements])
    print_periods(options, floors)
    print("gdpr200, all policies\n")
    measure.print_table(("requirement", "quotes", "recall", "precision"), measure_gdpr(options))
    floors.finish()


def print_periods(options, floors):
    """Agreed periods are few: all policies count."""
    segments = read_corpus(options.shared, "all")
    wanted = {key: segment for key, segment in segments.items()
              if {value for value in segment.agreed("Retention Period")} & set(PERIODS)}
    right, misses = measure_periods(wanted, analyze(options.cli, wanted))
    print(f"Retention period agreed: {len(wanted)} segments, {right} right; the others:\n")
    for key, agreed, given in misses:
        print("-", *key, "agreed:", *sorted(agreed), "- read:", *sorted(given) or ["nothing"])
    print()
    floors.demand("retention periods", right, 26)


def print_misses(segments, found, attribute):
    for key, segment in segments.items():
        if not segment.annotators:
            continue
        expected = segment.agreed(attribute)
        if found[key] != expected:
            print("##", *key, "missed:", sorted(expected - found[key]), "invented:",
                  sorted(found[key] - expected))
            print("   ", segment.text)


if __name__ == "__main__":
    main()
