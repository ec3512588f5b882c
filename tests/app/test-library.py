#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was read is kept, can be removed and brought back, and can be exported."""

import json
import subprocess
import time
from contextlib import contextmanager

from gui import (SAMPLE, SWITCHES, Focus, Running, check, check_equal, home, leaves_out_margins, run, wait,
                 wait_equal)


def a_policy_is_still_there_in_the_next_run():
    with Running(SAMPLE) as app:
        grade = app.grade()
        app.wait_rows(1)
    with Running(keep_library=True) as app:
        wait(lambda: grade.split(',')[0] in app.wait_rows(1)[0], f'a row that has {grade!r}')


def the_window_opens_with_what_it_was_closed_with():
    kept = {'GSETTINGS_BACKEND': 'keyfile'}
    with Running(SAMPLE, environment=kept) as app:
        app.grade()
        app.wait_rows(1)
        app.turn_to('Findings')
    with Running(environment=kept, keep_library=True) as app:
        wait(lambda: app.is_selected('Findings'), 'the page Findings again')
        app.turn_to('Overview')
        app.grade()


def what_was_open_last_is_offered_where_nothing_is_open():
    focus = Focus()
    with Running(SAMPLE) as app:
        grade = app.grade()
        app.wait_rows(1)
    # The settings are those of a first run, so that nothing is opened again.
    with Running(keep_library=True) as app:
        app.wait_node('Try a Sample', 'push button', 'button')
        app.wait_node('Recent', 'list')
        # Down would open what it leads to in the library.
        focus.go_to(app, 'Try a Sample', ('push button', 'button'), down='Tab')
        app.key('Tab', 'Return')
        wait_equal(app.grade, grade)


def what_is_not_kept_leaves_no_trace():
    kept = {'GSETTINGS_BACKEND': 'keyfile'}
    with Running(SAMPLE, environment=kept) as app:
        app.grade()
        app.activate('win', 'delete')
        app.wait_rows(0)
        app.open_preferences()
        app.press('Keep policies in the library', SWITCHES)
        with app.closing():
            app.key('Escape')
        app.open(SAMPLE)
        app.wait_rows(1)
    with Running(environment=kept, keep_library=True) as app:
        app.wait_node('Try a Sample', 'push button', 'button')
        app.settle()
        app.wait_rows(0)
    settings = home() / '.config/glib-2.0/settings/keyfile'
    check('last-policy' not in settings.read_text() or "last-policy=''" in settings.read_text(), 'it is remembered')
    settings.unlink()


def the_same_file_is_kept_once():
    with Running(SAMPLE) as app:
        app.grade()
        app.wait_rows(1)
        # One after the other: once the second is there the first was read again.
        _, other, _ = policies()
        app.open(SAMPLE, other)
        wait(lambda: any('Birch' in row for row in app.rows()), 'the other policy')
        app.wait_rows(2)


def removing_shows_a_toast_whose_undo_brings_the_policy_back():
    with Running(SAMPLE) as app:
        app.grade()
        before = app.wait_rows(1)
        app.activate('win', 'delete')
        app.wait_rows(0)
        app.undo()
        wait_equal(app.rows, before)
        app.grade()
    with Running(keep_library=True) as app:
        wait_equal(app.rows, before)


def what_is_removed_stays_away():
    with Running(SAMPLE) as app:
        app.grade()
        app.wait_rows(1)
        app.activate('win', 'delete')
        app.wait_rows(0)
    with Running(keep_library=True) as app:
        app.wait_node('Try a Sample', 'push button', 'button')
        app.settle()
        app.wait_rows(0)


def several_are_removed_and_brought_back_at_once():
    focus = Focus()
    with Running(*policies()) as app:
        app.grade()
        before = app.wait_rows(3)
        app.press('Select Several')
        for name in ('Birch', 'Cedar'):
            tick(app, focus, name)
        wait(lambda: app.says('3 selected') or app.says('2 selected'), 'the number of the selected')
        app.press('Remove Selected')
        wait(lambda: len(app.rows()) < 3, 'a shorter list')
        app.undo()
        wait_equal(app.rows, before)


