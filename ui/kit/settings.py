"""What the window remembers between starts: sizes, columns, looks. Business settings live in the database."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

MOST_STATE_BYTES = 100_000


class WindowSettings:
    """Window state in one INI file; no secrets, for others on the machine can read it."""

    def __init__(self, file: Path) -> None:
        """Open the file, which need not exist; its folder is made when something is first remembered."""
        self._file = file
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    def text(self, key: str, default: str = "") -> str:
        """Return a remembered text."""
        value = self._settings.value(key, default)
        return value if isinstance(value, str) else default

    def number(self, key: str, default: int) -> int:
        """Return a remembered whole number; whatever else stands there counts as not remembered."""
        text = self.text(key)
        return int(text) if text.lstrip("-").isdecimal() and len(text) < 12 else default

    def state(self, key: str) -> QByteArray:
        """Return a remembered geometry, splitter or header state; empty when there is none."""
        value = self._settings.value(key)
        if isinstance(value, QByteArray) and value.size() <= MOST_STATE_BYTES:
            return value
        return QByteArray()

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a remembered list of texts."""
        value = self._settings.value(key)
        if isinstance(value, str):
            return (value,) if value else ()
        return tuple(str(part) for part in value) if isinstance(value, list) else ()

    def remember(self, key: str, value: str | int | QByteArray | tuple[str, ...]) -> None:
        """Remember a value under ``group/name``."""
        held: object = value
        if isinstance(value, tuple):
            held = list(value)
        elif isinstance(value, int):
            held = str(value)
        self._settings.setValue(key, held)

    def forget(self, key: str) -> None:
        """Forget a value, or a whole group."""
        self._settings.remove(key)

    def write(self) -> None:
        """Write the file now, not at some later time of Qt's choosing."""
        self._settings.sync()
