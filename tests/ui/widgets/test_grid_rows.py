from ui.widgets.grid_rows import CellKind, GridColumn, GridRow, RowKind


def test_a_row_needs_only_its_key_and_its_texts():
    row = GridRow(1, ("A-1", "Anvil"))

    assert (row.kind, row.counts, row.marks) == (RowKind.ITEM, True, ())


def test_a_column_can_be_typed_into_unless_it_says_otherwise():
    column = GridColumn("net", lambda: "Net", CellKind.NUMBER)

    assert column.editable
    assert not column.stretch
