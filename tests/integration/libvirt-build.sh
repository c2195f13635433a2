#!/bin/bash
# Builds virsh with libvirt's Hyper-V driver, which Debian's own build leaves out, and prints where it is. The source is
# Debian's source package; the library the driver stands on is in openwsman/. What is built is kept in the cache and
# built anew when the package, the compiler or that library changes. About two minutes on two cores the first time.
# Exit code 75: no mirror has the source.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/hvgpu/libvirt
wsman=$cache/openwsman
virsh=$cache/build/tools/virsh
mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9 # one at a time: checkouts share the cache

version=9.0.0-4+deb12u2 # another one of Debian 12 is as good
options=(-Dauto_features=disabled -Dopenwsman=enabled -Ddriver_hyperv=enabled -Dinit_script=none --buildtype=plain)
sources=("$here"/openwsman/*.[ch] "${BASH_SOURCE[0]}")
key="$version gcc $(gcc -dumpfullversion) $(cat "${sources[@]}" | sha256sum)"
if [ "$(cat "$cache/.key" 2>/dev/null)" = "$key" ] && [ -x "$virsh" ]; then
    echo "$virsh"
    exit 0
fi

if [ "$(cat "$cache/src/.version" 2>/dev/null)" != "$version" ]; then
    bash "$here/../../installer/fetch-source.sh" libvirt "$version" "$cache/src" >&2
    echo "$version" >"$cache/src/.version"
fi

rm -rf "$wsman" "$cache/build" "$cache/.key"
mkdir -p "$wsman"
read -ra needed <<<"$(pkg-config --cflags libxml-2.0 libcurl)"
for source in tree instances client; do
    gcc -std=gnu11 -O1 -fPIC -Wall -Wextra -Wpedantic -Wconversion -Werror "${needed[@]}" \
        -c "$here/openwsman/$source.c" -o "$wsman/$source.o"
done
ar rcs "$wsman/libwsman.a" "$wsman"/*.o
cat >"$wsman/openwsman.pc" <<END
Name: openwsman
Description: the part of it that libvirt uses
Version: 2.6.3
Requires: libxml-2.0 libcurl
Cflags: -I$here/openwsman
Libs: -L$wsman -lwsman
END

renice -n 5 -p $$ >/dev/null # other tests run meanwhile
PKG_CONFIG_PATH=$wsman meson setup "${options[@]}" "$cache/build" "$cache/src" >"$cache/build.log" 2>&1 &&
    ninja -C "$cache/build" tools/virsh >>"$cache/build.log" 2>&1 9>&- || {
    tail -n 30 "$cache/build.log" >&2
    echo "Building libvirt failed; the whole log is in $cache/build.log." >&2
    exit 1
}
echo "$key" >"$cache/.key"
echo "$virsh"
