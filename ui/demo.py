"""Draws the window into a picture, without a screen: `python -m ui.demo --out out`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from ui.__main__ import make_desk


def main() -> int:
    """Write the pictures into the folder named and say which; return the exit code."""
    parser = argparse.ArgumentParser(description="Draw the window into a picture.")
    parser.add_argument("--out", type=Path, default=Path("out"), help="the folder for what is written")
    folder: Path = parser.parse_args().out
    application = QApplication(sys.argv[:1])
    folder.mkdir(parents=True, exist_ok=True)
    target = folder / "window.png"
    window = make_desk(application).new_window()
    application.processEvents()
    if not window.grab().save(str(target)):
        sys.stderr.write(f"{target} could not be written\n")
        return 1
    sys.stdout.write(f"Wrote {target}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
