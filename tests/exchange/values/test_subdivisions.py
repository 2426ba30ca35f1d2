import pytest

from app.exchange.values.subdivisions import read_subdivision
from app.kernel.countries import UnknownSubdivision


class TestReadSubdivision:
    @pytest.mark.parametrize(
        ("text", "country", "code"),
        [
            ("California", "US", "US-CA"),
            ("ca", "US", "US-CA"),
            ("US-CA", "US", "US-CA"),
            ("Québec", "CA", "CA-QC"),
            ("New South Wales", "AU", "AU-NSW"),
            ("Bayern", "DE", "DE-BY"),
            ("Wien", "AT", "AT-9"),
            ("England", "GB", "GB-ENG"),
            ("75", "FR", "FR-75"),
            ("Madrid", "ES", "ES-M"),
            ("", "US", ""),
            (" ", "", ""),
        ],
    )
    def test_knows_codes_and_names(self, text, country, code):
        assert read_subdivision(text, country) == code

    @pytest.mark.parametrize(
        ("text", "country"), [("Atlantis", "US"), ("California", ""), ("California", "DE")]
    )
    def test_refuses_what_the_country_does_not_have(self, text, country):
        with pytest.raises(UnknownSubdivision):
            read_subdivision(text, country)
