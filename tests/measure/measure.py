# SPDX-License-Identifier: GPL-3.0-or-later
"""What the measuring tools share: the program, the annotated sets beside the checkout, sums, tables.

Every tool is run as `tests/measure/NAME.py [--cli PATH] [--shared DIR] [--check]`, prints a Markdown
table, and with --check ends with 1 where a figure is below its floor. Without the annotated sets it says
so and ends with 77.
"""

import argparse
import csv
import gzip
import json
import os
import random
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def read_options(description, **more):
    """The command line of a tool; `more`: name=help of extra options."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--cli", type=Path, default=ROOT / "build/src/cli/smallprint-cli")
    parser.add_argument("--shared", type=Path,
                        default=Path(os.environ.get("SP_TEST_SHARED", ROOT.parent / "shared")))
    parser.add_argument("--check", action="store_true", help="end with 1 below a floor")
    for name, text in more.items():
        parser.add_argument("--" + name.replace("_", "-"), help=text)
    options = parser.parse_args()
    if not options.shared.is_dir():
        print(f"skipped: the annotated sets are not there ({options.shared})")
        sys.exit(77)
    return options


def read_lines(path):
    """The objects of a file of JSON Lines, compressed or not."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def analyze_documents(cli, documents, *options):
    """Analyses {"name", "media_type", "content"}…; yields the analyses in that order."""
    source = "".join(json.dumps(document) + "\n" for document in documents).encode()
    command = [cli, "analyze", "--documents", "--format", "jsonl", *options]
    result = subprocess.run(command, input=source, capture_output=True, check=False)
    yield from read_answers(result)


def analyze_files(cli, files, *options):
    """Analyses files; yields the analyses in that order, {"error": …} for what cannot be read."""
    command = [cli, "analyze", "--format", "jsonl", *options, *map(str, files)]
    yield from read_answers(subprocess.run(command, capture_output=True, check=False))


def list_policies(shared):
    """All policies beside the checkout, in every language."""
    with open(shared / "policies" / "manifest.tsv", encoding="utf-8") as manifest:
        return [shared / "policies" / row["file"] for row in csv.DictReader(manifest, delimiter="\t")]


def read_answers(result):
    if result.returncode not in (0, 1, 3, 4):
        sys.exit(result.stderr.decode())
    for line in result.stdout.splitlines():
        yield json.loads(line)


class Counts:
    """Hits, false alarms and misses."""

    def __init__(self, hits=0, false=0, missed=0):
        self.hits, self.false, self.missed = hits, false, missed

    def add(self, found, expected):
        """Adds two sets."""
        self.hits += len(found & expected)
        self.false += len(found - expected)
        self.missed += len(expected - found)
        return self

    @property
    def precision(self):
        return ratio(self.hits, self.hits + self.false)

    @property
    def recall(self):
        return ratio(self.hits, self.hits + self.missed)

    @property
    def f1(self):
        return ratio(2 * self.hits, 2 * self.hits + self.false + self.missed)


def ratio(part, whole):
    return part / whole if whole else float("nan")


def quantile(values, share):
    """Position floor (p·n) of the sorted values, as in Appendix B of the rubric."""
    ordered = sorted(values)
    return ordered[min(int(share * len(ordered)), len(ordered) - 1)] if ordered else float("nan")


def bootstrap(items, figure, rounds=1000, seed=1):
    """The 95 % interval of `figure (items)` over items drawn with replacement."""
    source = random.Random(seed)
    drawn = sorted(figure([source.choice(items) for _ in items]) for _ in range(rounds))
    return drawn[int(0.025 * rounds)], drawn[int(0.975 * rounds)]


def print_table(head, rows):
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(format_cell(cell) for cell in row) + " |")
    print()


def format_cell(cell):
    return f"{cell:.3f}".lstrip("0") if isinstance(cell, float) and cell < 1 else \
        f"{cell:.2f}" if isinstance(cell, float) else str(cell)


class Floors:
    """Remembers what is below its floor, for --check."""

    def __init__(self, options):
        self.wanted, self.broken = options.check, []

    def demand(self, name, value, floor):
        if not value >= floor:
            self.broken.append(f"{name}: {value:.3f} is below {floor}")

    def finish(self):
        for line in self.broken:
            print("below its floor:", line)
        sys.exit(1 if self.wanted and self.broken else 0)
