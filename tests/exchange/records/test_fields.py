import pytest

from app.exchange.records.fields import index_of
from app.exchange.records.nouns import NOUNS


class TestFieldOf:
    @pytest.mark.parametrize(
        ("column", "part"),
        [("name", "name"), ("name[de]", "names"), ("description[zh_Hant]", "descriptions")],
    )
    def test_finds_plain_and_indexed_columns(self, column, part):
        assert NOUNS["products"].field_of(column).attribute == part

    @pytest.mark.parametrize("column", ["colour", "price[EUR]", "name[]", "name[de", ""])
    def test_knows_no_others(self, column):
        assert NOUNS["products"].field_of(column) is None


class TestIndexOf:
    def test_is_what_stands_in_brackets(self):
        assert (index_of("name[de_CH]"), index_of("name")) == ("de_CH", "")


class TestNouns:
    @pytest.mark.parametrize("noun", NOUNS.values(), ids=lambda noun: noun.name)
    def test_rows_have_a_part_for_each_field_in_their_order(self, noun):
        assert noun.row._fields == ("line", *noun.parts)

    @pytest.mark.parametrize("noun", NOUNS.values(), ids=lambda noun: noun.name)
    def test_blank_cells_and_missing_columns_mean_the_same(self, noun):
        defaults = noun.row._field_defaults
        for field in noun.fields:
            if field.attribute in defaults:
                blank = () if field.indexed else field.blank
                assert defaults[field.attribute] == blank, field.key
