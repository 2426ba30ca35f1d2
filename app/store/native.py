"""Values as each engine's driver takes and gives them in plain SQL, where SQLAlchemy is not asked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from uuid import UUID

from app.store.instants import to_microseconds
from app.store.transaction import Transaction


def to_native(dialect: str, values: Mapping[str, object]) -> dict[str, object]:
    """Return the parameters of a statement: ids, days, instants and flags as the columns keep them."""
    if dialect == "postgresql":
        return {n: to_microseconds(v) if type(v) is datetime else v for n, v in values.items()}
    return {name: _for_sqlite(value) for name, value in values.items()}


def id_to_native(dialect: str, value: UUID) -> object:
    """Return an id as a parameter."""
    return value if dialect == "postgresql" else value.hex


def id_of(value: object) -> UUID:
    """Return the id a driver gave."""
    return value if isinstance(value, UUID) else UUID(str(value))


def day_of(value: object) -> date:
    """Return the day a driver gave."""
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def among(transaction: Transaction, column: str, parameter: str) -> str:
    """Return the condition that a text column is one of a list, which is a single parameter of any length."""
    if transaction.dialect == "postgresql":
        return f"{column} = ANY(:{parameter})"
    return f"{column} IN (SELECT value FROM json_each(:{parameter}))"


def listed(transaction: Transaction, values: Iterable[str]) -> object:
    """Return the parameter for `among`."""
    texts = list(values)
    return texts if transaction.dialect == "postgresql" else json.dumps(texts)


def _for_sqlite(value: object) -> object:
    kind = type(value)
    if kind is UUID:
        return value.hex  # type: ignore[attr-defined] # the line above says what it is
    if kind is bool:
        return int(value)  # type: ignore[call-overload] # a flag
    if kind is datetime:
        return to_microseconds(value)  # type: ignore[arg-type] # an instant
    return value.isoformat() if kind is date else value  # type: ignore[attr-defined] # a day
