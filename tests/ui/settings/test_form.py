import pytest

from ui.settings.form import SettingsForm
from ui.settings.words import FLAG, Field, Group


@pytest.fixture
def form(qtbot):
    first = Group(
        "One", (Field("name", "Name"), Field("paper", "Paper", (("a4", "A4"), ("letter", "Letter"))))
    )
    form = SettingsForm((first, Group("Two", (Field("exempt", "Exempt", FLAG),))))
    qtbot.add_widget(form)
    form.show_texts({"name": "Rhine", "paper": "letter", "exempt": "yes"})
    return form


def test_shows_what_is_set(form):
    assert form.texts() == {"name": "Rhine", "paper": "letter", "exempt": "yes"}
    assert form.changes() == {}


def test_only_what_was_typed_is_a_change(form):
    form.box("exempt").setChecked(False)

    assert form.changes() == {"exempt": "no"}


def test_a_value_nobody_offers_stays_what_it_is(form):
    form.show_texts({"name": "Rhine", "paper": "a3", "exempt": "yes"})

    assert form.texts()["paper"] == "a3"


def test_what_was_typed_survives_showing_again(form):
    form.box("name").setText("Mosel")

    form.show_texts({"name": "Rhine", "paper": "a4", "exempt": "yes"})

    assert form.texts() == {"name": "Mosel", "paper": "a4", "exempt": "yes"}
    assert form.changes() == {"name": "Mosel"}


def test_a_field_is_found_on_its_tab(form):
    assert form.focus_field("exempt")
    assert form.tabs.currentIndex() == 1
    assert not form.focus_field("nothing")


def test_every_box_has_a_name(form):
    assert [form.box(name).accessibleName() for name in ("name", "paper", "exempt")] == [
        "Name",
        "Paper",
        "Exempt",
    ]
