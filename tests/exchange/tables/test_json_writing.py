import io
import json
from datetime import date
from decimal import Decimal

import pytest

from app.exchange.tables.json_writing import write_json


def written(*records) -> str:
    stream = io.BytesIO()
    write_json(records, stream)
    return stream.getvalue().decode()


class TestWriteJson:
    def test_writes_amounts_as_decimal_strings(self):
        assert written({"net": Decimal("1199.910"), "n": 2, "d": date(2026, 1, 2), "x": None, "b": True}) == (
            '[\n{"net": "1199.91", "n": 2, "d": "2026-01-02", "x": null, "b": true}\n]\n'
        )

    def test_writes_parts_of_records(self):
        assert json.loads(written({"lines": ({"price": Decimal("0.1")},)}, {})) == [
            {"lines": [{"price": "0.1"}]},
            {},
        ]

    def test_writes_an_empty_list(self):
        assert written() == "[]\n"

    def test_refuses_binary_numbers(self):
        with pytest.raises(TypeError):
            written({"net": 0.1})
