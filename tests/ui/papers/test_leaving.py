from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from tests.support.paper import a_pdf
from tests.support.ui_shell import a_session
from ui.papers.leaving import Leaving
from ui.papers.mail import Letter


class AFrame:
    """A window that remembers what it was told."""

    def __init__(self) -> None:
        self.session = a_session()
        self.said: list[str] = []
        self.refused: list[Exception] = []

    def notify(self, text, undo=None):
        self.said.append(text)

    def refuse(self, refusal):
        self.refused.append(refusal)


@pytest.fixture
def frame(qapp):
    return AFrame()


@pytest.fixture
def page(qtbot):
    page = QWidget()
    qtbot.add_widget(page)
    return page


class TestSave:
    def test_writes_the_very_bytes(self, frame, page, tmp_path):
        Leaving(frame, page).save_as(b"%PDF", tmp_path / "quote.pdf")

        assert (tmp_path / "quote.pdf").read_bytes() == b"%PDF"
        assert frame.said == ["Saved as quote.pdf"]

    def test_says_why_it_was_not_written(self, frame, page, tmp_path):
        Leaving(frame, page).save_as(b"%PDF", tmp_path / "no" / "quote.pdf")

        assert [refusal.code for refusal in frame.refused] == ["exchange.file_not_written"]


class TestMail:
    def test_opens_the_draft(self, frame, page):
        opened: list[Path] = []
        leaving = Leaving(frame, page, lambda file: bool(opened.append(file)) or True)

        leaving.mail(b"%PDF", "Q-1", Letter("a@b.example", "Quote", "Hello"))

        assert opened[0].name == "Q-1.eml"
        assert frame.said == ["The draft is opened in your mail program."]

    def test_names_the_file_where_no_program_opens_it(self, frame, page):
        Leaving(frame, page, lambda _file: False).mail(b"%PDF", "Q-1", Letter("", "Quote", "Hello"))

        assert "Q-1.eml" in frame.said[0]


class TestPrint:
    def test_into_a_file_keeps_the_very_bytes(self, frame, page, tmp_path, qtbot):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "out.pdf"))
        pdf = a_pdf("Quote")

        Leaving(frame, page).print_on(printer, pdf, "Q-1")

        qtbot.wait_until(lambda: frame.said == ["Printed to out.pdf"])
        assert (tmp_path / "out.pdf").read_bytes() == pdf
