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
