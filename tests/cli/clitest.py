# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the command line share: running it, and its fixtures and schemas."""

import json
import os
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

try:
    import jsonschema
except ImportError:
    print("skipped: python3-jsonschema is not installed")
    sys.exit(77)

CLI = Path(sys.argv.pop(1)).resolve()
FIXTURES = Path(os.environ["SP_TEST_FIXTURES"]) / "cli"
SHARED = Path(os.environ["SP_TEST_SHARED"])

DONE, BELOW, USAGE, INPUT, PARTLY, INTERNAL, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130

LABELS = ["first-party", "third-party", "choice", "access", "retention", "security", "policy-change",
          "do-not-track", "audiences", "introductory", "contact", "not-covered"]


def run(*arguments, stdin=b"", environment=None, **options):
    """Runs the program; standard input is never a terminal."""
    if isinstance(stdin, str):
        stdin = stdin.encode()
    return subprocess.run([CLI, *map(str, arguments)], input=stdin, capture_output=True, timeout=60,
                          env={**os.environ, **(environment or {})}, check=False, **options)


def read_schema(name):
    schema = json.loads(run("schema", name).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


class CliTestCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="smallprint-test-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def assert_exit(self, result, status):
        self.assertEqual(result.returncode, status, result.stderr.decode())

    def assert_refused(self, result, *words):
        """Wrong usage: says so on standard error and prints nothing."""
        self.assert_exit(result, USAGE)
        self.assertEqual(result.stdout, b"")
        for word in words:
            self.assertIn(word, result.stderr.decode())

    def analyze(self, path, *options):
        result = run("analyze", "--format", "json", *options, path)
        self.assert_exit(result, DONE)
        return json.loads(result.stdout)

    def write(self, name, content):
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def list_fixtures(self):
        return sorted(path for path in FIXTURES.iterdir() if path.is_file())


def list_seeds():
    return sorted((SHARED / "policies" / "seeds").glob("*.txt"))


def main():
    unittest.main(verbosity=2)
