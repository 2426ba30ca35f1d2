"""A formula's text cut into words, numbers, texts and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from app.formulas.faults import FormulaEmpty, Place, TextNotClosed, TooManyDigits, UnknownCharacter
from app.kernel.text import clean_text

LONGEST_FORMULA = 2_000
"""Characters a formula may have."""

LONGEST_NUMBER = 24
"""Characters a number may have."""


class TokenKind(StrEnum):
    """What a token is."""

    NUMBER = "number"
    TEXT = "text"
    NAME = "name"
    SIGN = "sign"
    END = "end"


class Token(NamedTuple):
    """A piece of a formula with its place; a text without its quotation marks."""

    kind: TokenKind
    text: str
    place: Place


_TOKEN = re.compile(
    r"""
    (?P<blank>[ \t\n\u00a0\u202f]+)
    |(?P<number>[0-9]+(?:\.[0-9]+)?)
    |"(?P<text>(?:[^"\n]|"")*)"
    |(?P<name>[^\W\d]\w*(?:\.[^\W\d]\w*)*)
    |(?P<sign><=|>=|!=|[-+*/%=<>(),])
    """,
    re.VERBOSE,
)


def tokens_of(text: str) -> tuple[Token, ...]:
    """Return the tokens of a formula, the end as the last one.

    Raises:
        FormulaFault: Nothing is written, or something that no formula has.
        AppError: The text is too long or holds characters that cannot be printed.
    """
    clean = clean_text(text, field="formula", longest=LONGEST_FORMULA)
    if not clean.strip():
        raise FormulaEmpty(**Place().facts)
    return (*_tokens(clean), Token(TokenKind.END, "", Place.of(clean, len(clean.rstrip()))))


def _tokens(text: str) -> Iterator[Token]:
    at = 0
    while at < len(text):
        found = _TOKEN.match(text, at)
        place = Place.of(text, at)
        if found is None:
            if text[at] == '"':
                raise TextNotClosed(**place.facts)
            raise UnknownCharacter(**place.facts, character=text[at])
        at = found.end()
        if found.lastgroup is None or found.lastgroup == "blank":
            continue
        token = Token(TokenKind(found.lastgroup), found[found.lastgroup], place)
        if token.kind is TokenKind.NUMBER and len(token.text) > LONGEST_NUMBER:
            raise TooManyDigits(**place.facts, longest=LONGEST_NUMBER)
        yield token._replace(text=token.text.replace('""', '"')) if token.kind is TokenKind.TEXT else token
