from app.store.holdings import holds_records
from tests.support.catalog import a_product
from tests.support.stores import an_act


class TestHoldsRecords:
    def test_a_company_alone_is_nothing_to_miss(self, store):
        with store.reading() as unit:
            assert not holds_records(unit.records.transaction)

    def test_one_product_is(self, store):
        with store.writing(an_act()) as uow:
            uow.products.upsert([a_product("P-1", id=uow.new_id())])
        with store.reading() as unit:
            assert holds_records(unit.records.transaction)
