#!/usr/bin/env python3
"""Writes assets/reference/regions.txt: outlines of the US states, the Chinese provinces and all
countries, simplified to about a kilometre, from DCW-GMT (Debian package gmt-dcw, LGPL-3+).

    apt-get download gmt-dcw && dpkg -x gmt-dcw_*.deb dcw
    scripts/make_regions.py dcw/usr/share/gmt-dcw > assets/reference/regions.txt

Needs only Python and the C library of netCDF (Debian: libnetcdf19), which reads the source."""
import ctypes
import math
import sys

HEADER = """\
# Outlines of regions on WGS 84: US states, Chinese provinces, countries. Made by scripts/make_regions.py.
# Source: DCW-GMT 2.1.1, the Digital Chart of the World (1:1 000 000) as kept by the GMT team,
#         https://github.com/GenericMappingTools/dcw-gmt, as packaged in Debian (gmt-dcw). Licence: LGPL-3+.
# Changed: rings simplified (Douglas-Peucker: 1 km in the US and China, 0.2 km where a region is small,
#         13 km elsewhere but along the borders of both), small islands left out, places rounded to 0.001 degree.
# They tell which reference tables a city needs. They are no statement on any border.
# A line with a code and a name begins a region (ISO 3166-2 of US and CN, ISO 3166-1 of others); each line
# after it is a ring (even-odd): longitude and latitude of its first corner, then steps, in 0.001 degree.
"""
MISSING = 65535
# Chinese provinces of the source that have an ISO 3166-1 code of their own.
OWN_CODE = {"CN-HK": ("HK", "Hong Kong"), "CN-MO": ("MO", "Macao")}
FINE_DEGREE, COARSE_DEGREE, SMALL_REGION_DEGREE = 0.01, 0.12, 0.002


class Outlines:
    def __init__(self, path):
        self.library = ctypes.CDLL("libnetcdf.so.19")
        self.file = ctypes.c_int()
        if self.library.nc_open(path.encode(), 0, ctypes.byref(self.file)) != 0:
            sys.exit(f"cannot open {path}")

    def column(self, name):
        variable, dimension, length = ctypes.c_int(), ctypes.c_int(), ctypes.c_size_t()
        if self.library.nc_inq_varid(self.file, name.encode(), ctypes.byref(variable)) != 0:
            return None
        self.library.nc_inq_vardimid(self.file, variable, ctypes.byref(dimension))
        self.library.nc_inq_dimlen(self.file, dimension, ctypes.byref(length))
        packed = (ctypes.c_double * length.value)()
        self.library.nc_get_var_double(self.file, variable, packed)

        def attribute(key):
            value = ctypes.c_double()
            self.library.nc_get_att_double(self.file, variable, key, ctypes.byref(value))
            return value.value

        scale, low = attribute(b"scale"), attribute(b"min")
        return [None if raw == MISSING else raw / scale + low for raw in packed]

    def rings(self, code):
        lon, lat = self.column(code + "_lon"), self.column(code + "_lat")
        if lon is None:
            return []
        rings = []
        for x, y in zip(lon, lat):
            if x is None or y is None:
                rings.append([])
            else:
                if not rings:
                    rings.append([])
                rings[-1].append((x, y))
        # East of 180 degrees the source counts on; a ring is moved as a whole, so that none is cut.
        return [
            [(x - 360.0, y) for x, y in ring] if min(x for x, _ in ring) >= 180.0 else ring
            for ring in rings
            if len(ring) > 3
        ]


def area(ring):
    """Square degrees of the equator."""
    twice = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1]))
    return abs(twice) / 2.0 * math.cos(math.radians(ring[0][1]))


def cell(point):
    return (round(point[0] * 20.0), round(point[1] * 20.0))


def simplified(ring, tolerance, tolerance_at_border, border):
    """Corners within some 5 km of `border` (its cells) keep the finer tolerance."""
    if ring[0] == ring[-1]:
        ring = ring[:-1]
    squeeze = math.cos(math.radians(ring[0][1]))
    points = [(x * squeeze, y) for x, y in ring]
    far = max(range(len(points)), key=lambda i: math.dist(points[0], points[i]))
    weight = [tolerance / tolerance_at_border if cell(p) in border else 1.0 for p in ring]
    keep = {0, far}
    pending = [(0, far), (far, len(points))]
    while pending:
        first, last = pending.pop()
        ax, ay = points[first]
        bx, by = points[last % len(points)]
        length2 = (bx - ax) ** 2 + (by - ay) ** 2
        worst, where = tolerance, None
        for i in range(first + 1, last):
            px, py = points[i]
            t = 0.0
            if length2 > 0:
                t = min(1.0, max(0.0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length2))
            off = math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay)) * weight[i]
            if off > worst:
                worst, where = off, i
        if where is not None:
            keep.add(where)
            pending += [(first, where), (where, last)]
    return [ring[i] for i in sorted(keep)]


def line_of(ring):
    steps, last = [], (0, 0)
    for x, y in ring:
        here = (round(x * 1000), round(y * 1000))
        steps.append(f"{here[0] - last[0]} {here[1] - last[1]}")
        last = here
    return " ".join(steps)


def main():
    folder = sys.argv[1]
    outlines = Outlines(folder + "/dcw-gmt.nc")
    regions = []
    for line in open(folder + "/dcw-states.txt", encoding="utf-8"):
        words = line.split(None, 2)
        if len(words) == 3 and words[0] in ("US", "CN") and words[1] != "TW":
            code = words[0] + "-" + words[1]
            own, name = OWN_CODE.get(code, (code, words[2].strip()))
            regions.append((own, name, words[0] + words[1]))
    for line in open(folder + "/dcw-countries.txt", encoding="utf-8"):
        words = line.split(None, 2)
        if len(words) == 3 and len(words[0]) == 2 and words[1] not in ("US", "CN", "HK", "MO"):
            regions.append((words[1], words[2].strip(), words[1]))
    # The small ones first: where two simplified outlines overlap, the first one holds.
    first = ["HK", "MO", "TW"]
    regions.sort(key=lambda r: (r[0] not in first, "-" not in r[0]))
    text = HEADER
    border = set()
    for code, name, source in regions:
        rings = outlines.rings(source)
        if not rings:
            continue
        fine = ("-" in code and code != "US-AK") or code in ("HK", "MO", "TW")
        if fine:
            border.update(cell(point) for ring in rings for point in ring)
        largest = max(rings, key=area)
        size = area(largest)
        small = size < 0.5 and fine
        tolerance = SMALL_REGION_DEGREE if small else FINE_DEGREE if fine else COARSE_DEGREE
        least = 0.002 if fine else 1.0
        kept = [r for r in rings if r is largest or area(r) >= min(least, size / 4)]
        text += f"{code} {name}\n"
        for ring in kept:
            corners = simplified(
                ring, tolerance, min(tolerance, FINE_DEGREE), set() if fine else border
            )
            if len(corners) >= 3:
                text += line_of(corners) + "\n"
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
