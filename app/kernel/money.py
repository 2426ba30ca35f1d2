"""Money that cannot be added across currencies nor rounded by accident.

The three roundings are named here and nowhere else: to the currency (`Money.rounded`), to the price scale
(`to_price_scale`, `up_to_price_scale`) and to the cash step (`Money.to_cash_step`). All are half away from
zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate
from math import lcm
from typing import overload

from app.kernel.currencies import EXPONENTS
from app.kernel.errors import RuleViolation
from app.kernel.exact import EXACT, QUANTA, half_away, up
from app.kernel.numbers import from_scaled, to_scaled
from app.kernel.ratio import Ratio, divide_half_away


class CurrencyMismatch(RuleViolation):
    """Two amounts of different currencies met in one operation."""

    code = "money.currency_mismatch"


class UnknownCurrency(RuleViolation):
    """The code is not a currency of ISO 4217."""

    code = "money.unknown_currency"


class NothingToShareBy(RuleViolation):
    """An amount is to be split, but no part may take any of it."""

    code = "money.nothing_to_share_by"


class CashStepNotPositive(RuleViolation):
    """The smallest coin must be worth something."""

    code = "money.cash_step_not_positive"


@dataclass(frozen=True, slots=True)
class Currency:
    """An ISO 4217 currency and the number of decimals it is invoiced with."""

    code: str
    exponent: int = 2

    @classmethod
    def of(cls, code: str) -> Currency:
        """Return the currency with this ISO 4217 code and its decimals.

        Raises:
            UnknownCurrency: No currency has this code.
        """
        try:
            return _KNOWN[code]
        except KeyError:
            raise UnknownCurrency(currency=code[:10]) from None

    @property
    def quantum(self) -> Decimal:
        """Return the smallest invoiceable step, 0.01 for a two-decimal currency."""
        return QUANTA[self.exponent]

    @property
    def price_scale(self) -> int:
        """Return the decimals a unit price has by default: two more than the currency, at most 6."""
        return min(self.exponent + 2, 6)

    def __str__(self) -> str:
        return self.code


_KNOWN = {code: Currency(code, exponent) for code, exponent in EXPONENTS.items()}


@dataclass(frozen=True, slots=True)
class Money:
    """An exact amount; it may carry more decimals than the currency is invoiced with."""

    amount: Decimal
    currency: Currency

    @classmethod
    def zero(cls, currency: Currency) -> Money:
        """Return nothing, in this currency."""
        return cls.of_minor(0, currency)

    @classmethod
    def of_minor(cls, units: int, currency: Currency) -> Money:
        """Return the amount of so many smallest units: 1999 cents are 19.99.

        Raises:
            NumberOutOfRange: More than 64 bits hold.
        """
        return cls(from_scaled(units, currency.exponent), currency)

    @property
    def minor(self) -> int:
        """Return the amount in smallest units, as the store keeps it.

        Raises:
            TooManyDecimals: The amount is finer than the currency; round it first.
            NumberOutOfRange: More than 64 bits hold.
        """
        return to_scaled(self.amount, self.currency.exponent)

    def __add__(self, other: Money) -> Money:
        self._require_same_currency(other)
        return Money(EXACT.add(self.amount, other.amount), self.currency)

    def __sub__(self, other: Money) -> Money:
        self._require_same_currency(other)
        return Money(EXACT.subtract(self.amount, other.amount), self.currency)

    def __neg__(self) -> Money:
        return Money(EXACT.minus(self.amount), self.currency)

    def __abs__(self) -> Money:
        return -self if self.amount < 0 else self

    def __lt__(self, other: Money) -> bool:
        self._require_same_currency(other)
        return self.amount < other.amount

    def __le__(self, other: Money) -> bool:
        self._require_same_currency(other)
        return self.amount <= other.amount

    def __gt__(self, other: Money) -> bool:
        return other < self

    def __ge__(self, other: Money) -> bool:
        return other <= self

    def __bool__(self) -> bool:
        return bool(self.amount)

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency.code}"

    @overload
    def times(self, factor: Decimal | int) -> Money: ...
    @overload
    def times(self, factor: Ratio) -> Quotient: ...
    def times(self, factor: Decimal | int | Ratio) -> Money | Quotient:
        """Return the exact product; the caller decides where to round.

        A ratio gives a `Quotient`, which still holds its divisor: 0.22 x 1/12 x 3 is 0.055, not 0.0549...
        """
        if isinstance(factor, Ratio):
            return Quotient(Ratio.of(self.amount) * factor, self.currency)
        return Money(EXACT.multiply(self.amount, Decimal(factor)), self.currency)

    def rounded(self) -> Money:
        """Return the amount on the currency's quantum, halves away from zero."""
        return Money(half_away(self.amount, self.currency.exponent), self.currency)

    def to_cash_step(self, step: Decimal) -> Money:
        """Return the nearest amount that can be paid in coins of this step (CHF 0.05), halves away from zero.

        Raises:
            CashStepNotPositive: The step is zero or negative.
        """
        if step <= 0:
            raise CashStepNotPositive(step=step)
        steps = (Ratio.of(self.amount) / step).rounded(0)
        return Money(EXACT.multiply(steps, step), self.currency).rounded()

    def _require_same_currency(self, other: Money) -> None:
        if other.currency is not self.currency and other.currency != self.currency:
            raise CurrencyMismatch(left=self.currency.code, right=other.currency.code)


