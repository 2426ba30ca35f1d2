"""Use cases of bundles: keep how one may be configured, and make quote lines of what was chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from app.access.permissions import Permission, permit
from app.catalog.events import CatalogEvent
from app.configurator.debugging import faults
from app.configurator.parts import Part
from app.kernel.changes import Ref
from app.kernel.errors import RuleViolation
from app.kernel.events import DomainEvent
from app.kernel.findings import Finding, blockers
from app.kernel.ratio import Ratio
from app.services.pricing import QuotePricer, quote_pricer
from app.services.quote_files import new_line
from app.store.repositories.products import UnknownSku

if TYPE_CHECKING:
    from app.access.act import Act
    from app.catalog.product import Product
    from app.configurator.model import Model
    from app.quotes.lines import QuoteLine
    from app.quotes.quote import Quote
    from app.store.nouns import Nouns
    from app.store.unit_of_work import UnitOfWork

_FINEST = 6
"""Decimals of a typed price."""


class BundleNeverWorks(RuleViolation):
    """A model cannot be kept: nothing is valid in it, or its rules undo each other."""

    code = "catalog.bundle_never_works"

    def __init__(self, findings: tuple[Finding, ...], **params: object) -> None:
        super().__init__(**params)
        self.findings = findings


def keep(uow: UnitOfWork, act: Act, *, model: Model) -> tuple[Finding, ...]:
    """Keep how a bundle may be configured; returns what deserves a second look.

    Raises:
        NotPermittedHere: The person may not edit the catalog.
        UnknownSku: A bundle or an option is no product.
        BundleNeverWorks: Nothing can be valid, or rules undo each other; it carries the findings.
    """
    permit(act.actor, Permission.CATALOG_EDIT)
    named = {bundle.sku for bundle in model.bundles}
    named |= {option.sku for bundle in model.bundles for each in bundle.features for option in each.options}
    known = uow.products.by_skus(named)
    for sku in sorted(named - known.keys()):
        raise UnknownSku(sku=sku)
    found = faults(model)
    if blockers(found):
        raise BundleNeverWorks(found, sku=model.sku, faults=len(blockers(found)))
    uow.bundles.save(model)
    subject = Ref("product", known[model.sku].id)
    uow.records.touch("product", subject.id)
    uow.journal.append(DomainEvent(CatalogEvent.BUNDLE_SET, subject, model.sku, {"options": len(named) - 1}))
    return found


@dataclass(frozen=True, slots=True)
class Configurable:
    """A bundle ready to be configured inside a quote; may cross threads.

    Attributes:
        products: Of the bundle and its options, by SKU.
        pricer: Prices the quote with any of the options in it.
    """

    model: Model
    products: dict[str, Product]
    pricer: QuotePricer


def configurable(unit: Nouns, quote: Quote, *, sku: str) -> Configurable:
    """Return a bundle with everything its options are priced by.

    Raises:
        NotABundle: The product is sold as it is.
        CustomerNotFound: The customer was deleted elsewhere.
    """
    model = unit.bundles.get(sku)
    products = products_of(unit, model)
    every = [new_line(product, line_id=product.id, language=quote.language) for product in products.values()]
    return Configurable(model, products, quote_pricer(unit, replace(quote, lines=(*quote.lines, *every))))


def products_of(unit: Nouns, model: Model) -> dict[str, Product]:
    """Return the products of a model's options by SKU, in one query."""
    skus = {option.sku for bundle in model.bundles for each in bundle.features for option in each.options}
    return dict(unit.products.by_skus(skus))


def lines_of(
    quote: Quote, found: tuple[Part, ...], products: dict[str, Product], new_id: Callable[[], UUID]
) -> list[QuoteLine]:
    """Return the lines that the chosen options of a bundle become, each at its price inside the bundle.

    An option's own price stands in the line like a typed one, its discount like the rep's.

    Args:
        quote: Tells the currency and the language.
        found: The chosen options with their quantities.
        products: Of the options; an option whose product is gone is left out.
        new_id: Maker of ids.
    """
    return [_line(quote, part, products[part.sku], new_id()) for part in found if part.sku in products]


def _line(quote: Quote, part: Part, product: Product, line_id: UUID) -> QuoteLine:
    line = new_line(product, line_id=line_id, language=quote.language)
    own = [price for price in part.option.own_prices if price.currency == quote.currency]
    price = (Ratio.of(own[0].price) / own[0].base_quantity).rounded(_FINEST) if own else None
    return replace(line, quantity=part.quantity, unit_price=price, discount=part.option.discount)
