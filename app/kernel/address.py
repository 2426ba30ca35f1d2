"""A structured postal address, as tax rules and e-invoices need it."""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.countries import country_code, subdivision_code
from app.kernel.errors import RuleViolation
from app.kernel.text import clean_name

MOST_LINES = 3
"""Street lines an e-invoice has room for."""


class TooManyAddressLines(RuleViolation):
    """An address has more street lines than papers and e-invoices have room for."""

    code = "address.too_many_lines"


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody lives or receives goods.

    Attributes:
        name: Name line, when it is not the party's own name (a branch, a building).
        lines: Street and house number, and at most two more lines.
        country: ISO 3166-1 alpha-2 code, empty while nobody knows.
        subdivision: ISO 3166-2 code of the state or region (``US-WA``), empty where none is needed.
    """

    name: str = ""
    lines: tuple[str, ...] = ()
    postcode: str = ""
    city: str = ""
    country: str = ""
    subdivision: str = ""

    @property
    def is_empty(self) -> bool:
        """Test whether nothing but the country is known."""
        return not (self.name or self.lines or self.postcode or self.city)

    def cleaned(self, field: str = "address") -> Address:
        """Return the address with every text in one spelling and every code checked.

        Args:
            field: Name of the address for messages; parts are named ``address.city``.

        Raises:
            TooManyAddressLines: More than three street lines.
            UnknownCountry: The country is no ISO 3166-1 code.
            UnknownSubdivision: The state or region is no code of that country, or the country is missing.
            RuleViolation: A text is too long or holds characters that do not belong (`app.kernel.text`).
        """
        lines = tuple(filter(None, (clean_name(line, field=f"{field}.lines") for line in self.lines)))
        if len(lines) > MOST_LINES:
            raise TooManyAddressLines(field=field, lines=len(lines), most=MOST_LINES)
        country = country_code(self.country) if self.country.strip() else ""
        return Address(
            name=clean_name(self.name, field=f"{field}.name"),
            lines=lines,
            postcode=clean_name(self.postcode, field=f"{field}.postcode", longest=20),
            city=clean_name(self.city, field=f"{field}.city"),
            country=country,
            subdivision=subdivision_code(self.subdivision, country),
        )


NOWHERE = Address()
