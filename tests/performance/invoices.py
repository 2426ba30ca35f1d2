"""What a file of 100,000 invoices costs: the first list, and memory while documents come and go.

Every start is a process of its own, ours and the bare one in turn. Ours opens the company file, checks it,
and shows the list inside the whole window; the bare one reads the first rows by sqlite3 into a table.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from statistics import median

from tests.performance.copies import copied
from tests.performance.deal import _issue, a_company
from tests.performance.row import Row
from tests.performance.window import Start, printed_by, start
from tests.support.deals import accepted

COUNT = {True: 20_000, False: 100_000}
"""Invoices in the file of a quick run and a full one."""
LIST_GOAL = Decimal(3)
GROWTH_GOAL = Decimal(5)
WARM = {True: 6, False: 100}
"""Documents opened before memory is looked at, in a quick run and a full one: every part has been used."""

_BARE = """
import sqlite3, sys
from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtWidgets import QApplication, QMainWindow, QTableView
app = QApplication(sys.argv[:1])
found = sqlite3.connect(FILE).execute(
    "SELECT number, customer_name, issued_on, due_on, total, status FROM invoice "
    "ORDER BY issued_on DESC, id DESC LIMIT 100"
).fetchall()
class Invoices(QAbstractTableModel):
    def rowCount(self, parent=None):
        return len(found)
    def columnCount(self, parent=None):
        return len(found[0])
    def data(self, index, role=0):
        return str(found[index.row()][index.column()]) if role == Qt.ItemDataRole.DisplayRole else None
class Table(QTableView):
    def paintEvent(self, event):
        super().paintEvent(event)
        painted()
window = QMainWindow()
table = Table()
table.setModel(Invoices())
window.setCentralWidget(table)
window.resize(1280, 760)
window.show()
"""
_OPENED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from ui.__main__ import make_desk
from ui.desk import Start
from ui.kit.theme import make_application
app = make_application("window")
desk = make_desk(app)
def begin(session):
    try:
        begun(session)
    except BaseException as error:
        print(error, file=sys.stderr)
        app.exit(1)
desk.opened.connect(begin)
window = desk.start(Start(Path(FILE)))
"""
_OURS = (
    _OPENED
    + """
def begun(_session):
    from ui.widgets.list_view import _Table
    paint = _Table.paintEvent
    def painting(self, event):
        paint(self, event)
        if self.model().rows:
            painted()
    _Table.paintEvent = painting
    window.open_section("invoices")
"""
)
_MANY = (
    _OPENED
    + """
sizes = []
refs = []
def begun(session):
    from app.kernel.changes import Ref
    from app.services import lists
    from app.services.lists import PageRequest
    global InvoicePage
    from ui.invoices.invoice_view import InvoicePage
    with session.file.reading() as unit:
        for kind in ("quote", "contract", "invoice"):
            found = getattr(lists, kind + "s")(unit, PageRequest("number"))
            refs.extend(Ref(kind, row.id) for row in found)
    following()
def following():
    if len(sizes) == LAST:
        print(sizes[WARM - 1], sizes[-1])
        app.exit(0)
        return
    window.open(refs[len(sizes) * 7 % len(refs)])
    read()
def read():
    page = window.page
    whole = page.heading().title and (not isinstance(page, InvoicePage) or page.paper.pdf)
    QTimer.singleShot(0 if whole else 1, close if whole else read)
def close():
    window.close_page(window.page)
    sizes.append(resident())
    QTimer.singleShot(0, following)
"""
)


def rows(*, quick: bool = False, scale: Decimal = Decimal(1)) -> list[Row]:
    """Measure the list and the growth; ratios need no scale.

    Args:
        quick: 20,000 invoices, fewer starts, and 6 documents opened instead of 1,000.
        scale: Not used: both windows are started in turn on the same machine.
    """
    return [_first_list(2 if quick else 11, COUNT[quick]), _growth(6 if quick else 1_000, warm=WARM[quick])]


def _first_list(rounds: int, count: int) -> Row:
    starts: dict[str, list[Start]] = {_BARE: [], _OURS: []}
    with many_invoices(count) as file, tempfile.TemporaryDirectory() as cache:
        facts = f"FILE = {str(file)!r}\n"
        for script in starts:
            start(facts + script, cache)
        for _ in range(rounds):
            for script, found in starts.items():
                found.append(start(facts + script, cache))
    ours, bare = starts[_OURS], starts[_BARE]
    wall = _ratio(ours, bare, "wall")
    name = f"first list painted from {count:,} invoices / bare window, CPU (wall {wall})"
    value = _ratio(ours, bare, "processor")
    return Row(name, value, "x", LIST_GOAL, value <= LIST_GOAL)


@contextmanager
def many_invoices(count: int) -> Iterator[Path]:
    """Lend a company's file with one real invoice and its like."""
    with a_company() as store:
        _issue(store, accepted(store, ("A-1", "1")).id)
        with sqlite3.connect(store.name) as raw:
            raw.execute("PRAGMA synchronous = OFF")
            copied(
                raw,
                "invoice",
                (
                    {"id": f"{place:032x}", "number": f"INV-{place:06}", "chain_position": place}
                    | {"issued_on": f"{2015 + place % 11}-{place % 12 + 1:02}-{place % 28 + 1:02}"}
                    for place in range(2, count + 1)
                ),
            )
            raw.execute("ANALYZE")
        raw.close()
        store.close()
        yield Path(store.name)


def _growth(count: int, *, warm: int) -> Row:
    """Quotes, contracts and invoices with their papers, opened and closed one after the other."""
    with a_company() as store:
        for _ in range(4):
            _issue(store, accepted(store, ("A-1", "1"), ("B-2", "3")).id)
        store.close()
        facts = f"FILE, WARM, LAST = {store.name!r}, {warm}, {warm + count}\n"
        before, after = map(Decimal, printed_by(facts + _MANY).split())
    grown = round((after / before - 1) * 100, 2)
    name = f"memory growth over {count:,} documents opened, after {warm} to warm up"
    return Row(name, grown, "%", GROWTH_GOAL, grown <= GROWTH_GOAL)


def _ratio(ours: list[Start], bare: list[Start], figure: str) -> Decimal:
    both = (Decimal(median(getattr(one, figure) for one in starts)) for starts in (ours, bare))
    return round(next(both) / next(both), 2)
