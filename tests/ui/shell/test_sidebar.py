from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.support.ui_shell import some_rooms
from ui.shell.sidebar import Sidebar


def a_sidebar(qtbot) -> Sidebar:
    sidebar = Sidebar(some_rooms().sections)
    qtbot.addWidget(sidebar)
    return sidebar


def test_a_click_tells_the_section(qtbot):
    sidebar = a_sidebar(qtbot)

    with qtbot.waitSignal(sidebar.chosen) as chosen:
        QTest.mouseClick(sidebar.buttons["invoices"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["invoices"]


def test_it_grows_with_the_text(qtbot, theme):
    sidebar = a_sidebar(qtbot)
    before, points = sidebar.width(), theme.points

    theme.set_points(20)
    sidebar.ensurePolished()
    try:
        qtbot.wait_until(lambda: sidebar.minimumWidth() > before)
        assert all(button.sizeHint().width() < sidebar.minimumWidth() for button in sidebar.buttons.values())
    finally:
        theme.set_points(points)


def test_one_section_is_marked_or_none(qtbot):
    sidebar = a_sidebar(qtbot)

    sidebar.show_current("quotes")
    assert [id for id, button in sidebar.buttons.items() if button.isChecked()] == ["quotes"]
    sidebar.show_current("")
    assert not any(button.isChecked() for button in sidebar.buttons.values())


def test_a_long_company_name_is_cut_but_read_aloud_whole(qtbot):
    sidebar = a_sidebar(qtbot)
    sidebar.show_company("Acme " * 60)

    assert sidebar._company.text().endswith("…")
    assert sidebar._company.accessibleName() == "Acme " * 60


def test_the_search_opens_the_palette(qtbot):
    sidebar = a_sidebar(qtbot)

    with qtbot.waitSignal(sidebar.search_wanted):
        QTest.mouseClick(sidebar._search, Qt.MouseButton.LeftButton)
