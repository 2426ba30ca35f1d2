"""U13, U15, U16 and U28: paper, price and history beside the quote."""

from dataclasses import replace
from decimal import Decimal

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from app.catalog.product import Cost
from app.kernel.money import Currency
from app.services.documents import pdf_of
from tests.support.deals import a_draft, sent
from tests.support.stores import an_act
from tests.support.ui_quotes import open_quote, press, quantity, saved
from ui.quotes.side_panel import Panel


@pytest.fixture
def editor(window, store, qtbot):
    return open_quote(window, a_draft(store, ("A-1", "10"), ("B-2", "25")), qtbot)


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(document[page].get_textpage().get_text_bounded() for page in range(len(document)))
    finally:
        document.close()


class TestPreview:
    def test_f9_opens_and_closes_it(self, editor, qtbot):
        press(Qt.Key.Key_F9)
        opened = editor.open_now

        press(Qt.Key.Key_F9)

        assert (opened, editor.open_now) == (Panel.PREVIEW, Panel.NONE)

    def test_shows_the_open_document_as_it_is_typed(self, editor, qtbot):
        with qtbot.wait_signal(editor.panel.preview.drawn, timeout=20_000):
            editor.open_panel(Panel.PREVIEW)

        quantity(editor.presenter, 0, "4321")

        # What was being drawn before the key may still arrive first.
        qtbot.wait_until(lambda: "4.321" in words_of(editor.panel.preview._pdf), timeout=20_000)
        assert editor.presenter.quote.number in words_of(editor.panel.preview._pdf)

    def test_keeps_scroll_and_zoom(self, editor, qtbot):
        with qtbot.wait_signal(editor.panel.preview.drawn, timeout=20_000):
            editor.open_panel(Panel.PREVIEW)
        editor.panel.preview.set_zoom(150)
        bar = editor.panel.preview.area.verticalScrollBar()
        bar.setValue(120)

        with qtbot.wait_signal(editor.panel.preview.drawn, timeout=20_000):
            quantity(editor.presenter, 0, "11")

        assert (editor.panel.preview.zoom, bar.value()) == (150, 120)

    def test_of_a_sent_quote_is_the_kept_paper(self, window, store, qtbot):
        quote = sent(store, a_draft(store, ("A-1", "1")))
        with store.writing(an_act()) as uow:
            kept = pdf_of(uow, an_act(), kind="quote", document_id=quote.id)
        editor = open_quote(window, quote, qtbot)

        with qtbot.wait_signal(editor.panel.preview.drawn, timeout=20_000):
            editor.open_panel(Panel.PREVIEW)

        assert editor.panel.preview._pdf == kept

    def test_never_tells_cost_or_margin(self, window, store, qtbot):
        with store.writing(an_act()) as uow:
            product = uow.products.by_sku("A-1")
            uow.products.save(replace(product, costs=(Cost(Decimal("73.21"), Currency.of("EUR")),)))
        editor = open_quote(window, a_draft(store, ("A-1", "1")), qtbot)

        with qtbot.wait_signal(editor.panel.preview.drawn, timeout=20_000):
            editor.open_panel(Panel.PREVIEW)

        shown = words_of(editor.panel.preview._pdf).lower()
        assert "€26.79" in editor.foot.totals._margin_amount.text()
        assert not any(secret in shown for secret in ("margin", "marge", "73,21", "73.21", "26,79", "26.79"))

    def test_waits_while_nobody_looks(self, editor, qtbot):
        quantity(editor.presenter, 0, "11")

        assert not editor.panel.preview._latest.is_waiting


class TestPrice:
    def test_f7_explains_the_line_the_cursor_is_on(self, editor, qtbot):
        grid = editor.lines.grid
        grid.go_to(grid.grid_model.key(1), "quantity")

        press(Qt.Key.Key_F7)

        assert editor.open_now is Panel.PRICE
        assert editor.panel.price._title.text() == "B-2"
        assert [step.text for step in editor.panel.price.chart.steps] == ["List price", "Net price"]

    def test_follows_cursor_and_typing(self, editor, qtbot):
        grid = editor.lines.grid
        grid.go_to(grid.grid_model.key(1), "quantity")
        press(Qt.Key.Key_F7)

        grid.go_to(grid.grid_model.key(0), "quantity")
        title = editor.panel.price._title.text()
        quantity(editor.presenter, 0, "7")

        assert title == "A-1"
        assert editor.panel.price._note.text().startswith("7 × 100.00 = €700.00")

    def test_asks_for_a_product_line_elsewhere(self, editor, qtbot):
        editor.lines.grid.go_to(None)

        press(Qt.Key.Key_F7)

        assert editor.panel._no_line.isVisible()
        assert not editor.panel.price.isVisible()


class TestHistory:
    def test_f8_says_who_and_when(self, window, store, qtbot):
        editor = open_quote(window, sent(store, a_draft(store, ("A-1", "1"))), qtbot)

        press(Qt.Key.Key_F8)

        qtbot.wait_until(lambda: len(editor.panel.timeline.entries) == 2)
        assert [entry.text for entry in editor.panel.timeline.entries] == ["Sent", "Quote begun"]

    def test_is_read_again_where_the_panel_turns_to_it(self, editor, qtbot):
        editor.open_panel(Panel.PREVIEW)

        editor.panel.tabs.setCurrentIndex(2)

        qtbot.wait_until(lambda: len(editor.panel.timeline.entries) == 1)


def test_the_panel_can_be_closed_by_its_button(editor, qtbot):
    editor.open_panel(Panel.PREVIEW)

    editor.panel._close.click()

    assert editor.open_now is Panel.NONE


def test_the_lines_keep_what_they_need(window, editor, qtbot):
    editor.open_panel(Panel.PREVIEW)
    qtbot.wait_until(lambda: editor.panel.isVisible())

    assert editor.splitter.sizes()[0] >= 600
    saved(editor, qtbot)


def test_in_a_small_window_the_panel_takes_the_place_of_the_lines(window, editor, qtbot):
    window.resize(1000, 640)
    editor.open_panel(Panel.PREVIEW)
    beside = editor.lines.isVisible()

    editor.open_panel(Panel.NONE)

    assert (beside, editor.lines.isVisible()) == (False, True)
