#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was read is kept, can be removed and brought back, and can be exported."""

import json
import subprocess

from gui import SAMPLE, Running, check, check_equal, home, run, wait


def a_policy_is_still_there_in_the_next_run():
    with Running(SAMPLE) as app:
        grade = app.grade()
        app.wait_rows(1)
    with Running(keep_library=True) as app:
        row = app.wait_rows(1)[0]
        check(grade.split(',')[0] in row, f'{row!r} has not {grade!r}')


def the_same_file_is_kept_once():
    with Running(SAMPLE) as app:
        app.grade()
        app.open(SAMPLE)
        app.wait_rows(1)


def removing_shows_a_toast_whose_undo_brings_the_policy_back():
    with Running(SAMPLE) as app:
        app.grade()
        before = app.wait_rows(1)
        app.press('Remove')
        app.wait_rows(0)
        app.press('Undo')
        check_equal(app.wait_rows(1), before)
        app.grade()
    with Running(keep_library=True) as app:
        check_equal(app.wait_rows(1), before)


def what_is_removed_stays_away():
    with Running(SAMPLE) as app:
        app.grade()
        app.wait_rows(1)
        app.activate('win', 'delete')
        app.wait_rows(0)
    with Running(keep_library=True) as app:
        app.wait_node('Try a Sample', 'push button', 'button')
        app.wait_rows(0)


def delete_and_undo_work_by_key():
    with Running(SAMPLE) as app:
        app.grade()
        app.wait_rows(1)
        # The list of the sidebar takes the focus by a click on its row.
        app.ui.xdo('mousemove', '--window', app.window(), 120, 76)
        app.ui.xdo('click', 1)
        app.key('Delete')
        app.wait_rows(0)
        app.key('ctrl+z')
        app.wait_rows(1)


def nothing_is_kept_where_there_is_no_room_for_it():
    blocked = home() / 'blocked'
    blocked.write_text('a file where a folder should be')
    with Running(SAMPLE, environment={'XDG_DATA_HOME': str(blocked)}) as app:
        app.grade()
        check_equal(len(app.wait_rows(1)), 1)


def export_to_writes_json_and_pdf():
    folder = home() / 'out'
    folder.mkdir()
    with Running(SAMPLE) as app:
        app.grade()
        for kind in ('json', 'pdf'):
            path = folder / f'policy.{kind}'
            app.activate('win', 'export-to', f"('{kind}', '{path.as_uri()}')")
            wait(path.exists, f'the {kind} file')
    analysis = json.loads((folder / 'policy.json').read_text())
    check_equal(analysis['schema'], 'smallprint.analysis/1')
    check_equal((folder / 'policy.pdf').read_bytes()[:5], b'%PDF-')
    text = subprocess.run(['pdftotext', folder / 'policy.pdf', '-'], capture_output=True, text=True, check=True)
    check('Acorn Photos' in text.stdout, 'the PDF has no title')
    check_equal(sorted(p.name for p in folder.iterdir()), ['policy.json', 'policy.pdf'])


def an_export_that_fails_says_why():
    with Running(SAMPLE) as app:
        app.grade()
        app.activate('win', 'export-to', "('json', 'file:///nowhere/at/all.json')")
        app.wait_name('Not exported', 'label')


run(a_policy_is_still_there_in_the_next_run,
    the_same_file_is_kept_once,
    removing_shows_a_toast_whose_undo_brings_the_policy_back,
    what_is_removed_stays_away,
    delete_and_undo_work_by_key,
    nothing_is_kept_where_there_is_no_room_for_it,
    export_to_writes_json_and_pdf,
    an_export_that_fails_says_why)
