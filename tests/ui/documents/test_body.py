from PySide6.QtWidgets import QLabel

from ui.documents.body import HISTORY, DocumentBody
from ui.kit.settings import WindowSettings


def a_body(qtbot, tmp_path, **facts):
    body = DocumentBody(WindowSettings(tmp_path / "window.ini"), "invoice", **facts)
    qtbot.add_widget(body)
    return body


def test_the_right_side_is_hidden_and_stays_hidden_next_time(qtbot, tmp_path):
    a_body(qtbot, tmp_path).toggle_aside()

    assert a_body(qtbot, tmp_path).aside.isHidden()


def test_a_document_without_a_paper_has_only_its_history(qtbot, tmp_path):
    body = a_body(qtbot, tmp_path, first=HISTORY, has_paper=False)

    assert not body.tabs.isTabVisible(0)
    assert body.tabs.currentIndex() == 1


def test_a_section_is_hidden_with_its_heading(qtbot, tmp_path):
    body = a_body(qtbot, tmp_path)
    section = body.add("Lines", QLabel("one"))

    section.hide()

    assert all(not label.isVisibleTo(body) for label in section.findChildren(QLabel))
