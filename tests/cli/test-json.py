#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The analysis as JSON: the schema holds, quotes and scores can be checked, the bytes are stable."""

import hashlib
import json
import math
import unittest

from clitest import BELOW, CliTestCase, DONE, FIXTURES, LABELS, list_seeds, main, read_schema, run


def walk(value):
    """Every object inside a JSON value."""
    if isinstance(value, dict):
        yield value
        for child in value.values():
            yield from walk(child)
    elif isinstance(value, list):
        for child in value:
            yield from walk(child)


class Analysis(CliTestCase):
    """Checks that hold for any policy; run on our own and, where they are, on the seeds."""

    def check_schema(self, analysis):
        errors = [f"{e.json_path}: {e.message}" for e in read_schema("analysis").iter_errors(analysis)]
        self.assertEqual(errors, [])

    def check_quotes(self, analysis):
        text = analysis["text"]
        quotes = [item for item in walk(analysis) if "quote" in item]
        for item in quotes:
            self.assertEqual(item["quote"], text[item["start"]:item["end"]])
            segment = analysis["segments"][item["segment"]]
            self.assertLessEqual(segment["start"], item["start"])
            self.assertLessEqual(item["end"], segment["end"])
        self.assertEqual(hashlib.sha256(text.encode()).hexdigest(), analysis["text_sha256"])

    def check_segments(self, analysis):
        end = 0
        for number, segment in enumerate(analysis["segments"]):
            self.assertEqual(segment["id"], number)
            self.assertGreaterEqual(segment["start"], end)
            self.assertGreater(segment["end"], segment["start"])
            end = segment["end"]
        self.assertLessEqual(end, len(analysis["text"]))

    def check_scores(self, analysis):
        scores = analysis["scores"]
        if scores["overall"] is None:
            self.assertIsNone(scores["grade"])
        for dimension in "transparency", "protection", "clarity":
            answers = [answer for answer in analysis["answers"]
                       if answer["dimension"] == dimension and answer["state"] != "not-applicable"]
            weight = sum(answer["weight"] for answer in answers)
            if scores[dimension] is None:
                self.assertIsNone(scores["grade"])
                continue
            value = 100 * sum(answer["points"] for answer in answers) / weight
            self.assertEqual(scores[dimension], math.floor(value * 10 + 0.5 + 1e-6) / 10, dimension)
        if scores["overall"] is not None:
            overall = (0.35 * scores["transparency"] + 0.45 * scores["protection"]
                       + 0.20 * scores["clarity"])
            self.assertAlmostEqual(scores["overall"], overall, delta=0.11)

    def check_points(self, analysis):
        for answer in analysis["answers"]:
            if answer["level"] is not None:
                self.assertAlmostEqual(answer["points"], answer["weight"] * answer["level"], places=4)
            elif answer["state"] == "unknown" and analysis["scores"]["protection"] is not None:
                self.assertAlmostEqual(answer["points"], answer["weight"] / 4, places=4)
            else:
                self.assertEqual(answer["points"], 0)

    def check_all(self, analysis):
        self.check_schema(analysis)
        self.check_quotes(analysis)
        self.check_segments(analysis)
        self.check_scores(analysis)
        self.check_points(analysis)

    def test_our_policies(self):
        for path in self.list_fixtures():
            with self.subTest(path.name):
                self.check_all(self.analyze(path))

    @unittest.skipUnless(list_seeds(), "the seeds are not here")
    def test_the_seeds(self):
        for path in list_seeds():
            with self.subTest(path.name):
                self.check_all(self.analyze(path))

    def test_characters_beyond_the_first_plane_count_as_one(self):
        analysis = self.analyze(FIXTURES / "acorn.html")
        nut = analysis["text"].index("🌰")
        after = [segment for segment in analysis["segments"] if segment["start"] > nut]
        self.assertTrue(after)
        self.assertTrue(any(analysis["text"][s["start"]:s["end"]].startswith("Security") for s in after))

    def test_members_stand_in_the_order_of_the_contract(self):
        analysis = self.analyze(FIXTURES / "acorn.html")
        self.assertEqual(list(analysis), [
            "schema", "generator", "source", "facts", "text", "text_sha256", "diagnostics", "stats",
            "segments", "statements", "findings", "contradictions", "answers", "data_map", "packs",
            "scores", "summary", "review"])
        self.assertEqual(list(analysis["scores"]), [
            "transparency", "protection", "protection_low", "protection_high", "clarity", "overall",
            "grade", "grade_uncertain", "grade_note", "answered_share", "confidence", "caps"])

    def test_a_policy_gets_a_grade_and_findings(self):
        analysis = self.analyze(FIXTURES / "acorn.html")
        self.assertEqual(analysis["source"]["name"], "acorn.html")
        self.assertEqual(analysis["source"]["language"], "en")
        self.assertIn(analysis["scores"]["grade"], list("ABCDE"))
        self.assertTrue(analysis["findings"])
        self.assertTrue(analysis["summary"])
        self.assertLess(analysis["scores"]["overall"],
                        self.analyze(FIXTURES / "bluebell.md")["scores"]["overall"])

    def test_purposes_beside_no_verb_of_a_practice_are_said_only_where_the_clause_speaks_of_use(self):
        guessed, silent = (self.analyze(self.write("purposes.txt", sentence))["statements"] for sentence in (
            "This makes it possible to understand how visitors find the site, and helps to improve the site.",
            "You can write to our data protection officer to improve the site."))
        self.assertEqual([(s["action"], s["data"], s["purposes"], s["confidence"]) for s in guessed],
                         [("use", [], ["analytics", "improve"], 0.4)])
        self.assertEqual(silent, [])

    def test_texts_that_cannot_be_judged_get_no_grade_but_a_reason(self):
        for name in "german.txt", "short.txt":
            with self.subTest(name):
                analysis = self.analyze(FIXTURES / name)
                self.assertIsNone(analysis["scores"]["grade"])
                self.assertTrue(analysis["scores"]["grade_note"])
                self.assertTrue(analysis["text"])

    def test_without_text_all_but_the_text_is_the_same(self):
        whole = self.analyze(FIXTURES / "acorn.html")
        short = self.analyze(FIXTURES / "acorn.html", "--no-text")
        del whole["text"]
        self.assertEqual(short, whole)
        self.check_schema(short)


