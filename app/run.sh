#!/usr/bin/env bash
# Builds the console and opens it on the demo fleet. Without a display it prints the inventory and writes
# gpu-inventory.csv and the rendered pages to ./demo-output/ instead. Arguments go to hvgpu-console.
set -euo pipefail
here=$PWD
cd "$(dirname "${BASH_SOURCE[0]}")/.."

bash installer/linux/build-deps.sh run
log=build/release-build.log
mkdir -p build
echo "Building (the first time takes some minutes) ..." >&2
if ! { cmake --preset release && cmake --build --preset release --target hvgpu-console hvgpu hvgpu-sim; } >"$log" 2>&1; then
  tail -n 40 "$log" >&2
  echo "The build failed; the whole log is in $PWD/$log." >&2
  exit 1
fi
bin=$PWD/build/release/bin

if [ $# -eq 0 ]; then
  set -- --demo
fi
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec "$bin/hvgpu-console" "$@"
fi

output=$here/demo-output
mkdir -p "$output"
settings=$(mktemp -d)
trap 'rm -rf "$settings"' EXIT
echo "No display found: showing the demo fleet as text and writing files instead." >&2
"$bin/hvgpu" gpus --demo --format table
"$bin/hvgpu" gpus --demo --format csv --output "$output/gpu-inventory.csv"
QT_QPA_PLATFORM=offscreen "$bin/hvgpu-console" --demo --config "$settings" --screenshot-dir "$output"
echo
echo "Written to $output:"
ls -1 "$output"
