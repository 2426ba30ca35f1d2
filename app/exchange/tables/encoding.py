"""Which characters the bytes of a text file mean, said openly where it had to be guessed."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from app.kernel.errors import RuleViolation

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE = 4096
_CHUNK = 2**20
_MOSTLY = 3  # of four bytes on one side of the pairs, so many are zero in UTF-16 text of Latin letters


class BrokenText(RuleViolation):
    """The file says or shows that it is Unicode, but some of its bytes are not."""

    code = "exchange.broken_text"


class UnknownEncoding(RuleViolation):
    """The bytes are text in no encoding known here."""

    code = "exchange.unknown_encoding"


@dataclass(frozen=True, slots=True)
class Encoding:
    """How the bytes read as text.

    Attributes:
        name: Python's name of the codec.
        guessed: Nothing in the bytes proves it; Windows text (cp1252) was assumed.
    """

    name: str
    guessed: bool = False


def detect_encoding(content: bytes, *, file: str) -> Encoding:
    """Return the encoding: a byte order mark, else UTF-8 where all bytes are, else Windows (cp1252), guessed.

    Args:
        content: The whole file.
        file: Its name for messages.

    Raises:
        BrokenText: Marked or evidently Unicode, with bytes that are not.
        UnknownEncoding: Neither Unicode nor Windows text.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            _require(content, name, file)
            return Encoding(name)
    if wide := _without_mark(content):
        _require(content, wide, file)
        return Encoding(wide)
    bad = first_bad_byte(content, "utf-8")
    if bad is None:
        return Encoding("utf-8")
    if _is_mostly_unicode(content):
        raise BrokenText(file=file, encoding="utf-8", line=content.count(b"\n", 0, bad) + 1)
    if first_bad_byte(content, "cp1252") is not None:
        raise UnknownEncoding(file=file)
    return Encoding("cp1252", guessed=True)


def chosen_encoding(content: bytes, name: str, *, file: str) -> Encoding:
    """Return the encoding somebody chose, once all bytes are text in it.

    Raises:
        BrokenText: Some bytes are not.
        UnknownEncoding: There is no such encoding.
    """
    try:
        codecs.lookup(name)
    except LookupError as error:
        raise UnknownEncoding(file=file) from error
    _require(content, name, file)
    return Encoding(name)


def first_bad_byte(content: bytes, encoding: str) -> int | None:
    """Return the place of the first byte that is no text in this encoding, None when all are."""
    decoder = codecs.getincrementaldecoder(encoding)()
    for start in range(0, len(content), _CHUNK):
        held = len(decoder.getstate()[0])
        try:
            decoder.decode(content[start : start + _CHUNK], final=start + _CHUNK >= len(content))
        except UnicodeDecodeError as error:
            return start - held + error.start
    return None


def _require(content: bytes, encoding: str, file: str) -> None:
    bad = first_bad_byte(content, encoding)
    if bad is not None:
        raise BrokenText(file=file, encoding=encoding, line=content.count(b"\n", 0, bad) + 1)


def _without_mark(content: bytes) -> str:
    """Return the UTF-16 codec whose zero bytes show, '' when none does."""
    sample = content[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs and sample[1::2].count(0) * 4 >= pairs * _MOSTLY and not sample[::2].count(0):
        return "utf-16-le"
    if pairs and sample[::2].count(0) * 4 >= pairs * _MOSTLY and not sample[1::2].count(0):
        return "utf-16-be"
    return ""


def _is_mostly_unicode(content: bytes) -> bool:
    """Test whether more characters are well-formed UTF-8 than not; then it is no Windows text."""
    text = content.decode("utf-8", errors="surrogateescape")
    broken = sum(text.count(chr(0xDC00 + byte)) for byte in range(0x80, 0x100))
    foreign = sum(not character.isascii() for character in text) - broken if not text.isascii() else 0
    return foreign > broken
