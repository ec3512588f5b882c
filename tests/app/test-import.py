#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Policies come in by every route, and what cannot be read is told."""

import contextlib
import re
import subprocess
import time

from gui import SAMPLE, TOOLS, Running, check_equal, home, run, wait

TEXT = '''We collect your name and your e-mail address when you create an account. We may share this
information with advertising partners so that they can show you advertisements. We keep your data for
as long as necessary for our business purposes. You can ask us to delete your data at any time by
writing to privacy@birch.example. We use encryption to protect your data. We may change this privacy
policy from time to time, and your continued use of the service means that you accept the changes.
'''


def write(name, content):
    path = home() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(content, encoding='utf-8')
    return path


def page(title):
    return f'<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{TEXT}</p></body></html>'


def a_running_program_is_handed_files_over_the_bus():
    with Running() as app:
        app.open(SAMPLE)
        wait(lambda: re.match(r'Grade [A-E]', app.grade()), 'a grade')


def three_files_dropped_on_the_window_are_counted_and_read():
    files = [write(f'dropped/{name}.html', page(f'{name} Privacy Policy')) for name in ('Birch', 'Rowan', 'Yew')]
    with Running() as app, dragging(app, 'Read 3 files', *files):
        app.wait_rows(3)


def a_selection_dragged_out_of_a_browser_is_read():
    with Running() as app, dragging(app, 'Read the text', '--as', 'text/html', page('Maple Privacy Policy'),
                                    'text/plain;charset=utf-8', TEXT):
        wait(lambda: 'Maple' in app.wait_rows(1)[0], 'the HTML')


def plain_text_dragged_onto_the_window_is_read():
    with Running() as app, dragging(app, 'Read the text', '--as', 'text/plain;charset=utf-8', TEXT):
        app.wait_rows(1)


def a_page_dragged_out_of_a_browser_is_refused_with_advice():
    address = 'https://birch.example/privacy'
    with Running() as app, dragging(app, 'Pages on the Web Cannot Be Opened', '--as', 'text/uri-list', address + '\r\n',
                                    'text/html', f'<a href="{address}">Privacy</a>'):
        app.wait_name('Save the page in your browser', 'label')
        app.wait_rows(0)


def a_picture_is_told_to_be_none_before_it_is_let_go():
    picture = write('dropped/cat.png', b'\x89PNG\r\n\x1a\n')
    with Running() as app, dragging(app, 'This Kind of File Cannot Be Read', picture):
        app.wait_name('a picture', 'label')
        app.wait_rows(0)


def an_address_on_the_clipboard_is_answered_with_advice():
    with Running() as app:
        owner = own_clipboard('text/plain;charset=utf-8', 'https://birch.example/privacy')
        try:
            wait(lambda: advice(app), 'the advice')
            app.wait_rows(0)
        finally:
            owner.kill()
            owner.wait()


def advice(app):
    # It takes a while to learn who owns the clipboard.
    app.activate('app', 'paste')
    time.sleep(1)
    return app.says('Save the page in your browser')


@contextlib.contextmanager
def dragging(app, words, *content):
    """Something is dragged onto the window, which says what it will do, and let go."""
    source = subprocess.Popen(['/usr/bin/python3', TOOLS / 'drag-source.py', *content], stdout=subprocess.PIPE, text=True)
    try:
        check_equal(source.stdout.readline().strip(), 'ready')
        drag = wait(lambda: search(app, 'drag-source'), 'the window to drag from')
        app.ui.xdo('windowmove', drag, 1000, 740)
        time.sleep(.5)
        app.ui.drag(drag, app.window(), 80, 60, 700, 400, hover=lambda: hover_over(app, words))
        yield
    finally:
        source.kill()
        source.wait()


def hover_over(app, words):
    # The program may get to see the pointer only later than it came.
    wait(lambda: wiggle(app) and any(words in n for n in app.names('label')), f'“{words}”')
    # The end of a queue that nobody sees is notified, and nobody takes notifications here.
    app.ui.xdo('windowfocus', app.window())


def wiggle(app):
    app.ui.xdo('mousemove_relative', '--', 1, 0)
    app.ui.xdo('mousemove_relative', '--', -1, 0)
    return True


def look_elsewhere(app, window):
    """The window comes to the front with the files, but the reader goes on with something else."""
    app.ui.xdo('windowfocus', window)
    return True


def search(app, name):
    try:
        return app.ui.xdo('search', '--onlyvisible', '--name', name)
    except subprocess.CalledProcessError:
        return None


def text_on_the_clipboard_is_pasted():
    with Running() as app:
        owner = own_clipboard('text/plain;charset=utf-8', TEXT)
        try:
            app.paste()
            app.wait_rows(1)
        finally:
            owner.kill()
            owner.wait()


def html_on_the_clipboard_goes_before_text():
    with Running() as app:
        owner = own_clipboard('text/html', page('Cedar Privacy Policy'), 'text/plain;charset=utf-8', 'x')
        try:
            app.paste()
            wait(lambda: 'Cedar' in app.wait_rows(1)[0], 'the HTML')
        finally:
            owner.kill()
            owner.wait()


