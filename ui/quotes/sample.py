"""The sample company to look around in: a window of its own on a file of its own (U30, U31)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QProcess

Start = Callable[[str, list[str], str], object]
"""Starts a program that lives on by itself: program, arguments, folder to start in."""

_ROOT = Path(__file__).resolve().parents[2]


def open_sample(start: Start = QProcess.startDetached) -> bool:
    """Open the sample company beside the company that is open; tell whether it could be started.

    It is another process, as two companies are two files: nothing of this window's work is touched.

    Args:
        start: How a program is started.
    """
    frozen = bool(getattr(sys, "frozen", False))
    arguments = ["--sample"] if frozen else ["-m", "ui", "--sample"]
    done = start(sys.executable, arguments, str(_ROOT))
    return bool(done[0] if isinstance(done, tuple) else done)
