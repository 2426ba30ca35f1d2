"""A document of lines as small as possible: what a noun's presenter does for a line grid."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from app.kernel.errors import AppError
from app.kernel.findings import Severity
from app.kernel.numbers import parse_number
from ui.kit.undo import EditedDocument
from ui.widgets.grid_rows import CellKind, GridColumn, GridRow, Mark, RowKind
from ui.widgets.hits import Answer, Hit

PRODUCTS = {
    "A-1": ("Anvil", "100.00"),
    "B-2": ("Bolt", "0.33"),
    "B-3": ("Bolt, long", "0.45"),
    "C-9": ("Crane hire, per day", "1200.00"),
}
COLUMNS = (
    GridColumn("sku", lambda: "SKU", CellKind.LOOKUP, 110),
    GridColumn("name", lambda: "Description", stretch=True),
    GridColumn("quantity", lambda: "Quantity", CellKind.NUMBER, 90),
    GridColumn("price", lambda: "Unit price", CellKind.NUMBER, 110),
    GridColumn("net", lambda: "Net (EUR)", CellKind.NUMBER, 120, editable=False),
)


@dataclass(frozen=True)
class Line:
    key: int
    sku: str = ""
    name: str = ""
    quantity: Decimal = Decimal(1)
    price: Decimal = Decimal(0)
    kind: RowKind = RowKind.ITEM
    known: bool = True

    @property
    def net(self) -> Decimal:
        return (self.quantity * self.price).quantize(Decimal("0.01"))


def find(text: str) -> Answer:
    words = text.casefold().split()
    hits = [
        Hit(sku, name, note=sku, value=price)
        for sku, (name, price) in PRODUCTS.items()
        if all(word in f"{sku} {name}".casefold() for word in words)
    ]
    return Answer(tuple(sorted(hits, key=lambda hit: hit.key != text.upper())))


class Notepad:
    """Keeps the lines, answers the intents, shows the rows again."""

    def __init__(self, *skus: str) -> None:
        self.next_key = 0
        self.grid = None
        self.document: EditedDocument[tuple[Line, ...]] = EditedDocument(
            tuple(self.a_line(sku) for sku in skus), self.show
        )
        self.sealed = 0

    def a_line(self, sku: str, quantity: str = "1") -> Line:
        self.next_key += 1
        name, price = PRODUCTS.get(sku, ("", "0"))
        known = sku in PRODUCTS
        kind = RowKind.ITEM if known else RowKind.TEXT
        return Line(self.next_key, sku, name or sku, Decimal(quantity), Decimal(price), kind, known)

    @property
    def lines(self) -> tuple[Line, ...]:
        return self.document.current

    @property
    def said(self) -> list[str]:
        return [f"{line.quantity:f} {line.sku}" for line in self.lines]

    def show(self, lines: tuple[Line, ...]) -> None:
        if self.grid is not None:
            self.grid.show_rows([self.row(line) for line in lines])

    def row(self, line: Line) -> GridRow:
        marks = () if line.known else (Mark("sku", Severity.WARNING, "Nobody knows this SKU."),)
        cells = (line.sku, line.name, f"{line.quantity:f}", f"{line.price:.2f}", f"{line.net:,}")
        if line.kind is not RowKind.ITEM:
            cells = (line.sku, line.name, "", "", "")
        return GridRow(line.key, cells, line.kind, edit=(("price", f"{line.price:f}"),), marks=marks)

    def at(self, key: object) -> int:
        return next((n for n, line in enumerate(self.lines) if line.key == key), len(self.lines))

    # The grid's intents

    def change(self, row: object, column: str, text: str) -> str:
        if row is None:
            self.document.apply("Add text", lambda lines: (*lines, self.a_line(text)))
            return ""
        try:
            value = text if column in ("name", "sku") else parse_number(text or "0", low=Decimal(0))
        except AppError as refusal:
            return f"refused: {refusal.code}"
        at = self.at(row)
        self.document.apply(
            f"Change {column}",
            lambda lines: (*lines[:at], replace(lines[at], **{column: value}), *lines[at + 1 :]),
            key=(row, column),
        )
        return ""

    def pick(self, row: object, hit: Hit) -> None:
        new = self.a_line(str(hit.key))
        at = self.at(row)
        if row is not None:
            new = replace(new, key=row, quantity=self.lines[at].quantity)
        self.document.apply("Add product", lambda lines: (*lines[:at], new, *lines[at + 1 :]))

    def create(self, row: object, text: str) -> None:
        PRODUCTS.setdefault(text.upper(), (text, "5.00"))
        self.pick(row, Hit(text.upper(), text))
        PRODUCTS.pop(text.upper())
        self.grid.type_into(self.lines[-1].key if row is None else row)

    def duplicate(self, rows) -> None:
        at = self.at(rows[-1]) + 1
        copies = tuple(self.a_line(self.lines[self.at(row)].sku) for row in rows)
        self.document.apply("Duplicate", lambda lines: (*lines[:at], *copies, *lines[at:]))

    def remove(self, rows) -> None:
        self.document.apply("Delete", lambda lines: tuple(line for line in lines if line.key not in rows))

    def move(self, rows, before) -> None:
        moved = tuple(self.lines[self.at(row)] for row in rows)

        def edit(lines):
            rest = [line for line in lines if line.key not in rows]
            at = next((n for n, line in enumerate(rest) if line.key == before), len(rest))
            return (*rest[:at], *moved, *rest[at:])

        self.document.apply("Move", edit)

    def paste(self, before, table) -> None:
        at = self.at(before)
        new = tuple(self.a_line(cells[0], cells[1] if len(cells) > 1 else "1") for cells in table)
        self.document.apply("Paste", lambda lines: (*lines[:at], *new, *lines[at:]))

    def seal(self) -> None:
        self.sealed += 1
        self.document.seal()
