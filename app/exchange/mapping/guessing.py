"""A mapping guessed from the names of columns; what nobody could guess is named, not dropped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from app.exchange.mapping.mapping import Mapping, Take
from app.exchange.mapping.synonyms import synonyms
from app.exchange.records.fields import REQUIRED
from app.exchange.records.nouns import NOUNS
from app.exchange.values.folding import folded
from app.kernel.currencies import EXPONENTS

_INDEXED = re.compile(r"(?P<base>.*?)[\s_\[({-]+(?P<index>[A-Za-z]{2,3}(?:[_-][A-Za-z]{2,4})?)[\])}]?")
_WITH_CURRENCY = re.compile(r"(?P<base>.*?)[\s\[({]+(?:in\s+)?(?P<sign>[A-Z]{3}|€|£)[\])}]?")
_SIGNS = {"€": "EUR", "£": "GBP"}
_PRICED = {"price", "cost", "amount"}
_OWN = -1


@dataclass(frozen=True, slots=True)
class Guess:
    """What the names of columns seem to say.

    Attributes:
        mapping: Fields by column, and the currency where a heading names it.
        unmapped: Columns no field takes, in their order.
        missing: Fields that must be filled and are not.
    """

    mapping: Mapping
    unmapped: tuple[str, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Candidate:
    rank: int
    place: int
    column: str
    field: str
    currency: str = ""


def guess(noun: str, header: tuple[str, ...], *, file: str = "") -> Guess:
    """Return the mapping that the names of columns suggest; our own exports map completely.

    A column is taken by one field and a field by one column: the surest name first, then the leftmost.

    Args:
        noun: What the rows are.
        header: Names of the columns.
        file: Name of the file, kept as a hint.
    """
    found = [one for place, column in enumerate(header) for one in _candidates(noun, place, column)]
    chosen = sorted(_chosen(noun, found), key=lambda one: one.place)
    mapping = _mapping(noun, chosen, file)
    named = {one.currency for one in chosen if one.currency}
    if len(named) == 1:
        mapping = mapping.with_constants({"currency": named.pop()})
    return Guess(
        mapping,
        tuple(column for column in header if all(column != one.column for one in chosen)),
        missing_fields(mapping),
    )


def _chosen(noun: str, found: list[_Candidate]) -> list[_Candidate]:
    """Return one column per field and one field per column; what must be filled may take another's."""
    by_column: dict[str, _Candidate] = {}
    by_field: dict[str, _Candidate] = {}
    ranked = sorted(found, key=lambda one: (one.rank, one.place))
    for one in ranked:
        if one.field not in by_field and one.column not in by_column:
            by_field[one.field] = by_column[one.column] = one
    for field in missing_fields(_mapping(noun, by_field.values())):
        for one in ranked:
            held = by_column.get(one.column)
            if one.field == field and held is not None and not _is_needed(noun, held.field):
                del by_field[held.field]
                by_field[field] = by_column[one.column] = one
                break
    return list(by_field.values())


def _mapping(noun: str, chosen: Iterable[_Candidate], file: str = "") -> Mapping:
    return Mapping(noun, tuple((one.field, Take((one.column,))) for one in chosen), file=file)


def _is_needed(noun: str, column: str) -> bool:
    field = NOUNS[noun].field_of(column)
    return field is not None and field.blank is REQUIRED


def missing_fields(mapping: Mapping) -> tuple[str, ...]:
    """Return the fields that must be filled and that the mapping leaves open."""
    return NOUNS[mapping.noun].missing(mapping.fields())


def _candidates(noun: str, place: int, column: str) -> list[_Candidate]:
    words = _words(noun)
    own = [_Candidate(_OWN, place, column, column)] if NOUNS[noun].field_of(column) is not None else []
    said = words.get(_compact(column), [])
    if own or said:
        return own + [_Candidate(rank, place, column, field) for field, rank in said if field != column]
    if (parts := _WITH_CURRENCY.fullmatch(column)) and (found := words.get(_compact(parts["base"]))):
        currency = _SIGNS.get(parts["sign"], parts["sign"])
        if currency in EXPONENTS:
            return [
                _Candidate(rank, place, column, field, currency) for field, rank in found if field in _PRICED
            ]
    if (parts := _INDEXED.fullmatch(column)) and (found := words.get(_compact(parts["base"]))):
        names = [(f"{field}[{_language(parts['index'])}]", rank) for field, rank in found]
        return [
            _Candidate(rank, place, column, name)
            for name, rank in names
            if NOUNS[noun].field_of(name) is not None and _is_language(parts["index"])
        ]
    return []


@lru_cache(maxsize=8)
def _words(noun: str) -> dict[str, list[tuple[str, int]]]:
    """Return the fields a word may mean, each with how far back it stands among the field's words."""
    found: dict[str, dict[str, int]] = {}
    for field, words in synonyms()[noun].items():
        for rank, word in enumerate(words):
            found.setdefault(_compact(word), {}).setdefault(field, rank)
    return {word: list(fields.items()) for word, fields in found.items()}


def _compact(text: str) -> str:
    return folded(text.replace("%", " percent ").replace("°", "")).replace(" ", "")


def _language(tag: str) -> str:
    language, _, rest = tag.replace("-", "_").partition("_")
    return f"{language.lower()}_{rest}" if rest else language.lower()


def _is_language(tag: str) -> bool:
    from babel import Locale

    return _language(tag).partition("_")[0] in Locale.parse("en").languages
