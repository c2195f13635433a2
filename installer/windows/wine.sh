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
if [ ! -f "$WINEPREFIX/.ready" ]; then
  mkdir -p "$WINEPREFIX"
  exec 9>"$WINEPREFIX/.lock"
  flock 9
  if [ ! -f "$WINEPREFIX/.ready" ]; then
    wine wineboot -i >/dev/null 2>&1 9>&-
    # Wine keeps variables that begin with QT_ from its programs, but not those of its own registry. For the fonts that
    # Windows brings it takes the first one it finds, which may be made for formulas: text is not in its place then.
    cat >"$WINEPREFIX/ready.reg" <<'REGISTRY'
REGEDIT4

[HKEY_CURRENT_USER\Software\Wine]
"Version"="win10"

[HKEY_CURRENT_USER\Environment]
"QT_FORCE_STDERR_LOGGING"="1"

[HKEY_CURRENT_USER\Software\Wine\Fonts\Replacements]
"Arial"="DejaVu Sans"
"MS Shell Dlg"="DejaVu Sans"
"MS Shell Dlg 2"="DejaVu Sans"
"Segoe UI"="DejaVu Sans"
"Tahoma"="DejaVu Sans"
REGISTRY
    wine regedit /S "$WINEPREFIX/ready.reg" >/dev/null 2>&1 9>&-
    wineserver -k 9>&- || true
    wineserver -w 9>&- || true
    touch "$WINEPREFIX/.ready"
  fi
  exec 9>&-
fi
# Wine's services take seconds to start: they stay for a minute after the last program.
exec 9>"$WINEPREFIX/.lock"
flock 9
if wineserver -p60 </dev/null >/dev/null 2>&1 9>&-; then # it does not start a second time
  wine cmd /c exit </dev/null >/dev/null 2>&1 9>&- || true
fi
exec 9>&-
# What a program starts of Wine, its desktop for one, inherits the standard error output and keeps it open for as long
# as any other program needs it. Whoever reads that to its end would wait: it is passed on until the program has ended.
messages=$(mktemp)
exec 8>"$messages" 7<"$messages"
rm "$messages"
is_running() { # a program that is dead and not waited for yet is not
  local stat
  read -r stat <"/proc/$$/stat" && [[ ${stat##*) } != Z* ]]
} 2>/dev/null
pass_on() {
  exec 6<> <(:)
  while is_running; do
    cat <&7
    read -r -t 0.1 <&6 || true
  done
  cat <&7
}
pass_on >&2 8>&- &
exec wine "$@" 2>&8 7<&- 8>&-
