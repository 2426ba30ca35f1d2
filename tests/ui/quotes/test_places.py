from uuid import UUID

import pytest

from ui.quotes.places import Place, column_of, place_of

LINE = UUID(int=7)


@pytest.mark.parametrize(
    ("where", "place"),
    [
        ("customer", Place(field="customer")),
        ("valid_until", Place(field="valid_until")),
        ("exchange", Place(field="exchange")),
        ("book", Place(field="price_book")),
        ("lines", Place()),
        ("totals", Place()),
        (f"lines[{LINE}].sku", Place(LINE, "sku")),
        (f"lines[{LINE}].manual_price", Place(LINE, "price")),
        (f"lines[{LINE}].tax", Place(LINE, "amount")),
    ],
)
def test_a_finding_points_to_a_field_or_a_cell(where, place):
    assert place_of(where) == place


def test_what_concerns_the_whole_line_is_marked_at_its_amount():
    assert column_of(f"lines[{LINE}].tax") == "amount"
