#!/usr/bin/env python3
"""Kills hvgpu with SIGKILL while it carries out a plan: before and after each change reaches the host, and wherever the
journal has grown by a record. A second process goes on or takes back, a third one looks. Whatever the moment, no VM
that ran may stay off, no assignment may be lost or doubled, and the journal has to tell what is the matter."""
import argparse
import concurrent.futures
import os
import sys
import tempfile
import threading
import time

import simulated
from simulated import READS, Fleet, Result, kill

A2 = [{"model": "A2", "bus": 101, "partitions": 8}, {"model": "A2", "bus": 102, "partitions": 8}]
CARD = [{"model": "T4", "bus": 33, "mitigations": True},
        {"model": "NVIDIA audio", "bus": 33, "function": 1, "mitigations": True}]
QUICK = ["--power", "shutdown-then-turn-off", "--shutdown-timeout", "60"]


def alone(devices=A2, **vm):
    return {"servers": [{"name": "S1", "devices": devices, "vms": [dict(vm, name="vm")]}]}


def given(**vm):
    """The VM has the card."""
    devices = [dict(function, dismounted=True) for function in CARD]
    return {"servers": [{"name": "S1", "devices": devices, "vms": [
        dict(vm, name="vm", stopAction=2, assignedDevices=[{"device": 0}, {"device": 1}])]}]}


def clustered(devices=A2, **vm):
    nodes = [{"name": "N1", "devices": devices}, {"name": "N2", "devices": devices}]
    return {"clusters": [{"name": "CL1", "nodes": nodes, "vms": [dict(vm, name="vm", node="N1", clustered=True)]}]}


ONE = [{"device": 0}]
PLANS = {
    "assign, running": (alone(state="running"), ["assign", "--vm", "vm", "--gpu", "bus:101", *QUICK]),
    "assign, running, turned off": (alone(state="running"), ["assign", "--vm", "vm", "--power", "turn-off"]),
    "assign, off": (alone(), ["assign", "--vm", "vm", "--gpu", "bus:102"]),
    "assign, clustered, running": (clustered(state="running", offlineAction=1),
                                   ["assign", "--vm", "vm", "--gpu", "bus:101", *QUICK]),
    "assign, clustered, off": (clustered(offlineAction=0), ["assign", "--vm", "vm", "--gpu", "bus:102"]),
    "unassign, running": (alone(state="running", gpus=ONE), ["unassign", "--vm", "vm", *QUICK]),
    "unassign, off": (alone(gpus=ONE), ["unassign", "--vm", "vm"]),
    "unassign, two adapters": (alone(state="running", gpus=[{"device": 0}, {"device": 1}]),
                               ["unassign", "--vm", "vm", *QUICK]),
    "unassign, clustered, running": (clustered(state="running", offlineAction=3, gpus=ONE),
                                     ["unassign", "--vm", "vm", *QUICK]),
    "unassign, clustered, off": (clustered(offlineAction=3, gpus=ONE), ["unassign", "--vm", "vm"]),
    "dda assign, running": (alone(A2 + CARD, state="running"),
                             ["dda", "assign", "--vm", "vm", "--gpu", "bus:33", *QUICK]),
    "dda assign, clustered, running": (clustered(A2 + CARD, state="running", offlineAction=1),
                                       ["dda", "assign", "--vm", "vm", "--gpu", "bus:33", "--no-companions", *QUICK]),
    "dda remove, running": (given(state="running"), ["dda", "remove", "--vm", "vm", *QUICK]),
    "dda dismount": (alone(A2 + CARD), ["dda", "dismount", "--gpu", "bus:33"]),
    "dda convert, running": ({"servers": [{"name": "S1", "devices": [{"model": "A2", "bus": 36, "partitions": 4,
                                                                      "mitigations": True}], "vms": [
        {"name": "vm", "state": "running", "gpus": ONE}, {"name": "new"}]}]},
                             ["dda", "convert", "--to", "dda", "--gpu", "bus:36", "--vm", "new", *QUICK]),
    "set-count": ({"servers": [{"name": "S1", "devices": A2}]}, ["set-count", "--on", "S1", "--count", "4"]),
}


