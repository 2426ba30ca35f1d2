"""One product: asked for, edited as texts, kept by a command together with its new price."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from app.catalog.validity import Validity
from app.kernel.money import Currency
from ui.catalog.typed import TypedProduct, product_of, typed_of
from ui.kit.queries import Latest

if TYPE_CHECKING:
    from app.access.act import Act
    from app.catalog.product import Product
    from app.kernel.changes import Changes
    from app.kernel.errors import AppError
    from app.services.catalog import ProductPage
    from ui.shell.session import Session, Unit


class Asked(NamedTuple):
    """A product with what the page says around it."""

    page: ProductPage
    language: str
    book: str
    currency: Currency


class ProductPresenter(QObject):
    """The facts of one product and the way to change them.

    Signals:
        shown: The `TypedProduct` to put into the form.
        facts: The `Asked`.
        saved: The `Product` as it is kept now.
        binned: It lies in the bin.
        refused: An `AppError` about what was typed.
    """

    shown = Signal(object)
    facts = Signal(object)
    saved = Signal(object)
    binned = Signal()
    refused = Signal(object)

    def __init__(self, session: Session, product_id: UUID | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.product_id = product_id
        self.product: Product | None = None
        self._latest = Latest(self)
        self._latest.arrived.connect(self._arrived)
        self._latest.refused.connect(session.refused)
        self._latest.crashed.connect(session.crashed)

    def ask(self) -> None:
        """Ask for the product, its prices and the rules that reach it."""
        wanted = self.product_id
        if wanted is None:
            self.shown.emit(TypedProduct())
            return

        def everything(unit: Unit) -> Asked:
            from app.services import catalog

            company = unit.company.get()
            seller = company.seller
            page = catalog.product_page(unit, wanted)
            return Asked(page, seller.language, company.price_book, seller.currency)

        self._latest.ask(self._session.question(everything))

    def save(self, typed: TypedProduct) -> None:
        """Keep what was typed; a typed price holds from today and ends the one before."""
        before = self.product

        def keep(uow: Unit, act: Act) -> Product:
            from app.catalog.price_book import PriceEntry
            from app.services import catalog

            company = uow.company.get()
            product = product_of(typed, before, new_id=uow.new_id(), language=company.seller.language)
            saved = catalog.save_product(uow, act, product=product)
            if typed.price is not None:
                entry = PriceEntry(
                    uow.new_id(),
                    company.price_book,
                    saved.sku,
                    typed.price,
                    validity=Validity(first=act.today),
                )
                catalog.set_price(uow, act, entry=entry)
            return saved

        self._session.run(keep, self._kept, self._refused)

    def put_in_bin(self) -> None:
        """Take the product out of lists and searches; documents keep their lines."""
        self._bin(binned=True)

    def restore(self) -> None:
        """Bring it back."""
        self._bin(binned=False)

    def refresh(self, changes: Changes) -> None:
        """Ask again where a product was written."""
        if self.product_id is not None and changes.touches("product"):
            self.ask()

    def _bin(self, *, binned: bool) -> None:
        wanted = self.product_id
        if wanted is None:
            return

        def move(uow: Unit, act: Act) -> bool:
            from app.services import catalog

            catalog.bin_product(uow, act, product_id=wanted, binned=binned)
            return binned

        self._session.run(move, self._moved, self._refused)

    def _arrived(self, found: Asked) -> None:
        before, self.product = self.product, found.page.product
        if before is None or before.version != self.product.version:
            self.shown.emit(typed_of(self.product, found.language))
        self.facts.emit(found)

    def _kept(self, product: Product) -> None:
        self.product_id = product.id
        self.product = None
        self.saved.emit(product)
        self.ask()

    def _moved(self, binned: bool) -> None:
        if binned:
            self.binned.emit()

    def _refused(self, refusal: AppError) -> None:
        self.refused.emit(refusal)
