from decimal import Decimal

from app.configurator.configuration import Choice
from app.configurator.parts import parts
from tests.support.catalog import a_bundle, a_feature, an_option
from tests.support.configurator import a_network, configured

NETWORK = a_network(
    a_bundle("PC", a_feature("Parts", "DISK", an_option("MANUAL", multiplies=False), "BOX")),
    a_bundle("BOX", a_feature("Inner", "FAN", an_option("LABEL", multiplies=False))),
)


def chosen(**quantities):
    inner = {"FAN", "LABEL"}
    return configured().with_choices(
        *(
            Choice(("Parts", "BOX", "Inner", sku) if sku in inner else ("Parts", sku), Decimal(quantity))
            for sku, quantity in quantities.items()
        )
    )


def quantities(configuration, sold="3"):
    return {part.sku: part.quantity for part in parts(NETWORK, configuration, Decimal(sold))}


class TestQuantitiesOfDomainSection7:
    def test_a_quantity_per_bundle_multiplies(self):
        assert quantities(chosen(DISK=2)) == {"DISK": Decimal(6)}

    def test_a_quantity_for_the_line_does_not(self):
        assert quantities(chosen(MANUAL=2)) == {"MANUAL": Decimal(2)}

    def test_nested_quantities_multiply_all_the_way(self):
        assert quantities(chosen(BOX=2, FAN=4, LABEL=5)) == {"BOX": 6, "FAN": 24, "LABEL": 5}

    def test_fractions_stay_exact(self):
        assert quantities(chosen(DISK="0.1"), "0.3") == {"DISK": Decimal("0.03")}


class TestParts:
    def test_stand_in_the_order_of_the_bundle(self):
        found = parts(NETWORK, chosen(BOX=1, LABEL=1, FAN=1, DISK=1), Decimal(1))

        assert [part.sku for part in found] == ["DISK", "BOX", "FAN", "LABEL"]
        assert found[3].option.multiplies is False

    def test_leave_out_what_has_no_place(self):
        assert parts(NETWORK, configured("GONE", ("Parts", "BOX", "Inner", "FAN")), Decimal(1)) == ()
