#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# rootfs.sh DIR SUITE [PACKAGE...]   makes DIR a Debian root folder with PACKAGEs, from the sources
# that this machine's apt is set up with. Does nothing if DIR already holds just that. Needs root.
set -eu

dir=$1 suite=$2
shift 2
tools=$(dirname "$(realpath "$0")")
export PATH=$PATH:/usr/sbin:/sbin DEBIAN_FRONTEND=noninteractive

want=$(printf '%s\n' "$suite" "$@" | sha256sum)
[ "$(cat "$dir.stamp" 2>/dev/null)" = "$want" ] && exit 0

codename=$(. /etc/os-release && echo "$VERSION_CODENAME")
uri=$(apt-get indextargets --format '$(CODENAME) $(REPO_URI)' |
  awk -v codename="$codename" '$1 == codename { print $2; exit }')

rm -rf --one-file-system "$dir" "$dir.stamp"
mkdir -p "$(dirname "$dir")"
if ! debootstrap --variant=minbase --include=ca-certificates \
  "$suite" "$dir" "${uri:-http://deb.debian.org/debian}" >"$dir.log" 2>&1; then
  tail -n 20 "$dir.log" >&2
  exit 1
fi
cp /etc/apt/apt.conf.d/99* "$dir/etc/apt/apt.conf.d/" 2>/dev/null || :
if [ $# -gt 0 ]; then
  "$tools/in-root.sh" "$dir" apt-get update -q
  "$tools/in-root.sh" "$dir" apt-get install -qy --no-install-recommends "$@"
  rm -f "$dir"/var/cache/apt/archives/*.deb
fi
echo "$want" >"$dir.stamp"
