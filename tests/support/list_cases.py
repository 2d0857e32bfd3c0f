"""Writes one CTest entry for each test case of a Catch2 program.

list_cases.py PROGRAM CATCH_MAJOR PREFIX LABEL OUT.cmake, run after the program is linked.
"""
import os
import pathlib
import subprocess
import sys

SECONDS_A_CASE = 600
SKIPPED_EXIT_CODE = 77  # tests/support/skip.h


def main():
    program, major, prefix, label, out = sys.argv[1:]
    flags = ["--list-test-names-only"] if major == "2" else ["--list-tests", "--verbosity", "quiet"]
    quiet = {**os.environ, "ASAN_OPTIONS": "detect_leaks=0"}  # listing is no test
    listed = subprocess.run([program, *flags], stdout=subprocess.PIPE, text=True, env=quiet)
    names = [line.strip() for line in listed.stdout.splitlines() if line.strip()]
    if listed.returncode < 0 or not names:
        sys.exit(f"{program} lists no test cases (exit code {listed.returncode})")
    repeated = {name for name in names if names.count(name) > 1}
    if repeated:
        sys.exit(f"{program}: test case names that are there twice: {sorted(repeated)}")
    lines = []
    for name in names:
        asked = "".join("\\" + c if c in '\\,[]"' else c for c in name)
        entry = f"[==[{prefix}: {name}]==]"
        lines.append(f"add_test({entry} [==[{program}]==] [==[{asked}]==])")
        lines.append(f"set_tests_properties({entry} PROPERTIES LABELS {label} TIMEOUT {SECONDS_A_CASE}"
                     f" SKIP_RETURN_CODE {SKIPPED_EXIT_CODE})")
    pathlib.Path(out).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
