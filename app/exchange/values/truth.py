"""Yes and no in the words spreadsheets and people use."""

from __future__ import annotations

from app.exchange.tables.cells import Cell, as_text
from app.kernel.errors import RuleViolation

_YES = {
    "true",
    "yes",
    "y",
    "1",
    "x",
    "on",
    "wahr",
    "ja",
    "j",
    "vrai",
    "oui",
    "o",
    "verdadero",
    "sí",
    "si",
    "s",
}
_NO = {"false", "no", "n", "0", "off", "falsch", "nein", "faux", "non", "falso"}
_SHOWN = 40


class NotYesOrNo(RuleViolation):
    """The text says neither yes nor no."""

    code = "exchange.not_yes_or_no"


def read_truth(cell: Cell) -> bool:
    """Return whether a cell says yes: True, yes, 1, x, ja, oui, sí ...

    Raises:
        NotYesOrNo: It says neither yes nor no.
    """
    word = as_text(cell).strip().casefold()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise NotYesOrNo(text=word[:_SHOWN])
