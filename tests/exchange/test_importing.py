from app.exchange.importing import read_rows
from app.exchange.mapping.guessing import guess
from app.exchange.mapping.mapping import Mapping, Take
from tests.support.imports import a_table

TEXT = "sku,name,name[en],name[de],description[en],price,currency\nA,Anvil,Iron,Amboss,Heavy,1,EUR\n"


class TestReadRows:
    def test_guesses_reads_and_checks_a_plain_file(self):
        table = a_table(TEXT)
        found = read_rows(guess("products", table.header).mapping, table)
        assert found.rows[0].names == (("de", "Amboss"), ("en", "Iron"))
        assert found.rows[0].description == ""

    def test_takes_texts_in_the_companys_language_as_the_plain_ones(self):
        table = a_table(TEXT)
        found = read_rows(guess("products", table.header).mapping, table, language="en")
        (row,) = found.rows
        assert (row.name, row.names, row.description) == ("Anvil", (("de", "Amboss"),), "Heavy")
        assert found.columns == ("sku", "name", "name[de]", "description", "price", "currency")
        assert found.unmapped == ("name[en]",)

    def test_names_what_no_field_takes(self):
        mapping = Mapping("lines", (("sku", Take(("a",))), ("quantity", Take(("b",)))))
        assert read_rows(mapping, a_table("a,b,c\nA,1,x\n")).unmapped == ("c",)
