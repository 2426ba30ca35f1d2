import pytest

from app.exchange.mapping.guessing import _compact
from app.exchange.mapping.synonyms import synonyms
from app.exchange.records.nouns import NOUNS


class TestSynonyms:
    @pytest.mark.parametrize("noun", NOUNS)
    def test_exist_for_every_field_and_for_no_other(self, noun):
        assert set(synonyms()[noun]) == {field.key for field in NOUNS[noun].fields}

    @pytest.mark.parametrize("noun", NOUNS)
    def test_begin_with_the_fields_own_name(self, noun):
        assert all(words[0] == field for field, words in synonyms()[noun].items())

    @pytest.mark.parametrize("noun", NOUNS)
    def test_no_two_fields_are_equally_sure_of_a_word(self, noun):
        claims: dict[tuple[str, int], list[str]] = {}
        for field, words in synonyms()[noun].items():
            for rank, word in enumerate(words):
                claims.setdefault((_compact(word), rank), []).append(field)
        assert {word: fields for word, fields in claims.items() if len(set(fields)) > 1} == {}
