"""Every widget with sample values, for looking at: `python -m tests.ui.gallery --out DIR`."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from tests.support import ui_lists
from tests.support.paper import a_pdf
from tests.support.ui_lines import find
from tests.support.ui_shell import SECTIONS, a_session
from tests.support.ui_shell import find as find_all
from tests.ui.gallery_samples import (
    CHAIN,
    CHIPS,
    COLUMNS,
    COUNTRIES,
    ENTRIES,
    FINDINGS,
    ROWS,
    TOTALS,
    WATERFALL,
    months,
)
from ui.kit.actions import ActionSpec
from ui.kit.errors import MessageDialog
from ui.kit.settings import WindowSettings
from ui.kit.theme import Mode, Theme
from ui.kit.tokens import Space, Tone
from ui.shell.first_start import FirstStart
from ui.shell.main_window import MainWindow
from ui.shell.page import Heading, Page, Rooms, Section
from ui.shell.shortcut_sheet import ShortcutSheet
from ui.widgets.amount_edit import AmountEdit, NumberFormat
from ui.widgets.chain_bar import ChainBar
from ui.widgets.date_edit import DateEdit
from ui.widgets.document_preview import DocumentPreview
from ui.widgets.findings import FindingsList
from ui.widgets.line_grid import LineGrid
from ui.widgets.list_rows import Empty
from ui.widgets.list_view import ListView
from ui.widgets.lookup import LookupEdit
from ui.widgets.month_strip import MonthStrip
from ui.widgets.state_chip import StateChip
from ui.widgets.timeline import Timeline
from ui.widgets.totals import TotalsPanel
from ui.widgets.waterfall import WaterfallView

OWN_LABELS = ("Customer", "Valid until", "Terms", "Lump sum", "Buttons", "Choice", "\N{RIGHTWARDS ARROW}")
SAMPLE_TEXTS = (
    "Preview",
    "Send",
    "Home",
    "Quotes",
    "Contracts",
    "Invoices",
    "Payments",
    "Customers",
    "Catalog",
    "Settings",
)


def number_format() -> NumberFormat:
    return NumberFormat(".", ",", lambda number: f"{number:,.2f}")


class QuotePage(Page):
    """A quote builder as its noun would lay it out."""

    def __init__(self, frame) -> None:
        super().__init__(frame)
        self.grid = LineGrid(COLUMNS, None, find)
        self.grid.show_rows(ROWS)
        self.totals = TotalsPanel()
        self.totals.show_totals(TOTALS)
        self.totals.setFixedWidth(300)
        self.findings = FindingsList()
        self.findings.show_findings(FINDINGS)
        self.preview = DocumentPreview()
        self.preview.show_pdf(lambda: a_pdf("Quote Q-2026-0042", "Page two"))
        chain = ChainBar()
        chain.show_links(CHAIN)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(Space.XL, Space.M, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(chain)
        column.addWidget(self.fields())
        column.addWidget(self.grid, 1)
        foot = QHBoxLayout()
        foot.setSpacing(Space.XL)
        foot.addWidget(self.findings, 1, Qt.AlignmentFlag.AlignTop)
        foot.addWidget(self.totals)
        column.addLayout(foot)
        splitter = QSplitter()
        splitter.addWidget(left)
        splitter.addWidget(self.preview)
        splitter.setSizes([720, 340])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(splitter)

    def fields(self) -> QWidget:
        customer = LookupEdit(find)
        customer.show_chosen("Acme AG")
        valid = DateEdit(lambda day: day.strftime("%d.%m.%Y"), lambda: date(2026, 3, 3))
        valid.show_date(date(2026, 4, 2))
        amount = AmountEdit(number_format())
        amount.show_amount(Decimal("149.70"))
        terms = QComboBox()
        terms.addItems(["30 days net", "2 % in 7 days, 30 net"])
        body = QWidget()
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.M)
        for text, field in (
            ("Customer", customer),
            ("Valid until", valid),
            ("Terms", terms),
            ("Lump sum", amount),
        ):
            form = QVBoxLayout()
            form.setSpacing(Space.XS)
            label = QLabel(text)
            label.setProperty("tone", "soft")
            field.setAccessibleName(text)
            form.addWidget(label)
            form.addWidget(field)
            row.addLayout(form, 2 if text == "Customer" else 1)
        return body

    def heading(self) -> Heading:
        return Heading(
            "Q-2026-0042", CHIPS[0], "Acme AG", "quote.send", ("quote.preview",), (("Quotes", "quotes"),)
        )

    def page_actions(self):
        return (
            ActionSpec("quote.send", lambda: "&Send", lambda: None, "Ctrl+Return", "send"),
            ActionSpec("quote.preview", lambda: "&Preview", lambda: None, "F9", "panel-right"),
        )

    def entered(self) -> None:
        self.grid.go_to(3, "quantity")


class ListPage(Page):
    def __init__(self, frame, count: int) -> None:
        super().__init__(frame)
        self.list = ListView(
            ui_lists.COLUMNS, ui_lists.Invoices(count).fetch, ui_lists.write_amount, ui_lists.FILTERS
        )
        empty = Empty(
            "receipt-text",
            "No invoices yet",
            "An invoice comes from an accepted quote or a contract. "
            "Start with a quote, or write an invoice right here.",
            "new",
            "New invoice",
            True,
        )
        self.list.begin("number", empty=lambda: empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.XL, Space.M, Space.XL, 0)
        layout.addWidget(self.list)

    def heading(self) -> Heading:
        return Heading("Invoices", primary="invoices.new")

    def page_actions(self):
        return (ActionSpec("invoices.new", lambda: "&New invoice", lambda: None, "Ctrl+N", "plus"),)

    def entered(self) -> None:
        self.list.table.setFocus()


class PartsPage(Page):
    """Everything else."""

    def __init__(self, frame) -> None:
        super().__init__(frame)
        waterfall, timeline, strip = WaterfallView(), Timeline(), MonthStrip()
        waterfall.show_waterfall(WATERFALL)
        timeline.show_entries(ENTRIES)
        strip.show_months(months())
        chips = QHBoxLayout()
        chips.setSpacing(Space.S)
        for chip in CHIPS[1:5]:
            chips.addWidget(StateChip(chip))
        chips.addStretch(1)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(Space.L)
        right.setSpacing(Space.L)
        left.addWidget(waterfall)
        left.addWidget(self.controls())
        left.addStretch(1)
        right.addLayout(chips)
        right.addWidget(strip)
        right.addWidget(timeline, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        row.setSpacing(Space.XL)
        row.addLayout(left, 1)
        row.addLayout(right, 1)

    def controls(self) -> QWidget:
        body = QWidget()
        form = QFormLayout(body)
        buttons = QHBoxLayout()
        for text, kind in (
            ("Primary", "primary"),
            ("Plain", ""),
            ("Quiet", "quiet"),
            ("Link", "link"),
            ("Delete", "danger"),
        ):
            button = QPushButton(text)
            button.setProperty("kind", kind)
            buttons.addWidget(button)
        off = QPushButton("Blocked")
        off.setEnabled(False)
        buttons.addWidget(off)
        check = QCheckBox("Send the reminder too")
        check.setChecked(True)
        form.addRow("Buttons", buttons)
        form.addRow("Choice", check)
        return body

    def heading(self) -> Heading:
        return Heading("Parts")


def rooms() -> Rooms:
    makers = {
        "quotes": QuotePage,
        "invoices": lambda frame: ListPage(frame, 1_000),
        "payments": lambda frame: ListPage(frame, 0),
    }
    sections = tuple(
        Section(id, lambda text=text: text, icon, makers.get(id, PartsPage)) for id, text, icon in SECTIONS
    )
    return Rooms(sections, {}, find=find_all)


def wait(milliseconds: int) -> None:
    """Let the window live for a while; unlike `QTest.qWait` this lets the worker threads work meanwhile."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def a_window(theme: Theme, folder: Path) -> MainWindow:
    """Return the gallery's window with every page reachable."""
    window = MainWindow(rooms(), theme, WindowSettings(folder / "gallery.ini"))
    window.attach(a_session())
    return window


