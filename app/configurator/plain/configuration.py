"""A configuration as a plain value: the form that is hashed and stored with a quote line."""

from __future__ import annotations

from decimal import Decimal

from app.catalog.plain import values_of, values_plain
from app.configurator.configuration import Choice, Configuration, Origin
from app.kernel.exact import plain
from app.kernel.fields import Fields, reduced

ONE = Decimal(1)


def configuration_to_plain(configuration: Configuration) -> dict[str, object]:
    """Return the configuration; fields at their default are left out."""
    return reduced(
        {
            "sku": configuration.sku,
            "choices": [_choice_plain(choice) for choice in configuration.choices],
            "values": values_plain(configuration.values),
        }
    )


def configuration_from_plain(value: object) -> Configuration:
    """Return the configuration a JSON object says.

    Raises:
        PlainUnreadable: A field is missing or holds what it cannot mean; `where` names it.
    """
    fields = Fields(value)
    empty = Configuration(fields.text("sku"), values=values_of(fields, "values"))
    return empty.with_choices(*(_choice(one) for one in fields.objects("choices")))


def _choice_plain(choice: Choice) -> dict[str, object]:
    return reduced(
        {
            "place": list(choice.place),
            "quantity": None if choice.quantity == ONE else plain(choice.quantity),
            "by": None if choice.origin is Origin.PERSON else choice.origin.value,
        }
    )


def _choice(fields: Fields) -> Choice:
    return Choice(
        fields.texts("place"), fields.number("quantity", ONE), fields.choice("by", Origin, Origin.PERSON)
    )
