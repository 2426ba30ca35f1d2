"""Kill a writing process without warning, again and again, and count what is left.

The child is forked, not started: what it needs is imported already. It says one byte for every write that the
store has acknowledged, so the parent knows what must be in the file.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from app.store.sqlite_file import SqliteFile
from app.store.store import Store

Write = Callable[[Store, int], object]
"""One user action: given the store and a number no other action has."""


def killed_while_writing(file: Path, write: Write, *, first: int, seed: int) -> int:
    """Let a child act over and over and kill it at a random moment; return the acknowledged actions."""
    random = Random(seed)
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(reader)
            _write_for_ever(file, write, first, writer, seed)
        finally:
            os._exit(1)
    os.close(writer)
    acknowledged = len(os.read(reader, 1))  # the child is at work
    time.sleep(random.uniform(0, 0.05))
    os.kill(child, signal.SIGKILL)
    while said := os.read(reader, 65_536):
        acknowledged += len(said)
    os.close(reader)
    assert os.waitpid(child, 0)[1] == signal.SIGKILL, "the child ended by itself: its action fails"
    return acknowledged


def _write_for_ever(file: Path, write: Write, first: int, writer: int, seed: int) -> None:
    store = Store(SqliteFile(file), Random(seed + 1_000_000).getrandbits)
    number = first
    while True:
        write(store, number)
        os.write(writer, b".")
        number += 1
