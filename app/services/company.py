"""Company use cases: set it up from its country, change settings, logo and people."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from app.access.permissions import Permission, permit
from app.access.roles import Role
from app.catalog.price_book import PriceBook
from app.catalog.texts import Texts
from app.company import settings
from app.company.company import Company
from app.company.events import CompanyEvent
from app.company.policies import Policies, PriceBasis
from app.company.seller import Brand, Seller, ZoneRefused
from app.kernel.address import Address
from app.kernel.changes import Ref
from app.kernel.errors import RuleViolation
from app.kernel.events import DomainEvent
from app.kernel.exact import plain
from app.kernel.money import Currency
from app.kernel.numbers import parse_number
from app.kernel.text import clean_name
from app.quotes.exchange_rate import FrozenRate
from app.services.country_defaults import defaults_of
from app.services.exchange_rates import enter, known
from app.services.shipped_rates import shipped_rates

if TYPE_CHECKING:
    from app.access.act import Act
    from app.store.nouns import Nouns
    from app.store.repositories.users import Person
    from app.store.unit_of_work import UnitOfWork

LARGEST_LOGO = 2_000_000
"""Bytes of a logo: more only makes every PDF heavy."""

STANDING_BOOK = "LIST"
"""Code of the price book a new company begins with."""

_PICTURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}

_RATE = "rate."

_ALIASES = {
    "vat_id": "tax_id",
    "zip": "postcode",
    "address": "street",
    "state": "subdivision",
    "timezone": "time_zone",
    "terms": "payment_terms",
    "color": "colour",
}


class CompanyExists(RuleViolation):
    """The file has a company already."""

    code = "company.exists"


class LogoRefused(RuleViolation):
    """The logo is no PNG or JPEG picture, or too large."""

    code = "company.logo_refused"


def zone_of(name: str) -> ZoneInfo:
    """Return the time zone of an IANA name.

    Raises:
        ZoneRefused: There is no such zone.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise ZoneRefused(zone=name[:60]) from None


def set_up(uow: UnitOfWork, act: Act, *, name: str, country: str, language: str = "") -> Company:
    """Make the company of a new file as its country suggests, with a price book and the shipped tax rates.

    Everything but the name can be changed later.

    Raises:
        NotPermittedHere: The person may not change the company.
        CompanyExists: The file has a company.
        UnknownCountry: No country has this code.
        TextMissing: The name is empty.
    """
    permit(act.actor, Permission.COMPANY_EDIT)
    there = uow.company.find()
    if there is not None:
        raise CompanyExists(name=there.seller.name)
    suggested = defaults_of(country)
    seller = Seller(
        name=name,
        currency=suggested.currency,
        address=Address(country=suggested.country),
        brand=Brand(paper=suggested.paper),
        language=language or suggested.language,
        time_zone=suggested.time_zone,
    )
    policies = Policies(cash_step=suggested.cash_step)
    company = Company(uow.new_id(), seller, policies, price_book=STANDING_BOOK).cleaned()
    saved = uow.company.save(company)
    uow.price_books.save(_list_prices(uow, saved, STANDING_BOOK))
    uow.tax_rates.write(shipped_rates())
    _journal(uow, CompanyEvent.SET_UP, saved.id, country=suggested.country, currency=suggested.currency.code)
    return saved


def shown(unit: Nouns, *, today: date | None = None) -> dict[str, str]:
    """Return every setting by name, in the order people look for them; empty where nothing is set.

    Args:
        unit: The open unit.
        today: Adds the exchange rates known on this day, as ``rate.CHF``.

    Raises:
        NoCompany: The file has no company yet.
    """
    rates = {} if today is None else known(unit, today)
    named = {f"{_RATE}{code}": plain(rate.rate) for code, rate in rates.items()}
    return {**settings.shown(unit.company.get()), **named}


def change(uow: UnitOfWork, act: Act, *, name: str, text: str) -> Company:
    """Change one setting; policies and number patterns are also known without their first word.

    ``rate.CHF`` enters today's exchange rate of a currency: how much of the company's one unit is.

    Raises:
        NotPermittedHere: The person may not change the company.
        UnknownSetting: There is no such setting.
        ZoneRefused: There is no such time zone.
        CodeNotFound: There is no such price book.
        RuleViolation: The text is refused by what it sets; the error says what would be taken.
    """
    permit(act.actor, Permission.COMPANY_EDIT)
    wanted = setting_named(name)
    if wanted.startswith(_RATE):
        currency = Currency.of(wanted.removeprefix(_RATE).upper())
        enter(uow, act, currency=currency, rate=FrozenRate(parse_number(text, group_sign="")))
        return uow.company.get()
    before = uow.company.get()
    after = settings.changed(before, wanted, text)
    return save(uow, act, company=after, changed=wanted)


