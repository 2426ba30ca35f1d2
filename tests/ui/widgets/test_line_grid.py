import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from tests.support.ui_lines import COLUMNS, Notepad, find
from ui.widgets.line_grid import LineGrid

SKU, NAME, QUANTITY, PRICE, NET = range(5)
CTRL = Qt.KeyboardModifier.ControlModifier
CTRL_SHIFT = CTRL | Qt.KeyboardModifier.ShiftModifier


class Desk:
    """A window with a grid, its presenter and a field below it; keys go where the focus is."""

    def __init__(self, qtbot, *skus: str) -> None:
        self.qtbot = qtbot
        self.pad = Notepad(*skus)
        self.window = QWidget()
        self.grid = LineGrid(COLUMNS, self.pad, find)
        self.grid.create_text = lambda text: f"Create product '{text}'"
        self.pad.grid = self.grid
        self.below = QLineEdit()
        layout = QVBoxLayout(self.window)
        layout.addWidget(self.grid)
        layout.addWidget(self.below)
        self.window.resize(900, 500)
        qtbot.addWidget(self.window)
        self.window.show()
        self.window.activateWindow()
        qtbot.waitUntil(self.window.isActiveWindow)
        self.pad.show(self.pad.lines)
        self.go(len(self.pad.lines), SKU)

    def go(self, row: int, column: int) -> None:
        self.grid.setFocus()
        self.grid._go(row, column)

    @property
    def focus(self) -> QWidget:
        return self.window.focusWidget()

    @property
    def editor(self) -> QLineEdit:
        assert isinstance(self.focus, QLineEdit), self.focus
        return self.focus

    @property
    def cell(self) -> tuple[int, int]:
        return self.grid.currentIndex().row(), self.grid.currentIndex().column()

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClicks(self.focus, letter)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.focus, key, modifiers)

    def take(self, words: str) -> None:
        """Type words and take the first hit; Return before the answer is there waits for it."""
        self.type(words)
        self.press(Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: self.cell[1] == QUANTITY)

    def hits(self) -> list[str]:
        popup = next(
            iter(self.window.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)), None
        )
        popup = [c for c in self.window.children() if type(c).__name__ == "LookupPopup" and c.isVisible()]
        return [hit.title for hit in popup[-1].list.hits] if popup else []

    def wait_for_hits(self) -> list[str]:
        self.qtbot.waitUntil(lambda: bool(self.hits()))
        return self.hits()


@pytest.fixture
def desk(qtbot) -> Desk:
    return Desk(qtbot)


@pytest.fixture
def three(qtbot) -> Desk:
    return Desk(qtbot, "A-1", "B-2", "C-9")


class TestU1EnteredByKeyboardAlone:
    def test_five_lines_from_empty(self, desk):
        for words, quantity in (("anv", "3"), ("b-3", "25"), ("crane", "2"), ("bolt", "7"), ("A-1", "1.5")):
            desk.take(words)
            desk.type(quantity)
            desk.press(Qt.Key.Key_Return)

        assert desk.pad.said == ["3 A-1", "25 B-3", "2 C-9", "7 B-2", "1.5 A-1"]
        assert desk.cell == (5, SKU)

    def test_return_takes_the_hit_and_goes_to_the_quantity_with_its_text_selected(self, desk):
        desk.take("anvil")

        assert desk.cell == (0, QUANTITY)
        assert desk.editor.selectedText() == "1"

    def test_arrow_keys_choose_among_the_hits(self, desk):
        desk.type("bolt")
        assert desk.wait_for_hits()[:2] == ["Bolt", "Bolt, long"]

        desk.press(Qt.Key.Key_Down)
        desk.press(Qt.Key.Key_Return)

        assert desk.pad.said == ["1 B-3"]

    def test_a_hit_can_be_clicked_too(self, desk):
        desk.type("anvil")
        desk.wait_for_hits()
        popup = next(c for c in desk.window.children() if type(c).__name__ == "LookupPopup" and c.isVisible())

        QTest.mouseClick(popup.list.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 15))

        assert desk.pad.said == ["1 A-1"]
        assert desk.cell == (0, QUANTITY)

    def test_tab_goes_from_cell_to_cell_and_leaves_at_the_end(self, three):
        three.go(0, SKU)
        visited = []
        for _ in range(15):
            visited.append(three.cell)
            three.press(Qt.Key.Key_Tab)
            if three.focus is three.below:
                break

        assert visited[:5] == [(0, SKU), (0, NAME), (0, QUANTITY), (0, PRICE), (1, SKU)]
        assert three.focus is three.below


