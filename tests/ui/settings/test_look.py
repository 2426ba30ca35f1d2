from ui.kit.theme import Mode, is_dark
from ui.settings.look import LookBox


def test_the_chosen_look_is_shown_at_once(theme, qtbot):
    box = LookBox(theme)
    qtbot.add_widget(box)

    box.mode.setCurrentIndex(box.mode.findData(Mode.DARK.value))
    box.mode.activated.emit(box.mode.currentIndex())
    box.points.setValue(12)

    assert is_dark()
    assert theme.points == 12


def test_follows_what_was_chosen_by_a_shortcut(theme, qtbot):
    box = LookBox(theme)
    qtbot.add_widget(box)

    theme.choose(Mode.DARK)
    theme.set_points(11)

    assert box.mode.currentData() == Mode.DARK.value
    assert box.points.value() == 11
