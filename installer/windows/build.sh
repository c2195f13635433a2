#!/usr/bin/env bash
# Builds the programs for Windows and puts them with everything they need at run time into build/windows/GPU-Console,
# a folder that runs where it is copied to. With --tests the tests are built too.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bash installer/linux/build-deps.sh windows
bash installer/windows/prefix.sh
targets=(hvgpu hvgpu-sim hvgpu-console)
[ "${1:-}" = --tests ] && targets=(all)
log=build/windows-build.log
mkdir -p build
if ! { cmake --preset windows && cmake --build --preset windows --target "${targets[@]}"; } >"$log" 2>&1; then
  tail -n 60 "$log" >&2
  echo "Building for Windows failed; the whole log is in $PWD/$log." >&2
  exit 1
fi
bash installer/windows/make-folder.sh build/windows build/windows/GPU-Console
echo "The programs for Windows are in $PWD/build/windows/GPU-Console."
