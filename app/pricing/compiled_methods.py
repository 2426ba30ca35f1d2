"""Price methods of the catalog as the pricing loop reads them: exact numbers, bounds in millionths."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from app.catalog.price_method import (
    Basis,
    BlockPrice,
    CostPlus,
    PackagePrice,
    PercentOfTotal,
    PriceMethod,
    UsageModel,
    UsageTiers,
)
from app.catalog.selector import Selector
from app.kernel.numbers import DEFAULT_SCALE, to_scaled
from app.pricing.exact import ONE, Exact, exact, product, total


@dataclass(frozen=True, slots=True, eq=False)
class Boxes:
    """A block price; bounds in millionths of the price's unit.

    Attributes:
        last: Largest quantity of the last box; None: any.
        overage: Per unit above the last bound; None: the last box holds everything.
    """

    bounds: tuple[int, ...]
    prices: tuple[Exact, ...]
    last: int | None
    overage: Exact | None

    def box_of(self, quantity: int) -> int:
        """Return the last box a quantity in millionths reaches; -1 below the first."""
        return bisect_right(self.bounds, quantity) - 1

    def ends_below(self, quantity: int) -> bool:
        """Test whether the last box ends below a quantity in millionths."""
        return self.last is not None and quantity > self.last


@dataclass(frozen=True, slots=True, eq=False)
class Tiers:
    """Usage tiers; a tier holds what lies above its bound (in millionths), up to and including the next."""

    bounds: tuple[int, ...]
    prices: tuple[Exact, ...]
    is_graduated: bool

    def tier_of(self, quantity: int) -> int:
        """Return the tier a quantity above 0 in millionths reaches."""
        return bisect_right(self.bounds, quantity - 1) - 1


@dataclass(frozen=True, slots=True, eq=False)
class Package:
    """So many units are bought at once."""

    size: Exact


@dataclass(frozen=True, slots=True, eq=False)
class Share:
    """A share of other lines; `covers` tells which."""

    share: Exact
    basis: Basis
    covers: Selector
    minimum: Exact | None
    maximum: Exact | None


@dataclass(frozen=True, slots=True, eq=False)
class Markup:
    """Cost x `factor` + `amount` per price unit."""

    factor: Exact
    amount: Exact

    def of(self, cost: Exact, units: Exact) -> Exact:
        """Return the price of one line unit, which is so many price units and costs this."""
        return total(product(cost, self.factor), product(self.amount, units))


Method = Boxes | Tiers | Package | Share | Markup


def method_of(method: PriceMethod) -> Method:
    """Return a price method with exact numbers."""
    match method:
        case BlockPrice(boxes, last, overage):
            return Boxes(
                tuple([to_scaled(box.lower, DEFAULT_SCALE) for box in boxes]),
                tuple([exact(box.price) for box in boxes]),
                None if last is None else to_scaled(last, DEFAULT_SCALE),
                None if overage is None else exact(overage),
            )
        case UsageTiers(tiers, model):
            bounds = tuple([to_scaled(tier.lower, DEFAULT_SCALE) for tier in tiers])
            prices = tuple([exact(tier.price) for tier in tiers])
            return Tiers(bounds, prices, model is UsageModel.GRADUATED)
        case PackagePrice(size):
            return Package(exact(size))
        case PercentOfTotal(percent, basis, covers, minimum, maximum):
            return Share(
                exact(percent.fraction),
                basis,
                covers,
                None if minimum is None else exact(minimum),
                None if maximum is None else exact(maximum),
            )
        case CostPlus(share, amount):
            return Markup(total(ONE, exact(share)), exact(amount))
