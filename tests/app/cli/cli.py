#!/usr/bin/env python3
"""Runs hvgpu as users do: against its own demo fleet and against hvgpu-sim."""
import base64
import contextlib
import csv
import http.server
import io
import json
import os
import pty
import re
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

PROGRAM = SIMULATOR = ""
UNDER_WINE = "HVGPU_UNDER_WINE" in os.environ  # no signals and no terminal of this system there
PASSWORD = "S3cret, \"with\" =odd+chars"
FLEET = {"servers": [
    {"name": "HV-A", "devices": [{"model": "A2", "partitions": 4}],
     "vms": [{"name": "=vm, \"one\"", "state": "running", "gpus": [{"device": 0}]}, {"name": "東京"}]},
    {"name": "HV-B", "devices": [{"model": "A2", "partitions": 2}]},
]}


def run(*arguments, password=None, environment=None):
    env = {key: value for key, value in os.environ.items() if key != "HVGPU_PASSWORD"}
    env["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"  # no keychain of whoever runs the tests
    env.update(environment or {})
    if password is not None:
        env["HVGPU_PASSWORD"] = password
    return subprocess.run([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True, timeout=90,
                          env=env, check=False)


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def without_time(table):
    return [{key: value for key, value in row.items() if key not in ("data_time", "data_age_seconds")} for row in table]


@contextlib.contextmanager
def basic_server():
    """A server that wants Basic and lets nobody in; gives its port and what came as Authorization."""
    seen = []

    class BasicOnly(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            seen.append(self.headers.get("Authorization", ""))
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            self.send_response(401)
            self.send_header("WWW-Authenticate", 'Basic realm="WSMAN"')
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_):
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), BasicOnly) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port, seen
        server.shutdown()


def accounts_of(seen):
    return {base64.b64decode(value.split()[1]).decode() for value in seen if value.startswith("Basic ")}


@contextlib.contextmanager
def simulator(folder, fleet, *arguments, address="127.0.0.1:0"):
    """hvgpu-sim on free ports; gives the URLs by computer name."""
    path = Path(folder, "fleet.json")
    path.write_text(json.dumps(fleet), encoding="utf-8")
    env = dict(os.environ, HVGPU_SIM_PASSWORD=PASSWORD)
    process = subprocess.Popen([SIMULATOR, "--fleet", path, "--listen", address, *arguments],
                               stdout=subprocess.PIPE, env=env, encoding="utf-8")
    try:
        urls = {}
        for line in process.stdout:
            if line.strip() == "ready":
                break
            name, _, url = line.rstrip("\n").split("\t")
            urls[name] = url
        yield urls
    finally:
        process.terminate()
        process.wait(timeout=20)
        process.stdout.close()


