#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Legal packs: what is said of what laws want said, item by item, and never a verdict."""

import json
import re
import unittest
from pathlib import Path

import clitest
from clitest import DONE, USAGE, CliTestCase, read_schema, run

FIXTURES = clitest.FIXTURES.parent / "packs"
ROOT = Path(__file__).resolve().parents[2]
PACKS = ["gdpr", "ccpa", "caloppa", "coppa", "lgpd", "pipeda", "vcdpa"]
PRESENT, PARTIAL, ABSENT, SPARED = "present", "partial", "absent", "not-applicable"

# A policy that says nearly all that the GDPR wants said, of our own writing.
HAZELWOOD = dict.fromkeys([f"G{n}" for n in range(1, 25)], PRESENT)

# A Californian shop: nothing on sensitive data, on keeping and on metrics; no word on plain language.
MARIGOLD = {
    "ccpa": {**dict.fromkeys([f"CCPA{n}" for n in range(1, 18)], PRESENT),
             "CCPA7": SPARED, "CCPA8": ABSENT, "CCPA16": SPARED, "CCPA17": SPARED},
    "caloppa": dict.fromkeys([f"CALOPPA{n}" for n in range(1, 7)], PRESENT),
}

# Words of a verdict, which the program never gives.
VERDICTS = re.compile(r"complian|comply with the law|violat|illegal|unlawful|infring|breach of|unenforceable|"
                      r"\bsafe\b|you can trust", re.IGNORECASE)


def list_texts(node):
    """All texts below a node that people see."""
    if isinstance(node, dict):
        for member, value in node.items():
            if member not in ("words", "except", "of", "when", "applies_when", "sets", "match", "unless"):
                yield from list_texts(value)
    elif isinstance(node, list):
        for item in node:
            yield from list_texts(item)
    elif isinstance(node, str):
        yield node


