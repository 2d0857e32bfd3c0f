#!/usr/bin/env bash
# Installs what is missing, builds and runs every test: the release build, each header on its own,
# and the tests that need no GPU again under the address and undefined-behaviour sanitizers.
#   scripts/test.sh           everything
#   scripts/test.sh release   one preset only
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
"$here/setup.sh"
cd "$here/.."
jobs=$(nproc)
presets=("$@")
[[ ${#presets[@]} -gt 0 ]] || presets=(release sanitize)
for preset in "${presets[@]}"; do
    only=()
    if [[ $preset == sanitize ]]; then
        # Drivers and font libraries keep memory for the life of the process: leaks of theirs are not ours.
        export ASAN_OPTIONS=detect_leaks=0 UBSAN_OPTIONS=print_stacktrace=1
        only=(-LE "gl|slow")
    fi
    "$here/build.sh" "$preset"
    [[ $preset == release ]] && "$here/build.sh" release all_verify_interface_header_sets
    ctest --test-dir "build/$preset" --output-on-failure -j "$jobs" "${only[@]}"
done
echo "test: all green (${presets[*]})"
