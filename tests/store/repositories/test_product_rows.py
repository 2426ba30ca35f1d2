from uuid import UUID

from app.catalog.product import ChargeType, TaxClass
from app.catalog.texts import Texts
from app.kernel.percent import Percent
from tests.support.catalog import a_product, valid
from tests.support.stores import an_act


def test_a_product_comes_back_as_it_was_kept(stocked_store):
    product = a_product(
        "X-1",
        id=UUID(int=700),
        names=Texts.of({"en": "Anvil", "de": "Amboss"}),
        category="Tools/Anvils",
        charge=ChargeType.RECURRING,
        tax_class=TaxClass.REDUCED,
        tax_percent=Percent.of_points(5),
        sellable=valid("2026-01-01", "2026-12-31"),
    )
    with stocked_store.writing(an_act()) as uow:
        uow.products.save(product)

    with stocked_store.reading() as unit:
        assert unit.products.by_sku("X-1") == product
