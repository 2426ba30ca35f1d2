"""Load and save promotions."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from app.catalog.promotion import FreeGoods, Promotion
from app.store.masters import Master
from app.store.native import id_of
from app.store.plain import to_text
from app.store.repositories.coded import CodedRecords
from app.store.repositories.product_rows import texts_of_json, texts_to_json
from app.store.repositories.rule_rows import (
    Reach,
    aim,
    product_condition,
    reduction_of_plain,
    reduction_to_plain,
    rule_condition,
    selector_of_json,
    selector_to_json,
)
from app.store.scales import price_of, price_to_int, validity_of, validity_to_days

PROMOTION = Master(
    "promotion",
    "code",
    (
        "code",
        "names",
        "reduction",
        "selector",
        "every_product",
        "every_customer",
        "minimum",
        "maximum",
        "stack_order",
        "coupon",
        "use_limit",
        "used",
        "order_over",
        "free_goods",
        "first_day",
        "last_day",
    ),
)


class Promotions(CodedRecords[Promotion]):
    """The promotions of one unit of work."""

    master = PROMOTION

    def reaching(self, reach: Reach) -> tuple[Promotion, ...]:
        """Return the promotions for one of these products and this customer, by code, in one query."""
        condition, parameters = rule_condition(self._records, "promotion", "promotion", reach)
        return self._where(condition, parameters)

    def naming(self, sku: str, categories: Collection[str]) -> tuple[Promotion, ...]:
        """Return the promotions for a product, whoever buys it, by code."""
        reach = Reach((sku,), tuple(categories), "")
        condition, parameters = product_condition(self._records, "promotion", "promotion", reach)
        return self._where(condition, parameters)

    def save(self, value: Promotion) -> Promotion:
        """Insert the promotion or replace the one that was read; returns it with its new version.

        Raises:
            CodeTaken: Another promotion has this code.
            RecordChanged: Somebody saved it since it was read.
        """
        saved = super().save(value)
        aim(self._records, "promotion", value.id, value.selector)
        return saved

    def _values(self, value: Promotion) -> tuple[object, ...]:
        return (
            value.code,
            texts_to_json(value.names),
            to_text(reduction_to_plain(value.reduction)),
            selector_to_json(value.selector),
            value.selector.takes_every_product,
            not value.selector.customers,
            price_to_int(value.minimum),
            None if value.maximum is None else price_to_int(value.maximum),
            value.order,
            value.coupon,
            value.limit,
            value.used,
            to_text({currency: price_to_int(amount) for currency, amount in value.order_over}),
            _goods_to_text(value.free_goods),
            *validity_to_days(value.validity),
        )

    def _of_row(self, row: Sequence[Any]) -> Promotion:
        stored = dict(zip(PROMOTION.columns, row[3:], strict=True))
        return Promotion(
            id=id_of(row[0]),
            code=stored["code"],
            names=texts_of_json(stored["names"]),
            reduction=reduction_of_plain(json.loads(stored["reduction"])),
            selector=selector_of_json(stored["selector"]),
            validity=validity_of(stored["first_day"], stored["last_day"]),
            minimum=price_of(stored["minimum"]),
            maximum=None if stored["maximum"] is None else price_of(stored["maximum"]),
            order=stored["stack_order"],
            coupon=stored["coupon"],
            limit=stored["use_limit"],
            used=stored["used"],
            order_over=tuple(
                (currency, price_of(amount))
                for currency, amount in sorted(json.loads(stored["order_over"]).items())
            ),
            free_goods=_goods_of_text(stored["free_goods"]),
            version=row[2],
        )


def _goods_to_text(goods: FreeGoods | None) -> str | None:
    if goods is None:
        return None
    return to_text({"every": price_to_int(goods.every), "free": price_to_int(goods.free), "sku": goods.sku})


def _goods_of_text(stored: str | None) -> FreeGoods | None:
    if stored is None:
        return None
    said = json.loads(stored)
    return FreeGoods(price_of(said["every"]), price_of(said["free"]), said["sku"])
