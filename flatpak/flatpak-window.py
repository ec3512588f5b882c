#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""flatpak-window.py ID   starts the installed Flatpak ID, tries the sample as a user would, and waits
for its grade. Run it under tests/tools/with-display.sh."""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'tests' / 'tools'))
import ui
from gi.repository import Atspi, GLib


def quietly(probe):
    """Widgets may not be there yet, or go away while they are looked at."""
    def look():
        try:
            return probe()
        except (GLib.Error, AttributeError):
            return None
    return look


def find_window():
    desktop = Atspi.get_desktop(0)
    applications = (desktop.get_child_at_index(i) for i in range(desktop.get_child_count()))
    return next((a for a in applications if a and ui.node(a, 'Smallprint', ('frame',))), None)


def find_grade(window):
    return next((ui.text(node) for node in ui.walk(window)
                 if node.get_role_name() == 'label' and node.get_name().startswith('Grade')), None)


def main():
    process = subprocess.Popen(['flatpak', '--user', 'run', sys.argv[1]])
    try:
        window = ui.wait_for(quietly(find_window), 60)
        sample = ui.wait_for(quietly(lambda: ui.node(window, 'Try a Sample')), 30)
        Atspi.Action.do_action(sample.get_action_iface(), 0)
        print(ui.wait_for(quietly(lambda: find_grade(window)), 60))
    finally:
        subprocess.run(['flatpak', 'kill', sys.argv[1]], check=False)
        process.wait(30)


if __name__ == '__main__':
    main()
