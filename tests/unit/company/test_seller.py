from dataclasses import replace

import pytest

from app.company.bank_account import NO_ACCOUNT, BankAccount, IbanRefused
from app.company.contact import ElectronicAddress
from app.company.seller import Brand, ColourRefused, LanguageRefused, Seller, ZoneRefused, language_tag
from app.kernel.address import NOWHERE
from app.kernel.findings import Severity
from app.kernel.text import TextMissing
from tests.support.company import a_seller
from tests.support.money import EUR


class TestSeller:
    def test_that_is_clean_stays_as_it_is(self):
        assert a_seller().cleaned() == a_seller()

    def test_cleans_every_part(self):
        written = a_seller(
            name=" Rhine Tools ",
            brand=Brand(colour="#1F4E79"),
            electronic_address=ElectronicAddress("em", "a@b.example"),
        )

        cleaned = written.cleaned()
        assert (cleaned.name, cleaned.brand.colour) == ("Rhine Tools", "#1f4e79")
        assert cleaned.electronic_address == ElectronicAddress("EM", "a@b.example")

    def test_needs_nothing_but_name_and_currency(self):
        assert Seller("Rhine", EUR).cleaned() == Seller("Rhine", EUR)

    def test_refuses_to_be_nameless(self):
        with pytest.raises(TextMissing):
            a_seller(name="  ").cleaned()

    @pytest.mark.parametrize("colour", ["red", "#12345", "#1f4e7g", "#1f4e79;x"])
    def test_refuses_what_is_no_colour(self, colour):
        with pytest.raises(ColourRefused):
            a_seller(brand=Brand(colour=colour)).cleaned()

    @pytest.mark.parametrize("zone", ["Europe/Berlin", "UTC", "America/Argentina/Buenos_Aires", "Etc/GMT+5"])
    def test_takes_names_of_time_zones(self, zone):
        assert a_seller(time_zone=zone).cleaned().time_zone == zone

    @pytest.mark.parametrize("zone", ["", "../../etc/passwd", "/Europe", "Europe/Berlin/", "Europe Berlin"])
    def test_refuses_what_could_name_a_file(self, zone):
        with pytest.raises(ZoneRefused):
            a_seller(time_zone=zone).cleaned()

    def test_refuses_a_wrong_iban(self):
        with pytest.raises(IbanRefused):
            a_seller(bank=BankAccount("DE00370400440532013000")).cleaned()


class TestFindings:
    def test_has_none_when_papers_are_complete(self):
        assert a_seller().findings() == ()

    def test_warns_of_what_papers_lack_and_never_blocks(self):
        bare = replace(a_seller(), tax_ids=(), address=NOWHERE, bank=NO_ACCOUNT)

        assert {(finding.code, finding.severity) for finding in bare.findings()} == {
            ("company.tax_id_missing", Severity.WARNING),
            ("company.address_missing", Severity.WARNING),
            ("company.country_missing", Severity.WARNING),
            ("company.bank_missing", Severity.WARNING),
        }


class TestLanguageTag:
    @pytest.mark.parametrize("tag", ["de", "de_CH", "en-GB", "zh_Hant_TW"])
    def test_takes_tags(self, tag):
        assert language_tag(f" {tag} ") == tag

    @pytest.mark.parametrize("tag", ["", "German", "DE", "de_", "d"])
    def test_refuses_words(self, tag):
        with pytest.raises(LanguageRefused):
            language_tag(tag)
