#!/bin/bash
# hvgpu saves a password in a real Secret Service, reads with it, and forgets it. Home, session bus and keyring
# are the test's own.
set -u
. "$(dirname "$0")/lib.sh"
sim=$1
hvgpu=$2

if [ "${3:-}" != inside ]; then
    command -v dbus-run-session >/dev/null && command -v gnome-keyring-daemon >/dev/null ||
        skip "dbus-run-session or gnome-keyring-daemon is not installed"
    home=$(mktemp -d)
    trap 'rm -rf "$home"' EXIT
    export HOME=$home XDG_RUNTIME_DIR=$home XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config LANG=C.UTF-8
    unset DISPLAY WAYLAND_DISPLAY XDG_CURRENT_DESKTOP DESKTOP_SESSION KDE_FULL_SESSION
    mkdir -p "$home/data"
    dbus-run-session -- bash "$0" "$sim" "$hvgpu" inside
    exit
fi

printf 'keyring of the test' | gnome-keyring-daemon --unlock --components=secrets >/dev/null || fail "no keyring"
export HVGPU_SIM_PASSWORD='Engine-5q "odd"'
start_sim "$sim" --fleet scale:1x2x4 --listen 127.0.0.1:0 --user ada
server=(--server "127.0.0.1:$(port_of)" --user ada --auth basic --insecure-basic)

run() { "$hvgpu" "$@" >"$SIM_DIR/out" 2>&1 </dev/null; }

run gpus "${server[@]}" && fail "read without a password"
grep -q 'no terminal to ask' "$SIM_DIR/out" || fail "not asked for: $(cat "$SIM_DIR/out")"
HVGPU_PASSWORD=$HVGPU_SIM_PASSWORD run login "${server[@]}" || fail "login: $(cat "$SIM_DIR/out")"
run gpus "${server[@]}" --format csv || fail "saved password: $(cat "$SIM_DIR/out")"
[ "$(wc -l <"$SIM_DIR/out")" = 3 ] || fail "not two GPUs: $(cat "$SIM_DIR/out")"
HVGPU_PASSWORD=wrong run gpus "${server[@]}" && fail "the environment comes before the keychain"
grep -rqF 'Engine-5q' "$HOME" && fail "the keyring file holds the password in the clear"
run logout "${server[@]}" || fail "logout: $(cat "$SIM_DIR/out")"
run gpus "${server[@]}" && fail "the password was not forgotten"
echo "saved, used and forgotten"
