"""Lucide's outline icons in the colours of the theme, drawn once per colour and size."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QApplication

from app.assets import asset
from ui.kit.theme import tokens

_NAME = "iconName"
_INK = "iconInk"
SIZE = 18


def icon(name: str, ink: str = "text_soft") -> QIcon:
    """Return an icon in the colours now shown.

    Args:
        name: File name under resources/icons without its ending.
        ink: Name of a token, e.g. ``text_soft``, ``accent_text``, ``on_accent``.

    Raises:
        FileNotFoundError: No icon of that name is shipped.
    """
    return QIcon(pixmap(name, getattr(tokens(), ink), SIZE, _ratio()))


def name_icon(action: QAction, name: str, ink: str = "text_soft") -> None:
    """Say which icon an action has; it is drawn when a menu or button first shows it."""
    action.setProperty(_NAME, name)
    action.setProperty(_INK, ink)


def draw_icon(action: QAction) -> None:
    """Draw the icon an action was given by `name_icon`, in the colours now shown."""
    name, ink = action.property(_NAME), action.property(_INK)
    if isinstance(name, str) and isinstance(ink, str):
        action.setIcon(icon(name, ink))


def set_icon(target: QAbstractButton | QAction, name: str, ink: str = "text_soft") -> None:
    """Give a button or an action an icon that follows the theme (see `refresh_icons`)."""
    target.setProperty(_NAME, name)
    target.setProperty(_INK, ink)
    target.setIcon(icon(name, ink))
    if isinstance(target, QAbstractButton):
        target.setIconSize(QSize(SIZE, SIZE))


def refresh_icons() -> None:
    """Draw every icon given by `set_icon` again; called after each change of the theme."""
    for widget in QApplication.allWidgets():
        targets: list[QAbstractButton | QAction] = [
            *(each for each in widget.actions() if not each.icon().isNull())
        ]
        if isinstance(widget, QAbstractButton):
            targets.append(widget)
        for target in targets:
            name, ink = target.property(_NAME), target.property(_INK)
            if isinstance(name, str) and isinstance(ink, str):
                target.setIcon(icon(name, ink))


@lru_cache(maxsize=1024)
def pixmap(name: str, colour: str, size: int, ratio: int = 1) -> QPixmap:
    """Return an icon as a picture of size x size device-independent pixels, stroked in ``#rrggbb``."""
    from PySide6.QtSvg import QSvgRenderer

    image = QPixmap(size * ratio, size * ratio)
    image.fill(Qt.GlobalColor.transparent)
    image.setDevicePixelRatio(ratio)
    renderer = QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    return asset("icons", f"{name}.svg").read_text(encoding="utf-8")


def _ratio() -> int:
    app = QApplication.instance()
    return -(-int(app.devicePixelRatio() * 100) // 100) if isinstance(app, QApplication) else 1
