import pytest

from tests.support.ui_company import a_window


@pytest.fixture
def page(store, tmp_path, qtbot):
    window = a_window(store, tmp_path)
    qtbot.add_widget(window)
    window.open_section("catalog")
    qtbot.wait_until(lambda: len(window.page.list.model.rows) == 3)
    return window.page


def test_shows_products_with_todays_price(page):
    assert [(row.cells[0], row.cells[4]) for row in page.list.model.rows] == [
        ("A-1", "100.00"),
        ("B-2", "0.333"),
        ("S-3", "12.00"),
    ]


def test_the_filter_finds_by_the_beginning_of_a_word(page, qtbot):
    page.list.filter_box.setText("b-2")
    page.list.search()

    qtbot.wait_until(lambda: [row.cells[0] for row in page.list.model.rows] == ["B-2"])
