from uuid import UUID

import pytest

from app.kernel.quantity import UnknownUnit
from app.kernel.text import TextMissing
from tests.support.catalog import a_product
from ui.catalog.typed import TypedProduct, product_of, typed_of

NEW = UUID(int=9)


def made(typed, before=None):
    return product_of(typed, before, new_id=NEW, language="en")


class TestProductOf:
    def test_what_was_shown_and_not_touched_stays_the_same(self):
        product = a_product("A-1", category="Tools/Anvils")

        assert made(typed_of(product, "en"), product) == product

    def test_changes_only_the_text_of_its_language(self):
        product = made(TypedProduct(sku="A", name="Anvil"))

        german = product_of(TypedProduct(sku="A", name="Amboss"), product, new_id=NEW, language="de")

        assert dict(german.names.by_language) == {"en": "Anvil", "de": "Amboss"}

    @pytest.mark.parametrize(
        ("typed", "refusal"),
        [
            (TypedProduct(name="x"), TextMissing),
            (TypedProduct(sku="x"), TextMissing),
            (TypedProduct(sku="x", name="y", unit="furlong per fortnight"), UnknownUnit),
        ],
    )
    def test_names_what_is_wrong(self, typed, refusal):
        with pytest.raises(refusal):
            made(typed)
