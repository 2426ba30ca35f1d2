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

    def test_shows_who_when_and_what_one_costs(self):
        line = {"sku": "A-1", "name": "Anvil", "quantity": "2", "net": "190.00"}
        facts = {
            **{"number": "INV-1", "kind": "invoice", "status": "open", "currency": "EUR", "total": "226.10"},
            **{"customer": "C1", "customer_name": "Acme AG", "due_on": "2026-12-24", "open": "226.10"},
            "lines": [{**line, "unit_price": "95", "base_quantity": "1"}],
        }

        assert document("invoice", facts).split("\n") == [
            "invoice INV-1  open",
            "customer     C1  Acme AG",
            "due          2026-12-24",
            "item  name   quantity  unit price     net",
            "----  -----  --------  ----------  ------",
            "A-1   Anvil         2       95.00  190.00",
            "   total  226.10 EUR",
            "    open  226.10 EUR",
        ]

    def test_says_what_each_section_comes_to(self):
        facts = {
            **{"number": "Q-1", "kind": "quote", "status": "draft", "currency": "EUR", "total": "6.00"},
            "lines": [
                {"kind": "product", "sku": "A-1", "name": "Anvil", "net": "1.00"},
                {"kind": "heading", "name": "G1", "subtotal": "2.00"},
                {"kind": "product", "sku": "B-2", "name": "Bolt", "net": "2.00"},
                {"kind": "heading", "name": "G2", "subtotal": "3.00"},
                {"kind": "product", "sku": "C-3", "name": "Cog", "net": "3.00"},
                {"kind": "subtotal", "name": "Own words", "subtotal": "3.00"},
            ],
        }

        written = [line.split() for line in document("quote", facts).split("\n")[3:]]
        assert written == [
            ["A-1", "Anvil", "1.00"],
            ["G1"],
            ["B-2", "Bolt", "2.00"],
            ["subtotal", "G1", "2.00"],
            ["G2"],
            ["C-3", "Cog", "3.00"],
            ["Own", "words", "3.00"],
            ["total", "6.00", "EUR"],
        ]

    def test_of_a_payment_shows_what_it_settled_and_what_is_left(self):
        facts = {
            **{"number": "P-1", "kind": "payment", "status": "booked", "currency": "EUR"},
            **{"total": "5.00", "open": "1.00", "lines": [{"invoice": "INV-1", "amount": "4.00"}]},
        }

        assert document("payment", facts).split("\n") == [
            "payment P-1  booked",
            "invoice  settled",
            "-------  -------",
            "INV-1       4.00",
            "  amount  5.00 EUR",
            "  credit  1.00 EUR",
        ]
