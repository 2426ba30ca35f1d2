import pytest

from app.company.tax_id import TaxId, TaxIdKind
from app.customers.tax_status import BuyerKind
from app.exchange.records.customers import CUSTOMERS
from app.kernel.address import Address
from tests.support.imports import parsed, problems


def one(header: str, *cells: str):
    quoted = ",".join(f'"{cell}"' for cell in ("C1", "Acme", *cells))
    return parsed(CUSTOMERS, f"reference,name,{header}\n{quoted}\n")


class TestCustomers:
    def test_reads_the_plain_file(self):
        found = one(
            "street,city,postcode,country,email", "Weg 1", "Berlin", "10115", "Deutschland", "a@example.com"
        )
        assert found.rows[0].billing == Address("", ("Weg 1",), "10115", "Berlin", "DE")
        assert (found.rows[0].email, found.rows[0].shipping) == ("a@example.com", None)

    def test_finds_the_state_by_its_name(self):
        (row,) = one("city,subdivision,country", "Oxnard", "California", "United States").rows
        assert row.subdivision == "US-CA"

    def test_keeps_where_goods_go(self):
        (row,) = one(
            "shipping_name,shipping_street,shipping_street2,shipping_country",
            "Ramp 2",
            "Weg 2",
            "Tor B",
            "AT",
        ).rows
        assert row.shipping == Address("Ramp 2", ("Weg 2", "Tor B"), country="AT")

    def test_tells_vat_ids_from_national_numbers(self):
        (row,) = one("tax_id", "12/345/67890; DE 136695976").rows
        assert row.tax_status.tax_ids == (
            TaxId(TaxIdKind.VAT, "DE136695976"),
            TaxId(TaxIdKind.NATIONAL, "12/345/67890"),
        )

    def test_reads_the_rest_of_them(self):
        (row,) = one(
            "kind,language,currency,payment_terms,electronic_scheme,electronic_id,active,exempt_reason",
            *(
                "privat",
                "de_CH",
                "chf",
                "2% discount 10 days, 30 days",
                "em",
                "a@example.com",
                "no",
                "resale",
            ),
        ).rows
        assert (row.kind, row.language, row.currency, row.active) == (
            BuyerKind.CONSUMER,
            "de_CH",
            "CHF",
            False,
        )
        assert row.payment_terms == "2% discount 10 days, 30 days"
        assert (row.electronic_scheme, row.electronic_id, row.exempt_reason) == (
            "EM",
            "a@example.com",
            "RESALE",
        )

    @pytest.mark.parametrize(
        ("header", "cell", "column", "code"),
        [
            ("email", "a at b", "email", "contact.not_an_email"),
            ("phone", "call me", "phone", "contact.not_a_phone"),
            ("country", "Atlantis", "country", "countries.unknown_country"),
            ("subdivision", "California", "subdivision", "countries.unknown_subdivision"),
            ("tax_id", "?", "tax_id", "company.tax_id_malformed"),
            ("language", "german!", "language", "company.language_refused"),
            ("electronic_id", "x", "electronic_id", "contact.unknown_electronic_scheme"),
            ("legal_name", "x" * 10_000, "legal_name", "text.too_long"),
            ("city", "Ber\u202elin", "city", "text.direction_override"),
        ],
    )
    def test_names_the_column_of_what_it_refuses(self, header, cell, column, code):
        assert problems(one(header, cell)) == [(2, column, code)]