class TestU3Create:
    def test_the_last_row_creates_and_the_line_holds_it(self, desk):
        desk.type("Ladder")
        assert desk.wait_for_hits() == ["Create product 'Ladder'"]

        desk.press(Qt.Key.Key_Return)

        assert desk.pad.said == ["1 LADDER"]
        assert desk.cell == (0, QUANTITY)


class TestU4Order:
    def test_ctrl_d_duplicates_and_the_cursor_goes_to_the_copy(self, three):
        three.go(1, QUANTITY)
        three.press(Qt.Key.Key_D, CTRL)

        assert three.pad.said == ["1 A-1", "1 B-2", "1 B-2", "1 C-9"]
        assert three.cell == (2, QUANTITY)

    def test_ctrl_shift_arrows_move_the_line_and_the_cursor_with_it(self, three):
        three.go(0, QUANTITY)
        three.press(Qt.Key.Key_Down, CTRL_SHIFT)
        assert three.pad.said == ["1 B-2", "1 A-1", "1 C-9"]
        assert three.cell == (1, QUANTITY)

        three.press(Qt.Key.Key_Down, CTRL_SHIFT)
        three.press(Qt.Key.Key_Down, CTRL_SHIFT)
        assert three.pad.said == ["1 B-2", "1 C-9", "1 A-1"]

        three.press(Qt.Key.Key_Up, CTRL_SHIFT)
        assert three.pad.said == ["1 B-2", "1 A-1", "1 C-9"]
        assert three.cell == (1, QUANTITY)

    def test_dragging_the_row_number_moves_the_line(self, three):
        header = three.grid.verticalHeader()
        start = QPoint(10, header.sectionViewportPosition(0) + 10)
        end = QPoint(10, header.sectionViewportPosition(3) - 5)

        QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=start)
        QTest.mouseMove(header.viewport(), start + QPoint(0, 20))
        QTest.mouseMove(header.viewport(), end)
        QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=end)

        assert three.pad.said == ["1 B-2", "1 C-9", "1 A-1"]
        assert [header.visualIndex(row) for row in range(3)] == [0, 1, 2]

    def test_ctrl_del_deletes_the_line(self, three):
        three.go(1, NAME)
        three.press(Qt.Key.Key_Delete, CTRL)

        assert three.pad.said == ["1 A-1", "1 C-9"]
        assert three.cell == (1, NAME)

    def test_the_empty_last_line_can_be_neither_deleted_nor_moved(self, three):
        for key, modifiers in ((Qt.Key.Key_Delete, CTRL), (Qt.Key.Key_D, CTRL), (Qt.Key.Key_Up, CTRL_SHIFT)):
            three.press(key, modifiers)

        assert len(three.pad.lines) == 3


class TestU5Paste:
    def test_rows_of_a_spreadsheet_become_lines_and_one_undo_removes_them(self, three):
        QGuiApplication.clipboard().setText("B-3\t4\nno such thing\t2\nA-1\t7\n")
        three.go(3, SKU)
        three.press(Qt.Key.Key_V, CTRL)

        assert three.pad.said[3:] == ["4 B-3", "2 no such thing", "7 A-1"]
        assert three.grid.grid_model.mark(4, SKU).text == "Nobody knows this SKU."

        three.pad.document.undo()
        assert len(three.pad.lines) == 3

    def test_one_text_goes_into_the_cell(self, three):
        QGuiApplication.clipboard().setText("12\n")
        three.go(0, QUANTITY)
        three.press(Qt.Key.Key_V, CTRL)

        assert three.pad.said[0] == "12 A-1"

    def test_copied_cells_paste_into_a_spreadsheet(self, three):
        three.go(0, SKU)
        three.press(Qt.Key.Key_C, CTRL)

        assert QGuiApplication.clipboard().text() == "A-1\n"


