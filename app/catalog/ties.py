"""Rules between which nothing decides: refused when somebody writes one, with both names."""

from __future__ import annotations

from collections.abc import Iterable

from app.catalog.contracted_price import ContractedPrice
from app.catalog.discount_schedule import DiscountSchedule
from app.catalog.promotion import Promotion
from app.catalog.selector import Names, Selector
from app.catalog.validity import Validity
from app.kernel.errors import RuleViolation


class RulesTie(RuleViolation):
    """Two rules are for the same products and customers and begin on the same day; nothing decides which."""

    code = "catalog.rules_tie"


class PromotionsTie(RuleViolation):
    """Two promotions that stack have the same place in the declared order."""

    code = "catalog.promotions_tie"


def refuse_tied_schedule(schedule: DiscountSchedule, others: Iterable[DiscountSchedule]) -> None:
    """Let a schedule pass that ties with no other: same place, same measure, same first day.

    Raises:
        RulesTie: It ties; the error names both.
    """
    for other in others:
        if (
            other.id != schedule.id
            and other.measure is schedule.measure
            and other.validity.first == schedule.validity.first
            and other.selector.overlaps(schedule.selector)
        ):
            raise RulesTie(rule=schedule.code, other=other.code)


def refuse_tied_agreement(agreed: ContractedPrice, others: Iterable[ContractedPrice]) -> None:
    """Let a contracted price pass that ties with no other of the same customer.

    Raises:
        RulesTie: It ties; the error names both.
    """
    for other in others:
        if (
            other.id != agreed.id
            and (other.customer, other.sku, other.category) == (agreed.customer, agreed.sku, agreed.category)
            and other.validity.first == agreed.validity.first
        ):
            raise RulesTie(rule=agreed.code, other=other.code)


def refuse_tied_promotion(promotion: Promotion, others: Iterable[Promotion]) -> None:
    """Let a promotion pass that meets no other of the same order on one line and day.

    A product and a category are not compared: whether they meet changes with the product.

    Raises:
        PromotionsTie: They would stack in no declared order; the error names both.
    """
    for other in others:
        if (
            other.id != promotion.id
            and other.order == promotion.order
            and _share_a_day(promotion.validity, other.validity)
            and _may_meet(promotion.selector, other.selector)
        ):
            raise PromotionsTie(rule=promotion.code, other=other.code, order=promotion.order)


def _share_a_day(one: Validity, other: Validity) -> bool:
    return _begins_in_time(one, other) and _begins_in_time(other, one)


def _begins_in_time(one: Validity, other: Validity) -> bool:
    return one.first is None or other.last is None or one.first <= other.last


def _may_meet(one: Selector, other: Selector) -> bool:
    products = (
        one.takes_every_product
        or other.takes_every_product
        or bool(one.skus & other.skus)
        or bool(one.categories & other.categories)
    )
    return products and _compatible(one.books, other.books) and _compatible(one.customers, other.customers)


def _compatible(one: Names, other: Names) -> bool:
    return not one or not other or bool(one & other)
