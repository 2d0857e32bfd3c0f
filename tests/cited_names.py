"""Do the files exist that documents and comments name? cited_names.py PROJECT_FOLDER

Looks at every tracked .md, and at the comments of every tracked source file, for names with one of
the endings below. A name counts as there when a tracked file has it as its path or the end of its path.
What the program or the build writes, and what users bring, stands in cited_names.txt with its reason.
"""
import fnmatch
import pathlib
import re
import subprocess
import sys

NAME = re.compile(r"(?<![\w/.<*{$-])((?:\.{0,2}/)?[\w-][\w./-]*\.(?:cpp|h|csv|md|sh|txt|py|vert|frag|glsl))(?![\w*>])")
COMMENT = re.compile(r"//[^\n]*|/\*.*?\*/", re.DOTALL)
HASH_COMMENT = re.compile(r"(?:^|\s)#[^\n]*")


def texts(root, name):
    """The part of a file that may cite: the whole of a document, the comments of a source file."""
    text = (root / name).read_text(encoding="utf-8", errors="replace")
    if name.endswith(".md"):
        return text
    pattern = COMMENT if name.endswith((".h", ".cpp", ".vert", ".frag", ".glsl")) else HASH_COMMENT
    # Same length, so that line numbers hold.
    kept = [" " if c != "\n" else c for c in text]
    for match in pattern.finditer(text):
        kept[match.start():match.end()] = match.group(0)
    return "".join(kept)


def main():
    root = pathlib.Path(sys.argv[1])
    listed = subprocess.run(["git", "-C", str(root), "ls-files"], stdout=subprocess.PIPE, text=True)
    if listed.returncode:
        print("skipped: not a git checkout")
        sys.exit(77)
    tracked = [name for name in listed.stdout.splitlines() if (root / name).is_file()]
    ends = {"/".join(pathlib.PurePosixPath(name).parts[-n:]) for name in tracked for n in range(1, 8)}
    allowed = {}
    for line in (root / "tests/cited_names.txt").read_text().splitlines():
        pattern, _, reason = line.partition("#")
        if pattern.strip():
            if not reason.strip():
                sys.exit(f"tests/cited_names.txt: {pattern.strip()} has no reason")
            allowed[pattern.strip()] = 0
    wrong = 0
    for name in tracked:
        if not name.endswith((".md", ".h", ".cpp", ".vert", ".frag", ".glsl", ".sh", ".txt", ".cmake")) or name == "tests/cited_names.txt":
            continue
        text = texts(root, name)
        for match in NAME.finditer(text):
            cited = match.group(1).removeprefix("./")
            while cited.startswith("../"):
                cited = cited[3:]
            if cited in ends:
                continue
            excused = [p for p in allowed if fnmatch.fnmatch(cited, p)]
            for pattern in excused:
                allowed[pattern] += 1
            if not excused:
                wrong += 1
                print(f"{name}:{text.count(chr(10), 0, match.start()) + 1}: names {cited}, which is not there")
    for pattern, uses in allowed.items():
        if not uses:
            print(f"tests/cited_names.txt: {pattern} is not needed any more")
            wrong += 1
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
