#!/usr/bin/env python3
"""Changes partition counts and assignments of simulated hosts with hvgpu, as users do, also when things go wrong."""
import json
import os
import pty
import re
import signal
import sys
import tempfile
import threading
import time
import unittest
import urllib.request
from pathlib import Path

import simulated
from simulated import Fleet

A2 = [{"model": "A2", "bus": 101, "partitions": 8}, {"model": "A2", "bus": 102, "partitions": 4}]
UNUSED = {"model": "A2", "bus": 103, "partitions": 4}
ONE = [{"device": 0}]
ALONE = {"servers": [{"name": "S1", "devices": [*A2, UNUSED], "vms": [
    {"name": "running", "state": "running"}, {"name": "off"}, {"name": "saved", "state": "saved"},
    {"name": "paused", "state": "paused"}, {"name": "with gpu", "state": "running", "gpus": ONE},
    {"name": "off with gpu", "gpus": ONE}, {"name": "two", "gpus": [{"device": 0}, {"device": 1}]},
    {"name": "saved with gpu", "state": "saved", "gpus": ONE},
    {"name": "paused with gpu", "state": "paused", "gpus": ONE},
    {"name": "automatic", "gpus": [{"use": "auto"}]},
    {"name": "locked", "state": "running", "integrationServices": False}, {"name": "dup"}, {"name": "dup"}]}]}
CLUSTER = {"clusters": [{"name": "CL1", "nodes": [{"name": "N1", "devices": A2}, {"name": "N2", "devices": A2}], "vms": [
    {"name": "running", "state": "running", "node": "N1", "clustered": True, "offlineAction": 1},
    {"name": "off", "node": "N1", "clustered": True},
    {"name": "saved", "state": "saved", "node": "N2", "clustered": True},
    {"name": "paused", "state": "paused", "node": "N2", "clustered": True},
    {"name": "with gpu", "state": "running", "node": "N2", "clustered": True, "offlineAction": 3, "gpus": ONE},
    {"name": "off with gpu", "node": "N2", "clustered": True, "offlineAction": 2, "gpus": ONE}]}]}
EMPTY = {"servers": [{"name": "S1", "devices": A2}, {"name": "S2", "devices": A2[:1]}]}


