import pytest

from app.company.tax_id import TaxId, TaxIdKind, TaxIdMalformed
from app.customers.tax_status import BuyerKind, ExemptReasonRefused, TaxStatus

VAT = TaxId(TaxIdKind.VAT, "DE136695976")
NATIONAL = TaxId(TaxIdKind.NATIONAL, "205/123/45678")


class TestTaxStatus:
    def test_is_a_business_without_numbers_until_somebody_says_otherwise(self):
        assert TaxStatus() == TaxStatus(BuyerKind.BUSINESS, (), "")

    def test_finds_the_vat_id_among_all_numbers(self):
        assert TaxStatus(tax_ids=(NATIONAL, VAT)).vat_id == "DE136695976"
        assert TaxStatus(tax_ids=(NATIONAL,)).vat_id == ""

    def test_writes_the_reason_in_capitals(self):
        assert TaxStatus(exempt_reason=" resale ").cleaned().exempt_reason == "RESALE"
        assert TaxStatus(exempt_reason="VATEX-EU-132").cleaned().exempt_reason == "VATEX-EU-132"

    @pytest.mark.parametrize("reason", ["because of the moon", "<x>", "-"])
    def test_refuses_a_reason_that_is_no_code(self, reason):
        with pytest.raises(ExemptReasonRefused):
            TaxStatus(exempt_reason=reason).cleaned()

    def test_refuses_a_number_no_office_gave(self):
        with pytest.raises(TaxIdMalformed):
            TaxStatus(tax_ids=(TaxId(TaxIdKind.VAT, "?"),)).cleaned()
