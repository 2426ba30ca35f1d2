import pytest
from PySide6.QtCore import Qt

from ui.widgets.fixed_table import FixedTable
from ui.widgets.list_rows import ListColumn, ListKind, ListRow

COLUMNS = (
    ListColumn("name", lambda: "Name", width=200, stretch=True),
    ListColumn("period", lambda: "Period", width=150),
    ListColumn("source", lambda: "From", width=100),
    ListColumn("amount", lambda: "Amount", ListKind.NUMBER, 100),
)
ROWS = tuple(ListRow(n or None, (f"line {n}", "", "C-1", "1.00")) for n in range(3))


@pytest.fixture
def table(qtbot):
    table = FixedTable(COLUMNS, ("source", "period"))
    qtbot.add_widget(table)
    table.resize(600, 100)
    table.show()
    table.show_rows(ROWS)
    return table


def shown(table):
    return [column.key for at, column in enumerate(COLUMNS) if not table.isColumnHidden(at)]


def test_is_as_tall_as_its_rows(table):
    tall = table.height()

    table.show_rows(ROWS[:1])

    assert table.height() == tall - 2 * table.verticalHeader().defaultSectionSize()


def test_return_opens_the_row(table, qtbot):
    table.setFocus()
    table.selectRow(1)

    with qtbot.wait_signal(table.opened) as seen:
        qtbot.keyClick(table, Qt.Key.Key_Return)

    assert seen.args == [1]


def test_a_row_without_a_key_opens_nothing(table, qtbot):
    table.selectRow(0)

    with qtbot.assert_not_emitted(table.opened):
        qtbot.keyClick(table, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("width", "columns"),
    [
        (560, ["name", "period", "source", "amount"]),
        (500, ["name", "period", "amount"]),
        (320, ["name", "amount"]),
    ],
)
def test_what_may_be_missed_goes_where_there_is_no_room(table, width, columns):
    table.resize(width, table.height())

    assert shown(table) == columns


def test_a_column_that_says_nothing_is_hidden(table):
    table.show_rows(ROWS, {"period"})

    assert shown(table) == ["name", "source", "amount"]


def test_a_number_is_never_cut_off(table):
    table.show_rows([ListRow(1, ("line", "", "C-1", "1,234,567,890,123.45"))])

    assert table.columnWidth(3) > 130
