#!/bin/bash
# Renders icons/svg/*.svg to the PNG sets that the program is built with. The PNGs are committed, so only whoever
# changes an SVG needs this script (and the Debian package librsvg2-bin).
set -euo pipefail
cd "$(dirname "$0")/icons"
command -v rsvg-convert >/dev/null || { echo "rsvg-convert not found: install librsvg2-bin" >&2; exit 1; }
for scheme in light dark; do
    for size in 16 24 32 48 64; do
        mkdir -p "$scheme/$size"
        for svg in svg/*.svg; do
            name=$(basename "$svg" .svg)
            [ "$name" = app ] && continue
            rsvg-convert --stylesheet="$scheme.css" -w "$size" -h "$size" -o "$scheme/$size/$name.png" "$svg"
        done
    done
done

for size in 16 24 32 48 64 128 256; do
    mkdir -p "$size"
    rsvg-convert -w "$size" -h "$size" -o "$size/app.png" svg/app.svg
done
python3 ../make-ico.py app.ico {16,24,32,48,64,128,256}/app.png

cd ..
{
    echo '<RCC><qresource prefix="/">'
    find icons/*/app.png icons/light icons/dark -name '*.png' | LC_ALL=C sort | sed 's|.*|  <file>&</file>|'
    echo '</qresource></RCC>'
} > icons.qrc
