"""The lines of a quote as rows of the grid; a row is made again only when something on it moved."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID

from app.catalog.product import ChargeType
from app.i18n.formats import Formats
from app.i18n.messages import sentence
from app.i18n.translations import gettext as _
from app.i18n.translations import ngettext
from app.kernel.findings import Finding, Severity
from app.pricing.result import GroupTotal, PricedDocument, PricedLine
from app.quotes.lines import LineKind, LineRole, QuoteLine
from app.quotes.quote import Quote
from ui.quotes.cells import Writing, discount_text
from ui.quotes.places import column_of
from ui.quotes.prices import inherited_discount, margin_share, unit_price
from ui.quotes.units import unit_label
from ui.widgets.grid_rows import CellKind, GridColumn, GridRow, Mark, RowKind

_KINDS = {LineKind.TEXT: RowKind.TEXT, LineKind.HEADING: RowKind.HEADING, LineKind.SUBTOTAL: RowKind.SUBTOTAL}
_PENDING = "\N{HORIZONTAL ELLIPSIS}"
_DETAIL = 160
"""Characters of a longer text shown beside the description."""


class Shown(NamedTuple):
    """What the rows are made of.

    Attributes:
        pending: SKUs whose product and prices are still being looked up.
    """

    quote: Quote
    priced: PricedDocument
    pending: frozenset[str] = frozenset()


def grid_columns(amount_title: Callable[[], str]) -> tuple[GridColumn, ...]:
    """Return the columns, left to right; `amount_title` names basis and currency, once per column."""
    return (
        GridColumn("sku", lambda: _("SKU"), CellKind.LOOKUP, 116),
        GridColumn("name", lambda: _("Description"), stretch=True),
        GridColumn("quantity", lambda: _("Quantity"), CellKind.NUMBER, 76),
        GridColumn("unit", lambda: _("Unit"), width=64, gives_way=2),
        GridColumn("price", lambda: _("Unit price"), CellKind.NUMBER, 96),
        GridColumn("discount", lambda: _("Discount"), CellKind.NUMBER, 84, gives_way=1),
        GridColumn("margin", lambda: _("Margin"), CellKind.NUMBER, 76, editable=False),
        GridColumn("amount", amount_title, CellKind.NUMBER, 108, editable=False),
    )


class RowMaker:
    """Makes the rows of one quote and keeps those that did not move, so that a keystroke makes one."""

    def __init__(self, formats: Formats) -> None:
        self._formats = formats
        self._kept: dict[UUID, tuple[tuple[object, ...], GridRow]] = {}
        self._header_of_kept: tuple[object, ...] = ()

    def rows(self, shown: Shown) -> list[GridRow]:
        """Return one row per line, in order."""
        quote, priced = shown.quote, shown.priced
        writing = Writing(self._formats, quote.currency)
        self._forget_other((quote.currency, quote.terms.term_months))
        answers = iter(priced.lines)
        groups = {group.key: group for group in priced.groups}
        running = 0
        made: dict[UUID, tuple[tuple[object, ...], GridRow]] = {}
        for line in quote.lines:
            if line.kind is LineKind.PRODUCT:
                answer = next(answers)
                running += answer.amount if answer.in_total else 0
                stands_on: tuple[object, ...] = (line, answer, line.sku in shown.pending)
            else:
                running = 0 if line.kind is LineKind.HEADING else running
                group = groups.get(str(line.id)) if line.kind is LineKind.HEADING else None
                stands_on = (line, group, running)
            kept = self._kept.get(line.id)
            if kept is None or not _same(kept[0], stands_on):
                kept = (stands_on, self._made(stands_on, Whole(quote, priced, writing)))
            made[line.id] = kept
        self._kept = made
        return [row for _stands_on, row in made.values()]

    def _forget_other(self, header: tuple[object, ...]) -> None:
        """Make all rows again when what every one of them shows is another: the currency, the term."""
        if header != self._header_of_kept:
            self._kept.clear()
            self._header_of_kept = header

    def _made(self, stands_on: tuple[object, ...], whole: Whole) -> GridRow:
        line, answer, more = stands_on
        if isinstance(line, QuoteLine) and isinstance(answer, PricedLine):
            return _item(line, answer, whole) if not more else _pending(line, whole)
        if isinstance(line, QuoteLine) and isinstance(more, int):
            return _other(line, answer if isinstance(answer, GroupTotal) else None, more, whole)
        raise TypeError("a row stands on a line")


class Whole(NamedTuple):
    """What a row knows beyond its own line."""

    quote: Quote
    priced: PricedDocument
    writing: Writing

    def amount(self, units: int) -> str:
        """Return smallest units as the amount column writes them."""
        return self.writing.formats.amount(self.priced.money(units))


def _same(before: tuple[object, ...], after: tuple[object, ...]) -> bool:
    """Tell whether a row would come out as it was: the very same values, numbers compared by value."""
    return before[0] is after[0] and before[1] is after[1] and before[2] == after[2]


def _item(line: QuoteLine, answer: PricedLine, whole: Whole) -> GridRow:
    writing, formats = whole.writing, whole.writing.formats
    price = _price_text(line, answer, writing)
    margin = margin_share(answer)
    own_discount = discount_text(line.discount, writing)
    cells = (
        line.sku,
        line.name,
        formats.number(line.quantity),
        unit_label(line.unit),
        price,
        own_discount or _inherited(answer, formats),
        "" if margin is None else formats.percent(margin, high=1),
        whole.amount(answer.amount) if answer.parts else "",
    )
    return GridRow(
        line.id,
        cells,
        RowKind.ITEM,
        edit=(("price", _price_edit(line, price, formats)), ("discount", own_discount)),
        marks=_marks(line, answer),
        tag=_role_word(line.role),
        detail=_detail(line, answer, whole.quote),
        counts=line.role is LineRole.STANDARD,
    )


def _pending(line: QuoteLine, whole: Whole) -> GridRow:
    """Return the row of a product that is still being looked up: what was typed, and no verdict yet."""
    quantity = whole.writing.formats.number(line.quantity)
    discount = discount_text(line.discount, whole.writing)
    unit = unit_label(line.unit) if line.product_id else ""
    cells = (line.sku, line.name, quantity, unit, "", discount, "", _PENDING)
    return GridRow(line.id, cells, RowKind.ITEM, tag=_role_word(line.role))


def _other(line: QuoteLine, group: GroupTotal | None, running: int, whole: Whole) -> GridRow:
    discount = discount_text(line.discount, whole.writing)
    amount = ""
    if line.kind is LineKind.SUBTOTAL:
        amount = whole.amount(running)
    elif group is not None and (group.amount or group.list_amount):
        amount = whole.amount(group.amount)
    name = line.name or (_("Subtotal") if line.kind is LineKind.SUBTOTAL else "")
    cells = ("", name, "", "", "", discount, "", amount)
    return GridRow(line.id, cells, _KINDS[line.kind], detail=_one_line(line.detail))


def _price_text(line: QuoteLine, answer: PricedLine, writing: Writing) -> str:
    price = unit_price(answer)
    if price is None:
        typed = line.unit_price
        return "" if typed is None else writing.formats.price(typed, writing.currency)
    written = writing.formats.price(price.amount, writing.currency)
    return written if price.base == 1 else f"{written} / {writing.formats.number(price.base)}"


def _price_edit(line: QuoteLine, shown: str, formats: Formats) -> str:
    if line.unit_price is not None:
        return formats.number(line.unit_price)
    return shown.partition(" / ")[0]


def _inherited(answer: PricedLine, formats: Formats) -> str:
    """Return the section's or quote's discount in parentheses: it is not this line's own."""
    share = inherited_discount(answer)
    return "" if not share else f"({formats.percent(share)})"


def _role_word(role: LineRole) -> str:
    if role is LineRole.OPTIONAL:
        return _("Optional")
    return _("Alternative") if role is LineRole.ALTERNATIVE else ""


def _detail(line: QuoteLine, answer: PricedLine, quote: Quote) -> str:
    parts = []
    if line.charge is ChargeType.RECURRING:
        months = line.term_months or quote.terms.term_months
        parts.append(ngettext("{n} month", "{n} months", months).format(n=months))
    if len(answer.parts) > 1:
        bands = len(answer.parts)
        parts.append(ngettext("{n} price band", "{n} price bands", bands).format(n=bands))
    if line.detail:
        parts.append(_one_line(line.detail))
    return " · ".join(parts)


def _one_line(text: str) -> str:
    return " ".join(text.split())[:_DETAIL]


def _marks(line: QuoteLine, answer: PricedLine) -> tuple[Mark, ...]:
    if line.product_id is None:
        unknown = Finding("quotes.unknown_sku", Severity.BLOCKER, "sku", {"sku": line.sku})
        return (Mark("sku", Severity.BLOCKER, sentence(unknown)),)
    return tuple(
        Mark(column_of(finding.where), finding.severity, sentence(finding)) for finding in answer.findings
    )
