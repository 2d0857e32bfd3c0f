#!/usr/bin/env bash
# fuzz.sh [SECONDS] [DOOR...]: the doors of fuzz/ under libFuzzer with sanitizers, so many seconds each (default 600), all without names.
#   TWINSCAPE_FUZZ_KEEP=1   what reaches new code goes into fuzz/corpus, the least that reaches it all (else it stays in build/fuzz/new)
#   TWINSCAPE_FUZZ_JOBS=N   doors that run side by side (default: half the processors)
# A line a door: executions and findings. What breaks a promise lies in build/fuzz/found/DOOR; exit code 1 if there is any.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=600
[[ ${1:-} =~ ^[0-9]+$ ]] && { seconds=$1; shift; }
build=build/fuzz
clang=$(command -v clang++-14 || command -v clang++) || { echo "fuzz: clang++ is not installed" >&2; exit 2; }
[[ -f $build/build.ninja ]] || cmake -S . -B $build -G Ninja -DCMAKE_BUILD_TYPE=Fuzz "-DCMAKE_CXX_FLAGS_FUZZ=-O1 -g1" \
    -DCMAKE_CXX_COMPILER="$clang" -DCMAKE_C_COMPILER="${clang/++/}" -DTWINSCAPE_FUZZ=ON -DTWINSCAPE_WINDOW=OFF -DTWINSCAPE_BENCHMARKS=OFF
doors=("$@")
[[ $# -gt 0 ]] || mapfile -t doors < <(ls fuzz/corpus)
ninja -C $build "${doors[@]/#/fuzz_}"
export UBSAN_OPTIONS=print_stacktrace=1 ASAN_OPTIONS=detect_leaks=0:allocator_may_return_null=1

one_door() {
    local door=$1 new=$build/new/$1 found=$build/found/$1 log=$build/$1.log
    mkdir -p "$new" "$found"
    # -fork goes on after a finding and keeps each; 2 GB and 10 s are far beyond what any input of this size may take.
    nice -n 19 $build/fuzz/fuzz_"$door" -fork=1 -ignore_crashes=1 -ignore_timeouts=1 -ignore_ooms=1 -max_total_time="$seconds" \
        -timeout=10 -rss_limit_mb=2048 -max_len=8192 -artifact_prefix="$found/" "$new" "fuzz/corpus/$door" >"$log" 2>&1 || true
    local runs; runs=$(grep -oE '^#[0-9]+' "$log" | tail -1 | tr -d '#')
    echo "$door: ${runs:-0} executions, $(find "$found" -type f | wc -l) findings, $(find "$new" -type f | wc -l) new inputs"
    if [[ ${TWINSCAPE_FUZZ_KEEP:-0} == 1 ]]; then
        nice -n 19 $build/fuzz/fuzz_"$door" -merge=1 -max_len=8192 "fuzz/corpus/$door" "$new" >>"$log" 2>&1 || true
    fi
}
jobs=${TWINSCAPE_FUZZ_JOBS:-$(( ($(nproc) + 1) / 2 ))}
for door in "${doors[@]}"; do
    while (( $(jobs -rp | wc -l) >= jobs )); do wait -n; done
    one_door "$door" &
done
wait
for door in "${doors[@]}"; do
    [[ -z $(find "$build/found/$door" -type f 2>/dev/null) ]] || code=1
done
exit ${code:-0}
