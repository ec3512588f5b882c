#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""check-layers.py [ROOT | --self-test]

Checks the rules of the source tree that the compiler cannot see: which folder may include which,
one external library in one file, private headers, output and version macros in their places, every
source file in a source list, a licence on every file. Prints one line for each offence; exits with
1 if there is one.
"""

import re
import sys
import tempfile
from pathlib import Path

STAGES = ['base', 'import', 'language', 'tagging', 'practices', 'scoring', 'library', 'report']

# Library → (its headers, the files that may include them).
EXTERNAL = {
    'libxml2': (r'libxml/', [r'core/import/sp-markup(-private)?\.[ch]']),
    'libarchive': (r'archive(_entry)?\.h', [r'core/import/sp-archive\.c']),
    'poppler-glib': (r'poppler', [r'core/import/sp-pdf-reader\.c']),
    'cmark': (r'cmark', [r'core/import/sp-markdown-reader\.c']),
    'json-glib': (r'json-glib/', [r'core/base/sp-json(-private)?\.[ch]']),
    'SQLite': (r'sqlite3', [r'core/library/sp-database\.c']),
    'cairo and Pango': (r'(pango/|cairo)', [r'core/report/sp-report-pdf(-canvas)?\.c', r'app/widgets/.*']),
    'liblinear': (r'linear\.h', [r'train/.*']),
    'GTK': (r'(gtk/|gdk/|gsk/|graphene)', [r'app/(?!state/).*']),
    'libadwaita': (r'adwaita\.h', [r'app/(?!state/).*']),
}

# What every file may include: GLib and the C library.
COMMON = re.compile(
    r'(glib|gio|gobject|gmodule)(/|\.h|-object\.h|-unix\.h)|sys/|linux/|'
    r'(assert|ctype|errno|fcntl|float|inttypes|limits|locale|math|poll|seccomp|signal|stdarg|stdatomic'
    r'|stdbool|stddef|stdint|stdio|stdlib|string|time|unistd)\.h$')

GENERATED = {'config.h', 'sp-resources.h'}

# (what, pattern, where it is forbidden, where it is allowed all the same)
CALLS = [
    ('output outside the programs', r'\b(g_print|g_printerr|printf|fprintf|puts|perror) ?\(',
     r'core/|app/', r'(?!)'),
    ('a version of GTK or libadwaita outside app/compat',
     r'\b(GTK|ADW|GDK)_(CHECK_VERSION|MAJOR_VERSION|MINOR_VERSION)\b', r'', r'app/compat/'),
    ('locale, clock, chance or environment in the core',
     r'\b(setlocale|strcoll|g_utf8_collate\w*|g_random_\w+|g_rand_\w+|rand|random|g_?getenv'
     r'|g_get_real_time|g_date_time_new_now\w*|g_get_user_\w+) ?\(',
     r'core/', r'core/library/sp-library\.c'),
]

LICENSE = 'SPDX-License-Identifier: GPL-3.0-or-later'
LICENSED = ['.c', '.h', '.py', '.sh', '.css', '.ui']

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.M)
STRINGS_AND_COMMENTS = re.compile(r'"(?:\\.|[^"\\\n])*"|/\*.*?\*/|//[^\n]*', re.S)


def area_of(path):
    """The folder that rules speak of: 'core/base', 'core', 'cli', 'app', 'app/pages' …"""
    parts = path.parts[:-1]
    return '/'.join(parts[:2] if parts[0] in ('core', 'app') else parts[:1])


def target_of(path):
    return path.parts[0]


def find_header(source, name, headers):
    """The header of that name that the compiler would take: beside the file, else in its target."""
    candidates = headers.get(name, [])
    return min(candidates, default=None, key=lambda path: (
        path.parent != source.parent, target_of(path) != target_of(source), path))


def may_include(source, header):
    """Whether a file of src may include another: None if so, else the rule it breaks."""
    here, there = area_of(source), area_of(header)
    if target_of(source) == 'core':
        return may_include_in_core(here, there)
    if target_of(header) == 'core':
        return may_include_from_core(source, here, header, there)
    if target_of(source) != target_of(header):
        return None if there == 'common' else 'programs share nothing but the core and src/common'
    return may_include_in_app(source, here, header, there)


def may_include_in_core(here, there):
    if not there.startswith('core'):
        return 'the core includes no program'
    if here == 'core' or here == there:
        return None
    if there == 'core' or STAGES.index(there.split('/')[1]) > STAGES.index(here.split('/')[1]):
        return f'{here} must not reach to {there}: stages include only what is left of them'
    return None


def may_include_from_core(source, here, header, there):
    if here == 'train':
        return None
    if header.stem.endswith('-private'):
        return 'private headers of the core are for the core'
    if here == 'reader':
        return None if there in ('core/base', 'core/import') else 'the reader sees base and import only'
    if here == 'app/compat':
        return 'app/compat knows nothing of the core'
    return None if header.name == 'smallprint.h' else 'programs include only smallprint.h of the core'


def may_include_in_app(source, here, header, there):
    if here == there == 'app/pages':
        same_page = source.stem.removesuffix('-page') == header.stem.removesuffix('-page')
        return None if same_page else 'a page includes no other page'
    if here == there:
        return None
    forbidden = {
        'app/state': ['app', 'app/pages', 'app/widgets', 'app/compat'],
        'app/widgets': ['app', 'app/pages'],
        'app/compat': ['app', 'app/pages', 'app/widgets', 'app/state'],
    }
    if there in forbidden.get(here, []):
        return f'{here} must not reach to {there}'
    if here == 'app/pages' and re.match(r'sp-(window|application)', header.name):
        return 'pages know the session, not the window'
    return None


def check_external(source, header):
    for library, (pattern, files) in EXTERNAL.items():
        if re.match(pattern, header):
            if any(re.fullmatch(name, source.as_posix()) for name in files):
                return None
            return f'{library} is not for this file'
    if COMMON.match(header):
        return None
    return 'an external library that check-layers.py does not know'


def line_of(text, offset):
    return text.count('\n', 0, offset) + 1


def check_includes(root, source, headers):
    text = (root / 'src' / source).read_text()
    for match in INCLUDE.finditer(text):
        quote, name = match.groups()
        header = find_header(source, name, headers)
        problem = None
        if quote == '<':
            problem = check_external(source, name)
        elif header is not None:
            problem = may_include(source, header)
        elif name not in GENERATED:
            problem = 'no such header: headers are included by their bare name'
        if problem:
            yield f'src/{source}:{line_of(text, match.start())}: {name}: {problem}'


def check_calls(root, source):
    text = (root / 'src' / source).read_text()
    # Blank out words in strings and comments, and keep the lines.
    code = STRINGS_AND_COMMENTS.sub(lambda m: re.sub(r'[^\n]', ' ', m[0]), text)
    for what, pattern, forbidden, allowed in CALLS:
        if not re.match(forbidden, source.as_posix()) or re.match(allowed, source.as_posix()):
            continue
        for match in re.finditer(pattern, code):
            yield f'src/{source}:{line_of(code, match.start())}: {match[0].strip()}: {what}'


def is_built(root, path):
    """Whether a meson.build beside or above the file names it; 'test-' + name + '.c' counts."""
    spoken = path.name.removeprefix('test-').removesuffix('.c')
    for folder in path.parents:
        build = root / folder / 'meson.build'
        if build.exists():
            text = build.read_text()
            relative = path.relative_to(folder).as_posix()
            if f"'{relative}'" in text or f"'{spoken}'" in text:
                return True
    return False


def check_source_lists(root):
    for folder in ('src', 'tests'):
        for path in sorted((root / folder).rglob('*.c')):
            relative = path.relative_to(root)
            if 'fixtures' not in relative.parts and not is_built(root, relative):
                yield f'{relative}: in no source list of meson'


def check_licenses(root):
    for folder in ('src', 'tests', 'resources', 'flatpak'):
        for path in sorted((root / folder).rglob('*')):
            if path.suffix not in LICENSED or 'fixtures' in path.parts:
                continue
            if LICENSE not in '\n'.join(path.read_text().split('\n')[:4]):
                yield f'{path.relative_to(root)}: no line "{LICENSE}" at its top'


def check(root):
    sources = sorted(p.relative_to(root / 'src') for p in (root / 'src').rglob('*.[ch]'))
    headers = {}
    for source in sources:
        headers.setdefault(source.name, []).append(source)
    for source in sources:
        yield from check_includes(root, source, headers)
        yield from check_calls(root, source)
    yield from check_source_lists(root)
    yield from check_licenses(root)


CLEAN_TREE = {
    'src/meson.build': "'core/base/sp-a.c', 'app/state/sp-s.c', 'app/pages/sp-p-page.c',"
                       " 'cli/main.c', 'core/library/sp-database.c', 'core/sp-analyzer.c',"
                       " 'common/sp-c.c'",
    'tests/core/meson.build': "foreach name : ['a']",
    'tests/core/test-a.c': '#include "sp-a-private.h"\n#include "sp-analyzer.h"\n',
    'src/core/smallprint.h': '#include "sp-analyzer.h"\n',
    'src/core/sp-analyzer.h': '#include "sp-r.h"\n',
    'src/core/sp-analyzer.c': '#include "sp-analyzer.h"\n',
    'src/core/base/sp-a.h': '#include <gio/gio.h>\n',
    'src/core/base/sp-a-private.h': '#include "sp-a.h"\n',
    'src/core/base/sp-a.c': '#include "config.h"\n#include "sp-a.h"\n#include <math.h>\n',
    'src/core/library/sp-database.c': '#include <sqlite3.h>\n#include "sp-a-private.h"\n',
    'src/core/report/sp-r.h': '#include "sp-a.h"\n',
    'src/common/sp-c.h': '#include <glib.h>\n',
    'src/common/sp-c.c': '#include "sp-c.h"\n#include "smallprint.h"\n',
    'src/cli/main.c': '#include "smallprint.h"\n#include "sp-c.h"\nint main (void) { g_print ("x"); }\n',
    'src/app/sp-window.h': '#include <adwaita.h>\n',
    'src/app/sp-session.h': '#include "smallprint.h"\n',
    'src/app/compat/sp-compat.h': '#include <gtk/gtk.h>\n#if GTK_CHECK_VERSION (4, 10, 0)\n#endif\n',
    'src/app/state/sp-s.h': '#include "smallprint.h"\n',
    'src/app/state/sp-s.c': '#include "sp-s.h"\n/* g_print ("in a comment") */\n',
    'src/app/widgets/sp-w.h': '#include <gtk/gtk.h>\n',
    'src/app/pages/sp-p-page.h': '#include <gtk/gtk.h>\n#include "sp-session.h"\n',
    'src/app/pages/sp-p-page.c': '#include "sp-p-page.h"\n#include "sp-s.h"\n#include "sp-w.h"\n'
                                 '#include "sp-compat.h"\n',
    'src/app/pages/sp-q-page.h': '#include <gtk/gtk.h>\n',
}

# (a file, what is added to it, what must be said)
OFFENCES = [
    ('src/core/base/sp-a.c', '#include "sp-r.h"', 'must not reach to core/report'),
    ('src/core/base/sp-a.c', '#include "sp-analyzer.h"', 'must not reach to core:'),
    ('src/core/base/sp-a.c', '#include "sp-window.h"', 'the core includes no program'),
    ('src/core/base/sp-a.c', '#include "../report/sp-r.h"', 'by their bare name'),
    ('src/core/base/sp-a.c', '#include <sqlite3.h>', 'SQLite is not for this file'),
    ('src/core/base/sp-a.c', '#include <archive.h>', 'libarchive is not for this file'),
    ('src/core/base/sp-a.c', '#include <cmark.h>', 'cmark is not for this file'),
    ('src/core/base/sp-a.c', '#include <gtk/gtk.h>', 'GTK is not for this file'),
    ('src/core/base/sp-a.c', '#include <curl/curl.h>', 'does not know'),
    ('src/core/base/sp-a.c', '  g_print ("x");', 'output outside the programs'),
    ('src/core/base/sp-a.c', '  x = g_get_real_time ();', 'locale, clock'),
    ('src/cli/main.c', '#include "sp-a.h"', 'only smallprint.h'),
    ('src/cli/main.c', '#include "sp-a-private.h"', 'are for the core'),
    ('src/cli/main.c', '#include <gtk/gtk.h>', 'GTK is not for this file'),
    ('src/cli/main.c', '#include "sp-window.h"', 'share nothing but the core'),
    ('src/common/sp-c.c', '#include "sp-a.h"', 'only smallprint.h'),
    ('src/common/sp-c.c', '#include "sp-window.h"', 'share nothing but the core'),
    ('src/app/state/sp-s.c', '#include <adwaita.h>', 'libadwaita is not for this file'),
    ('src/app/state/sp-s.c', '#include "sp-w.h"', 'must not reach to app/widgets'),
    ('src/app/widgets/sp-w.h', '#include "sp-session.h"', 'must not reach to app'),
    ('src/app/widgets/sp-w.h', '#include "sp-p-page.h"', 'must not reach to app/pages'),
    ('src/app/pages/sp-p-page.c', '#include "sp-q-page.h"', 'no other page'),
    ('src/app/pages/sp-p-page.c', '#include "sp-window.h"', 'not the window'),
    ('src/app/compat/sp-compat.h', '#include "smallprint.h"', 'knows nothing of the core'),
    ('src/app/sp-session.h', '#if ADW_CHECK_VERSION (1, 4, 0)', 'outside app/compat'),
    ('src/core/base/sp-b.c', '#include "sp-a.h"', 'in no source list'),
    ('tests/core/test-b.c', '#include "sp-a.h"', 'in no source list'),
    ('src/app/style.css', '', 'no line "SPDX'),
]


def write_tree(root, files):
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if name.endswith('.build') else f'/* {LICENSE} */\n{content}')


def self_test():
    """Shows on small trees that each rule is seen to be broken, and that a clean tree passes."""
    failures = []
    with tempfile.TemporaryDirectory() as folder:
        write_tree(Path(folder), CLEAN_TREE)
        failures += [f'clean tree: {line}' for line in check(Path(folder))]
    for name, line, expected in OFFENCES:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            write_tree(root, CLEAN_TREE)
            with open(root / name, 'a', encoding='utf-8') as file:
                file.write(('' if (root / name).suffix == '.css' else f'/* {LICENSE} */\n') + line + '\n')
            said = list(check(root))
            if len(said) != 1 or expected not in said[0]:
                failures.append(f'{name} + {line}: expected “{expected}”, got {said}')
    return failures


def main():
    argument = sys.argv[1] if len(sys.argv) > 1 else '.'
    problems = self_test() if argument == '--self-test' else list(check(Path(argument)))
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
