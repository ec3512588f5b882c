#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Overview, Findings, Coverage and Data: what they say, where they lead, what can be taken back."""

import re

from gui import (SAMPLE, SWITCHES, TOGGLES, Focus, Running, button, check, check_equal, rows, run, wait,
                 wait_equal)


def the_points_add_up_to_the_score():
    with Running(SAMPLE) as app:
        app.grade()
        score = float(re.search(r'(\d+) of 100', app.wait_text('Transparency', 'label')).group(1))
        app.press('Why This Grade?')
        wait_equal(lambda: len(rows(app, 'Sum: ')), 3)
        sums, questions = wait(lambda: (rows(app, 'Sum: '), rows(app, ' points. ')), 'the table')
        points = [(float(a), float(b)) for a, b in
                  (re.search(r'\? ([\d.]+) of ([\d.]+) points\.', n).groups() for n in questions if 'Does' in n)]
        earned, possible = map(float, re.search(r'Sum: ([\d.]+) of ([\d.]+) points', sums[0]).groups())
        # The questions of Transparency all begin with “Does”, those of Clarity do not all.
        table = points[:20]
        check(abs(sum(p for p, _ in table) - earned) < .01, f'{table} is not {earned}')
        check(abs(sum(w for _, w in table) - possible) < .01, f'{table} is not of {possible}')
        check(abs(100 * earned / possible - score) <= .5, f'{earned} of {possible} is not {score} of 100')


def a_score_leads_to_its_table_and_back_returns():
    focus = Focus()
    with Running(SAMPLE) as app:
        app.grade()
        focus.go_to(app, 'Protection: ')
        app.key('Return')
        wait(lambda: rows(app, 'Sum: '), 'the table of points')
        wait(lambda: 'Are your data sold' in focus.name, 'the focus in the table')
        app.key('alt+Left')
        wait(lambda: app.find('Why This Grade?', ('push button', 'button')), 'the overview')
        wait(lambda: app.is_selected('Overview'), 'the page Overview')


def unfold_a_serious_finding(app, focus):
    """On the page Findings; returns the title."""
    app.turn_to('Findings')
    title = focus.go_to(app, 'Serious: ').split(': ', 1)[1]
    app.key('Return')
    return title


def dismiss_a_serious_finding(app, focus):
    title = unfold_a_serious_finding(app, focus)
    app.press(button(app, f'Dismiss: {title}'))
    wait(lambda: app.says('Dismissed (1)'), 'the group of dismissed findings')
    return title


def watch_out(app):
    """The rows of that list of the overview."""
    items = app.wait_node('Watch Out', 'list')
    return wait(lambda: [items.get_child_at_index(i).get_name() for i in range(items.get_child_count())], 'its rows')


def a_finding_is_dismissed_and_brought_back():
    with Running(SAMPLE) as app:
        grade = app.grade()
        wait(lambda: any('Serious' in name for name in watch_out(app)), 'the overview')
        title = dismiss_a_serious_finding(app, Focus())
        app.turn_to('Overview')
        wait(lambda: any('As analysed: ' in n for n in app.names('label')), 'the grade as analysed')
        wait(lambda: f'Serious: {title}' not in watch_out(app), 'the other findings')
        # The toast with its button may be gone by now.
        app.key('ctrl+z')
        wait(lambda: not any('As analysed: ' in n for n in app.names('label')), 'the overview as it was')
        wait(lambda: f'Serious: {title}' in watch_out(app), 'the finding that is back')
        wait_equal(app.grade, grade)
        app.turn_to('Findings')
        wait(lambda: not app.says('Dismissed (1)'), 'the findings as they were')


def a_dismissed_finding_can_be_counted_again():
    focus = Focus()
    with Running(SAMPLE) as app:
        app.grade()
        title = dismiss_a_serious_finding(app, focus)
        app.settle()
        focus.go_to(app, f'Serious: {title}')
        app.key('Return')
        app.press(button(app, f'Restore: {title}'))
        wait(lambda: not app.says('Dismissed (1)'), 'the findings as they were')


