from dataclasses import replace

from app.billing.checks import checks
from app.customers.party import Party
from app.kernel.findings import Severity
from app.kernel.percent import NO_PERCENT
from app.taxes.category import TaxCategory
from app.taxes.determination import LineTax
from tests.support.billing import BUYER, SELLER, a_contract, a_one_off, an_invoice, euros

CONTRACT = a_contract(a_one_off(1, "100.00"))


def codes(invoice, contract=CONTRACT):
    return [finding.code for finding in checks(invoice, contract)]


class TestChecks:
    def test_a_complete_invoice_has_no_finding(self):
        assert codes(an_invoice(CONTRACT)) == []

    def test_a_missing_tax_id_of_the_seller_is_a_warning_and_no_wall(self):
        contract = replace(CONTRACT, seller=replace(SELLER, tax_ids=()))

        (finding,) = checks(an_invoice(contract), contract)

        assert finding.code == "billing.seller_tax_id_missing"
        assert finding.severity is Severity.WARNING

    def test_an_incomplete_recipient_is_named(self):
        contract = replace(CONTRACT, buyer=Party("Nobody"))

        assert codes(an_invoice(contract)) == [
            "billing.buyer_address_incomplete",
            "billing.buyer_country_missing",
        ]

    def test_reverse_charge_needs_the_buyers_tax_id(self):
        owed_by_buyer = LineTax(TaxCategory.REVERSE_CHARGE, NO_PERCENT, "taxes.reverse_charge")
        contract = a_contract(a_one_off(1, "100.00", tax=owed_by_buyer), buyer=BUYER)

        assert codes(an_invoice(contract), contract)[0] == "billing.buyer_tax_id_missing"

    def test_a_line_that_bills_more_than_was_contracted_blocks(self):
        invoice = an_invoice(CONTRACT)
        dearer = replace(invoice.lines[0], amount=euros("100.01"))

        assert codes(replace(invoice, lines=(dearer,))) == ["billing.differs_from_contract"]