class Packs(CliTestCase):
    def get_packs(self, text, *options):
        path = self.write("policy.md", text)
        return {pack["id"]: pack for pack in self.analyze(path, *options)["packs"]}

    def check_states(self, pack, expected):
        states = {item["id"]: item["state"] for item in pack["items"]}
        self.assertEqual({i: s for i, s in states.items() if s != expected[i]},
                         {}, "expected otherwise")
        self.assertEqual(list(states), list(expected))

    def test_a_rich_policy_says_what_the_gdpr_wants_said(self):
        packs = {pack["id"]: pack for pack in self.analyze(FIXTURES / "hazelwood.md")["packs"]}
        self.assertEqual(list(packs), ["gdpr"])
        self.assertEqual(packs["gdpr"]["suggested"], "mentions the GDPR once")
        self.assertIs(packs["gdpr"]["in_force"], True)
        self.check_states(packs["gdpr"], HAZELWOOD)

    def test_each_sentence_carries_its_item(self):
        text = (FIXTURES / "hazelwood.md").read_text()
        for sentence, item, state in [
                ("- You have the right to obtain a copy of your personal data.\n", "G10", ABSENT),
                ("- You have the right to have inaccurate data corrected.\n", "G11", ABSENT),
                ("- You can ask us to erase your data.\n", "G12", ABSENT),
                ("- You can ask us to restrict the processing of your data.\n", "G13", ABSENT),
                ("- You have the right to object to the processing of your data.\n", "G14", ABSENT),
                ("- You have the right to receive your data in a machine-readable format.\n", "G15", ABSENT),
                ("You can lodge a complaint with the supervisory authority of your country.", "G17", ABSENT),
                ("We do not use automated decision-making.", "G19", SPARED),
                (" and free of charge", "G24", PARTIAL)]:
            with self.subTest(item):
                self.assertIn(sentence, text)
                items = self.get_packs(text.replace(sentence, ""))["gdpr"]["items"]
                self.assertEqual([i["state"] for i in items if i["id"] == item], [state])

    def test_a_negative_statement_counts(self):
        text = (FIXTURES / "hazelwood.md").read_text()
        start, end = text.index("We transfer data to the United"), text.index("\n\n## How long")
        text = text[:start] + "We do not transfer data outside the European Union." + text[end:]
        items = self.get_packs(text)["gdpr"]["items"]
        self.assertEqual(items[7]["state"], PRESENT)
        self.assertIn("do not transfer", items[7]["evidence"][0]["quote"])

    def test_headings_definitions_and_introductions_are_no_evidence(self):
        packs = self.get_packs("# Privacy notice\n\nThis notice describes how you can access your personal data "
                               "and how you can object.\n\n## Right to data portability\n\n"
                               "## Right to restriction of processing\n\nThe GDPR is a law of the EU.\n")
        states = {item["id"]: item["state"] for item in packs["gdpr"]["items"]}
        self.assertEqual({i: states[i] for i in ("G10", "G13", "G15")},
                         dict.fromkeys(("G10", "G13", "G15"), ABSENT))

    def test_a_californian_policy(self):
        packs = {pack["id"]: pack for pack in self.analyze(FIXTURES / "marigold.md")["packs"]}
        self.assertEqual(list(packs), ["ccpa", "caloppa"])
        for pack, expected in MARIGOLD.items():
            with self.subTest(pack):
                self.assertEqual(packs[pack]["suggested"], "mentions California once")
                self.check_states(packs[pack], expected)

    def test_a_refusal_answers_do_not_track(self):
        packs = {pack["id"]: pack for pack in self.analyze(FIXTURES / "marigold.md")["packs"]}
        self.assertIn("do not respond", packs["caloppa"]["items"][4]["evidence"][0]["quote"])

    def test_the_notice_of_coppa_is_for_services_for_children(self):
        denial = ("# Privacy\n\nWe do not knowingly collect data from children under 13. We collect your name and "
                  "e-mail address to answer you.\n")
        states = [item["state"] for item in self.get_packs(denial)["coppa"]["items"]]
        self.assertEqual(states, [PRESENT] + [SPARED] * 7)
        service = ("# Privacy\n\nOur games are made for children. We collect a nickname and an e-mail address from "
                   "children. Children cannot post anything that is public. A parent can review the data of the "
                   "child, have them deleted and refuse further collection; write to Paper Boat Games Ltd., "
                   "4 Pond Lane, or to parents@paperboat.example.\n")
        items = {item["id"]: item["state"] for item in self.get_packs(service)["coppa"]["items"]}
        self.assertEqual({i: items[i] for i in ("COPPA1", "COPPA2", "COPPA3", "COPPA5")},
                         dict.fromkeys(("COPPA1", "COPPA2", "COPPA3", "COPPA5"), PRESENT))

    def test_what_is_not_found_shows_what_came_nearest(self):
        items = {i["id"]: i for i in self.get_packs("# Privacy\n\nYou may object to the use of your data. We "
                                                    "follow the GDPR.\n")["gdpr"]["items"]}
        self.assertEqual(items["G13"]["state"], ABSENT)
        self.assertIn("object", items["G13"]["near_miss"]["evidence"][0]["quote"])
        self.assertIn("restrict", items["G13"]["near_miss"]["reason"])

    def test_a_law_that_came_later_is_said_to(self):
        text = "# Privacy\n\nLast updated: 4 May 2016\n\nWe follow the GDPR. We sell nothing.\n"
        self.assertIs(self.get_packs(text)["gdpr"]["in_force"], False)
        self.assertIs(self.get_packs(text.replace("2016", "2019"))["gdpr"]["in_force"], True)
        undated = text.replace("Last updated: 4 May 2016\n\n", "")
        self.assertIsNone(self.get_packs(undated)["gdpr"]["in_force"])

    def test_packs_that_are_asked_for_join_those_that_the_text_hints_at(self):
        for name in "hazelwood.md", "marigold.md":
            alone = {p["id"]: p for p in self.analyze(FIXTURES / name)["packs"]}
            every = {p["id"]: p for p in self.analyze(FIXTURES / name, "--pack", ",".join(PACKS))["packs"]}
            self.assertEqual(set(every), set(PACKS))
            for pack in every.values():
                self.assertEqual(pack["suggested"] is not None, pack["id"] in alone)
            self.assertEqual(alone, {i: every[i] for i in alone})

    def test_counts_quotes_and_notes_hold_together(self):
        for name in "hazelwood.md", "marigold.md":
            analysis = self.analyze(FIXTURES / name, "--pack", ",".join(PACKS))
            for pack in analysis["packs"]:
                states = [item["state"] for item in pack["items"]]
                for state in PRESENT, PARTIAL, ABSENT, SPARED:
                    self.assertEqual(pack[state.replace("-", "_")], states.count(state))
                for item in pack["items"]:
                    self.assertEqual(bool(item["evidence"]), item["state"] in (PRESENT, PARTIAL), item["id"])
                    self.assertTrue(item["note"] or item["state"] in (PRESENT, ABSENT), item["id"])
                    self.assertTrue(item["near_miss"] is None or item["state"] == ABSENT, item["id"])
                    for quote in item["evidence"]:
                        self.assertEqual(quote["quote"], analysis["text"][quote["start"]:quote["end"]])

    def test_packs_change_no_score(self):
        path = FIXTURES / "marigold.md"
        plain, packed = self.analyze(path), self.analyze(path, "--pack", ",".join(PACKS))
        del plain["packs"], packed["packs"]
        self.assertEqual(plain, packed)

    def test_a_text_that_the_rules_cannot_read_has_none(self):
        self.assertEqual(self.analyze(clitest.FIXTURES / "german.txt", "--pack", "gdpr")["packs"], [])

    def test_the_terminal_shows_the_bar_what_is_missing_and_the_caution(self):
        text = run("analyze", "--pack", "coppa", FIXTURES / "marigold.md").stdout.decode()
        self.assertIn("Coverage: CCPA and CPRA (California)", text)
        self.assertIn("Suggested, because the text mentions California once.", text)
        self.assertIn("How long each category is kept (1798.100; 11 CCR 7012(e)(4))", text)
        self.assertIn("Nothing in the text points to this law", text)
        self.assertEqual(text.count("What the text mentions. Not a legal opinion."), 3)


