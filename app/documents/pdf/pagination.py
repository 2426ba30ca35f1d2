"""Share blocks out over pages: nothing drawn here, only places.

A block is never parted. Blocks that belong together move together. A table that goes on has its column
titles on every page, and what its rows sum to is carried over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from app.documents.pdf.canvas import Canvas
from app.documents.pdf.geometry import Length
from app.kernel.money import Money

Paint = Callable[[Canvas, Length], None]
"""Draws a block whose top edge is at the given place."""


class Frame(NamedTuple):
    """What a table repeats when a page ends inside it.

    Attributes:
        carry: Makes the paint of "carried over" (`False`) and "brought forward" (`True`); `None`: no row.
    """

    head_height: Length
    head: Paint
    carry_height: Length = 0
    carry: Callable[[Money, bool], Paint] | None = None


class Block(NamedTuple):
    """A piece of a page that is never parted.

    Attributes:
        gap: Space above it, left out at the top of a page.
        keep: Stays on one page with the next block.
        frame: The table it is a row of.
        running: Sum of the rows of its table so far.
    """

    height: Length
    paint: Paint
    gap: Length = 0
    keep: bool = False
    frame: Frame | None = None
    running: Money | None = None


class Placed(NamedTuple):
    """A paint and the place of its top edge."""

    top: Length
    paint: Paint


class Room(NamedTuple):
    """Where the blocks of a page may stand."""

    top: Length
    bottom: Length


def paginate(blocks: Sequence[Block], first: Room, later: Room) -> list[list[Placed]]:
    """Return what stands where on each page, one page at least."""
    flow = _Flow(first, later)
    chains = list(_chains(blocks))
    for at, chain in enumerate(chains, start=1):
        goes_on = at < len(chains) and chains[at][0].frame is chain[-1].frame
        flow.add(chain, goes_on=goes_on)
    return flow.pages


def _chains(blocks: Iterable[Block]) -> Iterable[list[Block]]:
    chain: list[Block] = []
    for block in blocks:
        chain.append(block)
        if not block.keep:
            yield chain
            chain = []
    if chain:
        yield chain


@dataclass(slots=True)
class _Flow:
    """The page being filled.

    Attributes:
        frame: The table the last block was a row of.
        running: What its rows sum to so far.
    """

    first: Room
    later: Room
    pages: list[list[Placed]] = field(default_factory=lambda: [[]])
    y: Length = 0
    frame: Frame | None = None
    running: Money | None = None

    def __post_init__(self) -> None:
        self.y = self.first.top

    def add(self, chain: list[Block], *, goes_on: bool) -> None:
        """Place blocks that belong together; if no page holds them all, one after the other."""
        if not self._fits(chain, goes_on=goes_on) and not self._is_fresh():
            self._next_page(chain[0])
        if len(chain) == 1 or self._fits(chain, goes_on=goes_on):
            for block in chain:
                self._place(block)
            return
        for at, block in enumerate(chain):
            last = at == len(chain) - 1
            self.add([block], goes_on=goes_on if last else chain[at + 1].frame is block.frame)

    def _fits(self, chain: list[Block], *, goes_on: bool) -> bool:
        frame, y = self.frame, self.y
        for block in chain:
            if block.frame is not None and block.frame is not frame:
                y += block.frame.head_height
            y += block.height + (block.gap if y > self._room().top else 0)
            frame = block.frame
        reserve = frame.carry_height if goes_on and frame is not None else 0
        return y + reserve <= self._room().bottom

    def _place(self, block: Block) -> None:
        if self.y > self._room().top:
            self.y += block.gap
        if block.frame is not None and block.frame is not self.frame:
            self._put(block.frame.head_height, block.frame.head)
        self._put(block.height, block.paint)
        self.frame, self.running = block.frame, block.running

    def _next_page(self, following: Block) -> None:
        """End the page; a table that goes on carries its sum over and repeats its titles."""
        frame, running = self.frame, self.running
        carried = following.frame is frame and frame is not None and frame.carry is not None
        if carried and frame is not None and frame.carry is not None and running is not None:
            self._put(frame.carry_height, frame.carry(running, False))
        self.pages.append([])
        self.y = self.later.top
        self.frame = None
        if following.frame is frame and frame is not None:
            self._put(frame.head_height, frame.head)
            self.frame = frame
            if frame.carry is not None and running is not None:
                self._put(frame.carry_height, frame.carry(running, True))

    def _put(self, height: Length, paint: Paint) -> None:
        self.pages[-1].append(Placed(self.y, paint))
        self.y += height

    def _is_fresh(self) -> bool:
        return self.y <= self._room().top or not self.pages[-1]

    def _room(self) -> Room:
        return self.first if len(self.pages) == 1 else self.later
