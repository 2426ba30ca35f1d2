"""A bundle configured beside the quote, by keyboard, becomes lines of it."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from app.catalog.bundle import Option
from app.catalog.contracted_price import FixedPrice
from app.services.bundles import keep
from tests.support.catalog import EUR, a_bundle, a_feature
from tests.support.configurator import a_model
from tests.support.deals import a_draft
from tests.support.stores import an_act
from tests.support.ui_quotes import open_quote, press

OWN = Option("B-2", own_prices=(FixedPrice(Decimal(4), EUR),))
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(window, store, qtbot):
    with store.writing(an_act()) as uow:
        keep(uow, an_act(), model=a_model(a_bundle("A-1", a_feature("Parts", OWN, "S-3", minimum=1))))
    opened = open_quote(window, a_draft(store, ("A-1", "2"), ("B-2", "1")), qtbot)
    opened.lines.grid.go_to(opened.presenter.quote.lines[0].id, "quantity")
    return opened


@pytest.fixture
def dialog(editor, qtbot):
    press(Qt.Key.Key_B, CTRL)
    qtbot.wait_until(lambda: editor.configuring.dialog is not None)
    return editor.configuring.dialog


def test_opens_on_the_bundle_of_the_line_and_waits_for_a_valid_choice(dialog, qtbot):
    qtbot.wait_until(lambda: not dialog.presenter.is_waiting)

    assert not dialog.take.isEnabled()
    assert "Mend it first" in dialog.marked.text()


def test_what_was_chosen_stands_behind_the_line_at_its_price(editor, dialog, qtbot):
    dialog.presenter.choose(("Parts", "B-2"))
    qtbot.wait_until(lambda: dialog.presenter.solved.is_valid)
    assert dialog.total.text() == "\N{EURO SIGN}208.00"

    dialog.take.click()

    lines = editor.presenter.quote.lines
    assert [(line.sku, line.quantity, line.unit_price) for line in lines] == [
        ("A-1", 2, None),
        ("B-2", 2, Decimal(4)),
        ("B-2", 1, None),
    ]
    assert editor.presenter.document.stack.undoText() == "Configure"


def test_a_product_that_is_no_bundle_says_so(window, editor, qtbot):
    said = []
    editor.presenter.refused.connect(lambda refusal: said.append(refusal.code))
    editor.lines.grid.go_to(editor.presenter.quote.lines[1].id, "quantity")

    press(Qt.Key.Key_B, CTRL)

    qtbot.wait_until(lambda: bool(said))
    assert said == ["catalog.not_a_bundle"]
