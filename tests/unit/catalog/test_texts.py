import pytest

from app.catalog.texts import NO_TEXTS, Texts

CHAIR = Texts.of({"de": "Stuhl", "en": "Chair", "fr_CH": "Chaise"})


class TestTexts:
    @pytest.mark.parametrize(
        ("asked", "read"),
        [("de", "Stuhl"), ("de_AT", "Stuhl"), ("fr_CH", "Chaise"), ("fr", "Chair"), ("ja", "Chair")],
    )
    def test_reads_the_exact_tag_then_the_language_then_the_fallback(self, asked, read):
        assert CHAIR.in_language(asked) == read

    def test_reads_the_first_text_where_even_the_fallback_is_missing(self):
        assert Texts.only("Stuhl", "de").in_language("ja") == "Stuhl"

    def test_says_nothing_where_nothing_is_written(self):
        assert NO_TEXTS.in_language("en") == ""

    def test_is_the_same_in_whatever_order_it_was_written(self):
        assert Texts.of({"en": "Chair", "de": "Stuhl"}) == Texts.of({"de": "Stuhl", "en": "Chair"})

    def test_an_empty_text_removes_the_language(self):
        assert CHAIR.with_text("de", "").languages == ("en", "fr_CH")
