#!/bin/bash
# Runs the test of the keychain with a home, a session bus and a Secret Service that nobody else uses:
# unlocked, and with no service at all.
set -u
test=$1
[ "${2:-}" = inside ] || {
    command -v dbus-run-session >/dev/null && command -v gnome-keyring-daemon >/dev/null ||
        { echo "SKIP: dbus-run-session or gnome-keyring-daemon is not installed"; exit 77; }
    home=$(mktemp -d)
    trap 'rm -rf "$home"' EXIT
    export HOME=$home XDG_RUNTIME_DIR=$home XDG_DATA_HOME=$home/data XDG_CONFIG_HOME=$home/config LANG=C.UTF-8
    unset DISPLAY WAYLAND_DISPLAY XDG_CURRENT_DESKTOP DESKTOP_SESSION KDE_FULL_SESSION
    mkdir -p "$home/data"
    dbus-run-session -- bash "$0" "$test" inside
    exit
}
# Nothing may start a service behind the test's back.
DBUS_SESSION_BUS_ADDRESS=unix:path=/nowhere timeout 60 "$test" withoutService || exit 1
printf 'keyring of the test' | gnome-keyring-daemon --unlock --components=secrets >/dev/null || exit 1
timeout 60 "$test" savesReadsAndForgets replaces oddNamesAndSecrets saysNothingOnTheWay || exit 1
