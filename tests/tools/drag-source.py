#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""drag-source.py FILE...             a window that offers FILEs by drag and drop
drag-source.py --as TYPE TEXT ...     the same for pieces of text, as a browser offers a selection"""
import sys
import gi
gi.require_version('Gdk', '4.0'); gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, Gio, GLib, Gtk

if sys.argv[1] == '--as':
    parts = sys.argv[2:]
    content = Gdk.ContentProvider.new_union([Gdk.ContentProvider.new_for_bytes(t, GLib.Bytes.new(c.encode()))
                                             for t, c in zip(parts[::2], parts[1::2])])
else:
    files = Gdk.FileList.new_from_list([Gio.File.new_for_path(p) for p in sys.argv[1:]])
    content = Gdk.ContentProvider.new_for_value(files)
window = Gtk.Window(title='drag-source', default_width=200, default_height=160)
source = Gtk.DragSource(content=content)
label = Gtk.Label(label='drag me', hexpand=True, vexpand=True)
label.add_controller(source)
window.set_child(label)
window.present()
# What was drawn can be dragged.
GLib.timeout_add(50, lambda: label.get_width() == 0 or print('ready', flush=True))
GLib.MainLoop().run()
