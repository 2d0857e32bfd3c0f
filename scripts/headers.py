"""Does every header stand alone? headers.py BUILD_FOLDER [JOBS]

The release build has no precompiled headers, so a header that its own .cpp includes first has been
proven there. The others are compiled alone (-fsyntax-only), with the options of a file beside them.
"""
import concurrent.futures
import json
import pathlib
import re
import shlex
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def included_first(source):
    found = re.search(r'^\s*#\s*include\s*["<]([^">]+)[">]', source.read_text(encoding="utf-8"), re.MULTILINE)
    return found.group(1) if found else None


def commands_of(build):
    """Compiler options by folder, from the first file that is compiled there."""
    by_folder = {}
    for entry in json.loads((build / "compile_commands.json").read_text()):
        folder = pathlib.Path(entry["file"]).parent
        words = shlex.split(entry["command"])
        if words and words[0].endswith("ccache"):
            words = words[1:]
        words = words[:words.index("-o")]
        by_folder.setdefault(folder, (words, entry["directory"]))
    return by_folder


def nearest(by_folder, folder):
    """Those of the folder itself, else of a folder within it, else of one above."""
    if folder in by_folder:
        return by_folder[folder]
    within = sorted(f for f in by_folder if folder in f.parents)
    return by_folder[within[0]] if within else nearest(by_folder, folder.parent)


def main():
    build = pathlib.Path(sys.argv[1]).resolve()
    jobs = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    tracked = subprocess.run(["git", "ls-files", "*.h"], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    headers = [ROOT / name for name in tracked.stdout.split() if not name.startswith("tests/")]
    by_folder = commands_of(build)
    compiled = {pathlib.Path(entry["file"]) for entry in json.loads((build / "compile_commands.json").read_text())}
    alone = [h for h in headers
             if not (h.with_suffix(".cpp") in compiled
                     and included_first(h.with_suffix(".cpp")) == str(h.relative_to(ROOT)))]

    def check(header):
        words, directory = nearest(by_folder, header.parent)
        ran = subprocess.run([*words, "-fsyntax-only", "-x", "c++", "-include", str(header), "/dev/null"],
                             cwd=directory, stderr=subprocess.PIPE, text=True)
        return header, ran.returncode, ran.stderr

    failed = 0
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        for header, code, text in pool.map(check, alone):
            if code:
                failed += 1
                print(f"headers: {header.relative_to(ROOT)} does not compile alone:\n{text[:1500]}", file=sys.stderr)
    print(f"headers: {len(alone)} compiled alone, {len(headers) - len(alone)} first in their own .cpp, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
