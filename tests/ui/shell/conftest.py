"""A window as the composition root makes it, with pages as small as possible."""

import pytest

from tests.support.ui_shell import a_session, some_rooms
from ui.kit.settings import WindowSettings
from ui.shell.main_window import MainWindow


@pytest.fixture
def settings(tmp_path) -> WindowSettings:
    return WindowSettings(tmp_path / "window.ini")


@pytest.fixture
def window(qtbot, theme, settings):
    window = MainWindow(some_rooms(), theme, settings)
    qtbot.addWidget(window)
    window.attach(a_session())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_section("home")
    return window
