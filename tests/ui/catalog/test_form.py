from decimal import Decimal

from app.catalog.product import ChargeType, TaxClass
from app.i18n.formats import formats
from ui.catalog.form import ProductForm
from ui.catalog.typed import TypedProduct


def test_gives_back_what_it_shows(qtbot):
    form = ProductForm(formats("de"))
    qtbot.add_widget(form)
    shown = TypedProduct(
        "A", "Amboss", "schwer", "Tools", "C62", ChargeType.RECURRING, TaxClass.REDUCED, Decimal("1.5")
    )

    form.show_typed(shown)

    assert form.typed() == shown
    assert not form.is_changed
