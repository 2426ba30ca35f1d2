"""Sets Quotewright up and opens it with the sample company: `python3 packaging/start.py`.

With `--demo`, or where there is no display, it plays the sample deal instead and writes the documents and
pictures into the folder `out`. Safe to repeat: the second start sets nothing up.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import environment
from display import has_display


def main() -> int:
    """Set up, then open the window or play the demo; return the exit code."""
    parser = argparse.ArgumentParser(description="Set Quotewright up and open it with the sample company.")
    parser.add_argument(
        "--demo", action="store_true", help="play the sample deal into ./out, without a window"
    )
    demo = parser.parse_args().demo or not has_display(os.environ)
    try:
        environment.with_a_python_new_enough()
        python = environment.prepare(tests=False, window=not demo)
    except environment.SetupFailed as reason:
        print(reason, file=sys.stderr)
        return 1
    return play_demo(python) if demo else open_window(python)


def open_window(python: Path) -> int:
    """Open the window with the sample company; it takes this process over where the system can."""
    command = [str(python), "-m", "ui", "--sample"]
    if os.name == "nt":
        return subprocess.run(command, cwd=environment.ROOT).returncode
    os.chdir(environment.ROOT)
    os.execv(python, command)


def play_demo(python: Path) -> int:
    """Play the sample deal in a window drawn into memory; its documents and pictures go to ./out."""
    env = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    command = [str(python), "-m", "ui.demo", "--out", "out"]
    return subprocess.run(command, cwd=environment.ROOT, env=env, stdin=subprocess.DEVNULL).returncode


if __name__ == "__main__":
    sys.exit(main())
