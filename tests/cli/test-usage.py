#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands, options, exit codes, and what happens to input that cannot be read."""

import json
import os
import re
import shutil
import signal
import subprocess
import time
import unittest
from pathlib import Path

from clitest import (BELOW, CLI, CliTestCase, DONE, FIXTURES, INPUT, INTERRUPTED, PARTLY, USAGE, main,
                     run)

ACORN = FIXTURES / "acorn.html"
BLUEBELL = FIXTURES / "bluebell.md"
DATA = Path(__file__).resolve().parents[2] / "data"
COMMANDS = ["analyze", "extract", "tag", "rubric", "schema"]


class Usage(CliTestCase):
    def test_help_has_examples_before_options(self):
        for command in COMMANDS:
            with self.subTest(command):
                result = run(command, "--help")
                self.assert_exit(result, DONE)
                text = result.stdout.decode()
                self.assertTrue(text.startswith(f"Usage: smallprint-cli {command}"))
                self.assertIn("Examples:", text)
                if "Options:" in text:
                    self.assertLess(text.index("Examples:"), text.index("Options:"))
                self.assertLessEqual(max(map(len, text.splitlines())), 90)
                self.assertEqual(run("--help", command).stdout, result.stdout)

    def test_general_help_lists_every_command(self):
        for arguments in ["--help"], ["-h"]:
            text = run(*arguments).stdout.decode()
            for command in COMMANDS:
                self.assertIn(f"  {command} ", text)

    def test_version_is_one_line(self):
        result = run("--version")
        self.assert_exit(result, DONE)
        self.assertRegex(result.stdout.decode(), r"^smallprint-cli \d+\.\d+\.\d+\n$")

    def test_without_a_command_the_help_goes_to_standard_error(self):
        self.assert_refused(run(), "Usage: smallprint-cli COMMAND")

    def test_unknown_commands_and_options_are_refused(self):
        self.assert_refused(run("compare", "a", "b"), "“compare”", "analyze, extract, tag")
        self.assert_refused(run("anal", ACORN), "“anal”")
        self.assert_refused(run("analyze", "--frmat", "json", ACORN), "--frmat", "analyze --help")
        self.assert_refused(run("tag", "file.jsonl"), "file.jsonl")

    def test_unknown_formats_are_refused_with_those_there_are(self):
        for form in "csv", "html", "markdown", "jsonld", "PDF", "":
            self.assert_refused(run("analyze", "--format", form, ACORN), "text, json, jsonl, pdf")
        self.assert_refused(run("extract", "--format", "pdf", ACORN), "text, json")
        self.assert_refused(run("rubric", "--format", "pdf"), "text, json, markdown")
        self.assert_refused(run("schema", "nonsense"), "analysis, extract, library, pack, rubric")

    def test_wrong_values_are_refused(self):
        for option, value in [("--jobs", "0"), ("--jobs", "-1"), ("--jobs", "many"), ("--jobs", "1000"),
                              ("--fail-under", "high"), ("--fail-under", "101"), ("--fail-under", "nan"),
                              ("--fail-on", "terrible"), ("--fail-on", "good"),
                              ("--pack", "gdpr,hipaa"), ("--pack", "")]:
            with self.subTest(f"{option} {value}"):
                self.assert_refused(run("analyze", option, value, ACORN), option.lstrip("-").split("-")[0])

    def test_files_are_needed_and_documents_take_none(self):
        self.assert_refused(run("analyze"), "standard input")
        self.assert_refused(run("analyze", "--documents", ACORN), "--documents")
        self.assert_refused(run("analyze", "--type", "text/html", ACORN), "--type")
        self.assert_refused(run("analyze", "--documents", "--charset", "utf-8"), "--charset")
        self.assert_refused(run("extract"), "one file")
        self.assert_refused(run("extract", ACORN, BLUEBELL), "one file")

    def test_several_files_need_a_folder_unless_they_can_follow_one_another(self):
        for form in "json", "pdf":
            self.assert_refused(run("analyze", "--format", form, ACORN, BLUEBELL), "-o FOLDER")
            self.assert_refused(run("analyze", "--format", form, FIXTURES), "-o FOLDER")
        taken = self.write("taken", "mine")
        self.assert_refused(run("analyze", "--format", "json", "-o", taken, ACORN, BLUEBELL), "no folder")
        self.assertEqual(taken.read_text(), "mine")

    def test_a_charset_that_is_chosen_stands_above_what_the_file_says(self):
        policy = self.folder / "policy.txt"
        policy.write_bytes("\ufeffМы храним ваше имя".encode("utf-8"))
        guessed = run("extract", policy)
        policy.write_bytes("<meta charset=koi8-r><p>Мы храним ваше имя".encode("windows-1251"))
        for command in ["extract"], ["analyze", "--format", "json"]:
            chosen = run(*command, "--charset", "windows-1251", policy)
            self.assert_exit(chosen, DONE)
            self.assertIn("Мы храним ваше имя", chosen.stdout.decode())
        self.assertEqual(run("extract", "--charset", "windows-1251", policy).stdout, guessed.stdout)
        self.assertNotIn("храним", run("extract", policy).stdout.decode())
        self.assert_exit(run("extract", "--charset", "klingon", policy), INPUT)

    def test_known_packs_are_accepted(self):
        result = run("analyze", "--format", "json", "--pack", "gdpr", ACORN)
        self.assert_exit(result, DONE)
        self.assertEqual(result.stderr, b"")

    def test_a_model_that_is_none_is_an_input_error(self):
        self.assert_exit(run("--model", self.folder / "none", "analyze", ACORN), INPUT)
        broken = self.write("broken.model", "no model")
        for arguments in ["--model", broken, "analyze", ACORN], ["analyze", "--model", broken, ACORN]:
            result = run(*arguments)
            self.assert_exit(result, INPUT)
            self.assertIn("broken.model", result.stderr.decode())

    def test_without_a_model_cue_words_tag(self):
        bare = run("analyze", "--format", "json", ACORN,
                   environment={"SMALLPRINT_DATA_DIR": str(self.folder)})
        self.assert_exit(bare, DONE)
        self.assertIsNone(json.loads(bare.stdout)["generator"]["model"])

    def test_a_reader_who_stops_early_ends_the_program(self):
        result = subprocess.run(f"'{CLI}' rubric | head -n 1", shell=True, capture_output=True, timeout=20,
                                check=False)
        self.assertEqual(result.returncode, 0)
        self.assertEqual(result.stdout.count(b"\n"), 1)

    @unittest.skipUnless(os.path.exists("/dev/full"), "no full device here")
    def test_a_full_disk_is_an_error(self):
        with open("/dev/full", "wb") as full:
            result = subprocess.run([CLI, "rubric"], stdout=full, stderr=subprocess.PIPE, timeout=20,
                                    check=False)
        self.assertEqual(result.returncode, 5)
        self.assertIn(b"cannot be written", result.stderr)

    def test_ctrl_c_ends_at_once_with_130(self):
        process = subprocess.Popen([CLI, "analyze", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        time.sleep(0.3)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=5), INTERRUPTED)
        process.communicate()


