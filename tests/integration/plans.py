#!/usr/bin/env python3
"""What a plan says and relies on, with hvgpu and simulated hosts: GPUs that changed since, sizes, parts of a server that
could not be read, files that were edited."""
import json
import os
import sys
import tempfile
import unittest
from pathlib import Path

import changes
import simulated
from changes import A2, CLUSTER, UNUSED

SMALL = {"model": "A2", "bus": 101, "partitions": 2}
ROOM = {"servers": [{"name": "S1", "devices": [SMALL], "vms": [
    {"name": "run", "state": "running"}, {"name": "off"}, {"name": "b1"}, {"name": "b2"}]}]}
SETS = {"clusters": [{"name": "CL1", "nodes": [{"name": "N1", "devices": [UNUSED]}, {"name": "N2", "devices": [UNUSED]}],
                      "vms": []}],
        "servers": [{"name": "S1", "devices": [UNUSED], "vms": []}]}
DOWN = ["--power", "shutdown-then-turn-off"]


class Plans(changes.Case):
    faults = changes.Trouble.faults

    def plan(self, fleet, *arguments):
        path = Path(fleet.folder, "plan.json")
        self.done(fleet.hvgpu(*arguments, "--plan-out", path))
        return path

    def plan_of(self, fleet, *arguments, code=0):
        result = self.done(fleet.hvgpu(*arguments, "--what-if", "--format", "json"), code)
        return json.loads(result.out)

    def codes(self, plan):
        return [finding["code"] for finding in plan["findings"]]

    def test_gpu_that_changed_since(self):
        fleet = self.fleet(ROOM)
        uptime = fleet.report("vms")[0]
        path = self.plan(fleet, "assign", "--vm", "run", "--gpu", "bus:101", *DOWN)
        self.change(fleet, "set-count", "--gpu", "bus:101", "--count", "16")
        row = self.change(fleet, "apply", path, code=5)["run"]
        self.assertEqual(row["outcome"], "refused")
        self.assertIn("the partition count of the chosen GPU is 16", row["reason"])
        self.assert_vm(fleet, "run", "running", [])
        self.assertGreaterEqual(fleet.report("vms")[0].get("uptime_ms") or 0, uptime.get("uptime_ms") or 0)

    def test_partitions_that_others_took_since(self):
        for gpu, says in ((["--gpu", "bus:101"], "the chosen GPU has no free partition any more"),
                          ([], "no GPU of this server has a free partition any more")):
            with self.subTest(gpu=gpu):
                fleet = self.fleet(ROOM)
                path = self.plan(fleet, "assign", "--vm", "run", "off", *gpu, *DOWN)
                self.change(fleet, "assign", "--vm", "b1", "b2")
                between = fleet.state()
                for name, row in self.change(fleet, "apply", path, code=5).items():
                    self.assertEqual(row["outcome"], "refused", name)
                    self.assertIn("no GPU of this server" if gpu and "no GPU" in row["reason"] else says, row["reason"])
                self.assertEqual(fleet.state(), between)

    def test_size_is_kept(self):
        devices = [{"model": "A2", "bus": 101, "partitions": 4}, {"model": "A2", "bus": 102, "partitions": 8}]
        fleet = self.fleet({"servers": [{"name": "S1", "devices": devices, "vms": [{"name": "run", "state": "running"}]}]})
        size = 1991245824
        self.change(fleet, "assign", "--vm", "run", "--partition-vram", size, "--power", "turn-off")
        held = [(row["bus_number"], row["partition_vram"]) for row in fleet.report("partitions") if row["vm_name"] == "run"]
        self.assertEqual(held, [(102, size)])

    def test_unread_clustering_blocks(self):
        fleet = self.fleet(CLUSTER)
        for kind in ("MSCluster_Resource", "MSCluster_Cluster"):
            self.faults(fleet)
            path = self.plan(fleet, "assign", "--vm", "running", *DOWN)
            self.faults(fleet, {"class": kind, "fault": "access-denied"})
            for change in (["assign", "--vm", "running"], ["unassign", "--vm", "with gpu"]):
                with self.subTest(kind=kind, change=change):
                    plan = self.plan_of(fleet, *change, code=4)
                    self.assertIn("host-not-ready", self.codes(plan))
                    self.assertEqual(plan["targets"], [])
                    said = self.done(fleet.hvgpu(*change, "--yes"), 4)
                    self.assertIn("could not be read", said.err)
            if kind == "MSCluster_Resource":
                said = self.done(fleet.hvgpu("apply", path, "--yes"), 5)
                self.assertNotIn("added to or removed from the cluster", said.out + said.err)
        self.faults(fleet)
        self.assertEqual(fleet.state(), fleet.initial)

    def test_set_is_judged_in_one_scope(self):
        fleet = self.fleet(SETS)
        for choice, hosts, warned in ((["--on", "N1"], 1, True), (["--gpu", "bus:103@N1"], 1, True),
                                      (["--on", "CL1"], 2, False), (["--gpu", "bus:103@N1", "--all-of-set"], 2, False),
                                      (["--on", "N1", "--all-of-set"], 1, True), (["--all-of-set"], 3, False)):
            with self.subTest(choice=choice):
                plan = self.plan_of(fleet, "set-count", *choice, "--count", "8")
                self.assertEqual(len(plan["targets"]), hosts)
                self.assertEqual("part-of-homogeneous-set" in self.codes(plan), warned)

    def test_unread_nodes_leave_the_set_open(self):
        fleet = self.fleet(SETS)
        fleet.watch(before=lambda host, _: host == "N2")
        plan = self.plan_of(fleet, "set-count", "--gpu", "bus:103@N1", "--all-of-set", "--count", "8", code=3)
        self.assertEqual(len(plan["targets"]), 1)
        self.assertIn("set-not-known", self.codes(plan))

    def test_not_read_is_not_none(self):
        fleet = self.fleet(SETS)
        fleet.watch(before=lambda host, _: host == "S1")
        said = self.done(fleet.hvgpu("set-count", "--on", "S1", "--count", "8", "--what-if"), 1).err
        self.assertIn("could not be read", said)
        self.assertNotIn("No partitionable GPU has been found", said)
        fleet = self.fleet(CLUSTER)
        self.faults(fleet, {"class": "Msvm_GpuPartitionSettingData", "fault": "access-denied"})
        said = self.done(fleet.hvgpu("unassign", "--vm", "off with gpu", "--what-if"), 1).err
        self.assertNotIn("has no such GPU partition", said)
        self.assertIn("could not be read", said)

    def test_parts_that_matter_to_no_list_count_too(self):
        fleet = self.fleet(CLUSTER)
        self.faults(fleet, {"class": "MSCluster_Node", "fault": "access-denied"})
        self.done(fleet.hvgpu("assign", "--vm", "running", "--what-if"), 3)

    def test_journals_that_cannot_be_read(self):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "file")
            file.write_text("", encoding="utf-8")
            result = self.done(simulated.run("activity", "--journal-folder", file), 3)
            self.assertIn("could not be read", result.err)
        fleet = self.fleet(ROOM)
        self.change(fleet, "assign", "--vm", "off")
        journal = next(fleet.journals.glob("*.journal"))
        lines = journal.read_bytes().split(b"\n")
        lines[2] = lines[2].replace(b"e", b"f", 1)
        journal.write_bytes(b"\n".join(lines))
        result = self.done(simulated.run("activity", "--journal-folder", fleet.journals), 3)
        self.assertIn(journal.name, result.err)

    def test_edited_plans(self):
        fleet = self.fleet(ROOM)
        path = self.plan(fleet, "assign", "--vm", "run", *DOWN)
        plan = json.loads(path.read_text(encoding="utf-8"))
        steps = plan["targets"][0]["steps"]
        self.assertEqual(steps.pop()["kind"], "start-vm")
        path.write_text(json.dumps(plan), encoding="utf-8")
        self.done(fleet.hvgpu("apply", path, "--yes"), 1)
        mixed = self.fleet({"servers": [{"name": "S1", "devices": [UNUSED, {"model": "A40", "bus": 9, "partitions": 4}]}]})
        path = Path(mixed.folder, "plan.json")
        self.done(mixed.hvgpu("set-count", "--on", "S1", "--count", "2", "--plan-out", path), 4)
        plan = json.loads(path.read_text(encoding="utf-8"))
        self.assertTrue(plan["targets"])
        plan["findings"] = []
        plan["createdAt"] = "2019-01-01T00:00:00.000Z"
        path.write_text(json.dumps(plan), encoding="utf-8")
        said = self.done(mixed.hvgpu("apply", path, "--yes"), 4).err
        self.assertIn("2019", said)
        self.done(mixed.hvgpu("apply", path, "--what-if"), 4)
        for one in (fleet, mixed):
            self.assertEqual(one.state(), one.initial)

    def test_output_is_checked_before_anything_is_changed(self):
        fleet = self.fleet(ROOM)
        result = self.done(fleet.hvgpu("assign", "--vm", "off", "--yes", "--output", Path(fleet.folder, "no", "where.csv")), 1)
        self.assertIn("where.csv", result.err)
        self.assertEqual(fleet.state(), fleet.initial)
        self.assertFalse(fleet.journals.exists() and os.listdir(fleet.journals))

    def test_namesakes_and_adapters_are_told_apart(self):
        fleet = self.fleet({"servers": [{"name": "S1", "devices": A2, "vms": [
            {"name": "dup", "gpus": [{"device": 0}]}, {"name": "dup", "gpus": [{"device": 1}]}]}]})
        ids = [row["vm_id"] for row in fleet.report("vms")]
        text = self.done(fleet.hvgpu("unassign", "--vm", *ids, "--what-if")).out
        for vm in ids:
            self.assertIn(vm[-6:], text)
        self.assertIn("NVIDIA A2 #1", text)
        self.assertIn("NVIDIA A2 #2", text)

    def test_advice_without_a_partitionable_gpu(self):
        fleet = self.fleet({"servers": [{"name": "S1", "devices": [], "vms": [{"name": "v"}]}]})
        codes = self.codes(self.plan_of(fleet, "assign", "--vm", "v", code=4))
        self.assertIn("no-partitionable-gpu", codes)
        self.assertNotIn("no-free-partition", codes)


if __name__ == "__main__":
    simulated.use(*sys.argv[1:3])
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
