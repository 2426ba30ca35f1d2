"""Attributes, bundles and reductions as plain JSON values and back: how the store and files keep them."""

from __future__ import annotations

from decimal import Decimal
from uuid import UUID

from app.catalog.attribute import (
    Attribute,
    AttributeChoice,
    AttributeKind,
    AttributeValue,
    AttributeValues,
)
from app.catalog.bundle import ONE, Bundle, Feature, Option
from app.catalog.contracted_price import FixedPrice
from app.catalog.reduction import AmountOff, PercentOff, Reduction
from app.catalog.texts import Texts
from app.kernel.exact import plain
from app.kernel.fields import Fields, percent_text, reduced
from app.kernel.money import Currency
from app.kernel.quantity import Unit

NONE = Decimal(0)


def reduction_plain(reduction: Reduction) -> dict[str, object]:
    """Return ``{"percent": "5"}`` or ``{"amounts": {"EUR": "1.5"}}``."""
    if isinstance(reduction, PercentOff):
        return {"percent": percent_text(reduction.percent)}
    return {"amounts": {currency: plain(amount) for currency, amount in reduction.amounts}}


def reduction_of(fields: Fields) -> Reduction:
    """Return the reduction of an object with a percent or amounts."""
    if "amounts" not in fields:
        return PercentOff(fields.percent("percent"))
    amounts = fields.within("amounts")
    return fields.build(lambda: AmountOff.of({name: amounts.number(name) for name in amounts.names}))


def texts_plain(texts: Texts) -> dict[str, str]:
    """Return the texts by their language."""
    return dict(texts.by_language)


def texts_of(fields: Fields, name: str = "names") -> Texts:
    """Return the texts of a member; none where it is left out."""
    return Texts.of(fields.within(name).as_texts())


def value_plain(value: AttributeValue) -> object:
    """Return yes and no as they are, a text as itself and a number as ``{"number": "12.5"}``."""
    return {"number": plain(value)} if isinstance(value, Decimal) else value


def value_of(fields: Fields, name: str) -> AttributeValue:
    """Return the value of a member that must be there.

    Raises:
        PlainUnreadable: It is neither yes or no, nor a text, nor a number.
    """
    found = fields.member(name)
    if isinstance(found, bool):
        return found
    if isinstance(found, str):
        return fields.text(name)
    return fields.within(name).number("number")


def values_plain(values: AttributeValues) -> list[object]:
    """Return the values as a list of ``{"attribute": ..., "value": ...}``; codes need not be ASCII."""
    return [{"attribute": code, "value": value_plain(value)} for code, value in values.by_code]


def values_of(fields: Fields, name: str) -> AttributeValues:
    """Return the values of a list; none where it is left out."""
    return AttributeValues.of({one.text("attribute"): value_of(one, "value") for one in fields.objects(name)})


def attribute_to_plain(attribute: Attribute) -> dict[str, object]:
    """Return the attribute; fields at their default are left out."""
    return reduced(
        {
            "id": str(attribute.id),
            "code": attribute.code,
            "names": texts_plain(attribute.names),
            "kind": attribute.kind.value,
            "choices": [
                reduced({"code": choice.code, "names": texts_plain(choice.names)})
                for choice in attribute.choices
            ],
            "unit": attribute.unit.code if attribute.unit else None,
            "low": None if attribute.low is None else plain(attribute.low),
            "high": None if attribute.high is None else plain(attribute.high),
            "decimals": attribute.decimals or None,
            "version": attribute.version,
        }
    )


def attribute_from_plain(value: object) -> Attribute:
    """Return the attribute a JSON object says.

    Raises:
        PlainUnreadable: A field is missing or holds what it cannot mean; `where` names it.
    """
    return attribute_of(Fields(value))


