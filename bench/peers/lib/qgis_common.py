"""What the two QGIS scripts share: start-up, the colours of common.js, memory, and the JSON line."""
import json
import time

STARTED = time.perf_counter()

from qgis.core import (QgsApplication, QgsFillSymbol, QgsGraduatedSymbolRenderer, QgsRendererRange, QgsVectorLayer, Qgis)  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

RAMP = [(255, 245, 200), (254, 204, 92), (253, 141, 60), (227, 26, 28), (110, 0, 38)]
CLASSES = 20


def start():
    """A running QgsApplication; keep it as long as anything is drawn."""
    application = QgsApplication([], True)
    application.initQgis()
    return application


def color_of(value):
    """The ramp at a value in 0..1."""
    at = value * (len(RAMP) - 1)
    low = min(int(at), len(RAMP) - 2)
    return QColor(*(round(a + (b - a) * (at - low)) for a, b in zip(RAMP[low], RAMP[low + 1])))


def value_expression(step):
    """The value of a building in 0..1 after `step` changes, as value_of in common.js."""
    return f"($id * 0.618034 + {step} * 0.137) - floor($id * 0.618034 + {step} * 0.137)"


def graduated_renderer(step):
    """Fixed classes over 0..1; without outlines, which is QGIS's faster way."""
    ranges = []
    for i in range(CLASSES):
        symbol = QgsFillSymbol.createSimple({"outline_style": "no"})
        symbol.setColor(color_of((i + 0.5) / CLASSES))
        ranges.append(QgsRendererRange(i / CLASSES, (i + 1) / CLASSES, symbol, ""))
    return QgsGraduatedSymbolRenderer(value_expression(step), ranges)


def open_layer(path):
    layer = QgsVectorLayer(path, "buildings", "ogr")
    if not layer.isValid():
        raise SystemExit(f"QGIS cannot read {path}")
    return layer


def memory_mb(key):
    """VmHWM (the peak) or VmRSS of this process."""
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith(key + ":"):
                return int(line.split()[1]) / 1024
    raise SystemExit(f"no {key} in /proc/self/status")


def ms_since(start_s):
    return (time.perf_counter() - start_s) * 1e3


def report(**measured):
    print(json.dumps({**measured, "peak_rss_mb": memory_mb("VmHWM"), "version": f"QGIS {Qgis.QGIS_VERSION}"}))
