#!/usr/bin/env python3
"""clang-format 14 must have nothing to change."""
import shutil
import subprocess
import sys
from pathlib import Path

tool = shutil.which("clang-format-14") or shutil.which("clang-format")
if tool is None:
    sys.exit("clang-format 14 is not installed")
files = sorted(str(f) for top in ("core", "ui", "app", "tests") for f in Path(top).rglob("*") if f.suffix in (".h", ".cpp", ".c"))
if len(files) < 20:
    sys.exit("too few sources found; run from the root of the project")
result = subprocess.run([tool, "--dry-run", "-Werror", "--ferror-limit=1", *files], capture_output=True, text=True, check=False)
if result.returncode:
    bad = sorted({line.split(":")[0] for line in result.stderr.splitlines() if "error:" in line})
    print("Not formatted (clang-format-14 -i):", *bad, sep="\n  ")
else:
    print(f"{len(files)} files are formatted")
sys.exit(result.returncode)
