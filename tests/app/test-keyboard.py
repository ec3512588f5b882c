#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole run without a mouse: open, turn the pages, filter, search, dismiss, export, remove, undo."""

import re

from gui import SAMPLE, TOGGLES, Focus, Running, home, run, rows, wait, wait_equal

PAGES = ('Overview', 'Clauses', 'Findings', 'Coverage', 'Data')


def a_policy_is_opened_read_dismissed_exported_and_removed_by_keyboard():
    focus = Focus()
    with Running() as app:
        app.wait_node('Try a Sample', *TOGGLES)
        open_by_name(app, SAMPLE)
        wait(lambda: re.match(r'Grade [A-E]', app.grade()), 'a grade')
        grade = app.grade()
        app.wait_rows(1)
        for number, page in enumerate(PAGES, 1):
            app.key(f'ctrl+{number}')
            wait(lambda page=page: app.is_selected(page), f'the page {page}')
        filter_clauses(app, focus)
        search(app)
        dismiss(app, focus)
        export(app)
        remove_and_undo(app, focus)
        wait_equal(app.grade, grade)


def open_by_name(app, path):
    """The dialog of the toolkit asks for a path once a slash is typed."""
    app.key('ctrl+o')
    app.wait_dialog('Open Policies')
    app.type('/')
    app.wait_typed('/')
    app.type(str(path)[1:])
    # GTK 4.18 may leave behind how it would have gone on.
    app.key('shift+End', 'Delete')
    app.wait_typed(str(path))
    with app.closing():
        app.key('Return')


def filter_clauses(app, focus):
    app.key('ctrl+2')
    whole = app.wait_text('Policy Text', 'text')
    focus.go_to(app, 'Serious', TOGGLES)
    app.key('space')
    wait(lambda: 0 < len(app.wait_text('Policy Text', 'text')) < len(whole), 'a shorter text')
    app.key('space')
    wait_equal(lambda: app.wait_text('Policy Text', 'text'), whole)


def search(app):
    app.key('ctrl+f')
    app.type_in_entry('advertising')
    wait(lambda: any(re.search(r'1 of \d+', words) for words in app.status()), 'the matches')
    app.key('Escape')


def dismiss(app, focus):
    app.key('ctrl+3')
    title = focus.go_to(app, 'Serious: ').split(': ', 1)[1]
    app.key('Return')
    wait(lambda: rows(app, '“'), 'the quotes')
    focus.go_to(app, f'Dismiss: {title}', TOGGLES)
    app.key('space')
    wait(lambda: app.says('Dismissed (1)'), 'the group of dismissed findings')
    app.key('ctrl+z')
    wait(lambda: not app.says('Dismissed (1)'), 'the findings as they were')


def export(app):
    path = home() / 'by-key.json'
    app.key('ctrl+e')
    app.wait_dialog('Export')
    app.key('ctrl+a')
    app.type(str(path))
    app.wait_typed(str(path))
    with app.closing():
        app.key('Return')
    wait(path.exists, 'the file')


def remove_and_undo(app, focus):
    focus.go_to(app, 'Acorn Photos Privacy Policy, ')
    app.key('Delete')
    app.wait_rows(0)
    app.key('ctrl+z')
    app.wait_rows(1)


def a_search_that_ends_leaves_the_reader_in_the_text():
    focus = Focus()
    with Running(SAMPLE) as app:
        app.grade()
        app.key('ctrl+f')
        app.type_in_entry('advertising')
        app.key('Escape')
        wait(lambda: focus.listen() or focus.name == 'Policy Text', 'the focus in the text')


run(a_policy_is_opened_read_dismissed_exported_and_removed_by_keyboard,
    a_search_that_ends_leaves_the_reader_in_the_text)
