from PySide6.QtGui import QKeySequence

from tests.support.ui_shell import some_rooms
from ui.kit.actions import EVERYWHERE
from ui.shell.window_actions import window_actions


def test_no_keys_are_used_twice(window):
    specs = window_actions(window, some_rooms().sections)
    keys = [QKeySequence(each) for spec in specs for each in (spec.shortcut, *spec.also) if each]

    assert len(keys) == len({key.toString() for key in keys})


def test_every_action_has_keys_an_icon_and_a_group(window):
    for spec in window.actions_of_window.specs(EVERYWHERE):
        assert spec.shortcut, spec.id
        assert spec.icon, spec.id
        assert spec.group(), spec.id
