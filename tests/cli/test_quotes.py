import json

import pytest


class TestNew:
    def test_refuses_an_unknown_customer(self, house):
        lines = house.file("l.csv", "sku,quantity\nA-1,1\n")

        house("quote", "new", "--customer", "NOBODY", "--lines", lines, code=1)

    @pytest.mark.parametrize(
        ("row", "code"),
        [
            ("NOPE,1", "quotes.unknown_sku_in_file"),
            ("A-1,0", "numbers.out_of_range"),
            ("A-1,-1", "numbers.out_of_range"),
            ("A-1,1e999", "numbers.not_a_number"),
            ("A-1,NaN", "numbers.not_a_number"),
        ],
    )
    def test_names_the_row_that_is_wrong_and_makes_nothing(self, house, row, code):
        lines = house.file("l.csv", f"sku,quantity\n{row}\n")

        refused = house.json("quote", "new", "--customer", "C1", "--lines", lines, code=1)["error"]

        assert [finding["code"] for finding in refused["findings"]] == [code]
        house("export", "quotes", "-o", str(house.folder / "q.json"))
        assert (house.folder / "q.json").read_text() == "[]\n"

    def test_a_draft_that_cannot_be_sent_yet_is_made_and_says_why(self, house):
        house("quote", "new", "--customer", "C1", "--lines", house.file("l.csv", "sku,quantity\n"))

        assert house.error.startswith("note: cannot be sent yet: The quote has no product")

    def test_names_the_columns_it_does_not_take(self, house):
        lines = house.file("l.csv", "sku,quantity,quantity,colour\nA-1,1,2,red\n")

        made = house.json("quote", "new", "--customer", "C1", "--lines", lines)

        assert "quotes.columns_not_taken" in [finding["code"] for finding in made["findings"]]
        assert "quantity #3, colour" in house.error

    def test_takes_a_discount_in_percent(self, house):
        lines = house.file("l.csv", "sku,quantity\nA-1,1\n")

        quote = house.json("quote", "new", "--customer", "C1", "--lines", lines, "--discount", "7.5")

        assert quote["net"] == "92.50"

    @pytest.mark.parametrize("discount", ["101", "x"])
    def test_refuses_a_discount_that_is_none(self, house, discount):
        lines = house.file("l.csv", "sku,quantity\nA-1,1\n")

        house("quote", "new", "--customer", "C1", "--lines", lines, "--discount", discount, code=1)


class TestShow:
    def test_explains_every_step(self, offered):
        shell, number = offered

        (first, _) = shell.json("quote", "show", number, "--explain")["explained"]

        assert (first["sku"], first["steps"][0]["step"], first["steps"][0]["after"]) == ("A-1", "list", "100")

    def test_prices_it_by_the_rules_of_another_day(self, house):
        prices = [{"book": "LIST", "sku": "A-1", "price": "250", "first": "2031-01-01"}]
        house("rules", house.file("rules.json", json.dumps({"prices": prices})))
        lines = house.file("l.csv", "sku,quantity\nA-1,2\n")
        number = house.json("quote", "new", "--customer", "C1", "--lines", lines)["number"]

        later = house.json("quote", "show", number, "--as-of", "2031-01-01")

        assert (later["net"], later["priced_on"]) == ("500.00", "2031-01-01")
        assert house.json("quote", "show", number)["net"] == "200.00"
        assert "2031-01-01" in house("quote", "show", number, "--as-of", "2031-01-01", "--explain")

    def test_reads_well_for_people(self, offered):
        shell, number = offered

        text = shell("quote", "show", number)

        assert number in text
        assert "1199.91 EUR" in text

    def test_explains_to_people_in_prices_and_sentences(self, house):
        lines = house.file("l.csv", "sku,quantity\nA-1,1\n")
        made = house.json("quote", "new", "--customer", "C1", "--lines", lines, "--discount", "7.5")

        text = house("quote", "show", made["number"], "--explain")

        assert "Additional discount   92.50  7.5% on the quote" in text


class TestAccept:
    def test_names_the_contract(self, offered):
        shell, number = offered

        assert shell.json("quote", "accept", number)["contract"].startswith("C-")

    def test_happens_once(self, offered):
        shell, number = offered
        shell("quote", "accept", number)

        assert shell.json("quote", "accept", number, code=1)["error"]["code"] == "quotes.concluded"

    def test_a_draft_is_to_be_sent_first(self, house):
        lines = house.file("l.csv", "sku,quantity\nA-1,1\n")
        number = house.json("quote", "new", "--customer", "C1", "--lines", lines)["number"]

        house("quote", "accept", number, code=1)

        assert "Send it first." in house.error


class TestRevise:
    def test_makes_the_next_revision(self, offered):
        shell, number = offered

        revised = shell.json("quote", "revise", number)

        assert (revised["number"], revised["revision"], revised["status"]) == (number, 2, "draft")
