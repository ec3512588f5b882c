# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the desktop program share: a display of their own, the program in it, and the
hands of a user. A test is a function of one running program; run () calls all of a script's and
prints TAP. Where the display or the accessibility tools are missing, a script says so and skips.
"""

import contextlib
import itertools
import os
import shutil
import subprocess
import sys
import time
import traceback
from pathlib import Path

HERE = Path(__file__).resolve().parent
TOOLS = HERE.parent / 'tools'
SOURCE = HERE.parent.parent
SAMPLE = SOURCE / 'data' / 'sample' / 'acorn-photos-policy.md'
ID = 'io.github.smallprint.Smallprint'
PATH = '/' + ID.replace('.', '/')
TOGGLES = ('push button', 'button', 'toggle button')
SWITCHES = ('switch', 'check box')
TABS = ('page tab', 'toggle button', 'radio button')
SCALE = float(os.environ.get('SP_TEST_TIMEOUT_SCALE', '1'))

sys.path.insert(0, str(TOOLS))


def missing_tool():
    for tool in ('Xvfb', 'dbus-run-session', 'xdotool', 'gdbus'):
        if shutil.which(tool) is None:
            return tool
    try:
        import gi
        gi.require_version('Atspi', '2.0')
        gi.require_version('Gtk', '4.0')
    except (ImportError, ValueError) as error:
        return str(error)
    return None


def enter_display():
    """Starts the script again inside a display and a session bus of its own."""
    reason = missing_tool()
    if reason:
        print(f'1..0 # SKIP needs {reason}')
        sys.exit(0)
    if 'SP_TEST_INSIDE' not in os.environ:
        os.environ['SP_TEST_INSIDE'] = '1'
        # Warnings end the program, but not the driver: those of AT-SPI mean nothing.
        os.environ['SP_TEST_G_DEBUG'] = os.environ.pop('G_DEBUG', '')
        os.execv(TOOLS / 'with-display.sh', ['with-display.sh', '/usr/bin/python3', *sys.argv])


def wait(probe, what, seconds=60):
    """Waits until probe () is true and returns that. Whatever the program does takes its time, so a test looks
    at nothing but through this."""
    import ui
    try:
        return ui.wait_for(lambda: quietly(probe), seconds * SCALE)
    except SystemExit:
        raise AssertionError(f'waited in vain for {what}') from None


def wait_equal(probe, expected):
    """Waits until probe () is that; otherwise tells what it was last."""
    last = []

    def matches():
        last[:] = [probe()]
        return last[0] == expected

    try:
        wait(matches, expected)
    except AssertionError:
        raise AssertionError(f'{last} did not become {expected!r}') from None


def quietly(probe):
    """Widgets may not be there yet, or go away while they are looked at."""
    from gi.repository import GLib
    try:
        return probe()
    except (GLib.Error, AttributeError):
        return None


def walk_back(node):
    """The widgets from the last to the first: toasts and the library stand near the end."""
    for i in reversed(range(node.get_child_count())):
        child = node.get_child_at_index(i)
        if child:
            yield from walk_back(child)
    yield node


class App:
    """The program, started with files, and what a user does with it."""

    def __init__(self, *files, environment=None):
        import ui
        from gi.repository import Atspi
        self.ui = ui
        # What the program does for a button may take longer than the second that is usual.
        Atspi.set_timeout(int(60000 * SCALE), int(60000 * SCALE))
        debug = {'G_DEBUG': os.environ.get('SP_TEST_G_DEBUG', '')}
        # Where the pointer rests a tooltip may show, which is a window too.
        ui.xdo('mousemove', 1279, 899)
        self.process = subprocess.Popen([sys.argv[1], *map(str, files)],
                                        env={**os.environ, **debug, **(environment or {})})
        try:
            self.node = wait(lambda: ui.application(self.process.pid), 'the program')
            self.frame = wait(lambda: self.find('Smallprint', ('frame',)), 'the window')
            wait(self.window, 'the window on the screen')
        except AssertionError:
            self.kill()
            raise

    def close(self):
        """Ends the program as a user does, and tells whether it ended well."""
        try:
            if self.process.poll() is None:
                self.activate('app', 'quit')
            return self.process.wait(60 * SCALE)
        except (subprocess.SubprocessError, AssertionError):
            return self.kill()

    def kill(self):
        self.process.kill()
        return self.process.wait()

    def settle(self):
        """Waits until two walks in a row find the same: pages fill gradually."""
        seen = []

        def is_settled():
            seen.append([(n.get_role_name(), n.get_name()) for n in self.ui.walk(self.node)])
            return len(seen) > 1 and seen[-1] == seen[-2]

        wait(is_settled, 'the window to come to rest')

    def sync(self):
        """Until the program has taken the keys that the display got before, and its news have come: it answers
        in the order in which it is told, an event or a question at a time."""
        from gi.repository import Atspi, GLib
        for _ in range(10):
            quietly(lambda: Atspi.Component.get_extents(self.frame, Atspi.CoordType.WINDOW))
        while GLib.MainContext.default().iteration(False):
            pass

    def find(self, name, roles):
        return next(filter(None, (self.ui.node(w, name, roles) for w in self.top_windows())), None)

    def names(self, *roles):
        return [n.get_name() for n in self.ui.walk(self.node) if n.get_role_name() in roles]

    def wait_node(self, name, *roles):
        return wait(lambda: self.find(name, roles), f'{roles} “{name}”')

    def wait_text(self, name, *roles):
        """The text of the label with that accessible name."""
        return wait(lambda: self.ui.text(self.find(name, roles)), f'the text of “{name}”')

    def wait_name(self, part, *roles):
        """The first accessible name that holds a part."""
        return wait(lambda: next((n.get_name() for n in walk_back(self.node)
                                  if part in n.get_name() and n.get_role_name() in roles), None), f'“{part}”')

    def status(self):
        """What the lines say that change by themselves; newer GTK leaves them without a name."""
        return [n.get_name() or (self.ui.text(n) if n.get_text_iface() else '') for n in self.ui.walk(self.node)
                if n.get_role_name() in ('label', 'status bar')]

    def says(self, part):
        """Whether any label or list item says that."""
        return any(part in n for n in (*self.names('list item', 'heading'), *self.status()))

    def grade(self):
        return wait(lambda: self.ui.text(self.find('Grade', ('label',))) or None, 'a grade')

    def press(self, name, roles=TOGGLES):
        wait(lambda: press_node(self.find(name, roles)), f'{roles} “{name}” to be pressed')

    def in_toasts(self):
        """The last widgets of the windows: a toast does not stay for long, so it is looked for where it is."""
        return (n for w in self.top_windows() for n in itertools.islice(walk_back(w), 120))

    def wait_toast(self, part):
        wait(lambda: any(part in n.get_name() for n in self.in_toasts()), f'a toast “{part}”')

    def undo(self):
        wait(lambda: press_node(next((n for n in self.in_toasts()
                                      if n.get_name() == 'Undo' and n.get_role_name() in TOGGLES), None)), 'Undo')

    def turn_to(self, page):
        self.press(page, TABS)
        wait(lambda: self.is_selected(page), f'the page {page}')

    def rows(self):
        """The names of the rows of the library."""
        library = next((n for n in walk_back(self.node)
                        if n.get_role_name() == 'list' and n.get_name() == 'Library'), None)
        if library is None:
            return []
        return [n.get_name() for n in self.ui.walk(library) if n.get_role_name() == 'list item']

    def wait_rows(self, n):
        return wait(lambda: [True] if n == 0 and not self.rows() else
                    (self.rows() if len(self.rows()) == n and n else None), f'{n} rows in the library')

    def key(self, *keys):
        self.ui.xdo('key', '--clearmodifiers', *keys)
        time.sleep(.2 * SCALE)
        self.sync()

    def entries(self):
        return (n for w in self.top_windows() for n in self.ui.walk(w) if n.get_role_name() in ('text', 'entry'))

    def type(self, words):
        self.ui.xdo('type', '--delay', '40', words)
        self.sync()

    def wait_typed(self, words):
        """Until an entry holds what was typed."""
        wait(lambda: any(n.get_text_iface() and self.ui.text(n) == words for n in self.entries()),
             f'“{words}” in an entry')

    def type_in_entry(self, words):
        """Types once an entry listens."""
        wait(lambda: any(has_state(n, 'FOCUSED') for n in self.entries()), 'an entry that has the focus')
        self.type(words)
        self.wait_typed(words)

    def focused(self):
        """Role and name of what has the focus."""
        return wait(lambda: [(n.get_role_name(), n.get_name()) for n in self.ui.walk(self.node)
                             if has_state(n, 'FOCUSED')] or [('', '')], 'what has the focus')[0]

    def top_windows(self):
        """The one that came last first: what is asked for is most often there."""
        windows = (self.node.get_child_at_index(i) for i in reversed(range(self.node.get_child_count())))
        return filter(None, windows)

    def wait_dialog(self, name):
        """A window of that name that has the keys; which role it has depends on the version of GTK."""
        wait(lambda: any(w.get_name() == name for w in self.top_windows()) and self.find_dialog(), f'the dialog {name}')

    def windows(self):
        return subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                              check=False, capture_output=True, text=True).stdout.split()

    def window(self):
        """The main one is the oldest; dialogs and tooltips are windows too."""
        return min(self.windows(), key=int, default=None)

    def find_dialog(self):
        """The window of an open dialog, which has the keys; a newer one lies in the main window."""
        focused = self.ui.xdo('getwindowfocus')
        if focused in self.windows() and focused != self.window():
            return focused
        return self.window() if self.holds_dialog() else None

    def holds_dialog(self):
        return any(node.get_role_name() == 'dialog' for node in self.ui.walk(self.node))

    def open_preferences(self):
        self.activate('app', 'preferences')
        wait(self.find_dialog, 'the preferences')

    @contextlib.contextmanager
    def closing(self):
        """What is done inside closes the dialog that is open. GTK 4.8 warns of a walk through a window that goes:
        until it is gone only the display is asked."""
        dialog = wait(self.find_dialog, 'an open dialog')
        yield
        wait(lambda: not self.holds_dialog() if dialog == self.window() else dialog not in self.windows(),
             'the dialog to go')
        # Without a window manager keys go to where the pointer is, which is nowhere.
        self.ui.xdo('windowfocus', self.window())
        self.sync()

    def paste(self):
        """Pastes by key until something arrives: it takes a while to learn who owns the clipboard."""
        def attempt():
            self.key('ctrl+v')
            time.sleep(1)
            return self.rows()
        return wait(attempt, 'the pasted policy')

    def is_selected(self, page):
        node = self.wait_node(page, *TABS)
        return has_state(node, 'SELECTED') or has_state(node, 'CHECKED')

    def call(self, path, method, *arguments):
        return subprocess.run(['gdbus', 'call', '--session', '--dest', ID, '--object-path', path,
                               '--method', method, '--', *arguments], check=True, capture_output=True,
                              text=True).stdout

    def open(self, *files):
        uris = '[' + ', '.join(f'"{Path(f).resolve().as_uri()}"' for f in files) + ']'
        self.call(PATH, 'org.freedesktop.Application.Open', uris, '{}')

    def activate(self, group, action, parameter=None):
        path = PATH if group == 'app' else f'{PATH}/window/1'
        # What is not possible yet would be ignored.
        wait(lambda: self.call(path, 'org.gtk.Actions.Describe', action).startswith('((true,'), f'{action} to be possible')
        argument = f'[<{parameter}>]' if parameter else '@av []'
        self.call(path, 'org.gtk.Actions.Activate', action, argument, '{}')


def has_state(node, state):
    from gi.repository import Atspi
    return quietly(lambda: node.get_state_set().contains(getattr(Atspi.StateType, state)))


def press_node(node):
    """Whether there is a button, and it could be pressed."""
    return node is not None and has_state(node, 'SENSITIVE') and node.get_action_iface().do_action(0)


def button(app, part):
    """The name of the first button that holds a part."""
    return wait(lambda: next((n for n in app.names('push button', 'button', 'toggle button') if part in n), None),
                f'a button “{part}”')


def rows(app, part=''):
    """The names of rows; one that unfolds is two of the same name, one inside the other."""
    return list(dict.fromkeys(n for n in app.names('list item') if part in n))


class Focus:
    """Hears where the focus goes; to look for it in the whole tree at each key would take too long."""

    def __init__(self):
        from gi.repository import Atspi
        self.name = self.role = ''
        self.heard = 0
        self.listener = Atspi.EventListener.new(self.moved)
        self.listener.register('object:state-changed:focused')

    def moved(self, event):
        from gi.repository import GLib
        try:
            if event.detail1:
                self.name, self.role = event.source.get_name() or '', event.source.get_role_name()
                self.heard += 1
        except GLib.Error:
            pass                              # gone in the meantime

    def listen(self, heard=-1):
        """Until more was heard than that; a key may change nothing."""
        from gi.repository import GLib
        end = time.monotonic() + .5 * SCALE
        while True:
            while GLib.MainContext.default().iteration(False):
                pass
            if self.heard > heard or time.monotonic() > end:
                return
            time.sleep(.01)

    def go_to(self, app, part, roles=('list item',), keys=80, down='Down'):
        """Goes on by keyboard to what holds a part in its name, a row if nothing else, and returns the name."""
        last = None
        wait(lambda: any(part in n for n in app.names(*roles)), f'{roles} “{part}”')
        self.listen()
        for _ in range(keys):
            if self.role in roles and part in self.name:
                return self.name
            # Down goes on within a list, and stays at its end: Tab leaves it.
            key, last = 'Tab' if self.role != 'list item' or self.name == last else down, self.name
            heard = self.heard
            app.key(key)
            self.listen(heard)
        raise AssertionError(f'no key leads to {part!r}; the last was {self.name!r}')


def home():
    return Path(os.environ['HOME'])


def leaves_out_margins(app):
    """Whether this is a GTK like 4.18, where the places of widgets are told without their margins."""
    from gi.repository import Atspi
    return Atspi.Component.get_extents(app.frame, Atspi.CoordType.WINDOW).x < 0


def run(*tests):
    """Runs each test and prints TAP; a test that raises fails."""
    enter_display()
    failed = 0
    print(f'1..{len(tests)}')
    for number, test in enumerate(tests, 1):
        name = test.__name__.replace('_', ' ')
        try:
            test()
            print(f'ok {number} {name}', flush=True)
        except Exception:
            failed += 1
            for line in traceback.format_exc().splitlines():
                print(f'# {line}')
            print(f'not ok {number} {name}', flush=True)
    sys.exit(failed > 0)


class Running:
    """with Running (files) as app: … begins with an empty library, and the program has to end well."""

    def __init__(self, *files, environment=None, keep_library=False):
        self.files = files
        self.environment = environment
        self.keep_library = keep_library

    def __enter__(self):
        if not self.keep_library:
            for path in (home() / '.local/share/smallprint').glob('library.db*'):
                path.unlink()
        self.app = App(*self.files, environment=self.environment)
        return self.app

    def __exit__(self, kind, value, trace):
        status = self.app.close()
        if kind is None:
            assert status == 0, f'the program ended with {status}'


def check_equal(a, b):
    assert a == b, f'{a!r} is not {b!r}'


def check(condition, what):
    assert condition, what
