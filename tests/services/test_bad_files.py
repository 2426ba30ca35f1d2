"""Files nobody should send: each gets a sentence that names what is wrong, and nothing is lost or written."""

from __future__ import annotations

import pytest

from app.i18n.messages import sentence
from app.kernel.errors import AppError
from app.services import imports
from app.services.imports import ImportRefused
from tests.support.files import counts, imported
from tests.support.spreadsheets import a_workbook, a_zip, an_xlsx_of
from tests.support.stores import an_act

HEAD = "sku,name,price,currency"


def taken_in(store, file, noun="products"):
    with store.writing(an_act()) as uow:
        parsed = imports.read(uow, noun=noun, file=file)
        return imports.carry_out(uow, an_act(), parsed=parsed)


def products(store):
    with store.reading() as unit:
        return set(unit.products.by_skus(["N-1", "N-2"]))


class TestFiles:
    @pytest.mark.parametrize(
        ("content", "said"),
        [
            (b"", "is empty"),
            (b"%PDF-1.7 ...", "not a table"),
            (b"\x89PNG\r\n\x1a\n", "not a table"),
            (b"<html><table></table></html>", "not a table"),
            (a_zip({"a.txt": "a"}), "not a table"),
            (a_workbook(["sku"], ["N-1"])[:400], "not a table"),
            (an_xlsx_of("<!--" + " " * 2**21 + "-->"), "was not opened"),
            (
                an_xlsx_of(
                    '<row r="1"><c r="A1"><v>1</v></c></row><row r="9"><c r="XFD1048576"><v>1</v></c></row>'
                ),
                "was not opened",
            ),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
            (b'sku,name\nN-1,"open\n', "line 2"),
            ("sku,name\nN-1,Größe\n".encode() + b"\xff\n", "Line 3"),
        ],
    )
    def test_a_file_that_is_no_table_is_named_with_the_reason(self, store, tmp_path, content, said):
        (tmp_path / "prices.xlsx").write_bytes(content)
        with pytest.raises(AppError) as refusal:
            taken_in(store, tmp_path / "prices.xlsx")
        assert "“prices.xlsx”" in sentence(refusal.value, "en")
        assert said in sentence(refusal.value, "en")
        assert products(store) == set()

    def test_a_file_that_is_not_there_is_named(self, store, tmp_path):
        with pytest.raises(AppError) as refusal:
            taken_in(store, tmp_path / "none.csv")
        assert "“none.csv” cannot be read" in sentence(refusal.value, "en")

    def test_windows_text_with_semicolons_is_read_and_the_guess_is_told(self, store, tmp_path):
        (tmp_path / "p.csv").write_bytes(
            "Artikelnummer;Bezeichnung;Preis\nN-1;Größe;1.234,50\n".encode("cp1252")
        )
        seen = taken_in(store, tmp_path / "p.csv")
        assert counts(seen) == (1, 0, 0, 0)
        assert [finding.code for finding in seen.findings] == ["exchange.encoding_guessed"]
        with store.reading() as unit:
            assert unit.products.by_sku("N-1").names.in_language("de") == "Größe"


class TestCells:
    @pytest.mark.parametrize(
        ("cell", "said"),
        [
            ("1e999", "1e999"),
            ("NaN", "NaN"),
            ("Infinity", "Infinity"),
            ("-1", "-1"),
            ("1" * 41, "1" * 39),
            ("0.0000001", "0.0000001"),
        ],
    )
    def test_a_price_that_is_none_is_named_with_its_line(self, store, cell, said):
        with pytest.raises(ImportRefused) as refusal:
            imported(store, "products", f"{HEAD}\nN-1,x,{cell},EUR\nN-2,y,1.5,EUR\n")
        (finding,) = refusal.value.findings
        assert finding.where == "line 2, price"
        assert said in sentence(finding, "en")
        assert products(store) == set()

    @pytest.mark.parametrize(
        ("name", "said"),
        [("x" * 10_000, "10000"), ("Bolt\u202egnp.exe", "202E"), ("a\x07b", "0007"), ("", "empty")],
    )
    def test_a_name_that_is_none_is_named_with_its_line(self, store, name, said):
        with pytest.raises(ImportRefused) as refusal:
            imported(store, "products", f"{HEAD}\nN-1,{name},1.5,EUR\n")
        (finding,) = refusal.value.findings
        assert finding.where == "line 2, name"
        assert said in sentence(finding, "en")

    def test_an_offer_of_more_than_everything_is_refused(self, store):
        with pytest.raises(ImportRefused) as refusal:
            imported(store, "offers", "code,percent\nV,101\n")
        assert refusal.value.findings[0].where == "line 2, percent"

    def test_a_thousand_or_a_decimal_is_asked_and_not_guessed(self, store):
        with pytest.raises(ImportRefused) as refusal:
            imported(store, "products", f"{HEAD}\nN-1,x,1.500,EUR\n")
        assert "1.500" in sentence(refusal.value.findings[0], "en")
        assert sentence(refusal.value, "en").startswith("“f.csv” was not imported")
