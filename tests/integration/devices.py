#!/usr/bin/env python3
"""Whole devices of simulated hosts with hvgpu: to a VM and back, pools, settings, and what hosts refuse."""
import copy
import json
import sys
import unittest

import simulated
from changes import Case

CARD = [{"model": "T4", "bus": 33, "mitigations": True},
        {"model": "NVIDIA audio", "bus": 33, "function": 1, "mitigations": True}]
ALONE = {"servers": [{"name": "S1", "devices": [
    *CARD, {"model": "T4", "bus": 34}, {"model": "T4", "bus": 35, "assignable": False},
    {"model": "A2", "bus": 36, "partitions": 4, "mitigations": True}, {"model": "T4", "bus": 37, "dismounted": True},
    {"model": "NVMe", "bus": 38, "dismounted": True}], "vms": [
        {"name": "running", "state": "running"}, {"name": "off"}, {"name": "dynamic", "dynamicMemory": True},
        {"name": "partition", "gpus": [{"device": 4}]}]}]}
NODE = [{"model": "T4", "bus": 33, "mitigations": True}, {"model": "T4", "bus": 34, "mitigations": True}]
CLUSTER = {"clusters": [{"name": "CL1", "nodes": [{"name": "N1", "devices": NODE}, {"name": "N2", "devices": NODE}],
                         "vms": [{"name": "vm", "state": "running", "node": "N1", "clustered": True,
                                  "offlineAction": 1}]}]}


