#!/usr/bin/env bash
# clang-tidy, with the checks of .clang-tidy, on the .cpp files that changed; needs build/release configured.
#   scripts/tidy.sh            what differs from the base: the last tag, else where the branch left main, else the
#                              commit before the last merge, else the commit before this one
#   scripts/tidy.sh BASE       what differs from BASE
#   scripts/tidy.sh --all      every file (hours of processor time: for the night)
# At most TWINSCAPE_TIDY_FILES files (default 40), the latest changed first; what is left out is said.
set -euo pipefail
cd "$(dirname "$0")/.."
tidy=$(command -v clang-tidy-14 || command -v clang-tidy || true)
[[ -n "$tidy" ]] || { echo "tidy: LEFT OUT: no clang-tidy" >&2; exit 0; }
limit=${TWINSCAPE_TIDY_FILES:-40}

base_of_head() {
    local head main
    head=$(git rev-parse HEAD)
    if git describe --tags --abbrev=0 HEAD^ 2>/dev/null; then return; fi
    for main in origin/main main; do
        if git rev-parse -q --verify "$main" >/dev/null; then
            local base; base=$(git merge-base "$main" HEAD || true)
            [[ -n "$base" && "$base" != "$head" ]] && { echo "$base"; return; }
        fi
    done
    local merge; merge=$(git rev-list --merges --max-count=1 HEAD)
    if [[ -n "$merge" ]]; then echo "$merge^1"; return; fi
    git rev-parse -q --verify HEAD^ || git hash-object -t tree /dev/null
}

if [[ "${1:-}" == --all ]]; then
    limit=1000000
    mapfile -t files < <(git ls-files '*.cpp')
    echo "tidy: all ${#files[@]} files"
else
    base=${1:-$(base_of_head)}
    # The latest changed first: what a limit cuts off has been through an earlier run.
    mapfile -t files < <({ git diff --name-only --diff-filter=d HEAD -- '*.cpp'
                           git log --format= --name-only --diff-filter=d "$base..HEAD" -- '*.cpp' 2>/dev/null
                           git diff --name-only --diff-filter=d "$base" -- '*.cpp'; } | awk '!seen[$0]++')
    echo "tidy: ${#files[@]} files differ from $base ($(git log -1 --format=%s "$base" 2>/dev/null || true))"
fi
compiled=()
for file in "${files[@]}"; do
    [[ -f "$file" ]] && grep -qF "\"file\": \"$PWD/$file\"" build/release/compile_commands.json && compiled+=("$file")
done
if (( ${#compiled[@]} > limit )); then
    echo "tidy: LIMIT: $(( ${#compiled[@]} - limit )) of ${#compiled[@]} files are left out; scripts/tidy.sh --all looks at them"
    compiled=("${compiled[@]:0:limit}")
fi
(( ${#compiled[@]} )) || { echo "tidy: nothing to look at"; exit 0; }
if ! printf '%s\0' "${compiled[@]}" | xargs -0 -n 1 -P "$(nproc)" "$tidy" -p build/release --quiet --extra-arg=-Wno-unknown-warning-option > build/tidy.log 2> build/tidy-errors.log; then
    grep -E -A 6 'error:' build/tidy.log | head -n 80 >&2
    grep -E 'error:' build/tidy-errors.log | head -n 10 >&2 || true
    echo "tidy: see build/tidy.log" >&2
    exit 1
fi
echo "tidy: ${#compiled[@]} files are clean"
