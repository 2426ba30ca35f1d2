import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ui.widgets.hits import Answer, Hit
from ui.widgets.lookup import LookupEdit

NAMES = ("Acme AG", "Acme Tools Ltd", "Bolt & Co")


def find(text: str) -> Answer:
    found = tuple(Hit(name, name) for name in NAMES if text.casefold() in name.casefold())
    return Answer(found, more=text == "acme")


class Form(QWidget):
    def __init__(self, search=find) -> None:
        super().__init__()
        self.field = LookupEdit(search, lambda text: f"Create customer '{text}'")
        self.other = QLineEdit()
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.other)
        layout.addStretch(1)
        self.resize(600, 400)


@pytest.fixture
def form(qtbot) -> Form:
    return shown(qtbot, Form())


def shown(qtbot, form: Form) -> Form:
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    form.field.setFocus()
    return form


def opened(qtbot, form: Form, text: str) -> list[str]:
    QTest.keyClicks(form.field, text)
    qtbot.waitUntil(lambda: form.field.lookup.is_open)
    qtbot.waitUntil(lambda: not form.field.lookup._latest.is_waiting)
    return [hit.title for hit in form.field.lookup.popup.list.hits]


class TestLookup:
    def test_shows_what_is_found_and_offers_to_create(self, qtbot, form):
        assert opened(qtbot, form, "bolt") == ["Bolt & Co", "Create customer 'bolt'"]

    def test_never_takes_the_focus(self, qtbot, form):
        opened(qtbot, form, "acme")

        assert form.focusWidget() is form.field
        assert form.isActiveWindow()

    def test_arrows_choose_and_return_takes(self, qtbot, form):
        opened(qtbot, form, "acme")
        QTest.keyClick(form.field, Qt.Key.Key_Down)

        with qtbot.waitSignal(form.field.picked) as picked:
            QTest.keyClick(form.field, Qt.Key.Key_Return)

        assert picked.args[0].key == "Acme Tools Ltd"
        assert form.field.text() == "Acme Tools Ltd"
        assert not form.field.lookup.is_open

    def test_return_before_the_answer_takes_the_best_hit_when_it_comes(self, qtbot):
        held = threading.Event()
        form = shown(qtbot, Form(lambda text: held.wait(5) and find(text)))
        QTest.keyClicks(form.field, "bolt")
        QTest.keyClick(form.field, Qt.Key.Key_Return)

        with qtbot.waitSignal(form.field.picked) as picked:
            held.set()

        assert picked.args[0].key == "Bolt & Co"

    def test_u3_the_last_row_hands_over_what_was_typed(self, qtbot, form):
        opened(qtbot, form, "Zeta")

        with qtbot.waitSignal(form.field.create_wanted) as wanted:
            QTest.keyClick(form.field, Qt.Key.Key_Return)

        assert wanted.args == ["Zeta"]

    def test_u10_esc_closes_the_popup_first_and_then_restores(self, qtbot, form):
        form.field.show_chosen("Acme AG")
        form.field.selectAll()
        opened(qtbot, form, "bolt")

        QTest.keyClick(form.field, Qt.Key.Key_Escape)
        assert not form.field.lookup.is_open
        assert form.field.text() == "bolt"

        QTest.keyClick(form.field, Qt.Key.Key_Escape)
        assert form.field.text() == "Acme AG"

    def test_leaving_without_a_choice_restores_and_closes(self, qtbot, form):
        form.field.show_chosen("Acme AG")
        form.field.selectAll()
        opened(qtbot, form, "bolt")

        form.other.setFocus()

        assert not form.field.lookup.is_open
        assert form.field.text() == "Acme AG"

    def test_says_that_there_is_more(self, qtbot, form):
        opened(qtbot, form, "acme")

        assert form.field.lookup.popup._more.isVisible()

    def test_says_that_nothing_was_found(self, qtbot):
        form = shown(qtbot, Form())
        form.field.lookup._create_text = None
        opened(qtbot, form, "zzz")

        assert form.field.lookup.popup._more.text() == "Nothing found."

    def test_a_search_that_fails_says_so(self, qtbot):
        form = shown(qtbot, Form(lambda _text: 1 // 0))

        with qtbot.waitSignal(form.field.lookup.crashed):
            QTest.keyClicks(form.field, "a")

    def test_opens_above_where_there_is_no_room_below(self, qtbot, form):
        form.layout().insertStretch(0, 20)
        form.layout().activate()
        opened(qtbot, form, "acme")

        popup = form.field.lookup.popup
        assert popup.y() + popup.height() <= form.field.y()
