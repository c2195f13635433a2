#!/usr/bin/env python3
"""What hvgpu does after trouble: that trouble which lasts does not spread over the VMs of a plan, and that going on and
taking back leave alone what others did meanwhile and say the truth about it."""
import json
import sys
import tempfile
import time
import unittest

import simulated
from simulated import Fleet, Result, kill, run, start

A2 = [{"model": "A2", "bus": 101, "partitions": 8}, {"model": "A2", "bus": 102, "partitions": 4}]
UNUSED = {"model": "A2", "bus": 103, "partitions": 4}
ONE = [{"device": 0}]
HANDLING = ["--power", "shutdown-then-turn-off"]
THREE = {"servers": [{"name": "S1", "devices": A2, "vms": [{"name": f"v{i}", "state": "running"} for i in range(3)]}]}
CLUSTERED = {"clusters": [{"name": "CL1", "nodes": [{"name": "N1", "devices": A2}, {"name": "N2", "devices": A2}],
                           "vms": [{"name": f"v{i}", "state": "running", "node": "N1", "clustered": True,
                                    "offlineAction": 1} for i in range(3)]}]}
MIXED = {"servers": [{"name": "S1", "devices": [*A2, UNUSED], "vms": [
    {"name": "run", "state": "running"}, {"name": "off"}, {"name": "g", "state": "running", "gpus": ONE},
    {"name": "go", "gpus": ONE}]}]}


class Case(unittest.TestCase):
    def fleet(self, fleet):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        return self.enterContext(Fleet(folder, fleet))

    def faults(self, fleet, *faults):
        fleet.faults_file.write_text(json.dumps(faults), encoding="utf-8")
        time.sleep(1.3)  # the simulator looks once a second

    def change(self, fleet, *arguments, code=0):
        result = fleet.hvgpu(*arguments, "--yes", "--format", "json")
        self.assertEqual(result.code, code, result.err + result.out)
        return {row["target"]: row for row in result.json()}, result.err

    def other(self, fleet, *arguments):
        """Another administrator, with journals of his own."""
        result = run(*arguments, "--yes", "--servers", fleet.direct, "--journal-folder", fleet.folder / "other")
        self.assertEqual(result.code, 0, result.err)

    def last(self, fleet):
        return fleet.activities()[0]

    def cut_off(self, fleet, when, action, *arguments):
        """Kills hvgpu at its first such call."""
        process, hit = [None], [False]

        def reached(_, what):
            if what == action and not hit[0]:
                hit[0] = True
                kill(process[0])
                return when == "before"
            return False
        fleet.watch(**{when: reached})
        process[0] = start(*fleet.arguments(*arguments, "--yes"))
        Result(process[0])
        fleet.watch()
        self.assertTrue(hit[0])
        return self.last(fleet)["activity_id"]


class Lasting(Case):
    def judge(self, fleet, fault):
        self.faults(fleet, fault)
        rows, told = self.change(fleet, "assign", "--vm", "v0", "v1", "v2", *HANDLING, code=5)
        self.assertEqual([rows[vm]["outcome"] for vm in ("v0", "v1", "v2")], ["partly-done", "cancelled", "cancelled"])
        self.assertEqual([rows[vm]["vm_left"] for vm in ("v0", "v1", "v2")], ["off", None, None])
        self.assertIn('"v0" could not be started again', rows["v2"]["reason"])
        self.assertIn("Left off, though running before: v0.", told)
        self.assertIn("Partly done; the VM is off", told)
        self.assertEqual([fleet.state()["vms"][vm][0] for vm in ("v0", "v1", "v2")], ["off", "running", "running"])
        listed = self.last(fleet)
        self.assertEqual(listed["vms_may_be_off"], ["v0"])
        table = run("activity", listed["activity_id"], "--journal-folder", fleet.journals)
        self.assertRegex(table.out, r"v0 .*partly-done +off")
        self.faults(fleet)
        self.change(fleet, "resume", listed["activity_id"])
        self.assertEqual({vm[0] for vm in fleet.state()["vms"].values()}, {"running"})
        self.assertFalse(self.last(fleet)["vms_may_be_off"])

    def test_a_vm_that_cannot_be_started_is_the_only_one(self):
        self.judge(self.fleet(THREE),
                   {"operation": "Invoke", "method": "RequestStateChange", "fault": "access-denied"})

    def test_the_same_in_a_cluster(self):
        self.judge(self.fleet(CLUSTERED), {"operation": "Invoke", "method": "BringOnline", "fault": "access-denied"})

    def test_a_denial_ends_it_for_the_server(self):
        fleet = self.fleet(THREE)
        self.faults(fleet, {"operation": "Invoke", "method": "AddResourceSettings", "fault": "access-denied"})
        rows, _ = self.change(fleet, "assign", "--vm", "v0", "v1", "v2", *HANDLING, code=5)
        self.assertEqual([rows[vm]["outcome"] for vm in ("v0", "v1", "v2")], ["put-back", "cancelled", "cancelled"])
        self.assertIn("denied", rows["v1"]["reason"])


