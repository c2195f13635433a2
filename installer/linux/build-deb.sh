#!/usr/bin/env bash
# Builds the Debian package into build/release/ and prints its path.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
bash installer/linux/build-deps.sh package
mkdir -p build
if ! { cmake --preset release && cmake --build --preset release && (cd build/release && cpack -G DEB); } >build/deb.log 2>&1; then
  tail -n 40 build/deb.log >&2
  exit 1
fi
ls build/release/*.deb
