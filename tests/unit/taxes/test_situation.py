from app.customers.tax_status import BuyerKind
from app.taxes.situation import TaxSituation


def test_a_buyer_is_a_business_until_said_otherwise():
    assert TaxSituation("DE", "DE").buyer_kind is BuyerKind.BUSINESS