class Foreign(Case):
    def test_another_gpu_is_not_taken_by_going_back(self):
        fleet = self.fleet(MIXED)
        old = self.cut_off(fleet, "before", "AddResourceSettings", "assign", "--vm", "run", "--gpu", "bus:101",
                           *HANDLING)
        self.other(fleet, "assign", "--vm", "run", "--gpu", "bus:102")
        rows, _ = self.change(fleet, "undo", old)
        self.assertIn("not of this change", rows["run"]["reason"])
        self.assertEqual(fleet.state()["vms"]["run"][:2], ("running", ["S1/102"]))

    def test_another_gpu_is_not_taken_over_by_going_on(self):
        fleet = self.fleet(MIXED)
        old = self.cut_off(fleet, "before", "AddResourceSettings", "assign", "--vm", "run", "--gpu", "bus:101",
                           *HANDLING)
        self.other(fleet, "assign", "--vm", "run", "--gpu", "bus:102")
        self.change(fleet, "resume", old, code=5)
        self.assertEqual(fleet.state()["vms"]["run"][:2], ("running", ["S1/102"]))

    def test_the_adapter_of_a_later_change_is_not_taken(self):
        fleet = self.fleet(MIXED)
        old = self.cut_off(fleet, "before", "AddResourceSettings", "assign", "--vm", "run", "--gpu", "bus:101",
                           *HANDLING)
        self.change(fleet, "assign", "--vm", "run", "--gpu", "bus:101")
        self.change(fleet, "undo", old)
        self.assertEqual(fleet.state()["vms"]["run"][:2], ("running", ["S1/101"]))


class Since(Case):
    def refused(self, fleet, vm):
        before = fleet.state()
        rows, _ = self.change(fleet, "undo", self.last(fleet)["activity_id"], code=5)
        self.assertEqual(rows[vm]["outcome"], "refused")
        self.assertEqual(fleet.state(), before)
        self.assertTrue(self.last(fleet)["can_undo"])
        return rows[vm]["reason"]

    def test_a_foreign_adapter(self):
        fleet = self.fleet(MIXED)
        self.change(fleet, "unassign", "--vm", "g", *HANDLING)
        self.other(fleet, "assign", "--vm", "g", "--gpu", "bus:102", *HANDLING)
        self.refused(fleet, "g")

    def test_another_count(self):
        fleet = self.fleet(MIXED)
        rows, _ = self.change(fleet, "set-count", "--gpu", "bus:103", "--count", "8")
        self.other(fleet, "set-count", "--gpu", "bus:103", "--count", "2")
        self.assertEqual(self.refused(fleet, next(iter(rows))),
                         "its partition count is 2, where this change left 8; before it was 4")

    def test_no_room_is_left(self):
        fleet = self.fleet({"servers": [{"name": "S1", "devices": A2, "vms": [{"name": "g", "gpus": [*ONE, *ONE]}]}]})
        self.change(fleet, "unassign", "--vm", "g")
        self.other(fleet, "set-count", "--gpu", "bus:101", "--count", "1")
        self.refused(fleet, "g")

    def test_a_server_that_is_off_changes_nothing_about_what_is_known(self):
        fleet = self.fleet(MIXED)
        self.change(fleet, "assign", "--vm", "off")
        change = self.last(fleet)["activity_id"]
        self.faults(fleet, {"host": "S1", "hostOff": True})
        result = fleet.hvgpu("undo", change, "--yes")
        self.assertNotEqual(result.code, 0)
        listed = self.last(fleet)
        self.assertEqual((listed["succeeded"], listed["unclear"]), (1, 0))
        self.faults(fleet)
        self.change(fleet, "undo", change)
        self.assertEqual(fleet.state()["vms"]["off"][1], [])

    def test_a_server_that_was_not_given_is_named(self):
        fleet, stranger = self.fleet(MIXED), self.fleet(THREE)
        self.change(fleet, "assign", "--vm", "off")
        change = self.last(fleet)["activity_id"]
        result = run("undo", change, "--yes", "--servers", stranger.direct, "--journal-folder", fleet.journals)
        self.assertEqual(result.code, 1)
        self.assertIn('The server "S1" of the plan is not among those given', result.err)
        listed = self.last(fleet)
        self.assertEqual((listed["task"], listed["succeeded"]), ("run", 1))


