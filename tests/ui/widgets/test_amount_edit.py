from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.kernel.errors import AppError
from ui.widgets.amount_edit import AmountEdit, NumberFormat, Range, read_number

ENGLISH = NumberFormat(".", ",", lambda number: f"{number:,.2f}")


def written(number: Decimal) -> str:
    return f"{number:,.2f}".translate(str.maketrans(",.", ".,"))


GERMAN = NumberFormat(",", ".", written)


@pytest.fixture
def edit(qtbot) -> AmountEdit:
    edit = AmountEdit(ENGLISH, Range(2, low=Decimal(0), high=Decimal(1000)))
    qtbot.addWidget(edit)
    edit.show()
    return edit


def typed(edit: AmountEdit, text: str) -> None:
    edit.selectAll()
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return)


class TestAmountEdit:
    def test_u8_takes_sums(self, qtbot, edit):
        with qtbot.waitSignal(edit.amount_changed) as changed:
            typed(edit, "3*49.90")

        assert changed.args == [Decimal("149.70")]
        assert edit.text() == "149.70"

    def test_reads_and_writes_in_the_users_format(self, qtbot):
        edit = AmountEdit(GERMAN)
        qtbot.addWidget(edit)
        edit.show()
        typed(edit, "1.234,5")

        assert edit.amount == Decimal("1234.5")
        assert edit.text() == "1.234,50"

    @pytest.mark.parametrize("text", ["1,5", "-1", "1001", "1e3", "NaN", "0.001", "abc"])
    def test_what_cannot_be_taken_stays_marked_with_the_reason(self, qtbot, edit, text):
        edit.show_amount(Decimal(7))
        with qtbot.assertNotEmitted(edit.amount_changed):
            typed(edit, text)

        assert edit.text() == text
        assert edit.problem
        assert edit.property("invalid") == "true"
        assert edit.amount == Decimal(7)

    def test_a_good_number_takes_the_mark_away(self, edit):
        typed(edit, "abc")
        typed(edit, "5")

        assert edit.problem == ""
        assert edit.property("invalid") == "false"

    def test_u10_esc_restores(self, edit):
        edit.show_amount(Decimal(7))
        QTest.keyClicks(edit, "99")
        QTest.keyClick(edit, Qt.Key.Key_Escape)

        assert edit.text() == "7.00"

    def test_emptied_it_says_none(self, qtbot, edit):
        edit.show_amount(Decimal(7))
        edit.selectAll()
        QTest.keyClick(edit, Qt.Key.Key_Delete)
        with qtbot.waitSignal(edit.amount_changed) as changed:
            QTest.keyClick(edit, Qt.Key.Key_Return)

        assert changed.args == [None]

    def test_showing_an_amount_is_no_change(self, qtbot, edit):
        with qtbot.assertNotEmitted(edit.amount_changed):
            edit.show_amount(Decimal(3))
            QTest.keyClick(edit, Qt.Key.Key_Return)

    def test_numbers_stand_at_the_right(self, edit):
        assert edit.alignment() & Qt.AlignmentFlag.AlignRight


class TestReadNumber:
    def test_digits_of_other_scripts_are_refused(self):
        with pytest.raises(AppError):
            read_number("\N{ARABIC-INDIC DIGIT ONE}", ENGLISH, Range())

    @pytest.mark.parametrize("text", ["0", "1000"])
    def test_both_bounds_are_inside(self, text):
        span = Range(2, low=Decimal(0), high=Decimal(1000))

        assert read_number(text, ENGLISH, span) == Decimal(text)

    def test_a_sum_is_rounded_to_the_field_a_number_is_not(self):
        assert read_number("10/3", ENGLISH, Range(2)) == Decimal("3.33")
        with pytest.raises(AppError):
            read_number("3.333", ENGLISH, Range(2))
