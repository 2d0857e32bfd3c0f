#!/usr/bin/env bash
# build.sh PRESET [TARGET...]: configures once, then builds. Quiet unless something is wrong.
# TWINSCAPE_CONFIGURE: options for cmake where nothing is configured yet.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1; shift
log=build/$preset/build.log
mkdir -p "build/$preset"
if [[ ! -f build/$preset/build.ninja ]]; then
    echo "build: configuring $preset" >&2
    cmake --preset "$preset" ${TWINSCAPE_CONFIGURE:-} > "$log" 2>&1 || { tail -n 40 "$log" >&2; exit 1; }
fi
targets=()
for target in "$@"; do targets+=(--target "$target"); done
echo "build: compiling $preset (the first time takes some minutes)" >&2
cmake --build "build/$preset" "${targets[@]}" > "$log" 2>&1 || { tail -n 60 "$log" >&2; exit 1; }
