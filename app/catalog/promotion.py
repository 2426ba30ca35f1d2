"""Promotions: offers with dates, product sets and quantity limits (step 1b of the waterfall)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from app.catalog.reduction import Reduction, percent_off
from app.catalog.selector import EVERYTHING, Selector
from app.catalog.texts import Texts
from app.catalog.validity import ALWAYS, Validity
from app.kernel.errors import RuleViolation
from app.kernel.numbers import checked


class CouponLimitRefused(RuleViolation):
    """A limit stands beside no coupon, allows no use at all, or the uses counted are below zero."""

    code = "catalog.coupon_limit_refused"


class OrderOverRefused(RuleViolation):
    """The amount an order must reach is below zero in some currency."""

    code = "catalog.order_over_refused"


class FreeGoodsRefused(RuleViolation):
    """Free units are made by no units or are none, or the offer takes something off as well."""

    code = "catalog.free_goods_refused"


class QuantityLimitsReversed(RuleViolation):
    """The largest quantity of an offer lies below its smallest, or one is negative."""

    code = "catalog.quantity_limits_reversed"


@dataclass(frozen=True, slots=True)
class FreeGoods:
    """Buy `every` units and get `free` units for nothing, as often as they are bought.

    Free units of the bought line itself stand on it and make no others free: buy 2 get 1 gives the third and
    the sixth of six. Those of another product are given to its lines in the document, the first one first.

    Attributes:
        every: In the unit of the price, above 0, of the line, or of all selected lines together.
        free: In the unit of the price, above 0.
        sku: The product that is free; empty: the bought one.
    """

    every: Decimal
    free: Decimal
    sku: str = ""


@dataclass(frozen=True, slots=True)
class Promotion:
    """An offer: between two dates these products cost less.

    Attributes:
        code: Unique name; of two offers with the same outcome the lower code wins.
        minimum: Smallest quantity on the line, inclusive, in the unit of the line's price.
        maximum: Largest quantity, inclusive; None: no limit.
        order: Place in the declared order where offers stack; the lower first, then by code.
        coupon: What the customer must name, capitals or not; empty: nothing.
        limit: How many documents may use the coupon; None: any number.
        used: How many have.
        order_over: Per currency what the prorated list prices of the selected lines must reach together,
            inclusive; a currency that is not named is refused. Empty: nothing.
        free_goods: What is free in place of a reduction, which is then 0 %.
        version: Counts up on each change; part of the trace of every price.

    Raises:
        QuantityLimitsReversed: The limits exclude every quantity.
        CouponLimitRefused: The limit has no coupon or allows nothing, or `used` is negative.
        OrderOverRefused: An amount to reach is negative.
        FreeGoodsRefused: Free goods are none, or stand beside a reduction.
        AppError: A limit is not finite, too large or has more than 6 decimals.
    """

    id: UUID
    code: str
    names: Texts
    reduction: Reduction
    selector: Selector = EVERYTHING
    validity: Validity = ALWAYS
    minimum: Decimal = Decimal(0)
    maximum: Decimal | None = None
    order: int = 0
    version: int = 1
    coupon: str = ""
    limit: int | None = None
    used: int = 0
    order_over: tuple[tuple[str, Decimal], ...] = ()
    free_goods: FreeGoods | None = None

    def __post_init__(self) -> None:
        if self.used < 0 or (self.limit is not None and (self.limit < 1 or not self.coupon)):
            raise CouponLimitRefused(promotion=self.code)
        if any(checked(amount) < 0 for _currency, amount in self.order_over):
            raise OrderOverRefused(promotion=self.code)
        goods = self.free_goods
        if goods is not None and (
            min(checked(goods.every), checked(goods.free)) <= 0 or self.reduction != percent_off(0)
        ):
            raise FreeGoodsRefused(promotion=self.code)
        if checked(self.minimum) < 0 or (self.maximum is not None and checked(self.maximum) < self.minimum):
            raise QuantityLimitsReversed(promotion=self.code)

    @property
    def is_used_up(self) -> bool:
        """Test whether the coupon reached its limit."""
        return self.limit is not None and self.used >= self.limit


def folded(coupon: str) -> str:
    """Return a coupon as it is compared: a customer may write it in capitals or not."""
    return coupon.strip().casefold()
