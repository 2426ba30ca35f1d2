from ui.imports.mapped import Column
from ui.imports.mapping_view import MappingView
from ui.kit.theme import Mode, colour, tokens

COLUMNS = (Column("Nr", "1, 2", "sku"), Column("Shelf", "X", ""))
FIELDS = ("sku", "name")


def a_view(qtbot):
    view = MappingView()
    qtbot.add_widget(view)
    view.show_columns(COLUMNS, FIELDS, str.upper)
    return view


def test_shows_what_each_column_becomes(qtbot):
    view = a_view(qtbot)

    assert [view.box(row).currentText() for row in range(2)] == ["SKU", "Left out"]
    assert view.box(1).accessibleName() == "Shelf becomes"


def test_hands_back_the_choice(qtbot):
    view = a_view(qtbot)
    box = view.box(1)
    box.setCurrentIndex(box.findData("name"))

    with qtbot.wait_signal(view.chosen) as chosen:
        box.activated.emit(box.currentIndex())

    assert chosen.args == ["Shelf", "name"]


def test_keeps_its_boxes_while_only_the_choices_change(qtbot):
    view = a_view(qtbot)
    box = view.box(1)

    view.show_columns((COLUMNS[0], COLUMNS[1]._replace(field="name")), FIELDS, str.upper)

    assert view.box(1) is box
    assert box.currentText() == "NAME"


def test_a_field_without_a_column_leads_to_the_first_one_left_out(qtbot):
    view = a_view(qtbot)
    view.show()
    view.activateWindow()
    qtbot.wait_until(view.isActiveWindow)

    view.focus_field("price")
    assert view.box(1).hasFocus()
    view.focus_field("sku")
    assert view.box(0).hasFocus()


def test_follows_the_theme(theme, qtbot):
    view = a_view(qtbot)
    theme.choose(Mode.DARK)

    assert view.item(0, 0).foreground().color() == colour(tokens().text)
    assert view.item(1, 0).foreground().color() == colour(tokens().text_faint)
