from app.exchange.records.nouns import NOUNS
from ui.imports.words import KINDS, field_words, kind_words


def test_every_kind_has_its_word():
    assert tuple(kind_words()) == KINDS


def test_every_field_has_words_of_its_own_within_its_kind():
    for kind in KINDS:
        keys = {field.key for field in NOUNS[kind].fields}
        words = {field_words(key) for key in keys}
        assert len(words) == len(keys)
        assert not any("_" in text for text in words)


def test_an_index_says_its_language():
    assert field_words("name[de]", "Deutsch") == "Name (Deutsch)"
    assert field_words("amount[EUR]") == "Amount off (EUR)"


def test_a_delivery_address_says_so():
    assert field_words("shipping_city") == "Delivery: Town"
