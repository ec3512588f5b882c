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

FLOOR_OF_THE_MEAN = 0.62


# Recipients without whom a service could not be run, and those that serve other ends (ids of the ontology).
CRITICAL = {"service-providers", "payment-processors", "hosting-providers", "email-providers",
            "support-providers", "shipping", "identity-services", "professional-advisers"}
OTHERS = {"affiliates", "business-partners", "advertisers", "data-brokers", "social-networks"}
BY_LAW = {"government", "successors"}

BY_YOURSELF = ("settings", "delete your account", "deleting your account", "log in", "logging in", "yourself",
               "click", "in your account", "your profile", "control panel", "automatic", "dashboard")
ONLY = ("only ", "not ", "never", "unless", "forced", "except")
COMPELLED = ("court", "subpoena", "warrant", "forced", "compel", "required by law", "legally required")
TELLS = ("notif", "announc", "alert", "inform", "notice")
VERSIONS = ("previous version", "prior version", "earlier version", "archive", "change log", "changelog")


class Reading:
    """What of an analysis the twelve questions look at."""

    def __init__(self, analysis):
        self.answers = {answer["id"]: answer for answer in analysis["answers"]}
        self.findings = {finding["id"]: finding for finding in analysis["findings"]}
        self.statements = analysis["statements"]

    def level(self, question):
        level = self.answers[question]["level"]
        return -1 if level is None else level

    def state(self, question):
        return self.answers[question]["state"]

    def has(self, *findings):
        return any(finding in self.findings for finding in findings)

    def count(self, finding):
        return len(self.findings[finding]["evidence"]) if finding in self.findings else 0

    def says(self, questions, words):
        """Whether what we cite for one of the questions has one of the words."""
        quotes = " ".join(evidence["quote"].lower() for question in questions
                          for evidence in self.answers[question]["evidence"])
        return any(word in quotes for word in words)

    def affirmed(self):
        return [statement for statement in self.statements if statement["polarity"] == "affirmed"]

    def recipients(self):
        return {recipient for statement in self.affirmed() for recipient in statement["recipients"]}


def answer_marketing(reading):
    markets = any("marketing" in statement["purposes"] for statement in reading.affirmed())
    if markets and reading.has("OPT_OUT_MKT"):
        return "yes-opt-out"
    tracked = 0 <= reading.level("P4") <= 0.3 and reading.has("TRACK_ADS", "SHARE_MKT_3P")
    if not tracked and reading.level("P2") not in (0, 0.35):
        return "yes-opt-in" if reading.has("OPT_IN") and reading.has("TRACK_ADS") else "no"
    if reading.has("OPT_OUT_MKT") or reading.level("P2") == 0.35 or reading.level("P4") == 0.3:
        return "yes-opt-out"
    return "yes"


def answer_breaches(reading):
    return {1: "yes-72", 0.8: "eventually", 0.4: "eventually"}.get(reading.level("P12"), "no")


def answer_reasons(reading):
    if reading.state("T5") == "partial":
        return "yes" if any(statement["purposes"] for statement in reading.statements) else "somewhat"
    return "yes" if reading.state("T5") == "present" else "no"


def answer_deletion(reading):
    if reading.level("P8") <= 0:
        return "no"
    return "yes-automated" if reading.says(["P8"], BY_YOURSELF) else "yes-contact"


def answer_history(reading):
    if reading.says(["T17", "T18", "P14"], VERSIONS):
        return "yes"
    return "last-modified" if reading.state("T18") == "present" or reading.says(["T17"], [" date"]) else "no"


def answer_authorities(reading):
    if reading.level("P13") == 1:
        sources = ["P13", "T8"]
        return "strict" if reading.says(sources, ONLY) and reading.says(sources, COMPELLED) else "reasonable"
    return {0.5: "reasonable", 0.3: "reasonable", 0: "always"}.get(reading.level("P13"), "unspecified")


