from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel

from app.kernel.changes import Ref
from tests.support.ui_company import a_window


@pytest.fixture
def window(store, tmp_path, qtbot):
    window = a_window(store, tmp_path)
    qtbot.add_widget(window)
    return window


@pytest.fixture
def page(window, qtbot):
    window.open(Ref("product", UUID(int=1)))
    qtbot.wait_until(lambda: window.page.presenter.record is not None)
    return window.page


def test_shows_the_product_and_its_prices(page, qtbot):
    assert page.form.typed().sku == "A-1"
    assert "100.00 EUR" in [label.text() for label in page.findChildren(QLabel)]


def test_a_new_price_holds_from_today_and_the_old_one_is_kept(page, store, qtbot):
    page.form.price.show_amount(Decimal("120"))

    with qtbot.wait_signal(page.presenter.saved):
        page.save()

    with store.reading() as unit:
        entries = unit.price_books.entries(["A-1"])
    assert sorted(entry.price for entry in entries) == [100, 120]


def test_a_refusal_says_why(page, qtbot):
    page.form.unit.setText("furlong")

    with qtbot.wait_signal(page.presenter.refused):
        page.save()

    assert page.refusal.isVisibleTo(page)


def test_a_new_product_is_made(window, store, qtbot):
    window.open_section("catalog")
    window.page.new()
    page = window.page
    page.form.sku.setText("N-9")
    page.form.name.setText("New thing")

    with qtbot.wait_signal(page.presenter.saved):
        page.save()

    with store.reading() as unit:
        assert unit.products.by_sku("N-9")
