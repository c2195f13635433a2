#!/usr/bin/env python3
"""No file that the programs write and nothing that they print holds a password, whatever becomes of it."""
import base64
import json
import os
import resource
import signal
import socket
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

PROGRAM = SIMULATOR = CONSOLE = ""
PASSWORD = "Ver7-d1stinct!ve-Passw0rd"
USER = "admin"
FLEET = {"servers": [{"name": "HV-A", "devices": [{"model": "A2", "partitions": 4}],
                      "vms": [{"name": "web-01", "state": "off"}]}]}


def forms():
    """The password as it may turn up: plain, UTF-16, base64 and hexadecimal, at every offset within a text."""
    result = {}
    for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
        raw = PASSWORD.encode(encoding)
        result[encoding] = raw
        result[encoding + ", hex"] = raw.hex().encode()
        for shift in range(3):
            # Of the first and the last group only some bits are the password's.
            coded = base64.b64encode(b"\0" * shift + raw)
            result[f"{encoding}, base64 after {shift}"] = coded[4 if shift else 0:-4]
    return result


class Secrets(unittest.TestCase):
    def setUp(self):
        self.folder = Path(self.enterContext(tempfile.TemporaryDirectory()))
        self.home = self.folder / "home"
        self.home.mkdir()
        self.output = []
        (self.folder / "fleet.json").write_text(json.dumps(FLEET), encoding="utf-8")

    def environment(self, **more):
        env = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "HVGPU_", "DBUS_"))}
        env.update(HOME=str(self.home), XDG_STATE_HOME=str(self.home / "state"), XDG_CONFIG_HOME=str(self.home / "config"),
                   XDG_CACHE_HOME=str(self.home / "cache"), XDG_RUNTIME_DIR=str(self.home),
                   DBUS_SESSION_BUS_ADDRESS="unix:path=/nowhere", QT_QPA_PLATFORM="offscreen", LANG="C.UTF-8",
                   QT_LOGGING_RULES="*.debug=true;qt.*.debug=false", **more)
        return env

    def simulator(self, *arguments):
        process = subprocess.Popen(
            [SIMULATOR, "--fleet", self.folder / "fleet.json", "--listen", "127.0.0.1:0", "--servers-out",
             self.home / "servers.json", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env=self.environment())
        self.addCleanup(self.stop, process)
        url = ""
        for line in process.stdout:
            if line.strip() == "ready":
                break
            url = line.rstrip("\n").split("\t")[2]
        self.assertTrue(url, "the simulated fleet did not start")
        return url

    def stop(self, process):
        process.terminate()
        out, err = process.communicate(timeout=20)
        self.output += [out.encode(), err.encode()]

    def run_program(self, program, *arguments, code, timeout=120):
        result = subprocess.run([program, *map(str, arguments)], stdin=subprocess.DEVNULL, capture_output=True,
                                timeout=timeout, env=self.environment(HVGPU_PASSWORD=PASSWORD), check=False)
        self.output += [result.stdout, result.stderr]
        self.assertIn(result.returncode, code, result.stderr)
        return result

    def search(self, at_least):
        places = [(f"output {number}", text) for number, text in enumerate(self.output)]
        files = [path for path in self.home.rglob("*") if path.is_file()]
        places += [(str(path.relative_to(self.home)), path.read_bytes()) for path in files]
        self.assertGreaterEqual(len(files), at_least, [str(path) for path in files])
        for place, text in places:
            for form, needle in forms().items():
                self.assertNotIn(needle, text, f"{place} holds the password ({form})")

    def password_file(self):
        path = self.folder / "password"
        path.write_text(PASSWORD + "\n", encoding="utf-8")
        return path

    def test_the_search_finds_what_it_must(self):
        for hidden in (PASSWORD.encode(), PASSWORD.encode("utf-16-le"), base64.b64encode(f"{USER}:{PASSWORD}".encode()),
                       base64.b64encode(f"xx{USER}:{PASSWORD}:yy".encode()), PASSWORD.encode().hex().encode()):
            (self.home / "file").write_bytes(b"before" + hidden + b"after")
            with self.assertRaises(AssertionError):
                self.search(1)

    def test_command_line_that_succeeds(self):
        url = self.simulator("--user", USER, "--password-file", self.password_file())
        access = ("--server", url, "--user", USER, "--auth", "basic", "--insecure-basic", "--verbose")
        for report in ("inventory", "gpus", "partitions", "vms", "test"):
            self.run_program(PROGRAM, report, *access, "--format", "json", "--output", self.home / f"{report}.json", code=[0])
        self.run_program(PROGRAM, "support", *access, "--with-names", "--output", self.home / "support.json", code=[0])
        self.run_program(PROGRAM, "assign", "--vm", "web-01", *access, "--plan-out", self.home / "plan.json", code=[0])
        self.run_program(PROGRAM, "assign", "--vm", "web-01", *access, "--powershell", code=[0])
        self.run_program(PROGRAM, "assign", "--vm", "web-01", *access, "--yes", code=[0])
        self.run_program(PROGRAM, "activity", "--format", "json", "--verbose", code=[0])
        self.search(at_least=9)

    def test_command_line_that_fails(self):
        other = self.folder / "other"
        other.write_text("another password\n", encoding="utf-8")
        url = self.simulator("--user", USER, "--password-file", other)
        for way in (("--auth", "basic", "--insecure-basic"), ("--auth", "basic"), ("--auth", "ntlm"), (),
                    ("--auth", "kerberos"), ("--auth", "certificate", "--client-cert", self.home / "none.pem")):
            access = ("--server", url, "--user", USER, *way, "--verbose", "--timeout", "20")
            for command in ("gpus", "test"):
                self.run_program(PROGRAM, command, *access, code=[1])
            self.run_program(PROGRAM, "support", *access, "--output", self.home / "support.json", code=[0, 1])
        self.run_program(PROGRAM, "login", "--server", url, "--user", USER, code=[1])  # there is no keychain
        self.run_program(PROGRAM, "gpus", "--server", f"http://{USER}:{PASSWORD}@127.0.0.1:1", code=[2])
        self.run_program(PROGRAM, "gpus", "--server", "127.0.0.1:1", f"--password={PASSWORD}", code=[2])
        listed = self.folder / "list.txt"
        listed.write_text(f"{USER}:{PASSWORD}@hv01\n", encoding="utf-8")
        self.run_program(PROGRAM, "gpus", "--servers", listed, code=[1])
        self.search(at_least=1)

    def test_crash(self):
        if str(PROGRAM).endswith(".exe"):
            self.skipTest("a signal of this system; tst_base_crash shows the same on Windows")
        listener = self.enterContext(socket.create_server(("127.0.0.1", 0)))
        listener.settimeout(60)
        most = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (most, most))  # the program has to forbid it itself
        process = subprocess.Popen(
            [PROGRAM, "gpus", "--server", "http://127.0.0.1:%d" % listener.getsockname()[1], "--user", USER, "--auth", "basic", "--insecure-basic", "--verbose"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env=self.environment(HVGPU_PASSWORD=PASSWORD))
        with listener.accept()[0] as connection:
            connection.settimeout(60)
            self.assertIn(base64.b64encode(f"{USER}:{PASSWORD}".encode()), connection.recv(65536))  # it is in memory
            os.kill(process.pid, signal.SIGSEGV)
            _, status = os.waitpid(process.pid, 0)
        self.assertEqual(os.WTERMSIG(status), signal.SIGSEGV)
        self.assertFalse(os.WCOREDUMP(status), "an image of the memory was written")
        self.output += [process.stdout.read(), process.stderr.read()]
        process.stdout.close()
        process.stderr.close()
        [record] = (self.home / "state" / "hvgpu" / "crashes").iterdir()
        self.assertIn("signal: SIGSEGV", record.read_text(encoding="utf-8"))
        self.run_program(PROGRAM, "support", "--output", self.home / "support.json", code=[0])
        [crash] = json.loads((self.home / "support.json").read_text(encoding="utf-8"))["crashes"]
        self.assertIn("signal: SIGSEGV", crash["record"])
        self.search(at_least=2)

    def test_the_environment_is_not_left_readable(self):
        if not os.path.exists("/proc/self/environ") or str(PROGRAM).endswith(".exe"):
            self.skipTest("looks at /proc")
        listener = self.enterContext(socket.create_server(("127.0.0.1", 0)))
        listener.settimeout(60)
        process = subprocess.Popen(
            [PROGRAM, "gpus", "--server", "http://127.0.0.1:%d" % listener.getsockname()[1], "--user", USER, "--auth",
             "basic", "--insecure-basic"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, env=self.environment(HVGPU_PASSWORD=PASSWORD, HVGPU_MARK="here"))
        self.addCleanup(process.wait)
        self.addCleanup(process.kill)
        with listener.accept()[0]:
            environment = Path("/proc", str(process.pid), "environ").read_bytes()
        self.assertIn(b"HVGPU_MARK=here", environment)
        self.assertNotIn(PASSWORD.encode(), environment)

    def test_console(self):
        if not CONSOLE or not os.path.exists(CONSOLE):
            self.skipTest("built without the console")
        url = self.simulator("--user", USER, "--password-file", self.password_file())
        self.run_program(CONSOLE, "--config", self.home / "console", "--server", url.replace("://", f"://{USER}@"),
                         "--screenshot-dir", self.home / "pictures", code=[0], timeout=240)
        self.search(at_least=3)


if __name__ == "__main__":
    PROGRAM, SIMULATOR = sys.argv[1:3]
    CONSOLE = sys.argv[3] if len(sys.argv) > 3 else ""
    unittest.main(argv=sys.argv[:1], verbosity=2)
