"""What must hold for every widget there is: readable, reachable, translated, nothing cut off."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QWidget

from app.i18n.pseudo import disguise
from tests.ui import gallery
from ui.kit.language import speak
from ui.kit.theme import Mode

PAGES = ("quotes", "invoices", "payments", "home")


@pytest.fixture
def window(qtbot, theme, tmp_path):
    window = gallery.a_window(theme, tmp_path)
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    yield window
    speak("en")


def opened(qtbot, window, page: str) -> QWidget:
    window.open_section(page)
    if hasattr(window.page, "list"):
        qtbot.waitUntil(lambda: not window.page.list.model._latest.is_waiting)
    QTest.qWait(0)
    return window.page


def visible(root: QWidget, kind: type = QWidget) -> list:
    return [widget for widget in root.findChildren(kind) if widget.isVisible()]


@pytest.mark.parametrize("page", PAGES)
class TestEveryPage:
    def test_u38_everything_that_takes_the_focus_has_a_name(self, qtbot, window, page):
        root = opened(qtbot, window, page)
        nameless = [
            type(widget).__name__
            for widget in visible(root)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not isinstance(widget.parent(), QAbstractScrollArea)
            and not (isinstance(widget, QAbstractScrollArea) and widget.parent() is window.page)
            and not widget.accessibleName()
            and not (isinstance(widget, QAbstractButton) and widget.text())
        ]

        assert nameless == []

    def test_labels_show_plain_text(self, qtbot, window, page):
        root = opened(qtbot, window, page)
        rich = [
            label.text()
            for label in root.findChildren(QLabel)
            if label.textFormat() != PLAIN and label.text()
        ]

        assert [text for text in rich if text not in gallery.OWN_LABELS] == []

    def test_u40_no_words_are_cut_off_at_1280_by_720(self, qtbot, window, page):
        root = opened(qtbot, window, page)

        qtbot.waitUntil(lambda: cut_off(root) == [])

    def test_u39_the_dark_repaints_all_of_it(self, qtbot, window, theme, page):
        root = opened(qtbot, window, page)
        theme.choose(Mode.DARK)
        QTest.qWait(0)

        image = root.grab().toImage()
        ground = image.pixelColor(2, image.height() - 2)
        assert ground.lightness() < 60

    def test_u40_text_can_be_as_large_as_20_points(self, qtbot, window, theme, page):
        root = opened(qtbot, window, page)
        theme.set_points(20)
        QTest.qWait(0)

        assert not root.grab().isNull()


PLAIN = Qt.TextFormat.PlainText


def is_translated(text: str) -> bool:
    return disguise("x")[0] in text


def cut_off(root: QWidget) -> list[str]:
    """Return the words of labels and buttons that have less room than they need."""
    found = []
    for widget in visible(root):
        if isinstance(widget, QLabel) and widget.text():
            needed = (
                widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            )
            if widget.height() < needed - 1:
                found.append(widget.text())
            if not widget.wordWrap() and widget.width() < widget.sizeHint().width() - 1:
                found.append(widget.text())
        elif (
            isinstance(widget, QAbstractButton)
            and widget.text()
            and widget.width() < widget.sizeHint().width() - 1
        ):
            found.append(widget.text())
    return found


class TestU41PseudoLocale:
    def test_every_text_of_the_shell_is_in_the_catalogue(self, qtbot, window):
        window.open_section("quotes")
        speak("xx")
        shell = (window.sidebar, window.header, window.status)
        texts = [b.toolTip() for part in shell for b in visible(part, QAbstractButton) if b.toolTip()]
        texts += [b.accessibleName() for part in shell for b in visible(part, QAbstractButton)]
        untranslated = [
            text for text in texts if not is_translated(text) and text not in gallery.SAMPLE_TEXTS
        ]

        assert [text for text in untranslated if not text.startswith("Ctrl+")] == []

    def test_the_language_switches_back_without_a_restart(self, qtbot, window):
        window.open_section("payments")
        speak("xx")
        qtbot.waitUntil(lambda: is_translated(window.page.list.filter_box.placeholderText()))
        speak("en")

        assert window.page.list.filter_box.placeholderText() == "Filter"


def test_the_gallery_writes_its_pictures(qtbot, window, tmp_path):
    gallery.shoot_dialogs(window, tmp_path, "light")

    assert {file.name for file in tmp_path.glob("*.png")} >= {"first0-light.png", "message-light.png"}
