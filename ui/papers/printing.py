"""Print a stored paper: its very bytes where the system takes PDF, else as pictures of its pages."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.exchange.tables.atomic import FileNotWritten
from app.kernel.errors import Unavailable
from ui.widgets.pdf_pages import PagePicture, draw_pages

DOTS_PER_INCH = 300
"""Of pages that go out as pictures: what office printers show."""
_SECONDS = 60
_MOST_PAGES = 10_000


class PrintFailed(Unavailable):
    """The printer did not take the pages."""

    code = "ui.print_failed"


class Order(NamedTuple):
    """What the print dialog said, in plain values.

    Attributes:
        printer: The system's name for it; empty for a file.
        file: Where "print to file" goes; empty for a printer.
        first: First page, counted from 1; 0 prints all.
        last: Last page.
    """

    printer: str = ""
    file: str = ""
    copies: int = 1
    first: int = 0
    last: int = 0


def order_of(printer: QPrinter) -> Order:
    """Return what was chosen in the system's dialog."""
    to_file = printer.outputFormat() == QPrinter.OutputFormat.PdfFormat
    return Order(
        "" if to_file else printer.printerName(),
        printer.outputFileName() if to_file else "",
        max(1, printer.copyCount()),
        printer.fromPage(),
        printer.toPage(),
    )


def takes_pdf() -> str:
    """Return the program that hands PDF to the printers as it is, empty where there is none."""
    return shutil.which("lp") or ""


def send_pdf(pdf: bytes, order: Order, program: str) -> None:
    """Hand the very bytes to a printer or a file; called on a worker thread.

    Raises:
        FileNotWritten: The file cannot be written.
        PrintFailed: The printer did not take it.
    """
    if order.file:
        _write(Path(order.file), pdf)
        return
    command = [program, "-d", order.printer, "-n", str(order.copies)]
    if order.first:
        command += ["-P", f"{order.first}-{order.last or order.first}"]
    try:
        done = subprocess.run(
            [*command, "--", "-"], input=pdf, capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise PrintFailed(printer=order.printer, reason=type(error).__name__) from error
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip() or str(done.returncode)
        raise PrintFailed(printer=order.printer, reason=said[:200])


def pictures_of(pdf: bytes, order: Order) -> tuple[PagePicture, ...]:
    """Return the pages to print as pictures; called on a reader thread."""
    first = max(1, order.first)
    wanted = range(first - 1, order.last if order.last else _MOST_PAGES)
    count = len(draw_pages(pdf, DOTS_PER_INCH, ()).sizes)
    return draw_pages(pdf, DOTS_PER_INCH, [page for page in wanted if page < count]).pictures


def paint_pages(printer: QPrinter, pages: tuple[PagePicture, ...]) -> None:
    """Paint pictures of pages on a printer, each filling its sheet.

    Raises:
        PrintFailed: The printer does not begin: it is gone, or its paper is.
    """
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintFailed(printer=printer.printerName(), reason=str(printer.printerState()))
    try:
        for at, page in enumerate(pages):
            if at:
                printer.newPage()
            image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
            painter.drawImage(QRect(0, 0, printer.width(), printer.height()), image)
    finally:
        painter.end()


def _write(file: Path, pdf: bytes) -> None:
    try:
        file.write_bytes(pdf)
    except OSError as error:
        raise FileNotWritten(file=file.name, reason=error.strerror or type(error).__name__) from error
