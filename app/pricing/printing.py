"""The unit price that is printed: what a reader multiplies comes out as the amount beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from app.company.policies import ProrationMode
from app.kernel.money import Currency
from app.kernel.period import Period
from app.kernel.ratio import Ratio, divide_half_away, scaled
from app.pricing.exact import Exact, quotient
from app.pricing.proration import months, multiplier
from app.pricing.reasons import StepKind
from app.pricing.result import Part, PricedLine

MOST_DECIMALS = 6


class PrintedPrice(NamedTuple):
    """A price for `base_quantity` units (EN 16931 BT-146 and BT-149)."""

    amount: Decimal
    base_quantity: Decimal


def printed_price(
    quantity: Decimal, amount: int, currency: Currency, net: Exact | None = None
) -> PrintedPrice:
    """Return the price with the fewest decimals whose product with the quantity rounds to the amount.

    Where six decimals do not suffice, the amount itself is the price of `quantity` units.

    Args:
        quantity: In the line's unit; below 0 for goods taken back, whose price is above 0 all the same.
        amount: Of the line, in the currency's smallest unit.
        currency: Its decimals are the fewest a price is printed with.
        net: The exact net price of one unit; tried first, so that 0.333 is not printed as 0.3332.
    """
    price = _fewest_decimals(Ratio.of(quantity), amount, currency, net)
    if price is not None:
        return PrintedPrice(price, Decimal(1))
    return PrintedPrice(scaled(amount if quantity > 0 else -amount, currency.exponent), abs(quantity))


def _fewest_decimals(many: Ratio, amount: int, currency: Currency, net: Exact | None) -> Decimal | None:
    wanted = [Ratio(*net)] if net is not None else []
    if many.numerator:
        wanted.append(Ratio(amount, 10**currency.exponent) / many)
    for decimals in range(currency.exponent, MOST_DECIMALS + 1):
        for price in wanted:
            rounded = divide_half_away(price.numerator * 10**decimals, price.denominator)
            if _amount(rounded, decimals, many, currency) == amount:
                return scaled(rounded, decimals)
    return None


def printed_part(line: PricedLine, part: Part, currency: Currency) -> tuple[Decimal, PrintedPrice]:
    """Return quantity and price of a part of a line: a band of a slab, or the whole line."""
    quantity = Ratio(*part.quantity).rounded(MOST_DECIMALS)
    return quantity, printed_price(quantity, part.amount, currency, quotient(part.net, line.base_quantity))


def printed_line(line: PricedLine, quantity: Decimal, currency: Currency) -> PrintedPrice:
    """Return the price of a whole line; over the bands of a slab it is their mean."""
    if len(line.parts) == 1:
        return printed_part(line, line.parts[0], currency)[1]
    return printed_price(quantity, line.amount, currency)


class TermPrice(NamedTuple):
    """A price of one unit for the months it is quoted in: 11.70 a month.

    Attributes:
        amount: None where six decimals do not multiply to the line's amount.
        months: The price's term.
    """

    amount: Decimal | None
    months: int


def printed_term(
    line: PricedLine, part: Part | None, span: Period, mode: ProrationMode, currency: Currency
) -> TermPrice | None:
    """Return the price per term of a recurring line, or of one of its parts; None for one-time lines.

    Times the terms in the span and the quantity it rounds to the amount.

    Args:
        line: Priced; None is returned where it has no price.
        part: A band of a slab; None for the whole line, over several bands at their mean.
        span: Days of service.
        mode: Proration mode of the document.
        currency: Its decimals are the fewest a price is printed with.
    """
    one = line.parts[0] if part is None and len(line.parts) == 1 else part
    times = _multiplier(one or line.parts[0]) if line.parts else None
    if times is None or not times.numerator:
        return None
    many = sum((Ratio(*each.quantity) for each in ((one,) if one else line.parts)), Ratio(0)) * times
    net = (
        None
        if one is None
        else quotient(quotient(one.net, line.base_quantity), (times.numerator, times.denominator))
    )
    amount = line.amount if one is None else one.amount
    return TermPrice(_fewest_decimals(many, amount, currency, net), _term_months(span, times, mode))


def _multiplier(part: Part) -> Ratio | None:
    found = next((move.value for move in part.moves if move.kind is StepKind.PRORATION), None)
    return None if found is None else Ratio(*found)


def _term_months(span: Period, times: Ratio, mode: ProrationMode) -> int:
    """Return how many months the price was for: the one number whose multiplier the line was priced with."""
    ratio = months(span, mode) / times
    guess = divide_half_away(ratio.numerator, ratio.denominator)
    near = (guess, guess - 1, guess + 1)  # `period_days` counts days of periods of another length
    return next((n for n in near if n > 0 and multiplier(span, n, mode) == times), guess)


def _amount(price: int, decimals: int, quantity: Ratio, currency: Currency) -> int:
    numerator = price * quantity.numerator * 10**currency.exponent
    return divide_half_away(numerator, 10**decimals * quantity.denominator)
