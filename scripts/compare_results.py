"""Compares the numbers that two twinscape programs write, city by city and scenario by scenario.

Number columns row by row, in the order of the rows; texts must be the same, but for the ids of
buildings. A column that only the new program writes is listed, one that it no longer writes is a
difference. Relative difference: |new - old| / max(|old|, |new|, 1e-9 of the column's largest).
"""
import csv
import hashlib
import json
import os
import pathlib
import subprocess
import sys
import tempfile

TOLERANCE = 1e-6
SAMPLE_BUILDINGS = 5000
MEASURES = ["envelope", "led", "heat_pump", "efficient_cooling", "rooftop_pv", "electric_vehicles", "cleaner_grid"]
ID_COLUMNS = {"building_id"}


def cities(data):
    """Name, arguments, and whether it is too large for physics in every scenario."""
    found = [(f"sample:{kind}:{SAMPLE_BUILDINGS}", [f"sample:{kind}:{SAMPLE_BUILDINGS}"], False)
             for kind in ("california", "china")]
    shenzhen = [data / f"shenzhen/nanshan-road{n}.geojson" for n in (1, 2, 3)]
    for name, arguments, large in [
            ("beijing", [data / "beijing/beijing_cau_campus.osm"], False),
            ("nanjing", ["--buildings", data / "nanjing/320100NANJINGSHI.shp"], False),
            ("san-bernardino", [data / "san-bernardino/san_bernardino_csusb.osm"], False),
            ("san-francisco citywide", ["--buildings", data / "san-francisco/sf_footprints_citywide.shz"], True),
            ("san-francisco tract", [data / "san-francisco/sf_tract_06075010300_energy.geojson"], False),
            ("shanghai shp", ["--buildings", data / "shanghai/310000SHANGHAISHI.shp"], False),
            ("shanghai gpkg", [data / "shanghai/shanghai_lujiazui_osm.gpkg"], False),
            ("shenzhen", ["--buildings", data / "shenzhen/nanshan-building.geojson", "--roads", *shenzhen], False),
            ("suzhou", ["--buildings", data / "suzhou/suzhou_buildings.geojson"], False),
            ("wuxi roads", ["--roads", data / "wuxi/xinwu_road_centerlines.gpkg"], False)]:
        missing = [a for a in arguments if isinstance(a, pathlib.Path) and not a.exists()]
        if missing:
            print(f"left out: {name}: no {missing[0]}")
            continue
        found.append((name, [str(a) for a in arguments], large))
    only = os.environ.get("TWINSCAPE_COMPARE_ONLY", "")
    return [city for city in found if only in city[0]]


def scenarios():
    """Name and file text; None: the city as it is."""
    def text(name, shares):
        return f'name = "{name}"\nyear = 2024\n[uptake]\n' + "".join(f"{m} = {v:.1f}\n" for m, v in shares.items())
    yield "today", None
    yield "all at 0", text("all at 0", dict.fromkeys(MEASURES, 0.0))
    for measure in MEASURES:
        yield measure, text(measure, {measure: 1.0})
    yield "all at 1", text("all at 1", dict.fromkeys(MEASURES, 1.0))


def methods(scenario, large):
    if scenario in ("today", "all at 1"):
        return ["physics", "benchmark"]
    return ["benchmark"] if large else ["physics"]


