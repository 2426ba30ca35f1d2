"""Use cases of what makes prices: price books, discount schedules, offers and agreements with customers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.access.permissions import Permission, permit
from app.catalog.cleaning import cleaned_category, cleaned_code, cleaned_names
from app.catalog.contracted_price import ContractedPrice
from app.catalog.discount_schedule import DiscountSchedule
from app.catalog.events import CatalogEvent
from app.catalog.price_book import PriceBook
from app.catalog.promotion import Promotion
from app.catalog.ties import refuse_tied_agreement, refuse_tied_promotion, refuse_tied_schedule
from app.company.policies import PromotionMode
from app.kernel.changes import Ref
from app.kernel.events import DomainEvent

if TYPE_CHECKING:
    from app.access.act import Act
    from app.store.unit_of_work import UnitOfWork

Rule = DiscountSchedule | Promotion | ContractedPrice

_KINDS: dict[type, str] = {
    PriceBook: "price_book",
    DiscountSchedule: "discount_schedule",
    Promotion: "promotion",
    ContractedPrice: "contracted_price",
}


def save_book(uow: UnitOfWork, act: Act, *, book: PriceBook) -> PriceBook:
    """Keep a price book.

    Raises:
        NotPermittedHere: The person may not edit the catalog.
        CodeTaken: Another book has this code.
        RecordChanged: It was saved elsewhere since it was read.
    """
    permit(act.actor, Permission.CATALOG_EDIT)
    named = replace(
        book,
        code=cleaned_code(book.code, field="price_book.code"),
        names=cleaned_names(book.names, field="price_book.name"),
    )
    saved = uow.price_books.save(named)
    _journal(uow, saved)
    return saved


def save_schedule(uow: UnitOfWork, act: Act, *, schedule: DiscountSchedule) -> DiscountSchedule:
    """Keep a discount schedule.

    Raises:
        NotPermittedHere: The person may not edit the catalog.
        RulesTie: Nothing decides between it and another schedule.
        CodeTaken: Another schedule has this code.
        RecordChanged: It was saved elsewhere since it was read.
    """
    permit(act.actor, Permission.CATALOG_EDIT)
    named = replace(
        schedule,
        code=cleaned_code(schedule.code, field="schedule.code"),
        names=cleaned_names(schedule.names, field="schedule.name"),
    )
    refuse_tied_schedule(named, uow.schedules.beside(named.selector))
    saved = uow.schedules.save(named)
    _journal(uow, saved)
    return saved


def save_promotion(uow: UnitOfWork, act: Act, *, promotion: Promotion) -> Promotion:
    """Keep an offer; offers may overlap where the best one counts.

    Raises:
        NotPermittedHere: The person may not edit the catalog.
        PromotionsTie: Offers stack, and another one has the same place in their order.
        CodeTaken: Another offer has this code.
        RecordChanged: It was saved elsewhere since it was read.
    """
    permit(act.actor, Permission.CATALOG_EDIT)
    named = replace(
        promotion,
        code=cleaned_code(promotion.code, field="promotion.code"),
        names=cleaned_names(promotion.names, field="promotion.name"),
    )
    company = uow.company.find()
    if company is not None and company.policies.promotions is PromotionMode.STACKED:
        refuse_tied_promotion(named, uow.promotions.all())
    saved = uow.promotions.save(named)
    _journal(uow, saved)
    return saved


def save_contracted_price(uow: UnitOfWork, act: Act, *, agreed: ContractedPrice) -> ContractedPrice:
    """Keep what a customer agreed to for a product or a category.

    Raises:
        NotPermittedHere: The person may not edit the catalog.
        UnknownCustomer: Nobody has this reference.
        UnknownSku: No product has this SKU.
        RulesTie: The customer has another agreement for the same from the same day.
        CodeTaken: Another agreement has this code.
        RecordChanged: It was saved elsewhere since it was read.
    """
    permit(act.actor, Permission.CATALOG_EDIT)
    clean = replace(
        agreed,
        code=cleaned_code(agreed.code, field="contracted_price.code"),
        category=cleaned_category(agreed.category),
    )
    uow.customers.by_reference(clean.customer)
    if clean.sku:
        uow.products.by_sku(clean.sku)
    refuse_tied_agreement(clean, uow.contracted_prices.of_customer(clean.customer))
    saved = uow.contracted_prices.save(clean)
    _journal(uow, saved)
    return saved


def bin_rule(uow: UnitOfWork, act: Act, *, rule: Rule, binned: bool = True) -> None:
    """Let a schedule, offer or agreement price nothing any more, or bring it back.

    Raises:
        NotPermittedHere: The person may not edit the catalog.
        CodeNotFound: It is gone.
    """
    permit(act.actor, Permission.CATALOG_EDIT)
    if isinstance(rule, DiscountSchedule):
        uow.schedules.put_in_bin(rule.id, binned=binned)
    elif isinstance(rule, Promotion):
        uow.promotions.put_in_bin(rule.id, binned=binned)
    else:
        uow.contracted_prices.put_in_bin(rule.id, binned=binned)
    kind = CatalogEvent.RULE_BINNED if binned else CatalogEvent.RULE_RESTORED
    _journal(uow, rule, kind)


def _journal(uow: UnitOfWork, rule: Rule | PriceBook, kind: CatalogEvent | None = None) -> None:
    happened = kind or (CatalogEvent.RULE_ADDED if rule.version == 1 else CatalogEvent.RULE_CHANGED)
    facts: dict[str, str | int | None] = {"version": rule.version}
    uow.journal.append(DomainEvent(happened, Ref(_KINDS[type(rule)], rule.id), rule.code, facts))
