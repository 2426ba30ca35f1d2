"""One product: asked for, edited as texts, kept by a command together with its new price."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from app.catalog.validity import Validity
from app.kernel.money import Currency
from ui.catalog.typed import TypedProduct, product_of, typed_of
from ui.shell.record_presenter import RecordPresenter

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.access.act import Act
    from app.catalog.product import Product
    from app.services.catalog import ProductPage
    from ui.shell.session import Unit


class Asked(NamedTuple):
    """A product with what the page says around it."""

    page: ProductPage
    language: str
    book: str
    currency: Currency


class ProductPresenter(RecordPresenter[TypedProduct, "Product", Asked]):
    """The facts of one product and the way to change them."""

    kinds = ("product",)

    def blank(self) -> TypedProduct:
        """Return empty boxes."""
        return TypedProduct()

    def question(self, record_id: UUID) -> Callable[[Unit], Asked]:
        """Ask for the product, its prices and the rules that reach it."""

        def everything(unit: Unit) -> Asked:
            from app.services import catalog

            company = unit.company.get()
            seller = company.seller
            page = catalog.product_page(unit, record_id)
            return Asked(page, seller.language, company.price_book, seller.currency)

        return everything

    def save(self, typed: TypedProduct) -> None:
        """Keep what was typed; a typed price holds from today and ends the one before."""
        before = self.record

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

        self._session.run(keep, self._kept, self.refused.emit)

    def move(self, uow: Unit, act: Act, record_id: UUID, *, binned: bool) -> None:
        """Take the product out of lists and searches, or bring it back; documents keep their lines."""
        from app.services import catalog

        catalog.bin_product(uow, act, product_id=record_id, binned=binned)

    def arrived(self, found: Asked) -> None:
        """Fill the form again where the product was written since."""
        before, self.record = self.record, found.page.product
        if before is None or before.version != self.record.version:
            self.shown.emit(typed_of(self.record, found.language))
        self.facts.emit(found)

    def _kept(self, product: Product) -> None:
        self.record_id = product.id
        self.record = None
        self.saved.emit(product)
        self.ask()
