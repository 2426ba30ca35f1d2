"""A small computer and a machine of 200 options, opened without a store."""

from decimal import Decimal

import pytest

from app.configurator.conditions import Chosen, Is
from app.configurator.constraints import Excludes, Requires
from app.configurator.model import AskedAttribute
from app.configurator.rules import Selection
from app.i18n.formats import formats
from tests.support.catalog import a_bundle, a_choice, a_feature, a_number, a_text, a_yes_no, an_option
from tests.support.configurator import a_model
from ui.configurator.dialog import ConfigureDialog
from ui.configurator.presenter import Priced, Sold

PRICES = {"CPU-S": 100, "CPU-L": 300, "FAN": 20, "RAM": 50}


def a_computer(**changes):
    """Return a PC whose large processor needs the fan, which the quiet box excludes."""
    box = a_bundle("KIT", a_feature("Inside", "MOUSE", "KEYS", minimum=1))
    top = a_bundle(
        "PC",
        a_feature("Processor", an_option("CPU-S", preselected=True), "CPU-L", minimum=1, maximum=1),
        a_feature("Memory", an_option("RAM", "2", maximum=Decimal(8)), "DISK"),
        a_feature("Extras", "FAN", "QUIET", "KIT", "PLUG-EU"),
    )
    laws = [
        Requires("COOL", "PC", Chosen("CPU-L"), Chosen("FAN")),
        Excludes("NOISE", "PC", Chosen("FAN"), Chosen("QUIET")),
        Excludes("SMALL", "PC", Is("region", "US"), Chosen("QUIET")),
        Selection("PLUG", "PC", Is("region", "EU"), adds=("PLUG-EU",)),
    ]
    asked = [
        AskedAttribute(a_choice("region", "EU", "US"), required=True),
        a_number("users", "1", "99"),
        a_yes_no("outdoor"),
        a_text("engraving"),
    ]
    return a_model(top, box, laws=laws, asked=asked, **changes)


def priced(parts):
    """Price every part at what the table says, 10 where it says nothing."""
    amounts = [(part.sku, PRICES.get(part.sku, 10) * part.quantity) for part in parts]
    total = sum((amount for _sku, amount in amounts), Decimal(0))
    return Priced(tuple((sku, f"{amount:.2f}") for sku, amount in amounts), f"€{total:,.2f}")


@pytest.fixture
def configure(qtbot, theme):
    """Open the dialog on a model and wait until the solver has spoken."""

    def open_it(model=None, configuration=None, sold=None):
        dialog = ConfigureDialog(model or a_computer(), configuration, priced, formats("en"))
        if sold is not None:
            dialog.sell(Sold(*sold))
        qtbot.add_widget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not dialog.presenter.is_waiting)
        return dialog

    return open_it
