#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was read is kept, can be removed and brought back, and can be exported."""

import json
import subprocess

from gui import SAMPLE, Focus, Running, check, check_equal, home, need_focus, need_places, run, wait


def a_policy_is_still_there_in_the_next_run():
    with Running(SAMPLE) as app:
        grade = app.grade()
        app.wait_rows(1)
    with Running(keep_library=True) as app:
        row = app.wait_rows(1)[0]
        check(grade.split(',')[0] in row, f'{row!r} has not {grade!r}')


def the_window_opens_with_what_it_was_closed_with():
    kept = {'GSETTINGS_BACKEND': 'keyfile'}
    with Running(SAMPLE, environment=kept) as app:
        app.grade()
        app.wait_rows(1)
        app.turn_to('Findings')
        wait(lambda: app.is_selected('Findings'), 'the page Findings')
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
        need_focus(app)
        focus.go_to(app, 'Try a Sample', ('push button', 'button'))
        app.key('Tab', 'Return')
        check_equal(app.grade(), grade)


def what_is_not_kept_leaves_no_trace():
    kept = {'GSETTINGS_BACKEND': 'keyfile'}
    with Running(SAMPLE, environment=kept) as app:
        app.grade()
        app.activate('win', 'delete')
        app.wait_rows(0)
        app.activate('app', 'preferences')
        with app.closing():
            app.wait_node('Keep policies in the library', 'switch', 'check box').get_action_iface().do_action(0)
            app.key('Escape')
        app.open(SAMPLE)
        app.wait_rows(1)
    with Running(environment=kept, keep_library=True) as app:
        app.wait_node('Try a Sample', 'push button', 'button')
        check_equal(app.rows(), [])
    settings = home() / '.config/glib-2.0/settings/keyfile'
    check('last-policy' not in settings.read_text() or "last-policy=''" in settings.read_text(), 'it is remembered')
    settings.unlink()


def the_same_file_is_kept_once():
    with Running(SAMPLE) as app:
        app.grade()
        app.open(SAMPLE)
        app.wait_rows(1)


def removing_shows_a_toast_whose_undo_brings_the_policy_back():
    with Running(SAMPLE) as app:
        app.grade()
        before = app.wait_rows(1)
        app.activate('win', 'delete')
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


def several_are_removed_and_brought_back_at_once():
    with Running(*policies()) as app:
        app.grade()
        before = app.wait_rows(3)
        app.press('Select Several')
        for name in ('Birch', 'Cedar'):
            tick(app, name)
        wait(lambda: app.says('3 selected') or app.says('2 selected'), 'the number of the selected')
        app.press('Remove Selected')
        wait(lambda: len(app.rows()) < 3, 'a shorter list')
        app.press('Undo')
        check_equal(app.wait_rows(3), before)


def several_are_exported_to_a_folder():
    folder = home() / 'several'
    folder.mkdir()
    with Running(*policies()) as app:
        app.grade()
        app.wait_rows(3)
        app.press('Select Several')
        for name in ('Birch', 'Cedar'):
            tick(app, name)
        app.activate('win', 'export-selected-to', f"('json', '{folder.as_uri()}')")
        wait(lambda: len(list(folder.glob('*.json'))) >= 2, 'the files')


def a_search_over_all_policies_leads_to_the_clause():
    with Running(*policies()) as app:
        app.grade()
        app.wait_rows(3)
        app.activate('win', 'search-library')
        app.ui.xdo('type', '--delay', '40', 'telescope')
        hit = wait(lambda: next((n for n in app.ui.walk(app.node) if n.get_role_name() == 'list item'
                                 and 'telescope' in n.get_name()), None), 'a hit with its words')
        check('Cedar' in hit.get_name(), f'{hit.get_name()!r} is another policy')
        need_places(app)
        check(app.says('Found in 1 policy'), 'the number of policies is not said')
        click(app, hit)
        wait(lambda: app.is_selected('Clauses'), 'the page Clauses')


def a_corrected_tag_stays_and_can_be_undone():
    with Running(SAMPLE) as app:
        app.grade()
        app.wait_rows(1)
        correct(app)
        wait(lambda: app.says('Tags corrected'), 'the toast')
        wait(lambda: corrected(app), 'the corrected tag')
    with Running(SAMPLE, keep_library=True) as app:
        app.grade()
        app.activate('win', 'reveal', '(uint32 5, uint64 0, uint64 0)')
        wait(lambda: corrected(app), 'the corrected tag in the next run')
        correct(app)
        wait(lambda: app.find('Undo', ('push button', 'button')), 'the way back')
        app.press('Undo')
        wait(lambda: corrected(app), 'the correction of the run before')


def correct(app):
    app.activate('win', 'reveal', '(uint32 5, uint64 0, uint64 0)')
    app.press('Correct Tags…')
    tick(app, 'Shares')
    with app.closing():
        app.press('Correct')


def corrected(app):
    return any('corrected by you' in n for n in app.names('list item'))


def policies():
    paths = [SAMPLE]
    for name, words in (('Birch', 'a bicycle'), ('Cedar', 'a telescope')):
        path = home() / f'{name.lower()}.md'
        path.write_text(f'# {name} Privacy Policy\n\nWe collect your name and your e-mail address when you '
                        f'order {words} from our shop, and we share them with advertising partners.\n\n'
                        'You can ask us to delete your data at any time by writing to us.\n')
        paths.append(path)
    return paths


def tick(app, name):
    click(app, wait(lambda: next((n for n in app.ui.walk(app.node) if n.get_role_name() == 'check box'
                                  and name in n.get_name()), None), f'the check box of {name}'))


def click(app, node):
    """By mouse: GTK 4.8 lends check buttons and rows no action."""
    from gi.repository import Atspi
    need_places(app)
    place = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    app.ui.xdo('mousemove', '--window', app.window(), place.x + place.width // 2, place.y + place.height // 2)
    app.ui.xdo('click', 1)


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
    the_window_opens_with_what_it_was_closed_with,
    what_was_open_last_is_offered_where_nothing_is_open,
    what_is_not_kept_leaves_no_trace,
    the_same_file_is_kept_once,
    removing_shows_a_toast_whose_undo_brings_the_policy_back,
    what_is_removed_stays_away,
    several_are_removed_and_brought_back_at_once,
    several_are_exported_to_a_folder,
    a_search_over_all_policies_leads_to_the_clause,
    a_corrected_tag_stays_and_can_be_undone,
    nothing_is_kept_where_there_is_no_room_for_it,
    export_to_writes_json_and_pdf,
    an_export_that_fails_says_why)
