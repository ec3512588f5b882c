#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# standin-runtime.sh ROOT OUT   makes OUT/repo, a stand-in for org.gnome.Platform and org.gnome.Sdk 48,
# from the Debian 13 root folder ROOT. For tests where the real runtime cannot be fetched: it shows
# that manifest, permissions and install layout work, not that the real runtime has the same
# libraries. Does nothing if OUT was made from that root. ROOT and OUT on one file system.
set -eu

root=$1 out=$2 version=48
arch=$(flatpak --default-arch)
want=$(cat "$root.stamp" "$(realpath "$0")" | sha256sum)
[ "$(cat "$out/stamp" 2>/dev/null)" = "$want" ] && exit 0

rm -rf --one-file-system "$out"
mkdir -p "$out"
# Without this mode exporting takes four times as long.
ostree init --mode=bare-user-only --repo="$out/repo"

for name in Platform Sdk; do
  dir=$out/$name
  mkdir -p "$dir/files"
  cp -al "$root/usr" "$dir/usr"
  cp -a "$root/etc" "$dir/usr/etc"
  (cd "$dir/usr/etc" && rm -f passwd* group* shadow* gshadow* machine-id resolv.conf hosts hostname \
    mtab localtime)
  rm -rf "$dir"/usr/share/{doc,man,info}
  [ $name = Sdk ] || rm -rf "$dir"/usr/include "$dir"/usr/lib*/gcc "$dir"/usr/libexec/gcc
  cat >"$dir/metadata" <<METADATA
[Runtime]
name=org.gnome.$name
runtime=org.gnome.Platform/$arch/$version
sdk=org.gnome.Sdk/$arch/$version

[Environment]
LD_LIBRARY_PATH=/app/lib
GI_TYPELIB_PATH=/app/lib/girepository-1.0
PKG_CONFIG_PATH=/app/lib/pkgconfig:/app/share/pkgconfig:/usr/lib/$(gcc -print-multiarch)/pkgconfig:/usr/share/pkgconfig
METADATA
  flatpak build-export --runtime --no-update-summary "$out/repo" "$dir" $version
  rm -rf --one-file-system "$dir"
done
flatpak build-update-repo "$out/repo"
echo "$want" >"$out/stamp"
