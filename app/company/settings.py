"""The company's settings by name, as the command line and the settings page read and write them.

Every setting is one line of text: ``city``, ``policy.proration``, ``number.invoice``, ``tax.exempt``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import Any, ClassVar, NamedTuple, Protocol, TypeVar

from app.company.company import Company
from app.company.contact import ElectronicAddress
from app.company.fiscal_year import NamedAfter
from app.company.margin_goals import share_of
from app.company.numbering import Series
from app.company.policies import Policies, PolicyValueRefused
from app.company.seller import Paper, Seller
from app.company.tax_id import tax_id_of
from app.kernel.errors import RuleViolation
from app.kernel.exact import plain
from app.kernel.money import Currency
from app.kernel.numbers import parse_number


class _Dataclass(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Any]]  # Any: the standard library says no more about it


_Record = TypeVar("_Record", bound=_Dataclass)


class UnknownSetting(RuleViolation):
    """The company has no setting of this name."""

    code = "company.unknown_setting"


class Setting(NamedTuple):
    """How one setting is read and written."""

    read: Callable[[Company], str]
    write: Callable[[Company, str], Company]


def shown(company: Company) -> dict[str, str]:
    """Return every setting by name, in the order people look for them; empty where nothing is set."""
    return {name: setting.read(company) for name, setting in SETTINGS.items()}


def changed(company: Company, name: str, text: str) -> Company:
    """Return the company with one setting changed and everything checked.

    Args:
        company: As it stands.
        name: Name of the setting.
        text: What it shall be; empty takes it away where it may be empty.

    Raises:
        UnknownSetting: There is no such setting.
        PolicyValueRefused: The text is none of the setting's choices.
        RuleViolation: The text is refused by what it sets.
    """
    setting = SETTINGS.get(name.strip().lower())
    if setting is None:
        raise UnknownSetting(setting=name[:40], known=", ".join(SETTINGS))
    return setting.write(company, text).cleaned()


def _seller_text(*path: str) -> Setting:
    """Return the setting of a text somewhere in the seller: ``address``, ``city``."""

    def read(company: Company) -> str:
        value: Any = company.seller  # Any: a chain of attributes, each of its own type
        for name in path:
            value = getattr(value, name)
        return str(value)

    def write(company: Company, text: str) -> Company:
        return replace(company, seller=_replaced(company.seller, path, text))

    return Setting(read, write)


def _replaced(value: _Record, path: tuple[str, ...], content: object) -> _Record:
    name, *rest = path
    part = _replaced(getattr(value, name), tuple(rest), content) if rest else content
    changes: dict[str, Any] = {name: part}  # Any: fields of several types; `cleaned` checks the result
    return replace(value, **changes)


def _moved(company: Company, country: str) -> Company:
    """Return the company in another country; a state or region of the old one goes."""
    address = company.seller.address
    stays = country.strip().upper() == address.country
    there = replace(address, country=country, subdivision=address.subdivision if stays else "")
    return replace(company, seller=replace(company.seller, address=there))


def _seller(read: Callable[[Seller], str], path: tuple[str, ...], parse: Callable[[str], object]) -> Setting:
    return Setting(
        lambda company: read(company.seller),
        lambda company, text: replace(company, seller=_replaced(company.seller, path, parse(text))),
    )


def _electronic(text: str) -> ElectronicAddress | None:
    scheme, _, address = text.strip().partition(":")
    return ElectronicAddress(scheme, address) if text.strip() else None


def _electronic_text(seller: Seller) -> str:
    address = seller.electronic_address
    return f"{address.scheme}:{address.id}" if address else ""


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _choice(name: str, choices: type[StrEnum], text: str) -> StrEnum:
    known = {choice.value: choice for choice in choices}
    word = text.strip().lower()
    if word not in known:
        raise PolicyValueRefused(policy=name, value=text[:40], choices=", ".join(known))
    return known[word]


def _flag(name: str, text: str) -> bool:
    return _choice(name, _YesNo, text) is _YesNo.YES


def _yes_no(flag: bool) -> str:
    return (_YesNo.YES if flag else _YesNo.NO).value


def _whole(text: str) -> int:
    return int(parse_number(text, group_sign="", scale=0))


def _share_text(share: Decimal | None) -> str:
    return "" if share is None else plain(share)


class _YesNo(StrEnum):
    NO = "no"
    YES = "yes"


def _policy(name: str) -> Setting:
    return Setting(
        lambda company: company.policies.to_mapping()[name],
        lambda company, text: replace(company, policies=company.policies.with_value(name, text)),
    )


def _pattern(series: Series) -> Setting:
    return Setting(
        lambda company: company.pattern(series).text,
        lambda company, text: company.with_pattern(series, text),
    )


def _taxes(field: str, read: Callable[[Company], str], parse: Callable[[str], object]) -> Setting:
    return Setting(
        read, lambda company, text: replace(company, taxes=_replaced(company.taxes, (field,), parse(text)))
    )


def _own(field: str, read: Callable[[Company], str], parse: Callable[[str], object]) -> Setting:
    return Setting(read, lambda company, text: _replaced(company, (field,), parse(text)))


_WHO = {
    "name": _seller_text("name"),
    "legal_name": _seller_text("legal_name"),
    "street": _seller(
        lambda seller: ", ".join(seller.address.lines),
        ("address", "lines"),
        _listed,
    ),
    "postcode": _seller_text("address", "postcode"),
    "city": _seller_text("address", "city"),
    "country": Setting(lambda company: company.seller.address.country, _moved),
    "subdivision": _seller_text("address", "subdivision"),
    "tax_id": _seller(
        lambda seller: ", ".join(tax_id.value for tax_id in seller.tax_ids),
        ("tax_ids",),
        lambda text: tuple(map(tax_id_of, _listed(text))),
    ),
    "registration": _seller_text("registration"),
    "contact": _seller_text("contact", "person"),
    "email": _seller_text("contact", "email"),
    "phone": _seller_text("contact", "phone"),
    "website": _seller_text("website"),
    "electronic_address": _seller(
        _electronic_text,
        ("electronic_address",),
        _electronic,
    ),
    "iban": _seller_text("bank", "iban"),
    "bic": _seller_text("bank", "bic"),
    "bank": _seller_text("bank", "bank"),
    "account": _seller_text("bank", "number"),
    "account_holder": _seller_text("bank", "holder"),
}

_HOW = {
    "currency": _seller(
        lambda seller: seller.currency.code, ("currency",), lambda text: Currency.of(text.strip().upper())
    ),
    "language": _seller_text("language"),
    "time_zone": _seller_text("time_zone"),
    "paper": _seller(
        lambda seller: seller.brand.paper.value,
        ("brand", "paper"),
        lambda text: _choice("paper", Paper, text),
    ),
    "colour": _seller_text("brand", "colour"),
    "payment_terms": Setting(
        lambda company: str(company.standing_terms),
        lambda company, text: company.with_standing_terms(company.terms_named(text)),
    ),
    "price_book": _own("price_book", lambda company: company.price_book, str.strip),
    "quote_days": _own("quote_days", lambda company: str(company.quote_days), _whole),
}

_COUNTED = {
    "fiscal_year.first_month": Setting(
        lambda company: str(company.fiscal_year.first_month),
        lambda company, text: _replaced(company, ("fiscal_year", "first_month"), _whole(text)),
    ),
    "fiscal_year.named_after": Setting(
        lambda company: company.fiscal_year.named_after.value,
        lambda company, text: _replaced(
            company,
            ("fiscal_year", "named_after"),
            _choice("fiscal_year.named_after", NamedAfter, text),
        ),
    ),
    **{f"number.{series.value}": _pattern(series) for series in Series},
}

_TAXED = {
    "tax.exempt": _taxes(
        "exempt",
        lambda company: _yes_no(company.taxes.exempt),
        lambda text: _flag("tax.exempt", text),
    ),
    "tax.registrations": _taxes(
        "registrations",
        lambda company: ", ".join(sorted(company.taxes.registrations)),
        lambda text: frozenset(_listed(text)),
    ),
    "tax.one_stop_shop": _taxes(
        "one_stop_shop",
        lambda company: _yes_no(company.taxes.one_stop_shop),
        lambda text: _flag("tax.one_stop_shop", text),
    ),
}

_MEASURED = {
    "margin.floor": Setting(
        lambda company: _share_text(company.margins.floor),
        lambda company, text: _replaced(company, ("margins", "floor"), share_of(text)),
    ),
    "margin.target": Setting(
        lambda company: _share_text(company.margins.target),
        lambda company, text: _replaced(company, ("margins", "target"), share_of(text)),
    ),
}

SETTINGS: dict[str, Setting] = {
    **_WHO,
    **_HOW,
    **_COUNTED,
    **_TAXED,
    **{f"policy.{name}": _policy(name) for name in Policies().to_mapping()},
    **_MEASURED,
}
"""Every setting by name, in the order people look for them."""
