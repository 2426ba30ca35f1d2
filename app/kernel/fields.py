"""The members of plain JSON objects, read with their places: a fault names its own, ``lines[2].quantity``.

Decimals are texts without trailing zeros, percents are points (``12.5``). A field left out has its default.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from app.kernel.errors import AppError, RuleViolation
from app.kernel.exact import plain
from app.kernel.numbers import parse_number
from app.kernel.percent import Percent

Value = TypeVar("Value")
Choice = TypeVar("Choice", bound=StrEnum)


class PlainUnreadable(RuleViolation):
    """A field of a plain value is missing or holds what it cannot mean."""

    code = "plain.unreadable"


def reduced(members: Mapping[str, object]) -> dict[str, object]:
    """Return the members that say something: what is None, empty or false is left out."""
    return {name: value for name, value in members.items() if value or (value == 0 and value is not False)}


def percent_text(percent: Percent) -> str:
    """Return the points: ``12.5`` for 12.5 %."""
    return plain(percent.points)


class Fields:
    """The members of one object with its place, so that a fault can be named: ``lines[2].quantity``."""

    __slots__ = ("_inside", "_members", "_name")

    def __init__(self, members: object, name: str = "", inside: Fields | None = None) -> None:
        self._name = name
        self._inside = inside
        if not isinstance(members, Mapping):
            raise PlainUnreadable(where=self.where, value=_short(members), expected="object")
        self._members: Mapping[str, object] = members

    @property
    def where(self) -> str:
        """Return the place of the object; ``$`` for the outermost."""
        outer = self._inside.where if self._inside else "$"
        return f"{outer}.{self._name}".removeprefix("$.") if self._name else outer

    def __contains__(self, name: str) -> bool:
        return self._members.get(name) is not None

    @property
    def names(self) -> Iterator[str]:
        """Return the names of the members."""
        return iter(self._members)

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text; one without a default must be there."""
        return self._read(name, _text, default)

    def number(self, name: str, default: Decimal | None = None) -> Decimal:
        """Return a decimal written as a text, or a whole number."""
        return self._read(name, _number, default)

    def whole(self, name: str, default: int | None = None) -> int:
        """Return a whole number."""
        return self._read(name, _whole, default)

    def flag(self, name: str, default: bool) -> bool:
        """Return true or false."""
        return self._read(name, _flag, default)

    def day(self, name: str) -> date:
        """Return a date that must be there."""
        return self._read(name, _day, None)

    def percent(self, name: str, default: Percent | None = None) -> Percent:
        """Return a percent written in points."""
        return self._read(name, _percent, default)

    def choice(self, name: str, kind: type[Choice], default: Choice | None = None) -> Choice:
        """Return one of the values an enum has."""
        return self._read(name, kind, default)

    def required(self, name: str, read: Callable[[object], Value]) -> Value:
        """Return what `read` makes of a member that must be there."""
        return self._read(name, read, None)

    def member(self, name: str) -> object:
        """Return a member as it is, None where it is left out."""
        return self._members.get(name)

    def optional(self, name: str, read: Callable[[object], Value]) -> Value | None:
        """Return what `read` makes of a member, None where it is left out."""
        return self._read(name, read, None) if name in self else None

    def within(self, name: str) -> Fields:
        """Return the fields of a member; none where it is left out."""
        return Fields(self._members.get(name) or {}, name, self)

    def objects(self, name: str) -> Iterator[Fields]:
        """Yield the objects of a list; none where it is left out."""
        for position, item in enumerate(self._list(name)):
            yield Fields(item, f"{name}[{position}]", self)

    def texts(self, name: str) -> tuple[str, ...]:
        """Return the texts of a list; none where it is left out."""
        return tuple(self._checked(f"{name}[{at}]", _text, item) for at, item in enumerate(self._list(name)))

    def as_texts(self) -> dict[str, str]:
        """Return the members as a mapping of texts: names by language, policies by name."""
        return {name: self.text(name) for name in self._members}

    def build(self, make: Callable[[], Value]) -> Value:
        """Return what `make` makes of these fields; what the value itself refuses names this place.

        Raises:
            PlainUnreadable: The value refuses the fields together.
        """
        try:
            return make()
        except PlainUnreadable:
            raise
        except (AppError, ArithmeticError) as error:
            code = error.code if isinstance(error, AppError) else "numbers.not_a_number"
            raise PlainUnreadable(where=self.where, value=code, expected="valid") from error

    def _list(self, name: str) -> list[object]:
        found = self._members.get(name)
        if found is not None and not isinstance(found, list):
            raise PlainUnreadable(where=self._at(name), value=_short(found), expected="list")
        return found or []

    def _read(self, name: str, read: Callable[[object], Value], default: Value | None) -> Value:
        found = self._members.get(name)
        if found is None:
            if default is not None:
                return default
            raise PlainUnreadable(where=self._at(name), value="", expected="a value")
        return self._checked(name, read, found)

    def _checked(self, name: str, read: Callable[[object], Value], found: object) -> Value:
        try:
            return read(found)
        except (AppError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError):
            expected = read.__name__.strip("_")
            raise PlainUnreadable(where=self._at(name), value=_short(found), expected=expected) from None

    def _at(self, name: str) -> str:
        return f"{self.where}.{name}".removeprefix("$.")


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> Decimal:
    return parse_number(str(value) if type(value) is int else _text(value), group_sign="")


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError(value)
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _day(value: object) -> date:
    return date.fromisoformat(_text(value))


def _percent(value: object) -> Percent:
    return Percent.of_points(_number(value))


def _short(value: object) -> str:
    return str(value)[:40]
