"""A condition as a plain value with one member that says its kind: ``{"chosen": {"sku": "A-1"}}``."""

from __future__ import annotations

from collections.abc import Callable

from app.catalog.plain import value_of, value_plain
from app.configurator.conditions import ALWAYS, AllOf, AnyOf, Between, Chosen, Condition, Is, Not, OneOf
from app.kernel.exact import plain
from app.kernel.fields import Fields, PlainUnreadable


def condition_to_plain(condition: Condition) -> dict[str, object]:
    """Return the condition; no condition at all is ``{"all": []}``."""
    match condition:
        case Is(attribute, value):
            return {"is": {"attribute": attribute, "value": value_plain(value)}}
        case OneOf(attribute, values):
            said = [{"value": value_plain(value)} for value in values]
            return {"one_of": {"attribute": attribute, "values": said}}
        case Between(attribute, low, high):
            limits = {"low": low, "high": high}
            written = {name: plain(limit) for name, limit in limits.items() if limit is not None}
            return {"between": {"attribute": attribute} | written}
        case Chosen(sku):
            return {"chosen": {"sku": sku}}
        case AllOf(parts):
            return {"all": [condition_to_plain(part) for part in parts]}
        case AnyOf(parts):
            return {"any": [condition_to_plain(part) for part in parts]}
        case Not(part):
            return {"not": condition_to_plain(part)}


def condition_from_plain(value: object) -> Condition:
    """Return the condition a JSON object says.

    Raises:
        PlainUnreadable: It has no kind or two, or holds what it cannot mean; `where` names the place.
    """
    return condition_of(Fields(value))


def condition_of(fields: Fields) -> Condition:
    """Return the condition of an object with one member."""
    kinds = list(fields.names)
    read = _READ.get(kinds[0]) if len(kinds) == 1 else None
    if read is None:
        raise PlainUnreadable(where=fields.where, value=", ".join(kinds)[:40], expected="condition")
    return fields.build(lambda: read(fields))


def when_plain(condition: Condition) -> dict[str, object] | None:
    """Return the condition, None where it sets none."""
    return None if condition == ALWAYS else condition_to_plain(condition)


def when_of(fields: Fields, name: str = "when") -> Condition:
    """Return the condition of a member; none at all where it is left out."""
    return condition_of(fields.within(name)) if name in fields else ALWAYS


def _is(fields: Fields) -> Condition:
    inside = fields.within("is")
    return Is(inside.text("attribute"), value_of(inside, "value"))


def _one_of(fields: Fields) -> Condition:
    inside = fields.within("one_of")
    return OneOf(inside.text("attribute"), tuple(value_of(one, "value") for one in inside.objects("values")))


def _between(fields: Fields) -> Condition:
    inside = fields.within("between")
    low, high = (inside.number(name) if name in inside else None for name in ("low", "high"))
    return Between(inside.text("attribute"), low, high)


def _chosen(fields: Fields) -> Condition:
    return Chosen(fields.within("chosen").text("sku"))


def _all(fields: Fields) -> Condition:
    return AllOf(tuple(condition_of(part) for part in fields.objects("all")))


def _any(fields: Fields) -> Condition:
    return AnyOf(tuple(condition_of(part) for part in fields.objects("any")))


def _not(fields: Fields) -> Condition:
    return Not(condition_of(fields.within("not")))


_READ: dict[str, Callable[[Fields], Condition]] = {
    "is": _is,
    "one_of": _one_of,
    "between": _between,
    "chosen": _chosen,
    "all": _all,
    "any": _any,
    "not": _not,
}
