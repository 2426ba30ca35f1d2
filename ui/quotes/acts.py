"""What can be done with a whole quote: send, accept, decline, revise, copy, throw away, let its paper out.

Each act saves first, so that what leaves is what is on the screen; none of them is undone, each has its
counter-act.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.access.act import Act
from app.contracts.contract import Contract
from app.documents.mail_draft import MailDraft
from app.i18n.translations import gettext as _
from app.kernel.changes import Ref
from app.kernel.errors import AppError
from app.quotes.quote import Acceptance, Quote
from app.services import quotes
from app.services.documents import pdf_of
from app.services.mail import draft
from ui.kit.queries import Latest
from ui.papers.leaving import Leaving
from ui.papers.mail import Letter
from ui.quotes.accept_dialog import AcceptDialog, Yes
from ui.quotes.presenter import QuotePresenter
from ui.quotes.send_dialog import SendDialog, Sending
from ui.shell.page import Frame
from ui.shell.session import Unit


class QuoteActs(QObject):
    """Does the acts of one open quote.

    Attributes:
        dialog: The dialog that is open or was open last.
        leaving: The ways out of the house.
    """

    def __init__(self, frame: Frame, page: QWidget, jump: Callable[[str], object]) -> None:
        """Make the acts of a page; they outlive its editor, which is made anew when the quote was sent.

        Args:
            frame: The window.
            page: Parent of the dialogs.
            jump: Puts the cursor where a finding points.
        """
        super().__init__(page)
        self._frame = frame
        self._window = page
        self._jump = jump
        self._mail_too = False
        self._open_quote: QuotePresenter | None = None
        self.leaving = Leaving(frame, page)
        self._drafting = Latest(self)
        self._drafting.arrived.connect(self._drafted)
        self._drafting.refused.connect(frame.refuse)
        self._drafting.crashed.connect(frame.session.crashed)
        self.dialog: SendDialog | AcceptDialog | None = None

    def use(self, presenter: QuotePresenter) -> None:
        """Act on this quote from now on."""
        self._open_quote = presenter

    # The life of the quote

    def send(self) -> None:
        """Save, show what the checks say, and send when the person agrees."""
        self._saved(self._ask_to_send)

    def accept(self) -> None:
        """Ask who said yes and how, then make the contract."""
        dialog = AcceptDialog(
            self._quote, self._presenter.priced, self._presenter.session.formats, self._window
        )
        customer = self._presenter.surroundings.customer
        if customer is not None:
            dialog.by.setText(customer.contact.person)
        dialog.accept_wanted.connect(self._accept)
        self._open(dialog)

    def decline(self) -> None:
        """Record the customer's no."""
        quote_id = self._quote.id
        self._run(lambda uow, act: quotes.decline(uow, act, quote_id=quote_id), self._declined)

    def revise(self) -> None:
        """Make the next revision and open it."""
        quote_id = self._quote.id
        self._run(lambda uow, act: quotes.revise(uow, act, quote_id=quote_id), self._opened)

    def clone(self) -> None:
        """Copy the quote into a new one and open that."""
        quote_id = self._quote.id
        self._saved(
            lambda: self._run(lambda uow, act: quotes.clone(uow, act, quote_id=quote_id), self._opened)
        )

    def put_in_bin(self, close: Callable[[], object]) -> None:
        """Throw the draft away, with Undo; `close` closes its page."""
        ref, number = Ref("quote", self._quote.id), self._quote.number
        self._presenter.saving.stop()
        frame = self._frame

        def binned(_done: object) -> None:
            close()
            frame.notify(_("{number} is in the bin.").format(number=number), partial(_restore, frame, ref))

        self._run(lambda uow, act: quotes.put_in_bin(uow, act, quote_id=ref.id, binned=True), binned)

    # Its paper

    def save_pdf(self) -> None:
        """Save the paper into a file."""
        self._with_paper(lambda pdf: self.leaving.save(pdf, self._name))

    def print(self) -> None:
        """Print the paper."""
        self._with_paper(lambda pdf: self.leaving.print(pdf, self._quote.number))

    def mail(self) -> None:
        """Open a mail with the paper attached."""
        self._with_paper(self._mail)

    # How it is done

    @property
    def _presenter(self) -> QuotePresenter:
        if self._open_quote is None:
            raise RuntimeError("acts need an open quote: actions are blocked before (a bug)")
        return self._open_quote

    @property
    def _quote(self) -> Quote:
        return self._presenter.quote

    @property
    def _name(self) -> str:
        quote, customer = self._quote, self._presenter.surroundings.customer
        return f"{quote.number} {customer.name}" if customer is not None else quote.number

    def _saved(self, then: Callable[[], object]) -> None:
        if self._presenter.is_editable:
            self._presenter.saving.flush(then)
        else:
            then()

    def _run(
        self,
        service: Callable[..., object],
        done: Callable[..., object],
        refused: Callable[[AppError], object] | None = None,
    ) -> None:
        self._presenter.session.run(service, done, refused)

    def _open(self, dialog: SendDialog | AcceptDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _ask_to_send(self) -> None:
        quote, formats = self._quote, self._presenter.session.formats
        customer = self._presenter.surroundings.customer
        sending = Sending(
            quote.number,
            customer.name if customer is not None else "",
            formats.money(self._presenter.priced.money(self._presenter.priced.totals.payable)),
            formats.date(quote.valid_until),
            customer.contact.email if customer is not None else "",
        )
        dialog = SendDialog(sending, self._presenter.findings, self._window)
        dialog.send_wanted.connect(self._send)
        dialog.jump_wanted.connect(self._jump)
        self._open(dialog)

    def _send(self, mail_too: bool) -> None:
        self._mail_too = mail_too
        quote_id = self._quote.id
        self._run(
            lambda uow, act: quotes.send(uow, act, quote_id=quote_id), self._sent, self._refused_in_dialog
        )

    def _sent(self, quote: Quote) -> None:
        self._close_dialog()
        self._frame.notify(_("{number} is sent.").format(number=quote.number))
        # The paper is made and kept now, so that whatever leaves later is this very one.
        self._with_paper(self._mail if self._mail_too else lambda _pdf: None)

    def _accept(self, yes: Yes) -> None:
        quote_id = self._quote.id

        def accept(uow: Unit, act: Act) -> Contract:
            acceptance = Acceptance(yes.by, act.at, act.today, yes.how, yes.reference, yes.options)
            return quotes.accept(uow, act, quote_id=quote_id, acceptance=acceptance)

        self._run(accept, self._accepted, self._refused_in_dialog)

    def _accepted(self, contract: Contract) -> None:
        self._close_dialog()
        self._frame.notify(_("Contract {number} is made.").format(number=contract.number))
        self._frame.open(Ref("contract", contract.id))

    def _declined(self, quote: Quote) -> None:
        self._frame.notify(_("{number} is declined.").format(number=quote.number))

    def _opened(self, quote: Quote) -> None:
        self._frame.open(Ref("quote", quote.id))

    def _with_paper(self, then: Callable[[bytes], object]) -> None:
        quote_id = self._quote.id

        def ask() -> None:
            self._run(lambda uow, act: pdf_of(uow, act, kind="quote", document_id=quote_id), then)

        self._saved(ask)

    def _mail(self, pdf: bytes) -> None:
        quote_id = self._quote.id
        self._drafting.ask(
            self._presenter.session.question(
                lambda unit: draft(unit, kind="quote", document_id=quote_id, pdf=pdf)
            )
        )

    def _drafted(self, made: MailDraft) -> None:
        self.leaving.mail(made.pdf, self._name, Letter(made.to, made.subject, made.body, made.sender))

    def _refused_in_dialog(self, refusal: AppError) -> None:
        if self.dialog is not None:
            self.dialog.refuse(refusal)

    def _close_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()
            self.dialog = None


def _restore(frame: Frame, ref: Ref) -> None:
    """Take a quote out of the bin and open it again."""
    frame.session.run(
        lambda uow, act: quotes.put_in_bin(uow, act, quote_id=ref.id, binned=False),
        lambda _done: frame.open(ref),
    )
