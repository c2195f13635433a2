#!/usr/bin/env bash
# Makes one installer of the folder that build.sh makes: build/windows/gpu-console-VERSION-x64.exe
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
folder=${1:-$PWD/build/windows/GPU-Console}
[ -f "$folder/hvgpu-console.exe" ] || bash installer/windows/build.sh
version=$(sed -nE 's/^project\(hvgpu VERSION ([0-9.]+).*/\1/p' CMakeLists.txt)
output=$PWD/build/windows/gpu-console-$version-x64.exe

# The uninstaller takes away what was installed and nothing else.
files=$(mktemp)
trap 'rm -f "$files"' EXIT
(cd "$folder" && find . -type f -printf '  Delete "$INSTDIR\\%P"\n' && find . -mindepth 1 -depth -type d -printf '  RMDir "$INSTDIR\\%P"\n') |
  tr / '\\' >"$files"
mkdir -p "$(dirname "$output")"
makensis -V2 -DFOLDER="$folder" -DVERSION="$version" -DOUTPUT="$output" -DFILES="$files" \
  -DICON="$PWD/resources/icons/app.ico" installer/windows/setup.nsi
echo "The installer is $output."
