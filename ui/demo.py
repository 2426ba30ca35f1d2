"""Plays the sample deal without a screen: `python -m ui.demo --out out`.

A sample company is made in a temporary file; a quote is written, sent, accepted, invoiced and paid through
the same services the window uses. The papers and pictures of the real window go into the folder named.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer

from app.bootstrap import create_application
from app.kernel.changes import Ref
from app.quotes.editing import insert_lines
from app.quotes.quote import Acceptance
from app.services import billing, payments, quotes, sample_company
from app.services.customers import listed
from app.services.documents import pdf_of
from app.services.lists import PageRequest
from app.services.payments import Booking
from app.services.quote_files import new_line
from app.services.verification import verify
from ui.desk import Desk, Start
from ui.doors import company_doors
from ui.kit.settings import WindowSettings
from ui.kit.theme import Mode, make_application
from ui.kit.work import wait_for_all
from ui.rooms import all_rooms

if TYPE_CHECKING:
    from uuid import UUID

    from app.access.act import Act
    from app.bootstrap import Application
    from app.quotes.quote import Quote
    from app.services.documents import Kind
    from ui.shell.main_window import MainWindow
    from ui.shell.session import Unit

SIZE = (1280, 720)
CUSTOMER = "C-1001"
SOLD = (
    ("NB-ARBOR-14", 12),
    ("DP-27Q", 12),
    ("AC-DOCK-C", 12),
    ("SW-24P", 2),
    ("SB-OFFICE-S", 12),
    ("SRV-ROLLOUT", 12),
)
_LONGEST_S = 60
_ROUNDS, _ROUND_MS = 6, 100


class Deal(NamedTuple):
    """What was made: a draft and an offer that stay as they are, and a quote with all that followed."""

    draft: UUID
    sent: UUID
    quote: UUID
    contract: UUID
    invoice: UUID


def main() -> int:
    """Play the deal into the folder named and say what was written; return the exit code."""
    parser = argparse.ArgumentParser(description="Play the sample deal without a screen.")
    parser.add_argument("--out", type=Path, default=Path("out"), help="the folder for what is written")
    folder: Path = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # pictures need no display, nor anyone's scaling
    with TemporaryDirectory(prefix="quotewright-", ignore_cleanup_errors=True) as place:
        file = Path(place) / "sample.db"
        with create_application(file) as application:
            deal = play(application)
            _write_papers(application, deal, folder)
            bad = prove(application)
        bad += draw(file, deal, folder)
    for line in bad:
        sys.stderr.write(f"{line}\n")
    return 1 if bad else 0


def play(application: Application) -> Deal:
    """Make the sample company and its deal: quote, sent, accepted, invoiced, paid in full."""
    act = application.act()
    with application.writing(act) as uow:
        sample_company.make(uow, act)
    act = application.act()
    with application.writing(act) as uow:
        draft = _a_draft(uow, act)
        offer = quotes.send(uow, act, quote_id=_a_draft(uow, act).id)
        quote = quotes.send(uow, act, quote_id=_a_draft(uow, act).id)
        yes = Acceptance("Jana Petersen", act.at, act.today, "purchase order", "PO 4711")
        contract = quotes.accept(uow, act, quote_id=quote.id, acceptance=yes)
        invoice = billing.issue(uow, act, contract_id=contract.id)
        payments.book(uow, act, booking=Booking(invoice.customer_id, invoice.total, act.today))
    return Deal(draft.id, offer.id, quote.id, contract.id, invoice.id)


def prove(application: Application) -> list[str]:
    """Prove the whole file and say so; return the checks that found something."""
    with application.reading() as unit:
        verdicts = verify(unit)
    bad = [f"{verdict.check}: {verdict.bad}" for verdict in verdicts if not verdict.ok]
    if not bad:
        sys.stdout.write(f"Verified the file: {len(verdicts)} checks, everything is in order\n")
    return bad


def draw(file: Path, deal: Deal, folder: Path) -> list[str]:
    """Write pictures of the window on the deal; return what went wrong on the way."""
    bugs: list[str] = []
    with _window(file, bugs) as window:
        window.open_section("home")
        bugs += _write_picture(window, folder / "home.png")
        for name, ref in (
            ("quote", Ref("quote", deal.draft)),
            ("quote-sent", Ref("quote", deal.sent)),
            ("contract", Ref("contract", deal.contract)),
            ("invoice", Ref("invoice", deal.invoice)),
        ):
            window.open(ref)
            bugs += _write_picture(window, folder / f"{name}.png")
        window.theme.choose(Mode.DARK)
        window.open(Ref("quote", deal.draft))
        bugs += _write_picture(window, folder / "quote-dark.png")
    return bugs


@contextmanager
def _window(file: Path, bugs: list[str]) -> Iterator[MainWindow]:
    """Open the file in a light window of the pictures' size; close it and wait for all its work."""
    application = make_application(sys.argv[0])
    application.setApplicationName("quotewright")
    application.setApplicationDisplayName("Quotewright")
    desk = Desk(application, all_rooms(), company_doors(), WindowSettings(file.with_name("window.ini")))
    desk.theme.choose(Mode.LIGHT)
    window = desk.start(Start(file=file))
    window.resize(*SIZE)
    try:
        _wait_until(lambda: desk.session is not None)
        if desk.session is not None:
            desk.session.crashed.connect(lambda bug: bugs.append(repr(bug)))
        yield window
        window.close()
        _settle()
    finally:
        desk.close_all()


def _a_draft(uow: Unit, act: Act) -> Quote:
    customers = listed(uow, PageRequest("name", descending=False))
    customer = next(row.id for row in customers if row.reference == CUSTOMER)
    draft = quotes.start(uow, act, customer_id=customer)
    lines = [
        replace(
            new_line(uow.products.by_sku(sku), line_id=uow.new_id(), language=draft.language),
            quantity=Decimal(quantity),
        )
        for sku, quantity in SOLD
    ]
    return quotes.save_draft(uow, act, quote=insert_lines(draft, lines))


def _write_papers(application: Application, deal: Deal, folder: Path) -> None:
    papers: tuple[tuple[Kind, UUID], ...] = (
        ("quote", deal.quote),
        ("contract", deal.contract),
        ("invoice", deal.invoice),
    )
    act = application.act()
    for kind, id in papers:
        target = folder / f"{kind}.pdf"
        with application.writing(act) as uow:
            target.write_bytes(pdf_of(uow, act, kind=kind, document_id=id))
        sys.stdout.write(f"Wrote {target}\n")


def _write_picture(window: MainWindow, target: Path) -> list[str]:
    """Write a picture once the page shows everything; return why not."""
    _wait_until(lambda: window.page is not None and bool(window.page.heading().title))
    _settle()
    if not window.grab().save(str(target)):
        return [f"{target} could not be written"]
    sys.stdout.write(f"Wrote {target}\n")
    return []


def _wait_until(ready: Callable[[], bool]) -> None:
    """Let the window work until something holds.

    Raises:
        TimeoutError: It does not hold after a minute.
    """
    until = time.monotonic() + _LONGEST_S
    while not ready():
        if time.monotonic() > until:
            raise TimeoutError("the window did not show its page")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _ROUND_MS)


def _settle() -> None:
    """Let every answer arrive, and the questions that follow from it: prices, then totals, then the paper."""
    for _ in range(_ROUNDS):
        wait_for_all()
        loop = QEventLoop()
        QTimer.singleShot(_ROUND_MS, loop.quit)
        loop.exec()


if __name__ == "__main__":
    sys.exit(main())
