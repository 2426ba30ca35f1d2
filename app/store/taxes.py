"""How taxes of lines and documents are kept: category, rate and the reasons, as canonical text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from app.kernel.percent import Percent
from app.pricing.result import TaxGroup
from app.store.plain import list_of, mapping_of, to_text
from app.taxes.category import TaxCategory
from app.taxes.determination import LineTax


def line_tax_text(tax: LineTax) -> str:
    """Return the text of a line's tax."""
    return to_text(tax._asdict())


def line_tax_of(text: str) -> LineTax:
    """Return the tax of a stored text."""
    stored = mapping_of(text)
    return LineTax(
        category=TaxCategory(str(stored["category"])),
        rate=_percent(stored["rate"]),
        reason=str(stored["reason"]),
        exemption=str(stored["exemption"]),
        source=str(stored["source"]),
    )


def tax_groups_text(groups: Iterable[TaxGroup]) -> str:
    """Return the text of the tax groups of a document, in their order."""
    return to_text([group._asdict() for group in groups])


def tax_groups_of(text: str) -> tuple[TaxGroup, ...]:
    """Return the tax groups of a stored text."""
    return tuple(_to_group(row) for row in list_of(text) if isinstance(row, Mapping))


def _to_group(stored: Mapping[str, object]) -> TaxGroup:
    amounts = {name: int(str(stored[name])) for name in ("amount", "discount", "net", "tax")}
    company_tax = stored["company_tax"]
    return TaxGroup(
        category=TaxCategory(str(stored["category"])),
        rate=_percent(stored["rate"]),
        **amounts,
        company_tax=None if company_tax is None else int(str(company_tax)),
        reasons=_texts(stored["reasons"]),
        exemptions=_texts(stored["exemptions"]),
    )


def _percent(stored: object) -> Percent:
    return Percent(Decimal(str(stored)))


def _texts(stored: object) -> tuple[str, ...]:
    return tuple(map(str, stored)) if isinstance(stored, list) else ()
