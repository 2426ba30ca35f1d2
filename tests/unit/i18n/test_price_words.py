from decimal import Decimal

import pytest

from app.catalog.price_method import BlockPrice, CostPlus, PackagePrice, UsageTiers
from app.catalog.product import Cost
from app.i18n.formats import formats
from app.i18n.price_words import Reader, why, why_not
from app.kernel.ratio import Ratio
from app.pricing.explain import ExplainedStep, RefusedRule, explain
from app.pricing.reasons import Operation, StepKind
from tests.support.catalog import EUR, a_price, a_product, boxes
from tests.support.pricing import a_line, a_request, priced

READER = Reader(formats("en"), EUR)


def a_step(reason, operation, value, *, rule="", version=0, facts=()):
    zero = Ratio(0)
    return ExplainedStep(
        kind=StepKind.VOLUME,
        title="pricing.step.volume",
        reason=f"pricing.reason.{reason}",
        rule=rule,
        version=version,
        operation=operation,
        value=value,
        before=zero,
        change=zero,
        after=zero,
        facts=facts,
        refused=(),
    )


class TestWhy:
    def test_writes_a_share_as_a_percentage(self):
        step = a_step("quote_discount", Operation.PERCENT, Ratio(3, 40))

        assert why(step, READER) == "7.5% on the quote"

    def test_writes_an_amount_as_a_price_with_its_bound_and_its_rule(self):
        facts = (("lower", Ratio(1000)),)
        step = a_step("tier_reached", Operation.AMOUNT, Ratio(5, 2), rule="V1", version=3, facts=facts)

        assert why(step, READER) == "2.50 from 1,000 · V1, v3"


class TestWhyNot:
    def test_names_the_rule_by_its_step_and_what_it_lost_against(self):
        refusal = RefusedRule("SUMMER", 1, "pricing.refused.worse_price", "SPRING")

        assert why_not(StepKind.PROMOTION, refusal) == ("Promotion SUMMER", "SPRING gives the better price")


STEPS = {
    "block": (a_product(), a_price("0", method=BlockPrice(boxes(("1", "9")), overage=Decimal(2)))),
    "usage": (a_product(), a_price("0", method=UsageTiers(boxes(("0", "2"), ("5", "1"))))),
    "package": (a_product(), a_price("9", method=PackagePrice(Decimal(4)))),
    "markup": (a_product(costs=(Cost(Decimal(7), EUR),)), a_price("9", method=CostPlus(Decimal("0.3")))),
    "free": (a_product(), a_price("9", minimum_quantity=Decimal(20), free_quantity=Decimal(2))),
}


@pytest.mark.parametrize("things", STEPS.values(), ids=STEPS.keys())
def test_every_way_to_a_price_is_said_in_whole_sentences(things):
    document = priced(a_request(a_line("12")), *things)

    said = [why(step, READER) for part in explain(document, "A-1").parts for step in part.steps]

    assert said
    assert not [sentence for sentence in said if "{" in sentence or not sentence]
