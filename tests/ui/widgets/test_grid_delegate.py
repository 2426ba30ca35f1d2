import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget

from app.kernel.findings import Severity
from tests.support.ui_lines import COLUMNS, Notepad, find
from ui.kit.theme import tokens
from ui.widgets.grid_rows import GridRow, Mark, RowKind
from ui.widgets.line_grid import LineGrid

CELLS = ("A-1", "Anvil", "1", "100.00", "100.00")


@pytest.fixture
def grid(qtbot, theme):
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(900, 300)
    grid = LineGrid(COLUMNS, Notepad(), find, parent=page)
    grid.resize(900, 300)
    page.show()
    yield grid
    page.close()


def picture_of(grid: LineGrid, row: int, column: int) -> QImage:
    """Return one cell as it stands on its page."""
    rect = grid.visualRect(grid.grid_model.index(row, column))
    return grid.window().grab(rect.translated(grid.viewport().mapTo(grid.window(), QPoint()))).toImage()


def colours_of(grid: LineGrid, row: int, column: int) -> set[str]:
    """Return the colours of one painted cell."""
    image = picture_of(grid, row, column)
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def darkness(grid: LineGrid, row: int, column: int) -> int:
    """Return how much ink a cell carries."""
    image = picture_of(grid, row, column)
    return sum(255 - image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(30))


class TestPainting:
    @pytest.mark.parametrize(("severity", "ink"), [(Severity.BLOCKER, "bad"), (Severity.WARNING, "warn")])
    def test_a_marked_cell_is_underlined_in_the_colour_of_its_severity(self, grid, severity, ink):
        grid.show_rows([GridRow(1, CELLS, marks=(Mark("quantity", severity, "odd"),))])

        assert getattr(tokens(), ink) in colours_of(grid, 0, 2)
        assert getattr(tokens(), ink) not in colours_of(grid, 0, 3)

    def test_a_heading_is_strong_and_a_line_outside_the_total_is_soft(self, grid):
        grid.show_rows(
            [GridRow(1, CELLS), GridRow(2, CELLS, RowKind.HEADING), GridRow(3, CELLS, counts=False)]
        )
        grid.clearSelection()

        ink = [darkness(grid, row, 1) for row in range(3)]
        assert ink[1] > ink[0] > ink[2]

    def test_u38_the_cell_with_the_keyboard_has_a_ring(self, qtbot, grid):
        grid.show_rows([GridRow(1, CELLS)])
        grid.window().activateWindow()
        qtbot.waitUntil(grid.isActiveWindow)
        grid.go_to(1, "quantity")

        assert tokens().accent in colours_of(grid, 0, 2)

    def test_a_long_text_is_cut_never_painted_over_the_next_cell(self, grid):
        long = ("A-1", "wide " * 80, "", "100.00", "100.00")
        grid.show_rows([GridRow(1, long)])
        grid.clearSelection()

        dark = [name for name in colours_of(grid, 0, 2) if QColor(name).lightness() < 100]
        assert dark == []


class TestEditor:
    def test_keeps_what_is_typed_while_the_row_is_shown_again(self, qtbot, grid):
        pad = grid._intents
        pad.grid = grid
        pad.document.apply("add", lambda lines: (*lines, pad.a_line("A-1")))
        grid.go_to(pad.lines[0].key, "quantity")
        grid.edit(grid.currentIndex())
        editor = grid.focusWidget()

        qtbot.keyClicks(editor, "2")
        qtbot.keyClicks(editor, ".")
        qtbot.keyClicks(editor, "5")

        assert editor.text() == "2.5"
        assert pad.said == ["2.5 A-1"]

    def test_is_named_after_its_column(self, qtbot, grid):
        pad = grid._intents
        pad.grid = grid
        pad.document.apply("add", lambda lines: (*lines, pad.a_line("A-1")))
        grid.go_to(pad.lines[0].key, "price")
        grid.edit(grid.currentIndex())

        assert grid.focusWidget().accessibleName() == "Unit price"
        assert grid.focusWidget().alignment() & Qt.AlignmentFlag.AlignRight
