#!/usr/bin/env bash
# Runs a program of the Windows build under Wine, in an own Wine prefix, with the libraries it needs at hand.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
export WINEPREFIX=${HVGPU_WINEPREFIX:-$cache/wine} WINEARCH=win64 WINEDEBUG=${WINEDEBUG:--all}
# No questions about Mono, Gecko or menus: nothing here needs them.
export WINEDLLOVERRIDES="mscoree,mshtml=;winemenubuilder.exe=d"
if [ -z "${HVGPU_WINE_BARE:-}" ]; then # bare: only what lies beside the program
  runtime=$(dirname "$($triplet-g++-posix -print-file-name=libstdc++-6.dll)")
  WINEPATH=$(printf 'Z:%s;' "$prefix/bin" "$runtime" "/usr/$triplet/lib" | tr / '\\')
  export WINEPATH
fi
# The first program to run makes the prefix, the others wait for it.
if [ ! -f "$WINEPREFIX/.made" ]; then
  mkdir -p "$WINEPREFIX"
  exec 9>"$WINEPREFIX/.lock"
  flock 9
  if [ ! -f "$WINEPREFIX/.made" ]; then
    wine wineboot -i >/dev/null 2>&1 9>&-
    wine reg add 'HKCU\Software\Wine' /v Version /d win10 /f >/dev/null 2>&1 9>&-
    # Wine keeps variables that begin with QT_ from its programs, but not those of its own registry.
    wine reg add 'HKCU\Environment' /v QT_FORCE_STDERR_LOGGING /d 1 /f >/dev/null 2>&1 9>&-
    wineserver -w 9>&- || true
    touch "$WINEPREFIX/.made"
  fi
  exec 9>&-
fi
# Wine's services keep the output of the program that had to start them open until they end, so that whoever reads it
# waits for them, and they take seconds to start: nobody reads the output of what starts them here, and they stay for a
# minute after the last program.
exec 9>"$WINEPREFIX/.lock"
flock 9
if wineserver -p60 </dev/null >/dev/null 2>&1 9>&-; then # it does not start a second time
  wine cmd /c exit </dev/null >/dev/null 2>&1 9>&- || true
fi
exec 9>&-
exec wine "$@"
