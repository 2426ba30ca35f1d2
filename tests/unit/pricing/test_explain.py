from app.catalog.discount_schedule import Scope, TierKind
from app.catalog.reduction import percent_off
from app.company.policies import RoundingPolicy
from app.kernel.ratio import Ratio
from app.pricing.explain import RefusedRule, explain
from tests.support.catalog import a_promotion, a_schedule
from tests.support.pricing import HALF_A_YEAR, a_line, a_request, an_article, priced

FULL = a_request(
    a_line("25", discount=percent_off(5)), partner="8", distributor="2", period=HALF_A_YEAR, discount="3"
)


def explained(request=FULL, *rules):
    return explain(priced(request, *an_article("100", term=12), *rules), request.lines[0].key)


class TestExplain:
    def test_the_changes_add_up_from_nothing_to_net(self):
        (part,) = explained(FULL, a_schedule(("1", "10"))).parts

        assert sum((step.change for step in part.steps), Ratio(0)) + part.rounding == part.net
        assert part.net == Ratio(385434, 10000)
        assert all(
            before.after == after.before for before, after in zip(part.steps, part.steps[1:], strict=False)
        )

    def test_the_rows_stand_in_the_order_of_the_steps(self):
        (part,) = explained(FULL, a_schedule(("1", "10"))).parts

        assert [step.title for step in part.steps] == [
            f"pricing.step.{name}"
            for name in ("list", "volume", "proration", "additional", "partner", "distributor")
        ]
        assert part.steps[1].reason == "pricing.reason.tier_reached"

    def test_rounding_to_the_price_scale_is_a_row_of_its_own_and_no_step(self):
        request = a_request(
            a_line("3"),
            period=HALF_A_YEAR,
            policies={"rounding": RoundingPolicy.UNIT, "price_scale_offset": 0},
            partner="8.333",
        )

        (part,) = explained(request).parts

        assert part.rounding == part.net - part.steps[-1].after
        assert part.net == Ratio(4583, 100)

    def test_refused_rules_stand_on_the_step_they_were_for(self):
        step = explained(FULL, a_promotion("A", "5"), a_promotion("B", "10")).parts[0].steps[1]

        assert step.refused == (RefusedRule("A", 1, "pricing.refused.worse_price", "B"),)

    def test_a_schedule_of_a_wider_scope_says_what_it_counted(self):
        schedule = a_schedule(("10", "5"), scope=Scope.QUOTE)
        request = a_request(a_line("4", key="1"), a_line("8", key="2"))

        step = explained(request, schedule).parts[0].steps[1]

        assert dict(step.facts) == {"lower": Ratio(10), "counted": Ratio(12)}

    def test_each_band_of_a_slab_is_a_part(self):
        slab = a_schedule(("1", "0"), ("11", "10"), kind=TierKind.SLAB)

        explanation = explained(a_request(a_line("20")), slab)

        assert [part.quantity for part in explanation.parts] == [Ratio(10), Ratio(10)]
        assert explanation.discount == Ratio(5, 100)

    def test_a_line_without_a_price_is_explained_by_its_findings(self):
        request = a_request(a_line(sku="NOBODY"))

        explanation = explained(request)

        assert explanation.parts == ()
        assert explanation.discount is None
        assert [finding.code for finding in explanation.findings] == ["pricing.unknown_product"]
