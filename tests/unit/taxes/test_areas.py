import pytest

from app.catalog.product import SupplyKind
from app.taxes.areas import EU_MEMBERS, country_of_tax_id, is_eu_tax_id, place


def test_the_union_has_27_members():
    assert len(EU_MEMBERS) == 27


@pytest.mark.parametrize(
    ("country", "region", "in_eu"),
    [
        ("DE", "", True),
        ("MC", "", True),
        ("FI", "01", False),
        ("ES", "TF", False),
        ("ES", "MD", True),
        ("IM", "", False),
    ],
)
def test_places_by_the_law_that_holds(country, region, in_eu):
    assert place(country, region, SupplyKind.GOODS).in_eu is in_eu


@pytest.mark.parametrize(
    ("number", "country", "eu"),
    [
        ("DE136695976", "DE", True),
        ("EL094259216", "GR", True),
        ("XI1", "GB", True),
        ("GB1", "GB", False),
        (" fr83", "FR", True),
        ("", "", False),
        ("123", "", False),
    ],
)
def test_a_numbers_prefix_says_who_gave_it(number, country, eu):
    assert country_of_tax_id(number) == country
    assert is_eu_tax_id(number) is eu
