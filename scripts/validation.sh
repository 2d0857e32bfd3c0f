#!/usr/bin/env bash
# Runs the Standard 140 cases and writes their tables into docs/validation.md.
#   scripts/validation.sh [FOLDER]    FOLDER holds reference_results.csv and the Denver weather file
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-../shared/validation/bestest}
scripts/build.sh release validation_report
tables=$(mktemp); trap 'rm -f "$tables"' EXIT
build/release/tests/validation/validation_report "$folder" > "$tables"
awk -v tables="$tables" '
    /<!-- bestest begin -->/ { print; print ""; while ((getline line < tables) > 0) print line; skipping = 1 }
    /<!-- bestest end -->/ { skipping = 0 }
    !skipping && !/<!-- bestest begin -->/ { print }' docs/validation.md > docs/validation.md.new
mv docs/validation.md.new docs/validation.md
echo "validation: docs/validation.md written" >&2
