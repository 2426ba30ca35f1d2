"""The typeface of every paper: Noto Sans, made once into three static cuts.

The package brings one variable font; HarfBuzz takes a static cut out of it in about 30 ms. The cuts are kept
in the user's cache (or shipped under ``resources/fonts`` by the packager) because the PDF writer wants files.
``python -m app.documents.pdf.fonts`` makes them ahead, so that the first document need not.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from app.assets import resources
from app.documents.faults import FontUnavailable
from app.documents.pdf.look import Face

PACKAGE = "fontpkg-noto-sans"
_MODULE = "fontpkg_noto_sans"
_RECIPE = "1"
"""Raise it when the cuts below change, so that cached ones are made again."""

_CUTS: dict[Face, tuple[str, int]] = {
    Face.REGULAR: ("NotoSans[wdth,wght].ttf", 400),
    Face.STRONG: ("NotoSans[wdth,wght].ttf", 600),
    Face.ITALIC: ("NotoSans-Italic[wdth,wght].ttf", 400),
}
_NORMAL_WIDTH = 100


@lru_cache(maxsize=8)
def face_file(face: Face) -> Path:
    """Return the static font file of a face, made now if nobody made it before.

    Raises:
        FontUnavailable: The font package is missing, or no folder takes the file.
    """
    shipped = resources() / "fonts" / _file_name(face)
    if shipped.exists():
        return shipped
    cached = cache_folder() / _file_name(face)
    return cached if cached.exists() else _keep(_cut(face), cached)


def warm(progress: Callable[[int, int], None] | None = None) -> Path:
    """Make every face that is missing and return their folder.

    Args:
        progress: Told the number of finished faces and of all, after each.

    Raises:
        FontUnavailable: As for `face_file`.
    """
    for done, face in enumerate(Face, start=1):
        face_file(face)
        if progress is not None:
            progress(done, len(Face))
    return face_file(Face.REGULAR).parent


def cache_folder() -> Path:
    """Return the folder of the cuts; another version of the font package has another folder."""
    from platformdirs import user_cache_path

    recipe = f"{PACKAGE} {version(PACKAGE)} {_RECIPE}"
    return user_cache_path("quotewright") / "fonts" / hashlib.sha256(recipe.encode()).hexdigest()[:12]


def _file_name(face: Face) -> str:
    return f"NotoSans-{face.value}.ttf"


def _cut(face: Face) -> bytes:
    """Return one static cut of the variable font."""
    import uharfbuzz as hb

    name, weight = _CUTS[face]
    spec = find_spec(_MODULE)
    source = Path(spec.origin).parent / "files" / name if spec and spec.origin else Path(name)
    if not source.exists():
        raise FontUnavailable(folder=str(source.parent), reason=f"{PACKAGE} is not installed")
    variable = hb.Face(hb.Blob.from_file_path(str(source)))
    plan = hb.SubsetInput()
    plan.keep_everything()
    plan.pin_axis_location(variable, "wght", weight)
    plan.pin_axis_location(variable, "wdth", _NORMAL_WIDTH)
    return bytes(plan.subset(variable).blob.data)


def _keep(font: bytes, wanted: Path) -> Path:
    """Write the file whole or not at all; where the cache is closed, a temporary folder must do."""
    try:
        wanted.parent.mkdir(parents=True, exist_ok=True)
        return _write(font, wanted)
    except OSError:
        try:
            return _write(font, Path(tempfile.mkdtemp(prefix="quotewright-fonts-")) / wanted.name)
        except OSError as fault:
            raise FontUnavailable(folder=str(wanted.parent), reason=fault.strerror or "") from fault


def _write(font: bytes, path: Path) -> Path:
    handle, part = tempfile.mkstemp(dir=path.parent, prefix=path.name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(font)
        Path(part).replace(path)
    except OSError:
        Path(part).unlink(missing_ok=True)
        raise
    return path


def _say(done: int, of: int) -> None:
    sys.stdout.write(f"font {done} of {of}\n")


if __name__ == "__main__":
    sys.stdout.write(f"{warm(_say)}\n")
