import pytest

from app.exchange.mapping.guessing import guess
from app.exchange.tables.csv_reading import read_pasted
from ui.imports.mapped import columns_of, offered_fields, with_field


@pytest.fixture
def table():
    return read_pasted("sku\tName\tPrice EUR\tShelf\nA\tHammer\t1\t\nB\tZange\t2\tX 2\n")


@pytest.fixture
def mapping(table):
    return guess("products", table.header).mapping


def test_every_column_is_shown_with_its_field_and_first_values(table, mapping):
    assert columns_of(table, mapping) == (
        ("sku", "A, B", "sku"),
        ("Name", "Hammer, Zange", "name"),
        ("Price EUR", "1, 2", "price"),
        ("Shelf", "X 2", ""),
    )


def test_a_column_becomes_another_field(table, mapping):
    changed = with_field(mapping, "Shelf", "category", table.header)

    assert [column.field for column in columns_of(table, changed)] == ["sku", "name", "price", "category"]


def test_a_field_is_taken_from_the_column_that_had_it(table, mapping):
    changed = with_field(mapping, "Shelf", "name", table.header)

    assert [column.field for column in columns_of(table, changed)] == ["sku", "", "price", "name"]


def test_a_column_is_left_out(table, mapping):
    changed = with_field(mapping, "Name", "", table.header)

    assert [column.field for column in columns_of(table, changed)] == ["sku", "", "price", ""]


def test_a_column_takes_the_place_of_a_standing_value(table, mapping):
    assert dict(mapping.constants) == {"currency": "EUR"}

    assert with_field(mapping, "Shelf", "currency", table.header).constants == ()


def test_texts_are_offered_in_every_language(mapping):
    offered = offered_fields(mapping, ["en", "de"])

    assert {"sku", "name", "name[en]", "description[de]"} <= set(offered)
    assert len(offered) == len(set(offered))