class Program:
    def __init__(self, path, folder, keep):
        self.path, self.folder = path, folder
        self.keep = keep
        folder.mkdir(parents=True, exist_ok=True)

    def run(self, file, *arguments):
        """Runs once a file; a failure is written down as its exit code."""
        target = self.folder / file
        done = self.folder / (file + ".code")
        if self.keep and done.exists():
            return target, done.read_text()
        ran = subprocess.run([self.path, "--quiet", *arguments, *(["--out", str(target)] if file.endswith(".csv") else [])],
                             stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        if not file.endswith(".csv"):
            target.write_bytes(ran.stdout)
        done.write_text(str(ran.returncode))
        return target, str(ran.returncode)


class Difference:
    def __init__(self):
        self.largest, self.where, self.texts, self.added = 0.0, "", [], set()

    def number(self, old, new, scale, where):
        size = abs(new - old) / max(abs(old), abs(new), scale * 1e-9, 1e-300)
        if size > self.largest or size != size:
            self.largest, self.where = size, where

    def value(self, old, new, scale, where):
        try:
            old_number, new_number = float(old), float(new)
        except (TypeError, ValueError):
            if old != new:
                self.texts.append(f"{where}: {old!r} became {new!r}")
            return
        if old != new:
            self.number(old_number, new_number, scale, where)


def compare_tables(old_file, new_file, seen):
    def read(file):
        if not file.exists():
            return [], []
        with open(file, newline="", encoding="utf-8-sig") as stream:
            rows = list(csv.reader(stream))
        return (rows[0], rows[1:]) if rows else ([], [])
    old_head, old_rows = read(old_file)
    new_head, new_rows = read(new_file)
    seen.added |= set(new_head) - set(old_head)
    if len(old_rows) != len(new_rows):
        seen.texts.append(f"{new_file.name}: {len(old_rows)} rows became {len(new_rows)}")
        return
    for column in old_head:
        if column not in new_head:
            seen.texts.append(f"{new_file.name}: no column {column}")
            continue
        if column in ID_COLUMNS:
            continue
        at_old, at_new = old_head.index(column), new_head.index(column)
        scale = 0.0
        for row in old_rows:
            try:
                scale = max(scale, abs(float(row[at_old])))
            except ValueError:
                pass
        for number, (old, new) in enumerate(zip(old_rows, new_rows)):
            if old[at_old] != new[at_new]:
                seen.value(old[at_old], new[at_new], scale, f"{new_file.name} {column} row {number + 1}")


def compare_json(old, new, seen, where):
    if isinstance(old, dict) and isinstance(new, dict):
        seen.added |= {f"{where}.{key}" for key in set(new) - set(old)}
        for key in old:
            compare_json(old[key], new.get(key), seen, f"{where}.{key}")
    elif isinstance(old, list) and isinstance(new, list) and len(old) == len(new):
        for index, (left, right) in enumerate(zip(old, new)):
            compare_json(left, right, seen, f"{where}[{index}]")
    elif isinstance(old, bool) or isinstance(new, bool) or old is None or new is None:
        if old != new:
            seen.texts.append(f"{where}: {old!r} became {new!r}")
    else:
        seen.value(old, new, abs(old) if isinstance(old, (int, float)) else 0.0, where)


def compare_one(old, new, name, arguments, scenario, file, large, first):
    seen = Difference()
    stem = f"{name} {scenario}".replace(":", "_").replace(" ", "_")
    aim = ["--scenario", str(file)] if file else []
    for method in methods(scenario, large):
        for command in ("results", "inventory"):
            table = f"{stem}_{method}_{command}.csv"
            (old_file, old_code), (new_file, new_code) = (
                program.run(table, command, *arguments, *aim, "--method", method) for program in (old, new))
            if (old_code, new_code) != ("0", "0"):
                seen.texts.append(f"{command}: exit code {old_code} of the old program, {new_code} of the new")
                continue
            compare_tables(old_file, new_file, seen)
            roads = table.replace(".csv", "-roads.csv")
            if (old.folder / roads).exists() or (new.folder / roads).exists():
                compare_tables(old.folder / roads, new.folder / roads, seen)
    if first:
        (old_file, old_code), (new_file, new_code) = (
            program.run(f"{stem}_check.json", "check", *arguments, "--json") for program in (old, new))
        if (old_code, new_code) != ("0", "0"):
            seen.texts.append(f"check: exit code {old_code} of the old program, {new_code} of the new")
        else:
            compare_json(json.loads(old_file.read_text()), json.loads(new_file.read_text()), seen, "check")
    return seen


def main():
    old_path, new_path, data = (str(pathlib.Path(a).resolve()) for a in sys.argv[1:4])
    kept = os.environ.get("TWINSCAPE_COMPARE_KEEP")
    fingerprint = hashlib.sha256(pathlib.Path(old_path).read_bytes()).hexdigest()[:16]
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        old = Program(old_path, pathlib.Path(kept, fingerprint) if kept else folder / "old", bool(kept))
        new = Program(new_path, folder / "new", False)
        print(f"{'city':26} {'scenario':18} {'largest relative difference':28} texts")
        worst, different, added = 0.0, 0, set()
        for name, arguments, large in cities(pathlib.Path(data)):
            for scenario, text in scenarios():
                file = None
                if text:
                    file = folder / "scenario.toml"
                    file.write_text(text)
                seen = compare_one(old, new, name, arguments, scenario, file, large, scenario == "today")
                print(f"{name:26} {scenario:18} {seen.largest:<12.3g} {seen.where[-60:] if seen.largest else '':60} {len(seen.texts) or ''}",
                      flush=True)
                for line in seen.texts[:3]:
                    print(f"    {line}", flush=True)
                worst = max(worst, seen.largest) if seen.largest == seen.largest else float("nan")
                different += bool(seen.texts) or not seen.largest <= TOLERANCE
                added |= seen.added
        if added:
            print("only the new program writes:", ", ".join(sorted(added)))
        verdict = "equal" if different == 0 else f"NOT equal in {different} of the lines above"
        print(f"compare_results: {verdict} (largest relative difference {worst:.3g}, tolerance {TOLERANCE:g})")
        return 0 if different == 0 else 1


if __name__ == "__main__":
    sys.exit(main())