class Assignment(Case):
    def test_what_if_says_everything(self):
        fleet = self.fleet(ALONE)
        plan = json.loads(self.done(fleet.hvgpu("dda", "assign", "--vm", "running", "--gpu", "bus:33", "--what-if",
                                                "--format", "json")).out)
        kinds = [step["kind"] for step in plan["targets"][0]["steps"]]
        self.assertEqual(kinds, ["disable-device", "dismount-device", "verify-assignable"] * 2 +
                         ["shut-down-guest", "set-vm-settings", "assign-device", "assign-device", "start-vm"])
        script = self.done(fleet.hvgpu("dda", "assign", "--vm", "running", "--gpu", "bus:33", "--powershell")).out
        for command in ("Disable-PnpDevice", "Dismount-VMHostAssignableDevice", "Add-VMAssignableDevice",
                        "-GuestControlledCacheTypes $true", "-AutomaticStopAction TurnOff"):
            self.assertIn(command, script)
        text = self.done(fleet.hvgpu("dda", "assign", "--vm", "running", "--gpu", "bus:33", "--what-if")).out
        self.assertIn("High Definition Audio", text)
        self.assertEqual(fleet.state(), fleet.initial)

    def test_to_a_vm_and_back(self):
        for fleet_file, name, gpu in ((ALONE, "running", "S1/33"), (ALONE, "off", "S1/33"), (CLUSTER, "vm", "N1/33")):
            with self.subTest(name=name):
                fleet = self.fleet(fleet_file)
                self.change(fleet, "dda", "assign", "--vm", name, "--gpu", "bus:33", "--on", gpu[:2])
                given = fleet.state()
                self.assertEqual(given["vms"][name][0], fleet.initial["vms"][name][0])
                self.assertEqual(given["owners"][gpu][1], [name])
                self.assertEqual(given["settings"][name][1:5], [2, 3072, 33280, True])
                # What was before is known from the journal of the plan that changed it.
                self.change(fleet, "dda", "remove", "--vm", name)
                self.settled(fleet, fleet.initial)
                for activity, expected in zip(fleet.activities(), (given, fleet.initial)):
                    self.done(fleet.hvgpu("undo", activity["activity_id"], "--yes"))
                    self.settled(fleet, expected)

    def test_devices_stay_ready_when_asked(self):
        fleet = self.fleet(ALONE)
        self.change(fleet, "dda", "assign", "--vm", "off", "--gpu", "bus:33")
        self.change(fleet, "dda", "remove", "--vm", "off", "--keep-dismounted", "--no-restore")
        state = fleet.state()
        self.assertEqual(state["owners"]["S1/33"][0], "free-for-dda")
        self.assertEqual(state["settings"]["off"][1:3], [2, 3072])
        self.change(fleet, "dda", "mount", "--gpu", "PCIROOT(21)#PCI(0300)#PCI(0000)")
        self.assertEqual(fleet.state()["owners"], fleet.initial["owners"])

    def test_refused_dismounts_leave_everything_as_it_was(self):
        fleet = self.fleet(ALONE)
        for gpu, words in (("bus:34", "mitigation"), ("bus:35", "OS control of the PCI Express bus")):
            with self.subTest(gpu=gpu):
                row = self.change(fleet, "dda", "assign", "--vm", "running", "--gpu", gpu, code=5)["running"]
                self.assertEqual(row["outcome"], "put-back")
                self.assertIn(words, json.dumps(row))
                self.settled(fleet, fleet.initial)
        self.change(fleet, "dda", "dismount", "--gpu", "bus:34", "--force")
        self.assertEqual(fleet.state()["owners"]["S1/34"][0], "free-for-dda")

    def test_too_little_mmio_is_put_back(self):
        fleet = self.fleet(ALONE)
        result = self.done(fleet.hvgpu("dda", "assign", "--vm", "running", "--gpu", "bus:33", "--high-mmio", "128",
                                       "--yes", "--format", "json"), 5)
        row = {each["target"]: each for each in json.loads(result.out)}["running"]
        self.assertEqual(row["outcome"], "put-back")
        self.assertIn("800705AA", json.dumps(row))
        self.assertIn("or memory or memory-mapped I/O space is short", result.err)
        self.settled(fleet, fleet.initial)

    def test_findings_block_with_4(self):
        fleet = self.fleet(ALONE)
        for arguments, finding in (
                (["assign", "--vm", "off", "--gpu", "bus:36"], "device-partitions-in-use"),
                (["dismount", "--gpu", "bus:36"], "device-partitions-in-use"),
                (["assign", "--vm", "dynamic", "--gpu", "bus:33"], "dynamic-memory"),
                (["assign", "--vm", "off", "--gpu", "bus:33", "--low-mmio", "4000"], "mmio-out-of-range")):
            with self.subTest(arguments=arguments):
                plan = json.loads(self.done(fleet.hvgpu("dda", *arguments, "--what-if", "--format", "json"), 4).out)
                self.assertIn(finding, [found["code"] for found in plan["findings"] if found["severity"] == "blocking"])
                self.done(fleet.hvgpu("dda", *arguments, "--yes"), 4)
        self.assertEqual(fleet.state(), fleet.initial)
        self.change(fleet, "dda", "assign", "--vm", "dynamic", "--gpu", "bus:33", "--static-memory")
        self.change(fleet, "dda", "remove", "--vm", "dynamic")
        self.assertEqual(fleet.state(), fleet.initial)

    def test_forgotten_devices_come_back(self):
        fleet = self.fleet(ALONE)
        self.change(fleet, "dda", "recover")
        self.assertNotEqual(fleet.state()["owners"]["S1/37"][0], "free-for-dda")
        self.assertIn("dismounted", self.done(fleet.hvgpu("dda", "recover", "--yes"), 1).err)

    def test_usage(self):
        for arguments in (["dda"], ["dda", "assign"], ["dda", "assign", "--vm", "a", "--vm", "b", "--gpu", "x"],
                          ["dda", "mount"], ["vm", "set", "--vm", "x"], ["dda", "pool-create", "--gpu", "x"],
                          ["vm", "set", "--vm", "x", "--stop-action", "explode"]):
            with self.subTest(arguments=arguments):
                self.done(simulated.run(*arguments, "--server", "127.0.0.1:1", "--yes"), 2)
        for command in ("assign", "remove", "dismount", "mount", "recover", "pool-create", "pool-assign", "pool-remove"):
            self.assertIn("--what-if", self.done(simulated.run("dda", command, "--help")).out)


