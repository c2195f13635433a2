#!/usr/bin/env bash
# Makes the folder for Windows and runs what is in it, with nothing but Wine around: every program starts, and the
# console draws its pages, which must not be blank. folder.sh BUILD-FOLDER SCRIPTS-FOLDER
set -euo pipefail
if [ -z "${HVGPU_ON_SCREEN:-}" ]; then # a screen for everything: Wine's desktop keeps the one it began with
  exec env HVGPU_ON_SCREEN=1 xvfb-run -a -s "-screen 0 1600x1000x24" bash "$0" "$@"
fi
build=$1 scripts=$2
folder=$build/GPU-Console pictures=$build/screenshots
bash "$scripts/make-folder.sh" "$build" "$folder"
HVGPU_WINEPREFIX=$(mktemp -d) # of its own: that of the other tests has no screen
export HVGPU_WINEPREFIX
export HVGPU_WINE_BARE=1 # no folder of the build on the search path for libraries
trap 'WINEPREFIX=$HVGPU_WINEPREFIX wineserver -k || true; rm -rf "$HVGPU_WINEPREFIX"' EXIT
windows_path() { printf 'Z:%s' "${1//\//\\}"; }

"$scripts/wine.sh" "$folder/hvgpu.exe" --version | grep -E "^hvgpu [0-9.]+"
"$scripts/wine.sh" "$folder/hvgpu.exe" gpus --demo --format csv | grep -c "NVIDIA A2"
# Wine has an adapter and no Hyper-V, and that is the reason it must give; not everything can be read there (3).
"$scripts/wine.sh" "$folder/hvgpu.exe" gpus --local --format csv > "$build/local.csv" ||
  [ $? -eq 3 ]

grep -E ",no-hyper-v-role" "$build/local.csv"
"$scripts/wine.sh" "$folder/hvgpu-sim.exe" --version | grep -E "^hvgpu-sim [0-9.]+"

# The pages of the demo fleet, and those of this computer, which has Wine's graphics adapter and no Hyper-V.
for what in demo local; do
  rm -rf "${pictures:?}/$what"
  mkdir -p "$pictures/$what"
  "$scripts/wine.sh" "$folder/hvgpu-console.exe" "--$what" --screenshot-dir "$(windows_path "$(realpath "$pictures/$what")")"
  ls "$pictures/$what"
  python3 "$(dirname "$0")/not_blank.py" "$pictures/$what"/*.png
done
