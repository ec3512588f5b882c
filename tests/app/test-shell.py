#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shell, the same in both looks: library and policy side by side or one after the other, and the
dialogs above them."""

from gui import SAMPLE, TABS, Focus, Running, check, run, wait, wait_equal

BUTTON = ('push button', 'button')


def resize(app, width, height):
    app.ui.xdo('windowsize', app.window(), width, height)
    app.sync()


def stays_without(app, name):
    app.settle()
    wait(lambda: app.find(name, BUTTON) is None, f'a window without {name}')


def a_wide_window_has_no_way_back_to_the_library():
    with Running(SAMPLE) as app:
        app.grade()
        stays_without(app, 'Back')


def reached(app, focus, keys=14):
    """What Tab reaches: where only one of library and policy is seen, nothing of the other."""
    names = set()
    for _ in range(keys):
        app.key('Tab')
        focus.listen()
        names.add(focus.name)
    return names


def a_narrow_window_shows_library_and_policy_one_after_the_other():
    focus = Focus()
    with Running(SAMPLE) as app:
        app.grade()
        app.wait_rows(1)
        resize(app, 360, 640)
        app.press('Back')
        app.settle()
        names = reached(app, focus)
        check('Select Several' in names and 'Main Menu' not in names, f'{names} is not the library alone')
        app.key('F9')
        app.settle()
        names = reached(app, focus)
        check(names & {'Main Menu', 'Why This Grade?'} and 'Select Several' not in names,
              f'{names} is not the policy alone')
        for key, page in (('ctrl+2', 'Clauses'), ('ctrl+5', 'Data'), ('ctrl+1', 'Overview')):
            app.key(key)
            wait(lambda page=page: app.is_selected(page), f'the page {page}')
        resize(app, 1100, 740)
        wait(lambda: app.find('Back', BUTTON) is None, 'both side by side')
        app.grade()


def hide_library(app):
    """With the one policy that is open."""
    app.grade()
    app.wait_rows(1)
    app.key('F9')
    wait(lambda: not app.rows(), 'the policy alone')


def the_library_hides_and_comes_back():
    with Running(SAMPLE) as app:
        hide_library(app)
        app.wait_node('Overview', *TABS)
        # Nor is there a way back to what was hidden on purpose.
        stays_without(app, 'Back')
        app.key('F9')
        app.wait_rows(1)
        app.key('F9')
        app.activate('win', 'search-library')
        app.wait_node('Search in all policies', 'entry', 'text')
        app.wait_rows(1)


def what_was_hidden_in_a_wide_window_is_reached_in_a_narrow_one():
    with Running(SAMPLE) as app:
        hide_library(app)
        resize(app, 360, 640)
        app.press('Back')
        app.wait_rows(1)
        app.key('F9')
        resize(app, 1100, 740)
        wait(lambda: not app.rows(), 'the policy alone again')
        app.key('F9')
        app.wait_rows(1)


def a_dialog_closes_by_its_button_and_by_escape():
    with Running(SAMPLE) as app:
        grade = app.grade()
        app.activate('win', 'reveal', '(uint32 5, uint64 0, uint64 0)')
        for close in (lambda: app.press('Cancel'), lambda: app.key('Escape')):
            app.press('Correct Tags…')
            app.wait_node('Correct', *BUTTON)
            with app.closing():
                close()
            wait(lambda: app.find('Correct', BUTTON) is None, 'the end of the dialog')
        app.activate('win', 'choose-encoding')
        app.wait_name('Greek (Windows-1253)', 'list item', 'label')
        with app.closing():
            app.key('Escape')
        wait(lambda: not app.says('Greek (Windows-1253)'), 'the end of the list of encodings')
        app.turn_to('Overview')
        wait_equal(app.grade, grade)


run(a_wide_window_has_no_way_back_to_the_library,
    a_narrow_window_shows_library_and_policy_one_after_the_other,
    the_library_hides_and_comes_back,
    what_was_hidden_in_a_wide_window_is_reached_in_a_narrow_one,
    a_dialog_closes_by_its_button_and_by_escape)
