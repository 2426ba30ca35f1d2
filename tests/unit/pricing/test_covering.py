"""domain.md section 6: a percent of what other lines come to."""

from decimal import Decimal

import pytest

from app.catalog.price_method import Basis, PercentOfTotal
from app.catalog.product import ChargeType
from app.catalog.selector import Selector
from app.kernel.percent import Percent
from app.pricing.document import reprice
from app.pricing.reasons import Reason, StepKind
from tests.support.catalog import a_price, a_product
from tests.support.pricing import HALF_A_YEAR, a_line, a_request, an_article, priced, rules, step_of

LICENCE = an_article("10000", sku="LICENCE", category="Software/Office")
SEATS = an_article("10000", sku="SEATS", term=12)
SUPPORT_LINE = a_line(sku="SUPPORT")


def support(percent: str = "18", *, term: int = 0, **changes):
    for name in ("minimum", "maximum"):
        if name in changes:
            changes[name] = Decimal(changes[name])
    charge = ChargeType.RECURRING if term else ChargeType.ONE_TIME
    method = PercentOfTotal(Percent.of_points(Decimal(percent)), **changes)
    return a_product("SUPPORT", charge=charge), a_price("0", "SUPPORT", term_months=term or 1, method=method)


def support_of(*things, lines=(), **changes) -> int:
    return priced(a_request(*lines, SUPPORT_LINE, **changes), *things).line("SUPPORT").amount


LICENCES = (a_line(sku="LICENCE"),)


def test_section_6_eighteen_percent_and_no_more_than_the_maximum():
    assert support_of(*LICENCE, *support(), lines=LICENCES) == 1_800_00
    assert support_of(*LICENCE, *support(maximum="1500"), lines=LICENCES) == 1_500_00


def test_section_6_prorated_then_capped():
    things = (*LICENCE, *support(maximum="1500", term=12))

    assert support_of(*things, lines=LICENCES, period=HALF_A_YEAR) == 900_00


def test_the_minimum_is_for_the_whole_span_too():
    things = (*LICENCE, *support(minimum="1000", term=12))

    assert support_of(*things, lines=LICENCES, period=HALF_A_YEAR) == 1_000_00


@pytest.mark.parametrize(
    ("basis", "amount"), [("list", 900_00), ("regular", 900_00), ("customer", 810_00), ("net", 729_00)]
)
def test_section_6_a_prorated_basis_is_not_prorated_again(basis, amount):
    things = (*SEATS, *support(basis=Basis(basis), term=12))
    line = a_line(sku="SEATS", discount=None)
    off = {"discount": "10", "partner": "10", "period": HALF_A_YEAR}
    document = priced(a_request(line, a_line(sku="SUPPORT", manual_price=None), **off), *things)
    step = step_of(document.line("SUPPORT"), StepKind.LIST)

    multiplier = Decimal("0.5") if basis == "list" else 1
    assert Decimal(step.value[0]) / step.value[1] * multiplier * 100 == amount


@pytest.mark.parametrize("discount", [None, "0"])
def test_the_customer_price_is_the_net_price_where_the_additional_discount_is_last(discount):
    things = (*LICENCE, *support("10", basis=Basis.CUSTOMER))
    off = {"discount": discount, "partner": "20", "policies": {"additional_last": True}}
    document = priced(a_request(*LICENCES, SUPPORT_LINE, **off), *things)

    assert step_of(document.line("SUPPORT"), StepKind.LIST).value == (800, 1)


def test_never_covers_another_share_nor_an_option_nobody_chose():
    other = (a_product("CARE"), a_price("0", "CARE", method=support()[1].method))
    lines = (*LICENCES, a_line(sku="LICENCE", key="option", in_total=False), a_line(sku="CARE"))

    assert support_of(*LICENCE, *other, *support(), lines=lines) == 1_800_00


def test_covers_products_and_categories():
    things = (*LICENCE, *SEATS, *support(covers=Selector.of(categories=["Software"])))
    lines = (*LICENCES, a_line(sku="SEATS"), a_line(sku="", key="free", manual_price="5"))

    assert support_of(*things, lines=lines) == 1_800_00


def test_says_what_it_covers_and_which_limit_holds():
    document = priced(a_request(*LICENCES, SUPPORT_LINE), *LICENCE, *support(maximum="1500"))
    step = step_of(document.line("SUPPORT"), StepKind.LIST)

    assert step.reason is Reason.PERCENT_OF_TOTAL_AT_MOST
    assert dict(step.facts) == {"covered": (10_000, 1), "percent": (9, 50), "limit": (1_500, 1)}


def test_follows_the_lines_it_covers_when_one_of_them_changes():
    index = rules(*LICENCE, *support())
    before = a_request(*LICENCES, SUPPORT_LINE)
    after = a_request(LICENCES[0]._replace(quantity=Decimal(2)), SUPPORT_LINE)
    document = reprice(priced(before, *LICENCE, *support()), after, "LICENCE", index)

    assert document == priced(after, *LICENCE, *support())
    assert document.line("SUPPORT").amount == 3_600_00


def test_goods_taken_back_leave_nothing_to_take_a_share_of():
    lines = (a_line("-1", sku="LICENCE"),)

    assert support_of(*LICENCE, *support(), lines=lines, allow_returns=True) == 0
