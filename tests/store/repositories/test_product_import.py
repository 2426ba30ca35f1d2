from uuid import UUID

from tests.support.catalog import a_product
from tests.support.stores import an_act


class TestUpsert:
    def test_tells_new_from_changed_from_the_same(self, stocked_store):
        known = [a_product(f"N-{n}", id=UUID(int=500 + n)) for n in range(3)]
        with stocked_store.writing(an_act()) as uow:
            assert uow.products.upsert(known) == (3, 0, 0)

        renamed = a_product("N-0", id=UUID(int=900), category="Tools")
        fresh = a_product("N-9", id=UUID(int=901))
        with stocked_store.writing(an_act()) as uow:
            assert uow.products.upsert([renamed, *known[1:], fresh]) == (1, 1, 2)

    def test_a_known_sku_keeps_its_id(self, stocked_store):
        with stocked_store.writing(an_act()) as uow:
            before = uow.products.by_sku("A-1")
            uow.products.upsert([a_product("A-1", id=UUID(int=902), category="Tools")])

        with stocked_store.reading() as unit:
            after = unit.products.by_sku("A-1")
        assert (after.id, after.category) == (before.id, "Tools")