class Review(CliTestCase):
    """A reader's view beside the program's own."""

    REVIEW = {"schema": "smallprint.review/1"}
    PROFILE = {"schema": "smallprint.profile/1"}

    def review(self, review=None, profile=None, options=()):
        arguments = list(options)
        for name, content in ("review", review), ("profile", profile):
            if content is not None:
                arguments += [f"--{name}", self.write(f"{name}.json", json.dumps(content))]
        return self.analyze(FIXTURES / "acorn.html", *arguments)

    def test_both_values_are_told(self):
        plain = self.analyze(FIXTURES / "acorn.html")
        finding = plain["findings"][0]["id"]
        reviewed = self.review({**self.REVIEW, "dismissed": [finding]},
                               {**self.PROFILE, "emphasis": {"C1": 0, "P1": 2}})
        read_schema("analysis").validate(reviewed)
        review = reviewed.pop("review")
        plain.pop("review")
        self.assertEqual(reviewed, plain)
        self.assertEqual(review["dismissed"], [finding])
        self.assertEqual(review["profile"]["emphasis"], {"C1": 0, "P1": 2})
        self.assertNotEqual(review["scores"]["overall"], plain["scores"]["overall"])
        for dimension in "transparency", "protection", "clarity":
            rows = [row for row in review["answers"] if row["id"][0] == dimension[0].upper()
                    and row["state"] != "not-applicable"]
            self.assertAlmostEqual(
                review["scores"][dimension],
                100 * sum(row["points"] for row in rows) / sum(row["weight"] for row in rows), delta=0.051)

    def test_corrected_tags_stand_at_their_clause_and_lost_places_apart(self):
        plain = self.analyze(FIXTURES / "acorn.html")
        segment = next(s for s in plain["segments"] if s["tags"])
        place = {"start": segment["start"] + 5, "end": segment["end"] + 5,
                 "quote": plain["text"][segment["start"]:segment["end"]], "labels": ["contact"]}
        lost = {"start": 0, "end": 9, "quote": "Nowhere said", "labels": []}
        reviewed = self.review({**self.REVIEW, "corrected": [place, lost]})
        read_schema("analysis").validate(reviewed)
        self.assertEqual(reviewed["segments"][segment["id"]]["corrected"], ["contact"])
        self.assertEqual(reviewed["review"]["corrected"],
                         [{**place, "start": segment["start"], "end": segment["end"]}])
        self.assertEqual(reviewed["review"]["unplaced"], [lost])

    def test_the_exit_status_goes_by_the_review(self):
        plain = self.analyze(FIXTURES / "acorn.html")
        grave = [f["id"] for f in plain["findings"] if f["severity"] in ("critical", "serious")]
        self.assertTrue(grave)
        path = self.write("review.json", json.dumps({**self.REVIEW, "dismissed": grave}))
        command = ["analyze", "--fail-on", "serious", FIXTURES / "acorn.html"]
        self.assert_exit(run(*command), BELOW)
        self.assert_exit(run(*command, "--review", path), DONE)

    def test_what_is_no_review_is_refused(self):
        for option in "--review", "--profile":
            broken = self.write("broken.json", "{}")
            self.assert_refused(run("analyze", option, broken, FIXTURES / "acorn.html"), "schema")
            self.assert_refused(run("analyze", option, self.folder / "none", FIXTURES / "acorn.html"), "none")

    def test_an_unknown_question_of_a_profile_is_told(self):
        path = self.write("profile.json", json.dumps({**self.PROFILE, "emphasis": {"P99": 2}}))
        result = run("analyze", "--profile", path, FIXTURES / "acorn.html")
        self.assert_exit(result, DONE)
        self.assertIn("P99", result.stderr.decode())

    def test_people_are_shown_both_values(self):
        path = self.write("profile.json", json.dumps(
            {**self.PROFILE, "weights": {"transparency": 0, "protection": 0, "clarity": 1}}))
        text = run("analyze", "--profile", path, FIXTURES / "acorn.html").stdout.decode()
        self.assertIn("As reviewed: Grade", text)
        self.assertIn("as analysed", text)


