"""One stream out of an OLE file, the container of old Excel workbooks; broken chains are refused."""

from __future__ import annotations

from collections.abc import Sequence
from struct import Struct, error, unpack_from

_LAST = 0xFFFFFFFA  # from here on sector numbers mean "no sector"
_ENTRY = 128
_HEADER_SECTORS = 109
_SHORT = 64
_NUMBERS = Struct("<I")


class OleDamaged(Exception):
    """The container contradicts itself."""


def stream_named(content: bytes, names: Sequence[str]) -> bytes:
    """Return the first stream of one of these names, whatever their case.

    Args:
        content: The whole file.
        names: In capitals.

    Raises:
        OleDamaged: A chain of sectors ends nowhere or goes in circles, or there is no such stream.
    """
    try:
        return _Container(content).stream(names)
    except (error, IndexError) as damage:
        raise OleDamaged(str(damage)) from damage


class _Container:
    def __init__(self, content: bytes) -> None:
        self._content = content
        shift, self._short_shift = unpack_from("<HH", content, 30)
        if shift not in {9, 12} or self._short_shift != 6:
            raise OleDamaged("sector size")
        self._size = 1 << shift
        directory, _, self._cutoff, self._short_table = unpack_from("<4I", content, 48)
        self._next = self._table(self._sectors_of_the_table())
        self._entries = self._chain(directory)
        self._short_next: list[int] | None = None

    def stream(self, names: Sequence[str]) -> bytes:
        for at in range(0, len(self._entries), _ENTRY):
            length = min(unpack_from("<H", self._entries, at + 64)[0], 64)
            name = self._entries[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
            if name.upper() in names:
                start, size = unpack_from("<II", self._entries, at + 116)
                return self._short(start, size) if size < self._cutoff else self._chain(start)[:size]
        raise OleDamaged("no workbook")

    def _sector(self, number: int) -> bytes:
        at = (number + 1) * self._size
        if at >= len(self._content):
            raise OleDamaged("sector beyond the end")
        return self._content[at : at + self._size]

    def _sectors_of_the_table(self) -> list[int]:
        numbers = list(unpack_from(f"<{_HEADER_SECTORS}I", self._content, 76))
        following = unpack_from("<I", self._content, 68)[0]
        seen: set[int] = set()
        while following < _LAST:
            if following in seen:
                raise OleDamaged("circle")
            seen.add(following)
            *more, following = self._numbers(self._sector(following))
            numbers += more
        return [number for number in numbers if number < _LAST]

    def _table(self, sectors: Sequence[int]) -> list[int]:
        return [number for sector in sectors for number in self._numbers(self._sector(sector))]

    @staticmethod
    def _numbers(sector: bytes) -> list[int]:
        return [number for (number,) in _NUMBERS.iter_unpack(sector[: len(sector) // 4 * 4])]

    def _chain(self, start: int) -> bytes:
        return b"".join(self._sector(number) for number in _walk(start, self._next))

    def _short(self, start: int, size: int) -> bytes:
        """Return a stream under 4 KB: in pieces of 64 bytes inside the root's stream."""
        root = self._chain(unpack_from("<I", self._entries, 116)[0])
        following = self._numbers(self._chain(self._short_table))
        pieces = (root[number * _SHORT : (number + 1) * _SHORT] for number in _walk(start, following))
        return b"".join(pieces)[:size]


def _walk(start: int, following: Sequence[int]) -> list[int]:
    numbers = []
    number = start
    while number < _LAST:
        numbers.append(number)
        if len(numbers) > len(following):
            raise OleDamaged("circle")
        number = following[number]
    return numbers
