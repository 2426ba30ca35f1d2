"""The rules a price depends on as plain JSON values and back: what a pricing request carries with it.

Ids and names of the catalog play no part in a price and are not written.
"""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from app.catalog.contracted_price import ContractedPrice, FixedPrice
from app.catalog.discount_schedule import DiscountSchedule, Measure, Scope, Tier, TierKind
from app.catalog.plain import reduction_of, reduction_plain
from app.catalog.price_book import PriceBook, PriceEntry
from app.catalog.product import ChargeType, Cost, Product, SupplyKind, TaxClass
from app.catalog.promotion import FreeGoods, Promotion
from app.catalog.texts import NO_TEXTS
from app.kernel.exact import plain
from app.kernel.money import Currency
from app.kernel.quantity import PIECE, Conversion, Unit
from app.kernel.ratio import Ratio
from app.pricing.exact import as_text
from app.pricing.plain.methods import method_of, method_plain
from app.pricing.plain.reach import days_of as _days
from app.pricing.plain.reach import days_plain as _days_plain
from app.pricing.plain.reach import selector_of as _selector
from app.pricing.plain.reach import selector_plain as _selector_plain
from app.pricing.plain.values import Fields, fraction, percent_text, reduced
from app.pricing.rules import RuleSet
from app.taxes.plain import rate_from_plain, rate_to_plain
from app.taxes.rate import TaxRate

_NO_ID = UUID(int=0)
_ONE, _NOTHING = Decimal(1), Decimal(0)


def rules_to_plain(rules: RuleSet) -> dict[str, object]:
    """Return the rules; fields at their default are left out."""
    return reduced(
        {
            "products": [_product_plain(product) for product in rules.products],
            "books": [_book_plain(book) for book in rules.books],
            "prices": [_entry_plain(entry) for entry in rules.entries],
            "contracted_prices": [_contracted_plain(one) for one in rules.contracted_prices],
            "schedules": [_schedule_plain(schedule) for schedule in rules.schedules],
            "promotions": [_promotion_plain(promotion) for promotion in rules.promotions],
            "tax_rates": [rate_to_plain(rate) for rate in rules.tax_rates],
        }
    )


def rules_from_plain(value: object) -> RuleSet:
    """Return the rules a JSON object says.

    Raises:
        PlainUnreadable: A field is missing or holds what it cannot mean; `where` names it.
    """
    fields = Fields(value)
    return RuleSet(
        products=tuple(_product(one) for one in fields.objects("products")),
        books=tuple(_book(one) for one in fields.objects("books")),
        entries=tuple(_entry(one) for one in fields.objects("prices")),
        contracted_prices=tuple(_contracted(one) for one in fields.objects("contracted_prices")),
        schedules=tuple(_schedule(one) for one in fields.objects("schedules")),
        promotions=tuple(_promotion(one) for one in fields.objects("promotions")),
        tax_rates=tuple(_tax_rate(one) for one in fields.objects("tax_rates")),
    )


def _tax_rate(fields: Fields) -> TaxRate:
    return fields.build(lambda: rate_from_plain(fields.as_texts()))


def _product_plain(product: Product) -> dict[str, object]:
    return reduced(
        {
            "sku": product.sku,
            "unit": product.unit.code,
            "conversions": [
                {
                    "unit": one.unit.code,
                    "other": one.other.code,
                    "factor": as_text((one.factor.numerator, one.factor.denominator)),
                }
                for one in product.conversions
            ],
            "category": product.category,
            "supply": product.supply.value,
            "charge": product.charge.value,
            "tax_class": product.tax_class.value,
            "tax_percent": None if product.tax_percent is None else percent_text(product.tax_percent),
            "exemption": product.exemption,
            "costs": [
                {"amount": plain(cost.amount), "currency": cost.currency.code} | _days_plain(cost.validity)
                for cost in product.costs
            ],
            "version": product.version,
        }
        | _days_plain(product.sellable)
    )