class Usage(unittest.TestCase):
    def test_version_and_help(self):
        version = run("--version")
        self.assertEqual(version.returncode, 0)
        self.assertRegex(version.stdout.decode(), r"^hvgpu \d+\.\d+\.\d+\r?\n$")
        for arguments in (["--help"], ["gpus", "--help"]):
            result = run(*arguments)
            self.assertEqual(result.returncode, 0)
            self.assertIn(b"--help", result.stdout)
            self.assertEqual(result.stderr, b"")
        self.assertRegex(result.stdout, rb"PKCS\s+#12")
        self.assertEqual(bool(re.search(rb"PEM\s+or\s+PKCS", result.stdout)), not UNDER_WINE)

    def test_bad_usage_is_2(self):
        for arguments in ([], ["gpus"], ["nonsense", "--demo"], ["gpus", "--demo", "--format", "xml"],
                          ["gpus", "--demo", "--server", "x"], ["gpus", "--demo", "--timeout", "0"],
                          ["gpus", "--demo", "--no-such-option"], ["gpus", "--server"],
                          ["gpus", "--server", "x", "--password", "y"], ["findings", "--demo", "--yes"],
                          ["gpus", "--server", "https://x", "--pin", "zz"],
                          ["gpus", "--server", "https://x", "--pin", ":".join(["AB"] * 33)],
                          ["check", "--demo", "--result", "good"], ["findings", "--demo", "--fix", "0"]):
            with self.subTest(arguments=arguments):
                result = run(*arguments)
                self.assertEqual(result.returncode, 2, result.stderr)
                self.assertEqual(result.stdout, b"")
                self.assertNotEqual(result.stderr, b"")

    def test_what_is_wrong_is_named(self):
        for words, named in ((["bogus"], "bogus"), (["dda", "bogus"], "bogus"),
                             (["gpus", "--demo", "--output", "report.pdf"], "--format"),
                             (["gpus", "--server", "a b"], "a b is not usable")):
            with self.subTest(words=words):
                done = run(*words)
                self.assertEqual(done.returncode, 2, done.stderr)
                self.assertIn(named, done.stderr.decode())
        missing = run("gpus", "--servers", "/nowhere/list.json")
        self.assertEqual(missing.returncode, 1)
        self.assertIn("/nowhere/list.json does not exist", missing.stderr.decode())
        self.assertNotIn("disk", missing.stderr.decode())

    def test_servers_behind_one_address_are_told_apart(self):
        with socket.socket() as one, socket.socket() as other:  # bound, but nobody listens
            for closed in (one, other):
                closed.bind(("127.0.0.1", 0))
            names = [f"127.0.0.1:{closed.getsockname()[1]}" for closed in (one, other)]
            done = run("inventory", "--format", "csv", *(f"--server=http://{name}" for name in names),
                       "--auth", "none")
        self.assertEqual([row["server"] for row in rows(done.stdout)], names)
        for name in names:
            self.assertIn(name, done.stderr.decode())

    def test_amounts_have_units_for_people_and_are_exact_in_files(self):
        table = run("gpus", "--demo").stdout.decode()
        self.assertRegex(table, r"\b\d+\.\d+ GB\b")
        self.assertRegex(table, r"\b100 % of the GPU")
        self.assertNotRegex(table, r"\b\d{9,}\b")
        data = rows(run("gpus", "--demo", "--format", "csv").stdout)
        self.assertTrue(any(int(row["vram_total"] or 0) > 10 ** 9 for row in data if row["capacity_kind"] == "amount"))
        self.assertEqual({row["vram_total"] for row in data if row["capacity_kind"] == "scale"}, {"1000000000"})

    def test_a_password_given_by_mistake_is_not_repeated(self):
        for arguments in (["--password", "topsecret"], ["--password=topsecret"]):  # named, but no value repeated
            result = run("gpus", "--server", "127.0.0.1:1", *arguments)
            self.assertEqual(result.returncode, 2)
            self.assertNotIn(b"topsecret", result.stdout + result.stderr)
            self.assertIn(b"--password is not known", result.stderr)

    @unittest.skipIf(UNDER_WINE, "there it works")
    def test_native_wmi_is_refused_where_there_is_none(self):
        for arguments in (["--local"], ["--server", "hv01", "--transport", "dcom"]):
            result = run("gpus", *arguments)
            self.assertEqual(result.returncode, 1, result)
            self.assertIn(b"Windows only", result.stderr)
            self.assertEqual(result.stdout, b"")

    @unittest.skipUnless(UNDER_WINE, "has no WMI of its own")
    def test_this_computer(self):
        result = run("gpus", "--local", "--format", "csv")
        # Wine's Win32_PnPEntity has no methods and its StdRegProv reads no numbers: lists that were not read.
        self.assertEqual(result.returncode, 3, result)
        self.assertIn(b"could not be read: Device properties", result.stderr)
        gpus = rows(result.stdout)
        self.assertTrue(gpus, "Wine has a display adapter")
        for gpu in gpus:
            self.assertTrue(gpu["assigned_status"] and gpu["status_evidence"], gpu)
        hosts = rows(run("inventory", "--local", "--format", "csv").stdout)
        self.assertEqual(len(hosts), 1)
        self.assertEqual(hosts[0]["hyperv_role"], "false", hosts)

    def test_unusable_server_lists(self):
        with tempfile.TemporaryDirectory() as folder:
            broken = Path(folder, "servers.json")
            broken.write_text("{ not json", encoding="utf-8")
            for path in (broken, Path(folder, "missing.json")):
                result = run("gpus", "--servers", path)
                self.assertEqual(result.returncode, 1)
                self.assertIn(path.name, result.stderr.decode())

    def test_password_in_address_is_refused_and_not_repeated(self):
        result = run("gpus", "--server", "http://admin:topsecret@127.0.0.1:1")
        self.assertIn(result.returncode, (1, 2))
        self.assertNotIn(b"topsecret", result.stdout + result.stderr)


