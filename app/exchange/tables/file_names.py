"""File names made from data: only letters, digits and a few signs, short, and always inside their folder."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from app.kernel.errors import RuleViolation

LONGEST_NAME = 80

_REFUSED = re.compile(r"[^\w.-]+", re.ASCII)
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])", re.IGNORECASE)
_UNNAMED = "file"


class OutsideFolder(RuleViolation):
    """The name points to another folder."""

    code = "exchange.outside_folder"


def safe_file_name(text: str, ending: str = "") -> str:
    """Return a name every file system takes, at most 80 characters: ``Q-1 Müller`` gives ``Q-1_Muller``.

    Args:
        text: Any text, such as a document number and a customer's name.
        ending: With its dot, such as ``.pdf``; kept whole.
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    name = _REFUSED.sub("_", plain)[: LONGEST_NAME - len(ending)].strip("._-")
    if not name or _RESERVED.fullmatch(name.partition(".")[0]):
        name = f"{_UNNAMED}_{name}".rstrip("_")
    return name + ending


def inside(folder: Path, name: str) -> Path:
    """Return the path of a file that lies directly in a folder.

    Args:
        folder: The folder.
        name: A plain file name somebody wrote, such as the file a mapping joins.

    Raises:
        OutsideFolder: The name is empty, has folders in it or leads elsewhere.
    """
    if not name or name in {".", ".."} or any(sign in name for sign in "/\\:\0"):
        raise OutsideFolder(file=name[:LONGEST_NAME])
    path = folder / name
    if path.resolve().parent != folder.resolve():
        raise OutsideFolder(file=name[:LONGEST_NAME])
    return path
