from app.i18n.formats import formats
from app.i18n.price_words import Reader, why, why_not
from app.kernel.ratio import Ratio
from app.pricing.explain import ExplainedStep, RefusedRule
from app.pricing.reasons import Operation, StepKind
from tests.support.billing import EUR

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
