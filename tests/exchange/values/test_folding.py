from app.exchange.values.folding import folded, unambiguous


class TestFolded:
    def test_leaves_accents_case_and_signs_out(self):
        assert folded(" Côte-d’Ivoire ") == "cote d ivoire"
        assert folded("STRASSE") == folded("Straße")


class TestUnambiguous:
    def test_gives_a_name_of_two_codes_to_neither(self):
        assert unambiguous([("A", "1"), ("á", "2"), ("b", "3"), ("B", "3"), ("", "4")]) == {"a": "", "b": "3"}
