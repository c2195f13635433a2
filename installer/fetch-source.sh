#!/usr/bin/env bash
# Fetches and unpacks a Debian source package into a folder: fetch-source.sh PACKAGE VERSION FOLDER
# It asks the mirrors this computer uses anyway, with lists of its own: nothing in /etc/apt or /var/lib/apt changes.
set -euo pipefail
package=$1 version=$2 folder=$3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/parts" "$work/lists/partial" "$work/cache/archives/partial" "$work/download"
[ "$(id -u)" -ne 0 ] || chown -R _apt "$work" 2>/dev/null || true
chmod 755 "$work"
if [ -f /etc/apt/sources.list.d/debian.sources ]; then
  sed -E 's/^Types:.*/Types: deb-src/' /etc/apt/sources.list.d/debian.sources >"$work/parts/debian.sources"
fi
if [ -f /etc/apt/sources.list ]; then
  sed -nE 's/^deb(-src)? /deb-src /p' /etc/apt/sources.list | sort -u >"$work/parts/debian.list"
fi
apt=(apt-get -qq -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts="$work/parts"
  -o Dir::State::lists="$work/lists" -o Dir::Cache="$work/cache" -o APT::Get::List-Cleanup=false)
cd "$work/download"
"${apt[@]}" update || true # what was fetched may be enough
# The wanted version first; a mirror may have dropped it, or lack the sources of the newest one.
others=$(apt-cache "${apt[@]:2}" madison "$package" | awk -F' *[|] *' '/Sources/ {print $2}' | sort -rVu)
for candidate in "$version" $others; do
  "${apt[@]}" source --download-only "$package=$candidate" >/dev/null 2>&1 && break
  rm -rf ./*
done
ls ./*.dsc >/dev/null 2>&1 || {
  echo "No mirror in /etc/apt has the source package $package." >&2
  exit 75
}
rm -rf "$folder"
mkdir -p "$(dirname "$folder")"
dpkg-source --no-check -x ./*.dsc "$folder" >/dev/null
