"""Price books and their entries: what a product costs on a day, in a currency, before any rule."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from app.catalog.price_method import BlockPrice, PercentOfTotal, PriceMethod, UsageTiers
from app.catalog.texts import Texts
from app.catalog.validity import ALWAYS, Validity
from app.kernel.errors import RuleViolation
from app.kernel.money import Currency
from app.kernel.numbers import DEFAULT_SCALE, checked
from app.kernel.quantity import Unit


class PriceScaleRefused(RuleViolation):
    """A price book rounds unit prices to decimals nobody keeps."""

    code = "catalog.price_scale_refused"


class PriceNegative(RuleViolation):
    """A price lies below zero."""

    code = "catalog.price_negative"


class BaseQuantityNotPositive(RuleViolation):
    """A price stands for a quantity of zero or less."""

    code = "catalog.base_quantity_not_positive"


class PriceTermNotPositive(RuleViolation):
    """A recurring price is for a term of no months."""

    code = "catalog.price_term_not_positive"


class PriceBesideMethod(RuleViolation):
    """A price, a minimum or a free quantity stands beside a method that would not use it."""

    code = "catalog.price_beside_method"


class QuantityOfPriceNegative(RuleViolation):
    """The quantity a price charges at least, or gives away, lies below zero."""

    code = "catalog.quantity_of_price_negative"


@dataclass(frozen=True, slots=True)
class PriceBook:
    """A list of prices in one currency.

    Attributes:
        code: Short name used in rules and documents; unique.
        gross: Whether the prices include tax.
        price_scale: Decimals a derived unit price is rounded to; None: the currency's decimals + 2.
        validity: Days on which documents may be priced from this book.

    Raises:
        PriceScaleRefused: Fewer than 0 decimals, or more than are kept.
    """

    id: UUID
    code: str
    names: Texts
    currency: Currency
    gross: bool = False
    price_scale: int | None = None
    validity: Validity = ALWAYS
    version: int = 1

    def __post_init__(self) -> None:
        if self.price_scale is not None and not 0 <= self.price_scale <= DEFAULT_SCALE:
            raise PriceScaleRefused(book=self.code, decimals=self.price_scale, most=DEFAULT_SCALE)


@dataclass(frozen=True, slots=True)
class PriceEntry:
    """The list price of a product in a book while it is valid.

    Attributes:
        id: UUIDv7.
        book: Code of the price book; its currency is the price's.
        sku: The product.
        price: For `base_quantity` units, up to 6 decimals, not negative; recurring products: per term.
        base_quantity: How many units the price is for; 1 nearly always, 100 for screws.
        term_months: Months a recurring price is for; ignored by one-time products.
        unit: Unit the price is for; None: the product's.
        method: How a quantity becomes a price; None: quantity times `price`. Blocks, usage tiers and shares
            bring their own prices, and `price` is then 0; a package's price and the list price beside a
            markup are `price`.
        minimum_quantity: Units that are charged at least; 0: as many as are sold.
        free_quantity: Units of each line that cost nothing; never more than are sold.

    Raises:
        PriceNegative: The price lies below zero.
        BaseQuantityNotPositive: The price stands for no quantity.
        PriceTermNotPositive: The price is for a term of no months.
        PriceBesideMethod: A price stands beside blocks, usage tiers or a share, or a minimum or free
            quantity beside a method; it would not be used.
        QuantityOfPriceNegative: The minimum or free quantity lies below zero.
        AppError: A number is not finite, too large or has more than 6 decimals.
    """

    id: UUID
    book: str
    sku: str
    price: Decimal
    base_quantity: Decimal = Decimal(1)
    term_months: int = 1
    unit: Unit | None = None
    validity: Validity = ALWAYS
    version: int = 1
    method: PriceMethod | None = None
    minimum_quantity: Decimal = Decimal(0)
    free_quantity: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        if checked(self.price) < 0:
            raise PriceNegative(sku=self.sku, price=self.price)
        if checked(self.base_quantity) <= 0:
            raise BaseQuantityNotPositive(sku=self.sku, quantity=self.base_quantity)
        if self.term_months < 1:
            raise PriceTermNotPositive(sku=self.sku, months=self.term_months)
        quantities = checked(self.minimum_quantity), checked(self.free_quantity)
        if min(quantities) < 0:
            raise QuantityOfPriceNegative(sku=self.sku)
        brings_its_own = isinstance(self.method, BlockPrice | UsageTiers | PercentOfTotal)
        if (brings_its_own and self.price) or (self.method is not None and any(quantities)):
            raise PriceBesideMethod(sku=self.sku)
