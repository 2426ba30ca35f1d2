"""Text from people, files and command lines: one spelling (NFC), no invisible trickery, no endless names.

Nothing is stripped silently, except blanks around a name; what does not belong is refused with its place.
"""

from __future__ import annotations

import re
import unicodedata

from app.kernel.errors import RuleViolation

NAME_LENGTH = 200
TEXT_LENGTH = 10_000
DESCRIPTION_LENGTH = 2_000
"""Of a product, and of a line of a document: about a page of paper."""

# Control characters, line and paragraph separators, noncharacters and lone surrogates: none is printable, and
# most cannot stand in the XML of an e-invoice.
_CONTROLS = "\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufffe\\uffff\\ud800-\\udfff"
_BIDI = "\\u202a-\\u202e\\u2066-\\u2069"
_NOT_IN_NAME = re.compile(f"[{_CONTROLS}{_BIDI}]")
_NOT_IN_TEXT = re.compile(f"(?![\n\t])[{_CONTROLS}{_BIDI}]")
_IS_BIDI = re.compile(f"[{_BIDI}]")


class TextMissing(RuleViolation):
    """A field that must be filled is empty."""

    code = "text.missing"


class TextTooLong(RuleViolation):
    """A text is longer than its field."""

    code = "text.too_long"


class ControlCharacter(RuleViolation):
    """A text holds a character that cannot be printed."""

    code = "text.control_character"


class DirectionOverride(RuleViolation):
    """A text holds a mark that makes it read differently from what it says."""

    code = "text.direction_override"


def clean_name(text: str, *, field: str, longest: int = NAME_LENGTH, required: bool = False) -> str:
    """Return a one-line text in NFC without blanks around it.

    Args:
        text: As it was written.
        field: Name of the field for the message, e.g. ``customer.name``.
        longest: Characters at most.
        required: An empty name is refused.

    Raises:
        TextMissing: The name is empty but required.
        TextTooLong: More than `longest` characters.
        ControlCharacter: A line break, tab or other control character.
        DirectionOverride: A bidirectional override or isolate (U+202A-202E, U+2066-2069).
    """
    name = _checked(text.strip(), _NOT_IN_NAME, field, longest)
    if required and not name:
        raise TextMissing(field=field)
    return name


def clean_text(text: str, *, field: str, longest: int = TEXT_LENGTH) -> str:
    r"""Return a text of several lines in NFC, its line ends as \n, everything else as it was written.

    Args:
        text: As it was written; line breaks and tabs are welcome.
        field: Name of the field for the message.
        longest: Characters at most.

    Raises:
        TextTooLong: More than `longest` characters.
        ControlCharacter: A control character other than line break and tab.
        DirectionOverride: A bidirectional override or isolate (U+202A-202E, U+2066-2069).
    """
    return _checked(text.replace("\r\n", "\n").replace("\r", "\n"), _NOT_IN_TEXT, field, longest)


def readable_text(text: str, *, longest: int = TEXT_LENGTH) -> str:
    """Return what `clean_text` takes of any text: refused characters are blanks, the rest is cut off.

    For texts that must not be lost although nobody can be asked: rows pasted from somewhere.
    """
    ends = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", _NOT_IN_TEXT.sub(" ", ends))[:longest]


def _checked(text: str, refused: re.Pattern[str], field: str, longest: int) -> str:
    if len(text) > longest:
        raise TextTooLong(field=field, length=len(text), longest=longest)
    if found := refused.search(text):
        refusal = DirectionOverride if _IS_BIDI.match(found[0]) else ControlCharacter
        raise refusal(field=field, position=found.start() + 1, character=f"U+{ord(found[0]):04X}")
    normal = text if text.isascii() else unicodedata.normalize("NFC", text)
    if len(normal) > longest:  # a few characters have no composed form and grow
        raise TextTooLong(field=field, length=len(normal), longest=longest)
    return normal
