"""U1: a quote of five lines from empty to saved, by keyboard alone."""

from decimal import Decimal

from PySide6.QtCore import Qt

from tests.support.ui_quotes import focused, opened_editor, press, saved, settled, stored, type_text

CTRL = Qt.KeyboardModifier.ControlModifier


def take_product(editor, words, quantity, qtbot):
    """Type words, take the hit, type the quantity, go on to the next line."""
    lines = len(editor.presenter.quote.lines)
    type_text(words)
    press(Qt.Key.Key_Return)
    qtbot.wait_until(lambda: len(editor.presenter.quote.lines) == lines + 1)
    qtbot.wait_until(lambda: focused().accessibleName() == "Quantity")
    type_text(quantity)
    press(Qt.Key.Key_Return)


def test_five_lines_are_entered_by_keyboard_alone(window, store, qtbot):
    window.open_section("quotes")
    press(Qt.Key.Key_N, CTRL)
    editor = opened_editor(window, qtbot)

    qtbot.wait_until(editor.header.customer.hasFocus)
    type_text("acme")
    press(Qt.Key.Key_Return)
    qtbot.wait_until(lambda: editor.presenter.quote.customer_id is not None)
    qtbot.wait_until(editor.lines.grid.hasFocus)
    for words, quantity in (("a-1", "10"), ("b-2", "250"), ("s-3", "2"), ("a-1", "3"), ("b-2", "4")):
        take_product(editor, words, quantity, qtbot)
    settled(editor, qtbot)
    press(Qt.Key.Key_S, CTRL)
    saved(editor, qtbot)

    quote = stored(store, editor.presenter.quote.id)
    assert [(line.sku, line.quantity) for line in quote.lines] == [
        ("A-1", Decimal(10)),
        ("B-2", Decimal(250)),
        ("S-3", Decimal(2)),
        ("A-1", Decimal(3)),
        ("B-2", Decimal(4)),
    ]
    assert editor.foot.totals._total[1].text() == "€1,990.37"