class Limits(Case):
    LIMITS = {"MinPartitionVRAM": 20000000, "MaxPartitionVRAM": 100000000, "OptimalPartitionCompute": 500}

    def test_an_adapter_comes_back_with_the_limits_it_had(self):
        # The driver of a server GPU takes them with the new adapter, the one of a paravirtual GPU only afterwards.
        policies = [{"key": r"SOFTWARE\Policies\Microsoft\Windows\HyperV", "value": name, "dword": 0}
                    for name in ("RequireSecureDeviceAssignment", "RequireSupportedDeviceAssignment")]
        for model in ({"model": "A2", "bus": 101, "partitions": 8}, {"model": "RTX 4060 Ti", "bus": 101}):
            with self.subTest(model=model):
                fleet = self.fleet({"servers": [{"name": "S1", "registry": policies, "devices": [model], "vms": [
                    {"name": "v", "state": "running", "gpus": [{"device": 0, **self.LIMITS}]}]}]})
                self.change(fleet, "unassign", "--vm", "v", *HANDLING)
                self.assertEqual(fleet.state()["vms"]["v"][:2], ("running", []))
                set_again = []
                fleet.watch(before=lambda host, action: set_again.append(action))
                self.change(fleet, "undo", self.last(fleet)["activity_id"])
                fleet.watch()
                self.assertIn("ModifyResourceSettings", set_again)
                self.assertEqual(fleet.state()["vms"]["v"][:2], ("running", ["S1/101"]))
                # What is taken again says what was there.
                self.change(fleet, "unassign", "--vm", "v", *HANDLING)
                text = max(fleet.journals.glob("*.journal"), key=lambda path: path.stat().st_mtime).read_text()
                for name, value in self.LIMITS.items():
                    self.assertIn(f'"{name}":"{value}"', text)


class Truth(Case):
    def test_what_undo_takes_down_is_what_runs_now(self):
        fleet = self.fleet(MIXED)
        self.change(fleet, "assign", "--vm", "off", "run", *HANDLING)
        change = self.last(fleet)["activity_id"]
        shown = fleet.hvgpu("undo", change, "--what-if")
        self.assertEqual(shown.code, 0, shown.err)
        self.assertIn("1 VM goes down", shown.out)
        self.assertIn("then turn off", shown.out)
        self.assertIn("Unassign the GPU partition", shown.out)
        self.assertNotIn("Assign a GPU partition; ", shown.out)
        self.other(fleet, "unassign", "--vm", "run", *HANDLING)
        shown = fleet.hvgpu("undo", change, "--what-if")
        self.assertIn("No VM goes down", shown.out)
        self.assertEqual(self.last(fleet)["task"], "run")

    def test_what_is_left_is_shown_before_going_on(self):
        fleet = self.fleet(MIXED)
        change = self.cut_off(fleet, "before", "AddResourceSettings", "assign", "--vm", "run", *HANDLING)
        shown = fleet.hvgpu("resume", change, "--what-if", "--format", "json")
        self.assertEqual(shown.code, 0, shown.err)
        (target,) = json.loads(shown.out)["targets"]
        kinds = [step["kind"] for step in target["steps"]]
        self.assertEqual((target["name"], kinds), ("run", ["add-partition-adapter", "start-vm"]))  # it is down already
        self.change(fleet, "resume", change)
        self.assertEqual(fleet.state()["vms"]["run"][0], "running")

    def test_a_target_in_the_middle_is_interrupted(self):
        fleet = self.fleet(MIXED)
        change = self.cut_off(fleet, "after", "InitiateShutdown", "assign", "--vm", "run", "off", *HANDLING)
        rows = {row["target"]: row for row in
                run("activity", change, "--journal-folder", fleet.journals, "--format", "json").json()}
        self.assertEqual((rows["run"]["outcome"], rows["run"]["vm_left"]), ("interrupted", "may-be-off"))
        self.assertIn("ended before", rows["run"]["reason"])
        self.assertEqual((rows["off"]["outcome"], rows["off"]["vm_left"]), ("not-started", None))

    def test_a_finished_vm_has_no_second_outage(self):
        for fleet, last in ((self.fleet(MIXED), "RequestStateChange"), (self.fleet(CLUSTERED), "BringOnline")):
            vm = "run" if last == "RequestStateChange" else "v0"
            change = self.cut_off(fleet, "after", last, "assign", "--vm", vm, *HANDLING)
            calls = []
            fleet.watch(before=lambda host, action, calls=calls: calls.append(action))
            self.change(fleet, "resume", change)
            fleet.watch()
            self.assertFalse({"InitiateShutdown", "TakeOffline", "RequestStateChange"} & set(calls), calls)
            self.assertEqual(fleet.state()["vms"][vm][0], "running")


if __name__ == "__main__":
    simulated.use(*sys.argv[1:3])
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
