import pytest

from app.configurator.conditions import Is
from app.configurator.constraints import Cardinality, CardinalityRefused


class TestCardinality:
    @pytest.mark.parametrize(
        "terms",
        [
            {"minimum": 1},
            {"skus": ("A",)},
            {"skus": ("A",), "minimum": -1, "maximum": 1},
            {"skus": ("A",), "minimum": 2, "maximum": 1},
        ],
    )
    def test_that_counts_nothing_or_limits_nothing_is_refused(self, terms):
        with pytest.raises(CardinalityRefused) as refusal:
            Cardinality("DISKS", "PC", **terms)
        assert refusal.value.params == {"constraint": "DISKS"}

    def test_may_count_by_an_attribute_of_the_options(self):
        assert Cardinality("PORTS", "PC", having=Is("port", "usb"), maximum=0).maximum == 0
