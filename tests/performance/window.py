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
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import NamedTuple

from tests.performance.row import Row

ROOT = Path(__file__).parents[2]
PAINT_GOAL = Decimal("1.6")
MEMORY_GOAL = Decimal(2)
LIST_GOAL = Decimal("1.5")
LINE_GOAL = Decimal(16)
POPUP_GOAL = Decimal(34)
"""Milliseconds of the 50 from key to painted popup that are not the search's own 16."""
SLOWEST = 300

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
        told.extend([time.monotonic_ns(), time.process_time_ns()])
        QTimer.singleShot(0, say)
told = []
def say():
    import sys
    heavy = ",".join(name for name in HEAVY if name in sys.modules) or "-"
    print(told[0], told[1] // 1000, resident(), heavy)
    app.exit(0)
def resident():
    with open("/proc/self/statm") as statm:
        return int(statm.read().split()[1]) * 4
"""


class Start(NamedTuple):
    """One start of a window.

    Attributes:
        wall: Microseconds from the start of the interpreter to the end of the first paint.
        processor: Microseconds of processor time by then; other work on the machine does not count.
        kilobytes: Resident memory then.
        heavy: Heavy modules imported by then, ``-`` for none.
    """

    wall: int
    processor: int
    kilobytes: int
    heavy: str


def rows(*, quick: bool = False, scale: Decimal = Decimal(1)) -> list[Row]:
    """Measure the goals of the window; ratios need no scale.

    Args:
        quick: Fewer rounds.
        scale: Not used: both windows are started in turn on the same machine.
    """
    starts = first_paints(5 if quick else 11)
    ours, bare = starts["ours"], starts["bare"]
    paint = _ratio(ours, bare, lambda run: run.processor)
    wall = _ratio(ours, bare, lambda run: run.wall)
    memory = _ratio(ours, bare, lambda run: run.kilobytes)
    name = f"first visible window / bare window, CPU (wall {wall})"
    return [
        Row(name, paint, "x", PAINT_GOAL, paint <= PAINT_GOAL),
        Row("memory idle / bare window", memory, "x", MEMORY_GOAL, memory <= MEMORY_GOAL),
        _big_list(quick),
        *_typing(quick, scale),
    ]


def first_paints(rounds: int) -> dict[str, list[Start]]:
    """Start the bare window and ours in turn, so many times."""
    found: dict[str, list[Start]] = {"bare": [], "ours": []}
    scripts = {"bare": _BARE, "ours": _OURS}
    with tempfile.TemporaryDirectory() as cache:
        for script in scripts.values():
            start(script, cache)
        for _ in range(rounds):
            for name, script in scripts.items():
                found[name].append(start(script, cache))
    return found


def start(script: str, cache: str = "") -> Start:
    """Start a window in a process of its own.

    Args:
        script: The window.
        cache: Folder for compiled modules, which every start but the very first one finds.
    """
    begun = time.monotonic_ns()
    painted, processor, kilobytes, heavy = printed_by(script, cache).split()
    return Start((int(painted) - begun) // 1000, int(processor), int(kilobytes), heavy)


def printed_by(script: str, cache: str = "") -> str:
    """Run a window in a process of its own, with a person's folders of its own; return what it prints."""
    with tempfile.TemporaryDirectory() as home:
        own = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home}
        environment = {**os.environ, **own, "PYTHONPYCACHEPREFIX": cache or home}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        done = subprocess.run(
            [sys.executable, "-c", _REPORT + script + "\nsys.exit(app.exec())"],
            capture_output=True,
            text=True,
            timeout=SLOWEST,
            check=True,
            cwd=ROOT,
            env=environment,
        )
    return done.stdout


def imported_at_first_paint() -> str:
    """Return the heavy modules that our window had imported at its first paint, ``-`` for none."""
    return start(_OURS).heavy


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


def _typing(quick: bool, scale: Decimal) -> list[Row]:
    """Measure what a keystroke costs the widgets: a line of 1,000 shown again, hits shown under a field."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

    from tests.support.ui_lines import COLUMNS, find
    from ui.kit.theme import Theme
    from ui.widgets.grid_rows import GridRow
    from ui.widgets.hits import Hit
    from ui.widgets.line_grid import LineGrid
    from ui.widgets.lookup import LookupPopup

    app = QApplication.instance() or QApplication([])
    theme = Theme(app)
    grid = LineGrid(COLUMNS, None, find)
    grid.resize(1_100, 800)
    grid.show()
    cells = ("A-1", "Anvil, cast steel, 55 kg", "10", "100.00", "1,000.00")
    lines = [GridRow(number, cells) for number in range(1_000)]
    grid.show_rows(lines)
    app.processEvents()

    def line_changed(number: int) -> None:
        lines[5] = lines[5]._replace(cells=(*cells[:2], str(number), *cells[3:]))
        grid.show_rows(lines)
        app.processEvents()

    page = QWidget()
    page.resize(1_100, 800)
    field = QLineEdit(page)
    popup = LookupPopup(page)
    page.show()
    app.processEvents()

    def hits_shown(number: int) -> None:
        hits = tuple(Hit(n, f"Product {number} {n}", "SKU-1", "1,200.00", "package") for n in range(12))
        popup.show_under(field, hits, more=True)
        app.processEvents()

    rounds = 20 if quick else 100
    found = []
    for name, act, goal in (
        ("grid: one of 1,000 lines changed and painted", line_changed, LINE_GOAL),
        ("search popup: answer to painted", hits_shown, POPUP_GOAL),
    ):
        value = _cents(_median_milliseconds(act, rounds) * scale)
        found.append(Row(name, value, "ms", goal, value <= goal))
    for widget in (grid, page):
        widget.close()
        widget.deleteLater()
    theme.deleteLater()
    return found


def _median_milliseconds(act: Callable[[int], None], rounds: int) -> Decimal:
    times = []
    for number in range(rounds):
        begun = time.perf_counter_ns()
        act(number)
        times.append(time.perf_counter_ns() - begun)
    return Decimal(median(times)) / 1_000_000


def _ratio(ours: list[Start], bare: list[Start], of: Callable[[Start], int]) -> Decimal:
    return _cents(Decimal(median(map(of, ours))) / Decimal(median(map(of, bare))))


def _cents(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.01"))
