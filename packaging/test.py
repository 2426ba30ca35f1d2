"""Sets the project up and runs its whole suite: `python3 packaging/test.py`.

Style, types, import contracts, tests, and the long tests; it stops at the first that fails and names it.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import environment

STEPS = (
    ("style", "-m ruff check ."),
    ("form", "-m ruff format --check ."),
    ("types", "-m mypy"),
    ("import contracts", "lint-imports --no-logo"),
    ("tests", "-m pytest tests --ignore=tests/long"),
    ("long tests", "-m pytest tests/long"),
)


def main() -> int:
    """Set up and run every step; return 0 when all pass."""
    try:
        environment.with_a_python_new_enough()
        python = environment.prepare(tests=True, window=False)
    except environment.SetupFailed as reason:
        print(reason, file=sys.stderr)
        return 1
    env = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    for number, (name, arguments) in enumerate(STEPS, start=1):
        print(f"\n== {number} of {len(STEPS)}: {name}", flush=True)
        start = time.monotonic()
        code = subprocess.run(
            command(python, arguments), cwd=environment.ROOT, env=env, stdin=subprocess.DEVNULL
        ).returncode
        if code:
            print(f"\nFAILED at step {number}: {name} (exit code {code})", flush=True)
            return 1
        print(f"-- {name}: passed in {time.monotonic() - start:.0f} s", flush=True)
    print("\nAll steps passed.")
    return 0


def command(python: Path, arguments: str) -> list[str]:
    """Return a step's command line: a module of the environment's Python, or a program beside it."""
    first, *rest = arguments.split()
    return [str(python), first, *rest] if first == "-m" else [str(python.parent / first), *rest]


if __name__ == "__main__":
    sys.exit(main())
