from app.formulas.tokens import tokens_of


class TestTokens:
    def test_are_words_numbers_texts_and_signs_and_the_end(self):
        kinds = [token.kind for token in tokens_of('a >= 1.5 "x" %')]
        assert kinds == ["name", "sign", "number", "text", "sign", "end"]

    def test_end_behind_the_last_word(self):
        assert tokens_of("a   ")[-1].place.offset == 1

    def test_letters_of_any_language_make_names(self):
        assert tokens_of("größe")[0].text == "größe"
