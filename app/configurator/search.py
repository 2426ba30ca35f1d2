"""The search for what meets every statement, starting from what is there and changing as little as it must.

What is there (`before`) stays the proposal for every variable nobody has decided. A statement the proposal
breaks names what to change: one of its literals that hold there has to give way. So the search never looks at
what is not touched, and a state that is nearly right is mended in a few steps. A failure knows what it was
for (its blame), and the search goes back to that at once.
"""

from __future__ import annotations

from collections.abc import Iterable

from app.configurator.network import Statements

STEPS = 4000
"""Steps of one search at most; what a person meets takes a handful."""

GIVEN = -1
"""In place of the statement that made a literal hold: somebody decided it."""

TRIED = -2
"""In place of the statement: the search tries it, or found that the opposite leads nowhere."""

Blame = frozenset[int]
"""The literals the search tried without which it would not have failed."""

NOBODY: Blame = frozenset()

Way = tuple[int, list[int]]
"""A broken statement, and its literals of which one has to give way."""


class GaveUp(Exception):
    """The search took more steps than it may; nothing is known."""


class Search:
    """One search over statements.

    Attributes:
        before: For each literal whether it held at first.
        broken: Places of the statements that the proposal breaks.
        cost: What the proposal changed so far.
        holding: For each literal whether it is decided.
        trail: Decided literals, oldest first.
        involved: Places of the statements failures stood on, where it was told to watch.
        given: Given literals failures stood on, where it was told to watch.
    """

    __slots__ = (
        "_because", "_load", "_reason", "_slack", "_steps", "_watching", "before", "broken", "cost", "costs",
        "given", "holding", "involved", "statements", "trail",
    )  # fmt: skip

    def __init__(
        self, statements: Statements, before: Iterable[int], costs: bytes, *, watching: bool = False
    ) -> None:
        """Begin with the literals that hold.

        Args:
            statements: What has to be met.
            before: One literal of every variable.
            costs: What it costs to make each literal hold that did not.
            watching: Whether to keep what failures stood on.
        """
        self.statements = statements
        self.costs = costs
        self.before = bytearray(2 * statements.variables)
        self.holding = bytearray(2 * statements.variables)
        self.trail: list[int] = []
        self.cost = 0
        self.involved: set[int] = set()
        self.given: set[int] = set()
        self._reason: dict[int, int] = {}
        self._because: dict[int, Blame] = {}
        self._slack = list(statements.bounds)
        self._load = [0] * len(statements.linears)
        self._steps = STEPS
        self._watching = watching
        load, occurs = self._load, statements.occurs
        for literal in before:
            self.before[literal] = 1
            for place, weight in occurs[literal]:
                load[place] += weight
        self.broken = {place for place, bound in enumerate(statements.bounds) if load[place] > bound}

    def give(self, literals: Iterable[int]) -> None:
        """Decide literals without following them: what they lead to shows where it matters."""
        for literal in literals:
            self._hold(literal, GIVEN)

    def take_back(self, literal: int) -> None:
        """Leave a literal undecided again that was given; nothing was followed since."""
        self.trail.remove(literal)
        self._let_go(literal)

    def follow(self, literal: int) -> bool:
        """Decide a literal and everything that follows from it; False where a statement cannot be met."""
        self._because[literal] = frozenset((literal,))
        return self._follow(literal) is None

    def mend(self, limit: int | None = None, *, most: int = STEPS) -> bool:
        """Decide until the proposal breaks no statement; False where that cannot be, and all is undone.

        Args:
            limit: What the changes may cost together; None: anything.
            most: Steps it may take.

        Raises:
            GaveUp: It took too many steps.
        """
        self._steps = most
        mark = len(self.trail)
        try:
            return self._mend(limit) is None
        except GaveUp:
            self.undo(mark)
            raise

    def undo(self, mark: int) -> None:
        """Leave everything undecided that was decided since the trail was so long."""
        while len(self.trail) > mark:
            self._let_go(self.trail.pop())

    def least(self) -> int:
        """Return what mending costs at least."""
        return self._least(self._ways(), 2 * self.statements.variables)

    def led_by(self) -> list[int]:
        """Return the statements that decided what was followed, in their order."""
        return [self._reason[literal] for literal in self.trail if self._reason[literal] >= 0]

    def _mend(self, limit: int | None) -> Blame | None:
        """Mend what is broken; return None, or what it failed for, and then all is undone."""
        if limit is not None and self.cost > limit:
            return self._all_tried()
        if not self.broken:
            return None
        self._steps -= 1
        if self._steps < 0:
            raise GaveUp
        ways = self._ways()
        if limit is not None and self.cost + self._least(ways, limit - self.cost) > limit:
            return self._all_tried()
        mark = len(self.trail)
        failed = self._mend_one(ways[0], limit)
        return None if failed is None else self._failed(mark, failed)

    def _mend_one(self, way: Way, limit: int | None) -> Blame | None:
        """Let one literal after the other give way and mend the rest; return None, or what all failed for."""
        blame = self._blame(way[0])
        for literal in way[1]:
            if self.holding[literal ^ 1]:  # no way before leads anywhere, so this one gave way already
                return self._mend(limit)
            failed = self._try(literal ^ 1, limit)
            if failed is None or literal ^ 1 not in failed:
                return failed
            self._because[literal] = failed - {literal ^ 1}
            blame |= self._because[literal]
            failed = self._follow(literal)
            if failed is not None:
                return blame | failed
        return blame

    def _failed(self, mark: int, blame: Blame) -> Blame:
        self.undo(mark)
        return blame

    def _try(self, literal: int, limit: int | None) -> Blame | None:
        """Try a literal; return None where all is mended with it, or what it failed for, and it is undone."""
        mark = len(self.trail)
        self._because[literal] = frozenset((literal,))
        failed = self._follow(literal)
        if failed is None:
            failed = self._mend(limit)
        return None if failed is None else self._failed(mark, failed)

    def _follow(self, literal: int) -> Blame | None:
        """Decide a literal and what follows from it; return None, or what a statement fails for."""
        waiting = [(literal, TRIED)]
        linears, heaviest, holding = self.statements.linears, self.statements.heaviest, self.holding
        for here, why in waiting:  # grows while it is read: what is nearest follows first
            if holding[here]:
                continue
            if holding[here ^ 1]:  # only the first: what follows later meets its statement before
                return self._because[here] | self._blame_of([here ^ 1])
            broken = self._hold(here, why)
            if broken is not None:
                return self._blame(broken)
            for place, _weight in self.statements.occurs[here]:
                slack = self._slack[place]
                if slack < heaviest[place]:
                    waiting += [
                        (other ^ 1, place)
                        for other, weight in linears[place].terms
                        if weight > slack and not holding[other] and not holding[other ^ 1]
                    ]
        return None

    def _least(self, ways: list[Way], enough: int) -> int:
        """Return what mending costs at least, counted until it is more than `enough`.

        Statements that share no way out have to be mended each by itself.
        """
        found = 0
        taken: set[int] = set()
        for place, out in ways:
            if taken.isdisjoint(out):
                taken.update(out)
                found += self._price(place, out)
                if found > enough:
                    break
        return found

    def _price(self, place: int, out: list[int]) -> int:
        """Return what it costs at least to mend one statement alone; more than anything where nothing can."""
        over = self._load[place] - self.statements.bounds[place]
        heaviest = self.statements.heaviest[place]
        steps = -(-over // heaviest) if heaviest else 1
        if len(out) < steps:
            return 2 * self.statements.variables
        prices = sorted([self.costs[literal ^ 1] for literal in out])
        return sum(prices[:steps])

    def _ways(self) -> list[Way]:
        """Return for each broken statement what can give way, the statement with the fewest first.

        Those literals are undecided and hold now. Additions come before removals.
        """
        holding, before, linears = self.holding, self.before, self.statements.linears
        found = []
        for place in self.broken:
            out = [
                literal
                for literal, _ in linears[place].terms
                if before[literal] and not holding[literal] and not holding[literal ^ 1]
            ]
            out.sort(key=_additions_first)
            found.append((place, out))
        found.sort(key=_fewest_first)
        return found

    def _hold(self, literal: int, reason: int) -> int | None:
        """Decide a literal; return a statement that can no longer be met, if there is one."""
        failed = None
        slack = self._slack
        self.holding[literal] = 1
        self.trail.append(literal)
        self._reason[literal] = reason
        for place, weight in self.statements.occurs[literal]:
            slack[place] -= weight
            if slack[place] < 0:
                failed = place
        if not self.before[literal]:
            self.cost += self.costs[literal]
            self._turn(literal)
        return failed

    def _let_go(self, literal: int) -> None:
        slack = self._slack
        self.holding[literal] = 0
        for place, weight in self.statements.occurs[literal]:
            slack[place] += weight
        if not self.before[literal]:
            self.cost -= self.costs[literal]
            self._turn(literal ^ 1)

    def _turn(self, literal: int) -> None:
        """Let the proposal hold a literal in place of its opposite."""
        load, bounds, broken = self._load, self.statements.bounds, self.broken
        for place, weight in self.statements.occurs[literal]:
            load[place] += weight
            if load[place] > bounds[place]:
                broken.add(place)
        for place, weight in self.statements.occurs[literal ^ 1]:
            load[place] -= weight
            if load[place] <= bounds[place]:
                broken.discard(place)

    def _all_tried(self) -> Blame:
        return NOBODY.union(
            *(self._because[literal] for literal in self.trail if self._reason[literal] == TRIED)
        )

    def _blame(self, place: int) -> Blame:
        """Return what was tried of everything that makes a statement fail."""
        return self._blame_of([literal for literal, _ in self._held(place)], place)

    def _held(self, place: int) -> Iterable[tuple[int, int]]:
        return (term for term in self.statements.linears[place].terms if self.holding[term[0]])

    def _blame_of(self, literals: list[int], place: int = -1) -> Blame:
        """Return what was tried that made these literals hold."""
        blame: set[int] = set()
        statements = {place} if place >= 0 else set()
        for literal in literals:  # grows while it is read
            reason = self._reason[literal]
            if reason == TRIED:
                blame |= self._because[literal]
            elif reason == GIVEN:
                self.given |= {literal} if self._watching else NOBODY
            elif reason not in statements:
                statements.add(reason)
                literals += [held for held, _ in self._held(reason)]
        self.involved |= statements if self._watching else NOBODY
        return frozenset(blame)


def _additions_first(literal: int) -> tuple[bool, int]:
    return not literal & 1, literal


def _fewest_first(way: Way) -> tuple[int, int]:
    return len(way[1]), way[0]
