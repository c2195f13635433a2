#!/usr/bin/env python3
"""The catalogues must hold every text of the sources, finished, with the same placeholders and mnemonics."""
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

lupdate, root = sys.argv[1], Path(sys.argv[2])
FOLDERS = ("core/text", "ui", "app")


def messages(path: Path):
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source") or "", message.findtext("comment") or "")
            yield key, message


def placeholders(text: str):
    return sorted(set(re.findall(r"%(?:n|L?\d)", text)))


def check_message(key, message):
    translation = message.find("translation")
    forms = [f.text or "" for f in translation.findall("numerusform")] or [translation.text or ""]
    if translation.get("type") in ("unfinished", "vanished", "obsolete") or not all(form.strip() for form in forms):
        return f"unfinished: {key}"
    for form in forms:
        if message.get("numerus") == "yes":
            lost = set(placeholders(key[1])) - set(placeholders(form)) - {"%n"}
        else:
            lost = set(placeholders(key[1])) ^ set(placeholders(form))
        if lost:
            return f"placeholders differ ({', '.join(sorted(lost))}): {key} -> {form}"
    return None


def check_language(language: str, plural_only: bool):
    committed = root / "translations" / f"hvgpu_{language}.ts"
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / committed.name
        shutil.copy(committed, fresh)
        said = subprocess.run([lupdate, "-silent", "-no-obsolete", "-locations", "none", "-no-ui-lines", "-I", ".",
                               "-extensions", "cpp,h", *(["-pluralonly"] if plural_only else []), *FOLDERS,
                               "-ts", str(fresh)], cwd=root, check=True, stderr=subprocess.PIPE, text=True).stderr
        wanted, have = dict(messages(fresh)), dict(messages(committed))
    # A text whose class lupdate does not find gets a context that the program never asks for.
    problems = [f"lupdate: {line}" for line in said.splitlines() if "lacks Q_OBJECT" in line or "unknown namespace" in line]
    problems += [f"not in the catalogue (run the target update_translations): {key}" for key in wanted if key not in have]
    problems += [f"no longer in the sources: {key}" for key in have if key not in wanted]
    problems += [p for p in (check_message(k, m) for k, m in have.items()) if p]
    print(f"{language}: {len(wanted)} texts, {len(problems)} problems")
    for problem in problems[:40]:
        print("  ", problem)
    return len(wanted), problems


count, german = check_language("de", False)
_, english = check_language("en", True)
if count < 50:
    sys.exit("fewer than 50 texts found: lupdate did not read the sources")
sys.exit(1 if german or english else 0)
