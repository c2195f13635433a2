#!/usr/bin/env bash
# Builds and runs the tests. Everything by default; parts on request:
#   tests/run.sh            dev build with every test and lint (clang-tidy over every source takes about 10 minutes the
#                           first time, then seconds), then the build without UI and the optimised one
#   tests/run.sh --quick    dev build and its tests only
#   tests/run.sh --all      also the sanitizer builds (more than half an hour)
#   tests/run.sh --windows  the build for Windows with its tests under Wine; the first time it builds Qt for Windows
#   tests/run.sh --asan | --tsan | --headless | --release | --tidy   that part only
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

parts=()
for argument in "$@"; do
  case $argument in
    --quick) parts+=(dev) ;;
    --asan) parts+=(asan) ;;
    --tsan) parts+=(tsan) ;;
    --headless) parts+=(headless) ;;
    --release) parts+=(release) ;;
    --tidy) parts+=(tidy) ;;
    --windows) parts+=(windows) ;;
    --all) parts+=(dev headless release asan tsan) ;;
    *) sed -n '2,9p' "$0" | sed 's/^# \{0,1\}//' >&2; exit 2 ;;
  esac
done
[ ${#parts[@]} -eq 0 ] && parts=(dev headless release)

bash installer/linux/build-deps.sh test
mkdir -p build
export CCACHE_NOHASHDIR=1 CCACHE_BASEDIR=$PWD

build() {
  local log=build/$1-build.log
  echo "== building $1"
  if ! { cmake --preset "$1" && cmake --build --preset "$1"; } >"$log" 2>&1; then
    tail -n 60 "$log" >&2
    echo "Building $1 failed; the whole log is in $PWD/$log." >&2
    exit 1
  fi
}

# Tests that were skipped, each with what it says about it.
skipped() {
  awk -v part="$1" '/^[0-9]+\/[0-9]+ Test: / { name = $3 } sub(/^SKIP: /, "") { print "== skipped in " part ": " name ": " $0 }' \
    "build/$1/Testing/Temporary/LastTest.log"
}

started=$SECONDS left_out=()
for part in "${parts[@]}"; do
  if [ "$part" = tidy ]; then
    build dev
    ctest --preset dev -R '^lint_tidy$'
    continue
  fi
  if [ "$part" = windows ]; then
    echo "== building windows"
    bash installer/windows/build.sh --tests
    # Under Wine the fault matrices take more than five minutes each, and what they show depends on no system.
    echo "== testing windows (left out: tst_operations_fault_matrix, tst_operations_dda_fault_matrix)"
    # What fails gets a second chance, because how long a start takes in the emulator is not in our hands; and is named.
    log=build/windows-tests.log code=0
    ctest --preset windows -j "$(nproc)" -E "fault_matrix$" --repeat until-pass:2 | tee "$log" || code=$?
    again=$(grep -E '\*\*\*(Failed|Timeout|Exception)' "$log" | grep -oE '(Test +#[0-9]+|#[0-9]+): [a-z0-9_]+' | sed 's/.*: //' | sort -u | tr '\n' ' ' || true)
    [ -z "$again" ] || echo "== windows: did not pass the first time: $again"
    [ "$code" -eq 0 ] || exit "$code"
    continue
  fi
  build "$part"
  if [ "$part" = headless ]; then
    bash tests/lint/no-gui.sh build/headless
    continue
  fi
  if [ "$part" = release ]; then # the optimiser finds what others do not; what users run must at least start
    build/release/bin/hvgpu gpus --demo --format csv 2>/dev/null | grep -c "NVIDIA A2" >/dev/null
    QT_QPA_PLATFORM=offscreen build/release/bin/hvgpu-console --version
    continue
  fi
  echo "== testing $part"
  without=()
  case $part in asan | tsan) without=(-E "^lint_") ;; esac # they read the same sources
  ctest --preset "$part" -j "$(nproc)" "${without[@]}"
  mapfile -t -O "${#left_out[@]}" left_out < <(skipped "$part")
done
[ ${#left_out[@]} -eq 0 ] || printf '%s\n' "${left_out[@]}" # last, where they are seen
echo "All parts passed (${parts[*]}) in $((SECONDS - started)) s."
