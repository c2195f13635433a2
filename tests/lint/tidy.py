#!/usr/bin/env python3
"""clang-tidy 14 with the profile of .clang-tidy over every source of the product.

Most of its time goes into the headers of Qt and the standard library, the same for every source. So sources of one
folder are read as one: a batch that fails, also because its sources do not go together, is halved until single
sources say what is wrong. Results of unchanged sources are remembered outside the repository, keyed by the content of
the file, of the project's headers it reaches and of the profile, so that a second run costs seconds."""
import concurrent.futures
import hashlib
import itertools
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path.cwd()
BUILD = Path(sys.argv[1])
BATCH = 12
CACHE = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "hvgpu" / "tidy"


def digest(*parts: bytes) -> str:
    h = hashlib.sha256()
    for part in parts:
        h.update(len(part).to_bytes(8, "little") + part)
    return h.hexdigest()


def project_includes(path: Path, seen: dict):
    """Project headers reached from path, by text; enough to notice every change that matters."""
    if path in seen:
        return
    data = path.read_bytes()
    seen[path] = data
    for line in data.decode("utf-8", "replace").splitlines():
        line = line.strip()
        if line.startswith('#include "'):
            target = ROOT / line.split('"')[1]
            if target.is_file():
                project_includes(target, seen)


def without_precompiled_headers(command: str) -> str:
    """GCC made the precompiled headers; clang cannot read them and needs none: every file includes what it uses."""
    kept = []
    words = iter(shlex.split(command))
    for word in words:
        if word in ("-Winvalid-pch", "-fpch-preprocess"):
            continue
        if word == "-include":
            name = next(words)
            if "cmake_pch" not in name:
                kept += [word, name]
            continue
        kept.append(word)
    return shlex.join(kept)


class Tidy:
    """Runs the tool on batches; knows what passed before."""

    def __init__(self, tool: str, commands: list, folder: Path):
        self.tool = tool
        self.folder = folder
        self.profile = (ROOT / ".clang-tidy").read_bytes()
        self.entries = {Path(c["file"]): c for c in commands}
        self.numbers = itertools.count()
        CACHE.mkdir(parents=True, exist_ok=True)

    def stamp(self, source: Path) -> Path:
        seen: dict = {}
        project_includes(source, seen)
        return CACHE / digest(self.profile, str(source.relative_to(ROOT)).encode(), *(seen[p] for p in sorted(seen)))

    def command_for(self, source: Path, batch: list) -> tuple:
        """The file to check and the folder of its compilation database."""
        entry = dict(self.entries[source])
        folder = self.folder / str(next(self.numbers))
        folder.mkdir()
        file = source
        if len(batch) > 1:
            file = folder / "batch.cpp"
            file.write_text("".join(f'#include "{s}"\n' for s in batch))
        entry["command"] = entry["command"].replace(str(source), str(file))
        entry["file"] = str(file)
        (folder / "compile_commands.json").write_text(json.dumps([entry]))
        return file, folder

    def check(self, batch: list) -> list:
        """What is wrong in the batch, as (source, output)."""
        file, folder = self.command_for(batch[0], batch)
        done = subprocess.run([self.tool, "-p", folder, "--quiet", "--warnings-as-errors=*",
                               f"--config-file={ROOT / '.clang-tidy'}",
                               r"--header-filter=/(core|ui|app)/.*\.(h|cpp)$", str(file)],
                              capture_output=True, text=True, check=False)
        if done.returncode == 0:
            for source in batch:
                self.stamp(source).touch()
            return []
        output = done.stdout or done.stderr
        if len(batch) == 1:
            return [(batch[0], output)]
        if "[clang-diagnostic-error]" not in output and " error: " in output:
            return self.told_apart(batch, output)
        middle = len(batch) // 2
        return self.check(batch[:middle]) + self.check(batch[middle:])

    def told_apart(self, batch: list, output: str) -> list:
        """The batch was read to its end: the sources that reach a file with a finding are wrong, the others pass."""
        named = {Path(name) for name in re.findall(r"^(/[^:\n]+):\d+:\d+: error: ", output, re.MULTILINE)}
        wrong = []
        for source in batch:
            seen: dict = {}
            project_includes(source, seen)
            if named.isdisjoint(seen):
                self.stamp(source).touch()
            else:
                wrong.append((source, "" if wrong else output))
        return wrong or [(batch[0], output)]


def batches(sources: list, entries: dict) -> list:
    """Sources of one folder and with the same options, some at a time."""
    groups: dict = {}
    for source in sources:
        options = entries[source]["command"].split(" -o ")[0]
        groups.setdefault((source.parent, options), []).append(source)
    return [group[i:i + BATCH] for group in groups.values() for i in range(0, len(group), BATCH)]


def main():
    tool = shutil.which("clang-tidy-14") or shutil.which("clang-tidy")
    if tool is None:
        sys.exit("clang-tidy 14 is not installed")
    commands = json.loads((BUILD / "compile_commands.json").read_text())
    for entry in commands:
        entry["command"] = without_precompiled_headers(entry["command"])
    with tempfile.TemporaryDirectory(prefix="hvgpu-tidy-") as folder:
        tidy = Tidy(tool, commands, Path(folder))
        sources = [s for s in sorted(tidy.entries) if s.is_relative_to(ROOT) and not s.is_relative_to(ROOT / "build")
                   and s.relative_to(ROOT).parts[0] in ("core", "ui", "app")]
        if len(sources) < 20:
            sys.exit("too few sources in compile_commands.json")
        todo = [s for s in sources if not tidy.stamp(s).exists()]
        failed = 0
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for wrong in pool.map(tidy.check, batches(todo, tidy.entries)):
                failed += len(wrong)
                for source, output in wrong:
                    print(f"== {source.relative_to(ROOT)}\n{output.strip()}", flush=True)
    print(f"{len(sources)} sources, {len(sources) - len(todo)} unchanged since they passed, {failed} with findings")
    return 1 if failed else 0


sys.exit(main())
