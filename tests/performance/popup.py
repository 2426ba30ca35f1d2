"""From a key in the quote's line grid to the painted pop-up, the real window on a big catalog."""

from __future__ import annotations

import gc
import os
import sqlite3
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING

from app.store.store import Store
from tests.performance.copies import copied
from tests.performance.row import Row
from tests.support.deals import a_draft

if TYPE_CHECKING:
    from ui.shell.main_window import MainWindow
    from ui.widgets.line_grid import LineGrid

GOAL = Decimal(50)
LONGEST_WAIT = 10.0
WARM = ("steel",)
"""Typed before the clock runs: they open the editor's parts and read pages from the disk."""

TYPED = ("steel", "black white", "prd-00005", "screwdrver", "rench", "zzzzz")


def sell(store: Store, count: int) -> None:
    """Put the products that the index finds into the catalog, with a price each, past the services."""
    with sqlite3.connect(store.name) as raw:
        found = raw.execute(
            "SELECT subject, label, title FROM search_entry WHERE scope = 'product' AND label LIKE 'PRD-%' "
            "LIMIT ?",
            (count,),
        ).fetchall()
        copied(
            raw,
            "product",
            ({"id": subject, "sku": sku, "name": name} for subject, sku, name in found),
        )
        copied(raw, "price_entry", ({"id": subject, "sku": sku} for subject, sku, _name in found))
    raw.close()


def rows(store: Store, count: int, folder: Path, *, rounds: int, scale: Decimal) -> list[Row]:
    """Type into the SKU of the last line; a key counts until the answer to it is painted.

    Args:
        store: With a company; its index has `count` products.
        count: How many `sell` puts into the catalog.
        folder: For the window's own state.
        rounds: How often every word is typed.
        scale: What a millisecond of this machine counts, by the calibration loop.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from tests.support.ui_company import a_window

    app = QApplication.instance() or QApplication([])
    gc.disable()  # as the window does: cycles with widgets in them must not die on a worker's thread
    window = a_window(store, folder)
    window.resize(1280, 760)
    window.show()
    window.activateWindow()
    _round(window, store, WARM)
    spent = [one for _ in range(rounds) for one in _round(window, store, TYPED)]
    window.session.commands.wait()
    window.close()
    window.deleteLater()
    app.processEvents()
    gc.enable()
    value = round(Decimal(round(quantiles(spent, n=20)[-1])) / 1_000 * scale, 2)
    return [Row(f"key to painted pop-up, {count:,} products, p95", value, "ms", GOAL, value <= GOAL)]


def _round(window: MainWindow, store: Store, words: tuple[str, ...]) -> list[int]:
    """Return the microseconds of every key, on a new quote of three lines."""
    from PySide6.QtWidgets import QApplication

    from app.kernel.changes import Ref
    from ui.quotes.editor_view import QuotePage

    window.open(Ref("quote", a_draft(store, ("A-1", "10"), ("B-2", "25"), ("S-3", "2")).id))
    page = window.page
    assert isinstance(page, QuotePage)
    _wait(lambda: page.editor is not None and not page.editor.presenter.shown.pending)
    spent = [one for word in words for one in _word(page.editor.lines.grid, word)]
    window.close_page(page)
    QApplication.processEvents()
    return spent


def _word(grid: LineGrid, word: str) -> list[int]:
    """Type a word into the empty last line, and leave it as it was."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from ui.widgets.lookup import Lookup

    grid.go_to(None)
    spent = []
    for letter in word:
        begun = time.perf_counter_ns()
        QTest.keyClicks(QApplication.focusWidget(), letter)
        (lookup,) = QApplication.focusWidget().findChildren(Lookup)
        _wait(lambda lookup=lookup: not lookup._latest.is_waiting)
        QApplication.processEvents()  # paints
        assert lookup.is_open or letter == " "
        spent.append((time.perf_counter_ns() - begun) // 1_000)
    for _ in range(2):  # the pop-up, then the cell
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    QApplication.processEvents()
    return spent


def _wait(until: Callable[[], bool]) -> None:
    """Let the window live until something holds; it sleeps between its events, as it does for a person."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    last = time.monotonic() + LONGEST_WAIT
    while not until():
        assert time.monotonic() < last
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