class TestU7Typing:
    def test_typing_on_a_cell_replaces_its_text(self, three):
        three.go(0, NAME)
        three.type("Anvil, used")
        three.press(Qt.Key.Key_Return)

        assert three.pad.lines[0].name == "Anvil, used"

    def test_f2_edits_with_the_text_selected(self, three):
        three.go(0, NAME)
        three.press(Qt.Key.Key_F2)

        assert three.editor.selectedText() == "Anvil"

    def test_u11_totals_follow_every_keystroke_as_one_undo_step(self, three):
        three.go(0, QUANTITY)
        three.type("1")
        three.type("2")
        assert three.grid.grid_model.text(0, NET) == "1,200.00"
        three.press(Qt.Key.Key_Return)

        three.pad.document.undo()
        assert three.pad.said[0] == "1 A-1"

    def test_del_clears_the_cell(self, three):
        three.go(0, NAME)
        three.press(Qt.Key.Key_Delete)

        assert three.pad.lines[0].name == ""

    def test_what_is_computed_cannot_be_typed_over(self, three):
        three.go(0, NET)
        three.type("5")

        assert three.focus is three.grid

    def test_a_refused_text_stays_marked_until_it_is_right(self, three):
        three.go(0, QUANTITY)
        three.type("1x")
        three.press(Qt.Key.Key_Return)

        model = three.grid.grid_model
        assert model.text(0, QUANTITY) == "1x"
        assert "refused" in model.mark(0, QUANTITY).text
        assert three.pad.said[0] == "1 A-1"

        three.go(0, QUANTITY)
        three.type("15")
        three.press(Qt.Key.Key_Return)
        assert model.mark(0, QUANTITY) is None
        assert three.pad.said[0] == "15 A-1"

    @pytest.mark.parametrize("text", ["25x", "1/0", "2.5.5"])
    def test_a_refused_text_leaves_nothing_behind_that_was_taken_on_the_way(self, three, text):
        three.go(0, QUANTITY)
        three.type(text)
        three.press(Qt.Key.Key_Return)

        assert three.grid.grid_model.refusals.keys() == {(three.pad.lines[0].key, "quantity")}
        assert three.pad.said[0] == "1 A-1"

    def test_a_refused_text_goes_with_its_line(self, three):
        three.go(0, QUANTITY)
        three.type("25x")
        three.press(Qt.Key.Key_Return)
        three.go(0, QUANTITY)
        three.grid.remove()

        assert three.grid.grid_model.refusals == {}


class TestU10Escape:
    def test_restores_the_cell_though_the_totals_followed(self, three):
        three.go(0, QUANTITY)
        three.type("99")
        assert three.pad.said[0] == "99 A-1"

        three.press(Qt.Key.Key_Escape)

        assert three.pad.said[0] == "1 A-1"
        assert three.pad.document.stack.count() == 0
        assert three.focus is three.grid

    def test_in_the_popup_closes_only_the_popup(self, desk):
        desk.type("anvil")
        desk.wait_for_hits()

        desk.press(Qt.Key.Key_Escape)
        assert desk.hits() == []
        assert desk.editor.text() == "anvil"

        desk.press(Qt.Key.Key_Escape)
        assert desk.focus is desk.grid
        assert desk.pad.said == []

    def test_drops_a_refused_text(self, three):
        three.go(0, QUANTITY)
        three.type("1x")
        three.press(Qt.Key.Key_Return)
        three.go(0, QUANTITY)
        three.press(Qt.Key.Key_F2)
        three.press(Qt.Key.Key_Escape)

        assert three.grid.grid_model.text(0, QUANTITY) == "1"


class TestReadOnly:
    def test_shows_no_empty_line_and_takes_no_typing(self, three):
        three.grid.set_editable(False)
        three.go(0, QUANTITY)
        three.type("5")
        three.press(Qt.Key.Key_Return)

        assert three.grid.grid_model.rowCount() == 3
        assert three.pad.said[0] == "1 A-1"


def test_says_which_line_the_cursor_is_on(qtbot, three):
    heard = []
    three.grid.line_changed.connect(heard.append)

    three.go(0, SKU)
    three.go(0, NAME)
    three.go(3, SKU)

    assert heard == [1, None]


def test_a_finding_jumps_to_its_cell(three):
    three.below.setFocus()
    three.grid.go_to(2, "quantity")

    assert three.cell == (1, QUANTITY)
    assert three.focus is three.grid
