"""Turn text into coded glyphs: measured, wrapped, and refused where no font has a character.

Plain text (Latin, Greek, Cyrillic without loose accents) is coded character by character. All other text is
put in visual order, parted by font, and shaped by HarfBuzz; that costs four to five times as much.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

from fpdf import FPDF
from fpdf.fonts import TTFFont

from app.documents.faults import GlyphMissing
from app.documents.pdf.engine import attach
from app.documents.pdf.fonts import face_file
from app.documents.pdf.geometry import Length
from app.documents.pdf.look import Face, Style
from app.documents.pdf.scripts import font_files, script_of
from app.documents.pdf.shaping import Run, Stretch, shaped, visual_stretches

_NEEDS_SHAPING = re.compile(
    "[\u0300-\u036f\u0590-\u1dff\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe00-\ufe2f\ufe70-\ufeff]"
)
_UNPRINTED = {code: None for code in (*range(0x20), 0x7F, 0xAD, 0xFEFF)} | {0x09: " "}
_PIECES = re.compile(
    "[ \u2000-\u200b]+"
    "|[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef][\u3001\u3002\uff0c\uff0e\uff1a\uff1b\uff01\uff1f\uff09\u300d\u300f\u3011]*"
    "|[^ \u2000-\u200b\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef/-]*[/-]*"
)


_NARROWEST = 100
"""Less than the width of a comma, in thousandths of the size."""


class Coded(NamedTuple):
    """A text as the page wants it.

    Attributes:
        width: In thousandths of the size.
    """

    runs: tuple[Run, ...]
    width: Length


class Typesetter:
    """Codes, measures and wraps the texts of one document."""

    def __init__(self, pdf: FPDF, *, right_to_left: bool = False, fast: bool = True) -> None:
        self._pdf = pdf
        self._fast = fast
        self._right_to_left = right_to_left
        self._fonts: dict[tuple[Path, int], TTFFont] = {}
        self._plain: dict[Face, _PlainCodes] = {}
        self._coded: dict[tuple[str, Face], Coded] = {}

    def code(self, text: str, face: Face) -> Coded:
        """Return the text coded in a face, another font taking over where the face lacks a character.

        Raises:
            GlyphMissing: No installed font has a character of it.
        """
        found = self._coded.get((text, face))
        if found is None:
            found = self._coded[text, face] = self._code(text, face)
        return found

    def width(self, text: str, style: Style) -> Length:
        """Return the width of a text in points."""
        return self.code(text, style.face).width * style.size / 1000

    def wrap(self, text: str, style: Style, width: Length) -> list[str]:
        """Return the lines of a text, none wider than ``width`` points; a long word is parted.

        An empty text has one empty line.
        """
        most = width * 1000 / style.size
        if self.code(text, style.face).width <= most:
            return [text]
        lines, line = [], ""
        for piece in self._short_pieces(text, style.face, most):
            if line and self._wide(line + piece, style.face) > most:
                lines.append(line.rstrip())
                line = piece.lstrip()
            else:
                line += piece
        return [*lines, line.rstrip()] if line.strip() else lines

    def clip(self, text: str, style: Style, width: Length) -> str:
        """Return the text, shortened with an ellipsis where it is wider than ``width`` points."""
        if self.width(text, style) <= width:
            return text
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            short = f"{text[:middle].rstrip()}…"
            low, high = (middle, high) if self.width(short, style) <= width else (low, middle - 1)
        return f"{text[:low].rstrip()}…"

    def _wide(self, text: str, face: Face) -> Length:
        return self._code(text.rstrip(), face).width

    def _short_pieces(self, text: str, face: Face, most: Length) -> list[str]:
        pieces: list[str] = []
        for piece in _PIECES.findall(text):
            while len(piece) > _most_characters(most) or (piece and self._wide(piece, face) > most):
                head = self._fitting(piece, face, most)
                pieces.append(piece[:head])
                piece = piece[head:]
            pieces.append(piece)
        return [piece for piece in pieces if piece]

    def _fitting(self, word: str, face: Face, most: Length) -> int:
        """Return how many characters of a too long word fit, one at least, marks left on their base."""
        low, high = 1, min(len(word), _most_characters(most))
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._wide(word[:middle], face) <= most else (low, middle - 1)
        while 1 < low < len(word) and unicodedata.combining(word[low]):
            low -= 1
        return low

    def _code(self, text: str, face: Face) -> Coded:
        if not text.isprintable():
            text = text.translate(_UNPRINTED)
        if text.isascii() or not _NEEDS_SHAPING.search(text):
            plain = self._plain.get(face)
            if plain is None:
                plain = self._plain[face] = _PlainCodes(self._face(face))
            coded = plain.code(text)
            if coded is not None:
                return coded
        return self._complex(text, face)

    def _complex(self, text: str, face: Face) -> Coded:
        runs: list[Run] = []
        for stretch in visual_stretches(text, right_to_left=self._right_to_left):
            parts = self._by_font(stretch.text, face, text)
            for font, part in reversed(parts) if stretch.right_to_left else parts:
                runs.append(shaped(font, Stretch(part, stretch.right_to_left)))
        return Coded(tuple(runs), sum(run.width for run in runs))

    def _by_font(self, text: str, face: Face, whole: str) -> list[tuple[TTFFont, str]]:
        """Part a stretch into pieces of one font; blanks, digits and marks stay with what is before them."""
        parts: list[tuple[TTFFont, str]] = []
        for character in text:
            current = parts[-1][0] if parts else None
            if current is None or character.isalpha() or ord(character) not in current.cmap:
                current = self._font_for(character, face, current, whole)
            if parts and parts[-1][0] is current:
                parts[-1] = (current, parts[-1][1] + character)
            else:
                parts.append((current, character))
        return parts

    def _font_for(self, character: str, face: Face, current: TTFFont | None, whole: str) -> TTFFont:
        code = ord(character)
        own = self._face(face)
        if code in own.cmap:
            return own
        if current is not None and code in current.cmap:
            return current
        script = script_of(character)
        for path in font_files(script):
            font = self._attached(path, 0)
            if code in font.cmap and not font.is_cff:
                return font
        raise GlyphMissing(text=whole[:80], characters=character, install=script.install)

    def _face(self, face: Face) -> TTFFont:
        return self._attached(face_file(face), 0)

    def _attached(self, path: Path, number: int) -> TTFFont:
        font = self._fonts.get((path, number))
        if font is None:
            font = self._fonts[path, number] = attach(self._pdf, path, number, fast=self._fast)
        return font


def _most_characters(most: Length) -> int:
    """Return more characters than fit into a width (thousandths of the size): no long word is slow."""
    return int(most / _NARROWEST) + 8


class _PlainCodes(dict[str, str]):
    """Character -> its code in the document as four hex digits; looked up once per character."""

    def __init__(self, font: TTFFont) -> None:
        super().__init__()
        self._font = font
        self._widths: dict[str, Length] = {}

    def __missing__(self, character: str) -> str:
        code = ord(character)
        if code not in self._font.cmap:
            raise KeyError(character)
        picked = self._font.subset.pick(code)
        self._widths[character] = self._font.cw[code]
        self[character] = found = f"{picked:04X}"
        return found

    def code(self, text: str) -> Coded | None:
        """Return the coded text, `None` where the font lacks a character."""
        try:
            codes = "".join(map(self.__getitem__, text))
        except KeyError:
            return None
        width = sum(map(self._widths.__getitem__, text))
        return Coded((Run(self._font, ((0, f"<{codes}> Tj"),), width),), width)
