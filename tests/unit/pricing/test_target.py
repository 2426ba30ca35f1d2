"""domain.md section 6: a target total, met exactly."""

from decimal import Decimal

import pytest

from app.catalog.product import Cost, TaxClass
from app.company.policies import RoundingPolicy
from app.kernel.ratio import Ratio
from app.pricing.exact import as_text
from app.pricing.reasons import Reason, StepKind
from app.pricing.target import (
    ADJUSTMENT,
    TargetNeedsNetPrices,
    TargetNeedsPrices,
    TargetOutOfReach,
    TargetRefused,
    meet_target,
    total_for_margin,
)
from tests.support.catalog import EUR, a_book, a_price, a_product
from tests.support.pricing import a_line, a_request, an_article, net_of, price, priced, rules, step_of

THINGS = (*an_article("199.99"), *an_article("49.50", "B-2"), *an_article("1200", "C-3"))
LINES = (a_line("7"), a_line("3", "B-2"), a_line("1", "C-3"))


def met(target: str, *things, lines=LINES, fixed=frozenset(), **changes):
    index = rules(*(things or THINGS))
    return price(meet_target(a_request(*lines, **changes), index, Decimal(target), fixed), index)


@pytest.mark.parametrize(
    ("offset", "prices", "adjustment"),
    [
        (0, ["181.91", "45.03", "1091.53"], [1]),
        (2, ["181.9129", "45.0257", "1091.5323"], []),
    ],
)
def test_section_6_the_target_is_met_to_the_cent(offset, prices, adjustment):
    policies = {"rounding": RoundingPolicy.UNIT, "price_scale_offset": offset}
    document = met("2500", policies=policies)

    assert [net_of(line) for line in document.lines[:3]] == prices
    assert [line.amount for line in document.lines[3:]] == adjustment
    assert document.totals.net == 2_500_00


def test_replaces_every_discount_of_step_5():
    discounted = (LINES[0]._replace(discount=None), *LINES[1:])
    document = met("2500", lines=discounted, discount="50")
    step = step_of(document.lines[0], StepKind.ADDITIONAL)

    assert document.totals.net == 2_500_00
    assert (step.reason, [refusal.rule for refusal in step.refused]) == (Reason.TARGET, ["quote"])


@pytest.mark.parametrize("changes", [{}, {"additional_last": True}, {"partner_off_list": True}])
def test_partner_and_distributor_still_get_their_percent(changes):
    document = met("2000", policies=changes, partner="8", distributor="2")

    assert document.totals.net == 2_000_00
    assert as_text(step_of(document.lines[0], StepKind.PARTNER).value) == "0.08"


def test_lines_that_may_not_change_are_taken_off_first():
    document = met("2500", fixed=frozenset({"C-3"}))

    assert document.line("C-3").amount == 1_200_00
    assert document.totals.net == 2_500_00


def test_the_document_discount_is_taken_on_top():
    document = met("2500", document_discount="100")

    assert (document.totals.lines, document.totals.discount, document.totals.net) == (
        2_600_00,
        100_00,
        2_500_00,
    )


def test_the_adjustment_is_taxed_with_the_largest_group():
    book = a_book(price_scale=0)
    things = (book, *an_article("10", tax_class=TaxClass.REDUCED), *an_article("3", "B-2"))
    document = met("100.01", *things, lines=(a_line("9"), a_line("3", "B-2")))

    assert document.line(ADJUSTMENT).tax == document.line("A-1").tax
    assert document.totals.net == 100_01


def test_an_adjustment_may_take_cents_away_and_is_replaced_by_the_next_target():
    index = rules(a_book(price_scale=0), *an_article("10"))
    request = a_request(a_line("9"))
    first = meet_target(request, index, Decimal("89.99"))
    second = meet_target(first, index, Decimal("90"))

    assert price(first, index).line(ADJUSTMENT).amount == -1
    assert price(first, index).totals.net == 89_99
    assert [line.key for line in second.lines] == ["A-1"]


def test_unchosen_options_keep_their_price():
    lines = (*LINES, a_line("1", "C-3", key="option", in_total=False))

    assert met("2500", lines=lines).line("option").amount == 1_200_00


def test_a_target_can_lie_above_the_list():
    assert met("5000").totals.net == 5_000_00


@pytest.mark.parametrize("target", ["-1", "NaN", "0.001", "1e99"])
def test_refuses_what_is_no_amount(target):
    with pytest.raises(TargetRefused):
        met(target)


def test_refuses_what_cannot_be_reached():
    with pytest.raises(TargetOutOfReach):
        met("1000", fixed=frozenset({"C-3"}))
    with pytest.raises(TargetOutOfReach):
        met("1000", lines=())


def test_refuses_a_document_with_a_line_nobody_can_price():
    with pytest.raises(TargetNeedsPrices):
        met("1000", lines=(*LINES, a_line(sku="NOBODY")))


def test_refuses_prices_that_include_tax():
    gross = a_book("SHOP", gross=True)
    with pytest.raises(TargetNeedsNetPrices):
        met("1000", gross, a_product(), a_price("5", book="SHOP"), lines=(a_line(),), book="SHOP")


def test_a_factor_below_zero_is_a_finding():
    document = priced(a_request(a_line(factor=Ratio(-1))), *an_article())

    assert [finding.code for finding in document.lines[0].findings] == ["pricing.number_refused"]


def test_section_6_the_total_for_a_margin_is_rounded_up():
    things = (a_product(costs=(Cost(Decimal(2100), EUR),)), a_price("3000"))
    document = priced(a_request(a_line()), *things)

    assert total_for_margin(document, Decimal("0.2")) == Decimal("2625.00")
    assert total_for_margin(document, Decimal("0.3333")) == Decimal("3149.85")


def test_a_margin_needs_every_cost():
    with pytest.raises(TargetNeedsPrices):
        total_for_margin(priced(a_request(a_line()), *an_article()), Decimal("0.2"))
