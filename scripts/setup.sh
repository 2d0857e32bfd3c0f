#!/usr/bin/env bash
# Installs the packages that are missing: those of the lists that are named, else of packages.txt and packages-window.txt.
# Does nothing, and needs no network, when all are there.
#   scripts/setup.sh scripts/packages.txt     the program without its window
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
lists=("$@")
[[ ${#lists[@]} -gt 0 ]] || lists=("$here/packages.txt" "$here/packages-window.txt")

missing=()
while read -r package; do
    [[ -z "$package" || "$package" == \#* ]] && continue
    status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
    [[ "$status" == "install ok installed" ]] || missing+=("$package")
done < <(cat "${lists[@]}")
[[ ${#missing[@]} -eq 0 ]] && exit 0

if ! command -v apt-get >/dev/null; then
    echo "setup: this script knows apt (Debian 12 or newer, Ubuntu 24.04 or newer). Install by hand: ${missing[*]}" >&2
    exit 1
fi
echo "setup: will install with apt: ${missing[*]}" >&2
run=()
if [[ $(id -u) -ne 0 ]]; then
    command -v sudo >/dev/null || { echo "setup: run this once as root, or install sudo" >&2; exit 1; }
    run=(sudo)
fi
export DEBIAN_FRONTEND=noninteractive
"${run[@]}" apt-get update -q >&2
"${run[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${missing[@]}" >&2
