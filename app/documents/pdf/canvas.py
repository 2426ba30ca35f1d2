"""Draw on the pages of one document: text, rules, boxes, pictures, codes.

Coordinates are points from the top left corner of the sheet. A page that runs from right to left is drawn
mirrored: the callers think from left to right, only the glyphs keep their direction.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import Enum

from fpdf import FPDF

from app.documents.pdf.colour import ink
from app.documents.pdf.engine import finish, is_fast, use_on_page, write
from app.documents.pdf.geometry import Length, Sheet
from app.documents.pdf.logo import place_picture
from app.documents.pdf.look import Style
from app.documents.pdf.typesetter import Typesetter

CONFORMANCE = "PDF/A-3B"
"""Archivable, and able to carry an electronic invoice inside."""


class Side(Enum):
    """Which edge of a text stands at the given place."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the file says about itself.

    Attributes:
        language: As in BCP 47.
        dated: The file's date, fixed so that the same paper is the same bytes.
    """

    title: str
    author: str
    language: str
    dated: date


class Canvas:
    """The pages of one document.

    Attributes:
        set: Measures and wraps text in the document's fonts.
    """

    def __init__(self, sheet: Sheet, imprint: Imprint, *, mirrored: bool = False, fast: bool = True) -> None:
        self.sheet = sheet
        self._mirrored = mirrored
        self._fast = fast and is_fast()
        self._pdf = _empty(sheet, imprint)
        self.set = Typesetter(self._pdf, right_to_left=mirrored, fast=self._fast)
        self._operators: list[str] = []
        self._state: tuple[int, Length, str] | None = None
        self._used: set[int] = set()

    def next_page(self) -> None:
        """Begin a page."""
        self._flush()
        self._pdf.add_page()

    def text(self, x: Length, y: Length, text: str, style: Style, side: Side = Side.START) -> None:
        """Set a text with its baseline at ``y``; ``x`` is its start, or its end."""
        if not text:
            return
        coded = self.set.code(text, style.face)
        width = coded.width * style.size / 1000
        left = x - width if side is Side.END else x
        if self._mirrored:
            left = self.sheet.width - left - width
        up = self.sheet.height - y
        for run in coded.runs:
            self._select(run.font.i, style)
            if run.font.i not in self._used:
                self._used.add(run.font.i)
                use_on_page(self._pdf, run.font)
            if len(run.pieces) == 1 and not run.pieces[0][0]:
                self._operators.append(f"BT {left:.2f} {up:.2f} Td {run.pieces[0][1]} ET")
            else:
                raised = " ".join(f"{rise * style.size / 1000:.2f} Ts {op}" for rise, op in run.pieces)
                self._operators.append(f"BT {left:.2f} {up:.2f} Td {raised} 0 Ts ET")
            left += run.width * style.size / 1000

    def rule(self, x: Length, y: Length, width: Length, thickness: Length, colour: str) -> None:
        """Draw a horizontal rule, its middle at ``y``."""
        self.box(x, y - thickness / 2, width, thickness, colour)

    def box(self, x: Length, y: Length, width: Length, height: Length, colour: str) -> None:
        """Fill a box whose top left corner is at ``x``, ``y``."""
        left = self.sheet.width - x - width if self._mirrored else x
        bottom = self.sheet.height - y - height
        self._operators.append(f"q {ink(colour)} {left:.2f} {bottom:.2f} {width:.2f} {height:.2f} re f Q")

    def code(self, x: Length, y: Length, size: Length, modules: tuple[tuple[bool, ...], ...]) -> None:
        """Draw a code of square modules, ``size`` points wide; rows of dark modules are one box each."""
        left = self.sheet.width - x - size if self._mirrored else x
        module = size / len(modules)
        boxes = []
        for row, cells in enumerate(modules):
            bottom = self.sheet.height - y - (row + 1) * module
            for start, length in _dark_runs(cells):
                boxes.append(
                    f"{left + start * module:.3f} {bottom:.3f} {length * module:.3f} {module:.3f} re"
                )
        self._operators.append(f"q 0 0 0 rg {' '.join(boxes)} f Q")

    def picture(self, x: Length, y: Length, width: Length, height: Length, file: bytes) -> None:
        """Place a picture inside a box, at its top and start, keeping its shape.

        Raises:
            LogoUnreadable: The bytes are no picture.
        """
        self._flush()
        place_picture(self._pdf, (x, y, width, height), file, mirrored=self._mirrored)

    def across(self, text: str, style: Style) -> None:
        """Set a word large and slanted across the page, behind what follows."""
        coded = self.set.code(text, style.face)
        half = coded.width * style.size / 2000
        self._operators.append(
            f"q 0.707 0.707 -0.707 0.707 {self.sheet.width / 2:.2f} {self.sheet.height / 2:.2f} cm"
        )
        left, down = -half, -style.size / 3
        for run in coded.runs:
            use_on_page(self._pdf, run.font)
            shown = " ".join(op for _, op in run.pieces)
            font = f"{style.colour} /F{run.font.i} {style.size} Tf"
            self._operators.append(f"BT {font} {left:.2f} {down:.2f} Td {shown} ET")
            left += run.width * style.size / 1000
        self._operators.append("Q")

    def finish(self) -> bytes:
        """Return the file."""
        self._flush()
        return finish(self._pdf, fast=self._fast)

    def _select(self, font: int, style: Style) -> None:
        """Choose font and colour, unless they are the ones in force."""
        state = (font, style.size, style.colour)
        if state == self._state:
            return
        if self._state is None or state[:2] != self._state[:2]:
            self._operators.append(f"/F{font} {style.size} Tf")
        if self._state is None or style.colour != self._state[2]:
            self._operators.append(style.colour)
        self._state = state

    def _flush(self) -> None:
        if self._operators:
            write(self._pdf, "\n".join(self._operators))
        self._operators, self._state, self._used = [], None, set()


def _empty(sheet: Sheet, imprint: Imprint) -> FPDF:
    pdf = FPDF(unit="pt", format=(sheet.width, sheet.height), enforce_compliance=CONFORMANCE)
    pdf.set_auto_page_break(False)
    pdf.set_creation_date(datetime.combine(imprint.dated, time(12), UTC))
    pdf.set_title(imprint.title)
    pdf.set_author(imprint.author)
    pdf.set_lang(imprint.language)
    pdf.set_creator("Quotewright")
    pdf.set_producer("Quotewright")
    return pdf


def _dark_runs(cells: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Return start and length of every row of dark modules."""
    runs: list[tuple[int, int]] = []
    for at, dark in enumerate(cells):
        if dark and runs and sum(runs[-1]) == at:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((at, 1))
    return runs
