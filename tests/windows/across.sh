#!/usr/bin/env bash
# hvgpu for Windows against simulated hosts on this system: two builds of the endpoint and two of the client meet.
# across.sh PYTHON CLI.PY HVGPU HVGPU-SIM
[ -x "$4" ] || { echo "no hvgpu-sim of this system at $4"; exit 77; }
exec "$1" "$2" "$3" "$4" Servers
