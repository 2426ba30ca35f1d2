"""The design tokens: colours of both themes, spacing, radii and type sizes, each said once."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Space:
    """The spacing scale in device-independent pixels; nothing in between is used."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 24


class Radius:
    """Corner radii in device-independent pixels."""

    CONTROL = 6
    PANEL = 10


class Height:
    """Heights in device-independent pixels at the default font size; themes scale them with the font."""

    CONTROL = 32
    ROW = 34
    HEADER = 56


class Tone(StrEnum):
    """What a colour means; always shown beside a word or an icon, never alone."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    INFO = "info"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"


class Tokens(NamedTuple):
    """The colours of one theme as ``#rrggbb``.

    Attributes:
        canvas: Ground of the page.
        sidebar: Ground of the sidebar and of whatever lies beneath the page.
        surface: Ground of pop-ups, dialogs and fields.
        sunken: Quiet fill: header rows, tracks of bars.
        hover: Fill under the pointer.
        selected: Fill of the chosen row or section.
        line: Hairline between regions.
        edge: Outline of a field.
        text: Words and numbers to read.
        text_soft: Labels and second lines.
        text_faint: Hints, placeholders, column titles.
        accent: The one strong colour: primary action, focus ring.
        accent_text: The accent as text on canvas.
        on_accent: Text on the accent.
    """

    canvas: str
    sidebar: str
    surface: str
    sunken: str
    hover: str
    selected: str
    line: str
    edge: str
    text: str
    text_soft: str
    text_faint: str
    accent: str
    accent_hover: str
    accent_text: str
    on_accent: str
    info: str
    info_fill: str
    good: str
    good_fill: str
    warn: str
    warn_fill: str
    bad: str
    bad_fill: str

    def tone(self, tone: Tone) -> tuple[str, str]:
        """Return text and fill colour of a tone."""
        match tone:
            case Tone.NEUTRAL:
                return self.text_soft, self.sunken
            case Tone.ACCENT:
                return self.accent_text, self.selected
            case Tone.INFO:
                return self.info, self.info_fill
            case Tone.GOOD:
                return self.good, self.good_fill
            case Tone.WARN:
                return self.warn, self.warn_fill
            case Tone.BAD:
                return self.bad, self.bad_fill


LIGHT = Tokens(
    canvas="#ffffff",
    sidebar="#f7f7f9",
    surface="#ffffff",
    sunken="#f3f3f6",
    hover="#f1f1f4",
    selected="#e9eafc",
    line="#e6e6eb",
    edge="#cfcfd8",
    text="#191a1f",
    text_soft="#53545f",
    text_faint="#62636f",
    accent="#4f46e5",
    accent_hover="#4338ca",
    accent_text="#4338ca",
    on_accent="#ffffff",
    info="#1b5a9e",
    info_fill="#e6f0fa",
    good="#12653a",
    good_fill="#e3f4ea",
    warn="#7f4a00",
    warn_fill="#fcf1d9",
    bad="#ab1f27",
    bad_fill="#fcebeb",
)

DARK = Tokens(
    canvas="#16171b",
    sidebar="#111216",
    surface="#1e1f25",
    sunken="#1d1e24",
    hover="#23242b",
    selected="#2b2c4a",
    line="#2a2b32",
    edge="#3f404a",
    text="#ececf0",
    text_soft="#b0b1bc",
    text_faint="#9a9ba8",
    accent="#6058e6",
    accent_hover="#554cdb",
    accent_text="#aeabff",
    on_accent="#ffffff",
    info="#84bbf7",
    info_fill="#16283b",
    good="#62cf95",
    good_fill="#142a1f",
    warn="#e8ba62",
    warn_fill="#302713",
    bad="#ff9191",
    bad_fill="#381c1f",
)

PAPER = "#ffffff"
"""A printed page is white in both themes."""

PAPER_INK = "#191a1f"


def luminance(colour: str) -> int:
    """Return the relative luminance (WCAG 2) of ``#rrggbb``, in millionths of white."""
    weighted = (
        weight * _linear(int(colour[at : at + 2], 16)) for weight, at in ((2126, 1), (7152, 3), (722, 5))
    )
    return int(sum(weighted) * 100)


def contrast_percent(first: str, second: str) -> int:
    """Return the contrast ratio (WCAG 2) of two colours times 100, rounded down: 450 is 4.5 : 1."""
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 50_000) * 100 // (low + 50_000)


def _linear(channel: int) -> float:
    share = channel / 255
    return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4
