"""Load and save discount schedules."""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from app.catalog.discount_schedule import DiscountSchedule, Measure, Scope, Tier, TierKind
from app.catalog.selector import Selector
from app.kernel.quantity import Unit
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

SCHEDULE = Master(
    "discount_schedule",
    "code",
    (
        "code",
        "names",
        "kind",
        "measure",
        "scope",
        "step",
        "unit",
        "counts_owned",
        "tiers",
        "selector",
        "every_product",
        "every_customer",
        "first_day",
        "last_day",
    ),
)


class Schedules(CodedRecords[DiscountSchedule]):
    """The discount schedules of one unit of work."""

    master = SCHEDULE

    def reaching(self, reach: Reach) -> tuple[DiscountSchedule, ...]:
        """Return the schedules for one of these products and this customer, by code, in one query."""
        condition, parameters = rule_condition(self._records, "discount_schedule", "schedule", reach)
        return self._where(condition, parameters)

    def beside(self, selector: Selector) -> tuple[DiscountSchedule, ...]:
        """Return the schedules that name one of the selector's products or categories, or every product."""
        if selector.takes_every_product:
            return self._where("every_product = :yes", {"yes": True})
        reach = Reach(tuple(sorted(selector.skus)), tuple(sorted(selector.categories)), "")
        condition, parameters = product_condition(self._records, "discount_schedule", "schedule", reach)
        return self._where(condition, parameters)

    def naming(self, sku: str, categories: Collection[str]) -> tuple[DiscountSchedule, ...]:
        """Return the schedules for a product, whoever buys it, by code."""
        reach = Reach((sku,), tuple(categories), "")
        condition, parameters = product_condition(self._records, "discount_schedule", "schedule", reach)
        return self._where(condition, parameters)

    def save(self, value: DiscountSchedule) -> DiscountSchedule:
        """Insert the schedule or replace the one that was read; returns it with its new version.

        Raises:
            CodeTaken: Another schedule has this code.
            RecordChanged: Somebody saved it since it was read.
        """
        saved = super().save(value)
        aim(self._records, "schedule", value.id, value.selector)
        return saved

    def _values(self, value: DiscountSchedule) -> tuple[object, ...]:
        tiers = [[price_to_int(tier.lower), reduction_to_plain(tier.reduction)] for tier in value.tiers]
        return (
            value.code,
            texts_to_json(value.names),
            value.kind.value,
            value.measure.value,
            value.scope.value,
            price_to_int(value.step),
            value.unit.code if value.unit else "",
            value.counts_owned,
            to_text(tiers),
            selector_to_json(value.selector),
            value.selector.takes_every_product,
            not value.selector.customers,
            *validity_to_days(value.validity),
        )

    def _of_row(self, row: Sequence[Any]) -> DiscountSchedule:
        stored = dict(zip(SCHEDULE.columns, row[3:], strict=True))
        return DiscountSchedule(
            id=id_of(row[0]),
            code=stored["code"],
            names=texts_of_json(stored["names"]),
            tiers=tuple(
                Tier(price_of(lower), reduction_of_plain(taken))
                for lower, taken in json.loads(stored["tiers"])
            ),
            kind=TierKind(stored["kind"]),
            measure=Measure(stored["measure"]),
            scope=Scope(stored["scope"]),
            step=price_of(stored["step"]),
            unit=Unit(stored["unit"]) if stored["unit"] else None,
            counts_owned=bool(stored["counts_owned"]),
            selector=selector_of_json(stored["selector"]),
            validity=validity_of(stored["first_day"], stored["last_day"]),
            version=row[2],
        )
