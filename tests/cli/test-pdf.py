#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The report as PDF, read back with poppler's tools."""

import shutil
import subprocess
import sys

from clitest import CliTestCase, DONE, FIXTURES, main, run

if shutil.which("pdftotext") is None or shutil.which("pdfinfo") is None:
    print("skipped: poppler-utils is not installed")
    sys.exit(77)


class Pdf(CliTestCase):
    def read_text(self, pdf):
        result = subprocess.run(["pdftotext", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True,
                                timeout=30, check=True)
        return result.stdout.decode()

    def read_info(self, pdf, *options):
        path = self.write("info.pdf", pdf)
        result = subprocess.run(["pdfinfo", *options, path], capture_output=True, timeout=30, check=True)
        return result.stdout.decode()

    def make(self, name="acorn.html"):
        result = run("analyze", "--format", "pdf", FIXTURES / name)
        self.assert_exit(result, DONE)
        self.assertTrue(result.stdout.startswith(b"%PDF-"))
        return result.stdout

    def test_two_runs_give_the_same_bytes(self):
        first = self.make()
        other = run("analyze", "--format", "pdf", FIXTURES / "acorn.html",
                    environment={"LC_ALL": "de_DE.UTF-8", "TZ": "Asia/Tokyo"})
        self.assertEqual(first, other.stdout)

    def test_it_says_what_the_analysis_says(self):
        analysis = self.analyze(FIXTURES / "acorn.html")
        text = " ".join(self.read_text(self.make()).split())
        self.assertIn(analysis["source"]["title"], text)
        self.assertIn(f"Grade {analysis['scores']['grade']}", text)
        self.assertIn(analysis["source"]["sha256"], text.replace(" ", ""))
        for finding in analysis["findings"]:
            self.assertIn(finding["title"], text)
        for answer in analysis["answers"]:
            self.assertIn(answer["id"], text)

    def test_each_page_has_the_footer_and_its_number(self):
        pdf = self.make()
        pages = self.read_text(pdf).rstrip("\f").split("\f")
        self.assertGreater(len(pages), 2)
        for number, page in enumerate(pages, 1):
            flat = " ".join(page.split())
            self.assertIn("Automated reading by fixed rules, version", flat)
            self.assertIn("It may be wrong and is not legal advice.", flat)
            self.assertIn(f"Page {number} of {len(pages)}", flat)

    def test_it_is_tagged_titled_and_undated(self):
        pdf = self.make()
        info = self.read_info(pdf)
        self.assertRegex(info, r"Tagged: +yes")
        self.assertRegex(info, r"Page size: +595\.\d+ x 841\.\d+ pts \(A4\)")
        self.assertIn("Acorn Photos", info)
        self.assertIn("2000", info)
        self.assertIn("Document", self.read_info(pdf, "-struct"))

    def test_findings_can_be_linked_to(self):
        names = self.read_info(self.make(), "-dests")
        for finding in self.analyze(FIXTURES / "acorn.html")["findings"]:
            self.assertIn(f"finding-{finding['id']}", names)

    def test_a_text_without_a_grade_gets_its_report_too(self):
        for name in "german.txt", "short.txt":
            text = self.read_text(self.make(name))
            self.assertIn("No grade", text)
            # No figures either: they would look like a judgement of it.
            self.assertNotIn("Clarity", text)


if __name__ == "__main__":
    main()
