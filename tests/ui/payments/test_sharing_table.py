from datetime import timedelta

from app.i18n.formats import formats
from tests.support.payments import PAID_ON, an_open_invoice, euros
from tests.support.ui_deals import said
from ui.payments.sharing import sharing_of
from ui.payments.sharing_table import MOST_ROWS, SharingTable, amount_format

EUR = euros("1").currency
FORM = formats("en")


def a_table(qtbot, owed, amount="120"):
    table = SharingTable(FORM, PAID_ON + timedelta(days=1))
    qtbot.add_widget(table)
    table.show_sharing(sharing_of(EUR, owed, amount=euros(amount)), "Acme AG")
    return table


def test_proposes_and_says_how_late_each_is(qtbot):
    table = a_table(qtbot, [an_open_invoice(1, "100"), an_open_invoice(2, "50", PAID_ON + timedelta(9))])

    assert [edit.text() for edit in table.edits.values()] == ["100.00", "20.00"]
    assert "1 day late" in said(table)


def test_a_typed_share_is_handed_on(qtbot):
    table = a_table(qtbot, [an_open_invoice(1, "100")])
    ((invoice_id, edit),) = table.edits.items()
    edit.selectAll()

    with qtbot.wait_signal(table.share_changed) as seen:
        qtbot.keyClicks(edit, "2*20")
        edit.editingFinished.emit()

    assert seen.args == [invoice_id, 40]


def test_every_field_says_which_invoice_it_settles(qtbot):
    table = a_table(qtbot, [an_open_invoice(7, "100")])

    assert [edit.accessibleName() for edit in table.edits.values()] == ["Settles of INV-7"]


def test_nothing_open_is_said(qtbot):
    assert "No invoice is open." in said(a_table(qtbot, []))


def test_a_long_list_says_how_many_it_leaves_out(qtbot):
    table = a_table(qtbot, [an_open_invoice(n, "1") for n in range(1, MOST_ROWS + 3)])

    assert len(table.edits) == MOST_ROWS
    assert "2 later invoices" in said(table)


def test_amounts_are_written_with_the_decimals_of_their_currency():
    assert amount_format(FORM, EUR).write(euros("5").amount) == "5.00"