class Bytes(CliTestCase):
    """The same input gives the same bytes."""

    def list_outputs(self, form):
        paths = self.list_fixtures()
        plain = ["analyze", "--format", form, *paths]
        environments = [{}, {"LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
                        {"LC_ALL": "de_DE.UTF-8", "LANGUAGE": "de", "TZ": "America/St_Johns"}]
        for jobs in "1", "8":
            for environment in environments:
                result = run(*plain, "--jobs", jobs, environment=environment)
                self.assert_exit(result, DONE)
                yield result.stdout

    def test_runs_jobs_locales_and_time_zones_change_nothing(self):
        for form in "jsonl", "text":
            with self.subTest(form):
                first, *others = self.list_outputs(form)
                self.assertGreater(len(first), 1000)
                for other in others:
                    self.assertEqual(other, first)

    def test_a_path_leaves_no_trace(self):
        content = (FIXTURES / "acorn.html").read_bytes()
        here = run("analyze", "--format", "json", self.write("acorn.html", content))
        there = run("analyze", "--format", "json", FIXTURES / "acorn.html")
        self.assertEqual(here.stdout, there.stdout)
        self.assertNotIn(str(self.folder).encode(), here.stdout)

    def test_one_line_holds_what_many_lines_hold(self):
        path = FIXTURES / "bluebell.md"
        line = run("analyze", "--format", "jsonl", path).stdout
        self.assertEqual(line.count(b"\n"), 1)
        self.assertEqual(json.loads(line), self.analyze(path))


class OtherForms(CliTestCase):
    def test_extract_matches_its_schema_and_its_text(self):
        for path in self.list_fixtures():
            with self.subTest(path.name):
                result = run("extract", "--format", "json", path)
                self.assert_exit(result, DONE)
                extract = json.loads(result.stdout)
                errors = [e.message for e in read_schema("extract").iter_errors(extract)]
                self.assertEqual(errors, [])
                plain = run("extract", path).stdout.decode()
                self.assertEqual(plain, extract["text"] + "\n")
                for entry in extract["outline"]:
                    block = extract["blocks"][entry["block"]]
                    self.assertEqual(entry["title"], plain[block["start"]:block["end"]])
                self.assertEqual(extract["text"], self.analyze(path)["text"])

    def test_rubric_matches_its_schema_and_covers_every_answer(self):
        rubric = json.loads(run("rubric", "--format", "json").stdout)
        errors = [e.message for e in read_schema("rubric").iter_errors(rubric)]
        self.assertEqual(errors, [])
        analysis = self.analyze(FIXTURES / "acorn.html")
        weights = {question["id"]: question["weight"] for question in rubric["questions"]}
        self.assertEqual({answer["id"]: answer["weight"] for answer in analysis["answers"]}, weights)
        sources = {finding["id"]: finding["source"] for finding in rubric["findings"]}
        for finding in analysis["findings"]:
            self.assertTrue(sources[finding["id"]])

    def test_rubric_for_reading_names_everything(self):
        rubric = json.loads(run("rubric", "--format", "json").stdout)
        for form in "text", "markdown":
            printed = run("rubric", "--format", form).stdout.decode()
            for row in rubric["questions"] + rubric["findings"]:
                self.assertIn(row["id"], printed)

    def test_labels_of_the_schema_are_those_of_the_tagger(self):
        schema = json.loads(run("schema").stdout)
        self.assertEqual(schema["$defs"]["label"]["enum"], LABELS)


if __name__ == "__main__":
    main()
