import pytest

from app.exchange.mapping.guessing import guess
from app.exchange.records.exporting import sheet_of
from app.exchange.records.nouns import NOUNS


def fields(noun: str, *header: str) -> dict[str, str]:
    return {field: take.columns[0] for field, take in guess(noun, header).mapping.columns}


class TestGuess:
    @pytest.mark.parametrize(
        ("noun", "header"),
        [
            ("products", "sku,name,price,currency,tax"),
            ("products", "sku,name,price,currency,tax,unit,cost,category"),
            ("customers", "reference,name,street,city,postcode,country,email"),
            ("customers", "reference,name,street,city,postcode,country,email,tax_id"),
            ("lines", "sku,quantity,unit,price,discount,group,optional"),
        ],
    )
    def test_plain_files_need_no_map(self, noun, header):
        found = guess(noun, tuple(header.split(",")))
        assert [field for field, _ in found.mapping.columns] == header.split(",")
        assert (found.unmapped, found.missing) == ((), ())

    @pytest.mark.parametrize("noun", NOUNS.values(), ids=lambda noun: noun.name)
    def test_our_own_exports_map_completely(self, noun):
        header = sheet_of(noun, ()).header
        found = guess(noun.name, header)
        assert [field for field, _ in found.mapping.columns] == list(header)
        assert (found.unmapped, found.missing) == ((), ())

    @pytest.mark.parametrize(
        "header",
        [
            ("item", "title", "unit price", "vat", "currency"),
            ("Artikelnummer", "Bezeichnung", "Einzelpreis", "MwSt.", "Währung"),
            ("Référence article", "Désignation", "Prix unitaire", "TVA", "Devise"),
            ("Código de artículo", "Denominación", "Precio", "IVA", "Moneda"),
            ("ARTICLE_NO", "Product-Name", "List Price", "Tax Rate", "Currency Code"),
        ],
    )
    def test_understands_price_lists_in_four_languages(self, header):
        assert list(fields("products", *header)) == ["sku", "name", "price", "tax", "currency"]

    @pytest.mark.parametrize(
        "header",
        [
            ("customer no", "company", "address", "zip", "city", "country", "e-mail"),
            ("Kundennummer", "Firma", "Straße", "PLZ", "Ort", "Land", "E-Mail"),
            ("N° client", "Raison sociale", "Rue", "Code postal", "Ville", "Pays", "Courriel"),
            ("Número de cliente", "Empresa", "Calle", "Código postal", "Ciudad", "País", "Correo"),
        ],
    )
    def test_understands_customer_lists_in_four_languages(self, header):
        assert list(fields("customers", *header)) == [
            *("reference", "name", "street", "postcode", "city", "country", "email")
        ]

    def test_takes_the_surest_column_for_a_field(self):
        assert fields("products", "amount", "price", "article", "sku") == {"price": "price", "sku": "sku"}

    def test_gives_what_must_be_filled_a_column_that_nothing_else_needs(self):
        assert fields("products", "sku", "description", "price") == {
            "sku": "sku",
            "name": "description",
            "price": "price",
        }
        assert "description" in fields("products", "sku", "name", "description", "price")

    def test_reads_the_currency_out_of_a_heading(self):
        found = guess("products", ("sku", "name", "Preis (EUR)", "EK in €"))
        assert found.mapping.constants == (("currency", "EUR"),)
        assert found.missing == ()
        assert guess("products", ("sku", "name", "Price USD", "Cost EUR")).mapping.constants == ()

    @pytest.mark.parametrize("heading", ["name[de]", "Name (de)", "name_de", "Name DE", "name-de"])
    def test_finds_texts_in_other_languages(self, heading):
        assert fields("products", "sku", "name", "price", heading)["name[de]"] == heading

    def test_keeps_the_region_of_a_language(self):
        assert "name[zh_Hant]" in fields("products", "name (zh-Hant)")

    def test_names_what_no_field_takes(self):
        found = guess("lines", ("sku", "qty", "colour", "count", "name zz"))
        assert (found.unmapped, found.missing) == (("colour", "count", "name zz"), ())

    def test_names_what_must_be_filled_and_is_not(self):
        assert guess("products", ("Artikel",)).missing == ("name", "price", "currency")
        assert guess("offers", ("code",)).missing == ("percent",)
        assert guess("offers", ("code", "amount[EUR]")).missing == ()
