"""How an entry of a price book makes a price where it is none per unit (domain.md section 6)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from app.catalog.selector import EVERYTHING, Selector
from app.kernel.errors import RuleViolation
from app.kernel.numbers import checked
from app.kernel.percent import Percent


class BoxesUnsorted(RuleViolation):
    """There is no box, or the lower bounds of the boxes are not above zero or do not rise."""

    code = "catalog.boxes_unsorted"


class BoxPriceNegative(RuleViolation):
    """The price of a box, of a unit in it or of what goes beyond it lies below zero."""

    code = "catalog.box_price_negative"


class BoxesEndTooEarly(RuleViolation):
    """The last box ends before it begins, or ends although units beyond it have a price."""

    code = "catalog.boxes_end_too_early"


class PackageNotPositive(RuleViolation):
    """A package holds nothing."""

    code = "catalog.package_not_positive"


class LimitsCross(RuleViolation):
    """The smallest price of a share is negative or lies above the largest."""

    code = "catalog.limits_cross"


class MarkupNegative(RuleViolation):
    """A markup lies below zero."""

    code = "catalog.markup_negative"


@dataclass(frozen=True, slots=True)
class Box:
    """From `lower` units on, inclusive; `price` is for the whole box, or for each unit of a usage tier."""

    lower: Decimal
    price: Decimal


@dataclass(frozen=True, slots=True)
class BlockPrice:
    """One price for any quantity inside a box: 1 to 10 cost 1, 11 to 50 cost 3.

    A quantity outside every box has no price: a finding, never the list price.

    Attributes:
        boxes: By rising lower bound, at least one.
        last: The largest quantity the last box holds, inclusive; None: any.
        overage: Price of each unit above the last box's lower bound; at the bound itself there is none.

    Raises:
        BoxesUnsorted: No box, or their bounds do not rise from above zero.
        BoxPriceNegative: A price lies below zero.
        BoxesEndTooEarly: `last` lies below the last box, or stands beside an overage.
        AppError: A number is not finite, too large or has more than 6 decimals.
    """

    boxes: tuple[Box, ...]
    last: Decimal | None = None
    overage: Decimal | None = None

    def __post_init__(self) -> None:
        _check_boxes(self.boxes, self.overage)
        if self.boxes[0].lower <= 0:
            raise BoxesUnsorted()
        if self.last is not None and (checked(self.last) < self.boxes[-1].lower or self.overage is not None):
            raise BoxesEndTooEarly(last=self.last, lower=self.boxes[-1].lower)


class UsageModel(StrEnum):
    """Whether each unit pays the price of its own tier, or all pay that of the reached one."""

    GRADUATED = "graduated"
    VOLUME = "volume"


@dataclass(frozen=True, slots=True)
class UsageTiers:
    """Prices per unit by how much is used; on a quote the quantity is an estimate.

    A tier holds what lies above its lower bound, up to and including the next one: with bounds 0, 1,000 and
    10,000 the thousandth unit is still in the first.

    Attributes:
        tiers: By rising lower bound, the first from 0.
        model: Graduated, or volume.

    Raises:
        BoxesUnsorted: No tier, the first does not begin at 0, or the bounds do not rise.
        BoxPriceNegative: A price lies below zero.
        AppError: A number is not finite, too large or has more than 6 decimals.
    """

    tiers: tuple[Box, ...]
    model: UsageModel = UsageModel.GRADUATED

    def __post_init__(self) -> None:
        _check_boxes(self.tiers, None)
        if self.tiers[0].lower != 0:
            raise BoxesUnsorted()


@dataclass(frozen=True, slots=True)
class PackagePrice:
    """The entry's price buys a package; one that is begun is paid whole.

    Raises:
        PackageNotPositive: The package holds nothing.
        AppError: The size is not finite, too large or has more than 6 decimals.
    """

    size: Decimal

    def __post_init__(self) -> None:
        if checked(self.size) <= 0:
            raise PackageNotPositive(size=self.size)


class Basis(StrEnum):
    """Which price of the covered lines a share is taken of; all but `LIST` are prorated already."""

    LIST = "list"
    REGULAR = "regular"
    CUSTOMER = "customer"
    NET = "net"


@dataclass(frozen=True, slots=True)
class PercentOfTotal:
    """A share of what other lines of the document come to: support at 18 % of the licences.

    Lines priced so never cover each other; unchosen options are never covered.

    Attributes:
        percent: The share.
        basis: Which price of the covered lines.
        covers: Products and categories; no condition covers every line. Books and customers are not asked.
        minimum: Least price of one unit for the line's whole span; maximum: the largest.

    Raises:
        LimitsCross: A limit lies below zero, or the minimum above the maximum.
        AppError: A limit is not finite, too large or has more than 6 decimals.
    """

    percent: Percent
    basis: Basis = Basis.LIST
    covers: Selector = EVERYTHING
    minimum: Decimal | None = None
    maximum: Decimal | None = None

    def __post_init__(self) -> None:
        limits = [checked(limit) for limit in (self.minimum, self.maximum) if limit is not None]
        if any(limit < 0 for limit in limits) or limits != sorted(limits):
            raise LimitsCross(minimum=self.minimum, maximum=self.maximum)


@dataclass(frozen=True, slots=True)
class CostPlus:
    """The product's cost and a markup, in place of the list price (step 1); a contracted price is nearer.

    Attributes:
        share: Markup as a fraction of the cost, 0.3 for 30 %; may exceed 1.
        amount: Markup per unit, in the book's currency; both together add up.

    Raises:
        MarkupNegative: One of them lies below zero.
        AppError: A number is not finite, too large or has more than 6 decimals.
    """

    share: Decimal = Decimal(0)
    amount: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        if min(checked(self.share), checked(self.amount)) < 0:
            raise MarkupNegative(share=self.share, amount=self.amount)


PriceMethod = BlockPrice | UsageTiers | PackagePrice | PercentOfTotal | CostPlus


def _check_boxes(boxes: tuple[Box, ...], overage: Decimal | None) -> None:
    bounds = [checked(box.lower) for box in boxes]
    if not bounds or bounds[0] < 0 or any(low >= high for low, high in pairwise(bounds)):
        raise BoxesUnsorted()
    prices = [checked(box.price) for box in boxes]
    if min(prices) < 0 or (overage is not None and checked(overage) < 0):
        raise BoxPriceNegative(price=min([*prices, overage or Decimal(0)]))
