from app.catalog.selector import EVERYTHING, Selector


class TestTakesProduct:
    def test_without_a_product_or_category_takes_every_product(self):
        assert EVERYTHING.takes_product("A-1", "")
        assert Selector.of(customers=["C1"]).takes_product("A-1", "Bikes")

    def test_takes_products_by_name_or_by_a_category_they_lie_under(self):
        selector = Selector.of(skus=["A-1"], categories=["Bikes"])

        assert selector.takes_product("A-1", "")
        assert selector.takes_product("B-2", "Bikes/Road")
        assert not selector.takes_product("B-2", "Bikeshop")


class TestOverlaps:
    def test_the_same_product_for_the_same_customers_overlaps(self):
        assert Selector.of(skus=["A", "B"]).overlaps(Selector.of(skus=["B", "C"]))

    def test_a_nearer_condition_does_not_overlap_a_farther_one(self):
        assert not Selector.of(skus=["A"]).overlaps(EVERYTHING)
        assert not Selector.of(skus=["A"], customers=["C1"]).overlaps(Selector.of(skus=["A"]))

    def test_different_books_do_not_overlap(self):
        assert not Selector.of(books=["EU"]).overlaps(Selector.of(books=["US"]))
