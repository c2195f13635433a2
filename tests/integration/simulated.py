"""Simulated hosts for tests that run the programs as users do: hvgpu-sim, a proxy in front of each of its ports that
can stop a conversation at any request, and what the hosts look like afterwards."""
import json
import os
import re
import select
import signal
import socket
import subprocess
import threading
from pathlib import Path

PROGRAM = SIMULATOR = ""
ACTION = re.compile(rb"<\w+:Action[^>]*>\s*([^<\s]+)\s*<")
READS = {"Enumerate", "Pull", "Release", "Get", "GetDeviceProperties", "EnumKey", "GetStringValue", "GetQWORDValue",
         "GetDWORDValue", "GetBinaryValue", "GetSummaryInformation", "Identify"}

SETTINGS = ("whole_devices", "automatic_stop_action", "low_mmio_mb", "high_mmio_mb", "guest_controlled_cache_types",
            "dynamic_memory")


def use(program, simulator):
    global PROGRAM, SIMULATOR  # pylint: disable=global-statement
    PROGRAM, SIMULATOR = program, simulator


def start(*arguments):
    """Runs hvgpu without waiting for it."""
    env = {key: value for key, value in os.environ.items() if key != "HVGPU_PASSWORD"}
    return subprocess.Popen([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                            stderr=subprocess.PIPE, env=env, encoding="utf-8")


class Result:
    """How a run of hvgpu ended."""

    def __init__(self, process, timeout=120):
        try:
            self.out, self.err = process.communicate(timeout=timeout)
        except subprocess.TimeoutExpired:
            process.kill()
            self.out, self.err = process.communicate()
            self.err += "\n(did not end in time)"
        self.code = process.returncode

    def json(self):
        return json.loads(self.out)


def run(*arguments):
    return Result(start(*arguments))


class Proxy:
    """Passes requests on to a host. before(request) and after(request) see each; what they return True for is not
    passed on, and the connection is cut."""

    def __init__(self, port):
        self.target = port
        self.before = self.after = lambda request: False
        self.listener = socket.socket()
        self.listener.bind(("127.0.0.1", 0))
        self.listener.listen(16)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self):
        with _ignoring():
            self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client):
        with client, _ignoring(), socket.create_connection(("127.0.0.1", self.target)) as host:
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            host.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            incoming, outgoing = client.makefile("rb"), host.makefile("rb")
            while message := _message(incoming):
                found = ACTION.search(message)
                action = found.group(1).decode().rsplit("/", 1)[-1] if found else ""
                if self.before(action):
                    return
                host.sendall(message)
                answer = _message(outgoing)
                if self.after(action) or not answer:
                    return
                client.sendall(answer)


class _ignoring:
    """Connections break here on purpose."""

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        return kind is not None and issubclass(kind, (OSError, ValueError))


def _message(stream):
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        line = stream.readline()
        if not line:
            return b""
        head += line
    length = re.search(rb"(?i)^content-length:\s*(\d+)", head, re.M)
    return head + (stream.read(int(length.group(1))) if length else b"")


class Fleet:
    """hvgpu-sim with a proxy before each host. servers: list for hvgpu through the proxies, direct: without them."""

    def __init__(self, folder, fleet, time_factor=25, proxies=True, options=()):
        self.folder = Path(folder)
        self.journals = self.folder / "journals"
        self.faults_file = self.folder / "faults.json"
        self.direct = self.folder / "direct.json"
        path = self.folder / "fleet.json"
        path.write_text(json.dumps(fleet), encoding="utf-8")
        self.process = subprocess.Popen(
            [SIMULATOR, "--fleet", path, "--listen", "127.0.0.1:0", "--servers-out", self.direct, "--faults",
             self.faults_file, "--time-factor", str(time_factor), *options], stdout=subprocess.PIPE, encoding="utf-8")
        self.ports = {}
        for line in self.process.stdout:
            if line.strip() == "ready":
                break
            name, _, url = line.rstrip("\n").split("\t")
            self.ports[name] = int(re.search(r":(\d+)/", url).group(1))
        self.proxies = {}
        self.servers = self.direct
        if proxies:
            self._add_proxies()

    def _add_proxies(self):
        self.proxies = {name: Proxy(port) for name, port in self.ports.items()}
        through = {proxy.target: proxy.port for proxy in self.proxies.values()}
        listed = json.loads(self.direct.read_text(encoding="utf-8"))
        for entry in listed["servers"]:
            entry["port"] = through[entry["port"]]
            for node, place in entry.get("nodeAddresses", {}).items():
                host, port = place.rsplit(":", 1)
                entry["nodeAddresses"][node] = f"{host}:{through[int(port)]}"
        self.servers = self.folder / "servers.json"
        self.servers.write_text(json.dumps(listed), encoding="utf-8")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for proxy in self.proxies.values():
            proxy.close()
        self.process.terminate()
        self.process.wait(timeout=20)
        self.process.stdout.close()

    def arguments(self, *arguments):
        return [*arguments, "--servers", self.servers, "--journal-folder", self.journals]

    def hvgpu(self, *arguments):
        return run(*self.arguments(*arguments))

    def watch(self, before=lambda host, action: False, after=lambda host, action: False):
        """Has every proxy ask before and after each request."""
        for name, proxy in self.proxies.items():
            proxy.before = lambda action, host=name: before(host, action)
            proxy.after = lambda action, host=name: after(host, action)

    def activities(self):
        return run("activity", "--journal-folder", self.journals, "--format", "json").json()

    def dismiss(self, activity):
        return run("dismiss", activity, "--journal-folder", self.journals)

    def report(self, name):
        return self.reports(name)[0]

    def reports(self, *names):
        """Several at once, each by a program of its own."""
        results = [Result(process) for process in [start(name, "--servers", self.direct, "--format", "json") for name in names]]
        for result in results:
            if result.code not in (0, 3):
                raise AssertionError(result.err)
        return [result.json() for result in results]

    def state(self):
        """What the hosts say: power, adapters by GPU and offline action of each VM, partition count of each GPU; whose
        each GPU is, and the settings of VMs that whole devices depend on."""
        partitions, listed, cards = self.reports("partitions", "vms", "gpus")
        adapters = {}
        for row in partitions:
            if row["adapter_id"]:
                gpu = "auto" if row["automatic"] else f'{row["server"]}/{row["bus_number"]}'
                adapters.setdefault(row["vm_id"], []).append(gpu)
        vms = {row["vm_name"]: (row["vm_state"], sorted(adapters.get(row["vm_id"], [])), row["offline_action"])
               for row in listed}
        settings = {row["vm_name"]: [row[name] for name in SETTINGS] for row in listed}
        gpus = {f'{row["server"]}/{row["bus_number"]}': row["partition_count"] for row in cards}
        owners = {f'{row["server"]}/{row["bus_number"]}': (row["sub_status"], row["assigned_vm"]) for row in cards}
        return {"vms": vms, "gpus": gpus, "settings": settings, "owners": owners}


def kill(process):
    """SIGKILL, and away when this returns."""
    process.send_signal(signal.SIGKILL)
    process.wait()


def readable(stream, seconds):
    return bool(select.select([stream], [], [], seconds)[0])
