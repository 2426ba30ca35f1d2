"""What a PDF costs: invoices of 20 and 400 lines, warm, in processor time."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from decimal import Decimal
from statistics import median

from app.documents.model import DocumentData
from app.documents.pages import page_texts
from app.documents.pdf import render
from app.documents.pdf.composition import compose
from tests.performance.row import Row
from tests.support.documents import GIRO, a_paper, many_items, thirty_days, totals_of

GOALS = {20: Decimal(15), 400: Decimal(120)}
"""Lines -> milliseconds of processor time."""


def rows(*, quick: bool = False, scale: Decimal = Decimal(1)) -> list[Row]:
    """Measure the goals of the documents room.

    Args:
        quick: Fewer rounds.
        scale: What a millisecond of this machine counts, by the calibration loop.
    """
    rounds = 3 if quick else 15
    found = []
    for lines, goal in GOALS.items():
        paper = an_invoice(lines)
        spent = _median_milliseconds(lambda paper=paper: render(paper), rounds) * scale
        found.append(Row(f"invoice PDF, {lines} lines, warm, CPU", spent, "ms", goal, spent <= goal))
    found.append(_against_the_writers_own_fonts(rounds))
    return found


def an_invoice(lines: int) -> DocumentData:
    items = many_items(lines)
    totals = totals_of(items)
    return a_paper(*items, totals=totals, bank=GIRO, payment=thirty_days(totals.total))


def _against_the_writers_own_fonts(rounds: int) -> Row:
    """Compare with fpdf2's own fonts on the same paper: the same text, a fraction of the time."""
    paper = an_invoice(20)
    assert page_texts(compose(paper, fast=True)) == page_texts(compose(paper, fast=False))
    own = _median_milliseconds(lambda: compose(paper, fast=True), rounds)
    floor = _median_milliseconds(lambda: compose(paper, fast=False), max(3, rounds // 3))
    share, goal = round(own / floor, 3), Decimal("0.5")
    return Row("invoice PDF, 20 lines, against the writer's own fonts", share, "x", goal, share <= goal)


def _median_milliseconds(act: Callable[[], object], rounds: int) -> Decimal:
    act()
    spent = []
    for _ in range(rounds):
        gc.collect()
        start = time.process_time_ns()
        act()
        spent.append(time.process_time_ns() - start)
    return (Decimal(median(spent)) / 1_000_000).quantize(Decimal("0.01"))
