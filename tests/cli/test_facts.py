from app.cli.facts import amount, contract_facts, payment_facts, quote_facts
from app.services.papers.contracts import contract_totals
from tests.support.billing import a_contract, a_one_off, a_subscription, euros
from tests.support.payments import a_payment
from tests.support.pricing import a_line as a_priced_line
from tests.support.pricing import a_request, an_article, priced
from tests.support.quotes import a_heading, a_line, a_quote, an_id

NEEDED = {"number", "kind", "status", "currency", "net", "tax", "total", "open", "lines"}
PRICED = priced(a_request(a_priced_line("2", key=str(an_id(1)))), *an_article("50"))


class TestFacts:
    def test_amounts_have_the_currencys_decimals(self):
        assert amount(euros("1000")) == "1000.00"
        assert amount(euros("1000.00")) == "1000.00"

    def test_every_document_has_what_was_promised(self):
        quote = quote_facts(a_quote(a_line(1), a_heading(2)), PRICED)
        contract = a_contract(a_one_off(1, "10.00"), a_subscription(2, "120.00"))

        assert set(quote) >= NEEDED
        assert set(contract_facts(contract, contract_totals(contract))) >= NEEDED
        assert set(payment_facts(a_payment("5.00"), {})) >= NEEDED

    def test_a_quote_shows_what_each_line_comes_to(self):
        line, heading = quote_facts(a_quote(a_line(1), a_heading(2)), PRICED)["lines"]

        assert (line["sku"], line["net"]) == ("SKU-1", "100.00")
        assert heading == {"kind": "heading", "name": "Hardware", "subtotal": "0.00"}

    def test_a_heading_says_what_its_section_comes_to(self):
        heading, line = quote_facts(a_quote(a_heading(2), a_line(1)), PRICED)["lines"]

        assert (heading["subtotal"], line["net"]) == ("100.00", "100.00")

    def test_a_quote_shows_price_discount_and_tax_of_each_line(self):
        facts = quote_facts(a_quote(a_line(1)), PRICED)

        (line,) = facts["lines"]
        assert (line["unit_price"], line["list"], line["discount_percent"]) == ("50", "100.00", "0")
        assert [tax["base"] for tax in facts["taxes"]] == ["100.00"]
