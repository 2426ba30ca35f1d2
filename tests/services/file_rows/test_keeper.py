from app.services.file_rows.keeper import AT_ONCE, SkuUnknown, pages, problem
from app.store.queries.products import Shelf, products
from tests.support.catalog import a_product
from tests.support.stores import TODAY, an_act


class TestPages:
    def test_reads_every_row_once_over_several_pages(self, store):
        with store.writing(an_act()) as uow:
            uow.products.upsert(a_product(f"P{n:05}", id=uow.new_id()) for n in range(AT_ONCE + 5))
        with store.reading() as unit:
            read = [
                [row.sku for row in page]
                for page in pages(
                    unit, lambda asked: products(unit.records.transaction, asked, Shelf("", TODAY)), "sku"
                )
            ]
        assert [len(page) for page in read] == [AT_ONCE, 8]
        assert sum(read, []) == sorted(set(sum(read, [])))  # noqa: RUF017 - two pages


class TestProblem:
    def test_carries_what_would_have_been_raised(self):
        found = problem(4, "sku", SkuUnknown(sku="X"))
        assert found == (4, "sku", "exchange.sku_unknown", {"sku": "X"})