def answer_list(reading):
    if reading.state("T3") == "absent":
        return "no"
    is_list = reading.state("T3") == "present" or len(reading.answers["T3"]["evidence"]) > 1
    return "generally" if is_list else "summarily"


def answer_other_uses(reading):
    if reading.level("P10") == 1:
        return "opt-in"
    return "opt-out-some" if reading.state("T13") in ("present", "partial") or reading.level("P10") > 0 else "no"


def answer_revisions(reading):
    if reading.level("P14") >= 0.5 or reading.has("CHANGE_NOTIFY_DIRECT"):
        return "yes"
    return "yes" if reading.state("T17") == "present" and reading.says(["T17"], TELLS) else "no"


def answer_security(reading):
    if reading.level("P11") == 1:
        return "yes-audits"
    if reading.level("P11") == 0.75 and reading.count("SEC_SPECIFIC") > 2:
        return "yes"
    return "somewhat" if reading.level("P11") > 0 else "no"


def answer_access(reading):
    recipients = reading.recipients()
    denied = any(statement["action"] in ("share", "sell") and statement["polarity"] != "affirmed"
                 for statement in reading.statements)
    if denied and not recipients - BY_LAW and not reading.has("SHARE_MKT_3P", "TRACK_ADS", "ANALYTICS_3P"):
        return "no"
    if recipients & OTHERS or reading.has("SHARE_MKT_3P", "TRACK_ADS"):
        return "yes-unspecified"
    return "yes-unspecified-critical" if recipients & CRITICAL else "yes-unspecified"


def answer_collection(reading):
    if reading.has("FROM_THIRD_PARTIES"):
        permitted = reading.findings["FROM_THIRD_PARTIES"]["severity"] == "note"
        return "critical-only" if permitted else "yes"
    by_others = any(statement["action"] in ("collect", "track") and statement["subject"] == "third-party"
                    for statement in reading.affirmed())
    return "yes" if by_others or reading.has("ANALYTICS_3P", "TRACK_ADS") else "no"


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


def count_pairs(options, products):
    """For each question, how often which answer was given and which is ours."""
    documents = list(list_documents(products))
    pairs = {question: Counter() for question in QUESTIONS}
    for document, analysis in zip(documents, analyze_documents(options.cli, documents, "--no-text")):
        question, given = document["name"].split("=")
        if "error" not in analysis:
            pairs[question][given, QUESTIONS[question](Reading(analysis))] += 1
    return pairs


def find_majority(counts):
    given = Counter()
    for (value, _), n in counts.items():
        given[value] += n
    return given.most_common(1)[0]


def share_agreed(counts):
    return ratio(sum(n for (value, ours), n in counts.items() if value == ours), sum(counts.values()))


def mean(values):
    return ratio(sum(values), len(values))


def main():
    options = read_options(__doc__, confusion="any value: print every pair of answers")
    floors = Floors(options)
    products = sorted(read_lines(options.shared / "corpora/privacyspy/products.jsonl"), key=lambda row: row["slug"])
    built_on, aside = (count_pairs(options, products[half::2]) for half in (0, 1))

    rows = []
    for question in QUESTIONS:
        counts = built_on[question] + aside[question]
        majority, n = find_majority(counts)
        rows.append([question, sum(counts.values()), share_agreed(built_on[question]),
                     share_agreed(aside[question]), share_agreed(counts), ratio(n, sum(counts.values())), majority])
    print_table(["question", "answers", "agreement, built on", "agreement, kept aside", "agreement, all",
                 "majority", "the majority answer"], rows)
    agreed, kept_aside, of_majority = (mean([row[i] for row in rows]) for i in (4, 3, 5))
    print(f"Mean agreement {agreed:.3f} (kept aside {kept_aside:.3f}), of the majority answers {of_majority:.3f}.")
    floors.demand("mean agreement", agreed, FLOOR_OF_THE_MEAN)
    if options.confusion:
        for question in QUESTIONS:
            print(question, dict(built_on[question] + aside[question]))
    floors.finish()


if __name__ == "__main__":
    main()
