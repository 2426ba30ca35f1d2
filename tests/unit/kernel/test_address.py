import pytest

from app.kernel.address import NOWHERE, Address, TooManyAddressLines
from app.kernel.countries import UnknownCountry, UnknownSubdivision
from app.kernel.text import DirectionOverride


class TestAddress:
    def test_cleans_every_part(self):
        written = Address(" Plant 2 ", (" 1 Main St ", ""), " 98052 ", " Redmond ", "us", "wa")

        assert written.cleaned() == Address("Plant 2", ("1 Main St",), "98052", "Redmond", "US", "US-WA")

    def test_is_empty_until_somebody_says_more_than_a_country(self):
        assert NOWHERE.is_empty
        assert Address(country="DE").is_empty
        assert not Address(city="Bonn").is_empty

    def test_may_leave_the_country_open(self):
        assert Address(city="Bonn").cleaned().country == ""

    def test_refuses_an_unknown_country(self):
        with pytest.raises(UnknownCountry):
            Address(country="UK").cleaned()

    def test_refuses_a_region_of_another_country(self):
        with pytest.raises(UnknownSubdivision):
            Address(country="DE", subdivision="US-WA").cleaned()

    @pytest.mark.parametrize("count", [3, 4])
    def test_takes_three_street_lines_and_no_more(self, count):
        address = Address(lines=tuple(f"line {number}" for number in range(count)))
        if count == 3:
            assert address.cleaned() == address
        else:
            with pytest.raises(TooManyAddressLines):
                address.cleaned()

    def test_names_the_part_that_is_refused(self):
        with pytest.raises(DirectionOverride) as refusal:
            Address(city="Bo\u202enn").cleaned("customer.billing")

        assert refusal.value.params["field"] == "customer.billing.city"
