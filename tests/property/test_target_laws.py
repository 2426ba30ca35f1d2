"""A target total is met to the cent, whatever the document holds (domain.md section 6)."""

from dataclasses import replace
from decimal import Decimal

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from app.kernel.errors import RuleViolation
from app.kernel.findings import blockers
from app.pricing.document import price
from app.pricing.rules import PriceRules
from app.pricing.target import meet_target
from tests.support.pricing_worlds import decimals, requests, rule_sets


@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(requests(), rule_sets(gross=False), decimals(1, 20_000, 2), st.booleans())
def test_the_target_is_met_to_the_cent(request, rules, target, keeps_first):
    index = PriceRules(rules)
    fixed = frozenset({request.lines[0].key}) if keeps_first else frozenset()
    request = replace(request, document_discount=Decimal(0))
    try:
        met = meet_target(request, index, target, fixed)
    except RuleViolation:
        assume(False)
    document = price(met, index)

    asked = zip(met.lines, document.lines, strict=True)
    assert not [priced.key for line, priced in asked if line.in_total and blockers(priced.findings)]
    assert document.totals.net == target * 100
    assert [line for line in met.lines if line.key in fixed] == [
        line for line in request.lines if line.key in fixed
    ]
    assert meet_target(met, index, target, fixed) == met
