#!/usr/bin/env bash
# Installs what is missing, builds, and starts Twinscape with the arguments given.
# With no display it writes the twin picture and the two inventories of the sample cities to out/.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
"$here/setup.sh"
"$here/build.sh" release twinscape
program=$here/../build/release/twinscape

if [[ $# -gt 0 || -n "${DISPLAY:-}" || -n "${WAYLAND_DISPLAY:-}" ]]; then
    exec "$program" "$@"
fi
mkdir -p out
echo "run: no display found; writing pictures and tables to $PWD/out instead of opening a window" >&2
"$program" snapshot sample:california sample:china --layer co2e_per_m2 --ui --size 1920x1080 --out out/twin.png
"$program" inventory sample:california --out out/inventory-california.csv
"$program" inventory sample:china --out out/inventory-china.csv
ls -l out
