"""Look up the sentence of a code and write its parameters in the reader's way."""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Protocol

from app.i18n.formats import Formats, formats
from app.i18n.messages.tables import SENTENCES, WORDS
from app.i18n.translations import APP, Translator, current_language, translator


class Problem(Protocol):
    """What has a sentence: every `AppError` and every `Finding`."""

    @property
    def code(self) -> str:
        """Return the stable identifier, which is the key of the sentence."""

    @property
    def params(self) -> Mapping[str, object]:
        """Return the values the sentence names."""


def sentence(problem: Problem, language: str | None = None) -> str:
    """Return what a person reads for an error or a finding.

    A code without a sentence still says its code and facts, so nothing is ever silent.

    Args:
        problem: The error or finding.
        language: Language of the reader, of the window when left out.
    """
    reader = language or current_language()
    words, form = translator(reader, APP), formats(reader)
    source = SENTENCES.get(problem.code)
    written = {name: _written(value, words, form) for name, value in problem.params.items()}
    if source is None:
        facts = ", ".join(f"{name} {value}" for name, value in written.items())
        return (
            words.gettext("This was refused ({code}). {facts}").format(code=problem.code, facts=facts).strip()
        )
    return _Filler().vformat(words.gettext(source), (), written)


def codes() -> frozenset[str]:
    """Return every code that has a sentence."""
    return frozenset(SENTENCES)


def fields(code: str) -> frozenset[str]:
    """Return the parameters the sentence of a code names."""
    return frozenset(name for _, name, _, _ in string.Formatter().parse(SENTENCES[code]) if name)


class _Filler(string.Formatter):
    """Fills fields by name only; a parameter nobody gave reads as an ellipsis, never as a crash."""

    def get_field(self, field_name: str, args: object, kwargs: Mapping[str, object]) -> tuple[object, str]:
        return kwargs.get(field_name, "\N{HORIZONTAL ELLIPSIS}"), field_name


def _written(value: object, words: Translator, form: Formats) -> str:
    if isinstance(value, Enum):
        return _word(str(value.value), words)
    if isinstance(value, str):
        return _word(value, words)
    if isinstance(value, datetime):
        return form.instant(value)
    if isinstance(value, date):
        return form.date(value)
    if isinstance(value, Decimal | int) and not isinstance(value, bool):
        return _number(value, form)
    return _compound(value, words, form)


def _compound(value: object, words: Translator, form: Formats) -> str:
    from app.kernel.money import Money
    from app.kernel.percent import Percent

    if value is None:
        return "\N{HORIZONTAL ELLIPSIS}"
    if isinstance(value, Money):
        return form.money(value)
    if isinstance(value, Percent):
        return form.percent(value.fraction)
    if isinstance(value, Iterable):
        return ", ".join(_written(part, words, form) for part in value)
    return str(value)


def _number(value: Decimal | int, form: Formats) -> str:
    if isinstance(value, int):
        # Years, line numbers and counts read better bare; amounts come as Decimal or Money.
        return str(value)
    return form.number(value, high=9) if value.is_finite() and abs(value.adjusted()) < 30 else str(value)


def _word(value: str, words: Translator) -> str:
    """Return a state or kind ('in_approval') in the reader's words; any other text as it is."""
    known = WORDS.get(value)
    return words.gettext(known) if known else value
