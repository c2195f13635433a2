#!/usr/bin/env bash
# Builds the .deb, installs it, runs what it brings, removes it. Changes the system: for a throw-away machine only.
# Usage: deb.sh --yes-change-this-system
set -euo pipefail
[ "${1:-}" = --yes-change-this-system ] || { sed -n '2,3p' "$0" >&2; exit 2; }
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
package=$(bash installer/linux/build-deb.sh | tail -n 1)
export DEBIAN_FRONTEND=noninteractive
apt-get install -y -qq "./$package" >/dev/null
for program in hvgpu hvgpu-console hvgpu-sim; do
  test -x "/usr/bin/$program"
  "$program" --version
done
cd /
lines=$(hvgpu gpus --demo --format csv | wc -l)
[ "$lines" -gt 10 ]
out=$(mktemp -d)
QT_QPA_PLATFORM=offscreen hvgpu-console --demo --screenshot-dir "$out"
ls "$out"/*.png >/dev/null
test -f /usr/share/applications/hvgpu-console.desktop
test -f /usr/share/man/man1/hvgpu.1.gz || test -f /usr/share/man/man1/hvgpu.1
apt-get remove -y -qq hvgpu-console >/dev/null
for left in /usr/bin/hvgpu /usr/bin/hvgpu-console /usr/bin/hvgpu-sim /usr/share/applications/hvgpu-console.desktop; do
  [ ! -e "$left" ] || { echo "left behind: $left" >&2; exit 1; }
done
echo "$(basename "$package"): installed, ran ($((lines - 1)) GPUs, $(ls "$out" | wc -l) pages) and removed"
