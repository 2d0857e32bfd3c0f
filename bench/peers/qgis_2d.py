"""QGIS's map (2D) of the buildings, with a graduated renderer and all cores:  qgis_2d.py FILE OUT.png

The frame is a redraw after a pan: every feature is read from the file and drawn again, as QGIS does.
"""
import math
import sys
import time
from os.path import abspath, dirname, join

sys.path.insert(0, join(dirname(abspath(__file__)), "lib"))
import qgis_common as common  # noqa: E402

from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsRectangle  # noqa: E402
from qgis.PyQt.QtCore import QSize  # noqa: E402
from qgis.PyQt.QtGui import QColor  # noqa: E402

FRAMES, RECOLOURS = 30, 5


def draw(settings):
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def sum_of(image):
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return hash(bytes(bits))


def measure(path, picture):
    startup_s = common.ms_since(common.STARTED) / 1e3
    empty_mb = common.memory_mb("VmRSS")

    start_s = time.perf_counter()
    layer = common.open_layer(path)
    layer.setRenderer(common.graduated_renderer(0))
    settings = QgsMapSettings()
    settings.setOutputSize(QSize(1280, 720))
    settings.setBackgroundColor(QColor("white"))
    settings.setDestinationCrs(layer.crs())
    settings.setLayers([layer])
    settings.setExtent(layer.extent())
    first = draw(settings)
    first_frame_s = common.ms_since(start_s) / 1e3

    home = settings.extent()
    frame_ms = []
    for i in range(FRAMES):
        # Round in a small circle, so that all buildings stay in view.
        turn = 2 * math.pi * (i + 1) / FRAMES
        moved = QgsRectangle(home.xMinimum() + 0.02 * home.width() * math.sin(turn), home.yMinimum() + 0.02 * home.height() * math.cos(turn),
                             home.xMaximum() + 0.02 * home.width() * math.sin(turn), home.yMaximum() + 0.02 * home.height() * math.cos(turn))
        settings.setExtent(moved)
        frame_start_s = time.perf_counter()
        draw(settings)
        frame_ms.append(common.ms_since(frame_start_s))

    settings.setExtent(home)
    recolour_ms, sums = [], {sum_of(first)}
    for step in range(1, RECOLOURS + 1):
        recolour_start_s = time.perf_counter()
        layer.setRenderer(common.graduated_renderer(step))
        image = draw(settings)
        recolour_ms.append(common.ms_since(recolour_start_s))
        sums.add(sum_of(image))
    if len(sums) != RECOLOURS + 1:
        raise SystemExit(f"{RECOLOURS} recolours gave {len(sums) - 1} different pictures")
    image.save(picture)
    common.report(first_frame_s=first_frame_s, frame_ms=frame_ms, recolour_ms=recolour_ms, startup_s=startup_s, empty_mb=empty_mb,
                  buildings=layer.featureCount(), gl_renderer="Qt raster (2D)")


# What draws must be gone before QGIS is: hence a function of its own.
application = common.start()
measure(*sys.argv[1:])
application.exitQgis()
