from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from app.configurator.configuration import Choice, Origin
from app.configurator.plain import (
    configuration_from_plain,
    configuration_to_plain,
    model_from_plain,
    model_to_plain,
)
from app.kernel.canonical import canonical_json, content_hash
from app.kernel.fields import PlainUnreadable
from app.kernel.json_text import parse_json
from tests.support.configurator import configured
from tests.support.configurator_worlds import worlds


def written_and_read(plain):
    return parse_json(canonical_json(plain))


class TestConfiguration:
    def test_with_everything_set_comes_back(self):
        nested = Choice(("Parts", "BOX", "Inner", "Ä/1"), Decimal("2.50"), Origin.RULE)
        begun = Choice(("Parts", "BOX"), Decimal(1), Origin.BUNDLE)
        configuration = configured("A", region="EU", outdoor=False, users=5).with_choices(begun, nested)

        assert (
            configuration_from_plain(written_and_read(configuration_to_plain(configuration))) == configuration
        )

    def test_of_the_same_choices_has_the_same_hash(self):
        hashes = {
            content_hash(configuration_to_plain(one), schema="configuration/1")
            for one in (configured("A", "B", x="1", y="2"), configured("B", "A", y="2", x="1"))
        }

        assert len(hashes) == 1

    def test_of_nothing_is_its_bundle(self):
        assert configuration_to_plain(configured()) == {"sku": "PC"}

    @pytest.mark.parametrize(
        ("plain", "where"),
        [
            ({}, "sku"),
            ({"sku": "PC", "choices": [{"place": [1]}]}, "choices[0].place[0]"),
            ({"sku": "PC", "choices": [{"place": ["A", "B"], "by": "nobody"}]}, "choices[0].by"),
            ({"sku": "PC", "values": [{"attribute": "a"}]}, "values[0].value.number"),
        ],
    )
    def test_what_is_none_names_its_fault(self, plain, where):
        with pytest.raises(PlainUnreadable) as refused:
            configuration_from_plain(plain)
        assert refused.value.params["where"] == where


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(worlds())
def test_any_model_and_configuration_come_back(world):
    model, _, configuration = world

    assert model_from_plain(written_and_read(model_to_plain(model))) == model
    assert configuration_from_plain(written_and_read(configuration_to_plain(configuration))) == configuration
