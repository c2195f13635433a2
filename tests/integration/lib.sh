# Common parts of the tests that put clients others wrote against the simulated fleet.
# shellcheck shell=bash

skip() { echo "SKIP: $*"; exit 77; }
fail() { echo "FAIL: $*" >&2; exit 1; }

# start_sim PROGRAM OPTIONS... : starts the simulated fleet, waits until it is ready, stops it at exit.
# Sets SIM_DIR (scratch directory) and SIM_LIST (the addresses it printed).
start_sim() {
    SIM_DIR=$(mktemp -d)
    SIM_LIST=$SIM_DIR/addresses
    : >"$SIM_LIST"
    "$@" >"$SIM_LIST" 2>"$SIM_DIR/errors" &
    SIM_PID=$!
    trap 'kill "$SIM_PID" 2>/dev/null; wait "$SIM_PID" 2>/dev/null; rm -rf "$SIM_DIR"' EXIT
    local tries=0
    until grep -qx ready "$SIM_LIST"; do
        kill -0 "$SIM_PID" 2>/dev/null || fail "the simulated fleet did not start: $(cat "$SIM_DIR/errors")"
        tries=$((tries + 1))
        [ "$tries" -lt 300 ] || fail "the simulated fleet did not become ready"
        sleep 0.1
    done
}

# port_of NAME : the port of a host; without NAME that of the first stand-alone one.
port_of() {
    awk -F '\t' -v name="${1:-}" '($1 == name || (name == "" && $2 == "")) && NF == 3 { print $3; exit }' "$SIM_LIST" |
        sed -e 's|.*:\([0-9]*\)/wsman$|\1|'
}
