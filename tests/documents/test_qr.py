"""The code to pay by says exactly what the invoice says, or is not there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.documents.qr import epc_payload, modules
from app.documents.settlement import Bank
from app.kernel.money import Currency, Money
from tests.support.documents import GIRO, money

HOLDER = "Amboss & Söhne GmbH"


class TestEpcPayload:
    def test_has_the_lines_of_the_standard(self):
        assert epc_payload(GIRO, money("4370.74"), fallback_holder=HOLDER).split("\n") == [
            "BCD", "002", "1", "SCT", "COBADEFFXXX", HOLDER, "DE89370400440532013000", "EUR4370.74", "", "",
            "INV-2026-00012",
        ]  # fmt: skip

    def test_reads_an_iban_written_in_groups(self):
        grouped = replace(GIRO, iban="de89 3704 0044 0532 0130 00")
        assert "\nDE89370400440532013000\n" in epc_payload(grouped, money("1"))

    @pytest.mark.parametrize("amount", ["0.01", "999999999.99"])
    def test_applies_at_the_limits(self, amount):
        assert epc_payload(GIRO, money(amount))

    @pytest.mark.parametrize("amount", ["0.00", "1000000000.00", "-5"])
    def test_does_not_apply_beyond_them(self, amount):
        assert epc_payload(GIRO, money(amount)) == ""

    def test_does_not_apply_to_another_currency(self):
        assert epc_payload(GIRO, Money(money("5").amount, Currency.of("CHF"))) == ""

    @pytest.mark.parametrize("iban", ["", "DE89370400440532013001", "BR9700360305000010009795493P1", "DE89"])
    def test_does_not_apply_without_a_sepa_account(self, iban):
        assert epc_payload(replace(GIRO, iban=iban), money("5")) == ""

    def test_a_line_break_in_a_name_cannot_move_the_other_fields(self):
        lines = epc_payload(Bank("A\nEUR9.99", iban=GIRO.iban), money("5")).split("\n")
        assert lines[5] == "A EUR9.99"
        assert lines[7] == "EUR5.00"

    def test_does_not_apply_when_it_would_be_too_long_to_scan(self):
        assert epc_payload(replace(GIRO, holder="漢" * 70, reference="漢" * 140), money("5")) == ""


class TestModules:
    def test_are_a_square_with_its_three_eyes(self):
        code = modules(epc_payload(GIRO, money("1"), fallback_holder=HOLDER))
        eye = (True,) * 7
        assert len(code) == len(code[0])
        assert code[0][:7] == eye
        assert code[0][-7:] == eye
        assert code[-1][:7] == eye
