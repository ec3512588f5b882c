#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes notifications in the place of a desktop, and prints their titles."""
from gi.repository import Gio, GLib

INTERFACE = Gio.DBusNodeInfo.new_for_xml('''<node><interface name="org.gtk.Notifications">
  <method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="a{sv}" direction="in"/></method>
  <method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/></method>
</interface></node>''').interfaces[0]


def called(connection, sender, path, interface, method, parameters, invocation):
    if method == 'AddNotification':
        print('notified:', parameters.unpack()[2]['title'], flush=True)
    else:
        print('withdrawn', flush=True)
    invocation.return_value(None)


def acquired(connection, name):
    connection.register_object('/org/gtk/Notifications', INTERFACE, called, None, None)


Gio.bus_own_name(Gio.BusType.SESSION, 'org.gtk.Notifications', Gio.BusNameOwnerFlags.NONE, acquired,
                 lambda connection, name: print('ready', flush=True), None)
GLib.MainLoop().run()
