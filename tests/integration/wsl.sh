#!/bin/bash
# An independent WS-Management client (Debian package wsl) identifies a simulated host and lists its objects.
set -u
. "$(dirname "$0")/lib.sh"
sim=$1

if ! command -v wsl >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends wsl >/dev/null 2>&1
fi
command -v wsl >/dev/null || skip "the package wsl is not installed"
command -v xmllint >/dev/null || skip "xmllint (package libxml2-utils) is not installed; wsl needs it"

export HVGPU_SIM_PASSWORD="s3cret"
start_sim "$sim" --fleet demo --listen 127.0.0.1:0 --user Administrator
cd "$SIM_DIR" || fail "no scratch directory"

export HOME=$SIM_DIR WSAUTOMATED=1 WSNOSSL=true KEEPHISTORY=0 OUTPREFIX=$SIM_DIR
export WSENDPOINT="127.0.0.1:$(port_of)" WSUSER=Administrator WSPASS=$HVGPU_SIM_PASSWORD
if ! command -v uuidgen >/dev/null; then # of package uuid-runtime; wsl calls it for message ids
    mkdir bin && printf '#!/bin/sh\ncat /proc/sys/kernel/random/uuid\n' >bin/uuidgen && chmod +x bin/uuidgen
    export PATH=$SIM_DIR/bin:$PATH
fi
wmi=http://schemas.microsoft.com/wbem/wsman/1/wmi/root

wsl id check >identify.txt 2>&1
grep -q 'Microsoft Corporation' identify.txt || fail "identify: $(cat identify.txt)"
grep -Eq 'OS: [0-9]+\.[0-9]+\.[0-9]+ SP' identify.txt || fail "identify gave no version: $(cat identify.txt)"

wsl enum "$wmi/virtualization/v2/Msvm_ComputerSystem" >machines.txt 2>&1
machines=$(grep -c '<p:Msvm_ComputerSystem ' machines.txt)
[ "$machines" -ge 2 ] || fail "enumerate found $machines computer systems: $(head -c 3000 machines.txt)"
grep -q 'EndOfSequence' machines.txt || fail "the enumeration did not end: $(tail -c 2000 machines.txt)"

# Without optimisation wsl pulls one object after the other.
env WSENUMOPTIMIZE= wslenum "$wmi/virtualization/v2/Msvm_ComputerSystem" >pulled.txt 2>&1
pulled=$(grep -c '<p:Msvm_ComputerSystem ' pulled.txt)
[ "$pulled" = "$machines" ] || fail "single pulls found $pulled of $machines"

wsl enum "$wmi/virtualization/v2/Msvm_PartitionableGpu" -mode epr >gpus.txt 2>&1
grep -q 'ReferenceParameters' gpus.txt || fail "no GPU references: $(head -c 3000 gpus.txt)"

wsl get "$wmi/cimv2/Win32_OperatingSystem" >system.txt 2>&1
grep -q '<p:Caption>' system.txt || fail "get: $(head -c 3000 system.txt)"

WSPASS=wrong wsl id check >refused.txt 2>&1
grep -q 'Microsoft Corporation' refused.txt && fail "a wrong password was let in"

echo "wsl: identified the host, listed $machines computer systems both ways, GPU references and the operating system"
