#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The library from a terminal."""

import json

from clitest import CliTestCase, DONE, FIXTURES, INPUT, PARTLY, main, read_schema, run

ACORN = FIXTURES / "acorn.html"
BLUEBELL = FIXTURES / "bluebell.md"


class Library(CliTestCase):
    def library(self, *arguments, status=DONE):
        result = run("library", "--library", self.folder / "library.db", *arguments)
        self.assert_exit(result, status)
        return result.stdout.decode()

    def json(self, *arguments):
        answer = json.loads(self.library("--format", "json", *arguments))
        read_schema("library").validate(answer)
        return answer

    def test_begins_empty(self):
        self.assertEqual(self.json("list")["policies"], [])
        self.assertEqual(self.library("list"), "")

    def test_lists_what_was_added_the_newest_first(self):
        added = self.json("add", ACORN, BLUEBELL)["policies"]
        self.assertEqual([p["name"] for p in added], ["acorn.html", "bluebell.md"])
        listed = self.json("list")["policies"]
        self.assertEqual(listed, added[::-1])
        self.assertIn(str(added[0]["id"]), self.library("list"))

    def test_keeps_the_same_file_once(self):
        self.library("add", ACORN)
        self.library("add", ACORN)
        self.assertEqual(len(self.json("list")["policies"]), 1)

    def test_goes_on_after_a_file_that_cannot_be_read(self):
        self.library("add", self.folder / "none.html", status=INPUT)
        self.library("add", self.folder / "none.html", ACORN, status=PARTLY)
        self.assertEqual(len(self.json("list")["policies"]), 1)

    def test_shows_what_analyze_shows(self):
        number = self.json("add", ACORN)["policies"][0]["id"]
        shown = self.library("--format", "json", "show", number)
        self.assertEqual(json.loads(shown), self.analyze(ACORN))

    def test_finds_words_and_quotes_them(self):
        self.library("add", ACORN, BLUEBELL)
        hits = self.json("search", "privacy")["hits"]
        self.assertEqual(len(hits), 2)
        self.assertTrue(all("rivacy" in h["snippet"] for h in hits))
        self.assertEqual(self.json("search", "zyzzyva")["hits"], [])
        self.assertIn("acorn", self.library("search", "acorn").lower())

    def test_exports_several_to_a_folder(self):
        numbers = [p["id"] for p in self.json("add", ACORN, BLUEBELL)["policies"]]
        out = self.folder / "out"
        self.library("--format", "json", "-o", out, "export", *numbers)
        self.assertEqual(len(list(out.iterdir())), 2)
        result = run("library", "--library", self.folder / "library.db", "export", *numbers)
        self.assert_refused(result, "-o FOLDER")

    def test_removes_for_good(self):
        number = self.json("add", ACORN)["policies"][0]["id"]
        self.library("remove", number)
        self.assertEqual(self.json("list")["policies"], [])
        self.assertEqual(self.json("search", "privacy")["hits"], [])
        self.library("remove", number, status=INPUT)
        self.library("show", number, status=INPUT)

    def test_analyze_saves_only_when_asked(self):
        path = self.folder / "library.db"
        self.analyze(ACORN)
        self.assertFalse(path.exists())
        self.analyze(ACORN, "--save", "--library", path)
        self.assertEqual(len(self.json("list")["policies"]), 1)

    def test_wrong_usage_says_what_is_there(self):
        self.assert_refused(run("library"), "add, list")
        self.assert_refused(run("library", "eat"), "eat", "search")
        self.assert_refused(run("library", "show", "x"), "number")
        self.assert_refused(run("library", "add"), "files")
        self.assert_refused(run("library", "--format", "pdf", "list"), "pdf")


main()
