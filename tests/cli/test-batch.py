#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several files, folders, documents on standard input, and where results go."""

import base64
import json

from clitest import CliTestCase, DONE, FIXTURES, INPUT, INTERNAL, PARTLY, main, run

ACORN = FIXTURES / "acorn.html"
BLUEBELL = FIXTURES / "bluebell.md"


def read_lines(result):
    return [json.loads(line) for line in result.stdout.splitlines()]


class Order(CliTestCase):
    def test_results_keep_the_order_given_whatever_fails(self):
        empty = self.write("empty.txt", "")
        missing = self.folder / "missing.txt"
        paths = [BLUEBELL, empty, ACORN, missing, BLUEBELL]
        for jobs in "1", "2", "8":
            result = run("analyze", "--format", "jsonl", "--no-text", "--jobs", jobs, *paths)
            self.assert_exit(result, PARTLY)
            lines = read_lines(result)
            self.assertEqual([line["source"]["name"] for line in lines], [path.name for path in paths])
            self.assertEqual(["error" in line for line in lines], [False, True, False, True, False])
            self.assertEqual(len(result.stderr.splitlines()), 2)

    def test_a_folder_is_walked_in_the_order_of_names(self):
        for name in "b.txt", "a.html", "sub/c.md", "sub.txt", "Z.HTM", ".hidden.txt", "notes.bin":
            path = self.folder / name
            path.parent.mkdir(exist_ok=True)
            path.write_text("Our privacy policy says that we keep your name.\n")
        result = run("analyze", "--format", "jsonl", self.folder)
        self.assert_exit(result, DONE)
        self.assertEqual([line["source"]["name"] for line in read_lines(result)],
                         ["Z.HTM", "a.html", "b.txt", "c.md", "sub.txt"])

    def test_many_files_on_many_threads(self):
        paths = self.list_fixtures() * 20
        one = run("analyze", "--format", "jsonl", "--no-text", "--jobs", "1", *paths)
        eight = run("analyze", "--format", "jsonl", "--no-text", "--jobs", "8", *paths)
        self.assert_exit(eight, DONE)
        self.assertEqual(eight.stdout.count(b"\n"), len(paths))
        self.assertEqual(one.stdout, eight.stdout)

    def test_dashboards_follow_one_another(self):
        result = run("analyze", ACORN, BLUEBELL)
        self.assert_exit(result, DONE)
        self.assertIn("Acorn Photos", result.stdout.decode())
        self.assertIn("Bluebell Notes", result.stdout.decode())


class StandardInput(CliTestCase):
    def test_a_pipe_gives_what_the_file_gives(self):
        piped = run("analyze", "--format", "json", "-", "--type", "text/html", stdin=ACORN.read_bytes())
        self.assert_exit(piped, DONE)
        by_pipe = json.loads(piped.stdout)
        by_file = self.analyze(ACORN)
        self.assertEqual(by_pipe["source"]["name"], "stdin")
        self.assertEqual(by_pipe["source"]["sha256"], by_file["source"]["sha256"])
        for member in "text_sha256", "segments", "findings", "scores":
            self.assertEqual(by_pipe[member], by_file[member])

    def test_extract_reads_a_pipe(self):
        piped = run("extract", "-", "--type", "text/html", stdin=ACORN.read_bytes())
        self.assertEqual(piped.stdout, run("extract", ACORN).stdout)

    def test_documents_come_line_by_line(self):
        html = ACORN.read_bytes()
        lines = [{"name": "a.html", "media_type": "text/html", "content": html.decode()},
                 {"name": "b.html", "media_type": "text/html",
                  "content_base64": base64.b64encode(html).decode(), "extra": [1]},
                 {"name": "c"}, {"content": "We sell data."}]
        text = "".join(json.dumps(line) + "\n" for line in lines) + "\nno json\n"
        result = run("analyze", "--documents", "--format", "jsonl", stdin=text)
        self.assert_exit(result, PARTLY)
        first, second, third, fourth, fifth = read_lines(result)
        self.assertEqual(first["scores"], self.analyze(ACORN)["scores"])
        self.assertEqual(first["text"], second["text"])
        self.assertEqual((third["source"]["name"], third["error"]["code"]), ("c", "parse"))
        self.assertEqual(fourth["source"]["name"], "line 4")
        self.assertEqual((fifth["source"]["name"], fifth["error"]["code"]), ("line 6", "parse"))

    def test_no_documents_at_all(self):
        result = run("analyze", "--documents", "--format", "jsonl")
        self.assert_exit(result, DONE)
        self.assertEqual(result.stdout, b"")


class Output(CliTestCase):
    def list_folder(self):
        return sorted(str(path.relative_to(self.folder)) for path in self.folder.rglob("*")
                      if path.is_file())

    def test_one_file_goes_to_a_file(self):
        path = self.folder / "out.json"
        result = run("analyze", "--format", "json", "-o", path, ACORN)
        self.assert_exit(result, DONE)
        self.assertEqual(result.stdout, b"")
        self.assertEqual(path.read_bytes(), run("analyze", "--format", "json", ACORN).stdout)
        self.assertEqual(self.list_folder(), ["out.json"])

    def test_one_file_goes_into_a_folder_that_is_there(self):
        self.assert_exit(run("analyze", "--format", "pdf", "-o", self.folder, ACORN), DONE)
        self.assertEqual(self.list_folder(), ["acorn.pdf"])

    def test_several_files_go_to_a_folder_that_is_made(self):
        other = self.write("acorn.txt", (FIXTURES / "plain.txt").read_bytes())
        out = self.folder / "new" / "out"
        self.assert_exit(run("analyze", "--format", "json", "-o", out, ACORN, other, BLUEBELL), DONE)
        self.assertEqual(self.list_folder(), ["acorn.txt", "new/out/acorn-2.json", "new/out/acorn.json",
                                              "new/out/bluebell.json"])
        self.assertEqual(json.loads((out / "acorn-2.json").read_text())["source"]["name"], "acorn.txt")

    def test_names_of_documents_stay_inside_the_folder(self):
        line = json.dumps({"name": "../../escape.html", "content": "We keep your name."})
        out = self.folder / "out"
        self.assert_exit(run("analyze", "--documents", "--format", "json", "-o", out, stdin=line), DONE)
        self.assertEqual(self.list_folder(), ["out/escape.json"])

    def test_lines_of_several_files_go_to_one_file(self):
        path = self.folder / "all.jsonl"
        self.assert_exit(run("analyze", "--format", "jsonl", "-o", path, ACORN, BLUEBELL), DONE)
        self.assertEqual(path.read_bytes(), run("analyze", "--format", "jsonl", ACORN, BLUEBELL).stdout)

    def test_a_failure_leaves_what_was_there(self):
        path = self.write("out.json", "precious")
        result = run("analyze", "--format", "json", "-o", path, self.folder / "missing")
        self.assert_exit(result, INPUT)
        self.assertEqual(path.read_text(), "precious")
        self.assertEqual(self.list_folder(), ["out.json"])

    def test_a_place_that_cannot_be_written_is_said(self):
        result = run("analyze", "--format", "json", "-o", self.folder / "none" / "out.json", ACORN)
        self.assert_exit(result, INTERNAL)
        self.assertIn("none", result.stderr.decode())
        self.assertEqual(self.list_folder(), [])

    def test_extract_writes_a_file_too(self):
        path = self.folder / "text.txt"
        self.assert_exit(run("extract", "-o", path, ACORN), DONE)
        self.assertEqual(path.read_bytes(), run("extract", ACORN).stdout)


if __name__ == "__main__":
    main()
