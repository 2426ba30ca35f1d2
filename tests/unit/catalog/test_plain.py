from dataclasses import replace
from decimal import Decimal

import pytest

from app.catalog.attribute import AttributeValues
from app.catalog.contracted_price import FixedPrice
from app.catalog.plain import (
    attribute_from_plain,
    attribute_to_plain,
    bundle_from_plain,
    bundle_to_plain,
    reduction_of,
    reduction_plain,
    values_of,
    values_plain,
)
from app.catalog.reduction import AmountOff, amount_off, percent_off
from app.catalog.texts import Texts
from app.kernel.canonical import canonical_json
from app.kernel.fields import Fields, PlainUnreadable
from app.kernel.json_text import parse_json
from app.kernel.quantity import Unit
from tests.support.catalog import (
    EUR,
    a_bundle,
    a_choice,
    a_feature,
    a_number,
    a_text,
    a_yes_no,
    an_option,
)


def written_and_read(plain):
    return parse_json(canonical_json(plain))


class TestAttributes:
    @pytest.mark.parametrize(
        "attribute",
        [
            a_choice("région", "EU", "US"),
            replace(a_number("Länge", "-0.5", "12.25", decimals=2), unit=Unit("MTR"), version=3),
            a_number("users"),
            replace(a_yes_no("outdoor"), names=Texts.of({"en": "Outdoor", "de": "Außen"})),
            a_text("colour"),
        ],
    )
    def test_come_back(self, attribute):
        assert attribute_from_plain(written_and_read(attribute_to_plain(attribute))) == attribute

    def test_their_values_keep_their_kinds(self):
        values = AttributeValues.of({"a": True, "b": False, "c": "5", "d": Decimal("5.50"), "é": ""})

        assert values_of(Fields({"values": written_and_read(values_plain(values))}), "values") == values

    @pytest.mark.parametrize(
        ("plain", "where"),
        [
            ({}, "id"),
            (attribute_to_plain(a_text("colour")) | {"kind": "size"}, "kind"),
            (attribute_to_plain(a_text("colour")) | {"decimals": 2}, "$"),
        ],
    )
    def test_what_is_no_attribute_names_its_fault(self, plain, where):
        with pytest.raises(PlainUnreadable) as refused:
            attribute_from_plain(plain)
        assert refused.value.params["where"] == where


class TestBundles:
    def test_with_everything_set_come_back(self):
        included = FixedPrice(Decimal("0.5"), EUR, Decimal(100), 12, Unit("XBX"))
        bundle = replace(
            a_bundle(
                "PC/1",
                a_feature(
                    "Écran",
                    an_option("S-27", required=True, own_prices=(included,)),
                    an_option("S-32", preselected=True, discount=percent_off("12.5")),
                    minimum=1,
                    maximum=2,
                ),
                a_feature(
                    "Cables",
                    an_option("C-1", "2.5", minimum=Decimal("0.5"), maximum=Decimal(9), multiplies=False),
                    "C-2",
                ),
            ),
            version=4,
        )

        assert bundle_from_plain(written_and_read(bundle_to_plain(bundle))) == bundle

    @pytest.mark.parametrize(
        ("features", "where"),
        [
            ([], "$"),
            ([{"code": "F"}], "features[0]"),
            ([{"code": "F", "options": [{}]}], "features[0].options[0].sku"),
            ([{"code": "F", "options": [{"sku": "A", "quantity": "0"}]}], "features[0].options[0]"),
        ],
    )
    def test_what_is_no_bundle_names_its_fault(self, features, where):
        plain = bundle_to_plain(a_bundle("PC", a_feature("F", "A"))) | {"features": features}
        with pytest.raises(PlainUnreadable) as refused:
            bundle_from_plain(plain)
        assert refused.value.params["where"] == where


@pytest.mark.parametrize(
    "reduction",
    [percent_off("7.5"), amount_off("1.5", "EUR"), AmountOff.of({"USD": Decimal(2), "EUR": Decimal(1)})],
)
def test_a_reduction_comes_back(reduction):
    assert reduction_of(Fields(reduction_plain(reduction))) == reduction
