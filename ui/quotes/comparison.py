"""Two revisions line by line: what each was, what it is, by how much it moved and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from app.pricing.causes import Cause, Effect
from app.pricing.result import PricedDocument
from app.quotes.lines import LineKind, QuoteLine
from app.quotes.revision import Difference, LineComparison, compare
from app.services.quote_editor import PricedQuote
from ui.kit.tokens import Tone
from ui.quotes.units import counted
from ui.widgets.state_chip import Chip

_GONE = "\N{EN DASH}"


class ComparedLine(NamedTuple):
    """One line of both revisions, ready to show; `moved` tells whether anything about it did."""

    id: UUID
    name: str
    before: str
    after: str
    change: str
    cause: Chip | None
    moved: bool


class Compared(NamedTuple):
    """Two revisions.

    Attributes:
        net: The sentence about what became of the net amount.
        causes: What each cause added to it; empty where nothing moved.
    """

    lines: tuple[ComparedLine, ...]
    net: str
    causes: str


def compared(
    before: PricedQuote, after: PricedQuote, formats: Formats, effects: Sequence[Effect] = ()
) -> Compared:
    """Return the comparison, in the later revision's order, removed lines last."""
    amounts = (_amounts(before.priced), _amounts(after.priced))
    pen = _Pen(formats, before.priced, after.priced)
    lines = tuple(_line(one, amounts, pen) for one in compare(before.quote, after.quote))
    told = "   ".join(f"{_cause_word(effect.cause)} {pen.change(effect.amount)}" for effect in effects)
    return Compared(lines, _net(before, after, formats), told)


class _Pen(NamedTuple):
    formats: Formats
    before: PricedDocument
    after: PricedDocument

    def change(self, units: int) -> str:
        """Return a difference with its sign, in the later revision's currency."""
        written = self.formats.amount(self.after.money(abs(units)))
        return f"+{written}" if units > 0 else f"\N{MINUS SIGN}{written}" if units < 0 else written


def _amounts(priced: PricedDocument) -> dict[str, int]:
    return {line.key: line.amount for line in priced.lines}


def _line(one: LineComparison, amounts: tuple[dict[str, int], dict[str, int]], pen: _Pen) -> ComparedLine:
    line = one.after or one.before
    if line is None:
        raise ValueError("a comparison has at least one side")
    old, new = (amount.get(str(line.id), 0) for amount in amounts)
    same_currency = pen.before.request.currency == pen.after.request.currency
    by_rule = bool(old != new and not one.causes)
    return ComparedLine(
        line.id,
        line.name or line.sku or _kind_word(line.kind),
        _side(one.before, old, pen.formats, pen.before),
        _side(one.after, new, pen.formats, pen.after),
        pen.change(new - old) if same_currency and line.kind is LineKind.PRODUCT else "",
        _cause(one.causes, by_rule=by_rule),
        bool(one.causes) or by_rule,
    )


def _side(line: QuoteLine | None, amount: int, formats: Formats, priced: PricedDocument) -> str:
    if line is None:
        return _GONE
    if line.kind is not LineKind.PRODUCT:
        return ""
    return f"{counted(line.quantity, line.unit, formats)}   {formats.amount(priced.money(amount))}"


def _cause(causes: Sequence[Difference], *, by_rule: bool) -> Chip | None:
    """Return the causes in words; a price that moved although nobody typed anything moved by a rule."""
    if by_rule:
        return Chip(_("Price rule"), Tone.WARN, "refresh-cw")
    if not causes:
        return None
    words = ", ".join(_word(cause) for cause in causes)
    if Difference.ADDED in causes:
        return Chip(words, Tone.GOOD, "plus")
    if Difference.REMOVED in causes:
        return Chip(words, Tone.BAD, "minus")
    return Chip(words, Tone.INFO, "pencil")


def _word(cause: Difference) -> str:
    return {
        Difference.ADDED: _("Added"),
        Difference.REMOVED: _("Removed"),
        Difference.QUANTITY: _("Quantity"),
        Difference.PRICE: _("Price"),
        Difference.DISCOUNT: _("Discount"),
        Difference.TERM: _("Term"),
        Difference.ROLE: _("Optional or not"),
        Difference.TEXT: _("Text"),
    }[cause]


def _cause_word(cause: Cause) -> str:
    return {
        Cause.LINES: _("Lines added and removed"),
        Cause.QUANTITY: _("Quantity"),
        Cause.OPTIONS: _("Options"),
        Cause.TERM: _("Term"),
        Cause.PRICE_BOOK: _("Price book"),
        Cause.RULES: _("Prices and rules"),
        Cause.PRICE: _("Typed prices"),
        Cause.DISCOUNT: _("Discounts"),
        Cause.OTHER: _("Other terms"),
    }[cause]


def _kind_word(kind: LineKind) -> str:
    return {
        LineKind.PRODUCT: _("Product"),
        LineKind.TEXT: _("Text"),
        LineKind.HEADING: _("Section"),
        LineKind.SUBTOTAL: _("Subtotal"),
    }[kind]


def _net(before: PricedQuote, after: PricedQuote, formats: Formats) -> str:
    old = before.priced.money(before.priced.totals.net)
    new = after.priced.money(after.priced.totals.net)
    text = _("Net {before} → {after}").format(before=formats.money(old), after=formats.money(new))
    if old.currency != new.currency:
        return text
    change = new.minor - old.minor
    if not change:
        return _("{text}, unchanged").format(text=text)
    sign = "+" if change > 0 else "\N{MINUS SIGN}"
    return f"{text}  ({sign}{formats.money(after.priced.money(abs(change)))})"