class Demo(unittest.TestCase):
    def test_a_dash_is_standard_output(self):
        with tempfile.TemporaryDirectory() as folder:
            result = subprocess.run([PROGRAM, "vms", "--demo", "--format", "json", "--output", "-"],
                                    cwd=folder, capture_output=True, check=False)
            self.assertEqual(result.returncode, 0, result.stderr)
            self.assertTrue(json.loads(result.stdout))
            self.assertEqual(list(Path(folder).iterdir()), [])

    def test_every_report_in_every_format(self):
        for report in ("inventory", "gpus", "partitions", "vms"):
            result = run(report, "--demo", "--format", "json")
            self.assertEqual(result.returncode, 0, result.stderr)
            objects = json.loads(result.stdout)
            self.assertGreater(len(objects), 0)
            table = rows(run(report, "--demo", "--format", "csv").stdout)
            self.assertEqual(len(table), len(objects))
            self.assertEqual(list(table[0]), list(objects[0]))
            text = run(report, "--demo").stdout.decode("utf-8").splitlines()
            self.assertEqual(len(text), len(objects) + 1)

    def test_check_lists_every_prerequisite(self):
        result = run("check", "--demo", "--format", "json")
        self.assertEqual(result.returncode, 6, result.stderr)  # the demo fleet has servers that fail
        checks = json.loads(result.stdout)
        self.assertEqual({item["result"] for item in checks}, {"pass", "warning", "fail", "unread", "not_applicable"})
        lab = {item["check"]: item for item in checks if item["server"] == "HV-LAB01" and not item["vm_name"]}
        self.assertEqual(lab["sr-iov"]["result"], "fail")
        self.assertIn("the system BIOS must be updated", lab["sr-iov"]["explanation"])
        self.assertEqual(lab["device-policies"]["result"], "warning")
        self.assertIn("Get-VMHost", lab["sr-iov"]["powershell"])
        self.assertTrue(any("IOVSupport=false" in fact for fact in lab["sr-iov"]["evidence"]))
        failed = rows(run("check", "--demo", "--format", "csv", "--result", "fail").stdout)
        self.assertEqual({row["result"] for row in failed}, {"fail"})
        self.assertEqual(len(failed), sum(item["result"] == "fail" for item in checks))

    def test_check_of_healthy_servers_is_0(self):
        healthy = {"servers": [{"name": "OK", "devices": [{"model": "A2", "partitions": 4}]}]}
        with tempfile.TemporaryDirectory() as folder, simulator(folder, healthy, "--user", "admin") as urls:
            access = ("--user", "admin", "--auth", "basic", "--insecure-basic")
            result = run("check", "--server", urls["OK"], *access, password=PASSWORD)
            self.assertEqual(result.returncode, 0, result.stdout + result.stderr)
            found = run("findings", "--server", urls["OK"], *access, "--format", "json", password=PASSWORD)
            self.assertEqual((found.returncode, json.loads(found.stdout)), (0, []))

    def test_pages_to_print(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "check.html")
            self.assertEqual(run("check", "--demo", "--output", path).returncode, 6)
            page = path.read_text(encoding="utf-8")
            self.assertTrue(page.startswith("<!DOCTYPE html>"))
            self.assertIn("<td class=\"fail\">fail</td>", page)
            self.assertNotIn("<b>&amp;amp;</b>", page)
            self.assertNotIn("http", page)
        self.assertIn(b"&lt;b&gt;&amp;amp;&lt;/b&gt;", run("vms", "--demo", "--format", "html").stdout)

    def test_findings_have_ids_that_stay(self):
        first, again = (json.loads(run("findings", "--demo", "--format", "json").stdout) for _ in range(2))
        self.assertEqual([item["id"] for item in first], [item["id"] for item in again])
        self.assertEqual(len({item["id"] for item in first}), len(first))
        codes = {item["code"] for item in first}
        self.assertLessEqual({"counts-differ", "policy-weakened", "offline-action-save", "over-committed", "node-down",
                              "node-paused", "forgotten-device", "placeholder-vram", "remotefx-adapter", "pool-missing",
                              "pool-foreign-device", "guest-memory-leak", "disabled-device", "stop-action-not-off",
                              "no-write-combining", "default-mmio"}, codes)
        self.assertTrue(all(item["advice"] for item in first))  # what to do, fix or not
        self.assertEqual(run("findings", "--demo").returncode, 6)

    def test_output_file_is_what_standard_output_gets(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "gpus.csv")
            written = run("gpus", "--demo", "--output", path)
            self.assertEqual(written.returncode, 0, written.stderr)
            self.assertEqual(written.stdout, b"")
            printed = run("gpus", "--demo", "--format", "csv")
            self.assertEqual(without_time(rows(path.read_bytes())), without_time(rows(printed.stdout)))
            self.assertEqual(os.listdir(folder), ["gpus.csv"])
            run("gpus", "--demo", "--output", path, "--bom")
            self.assertTrue(path.read_bytes().startswith(b"\xef\xbb\xbf"))

    def test_unwritable_output(self):
        with tempfile.TemporaryDirectory() as folder:
            for path in (Path(folder, "no", "such", "folder.csv"), Path(folder)):
                result = run("gpus", "--demo", "--output", path)
                self.assertEqual(result.returncode, 1)
                self.assertIn(str(path), result.stderr.decode())
            self.assertEqual(os.listdir(folder), [])

    def test_full_standard_output(self):
        if UNDER_WINE or not os.path.exists("/dev/full"):
            self.skipTest("no /dev/full")
        with open("/dev/full", "wb") as full:
            result = subprocess.run([PROGRAM, "gpus", "--demo"], stdin=subprocess.DEVNULL, stdout=full,
                                    stderr=subprocess.PIPE, timeout=90, check=False)
        self.assertEqual(result.returncode, 1)

    def test_no_password_to_be_seen(self):
        process = subprocess.Popen([PROGRAM, "gpus", "--demo", "--verbose"], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE)
        arguments = Path(f"/proc/{process.pid}/cmdline").read_bytes() if os.path.exists("/proc") else b""
        output, messages = process.communicate(timeout=90)
        self.assertEqual(process.returncode, 0)
        for text in (arguments, output, messages):
            self.assertNotIn(b"Authorization", text)
            self.assertNotIn(b"assword=", text)