class Knowledge(CliTestCase):
    files = sorted((ROOT / "data" / "knowledge" / "packs").glob("*.json"))

    def test_every_file_matches_the_schema(self):
        validator = read_schema("pack")
        self.assertEqual({path.stem for path in self.files}, set(PACKS) | {"packs"})
        for path in self.files:
            if path.stem != "packs":
                with self.subTest(path.name):
                    errors = [e.message for e in validator.iter_errors(json.loads(path.read_text()))]
                    self.assertEqual(errors, [])

    def test_every_item_names_where_it_was_read(self):
        rubric = json.loads(run("rubric", "--format", "json").stdout)
        self.assertEqual([pack["id"] for pack in rubric["packs"]], PACKS)
        for pack in rubric["packs"]:
            self.assertTrue(pack["source"])
            for item in pack["items"]:
                self.assertTrue(item["source"] and item["article"] and item["looked_for"], item["id"])

    def test_no_verdict_is_given(self):
        for path in self.files + [ROOT / "data" / "knowledge" / "pack-detectors.json"]:
            for text in list_texts(json.loads(path.read_text())):
                self.assertIsNone(VERDICTS.search(text), f"{path.name}: {text}")
        for path in sorted((ROOT / "src" / "core").rglob("sp-*pack*.c")):
            for text in re.findall(r'_\("((?:[^"\\]|\\.)*)"', path.read_text()):
                self.assertIsNone(VERDICTS.search(text), f"{path.name}: {text}")

    def test_rubric_prints_all_items_for_reading(self):
        rubric = json.loads(run("rubric", "--format", "json").stdout)
        for form in "text", "markdown":
            printed = " ".join(run("rubric", "--format", form).stdout.decode().split())
            for pack in rubric["packs"]:
                self.assertIn(pack["title"], printed)
                for item in pack["items"]:
                    self.assertRegex(printed, rf"\b{item['id']}\b")


class OwnPacks(CliTestCase):
    def setUp(self):
        super().setUp()
        (self.folder / "smallprint" / "packs").mkdir(parents=True)
        self.environment = {"XDG_DATA_HOME": str(self.folder)}

    def add(self, name, **changes):
        pack = {"version": "1", "id": "ohio", "title": "Ohio Act", "source": "Ohio Code 1", "in_force_from": "2020-01-01",
                "hints": [{"title": "Ohio", "words": ["Ohio"]}],
                "items": [{"id": "OHIO1", "article": "1", "title": "Contact", "looked_for": "a contact",
                           "source": "Ohio Code 1", "rules": [{"state": "present", "when": "CONTACT_DETAILS"}]}]}
        pack.update(changes)
        self.write(f"smallprint/packs/{name}", json.dumps(pack))

    def analyze_own(self, text, *options):
        path = self.write("policy.md", text)
        return run("analyze", "--format", "json", *options, path, environment=self.environment)

    def test_are_used_like_those_of_the_program(self):
        self.add("ohio.json")
        result = self.analyze_own("# Privacy\n\nPeople in Ohio write to info@elm.example.\n")
        self.assert_exit(result, DONE)
        pack = json.loads(result.stdout)["packs"][0]
        self.assertEqual((pack["id"], pack["suggested"], pack["present"]), ("ohio", "mentions Ohio once", 1))
        asked = self.analyze_own("# Privacy\n\nIf you have questions about your data, please write to "
                                 "info@elm.example.\n", "--pack", "ohio")
        self.assertIsNone(json.loads(asked.stdout)["packs"][0]["suggested"])

    def test_a_wrong_one_is_named_and_left_out(self):
        self.add("bad.json", items=[{"id": "OHIO1", "article": "1", "title": "t", "looked_for": "l", "source": "s",
                                     "rules": [{"state": "present", "when": "CONTAKT"}]}])
        self.add("good.json", id="texas")
        self.write("smallprint/packs/notes.txt", "no pack")
        result = self.analyze_own("# Privacy\n\nIf you have questions about your data, please write to "
                                  "info@elm.example.\n", "--pack", "texas")
        self.assert_exit(result, DONE)
        for word in "bad.json", "OHIO1", "CONTAKT":
            self.assertIn(word, result.stderr.decode())
        self.assertEqual([pack["id"] for pack in json.loads(result.stdout)["packs"]], ["texas"])
        refused = self.analyze_own("# Privacy\n", "--pack", "ohio")
        self.assert_exit(refused, USAGE)
        self.assertIn("vcdpa, texas", refused.stderr.decode())


if __name__ == "__main__":
    clitest.main()
