"""Compose the application: the file, the clock, the randomness and the person; nothing else knows all four.

Nothing heavy is imported before a file is opened, so that a window can show itself first.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self
from zoneinfo import ZoneInfo

from app.access.act import Act
from app.access.actor import Actor, solo_owner
from app.company.time_zone import business_date

if TYPE_CHECKING:
    from app.store.lock import InstanceLock
    from app.store.store import Store
    from app.store.unit_of_work import Reading, UnitOfWork

Clock = Callable[[], datetime]


def now() -> datetime:
    """Return this moment in UTC."""
    return datetime.now(UTC)


class Application:
    """An open database with the person who works in it and the clock they work by."""

    def __init__(self, store: Store, actor: Actor, clock: Clock) -> None:
        self.store = store
        self.actor = actor
        self._clock = clock
        self._lock: InstanceLock | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def reading(self) -> AbstractContextManager[Reading]:
        """Give one snapshot; nothing can be written in it."""
        return self.store.reading()

    def writing(self, act: Act) -> AbstractContextManager[UnitOfWork]:
        """Commit when the block ends, roll back when it raises."""
        return self.store.writing(act)

    def act(self, key: str = "") -> Act:
        """Return the act of this moment; its day is the date in the company's time zone.

        Args:
            key: Idempotency key of the command; empty where repeating is meant to repeat.
        """
        at = self._clock()
        with self.store.reading() as unit:
            zone = unit.company.time_zone()
        return Act(self.actor, at, business_date(at, ZoneInfo(zone)), key)

    def close(self) -> None:
        """Let go of the file, and of its lock where a window holds it."""
        self.store.close()
        if self._lock is not None:
            self._lock.release()

    def hold(self, lock: InstanceLock) -> None:
        """Keep the file's lock until the application is closed."""
        self._lock = lock


def open_application(
    place: Path | str,
    *,
    actor: Actor | None = None,
    clock: Clock = now,
    lock: InstanceLock | None = None,
) -> Application:
    """Open a database; an older file is backed up and upgraded, a newer one opens read-only.

    Args:
        place: Path of a file, or ``postgresql://user@host/database``.
        actor: Who works; the only owner when left out.
        clock: Gives the instant in UTC.
        lock: The file's lock when the caller, a window, holds it.

    Raises:
        Unavailable: The file cannot be opened; the error names it and says why.
    """
    from app.store.opening import open_store

    store = open_store(place, at=clock(), random_bits=secrets.randbits, lock=lock)
    return Application(store, actor or solo_owner(), clock)


def create_application(file: Path, *, actor: Actor | None = None, clock: Clock = now) -> Application:
    """Make a new file without a company and return it open.

    Raises:
        FileExists: There is a file of this name.
        Unavailable: The folder cannot be written.
    """
    from app.store.opening import create_store

    store = create_store(file, at=clock(), random_bits=secrets.randbits)
    return Application(store, actor or solo_owner(), clock)


def usual_file() -> Path:
    """Return the database a start without a name opens; it need not be there yet."""
    from app.store.location import default_file

    return default_file()


def sample_file() -> Path:
    """Return the sample company's own database; it need not be there yet."""
    from app.store.location import sample_file as found

    return found()


def open_for_window(file: Path, *, actor: Actor | None = None, clock: Clock = now) -> Application:
    """Open a file for a window, which holds the file's lock until it closes.

    Raises:
        FileInUse: Another window has it open.
        Unavailable: The file cannot be opened; the error names it and says why.
    """
    from app.store.lock import InstanceLock

    if not file.exists():
        return open_application(file, actor=actor, clock=clock)  # says so, and leaves no lock behind
    lock = InstanceLock(file)
    try:
        application = open_application(file, actor=actor, clock=clock, lock=lock)
    except BaseException:
        lock.release()
        raise
    application.hold(lock)
    return application
