from dataclasses import replace
from decimal import Decimal

from app.configurator.checks import findings
from app.configurator.conditions import Chosen
from app.configurator.configuration import Choice, Configuration
from app.configurator.constraints import Requires
from app.configurator.mending import mending
from tests.support.catalog import a_bundle, a_choice, a_feature, an_option
from tests.support.configurator import a_network, configured


class TestMending:
    def test_makes_the_smallest_change(self):
        network = a_network(laws=[Requires("R", "PC", Chosen("A"), Chosen("B"))])

        found = mending(network, configured("A", "C"))

        assert found is not None
        assert found.change.size == 1
        assert findings(network, found.after) == ()

    def test_changes_nothing_where_all_is_well(self):
        found = mending(a_network(), configured("A"))

        assert found is not None
        assert found.after == configured("A")

    def test_drops_what_the_bundle_does_not_offer(self):
        found = mending(a_network(), configured("A", "GONE"))

        assert found is not None
        assert found.dropped == (("Parts", "GONE"),)
        assert found.after == configured("A")

    def test_drops_a_part_without_its_whole(self):
        network = a_network(
            a_bundle("PC", a_feature("Parts", "BOX")), a_bundle("BOX", a_feature("Inside", "A"))
        )

        found = mending(network, configured(("Parts", "BOX", "Inside", "A")))

        assert found is not None
        assert found.after == configured()

    def test_unsays_a_value_the_attribute_cannot_have(self):
        network = a_network(asked=[a_choice("region", "EU")])

        found = mending(network, configured(region="MOON"))

        assert found is not None
        assert found.unsaid == ("region",)
        assert found.after == configured()

    def test_brings_a_quantity_to_the_nearest_limit(self):
        option = an_option("A", "3", minimum=Decimal(2), maximum=Decimal(5))
        network = a_network(a_bundle("PC", a_feature("Parts", option)))
        place = ("Parts", "A")

        def after(quantity: str) -> Decimal:
            found = mending(network, Configuration("PC", (Choice(place, Decimal(quantity)),)))
            assert found is not None
            return found.after.choices[0].quantity

        assert [after(typed) for typed in ("1", "2", "5", "6")] == list(map(Decimal, ("2", "2", "5", "5")))
        assert after("NaN") == Decimal(2)

    def test_takes_the_default_where_the_least_is_nothing(self):
        network = a_network(a_bundle("PC", a_feature("Parts", an_option("A", "3"))))
        wrong = replace(configured("A"), choices=(Choice(("Parts", "A"), Decimal(0)),))

        found = mending(network, wrong)

        assert found is not None
        assert found.amounts == ((("Parts", "A"), Decimal(3)),)

    def test_has_none_where_nothing_can_be_valid(self):
        network = a_network(
            a_bundle("PC", a_feature("Parts", an_option("A", required=True), "B")),
            laws=[
                Requires("R", "PC", Chosen("A"), Chosen("B")),
                Requires("S", "PC", Chosen("B"), Chosen("A")),
            ],
        )

        assert mending(network, configured("A")) is not None
