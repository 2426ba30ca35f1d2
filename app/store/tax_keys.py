"""How a line's tax is kept: category, rate and the reasons, as one canonical text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from app.kernel.percent import Percent
from app.pricing.result import TaxGroup, TaxKey
from app.store.plain import list_of, mapping_of, to_text
from app.taxes.category import TaxCategory


def tax_key_text(key: TaxKey) -> str:
    """Return the text of a tax key."""
    return to_text(_plain(key))


def tax_key_of(text: str) -> TaxKey:
    """Return the tax key of a stored text."""
    return _to_key(mapping_of(text))


def tax_groups_text(groups: Iterable[TaxGroup]) -> str:
    """Return the text of the tax groups of a document, in their order."""
    return to_text([{**group._asdict(), "key": _plain(group.key)} for group in groups])


def tax_groups_of(text: str) -> tuple[TaxGroup, ...]:
    """Return the tax groups of a stored text."""
    return tuple(_to_group(row) for row in list_of(text) if isinstance(row, Mapping))


def _plain(key: TaxKey) -> dict[str, object]:
    return key._asdict()


def _to_key(stored: Mapping[str, object]) -> TaxKey:
    return TaxKey(
        category=TaxCategory(str(stored["category"])),
        rate=Percent(Decimal(str(stored["rate"]))),
        reason=str(stored["reason"]),
        exemption=str(stored["exemption"]),
        source=str(stored["source"]),
    )


def _to_group(stored: Mapping[str, object]) -> TaxGroup:
    key = stored["key"]
    if not isinstance(key, Mapping):
        raise TypeError("a stored tax group has no key")
    company_tax = stored["company_tax"]
    return TaxGroup(
        key=_to_key(key),
        amount=int(str(stored["amount"])),
        discount=int(str(stored["discount"])),
        net=int(str(stored["net"])),
        tax=int(str(stored["tax"])),
        company_tax=None if company_tax is None else int(str(company_tax)),
    )
