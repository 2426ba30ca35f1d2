from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from ui.widgets.facts import Fact, FactsView


def a_view(qtbot, *facts):
    view = FactsView()
    qtbot.add_widget(view)
    view.show_facts(facts)
    return view


def test_a_value_that_leads_somewhere_is_a_link(qtbot):
    view = a_view(qtbot, Fact("Customer", "Smith & Sons", 7))
    (link,) = view.findChildren(QPushButton)

    with qtbot.wait_signal(view.link_wanted) as seen:
        qtbot.mouseClick(link, Qt.MouseButton.LeftButton)

    assert seen.args == [7]
    assert link.accessibleName() == "Customer Smith & Sons"


def test_markup_in_a_name_is_shown_as_it_is(qtbot):
    view = a_view(qtbot, Fact("Customer", "<b>Acme</b>", None, "<img src=x>"))

    labels = view.findChildren(QLabel)
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in labels)
    assert "<b>Acme</b>" in [label.text() for label in labels]


def test_the_same_facts_are_not_built_again(qtbot):
    fact = Fact("Due on", "Mar 2, 2026", None, "1 day late", "bad")
    view = a_view(qtbot, fact)
    before = view.findChildren(QLabel)

    view.show_facts((fact,))

    assert view.findChildren(QLabel) == before
