#!/usr/bin/env bash
# Installs what is missing, holds the gates, builds and runs every test: the release build, each header on its own,
# and libraries and windowless program again under the address, leak and undefined-behaviour sanitizers.
#   scripts/test.sh           everything
#   scripts/test.sh release   one preset only
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."
source "$here/steps.sh"
step "packages" "$here/setup.sh" "$here"/packages.txt "$here"/packages-window.txt "$here"/packages-test.txt
export TWINSCAPE_NEED_GL=1  # Mesa is among the packages: no OpenGL is a failure, not a skip
jobs=$(nproc)
presets=("$@")
[[ ${#presets[@]} -gt 0 ]] || presets=(release sanitize)

# LeakSanitizer looks at the process from outside, which some containers forbid.
leaks_can_be_found() {
    local folder code=0; folder=$(mktemp -d)
    echo 'int main() { return 0; }' > "$folder/empty.cpp"
    c++ -fsanitize=address "$folder/empty.cpp" -o "$folder/empty"
    ASAN_OPTIONS=detect_leaks=1 "$folder/empty" > "$folder/said" 2>&1 || code=$?
    rm -r "$folder"
    return "$code"
}

run_tests() {
    local preset=$1; shift
    ctest --test-dir "build/$preset" --output-on-failure -j "$jobs" "$@"
}

step "format" "$here/format.sh"
for preset in "${presets[@]}"; do
    only=()
    if [[ $preset == sanitize* ]]; then
        export UBSAN_OPTIONS=print_stacktrace=1
        export ASAN_OPTIONS=detect_leaks=1 LSAN_OPTIONS=suppressions=$PWD/tests/suppressions/leak.txt:print_suppressions=0
        if ! leaks_can_be_found; then
            echo "test: LEFT OUT: leaks, for LeakSanitizer cannot run here (it needs ptrace)" >&2
            ASAN_OPTIONS=detect_leaks=0
        fi
        only=(-LE "gl|slow")
    fi
    # Warnings are errors where the folder is configured now (one that is there already would compile everything
    # again), and not under sanitizers, with which GCC warns of what it has itself put in.
    strict=-DTWINSCAPE_WERROR=ON
    [[ $preset == sanitize* ]] && strict=
    step "build $preset" env TWINSCAPE_CONFIGURE="$strict" "$here/build.sh" "$preset"
    if [[ $preset == release ]]; then
        step "headers alone" python3 "$here/headers.py" build/release "$jobs"
        step "clang-tidy of what changed" "$here/tidy.sh"
    fi
    step "tests $preset" run_tests "$preset" "${only[@]}"
done
step_times
echo "test: all green (${presets[*]})"
