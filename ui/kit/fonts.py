"""The type scale: a few roles, two weights, tabular figures wherever numbers stand in columns.

Fonts are set from code, never by the style sheet: a style sheet cannot name the axes of a variable font.
"""

from __future__ import annotations

from enum import Enum
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication, QWidget

LIGHT_WEIGHT = 400
HEAVY_WEIGHT = 600
SMALLEST = 8
LARGEST = 20
DEFAULT_POINTS = 10
_ROLE = "typeRole"
_PACKAGES = (("fontpkg_inter", "Inter[opsz,wght].ttf"), ("fontpkg_noto_sans", "NotoSans[wdth,wght].ttf"))


class Type(Enum):
    """The roles of text: percent of the base size, weight, tabular figures."""

    CAPTION = (88, LIGHT_WEIGHT, False)
    CAPTION_STRONG = (88, HEAVY_WEIGHT, False)
    BODY = (100, LIGHT_WEIGHT, False)
    STRONG = (100, HEAVY_WEIGHT, False)
    NUMBER = (100, LIGHT_WEIGHT, True)
    NUMBER_STRONG = (100, HEAVY_WEIGHT, True)
    CAPTION_NUMBER = (88, LIGHT_WEIGHT, True)
    HEADING = (118, HEAVY_WEIGHT, False)
    TITLE = (150, HEAVY_WEIGHT, False)
    FIGURE = (165, HEAVY_WEIGHT, True)


def load_family() -> str:
    """Load the font of the window and return its family; empty when only the system's fonts are there."""
    for package, file in _PACKAGES:
        found = find_spec(package)
        if found is None or found.origin is None:
            continue
        number = QFontDatabase.addApplicationFont(str(Path(found.origin).parent / "files" / file))
        families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
        if families:
            return families[0]
    return ""


def font(role: Type = Type.BODY) -> QFont:
    """Return the font of a role at the size the user chose; it is shared, so nobody may change it."""
    made = _made.get(role)
    if made is None:
        base = QApplication.font()
        made = _made[role] = _font(role, base.family(), base.pointSize())
    return made


def set_type(widget: QWidget, role: Type) -> None:
    """Give a widget the font of a role, now and after every change of the font size."""
    widget.setProperty(_ROLE, role.name)
    widget.setFont(font(role))


def use_size(family: str, points: int) -> None:
    """Set the application's font and refresh every widget that stands.

    Under a style sheet Qt tells only the windows of a new application font; here every widget hears of it,
    and those with a role take theirs.

    Args:
        family: What `load_family` returned.
        points: Base size, clamped to 8..20.
    """
    base = QFont(family) if family else QFont(QApplication.font())
    base.setPointSize(max(SMALLEST, min(LARGEST, points)))
    base.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    QApplication.setFont(base)
    _made.clear()
    for widget in QApplication.allWidgets():
        role = widget.property(_ROLE)
        if isinstance(role, str):
            widget.setFont(font(Type[role]))
        else:
            QApplication.sendEvent(widget, QEvent(QEvent.Type.ApplicationFontChange))


_made: dict[Type, QFont] = {}
"""The fonts of the roles at the present size."""


def _font(role: Type, family: str, points: int) -> QFont:
    percent, weight, tabular = role.value
    made = QFont(family)
    made.setPointSizeF(points * percent / 100)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if weight != LIGHT_WEIGHT:
        made.setWeight(QFont.Weight.DemiBold)
        made.setVariableAxis(QFont.Tag("wght"), weight)
    if tabular:
        made.setFeature(QFont.Tag("tnum"), 1)
    return made
