import json

import pytest

REQUEST = {
    "request": {
        "on": "2026-07-01",
        "currency": "EUR",
        "book": "LIST",
        "taxes": {"seller_country": "DE", "buyer_country": "DE"},
        "lines": [{"key": "1", "sku": "A-1", "quantity": "10"}],
    },
    "rules": {
        "products": [{"sku": "A-1", "names": {"en": "Anvil"}}],
        "books": [{"code": "LIST", "currency": "EUR"}],
        "prices": [{"book": "LIST", "sku": "A-1", "price": "100"}],
        "tax_rates": [{"country": "DE", "class": "standard", "percent": "19", "source": "test"}],
    },
}


class TestPrice:
    def test_prices_a_request_by_the_rules_it_brings(self, shell):
        priced = shell.json("price", shell.file("r.json", json.dumps(REQUEST)))

        assert priced["totals"]["payable"] == "1190.00"

    @pytest.mark.parametrize("name", ["nofile.json", "."])
    def test_a_file_that_is_missing_or_a_folder_is_refused_with_its_name(self, shell, name):
        shell("price", str(shell.folder / name), code=1)

        assert shell.error.startswith(f"quotewright: “{shell.folder / name}” cannot be read")

    def test_refuses_what_is_no_request(self, shell):
        for text in ("{}", "[1]", "nonsense", '{"request": {}, "rules": {}}', '{"request": 1.5}'):
            shell("price", shell.file("r.json", text), code=1)
            assert shell.error.startswith("quotewright: ")


BLOCKS = {
    "kind": "block",
    "boxes": [{"lower": "1", "price": "10"}, {"lower": "11", "price": "30"}],
    "overage": "2.5",
}


class TestRules:
    def test_of_a_file_price_the_next_quote(self, house):
        prices = [{"book": "LIST", "sku": "A-1", "price": "0", "method": BLOCKS}]
        kept = house.json("rules", house.file("rules.json", json.dumps({"prices": prices})))
        lines = house.file("l.csv", "sku,quantity\nA-1,13\n")

        assert kept["prices"] == 1
        assert house.json("quote", "new", "--customer", "C1", "--lines", lines)["net"] == "35.00"

    def test_are_all_kept_or_none(self, house):
        prices = [{"book": "NOBODY", "sku": "A-1", "price": "1"}]
        schedule = {"code": "S", "tiers": [{"lower": "1", "percent": "5"}]}
        house("rules", house.file("r.json", json.dumps({"schedules": [schedule], "prices": prices})), code=1)

        assert "NOBODY" in house.error
