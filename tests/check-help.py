#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-help.py ROOT

Checks that the help holds together: every page is well formed, of the elements that the program reads,
reachable from the contents and packed; every link leads to a page; every button and menu item that it
names is there.
"""

import re
import sys
from pathlib import Path
from xml.etree import ElementTree

ELEMENTS = {'page', 'info', 'link', 'desc', 'title', 'section', 'p', 'list', 'item', 'note',
            'em', 'gui', 'key', 'keyseq', 'cmd'}
# Said by others: the file manager, and marks that the program draws.
FOREIGN = {'Open With'}

problems = []


def expect(condition, message):
    if not condition:
        problems.append(message)


def strip(tag):
    return tag.rpartition('}')[2]


def read_interface(root):
    """All that the program says, without the marks of mnemonics."""
    paths = [*(root / 'resources' / 'ui').glob('*.ui'), *(root / 'src' / 'app').rglob('*.c'),
             *(root / 'src' / 'core').rglob('*.c')]
    text = ' '.join(path.read_text(encoding='utf-8') for path in paths)
    texts = re.findall(r'translatable="yes">([^<]+)<', text) + re.findall(r'_\("((?:[^"\\]|\\.)+)"', text)
    return {t.replace('_', '') for t in texts} | set(texts)


def check_page(path, ids, spoken):
    name = path.name
    root = ElementTree.parse(path).getroot()
    tags = {strip(element.tag) for element in root.iter()}
    guides = [e.get('xref') for e in root.iter() if strip(e.tag) == 'link' and e.get('type') == 'guide']

    expect(root.get('id') == path.stem, f'{name}: its id is “{root.get("id")}”')
    expect(tags <= ELEMENTS, f'{name}: elements that are not read: {sorted(tags - ELEMENTS)}')
    expect((len(guides) == 1) == (path.stem != 'index'), f'{name}: {len(guides)} guide links')
    for element in root.iter():
        tag, text = strip(element.tag), ''.join(element.itertext()).strip()
        if tag in ('title', 'desc', 'p', 'em', 'gui', 'key', 'cmd'):
            expect(text, f'{name}: an empty “{tag}”')
        if tag == 'link':
            target, _, section = (element.get('xref') or '').partition('#')
            expect(target in ids, f'{name}: a link to “{element.get("xref")}”')
            expect(not section or section in ids[target], f'{name}: no section “{section}” in “{target}”')
        if tag == 'gui':
            expect(text in spoken or text in FOREIGN, f'{name}: nothing in the program is named “{text}”')


def main():
    root = Path(sys.argv[1])
    paths = sorted((root / 'data' / 'help' / 'C').glob('*.page'))
    resources = (root / 'resources' / 'smallprint.gresource.xml').read_text(encoding='utf-8')
    window = (root / 'src' / 'app' / 'sp-help-window.c').read_text(encoding='utf-8')
    ids = {path.stem: {e.get('id') for e in ElementTree.parse(path).getroot().iter()
                       if strip(e.tag) == 'section'} for path in paths}
    spoken = read_interface(root)

    for path in paths:
        check_page(path, ids, spoken)
        expect(f'>help/C/{path.name}<' in resources, f'{path.name}: not among the resources')
        expect(f'"{path.stem}"' in window or path.stem == 'index', f'{path.name}: not among the contents')
    expect(paths, 'there is no help')
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