class Documentation(CliTestCase):
    """The man page and the completions know what the program knows."""

    def list_options(self, command):
        options = re.findall(r"^  (?:-\w, )?--([a-z-]+)", run(command, "--help").stdout.decode(), re.M)
        return options + re.findall(r"^  (?:-\w, )?--([a-z-]+)", run("--help").stdout.decode(), re.M)

    def test_every_option_is_documented_and_completed(self):
        files = ["man/smallprint-cli.1", "completions/smallprint-cli.bash", "completions/_smallprint-cli",
                 "completions/smallprint-cli.fish"]
        for name in files:
            text = (DATA / name).read_text().replace("\\-", "-")
            for command in COMMANDS:
                self.assertIn(command, text)
                for option in self.list_options(command):
                    with self.subTest(f"{name} --{option}"):
                        self.assertRegex(text, rf"(--|-l ){option}\b")

    def test_every_format_is_completed(self):
        for name in "smallprint-cli.bash", "_smallprint-cli", "smallprint-cli.fish":
            text = (DATA / "completions" / name).read_text()
            self.assertIn("text json jsonl pdf", text)
            self.assertIn("text json markdown", text)

    @unittest.skipUnless(shutil.which("bash"), "bash is not here")
    def test_bash_completes_commands_and_values(self):
        script = """source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
                    _smallprint_cli; printf '%s\\n' "${COMPREPLY[@]}" """
        for words, expected in [(["an"], "analyze"), (["analyze", "--no-t"], "--no-text"),
                                (["analyze", "--format", "p"], "pdf"), (["rubric", "--format", "m"], "markdown"),
                                (["--no-color", "sch"], "schema")]:
            result = subprocess.run(["bash", "-c", script, "bash", DATA / "completions/smallprint-cli.bash",
                                     "smallprint-cli", *words], capture_output=True, timeout=20, check=False)
            self.assertEqual(result.stdout.decode().split(), [expected], result.stderr)