class Conversion(Case):
    """GPU partitions become a whole GPU and the other way round, each in one plan."""

    FLEET = {"servers": [{"name": "S1", "devices": [
        {"model": "A2", "bus": 36, "partitions": 4, "mitigations": True},
        {"model": "T4", "bus": 37, "dismounted": True}], "vms": [
            {"name": "one", "state": "running", "gpus": [{"device": 0}]}, {"name": "two", "gpus": [{"device": 0}]},
            {"name": "new", "lowMmioMiB": 1024}, {"name": "saved", "state": "saved"},
            {"name": "t4", "stopAction": 2, "assignedDevices": [{"device": 1}]}]}]}

    def test_to_a_vm_and_back_again(self):
        fleet = self.fleet(self.FLEET)
        plan = json.loads(self.done(fleet.hvgpu("dda", "convert", "--to", "dda", "--gpu", "bus:36", "--vm", "new", "--what-if",
                                                "--format", "json")).out)
        self.assertEqual([target["vm"] != "" for target in plan["targets"]], [True] * 3)
        self.assertEqual(fleet.state(), fleet.initial)
        rows = self.change(fleet, "dda", "convert", "--to", "dda", "--gpu", "bus:36", "--vm", "new")
        self.assertEqual(sorted(rows), ["new", "one", "two"])
        given = fleet.state()
        self.assertEqual(given["owners"]["S1/36"][1], ["new"])
        self.assertEqual([given["vms"][name][:2] for name in ("one", "two")], [("running", []), ("off", [])])
        rows = self.change(fleet, "dda", "convert", "--to", "partitions", "--gpu", "bus:36")
        self.assertEqual(list(rows), ["new"])
        back = fleet.state()
        self.assertEqual((back["owners"]["S1/36"][1], back["settings"]["new"]), (None, fleet.initial["settings"]["new"]))
        for activity, expected in zip(fleet.activities(), (given, fleet.initial)):
            self.done(fleet.hvgpu("undo", activity["activity_id"], "--yes"))
            self.settled(fleet, expected)

    def test_only_made_ready(self):
        fleet = self.fleet(self.FLEET)
        self.done(fleet.hvgpu("dda", "dismount", "--gpu", "bus:36", "--yes"), 4)
        self.change(fleet, "dda", "convert", "--to", "dda", "--gpu", "bus:36")
        self.assertEqual(fleet.state()["owners"]["S1/36"][0], "free-for-dda")
        self.change(fleet, "dda", "convert", "--to", "partitions", "--gpu", "bus:36")
        self.assertNotEqual(fleet.state()["owners"]["S1/36"][0], "free-for-dda")

    def test_what_cannot_be_partitioned_stays_where_it_is(self):
        fleet = self.fleet(self.FLEET)
        row = self.change(fleet, "dda", "convert", "--to", "partitions", "--gpu", "bus:37", code=5)["t4"]
        self.assertEqual(row["outcome"], "put-back")
        self.assertIn("cannot partition", json.dumps(row))
        self.settled(fleet, fleet.initial)

    def test_usage(self):
        for arguments in (["--gpu", "x"], ["--to", "dda"], ["--to", "both", "--gpu", "x"],
                          ["--to", "dda", "--gpu", "x", "--gpu", "y"], ["--to", "partitions", "--gpu", "x", "--vm", "v"]):
            with self.subTest(arguments=arguments):
                self.done(simulated.run("dda", "convert", *arguments, "--server", "127.0.0.1:1", "--yes"), 2)


