#!/usr/bin/env python3
"""Fails when a PNG file is blank: not_blank.py FILE... A page of the console has text, icons and lines on it."""
import struct
import sys
import zlib

LEAST_SIZE, LEAST_COLOURS = 300, 24


def chunks(data):
    at = 8
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        yield kind, data[at + 8:at + 8 + length]
        at += length + 12


def lines(raw, stride, pixel):
    """Undoes the filters of PNG."""
    before = bytearray(stride)
    for start in range(0, len(raw), stride + 1):
        kind, line = raw[start], bytearray(raw[start + 1:start + 1 + stride])
        for i in range(stride):
            left = line[i - pixel] if i >= pixel else 0
            up, corner = before[i], before[i - pixel] if i >= pixel else 0
            if kind == 1:
                line[i] = (line[i] + left) & 255
            elif kind == 2:
                line[i] = (line[i] + up) & 255
            elif kind == 3:
                line[i] = (line[i] + (left + up) // 2) & 255
            elif kind == 4:
                guess = left + up - corner
                near = min((left, up, corner), key=lambda value: abs(guess - value))
                line[i] = (line[i] + near) & 255
        before = line
        yield line


def colours(path):
    with open(path, "rb") as file:
        data = file.read()
    parts = list(chunks(data))
    width, height, depth, kind = struct.unpack(">IIBB", parts[0][1][:10])
    pixel = {2: 3, 6: 4}[kind] * depth // 8
    raw = zlib.decompress(b"".join(content for name, content in parts if name == b"IDAT"))
    found = set()
    for line in lines(raw, width * pixel, pixel):
        found.update(bytes(line[i:i + 3]) for i in range(0, len(line), pixel))
    return width, height, len(found)


failed = len(sys.argv) < 2
for name in sys.argv[1:]:
    width, height, count = colours(name)
    good = min(width, height) >= LEAST_SIZE and count >= LEAST_COLOURS
    failed = failed or not good
    print(f"{name}: {width}x{height}, {count} colours{'' if good else ': blank or too small'}")
sys.exit(1 if failed else 0)
