"""The quote being written: its edits and their undo, its prices while one types, its way into the file."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from app.catalog.product import Product
from app.i18n.messages import sentence
from app.kernel.changes import Changes
from app.kernel.errors import AppError
from app.kernel.findings import Finding, Severity
from app.pricing.result import PricedDocument
from app.quotes.checks import checks
from app.quotes.quote import Quote
from app.services.quote_editor import OpenQuote, Surroundings, products_named, surroundings
from ui.kit.queries import Latest
from ui.kit.undo import EditedDocument
from ui.quotes.difference import moved, same_head
from ui.quotes.edits import rated, resolved, unresolved
from ui.quotes.rows import Shown
from ui.quotes.saving import Saving
from ui.shell.session import Session, Unit

PRICED_BY = (
    "product",
    "price_book",
    "discount_schedule",
    "promotion",
    "contracted_price",
    "customer",
    "company",
    "exchange_rate",
)
"""Kinds of records whose change may change a price, an exchange rate or a check."""


class Renewed(NamedTuple):
    """An answer of the file: what the quote is priced by now, and the products of SKUs that were typed."""

    surroundings: Surroundings
    asked: frozenset[str]
    products: dict[str, Product]


class QuotePresenter(QObject):
    """Keeps one revision; views show what it says and hand it edits.

    Signals:
        changed: Document or prices are other ones.
        head_changed: Something beside the lines is another.
        renewed: Customer, company or price books are other ones.
        refused: An `AppError` nobody asked for: the customer was deleted elsewhere.
        crashed: A bug met on a reader thread.

    Attributes:
        opened: The quote as it was opened, with its revisions.
        priced: The prices of `quote`.
        saving: Its way into the file.
    """

    changed = Signal()
    head_changed = Signal()
    renewed = Signal()
    refused = Signal(object)
    crashed = Signal(object)

    def __init__(self, session: Session, opened: OpenQuote, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.opened = opened
        self.surroundings = opened.surroundings
        self.priced: PricedDocument = opened.priced
        self._priced_for = opened.quote
        self._not_in_catalog: frozenset[str] = frozenset()
        self._own_changes = 0
        self._refused_texts: dict[str, dict[str, tuple[str, str]]] = {}
        self.document: EditedDocument[Quote] = EditedDocument(opened.quote, self._edited, _with_rev_of)
        self.saving = Saving(session, lambda: self.quote, self)
        self.saving.saved.connect(self._stored)
        self._latest = Latest(self)
        self._latest.arrived.connect(self._renewed)
        self._latest.refused.connect(self.refused)
        self._latest.crashed.connect(self.crashed)
        if self.is_editable and (unresolved(opened.quote) or self._lacks_rate()):
            self.renew()

    @property
    def quote(self) -> Quote:
        """Return the quote as it is on the screen."""
        return self.document.current

    @property
    def is_editable(self) -> bool:
        """Tell whether a word of the revision may still change."""
        return self.quote.is_editable and not self.session.file.read_only

    @property
    def shown(self) -> Shown:
        """Return what the grid's rows are made of."""
        return Shown(self.quote, self.priced, self._pending())

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return everything that stands in the way of sending, and what deserves a second look."""
        refused = self._refused_findings()
        if not self.quote.is_editable or self._pending():
            return refused
        around = self.surroundings
        found = checks(self.quote, self.priced, company=around.company, customer=around.customer)
        unknown = {finding.where for finding in found if finding.code == "quotes.unknown_sku"}
        # An SKU nobody knows is said once, by the quote, not again by its price.
        told = tuple(
            finding
            for finding in found
            if not (finding.code == "pricing.unknown_product" and finding.where in unknown)
        )
        return refused + told

    def keep_refused(self, part: str, texts: dict[str, tuple[str, str]]) -> None:
        """Take note of the refused texts that stand in the fields of a part of the page; none is sent over.

        Args:
            part: Of the page: its lines, its header.
            texts: By the place a finding names: what was typed, and why it was not taken.
        """
        if texts != self._refused_texts.get(part, {}):
            self._refused_texts[part] = texts
            self.changed.emit()

    def _refused_findings(self) -> tuple[Finding, ...]:
        return tuple(
            Finding("quotes.text_refused", Severity.BLOCKER, where, {"text": text[:40], "why": why})
            for texts in self._refused_texts.values()
            for where, (text, why) in texts.items()
        )

    def apply(self, text: str, edit: Callable[[Quote], Quote], key: Hashable = None) -> None:
        """Edit the draft.

        Args:
            text: The step's name in the menu.
            edit: Returns the edited quote.
            key: Edits in a row with the same key are one step until `seal`.

        Raises:
            AppError: The edit was refused; nothing changed.
        """
        self.document.apply(text, edit, key)

    def attempt(self, text: str, edit: Callable[[Quote], Quote], key: Hashable = None) -> str:
        """Edit the draft; return why not as a sentence, empty when it was done."""
        try:
            self.document.apply(text, edit, key)
        except AppError as refusal:
            return sentence(refusal)
        return ""

    def seal(self) -> None:
        """End the present step: the focus left the field."""
        self.document.seal()

    def heard(self, changes: Changes) -> bool:
        """Take note of records written anywhere; tell whether this revision was stored by somebody else."""
        if any(changes.touches(kind) for kind in PRICED_BY) and self.quote.is_editable:
            self.renew()
        if not any(ref.kind == "quote" and ref.id == self.quote.id for ref in changes.refs):
            return False
        if self._own_changes:
            self._own_changes -= 1
            return False
        return True

    def renew(self) -> None:
        """Ask the file again for what the quote is priced by; the answer comes later."""
        quote, wanted = self.quote, unresolved(self.quote)

        def ask(unit: Unit) -> Renewed:
            return Renewed(surroundings(unit, quote), wanted, products_named(unit, skus=wanted))

        self._latest.ask(self.session.question(ask))

    def _edited(self, quote: Quote) -> None:
        before = self._priced_for
        what = moved(before, quote)
        pricer = self.surroundings.pricer
        if what.everything:
            self.priced = pricer.price(quote)
        elif what.line is not None:
            self.priced = pricer.reprice(self.priced, quote, what.line)
        self._priced_for = quote
        if self._needs():
            self.renew()
        self.saving.touch()
        self.changed.emit()
        if not same_head(before, quote):
            self.head_changed.emit()

    def _lacks_rate(self) -> bool:
        around = self.surroundings
        return rated(self.quote, around.rates, around.company.seller.currency) != self.quote

    def _needs(self) -> bool:
        new = unresolved(self.quote) - self._not_in_catalog
        return bool(new) or self.surroundings.pricer.needs(self.quote)

    def _pending(self) -> frozenset[str]:
        """Return the SKUs whose product or rules are still being looked up."""
        covers = self.surroundings.pricer.covers
        unknown = unresolved(self.quote)
        if not self.quote.is_editable:
            return frozenset()
        return frozenset(
            line.sku
            for line in self.quote.product_lines
            if line.sku not in covers or (line.sku in unknown and line.sku not in self._not_in_catalog)
        )

    def _renewed(self, answer: Renewed) -> None:
        self.surroundings = answer.surroundings
        self._not_in_catalog = (self._not_in_catalog | answer.asked) - answer.products.keys()
        home = answer.surroundings.company.seller.currency
        completed = rated(resolved(self.quote, answer.products), answer.surroundings.rates, home)
        if self.is_editable and completed != self.quote:
            # No step of its own: undo takes back what was typed, not what the file knew about it.
            self.document.replace_current(completed)
            self.saving.touch()
        self.priced = self.surroundings.pricer.price(self.quote)
        self._priced_for = self.quote
        if self._needs():
            self.renew()
        self.changed.emit()
        self.renewed.emit()

    def _stored(self, stored: Quote) -> None:
        self._own_changes += 1
        self.document.replace_current(_with_rev_of(stored, self.quote))
        self._priced_for = self.quote


def _with_rev_of(saved: Quote, shown: Quote) -> Quote:
    """Return what is shown with what saving gave it: undo never goes back behind a save's token."""
    return replace(shown, rev=saved.rev, version=saved.version, number=saved.number, owner=saved.owner)
