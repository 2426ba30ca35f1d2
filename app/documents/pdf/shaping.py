"""Text that is more than one glyph after the other: right-to-left, joined letters, stacked marks.

The order on the line comes from the Unicode bidirectional algorithm, the glyphs from HarfBuzz.
"""

from __future__ import annotations

from functools import partial
from itertools import groupby
from typing import NamedTuple

import uharfbuzz as hb
from fpdf.bidi import BidiCharacter, BidiParagraph, auto_detect_base_direction
from fpdf.enums import TextDirection
from fpdf.fonts import TTFFont

from app.documents.pdf.geometry import Length

_MARKS_OF_DIRECTION = dict.fromkeys((0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)))


class Stretch(NamedTuple):
    """Characters in reading order that run in one direction."""

    text: str
    right_to_left: bool


class Run(NamedTuple):
    """Glyphs of one font in the order they stand on the line, from left to right.

    Attributes:
        pieces: How far each piece is raised (thousandths of the size) and the operator that shows it.
        width: In thousandths of the size.
    """

    font: TTFFont
    pieces: tuple[tuple[int, str], ...]
    width: Length


def visual_stretches(text: str, *, right_to_left: bool) -> list[Stretch]:
    """Return the stretches of one line from left to right.

    The line runs as its first strong letter does; one without any runs as the page does.
    """
    if not text:
        return []
    base = auto_detect_base_direction(text)
    if base is TextDirection.LTR and right_to_left and not any(map(str.isalpha, text)):
        base = TextDirection.RTL
    paragraph = BidiParagraph(text, base)
    paragraph.get_reordered_characters()  # settles the levels of blanks at the ends, too
    logical = [
        (level, "".join(character.character for character in run))
        for level, run in groupby(paragraph.get_characters(), key=_level)
    ]
    return [
        Stretch(part.translate(_MARKS_OF_DIRECTION), level % 2 == 1)
        for level, part in _visual_order(logical)
        if part.translate(_MARKS_OF_DIRECTION)
    ]


def shaped(font: TTFFont, stretch: Stretch) -> Run:
    """Return the glyphs of a stretch, joined, stacked and placed as its script wants it."""
    buffer = hb.Buffer()
    buffer.add_str(stretch.text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if stretch.right_to_left else "ltr"
    hb.shape(font.hbfont, buffer)
    pieces: list[tuple[int, list[str]]] = []
    width = 0
    spans = _characters(stretch.text, [info.cluster for info in buffer.glyph_infos])
    for info, position, text in zip(buffer.glyph_infos, buffer.glyph_positions, spans, strict=True):
        code, own = _picked(font, info.codepoint, text)
        raised, shift = _scaled(font, position.y_offset), _scaled(font, position.x_offset)
        advance = _scaled(font, position.x_advance)
        if not pieces or pieces[-1][0] != raised:
            pieces.append((raised, []))
        before = f"{-shift} " if shift else ""
        after = f" {own + shift - advance}" if own + shift != advance else ""
        pieces[-1][1].append(f"{before}<{code:04X}>{after}")
        width += advance
    return Run(font, tuple((raised, f"[{' '.join(shown)}] TJ") for raised, shown in pieces), width)


def _level(character: BidiCharacter) -> int:
    return character.embedding_level


def _visual_order(logical: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Reverse every row of runs at a level or above, from the highest level down (rule L2)."""
    order = list(logical)
    for level in range(max((level for level, _ in order), default=0), 0, -1):
        rows = [list(row) for _, row in groupby(order, key=partial(_is_within, level))]
        order = [run for row in rows for run in (reversed(row) if row[0][0] >= level else row)]
    return order


def _is_within(level: int, run: tuple[int, str]) -> bool:
    return run[0] >= level


def _characters(text: str, clusters: list[int]) -> list[str]:
    """Return the characters each glyph stands for; a cluster's text goes to its first glyph."""
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    given: set[int] = set()
    found = []
    for cluster in clusters:
        found.append("" if cluster in given else text[cluster : ends[cluster]])
        given.add(cluster)
    return found


def _picked(font: TTFFont, glyph: int, text: str) -> tuple[int, int]:
    """Return the code of a glyph in the document and its own width in thousandths."""
    name = font.ttfont.getGlyphName(glyph)
    own = _scaled(font, font.ttfont["hmtx"].metrics[name][0])
    wanted = font.subset.get_glyph(
        glyph=glyph, unicode=tuple(map(ord, text)), glyph_name=name, glyph_width=own
    )
    return font.subset.pick_glyph(wanted) or 0, own


def _scaled(font: TTFFont, units: int) -> int:
    return round(font.scale * units)