def _product(fields: Fields) -> Product:
    return fields.build(
        lambda: Product(
            id=_NO_ID,
            sku=fields.text("sku"),
            names=NO_TEXTS,
            unit=Unit(fields.text("unit", PIECE.code)),
            conversions=tuple(_conversion(one) for one in fields.objects("conversions")),
            category=fields.text("category", ""),
            supply=fields.choice("supply", SupplyKind, SupplyKind.GOODS),
            charge=fields.choice("charge", ChargeType, ChargeType.ONE_TIME),
            tax_class=fields.choice("tax_class", TaxClass, TaxClass.STANDARD),
            tax_percent=fields.percent("tax_percent") if "tax_percent" in fields else None,
            exemption=fields.text("exemption", ""),
            costs=tuple(_cost(one) for one in fields.objects("costs")),
            sellable=_days(fields),
            version=fields.whole("version", 1),
        )
    )


def _conversion(fields: Fields) -> Conversion:
    return fields.build(
        lambda: Conversion(
            Unit(fields.text("unit")),
            Unit(fields.text("other")),
            Ratio(*fields.required("factor", fraction)),
        )
    )


def _cost(fields: Fields) -> Cost:
    return fields.build(
        lambda: Cost(fields.number("amount"), Currency.of(fields.text("currency")), _days(fields))
    )


def _book_plain(book: PriceBook) -> dict[str, object]:
    written = {
        "code": book.code,
        "currency": book.currency.code,
        "gross": book.gross,
        "price_scale": book.price_scale,
        "version": book.version,
    }
    return reduced(written | _days_plain(book.validity))


def _book(fields: Fields) -> PriceBook:
    return fields.build(
        lambda: PriceBook(
            _NO_ID,
            fields.text("code"),
            NO_TEXTS,
            Currency.of(fields.text("currency")),
            gross=fields.flag("gross", False),
            price_scale=fields.whole("price_scale") if "price_scale" in fields else None,
            validity=_days(fields),
            version=fields.whole("version", 1),
        )
    )


def _entry_plain(entry: PriceEntry) -> dict[str, object]:
    written = {"book": entry.book, "sku": entry.sku} | _price_plain(entry) | {"version": entry.version}
    method = {
        "method": None if entry.method is None else method_plain(entry.method),
        "minimum_quantity": plain(entry.minimum_quantity) if entry.minimum_quantity else None,
        "free_quantity": plain(entry.free_quantity) if entry.free_quantity else None,
    }
    return reduced(written | method | _days_plain(entry.validity))


def _price_plain(price: PriceEntry | FixedPrice) -> dict[str, object]:
    return {
        "price": plain(price.price),
        "base_quantity": plain(price.base_quantity),
        "term_months": price.term_months,
        "unit": price.unit.code if price.unit else None,
    }


def _entry(fields: Fields) -> PriceEntry:
    return fields.build(
        lambda: PriceEntry(
            id=_NO_ID,
            book=fields.text("book"),
            sku=fields.text("sku"),
            price=fields.number("price"),
            base_quantity=fields.number("base_quantity", _ONE),
            term_months=fields.whole("term_months", 1),
            unit=_unit(fields),
            validity=_days(fields),
            version=fields.whole("version", 1),
            method=method_of(fields.within("method")) if "method" in fields else None,
            minimum_quantity=fields.number("minimum_quantity", _NOTHING),
            free_quantity=fields.number("free_quantity", _NOTHING),
        )
    )


def _contracted_plain(one: ContractedPrice) -> dict[str, object]:
    terms: dict[str, object] = (
        {"fixed": reduced(_price_plain(one.terms) | {"currency": one.terms.currency.code})}
        if isinstance(one.terms, FixedPrice)
        else {"reduction": reduction_plain(one.terms)}
    )
    written = {"code": one.code, "customer": one.customer, "sku": one.sku, "category": one.category}
    return reduced(written | terms | {"version": one.version} | _days_plain(one.validity))


def _contracted(fields: Fields) -> ContractedPrice:
    return fields.build(
        lambda: ContractedPrice(
            _NO_ID,
            fields.text("code"),
            fields.text("customer"),
            _fixed(fields.within("fixed")) if "fixed" in fields else reduction_of(fields.within("reduction")),
            sku=fields.text("sku", ""),
            category=fields.text("category", ""),
            validity=_days(fields),
            version=fields.whole("version", 1),
        )
    )


