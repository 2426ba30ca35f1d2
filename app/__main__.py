"""The headless face: ``python -m app`` is the command line; nothing of Qt is imported."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and exit with its code."""
    from app.cli.commands import run

    sys.exit(run())


if __name__ == "__main__":
    main()
