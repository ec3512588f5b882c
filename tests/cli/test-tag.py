#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command tag: JSON Lines in, JSON Lines out."""

import json
import re

from clitest import CliTestCase, DONE, INPUT, LABELS, main, run

SEGMENTS = ["We collect your name and e-mail address when you register.",
            "We may share your information with advertisers and other third parties.",
            "You can opt out of marketing e-mails at any time.",
            "We use encryption and firewalls to protect the security of your data."]


def write_lines(rows):
    return "".join(json.dumps(row) + "\n" for row in rows)


class Tag(CliTestCase):
    def tag(self, rows, *options):
        result = run("tag", *options, stdin=write_lines(rows))
        self.assert_exit(result, DONE)
        return [json.loads(line) for line in result.stdout.splitlines()]

    def test_each_line_has_labels_and_all_twelve_scores(self):
        tags = self.tag([{"policy": "a", "segment": text} for text in SEGMENTS])
        self.assertEqual(len(tags), len(SEGMENTS))
        for tag in tags:
            self.assertEqual(list(tag), ["labels", "weak", "scores"])
            self.assertEqual(list(tag["scores"]), LABELS)
            self.assertTrue(tag["labels"])
            self.assertTrue(set(tag["labels"]) <= set(LABELS))
            self.assertIsInstance(tag["weak"], bool)
            for score in tag["scores"].values():
                self.assertTrue(0 <= score <= 1)

    def test_plain_segments_get_the_plain_label(self):
        expected = ["first-party", "third-party", "choice", "security"]
        for tag, label in zip(self.tag([{"segment": text} for text in SEGMENTS]), expected):
            self.assertIn(label, tag["labels"])

    def test_scores_have_four_digits_at_most(self):
        result = run("tag", stdin=write_lines({"segment": text} for text in SEGMENTS))
        for number in re.findall(rb":(\d+\.\d+)", result.stdout):
            self.assertLessEqual(len(number.split(b".")[1]), 4)

    def test_lines_without_policy_stand_alone(self):
        alone = [self.tag([{"segment": text}])[0] for text in SEGMENTS]
        self.assertEqual(self.tag([{"segment": text} for text in SEGMENTS]), alone)
        self.assertEqual(self.tag([{"policy": str(n), "segment": text}
                                   for n, text in enumerate(SEGMENTS)]), alone)

    def test_unknown_members_are_ignored_and_blank_lines_skipped(self):
        plain = self.tag([{"policy": "a", "segment": SEGMENTS[0]}])
        line = json.dumps({"labels": ["x"], "segment": SEGMENTS[0], "policy": "a", "votes": {"y": 1}})
        result = run("tag", stdin=f"\n{line}\n  \n")
        self.assertEqual([json.loads(line) for line in result.stdout.splitlines()], plain)

    def test_an_empty_segment_still_gets_its_line(self):
        self.assertEqual(len(self.tag([{"segment": ""}, {"segment": SEGMENTS[0]}])), 2)

    def test_a_last_line_without_line_feed_counts(self):
        result = run("tag", stdin=json.dumps({"segment": SEGMENTS[0]}))
        self.assertEqual(result.stdout.count(b"\n"), 1)

    def test_nothing_in_nothing_out(self):
        result = run("tag")
        self.assert_exit(result, DONE)
        self.assertEqual(result.stdout, b"")

    def test_wrong_lines_are_named_and_earlier_ones_answered(self):
        good = json.dumps({"policy": "a", "segment": SEGMENTS[0]}).encode()
        for bad in [b"no json", b"[]", b"{}", b'{"segment": 5}', b'{"segment": "x", "policy": 1}',
                    b'{"segment": "\xff"}', b'{"segment": "x"', b"[" * 5000, b'"text"', b"null"]:
            with self.subTest(bad[:20]):
                result = run("tag", stdin=good + b"\n" + bad + b"\n" + good + b"\n")
                self.assert_exit(result, INPUT)
                self.assertIn("line 2", result.stderr.decode())
                self.assertEqual(result.stdout.count(b"\n"), 1)

    def test_two_runs_give_the_same_bytes(self):
        rows = write_lines({"policy": "a", "segment": text} for text in SEGMENTS)
        self.assertEqual(run("tag", stdin=rows).stdout,
                         run("tag", stdin=rows, environment={"LC_ALL": "de_DE.UTF-8"}).stdout)


if __name__ == "__main__":
    main()
