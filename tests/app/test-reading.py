#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A policy is opened and read: grade, scores, pages, evidence, search."""

import re

from gui import SAMPLE, Running, run, wait, wait_equal


def first_run_offers_three_ways_in():
    with Running() as app:
        for name in ('Open…', 'Paste', 'Try a Sample', 'Main Menu'):
            app.wait_node(name, 'push button', 'button')
        wait(lambda: app.says('Nothing leaves this computer.'), 'the promise')
        app.press('Try a Sample')
        wait(lambda: re.match(r'Grade [A-E]', app.grade()), 'the grade of the sample')
        app.wait_rows(1)


def a_file_given_as_an_argument_shows_its_grade_and_scores():
    with Running(SAMPLE) as app:
        wait(lambda: re.match(r'Grade [A-E]', app.grade()), 'a grade')
        for name in ('Transparency', 'Protection', 'Clarity'):
            wait(lambda name=name: re.fullmatch(rf'{name}: \d+ of 100', app.wait_text(name, 'label')), f'the score {name}')
        wait(lambda: re.search(r'Acorn Photos.*Grade [A-E]', app.wait_rows(1)[0]), 'title and grade in the library')


def pages_turn_by_button_and_by_key():
    with Running(SAMPLE) as app:
        app.grade()
        for page in ('Clauses', 'Findings', 'Coverage', 'Data', 'Overview'):
            app.turn_to(page)
        for key, page in (('ctrl+3', 'Findings'), ('ctrl+4', 'Coverage'), ('ctrl+5', 'Data')):
            app.key(key)
            wait(lambda page=page: app.is_selected(page), f'the page {page} by key')


def a_quote_leads_to_its_clause_and_back_returns():
    with Running(SAMPLE) as app:
        app.grade()
        # What every row of evidence activates, as on the bus: segment, start and end byte.
        app.activate('win', 'reveal', '(uint32 3, uint64 0, uint64 0)')
        wait(lambda: app.is_selected('Clauses'), 'the page Clauses')
        wait(lambda: app.says('Speaks Of') or app.find('Speaks Of', ('heading',)), 'details of the clause')
        app.key('alt+Left')
        wait(lambda: app.is_selected('Overview'), 'the way back')


def a_row_of_the_overview_leads_to_the_clauses_by_keyboard():
    with Running(SAMPLE) as app:
        app.grade()
        app.settle()
        for _ in range(40):
            app.key('Tab')
            role, name = app.focused()
            if role == 'list item' and 'Acorn' not in name:
                break
        app.key('Return')
        wait(lambda: app.is_selected('Clauses'), 'the page Clauses')


def search_counts_and_moves_among_matches():
    with Running(SAMPLE) as app:
        app.grade()
        app.key('ctrl+f')
        wait(lambda: app.is_selected('Clauses'), 'the page Clauses')
        app.type_in_entry('advertising')
        n = SAMPLE.read_text().lower().count('advertising')
        wait(lambda: f'1 of {n}' in app.names('label'), f'the first of {n} matches')
        app.press('Next Match')
        wait(lambda: f'2 of {n}' in app.names('label'), 'the next match')
        app.press('Previous Match')
        wait(lambda: f'1 of {n}' in app.names('label'), 'the previous match')
        app.key('Return')
        wait(lambda: f'2 of {n}' in app.names('label'), 'the next match by key')


def a_filter_chip_says_how_many_clauses_it_shows():
    with Running(SAMPLE) as app:
        app.grade()
        app.turn_to('Clauses')
        app.press('All Filters')
        chip = wait(lambda: next((n for n in app.names('push button', 'toggle button')
                                  if n.startswith('Shares, ')), None), 'the chip of a tag')
        whole = app.wait_text('Policy Text', 'text')
        app.press(chip)
        wait(lambda: 0 < len(app.wait_text('Policy Text', 'text')) < len(whole), 'a shorter text')
        app.press(chip)
        wait_equal(lambda: app.wait_text('Policy Text', 'text'), whole)


run(first_run_offers_three_ways_in,
    a_file_given_as_an_argument_shows_its_grade_and_scores,
    pages_turn_by_button_and_by_key,
    a_quote_leads_to_its_clause_and_back_returns,
    a_row_of_the_overview_leads_to_the_clauses_by_keyboard,
    search_counts_and_moves_among_matches,
    a_filter_chip_says_how_many_clauses_it_shows)
