"""What the grid's price columns show of a priced line, read from its trace."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from app.i18n.formats import Formats
from app.i18n.translations import gettext as _
from app.kernel.money import Currency
from app.kernel.ratio import Ratio
from app.pricing.reasons import Reason, StepKind
from app.pricing.result import Part, PricedLine

_DECIMALS = 6
_YEAR = 12
_PRICE_ITSELF = frozenset(
    {StepKind.LIST, StepKind.SPECIAL, StepKind.PROMOTION, StepKind.VOLUME, StepKind.TERM}
)
_INHERITED = frozenset({Reason.GROUP_DISCOUNT, Reason.QUOTE_DISCOUNT})


class UnitPrice(NamedTuple):
    """A price for `base` units, per price term, before proration and the rep's discount."""

    amount: Decimal
    base: Decimal


def unit_price(line: PricedLine) -> UnitPrice | None:
    """Return the price the rep's discount is taken from; over the bands of a slab it is their mean.

    `None` where no price could be made.
    """
    if not line.parts:
        return None
    whole = sum((Ratio(*part.quantity) for part in line.parts), Ratio(0))
    if len(line.parts) == 1 or not whole.numerator:
        price = _before_term(line.parts[0])
    else:
        weighted = (_before_term(part) * Ratio(*part.quantity) for part in line.parts)
        price = sum(weighted, Ratio(0)) / whole
    return UnitPrice(price.rounded(_DECIMALS), Ratio(*line.base_quantity).rounded(_DECIMALS))


def inherited_discount(line: PricedLine) -> Decimal | None:
    """Return the share (0 to 1) the section's or the quote's discount takes off this line.

    `None` where the line has a discount of its own, or none reaches it.
    """
    for step in line.parts[0].steps if line.parts else ():
        if step.kind is StepKind.ADDITIONAL and step.reason in _INHERITED and step.before[0]:
            taken = Ratio(*step.before) - Ratio(*step.after)
            return (taken / Ratio(*step.before)).rounded(_DECIMALS)
    return None


def margin_share(line: PricedLine) -> Decimal | None:
    """Return the margin of a line as a share of its amount; `None` without a cost or an amount."""
    if line.cost is None or not line.amount:
        return None
    return Ratio(line.amount - line.cost, line.amount).rounded(_DECIMALS)


def price_per_term(price: Decimal, months: int, currency: Currency, formats: Formats) -> str:
    """Return a price with the time it is for, as the papers say it: ``11.70 per month``."""
    written = formats.price(price, currency)
    if months == 1:
        return _("{price} per month").format(price=written)
    if months == _YEAR:
        return _("{price} per year").format(price=written)
    return _("{price} per {n} months").format(price=written, n=months)


def _before_term(part: Part) -> Ratio:
    steps = [step for step in part.steps if step.kind in _PRICE_ITSELF]
    return Ratio(*steps[-1].after) if steps else Ratio(0)