def what_else_was_unfolded_stays_so_while_a_finding_is_dismissed():
    focus = Focus()
    with Running(SAMPLE) as app:
        app.grade()
        title = unfold_a_serious_finding(app, focus)
        kept = focus.go_to(app, 'Caution: ')
        app.key('Return')
        button(app, f'Dismiss: {kept.split(": ", 1)[1]}')
        app.press(f'Dismiss: {title}')
        wait(lambda: app.says('Dismissed (1)'), 'the group of dismissed findings')
        button(app, f'Dismiss: {kept.split(": ", 1)[1]}')
        check_equal(focus.name, kept)
        # The keys go on from there.
        app.key('Return', 'Return')
        check_equal(focus.go_to(app, 'Dismiss: ', TOGGLES), f'Dismiss: {kept.split(": ", 1)[1]}')
        app.key('Return')
        wait(lambda: app.says('Dismissed (2)'), 'both among the dismissed')
        wait(lambda: focus.role == 'list item' and focus.name != kept, 'the next row to have the focus')


def a_deal_breaker_lowers_the_grade_until_it_is_switched_off():
    def says_as_reviewed():
        return next((n for n in app.names('label') if 'As reviewed by you: ' in n), '')

    with Running(SAMPLE) as app:
        grade = app.grade()
        app.open_preferences()
        app.turn_to('What Matters')
        app.press('Take it or leave it', SWITCHES)
        wait(lambda: 'As reviewed by you: Grade E' in says_as_reviewed(), 'the grade as reviewed')
        wait(lambda: app.grade() != grade, f'another grade than {grade!r}')
        app.press('Take it or leave it', SWITCHES)
        wait(lambda: not says_as_reviewed(), 'the overview as it was')
        wait_equal(app.grade, grade)
        app.key('Escape')


def coverage_names_the_law_its_items_and_what_was_looked_for():
    focus = Focus()
    with Running(SAMPLE) as app:
        app.grade()
        app.turn_to('Coverage')
        wait(lambda: app.says('What the text mentions. Not a legal opinion.'), 'the standing line')
        button(app, ', suggested')
        bar = wait(lambda: next((n for n in app.names('image') if ' not found' in n), None), 'the bar in words')
        stated, partly, absent = map(int, re.match(r'(\d+) stated, (\d+) partly stated, (\d+) not found',
                                                   bar).groups())
        for part, n in (('stated: ', stated), ('partly stated: ', partly), ('not found: ', absent)):
            wait_equal(lambda part=part: len([r for r in rows(app) if r.startswith(part)]), n)
        focus.go_to(app, 'stated: ')
        app.key('Return')
        wait(lambda: rows(app, '“'), 'a quote')


def data_say_what_goes_where_and_lead_to_the_words():
    focus = Focus()
    with Running(SAMPLE) as app:
        app.grade()
        app.turn_to('Data')
        app.wait_node('Who gets the data', 'combo box')
        cell = button(app, ': Yes')
        check(re.match(r'.+, (used|shared|sold).*: Yes', cell), f'{cell!r} says too little')
        app.press('List')
        row = wait(lambda: next((r for r in rows(app) if ': Yes – ' in r), None), 'a row as a sentence')
        focus.go_to(app, row)
        app.key('Return')
        quotes = wait(lambda: rows(app, ' · '), 'statements')
        focus.go_to(app, quotes[0])
        app.key('Return')
        wait(lambda: app.is_selected('Clauses'), 'the page Clauses')
        app.key('alt+Left')
        wait(lambda: app.is_selected('Data'), 'the way back')


run(the_points_add_up_to_the_score,
    a_score_leads_to_its_table_and_back_returns,
    a_finding_is_dismissed_and_brought_back,
    a_dismissed_finding_can_be_counted_again,
    what_else_was_unfolded_stays_so_while_a_finding_is_dismissed,
    a_deal_breaker_lowers_the_grade_until_it_is_switched_off,
    coverage_names_the_law_its_items_and_what_was_looked_for,
    data_say_what_goes_where_and_lead_to_the_words)
