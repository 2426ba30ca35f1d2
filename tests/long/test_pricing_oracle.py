"""The engine against the slow second implementation, on more worlds than the daily suite has time for."""

from hypothesis import HealthCheck, given, settings

from tests.property.test_pricing_oracle import agrees_with_the_oracle
from tests.support.pricing_worlds import requests, rule_sets


@settings(max_examples=2000, suppress_health_check=list(HealthCheck))
@given(requests(most_lines=8), rule_sets())
def test_the_engine_agrees_with_the_oracle_on_many_worlds(request, rules):
    agrees_with_the_oracle(request, rules)
