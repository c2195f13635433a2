#!/usr/bin/env bash
# The build without UI must work, its CLI must run, and no room of core may refer to a GUI symbol.
# Usage: no-gui.sh BUILD_DIRECTORY
set -euo pipefail
build=$1
libraries=("$build"/core/*/*.a "$build"/core/*/*/*.a)
found=0
for library in "${libraries[@]}"; do
  [ -e "$library" ] || continue
  found=$((found + 1))
  if nm -C --undefined-only "$library" 2>/dev/null | grep -E '\b(QWidget|QApplication|QGuiApplication|QPainter|QIcon|QColor|QPixmap|QImage)\b'; then
    echo "$library refers to GUI symbols" >&2
    exit 1
  fi
done
[ "$found" -ge 8 ] || { echo "only $found libraries found under $build" >&2; exit 1; }
if ldd "$build/bin/hvgpu" | grep -E 'libQt6(Gui|Widgets)'; then
  echo "hvgpu links Qt Gui" >&2
  exit 1
fi
rows=$("$build/bin/hvgpu" gpus --demo --format csv | wc -l)
[ "$rows" -gt 10 ] || { echo "hvgpu lists only $rows lines of the demo fleet" >&2; exit 1; }
echo "$found libraries of core are free of GUI symbols; hvgpu listed $((rows - 1)) GPUs without Qt Gui"