def setting_named(name: str) -> str:
    """Return the full name of a setting people call by a shorter or another one: ``rounding``, ``zip``."""
    word = name.strip().lower().replace("-", "_")
    if word in settings.SETTINGS:
        return word
    candidates = (
        _ALIASES.get(word, ""),
        f"policy.{word}",
        f"tax.{word}",
        f"number.{word.removeprefix('numbering.').removeprefix('numbers.')}",
    )
    return next((candidate for candidate in candidates if candidate in settings.SETTINGS), word)


def save(uow: UnitOfWork, act: Act, *, company: Company, changed: str = "") -> Company:
    """Keep the company as the settings page left it.

    Args:
        uow: The open unit.
        act: Who does it.
        company: As it shall be, from what was read.
        changed: Name of the one setting that changed, for the journal; empty when there are several.

    Raises:
        NotPermittedHere: The person may not change the company.
        RecordChanged: It was saved elsewhere since it was read.
        ZoneRefused: There is no such time zone.
        CodeNotFound: There is no such price book.
        MarginFloorAboveTarget: The margin aimed at would be below the floor.
        RuleViolation: A part is refused (see `Company.cleaned`).
    """
    permit(act.actor, Permission.COMPANY_EDIT)
    cleaned = company.cleaned()
    before = uow.company.get()
    zone_of(cleaned.seller.time_zone)
    cleaned.margins.in_order()
    if cleaned.price_book != before.price_book and cleaned.price_book:
        uow.price_books.by_code(cleaned.price_book)
    if cleaned.seller.currency != before.seller.currency:
        cleaned = replace(cleaned, price_book=_book_in(uow, cleaned))
    saved = uow.company.save(cleaned)
    if saved.seller.language != before.seller.language:
        uow.products.relabel(saved.seller.language)
    _journal(uow, CompanyEvent.CHANGED, saved.id, setting=changed)
    return saved


def set_logo(uow: UnitOfWork, act: Act, *, content: bytes) -> Company:
    """Put a logo on the papers to come; empty content takes it off. Issued papers keep theirs.

    Raises:
        NotPermittedHere: The person may not change the company.
        LogoRefused: It is no PNG or JPEG picture, or larger than 2 MB.
    """
    permit(act.actor, Permission.COMPANY_EDIT)
    company = uow.company.get()
    digest = _keep_logo(uow, content) if content else ""
    branded = replace(company.seller, brand=replace(company.seller.brand, logo=digest))
    saved = uow.company.save(replace(company, seller=branded))
    _journal(uow, CompanyEvent.LOGO_CHANGED, saved.id, logo=digest)
    return saved


def save_person(
    uow: UnitOfWork, act: Act, *, name: str, roles: frozenset[Role], person_id: UUID | None = None
) -> Person:
    """Let somebody work in this file, or give them other roles.

    Raises:
        NotPermittedHere: The person who acts may not change the company.
        CodeTaken: Somebody has this name.
    """
    from app.store.repositories.users import Person

    permit(act.actor, Permission.COMPANY_EDIT)
    known = {person.id: person for person in uow.users.all()}
    read = known.get(person_id) if person_id else None
    person = Person(
        person_id or uow.new_id(),
        clean_name(name, field="person.name", required=True),
        roles,
        read.version if read else 0,
    )
    saved = uow.users.save(person)
    facts = {"roles": " ".join(sorted(role.value for role in roles))}
    uow.journal.append(DomainEvent(CompanyEvent.PERSON_SAVED, Ref("person", saved.id), "", facts))
    return saved


def _list_prices(uow: UnitOfWork, company: Company, code: str) -> PriceBook:
    names = Texts.of({"en": "List prices", "de": "Listenpreise", "fr": "Prix catalogue"})
    is_gross = company.policies.price_basis is PriceBasis.GROSS
    return PriceBook(uow.new_id(), code, names, company.seller.currency, is_gross)


def _book_in(uow: UnitOfWork, company: Company) -> str:
    """Return the price book for new quotes after the currency changed; an empty one changes with it."""
    currency = company.seller.currency
    books = {book.code: book for book in uow.price_books.all()}
    standing = books.get(company.price_book)
    if standing is not None and standing.currency == currency:
        return standing.code
    known = min((code for code, book in books.items() if book.currency == currency), default="")
    if known:
        return known
    if standing is not None and not uow.price_books.has_entries(standing.code):
        return uow.price_books.save(replace(standing, currency=currency)).code
    return uow.price_books.save(_list_prices(uow, company, f"{STANDING_BOOK}-{currency.code}")).code


def _keep_logo(uow: UnitOfWork, content: bytes) -> str:
    from app.store.repositories.company import Picture

    kind = next((kind for mark, kind in _PICTURES.items() if content.startswith(mark)), "")
    if not kind or len(content) > LARGEST_LOGO:
        raise LogoRefused(bytes=len(content), most=LARGEST_LOGO)
    return uow.company.keep_picture(Picture(kind, content))


def _journal(uow: UnitOfWork, kind: CompanyEvent, company_id: UUID, **facts: str) -> None:
    uow.journal.append(DomainEvent(kind, Ref("company", company_id), "", facts))
