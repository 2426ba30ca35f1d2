import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ui.quotes.forms import (
    Caption,
    Choice,
    ChoiceField,
    TermsField,
    TextField,
    is_typed_in,
    labelled,
    mark_invalid,
)

CHOICES = (Choice("a", "Alpha"), Choice("b", "Beta"))


@pytest.fixture
def shown(qtbot):
    """Show a field in a window of its own with the focus, and return it."""

    def show(field):
        qtbot.add_widget(field)
        field.show()
        field.activateWindow()
        field.setFocus()
        qtbot.wait_until(field.hasFocus)
        return field

    return show


class TestTextField:
    def test_tells_of_the_persons_text_only(self, shown, qtbot):
        field = shown(TextField())
        taken: list[str] = []
        field.text_taken.connect(taken.append)

        field.show_text("shown")
        field.selectAll()
        QTest.keyClicks(field, " typed ")
        QTest.keyClick(field, Qt.Key.Key_Return)

        assert taken == ["typed"]

    def test_esc_restores_what_was_shown(self, shown):
        field = shown(TextField())
        field.show_text("shown")
        QTest.keyClicks(field, "x")

        QTest.keyClick(field, Qt.Key.Key_Escape)

        assert field.text() == "shown"

    def test_is_not_written_over_while_one_types(self, shown):
        field = shown(TextField())
        QTest.keyClicks(field, "half a wo")

        field.show_text("from elsewhere")

        assert is_typed_in(field)
        assert field.text() == "half a wo"


class TestChoiceField:
    def test_tells_of_the_persons_choice_only(self, qtbot):
        field = ChoiceField()
        qtbot.add_widget(field)
        chosen: list[str] = []
        field.value_chosen.connect(chosen.append)

        field.show_choices(CHOICES, "a")
        field.activated.emit(1)

        assert (chosen, field.value) == (["b"], "a")

    def test_keeps_a_value_that_is_none_of_the_choices(self, qtbot):
        field = ChoiceField()
        qtbot.add_widget(field)

        field.show_choices(CHOICES, "z")

        assert (field.value, field.count()) == ("z", 3)


class TestTermsField:
    def test_takes_what_is_typed(self, shown):
        field = TermsField()
        chosen: list[str] = []
        field.value_chosen.connect(chosen.append)
        shown(field)
        field.show_choices(CHOICES, "a")

        field.lineEdit().selectAll()
        QTest.keyClicks(field.lineEdit(), "14 days")
        QTest.keyClick(field.lineEdit(), Qt.Key.Key_Return)

        assert chosen == ["14 days"]

    def test_says_why_not_in_place(self, qtbot):
        field = TermsField()
        qtbot.add_widget(field)

        field.say("Nobody can be sure about this.")

        assert field.lineEdit().property("invalid") == "true"
        assert field.toolTip() == "Nobody can be sure about this."


def test_a_caption_names_its_field(qtbot):
    field = QLineEdit()
    body = labelled(lambda: "&Customer", field)
    qtbot.add_widget(body)

    caption = body.findChild(Caption)
    assert field.accessibleName() == "Customer"
    assert caption.buddy() is field


def test_a_mark_is_read_aloud_and_taken_away(qtbot):
    field = QLineEdit()
    qtbot.add_widget(field)

    mark_invalid(field, "Not a name <b>")
    said = field.accessibleDescription(), field.property("invalid")
    mark_invalid(field, "")

    assert said == ("Not a name <b>", "true")
    assert field.property("invalid") == "false"