class Fixes(unittest.TestCase):
    FLEET = {"clusters": [{"name": "CL", "nodes": [
        {"name": "CL-N1", "devices": [{"model": "A2", "bus": 101, "partitions": 8}, {"model": "A2", "bus": 102, "partitions": 8}]},
        {"name": "CL-N2", "devices": [{"model": "A2", "bus": 101, "partitions": 8}, {"model": "A2", "bus": 102, "partitions": 4}]}]}]}

    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())

    def test_from_the_finding_to_the_change(self):
        with simulator(self.folder, self.FLEET, "--user", "admin", "--servers-out", Path(self.folder, "list.json")) as urls:
            common = ("--servers", Path(self.folder, "list.json"), "--user", "admin", "--journal-folder", Path(self.folder, "journals"))
            found = json.loads(run("findings", *common, "--format", "json", password=PASSWORD).stdout)
            differ = next(item for item in found if item["code"] == "counts-differ")
            self.assertTrue(differ["fixable"])
            plan = run("findings", *common, "--fix", differ["id"], "--what-if", "--format", "json", password=PASSWORD)
            self.assertEqual(plan.returncode, 0, plan.stderr)
            self.assertIn(b"set-partition-count", plan.stdout)
            done = run("findings", *common, "--fix", differ["id"], "--yes", password=PASSWORD)
            self.assertEqual(done.returncode, 0, done.stderr)
            left = json.loads(run("findings", *common, "--format", "json", password=PASSWORD).stdout)
            self.assertNotIn("counts-differ", {item["code"] for item in left})
            unknown = run("findings", *common, "--fix", differ["id"], "--what-if", password=PASSWORD)
            self.assertEqual(unknown.returncode, 1)
            self.assertIn(b"There is no finding", unknown.stderr)


