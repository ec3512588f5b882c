#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-potfiles.py ROOT [--update]

Checks that po/POTFILES.in lists exactly the files with text to translate, in order; --update writes
it so.
"""

import re
import sys
from pathlib import Path

MARKS = {
    '.c': re.compile(r'\b(_|N_|C_|NC_|Q_|ngettext|g_dngettext) ?\('),
    '.ui': re.compile(r'translatable="(yes|true)"'),
    '.desktop': re.compile(r'^(Name|Comment)=', re.M),
    '.xml': re.compile(r'<component|gettext-domain='),
}
COMMENTS = re.compile(r'/\*.*?\*/|//[^\n]*', re.S)


def has_text(path):
    mark = MARKS.get(path.suffix)
    if mark is None:
        return False
    text = path.read_text(encoding='utf-8')
    return mark.search(COMMENTS.sub('', text) if path.suffix == '.c' else text) is not None


def main():
    root = Path(sys.argv[1])
    listing = root / 'po' / 'POTFILES.in'
    found = sorted(path.relative_to(root).as_posix()
                   for folder in ('data', 'resources', 'src')
                   for path in (root / folder).rglob('*') if path.is_file() and has_text(path))
    if '--update' in sys.argv:
        listing.write_text('\n'.join(found) + '\n', encoding='utf-8')
        return 0

    listed = listing.read_text(encoding='utf-8').split()

    problems = [f'po/POTFILES.in: {name} has text to translate and is missing'
                for name in found if name not in listed]
    problems += [f'po/POTFILES.in: {name} has no text to translate'
                 for name in listed if name not in found]
    if not problems and listed != found:
        problems.append('po/POTFILES.in: not in alphabetical order')
    if problems:
        print('\n'.join(problems), 'To put it right: tests/check-potfiles.py . --update', sep='\n')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
