"""Opens the window: `python -m ui [--db FILE] [--sample]`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths

from ui.desk import Desk, Start
from ui.doors import company_doors
from ui.kit.settings import WindowSettings
from ui.kit.theme import make_application
from ui.rooms import all_rooms

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

USAGE = "usage: python -m ui [--db FILE] [--sample]\n"
_WRONG_USE = 2


def main(arguments: list[str] | None = None) -> int:
    """Open the window and return the exit code when it is closed."""
    asked = start_of(sys.argv[1:] if arguments is None else arguments)
    if asked is None:
        sys.stderr.write(USAGE)
        return _WRONG_USE
    application = make_application(sys.argv[0])
    desk = make_desk(application)
    desk.start(asked)
    code = application.exec()
    desk.close_all()
    return code


def make_desk(application: QApplication) -> Desk:
    """Return the desk with the real rooms and doors."""
    application.setApplicationName("quotewright")
    application.setApplicationDisplayName("Quotewright")
    return Desk(application, all_rooms(), company_doors(), WindowSettings(settings_file()))


def settings_file() -> Path:
    """Return the file of the window's own state, in the person's folder for settings."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppConfigLocation)
    return Path(folder) / "window.ini"


def start_of(arguments: list[str]) -> Start | None:
    """Return what the arguments ask for; `None` where they ask for something unknown."""
    file: Path | None = None
    sample = False
    rest = iter(arguments)
    for word in rest:
        named = next(rest, "") if word == "--db" else ""
        if word == "--sample":
            sample = True
        elif named:
            file = Path(named)
        else:
            return None
    return Start(file, sample)


if __name__ == "__main__":
    sys.exit(main())
