"""A file appears whole under its name or not at all: written beside it, made durable, then renamed."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import IO

from app.kernel.errors import Conflict, Unavailable


class FileExists(Conflict):
    """A file of this name is there and nobody said to replace it."""

    code = "exchange.file_exists"


class FileNotWritten(Unavailable):
    """The disk is full, the folder missing or not ours to write; nothing was left behind."""

    code = "exchange.file_not_written"


def write_atomically(target: Path, write: Callable[[IO[bytes]], None], *, overwrite: bool = False) -> None:
    """Write a file so that it is complete and durable under its name, or the old state stands.

    Args:
        target: Path to write; its folder exists.
        write: Writes the content to the binary stream it is handed.
        overwrite: Replace a file of that name.

    Raises:
        FileExists: There is one and `overwrite` is not set.
        FileNotWritten: The system refused.
    """
    if not overwrite and os.path.lexists(target):
        raise FileExists(file=target.name)
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
        temporary = Path(name)
        with os.fdopen(handle, "wb") as stream:
            write(stream)
            stream.flush()
            os.fsync(stream.fileno())
        _appear(temporary, target, overwrite)
        _make_durable(target.parent)
    except OSError as error:
        raise FileNotWritten(file=target.name, reason=error.strerror or type(error).__name__) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _appear(temporary: Path, target: Path, overwrite: bool) -> None:
    temporary.chmod(0o666 & ~_umask())
    if overwrite:
        temporary.replace(target)
        return
    try:
        os.link(temporary, target)  # refuses a name taken in the meantime, which a rename would replace
    except FileExistsError as error:
        raise FileExists(file=target.name) from error
    except OSError:  # a file system without links (FAT, some shares)
        _claim(target)
        temporary.replace(target)


def _claim(target: Path) -> None:
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
    except FileExistsError as error:
        raise FileExists(file=target.name) from error


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _make_durable(folder: Path) -> None:
    """Make the new name durable too; systems that cannot open folders do it themselves."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        pass  # some network file systems refuse this for folders
    finally:
        os.close(handle)
