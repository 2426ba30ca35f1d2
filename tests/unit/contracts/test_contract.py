from tests.support.billing import a_contract, a_one_off, a_subscription, euros


class TestContract:
    def test_its_total_is_what_its_items_promise_less_the_discount(self):
        contract = a_contract(
            a_one_off(1, "10.00", document_discount=euros("1.00")), a_subscription(2, "120.00")
        )

        assert contract.total == euros("129.00")

    def test_tells_subscriptions_from_one_offs(self):
        contract = a_contract(a_one_off(1, "10"), a_subscription(2, "120"))

        assert [item.sku for item in contract.one_offs] == ["SKU-1"]
        assert [item.sku for item in contract.subscriptions] == ["SKU-2"]
