#!/bin/bash
# An independent Hyper-V client, libvirt's hyperv driver, lists the VMs of a simulated host, reads one VM's settings,
# starts it and turns it off.
set -u
. "$(dirname "$0")/lib.sh"
sim=$1

if ! command -v virsh >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends libvirt-clients >/dev/null 2>&1
fi
command -v virsh >/dev/null || skip "virsh (package libvirt-clients) is not installed"
if virsh -c 'hyperv://nobody@127.0.0.1:9/?transport=http' list 2>&1 | grep -q "built without the 'hyperv' driver"; then
    skip "this libvirt was built without its hyperv driver (Debian 12 has no openwsman to build it with);" \
        "tst_integration_hyperv_conversation sends the same requests"
fi

export HVGPU_SIM_PASSWORD="s3cret"
start_sim "$sim" --fleet demo --listen 127.0.0.1:0 --user Administrator
export LIBVIRT_AUTH_FILE=$SIM_DIR/auth.conf
cat >"$LIBVIRT_AUTH_FILE" <<EOF
[credentials-sim]
username=Administrator
password=$HVGPU_SIM_PASSWORD
[auth-hyperv-127.0.0.1]
credentials=sim
EOF
uri="hyperv://Administrator@127.0.0.1:$(port_of)/?transport=http"
run() { timeout 120 virsh -q -c "$uri" "$@" 2>"$SIM_DIR/virsh-errors" || fail "virsh $*: $(cat "$SIM_DIR/virsh-errors")"; }

uuids=$(run list --all --uuid)
[ -n "$uuids" ] || fail "no virtual machines listed"

disks=0
interfaces=0
for uuid in $uuids; do
    run dumpxml "$uuid" >"$SIM_DIR/vm.xml"
    xmllint --xpath "string(/domain/uuid)" "$SIM_DIR/vm.xml" | grep -qi "$uuid" || fail "dumpxml of another machine"
    [ "$(xmllint --xpath 'number(/domain/vcpu)' "$SIM_DIR/vm.xml")" -ge 1 ] || fail "$uuid has no processor"
    [ "$(xmllint --xpath 'number(/domain/memory)' "$SIM_DIR/vm.xml")" -ge 1024 ] || fail "$uuid has no memory"
    disks=$((disks + $(xmllint --xpath 'count(/domain/devices/disk)' "$SIM_DIR/vm.xml")))
    interfaces=$((interfaces + $(xmllint --xpath 'count(/domain/devices/interface)' "$SIM_DIR/vm.xml")))
done
[ "$disks" -ge 1 ] || fail "no machine has a disk"
[ "$interfaces" -ge 1 ] || fail "no machine has a network adapter"

off=
for uuid in $(run list --inactive --uuid); do # one with a GPU may be refused for lack of resources
    timeout 120 virsh -q -c "$uri" start "$uuid" >/dev/null 2>"$SIM_DIR/virsh-errors" && off=$uuid && break
done
[ -n "$off" ] || fail "no machine that is off could be started: $(cat "$SIM_DIR/virsh-errors")"
[ "$(run domstate "$off")" = running ] || fail "$off does not run after start"
run destroy "$off" >/dev/null
[ "$(run domstate "$off")" = "shut off" ] || fail "$off is not off after destroy"

echo "libvirt: listed $(echo "$uuids" | wc -l) virtual machines, read their settings, started and turned off one"
