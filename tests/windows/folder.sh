#!/usr/bin/env bash
# Makes the folder for Windows and runs what is in it, with nothing but Wine around: every program starts, and the
# console draws its pages, which must not be blank. folder.sh BUILD-FOLDER SCRIPTS-FOLDER
set -euo pipefail
build=$1 scripts=$2
folder=$build/GPU-Console pictures=$build/screenshots
bash "$scripts/make-folder.sh" "$build" "$folder"
export HVGPU_WINE_BARE=1 # no folder of the build on the search path for libraries

"$scripts/wine.sh" "$folder/hvgpu.exe" --version | grep -E "^hvgpu [0-9.]+"
"$scripts/wine.sh" "$folder/hvgpu.exe" gpus --demo --format csv | grep -c "NVIDIA A2"
"$scripts/wine.sh" "$folder/hvgpu-sim.exe" --version | grep -E "^hvgpu-sim [0-9.]+"

rm -rf "$pictures"
mkdir -p "$pictures"
xvfb-run -a -s "-screen 0 1600x1000x24" "$scripts/wine.sh" "$folder/hvgpu-console.exe" --demo \
  --screenshot-dir "Z:${pictures//\//\\}"
ls "$pictures"
python3 "$(dirname "$0")/not_blank.py" "$pictures"/*.png