# What the test of whole GPUs tries: the others have the same steps.
DEVICES = ("dda assign, running", "dda remove, running", "dda convert, running")


class Moment:
    """Ends a process at one moment of its conversation: before its n-th checkpoint (a change, or the first request
    after the journal grew), or after the host carried out its n-th change."""

    def __init__(self, fleet, where=None, number=0):
        self.fleet, self.where, self.number = fleet, where, number
        self.counts = {"before": 0, "after": 0}
        self.process = None
        self.reached = False
        self.lines = self._lines()
        self.lock = threading.Lock()

    def _lines(self):
        return sum(path.read_bytes().count(b"\n") for path in self.fleet.journals.glob("*.journal"))

    def _pass(self, where):
        self.counts[where] += 1
        if (self.where, self.number) != (where, self.counts[where]):
            return False
        self.reached = True
        kill(self.process)
        return True

    def before(self, _host, action):
        with self.lock:
            if self.reached:
                return True
            lines = self._lines()
            grown, self.lines = lines != self.lines, lines
            # Reading the fleet comes before there is anything to tell of.
            is_checkpoint = grown or action not in READS
            return is_checkpoint and self._pass("before")

    def after(self, _host, action):
        with self.lock:
            return self.reached or (action not in READS and self._pass("after"))

    def run(self, *arguments):
        self.fleet.watch(self.before, self.after)
        with self.lock:
            self.process = simulated.start(*self.fleet.arguments(*arguments))
        result = Result(self.process)
        self.fleet.watch()
        return result

    def all(self):
        return [(where, number + 1) for where, count in self.counts.items() for number in range(count)]


class Scene:
    """One kind of plan on a fleet of its own, brought back to its beginning after each combination."""

    def __init__(self, name, folder):
        fleet, self.command = PLANS[name]
        self.name = name
        self.fleet = Fleet(folder, fleet)
        self.initial = self.fleet.state()
        dry = Moment(self.fleet)
        done = dry.run(*self.command, "--yes")
        self.check(done.code == 0, done.err)
        self.moments = dry.all()
        self.final = self.fleet.state()
        self.check(self.final != self.initial, "the plan changes something")
        self.back()

    def check(self, condition, message):
        if not condition:
            raise AssertionError(f"{self.name}: {message}")

    def newest(self):
        activities = self.fleet.activities()
        return activities[0] if activities else None

    def settled(self):
        """The state when nothing is on its way any more."""
        for _ in range(100):
            state = self.fleet.state()
            if all(vm[0] in ("running", "off") for vm in state["vms"].values()):
                return state
            time.sleep(0.05)
        return state

    def expect(self, state, message):
        now = self.settled()
        self.check(now == state, f"{message}: {now} instead of {state}")

    def back(self):
        """Undoes the newest activity, and forgets all of them."""
        if self.settled() != self.initial:
            undone = self.fleet.hvgpu("undo", self.newest()["activity_id"], "--yes")
            self.check(undone.code == 0, undone.err)
        self.expect(self.initial, "undone")
        for path in self.fleet.journals.glob("*"):
            path.unlink()

    def cut_off(self, where, number, *command):
        moment = Moment(self.fleet, where, number)
        result = moment.run(*command, "--yes")
        self.check(moment.reached and result.code == -9, f"not killed {where} {number}: {result.err}")
        return result

    def journal_is_true(self):
        """What differs from the beginning is to be found in the journal."""
        activity = self.newest()
        state = self.settled()
        if activity is None:
            self.check(state == self.initial, "something was changed without a journal")
            return False
        self.check(activity["activity_state"] == "interrupted", f"state is {activity['activity_state']}")
        told = activity["unfinished"] or []
        off = activity["vms_may_be_off"] or []
        for name, vm in state["vms"].items():
            before = self.initial["vms"][name]
            self.check(vm == before or name in told or activity["succeeded"],
                       f"{name} is {vm}, was {before}, and the journal does not tell")
            self.check(vm[0] == before[0] or name in off, f"{name} is off, and the journal does not tell")
        differing = sum(count != self.initial["gpus"][gpu] for gpu, count in state["gpus"].items())
        self.check(differing <= len(told) + activity["succeeded"], f"{differing} GPUs differ, told are {told}")
        return True

    def recover(self, how):
        result = self.fleet.hvgpu(how, self.newest()["activity_id"], "--yes")
        if how == "undo" and "nothing recorded" in result.err:
            self.expect(self.initial, "nothing was begun")
            dismissed = self.fleet.dismiss(self.newest()["activity_id"])
            self.check(dismissed.code == 0, dismissed.err)
            return
        self.check(result.code == 0, f"{how} ended with {result.code}: {result.err}")

    def ended(self, how):
        activity = self.newest()
        self.check(activity["activity_state"] in ("ended", "dismissed"), f"state after {how} is {activity['activity_state']}")
        self.check(not activity["unfinished"] and not activity["vms_may_be_off"], f"left after {how}: {activity}")
        self.expect(self.initial if how == "undo" else self.final, f"after {how}")

    def combination(self, where, number, how, again=None):
        self.cut_off(where, number, *self.command)
        if not self.journal_is_true():
            return
        if again:
            self.cut_off(*again, how, self.newest()["activity_id"])
            self.journal_is_true()
        self.recover(how)
        self.ended(how)
        self.back()

    def moments_of(self, where, number, how):
        """The moments of a recovery, for those who want to kill that as well."""
        self.cut_off(where, number, *self.command)
        if not self.journal_is_true():
            return []
        dry = Moment(self.fleet)
        dry.run(how, self.newest()["activity_id"], "--yes")
        self.ended(how)
        self.back()
        return dry.all()

    def close(self):
        self.fleet.__exit__()


