#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How often findings are right, and how often they fire.

Against lists that a reader made of whole policies, the points of ToS;DR (a sentence quoted from a
service's documents, judged good or bad), the segments of OPP-115 in which annotators saw only denials, its
answers on Do Not Track, and all policies beside the checkout. See findings.md.
"""

import collections
import hashlib
import html
import json
import re
from pathlib import Path

import measure

LEAST_RECALL = 0.80
LEAST_AGREEMENT = 0.85
LEAST_FIRING = 0.30
LEAST_DNT_AGREEMENT = 0.85

# What a document that speaks of privacy is called, and which topics of ToS;DR do.
PRIVACY_DOCUMENT = re.compile(r"privacy|cookie|data (policy|use|protection)|confidential", re.IGNORECASE)
PRIVACY_TOPICS = {
    "track", "personal-data", "user-info", "third", "user-choice", "cookies", "security",
    "business-transfer", "law-enforcement", "data-export", "logs-length", "consent", "device-access",
    "user information", "law and government requests",
}
TAG = re.compile(r"<[^>]*>")


def clean(quote):
    return " ".join(html.unescape(TAG.sub(" ", quote)).split())


def is_private(point):
    return bool(point["privacyRelated"] or PRIVACY_TOPICS & set(point["topics"] or [])
                or PRIVACY_DOCUMENT.search(point["doc"] or ""))


def is_tuned_on(point):
    """Half of the services; rules are mended by the points of these only."""
    service = (point["services"] or [point["id"]])[0]
    return hashlib.sha256(service.encode()).digest()[0] % 2 == 0


def split_words(text):
    return re.findall(r"[a-z0-9]+", text.lower().replace("’", "").replace("'", ""))


def is_marked(quote, marks):
    """Whether words of the quote are those that a mark of findings-by-hand.json stands for."""
    words = split_words(quote)
    for mark in marks:
        length, digest = int(mark.split(":")[0]), mark.split(":")[1]
        for i in range(len(words) - length + 1):
            text = " ".join(words[i:i + length])
            if hashlib.sha256(text.encode()).hexdigest().startswith(digest):
                return True
    return False


def compare_with_reader(policy, findings, counts, show):
    """Counts what was found with the words the reader gave, missed, and found beyond the list."""
    quotes = {finding["id"]: [evidence["quote"] for evidence in finding["evidence"]] for finding in findings}
    for name, marks in policy["expected"].items():
        found = name in quotes and (not marks or any(is_marked(quote, marks) for quote in quotes[name]))
        counts["hits" if found else "missed"] += 1
        if show and not found:
            print("missed", name, quotes.get(name))
    for name in sorted(quotes.keys() - policy["expected"].keys()):
        counts["arguable" if name in policy["arguable"] else "beyond"] += 1
        if show and name not in policy["arguable"]:
            print("beyond", name, quotes[name])
    counts["policies"] += 1


def measure_by_hand(options, floors):
    path = Path(__file__).with_name("findings-by-hand.json")
    policies = json.loads(path.read_text(encoding="utf-8"))["policies"]
    files = [options.shared / "policies" / name for name in policies]
    counts = collections.defaultdict(collections.Counter)
    analyses = measure.analyze_files(options.cli, files, "--no-text")
    for policy, analysis in zip(policies.values(), analyses):
        if options.show == "hand":
            print(analysis["source"]["name"])
        compare_with_reader(policy, analysis["findings"], counts[policy["sample"]], options.show == "hand")

    rows = []
    for sample, count in sorted(counts.items()):
        recall = measure.ratio(count["hits"], count["hits"] + count["missed"])
        right = count["hits"] + count["arguable"]
        rows.append((sample, count["policies"], count["hits"] + count["missed"], count["hits"], recall,
                     count["beyond"], measure.ratio(right, right + count["beyond"])))
        floors.demand(f"findings listed by hand, sample {sample}: recall", recall, LEAST_RECALL)
    print("## Findings that a reader listed in whole policies\n")
    measure.print_table(("sample", "policies", "listed", "found with overlapping words", "recall",
                         "found beyond the list", "precision"), rows)


def read_points(shared):
    """The judged quotes about privacy in English words, each once."""
    seen = set()
    for point in measure.read_lines(shared / "corpora/tosdr/points.jsonl.gz"):
        quote = clean(point["quote"] or "")
        if point["point"] not in ("good", "bad", "blocker") or len(quote) < 20 or not is_private(point):
            continue
        if (quote, point["point"]) not in seen:
            seen.add((quote, point["point"]))
            yield point, quote


def find_sign(findings):
    """Good or not: by the gravest finding that is no note; None without one."""
    severities = {finding["severity"] for finding in findings} - {"note"}
    if not severities:
        return None
    return severities == {"good"}


def measure_points(options, floors):
    points = list(read_points(options.shared))
    documents = [{"name": point["id"], "media_type": "text/plain", "content": quote}
                 for point, quote in points]
    analyses = measure.analyze_documents(options.cli, documents, "--no-text")
    counts = {half: collections.Counter() for half in ("tuned on", "held out", "all")}
    for (point, quote), analysis in zip(points, analyses):
        findings = analysis.get("findings", [])
        sign = find_sign(findings)
        for half in ("tuned on" if is_tuned_on(point) else "held out", "all"):
            counts[half]["points"] += 1
            counts[half]["fired"] += sign is not None
            counts[half]["agreed"] += sign is not None and sign == (point["point"] == "good")
        if options.show == "points" and is_tuned_on(point):
            show_point(point, quote, findings, sign)

    rows = []
    for half, count in counts.items():
        firing = measure.ratio(count["fired"], count["points"])
        agreement = measure.ratio(count["agreed"], count["fired"])
        rows.append((half, count["points"], count["fired"], firing, count["agreed"], agreement))
    floors.demand("points of ToS;DR: firing", firing, LEAST_FIRING)
    floors.demand("points of ToS;DR: same sign", agreement, LEAST_AGREEMENT)
    print("## Points of ToS;DR about privacy\n")
    measure.print_table(("half", "points", "a finding fires", "share", "same sign", "share"), rows)


def show_point(point, quote, findings, sign):
    said = "silent" if sign is None else "right" if sign == (point["point"] == "good") else "WRONG"
    fired = ", ".join(f"{f['id']}:{f['severity']}" for f in findings if f["severity"] != "note")
    print(f"{said}\t{point['point']}\t{point['case']}\t{fired}\t{quote}")


def find_denied_segments(shared):
    """Segments in which two annotators or more see a denial of sharing, and none the sharing."""
    denials = collections.defaultdict(set)
    affirmed = set()
    for practice in measure.read_lines(shared / "corpora/opp115/attributes.jsonl.gz"):
        place = practice["policy"], practice["seg"]
        if practice["category"] != "Third Party Sharing/Collection":
            continue
        if practice["attributes"].get("Does/Does Not", {}).get("value") == "Does Not":
            denials[place].add(practice["annotator"])
        else:
            affirmed.add(place)
    places = {place for place, annotators in denials.items() if len(annotators) >= 2} - affirmed
    for part in ("train", "valid"):
        for line in measure.read_lines(shared / f"corpora/opp115/{part}.jsonl"):
            if (line["policy"], line["seg"]) in places:
                yield line["segment"]


def measure_denials(options, floors):
    segments = list(find_denied_segments(options.shared))
    documents = [{"name": str(i), "media_type": "text/plain", "content": text}
                 for i, text in enumerate(segments)]
    wrong = 0
    for text, analysis in zip(segments, measure.analyze_documents(options.cli, documents, "--no-text")):
        fired = {finding["id"] for finding in analysis.get("findings", [])
                 if finding["severity"] not in ("note", "good")} & {"SHARE_MKT_3P", "SELL_AFFIRMED"}
        wrong += bool(fired)
        if fired and options.show == "denials":
            print(fired, text)
    floors.demand("segments of denials without an alarm", len(segments) - wrong, len(segments))
    print("## Segments of OPP-115 that deny sharing\n")
    measure.print_table(("segments", "SHARE_MKT_3P or SELL_AFFIRMED"), [(len(segments), wrong)])


def read_dnt_answers(shared):
    """Whether annotators marked a policy's answer to Do Not Track as “not honored”."""
    votes = collections.defaultdict(set)
    for practice in measure.read_lines(shared / "corpora/opp115/attributes.jsonl.gz"):
        if practice["category"] == "Do Not Track":
            value = practice["attributes"].get("Do Not Track policy", {}).get("value")
            if value == "Not honored":
                votes[practice["policy"]].add(practice["annotator"])
    return {policy for policy, annotators in votes.items() if len(annotators) >= 2}


def measure_dnt(options, floors):
    expected = read_dnt_answers(options.shared)
    texts = collections.defaultdict(list)
    for part in ("train", "valid"):
        for line in measure.read_lines(options.shared / f"corpora/opp115/{part}.jsonl"):
            texts[line["policy"]].append((line["seg"], line["segment"]))
    documents = [{"name": policy, "media_type": "text/plain",
                  "content": "\n\n".join(text for _, text in sorted(segments))}
                 for policy, segments in sorted(texts.items())]
    found = set()
    for analysis in measure.analyze_documents(options.cli, documents, "--no-text"):
        if any(finding["id"] == "DNT_IGNORED" for finding in analysis["findings"]):
            found.add(analysis["source"]["name"])
    expected &= set(texts)
    if options.show == "dnt":
        print("missed", sorted(expected - found), "\nfalse", sorted(found - expected))
    counts = measure.Counts().add(found, expected)
    agreement = 1 - measure.ratio(counts.false + counts.missed, len(texts))
    floors.demand("Do Not Track: F1", counts.f1, LEAST_DNT_AGREEMENT)
    print("## Do Not Track, “not honored” by two annotators of OPP-115\n")
    measure.print_table(("policies", "expected", "found", "precision", "recall", "F1", "same answer"),
                        [(len(texts), len(expected), len(found), counts.precision, counts.recall,
                          counts.f1, agreement)])


def measure_frequency(options):
    files = measure.list_policies(options.shared)
    fired = collections.defaultdict(collections.Counter)
    n_english = n_unread = 0
    for analysis in measure.analyze_files(options.cli, files, "--no-text"):
        if "error" in analysis:
            n_unread += 1
            continue
        if analysis["source"]["language"] != "en":
            continue
        n_english += 1
        for finding in analysis["findings"]:
            fired[finding["id"]][finding["severity"]] += 1
    print(f"## How often each finding fires, per 100 of {n_english} policies in English "
          f"({len(files)} files, {n_unread} without text)\n")
    severities = ("critical", "serious", "caution", "note", "good")
    measure.print_table(("finding", "all", *severities), [
        (name, round(100 * sum(count.values()) / n_english),
         *(round(100 * count[severity] / n_english) or "" for severity in severities))
        for name, count in sorted(fired.items())])


def main():
    options = measure.read_options(__doc__.split("\n", maxsplit=1)[0],
                                   show="list the cases behind a table: hand, points, denials or dnt")
    floors = measure.Floors(options)
    measure_by_hand(options, floors)
    measure_points(options, floors)
    measure_denials(options, floors)
    measure_dnt(options, floors)
    measure_frequency(options)
    floors.finish()


if __name__ == "__main__":
    main()
