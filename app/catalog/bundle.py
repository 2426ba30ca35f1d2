"""Bundles: a product made of other products, chosen within its features (domain.md section 7)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from app.catalog.contracted_price import FixedPrice
from app.catalog.reduction import Reduction
from app.catalog.texts import Texts
from app.kernel.errors import RuleViolation
from app.kernel.numbers import checked

ONE = Decimal(1)


class OptionQuantityRefused(RuleViolation):
    """The default quantity of an option is not above zero or lies outside its own limits."""

    code = "catalog.option_quantity_refused"


class OptionPricedTwice(RuleViolation):
    """An option has a price of its own and a discount, or two prices in one currency."""

    code = "catalog.option_priced_twice"


class FeatureWithoutOptions(RuleViolation):
    """A feature offers nothing."""

    code = "catalog.feature_without_options"


class OptionTwice(RuleViolation):
    """A product is offered twice in one feature."""

    code = "catalog.option_twice"


class FeatureLimitsRefused(RuleViolation):
    """No choice meets the limits of a feature: they are reversed, or more is needed than is offered."""

    code = "catalog.feature_limits_refused"


class FeatureTooFull(RuleViolation):
    """A feature starts with more options than it allows."""

    code = "catalog.feature_too_full"


class BundleWithoutFeatures(RuleViolation):
    """A bundle has no feature."""

    code = "catalog.bundle_without_features"


class FeatureTwice(RuleViolation):
    """Two features of a bundle have the same code."""

    code = "catalog.feature_twice"


class BundleCircular(RuleViolation):
    """A bundle contains itself, directly or through others."""

    code = "catalog.bundle_circular"


@dataclass(frozen=True, slots=True)
class Option:
    """A product that can be chosen inside a feature; a bundle itself where its SKU has one.

    Attributes:
        sku: The product.
        required: Always there with its bundle; it cannot be taken out.
        preselected: There at first; it may be taken out.
        minimum: Smallest quantity once chosen, inclusive; a quantity is always above 0.
        maximum: Largest quantity, inclusive; None: no limit.
        quantity: What a choice begins with, in the product's unit.
        multiplies: Whether the quantity is for each bundle; otherwise it is for the whole line.
        own_prices: In place of the list price, at most one for each currency; 0 is included in the bundle.
        discount: Off the list price; either this or own prices.

    Raises:
        OptionQuantityRefused: The default quantity is not above 0 or outside the limits.
        OptionPricedTwice: Own prices and a discount, or two prices in one currency.
        AppError: A number is not finite, too large or has more than 6 decimals.
    """

    sku: str
    required: bool = False
    preselected: bool = False
    minimum: Decimal = Decimal(0)
    maximum: Decimal | None = None
    quantity: Decimal = ONE
    multiplies: bool = True
    own_prices: tuple[FixedPrice, ...] = ()
    discount: Reduction | None = None

    def __post_init__(self) -> None:
        low, default = checked(self.minimum), checked(self.quantity)
        if low < 0 or not self.takes(default) or (self.maximum is not None and checked(self.maximum) < low):
            raise OptionQuantityRefused(sku=self.sku, quantity=default)
        currencies = [price.currency for price in self.own_prices]
        if len(set(currencies)) != len(currencies) or (self.own_prices and self.discount is not None):
            raise OptionPricedTwice(sku=self.sku)

    @property
    def is_default(self) -> bool:
        """Test whether a new bundle has it."""
        return self.required or self.preselected

    def takes(self, quantity: Decimal) -> bool:
        """Test whether it may be chosen in this quantity."""
        return (
            quantity > 0 and self.minimum <= quantity and (self.maximum is None or quantity <= self.maximum)
        )


@dataclass(frozen=True, slots=True)
class Feature:
    """A group of options with a least and a greatest number to choose.

    Attributes:
        code: Unique in its bundle.
        options: In the order they are shown, at least one, no product twice.
        minimum: Options to choose at least.
        maximum: Options to choose at most; None: all of them.

    Raises:
        FeatureWithoutOptions: There is no option.
        OptionTwice: A product is offered twice.
        FeatureLimitsRefused: The limits are reversed, negative or ask for more than is offered.
        FeatureTooFull: More options are required or preselected than are allowed.
    """

    code: str
    names: Texts
    options: tuple[Option, ...]
    minimum: int = 0
    maximum: int | None = None

    def __post_init__(self) -> None:
        if not self.options:
            raise FeatureWithoutOptions(feature=self.code)
        if sku := _first_twice(option.sku for option in self.options):
            raise OptionTwice(feature=self.code, sku=sku)
        offered = len(self.options)
        if not 0 <= self.minimum <= offered or not max(self.minimum, 1) <= self.most:
            raise FeatureLimitsRefused(
                feature=self.code, minimum=self.minimum, maximum=self.most, offered=offered
            )
        defaults = [option.sku for option in self.options if option.is_default]
        if len(defaults) > self.most:
            raise FeatureTooFull(feature=self.code, options=tuple(defaults), maximum=self.most)

    @property
    def most(self) -> int:
        """Return how many options may be chosen."""
        return len(self.options) if self.maximum is None else self.maximum

    @property
    def is_exclusive(self) -> bool:
        """Test whether a choice takes the place of the one before."""
        return self.most == 1


@dataclass(frozen=True, slots=True)
class Bundle:
    """What the product with this SKU is made of.

    Attributes:
        sku: The product that is sold.
        features: In the order they are shown, at least one, no code twice.
        version: Counts up on each change.

    Raises:
        BundleWithoutFeatures: There is no feature.
        FeatureTwice: Two features have the same code.
        BundleCircular: It is an option of itself.
    """

    id: UUID
    sku: str
    features: tuple[Feature, ...]
    version: int = 1

    def __post_init__(self) -> None:
        if not self.features:
            raise BundleWithoutFeatures(bundle=self.sku)
        if code := _first_twice(feature.code for feature in self.features):
            raise FeatureTwice(bundle=self.sku, feature=code)
        refuse_circle(self, ())

    @property
    def parts(self) -> tuple[str, ...]:
        """Return the SKUs of all options, each once, in their order."""
        return tuple(dict.fromkeys(option.sku for feature in self.features for option in feature.options))


def refuse_circle(bundle: Bundle, others: Iterable[Bundle]) -> None:
    """Let a bundle pass that does not contain itself through the others.

    Args:
        bundle: As it is to be saved.
        others: Every other bundle; an older state of `bundle` among them is passed over.

    Raises:
        BundleCircular: It does; the error names the way: ``A > B > A``.
    """
    inside = {other.sku: other.parts for other in others} | {bundle.sku: bundle.parts}
    came_from: dict[str, str] = {}
    waiting = [bundle.sku]
    for here in waiting:  # grows while it is read: breadth first, so the shortest circle is named
        for part in inside.get(here, ()):
            if part == bundle.sku:
                way = [part, *reversed(list(_way_back(here, came_from))), part]
                raise BundleCircular(bundle=bundle.sku, path=" > ".join(way))
            if part not in came_from:
                came_from[part] = here
                waiting.append(part)


def _way_back(sku: str, came_from: dict[str, str]) -> Iterator[str]:
    while sku in came_from:
        yield sku
        sku = came_from[sku]


def _first_twice(codes: Iterable[str]) -> str:
    """Return the first code that stands twice; empty where none does."""
    return next((code for code, times in Counter(codes).items() if times > 1), "")
