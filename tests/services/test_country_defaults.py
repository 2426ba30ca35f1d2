"""Every country suggests something a company can begin with."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from app.company.seller import language_tag
from app.kernel.countries import COUNTRIES, UnknownCountry
from app.services.country_defaults import defaults_of


class TestDefaultsOf:
    @pytest.mark.parametrize("country", sorted(COUNTRIES))
    def test_name_a_zone_and_a_language_that_exist(self, country):
        suggested = defaults_of(country)
        assert ZoneInfo(suggested.time_zone).key == suggested.time_zone
        assert language_tag(suggested.language) == suggested.language

    @pytest.mark.parametrize(
        ("country", "language"), [("AT", "de_AT"), ("FR", "fr"), ("CA", "en_CA"), ("IN", "en_IN")]
    )
    def test_name_the_country_where_it_writes_its_own_way(self, country, language):
        assert defaults_of(country).language == language

    def test_of_a_place_without_a_currency_are_in_dollars(self):
        assert defaults_of("AQ").currency.code == "USD"

    def test_refuse_what_is_no_country(self):
        with pytest.raises(UnknownCountry):
            defaults_of("Bavaria")
