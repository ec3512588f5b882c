#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# flatpak-check.sh RUNTIME OUT   builds the working tree as a Flatpak on the stand-in runtime in the
# folder RUNTIME, without network; installs it into OUT, makes a bundle, and looks from inside at what
# the sandbox lets through. Leaves nothing outside OUT.
set -eu

here=$(dirname "$(realpath "$0")")
id=io.github.smallprint.Smallprint
runtime=$(realpath "$1")
mkdir -p "$2/home" "$2/source"
out=$(realpath "$2")
export HOME=$out/home FLATPAK_USER_DIR=$out/user
export XDG_DATA_HOME=$HOME/.local/share XDG_CACHE_HOME=$HOME/.cache XDG_CONFIG_HOME=$HOME/.config

# The files of the working tree, without what git ignores.
rm -rf "$out/source" && mkdir "$out/source"
(cd "$here/.." && git ls-files -z --cached --others --exclude-standard |
  xargs -0 cp --parents -t "$out/source" --)

# The manifest without the modules that would have to be fetched: the stand-in has those libraries.
python3 - "$here/$id.Devel.json" "$out" >"$out/manifest.json" <<'PYTHON'
import json, sys
manifest = json.load(open(sys.argv[1]))
manifest['modules'] = [m for m in manifest['modules'] if m['sources'][0]['type'] == 'dir']
manifest['modules'][0]['sources'] = [{'type': 'dir', 'path': sys.argv[2] + '/source'}]
json.dump(manifest, sys.stdout)
PYTHON

flatpak --user remote-add --no-gpg-verify --if-not-exists standin "file://$runtime/repo"
flatpak --user install -y --noninteractive --or-update standin \
  org.gnome.Platform//48 org.gnome.Sdk//48
flatpak-builder --user --force-clean --disable-download --disable-rofiles-fuse \
  --state-dir="$out/state" --repo="$out/repo" "$out/build" "$out/manifest.json"
flatpak --user remote-add --no-gpg-verify --if-not-exists app "file://$out/repo"
flatpak --user install -y --noninteractive --reinstall app $id
flatpak build-bundle "$out/repo" "$out/smallprint.flatpak" $id

inside() {
  flatpak --user run --command=sh $id -c "$1"
}

expect() {
  if inside "$2"; then echo "ok: $1"; else echo "FAILED: $1" >&2 && exit 1; fi
}

expect 'only the loopback interface is there' \
  'test "$(tail -n +3 /proc/net/dev | cut -d: -f1 | tr -d " ")" = lo'
expect 'the home folder of the user is not there' "! test -e '$here'"
# An older flatpak-builder moves the metainfo to share/appdata.
expect 'the programs and their data are installed' \
  "test -x /app/bin/smallprint && test -x /app/bin/smallprint-cli && ls /app/share/applications/$id.desktop \
   /app/share/*/$id.*data.xml /app/share/dbus-1/services/$id.service /app/share/licenses/$id/COPYING \
   /app/share/glib-2.0/schemas/$id.gschema.xml /app/share/icons/hicolor/scalable/apps/$id.svg"
expect 'the command line analyses a policy, with the model that was installed' \
  'smallprint-cli analyze --format json - | grep -q "\"model\": *\"."' <"$here/../data/sample/acorn-photos-policy.md"

if "$here/../tests/tools/with-display.sh" "$here/flatpak-window.py" $id 2>"$out/window.log"; then
  echo 'ok: the window opens and shows the grade of the sample'
else
  cat "$out/window.log" >&2
  echo 'FAILED: the window opens and shows the grade of the sample' >&2
  exit 1
fi

permissions=$(flatpak --user info --show-permissions $id | sed '/^$/d')
# Flatpak notes fallback-x11 as x11 too, to be taken away where there is Wayland.
expected='[Context]
shared=ipc;
sockets=x11;wayland;fallback-x11;
devices=dri;'
[ "$permissions" = "$expected" ] || { echo "FAILED: permissions: $permissions" >&2; exit 1; }
echo 'ok: no more than the four permissions'
