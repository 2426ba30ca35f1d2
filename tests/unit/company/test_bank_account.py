import pytest
from stdnum import iban as referee

from app.company.bank_account import (
    IBAN_LENGTHS,
    NO_ACCOUNT,
    BankAccount,
    BicRefused,
    IbanRefused,
    clean_iban,
    iban_in_groups,
)

GOOD = [
    "DE89370400440532013000",
    "GB82WEST12345698765432",
    "CH9300762011623852957",
    "FR1420041010050500013M02606",
    "NO9386011117947",
    "MT84MALT011000012345MTLCAST001S",
]


class TestCleanIban:
    @pytest.mark.parametrize("iban", GOOD)
    def test_takes_what_another_program_takes(self, iban):
        assert referee.is_valid(iban)
        assert clean_iban(iban.lower()) == iban

    def test_takes_groups_of_four(self):
        assert clean_iban(" DE89 3704 0044 0532 0130 00 ") == GOOD[0]

    @pytest.mark.parametrize(
        ("iban", "reason"),
        [
            ("", "form"),
            ("DE89", "form"),
            ("DE89-3704-0044-0532-0130-00", "form"),
            ("DE8937040044053201300", "length"),
            ("DE89370400440532013001", "check_digits"),
            ("DE98370400440532013000", "check_digits"),
        ],
    )
    def test_refuses_form_length_and_check_digits(self, iban, reason):
        with pytest.raises(IbanRefused) as refusal:
            clean_iban(iban)

        assert refusal.value.params["reason"] == reason

    @pytest.mark.parametrize("iban", GOOD)
    def test_refuses_two_digits_swapped(self, iban):
        swapped = iban[:4] + iban[5] + iban[4] + iban[6:]
        if swapped != iban:
            with pytest.raises(IbanRefused):
                clean_iban(swapped)

    def test_knows_how_long_it_is_in_each_country(self):
        assert (len(IBAN_LENGTHS), min(IBAN_LENGTHS.values()), max(IBAN_LENGTHS.values())) == (89, 15, 33)


class TestBankAccount:
    def test_cleans_every_part(self):
        written = BankAccount("de89 3704 0044 0532 0130 00", "cobadeff", " Commerzbank ")

        assert written.cleaned() == BankAccount(GOOD[0], "COBADEFF", "Commerzbank")

    def test_does_without_an_iban_where_there_is_none(self):
        account = BankAccount(number="routing 026009593, account 123", bank="Bank of Example")

        assert account.cleaned() == account
        assert not account.is_empty

    def test_is_empty_when_nobody_could_pay_to_it(self):
        assert NO_ACCOUNT.is_empty
        assert BankAccount(bank="Commerzbank").is_empty

    @pytest.mark.parametrize("bic", ["COBADEF", "COBADEFFXX", "12345678"])
    def test_refuses_what_is_no_bic(self, bic):
        with pytest.raises(BicRefused):
            BankAccount(bic=bic).cleaned()


class TestIbanInGroups:
    def test_prints_groups_of_four(self):
        assert iban_in_groups(GOOD[0]) == "DE89 3704 0044 0532 0130 00"
