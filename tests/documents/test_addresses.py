"""An address stands on a letter as its own country writes it."""

from __future__ import annotations

import pytest

from app.documents.addresses import address_lines
from app.kernel.address import Address

BERLIN = Address(lines=("Schmiedeweg 12",), postcode="10115", city="Berlin", country="DE")


class TestAddressLines:
    @pytest.mark.parametrize(
        ("address", "lines"),
        [
            (BERLIN, ("Schmiedeweg 12", "10115 Berlin")),
            (
                Address("", ("2210 Harbor Ave", "Suite 4"), "11201", "Brooklyn", "US", "US-NY"),
                ("2210 Harbor Ave", "Suite 4", "Brooklyn, NY 11201"),
            ),
            (
                Address("", ("10 Downing St",), "SW1A 2AA", "London", "GB"),
                ("10 Downing St", "London", "SW1A 2AA"),
            ),
        ],
    )
    def test_are_in_the_order_of_the_country(self, address, lines):
        assert address_lines(address, seen_from=address.country, language="en") == lines

    def test_end_with_the_country_when_it_is_another(self):
        assert address_lines(BERLIN, seen_from="CH", language="fr")[-1] == "Allemagne"
        assert address_lines(BERLIN, seen_from="DE", language="fr")[-1] == "10115 Berlin"

    def test_begin_with_a_name_of_their_own(self):
        branch = Address("Works 2", ("Weg 1",), "10115", "Berlin", "DE")
        assert address_lines(branch, seen_from="DE", language="de")[0] == "Works 2"

    def test_leave_nothing_out_where_the_layout_has_no_place_for_it(self):
        hong_kong = Address("", ("1 Queen's Road",), "999077", "Central", "HK")
        text = " ".join(address_lines(hong_kong, seen_from="DE", language="en"))
        assert all(part in text for part in ("1 Queen's Road", "999077", "Central"))

    def test_of_an_unknown_country_still_say_everything(self):
        nowhere = Address("", ("Weg 1",), "1", "Town", "")
        assert address_lines(nowhere, seen_from="DE", language="en") == ("Weg 1", "Town", "1")

    def test_of_nothing_are_nothing(self):
        assert address_lines(Address(), seen_from="DE", language="en") == ()
