#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How well pages are read: words and headings against reference texts, and language.

Described, with its figures, in import.md.
"""

import html.parser
import json
import re
from collections import Counter
from pathlib import Path

from measure import Counts, Floors, analyze_files, print_table, quantile, ratio, read_options

# What is known of single files: pairs that are no pairs, slips of a name, wrong guesses of a language.
CORRECTIONS = json.loads(Path(__file__).with_name("import-corrections.json").read_text("utf-8"))

# A page of fewer bytes is a message of the server, or an empty shell.
MIN_PAGE_BYTES = 1024

# Fewer words tell nothing of a language.
MIN_WORDS = 100


def main():
    options = read_options(__doc__.splitlines()[0], worst="how many of the worst pairs to name")
    floors = Floors(options)
    reading = Reading(options)

    measure_words(reading, floors, int(options.worst or 0))
    measure_headings(reading, floors, int(options.worst or 0))
    measure_languages(reading, floors)
    floors.finish()


class Reading:
    """The policies beside the checkout, and what the program makes of each."""

    def __init__(self, options):
        self.folder = options.shared / "policies"
        self.rows = [dict(zip(("file", "source", "bytes", "language", "licence", "note"), line.split("\t")))
                     for line in (self.folder / "manifest.tsv").read_text("utf-8").splitlines()[1:]]
        answers = analyze_files(options.cli, [self.folder / row["file"] for row in self.rows])
        self.answers = {row["file"]: answer for row, answer in zip(self.rows, answers, strict=True)}

    def words(self, file):
        return split_words("\n".join(text for kind, text in self.segments(file) if kind != "boilerplate"))

    def headings(self, file):
        return [text for kind, text in self.segments(file) if kind == "heading"]

    def segments(self, file):
        answer = self.answers[file]
        for segment in answer.get("segments", []):
            yield segment["kind"], answer["text"][segment["start"]:segment["end"]]

    def find_pairs(self):
        """(name of the set, page, file of its reference text), in the order of the manifest."""
        by_number = {number_of(row["file"]): row["file"] for row in self.rows
                     if row["file"].startswith("opp115_sanitized/")}
        for row in self.rows:
            if row["file"].startswith("opp115_original/"):
                number = CORRECTIONS["number"].get(row["file"], number_of(row["file"]))
                yield "OPP-115", row["file"], by_number[number]
            elif row["note"].startswith("extracted text of "):
                page = row["note"].removeprefix("extracted text of ")
                if page in self.answers and self.folder.joinpath(page).stat().st_size > MIN_PAGE_BYTES:
                    yield "Open Terms Archive", page, row["file"]


def number_of(file):
    return Path(file).name.partition("_")[0]


def split_words(text):
    return re.findall(r"\w+", text.lower())


class TextOfHtml(html.parser.HTMLParser):
    """The words between tags, for references that are nothing but text, <br> and <strong>."""

    def __init__(self, source):
        super().__init__()
        self.parts = []
        self.feed(source)
        self.close()

    def handle_data(self, data):
        self.parts.append(data)

    def handle_starttag(self, tag, attrs):
        self.parts.append(" ")


def plain_markdown(source):
    """Markdown without link targets, pictures and escapes."""
    source = re.sub(r"!\[[^\]]*\]\([^)]*\)", " ", source)
    source = re.sub(r"\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)", "] ", source)
    source = re.sub(r"<(https?://[^>]*)>", r"\1", source)
    return re.sub(r"\\([\\`*_{}\[\]()#+.!|>~-])", r"\1", source).replace("_", " ")


def read_reference(path):
    source = path.read_text("utf-8", errors="replace")
    if path.suffix == ".md":
        return split_words(plain_markdown(source))
    return split_words("".join(TextOfHtml(source.replace("|||", " ")).parts))


def f1_of(found, expected):
    """F1 of two bags."""
    found, expected = Counter(found), Counter(expected)
    return ratio(2 * (found & expected).total(), found.total() + expected.total())


def measure_words(reading, floors, n_worst):
    figures = {}
    for name, page, file in reading.find_pairs():
        found, expected = reading.words(page), read_reference(reading.folder / file)
        figures.setdefault(name, []).append(
            (f1_of(found, expected), f1_of(zip(found, found[1:]), zip(expected, expected[1:])), page))

    rows = []
    for name, pairs in figures.items():
        kept = [pair for pair in pairs if pair[2] not in CORRECTIONS["no_pair"]]
        for label, chosen in ((name, pairs), (name + ", without what is no pair", kept)):
            rows.append((label, len(chosen), *quartiles(chosen, 0), *quartiles(chosen, 1)))
        median, low = quartiles(kept, 0)
        floors.demand(f"words of {name}, median", median, 0.97 if name == "OPP-115" else 0.96)
        if name == "OPP-115":
            floors.demand(f"words of {name}, lowest tenth", low, 0.85)
    print_table(("Words against", "Pages", "F1, median", "Lowest tenth", "Pairs of words, median", "Lowest tenth"), rows)
    for f1, pairs, page in sorted(pair for pairs in figures.values() for pair in pairs)[:n_worst]:
        print(f"{f1:.3f} {pairs:.3f} {page}{' (no pair)' if page in CORRECTIONS['no_pair'] else ''}")


def quartiles(pairs, column):
    values = [pair[column] for pair in pairs]
    return quantile(values, 0.5), quantile(values, 0.1)


def measure_headings(reading, floors, n_worst):
    """Headings of the Markdown that are headings for us too."""
    counts, rows = Counts(), []
    for name, page, file in reading.find_pairs():
        if not file.endswith(".md") or page in CORRECTIONS["no_pair"]:
            continue
        expected = {tuple(split_words(line)) for line in
                    plain_markdown((reading.folder / file).read_text("utf-8")).splitlines()
                    if line.startswith("#")} | find_underlined(reading.folder / file)
        found = {tuple(split_words(text)) for text in reading.headings(page)}
        one = Counts().add(found - {()}, expected - {()})
        counts.add(found - {()}, expected - {()})
        rows.append((one.recall, page, sorted(" ".join(words) for words in expected - found)))
    print_table(("Headings of", "Pages", "There", "Found"),
                [("Open Terms Archive", len(rows), counts.hits + counts.missed, counts.recall)])
    floors.demand("headings", counts.recall, 0.9)
    for recall, page, missed in sorted(rows)[:n_worst]:
        print(f"{recall:.3f} {page}: {missed}")


def find_underlined(path):
    lines = plain_markdown(path.read_text("utf-8")).splitlines()
    return {tuple(split_words(line)) for line, rule in zip(lines, lines[1:])
            if line.strip() and re.fullmatch(r"=+|-+", rule.strip()) and len(rule.strip()) > 2}


def measure_languages(reading, floors):
    counts = {}
    wrong = []
    for row in reading.rows:
        answer = reading.answers[row["file"]]
        expected = CORRECTIONS["language"].get(row["file"], row["language"])
        if answer.get("stats", {}).get("words", 0) < MIN_WORDS or expected is None:
            continue
        found = answer["source"]["language"]
        n_right, n = counts.get(expected, (0, 0))
        counts[expected] = (n_right + (found == expected), n + 1)
        if found != expected:
            wrong.append(f"{row['file']}: {found}, not {expected}")

    n_right, n = (sum(column) for column in zip(*counts.values()))
    rows = [(language, n_all, n_good, ratio(n_good, n_all)) for language, (n_good, n_all) in sorted(counts.items())]
    print_table(("Language", "Documents", "Right", "Share"), [*rows, ("all", n, n_right, ratio(n_right, n))])
    floors.demand("languages", ratio(n_right, n), 0.99)
    for line in wrong:
        print(line)


if __name__ == "__main__":
    main()
