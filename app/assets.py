"""Find files under resources/, from source and from the frozen application."""

from __future__ import annotations

import sys
from pathlib import Path


def asset(*parts: str) -> Path:
    """Return the path of a file or folder under ``resources/``, e.g. ``asset("icons", "plus.svg")``.

    Raises:
        FileNotFoundError: Nothing of that name was shipped (a packaging fault, not the user's).
    """
    path = resources().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"resources/{'/'.join(parts)} is missing")
    return path


def resources() -> Path:
    """Return the folder of shipped files: unpacked by the frozen application, else beside ``app/``."""
    unpacked = getattr(sys, "_MEIPASS", None)
    root = Path(unpacked) if isinstance(unpacked, str) else Path(__file__).resolve().parents[1]
    return root / "resources"
