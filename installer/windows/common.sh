# Sourced by the scripts of this folder: where built things are kept, and how one knows that they are still right.
set -euo pipefail
triplet=x86_64-w64-mingw32
cache=${XDG_CACHE_HOME:-$HOME/.cache}/hvgpu/windows
prefix=$cache/prefix
toolchain=$cache/mingw-w64.cmake
mkdir -p "$cache" "$prefix"
# Build folders name their toolchain file and outlive the checkout that made them: they get a copy of their own.
cmp -s "$(dirname "${BASH_SOURCE[0]}")/../cmake/mingw-w64.cmake" "$toolchain" \
  || cp "$(dirname "${BASH_SOURCE[0]}")/../cmake/mingw-w64.cmake" "$toolchain"

# The version of the Debian source package that an installed package was built from.
source_version() { dpkg-query -W -f='${source:Version}' "$1"; }

compiler_version() { $triplet-g++-posix -dumpfullversion; }

# A piece is built when its stamp holds the same versions and options as now.
is_built() {
  [ -f "$prefix/.built/$1" ] && [ "$(cat "$prefix/.built/$1")" = "$2" ] && return 0
  [ -z "${HVGPU_CHECK_ONLY:-}" ] || exit 3
  return 1
}
mark_built() { mkdir -p "$prefix/.built" && printf '%s\n' "$2" >"$prefix/.built/$1"; }

# Fetches a source package unless that version is there: fetch_source PACKAGE VERSION FOLDER
fetch_source() {
  [ -f "$3/.version" ] && [ "$(cat "$3/.version")" = "$2" ] && return 0
  bash "$(dirname "${BASH_SOURCE[0]}")/../fetch-source.sh" "$1" "$2" "$3"
  echo "$2" >"$3/.version"
}

# Configures a source folder unless its build folder was made with the same versions and options:
# configure SOURCE BUILD KEY OPTIONS...
configure() {
  local source=$1 build=$2 key=$3
  shift 3
  [ -f "$build/.key" ] && [ "$(cat "$build/.key")" = "$key" ] && [ -f "$build/build.ninja" ] && return 0
  rm -rf "$build"
  mkdir -p "$build"
  cmake -S "$source" -B "$build" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$toolchain" -DCMAKE_INSTALL_PREFIX="$prefix" \
    -DCMAKE_INSTALL_LIBDIR=lib "$@"
  echo "$key" >"$build/.key"
}

# A library with a CMake build, from source package to prefix: cmake_piece NAME FOLDER-IN-SOURCE VERSION OPTIONS...
cmake_piece() {
  local name=$1 subfolder=$2 version=$3 key
  shift 3
  key="$version gcc $(compiler_version) $*"
  is_built "$name" "$key" && return 0
  fetch_source "$name" "$version" "$cache/src/$name"
  configure "$cache/src/$name/$subfolder" "$cache/build/$name" "$key" "$@"
  cmake --build "$cache/build/$name" --parallel "$(nproc)"
  cmake --install "$cache/build/$name" --strip
  mark_built "$name" "$key"
}
