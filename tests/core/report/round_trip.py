#!/usr/bin/env python3
"""Reads our CSV and JSON with Python's readers and compares every value."""
import csv
import io
import json
import re
import subprocess
import sys

fixture, readme = sys.argv[1:3]
failures = []


def check(condition, message):
    if not condition:
        failures.append(message)


def run(name, form):
    return subprocess.run([fixture, name, form], check=True, capture_output=True).stdout


def rows(data):
    return list(csv.DictReader(io.StringIO(data.decode("utf-8"), newline=""), strict=True))


TEXTS = ["plain", 'with "quotes", commas', "two\r\nlines", "=1+1", "+49 30", "-5", "@SUM(A1)", "\ttab", "\rreturn",
         "設計 東京 \U0001F600", "12345678901234567890", " padded ", "＝1", ""]
DANGEROUS = {"=1+1", "+49 30", "@SUM(A1)", "\ttab", "\rreturn", "＝1"}
NUMBERS = [0, 2**53, 2**53 + 1, 2**64 - 1]

raw = run("awkward", "csv")
check(not raw.startswith(b"\xef\xbb\xbf"), "a BOM nobody asked for")
check(raw.endswith(b"\r\n") and raw.count(b"\n") == raw.count(b"\r\n"), "line ends other than CRLF")
for form, guarded in (("csv", True), ("csv-unguarded", False)):
    table = rows(run("awkward", form))
    check(len(table) == len(TEXTS), f"{form}: {len(table)} rows")
    for i, (row, text) in enumerate(zip(table, TEXTS)):
        expected = "'" + text if guarded and text in DANGEROUS else text
        check(row["text"] == expected, f"{form}: text {row['text']!r} instead of {expected!r}")
        check(row["number"] == str(NUMBERS[i % 4]), f"{form}: number {row['number']}")
        check(row["truth"] == ("true" if i % 2 == 0 else "false"), f"{form}: truth {row['truth']}")
        check(row["time"] == "2025-05-01T12:00:00Z", f"{form}: time {row['time']}")
        check(row["list"] == 'a;b, "c"', f"{form}: list {row['list']}")
        check(row["nothing"] == "", f"{form}: nothing {row['nothing']}")
check(run("awkward", "csv-bom") == b"\xef\xbb\xbf" + raw, "the BOM changes more than the first bytes")

for i, (row, text) in enumerate(zip(json.loads(run("awkward", "json")), TEXTS)):
    number = NUMBERS[i % 4]
    check(row["text"] == text, f"json: text {row['text']!r}")
    check(row["number"] == (number if number <= 2**53 else str(number)), f"json: number {row['number']!r}")
    check(row["truth"] is (i % 2 == 0), "json: truth")
    check(row["list"] == ["a", 'b, "c"'] and row["nothing"] is None, "json: list or nothing")

documented = open(readme, encoding="utf-8").read()
OF_THE_FLEET = ("inventory", "gpus", "partitions", "vms")  # begin with the columns of every report on it
for report in (*OF_THE_FLEET, "prerequisites", "findings", "activity", "plan"):
    table = rows(run(report, "csv"))
    objects = json.loads(run(report, "json"))
    check(table and len(table) == len(objects), f"{report}: {len(table)} and {len(objects)} rows")
    for row, item in zip(table, objects):
        check(list(row) == list(item), f"{report}: CSV and JSON differ in columns")
        for column, value in item.items():
            text = row[column]
            if value is None:
                expected = ""
            elif isinstance(value, bool):
                expected = "true" if value else "false"
            elif isinstance(value, list):
                expected = ";".join(str(element) for element in value)
                numbers = column == "valid_partition_counts"
                check(all(isinstance(element, int if numbers else str) for element in value),
                      f"{report}.{column}: {value!r}")
            else:
                expected = str(value)
            check(text.removeprefix("'") == expected.removeprefix("'"), f"{report}.{column}: {text!r}, {expected!r}")
    section = re.search(rf"^## `{report}`$(.*?)(?=^## |\Z)", documented, re.M | re.S)
    common = re.search(r"^## Columns of every report on the fleet$(.*?)(?=^## )", documented, re.M | re.S)
    text = (common.group(1) if common and report in OF_THE_FLEET else "") + (section.group(1) if section else "")
    listed = re.findall(r"^\| `(\w+)` \|", text, re.M)
    check(listed == list(table[0]), f"{report}: README and columns differ: {set(listed) ^ set(table[0])} (or their order)")

print("\n".join(failures) or "every value came back")
sys.exit(1 if failures else 0)
