"""The look of the whole application: Fusion, own palettes, one style sheet made from the tokens.

The look belongs to the one `QApplication`, so this module holds it; a change reaches every widget as Qt's
`PaletteChange` event, without a restart.
"""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from app.assets import asset
from ui.kit.fonts import DEFAULT_POINTS, load_family, use_size
from ui.kit.tokens import DARK, LIGHT, Radius, Space, Tokens, Tone

_active: Tokens = LIGHT
_colours: dict[str, QColor] = {}


class Mode(StrEnum):
    """Which look the user chose."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def tokens() -> Tokens:
    """Return the colours now shown."""
    return _active


def is_dark() -> bool:
    """Tell whether the dark colours are shown."""
    return _active is DARK


def colour(value: str) -> QColor:
    """Return the cached colour of ``#rrggbb``."""
    found = _colours.get(value)
    if found is None:
        found = _colours[value] = QColor(value)
    return found


def tone_colours(tone: Tone) -> tuple[QColor, QColor]:
    """Return text and fill colour of a tone in the colours now shown."""
    text, fill = _active.tone(tone)
    return colour(text), colour(fill)


def make_application(name: str) -> QApplication:
    """Return the application in the Fusion style.

    The style is asked for by argument: `setStyle` hands back a `QStyle`, whose many enums cost Python 10 ms.
    """
    return QApplication([name, "-style", "fusion"])


class Theme(QObject):
    """Shows the chosen mode and follows the system while the mode says so.

    Signals:
        changed: The colours or the font size are other ones now.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.mode = Mode.SYSTEM
        self.points = DEFAULT_POINTS
        self._family = load_family()
        use_size(self._family, self.points)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
        self._show(_system_tokens())

    def choose(self, mode: Mode) -> None:
        """Show a mode from now on."""
        self.mode = mode
        wanted = {Mode.LIGHT: LIGHT, Mode.DARK: DARK}.get(mode) or _system_tokens()
        if wanted is not _active or self._app.styleSheet() == "":
            self._show(wanted)
            self.changed.emit()

    def toggle(self) -> None:
        """Switch between light and dark; the system is followed no longer."""
        self.choose(Mode.LIGHT if is_dark() else Mode.DARK)

    def set_points(self, points: int) -> None:
        """Set the base font size in points (8 to 20)."""
        self.points = points
        use_size(self._family, points)
        self.changed.emit()

    def _follow(self) -> None:
        if self.mode is Mode.SYSTEM:
            self.choose(Mode.SYSTEM)

    def _show(self, chosen: Tokens) -> None:
        global _active
        _active = chosen
        self._app.setPalette(palette(chosen))
        self._app.setStyleSheet(style_sheet(chosen))


def _system_tokens() -> Tokens:
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return DARK if dark else LIGHT


def palette(chosen: Tokens) -> QPalette:
    """Return the palette of a theme; disabled text keeps the faint colour so that it can still be read."""
    made = QPalette()
    role = QPalette.ColorRole
    for target, value in (
        (role.Window, chosen.canvas),
        (role.WindowText, chosen.text),
        (role.Base, chosen.surface),
        (role.AlternateBase, chosen.sunken),
        (role.Text, chosen.text),
        (role.Button, chosen.surface),
        (role.ButtonText, chosen.text),
        (role.PlaceholderText, chosen.text_faint),
        (role.Highlight, chosen.selected),
        (role.HighlightedText, chosen.text),
        (role.ToolTipBase, chosen.surface),
        (role.ToolTipText, chosen.text),
        (role.Link, chosen.accent_text),
        (role.Accent, chosen.accent),
        (role.Mid, chosen.edge),
        (role.Midlight, chosen.line),
        (role.Light, chosen.hover),
        (role.Dark, chosen.edge),
        (role.Shadow, chosen.line),
    ):
        made.setColor(target, QColor(value))
    for target in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, target, QColor(chosen.text_faint))
    return made


def style_sheet(chosen: Tokens) -> str:
    """Return the application's style sheet: the template with its ``@names`` filled in."""
    values = {name: str(value) for name, value in chosen._asdict().items()}
    values |= {f"space_{name.lower()}": str(px) for name, px in vars(Space).items() if name.isupper()}
    values |= {f"radius_{name.lower()}": str(px) for name, px in vars(Radius).items() if name.isupper()}
    # The files' own colour follows the theme too: a chevron is drawn from the icon of that name.
    values["icons"] = asset("themes", "dark" if chosen is DARK else "light").as_posix()
    text = asset("themes", "window.qss").read_text(encoding="utf-8")
    for name in sorted(values, key=len, reverse=True):
        text = text.replace(f"@{name}", values[name])
    return text
