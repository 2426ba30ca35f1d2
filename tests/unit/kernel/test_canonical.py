from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import NamedTuple
from uuid import UUID

import pytest

from app.kernel.canonical import NotCanonical, canonical_json, content_hash, fields_of
from app.kernel.money import Currency
from app.kernel.percent import Percent
from app.kernel.quantity import PIECE, Unit
from app.kernel.ratio import Ratio
from tests.support.money import eur


class Colour(StrEnum):
    RED = "red"


class Level(IntEnum):
    LOW = 1


@dataclass(frozen=True, slots=True)
class Line:
    sku: str
    unit: Unit
    facts: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Paper:
    lines: tuple[Line, ...]
    rev: str = "r"


class Pair(NamedTuple):
    left: int


class TestCanonicalJson:
    @pytest.mark.parametrize(
        ("value", "text"),
        [
            (None, "null"),
            (True, "true"),
            (-7, "-7"),
            (Decimal("1.50"), '"1.5"'),
            (Decimal("1E+3"), '"1000"'),
            (Decimal("-0.00"), '"0"'),
            (date(2026, 3, 1), '"2026-03-01"'),
            (datetime(2026, 3, 1, 12, 30, tzinfo=UTC), '"2026-03-01T12:30:00Z"'),
            (datetime(2026, 3, 1, 12, 30, 0, 5, tzinfo=UTC), '"2026-03-01T12:30:00.000005Z"'),
            (UUID(int=1), '"00000000-0000-0000-0000-000000000001"'),
            (Colour.RED, '"red"'),
            (Level.LOW, "1"),
            ([], "[]"),
            ((1, "a"), '[1,"a"]'),
            ({}, "{}"),
            ({Colour.RED: 1}, '{"red":1}'),
            ({"b": 1, "a": 2, "B": 3}, '{"B":3,"a":2,"b":1}'),
            (MappingProxyType({"a": [None]}), '{"a":[null]}'),
            (eur("1.50"), '{"amount":"1.5","currency":"EUR"}'),
            (Currency.of("JPY"), '"JPY"'),
            (PIECE, '"C62"'),
            (Ratio(6, 12), '"1/2"'),
            (Percent(Decimal("0.10")), '"0.1"'),
        ],
    )
    def test_writes_each_value_in_one_way(self, value, text):
        assert canonical_json(value) == text.encode()

    def test_escapes_as_little_as_rfc_8785_does(self):
        assert canonical_json('€ü"\\/\n\x0f') == b'"\xe2\x82\xac\xc3\xbc\\"\\\\/\\n\\u000f"'

    @pytest.mark.parametrize(
        ("value", "reason"),
        [
            (1.5, "kind"),
            (float("nan"), "kind"),  # the door says it by its kind
            (b"x", "kind"),
            ({1, 2}, "kind"),
            (Pair(1), "kind"),
            (Paper(()), "kind"),
            (object(), "kind"),
            (Decimal("NaN"), "not_finite"),
            (Decimal("Infinity"), "not_finite"),
            (Decimal("1E+999999"), "not_finite"),
            (2**53, "integer_too_large"),
            (-(2**53), "integer_too_large"),
            ("u\u0308", "not_nfc"),
            ("\ud800", "surrogate"),
            ({1: "a"}, "key"),
            ({"ü": "a"}, "key"),
            ({None: "a"}, "key"),
            (datetime(2026, 3, 1), "not_utc"),  # noqa: DTZ001 - the naive time is the point
            (datetime(2026, 3, 1, tzinfo=timezone(timedelta(hours=1))), "not_utc"),
        ],
    )
    def test_refuses_what_has_no_canonical_form(self, value, reason):
        with pytest.raises(NotCanonical) as refusal:
            canonical_json({"deep": [value]})

        assert refusal.value.params["reason"] == reason

    def test_names_the_text_that_is_not_composed(self):
        with pytest.raises(NotCanonical) as refusal:
            canonical_json({"a": ["fine", {"b": "Mu\u0308ller"}]})

        assert refusal.value.params["value"] == "Mu\u0308ller"

    @pytest.mark.parametrize("levels", [40, 41])
    def test_nests_40_levels_and_no_more(self, levels):
        value: object = "x"
        for _ in range(levels):
            value = [value]
        if levels == 40:
            assert canonical_json(value) == b"[" * 40 + b'"x"' + b"]" * 40
        else:
            with pytest.raises(NotCanonical):
                canonical_json(value)

    def test_takes_the_largest_integers_all_readers_agree_on(self):
        assert canonical_json([2**53 - 1, -(2**53) + 1]) == b"[9007199254740991,-9007199254740991]"


class TestContentHash:
    def test_says_the_form_and_the_schema(self):
        assert content_hash({"a": 1}, schema="quote/1") == (
            "1:quote/1:09a1b18ab01b0f0acbead2a1dd26ab4d5d40a8d6615fb0abbe2499fabee265cd"
        )

    def test_does_not_depend_on_the_order_of_keys(self):
        left = content_hash({"a": 1, "b": 2}, schema="quote/1")

        assert content_hash({"b": 2, "a": 1}, schema="quote/1") == left

    def test_changes_with_the_schema(self):
        left, right = (content_hash({}, schema=schema) for schema in ("quote/1", "quote/2"))

        assert left.rpartition(":")[2] != right.rpartition(":")[2]


class TestFieldsOf:
    def test_writes_nested_documents_down_and_leaves_kernel_values_alone(self):
        paper = Paper((Line("A", PIECE, MappingProxyType({"n": 1})),))

        assert fields_of(paper) == {"lines": [{"sku": "A", "unit": PIECE, "facts": {"n": 1}}], "rev": "r"}

    def test_leaves_fields_out_at_the_top_only(self):
        paper = Paper((Line("A", PIECE, {}),))

        assert fields_of(paper, without=frozenset({"rev", "sku"})) == {
            "lines": [{"sku": "A", "unit": PIECE, "facts": {}}]
        }
