#!/usr/bin/env python3
"""Fails when an #include breaks the directions of the rooms (core/README.md).

Linking alone does not enforce them: with Debian's Qt every target sees every Qt module, and all rooms share one
include root. --self-test proves that the check still catches what it must."""
import re
import sys
from pathlib import Path

# room -> rooms it may include (itself always)
ALLOWED = {
    "core/base": set(),
    "core/secrets": {"core/base"},
    "core/cim": {"core/base"},
    "core/wmi": {"core/base", "core/cim"},
    "core/wmi/wsman": {"core/base", "core/cim", "core/wmi"},
    "core/wmi/com": {"core/base", "core/cim", "core/wmi"},
    "core/model": {"core/base"},
    "core/hyperv": {"core/base", "core/cim", "core/wmi", "core/model"},
    "core/fleet": {"core/base", "core/secrets", "core/cim", "core/wmi", "core/model", "core/hyperv"},
    "core/analysis": {"core/base", "core/model"},
    "core/operations": {"core/base", "core/model", "core/hyperv", "core/fleet", "core/analysis"},
    "core/text": {"core/base", "core/model", "core/analysis", "core/fleet", "core/operations"},
    "core/report": {"core/base", "core/model", "core/analysis", "core/fleet", "core/operations", "core/text"},
    "core/simulation": {"core/base", "core/cim"},
    "ui": {"core/base", "core/secrets", "core/model", "core/analysis", "core/fleet", "core/operations", "core/text", "core/report"},
    "app": None,  # composes everything
}
GUI = re.compile(r"(QtWidgets|QtGui|QtConcurrent)/|<Q(Widget|Application|GuiApplication|Icon|Color|Painter|Pixmap|Image|Font|"
                 r"Palette|MessageBox|Dialog|Action|Brush|Pen|StandardItem\w*)>")
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def room_of(path: str):
    rooms = [room for room in ALLOWED if path == room or path.startswith(room + "/")]
    return max(rooms, key=len, default=None)


def violations(path: str, text: str):
    room = room_of(path)
    if room is None:
        return
    for number, line in enumerate(text.splitlines(), 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        kind, target = found.groups()
        if room.startswith("core/") and GUI.search(target if kind == '"' else f"<{target}>"):
            yield f"{path}:{number}: core must not see Qt Gui or Qt Widgets: {target}"
        other = room_of(target)
        if kind == '"' and target.startswith(("ui/", "app/")) and room != "app" and other != room:
            yield f"{path}:{number}: {room} must not include {target}"
        elif other and other != room and ALLOWED[room] is not None and other not in ALLOWED[room]:
            yield f"{path}:{number}: {room} must not include {other} ({target})"
        elif kind == '"' and other is None and not target.endswith((".moc", ".inc")) and not target.startswith("moc_"):
            yield f'{path}:{number}: write project includes from the root ("core/...", "ui/..."): {target}'


def self_test():
    bad = [
        ("core/base/X.cpp", '#include "core/cim/Value.h"'),
        ("core/fleet/X.cpp", "#include <QtWidgets/QWidget>"),
        ("core/fleet/X.cpp", "#include <QIcon>"),
        ("core/wmi/X.cpp", '#include "core/wmi/wsman/WsmanSession.h"'),
        ("core/wmi/com/X.cpp", '#include "core/wmi/wsman/WsmanSession.h"'),
        ("core/simulation/X.cpp", '#include "core/hyperv/HostReader.h"'),
        ("ui/X.cpp", '#include "core/wmi/Session.h"'),
        ("core/report/X.cpp", '#include "ui/models/Roles.h"'),
        ("ui/X.cpp", '#include "app/composition/DemoFleet.h"'),
        ("ui/X.cpp", '#include "Roles.h"'),
    ]
    good = [("ui/X.cpp", '#include "core/fleet/Fleet.h"'), ("core/wmi/wsman/X.cpp", '#include "core/wmi/Session.h"'),
            ("app/cli/main.cpp", '#include "core/simulation/FleetServer.h"')]
    missed = [case for case in bad if not list(violations(*case))]
    wrong = [case for case in good if list(violations(*case))]
    for case in missed:
        print("not caught:", *case)
    for case in wrong:
        print("wrongly caught:", *case)
    return 1 if missed or wrong else 0


def main():
    if sys.argv[1:] == ["--self-test"]:
        return self_test()
    files = [f for top in ("core", "ui", "app") for f in Path(top).rglob("*") if f.suffix in (".h", ".cpp")]
    if len(files) < 20:
        print("too few sources found; run from the root of the project")
        return 1
    found = [v for f in sorted(files) for v in violations(f.as_posix(), f.read_text(encoding="utf-8"))]
    print("\n".join(found) or f"{len(files)} files keep the directions")
    return 1 if found else 0


sys.exit(main())