class Servers(unittest.TestCase):
    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())

    def access(self, *arguments):
        return ("--user", "admin", "--auth", "basic", "--insecure-basic", *arguments)

    def test_reads_with_a_password_from_the_environment_or_a_file(self):
        secret = Path(self.folder, "secret")
        secret.write_text(PASSWORD + "\nsecond line\n", encoding="utf-8")
        with simulator(self.folder, FLEET, "--user", "admin") as urls:
            common = ["vms", "--server", *urls.values(), *self.access(), "--format", "json"]
            for result in (run(*common, password=PASSWORD), run(*common, "--password-file", secret)):
                self.assertEqual(result.returncode, 0, result.stderr)
                self.assertEqual({item["vm_name"] for item in json.loads(result.stdout)},
                                 {"=vm, \"one\"", "東京"})
            guarded = run("vms", "--server", urls["HV-A"], *self.access(), "--format", "csv", password=PASSWORD)
            self.assertIn(b"\"'=vm, \"\"one\"\"\"", guarded.stdout)

    def test_wrong_password_everywhere_is_1(self):
        with simulator(self.folder, FLEET, "--user", "admin") as urls:
            result = run("inventory", "--server", *urls.values(), *self.access(), "--format", "json",
                         password="wrong-password")
        self.assertEqual(result.returncode, 1)
        self.assertEqual([item["error_code"] for item in json.loads(result.stdout)], ["credentials-rejected"] * 2)
        self.assertNotIn(b"wrong-password", result.stdout + result.stderr)

    @unittest.skipIf(UNDER_WINE, "Wine's Negotiate fails with 0xC0000001 without Samba's ntlm_auth: nothing is sent")
    def test_without_a_word_about_it_no_password_travels_in_the_clear(self):
        with basic_server() as (port, seen):
            for address in ("127.0.0.1", "admin@127.0.0.1"):
                user = () if "@" in address else ("--user", "admin")
                result = run("gpus", "--server", f"{address}:{port}", *user, "--insecure-basic", password=PASSWORD)
                self.assertEqual(result.returncode, 1, result.stderr)
        self.assertGreater(len(seen), 0)
        self.assertEqual(accounts_of(seen), set())

    def test_nodes_are_held_to_their_own_certificates(self):
        listed = Path(self.folder, "list.json")
        fleet = {"clusters": [{"name": "CL", "nodes": [{"name": "CL-N1"}, {"name": "CL-N2"}]}]}
        with simulator(self.folder, fleet, "--tls", "--servers-out", listed) as urls:
            shown = run("gpus", "--server", urls["CL-N1"], "--auth", "none").stderr.decode()
            pin = re.search(r"--pin ((?:[0-9A-F]{2}:){31}[0-9A-F]{2})", shown)[1]
            servers = json.loads(listed.read_text(encoding="utf-8"))
            [cluster] = servers["servers"]
            cluster.pop("caFile", None)
            first, second = (cluster["nodeAddresses"][name] for name in ("cl-n1", "cl-n2"))
            wrong = ":".join(["AB"] * 32)
            for pins, expected in ((f"{first}={pin},{second}={pin}", [None, None]),
                                   (f"{first}={pin},{second}={wrong}", [None, "certificate-changed"]),
                                   (f"{first}={pin}", [None, "untrusted"]),  # nothing is trusted of the other one
                                   (pin, [None, None])):                     # as earlier versions wrote it
                cluster["certificatePin"] = pins
                listed.write_text(json.dumps(servers), encoding="utf-8")
                result = run("inventory", "--servers", listed, "--format", "json")
                found = {item["server"].split(".")[0]: item["error_code"] for item in json.loads(result.stdout)}
                self.assertEqual([found["CL-N1"], found["CL-N2"]], expected, pins)

    def list_of(self, **users):
        path = Path(self.folder, "list.json")
        path.write_text(json.dumps({"servers": [
            {"name": "127.0.0.1", "port": port, "user": user, "authentication": "basic", "allowInsecureBasic": True}
            for user, port in users.items()]}), encoding="utf-8")
        return path

    @unittest.skipIf(UNDER_WINE, "needs a terminal")
    def test_a_password_is_asked_for_and_sent_account_by_account(self):
        with basic_server() as (port_a, seen_a), basic_server() as (port_b, seen_b):
            code, shown = self.run_on_terminal(
                "gpus", "--servers", self.list_of(alice=port_a, bob=port_b),
                answers=((b"alice on 127.0.0.1", b"AlicesPw-1"), (b"bob on 127.0.0.1", b"BobsPw-2")))
        self.assertEqual(code, 1, shown)
        self.assertEqual(accounts_of(seen_a), {"alice:AlicesPw-1"})
        self.assertEqual(accounts_of(seen_b), {"bob:BobsPw-2"})
        self.assertNotIn(b"AlicesPw-1", shown)

    @unittest.skipIf(UNDER_WINE, "needs a terminal")
    def test_one_account_is_asked_for_once(self):
        with basic_server() as (port_a, seen_a), basic_server() as (port_b, seen_b):
            code, shown = self.run_on_terminal(
                "gpus", "--server", f"127.0.0.1:{port_a}", "--server", f"127.0.0.1:{port_b}", *self.access(),
                answers=((b"Password for admin: ", b"AdminsPw-1"),))
        self.assertEqual(code, 1, shown)
        self.assertEqual(shown.count(b"Password for"), 1)
        self.assertEqual(accounts_of(seen_a + seen_b), {"admin:AdminsPw-1"})

    def test_a_given_password_is_for_the_user_of_the_command_line(self):
        with basic_server() as (port_a, seen_a), basic_server() as (port_b, seen_b):
            listed = self.list_of(alice=port_a, bob=port_b)
            for user in ((), ("--user", "carol"), ("--user", "alice")):
                result = run("gpus", "--servers", listed, *user, password=PASSWORD)
                self.assertEqual(result.returncode, 1, result.stderr)
                self.assertIn(b"bob on 127.0.0.1", result.stderr)
                self.assertEqual(b"alice" in result.stderr, "alice" not in user)
            self.assertEqual(accounts_of(seen_a + seen_b), set())  # not before every account has its password
            secret = Path(self.folder, "secret")
            secret.write_text(PASSWORD, encoding="utf-8")
            result = run("gpus", "--servers", listed, "--password-file", secret)
            self.assertEqual(result.returncode, 2, result.stderr)
            self.assertIn(b"--user", result.stderr)
            result = run("gpus", "--servers", self.list_of(alice=port_a), "--user", "ALICE", "--password-file", secret)
            self.assertEqual(accounts_of(seen_a), {f"alice:{PASSWORD}"}, result.stderr)

    def test_missing_password_without_terminal(self):
        result = run("gpus", "--server", "127.0.0.1:1", *self.access())
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"HVGPU_PASSWORD", result.stderr)

    def test_connection_test_names_each_stage_and_the_commands(self):
        fleet = {"servers": [FLEET["servers"][0], dict(FLEET["servers"][1], state="down")]}
        with simulator(self.folder, fleet) as urls:
            result = run("test", "--server", *urls.values(), "--auth", "none", "--format", "json")
        self.assertEqual(result.returncode, 3, result.stderr)
        stages = json.loads(result.stdout)
        self.assertEqual(len(stages), 20)
        good = {item["stage"]: item for item in stages[:10]}
        self.assertEqual(list(good), ["name", "port", "tls", "sign-in", "service", "system", "hyper-v", "rights", "gpus",
                                      "cluster"])
        self.assertEqual(good["rights"]["result"], "passed")
        self.assertEqual(good["tls"]["result"], "not-tried")  # plain HTTP
        self.assertEqual(good["gpus"]["fact"], "1")
        bad = {item["stage"]: item for item in stages[10:]}
        self.assertEqual((bad["name"]["result"], bad["port"]["result"], bad["sign-in"]["result"]),
                         ("passed", "failed", "not-tried"))
        self.assertIn("winrm quickconfig", bad["port"]["commands"])
        self.assertIn(b"Enable-NetFirewallRule -Name WINRM-HTTP-In-TCP", result.stderr)

    def test_the_service_of_kerberos_is_one_that_servers_have(self):
        with simulator(self.folder, FLEET) as urls:
            access = ("gpus", "--server", urls["HV-A"], "--auth", "none")
            self.assertEqual(run(*access, "--spn", "wsman").returncode, 0)
            wrong = run(*access, "--spn", "smtp")
            self.assertEqual(wrong.returncode, 2)
            self.assertIn(b"--spn", wrong.stderr)

    def test_connection_tests_take_their_time_and_number_from_the_command_line(self):
        with contextlib.ExitStack() as open_sockets:
            servers = []
            for _ in range(4):
                silent = open_sockets.enter_context(socket.create_server(("127.0.0.1", 0)))  # never answers
                servers += ["--server", f"127.0.0.1:{silent.getsockname()[1]}"]
            started = time.monotonic()
            result = run("test", *servers, "--auth", "none", "--timeout", 2, "--parallel", 16, "--format", "json")
            elapsed = time.monotonic() - started
        self.assertEqual(result.returncode, 1, result.stderr)
        self.assertEqual([item["error_code"] for item in json.loads(result.stdout) if item["result"] == "failed"],
                         ["timed-out"] * 4)
        self.assertLess(elapsed, 12)  # 15 seconds for one of them, two at a time, would be 30

    def test_an_untrusted_certificate_is_shown_and_can_be_pinned(self):
        with simulator(self.folder, FLEET, "--tls") as urls:
            access = ("--server", urls["HV-A"], "--auth", "none")
            refused = run("gpus", *access)
            self.assertEqual(refused.returncode, 1)
            text = refused.stderr.decode()
            self.assertIn("The server made it itself", text)
            pin = re.search(r"--pin ((?:[0-9A-F]{2}:){31}[0-9A-F]{2})", text)
            self.assertTrue(pin, text)
            trusted = run("gpus", *access, "--pin", pin[1], "--format", "json")
            self.assertEqual(trusted.returncode, 0, trusted.stderr)
            other = run("test", *access, "--pin", "AA" * 32, "--format", "json")
            self.assertEqual(other.returncode, 1)
            tls = next(item for item in json.loads(other.stdout) if item["stage"] == "tls")
            self.assertEqual((tls["error_code"], tls["certificate"]), ("certificate-changed", pin[1]))
            self.assertIn(b"another certificate", other.stderr)

    def test_a_list_that_is_not_what_it_seems(self):
        for text, says in (('{"servers": []}', b"the list names no server"),
                           ('{"servers": [{"name": "hv1", "HTTPS": true}]}', b'is "https" meant?')):
            listed = Path(self.folder, "list.json")
            listed.write_text(text, encoding="utf-8")
            result = run("gpus", "--servers", listed)
            self.assertEqual((result.returncode, result.stdout), (1, b""))
            self.assertIn(says, result.stderr)

    def test_ipv6(self):
        with simulator(self.folder, FLEET, address="[::1]:0") as urls:
            self.assertTrue(urls["HV-A"].startswith("http://[::1]:"), urls)
            port = urls["HV-A"].split("]:")[1].split("/")[0]
            listed = Path(self.folder, "list.txt")
            listed.write_text(f"# by address\n[::1]:{port}\n", encoding="utf-8")
            table = Path(self.folder, "list.csv")
            table.write_text(f"name,port,authentication\n::1,{port},none\n", encoding="utf-8")
            for arguments in (("--server", urls["HV-A"], "--auth", "none"), ("--server", f"[::1]:{port}", "--auth", "none"),
                              ("--servers", listed, "--auth", "none"), ("--servers", table)):
                result = run("gpus", *arguments, "--format", "json")
                self.assertEqual(result.returncode, 0, result.stderr)
                self.assertEqual(len(json.loads(result.stdout)), 1)

    def test_lists_with_mistakes_name_the_line(self):
        listed = Path(self.folder, "list.csv")
        listed.write_text("name,port\nhv01,5985\nhv02,x\n", encoding="utf-8")
        result = run("gpus", "--servers", listed)
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"line 3", result.stderr)

    def test_lists_of_powershell(self):
        with simulator(self.folder, FLEET) as urls:
            port = urls["HV-A"].rsplit(":", 1)[1].split("/")[0]
            listed = Path(self.folder, "list.csv")
            for encoding in ("utf-16", "utf-16-le", "utf-8-sig"):
                listed.write_bytes(f'#TYPE X\r\n"ComputerName","Port","State"\r\n"127.0.0.1","{port}","Up"\r\n'.encode(encoding))
                result = run("gpus", "--servers", listed, "--auth", "none", "--format", "json")
                self.assertEqual(result.returncode, 0, result.stderr)
                self.assertEqual([item["partition_count"] for item in json.loads(result.stdout)], [4])
        listed.write_text("name,user\nhv01,alice:Secret123\nhv02,bob,Secret123\n", encoding="utf-8")
        result = run("gpus", "--servers", listed)
        self.assertEqual(result.returncode, 1)
        self.assertIn(b"line 2", result.stderr)
        self.assertIn(b"line 3", result.stderr)
        self.assertNotIn(b"Secret123", result.stdout + result.stderr)

    def test_proxies_of_the_environment_are_not_used(self):
        with simulator(self.folder, FLEET) as urls:
            access = ("gpus", "--server", urls["HV-A"], "--auth", "none")
            nobody = {"http_proxy": "http://127.0.0.1:1", "ALL_PROXY": "http://127.0.0.1:1"}
            self.assertEqual(run(*access, environment=nobody).returncode, 0)
            for environment in ({}, {"no_proxy": "*", "NO_PROXY": "*"}):
                result = run(*access, "--proxy", "http://127.0.0.1:1", environment=environment)
                self.assertEqual(result.returncode, 1, result.stderr)
                self.assertIn(b"The proxy for", result.stderr)
                self.assertNotIn(b"quickconfig", result.stderr)
            result = run("test", *access[1:], "--proxy", "http://127.0.0.1:1")
            self.assertEqual(result.returncode, 1)
            self.assertIn(b"The proxy for", result.stderr)
            self.assertNotIn(b"WinRM", result.stdout + result.stderr)

    def test_proxies_that_cannot_be_used_are_refused(self):
        for proxy in ("socks5://proxy:1080", "https://proxy:3128", "http://pu:SecretPw@proxy:3128",
                      "http://pu:SecretPw@@127.0.0.1:1x", "http://proxy:port"):
            result = run("gpus", "--server", "127.0.0.1:1", "--proxy", proxy)
            self.assertEqual(result.returncode, 2, proxy)
            self.assertIn(b"--proxy", result.stderr)
            self.assertNotIn(b"SecretPw", result.stderr)

    def test_support_file_hides_names_unless_asked(self):
        with simulator(self.folder, FLEET, "--user", "admin") as urls:
            access = ("support", "--server", urls["HV-A"], *self.access())
            hidden = run(*access, password=PASSWORD)
            named = run(*access, "--with-names", password=PASSWORD)
        self.assertEqual(hidden.returncode, 0, hidden.stderr)
        support = json.loads(hidden.stdout)
        self.assertEqual(support["format"], "hvgpu-support")
        self.assertIn("libcurl", " ".join(support["components"]))
        self.assertEqual(support["hosts"][0]["phase"], "ready")
        self.assertNotIn(b"127.0.0.1", hidden.stdout)
        self.assertNotIn(b"HV-A", hidden.stdout)
        self.assertNotIn(b"admin", hidden.stdout)
        self.assertIn(b"127.0.0.1", named.stdout)
        for output in (hidden.stdout, named.stdout):
            self.assertNotIn(PASSWORD.encode(), output)
        self.assertEqual(json.loads(run("support").stdout)["servers"], [])

    def test_one_server_off_is_3(self):
        fleet = {"servers": [FLEET["servers"][0], dict(FLEET["servers"][1], state="down")]}
        with simulator(self.folder, fleet) as urls:
            inventory = run("inventory", "--server", *urls.values(), "--auth", "none", "--format", "json")
            gpus = run("gpus", "--server", *urls.values(), "--auth", "none", "--format", "json")
        self.assertEqual(inventory.returncode, 3, inventory.stderr)
        states = {item["server_state"]: item for item in json.loads(inventory.stdout)}
        self.assertEqual(set(states), {"ready", "failed"})
        self.assertEqual(states["failed"]["error_code"], "unreachable")
        self.assertIsNone(states["failed"]["gpus"])
        self.assertIn(b"winrm quickconfig", inventory.stderr)
        self.assertEqual(gpus.returncode, 3)
        self.assertEqual(len(json.loads(gpus.stdout)), 1)

    def test_unread_columns_of_a_report_are_3(self):
        for unread, report in (("Msvm_MemorySettingData", "vms"), ("Win32_OperatingSystem", "inventory"),
                               ("GetDeviceProperties", "gpus")):
            fault = {"class": unread} if "_" in unread else {"operation": "Invoke", "class": "Win32_PnPEntity"}
            faults = Path(self.folder, "faults.json")
            faults.write_text(json.dumps([{**fault, "fault": "access-denied"}]), encoding="utf-8")
            with simulator(self.folder, FLEET, "--faults", faults) as urls:
                for name in ("vms", "inventory", "gpus", "partitions"):
                    result = run(name, "--server", *urls.values(), "--auth", "none", "--format", "json")
                    self.assertEqual(result.returncode, 3 if name == report else 0, (unread, name, result.stderr))

    def test_one_list_not_read_is_3_and_never_none(self):
        faults = Path(self.folder, "faults.json")
        faults.write_text('[{"class": "Msvm_GpuPartitionSettingData", "fault": "access-denied"}]', encoding="utf-8")
        with simulator(self.folder, FLEET, "--faults", faults) as urls:
            partitions = run("partitions", "--server", *urls.values(), "--auth", "none", "--format", "json")
            gpus = run("gpus", "--server", *urls.values(), "--auth", "none", "--format", "json")
        for result in (partitions, gpus):
            self.assertEqual(result.returncode, 3, result.stderr)
            self.assertIn(b"could not be read: GPU partition adapters", result.stderr)
            self.assertIn(b"denied access", result.stderr)
        states = {item["partition_state"] for item in json.loads(partitions.stdout)}
        self.assertNotIn("free", states)
        self.assertIn("unknown", states)
        for item in json.loads(gpus.stdout):
            self.assertIsNone(item["partitions_free"])
            self.assertIsNone(item["partitions_running"])

    def test_server_list_of_the_simulator(self):
        listed = Path(self.folder, "servers.json")
        with simulator(self.folder, FLEET, "--servers-out", listed):
            result = run("gpus", "--servers", listed, "--format", "json")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertEqual([item["partition_count"] for item in json.loads(result.stdout)], [4, 2])

    @unittest.skipIf(UNDER_WINE, "sends a signal")
    def test_interrupt_ends_cleanly(self):
        target = Path(self.folder, "out.csv")
        with socket.socket() as silent:
            silent.bind(("127.0.0.1", 0))
            silent.listen()  # accepts and never answers
            process = subprocess.Popen([PROGRAM, "gpus", "--server", f"127.0.0.1:{silent.getsockname()[1]}",
                                        "--auth", "none", "--output", target], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            select.select([silent], [], [], 60)  # it has connected
            process.send_signal(signal.SIGINT)
            started = time.monotonic()
            _, messages = process.communicate(timeout=30)
        self.assertEqual(process.returncode, 130, messages)
        self.assertLess(time.monotonic() - started, 10)
        self.assertFalse(target.exists())

    def run_on_terminal(self, *arguments, answers):
        """Types each answer when its question stands there; gives the exit code and what was shown."""
        parent, child = pty.openpty()
        env = {key: value for key, value in os.environ.items() if key != "HVGPU_PASSWORD"}
        env["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nowhere"
        process = subprocess.Popen([PROGRAM, *map(str, arguments)], stdin=child, stdout=subprocess.DEVNULL, stderr=child,
                                   env=env)
        os.close(child)
        shown = b""
        answered = 0
        with contextlib.suppress(OSError):  # the end of a terminal
            while select.select([parent], [], [], 60)[0]:
                shown += os.read(parent, 4096)
                if answered < len(answers) and answers[answered][0] in shown:
                    os.write(parent, answers[answered][1] + b"\n")
                    answered += 1
        os.close(parent)
        return process.wait(timeout=60), shown

    @unittest.skipIf(UNDER_WINE, "needs a terminal")
    def test_prompt_hides_the_password(self):
        with simulator(self.folder, FLEET, "--user", "admin") as urls:
            target = Path(self.folder, "out.json")
            code, shown = self.run_on_terminal("gpus", "--server", urls["HV-A"], *self.access(), "--output", target,
                                               answers=((b"admin", PASSWORD.encode()),))
        self.assertEqual(code, 0, shown)
        self.assertEqual(len(json.loads(target.read_text(encoding="utf-8"))), 1)
        self.assertNotIn(PASSWORD.encode(), shown)


if __name__ == "__main__":
    PROGRAM, SIMULATOR = sys.argv[1:3]
    unittest.main(argv=[sys.argv[0], *sys.argv[3:]], verbosity=2)