class Fixes(Case):
    """hvgpu findings --fix, from the finding to the server."""

    FLEET = {"servers": [{"name": "S1", "devices": [
        *CARD, {"model": "T4", "bus": 37, "dismounted": True}, {"model": "T4", "bus": 38, "disabled": True},
        {"model": "A2", "bus": 36, "partitions": 1}, {"model": "T4", "bus": 39, "dismounted": True}], "vms": [
            {"name": "one", "state": "running", "gpus": [{"device": 4}], "stopAction": 4, "checkpointType": 2},
            {"name": "two", "gpus": [{"device": 4}], "stopAction": 4, "checkpointType": 2},
            {"name": "half", "assignedDevices": [{"device": 5}], "dynamicMemory": True},
            {"name": "saves", "gpus": [{"use": "auto"}], "stopAction": 3}]}]}

    def findings(self, fleet):
        return json.loads(fleet.hvgpu("findings", "--format", "json").out)

    def test_everything_that_can_be_is_fixed(self):
        fleet = self.fleet(self.FLEET)
        wanted = {"over-committed", "forgotten-device", "disabled-device", "stop-action-save", "checkpoints-on",
                  "stop-action-not-off", "dynamic-memory", "no-write-combining", "default-mmio"}
        self.assertLessEqual(wanted, {found["code"] for found in self.findings(fleet) if found["fixable"]})
        for _ in range(20):
            left = [found for found in self.findings(fleet) if found["fixable"]]
            if not left:
                break
            self.done(fleet.hvgpu("findings", "--fix", left[0]["id"], "--power", "turn-off", "--yes"))
        self.assertEqual(left, [])
        state = fleet.state()
        self.assertEqual(state["settings"]["half"][1:5], [2, 3072, 33280, True])
        self.assertEqual([len(state["vms"][name][1]) for name in ("one", "two")], [1, 0])
        # Everything comes back but the one assignment for which there is no partition.
        refused = []
        for activity in fleet.activities():
            undone = fleet.hvgpu("undo", activity["activity_id"], "--yes")
            if undone.code == 5:
                refused.append(undone.err)
            else:
                self.done(undone)
        self.assertEqual(len(refused), 1, refused)
        self.assertIn("two", refused[0])
        self.assertIn("1 of the 1 partitions of its GPU are assigned, which leaves none for it", refused[0])
        self.assertNotIn("changed", refused[0])  # nobody did anything meanwhile
        expected = copy.deepcopy(fleet.initial)
        expected["vms"]["two"] = fleet.state()["vms"]["two"]
        self.assertEqual(len(expected["vms"]["two"][1]), 0)
        self.settled(fleet, expected)

    def test_one_power_cycle_for_what_needs_it_off(self):
        fleet = self.fleet(self.FLEET)
        found = next(found for found in self.findings(fleet) if found["code"] == "no-write-combining")
        plan = json.loads(self.done(fleet.hvgpu("findings", "--fix", found["id"], "--what-if", "--format", "json")).out)
        self.assertEqual([step["kind"] for step in plan["targets"][0]["steps"]], ["set-vm-settings", "set-vm-memory"])


class Settings(Case):
    def test_settings_and_back(self):
        fleet = self.fleet(CLUSTER)
        self.change(fleet, "vm", "set", "--vm", "vm", "--stop-action", "shut-down", "--offline-action", "shut-down")
        state = fleet.state()
        self.assertEqual((state["settings"]["vm"][1], state["vms"]["vm"][2]), (4, 2))
        self.change(fleet, "vm", "set", "--vm", "vm", "--low-mmio", "1024", "--high-mmio", "65536", "--cache-types", "on")
        self.assertEqual(fleet.state()["settings"]["vm"][2:5], [1024, 65536, True])
        self.assertEqual(self.change(fleet, "vm", "set", "--vm", "vm", "--low-mmio", "1024"), {})
        for activity in fleet.activities():
            self.done(fleet.hvgpu("undo", activity["activity_id"], "--yes"))
        self.settled(fleet, fleet.initial)


class Pools(Case):
    def test_a_pool_on_every_node(self):
        fleet = self.fleet(CLUSTER)
        one = json.loads(self.done(fleet.hvgpu("dda", "pool-create", "--pool", "GPUs", "--gpu", "bus:33@N1", "--what-if",
                                               "--format", "json")).out)
        self.assertIn("pool-not-on-nodes", [finding["code"] for finding in one["findings"]])
        self.change(fleet, "dda", "pool-create", "--pool", "GPUs", "--gpu", "bus:33@N1", "--gpu", "bus:33@N2")
        made = fleet.state()
        self.done(fleet.hvgpu("dda", "pool-create", "--pool", "GPUs", "--gpu", "bus:34@N1", "--yes"), 4)
        self.change(fleet, "dda", "pool-assign", "--vm", "vm", "--pool", "GPUs")
        state = fleet.state()
        self.assertEqual((state["vms"]["vm"][0], state["vms"]["vm"][2], state["settings"]["vm"][0]), ("running", 3, 1))
        self.done(fleet.hvgpu("dda", "pool-remove", "--pool", "GPUs", "--yes"), 4)
        self.change(fleet, "dda", "remove", "--vm", "vm")
        self.settled(fleet, made)
        self.change(fleet, "dda", "pool-remove", "--pool", "GPUs", "--mount")
        self.settled(fleet, fleet.initial)


if __name__ == "__main__":
    simulated.use(sys.argv.pop(1), sys.argv.pop(1))
    unittest.main(verbosity=2)
