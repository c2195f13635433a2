#!/usr/bin/env bash
# Gives the prefix the header-only libraries of this computer: their folders and nothing else of /usr/include, which
# would leak the headers of the wrong system into the build.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
mkdir -p "$prefix/include" "$prefix/lib/cmake" "$prefix/share/cmake"
for folder in boost tl CLI spdlog fmt; do
  ln -sfn "/usr/include/$folder" "$prefix/include/$folder"
done
rm -rf "$prefix/share/cmake/tl-expected" "$prefix/share/cmake/CLI11"
cp -r /usr/share/cmake/tl-expected /usr/share/cmake/CLI11 "$prefix/share/cmake/"

# Debian's packages of these describe compiled libraries; on Windows only their headers are used.
header_only() { # NAME CONFIG-FILE DEFINITION [LINKED TARGET]
  local file=$prefix/lib/cmake/$1/$2
  mkdir -p "$(dirname "$file")"
  cat >"$file" <<CONFIG
if(NOT TARGET $1::$1)
  add_library($1::$1 INTERFACE IMPORTED)
  set_target_properties($1::$1 PROPERTIES
    INTERFACE_INCLUDE_DIRECTORIES "$prefix/include"
    INTERFACE_COMPILE_DEFINITIONS "$3"
    INTERFACE_LINK_LIBRARIES "${4:-}")
endif()
CONFIG
}
header_only fmt fmt-config.cmake FMT_HEADER_ONLY=1
header_only spdlog spdlogConfig.cmake SPDLOG_FMT_EXTERNAL fmt::fmt
