#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dashboard for terminals."""

import os
import pty
import re
import select
import subprocess
import unicodedata

from clitest import CLI, CliTestCase, DONE, FIXTURES, main, run

ACORN = FIXTURES / "acorn.html"
ESCAPE = re.compile("\033\\[[0-9;]*m")


def count_columns(line):
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in line)
    return len(line) + wide - sum(unicodedata.combining(c) != 0 for c in line)


def run_on_terminal(*arguments, environment=None, columns=80):
    """What a terminal of so many columns would be sent."""
    leader, follower = pty.openpty()
    import fcntl, struct, termios
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    process = subprocess.Popen([CLI, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=follower,
                               stderr=subprocess.DEVNULL,
                               env={**os.environ, "TERM": "xterm", "NO_COLOR": "", **(environment or {})})
    os.close(follower)
    sent = b""
    while select.select([leader], [], [], 10)[0]:
        try:
            piece = os.read(leader, 65536)
        except OSError:
            break
        if not piece:
            break
        sent += piece
    os.close(leader)
    process.wait(timeout=10)
    return sent.decode()


class Text(CliTestCase):
    def test_it_says_what_the_analysis_says(self):
        analysis = self.analyze(ACORN)
        result = run("analyze", ACORN)
        self.assert_exit(result, DONE)
        text = " ".join(result.stdout.decode().split())
        self.assertIn(analysis["source"]["title"], text)
        self.assertIn(f"Grade {analysis['scores']['grade']}", text)
        for name in "Transparency", "Protection", "Clarity":
            self.assertIn(name, text)
        self.assertIn("is not legal advice", text)
        for finding in analysis["findings"]:
            if finding["severity"] in ("critical", "serious", "caution", "good"):
                self.assertIn(finding["title"], text)

    def test_a_text_without_a_grade_gets_no_scores_either(self):
        text = run("analyze", FIXTURES / "short.txt").stdout.decode()
        self.assertIn("No grade", text)
        self.assertNotIn("Clarity", text)
        self.assertNotIn("How the scores come about", text)

    def test_no_line_is_wider_than_asked(self):
        for path in self.list_fixtures():
            for line in run("analyze", path).stdout.decode().splitlines():
                self.assertLessEqual(count_columns(line), 80, line)

    def test_a_narrow_terminal_gets_narrow_lines(self):
        for columns in 40, 60, 100:
            text = ESCAPE.sub("", run_on_terminal("analyze", ACORN, columns=columns))
            widest = max(count_columns(line) for line in text.splitlines())
            self.assertLessEqual(widest, columns)
            self.assertGreater(widest, columns - 15)

    def test_colours_only_on_terminals_that_want_them(self):
        self.assertNotIn(b"\033", run("analyze", ACORN).stdout)
        self.assertIn("\033[", run_on_terminal("analyze", ACORN))
        self.assertNotIn("\033", run_on_terminal("analyze", "--no-color", ACORN))
        self.assertNotIn("\033", run_on_terminal("analyze", ACORN, environment={"NO_COLOR": "1"}))
        self.assertNotIn("\033", run_on_terminal("analyze", ACORN, environment={"TERM": "dumb"}))

    def test_a_document_cannot_speak_to_the_terminal(self):
        hostile = "# Privacy \033]0;owned\007 \u202epolicy\n\nWe sell your data to \033[2Janyone.\n" * 3
        path = self.write("hostile.md", hostile)
        text = run("analyze", path).stdout.decode()
        self.assertNotIn("\033", text)
        self.assertNotIn("\007", text)
        self.assertNotIn("\u202e", text)

    def test_an_extract_is_set_for_reading_on_a_terminal_only(self):
        page = self.write("page.html", "<nav><a href=/>Home</a></nav><main><h1>Privacy</h1><p>We note:</p>"
                          "<ul><li>your name, which is long enough to be broken over two lines</ul></main>")
        shown = run_on_terminal("extract", page, columns=40)
        self.assertIn("[1 line around the policy, not judged]", shown)
        self.assertIn("We note:\n  • your name, which is long enough to\n    be broken", ESCAPE.sub("", shown).replace("\r", ""))
        self.assertNotIn("Home", shown)
        self.assertEqual(run("extract", page).stdout.decode().split("\n")[0], "Home")
        self.assertIn("Home", run_on_terminal("extract", "--format", "text", page))

    def test_a_pdf_is_not_sent_to_a_terminal(self):
        self.assertEqual(run_on_terminal("analyze", "--format", "pdf", ACORN), "")


if __name__ == "__main__":
    main()
