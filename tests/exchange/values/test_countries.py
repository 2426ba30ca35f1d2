import pytest

from app.exchange.values.countries import read_country
from app.kernel.countries import COUNTRIES, UnknownCountry


class TestReadCountry:
    @pytest.mark.parametrize(
        ("text", "code"),
        [
            ("de", "DE"),
            ("DEU", "DE"),
            ("276", "DE"),
            ("Germany", "DE"),
            ("Allemagne", "DE"),
            ("deutschland", "DE"),
            (" Österreich ", "AT"),
            ("United States", "US"),
            ("USA", "US"),
            ("UK", "GB"),
            ("Great Britain", "GB"),
            ("België", "BE"),
            ("日本", "JP"),
            ("Svizzera", "CH"),
            ("Cote d'Ivoire", "CI"),
        ],
    )
    def test_knows_codes_and_names(self, text, code):
        assert read_country(text) == code

    @pytest.mark.parametrize("text", ["", "Atlantis", "Congo", "World", "ZZ", "EU"])
    def test_refuses_what_is_no_one_country(self, text):
        with pytest.raises(UnknownCountry):
            read_country(text)

    def test_knows_every_country_by_its_english_name(self):
        from babel import Locale

        names = Locale.parse("en").territories
        assert [code for code in COUNTRIES if code in names and read_country(names[code]) != code] == []
