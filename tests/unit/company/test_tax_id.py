import pytest

from app.company.tax_id import TaxId, TaxIdKind, TaxIdMalformed, tax_id_of


class TestTaxId:
    @pytest.mark.parametrize(
        ("written", "value"),
        [
            ("de 136 695 976", "DE136695976"),
            ("ATU12345675", "ATU12345675"),
            ("CHE-123.456.788 MWST", "CHE123456788MWST"),
        ],
    )
    def test_writes_a_vat_id_without_marks(self, written, value):
        assert TaxId(TaxIdKind.VAT, written).cleaned().value == value

    def test_keeps_the_marks_of_a_national_number(self):
        assert TaxId(TaxIdKind.NATIONAL, " 205/123/45678 ").cleaned().value == "205/123/45678"

    @pytest.mark.parametrize(
        ("kind", "value"),
        [
            (TaxIdKind.VAT, ""),
            (TaxIdKind.VAT, "136695976"),
            (TaxIdKind.VAT, "DE<1>"),
            (TaxIdKind.NATIONAL, "1"),
            (TaxIdKind.NATIONAL, "?!?"),
        ],
    )
    def test_refuses_what_no_office_gave(self, kind, value):
        with pytest.raises(TaxIdMalformed):
            TaxId(kind, value).cleaned()

    def test_says_the_country_of_a_vat_id(self):
        assert TaxId(TaxIdKind.VAT, "EL123456783").country == "EL"
        assert TaxId(TaxIdKind.NATIONAL, "DE123").country == ""


class TestTaxIdOf:
    @pytest.mark.parametrize(
        ("text", "kind"),
        [
            ("DE136695976", TaxIdKind.VAT),
            ("fr 40 303 265 045", TaxIdKind.VAT),
            ("91-1144442", TaxIdKind.NATIONAL),
            ("205/123/45678", TaxIdKind.NATIONAL),
        ],
    )
    def test_tells_vat_ids_from_national_numbers(self, text, kind):
        assert tax_id_of(text).kind is kind

    def test_refuses_a_word(self):
        assert tax_id_of("EXEMPT").kind is TaxIdKind.NATIONAL
        with pytest.raises(TaxIdMalformed):
            tax_id_of("")
