"""A list of invoices as a noun's screen would feed it: pages by key from a sequence in memory."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from app.kernel.changes import Ref
from ui.kit.tokens import Tone
from ui.widgets.list_rows import ListColumn, ListFilter, ListKind, ListPage, ListRequest, ListRow
from ui.widgets.state_chip import Chip

COLUMNS = (
    ListColumn("number", lambda: "Number", ListKind.STRONG, 140),
    ListColumn("customer", lambda: "Customer", stretch=True),
    ListColumn("state", lambda: "State", ListKind.CHIP, 120, sortable=False),
    ListColumn("total", lambda: "Total", ListKind.NUMBER, 130, summed=True),
)
FILTERS = (ListFilter("all", lambda: "All"), ListFilter("overdue", lambda: "Overdue"))
PAID, OVERDUE = Chip("Paid", Tone.GOOD, "circle-check"), Chip("Overdue", Tone.BAD, "clock")


def an_invoice(at: int) -> ListRow:
    amount = Decimal(at * 10)
    cells = (f"INV-{at:07}", f"Customer {at % 7}", OVERDUE if at % 5 == 0 else PAID, f"{amount:,.2f}")
    return ListRow(
        Ref("invoice", UUID(int=at)), cells, (("total", amount),), unit="USD" if at % 3 == 0 else "EUR"
    )


class Invoices:
    """Numbers 1 to `count`; remembers what it was asked."""

    def __init__(self, count: int) -> None:
        self.count = count
        self.asked: list[ListRequest] = []

    def fetch(self, request: ListRequest) -> ListPage:
        self.asked.append(request)
        step = -1 if request.descending else 1
        at = request.after or (self.count if request.descending else 1)
        rows: list[ListRow] = []
        while 1 <= at <= self.count and len(rows) < request.limit:
            row = an_invoice(at)
            if self.fits(row, request):
                rows.append(row)
            at += step
        return ListPage(tuple(rows), at if 1 <= at <= self.count else None)

    @staticmethod
    def fits(row: ListRow, request: ListRequest) -> bool:
        words = " ".join(cell for cell in row.cells if isinstance(cell, str)).casefold()
        if request.view == "overdue" and OVERDUE not in row.cells:
            return False
        return all(word in words for word in request.text.casefold().split())


def write_amount(amount: Decimal, unit: str) -> str:
    return f"{amount:,.2f} {unit}"
