#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# with-display.sh CMD...   private X server, session bus and home; exits with CMD's status
set -u
D=$(mktemp -d) && chmod 700 "$D" && mkdir -p "$D/.config/gtk-4.0"
printf '%s\n' '[Settings]' 'gtk-font-name=Cantarell 11' 'gtk-enable-animations=false' \
  'gtk-decoration-layout=:close' >"$D/.config/gtk-4.0/settings.ini"
export HOME=$D XDG_RUNTIME_DIR=$D XDG_CONFIG_HOME=$D/.config XDG_DATA_HOME=$D/.local/share \
  XDG_CACHE_HOME=$D/.cache GDK_BACKEND=x11 GSK_RENDERER=${GSK_RENDERER:-cairo} \
  GTK_A11Y=${GTK_A11Y:-atspi} GSETTINGS_BACKEND=memory ADW_DISABLE_PORTAL=1 \
  LC_ALL=${LC_ALL:-C.UTF-8} TZ=UTC
unset WAYLAND_DISPLAY SESSION_MANAGER DBUS_SESSION_BUS_ADDRESS
exec 9>"$D/display"
Xvfb -displayfd 9 -screen 0 1280x900x24 -ardelay 600000 -nolisten tcp -noreset >"$D/xvfb.log" 2>&1 & X=$!
WM=
trap 'kill $X $WM 2>/dev/null; wait $X 2>/dev/null
  fusermount3 -qu "$D/doc" 2>/dev/null; rm -rf --one-file-system "$D"' EXIT
for _ in $(seq 100); do [ -s "$D/display" ] && break; sleep .05; done
[ -s "$D/display" ] || { cat "$D/xvfb.log" >&2; exit 77; }
export DISPLAY=:$(cat "$D/display")
if [ -n "${WITH_WM:-}" ]; then "$WITH_WM" >/dev/null 2>&1 & WM=$!; sleep .3; fi
# The daemons of the session talk on the standard output, which is CMD's alone.
dbus-run-session -- sh -c 'exec "$@" >&3 3>&-' sh "$@" 3>&1 >&2