def shoot(window: MainWindow, folder: Path, label: str) -> None:
    """Write a picture of every page."""
    for name in ("quotes", "invoices", "payments", "home"):
        window.open_section(name)
        wait(700)
        window.grab().save(str(folder / f"{name}-{label}.png"))
    window.open_palette()
    QTest.keyClicks(window._palette.field, "a")
    wait(100)
    window.grab().save(str(folder / f"palette-{label}.png"))
    window._palette.close_and_return()


def shoot_dialogs(window: MainWindow, folder: Path, label: str) -> None:
    """Write pictures of the first start and the dialogs."""
    from ui.kit.errors import Message

    first = FirstStart(COUNTRIES, "DE")
    first.name.setText("Acme Tools")
    first.resize(1280, 720)
    for step in range(3):
        first.pages.setCurrentIndex(step)
        first._show_step()
        first.grab().save(str(folder / f"first{step}-{label}.png"))
    message = Message(
        "This quote cannot be sent.",
        "Its validity ended on 28 Feb 2026. Give it a new date.",
        "quotes.expired",
    )
    for dialog, name in (
        (MessageDialog(message, Tone.WARN, window), "message"),
        (
            ShortcutSheet(window.actions_of_window, window._scope, (("F2", "Edit the cell"),), window),
            "shortcuts",
        ),
    ):
        dialog.show()
        wait(50)
        dialog.grab().save(str(folder / f"{name}-{label}.png"))
        dialog.close()


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", type=Path, default=Path("out"))
    folder: Path = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme = Theme(app)
    for mode in (Mode.LIGHT, Mode.DARK):
        theme.choose(mode)
        window = a_window(theme, folder)
        for width, height in ((1280, 720), (1920, 1080)):
            window.resize(width, height)
            window.show()
            shoot(window, folder, f"{mode.value}-{width}")
        shoot_dialogs(window, folder, mode.value)
        window.close()
        window.deleteLater()
        wait(20)
    return 0


if __name__ == "__main__":
    sys.exit(main())
