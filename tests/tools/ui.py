#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Small AT-SPI driver. Not "env python3": the interpreter needs Debian's gi module.
import subprocess
import sys
import time

import gi
gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib

BUTTONS = ('push button', 'button')           # GTK 4.8 says the first, 4.18 the second

def walk(node):
    yield node
    for i in range(node.get_child_count()):
        child = node.get_child_at_index(i)
        if child:
            yield from walk(child)

def wait_for(probe, seconds=10):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        found = probe()
        if found:
            return found
        time.sleep(.05)
    raise SystemExit('timed out: %s' % probe)

def application(pid):
    desk = Atspi.get_desktop(0)
    apps = (desk.get_child_at_index(i) for i in range(desk.get_child_count()))
    return next((a for a in apps if a and a.get_process_id() == pid), None)

def node(app, name, roles=BUTTONS):
    return next((n for n in walk(app) if n.get_name() == name and n.get_role_name() in roles), None)

def text(n):                                  # GetText(0, -1) answers '' on GTK 4.8 and 4.18
    t = n.get_text_iface()
    return Atspi.Text.get_text(t, 0, Atspi.Text.get_character_count(t))

def click(app, name):
    Atspi.Action.do_action(wait_for(lambda: node(app, name)).get_action_iface(), 0)

def xdo(*args):
    return subprocess.run(['xdotool', *map(str, args)], check=True,
                          capture_output=True, text=True).stdout.strip()

def drag(source, target, sx, sy, tx, ty, hover=lambda: None):   # window ids; offsets inside each window
    xdo('mousemove', '--window', source, sx, sy); time.sleep(.2)
    xdo('mousedown', 1); time.sleep(.2)
    for _ in range(5):                        # pass the drag threshold first
        xdo('mousemove_relative', '--', -6, 4); time.sleep(.05)
    time.sleep(.3)
    for back in (60, 40, 20, 10, 4, 0):
        xdo('mousemove', '--window', target, tx + back, ty); time.sleep(.12)
    time.sleep(.3); hover(); xdo('mouseup', 1); time.sleep(.5)
