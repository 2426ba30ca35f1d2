"""The engine gives what the slow second implementation gives, on random worlds."""

from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.pricing.document import price
from app.pricing.rules import PriceRules
from tests.support.pricing_oracle import price_again
from tests.support.pricing_worlds import requests, rule_sets


def agrees_with_the_oracle(request, rules):
    document = price(request, PriceRules(rules))
    lines, (net, tax, gross, rounding, discount) = price_again(request, rules)

    for line, expected in zip(document.lines, lines, strict=True):
        parts = [(Fraction(*part.quantity), Fraction(*part.net), part.amount) for part in line.parts]
        assert parts == expected.parts, line.key
        assert (line.amount, line.list_amount, line.in_total) == (
            expected.amount,
            expected.list_amount,
            expected.counts,
        )
    totals = document.totals
    assert (totals.net, totals.tax, totals.gross) == (net, tax, gross)
    assert (totals.rounding, totals.discount) == (rounding, discount)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(requests(segments=st.just(())), rule_sets(methods=False))
def test_the_engine_agrees_with_the_oracle(request, rules):
    agrees_with_the_oracle(request, rules)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(requests(), rule_sets(methods=True))
def test_the_engine_agrees_with_the_oracle_on_every_way_to_make_a_price(request, rules):
    agrees_with_the_oracle(request, rules)