def attribute_of(fields: Fields) -> Attribute:
    """Return the attribute of an object."""
    return fields.build(
        lambda: Attribute(
            id=fields.required("id", _id),
            code=fields.text("code"),
            names=texts_of(fields),
            kind=fields.choice("kind", AttributeKind),
            choices=tuple(
                AttributeChoice(one.text("code"), texts_of(one)) for one in fields.objects("choices")
            ),
            unit=Unit(fields.text("unit")) if "unit" in fields else None,
            low=fields.number("low") if "low" in fields else None,
            high=fields.number("high") if "high" in fields else None,
            decimals=fields.whole("decimals", 0),
            version=fields.whole("version", 1),
        )
    )


def bundle_to_plain(bundle: Bundle) -> dict[str, object]:
    """Return the bundle; fields at their default are left out."""
    return {
        "id": str(bundle.id),
        "sku": bundle.sku,
        "features": [_feature_plain(feature) for feature in bundle.features],
        "version": bundle.version,
    }


def bundle_from_plain(value: object) -> Bundle:
    """Return the bundle a JSON object says.

    Raises:
        PlainUnreadable: A field is missing or holds what it cannot mean; `where` names it.
    """
    return bundle_of(Fields(value))


def bundle_of(fields: Fields) -> Bundle:
    """Return the bundle of an object."""
    return fields.build(
        lambda: Bundle(
            id=fields.required("id", _id),
            sku=fields.text("sku"),
            features=tuple(_feature(one) for one in fields.objects("features")),
            version=fields.whole("version", 1),
        )
    )


def _feature_plain(feature: Feature) -> dict[str, object]:
    return reduced(
        {
            "code": feature.code,
            "names": texts_plain(feature.names),
            "options": [_option_plain(option) for option in feature.options],
            "minimum": feature.minimum or None,
            "maximum": feature.maximum,
        }
    )


def _feature(fields: Fields) -> Feature:
    return fields.build(
        lambda: Feature(
            code=fields.text("code"),
            names=texts_of(fields),
            options=tuple(_option(one) for one in fields.objects("options")),
            minimum=fields.whole("minimum", 0),
            maximum=fields.whole("maximum") if "maximum" in fields else None,
        )
    )


def _option_plain(option: Option) -> dict[str, object]:
    return reduced(
        {
            "sku": option.sku,
            "required": option.required,
            "preselected": option.preselected,
            "minimum": plain(option.minimum) if option.minimum else None,
            "maximum": None if option.maximum is None else plain(option.maximum),
            "quantity": None if option.quantity == ONE else plain(option.quantity),
            "for_the_line": not option.multiplies,
            "own_prices": [_price_plain(price) for price in option.own_prices],
            "discount": None if option.discount is None else reduction_plain(option.discount),
        }
    )


def _option(fields: Fields) -> Option:
    return fields.build(
        lambda: Option(
            sku=fields.text("sku"),
            required=fields.flag("required", False),
            preselected=fields.flag("preselected", False),
            minimum=fields.number("minimum", NONE),
            maximum=fields.number("maximum") if "maximum" in fields else None,
            quantity=fields.number("quantity", ONE),
            multiplies=not fields.flag("for_the_line", False),
            own_prices=tuple(_price(one) for one in fields.objects("own_prices")),
            discount=reduction_of(fields.within("discount")) if "discount" in fields else None,
        )
    )


def _price_plain(price: FixedPrice) -> dict[str, object]:
    return reduced(
        {
            "price": plain(price.price),
            "currency": price.currency.code,
            "base_quantity": None if price.base_quantity == ONE else plain(price.base_quantity),
            "term_months": price.term_months,
            "unit": price.unit.code if price.unit else None,
        }
    )


def _price(fields: Fields) -> FixedPrice:
    return fields.build(
        lambda: FixedPrice(
            price=fields.number("price"),
            currency=Currency.of(fields.text("currency")),
            base_quantity=fields.number("base_quantity", ONE),
            term_months=fields.whole("term_months", 1),
            unit=Unit(fields.text("unit")) if "unit" in fields else None,
        )
    )


def _id(value: object) -> UUID:
    return UUID(str(value))
