"""domain.md section 4: the order of the steps, its numbers and its settings."""

import pytest

from app.catalog.reduction import amount_off, percent_off
from app.pricing.reasons import Reason, Refused, StepKind
from app.pricing.request import RequestGroup
from tests.support.catalog import a_schedule
from tests.support.pricing import (
    HALF_A_YEAR,
    a_line,
    a_request,
    amounts,
    an_article,
    net_of,
    priced,
    priced_line,
    step_of,
)

SUBSCRIPTION = an_article("100", term=12)
TEN_PERCENT = a_schedule(("1", "10"))
SIX_MONTHS = {"period": HALF_A_YEAR}
DEAL = {"discount": percent_off(5)}
CHANNEL = {"partner": "8", "distributor": "2"}


class TestSection4:
    def test_the_steps_in_their_order(self):
        line = priced_line(a_line(**DEAL), *SUBSCRIPTION, TEN_PERCENT, **SIX_MONTHS, **CHANNEL)

        assert amounts(line) == ["100", "90", "45", "42.75", "39.33", "38.5434"]

    def test_partner_and_distributor_off_the_prorated_list(self):
        off_list = {"policies": {"partner_off_list": True}}

        line = priced_line(a_line(**DEAL), *SUBSCRIPTION, TEN_PERCENT, **SIX_MONTHS, **CHANNEL, **off_list)

        assert net_of(line) == "37.75"

    @pytest.mark.parametrize(("additional_last", "net"), [(False, "72"), (True, "66")])
    def test_an_additional_amount_before_or_after_the_partner(self, additional_last, net):
        line = a_line(discount=amount_off(30, "EUR"))
        policies = {"additional_last": additional_last}

        assert net_of(priced_line(line, *an_article("120"), partner="20", policies=policies)) == net

    @pytest.mark.parametrize(("prorates", "net"), [(False, "15"), (True, "20")])
    def test_an_additional_amount_is_prorated_only_where_the_policy_says_so(self, prorates, net):
        line = a_line(discount=amount_off(10, "EUR"))
        policies = {"prorate_amount_discounts": prorates}

        article = an_article("50", term=12)

        assert net_of(priced_line(line, *article, policies=policies, **SIX_MONTHS)) == net

    def test_schedule_amounts_are_per_price_term_and_always_prorate(self):
        schedule = a_schedule(("1", amount_off(10, "EUR")))

        assert net_of(priced_line(a_line(), *an_article("50", term=12), schedule, **SIX_MONTHS)) == "20"

    def test_below_the_first_tier_there_is_no_discount_and_the_trace_says_so(self):
        line = priced_line(a_line("9"), *an_article(), a_schedule(("10", "5")))

        assert net_of(line) == "100"
        assert step_of(line, StepKind.VOLUME).reason is Reason.BELOW_FIRST_TIER
        assert step_of(line, StepKind.VOLUME).facts == (("first_bound", (10, 1)),)

    def test_bounds_are_inclusive_below(self):
        assert net_of(priced_line(a_line("10"), *an_article(), a_schedule(("10", "5")))) == "95"


class TestAdditionalDiscount:
    """Section 4: the nearest set value wins (line > group > quote), an explicit 0 % too."""

    GROUP = (RequestGroup("G", percent_off(10)),)

    @pytest.mark.parametrize(
        ("line", "group", "quote", "net", "reason"),
        [
            (percent_off(20), True, "5", "80", Reason.LINE_DISCOUNT),
            (percent_off(0), True, "5", "100", Reason.LINE_DISCOUNT),
            (None, True, "5", "90", Reason.GROUP_DISCOUNT),
            (None, False, "5", "95", Reason.QUOTE_DISCOUNT),
        ],
    )
    def test_the_nearest_wins(self, line, group, quote, net, reason):
        request_line = a_line(discount=line, group="G" if group else "")

        result = priced_line(request_line, *an_article(), groups=self.GROUP, discount=quote)

        assert net_of(result) == net
        assert step_of(result, StepKind.ADDITIONAL).reason is reason

    def test_the_trace_names_the_ones_it_beats(self):
        line = a_line(discount=percent_off(0), group="G")

        step = step_of(priced_line(line, *an_article(), groups=self.GROUP, discount="5"), StepKind.ADDITIONAL)

        assert [(refusal.rule, refusal.reason) for refusal in step.refused] == [
            ("group", Refused.NEARER_DISCOUNT),
            ("quote", Refused.NEARER_DISCOUNT),
        ]

    def test_a_group_takes_an_amount_off_each_unit(self):
        groups = (RequestGroup("G", amount_off("2.5", "EUR")),)

        line = priced_line(a_line("4", group="G"), *an_article(), groups=groups)

        assert line.amount == 39000

    def test_a_group_without_a_discount_leaves_the_quotes(self):
        line = priced_line(a_line(group="G"), *an_article(), groups=(RequestGroup("G"),), discount="5")

        assert net_of(line) == "95"

    def test_nothing_is_written_where_nothing_is_taken(self):
        document = priced(a_request(a_line()), *an_article())

        assert [step.kind for step in document.lines[0].parts[0].steps] == [StepKind.LIST]
