#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# in-root.sh DIR CMD...   runs CMD inside the root folder DIR, in the current folder; the folder for
# temporary files, the display and the session bus come along.
set -eu

dir=$1
shift
temp=$(dirname "$(mktemp -u)")
exec bwrap --bind "$dir" / --dev /dev --proc /proc --bind "$temp" "$temp" --bind "$PWD" "$PWD" \
  --chdir "$PWD" --ro-bind /etc/resolv.conf /etc/resolv.conf \
  --setenv PATH /usr/sbin:/usr/bin:/sbin:/bin --setenv DEBIAN_FRONTEND noninteractive -- "$@"
