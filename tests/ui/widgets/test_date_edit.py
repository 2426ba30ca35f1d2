from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.widgets.date_edit import DateEdit

TODAY = date(2026, 3, 10)


@pytest.fixture
def edit(qtbot) -> DateEdit:
    edit = DateEdit(lambda day: day.strftime("%d.%m.%Y"), lambda: TODAY)
    qtbot.addWidget(edit)
    edit.show()
    return edit


class TestDateEdit:
    @pytest.mark.parametrize(("text", "shown"), [("+30", "09.04.2026"), ("15.4", "15.04.2026")])
    def test_u8_reads_what_people_type(self, qtbot, edit, text, shown):
        QTest.keyClicks(edit, text)
        with qtbot.waitSignal(edit.date_changed):
            QTest.keyClick(edit, Qt.Key.Key_Return)

        assert edit.text() == shown

    def test_what_is_no_date_stays_marked(self, qtbot, edit):
        edit.show_date(TODAY)
        edit.selectAll()
        QTest.keyClicks(edit, "31.2")
        with qtbot.assertNotEmitted(edit.date_changed):
            QTest.keyClick(edit, Qt.Key.Key_Return)

        assert edit.text() == "31.2"
        assert edit.property("invalid") == "true"
        assert "31.2" in edit.accessibleDescription()
        assert edit.chosen == TODAY

    def test_u10_esc_restores(self, edit):
        edit.show_date(TODAY)
        QTest.keyClicks(edit, "9")
        QTest.keyClick(edit, Qt.Key.Key_Escape)

        assert edit.text() == "10.03.2026"

    def test_arrow_keys_go_a_day_on_and_back(self, edit):
        edit.show_date(TODAY)
        QTest.keyClick(edit, Qt.Key.Key_Up)
        QTest.keyClick(edit, Qt.Key.Key_Up)
        QTest.keyClick(edit, Qt.Key.Key_Down)

        assert edit.chosen == date(2026, 3, 11)

    def test_emptied_it_says_none(self, qtbot, edit):
        edit.show_date(TODAY)
        edit.selectAll()
        QTest.keyClick(edit, Qt.Key.Key_Delete)
        with qtbot.waitSignal(edit.date_changed) as changed:
            QTest.keyClick(edit, Qt.Key.Key_Return)

        assert changed.args == [None]
