"""Price methods as plain JSON values and back."""

from __future__ import annotations

from decimal import Decimal

from app.catalog.price_method import (
    Basis,
    BlockPrice,
    Box,
    CostPlus,
    PackagePrice,
    PercentOfTotal,
    PriceMethod,
    UsageModel,
    UsageTiers,
)
from app.catalog.selector import Selector
from app.kernel.exact import plain
from app.pricing.plain.values import Fields, PlainUnreadable, percent_text, reduced

_NOTHING = Decimal(0)


def method_plain(method: PriceMethod) -> dict[str, object]:
    """Return the method with its kind; fields at their default are left out."""
    match method:
        case BlockPrice(boxes, last, overage):
            found = {"kind": "block", "boxes": _boxes_plain(boxes)}
            return reduced(found | {"last": _limit(last), "overage": _limit(overage)})
        case UsageTiers(tiers, model):
            return {"kind": "usage", "tiers": _boxes_plain(tiers), "model": model.value}
        case PackagePrice(size):
            return {"kind": "package", "size": plain(size)}
        case PercentOfTotal(percent, basis, covers, minimum, maximum):
            found = {"kind": "percent_of_total", "percent": percent_text(percent), "basis": basis.value}
            found |= {"skus": sorted(covers.skus), "categories": sorted(covers.categories)}
            return reduced(found | {"minimum": _limit(minimum), "maximum": _limit(maximum)})
        case CostPlus(share, amount):
            return {"kind": "cost_plus", "share": plain(share), "amount": plain(amount)}


def method_of(fields: Fields) -> PriceMethod:
    """Return the method an object says.

    Raises:
        PlainUnreadable: It names no method, or one with numbers that cannot be.
    """
    kind = fields.text("kind")
    if kind not in _READERS:
        raise PlainUnreadable(where=fields.where, value=kind[:40], expected=" | ".join(_READERS))
    return fields.build(lambda: _READERS[kind](fields))


def _boxes_plain(boxes: tuple[Box, ...]) -> list[dict[str, str]]:
    return [{"lower": plain(box.lower), "price": plain(box.price)} for box in boxes]


def _boxes(fields: Fields, name: str) -> tuple[Box, ...]:
    return tuple(Box(each.number("lower"), each.number("price")) for each in fields.objects(name))


def _limit(number: Decimal | None) -> str | None:
    return None if number is None else plain(number)


def _limit_of(fields: Fields, name: str) -> Decimal | None:
    return fields.number(name) if name in fields else None


def _block(fields: Fields) -> PriceMethod:
    return BlockPrice(_boxes(fields, "boxes"), _limit_of(fields, "last"), _limit_of(fields, "overage"))


def _usage(fields: Fields) -> PriceMethod:
    return UsageTiers(_boxes(fields, "tiers"), fields.choice("model", UsageModel, UsageModel.GRADUATED))


def _share(fields: Fields) -> PriceMethod:
    return PercentOfTotal(
        fields.percent("percent"),
        fields.choice("basis", Basis, Basis.LIST),
        Selector.of(skus=fields.texts("skus"), categories=fields.texts("categories")),
        _limit_of(fields, "minimum"),
        _limit_of(fields, "maximum"),
    )


def _package(fields: Fields) -> PriceMethod:
    return PackagePrice(fields.number("size"))


def _markup(fields: Fields) -> PriceMethod:
    return CostPlus(fields.number("share", _NOTHING), fields.number("amount", _NOTHING))


_READERS = {
    "block": _block,
    "usage": _usage,
    "package": _package,
    "percent_of_total": _share,
    "cost_plus": _markup,
}
