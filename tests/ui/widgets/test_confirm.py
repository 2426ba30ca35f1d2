import pytest

from app.payments.allocation import AlreadyReversed
from ui.widgets.confirm import ConfirmDialog, Question


@pytest.fixture
def dialog(qtbot):
    dialog = ConfirmDialog(Question("Reverse it?", ("It is gone.",), "Reverse", danger=True))
    qtbot.add_widget(dialog)
    dialog.open()
    return dialog


def test_return_does_not_do_what_is_dangerous(dialog):
    assert dialog.no.isDefault()


def test_a_second_press_asks_for_nothing(dialog, qtbot):
    asked = []
    dialog.confirmed.connect(lambda: asked.append(1))

    dialog.yes.click()
    dialog.yes.click()

    assert asked == [1]


def test_a_refusal_is_read_in_place_and_may_be_tried_again(dialog):
    dialog.yes.click()

    dialog.show_refusal(AlreadyReversed(number="P-1"))

    assert "P-1 was reversed before" in dialog.problem.text()
    assert dialog.problem.isVisible()
    assert dialog.yes.isEnabled()


def test_a_screen_reader_hears_question_and_consequence(dialog):
    assert (dialog.accessibleName(), dialog.accessibleDescription()) == ("Reverse it?", "It is gone.")
