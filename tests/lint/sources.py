#!/usr/bin/env python3
"""Size budget, left-overs and tests without assertions."""
import re
import sys
from pathlib import Path

MAX_LINES = 600
LEFTOVER = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
DEBUG = re.compile(r"\b(qDebug\(|std::cout|printf\()")
SLEEP = re.compile(r"QTest::qSleep|QThread::(m|u)?sleep|std::this_thread::sleep")
# libstdc++ 12 loses wake-ups of these where there are no futexes, which is on Windows.
LOSES_WAKEUPS = re.compile(r"#include <(latch|barrier)>|\bstd::atomic_\w*(wait|notify)")
ASSERT = re.compile(r"QVERIFY|QCOMPARE|QFAIL|QTRY_")
TOPS = ("core", "ui", "app", "tests")


def check(path: Path):
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    name = path.as_posix()
    if len(lines) > MAX_LINES and not re.search(r"core/simulation/(classes|fleets)/", name):
        yield f"{name}: {len(lines)} lines, the stop is {MAX_LINES}"
    if path.suffix == ".h" and not any(line.startswith("#pragma once") for line in lines[:3]):
        yield f"{name}:1: #pragma once is missing"
    for number, line in enumerate(lines, 1):
        if LEFTOVER.search(line):
            yield f"{name}:{number}: unfinished word: {line.strip()}"
        if name.startswith(("core/", "ui/")) and DEBUG.search(line):
            yield f"{name}:{number}: debug print: {line.strip()}"
        if LOSES_WAKEUPS.search(line):
            yield f"{name}:{number}: may wait for ever on Windows: {line.strip()}"
        if name.startswith("tests/") and "benchmarks" not in name and SLEEP.search(line):
            yield f"{name}:{number}: sleep in a test: {line.strip()}"
    if re.match(r"tst_.*\.cpp$", path.name) and not ASSERT.search(text):
        yield f"{name}: a test without an assertion"


def main():
    files = sorted(f for top in TOPS for f in Path(top).rglob("*") if f.suffix in (".h", ".cpp", ".c"))
    if len(files) < 20:
        print("too few sources found; run from the root of the project")
        return 1
    found = [problem for f in files for problem in check(f)]
    print("\n".join(found) or f"{len(files)} files within the rules")
    return 1 if found else 0


sys.exit(main())
