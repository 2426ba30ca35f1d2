"""The pseudo-language ``xx``: accented, 40 % longer, bracketed; what was never translated stands out."""

from __future__ import annotations

import gettext
import re

LANGUAGE = "xx"

_ACCENTS = str.maketrans(
    "AaBCcDdEeGgHhIiJjKkLlNnOoRrSsTtUuWwYyZz",
    "ÅåßÇçĐđÉéĜĝĤĥÎîĴĵĶķĻļÑñÖöŔŕŠšŢţÛûŴŵÝýŽž",
)
# What must survive word for word: {fields}, %(fields)s, %n, and the letter a mnemonic points at.
_KEPT = re.compile(r"(\{[^{}]*\}|%\([a-z_]+\)[sd]|%[nsd]|&\w)")
_PADDING = "·~"
_GROWTH_PERCENT = 40


def disguise(text: str) -> str:
    """Return the text accented, lengthened by 40 % and bracketed, its fields and mnemonics untouched."""
    if not text.strip():
        return text
    parts = _KEPT.split(text)
    accented = "".join(part if index % 2 else part.translate(_ACCENTS) for index, part in enumerate(parts))
    missing = -(-len(text) * _GROWTH_PERCENT // 100)
    padding = (_PADDING * missing)[:missing]
    return f"«{accented} {padding}»"


class PseudoTranslations(gettext.NullTranslations):
    """A catalog that knows every message, because it makes the translation up."""

    def gettext(self, message: str) -> str:
        """Return the disguised message."""
        return disguise(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        """Return the disguised singular for one, else the plural."""
        return disguise(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        """Return the disguised message; the context is not shown."""
        return disguise(message)
