#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-translations.py ROOT KNOWLEDGE.pot

Checks that translators get what people read: the catalogue of the knowledge files is well formed, has
texts of each of them, none of the words that are only looked for, and apostrophes and quotation marks
as print sets them.
"""

import json
import re
import subprocess
import sys
from pathlib import Path


def read_messages(path):
    """The msgids of a catalogue, joined and unescaped."""
    plain = subprocess.run(['msgcat', '--no-wrap', path], check=True, capture_output=True, text=True).stdout
    return {json.loads(line[len('msgid '):]) for line in plain.splitlines() if line.startswith('msgid ')}


def main():
    root, catalogue = Path(sys.argv[1]), sys.argv[2]
    knowledge = root / 'data' / 'knowledge'
    findings = json.loads((knowledge / 'findings.json').read_text(encoding='utf-8'))['findings']
    rubric = json.loads((knowledge / 'rubric.json').read_text(encoding='utf-8'))
    expected = {row[member] for row in findings for member in ('title', 'explanation', 'why', 'advice')
                if member in row}
    expected |= {row['question'] for part in ('transparency', 'protection', 'clarity') for row in rubric[part]}
    # A paragraph of the help, as the program reads it.
    expected.add('If a finding is wrong, <link xref="review">dismiss it</link>.')
    messages = read_messages(catalogue)
    missing = sorted(expected - messages)
    patterns = {pattern for row in findings for pattern in row.get('match', [])} & messages

    straight = [text for text in messages if re.search("['\"]", re.sub("<[^>]*>", "", text))]

    for text in missing:
        print('translators do not get:', text)
    for pattern in sorted(patterns):
        print('translators get a pattern:', pattern)
    for text in sorted(straight):
        print('straight apostrophe or quotation mark:', text)
    return 1 if missing or patterns or straight else 0


if __name__ == '__main__':
    sys.exit(main())
