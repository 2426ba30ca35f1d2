"""The schemas in resources/schemas say what the readers take and the writers make."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from app.pricing.plain import request_to_plain, result_to_plain, rules_to_plain
from app.pricing.rules import RuleSet
from tests.support.catalog import a_book, a_contracted_price, a_promotion, a_schedule
from tests.support.pricing import RATES, a_line, a_request, an_article
from tests.unit.pricing.plain.test_document import a_rich_document

FOLDER = Path(__file__).parents[4] / "resources" / "schemas"


def validator(name):
    schema = json.loads((FOLDER / f"pricing-{name}.schema.json").read_text())
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def test_a_result_keeps_to_its_schema():
    validator("result").validate(result_to_plain(a_rich_document()))


def test_a_request_with_its_rules_keeps_to_its_schema():
    product, entry = an_article(term=12)
    rules = RuleSet(
        (product,),
        (a_book(),),
        (entry,),
        (a_contracted_price(),),
        (a_schedule(("1", "5")),),
        (a_promotion(),),
        RATES,
    )
    request = {"request": request_to_plain(a_rich_document().request), "rules": rules_to_plain(rules)}

    validator("request").validate(request)


@pytest.mark.parametrize(
    "change",
    [
        {"on": "1.7.2026"},
        {"lines": [{"key": "1", "sku": "A-1", "quantity": "NaN"}]},
        {"lines": [{"key": "1", "sku": "A-1", "quantity": "1e9"}]},
        {"lines": [{"key": "1", "sku": "A-1", "quantity": "1", "optinal": True}]},
        {"discount": "101"},
        {"currency": "eur"},
    ],
)
def test_what_the_reader_refuses_the_schema_refuses_too(change):
    with pytest.raises(ValidationError):
        validator("request").validate(
            {"request": request_to_plain(a_request(a_line())) | change, "rules": {}}
        )
