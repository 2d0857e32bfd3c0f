#!/usr/bin/env python3
"""Draws the table of folders and arrows as an SVG picture.

    scripts/draw_layers.py [TABLE] > docs/pictures/architecture.svg

TABLE is tests/layering.txt unless another one is named. A folder stands above all that it may include; only the
arrows that the table names are drawn, those that follow from them are not. Needs nothing but Python.
"""
import html
import pathlib
import sys
import textwrap

BOX_WIDTH, BOX_HEIGHT, GAP_X, GAP_Y, MARGIN = 150, 44, 14, 40, 16
LETTERS_A_LINE = 28  # of the libraries
FONT = "font-family='DejaVu Sans, Helvetica, Arial, sans-serif'"
COLOURS = {"geo": "#d8ead3", "emissions": "#fbe3c8", "render": "#d9e2f3", "viewer": "#e6dcf0"}
OTHER_COLOUR = "#eeeeee"


def read_table(path):
    """Folder -> (folders it names, libraries), in the order of the table."""
    table = {}
    for line in pathlib.Path(path).read_text(encoding="utf-8").splitlines():
        line = line.split("#")[0]
        if not line.strip() or line.startswith("never"):
            continue
        arrows, _, libraries = line.partition("|")
        folder, _, targets = arrows.partition("->")
        table[folder.strip()] = (targets.split(), libraries.split())
    return table


def floors_of(table):
    """Each folder one floor above the highest that it includes."""
    floors = {}

    def floor(folder):
        if folder not in floors:
            floors[folder] = 1 + max((floor(t) for t in table[folder][0] if t in table), default=-1)
        return floors[folder]

    for folder in table:
        floor(folder)
    return floors


def with_bends(table, floors):
    """Rows of folders, and of bends where an arrow passes a floor; arrows between neighbouring floors."""
    rows = [[] for _ in range(max(floors.values()) + 1)]
    for folder in table:
        rows[floors[folder]].append(folder)
    steps, chains = [], []
    for folder, (targets, _) in table.items():
        for target in targets:
            if target not in table:
                continue
            chain = [folder]
            for floor in range(floors[folder] - 1, floors[target], -1):
                bend = (folder, target, floor)
                rows[floor].append(bend)
                chain.append(bend)
            chain.append(target)
            chains.append(chain)
            steps += zip(chain, chain[1:])
    return rows, steps, chains


def width_of(node):
    return BOX_WIDTH if isinstance(node, str) else 14


def place(rows, steps):
    """Middle of every node: neighbours in a row keep their distance and lie near what they are joined to."""
    joined = {}
    for above, below in steps:
        joined.setdefault(above, []).append(below)
        joined.setdefault(below, []).append(above)
    x = {}
    for row in rows:
        for i, node in enumerate(row):
            x[node] = i * (BOX_WIDTH + GAP_X)
    for turn in range(60):
        for row in (rows if turn % 2 == 0 else reversed(rows)):
            wanted = {n: sum(x[m] for m in joined.get(n, [n])) / len(joined.get(n, [n])) for n in row}
            row.sort(key=lambda n: wanted[n])
            spread(row, wanted, x)
    left = min(x[n] - width_of(n) / 2 for row in rows for n in row)
    return {n: x[n] - left + MARGIN for n in x}


def spread(row, wanted, x):
    """Moves the nodes of one row as little as their distances ask for: runs that press on each other share the way."""
    runs = []  # [nodes with their offset in the run, place of the run]
    for node in row:
        runs.append([[(node, 0.0)], wanted[node]])
        while len(runs) > 1:
            (left_nodes, left_at), (nodes, at) = runs[-2], runs[-1]
            last, last_offset = left_nodes[-1]
            needed = last_offset + width_of(last) / 2 + GAP_X + width_of(nodes[0][0]) / 2
            if left_at + needed <= at + 1e-9:
                break
            merged = left_nodes + [(n, o + needed) for n, o in nodes]
            runs[-2:] = [[merged, sum(wanted[n] - o for n, o in merged) / len(merged)]]
    for nodes, at in runs:
        for node, offset in nodes:
            x[node] = at + offset


def drawing(table):
    floors = floors_of(table)
    rows, steps, chains = with_bends(table, floors)
    x = place(rows, steps)
    top = len(rows) - 1
    y = {n: MARGIN + (top - floor) * (BOX_HEIGHT + GAP_Y) for floor, row in enumerate(rows) for n in row}
    width = max(x[n] + width_of(n) / 2 for n in x) + MARGIN
    height = MARGIN * 2 + BOX_HEIGHT + top * (BOX_HEIGHT + GAP_Y)
    out = [f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width:.0f} {height:.0f}' "
           f"width='{width:.0f}' height='{height:.0f}'>",
           "<title>Who may include whom</title>",
           "<defs><marker id='tip' viewBox='0 0 8 8' refX='7' refY='4' markerWidth='7' markerHeight='7' "
           "orient='auto'><path d='M0 0L8 4L0 8z' fill='#666'/></marker></defs>",
           f"<rect width='{width:.0f}' height='{height:.0f}' fill='white'/>"]
    for chain in chains:
        path = f"M{x[chain[0]]:.1f} {y[chain[0]] + BOX_HEIGHT}"
        for above, below in zip(chain, chain[1:]):
            start, end = y[above] + BOX_HEIGHT, y[below]
            path += (f"C{x[above]:.1f} {start + GAP_Y / 2:.1f} {x[below]:.1f} {end - GAP_Y / 2:.1f} "
                     f"{x[below]:.1f} {end}")
            if not isinstance(below, str):
                path += f"V{end + BOX_HEIGHT}"
        out.append(f"<path d='{path}' fill='none' stroke='#666' stroke-width='1.1' marker-end='url(#tip)'/>")
    for folder, (_, libraries) in table.items():
        left = x[folder] - BOX_WIDTH / 2
        colour = COLOURS.get(folder.split("/")[0], OTHER_COLOUR)
        out.append(f"<rect x='{left:.1f}' y='{y[folder]}' width='{BOX_WIDTH}' height='{BOX_HEIGHT}' rx='5' "
                   f"fill='{colour}' stroke='#444'/>")
        middle = f"x='{x[folder]:.1f}' text-anchor='middle' {FONT}"
        lines = textwrap.wrap(" ".join(libraries), LETTERS_A_LINE)
        first = y[folder] + 27 - 6 * len(lines)
        out.append(f"<text {middle} y='{first}' font-size='12.5'>{html.escape(folder)}</text>")
        for i, line in enumerate(lines):
            out.append(f"<text {middle} y='{first + 13 + 10.5 * i}' font-size='9' fill='#555'>"
                       f"{html.escape(line)}</text>")
    return "\n".join(out + ["</svg>"])


if __name__ == "__main__":
    here = pathlib.Path(__file__).resolve().parent.parent
    print(drawing(read_table(sys.argv[1] if len(sys.argv) > 1 else here / "tests/layering.txt")))
