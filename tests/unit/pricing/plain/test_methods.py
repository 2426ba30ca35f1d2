"""Price methods, ramps and targets as JSON: they come back, and the schema takes what is written."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.canonical import canonical_json
from app.kernel.json_text import parse_json
from app.kernel.ratio import Ratio
from app.pricing.plain import request_from_plain, request_to_plain, rules_from_plain, rules_to_plain
from app.pricing.plain.methods import method_of
from app.pricing.plain.values import Fields, PlainUnreadable
from app.pricing.rules import RuleSet
from tests.support.catalog import a_price
from tests.support.pricing import a_line, a_request
from tests.support.pricing_worlds import methods_of_entries, ramps
from tests.unit.pricing.plain.test_schemas import validator


@given(methods_of_entries())
def test_a_price_by_any_method_comes_back_and_keeps_to_the_schema(own):
    rules = RuleSet(entries=(replace(a_price(**{"price": "5"} | own), id=UUID(int=0)),))
    written = rules_to_plain(rules)

    assert rules_from_plain(parse_json(canonical_json(written))) == rules
    validator("request").validate({"request": request_to_plain(a_request(a_line())), "rules": written})


@given(ramps(), st.none() | st.fractions(min_value=0, max_value=3), st.booleans())
def test_a_ramp_a_factor_and_an_adjustment_come_back_and_keep_to_the_schema(segments, factor, adjusts):
    ratio = None if factor is None else Ratio(factor.numerator, factor.denominator)
    request = a_request(a_line("5", segments=segments, factor=ratio, is_adjustment=adjusts))
    written = request_to_plain(request)

    assert request_from_plain(parse_json(canonical_json(written))) == request
    validator("request").validate({"request": written, "rules": {}})


@pytest.mark.parametrize(
    "written",
    [
        {"kind": "guess"},
        {"kind": "package", "size": "0"},
        {"kind": "block", "boxes": []},
        {"kind": "usage", "tiers": [{"lower": "5", "price": "1"}]},
        {"kind": "percent_of_total", "percent": "101"},
    ],
)
def test_what_can_be_no_price_is_refused_with_its_place(written):
    with pytest.raises(PlainUnreadable):
        method_of(Fields(written, "method"))


def test_a_segment_needs_its_days():
    line = {"key": "1", "sku": "A-1", "quantity": str(Decimal(1)), "segments": [{"uplift": "0.03"}]}
    request = request_to_plain(a_request()) | {"lines": [line]}

    with pytest.raises(PlainUnreadable):
        request_from_plain(request)