def soap(port, action, resource, selectors, body, namespace="virtualization/v2"):
    """One request of somebody else's tool."""
    items = "".join(f'<w:Selector Name="{name}">{value}</w:Selector>' for name, value in selectors.items())
    base = f"http://schemas.microsoft.com/wbem/wsman/1/wmi/root/{namespace}/"
    envelope = f"""<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"
      xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing"
      xmlns:w="http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd"><s:Header>
      <a:To>http://127.0.0.1:{port}/wsman</a:To><w:ResourceURI s:mustUnderstand="true">{base}{resource}</w:ResourceURI>
      <a:ReplyTo><a:Address>http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address></a:ReplyTo>
      <a:Action s:mustUnderstand="true">{base}{resource}/{action}</a:Action>
      <w:MaxEnvelopeSize>512000</w:MaxEnvelopeSize><a:MessageID>uuid:4ed2993c-4339-4e99-81fc-c2fd3812781a</a:MessageID>
      <w:OperationTimeout>PT60S</w:OperationTimeout><w:SelectorSet>{items}</w:SelectorSet></s:Header>
      <s:Body><p:{action}_INPUT xmlns:p="{base}{resource}">{body}</p:{action}_INPUT></s:Body></s:Envelope>"""
    request = urllib.request.Request(f"http://127.0.0.1:{port}/wsman", envelope.encode(),
                                     {"Content-Type": "application/soap+xml;charset=UTF-8"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        return answer.read().decode()


class Case(unittest.TestCase):
    def fleet(self, fleet, **options):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        made = self.enterContext(Fleet(folder, fleet, **options))
        made.initial = made.state()
        return made

    def done(self, result, code=0):
        """Checks how a run ended; None: any way but by a signal or wrong usage."""
        if code is None:
            self.assertIn(result.code, (0, 1, 5), result.err)
        else:
            self.assertEqual(result.code, code, result.err)
        return result

    def targets(self, result, code=0):
        return json.loads(self.done(result, code).out)

    def change(self, fleet, *arguments, code=0):
        """Makes a change and gives its rows by target."""
        rows = self.targets(fleet.hvgpu(*arguments, "--yes", "--format", "json"), code)
        return {row["target"]: row for row in rows}

    def assert_vm(self, fleet, name, power, gpus, action="any"):
        state = fleet.state()["vms"][name]
        self.assertEqual(state[:2], (power, gpus))
        if action != "any":
            self.assertEqual(state[2], action)

    def settled(self, fleet, expected):
        for _ in range(200):
            state = fleet.state()
            if state == expected:
                break
            time.sleep(0.05)
        self.assertEqual(state, expected)

    def outcome(self, fleet):
        return fleet.activities()[0]


class Usage(Case):
    def test_refused_before_anything_is_read(self):
        for arguments in (["set-count", "--count", "4"], ["set-count", "--gpu", "bus:1"], ["assign"], ["unassign"],
                          ["set-count", "--on", "x", "--count", "0"], ["assign", "--vm", "x", "--power", "kill"],
                          ["apply"], ["undo"], ["resume"], ["assign", "--vm", "x", "--shutdown-timeout", "0"]):
            with self.subTest(arguments=arguments):
                result = self.done(simulated.run(*arguments, "--server", "127.0.0.1:1", "--yes"), 2)
                self.assertEqual(result.out, "")
        result = self.done(simulated.run("assign", "--vm", "x", "--server", "127.0.0.1:1"), 2)
        self.assertIn("--yes", result.err)
        self.done(simulated.run("dismiss"), 2)

    def test_help_of_every_command(self):
        for command in ("set-count", "assign", "unassign", "apply", "activity", "undo", "resume", "dismiss"):
            with self.subTest(command=command):
                self.assertIn("--journal-folder", self.done(simulated.run(command, "--help")).out)

    def test_plan_files_that_are_none(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "plan.json")
            for content in (None, "", "{}", '{"format": "hvgpu-plan", "version": 1}', "[1]"):
                if content is not None:
                    path.write_text(content, encoding="utf-8")
                result = self.done(simulated.run("apply", path, "--server", "127.0.0.1:1", "--yes"), 1)
                self.assertIn("plan.json", result.err)

    def test_nothing_known_of_an_activity(self):
        with tempfile.TemporaryDirectory() as folder:
            place = ("--journal-folder", folder)
            self.assertEqual(self.targets(simulated.run("activity", "--format", "json", *place)), [])
            for command in (["activity", "12"], ["dismiss", "12"]):
                self.assertIn("12", self.done(simulated.run(*command, *place), 1).err)


class Planning(Case):
    def test_what_if_changes_nothing_and_says_all(self):
        fleet = self.fleet(ALONE)
        text = self.done(fleet.hvgpu("assign", "--vm", "running", "off", "--what-if"))
        self.assertRegex(text.out, r"(?s)S1: running.*1\. .*2\. .*3\. .*S1: off.*1\. ")
        plan = json.loads(self.done(fleet.hvgpu("assign", "--vm", "running", "--what-if", "--format", "json")).out)
        self.assertEqual([step["kind"] for step in plan["targets"][0]["steps"]],
                         ["shut-down-guest", "add-partition-adapter", "start-vm"])
        rows = self.done(fleet.hvgpu("assign", "--vm", "running", "--what-if", "--format", "csv")).out.splitlines()
        self.assertEqual(len(rows), 2)
        self.assertIn("vm-goes-down", rows[1])
        script = self.done(fleet.hvgpu("assign", "--vm", "running", "--powershell")).out
        self.assertIn("Add-VMGpuPartitionAdapter", script)
        self.assertEqual(fleet.state(), fleet.initial)
        self.assertFalse(fleet.journals.exists() and os.listdir(fleet.journals))

    def test_findings_block_with_4(self):
        fleet = self.fleet(ALONE)
        for arguments, finding in ((["assign", "--vm", "saved"], "vm-saved"), (["assign", "--vm", "paused"], "vm-paused"),
                                   (["assign", "--vm", "with gpu"], "already-has-partition"),
                                   (["unassign", "--vm", "saved with gpu"], "vm-saved"),
                                   (["unassign", "--vm", "paused with gpu"], "vm-paused"),
                                   (["set-count", "--gpu", "bus:101", "--count", "4"], "partitions-assigned"),
                                   (["set-count", "--gpu", "bus:103", "--count", "5"], "count-not-valid")):
            with self.subTest(arguments=arguments):
                plan = json.loads(self.done(fleet.hvgpu(*arguments, "--what-if", "--format", "json"), 4).out)
                self.assertIn((finding, "blocking"), [(f["code"], f["severity"]) for f in plan["findings"]])
                refused = self.done(fleet.hvgpu(*arguments, "--yes"), 4)
                self.assertEqual(refused.out, "")
                self.assertEqual(fleet.activities(), [])
        self.assertEqual(fleet.state(), fleet.initial)

    def test_names_that_are_not_clear(self):
        fleet = self.fleet(ALONE)
        result = self.done(fleet.hvgpu("assign", "--vm", "dup", "--yes"), 1)
        guids = re.findall(r"[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}", result.err)
        self.assertEqual(len(set(guids)), 2)
        self.done(fleet.hvgpu("assign", "--vm", guids[0].lower(), "--yes"))
        result = self.done(fleet.hvgpu("set-count", "--gpu", "NVIDIA A2", "--count", "4", "--yes"), 1)
        self.assertEqual(result.err.count("PCI\\VEN_"), 3)
        for arguments in (["assign", "--vm", "nobody"], ["assign", "--vm", "off", "--on", "S9"],
                          ["unassign", "--vm", "off"], ["set-count", "--model", "A2", "--count", "4"]):
            self.done(fleet.hvgpu(*arguments, "--yes"), 1)

    def test_read_only_is_refused_by_the_core(self):
        fleet = self.fleet(ALONE)
        for arguments in (["assign", "--vm", "off"], ["unassign", "--vm", "with gpu"],
                          ["set-count", "--gpu", "bus:103", "--count", "8"]):
            self.done(fleet.hvgpu(*arguments, "--read-only", "--yes"), 1)
            self.done(fleet.hvgpu(*arguments, "--read-only", "--what-if"))
        self.change(fleet, "assign", "--vm", "off")
        changed = fleet.state()
        self.done(fleet.hvgpu("undo", self.outcome(fleet)["activity_id"], "--read-only", "--yes"), 1)
        self.assertEqual(fleet.state(), changed)


class Changes(Case):
    def test_set_count_by_every_choice(self):
        fleet = self.fleet(EMPTY)
        self.change(fleet, "set-count", "--gpu", "bus:102", "--count", "16")
        self.assertEqual(fleet.state()["gpus"], {"S1/101": 8, "S1/102": 16, "S2/101": 8})
        self.change(fleet, "set-count", "--on", "S1", "--count", "2")
        self.assertEqual(fleet.state()["gpus"], {"S1/101": 2, "S1/102": 2, "S2/101": 8})
        self.change(fleet, "set-count", "--model", "nvidia a2", "--count", "4")
        self.assertEqual(set(fleet.state()["gpus"].values()), {4})
        self.change(fleet, "set-count", "--all-of-set", "--count", "1")
        self.assertEqual(set(fleet.state()["gpus"].values()), {1})
        self.assertEqual(self.change(fleet, "set-count", "--all-of-set", "--count", "1"), {})
        for activity in fleet.activities():
            self.done(fleet.hvgpu("undo", activity["activity_id"], "--yes"))
        self.assertEqual(fleet.state(), fleet.initial)

    def test_assign_and_unassign_and_back(self):
        for fleet_file, action in ((ALONE, None), (CLUSTER, 3)):
            fleet = self.fleet(fleet_file)
            for name, power in (("running", "running"), ("off", "off")):
                with self.subTest(name=name, action=action):
                    row = self.change(fleet, "assign", "--vm", name, "--gpu", "bus:102")[name]
                    self.assertEqual(row["outcome"], "succeeded")
                    server = row["server"]
                    self.assert_vm(fleet, name, power, [f"{server}/102"], action)
                    self.change(fleet, "unassign", "--vm", name)
                    self.assert_vm(fleet, name, power, [], action)
                    self.done(fleet.hvgpu("undo", self.outcome(fleet)["activity_id"], "--yes"))
                    self.assert_vm(fleet, name, power, [f"{server}/102"], action)
            for name, power in (("with gpu", "running"), ("off with gpu", "off")):
                with self.subTest(name=name, action=action):
                    initial = fleet.state()
                    self.change(fleet, "unassign", "--vm", name)
                    self.assert_vm(fleet, name, power, [])
                    self.done(fleet.hvgpu("undo", self.outcome(fleet)["activity_id"], "--yes"))
                    self.assertEqual(fleet.state(), initial)
            for name in ("saved", "paused"):
                with self.subTest(name=name, action=action):
                    self.done(fleet.hvgpu("assign", "--vm", name, "--yes"), 4)

    def test_offline_action_is_left_alone_when_asked(self):
        fleet = self.fleet(CLUSTER)
        self.change(fleet, "assign", "--vm", "running", "--no-offline-action")
        self.assert_vm(fleet, "running", "running", ["auto"], 1)
        self.done(fleet.hvgpu("undo", self.outcome(fleet)["activity_id"], "--yes"))
        self.assertEqual(fleet.state(), fleet.initial)

    def test_several_adapters_are_told_apart(self):
        fleet = self.fleet(ALONE)
        self.change(fleet, "unassign", "--vm", "two", "--gpu", "bus:101")
        self.assert_vm(fleet, "two", "off", ["S1/102"])
        adapter = [row["adapter_id"] for row in fleet.report("partitions") if row["vm_name"] == "two"]
        self.change(fleet, "unassign", "--adapter", *adapter)
        self.assert_vm(fleet, "two", "off", [])
        self.change(fleet, "unassign", "--vm", "automatic")
        self.assert_vm(fleet, "automatic", "off", [])
        # A GPU that is to get another count is emptied first; what cannot be changed forbids all of it.
        self.done(fleet.hvgpu("unassign", "--gpu", "bus:101", "--yes"), 4)

    def test_a_guest_that_does_not_shut_down(self):
        fleet = self.fleet(ALONE)
        # Its service does not answer: told as such at once, and not as one that was too slow.
        result = self.done(fleet.hvgpu("assign", "--vm", "locked", "--shutdown-timeout", "600", "--yes"), 5)
        self.assertIn("locked: the shutdown service of the guest does not answer; it is not turned off", result.err)
        self.assertNotIn("in time", result.err)
        row = self.change(fleet, "assign", "--vm", "locked", "--shutdown-timeout", "1", code=5)["locked"]
        self.assertIn(row["outcome"], ("skipped", "failed", "put-back"))
        self.assert_vm(fleet, "locked", "running", [])
        self.assertEqual(self.change(fleet, "assign", "--vm", "locked", "--power", "skip"), {})
        self.change(fleet, "assign", "--vm", "locked", "--power", "turn-off")
        self.assert_vm(fleet, "locked", "running", ["auto"])

    def test_apply_a_saved_plan(self):
        fleet = self.fleet(CLUSTER)
        plan = Path(fleet.folder, "plan.json")
        saved = self.done(fleet.hvgpu("assign", "--vm", "running", "off", "--plan-out", plan))
        self.assertEqual(saved.out, "")
        self.assertEqual(fleet.state(), fleet.initial)
        self.done(fleet.hvgpu("apply", plan, "--what-if"))
        self.done(fleet.hvgpu("apply", plan), 2)
        self.assertEqual(set(self.change(fleet, "apply", plan)), {"running", "off"})
        self.assert_vm(fleet, "running", "running", ["auto"], 3)
        changed = fleet.state()
        again = self.done(fleet.hvgpu("apply", plan, "--yes"), 1)
        self.assertIn("hvgpu activity", again.err)
        self.assertEqual(fleet.state(), changed)
        other = self.fleet(ALONE)
        self.done(other.hvgpu("apply", plan, "--yes"), 1)
        self.assertEqual(other.state(), other.initial)

    def test_changed_since_the_plan_was_made(self):
        fleet = self.fleet(ALONE)
        elsewhere = ["--journal-folder", Path(fleet.folder, "another administrator"), "--servers", fleet.direct, "--yes"]
        cases = ((["assign", "--vm", "off", "running"], ["assign", "--vm", "off"], "off"),
                 (["unassign", "--vm", "with gpu"], ["unassign", "--vm", "with gpu"], "with gpu"),
                 (["set-count", "--gpu", "bus:103", "--count", "2"], ["set-count", "--gpu", "bus:103", "--count", "8"],
                  "NVIDIA A2"))
        for number, (mine, theirs, target) in enumerate(cases):
            with self.subTest(mine=mine):
                plan = Path(fleet.folder, f"{number}.json")
                self.done(fleet.hvgpu(*mine, "--plan-out", plan))
                self.done(simulated.run(*theirs, *elsewhere))
                between = fleet.state()
                rows = self.change(fleet, "apply", plan, code=5)
                refused = next(row for name, row in rows.items() if name.startswith(target))
                self.assertEqual(refused["outcome"], "refused")
                self.assertTrue(refused["reason"])
                if "running" in rows:
                    self.assertEqual(rows["running"]["outcome"], "succeeded")
                    between["vms"]["running"] = ("running", ["auto"], None)
                self.assertEqual(fleet.state(), between)

    def test_demo_fleet(self):
        result = simulated.run("unassign", "--demo", "--vm", "web-01", "--power", "turn-off", "--yes", "--format", "json")
        self.assertEqual([row["outcome"] for row in self.targets(result)], ["succeeded"])

    def test_stop_after_failure(self):
        fleet = self.fleet(ALONE)
        fleet.watch(before=lambda _, action: action == "AddResourceSettings")
        rows = self.change(fleet, "assign", "--vm", "off", "running", "--stop-after-failure", code=5)
        fleet.watch()
        self.assertEqual([row["outcome"] for row in rows.values()].count("cancelled"), 1)
        self.assertEqual(fleet.state(), fleet.initial)


class Trouble(Case):
    """Every host trouble there is at each change of a plan; whatever happens, things are as planned or as before."""

    def faults(self, fleet, *faults):
        before = fleet.faults_file.stat().st_mtime_ns if fleet.faults_file.exists() else 0
        fleet.faults_file.write_text(json.dumps(list(faults)), encoding="utf-8")
        if fleet.faults_file.stat().st_mtime_ns == before:
            os.utime(fleet.faults_file)
        time.sleep(1.2)  # the simulator reads the file again within a second

    def assert_whole(self, fleet, row, name):
        """As before, or as planned: nothing in between, and never off."""
        vm = fleet.state()["vms"][name]
        planned = ("running", ["auto"], 3 if row["server"].startswith("N") else None)
        self.assertIn(vm, (fleet.initial["vms"][name], planned))
        self.assertEqual(vm == planned, row["outcome"] == "succeeded", row)

    def test_access_denied(self):
        for fleet_file in (ALONE, CLUSTER):
            fleet = self.fleet(fleet_file)
            self.faults(fleet, {"operation": "Invoke", "method": "AddResourceSettings", "fault": "access-denied"})
            row = self.change(fleet, "assign", "--vm", "running", code=5)["running"]
            self.assertEqual(row["outcome"], "put-back")
            self.assertIn("access-denied", row["reason"])
            self.assertEqual(fleet.state(), fleet.initial)

    def test_provider_restarts(self):
        for fleet_file, methods in ((ALONE, ["InitiateShutdown", "AddResourceSettings", "RequestStateChange"]),
                                    (CLUSTER, ["TakeOffline", "AddResourceSettings", "UpdateVirtualMachine",
                                               "BringOnline"])):
            for method in methods:
                with self.subTest(method=method):
                    fleet = self.fleet(fleet_file)
                    self.faults(fleet, {"operation": "Invoke", "method": method, "fault": "shutting-down", "count": 2})
                    rows = self.targets(fleet.hvgpu("assign", "--vm", "running", "--shutdown-timeout", "3", "--yes",
                                                    "--format", "json"), None)
                    self.assert_whole(fleet, rows[0], "running")

    def test_answers_that_get_lost(self):
        for fleet_file, methods in ((ALONE, ["InitiateShutdown", "AddResourceSettings", "RequestStateChange"]),
                                    (CLUSTER, ["Put", "TakeOffline", "AddResourceSettings", "UpdateVirtualMachine",
                                               "BringOnline"])):
            for method in methods:
                for when in ("before", "after"):
                    with self.subTest(method=method, when=when):
                        fleet = self.fleet(fleet_file)
                        left = [1]

                        def lose(_, action, method=method, left=left):
                            left[0] -= action == method
                            return action == method and left[0] >= 0

                        fleet.watch(**{when: lose})
                        # Whether the guest was told is not known: it gets its time before it is looked at again.
                        result = fleet.hvgpu("assign", "--vm", "running", "--shutdown-timeout", "3", "--yes",
                                             "--format", "json")
                        fleet.watch()
                        self.assertIn(result.code, (0, 5), result.err)
                        self.assertLess(left[0], 1)
                        self.assert_whole(fleet, json.loads(result.out)[0], "running")

    def test_only_partition_is_taken_meanwhile(self):
        fleet = self.fleet({"servers": [{"name": "S1", "devices": [{"model": "A2", "bus": 101, "partitions": 1}], "vms": [
            {"name": "running", "state": "running"}, {"name": "other"}]}]})
        plan = Path(fleet.folder, "plan.json")
        self.done(fleet.hvgpu("assign", "--vm", "running", "--gpu", "bus:101", "--plan-out", plan))
        # Meanwhile another VM takes the only partition: the start of this one would fail in its job.
        self.done(fleet.hvgpu("assign", "--vm", "other", "--gpu", "bus:101", "--yes"))
        vm = next(row["vm_id"] for row in fleet.report("vms") if row["vm_name"] == "other")
        soap(fleet.ports["S1"], "RequestStateChange", "Msvm_ComputerSystem",
             {"CreationClassName": "Msvm_ComputerSystem", "Name": vm}, "<p:RequestedState>2</p:RequestedState>")
        expected = fleet.state()
        expected["vms"]["other"] = ("running", ["S1/101"], None)
        self.settled(fleet, expected)
        uptime = {row["vm_name"]: row["uptime_ms"] for row in fleet.report("vms")}
        row = self.change(fleet, "apply", plan, code=5)["running"]
        self.assertEqual(row["outcome"], "refused")
        self.assertEqual(fleet.state(), expected)
        later = {row["vm_name"]: row["uptime_ms"] for row in fleet.report("vms")}
        self.assertGreaterEqual(later["running"], uptime["running"])

    def test_a_host_that_is_lost_and_comes_back(self):
        for fleet_file in (ALONE, CLUSTER):
            # Each takes half a minute: the host is given time to come back by itself.
            for recovery in ("resume",) if fleet_file is CLUSTER else ("undo",):
                with self.subTest(recovery=recovery):
                    fleet = self.fleet(fleet_file)
                    gone = threading.Event()

                    def lost(_, action, gone=gone):
                        if action in ("RequestStateChange", "UpdateVirtualMachine"):
                            gone.set()
                        return gone.is_set()

                    fleet.watch(before=lost)
                    row = self.change(fleet, "assign", "--vm", "running", code=5)["running"]
                    self.assertEqual(row["outcome"], "indeterminate")
                    activity = self.outcome(fleet)
                    self.assertEqual((activity["activity_state"], activity["vms_may_be_off"]), ("interrupted", ["running"]))
                    fleet.watch()
                    self.done(fleet.hvgpu(recovery, activity["activity_id"][:8], "--yes"))
                    if recovery == "undo":
                        self.assertEqual(fleet.state(), fleet.initial)
                    else:
                        self.assert_vm(fleet, "running", "running", ["auto"])
                    self.assertIsNone(self.outcome(fleet)["vms_may_be_off"])

    def move(self, fleet, vm, node):
        """The cluster moves a VM, as its administrator would have it."""
        soap(next(iter(fleet.ports.values())), "MoveToNewNode", "MSCluster_ResourceGroup", {"Name": vm},
             f"<p:NodeName>{node}</p:NodeName><p:TimeOut>60</p:TimeOut>", "MSCluster")

    def test_vm_that_moved_to_another_node_before_its_turn(self):
        for name in ("running", "off"):
            with self.subTest(name=name):
                fleet = self.fleet(CLUSTER)
                plan = Path(fleet.folder, "plan.json")
                self.done(fleet.hvgpu("assign", "--vm", name, "--plan-out", plan))
                self.move(fleet, name, "N2")
                row = self.change(fleet, "apply", plan, code=5)[name]
                self.assertEqual((row["outcome"], row["server"]), ("refused", "N1"))
                self.assertIn("no longer on this server", row["reason"])
                self.assertEqual(fleet.state(), fleet.initial)
                # Planned anew, it is found where it is now.
                row = self.change(fleet, "assign", "--vm", name)[name]
                self.assertEqual((row["outcome"], row["server"]), ("succeeded", "N2"))
                self.assert_vm(fleet, name, name, ["auto"], 3)

    def test_vm_that_moves_to_another_node_while_it_is_changed(self):
        for method in ("AddResourceSettings", "UpdateVirtualMachine", "BringOnline"):
            with self.subTest(method=method):
                fleet = self.fleet(CLUSTER)
                moves = [1]

                def move(_, action, method=method, moves=moves, fleet=fleet):
                    if action == method and moves:
                        moves.pop()
                        self.move(fleet, "running", "N2")
                    return False

                fleet.watch(before=move)
                result = fleet.hvgpu("assign", "--vm", "running", "--yes", "--format", "json")
                fleet.watch()
                self.assertIn(result.code, (0, 5), result.err)
                self.assertFalse(moves)
                power, gpus, _ = fleet.state()["vms"]["running"]
                row = json.loads(result.out)[0]
                self.assertEqual(power, "running", row)  # on whichever node
                self.assertLessEqual(len(gpus), 1, row)
                if row["outcome"] == "succeeded":
                    self.assertEqual(gpus, ["auto"])

    def test_partly_done_is_finished_or_put_back(self):
        for end in ("finish", "put back"):
            with self.subTest(end=end):
                fleet = self.fleet(EMPTY)
                plan = Path(fleet.folder, "plan.json")
                self.done(fleet.hvgpu("set-count", "--model", "nvidia a2", "--count", "16", "--plan-out", plan))
                # Meanwhile somebody sets one of them, so that the plan reaches the others only.
                self.done(simulated.run("set-count", "--gpu", "bus:102", "--count", "2", "--yes", "--servers",
                                        fleet.direct, "--journal-folder", Path(fleet.folder, "another")))
                self.change(fleet, "apply", plan, code=5)
                self.assertEqual(fleet.state()["gpus"], {"S1/101": 16, "S1/102": 2, "S2/101": 16})
                if end == "finish":
                    self.change(fleet, "set-count", "--model", "nvidia a2", "--count", "16")
                    self.assertEqual(set(fleet.state()["gpus"].values()), {16})
                else:
                    self.done(fleet.hvgpu("undo", self.outcome(fleet)["activity_id"], "--yes"))
                    self.assertEqual(fleet.state()["gpus"], {"S1/101": 8, "S1/102": 2, "S2/101": 8})

    def test_a_server_that_cannot_be_read_is_3(self):
        fleet = self.fleet({"servers": [ALONE["servers"][0], {"name": "S2", "state": "down"}]})
        self.change(fleet, "assign", "--vm", "off", code=3)
        self.assert_vm(fleet, "off", "off", ["auto"])


class Interrupts(Case):
    def begun(self, fleet, method, *arguments):
        """Starts a change and gives it back when a method of it is about to be called."""
        reached = threading.Event()

        def before(_, action):
            if action == method:
                reached.set()
            return False

        fleet.watch(before=before)
        process = simulated.start(*fleet.arguments(*arguments, "--yes", "--format", "json"))
        self.assertTrue(reached.wait(60))
        return process

    def test_interrupt_puts_back_what_was_begun(self):
        for fleet_file, method in ((ALONE, "InitiateShutdown"), (CLUSTER, "TakeOffline"),
                                   (CLUSTER, "AddResourceSettings")):
            with self.subTest(method=method):
                fleet = self.fleet(fleet_file)
                process = self.begun(fleet, method, "assign", "--vm", "running", "off")
                process.send_signal(signal.SIGINT)
                result = simulated.Result(process)
                rows = {row["target"]: row["outcome"] for row in self.targets(result, 130)}
                self.assertIn("cancelled", rows.values())
                self.assertNotIn("indeterminate", rows.values())
                for name, outcome in rows.items():
                    if outcome == "cancelled":
                        self.assertEqual(fleet.state()["vms"][name], fleet.initial["vms"][name])
                self.assertEqual(self.outcome(fleet)["activity_state"], "ended")

    def test_second_interrupt_says_how_to_go_on(self):
        fleet = self.fleet(ALONE, time_factor=1)
        process = self.begun(fleet, "InitiateShutdown", "assign", "--vm", "running")
        process.send_signal(signal.SIGINT)
        while "Ctrl+C" not in process.stderr.readline():
            self.assertIsNone(process.poll())
        process.send_signal(signal.SIGINT)
        result = self.done(simulated.Result(process), 130)
        told = re.search(r"hvgpu resume ([0-9a-f-]{36})", result.err).group(1)
        activity = self.outcome(fleet)
        self.assertEqual((activity["activity_id"], activity["activity_state"]), (told, "interrupted"))
        # It is a finding, which is put right by deciding about it.
        found = [row for row in json.loads(fleet.hvgpu("findings", "--format", "json").out) if row["code"] == "change-interrupted"]
        self.assertEqual([row["fixable"] for row in found], [True])
        fix = self.done(fleet.hvgpu("findings", "--fix", found[0]["id"], "--what-if"), 1)
        for command in ("resume", "undo", "dismiss"):
            self.assertIn(f"hvgpu {command} {told}", fix.err)
        self.done(fleet.hvgpu("undo", told, "--yes"))
        self.assertEqual(fleet.state(), fleet.initial)


@unittest.skipUnless(hasattr(os, "fork"), "needs a terminal")
class Terminal(Case):
    def typed(self, fleet, answers, *arguments):
        """Runs hvgpu on a terminal and answers what it asks; gives exit code and what was shown."""
        child, terminal = pty.fork()
        if child == 0:
            os.execv(simulated.PROGRAM, [simulated.PROGRAM, *map(str, fleet.arguments(*arguments))])
        shown = b""
        seen = 0
        while simulated.readable(terminal, 60):
            try:
                shown += os.read(terminal, 65536)
            except OSError:
                break
            for question, answer in answers:
                at = shown.find(question.encode(), seen)
                if at >= 0:
                    seen = at + 1
                    os.write(terminal, answer.encode() + b"\n")
        _, status = os.waitpid(child, 0)
        os.close(terminal)
        return os.waitstatus_to_exitcode(status), shown.decode()

    def test_asks_before_it_changes(self):
        fleet = self.fleet(ALONE)
        for answer in ("", "n", "maybe"):
            code, shown = self.typed(fleet, [("[y/N]", answer)], "assign", "--vm", "off")
            self.assertEqual(code, 0)
            self.assertIn("S1: off", shown)
            self.assertEqual(fleet.state(), fleet.initial)
        code, shown = self.typed(fleet, [("[y/N]", "y")], "assign", "--vm", "off")
        self.assertEqual(code, 0, shown)
        self.assert_vm(fleet, "off", "off", ["auto"])

    def test_asks_about_a_guest_that_does_not_shut_down(self):
        fleet = self.fleet({"servers": [{"name": "S1", "devices": A2, "vms": [
            {"name": "slow", "state": "running"}, {"name": "other", "state": "running"}]}]}, time_factor=1)
        for answer, gpus in (("s", []), ("t", ["auto"])):
            code, shown = self.typed(fleet, [("[y/N]", "y"), ("[t]", answer)], "assign", "--vm", "slow",
                                     "--shutdown-timeout", "1")
            self.assertEqual(code, 0 if gpus else 5, shown)
            self.assert_vm(fleet, "slow", "running", gpus)
        code, shown = self.typed(fleet, [("[y/N]", "y"), ("[t]", "w")], "assign", "--vm", "other",
                                 "--shutdown-timeout", "2")
        self.assertEqual(code, 0, shown)
        self.assert_vm(fleet, "other", "running", ["auto"])


class Scale(Case):
    def test_60_vms_on_8_hosts(self):
        vms = [{"name": f"vm-{host}-{number}", "state": "running" if number % 3 else "off"}
               for host in range(8) for number in range(8 if host < 4 else 7)]
        fleet = self.fleet({"servers": [
            {"name": f"S{host}", "devices": A2, "vms": [vm for vm in vms if vm["name"].startswith(f"vm-{host}-")]}
            for host in range(8)]}, proxies=False)
        self.assertEqual(len(vms), 60)
        began = time.monotonic()
        rows = self.change(fleet, "assign", "--power", "turn-off", "--vm", *(vm["name"] for vm in vms))
        took = time.monotonic() - began
        self.assertEqual({row["outcome"] for row in rows.values()}, {"succeeded"})
        self.assertEqual(len(rows), 60)
        for name, vm in fleet.state()["vms"].items():
            self.assertEqual(vm, (fleet.initial["vms"][name][0], ["auto"], None))
        print(f"60 VMs on 8 hosts in {took:.1f} s", file=sys.stderr)
        for activity in fleet.activities():
            self.done(fleet.hvgpu("undo", activity["activity_id"], "--yes"))
        self.assertEqual(fleet.state(), fleet.initial)


if __name__ == "__main__":
    simulated.use(*sys.argv[1:3])
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