def combinations(name, twice, alternate):
    """Runs every combination of one kind of plan; gives how many, and what went wrong. Each moment is gone on from and
    put back, or where that takes too long in turn one or the other: neighbouring moments differ by one request."""
    count, problems = 0, []
    scene = None

    def attempt(*what):
        nonlocal scene, count
        count += 1
        try:
            scene.combination(*what)
        except (AssertionError, OSError, ValueError, KeyError) as error:
            problems.append(f"{name}, {what}: {error}")
            scene.close()
            scene = Scene(name, tempfile.mkdtemp(dir=FOLDER))

    scene = Scene(name, tempfile.mkdtemp(dir=FOLDER))
    for where, number in list(scene.moments):
        turn = ("resume", "undo")[(number + (where == "after")) % 2]
        for how in (turn,) if alternate else ("resume", "undo"):
            attempt(where, number, how)
            if not twice or where != "after":
                continue
            for again in scene.moments_of(where, number, how):
                attempt(where, number, how, again)
    scene.close()
    return count, problems


def main():
    global FOLDER  # pylint: disable=global-statement
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("simulator")
    parser.add_argument("--plan", choices=list(PLANS), action="append", help="this kind of plan only")
    parser.add_argument("--devices", action="store_true", help="kinds of plan about whole GPUs, each moment one way only")
    parser.add_argument("--all", action="store_true", help="every kind of plan, each moment both ways: many minutes")
    parser.add_argument("--twice", action="store_true", help="kill the recovery at each of its moments as well")
    parser.add_argument("--jobs", type=int, default=min(2 * (os.cpu_count() or 1), 8))
    arguments = parser.parse_args()
    simulated.use(arguments.program, arguments.simulator)
    with tempfile.TemporaryDirectory() as FOLDER:  # noqa: F841
        with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
            usual = DEVICES if arguments.devices else [name for name in PLANS if not name.startswith("dda ")]
            names = arguments.plan or (PLANS if arguments.all else usual)
            runs = {name: pool.submit(combinations, name, arguments.twice, arguments.devices) for name in names}
        total, wrong = 0, []
        for name, future in runs.items():
            count, problems = future.result()
            print(f"{name}: {count} combinations, {len(problems)} wrong")
            total, wrong = total + count, wrong + problems
    print(f"{total} combinations of plan, moment and recovery, {len(wrong)} wrong")
    for problem in wrong:
        print(problem, file=sys.stderr)
    return 1 if wrong or not total else 0


FOLDER = ""
if __name__ == "__main__":
    sys.exit(main())
