import stat
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from app.exchange.tables.atomic import FileNotWritten
from tests.support.paper import a_pdf
from ui.papers.printing import Order, PrintFailed, order_of, paint_pages, pictures_of, send_pdf


def a_printing_program(folder: Path, body: str) -> str:
    program = folder / "lp"
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return str(program)


class TestSendPdf:
    def test_a_printer_gets_the_very_bytes_and_the_copies(self, tmp_path):
        program = a_printing_program(tmp_path, f'cat > {tmp_path}/got; echo "$@" > {tmp_path}/asked')
        pdf = a_pdf("Quote")

        send_pdf(pdf, Order("office", copies=3, first=2, last=4), program)

        assert (tmp_path / "got").read_bytes() == pdf
        assert (tmp_path / "asked").read_text().split() == ["-d", "office", "-n", "3", "-P", "2-4", "--", "-"]

    def test_a_file_gets_the_very_bytes(self, tmp_path):
        send_pdf(b"%PDF", Order(file=str(tmp_path / "out.pdf")), "")

        assert (tmp_path / "out.pdf").read_bytes() == b"%PDF"

    def test_a_printer_that_refuses_is_named_with_its_reason(self, tmp_path):
        program = a_printing_program(tmp_path, "cat > /dev/null; echo 'out of paper' >&2; exit 1")

        with pytest.raises(PrintFailed) as refused:
            send_pdf(b"%PDF", Order("office"), program)

        assert refused.value.params == {"printer": "office", "reason": "out of paper"}

    def test_a_program_that_is_gone_is_a_refusal_too(self, tmp_path):
        with pytest.raises(PrintFailed):
            send_pdf(b"%PDF", Order("office"), str(tmp_path / "nothing"))

    def test_a_folder_that_is_missing_is_named(self, tmp_path):
        with pytest.raises(FileNotWritten):
            send_pdf(b"%PDF", Order(file=str(tmp_path / "no" / "out.pdf")), "")


class TestPictures:
    def test_all_pages_are_drawn_where_none_are_named(self):
        assert len(pictures_of(a_pdf("one", "two", "three"), Order("office"))) == 3

    def test_only_the_pages_that_were_asked_for_are_drawn(self):
        pages = pictures_of(a_pdf("one", "two", "three"), Order("office", first=2, last=9))

        assert [page.number for page in pages] == [1, 2]

    def test_are_painted_page_by_page(self, qapp, tmp_path):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "out.pdf"))

        paint_pages(printer, pictures_of(a_pdf("one", "two"), Order()))

        from ui.widgets.pdf_pages import draw_pages

        assert len(draw_pages((tmp_path / "out.pdf").read_bytes(), 20).sizes) == 2


def test_an_order_is_read_off_the_dialog(qapp, tmp_path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))

    assert order_of(printer) == Order(file=str(tmp_path / "out.pdf"))