def own_clipboard(*contents):
    """Another program that holds the clipboard: pairs of media type and text."""
    script = (
        'import sys, gi\n'
        'gi.require_version("Gdk", "4.0"); gi.require_version("Gtk", "4.0")\n'
        'from gi.repository import Gdk, GLib, Gtk\n'
        'Gtk.init()\n'
        'a = sys.argv[1:]\n'
        'parts = [Gdk.ContentProvider.new_for_bytes(t, GLib.Bytes.new(c.encode()))\n'
        '         for t, c in zip(a[::2], a[1::2])]\n'
        'Gdk.Display.get_default().get_clipboard().set_content(Gdk.ContentProvider.new_union(parts))\n'
        'print("ready", flush=True)\n'
        'GLib.MainLoop().run()\n')
    process = subprocess.Popen(['/usr/bin/python3', '-c', script, *contents], stdout=subprocess.PIPE, text=True)
    check_equal(process.stdout.readline().strip(), 'ready')
    return process


def several_files_are_read_one_after_another():
    files = [write(f'many/{name}.html', page(f'{name} Privacy Policy')) for name in ('Alder', 'Elm', 'Fir')]
    with Running(*files) as app:
        app.wait_rows(3)


def a_folder_is_walked():
    folder = write('folder/one.txt', 'Privacy Policy\n\n' + TEXT).parent
    write('folder/deeper/two.md', '# Privacy Policy of Two\n\n' + TEXT)
    write('folder/picture.png', b'\x89PNG\r\n')
    with Running(folder) as app:
        app.wait_rows(2)


def a_broken_file_among_several_is_told_and_the_rest_is_read():
    files = [write('mix/good.html', page('Good Privacy Policy')), write('mix/broken.txt', b'\0\1\2\xff\xfe\0' * 99),
             write('mix/better.html', page('Better Privacy Policy'))]
    with Running(*files) as app:
        app.wait_rows(2)
        app.wait_name('broken.txt', 'list item', 'label')
        app.press('Remove from Queue: broken.txt')
        wait(lambda: not any('broken.txt' in n for n in app.names('list item')), 'the row to go')


def a_missing_file_is_told_in_the_page():
    with Running(home() / 'nothing-here.html') as app:
        app.wait_name('“nothing-here.html” Could Not Be Read', 'label')
        app.open(SAMPLE)
        wait(lambda: re.match(r'Grade [A-E]', app.grade()), 'a window that goes on')


def a_text_too_short_is_shown_without_a_grade():
    with Running(write('short.txt', 'We like privacy.')) as app:
        wait(lambda: app.grade().startswith('No grade'), 'no grade')
        app.turn_to('Clauses')
        wait(lambda: 'We like privacy.' in app.wait_text('Policy Text', 'text'), 'the text')


def a_web_address_is_refused_with_advice():
    with Running() as app:
        app.call('/io/github/smallprint/Smallprint', 'org.freedesktop.Application.Open',
                 '["https://birch.example/privacy"]', '{}')
        app.wait_name('network', 'label')


def the_end_of_a_long_queue_is_notified_to_who_is_elsewhere():
    # Long enough for the reader to go elsewhere before the end.
    files = [write(f'queue/{n}.txt', f'Privacy Policy of Tree {n}\n\n' + (TEXT + '\n') * 600) for n in range(6)]
    told = home() / 'told'
    with told.open('w') as output:
        daemon = subprocess.Popen(['/usr/bin/python3', TOOLS / 'notification-daemon.py'], stdout=output)
    other = subprocess.Popen(['/usr/bin/python3', TOOLS / 'drag-source.py', SAMPLE], stdout=subprocess.DEVNULL)
    try:
        wait(lambda: 'ready' in told.read_text(), 'somebody to take notifications')
        with Running() as app:
            elsewhere = wait(lambda: search(app, 'drag-source'), 'another window')
            app.ui.xdo('windowfocus', app.window())
            app.open(*files)
            wait(lambda: look_elsewhere(app, elsewhere) and 'notified: 6 policies read' in told.read_text(),
                 'the notification', 180)
            app.ui.xdo('windowfocus', app.window())
            wait(lambda: 'withdrawn' in told.read_text(), 'the notification to go')
    finally:
        for process in (daemon, other):
            process.kill()
            process.wait()


def cancel_stops_a_long_analysis_and_keeps_nothing():
    # Long enough to be caught at work on any machine.
    with Running(write('long.txt', 'Privacy Policy\n\n' + (TEXT + '\n') * 20000)) as app:
        app.wait_node('Analysis progress', 'progress bar')
        wait(lambda: app.says('long.txt: '), 'the name of the file that is read')
        start = time.monotonic()
        app.press('Cancel')
        wait(lambda: not any('long.txt' in n for n in app.names('list item')), 'the queue to be empty')
        print(f'# stopped after {time.monotonic() - start:.1f} s')
        app.wait_rows(0)


run(a_running_program_is_handed_files_over_the_bus,
    three_files_dropped_on_the_window_are_counted_and_read,
    a_selection_dragged_out_of_a_browser_is_read,
    plain_text_dragged_onto_the_window_is_read,
    a_page_dragged_out_of_a_browser_is_refused_with_advice,
    a_picture_is_told_to_be_none_before_it_is_let_go,
    an_address_on_the_clipboard_is_answered_with_advice,
    text_on_the_clipboard_is_pasted,
    html_on_the_clipboard_goes_before_text,
    several_files_are_read_one_after_another,
    a_folder_is_walked,
    a_broken_file_among_several_is_told_and_the_rest_is_read,
    a_missing_file_is_told_in_the_page,
    a_text_too_short_is_shown_without_a_grade,
    a_web_address_is_refused_with_advice,
    the_end_of_a_long_queue_is_notified_to_who_is_elsewhere,
    cancel_stops_a_long_analysis_and_keeps_nothing)
