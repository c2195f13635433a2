#!/usr/bin/env bash
# Builds libcurl for Windows from Debian's source package into the prefix: HTTP only, TLS and trust by Schannel.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
version=$(source_version libcurl4-openssl-dev)
options=(
  -DCMAKE_BUILD_TYPE=Release
  -DBUILD_SHARED_LIBS=ON
  -DBUILD_CURL_EXE=OFF
  -DBUILD_TESTING=OFF
  -DHTTP_ONLY=ON
  -DCURL_USE_SCHANNEL=ON
  -DCURL_USE_OPENSSL=OFF
  -DCURL_WINDOWS_SSPI=ON
  -DCURL_USE_LIBSSH2=OFF
  -DCURL_ZLIB=OFF
  -DUSE_NGHTTP2=OFF
  -DENABLE_IPV6=ON
  -DENABLE_UNICODE=ON
)
cmake_piece curl . "$version" "${options[@]}"
