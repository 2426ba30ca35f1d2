import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.kernel.errors import RuleViolation
from tests.support.paper import a_pdf
from ui.kit.theme import Mode
from ui.widgets.document_preview import FIT, DocumentPreview


class NotNow(RuleViolation):
    code = "tests.not_now"


@pytest.fixture
def preview(qtbot) -> DocumentPreview:
    preview = DocumentPreview()
    qtbot.addWidget(preview)
    preview.resize(500, 400)
    preview.show()
    return preview


def shown(qtbot, preview: DocumentPreview, *pages: str) -> None:
    with qtbot.waitSignal(preview.drawn):
        preview.show_pdf(lambda: a_pdf(*pages))
    qtbot.waitUntil(lambda: not preview._latest.is_waiting)


def paper_colour(preview: DocumentPreview) -> str:
    place = preview.canvas._places[0]
    return preview.canvas.grab(place).toImage().pixelColor(5, 5).name()


class TestU15Preview:
    def test_scroll_and_zoom_are_kept_while_the_document_changes(self, qtbot, preview):
        shown(qtbot, preview, "one", "two", "three")
        preview.set_zoom(150)
        qtbot.waitUntil(lambda: not preview._latest.is_waiting)
        preview.area.verticalScrollBar().setValue(900)
        preview.area.horizontalScrollBar().setValue(40)

        shown(qtbot, preview, "one changed", "two", "three")

        assert preview.area.verticalScrollBar().value() == 900
        assert preview.area.horizontalScrollBar().value() == 40
        assert preview.zoom == 150

    def test_only_pages_in_sight_are_drawn(self, qtbot, preview):
        shown(qtbot, preview, *(f"page {n}" for n in range(30)))

        assert len(preview.canvas.sizes) == 30
        assert len(preview.canvas._images) < 6

        preview.area.verticalScrollBar().setValue(preview.area.verticalScrollBar().maximum())
        qtbot.waitUntil(lambda: 29 in preview.canvas._images)

    def test_fits_the_width_until_a_zoom_is_chosen(self, qtbot, preview):
        shown(qtbot, preview, "one")
        narrow = preview.canvas._places[0].width()
        preview.resize(800, 400)
        assert preview.canvas._places[0].width() > narrow

        QTest.keyClick(preview, Qt.Key.Key_Plus)
        chosen = preview.canvas._places[0].width()
        preview.resize(500, 400)
        assert preview.canvas._places[0].width() == chosen

        QTest.keyClick(preview, Qt.Key.Key_0)
        assert preview.zoom == FIT

    def test_zooms_within_bounds(self, preview):
        for _ in range(30):
            preview.zoom_in()
        assert preview.zoom == 300
        for _ in range(30):
            preview.zoom_out()
        assert preview.zoom == 50

    def test_hidden_it_makes_nothing_until_it_is_shown(self, qtbot, preview):
        preview.hide()
        made: list[int] = []
        preview.show_pdf(lambda: made.append(1) or a_pdf("one"))
        assert not preview._pause.isActive()

        with qtbot.waitSignal(preview.drawn):
            preview.show()
        assert made == [1]

    def test_fast_typing_makes_the_paper_once(self, qtbot, preview):
        made: list[int] = []
        with qtbot.waitSignal(preview.drawn):
            for number in range(20):
                preview.show_pdf(lambda n=number: made.append(n) or a_pdf("one"))

        assert made == [19]


class TestU16NewestDocument:
    def test_an_older_paper_that_comes_late_is_dropped(self, qtbot, preview):
        held, begun = threading.Event(), threading.Event()

        def slow() -> bytes:
            begun.set()
            held.wait(5)
            return a_pdf("old", "old")

        preview.show_pdf(slow)
        qtbot.waitUntil(begun.is_set)
        shown(qtbot, preview, "new")
        held.set()
        qtbot.waitUntil(lambda: not preview._latest._jobs)

        assert len(preview.canvas.sizes) == 1

    def test_what_cannot_be_made_says_why_and_keeps_the_last_paper(self, qtbot, preview):
        shown(qtbot, preview, "one")

        def refuse() -> bytes:
            raise NotNow

        preview.show_pdf(refuse)
        qtbot.waitUntil(preview._problem.isVisible)
        assert len(preview.canvas.sizes) == 1

        shown(qtbot, preview, "two")
        assert not preview._problem.isVisible()

    def test_a_bug_while_drawing_is_told(self, qtbot, preview):
        with qtbot.waitSignal(preview.crashed):
            preview.show_pdf(lambda: b"no pdf")


def test_u39_paper_stays_white_in_the_dark(qtbot, theme, preview):
    theme.choose(Mode.DARK)
    shown(qtbot, preview, "one")

    assert paper_colour(preview) == "#ffffff"


def test_u38_it_can_be_read_and_scrolled_by_keyboard(qtbot, preview):
    shown(qtbot, preview, "one", "two")
    QTest.keyClick(preview, Qt.Key.Key_PageDown)

    assert preview.area.verticalScrollBar().value() > 0
    assert preview.accessibleName()
    assert all(button.accessibleName() for button in preview._buttons.values())
