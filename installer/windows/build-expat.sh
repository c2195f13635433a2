#!/usr/bin/env bash
# Builds expat, which reads the XML of answers, for Windows from Debian's source package into the prefix.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
version=$(source_version libexpat1-dev)
options=(
  -DCMAKE_BUILD_TYPE=Release
  -DEXPAT_DTD=OFF # a document type is refused anyway; with it, Debian's patches need another build system
  -DEXPAT_SHARED_LIBS=ON
  -DEXPAT_BUILD_TOOLS=OFF
  -DEXPAT_BUILD_EXAMPLES=OFF
  -DEXPAT_BUILD_TESTS=OFF
  -DEXPAT_BUILD_DOCS=OFF
)
cmake_piece expat expat "$version" "${options[@]}"
