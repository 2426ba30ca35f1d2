import pytest

from app.kernel.canonical import canonical_json
from app.kernel.json_text import JsonRefused, parse_canonical, parse_json


def reason_of(text, **caps) -> str:
    with pytest.raises(JsonRefused) as refusal:
        parse_json(text, **caps)
    return str(refusal.value.params["reason"])


class TestParseJson:
    def test_takes_blanks_and_any_order(self):
        assert parse_json('{ "b": [1, true, null], "a": "x" }') == {"b": [1, True, None], "a": "x"}

    @pytest.mark.parametrize("text", ['{"a":1,"a":1}', '[{"a":{"b":1,"c":2,"b":3}}]'])
    def test_refuses_a_key_twice(self, text):
        assert reason_of(text) == "duplicate_key"

    @pytest.mark.parametrize("text", ["1.5", "1e3", "1e999", "-0.0", "NaN", "Infinity", "-Infinity"])
    def test_refuses_numbers_that_are_not_whole(self, text):
        assert reason_of(f'{{"a":{text}}}') == "float"

    @pytest.mark.parametrize("text", ["9007199254740992", "-9007199254740992", "9" * 1_000_000])
    def test_refuses_numbers_readers_disagree_about(self, text):
        assert reason_of(text) == "integer_too_large"

    @pytest.mark.parametrize("text", ["", "{", "[1,]", "{'a':1}", "1 2", '"a\nb"', "\ufeff1", "01"])
    def test_refuses_what_is_no_json(self, text):
        assert reason_of(text) == "syntax"

    def test_refuses_other_encodings(self):
        assert reason_of("ü".encode("cp1252")) == "encoding"

    @pytest.mark.parametrize("size", [10, 11])
    def test_takes_so_many_bytes_and_no_more(self, size):
        text = b'"' + b"x" * (size - 2) + b'"'
        if size == 10:
            assert parse_json(text, largest=10) == "x" * 8
        else:
            assert reason_of(text, largest=10) == "too_large"

    @pytest.mark.parametrize("levels", [3, 4])
    def test_takes_so_many_levels_and_no_more(self, levels):
        text = "[" * levels + "]" * levels
        if levels == 3:
            assert parse_json(text, deepest=3) == [[[]]]
        else:
            assert reason_of(text, deepest=3) == "too_deep"

    def test_survives_a_tower_of_brackets(self):
        assert reason_of("[" * 1_000_000) == "too_deep"


class TestParseCanonical:
    def test_reads_what_was_written(self):
        value = {"a": [1, "ü", None, {"b": False}]}

        assert parse_canonical(canonical_json(value)) == value

    @pytest.mark.parametrize("text", [b'{"b":1,"a":2}', b'{"a": 1}', b'"\\u00fc"', b"-0"])
    def test_refuses_another_spelling_of_the_same(self, text):
        with pytest.raises(JsonRefused) as refusal:
            parse_canonical(text)

        assert refusal.value.params["reason"] == "not_canonical"
