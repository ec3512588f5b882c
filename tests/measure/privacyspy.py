#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How far our answers agree with those that people gave to PrivacySpy's twelve questions.

Each question is answered by us from the clauses that were quoted for it, read as a short document of their
own, and compared with the answer that was given. Beside it stands what one would get by always giving the
most frequent answer. Answers without a quote cannot be read, and “N/A” is no answer to read for.
"""

from collections import Counter

from measure import Floors, analyze_documents, print_table, ratio, read_lines, read_options

# Quotes are often too short to tell their language by; these words say nothing about data.
AROUND = "The mill stands at the end of the old road, and in the evening the boats come home with the tide."

FLOOR_OF_THE_MEAN = 0.55


class Reading:
    """What of an analysis the twelve questions look at."""

    def __init__(self, analysis):
        self.answers = {answer["id"]: answer for answer in analysis["answers"]}
        self.findings = {finding["id"]: finding for finding in analysis["findings"]}

    def level(self, question):
        level = self.answers[question]["level"]
        return -1 if level is None else level

    def state(self, question):
        return self.answers[question]["state"]

    def has(self, *findings):
        return any(finding in self.findings for finding in findings)


def answer_marketing(reading):
    tracked = 0 <= reading.level("P4") <= 0.3 and reading.has("TRACK_ADS", "SHARE_MKT_3P")
    if not tracked and reading.level("P2") not in (0, 0.35):
        return "yes-opt-in" if reading.has("OPT_IN") and reading.has("TRACK_ADS") else "no"
    if reading.has("OPT_OUT_MKT") or reading.level("P2") == 0.35 or reading.level("P4") == 0.3:
        return "yes-opt-out"
    return "yes"


def answer_breaches(reading):
    return {1: "yes-72", 0.8: "eventually", 0.4: "eventually"}.get(reading.level("P12"), "no")


def answer_reasons(reading):
    return {"present": "yes", "partial": "somewhat"}.get(reading.state("T5"), "no")


def answer_deletion(reading):
    if reading.level("P8") <= 0:
        return "no"
    quotes = " ".join(evidence["quote"].lower() for evidence in reading.answers["P8"]["evidence"])
    by_hand = any(word in quotes for word in ("contact", "request", "@", "ask us", "write", "right"))
    return "yes-contact" if by_hand else "yes-automated"


def answer_history(reading):
    return "last-modified" if reading.state("T18") == "present" else "no"


def answer_authorities(reading):
    return {1: "strict", 0.5: "reasonable", 0.3: "reasonable", 0: "always"}.get(reading.level("P13"), "unspecified")


def answer_list(reading):
    return {"present": "generally", "partial": "summarily"}.get(reading.state("T3"), "no")


def answer_other_uses(reading):
    if reading.level("P10") == 1:
        return "opt-in"
    return "opt-out-some" if reading.state("T13") in ("present", "partial") or reading.level("P10") > 0 else "no"


def answer_revisions(reading):
    return "yes" if reading.level("P14") >= 0.5 else "no"


def answer_security(reading):
    if reading.level("P11") == 1:
        return "yes-audits"
    return {0.75: "yes", 0.4: "somewhat"}.get(reading.level("P11"), "no")


def answer_access(reading):
    if reading.level("P2") == 1 and reading.state("T6") == "present":
        return "no"
    if reading.has("SHARE_MKT_3P", "TRACK_ADS") or reading.level("P3") < 0.4:
        return "yes-unspecified"
    return "yes-unspecified-critical" if reading.state("T6") == "present" else "yes-unspecified"


def answer_collection(reading):
    return "yes" if reading.has("FROM_THIRD_PARTIES") else "no"


QUESTIONS = {
    "behavioral-marketing": answer_marketing,
    "third-party-access": answer_access,
    "third-party-collection": answer_collection,
    "list-collected": answer_list,
    "data-collection-reasoning": answer_reasons,
    "noncritical-purposes": answer_other_uses,
    "data-breaches": answer_breaches,
    "data-deletion": answer_deletion,
    "law-enforcement": answer_authorities,
    "history": answer_history,
    "revision-notify": answer_revisions,
    "security": answer_security,
}


def list_documents(products):
    """One for each answer with quotes; its name tells the question and the answer that was given."""
    for product in products:
        for question, given in product.get("rubric", {}).items():
            if not given.get("citations") or given["value"] == "na":
                continue
            text = "\n\n".join([AROUND, *given["citations"]])
            yield {"name": f"{question}={given['value']}", "media_type": "text/plain", "content": text}


def main():
    options = read_options(__doc__, confusion="any value: print every pair of answers")
    floors = Floors(options)
    documents = list(list_documents(read_lines(options.shared / "corpora/privacyspy/products.jsonl")))
    pairs = {question: Counter() for question in QUESTIONS}
    for document, analysis in zip(documents, analyze_documents(options.cli, documents, "--no-text")):
        question, given = document["name"].split("=")
        if "error" not in analysis:
            pairs[question][given, QUESTIONS[question](Reading(analysis))] += 1

    rows, shares = [], []
    for question, counts in pairs.items():
        total = sum(counts.values())
        given = Counter()
        for (value, _), n in counts.items():
            given[value] += n
        majority, n_majority = given.most_common(1)[0]
        agreed = sum(n for (value, ours), n in counts.items() if value == ours)
        shares.append(ratio(agreed, total))
        rows.append([question, total, shares[-1], ratio(n_majority, total), majority])
    print_table(["question", "answers", "agreement", "majority", "the majority answer"], rows)
    mean = ratio(sum(shares), len(shares))
    print(f"Mean agreement {mean:.2f}, of the majority answers "
          f"{sum(row[3] for row in rows) / len(rows):.2f}.")
    floors.demand("mean agreement", mean, FLOOR_OF_THE_MEAN)
    if options.confusion:
        for question, counts in pairs.items():
            print(question, dict(counts))
    floors.finish()


if __name__ == "__main__":
    main()
