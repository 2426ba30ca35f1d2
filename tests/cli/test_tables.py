from app.cli.tables import document, table


class TestTable:
    def test_numbers_stand_on_the_right(self):
        text = table(("item", "net"), [("A", "1.00"), ("Long name", "100.00")], right=frozenset({1}))

        assert text.split("\n") == [
            "item          net",
            "---------  ------",
            "A            1.00",
            "Long name  100.00",
        ]


class TestDocument:
    def test_shows_number_state_and_sums(self):
        facts = {"number": "Q-1", "status": "draft", "currency": "EUR", "net": "1.00", "lines": []}

        assert document("quote", facts) == "quote Q-1  draft\n     net  1.00 EUR"
