from uuid import UUID

import pytest

from app.company.bank_account import IbanRefused
from app.company.company import Company
from app.company.contact import NotAnEmail, UnknownElectronicScheme
from app.company.fiscal_year import FiscalYearStartRefused
from app.company.numbering import PatternRefused
from app.company.policies import PolicyValueRefused
from app.company.settings import SETTINGS, UnknownSetting, changed, shown
from app.kernel.countries import UnknownCountry
from app.kernel.money import UnknownCurrency
from app.kernel.numbers import NotANumber, TooManyDecimals
from app.kernel.text import TextMissing
from tests.support.company import a_seller

COMPANY = Company(UUID(int=1), a_seller())

GIVEN = {
    "name": "Aare Tools",
    "legal_name": "Aare Tools AG",
    "street": "Quai 1, Hof 2",
    "postcode": "3000",
    "city": "Bern",
    "country": "CH",
    "subdivision": "CH-BE",
    "tax_id": "CHE123456788MWST, 123/456",
    "registration": "CHE-123.456.788",
    "contact": "Anna Aare",
    "email": "anna@aare.example",
    "phone": "+41 31 1",
    "website": "aare.example",
    "electronic_address": "0183:CHE123456788",
    "iban": "CH9300762011623852957",
    "bic": "POFICHBEXXX",
    "bank": "Postfinance",
    "account": "30-1-2",
    "account_holder": "Aare AG",
    "currency": "CHF",
    "language": "de_CH",
    "time_zone": "Europe/Zurich",
    "paper": "letter",
    "colour": "#aa0000",
    "payment_terms": "2% discount 10 days, 30 days",
    "price_book": "CH",
    "quote_days": "14",
    "fiscal_year.first_month": "7",
    "fiscal_year.named_after": "end",
    "number.quote": "O{device}{seq}",
    "number.contract": "V{seq}",
    "number.invoice": "R{seq:06}",
    "number.credit_note": "G{seq}",
    "number.payment": "Z{seq}",
    "number.customer": "K{seq}",
    "tax.exempt": "yes",
    "tax.registrations": "FR, US-CA",
    "tax.one_stop_shop": "yes",
    "policy.rounding": "unit",
    "policy.price_scale_offset": "0",
    "policy.proration": "calendar",
    "policy.additional_last": "yes",
    "policy.partner_off_list": "yes",
    "policy.prorate_amount_discounts": "yes",
    "policy.promotions": "stacked",
    "policy.price_basis": "gross",
    "policy.tax_rounding": "line",
    "policy.cash_step": "0.05",
    "policy.cash_rounding": "instalment",
    "policy.early_payment_tax": "never",
    "margin.floor": "0.15",
    "margin.target": "0.3",
}


class TestShown:
    def test_lists_every_setting(self):
        assert list(shown(COMPANY)) == list(SETTINGS) == list(GIVEN)

    def test_shows_what_is_set_and_nothing_where_nothing_is(self):
        settings = shown(COMPANY)

        assert (settings["city"], settings["iban"], settings["tax_id"]) == (
            "Bonn",
            "DE89370400440532013000",
            "DE136695976",
        )
        assert (settings["electronic_address"], settings["tax.registrations"]) == ("", "")


class TestChanged:
    @pytest.mark.parametrize(("name", "text"), (GIVEN | {"subdivision": "DE-NW"}).items())
    def test_sets_one_setting_and_no_other(self, name, text):
        before = shown(COMPANY)

        after = shown(changed(COMPANY, name, text))

        assert after[name] == text
        assert {each for each in SETTINGS if after[each] != before[each]} == {name}

    def test_leaves_the_region_behind_when_the_company_moves(self):
        in_bonn = changed(COMPANY, "subdivision", "NW")

        assert changed(in_bonn, "country", "de").seller.address.subdivision == "DE-NW"
        assert changed(in_bonn, "country", "CH").seller.address.subdivision == ""

    def test_sets_them_all_one_after_the_other(self):
        company = COMPANY
        for name, text in GIVEN.items():
            company = changed(company, name, text)

        assert shown(company) == GIVEN

    @pytest.mark.parametrize(
        "name", ["legal_name", "street", "tax_id", "electronic_address", "iban", "tax.registrations"]
    )
    def test_takes_away_what_may_be_empty(self, name):
        assert shown(changed(COMPANY, name, " "))[name] == ""

    def test_finds_the_name_in_any_case(self):
        assert changed(COMPANY, " CITY ", "Köln").seller.address.city == "Köln"

    @pytest.mark.parametrize(
        ("name", "text", "refusal"),
        [
            ("colour_of_the_sky", "blue", UnknownSetting),
            ("name", "", TextMissing),
            ("email", "nobody", NotAnEmail),
            ("iban", "DE00370400440532013000", IbanRefused),
            ("country", "UK", UnknownCountry),
            ("currency", "XXX", UnknownCurrency),
            ("electronic_address", "a@b.example", UnknownElectronicScheme),
            ("paper", "a5", PolicyValueRefused),
            ("tax.exempt", "perhaps", PolicyValueRefused),
            ("tax.registrations", "XX", UnknownCountry),
            ("policy.rounding", "sometimes", PolicyValueRefused),
            ("number.invoice", "INV", PatternRefused),
            ("fiscal_year.first_month", "13", FiscalYearStartRefused),
            ("quote_days", "soon", NotANumber),
            ("quote_days", "1.5", TooManyDecimals),
        ],
    )
    def test_refuses_what_the_setting_cannot_be(self, name, text, refusal):
        with pytest.raises(refusal):
            changed(COMPANY, name, text)

    def test_names_the_settings_there_are(self):
        with pytest.raises(UnknownSetting) as refusal:
            changed(COMPANY, "x", "y")

        assert "policy.proration" in str(refusal.value.params["known"])

    def test_keeps_other_terms_behind_the_new_standing_ones(self):
        company = changed(COMPANY, "payment_terms", "14 days")

        assert [(each.code, str(each.terms)) for each in company.payment_terms] == [
            ("14 days", "14 days"),
            ("NET30", "30 days"),
        ]
        assert changed(company, "payment_terms", "net30").payment_terms[0].code == "NET30"