@contextmanager
def kept_policies():
    """Those of an earlier run, with nothing shown."""
    with Running(*policies()) as app:
        app.wait_rows(3)
    with Running(keep_library=True) as app:
        app.wait_rows(3)
        yield app


def one_that_is_chosen_is_removed_and_not_the_one_that_is_shown():
    focus = Focus()
    with kept_policies() as app:
        focus.go_to(app, 'Acorn', down='Tab')
        app.key('Return')
        app.grade()
        app.press('Select Several')
        # The one that is shown is chosen from the start.
        for name in ('Birch', 'Acorn'):
            tick(app, focus, name)
        wait(lambda: app.says('1 selected'), 'the number of the selected')
        app.press('Remove Selected')
        wait(lambda: len(app.rows()) == 2 and not any('Birch' in row for row in app.rows()), 'the others')


def several_are_removed_where_nothing_is_shown():
    focus = Focus()
    with kept_policies() as app:
        app.press('Select Several')
        for name in ('Birch', 'Cedar'):
            tick(app, focus, name)
        app.press('Remove Selected')
        wait(lambda: len(app.rows()) == 1 and 'Acorn' in app.rows()[0], 'the one that was not chosen')


def several_are_exported_to_a_folder():
    focus = Focus()
    folder = home() / 'several'
    folder.mkdir()
    with Running(*policies()) as app:
        app.grade()
        app.wait_rows(3)
        app.press('Select Several')
        for name in ('Birch', 'Cedar'):
            tick(app, focus, name)
        app.activate('win', 'export-selected-to', f"('json', '{folder.as_uri()}')")
        wait(lambda: len(list(folder.glob('*.json'))) >= 2, 'the files')


def a_search_over_all_policies_leads_to_the_clause():
    focus = Focus()
    with Running(*policies()) as app:
        app.grade()
        app.wait_rows(3)
        app.activate('win', 'search-library')
        app.type_in_entry('telescope')
        wait(lambda: app.says('Found in 1 policy'), 'the number of policies')
        check('Cedar' in focus.go_to(app, 'telescope'), f'{focus.name!r} is another policy')
        app.key('Return')
        wait(lambda: app.is_selected('Clauses'), 'the page Clauses')


def a_corrected_tag_stays_and_can_be_undone():
    focus = Focus()
    with Running(SAMPLE) as app:
        app.grade()
        app.wait_rows(1)
        correct(app, focus)
        app.wait_toast('Tags corrected')
        wait(lambda: corrected(app), 'the corrected tag')
    with Running(SAMPLE, keep_library=True) as app:
        app.grade()
        app.activate('win', 'reveal', '(uint32 5, uint64 0, uint64 0)')
        wait(lambda: corrected(app), 'the corrected tag in the next run')
        correct(app, focus)
        app.undo()
        wait(lambda: corrected(app), 'the correction of the run before')


def correct(app, focus):
    app.activate('win', 'reveal', '(uint32 5, uint64 0, uint64 0)')
    app.press('Correct Tags…')
    wait(app.find_dialog, 'the dialog')
    # Down leads from one to the next here, in the library it selects what it leads to.
    tick(app, focus, 'Shares', down='Down')
    with app.closing():
        app.press('Correct')


def corrected(app):
    return any('Corrected by you' in n for n in app.names('list item'))


def policies():
    paths = [SAMPLE]
    for name, words in (('Birch', 'a bicycle'), ('Cedar', 'a telescope')):
        path = home() / f'{name.lower()}.md'
        path.write_text(f'# {name} Privacy Policy\n\nWe collect your name and your e-mail address when you '
                        f'order {words} from our shop, and we share them with advertising partners.\n\n'
                        'You can ask us to delete your data at any time by writing to us.\n')
        paths.append(path)
    return paths