class Limits(CliTestCase):
    def test_fail_under_looks_at_the_overall_score(self):
        overall = self.analyze(ACORN)["scores"]["overall"]
        self.assert_exit(run("analyze", "--fail-under", str(overall), ACORN), DONE)
        self.assert_exit(run("analyze", "--fail-under", str(overall + 0.1), ACORN), BELOW)

    def test_fail_on_looks_at_the_gravest_finding(self):
        order = ["critical", "serious", "caution", "note"]
        severities = [finding["severity"] for finding in self.analyze(ACORN)["findings"]]
        gravest = min(order.index(s) for s in severities if s in order)
        for number, severity in enumerate(order):
            status = BELOW if number >= gravest else DONE
            self.assert_exit(run("analyze", "--fail-on", severity, ACORN), status)

    def test_a_result_is_printed_all_the_same(self):
        result = run("analyze", "--format", "json", "--fail-under", "100", ACORN)
        self.assert_exit(result, BELOW)
        self.assertEqual(json.loads(result.stdout)["source"]["name"], "acorn.html")


class BadInput(CliTestCase):
    def assert_fails(self, path, code):
        """Exit code 3, an error as a JSON object, a message with the path and no crash."""
        result = run("analyze", "--format", "json", path)
        self.assert_exit(result, INPUT)
        failure = json.loads(result.stdout)
        self.assertEqual(list(failure), ["source", "error"])
        self.assertEqual(failure["error"]["code"], code)
        self.assertTrue(failure["error"]["message"])
        self.assertNotIn(str(self.folder), failure["error"]["message"])
        self.assertIn(str(path), result.stderr.decode())
        self.assertEqual(run("analyze", path).stdout, b"")
        self.assert_exit(run("extract", path), INPUT)

    def test_an_empty_file(self):
        self.assert_fails(self.write("empty.html", ""), "no-text")
        self.assert_fails(self.write("blank.txt", " \n\t\n"), "no-text")

    def test_binary_data(self):
        self.assert_fails(self.write("picture.txt", bytes(range(256)) * 40), "unsupported")

    def test_a_missing_file(self):
        self.assert_fails(self.folder / "missing.html", "unreadable")
        self.assert_fails(ACORN / "below", "unreadable")

    def test_a_file_over_the_limit(self):
        path = self.folder / "huge.txt"
        with open(path, "wb") as file:
            file.truncate(64 * 1024 * 1024 + 1)
        self.assert_fails(path, "too-large")

    def test_standard_input_over_the_limit(self):
        result = run("analyze", "--format", "jsonl", "-", stdin=b"a " * (32 * 1024 * 1024 + 1))
        self.assert_exit(result, INPUT)
        self.assertEqual(json.loads(result.stdout)["error"]["code"], "too-large")

    def test_a_folder_without_policies(self):
        self.write("notes.xyz", "nothing")
        result = run("analyze", "--format", "jsonl", self.folder)
        self.assert_exit(result, PARTLY)
        self.assertEqual(json.loads(result.stdout)["error"]["code"], "no-text")

    def test_what_may_not_be_read(self):
        # Root may read everything: then somebody else has to try.
        other = {"user": 65534} if os.geteuid() == 0 else {}
        locked = self.write("locked.txt", "text")
        folder = self.folder / "folder"
        folder.mkdir()
        os.chmod(self.folder, 0o755)
        os.chmod(locked, 0)
        os.chmod(folder, 0)
        self.addCleanup(os.chmod, folder, 0o755)
        try:
            result = run("analyze", "--format", "jsonl", locked, folder, **other)
        except PermissionError:
            self.skipTest("another user cannot run the program here")
        self.assert_exit(result, PARTLY)
        for line in result.stdout.splitlines():
            self.assertEqual(json.loads(line)["error"]["code"], "unreadable")
        self.assertEqual(result.stdout.count(b"\n"), 2)


if __name__ == "__main__":
    main()
