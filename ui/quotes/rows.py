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
from app.pricing.printing import printed_term
from app.pricing.result import GroupTotal, PricedDocument, PricedLine
from app.quotes.lines import LineKind, LineRole, QuoteLine
from app.quotes.pricing_request import service_period
from app.quotes.quote import Quote
from ui.quotes.cells import Writing, discount_text
from ui.quotes.places import column_of
from ui.quotes.prices import inherited_discount, margin_share, price_per_term, unit_price
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


class Kept(NamedTuple):
    """A row with what it was made of: where these are the very same again, so is the row."""

    line: QuoteLine
    answer: PricedLine | GroupTotal | None
    more: int
    row: GridRow


class RowMaker:
    """Makes the rows of one quote and keeps those that did not move, so that a keystroke makes one."""

    def __init__(self, formats: Formats) -> None:
        self._formats = formats
        self._kept: list[Kept] = []
        self._header_of_kept: tuple[object, ...] = ()

    def rows(self, shown: Shown) -> list[GridRow]:
        """Return one row per line, in order."""
        quote, priced = shown.quote, shown.priced
        whole = Whole(quote, priced, Writing(self._formats, quote.currency))
        self._forget_other((quote.currency, quote.terms.term_months))
        answers = iter(priced.lines)
        groups = {group.key: group for group in priced.groups}
        running = 0
        made: list[Kept] = []
        before = _Before(self._kept)
        for at, line in enumerate(quote.lines):
            answer: PricedLine | GroupTotal | None = None
            if line.kind is LineKind.PRODUCT:
                priced_line = answer = next(answers)
                running += priced_line.amount if priced_line.in_total else 0
                more = int(line.sku in shown.pending)
            else:
                running = 0 if line.kind is LineKind.HEADING else running
                answer = groups.get(str(line.id)) if line.kind is LineKind.HEADING else None
                more = running
            kept = before.at(at, line)
            if kept is None or not (kept.line is line and kept.answer is answer and kept.more == more):
                kept = Kept(line, answer, more, _made(line, answer, more, whole))
            made.append(kept)
        self._kept = made
        return [kept.row for kept in made]

    def _forget_other(self, header: tuple[object, ...]) -> None:
        """Make all rows again when what every one of them shows is another: the currency, the term."""
        if header != self._header_of_kept:
            self._kept.clear()
            self._header_of_kept = header


class _Before:
    """The rows made last: found by their place, and by their id where lines came, went or moved."""

    def __init__(self, kept: list[Kept]) -> None:
        self._kept = kept
        self._by_id: dict[UUID, Kept] | None = None

    def at(self, place: int, line: QuoteLine) -> Kept | None:
        if place < len(self._kept) and self._kept[place].line.id is line.id:
            return self._kept[place]
        if self._by_id is None:
            self._by_id = {kept.line.id: kept for kept in self._kept}
        return self._by_id.get(line.id)


class Whole(NamedTuple):
    """What a row knows beyond its own line."""

    quote: Quote
    priced: PricedDocument
    writing: Writing

    def amount(self, units: int) -> str:
        """Return smallest units as the amount column writes them."""
        return self.writing.formats.amount(self.priced.money(units))


def _made(line: QuoteLine, answer: PricedLine | GroupTotal | None, more: int, whole: Whole) -> GridRow:
    if isinstance(answer, PricedLine):
        return _pending(line, whole) if more else _item(line, answer, whole)
    return _other(line, answer, more, whole)


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
        detail=_detail(line, answer, whole),
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


def _detail(line: QuoteLine, answer: PricedLine, whole: Whole) -> str:
    parts = []
    if line.charge is ChargeType.RECURRING:
        months = line.term_months or whole.quote.terms.term_months
        parts.append(ngettext("{n} month", "{n} months", months).format(n=months))
        parts += _per_term(line, answer, whole)
    if len(answer.parts) > 1:
        bands = len(answer.parts)
        parts.append(ngettext("{n} price band", "{n} price bands", bands).format(n=bands))
    if line.detail:
        parts.append(_one_line(line.detail))
    return " · ".join(parts)


def _per_term(line: QuoteLine, answer: PricedLine, whole: Whole) -> list[str]:
    """Return what the customer's paper says a unit costs in the time its price is for."""
    quote, formats = whole.quote, whole.writing.formats
    span = service_period(quote, line)
    price = printed_term(answer, None, span, quote.policies.proration, quote.currency)
    if price is None or price.amount is None:
        return []
    return [price_per_term(price.amount, price.months, quote.currency, formats)]


def _one_line(text: str) -> str:
    return " ".join(text.split())[:_DETAIL]


def _marks(line: QuoteLine, answer: PricedLine) -> tuple[Mark, ...]:
    if line.product_id is None:
        unknown = Finding("quotes.unknown_sku", Severity.BLOCKER, "sku", {"sku": line.sku})
        return (Mark("sku", Severity.BLOCKER, sentence(unknown)),)
    return tuple(
        Mark(column_of(finding.where), finding.severity, sentence(finding)) for finding in answer.findings
    )
