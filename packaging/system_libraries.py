"""The system libraries Qt loads, and how a Debian or Ubuntu gets those that are missing.

Qt's own message names one library and hides the others, so each is asked for by its soname.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable

# soname -> Debian package. Later Debians rename some packages (…t64); they answer to the old names too.
OFFSCREEN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libcups.so.2": "libcups2",
}
WINDOW = {
    **OFFSCREEN,
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}


class CannotInstall(Exception):
    """System packages are missing and this person may not install them; the text says what to do."""


def loads(soname: str) -> bool:
    """Tell whether the system's loader finds the library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing_packages(wanted: dict[str, str], found: Callable[[str], bool] = loads) -> list[str]:
    """Return the Debian packages of the libraries that are not found, in the order wanted."""
    if not sys.platform.startswith("linux"):
        return []  # the wheels bring everything on Windows and macOS
    return [package for soname, package in wanted.items() if not found(soname)]


def install(packages: Iterable[str]) -> None:
    """Install system packages when this person may.

    Raises:
        CannotInstall: No apt here, no right to use it, or apt failed.
    """
    names = list(packages)
    if not names:
        return
    if not shutil.which("apt-get"):
        raise CannotInstall(
            "This system lacks libraries that Qt needs. Their names on Debian are:\n  "
            + " ".join(names)
            + "\nInstall what your system calls them, then start again."
        )
    prefix = _as_root()
    if prefix is None:
        sudo = "sudo " if shutil.which("sudo") else ""
        raise CannotInstall(
            f"Please run this line once as root, then start again:\n  {sudo}{apt_line(names)}"
        )
    print("Installing system packages: " + " ".join(names), flush=True)
    # A fresh machine has no package lists, and an old list names files that are gone: ask for them first.
    if not _apt(prefix, "update", "-q") or not _apt(prefix, *apt_line(names).split()[1:]):
        raise CannotInstall(
            "apt could not install them; what it said is above. The line was:\n  " + apt_line(names)
        )


def apt_line(names: Iterable[str]) -> str:
    """Return the command that installs these packages."""
    return "apt-get install -y --no-install-recommends " + " ".join(names)


def _as_root() -> list[str] | None:
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.run([sudo, "-n", "true"], capture_output=True).returncode == 0:
        return [sudo, "-n", "env"]
    return None


def _apt(prefix: list[str], *arguments: str) -> bool:
    command = [*prefix, "DEBIAN_FRONTEND=noninteractive", "apt-get", *arguments]
    if not prefix:
        command.insert(0, "env")
    return subprocess.run(command, stdin=subprocess.DEVNULL).returncode == 0
