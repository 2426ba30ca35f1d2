from decimal import Decimal

import pytest

from app.catalog.bundle import (
    BundleCircular,
    BundleWithoutFeatures,
    FeatureLimitsRefused,
    FeatureTooFull,
    FeatureTwice,
    FeatureWithoutOptions,
    OptionPricedTwice,
    OptionQuantityRefused,
    OptionTwice,
    refuse_circle,
)
from app.catalog.contracted_price import FixedPrice
from app.catalog.reduction import percent_off
from tests.support.catalog import EUR, a_bundle, a_feature, an_option

INCLUDED = FixedPrice(Decimal(0), EUR)


def of(sku, *parts):
    return a_bundle(sku, a_feature("Parts", *parts))


class TestOption:
    def test_takes_what_lies_within_its_limits_both_inclusive(self):
        cable = an_option(quantity="2", minimum=Decimal(1), maximum=Decimal(4))

        assert [cable.takes(Decimal(n)) for n in ("0.9", "1", "4", "4.1")] == [False, True, True, False]

    def test_takes_nothing_that_is_no_quantity(self):
        assert not an_option().takes(Decimal(0))

    @pytest.mark.parametrize(
        ("quantity", "limits"), [("0", {}), ("1", {"minimum": Decimal(2)}), ("3", {"maximum": Decimal(2)})]
    )
    def test_with_a_default_outside_its_limits_is_refused(self, quantity, limits):
        with pytest.raises(OptionQuantityRefused) as refusal:
            an_option("CABLE", quantity, **limits)
        assert refusal.value.params["sku"] == "CABLE"

    @pytest.mark.parametrize(
        "terms",
        [
            {"own_prices": (INCLUDED,), "discount": percent_off(5)},
            {"own_prices": (INCLUDED, FixedPrice(Decimal(5), EUR))},
        ],
    )
    def test_priced_twice_is_refused(self, terms):
        with pytest.raises(OptionPricedTwice):
            an_option(**terms)


class TestFeature:
    def test_of_domain_section_7_is_exclusive_with_min_1_max_1(self):
        assert a_feature("Colour", "RED", "BLUE", minimum=1, maximum=1).is_exclusive
        assert not a_feature("Colour", "RED", "BLUE", minimum=1).is_exclusive

    def test_without_options_is_refused(self):
        with pytest.raises(FeatureWithoutOptions) as refusal:
            a_feature("Colour")
        assert refusal.value.params == {"feature": "Colour"}

    def test_with_an_option_twice_is_refused_by_name(self):
        with pytest.raises(OptionTwice) as refusal:
            a_feature("Colour", "RED", "BLUE", "RED")
        assert refusal.value.params == {"feature": "Colour", "sku": "RED"}

    @pytest.mark.parametrize(("minimum", "maximum"), [(-1, None), (3, None), (2, 1), (0, 0)])
    def test_no_choice_could_meet_is_refused(self, minimum, maximum):
        with pytest.raises(FeatureLimitsRefused):
            a_feature("Colour", "RED", "BLUE", minimum=minimum, maximum=maximum)

    def test_that_begins_too_full_is_refused_with_the_options(self):
        with pytest.raises(FeatureTooFull) as refusal:
            a_feature(
                "Colour", an_option("RED", required=True), an_option("BLUE", preselected=True), maximum=1
            )
        assert refusal.value.params["options"] == ("RED", "BLUE")


class TestBundle:
    def test_names_its_parts_once(self):
        bundle = a_bundle("PC", a_feature("A", "DISK", "CABLE"), a_feature("B", "CABLE"))

        assert bundle.parts == ("DISK", "CABLE")

    def test_without_features_is_refused(self):
        with pytest.raises(BundleWithoutFeatures):
            a_bundle("PC")

    def test_with_a_feature_twice_is_refused_by_name(self):
        with pytest.raises(FeatureTwice) as refusal:
            a_bundle("PC", a_feature("Disk", "A"), a_feature("Disk", "B"))
        assert refusal.value.params == {"bundle": "PC", "feature": "Disk"}


class TestCirclesOfDomainSection7:
    def test_a_bundle_in_itself_is_refused_at_once(self):
        with pytest.raises(BundleCircular) as refusal:
            of("A", "A")
        assert refusal.value.params["path"] == "A > A"

    def test_a_circle_through_others_is_refused_with_its_way(self):
        with pytest.raises(BundleCircular) as refusal:
            refuse_circle(of("A", "X", "B"), [of("B", "C"), of("C", "Y", "A")])
        assert refusal.value.params == {"bundle": "A", "path": "A > B > C > A"}

    def test_the_shortest_way_is_named(self):
        with pytest.raises(BundleCircular) as refusal:
            refuse_circle(of("A", "B", "D"), [of("B", "C"), of("C", "A"), of("D", "A")])
        assert refusal.value.params["path"] == "A > D > A"

    def test_a_part_reached_by_two_ways_is_no_circle(self):
        refuse_circle(of("A", "B", "C"), [of("B", "D"), of("C", "D"), of("D", "E")])

    def test_an_older_state_of_the_bundle_is_passed_over(self):
        refuse_circle(of("A", "X"), [of("A", "B"), of("B", "A")])

    def test_nesting_goes_to_any_depth(self):
        chain = [of(f"B{n}", f"B{n + 1}") for n in range(2000)]
        refuse_circle(chain[0], chain[1:])
        with pytest.raises(BundleCircular) as refusal:
            refuse_circle(of("B2000", "B0"), chain)
        assert refusal.value.params["path"].count(" > ") == 2001
