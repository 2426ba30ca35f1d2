import pytest

from ui.widgets.elided_label import ElidedLabel


@pytest.fixture
def label(qtbot) -> ElidedLabel:
    made = ElidedLabel("Elbkontor Logistik und Lagerhaltung")
    qtbot.addWidget(made)
    return made


def test_shows_all_of_its_text_where_there_is_room(label):
    label.resize(900, 20)

    assert label.shown_text() == label.text()


def test_says_with_an_ellipsis_that_there_is_more(label):
    label.resize(80, 20)
    label.grab()

    assert label.shown_text().endswith("\N{HORIZONTAL ELLIPSIS}")
    assert label.accessibleName() == label.text()
    assert "Lagerhaltung" in label.toolTip()


def test_gives_way_to_its_neighbours(label):
    assert label.minimumSizeHint().width() == 0
