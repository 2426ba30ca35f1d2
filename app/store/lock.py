"""One window per file: a lock beside it says who has it open.

A window holds the lock as long as it has the file open; a second window is refused and told which process it
is. The command line takes no lock: it may write while a window is open, since SQLite lets one writer in at a
time (BEGIN IMMEDIATE and a wait of five seconds). Replacing the file (upgrade, restore) takes the lock and
keeps every other process out of the file meanwhile.

The system releases the lock of a process that ends, however it ends; what the file says then is only history.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

from app.store.faults import FileInUse, faults_named
from app.store.location import lock_file

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PLACE = 1 << 30
"""The byte that is locked where locks are of bytes: far behind the text, so that others can read it."""


class InstanceLock:
    """The lock of one open file; release it by `release` or as a context manager."""

    def __init__(self, file: Path) -> None:
        """Take the lock.

        Raises:
            FileInUse: Another process, or another window of this one, holds it.
            Unavailable: The folder cannot be written.
        """
        self._path = lock_file(file)
        with faults_named(str(self._path)):
            self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        if not _take(self._handle):
            holder = _holder(self._path)
            os.close(self._handle)
            raise FileInUse(file=str(file), **holder)
        written = json.dumps({"pid": os.getpid(), "host": _host()}).encode()
        os.ftruncate(self._handle, 0)
        os.pwrite(self._handle, written, 0) if hasattr(os, "pwrite") else os.write(self._handle, written)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.release()

    def release(self) -> None:
        """Let another window have the file; a second call does nothing."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1


def _take(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            os.lseek(handle, _PLACE, os.SEEK_SET)
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
            os.lseek(handle, 0, os.SEEK_SET)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _host() -> str:
    return os.uname().nodename if hasattr(os, "uname") else os.environ.get("COMPUTERNAME", "")


def _holder(path: Path) -> dict[str, object]:
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        return {"pid": int(said["pid"]), "host": str(said["host"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {"pid": 0, "host": ""}
