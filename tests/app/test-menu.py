#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the main menu offers besides files: paper, help, preferences."""

import json
import subprocess

from gui import SAMPLE, TOGGLES, Focus, Running, button, check, home, press_node, run, wait, wait_equal


def the_report_is_printed_as_the_pdf_has_it():
    (home() / '.config/user-dirs.dirs').write_text('XDG_DOCUMENTS_DIR="$HOME/Documents"\n')
    (home() / 'Documents').mkdir()
    pdf, paper = home() / 'report.pdf', home() / 'Documents/Acorn Photos Privacy Policy.pdf'
    with Running(SAMPLE) as app:
        app.grade()
        app.activate('win', 'export-to', f"('pdf', '{pdf.as_uri()}')")
        app.wait_toast('Exported to')
        dialog = ask_for_printer(app)
        # The only printer there is puts it into a file; the list has the focus after the tabs.
        wait(lambda: choose_printer(app, dialog), 'a printer to choose')
        wait(lambda: press_node(find_button(app, dialog, 'Print')), 'the button to be pressed')
        wait_equal(lambda: read_pdf(paper), read_pdf(pdf))
        memory = home() / '.config/smallprint/print.ini'
        wait(lambda: memory.exists() and 'printer=' in memory.read_text(), 'the settings to be remembered')


def a_print_that_is_cancelled_leaves_the_window_as_it_was():
    with Running(SAMPLE) as app:
        grade = app.grade()
        ask_for_printer(app)
        with app.closing():
            app.key('Escape')
        wait(lambda: not app.says('Not printed'), 'no message, as nothing went wrong')
        wait_equal(app.grade, grade)


def help_opens_at_the_page_that_is_shown():
    with Running(SAMPLE) as app:
        app.grade()
        app.turn_to('Findings')
        app.key('F1')
        app.wait_node('Findings: what stands out', 'heading', 'label')
        app.press('Contents')
        app.wait_node('Smallprint Help', 'heading', 'label')
        # The contents are lists of topics, which the keyboard reaches.
        app.key('Tab', 'Return')
        app.wait_node('Open a policy', 'heading', 'label')
        app.key('alt+Left')
        app.wait_node('Smallprint Help', 'heading', 'label')
        with app.closing():
            app.key('Escape')
        app.turn_to('Overview')
        wait(lambda: app.grade().startswith('Grade'), 'the grade')


def help_is_there_before_anything_is_opened():
    with Running() as app:
        app.activate('app', 'help')
        app.wait_node('Smallprint Help', 'heading', 'label')


def a_question_that_counts_twice_shows_both_grades_until_all_is_reset():
    focus = Focus()
    with Running(SAMPLE) as app:
        app.grade()
        app.wait_rows(1)
        app.open_preferences()
        app.turn_to('What Matters')
        focus.go_to(app, 'Protection')
        app.key('Return')
        app.press(button(app, 'Twice as much: '))
        wait(lambda: reviewed(app), 'both grades')
        app.press("Reset to the Rubric’s Weights")
        app.undo()
        wait(lambda: reviewed(app), 'both grades again')
        with app.closing():
            app.key('Escape')
    with Running(SAMPLE, keep_library=True) as app:
        app.grade()
        wait(lambda: reviewed(app), 'both grades in the next run')
        app.open_preferences()
        app.turn_to('What Matters')
        app.press("Reset to the Rubric’s Weights")
        wait(lambda: not reviewed(app), 'the usual grade alone')


def reviewed(app):
    return any('As analysed: ' in n and 'As reviewed by you: ' in n for n in app.names('label'))


def a_law_that_is_wanted_comes_first_and_into_reports():
    focus, path = Focus(), home() / 'laws.json'
    with Running(SAMPLE) as app:
        app.grade()
        app.turn_to('Coverage')
        wait(lambda: stands_before(app, 'GDPR', 'CalOPPA'), 'the law that the text points to to be the first')
        app.open_preferences()
        focus.go_to(app, 'CalOPPA', ('combo box', 'list item'))
        # The list pops up with what is chosen; the next one is “Always first”.
        app.key('Return')
        app.wait_node('Always first', 'label')
        app.key('Down')
        app.key('Return')
        with app.closing():
            app.key('Escape')
        wait(lambda: stands_before(app, 'CalOPPA', 'GDPR'), 'the law to be the first')
        app.activate('win', 'export-to', f"('json', '{path.as_uri()}')")
        app.wait_toast('Exported to')
    check('caloppa' in [pack['id'] for pack in json.loads(path.read_text())['packs']], 'the report has it not')


def stands_before(app, one, other):
    """Whether the button of a law stands before that of another one."""
    laws = [n for n in app.names(*TOGGLES) if n.startswith((one, other))]
    return len(laws) == 2 and laws[0].startswith(one)


def ask_for_printer(app):
    app.activate('win', 'print')
    dialog = app.wait_node('Print', 'dialog')
    wait(app.find_dialog, 'the dialog to have the keys')
    return dialog


def find_button(app, dialog, name):
    """GTK 4.8 names buttons with mnemonics twice, “_Print Print”."""
    return wait(lambda: next((n for n in app.ui.walk(dialog)
                              if n.get_role_name() in TOGGLES and n.get_name().endswith(name)), None), name)


def choose_printer(app, dialog):
    from gi.repository import Atspi
    if find_button(app, dialog, 'Print').get_state_set().contains(Atspi.StateType.SENSITIVE):
        return True
    app.key('Tab', 'Down')
    return False


def read_pdf(path):
    return subprocess.run(['pdftotext', path, '-'], capture_output=True, text=True, check=False).stdout


# Cancelled first: with a printer that is remembered from the last time, the dialog of GTK 4.8 warns of its
# own list when it is closed.
run(a_print_that_is_cancelled_leaves_the_window_as_it_was,
    the_report_is_printed_as_the_pdf_has_it,
    help_opens_at_the_page_that_is_shown,
    help_is_there_before_anything_is_opened,
    a_question_that_counts_twice_shows_both_grades_until_all_is_reset,
    a_law_that_is_wanted_comes_first_and_into_reports)
