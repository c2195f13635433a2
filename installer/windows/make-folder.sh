#!/usr/bin/env bash
# Puts the programs of a Windows build together with what they load at run time: make-folder.sh BUILD-FOLDER OUTPUT
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
build=$1 output=$2
programs=(hvgpu hvgpu-sim hvgpu-console)
plugins=(platforms/qwindows platforms/qoffscreen styles/qwindowsvistastyle imageformats/qico)
runtime=$(dirname "$($triplet-g++-posix -print-file-name=libstdc++-6.dll)")

# Where a library is that a program or another library names; nothing when Windows brings it.
find_library() {
  local folder
  for folder in "$prefix/bin" "$runtime" "/usr/$triplet/lib"; do
    [ -f "$folder/$1" ] && echo "$folder/$1" && return
  done
  return 0
}
libraries_of() { $triplet-objdump -p "$1" | sed -n 's/.*DLL Name: //p'; }

# Copies the libraries that a file needs, and those that they need.
copy_libraries_of() {
  local name file
  for name in $(libraries_of "$1"); do
    [ -f "$output/$name" ] && continue
    file=$(find_library "$name")
    [ -z "$file" ] && continue
    $triplet-strip -o "$output/$name" "$file"
    copy_libraries_of "$file"
  done
}

rm -rf "$output"
mkdir -p "$output/translations"
for program in "${programs[@]}"; do
  $triplet-strip -o "$output/$program.exe" "$build/bin/$program.exe"
  copy_libraries_of "$build/bin/$program.exe"
done
for plugin in "${plugins[@]}"; do
  [ -f "$prefix/plugins/$plugin.dll" ] || continue
  mkdir -p "$output/plugins/$(dirname "$plugin")"
  cp "$prefix/plugins/$plugin.dll" "$output/plugins/$plugin.dll"
  copy_libraries_of "$prefix/plugins/$plugin.dll"
done
printf '[Paths]\nPrefix = .\nPlugins = plugins\nTranslations = translations\n' >"$output/qt.conf"
cp /usr/share/qt6/translations/qtbase_*.qm "$output/translations/"
cp "$root"/LICENSE "$root"/README.md "$root"/CHANGELOG.md "$output/"
