"""Why one price of a document differs from another: the difference of the nets, cause by cause."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import Any, NamedTuple

from app.kernel.errors import RuleViolation
from app.pricing.document import price
from app.pricing.request import PricingRequest, RequestLine
from app.pricing.rules import PriceRules


class CurrenciesDiffer(RuleViolation):
    """Two documents of different currencies have no difference in money."""

    code = "pricing.currencies_differ"


class Cause(StrEnum):
    """What changed between two documents, in the order the causes are told."""

    LINES = "lines"
    QUANTITY = "quantity"
    OPTIONS = "options"
    TERM = "term"
    PRICE_BOOK = "price_book"
    RULES = "rules"
    PRICE = "price"
    DISCOUNT = "discount"
    OTHER = "other"


class Effect(NamedTuple):
    """What a cause adds to the net, in the currency's smallest unit; below 0 it takes away."""

    cause: Cause
    amount: int


_OF_LINES: dict[Cause, tuple[str, ...]] = {
    Cause.QUANTITY: ("quantity", "unit", "owned"),
    Cause.OPTIONS: ("in_total",),
    Cause.TERM: ("period", "segments"),
    Cause.PRICE: ("manual_price", "cost"),
    Cause.DISCOUNT: ("discount", "factor", "group"),
}
_OF_DOCUMENT: dict[Cause, tuple[str, ...]] = {
    Cause.TERM: ("period",),
    Cause.PRICE_BOOK: ("book",),
    Cause.RULES: ("on", "customer"),
    Cause.DISCOUNT: ("discount", "groups", "document_discount", "partner", "distributor"),
}


def effects(before: PricingRequest, after: PricingRequest, rules: PriceRules) -> tuple[Effect, ...]:
    """Return what each cause adds to the net; together they are the whole difference, to the cent.

    Each is taken on top of those before it, in the order of `Cause`: how much is quantity and how much is
    price depends on that order, their sum does not. A line is the same where its key and its product are.

    Args:
        before: The older request; both are priced with today's rules, each on its own day.
        after: The newer one.
        rules: The index of everything that may change a price.

    Raises:
        CurrenciesDiffer: The two are in different currencies.
    """
    if before.currency != after.currency:
        raise CurrenciesDiffer(before=before.currency.code, after=after.currency.code)
    now, net = before, price(before, rules).totals.net
    found = []
    for cause in Cause:
        now = _with(cause, now, after)
        reached = price(now, rules).totals.net
        found.append(Effect(cause, reached - net))
        net = reached
    return tuple([effect for effect in found if effect.amount])


def _with(cause: Cause, now: PricingRequest, after: PricingRequest) -> PricingRequest:
    """Return the request with what the cause names taken over from the newer one."""
    if cause is Cause.OTHER:
        return after
    kept = {(line.key, line.sku): line for line in now.lines}
    names = _OF_LINES.get(cause, ())
    lines = [_line(kept.get((line.key, line.sku), line), line, names) for line in after.lines]
    taken: dict[str, Any] = {name: getattr(after, name) for name in _OF_DOCUMENT.get(cause, ())}  # any field
    return replace(now, lines=tuple(lines), **taken)


def _line(now: RequestLine, after: RequestLine, names: tuple[str, ...]) -> RequestLine:
    return now._replace(**{name: getattr(after, name) for name in names})
