"""Constraints and rules as plain values; `kind` says which one it is."""

from __future__ import annotations

from collections.abc import Callable

from app.catalog.plain import texts_of, texts_plain
from app.configurator.constraints import Cardinality, Constraint, Excludes, Requires
from app.configurator.plain.conditions import condition_of, condition_to_plain, when_of, when_plain
from app.configurator.rules import Alert, Filter, Rule, Selection, Validation
from app.kernel.fields import Fields, PlainUnreadable, reduced

Law = Constraint | Rule


def law_to_plain(law: Law) -> dict[str, object]:
    """Return the constraint or rule; fields at their default are left out."""
    return reduced(_members(law) | {"code": law.code, "bundle": law.bundle})


def law_from_plain(value: object) -> Law:
    """Return the constraint or rule a JSON object says.

    Raises:
        PlainUnreadable: A field is missing or holds what it cannot mean; `where` names it.
    """
    return law_of(Fields(value))


def law_of(fields: Fields) -> Law:
    """Return the constraint or rule of an object."""
    kind = fields.text("kind")
    read = _READ.get(kind)
    if read is None:
        raise PlainUnreadable(where=fields.where, value=kind[:40], expected="constraint or rule")
    return fields.build(lambda: read(fields, fields.text("code"), fields.text("bundle")))


def _members(law: Law) -> dict[str, object]:
    match law:
        case Requires(_, _, when, needs):
            return {"kind": "requires", "when": when_plain(when), "needs": condition_to_plain(needs)}
        case Excludes(_, _, first, second):
            one, other = condition_to_plain(first), condition_to_plain(second)
            return {"kind": "excludes", "first": one, "second": other}
        case Cardinality():
            return _cardinality_plain(law)
        case Validation(_, _, when, message) | Alert(_, _, when, message):
            kind = "validation" if isinstance(law, Validation) else "alert"
            return {"kind": kind, "when": when_plain(when), "message": texts_plain(message)}
        case Selection(_, _, when, adds, removes):
            added, removed = list(adds), list(removes)
            return {"kind": "selection", "when": when_plain(when), "adds": added, "removes": removed}
        case Filter(_, _, when, hides):
            return {"kind": "filter", "when": when_plain(when), "hides": list(hides)}


def _cardinality_plain(law: Cardinality) -> dict[str, object]:
    return {
        "kind": "cardinality",
        "skus": list(law.skus),
        "having": None if law.having is None else condition_to_plain(law.having),
        "minimum": law.minimum or None,
        "maximum": law.maximum,
        "when": when_plain(law.when),
    }


def _requires(fields: Fields, code: str, bundle: str) -> Law:
    return Requires(code, bundle, when_of(fields), condition_of(fields.within("needs")))


def _excludes(fields: Fields, code: str, bundle: str) -> Law:
    return Excludes(code, bundle, condition_of(fields.within("first")), condition_of(fields.within("second")))


def _cardinality(fields: Fields, code: str, bundle: str) -> Law:
    return Cardinality(
        code,
        bundle,
        skus=fields.texts("skus"),
        having=condition_of(fields.within("having")) if "having" in fields else None,
        minimum=fields.whole("minimum", 0),
        maximum=fields.whole("maximum") if "maximum" in fields else None,
        when=when_of(fields),
    )


def _validation(fields: Fields, code: str, bundle: str) -> Law:
    return Validation(code, bundle, when_of(fields), texts_of(fields, "message"))


def _alert(fields: Fields, code: str, bundle: str) -> Law:
    return Alert(code, bundle, when_of(fields), texts_of(fields, "message"))


def _selection(fields: Fields, code: str, bundle: str) -> Law:
    return Selection(code, bundle, when_of(fields), fields.texts("adds"), fields.texts("removes"))


def _filter(fields: Fields, code: str, bundle: str) -> Law:
    return Filter(code, bundle, when_of(fields), fields.texts("hides"))


_READ: dict[str, Callable[[Fields, str, str], Law]] = {
    "requires": _requires,
    "excludes": _excludes,
    "cardinality": _cardinality,
    "validation": _validation,
    "alert": _alert,
    "selection": _selection,
    "filter": _filter,
}
