import pytest

from app.kernel.canonical import canonical_json
from app.kernel.json_text import (
    JsonNotUtf8,
    JsonRefused,
    JsonTooDeep,
    JsonTooLarge,
    KeyTwice,
    NotCanonicalJson,
    NotJson,
    NotWhole,
    WholeTooLarge,
    parse_canonical,
    parse_json,
)


def refusal_of(text, **caps) -> type[JsonRefused]:
    with pytest.raises(JsonRefused) as refusal:
        parse_json(text, **caps)
    return refusal.type


class TestParseJson:
    def test_takes_blanks_and_any_order(self):
        assert parse_json('{ "b": [1, true, null], "a": "x" }') == {"b": [1, True, None], "a": "x"}

    @pytest.mark.parametrize("text", ['{"a":1,"a":1}', '[{"a":{"b":1,"c":2,"b":3}}]'])
    def test_refuses_a_key_twice(self, text):
        assert refusal_of(text) is KeyTwice

    @pytest.mark.parametrize("text", ["1.5", "1e3", "1e999", "-0.0", "NaN", "Infinity", "-Infinity"])
    def test_refuses_numbers_that_are_not_whole(self, text):
        assert refusal_of(f'{{"a":{text}}}') is NotWhole

    @pytest.mark.parametrize("text", ["9007199254740992", "-9007199254740992", "9" * 1_000_000])
    def test_refuses_numbers_readers_disagree_about(self, text):
        assert refusal_of(text) is WholeTooLarge

    @pytest.mark.parametrize("text", ["", "{", "[1,]", "{'a':1}", "1 2", '"a\nb"', "\ufeff1", "01"])
    def test_refuses_what_is_no_json(self, text):
        assert refusal_of(text) is NotJson

    def test_refuses_other_encodings(self):
        assert refusal_of("ü".encode("cp1252")) is JsonNotUtf8

    @pytest.mark.parametrize("size", [10, 11])
    def test_takes_so_many_bytes_and_no_more(self, size):
        text = b'"' + b"x" * (size - 2) + b'"'
        if size == 10:
            assert parse_json(text, largest=10) == "x" * 8
        else:
            assert refusal_of(text, largest=10) is JsonTooLarge

    @pytest.mark.parametrize("levels", [3, 4])
    def test_takes_so_many_levels_and_no_more(self, levels):
        text = "[" * levels + "]" * levels
        if levels == 3:
            assert parse_json(text, deepest=3) == [[[]]]
        else:
            assert refusal_of(text, deepest=3) is JsonTooDeep

    def test_survives_a_tower_of_brackets(self):
        assert refusal_of("[" * 1_000_000) is JsonTooDeep


class TestParseCanonical:
    def test_reads_what_was_written(self):
        value = {"a": [1, "ü", None, {"b": False}]}

        assert parse_canonical(canonical_json(value)) == value

    @pytest.mark.parametrize("text", [b'{"b":1,"a":2}', b'{"a": 1}', b'"\\u00fc"', b"-0"])
    def test_refuses_another_spelling_of_the_same(self, text):
        with pytest.raises(NotCanonicalJson):
            parse_canonical(text)

    def test_says_where_the_text_breaks_off(self):
        with pytest.raises(NotJson) as refusal:
            parse_json('{\n"a": ?}')

        assert refusal.value.params == {"line": 2, "column": 6}
