import pytest

from app.catalog.contracted_price import AgreedPriceInvalid, ContractedPriceTarget
from tests.support.catalog import a_contracted_price


class TestContractedPrice:
    @pytest.mark.parametrize("target", [{"sku": "A", "category": "B"}, {"sku": "", "category": ""}])
    def test_names_a_product_or_a_category(self, target):
        with pytest.raises(ContractedPriceTarget):
            a_contracted_price(**target)

    def test_refuses_a_negative_price(self):
        with pytest.raises(AgreedPriceInvalid):
            a_contracted_price(terms="-1")
