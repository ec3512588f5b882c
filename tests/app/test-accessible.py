#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every control has a name, and all of them can be reached by keyboard."""

from gui import SAMPLE, Running, check, run, wait_equal

CONTROLS = ('push button', 'button', 'toggle button', 'page tab', 'entry', 'text', 'list item', 'switch',
            'combo box', 'check box')


def nameless(app):
    """Controls without a name, and those that GTK names after their class."""
    return [(n.get_role_name(), n.get_name()) for n in app.ui.walk(app.node)
            if n.get_role_name() in CONTROLS and (not n.get_name() or n.get_name().startswith(('Gtk', 'Adw', 'Sp')))]


def every_control_has_a_name():
    with Running(SAMPLE) as app:
        app.grade()
        for page in ('Overview', 'Clauses', 'Findings', 'Coverage', 'Data'):
            app.turn_to(page)
            app.settle()
            wait_equal(lambda: nameless(app), [])


def buttons_without_words_have_a_tooltip():
    with Running(SAMPLE) as app:
        app.grade()
        app.settle()
        wait_equal(lambda: [n.get_name() for n in app.ui.walk(app.node) if lacks_tooltip(app, n)], [])


def lacks_tooltip(app, node):
    # The menu's tooltip is its name, which newer GTK does not say twice.
    if node.get_role_name() not in ('push button', 'button') or node.get_name() == 'Main Menu':
        return False
    words = [n for n in app.ui.walk(node) if n.get_role_name() == 'label' and n.get_name()]
    return not words and not node.get_description()


def names_of_the_contract_are_there():
    with Running(SAMPLE) as app:
        app.grade()
        for name, *roles in (('Smallprint', 'frame'), ('Library', 'list'), ('Open…', 'push button', 'button'),
                             ('Paste', 'push button', 'button'), ('Export…', 'push button', 'button'),
                             ('Search', 'push button', 'button'), ('Main Menu', 'push button', 'button'),
                             ('Grade', 'label'), ('Transparency', 'label'), ('Protection', 'label'),
                             ('Clarity', 'label'), ('Overview', 'page tab', 'toggle button'),
                             ('Clauses', 'page tab', 'toggle button'),
                             ('Findings', 'page tab', 'toggle button'),
                             ('Coverage', 'page tab', 'toggle button'),
                             ('Data', 'page tab', 'toggle button')):
            app.wait_node(name, *roles)


def tab_reaches_all_parts_of_the_window():
    parts = {'Open…', 'Paste', 'Select Several', 'Export…', 'Search', 'Main Menu'}
    with Running(SAMPLE) as app:
        app.grade()
        app.wait_rows(1)
        app.settle()
        reached = set()
        for _ in range(60):
            app.key('Tab')
            reached.add(app.focused()[1])
        check(parts <= reached, f'Tab does not reach {parts - reached}: {sorted(reached)}')
        # In newer libadwaita the pages are one stop, and the arrow keys go on from there.
        pages = reached & {'Overview', 'Clauses', 'Findings', 'Coverage', 'Data'}
        check(pages, f'Tab does not reach the pages: {sorted(reached)}')
        check(any('Acorn' in r for r in reached), f'Tab does not reach the library: {sorted(reached)}')


def the_dialogs_open():
    with Running(SAMPLE) as app:
        app.grade()
        app.open_preferences()
        app.wait_name('Keep policies in the library', 'label', 'switch', 'list item', 'toggle button')
        with app.closing():
            app.key('Escape')
        app.activate('app', 'about')
        app.wait_name('About', 'frame', 'dialog', 'window')
        with app.closing():
            app.key('Escape')
        app.activate('app', 'shortcuts')
        app.wait_name('Show or hide the library', 'label')


run(every_control_has_a_name,
    buttons_without_words_have_a_tooltip,
    names_of_the_contract_are_there,
    tab_reaches_all_parts_of_the_window,
    the_dialogs_open)
