"""The three ways a paper leaves the house, each from the same stored bytes: save, mail, print (U17)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import IO

from PySide6.QtCore import QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from app.exchange.tables.atomic import write_atomically
from app.exchange.tables.file_names import safe_file_name
from app.i18n.translations import gettext as _
from app.kernel.errors import AppError
from ui.kit.progress import LongJob
from ui.papers.mail import Letter, write_draft
from ui.papers.printing import Order, order_of, paint_pages, pictures_of, send_pdf, takes_pdf
from ui.shell.page import Frame
from ui.widgets.pdf_pages import PagePicture

OpenFile = Callable[[Path], bool]
"""Opens a file with the program the system has for it; tells whether there is one."""


def open_with_system(file: Path) -> bool:
    """Open a file with the system's program for it."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


class Leaving(QObject):
    """Lets papers out for one window's page."""

    def __init__(self, frame: Frame, parent: QWidget, open_file: OpenFile = open_with_system) -> None:
        super().__init__(parent)
        self._frame = frame
        self._window = parent
        self._open_file = open_file
        self._printer: QPrinter | None = None

    def save(self, pdf: bytes, name: str) -> None:
        """Ask for a file and write the paper into it."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        wanted = str(Path(folder) / safe_file_name(name, ".pdf"))
        dialog = QFileDialog(self._window, _("Save the PDF"), wanted, _("PDF files (*.pdf)"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda file: self.save_as(pdf, Path(file)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save_as(self, pdf: bytes, file: Path) -> None:
        """Write the paper into a file the person chose; one that is there was confirmed to be replaced."""

        def write(stream: IO[bytes]) -> None:
            stream.write(pdf)

        try:
            write_atomically(file, write, overwrite=True)
        except AppError as refusal:
            self._frame.refuse(refusal)
            return
        self._frame.notify(_("Saved as {file}").format(file=file.name))

    def mail(self, pdf: bytes, name: str, letter: Letter) -> None:
        """Open a draft with the paper attached in the mail program."""
        try:
            file = write_draft(letter, pdf, name)
        except AppError as refusal:
            self._frame.refuse(refusal)
            return
        if self._open_file(file):
            self._frame.notify(_("The draft is opened in your mail program."))
        else:
            self._frame.notify(_("No mail program was found. The draft is {file}").format(file=file))

    def print(self, pdf: bytes, title: str) -> None:
        """Show the system's print dialog, then print."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(_("Print {title}").format(title=title))
        dialog.accepted.connect(lambda: self.print_on(printer, pdf, title))
        dialog.finished.connect(dialog.deleteLater)
        QDialog.open(dialog)

    def print_on(self, printer: QPrinter, pdf: bytes, title: str) -> None:
        """Print on what was chosen: the very bytes where the system takes them, else as pictures."""
        order, program = order_of(printer), takes_pdf()
        text = _("Printing {title}").format(title=title)
        if order.file or (program and order.printer):
            self._run(text, lambda: send_pdf(pdf, order, program), lambda _done: self._said(order))
        else:
            self._printer = printer  # it has to live until the pictures come
            self._run(text, lambda: pictures_of(pdf, order), self._paint)

    def _paint(self, pages: tuple[PagePicture, ...]) -> None:
        printer, self._printer = self._printer, None
        if printer is None:
            return
        try:
            paint_pages(printer, pages)
        except AppError as refusal:
            self._frame.refuse(refusal)
            return
        self._said(order_of(printer))

    def _run(self, text: str, work: Callable[[], object], done: Callable[..., object]) -> None:
        job = LongJob(text, lambda _report, _cancelled: work(), self)
        job.succeeded.connect(done)
        job.refused.connect(self._frame.refuse)
        self._frame.session.run_long(job)

    def _said(self, order: Order) -> None:
        where = Path(order.file).name if order.file else order.printer
        self._frame.notify(_("Printed to {where}").format(where=where))
