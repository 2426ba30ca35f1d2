"""The unit price that is printed: what a reader multiplies comes out as the amount beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from app.kernel.money import Currency
from app.kernel.ratio import Ratio, divide_half_away, scaled
from app.pricing.exact import Exact, quotient
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
    many = Ratio.of(quantity)
    wanted = [Ratio(*net)] if net is not None else []
    if many.numerator:
        wanted.append(Ratio(amount, 10**currency.exponent) / many)
    for decimals in range(currency.exponent, MOST_DECIMALS + 1):
        for price in wanted:
            rounded = divide_half_away(price.numerator * 10**decimals, price.denominator)
            if _amount(rounded, decimals, many, currency) == amount:
                return PrintedPrice(scaled(rounded, decimals), Decimal(1))
    return PrintedPrice(scaled(amount if quantity > 0 else -amount, currency.exponent), abs(quantity))


def printed_part(line: PricedLine, part: Part, currency: Currency) -> tuple[Decimal, PrintedPrice]:
    """Return quantity and price of a part of a line: a band of a slab, or the whole line."""
    quantity = Ratio(*part.quantity).rounded(MOST_DECIMALS)
    return quantity, printed_price(quantity, part.amount, currency, quotient(part.net, line.base_quantity))


def printed_line(line: PricedLine, quantity: Decimal, currency: Currency) -> PrintedPrice:
    """Return the price of a whole line; over the bands of a slab it is their mean."""
    if len(line.parts) == 1:
        return printed_part(line, line.parts[0], currency)[1]
    return printed_price(quantity, line.amount, currency)


def _amount(price: int, decimals: int, quantity: Ratio, currency: Currency) -> int:
    numerator = price * quantity.numerator * 10**currency.exponent
    return divide_half_away(numerator, 10**decimals * quantity.denominator)
