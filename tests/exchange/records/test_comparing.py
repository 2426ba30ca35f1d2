from decimal import Decimal

import pytest

from app.exchange.records.comparing import FieldChange, compare
from app.exchange.records.lines import LINES
from app.exchange.records.offers import OFFERS
from app.exchange.records.products import PRODUCTS
from tests.support.imports import parsed

FULL = "sku,name,price,currency,cost,name[de],name[fr]\nA,Anvil,1,EUR,2,Amboss,Enclume\nB,Bolt,3,EUR,,,\n"


def existing(noun, text):
    return {noun.key(row): row._replace(line=0) for row in parsed(noun, text).rows}


class TestCompare:
    def test_counts_new_changed_and_same(self):
        found = compare(
            PRODUCTS,
            existing(PRODUCTS, FULL),
            parsed(PRODUCTS, "sku,name,price,currency\nA,Anvil,1.00,EUR\nB,Bolt,4,EUR\nC,Clamp,5,EUR\n"),
        )
        assert (len(found.new), len(found.changed), found.same) == (1, 1, 1)
        (change,) = found.changed
        assert (change.line, change.columns) == (3, (FieldChange("price", Decimal(3), Decimal(4)),))

    def test_the_same_file_again_changes_nothing(self):
        assert compare(PRODUCTS, existing(PRODUCTS, FULL), parsed(PRODUCTS, FULL)).changes_nothing

    def test_a_column_that_is_not_there_leaves_its_value_and_a_blank_cell_empties_it(self):
        without = parsed(PRODUCTS, "sku,name,price,currency\nA,Anvil,1,EUR\n")
        assert compare(PRODUCTS, existing(PRODUCTS, FULL), without).changes_nothing

        blank = parsed(PRODUCTS, "sku,name,price,currency,cost\nA,Anvil,1,EUR,\n")
        (change,) = compare(PRODUCTS, existing(PRODUCTS, FULL), blank).changed
        assert change.columns == (FieldChange("cost", Decimal(2), None),)
        assert change.after.names == (("de", "Amboss"), ("fr", "Enclume"))

    def test_changes_only_the_languages_the_file_has(self):
        german = parsed(PRODUCTS, "sku,name,price,currency,name[de]\nA,Anvil,1,EUR,Eisenklotz\n")
        (change,) = compare(PRODUCTS, existing(PRODUCTS, FULL), german).changed
        assert change.after.names == (("de", "Eisenklotz"), ("fr", "Enclume"))

        none = parsed(PRODUCTS, "sku,name,price,currency,name[de]\nA,Anvil,1,EUR,\n")
        (change,) = compare(PRODUCTS, existing(PRODUCTS, FULL), none).changed
        assert change.after.names == (("fr", "Enclume"),)

    def test_names_what_the_file_does_not_mention(self):
        found = compare(
            PRODUCTS, existing(PRODUCTS, FULL), parsed(PRODUCTS, "sku,name,price,currency\nB,Bolt,3,EUR\n")
        )
        assert found.absent == ("A",)

    def test_an_offer_changes_from_percent_to_amount_as_a_whole(self):
        before = existing(OFFERS, "code,percent\nV,5\n")
        (change,) = compare(OFFERS, before, parsed(OFFERS, "code,amount,currency\nV,5,EUR\n")).changed
        assert (change.after.percent, change.after.amounts) == (None, (("EUR", Decimal(5)),))

    def test_refuses_rows_that_stand_for_themselves(self):
        with pytest.raises(ValueError, match="lines"):
            compare(LINES, {}, parsed(LINES, "sku,quantity\nA,1\n"))
