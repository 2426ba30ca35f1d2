"""What the window costs: first paint and memory against a bare PySide6 + sqlite3 window, in one run.

Each start is a process of its own, ours and the bare one in turn; the time counts from the start of the
interpreter to the end of the first paint. Nothing of it needs a screen.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from statistics import median

from tests.performance.row import Row

ROOT = Path(__file__).parents[2]
PAINT_GOAL = Decimal("1.6")
MEMORY_GOAL = Decimal(2)
LIST_GOAL = Decimal("1.5")
SLOWEST = 60

_BARE = """
import sqlite3, sys
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication(sys.argv[:1])
connection = sqlite3.connect(":memory:")
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        painted()
window = Window()
window.setCentralWidget(QLabel("bare"))
window.resize(1280, 760)
window.show()
"""
_OURS = """
import sys
from ui.__main__ import make_desk
from ui.kit.theme import make_application
from ui.shell.main_window import MainWindow
app = make_application("window")
paint = MainWindow.paintEvent
def painting(self, event):
    paint(self, event)
    painted()
MainWindow.paintEvent = painting
desk = make_desk(app)
window = desk.new_window()
"""
_REPORT = """
import time
HEAVY = ("sqlalchemy", "fpdf", "babel", "numpy", "pypdfium2", "alembic")
def painted():
    from PySide6.QtCore import QTimer
    if not told:
        told.append(time.monotonic_ns())
        QTimer.singleShot(0, say)
told = []
def say():
    import sys
    print(told[0], resident(), ",".join(name for name in HEAVY if name in sys.modules) or "-")
    app.exit(0)
def resident():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * 4
"""


def rows(*, quick: bool = False, scale: Decimal = Decimal(1)) -> list[Row]:
    """Measure the goals of the window; ratios need no scale.

    Args:
        quick: Fewer rounds.
        scale: Not used: both windows are started in turn on the same machine.
    """
    starts = first_paints(5 if quick else 11)
    paint = starts["ours"][0] / starts["bare"][0]
    memory = starts["ours"][1] / starts["bare"][1]
    return [
        Row("first visible window / bare window", _cents(paint), "x", PAINT_GOAL, paint <= PAINT_GOAL),
        Row("memory idle / bare window", _cents(memory), "x", MEMORY_GOAL, memory <= MEMORY_GOAL),
        _big_list(quick),
    ]


def first_paints(rounds: int) -> dict[str, tuple[Decimal, Decimal]]:
    """Return the median microseconds to the first paint and kilobytes of memory, bare and ours."""
    found: dict[str, list[tuple[int, int]]] = {"bare": [], "ours": []}
    scripts = {"bare": _BARE, "ours": _OURS}
    with tempfile.TemporaryDirectory() as cache:
        for script in scripts.values():
            start(script, cache)
        for _ in range(rounds):
            for name, script in scripts.items():
                found[name].append(start(script, cache)[:2])
    return {
        name: (Decimal(median(us for us, _kb in runs)), Decimal(median(kb for _ms, kb in runs)))
        for name, runs in found.items()
    }


def start(script: str, cache: str = "") -> tuple[int, int, str]:
    """Start a window in a process of its own.

    Args:
        script: The window.
        cache: Folder for compiled modules, which every start but the very first one finds.

    Returns:
        Microseconds to the first paint, kilobytes of memory, and the heavy modules imported by then.
    """
    with tempfile.TemporaryDirectory() as home:
        own = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        environment = {**os.environ, **own, "PYTHONPYCACHEPREFIX": cache or home}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        begun = time.monotonic_ns()
        done = subprocess.run(
            [sys.executable, "-c", _REPORT + script + "\nsys.exit(app.exec())"],
            capture_output=True,
            text=True,
            timeout=SLOWEST,
            check=True,
            cwd=ROOT,
            env=environment,
        )
    painted, kilobytes, heavy = done.stdout.split()
    return (int(painted) - begun) // 1000, int(kilobytes), heavy


def imported_at_first_paint() -> str:
    """Return the heavy modules that our window had imported at its first paint, ``-`` for none."""
    return start(_OURS)[2]


def _big_list(quick: bool) -> Row:
    """Open the list widget on a million rows and on a thousand, in turn."""
    from PySide6.QtWidgets import QApplication

    from tests.support.ui_lists import COLUMNS, Invoices, write_amount
    from ui.widgets.list_view import ListView

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication([])

    def opened(count: int) -> int:
        begun = time.perf_counter_ns()
        view = ListView(COLUMNS, Invoices(count).fetch, write_amount)
        view.resize(1000, 700)
        loaded: list[bool] = []
        view.model.loaded.connect(lambda: loaded.append(True))
        view.begin("number")
        view.show()
        while not loaded:
            app.processEvents()
        view.grab()
        spent = time.perf_counter_ns() - begun
        view.close()
        view.deleteLater()
        return spent

    times: dict[int, list[int]] = {1_000: [], 1_000_000: []}
    for _ in range(5 if quick else 15):
        for count, spent in times.items():
            spent.append(opened(count))
    ratio = Decimal(median(times[1_000_000])) / Decimal(median(times[1_000]))
    return Row("list widget, 1,000,000 rows / 1,000 rows", _cents(ratio), "x", LIST_GOAL, ratio <= LIST_GOAL)


def _cents(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"))
