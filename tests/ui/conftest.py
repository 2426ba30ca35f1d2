"""What every test of the window lives in: one theme, and cycles collected between the tests, right here."""

import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from ui.kit.fonts import DEFAULT_POINTS
from ui.kit.theme import Mode, Theme


@pytest.fixture(autouse=True)
def _collect_here():
    """Keep Python's collector off the worker threads, as the application does (see `ui.kit.garbage`)."""
    gc.disable()
    yield
    gc.collect(1)
    gc.enable()


@pytest.fixture(scope="session")
def _one_theme(qapp):
    """Dress the application once: Qt ends the process where a style sheet is taken off and put on again.

    Its caches die with the sheet, but hidden widgets of the test before believe that they are still in them.
    """
    return Theme(qapp)


@pytest.fixture
def theme(_one_theme):
    """Return the look, light and of the usual size before and after the test."""
    usual(_one_theme)
    yield _one_theme
    usual(_one_theme)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def usual(theme: Theme) -> None:
    theme.choose(Mode.LIGHT)
    if QApplication.font().pointSize() != DEFAULT_POINTS:
        theme.set_points(DEFAULT_POINTS)
