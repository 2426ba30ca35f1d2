"""Is there a screen to open a window on?"""

from __future__ import annotations

import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

IN_MEMORY = {"offscreen", "minimal"}
X_SOCKETS = Path("/", "tmp", ".X11-unix")  # fixed by X, whatever TMPDIR says


def has_display(env: Mapping[str, str]) -> bool:
    """Tell whether a window would be seen: a variable that names a dead X server is not a display."""
    if env.get("QT_QPA_PLATFORM", "").split(":")[0] in IN_MEMORY:
        return False
    if not sys.platform.startswith("linux"):
        return True
    if env.get("WAYLAND_DISPLAY"):
        return True
    display = env.get("DISPLAY", "")
    local = re.fullmatch(r":(\d+)(\.\d+)?", display)
    return _answers(X_SOCKETS / f"X{local[1]}") if local else bool(display)


def _answers(path: Path) -> bool:
    """Tell whether a server listens at the path, or at the abstract name that X servers use as well."""
    for address in (str(path), f"\0{path}"):
        with socket.socket(socket.AF_UNIX) as server:
            server.settimeout(2)
            if server.connect_ex(address) == 0:
                return True
    return False
