"""What is asked of pricing: whose document, on which day, in which currency, and its lines."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from app.catalog.product import SupplyKind, TaxClass
from app.catalog.reduction import Reduction
from app.company.policies import Policies
from app.kernel.errors import RuleViolation
from app.kernel.money import Currency
from app.kernel.percent import NO_PERCENT, Percent
from app.kernel.period import Period
from app.kernel.ratio import Ratio
from app.taxes.situation import TaxSituation

DEFAULT_POLICIES = Policies()
NOTHING = Decimal(0)


class ExchangeRateNotPositive(RuleViolation):
    """A frozen exchange rate is zero, below it or no number."""

    code = "pricing.exchange_rate_not_positive"


class Segment(NamedTuple):
    """A stretch of a ramp line: its own quantity and price from one day to another.

    Attributes:
        period: Follows the segment before without gap or overlap.
        quantity: None: the line's.
        price: The rep's own price from here on, like the line's manual price; None: as before.
        uplift: What the price rises by over the segment before, a fraction; below 0 it falls.
    """

    period: Period
    quantity: Decimal | None = None
    price: Decimal | None = None
    uplift: Decimal = NOTHING


class RequestLine(NamedTuple):
    """One position to price; edits are ``line._replace(quantity=...)``.

    Attributes:
        key: Unique in the request; findings and results name it.
        sku: The product; empty for a free line, which then needs a `manual_price`.
        quantity: In `unit`, up to 6 decimals; above 0, or below 0 where the request allows returns.
        unit: UN/ECE Rec 20 code; empty: the product's unit.
        group: Key of the section the line stands in; empty: in none.
        in_total: False for optional and alternative lines nobody chose: priced, not summed, never counted.
        manual_price: The rep's own price, for as many units as the list price is for (1 without a list
            price), up to 6 decimals; steps 1 to 3 are then refused. None: the rules decide.
        discount: The rep's additional discount; None: the group's, else the quote's; an explicit 0 % is
            a value. An amount is in the request's currency, off each unit.
        period: Service period of a recurring product; None: the request's.
        owned: Units the customer has already, counted by schedules that count owned units.
        tax_class: In place of the product's; a free line without one is standard.
        supply: What a free line supplies; products know it themselves.
        cost: Per unit, in the request's currency, in place of the product's; None: the product's.
        segments: Of a ramp, in place of the one period; each is a sub-line. Empty: no ramp.
        factor: In place of step 5: the net price without it times this, rounded to the price scale; set by
            `app.pricing.target`. None: the discounts decide.
        is_adjustment: The cents a target total leaves over; its quantity may be below zero.
    """

    key: str
    sku: str
    quantity: Decimal
    unit: str = ""
    group: str = ""
    in_total: bool = True
    manual_price: Decimal | None = None
    discount: Reduction | None = None
    period: Period | None = None
    owned: Decimal = NOTHING
    tax_class: TaxClass | None = None
    supply: SupplyKind = SupplyKind.GOODS
    cost: Decimal | None = None
    segments: tuple[Segment, ...] = ()
    factor: Ratio | None = None
    is_adjustment: bool = False


@dataclass(frozen=True, slots=True)
class RequestGroup:
    """A section with a subtotal.

    Attributes:
        key: What its lines name.
        discount: Additional discount of the lines that have none of their own.
    """

    key: str
    discount: Reduction | None = None


@dataclass(frozen=True, slots=True)
class ExchangeRate:
    """The frozen rate of a document: one unit of its currency is `rate` units of the company's.

    Attributes:
        rate: Above 0, up to 6 decimals.
        on: The day it was quoted for.
        source: Who published it.

    Raises:
        ExchangeRateNotPositive: One unit of one currency would be worth nothing of the other.
    """

    company_currency: Currency
    rate: Decimal
    on: date
    source: str

    def __post_init__(self) -> None:
        if not self.rate.is_finite() or self.rate <= 0:
            raise ExchangeRateNotPositive(rate=str(self.rate)[:40])


@dataclass(frozen=True, slots=True)
class PricingRequest:
    """A whole document to price; the same request and rules give the same price everywhere.

    Attributes:
        on: The day whose prices and rules hold.
        currency: All amounts are in it.
        book: Code of the price book.
        customer: Customer reference for contracted prices and rules; may be empty.
        taxes: Who sells to whom, and where it goes.
        discount: Additional discount of the whole quote, for lines whose group has none either.
        document_discount: Lump sum off the document, not negative, in the document's basis (net or gross).
        partner: Step 6.
        distributor: Step 7.
        period: Service period of recurring lines without one.
        tax_date: The day whose tax rates hold; None: `on`.
        exchange: Frozen rate to the company's currency; None where both are the same.
        allow_returns: Lines may have a quantity below 0 (amendments, goods taken back).
        codes: Coupons the customer names; promotions with one apply only then.
    """

    on: date
    currency: Currency
    book: str
    taxes: TaxSituation
    lines: tuple[RequestLine, ...] = ()
    customer: str = ""
    groups: tuple[RequestGroup, ...] = ()
    policies: Policies = DEFAULT_POLICIES
    discount: Percent | None = None
    document_discount: Decimal = NOTHING
    partner: Percent = NO_PERCENT
    distributor: Percent = NO_PERCENT
    period: Period | None = None
    tax_date: date | None = None
    exchange: ExchangeRate | None = None
    allow_returns: bool = False
    codes: tuple[str, ...] = ()
