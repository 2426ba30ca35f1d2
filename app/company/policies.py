"""Every rule the law of prices leaves to the company, in one value that each document keeps with it.

An old document recomputes as it was because its policies are stored on it; a default below never changes,
since a stored mapping without a key means that default.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from app.kernel.canonical import fields_of
from app.kernel.errors import RuleViolation
from app.kernel.exact import plain
from app.kernel.money import CashStepNotPositive, Currency
from app.kernel.numbers import parse_number

FINEST_PRICE = 6
"""Decimals a unit price has at most."""


class UnknownPolicy(RuleViolation):
    """No policy has this name."""

    code = "company.unknown_policy"


class PolicyValueRefused(RuleViolation):
    """A policy does not know this value."""

    code = "company.policy_value_refused"


class RoundingPolicy(StrEnum):
    """Whether a net unit price is rounded before it is multiplied, or only the line is rounded."""

    LINE = "line"
    UNIT = "unit"


class ProrationMode(StrEnum):
    """How a span is measured in months of a price's term (domain rules, section 3)."""

    MONTHS_AND_DAYS = "months_and_days"
    DAILY_365 = "daily_365"
    WHOLE_MONTHS = "whole_months"
    CALENDAR = "calendar"
    PERIOD_DAYS = "period_days"
    THIRTY_360 = "thirty_360"


class PromotionMode(StrEnum):
    """Which of several matching promotions count."""

    BEST = "best"
    STACKED = "stacked"


class PriceBasis(StrEnum):
    """Whether prices are written without or with tax."""

    NET = "net"
    GROSS = "gross"


class TaxRounding(StrEnum):
    """Whether tax is rounded once per category and rate, or on every line."""

    GROUP = "group"
    LINE = "line"


class CashRounding(StrEnum):
    """Whether the cash step rounds the total or each instalment."""

    TOTAL = "total"
    INSTALMENT = "instalment"


class EarlyPaymentTax(StrEnum):
    """Whether an early-payment discount reduces the tax when it is taken, from the start, or never."""

    ON_PAYMENT = "on_payment"
    ALWAYS = "always"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Policies:
    """The company's choices; every default is the law's.

    Attributes:
        rounding: When a unit price is rounded.
        price_scale_offset: Decimals of a unit price beyond those of the currency, 0 to 6; never more than 6
            decimals in all.
        proration: How parts of a term are measured.
        additional_last: The rep's discount is taken after partner and distributor.
        partner_off_list: Partner and distributor percents are taken off the prorated list price.
        prorate_amount_discounts: A discount amount per unit of step 5 is prorated like the price.
        promotions: Best one, or all in their declared order.
        price_basis: Whether new price books and documents are net or gross.
        tax_rounding: Per tax group, or per line.
        cash_step: Smallest coin a total is rounded to (0.05 for CHF); None rounds to the currency only.
        cash_rounding: What the cash step is applied to.
        early_payment_tax: What an early-payment discount does to the tax.
    """

    rounding: RoundingPolicy = RoundingPolicy.LINE
    price_scale_offset: int = 2
    proration: ProrationMode = ProrationMode.MONTHS_AND_DAYS
    additional_last: bool = False
    partner_off_list: bool = False
    prorate_amount_discounts: bool = False
    promotions: PromotionMode = PromotionMode.BEST
    price_basis: PriceBasis = PriceBasis.NET
    tax_rounding: TaxRounding = TaxRounding.GROUP
    cash_step: Decimal | None = None
    cash_rounding: CashRounding = CashRounding.TOTAL
    early_payment_tax: EarlyPaymentTax = EarlyPaymentTax.ON_PAYMENT

    def __post_init__(self) -> None:
        if not 0 <= self.price_scale_offset <= FINEST_PRICE:
            raise PolicyValueRefused(
                policy="price_scale_offset", value=self.price_scale_offset, choices="0..6"
            )
        if self.cash_step is not None and not (self.cash_step.is_finite() and self.cash_step > 0):
            raise CashStepNotPositive(step=self.cash_step)

    def price_scale(self, currency: Currency) -> int:
        """Return the decimals a unit price has in this currency, 6 at most."""
        return min(currency.exponent + self.price_scale_offset, FINEST_PRICE)

    def to_mapping(self) -> dict[str, str]:
        """Return name -> text of every policy, as a document stores it and `of_mapping` reads it."""
        return {name: _written(value) for name, value in fields_of(self).items()}

    @classmethod
    def of_mapping(cls, stored: Mapping[str, str]) -> Policies:
        """Return the policies a document was made under; a missing one has its default.

        Raises:
            UnknownPolicy: A name is no policy (a newer program wrote it).
            PolicyValueRefused: A value is none of the policy's choices.
        """
        policies = cls()
        for name, text in stored.items():
            policies = policies.with_value(name, text)
        return policies

    def with_value(self, name: str, text: str) -> Policies:
        """Return the policies with one of them set from text: ``proration`` to ``daily_365``.

        Raises:
            UnknownPolicy: The name is no policy.
            PolicyValueRefused: The text is none of the policy's choices.
        """
        if name not in _CHOICES:
            raise UnknownPolicy(policy=name[:40], known=", ".join(_CHOICES))
        changed: dict[str, Any] = {name: _read(name, text)}  # Any: one of many types, checked by _read
        return replace(self, **changed)

    @staticmethod
    def choices(name: str) -> tuple[str, ...]:
        """Return the texts a policy may be set to, as examples where they are numbers.

        Raises:
            UnknownPolicy: The name is no policy.
        """
        if name not in _CHOICES:
            raise UnknownPolicy(policy=name[:40], known=", ".join(_CHOICES))
        return _texts(_CHOICES[name])


_YES_NO = {"yes": True, "no": False}
_SCALES = {str(decimals): decimals for decimals in range(FINEST_PRICE + 1)}

_CHOICES: dict[str, type[StrEnum] | Mapping[str, object]] = {
    "rounding": RoundingPolicy,
    "price_scale_offset": _SCALES,
    "proration": ProrationMode,
    "additional_last": _YES_NO,
    "partner_off_list": _YES_NO,
    "prorate_amount_discounts": _YES_NO,
    "promotions": PromotionMode,
    "price_basis": PriceBasis,
    "tax_rounding": TaxRounding,
    "cash_step": {"none": None, "0.05": Decimal("0.05")},
    "cash_rounding": CashRounding,
    "early_payment_tax": EarlyPaymentTax,
}


def _texts(choice: type[StrEnum] | Mapping[str, object]) -> tuple[str, ...]:
    return tuple(member.value for member in choice) if isinstance(choice, type) else tuple(choice)


def _read(name: str, text: str) -> object:
    choice = _CHOICES[name]
    known: Mapping[str, object] = (
        {member.value: member for member in choice} if isinstance(choice, type) else choice
    )
    word = text.strip().lower()
    if word in known:
        return known[word]
    if name == "cash_step":
        return parse_number(word, scale=4, low=Decimal("0.0001"), high=Decimal(1000))
    raise PolicyValueRefused(policy=name, value=text[:40], choices=", ".join(known))


def _written(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return plain(value)
    return "none" if value is None else str(value)
