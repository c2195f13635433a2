#!/bin/bash
# The command line signs in with NTLM to hosts that take encrypted messages only, as Windows does by default.
set -u
. "$(dirname "$0")/lib.sh"
sim=$1
hvgpu=$2

[ -e /etc/gss/mech.d/mech.ntlmssp.conf ] || skip "the package gss-ntlmssp is not installed"
scratch=$(mktemp -d)
echo "HV:ada:Engine-5q" >"$scratch/users"
start_sim "$sim" --fleet scale:1x2x4 --listen 127.0.0.1:0 --ntlm-users "$scratch/users" --encrypted-only
trap 'kill "$SIM_PID" 2>/dev/null; wait "$SIM_PID" 2>/dev/null; rm -rf "$SIM_DIR" "$scratch"' EXIT
server="127.0.0.1:$(port_of)"

export HVGPU_PASSWORD=Engine-5q
for scheme in ntlm negotiate default; do # Negotiate is the default
    asked=(--auth "$scheme")
    [ "$scheme" = default ] && asked=()
    "$hvgpu" gpus --server "$server" --user 'HV\ada' "${asked[@]}" --format csv >"$scratch/$scheme" 2>"$scratch/errors" ||
        fail "$scheme: $(cat "$scratch/errors")"
    [ "$(wc -l <"$scratch/$scheme")" = 3 ] || fail "$scheme: not two GPUs: $(cat "$scratch/$scheme")"
done

HVGPU_PASSWORD=wrong "$hvgpu" gpus --server "$server" --user 'HV\ada' --auth ntlm >"$scratch/out" 2>&1 &&
    fail "a wrong password was taken"
grep -q 'rejected the user name or the password' "$scratch/out" || fail "wrong password: $(cat "$scratch/out")"

# Without a ticket or password: a host that is not there is told as that.
for told in "no-such-host.invalid:5985|cannot be resolved" "127.0.0.1:1|cannot be reached"; do
    env -u HVGPU_PASSWORD KRB5CCNAME=FILE:/nonexistent "$hvgpu" gpus --server "${told%|*}" >"$scratch/out" 2>&1 &&
        fail "${told%|*} was read"
    grep -q "${told#*|}" "$scratch/out" || fail "${told%|*}: $(cat "$scratch/out")"
done
"$hvgpu" gpus --server "$server" --user 'HV\ada' --auth basic --insecure-basic >"$scratch/out" 2>&1 &&
    fail "Basic was taken without encryption"
if grep -q 'Engine-5q' "$scratch"/out "$scratch"/errors "$SIM_DIR/errors"; then
    fail "a password was written out"
fi
echo "signed in with NTLM and Negotiate"