def _fixed(fields: Fields) -> FixedPrice:
    return fields.build(
        lambda: FixedPrice(
            fields.number("price"),
            Currency.of(fields.text("currency")),
            fields.number("base_quantity", _ONE),
            fields.whole("term_months", 1),
            _unit(fields),
        )
    )


def _schedule_plain(schedule: DiscountSchedule) -> dict[str, object]:
    return reduced(
        {
            "code": schedule.code,
            "tiers": [
                {"lower": plain(tier.lower)} | reduction_plain(tier.reduction) for tier in schedule.tiers
            ],
            "kind": schedule.kind.value,
            "measure": schedule.measure.value,
            "scope": schedule.scope.value,
            "step": plain(schedule.step),
            "unit": schedule.unit.code if schedule.unit else None,
            "counts_owned": schedule.counts_owned,
            "version": schedule.version,
        }
        | _selector_plain(schedule.selector)
        | _days_plain(schedule.validity)
    )


def _schedule(fields: Fields) -> DiscountSchedule:
    return fields.build(
        lambda: DiscountSchedule(
            _NO_ID,
            fields.text("code"),
            NO_TEXTS,
            tuple(Tier(tier.number("lower"), reduction_of(tier)) for tier in fields.objects("tiers")),
            kind=fields.choice("kind", TierKind, TierKind.RANGE),
            measure=fields.choice("measure", Measure, Measure.QUANTITY),
            scope=fields.choice("scope", Scope, Scope.LINE),
            step=fields.number("step", _ONE),
            unit=_unit(fields),
            counts_owned=fields.flag("counts_owned", False),
            selector=_selector(fields),
            validity=_days(fields),
            version=fields.whole("version", 1),
        )
    )


def _promotion_plain(promotion: Promotion) -> dict[str, object]:
    return reduced(
        {
            "code": promotion.code,
            "minimum": plain(promotion.minimum) if promotion.minimum else None,
            "maximum": None if promotion.maximum is None else plain(promotion.maximum),
            "order": promotion.order,
            "coupon": promotion.coupon,
            "limit": promotion.limit,
            "used": promotion.used or None,
            "free_goods": _free_goods_plain(promotion.free_goods),
            "order_over": {currency: plain(amount) for currency, amount in promotion.order_over},
            "version": promotion.version,
        }
        | reduction_plain(promotion.reduction)
        | _selector_plain(promotion.selector)
        | _days_plain(promotion.validity)
    )


def _promotion(fields: Fields) -> Promotion:
    return fields.build(
        lambda: Promotion(
            _NO_ID,
            fields.text("code"),
            NO_TEXTS,
            reduction_of(fields),
            selector=_selector(fields),
            validity=_days(fields),
            minimum=fields.number("minimum", Decimal(0)),
            maximum=fields.number("maximum") if "maximum" in fields else None,
            order=fields.whole("order", 0),
            coupon=fields.text("coupon", ""),
            limit=fields.whole("limit") if "limit" in fields else None,
            used=fields.whole("used", 0),
            free_goods=_free_goods(fields.within("free_goods")) if "free_goods" in fields else None,
            order_over=_order_over(fields.within("order_over")) if "order_over" in fields else (),
            version=fields.whole("version", 1),
        )
    )


def _free_goods_plain(goods: FreeGoods | None) -> dict[str, object] | None:
    if goods is None:
        return None
    return reduced({"every": plain(goods.every), "free": plain(goods.free), "sku": goods.sku})


def _free_goods(fields: Fields) -> FreeGoods:
    return FreeGoods(fields.number("every"), fields.number("free"), fields.text("sku", ""))


def _order_over(fields: Fields) -> tuple[tuple[str, Decimal], ...]:
    return tuple((currency, fields.number(currency)) for currency in sorted(fields.names))


def _unit(fields: Fields) -> Unit | None:
    return Unit(fields.text("unit")) if "unit" in fields else None
