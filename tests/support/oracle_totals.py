"""The foot of a priced document, a second time for the oracle: discount, net, tax and what is payable."""

from __future__ import annotations

from fractions import Fraction

from app.company.policies import TaxRounding


def rounded(value) -> int:
    """Halves away from zero."""
    whole = int(abs(value) + Fraction(1, 2))
    return whole if value >= 0 else -whole


def totals_of(request, rules, lines):
    book = next(book for book in rules.books if book.code == request.book)
    summed = [line for line in lines if line.counts]
    discount = _taken_discount(request, sum(line.amount for line in summed))
    rates = sorted({line.rate for line in summed}, reverse=True)
    sums = [sum(line.amount for line in summed if line.rate == rate) for rate in rates]
    net = tax = 0
    for rate, amount, share in zip(rates, sums, _largest_remainder(discount, sums), strict=True):
        if request.policies.tax_rounding is TaxRounding.LINE:
            members = [line.amount for line in summed if line.rate == rate]
            shares = _largest_remainder(share, members)
            pieces = [member - part for member, part in zip(members, shares, strict=True)]
        else:
            pieces = [amount - share]
        for piece in pieces:
            inside = rounded(piece / (1 + rate)) if book.gross else piece
            net += inside
            tax += piece - inside if book.gross else rounded(piece * rate)
    gross = net + tax
    step = request.policies.cash_step
    cents = 10**request.currency.exponent
    payable = gross if step is None else rounded(gross / (Fraction(step) * cents)) * Fraction(step) * cents
    return net, tax, gross, payable - gross, discount


def _taken_discount(request, amount):
    wanted = int(request.document_discount * 10**request.currency.exponent)
    return wanted if 0 < wanted <= amount else 0


def _largest_remainder(units, weights):
    weights = [max(0, weight) for weight in weights]
    if not units:
        return [0] * len(weights)
    exact = [Fraction(units * weight, sum(weights)) for weight in weights]
    parts = [int(share) for share in exact]
    order = sorted(range(len(weights)), key=lambda at: (parts[at] - exact[at], at))
    for at in order[: units - sum(parts)]:
        parts[at] += 1
    return parts
