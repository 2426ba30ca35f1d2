"""The real window on a real store, for tests of the nouns' screens."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.store.store import Store
from tests.support.stores import an_act
from ui.kit.settings import WindowSettings
from ui.kit.theme import Theme
from ui.rooms import all_rooms
from ui.shell.main_window import MainWindow
from ui.shell.session import CompanyFile, Session


def a_company_file(store: Store, **more) -> CompanyFile:
    """Return the open file as the window sees it, on the day of the tests."""
    facts = {"locale": "en"} | more
    return CompanyFile(
        Path(store.name),
        "Rhine Tools",
        store.writing,
        store.reading,
        lambda key="": an_act(key=key),
        **facts,
    )


def a_window(store: Store, folder: Path) -> MainWindow:
    """Return the window with every room that is built, on this store."""
    application = QApplication.instance()
    theme = Theme(application)
    window = MainWindow(all_rooms(), theme, WindowSettings(folder / "window.ini"))
    window.attach(Session(a_company_file(store), window))
    return window
