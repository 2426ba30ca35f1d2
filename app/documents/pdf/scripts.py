"""Which script a text is written in, and which installed font can print it.

Latin, Greek and Cyrillic come with the typeface. The others are looked for among the shipped fonts, the
font packages of PyPI and the system's fonts; none of them is loaded before a text needs it.
"""

from __future__ import annotations

import os
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from app.assets import resources


@dataclass(frozen=True, slots=True)
class Script:
    """A script and the fonts that can print it, the preferred first.

    Attributes:
        files: File names, looked for in the font folders.
        package: Module of a font package that has it; empty where there is none.
        install: What a person installs to get it.
    """

    name: str
    files: tuple[str, ...]
    package: str
    install: str


_WIDE = ("DejaVuSans.ttf", "arial.ttf", "Arial.ttf", "Arial Unicode.ttf", "segoeui.ttf")

ARABIC = Script(
    "Arabic",
    ("NotoSansArabic-Regular.ttf", "NotoNaskhArabic-Regular.ttf", "Vazirmatn-Regular.ttf", *_WIDE),
    "fontpkg_noto_sans_arabic",
    "fonts-noto-core",
)
HEBREW = Script(
    "Hebrew",
    ("NotoSansHebrew-Regular.ttf", *_WIDE),
    "fontpkg_noto_sans_hebrew",
    "fonts-noto-core",
)
THAI = Script(
    "Thai",
    ("NotoSansThai-Regular.ttf", "Garuda.ttf", "tahoma.ttf", "leelawui.ttf", "Thonburi.ttc"),
    "fontpkg_noto_sans_thai",
    "fonts-noto-core",
)
INDIC = Script(
    "Indic",
    (
        "NotoSansDevanagari-Regular.ttf",
        "NotoSansTamil-Regular.ttf",
        "NotoSansBengali-Regular.ttf",
        "Nirmala.ttf",
    ),
    "fontpkg_noto_sans_devanagari",
    "fonts-noto-core",
)
EAST_ASIAN = Script(
    "East Asian",
    (
        "wqy-microhei.ttc",
        "msyh.ttc",
        "msgothic.ttc",
        "malgun.ttf",
        "DroidSansFallbackFull.ttf",
        "Arial Unicode.ttf",
    ),
    "",
    "fonts-wqy-microhei",
)
OTHER = Script(
    "other",
    (
        "NotoSansSymbols2-Regular.ttf",
        "NotoSansMath-Regular.ttf",
        "DejaVuSans.ttf",
        "seguisym.ttf",
        "Arial Unicode.ttf",
    ),
    "",
    "fonts-noto-core",
)

_STARTS: tuple[tuple[int, Script], ...] = (
    (0x0000, OTHER),
    (0x0590, HEBREW),
    (0x0600, ARABIC),
    (0x0700, OTHER),
    (0x0750, ARABIC),
    (0x0780, OTHER),
    (0x08A0, ARABIC),
    (0x0900, INDIC),
    (0x0E00, THAI),
    (0x0E80, OTHER),
    (0x1100, EAST_ASIAN),
    (0x1200, OTHER),
    (0x2E80, EAST_ASIAN),
    (0xA4D0, OTHER),
    (0xAC00, EAST_ASIAN),
    (0xD7B0, OTHER),
    (0xF900, EAST_ASIAN),
    (0xFB00, OTHER),
    (0xFB1D, HEBREW),
    (0xFB50, ARABIC),
    (0xFE00, OTHER),
    (0xFE30, EAST_ASIAN),
    (0xFE70, ARABIC),
    (0xFF00, EAST_ASIAN),
    (0xFFF0, OTHER),
    (0x20000, EAST_ASIAN),
    (0x32000, OTHER),
)
_BOUNDS = [start for start, _ in _STARTS]


def script_of(character: str) -> Script:
    """Return the script a character belongs to."""
    return _STARTS[bisect_right(_BOUNDS, ord(character)) - 1][1]


@lru_cache(maxsize=16)
def font_files(script: Script) -> tuple[Path, ...]:
    """Return the installed font files that may print a script, the preferred first."""
    installed = _installed()
    found = [installed[name.lower()] for name in script.files if name.lower() in installed]
    return tuple(dict.fromkeys((*_packaged(script), *found)))


def _packaged(script: Script) -> Iterator[Path]:
    spec = find_spec(script.package) if script.package else None
    if spec is not None and spec.origin:
        yield from sorted((Path(spec.origin).parent / "files").glob("*.ttf"))


@lru_cache(maxsize=1)
def _installed() -> dict[str, Path]:
    """Return file name -> path of every font file of this computer, shipped ones first."""
    found: dict[str, Path] = {}
    for folder in (resources() / "fonts", *_system_folders()):
        for parent, _, names in os.walk(folder):
            for name in names:
                if name.lower().endswith((".ttf", ".ttc", ".otf")):
                    found.setdefault(name.lower(), Path(parent) / name)
    return found


def _system_folders() -> tuple[Path, ...]:
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", "C:/Windows"))
        return (windows / "Fonts", home / "AppData/Local/Microsoft/Windows/Fonts")
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    data = Path(os.environ.get("XDG_DATA_HOME", home / ".local/share"))
    return (data / "fonts", home / ".fonts", Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
