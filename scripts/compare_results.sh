#!/usr/bin/env bash
# compare_results.sh OLD_PROGRAM NEW_PROGRAM [SHARED_DATA_FOLDER]: do two builds of twinscape give the same numbers?
# Results of every building and road, inventory and check of both samples and of the cities in the folder
# (default ../shared/data): as they are, and with each measure alone and all of them at a share of 1.
#   TWINSCAPE_COMPARE_KEEP=FOLDER   keeps what the old program wrote there, for the next run
#   TWINSCAPE_COMPARE_ONLY=NAME     only cities whose name holds NAME
# Exit code 0: equal within 1e-6 relative; 1: not.
set -euo pipefail
[[ $# -ge 2 ]] || { sed -n '2,8p' "$0" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
exec python3 "$here/compare_results.py" "$1" "$2" "${3:-$here/../../shared/data}"
