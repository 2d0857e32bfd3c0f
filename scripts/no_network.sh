#!/usr/bin/env bash
# no_network.sh PROGRAM FOLDER...: opens every file of the folders with `check` and says whether any of them made the
# program ask for a socket that leaves this machine's own kind (AF_UNIX). Exit 1 when one did. Needs strace.
set -euo pipefail

[ $# -ge 2 ] || { sed -n '2,3s/^# //p' "$0"; exit 2; }
command -v strace > /dev/null || { echo "no_network: strace is not installed"; exit 2; }
program=$(realpath "$1")
shift
seen=$(mktemp -d)
trap 'rm -rf "$seen"' EXIT
files=0 asked=0
while IFS= read -r -d '' file; do
    files=$((files + 1))
    # What runs too long is stopped: this is about sockets alone.
    timeout -k 1 "${TWINSCAPE_SECONDS:-20}" strace -f -qq -e trace=network -o "$seen/calls" \
        "$program" check "$(realpath -s "$file")" < /dev/null > "$seen/said" 2>&1 || true
    if grep -E 'socket\(|connect\(|sendto\(' "$seen/calls" | grep -v -E 'AF_UNIX|AF_LOCAL|PF_LOCAL' > "$seen/sockets"; then
        asked=$((asked + 1))
        echo "asked: $file: $(head -1 "$seen/sockets")"
    fi
done < <(find "$@" \( -type f -o -type p \) -print0 | sort -z)
echo "$files files opened, $asked asked for a socket other than AF_UNIX"
[ "$files" -gt 0 ] && [ "$asked" -eq 0 ]
