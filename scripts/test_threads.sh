#!/usr/bin/env bash
# Runs what has to do with threads under the thread sanitizer: jobs, "load, cancel, reload, close" two hundred times
# (TWINSCAPE_LOAD_ROUNDS), and the file that is read while it grows.
#   scripts/test_threads.sh
set -euo pipefail
cd "$(dirname "$0")/.."
export TWINSCAPE_LOAD_ROUNDS=${TWINSCAPE_LOAD_ROUNDS:-200}
# oneTBB is not built with the sanitizer, which does not see in what order it hands tasks from thread to thread. With one
# task at a time each thread does its own, and all that is shared between threads of ours is seen. (Files are read in a
# pipeline of oneTBB, of which that is not true: they are left out; the cities here are samples.)
export TWINSCAPE_ONE_TASK_AT_A_TIME=1
export TSAN_OPTIONS="exitcode=66 second_deadlock_stack=1 suppressions=$PWD/tests/suppressions/thread.txt"

scripts/build.sh thread jobs_test geo_source_test
# Some kernels lay memory out where the sanitizer has no room for its own; without randomisation they do not.
fixed=()
if ! build/thread/tests/viewer/jobs_test --help > /dev/null 2>&1; then
    fixed=(setarch -R)
    echo "test_threads: memory at fixed addresses (setarch -R): the sanitizer does not start otherwise" >&2
fi
"${fixed[@]}" build/thread/tests/viewer/jobs_test
"${fixed[@]}" build/thread/tests/geo/source/geo_source_test "[threads]"
echo "test_threads: no data race ($TWINSCAPE_LOAD_ROUNDS rounds of load, cancel, reload, close)"
