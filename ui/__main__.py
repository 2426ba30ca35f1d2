"""Opens the window: `python -m ui`."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow


def main() -> int:
    """Open the window and return the exit code when it is closed."""
    application = QApplication(sys.argv)
    window = main_window()
    window.show()
    return application.exec()


def main_window() -> QMainWindow:
    """Return the main window, not yet shown."""
    window = QMainWindow()
    window.setWindowTitle("Quotewright")
    window.resize(1280, 720)
    return window


if __name__ == "__main__":
    sys.exit(main())
