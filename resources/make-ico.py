#!/usr/bin/env python3
"""Writes a Windows icon that holds PNG files as they are: make-ico.py OUTPUT PNG..."""
import struct
import sys
from pathlib import Path

output, *names = sys.argv[1:]
pictures = [Path(name).read_bytes() for name in names]
header = struct.pack("<HHH", 0, 1, len(pictures))
at = len(header) + 16 * len(pictures)
entries = b""
for png in pictures:
    width, height = struct.unpack(">II", png[16:24])
    entries += struct.pack("<BBBBHHII", width % 256, height % 256, 0, 0, 1, 32, len(png), at)
    at += len(png)
Path(output).write_bytes(header + entries + b"".join(pictures))
