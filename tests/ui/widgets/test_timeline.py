import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton

from ui.widgets.timeline import Timeline, TimelineEntry

ENTRIES = (
    TimelineEntry("Invoice issued", "Jo, 5 Mar 2026", "receipt-text", 42, "INV-2026-00042"),
    TimelineEntry("Sent", "Jo, 3 Mar 2026", "send"),
)


@pytest.fixture
def timeline(qtbot) -> Timeline:
    timeline = Timeline()
    qtbot.addWidget(timeline)
    timeline.resize(400, 300)
    timeline.show_entries(ENTRIES)
    timeline.show()
    return timeline


class TestU28Timeline:
    def test_says_who_and_when(self, timeline):
        texts = [label.text() for label in timeline.findChildren(QLabel) if label.isVisible()]

        assert texts == ["Invoice issued", "Jo, 5 Mar 2026", "Sent", "Jo, 3 Mar 2026"]

    def test_links_to_the_other_document(self, qtbot, timeline):
        with qtbot.waitSignal(timeline.link_wanted) as wanted:
            QTest.mouseClick(timeline.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)

        assert wanted.args == [42]

    def test_new_entries_replace_the_old(self, qtbot, timeline):
        timeline.show_entries(ENTRIES[1:])

        def visible() -> list[str]:
            return [label.text() for label in timeline.findChildren(QLabel) if label.isVisible()]

        assert timeline.entries == ENTRIES[1:]
        qtbot.waitUntil(lambda: visible() == ["Sent", "Jo, 3 Mar 2026"])

    def test_names_are_plain_text(self, timeline):
        assert {label.textFormat() for label in timeline.findChildren(QLabel)} == {Qt.TextFormat.PlainText}

    def test_an_empty_one_paints_nothing(self, timeline):
        timeline.show_entries(())

        assert not timeline.grab().isNull()