def tick(app, focus, name, down='Tab'):
    """By mouse: GTK 4.8 lends check boxes no action. Where newer GTK does not tell where they are, by key."""
    from gi.repository import Atspi
    box = wait(lambda: next((n for n in app.ui.walk(app.node) if n.get_role_name() == 'check box'
                             and name in n.get_name()), None), f'the check box of {name}')
    is_ticked = lambda: box.get_state_set().contains(Atspi.StateType.CHECKED)
    before = wait(lambda: [is_ticked()], 'its state')[0]
    app.settle()
    if leaves_out_margins(app):
        focus.go_to(app, name, ('check box', 'list item') if down == 'Down' else ('check box',), down=down)
        app.key('space')
    else:
        place = wait(lambda: find_place(box), f'the place of {name}')
        app.ui.xdo('mousemove', '--window', app.window(), place.x + place.width // 2, place.y + place.height // 2)
        app.ui.xdo('click', 1)
    wait_equal(is_ticked, not before)


def find_place(node):
    """Where a widget came to rest."""
    from gi.repository import Atspi
    place = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    time.sleep(.2)
    again = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    same = (place.x, place.y, place.width, place.height) == (again.x, again.y, again.width, again.height)
    return place if same and place.width > 0 else None


def nothing_is_kept_where_there_is_no_room_for_it():
    blocked = home() / 'blocked'
    blocked.write_text('a file where a folder should be')
    with Running(SAMPLE, environment={'XDG_DATA_HOME': str(blocked)}) as app:
        app.grade()
        app.wait_rows(1)


def a_library_that_cannot_be_opened_says_why_and_is_opened_again():
    library = home() / '.local/share/smallprint/library.db'
    for path in library.parent.glob('library.db*'):
        path.unlink()
    library.parent.mkdir(parents=True, exist_ok=True)
    library.write_bytes(b'no database' * 999)
    with Running(SAMPLE, keep_library=True) as app:
        wait(lambda: app.says('is damaged'), 'what is wrong with it')
        app.grade()
        app.wait_rows(1)
        library.unlink()
        app.press('Open the Library Again')
        wait(lambda: not app.says('is damaged'), 'the library')
        wait(library.exists, 'a new one')
    # What was opened meanwhile is kept now.
    with Running(keep_library=True) as app:
        app.wait_rows(1)


def what_was_said_of_a_kept_policy_holds_where_nothing_is_kept_any_more():
    focus = Focus()
    with Running(SAMPLE) as app:
        app.grade()
        app.wait_rows(1)
        correct(app, focus)
        wait(lambda: corrected(app), 'the corrected tag')
        app.open_preferences()
        app.press('Keep policies in the library', SWITCHES)
        with app.closing():
            app.key('Escape')
        app.open(SAMPLE)
        wait(lambda: app.is_selected('Overview'), 'the policy read anew')
        app.activate('win', 'reveal', '(uint32 5, uint64 0, uint64 0)')
        wait(lambda: corrected(app), 'the corrected tag')
        app.wait_rows(1)


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
        app.wait_toast('Not exported')


run(a_policy_is_still_there_in_the_next_run,
    the_window_opens_with_what_it_was_closed_with,
    what_was_open_last_is_offered_where_nothing_is_open,
    what_is_not_kept_leaves_no_trace,
    the_same_file_is_kept_once,
    removing_shows_a_toast_whose_undo_brings_the_policy_back,
    what_is_removed_stays_away,
    several_are_removed_and_brought_back_at_once,
    one_that_is_chosen_is_removed_and_not_the_one_that_is_shown,
    several_are_removed_where_nothing_is_shown,
    several_are_exported_to_a_folder,
    a_search_over_all_policies_leads_to_the_clause,
    a_corrected_tag_stays_and_can_be_undone,
    nothing_is_kept_where_there_is_no_room_for_it,
    a_library_that_cannot_be_opened_says_why_and_is_opened_again,
    what_was_said_of_a_kept_policy_holds_where_nothing_is_kept_any_more,
    export_to_writes_json_and_pdf,
    an_export_that_fails_says_why)
