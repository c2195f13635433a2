#!/usr/bin/env bash
# Fills the prefix with everything that the project links on Windows. What is there already is not built again.
# With --check it only says, by its exit code, whether everything is there. Exit code 75: no mirror has a source.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
here=$(dirname "${BASH_SOURCE[0]}")
if [ "${1:-}" = --check ]; then
  export HVGPU_CHECK_ONLY=1
  for piece in expat curl openssl qt; do
    bash "$here/build-$piece.sh" >/dev/null 2>&1 || exit 1
  done
  exit 0
fi
exec 9>"$cache/lock"
flock 9 # one at a time: checkouts share the prefix
bash "$here/link-headers.sh"
for piece in expat curl openssl qt; do
  bash "$here/build-$piece.sh" >"$cache/$piece.log" 2>&1 9>&- || {
    code=$?
    tail -n 40 "$cache/$piece.log" >&2
    echo "Building $piece for Windows failed; the whole log is in $cache/$piece.log." >&2
    exit "$code"
  }
done
