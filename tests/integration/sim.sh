#!/bin/bash
# The program hvgpu-sim: its options, what it prints and writes, its exit codes.
set -u
. "$(dirname "$0")/lib.sh"
sim=$1
command -v curl >/dev/null || skip "curl is not installed"

expect() { # CODE COMMAND...
    local wanted=$1 code=0
    shift
    "$@" >/dev/null 2>&1 || code=$?
    [ "$code" = "$wanted" ] || fail "exit code $code instead of $wanted: $*"
}
expect 0 "$sim" --help
expect 0 "$sim" --version
expect 2 "$sim" --nonsense
expect 2 "$sim" --listen nowhere
expect 2 env -u HVGPU_SIM_PASSWORD "$sim" --user somebody
expect 2 "$sim" --cert a.pem
expect 1 "$sim" --fleet /nonexistent.json
expect 1 "$sim" --listen 192.0.2.1:0

scratch=$(mktemp -d)
printf 'p4ss\n' >"$scratch/password"
port=$((20000 + $$ % 20000))
start_sim "$sim" --fleet scale:3x2x2 --listen "127.0.0.1:$port" --user u --password-file "$scratch/password" \
    --servers-out "$scratch/servers" --tls --cert-out "$scratch/ca.pem"
mv "$scratch"/* "$SIM_DIR" && rmdir "$scratch"
servers=$SIM_DIR/servers
[ "$(grep -c "https://127.0.0.1:" "$SIM_LIST")" = 3 ] || fail "three addresses expected: $(cat "$SIM_LIST")"
grep -q "https://127.0.0.1:$((port + 2))/wsman" "$SIM_LIST" || fail "ports do not follow each other"
grep -q '"port": '"$port" "$servers" && grep -q '"user": "u"' "$servers" && grep -q 'ca.pem' "$servers" ||
    fail "server list: $(cat "$servers")"
grep -q p4ss "$servers" "$SIM_LIST" "$SIM_DIR/errors" && fail "the password was written somewhere"
soap='Content-Type: application/soap+xml'
status() {
    curl -s --cacert "$SIM_DIR/ca.pem" -o /dev/null -w '%{http_code}' -H "$soap" -d '' "$@" "https://127.0.0.1:$port/wsman"
}
[ "$(status)" = 401 ] || fail "no credentials were asked for"
[ "$(status -u u:wrong)" = 401 ] || fail "a wrong password was let in"
[ "$(status -u u:p4ss)" = 400 ] || fail "the right password was not let in"
curl -s -o /dev/null "https://127.0.0.1:$port/wsman" && fail "the certificate is trusted by everybody"

kill -TERM "$SIM_PID"
code=0
wait "$SIM_PID" || code=$?
[ "$code" = 0 ] || fail "exit code $code after SIGTERM"
# A password from the environment does not stay where others read it.
rm -rf "$SIM_DIR"
HVGPU_SIM_PASSWORD='Engine-5q' start_sim "$sim" --fleet scale:1x1x1 --listen "127.0.0.1:$port" --user u
[ "$(curl -s -o /dev/null -w '%{http_code}' -H "$soap" -d '' -u u:Engine-5q "http://127.0.0.1:$port/wsman")" = 400 ] ||
    fail "the password of the environment was not let in"
if [ -r "/proc/$SIM_PID/environ" ]; then
    tr '\0' '\n' <"/proc/$SIM_PID/environ" | grep -q Engine-5q && fail "the password still lies in the environment"
fi

echo "hvgpu-sim: options, addresses, server list, TLS, credentials and exit codes are right"
