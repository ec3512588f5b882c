#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""extract-knowledge.py ROOT OUTPUT: the texts of data/knowledge and data/help that people see, as a POT
file.

xgettext reads neither JSON nor Mallard; it reads this beside the sources. A member counts wherever it
stands, except in the lexicons, which hold words to look for. Of the help, a paragraph is a text, with the
tags that stand in it, just as the program reads it.
"""

import json
import re
import sys
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

# Members that the program hands to gettext when it shows them.
SHOWN = {'title', 'explanation', 'why', 'advice', 'question', 'looked_for', 'text', 'message', 'reason',
         'note', 'not_applicable', 'otherwise', 'one', 'other', 'prevalence_set'}
# “note” is a comment for developers in this file.
HIDDEN = {('detectors.json', 'note')}

HEADER = '''msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

'''


def list_texts(node, name):
    """Yields the shown texts below a node, in the order of the file."""
    if isinstance(node, list):
        for item in node:
            yield from list_texts(item, name)
    elif isinstance(node, dict):
        for member, value in node.items():
            if isinstance(value, str) and member in SHOWN and (name, member) not in HIDDEN:
                yield value
            else:
                yield from list_texts(value, name)


def quote(text):
    return '"' + re.sub(r'(["\\])', r'\\\1', text).replace('\n', '\\n') + '"'


def write_inner(element):
    """What stands between the tags of an element."""
    text = escape(element.text or '')
    for child in element:
        name = child.tag.split('}')[1]
        target = f' xref="{child.get("xref")}"' if child.get('xref') else ''
        text += f'<{name}{target}>{write_inner(child)}</{name}>' + escape(child.tail or '')
    return text


def list_help(path):
    """Yields the titles, descriptions and paragraphs of a page."""
    for element in ElementTree.parse(path).getroot().iter():
        if element.tag.split('}')[1] in ('title', 'desc', 'p'):
            yield write_inner(element)


def extract(root):
    knowledge = root / 'data' / 'knowledge'
    references = {}
    for path in sorted(knowledge.rglob('*.json')):
        place = path.relative_to(root)
        if 'lexicons' not in place.parts:
            for text in list_texts(json.loads(path.read_text(encoding='utf-8')), path.name):
                references.setdefault(text, set()).add(place.as_posix())
    for path in sorted((root / 'data' / 'help' / 'C').glob('*.page')):
        for text in list_help(path):
            references.setdefault(text, set()).add(path.relative_to(root).as_posix())
    return references


def main():
    entries = extract(Path(sys.argv[1]))
    blocks = [f'#: {" ".join(sorted(places))}\n' + ('#, c-format\n' if '%s' in text else '')
              + f'msgid {quote(text)}\nmsgstr ""\n' for text, places in entries.items() if text]
    Path(sys.argv[2]).write_text(HEADER + '\n'.join(blocks), encoding='utf-8')


if __name__ == '__main__':
    main()
