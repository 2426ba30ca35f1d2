from uuid import UUID

from PySide6.QtWidgets import QLabel, QPushButton

from app.kernel.changes import Ref
from ui.home.short_list import ShortListView
from ui.home.shown import ShortList, ShortRow

ROW = ShortRow(Ref("quote", UUID(int=1)), "Q-1", "Acme", "today", "1.00")


def texts(view, kind):
    return [widget.text() for widget in view.findChildren(kind)]


def test_shows_its_rows(qtbot):
    view = ShortListView(ShortList("Drafts", "quotes", (ROW,), "None."))
    qtbot.add_widget(view)

    assert "Acme" in texts(view, QLabel)
    assert "None." not in texts(view, QLabel)


def test_says_calmly_that_there_is_none(qtbot):
    view = ShortListView(ShortList("Drafts", "quotes", (), "None."))
    qtbot.add_widget(view)

    assert "None." in texts(view, QLabel)


def test_leads_to_all_of_them(qtbot):
    view = ShortListView(ShortList("Drafts", "quotes", (), "None."))
    qtbot.add_widget(view)

    with qtbot.wait_signal(view.all_wanted) as wanted:
        view.findChild(QPushButton).click()

    assert wanted.args == ["quotes"]
