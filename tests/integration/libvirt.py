#!/usr/bin/env python3
"""An independent Hyper-V client, libvirt's hyperv driver, lists the machines of the simulated demo fleet, reads the
settings of each, changes what runs, and is refused what Windows refuses. What it reads is what hvgpu reads."""
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path

import simulated

HERE = Path(__file__).resolve().parent
DEMO = HERE.parents[1] / "core/simulation/fleets/demo.json"
USER, PASSWORD = "Administrator", "s3cret"
VIRSH = ""
# EnabledState as Windows has it now, and what libvirt makes of it. It knows older numbers of some.
STATES = {2: "running", 3: "shut off", 32770: "running", 32773: "running", 32774: "in shutdown", 32776: "running",
          32777: "running"}


class Libvirt(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        password = cls.folder / "password"
        password.write_text(PASSWORD + "\n", encoding="utf-8")
        demo = json.loads(DEMO.read_text(encoding="utf-8"))
        options = ["--user", USER, "--password-file", password]
        cls.fleet = cls.enterClassContext(simulated.Fleet(cls.folder, demo, proxies=False, options=options))
        listed = simulated.run("vms", "--servers", cls.fleet.direct, "--format", "json", "--user", USER,
                               "--password-file", password)
        cls.machines = {}
        for row in listed.json():
            cls.machines.setdefault(row["server"], {})[row["vm_id"].lower()] = row

    def attempt(self, server, *arguments, password=PASSWORD):
        credentials = self.folder / "auth.conf"
        credentials.write_text(f"[credentials-sim]\nusername={USER}\npassword={password}\n"
                               "[auth-hyperv-127.0.0.1]\ncredentials=sim\n", encoding="utf-8")
        uri = f"hyperv://{USER}@127.0.0.1:{self.fleet.ports[server]}/?transport=http"
        return subprocess.run([VIRSH, "-q", "-c", uri, *map(str, arguments)], encoding="utf-8", capture_output=True,
                              env={**os.environ, "LIBVIRT_AUTH_FILE": str(credentials), "LC_ALL": "C.UTF-8"},
                              timeout=120, check=False)

    def virsh(self, server, *arguments):
        done = self.attempt(server, *arguments)
        self.assertEqual((done.returncode, done.stderr), (0, ""), f"virsh {' '.join(arguments)}")
        return done.stdout

    def refused(self, server, *arguments, **options):
        done = self.attempt(server, *arguments, **options)
        self.assertNotEqual(done.returncode, 0, f"virsh {' '.join(arguments)}: {done.stdout}")
        return done.stderr

    def state(self, server, machine):
        return self.virsh(server, "domstate", machine).strip()

    def settled(self, server, machine, expected):
        limit = time.monotonic() + 60
        while (state := self.state(server, machine)) != expected:
            self.assertLess(time.monotonic(), limit, f"{machine} is {state}, not {expected}")
            time.sleep(0.1)

    def off(self, **wanted):
        """Server and id of a machine that is off, has no device and is not the matter of another test."""
        wanted = {"enabled_state": 3, "gpu_partitions": 0, "whole_devices": 0, **wanted}
        for server, machines in self.machines.items():
            for machine, row in machines.items():
                if all(row[name] == value for name, value in wanted.items()) and self.unused(machine):
                    return server, machine
        return self.fail(f"the demo fleet has no machine with {wanted}")

    used: set = set()

    def unused(self, machine):
        if machine in self.used:
            return False
        self.used.add(machine)
        return True

    def test_1_every_machine_and_its_settings(self):
        disks = adapters = 0
        for server, machines in self.machines.items():
            listed = self.virsh(server, "list", "--all", "--uuid").split()
            self.assertEqual(sorted(listed), sorted(machines), server)
            texts = self.virsh(server, "; ".join(f"dumpxml {machine}" for machine in listed))
            domains = [ET.fromstring(text) for text in re.split(r"(?m)^(?=<domain )", texts) if text.strip()]
            states = self.virsh(server, "; ".join(f"domstate {machine}" for machine in listed)).splitlines()
            for domain, state in zip(domains, filter(None, states), strict=True):
                row = machines[domain.findtext("uuid")]
                with self.subTest(server=server, machine=row["vm_name"]):
                    self.assertEqual(domain.findtext("name"), row["vm_name"])
                    self.assertEqual(int(domain.findtext("vcpu")), row["processors"])
                    self.assertEqual(int(domain.findtext("currentMemory")), row["memory_startup_mb"] * 1024)
                    self.assertEqual(state, STATES.get(row["enabled_state"], "no state"))
                    for adapter in domain.iterfind("devices/interface"):
                        self.assertRegex(adapter.find("mac").get("address"), "^00:15:5d:")
                disks += sum(disk.find("source").get("file").endswith(".vhdx")
                             for disk in domain.iterfind("devices/disk[@device='disk']"))
                adapters += len(domain.findall("devices/interface"))
        self.assertGreater(disks, 50)
        self.assertGreater(adapters, 50)

    def test_2_names_find_machines(self):
        for machines in self.machines.values():
            names = [row["vm_name"] for row in machines.values()]
            for machine, row in machines.items():
                if names.count(row["vm_name"]) == 1:
                    found = self.virsh(row["server"], "domuuid", "--domain", row["vm_name"])
                    self.assertEqual(found.strip(), machine, row["vm_name"])

    def test_3_host(self):
        for server in self.machines:
            with self.subTest(server=server):
                self.assertEqual(self.virsh(server, "hostname").strip(), server)
                about = self.virsh(server, "nodeinfo; maxvcpus; net-list --all; freecell; capabilities; version")
                for pattern in (r"CPU model: +\S", r"CPU socket\(s\): +[1-9]", r"Memory size: +\d{8,} KiB",
                                r"(?m)^\d+$", r"\S+ +active +yes", r"Total: \d+ KiB", r"<uuid>[0-9a-f-]{36}</uuid>",
                                r"Running hypervisor: Hyper-V 1000\.\d+\.\d+"):
                    self.assertRegex(about, pattern)
        self.assertIn("not supported", self.refused(server, "pool-list")) # by libvirt; the host is not asked

    def test_4_power(self):
        server, machine = self.off()
        for command, state in (("start", "running"), ("suspend", "no state"), ("resume", "running"),
                               ("reboot", "running"), ("reset", "running"), ("managedsave", "no state"),
                               ("start", "running"), ("send-key", "running"), ("destroy", "shut off"),
                               ("start", "running")):
            self.virsh(server, command, machine, *(["KEY_LEFTCTRL", "KEY_C"] if command == "send-key" else []))
            self.assertEqual(self.state(server, machine), state, command)
        self.assertRegex(self.virsh(server, "vcpuinfo", machine), r"State: +running\nCPU time: +[\d.]+s")
        self.virsh(server, "shutdown", machine)
        self.settled(server, machine, "shut off")

    def test_5_what_windows_refuses(self):
        server, machine = next((row["server"], machine) for machines in self.machines.values()
                               for machine, row in machines.items()
                               if row["enabled_state"] == 2 and row["gpu_partitions"])
        self.assertIn("error state", self.refused(server, "managedsave", machine)) # with a GPU nothing can be saved
        self.refused(server, "setvcpus", machine, "2")
        self.assertEqual(self.state(server, machine), "running")
        self.assertIn("401", self.refused(server, "list", password="wrong"))
        self.assertIn("failed to get domain", self.refused(server, "domstate", "00000000-0000-0000-0000-000000000000"))

    def test_6_settings(self):
        server, machine = self.off()
        self.virsh(server, "setvcpus", machine, "2")
        self.virsh(server, "autostart", machine)
        about = self.virsh(server, "dominfo", machine)
        self.assertRegex(about, r"CPU\(s\): +2\n")
        self.assertRegex(about, r"Autostart: +enable\n")
        self.assertRegex(self.virsh(server, "schedinfo", machine), r"weight +: 100\n")
        self.virsh(server, "undefine", machine)
        self.assertNotIn(machine, self.virsh(server, "list", "--all", "--uuid"))


def built():
    """Where virsh is. Without a source there is nothing to test with."""
    done = subprocess.run(["bash", HERE / "libvirt-build.sh"], encoding="utf-8", capture_output=True, check=False)
    if done.returncode == 75:
        print("SKIP:", done.stderr.strip().splitlines()[-1])
        sys.exit(77)
    if done.returncode != 0:
        sys.exit(done.stderr)
    return done.stdout.strip()


if __name__ == "__main__":
    simulated.use(*sys.argv[1:3])
    VIRSH = built()
    unittest.main(argv=sys.argv[:1])
