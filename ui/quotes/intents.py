"""What the line grid wants done, as edits of the quote: each intent is one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.catalog.product import Product
from app.catalog.reduction import percent_off
from app.exchange.records.lines import LineRow
from app.i18n.messages import sentence
from app.i18n.translations import gettext as _
from app.i18n.translations import ngettext
from app.kernel.errors import AppError
from app.kernel.text import DESCRIPTION_LENGTH, clean_name, clean_text
from app.quotes.editing import change_line, insert_lines, remove_lines
from app.quotes.lines import LineKind, LineRole, QuoteLine
from app.quotes.quote import Quote
from app.quotes.sections import in_sections
from app.services.quote_editor import Pasted, pasted
from app.services.quote_files import new_line
from ui.kit.queries import Latest
from ui.quotes.cells import Writing, line_edit
from ui.quotes.edits import NewId, duplicate, insert_before, line_of, move_before, with_role
from ui.quotes.presenter import QuotePresenter
from ui.widgets.hits import Hit

LONGEST_SKU = 80


class GridIntents(QObject):
    """Answers the grid of one quote.

    Signals:
        create_wanted: A row's key (`None` for a new line) and the name typed: a product to be made.
        said: A sentence about what became of a paste.
    """

    create_wanted = Signal(object, str)
    said = Signal(str)

    def __init__(self, presenter: QuotePresenter, new_id: NewId, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self._new_id = new_id
        self._before: UUID | None = None
        self._pasting = Latest(self)
        self._pasting.arrived.connect(self._pasted)
        self._pasting.refused.connect(presenter.refused)
        self._pasting.crashed.connect(presenter.crashed)

    # What the grid asks (LineIntents)

    def change(self, row: Hashable | None, column: str, text: str) -> str:
        """Take a cell's new text; return why not, empty when it was taken."""
        if column == "sku":
            return self._sku(row, text.strip())
        if not isinstance(row, UUID):
            return self.add_text(text)
        writing = Writing(self._presenter.session.formats, self._presenter.quote.currency)
        try:
            edit = line_edit(column, text, writing)
        except AppError as refusal:
            return sentence(refusal)
        return self._attempt(_step(column), lambda quote: change_line(quote, row, edit), (row, column))

    def pick(self, row: Hashable | None, hit: Hit) -> None:
        """Put the product found into the line."""
        if isinstance(hit.key, Product):
            self.put(row, hit.key)

    def put(self, row: Hashable | None, product: Product) -> None:
        """Put a product into a line, or into a new last one."""
        language = self._presenter.quote.language
        if isinstance(row, UUID):
            self._attempt(
                _("Change product"),
                lambda quote: change_line(quote, row, lambda line: line_of(product, line, language)),
            )
        else:
            self._insert(_("Add product"), [new_line(product, line_id=self._new_id(), language=language)])

    def create(self, row: Hashable | None, text: str) -> None:
        """Ask for a new product of this name."""
        self.create_wanted.emit(row, text)

    def duplicate(self, rows: Sequence[Hashable]) -> None:
        """Put copies of the lines behind the last of them."""
        self._attempt(_("Duplicate line"), lambda quote: duplicate(quote, _ids(rows), self._new_id))

    def remove(self, rows: Sequence[Hashable]) -> None:
        """Take the lines out."""
        text = ngettext("Delete line", "Delete {n} lines", len(rows)).format(n=len(rows))
        self._attempt(text, lambda quote: remove_lines(quote, frozenset(_ids(rows))))

    def move(self, rows: Sequence[Hashable], before: Hashable | None) -> None:
        """Put the lines in front of another."""
        target = before if isinstance(before, UUID) else None
        self._attempt(_("Move line"), lambda quote: move_before(quote, _ids(rows), target))

    def paste(self, before: Hashable | None, table: tuple[tuple[str, ...], ...]) -> None:
        """Make lines of spreadsheet rows; they are read and looked up on a reader thread."""
        self._before = before if isinstance(before, UUID) else None
        sign = self._presenter.session.formats.decimal_sign
        question = self._presenter.session.question
        self._pasting.ask(question(lambda unit: pasted(unit, table, decimal_sign=sign)))

    def seal(self) -> None:
        """The focus left the cell."""
        self._presenter.seal()

    # What the menu asks beside

    def add_text(self, text: str, before: UUID | None = None) -> str:
        """Add a line of text; return why not, empty when it was taken."""
        try:
            name = clean_text(text.strip(), field="quote.line", longest=DESCRIPTION_LENGTH)
        except AppError as refusal:
            return sentence(refusal)
        return self._insert(_("Add text"), [QuoteLine(self._new_id(), LineKind.TEXT, name=name)], before)

    def add_kind(self, kind: LineKind, before: UUID | None) -> UUID:
        """Add an empty heading, text or subtotal in front of a line; return its id."""
        line = QuoteLine(self._new_id(), kind)
        words = {
            LineKind.HEADING: _("Add section"),
            LineKind.TEXT: _("Add text"),
            LineKind.SUBTOTAL: _("Add subtotal"),
        }
        self._insert(words[kind], [line], before)
        return line.id

    def switch_role(self, rows: Sequence[Hashable], role: LineRole) -> None:
        """Make lines optional or alternative, or ordinary again."""
        text = _("Optional line") if role is LineRole.OPTIONAL else _("Alternative line")
        self._attempt(text, lambda quote: with_role(quote, _ids(rows), role))

    def add_from(self, other: Quote) -> None:
        """Add the lines of another quote at the end (U9)."""
        lines = [replace(line, id=self._new_id()) for line in other.lines]
        self._insert(_("Add last items"), lines)

    # How it is done

    def _attempt(self, text: str, edit: Callable[[Quote], Quote], key: Hashable = None) -> str:
        return self._presenter.attempt(text, edit, key)

    def _insert(self, text: str, lines: Sequence[QuoteLine], before: UUID | None = None) -> str:
        if before is None:
            return self._attempt(text, lambda quote: insert_lines(quote, lines))
        return self._attempt(text, lambda quote: insert_before(quote, lines, before))

    def _sku(self, row: Hashable | None, text: str) -> str:
        """Take an SKU that was typed and not picked; the presenter looks it up."""
        if not text:
            return _("A product line needs an SKU. Type one, or delete the line with Ctrl+Delete.")
        try:
            sku = clean_name(text, field="quote.line.sku", longest=LONGEST_SKU)
        except AppError as refusal:
            return sentence(refusal)
        if isinstance(row, UUID):
            return self._attempt(
                _("Change product"),
                lambda quote: change_line(quote, row, lambda line: replace(line, product_id=None, sku=sku)),
            )
        return self._insert(_("Add product"), [QuoteLine(self._new_id(), sku=sku)])

    def _pasted(self, found: Pasted) -> None:
        lines = list(self._lines_of(found))
        text = ngettext("Paste {n} row", "Paste {n} rows", len(found.rows)).format(n=len(found.rows))
        why = self._insert(text, lines, self._before)
        self._presenter.seal()
        self.said.emit(why or _paste_sentence(found))

    def _lines_of(self, found: Pasted) -> Sequence[QuoteLine]:
        """A row that could not be read stays with the row above it."""
        lines: list[tuple[str, QuoteLine]] = []
        group = ""
        for row in found.rows:
            if isinstance(row, str):
                lines.append((group, QuoteLine(self._new_id(), LineKind.TEXT, name=row)))
                continue
            group = row.group
            lines.append((group, self._line_of(row, found.products.get(row.sku))))
        return in_sections(lines, self._new_id)

    def _line_of(self, row: LineRow, product: Product | None) -> QuoteLine:
        """Return the line of a row; one whose SKU nobody knows keeps it, marked."""
        line = QuoteLine(self._new_id(), sku=row.sku)
        if product is not None:
            line = new_line(product, line_id=line.id, language=self._presenter.quote.language)
        return replace(
            line,
            quantity=row.quantity,
            unit=row.unit or line.unit,
            unit_price=row.price,
            discount=None if row.discount is None else percent_off(row.discount),
            role=LineRole.OPTIONAL if row.optional else LineRole.STANDARD,
        )


def _ids(rows: Sequence[Hashable]) -> tuple[UUID, ...]:
    return tuple(row for row in rows if isinstance(row, UUID))


def _step(column: str) -> str:
    return {
        "name": _("Change description"),
        "quantity": _("Change quantity"),
        "unit": _("Change unit"),
        "price": _("Change price"),
        "discount": _("Change discount"),
    }[column]


def _paste_sentence(found: Pasted) -> str:
    """Return what became of the rows, empty where each became a product line."""
    texts = sum(1 for row in found.rows if isinstance(row, str))
    unknown = sum(1 for row in found.rows if not isinstance(row, str) and row.sku not in found.products)
    parts = []
    if unknown:
        parts.append(
            ngettext(
                "{n} SKU is not in the catalog; its line is marked.",
                "{n} SKUs are not in the catalog; their lines are marked.",
                unknown,
            ).format(n=unknown)
        )
    if texts:
        parts.append(
            ngettext(
                "{n} row could not be read and stands as text.",
                "{n} rows could not be read and stand as text.",
                texts,
            ).format(n=texts)
        )
    return " ".join(parts)
