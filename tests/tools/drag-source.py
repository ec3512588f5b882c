#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# drag-source.py FILE...   a window that offers FILEs by drag and drop
import sys
import gi
gi.require_version('Gdk', '4.0'); gi.require_version('Gtk', '4.0')
from gi.repository import Gdk, Gio, GLib, Gtk

files = Gdk.FileList.new_from_list([Gio.File.new_for_path(p) for p in sys.argv[1:]])
window = Gtk.Window(title='drag-source', default_width=200, default_height=160)
source = Gtk.DragSource(content=Gdk.ContentProvider.new_for_value(files))
label = Gtk.Label(label='drag me', hexpand=True, vexpand=True)
label.add_controller(source)
window.set_child(label)
window.present()
GLib.MainLoop().run()