@dataclass(frozen=True, slots=True)
class Quotient:
    """Money with a divisor still to be applied: exact where no decimal is (100 / 12), until it is rounded."""

    value: Ratio
    currency: Currency

    def times(self, factor: Decimal | int | Ratio) -> Quotient:
        """Return the exact product."""
        return Quotient(self.value * factor, self.currency)

    def __add__(self, other: Money | Quotient) -> Quotient:
        if other.currency != self.currency:
            raise CurrencyMismatch(left=self.currency.code, right=other.currency.code)
        value = other.value if isinstance(other, Quotient) else other.amount
        return Quotient(self.value + value, self.currency)

    def rounded(self) -> Money:
        """Return the amount on the currency's quantum, halves away from zero."""
        return Money(self.value.rounded(self.currency.exponent), self.currency)


def to_price_scale(price: Decimal | Ratio, scale: int) -> Decimal:
    """Return the unit price with the price book's decimals, halves away from zero."""
    return price.rounded(scale) if isinstance(price, Ratio) else half_away(price, scale)


def up_to_price_scale(price: Decimal | Ratio, scale: int) -> Decimal:
    """Return the lowest unit price with these decimals that is not below `price`: floors, inverse prices."""
    return price.up(scale) if isinstance(price, Ratio) else up(price, scale)


def total_of(amounts: Iterable[Money], currency: Currency) -> Money:
    """Return the sum of the amounts, zero in `currency` when there are none.

    Raises:
        CurrencyMismatch: An amount has another currency.
    """
    return sum(amounts, Money.zero(currency))


def allocate(total: Money, weights: Sequence[Decimal | int | Ratio]) -> tuple[Money, ...]:
    """Split a rounded total over lines, groups or parties so that the parts sum to it exactly.

    The quanta lost by truncation go to the largest remainders, earlier parts first. A negative weight (a
    negative line) gets no share.

    Args:
        total: Amount on its currency's quantum; it may be negative.
        weights: One per part.

    Raises:
        NothingToShareBy: The total is not zero and no weight is positive.
        TooManyDecimals: The total is finer than its currency.
    """
    shares = [max(0, weight) for weight in _whole_weights(weights)]
    whole, units = sum(shares), total.minor
    if not units:
        return tuple(Money.zero(total.currency) for _ in shares)
    if not whole:
        raise NothingToShareBy(total=total, parts=len(shares))
    sign = -1 if units < 0 else 1
    quotients = [divmod(abs(units) * share, whole) for share in shares]
    missing = abs(units) - sum(quotient for quotient, _ in quotients)
    by_remainder = sorted(range(len(shares)), key=lambda part: -quotients[part][1])
    topped = set(by_remainder[:missing])
    return tuple(
        Money.of_minor(sign * (quotient + (part in topped)), total.currency)
        for part, (quotient, _) in enumerate(quotients)
    )


def running_shares(total: Money, weights: Sequence[Decimal | int | Ratio]) -> tuple[Money, ...]:
    """Split a rounded total over time or milestones: what is due so far, rounded, less what was due before.

    100 over 12 equal months is 8.33, 8.34, 8.33 ...; the shares sum to the total exactly.

    Args:
        total: Amount on its currency's quantum; it may be negative.
        weights: Non-negative, one per period in the order of time.

    Raises:
        NothingToShareBy: The total is not zero and no weight is positive.
        TooManyDecimals: The total is finer than its currency.
        ValueError: A weight is negative: time does not run backwards (a caller's bug).
    """
    lengths = _whole_weights(weights)
    if lengths and min(lengths) < 0:
        raise ValueError("a period of negative length")
    whole, units = sum(lengths), total.minor
    if not units:
        return tuple(Money.zero(total.currency) for _ in lengths)
    if not whole:
        raise NothingToShareBy(total=total, parts=len(lengths))
    due = [divide_half_away(units * so_far, whole) for so_far in accumulate(lengths)]
    return tuple(
        Money.of_minor(now - before, total.currency) for before, now in zip([0, *due], due, strict=False)
    )


def _whole_weights(weights: Sequence[Decimal | int | Ratio]) -> list[int]:
    """Return whole numbers in the same proportion, so that shares divide without loss."""
    ratios = [Ratio.of(weight) for weight in weights]
    common = lcm(*(ratio.denominator for ratio in ratios))
    return [ratio.numerator * (common // ratio.denominator) for ratio in ratios]
