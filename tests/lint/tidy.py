#!/usr/bin/env python3
"""clang-tidy 14 with the profile of .clang-tidy over every source of the product.

Results of unchanged translation units are remembered outside the repository, keyed by the content of the file, of
every project header and of the profile, so that a second run costs seconds."""
import concurrent.futures
import hashlib
import json
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path.cwd()
BUILD = Path(sys.argv[1])
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


def main():
    tool = shutil.which("clang-tidy-14") or shutil.which("clang-tidy")
    if tool is None:
        sys.exit("clang-tidy 14 is not installed")
    commands = json.loads((BUILD / "compile_commands.json").read_text())
    sources = sorted({Path(c["file"]) for c in commands})
    sources = [s for s in sources if s.is_relative_to(ROOT) and not s.is_relative_to(ROOT / "build")
               and s.relative_to(ROOT).parts[0] in ("core", "ui", "app")]
    if len(sources) < 20:
        sys.exit("too few sources in compile_commands.json")
    for entry in commands:
        entry["command"] = without_precompiled_headers(entry["command"])
    database = tempfile.TemporaryDirectory(prefix="hvgpu-tidy-")
    (Path(database.name) / "compile_commands.json").write_text(json.dumps(commands))
    profile = (ROOT / ".clang-tidy").read_bytes()
    CACHE.mkdir(parents=True, exist_ok=True)

    def run(source: Path):
        seen: dict = {}
        project_includes(source, seen)
        key = digest(profile, str(source.relative_to(ROOT)).encode(), *(seen[p] for p in sorted(seen)))
        stamp = CACHE / key
        if stamp.exists():
            return source, 0, "", True
        done = subprocess.run([tool, "-p", database.name, "--quiet", "--warnings-as-errors=*", str(source)],
                              capture_output=True, text=True, check=False)
        if done.returncode == 0:
            stamp.touch()
        return source, done.returncode, done.stdout + ("" if done.stdout else done.stderr), False

    failed = cached = 0
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        for source, code, output, from_cache in pool.map(run, sources):
            cached += from_cache
            if code:
                failed += 1
                print(output.strip(), flush=True)
    print(f"{len(sources)} sources, {cached} unchanged since they passed, {failed} with findings")
    return 1 if failed else 0


sys.exit(main())
