import pytest

from app.company.contact import (
    Contact,
    ElectronicAddress,
    NotAnEmail,
    NotAPhone,
    NotAWebsite,
    UnknownElectronicScheme,
    clean_email,
    clean_phone,
    clean_website,
)
from app.kernel.text import ControlCharacter, TextMissing


class TestCleanEmail:
    @pytest.mark.parametrize(
        "text", ["a@b.example", " rita.rhein+po@sub.rhine.example ", "jörg@münchen.example"]
    )
    def test_takes_addresses(self, text):
        assert clean_email(text, field="email") == text.strip()

    @pytest.mark.parametrize(
        "text",
        [
            "a",
            "a@b",
            "@b.example",
            "a@b.example,c@d.example",
            "Rita <a@b.example>",
            "a b@c.example",
            "a@b..example",
        ],
    )
    def test_refuses_anything_else(self, text):
        with pytest.raises(NotAnEmail):
            clean_email(text, field="email")

    def test_refuses_a_line_break_that_would_start_another_header(self):
        with pytest.raises(ControlCharacter):
            clean_email("a@b.example\nBcc: c@d.example", field="email")

    def test_may_be_empty_unless_it_is_required(self):
        assert clean_email(" ", field="email") == ""
        with pytest.raises(TextMissing):
            clean_email(" ", field="email", required=True)


class TestCleanPhone:
    @pytest.mark.parametrize("text", ["", "+49 (228) 12-34/56", "1 (11) 500 555-0132", "228.1234 x12"])
    def test_keeps_what_was_written(self, text):
        assert clean_phone(text, field="phone") == text

    @pytest.mark.parametrize("text", ["call me", "+49 228 <1>"])
    def test_refuses_words(self, text):
        with pytest.raises(NotAPhone):
            clean_phone(text, field="phone")


class TestCleanWebsite:
    @pytest.mark.parametrize("text", ["", "rhine.example", "https://www.rhine.example/shop?a=1"])
    def test_takes_hosts_and_web_addresses(self, text):
        assert clean_website(text, field="website") == text

    @pytest.mark.parametrize(
        "text", ["file:///etc/passwd", "javascript:alert(1)", "rhine", "https://a b.example"]
    )
    def test_refuses_other_protocols(self, text):
        with pytest.raises(NotAWebsite):
            clean_website(text, field="website")


class TestContact:
    def test_cleans_every_part(self):
        assert Contact(" Rita ", " a@b.example ", " 123 ").cleaned() == Contact("Rita", "a@b.example", "123")


class TestElectronicAddress:
    @pytest.mark.parametrize(
        ("scheme", "address"),
        [("EM", "a@b.example"), ("em", "a@b.example"), ("0088", "4012345000009"), ("9930", "DE136695976")],
    )
    def test_takes_the_codes_of_the_eas_list(self, scheme, address):
        assert ElectronicAddress(scheme, address).cleaned() == ElectronicAddress(scheme.upper(), address)

    @pytest.mark.parametrize("scheme", ["", "mail", "88"])
    def test_refuses_other_schemes(self, scheme):
        with pytest.raises(UnknownElectronicScheme):
            ElectronicAddress(scheme, "a@b.example").cleaned()

    def test_refuses_an_email_that_is_none(self):
        with pytest.raises(NotAnEmail):
            ElectronicAddress("EM", "nobody").cleaned()

    def test_refuses_an_empty_address(self):
        with pytest.raises(TextMissing):
            ElectronicAddress("0088", " ").cleaned()
