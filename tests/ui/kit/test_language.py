import pytest
from PySide6.QtWidgets import QLabel

from app.i18n.translations import gettext as _
from ui.kit.language import speak


class Greeting(QLabel):
    def __init__(self) -> None:
        super().__init__()
        self.retranslate()

    def retranslate(self) -> None:
        self.setText(_("Invoice"))


@pytest.fixture
def _english_afterwards():
    yield
    speak("en")


@pytest.mark.usefixtures("_english_afterwards")
def test_u41_every_widget_says_its_texts_again(qtbot):
    greeting = Greeting()
    qtbot.addWidget(greeting)

    speak("xx")
    assert greeting.text() != "Invoice"

    speak("en")
    assert greeting.text() == "Invoice"
