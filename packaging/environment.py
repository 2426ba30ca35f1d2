"""Makes the project's own Python environment, `.venv`, and keeps it up to date.

Standard library only: this runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import system_libraries

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
STAMP = VENV / "set-up.txt"
OLDEST = (3, 11)


class SetupFailed(Exception):
    """The set-up cannot go on; the text says why and what to do."""


def with_a_python_new_enough() -> None:
    """Go on in a newer Python when this one is too old.

    Raises:
        SetupFailed: There is none.
    """
    if sys.version_info[:2] >= OLDEST:
        return
    for minor in range(14, OLDEST[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            os.execv(newer, [newer, *sys.argv])
    raise SetupFailed(
        f"Python 3.11 or newer is needed; this is {sys.version.split()[0]} and no newer one is on the path.\n"
        "Debian 12 and Ubuntu 24.04 have one as python3."
    )


def prepare(*, tests: bool, window: bool) -> Path:
    """Return the Python of an environment that has everything installed.

    The first time takes minutes; when nothing changed since the last, nothing is done.

    Args:
        tests: With the tools of the test suite.
        window: With the libraries of a real window, not only of drawing into memory.

    Raises:
        SetupFailed: Something is missing or did not install; the text says what to do.
    """
    wanted = system_libraries.WINDOW if window else system_libraries.OFFSCREEN
    packages = system_libraries.missing_packages(wanted)
    if not python_of(VENV).exists() and importlib.util.find_spec("ensurepip") is None:
        packages.append("python3-venv")
    try:
        system_libraries.install(packages)
    except system_libraries.CannotInstall as reason:
        raise SetupFailed(str(reason)) from None
    if not up_to_date(tests=tests):
        _make_venv()
        _install("test" if tests else "")
        STAMP.write_text(_stamp("test" if tests else ""), encoding="utf-8")
    return python_of(VENV)


def python_of(venv: Path) -> Path:
    """Return the interpreter of a virtual environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def up_to_date(*, tests: bool) -> bool:
    """Tell whether the environment was made from the present project file; one with tests serves both."""
    try:
        found = STAMP.read_text(encoding="utf-8")
    except OSError:
        return False
    return _works() and found in ({_stamp("test")} if tests else {_stamp("test"), _stamp("")})


def _stamp(extra: str) -> str:
    """Return what the environment depends on: the project file, the versions, the place."""
    parts = [(ROOT / "pyproject.toml").read_bytes(), CONSTRAINTS.read_bytes(), str(ROOT).encode()]
    return f"{extra or 'run'} {hashlib.sha256(b'|'.join(parts)).hexdigest()}"


def _works() -> bool:
    """Tell whether the environment's Python runs and is new enough; its base may have been removed."""
    check = f"import sys, pip; sys.exit(sys.version_info[:2] < {OLDEST})"
    try:
        return subprocess.run([python_of(VENV), "-c", check], capture_output=True).returncode == 0
    except OSError:
        return False


def _make_venv() -> None:
    if _works():
        return
    print(f"Making the environment {VENV.name} with Python {sys.version.split()[0]}", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], stdin=subprocess.DEVNULL)
    if made.returncode:
        raise SetupFailed(
            "The environment could not be made. On Debian and Ubuntu Python's module for it is a package:\n"
            "  sudo apt-get install -y python3-venv"
        )


def _install(extra: str) -> None:
    print("Installing what the project needs (the first time about 250 MB)", flush=True)
    target = f"{ROOT}[{extra}]" if extra else str(ROOT)
    command = [str(python_of(VENV)), "-m", "pip", "install", "--quiet", "--editable", target]
    env = {
        **os.environ,
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
        "PIP_ROOT_USER_ACTION": "ignore",
    }
    # As variables, so that the isolated environment that builds the project is held to them too.
    env["PIP_CONSTRAINT"] = env["PIP_BUILD_CONSTRAINT"] = str(CONSTRAINTS)
    if subprocess.run(command, env=env, stdin=subprocess.DEVNULL).returncode:
        raise SetupFailed("pip could not install it; what it said is above. Is the network reachable?")
