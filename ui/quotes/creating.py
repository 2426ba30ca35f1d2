"""New customers and products from inside a quote: a small dialog, then the quote holds them (U3)."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.access.act import Act
from app.catalog.price_book import PriceEntry
from app.catalog.product import Product
from app.catalog.texts import Texts
from app.company.contact import Contact
from app.customers.customer import Customer
from app.kernel.errors import AppError
from app.kernel.quantity import Unit as Measure
from app.services import catalog, customers
from ui.quotes.create_dialogs import CustomerDialog, NewCustomer, NewProduct, ProductDialog
from ui.quotes.presenter import QuotePresenter
from ui.shell.session import Unit


class Creating(QObject):
    """Opens the dialogs over the quote and runs what they ask for.

    Signals:
        customer_made: The new customer's id and name.
        product_made: The key of the line (`None`: a new one) and the `Product`.

    Attributes:
        dialog: The dialog that is open or was open last.
    """

    customer_made = Signal(object, str)
    product_made = Signal(object, object)

    def __init__(self, presenter: QuotePresenter, window: QWidget) -> None:
        super().__init__(window)
        self._presenter = presenter
        self._window = window
        self._row: object = None
        self.dialog: CustomerDialog | ProductDialog | None = None

    def ask_customer(self, name: str) -> None:
        """Ask for a customer of this name."""
        country = self._presenter.surroundings.company.seller.address.country
        dialog = CustomerDialog(name, country, self._presenter.session.formats, self._window)
        dialog.create_wanted.connect(self._create_customer)
        self._open(dialog)

    def ask_product(self, row: object, name: str) -> None:
        """Ask for a product of this name, to stand in a line."""
        self._row = row
        currency = self._presenter.quote.currency
        dialog = ProductDialog(name, currency, self._presenter.session.formats, self._window)
        dialog.create_wanted.connect(self._create_product)
        self._open(dialog)

    def _open(self, dialog: CustomerDialog | ProductDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _create_customer(self, wanted: NewCustomer) -> None:
        def create(uow: Unit, act: Act) -> Customer:
            contact = Contact(email=wanted.email)
            customer = Customer(uow.new_id(), wanted.name, contact=contact, billing=wanted.address)
            return customers.save(uow, act, customer=customer)

        self._presenter.session.run(create, self._customer_made, self._refused)

    def _create_product(self, wanted: NewProduct) -> None:
        quote, books = self._presenter.quote, self._presenter.surroundings.books
        book = quote.price_book
        fits = any(one.code == book and one.currency == quote.currency for one in books)

        def create(uow: Unit, act: Act) -> Product:
            made = Product(
                uow.new_id(),
                wanted.sku,
                Texts.only(wanted.name, uow.products.language),
                unit=Measure(wanted.unit),
            )
            product = catalog.save_product(uow, act, product=made)
            if wanted.price is not None and fits:
                catalog.set_price(uow, act, entry=PriceEntry(uow.new_id(), book, product.sku, wanted.price))
            return product

        self._presenter.session.run(create, self._product_made, self._refused)

    def _customer_made(self, customer: Customer) -> None:
        self._close()
        self.customer_made.emit(customer.id, customer.name)

    def _product_made(self, product: Product) -> None:
        self._close()
        self.product_made.emit(self._row, product)

    def _refused(self, refusal: AppError) -> None:
        if self.dialog is not None:
            self.dialog.refuse(refusal)

    def _close(self) -> None:
        if self.dialog is not None:
            self.dialog.accept()
            self.dialog = None
