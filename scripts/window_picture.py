#!/usr/bin/env python3
"""Makes docs/pictures/window.jpg: the window with numbers on it, as README.md lists them.

    scripts/window_picture.py [PROGRAM]

Needs rsvg-convert (librsvg2-bin) and ffmpeg. Places of the numbers are in pixels of the picture: look at it when panels
have moved.
"""
import base64
import pathlib
import subprocess
import sys
import tempfile

PLACES = [  # x, y of 1, 2, 3 ...
    (270, 75), (285, 497), (275, 678), (285, 1022), (820, 24), (1690, 24), (395, 85), (1075, 87),
    (515, 600), (1015, 685), (1085, 785), (560, 905), (1240, 1054)]
RADIUS = 16
here = pathlib.Path(__file__).resolve().parent.parent
program = sys.argv[1] if len(sys.argv) > 1 else here / "build/release/twinscape"

with tempfile.TemporaryDirectory() as folder:
    plain, svg, labelled = (f"{folder}/{name}" for name in ("plain.png", "labels.svg", "labelled.png"))
    subprocess.run([program, "--quiet", "snapshot", "sample:california", "sample:china", "--ui", "--size", "1920x1080",
                    "--layer", "co2e_per_m2", "--time", "2024-07-18T16:30", "--hourly", "--select", "900",
                    "--out", plain], check=True)
    picture = base64.b64encode(pathlib.Path(plain).read_bytes()).decode()
    marks = "".join(
        f"<circle cx='{x}' cy='{y}' r='{RADIUS}' fill='#b3124b' stroke='white' stroke-width='2'/>"
        f"<text x='{x}' y='{y + 6}' text-anchor='middle' font-family='DejaVu Sans' font-size='17' font-weight='bold' "
        f"fill='white'>{number}</text>" for number, (x, y) in enumerate(PLACES, 1))
    pathlib.Path(svg).write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='1920' height='1080'>"
        f"<image width='1920' height='1080' xlink:href='data:image/png;base64,{picture}'/>{marks}</svg>", encoding="utf-8")
    subprocess.run(["rsvg-convert", "--unlimited", "-o", labelled, svg], check=True)
    subprocess.run(["ffmpeg", "-loglevel", "error", "-y", "-i", labelled, "-q:v", "6", here / "docs/pictures/window.jpg"],
                   check=True)
