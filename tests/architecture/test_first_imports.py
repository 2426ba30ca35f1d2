"""What is slow to import is imported when it is first needed, never on the way to the first paint."""

import subprocess
import sys

from tests.architecture.house import ROOT

SLOW = {
    "sqlalchemy",
    "alembic",
    "fpdf",
    "babel",
    "pypdfium2",
    "click",
    "numpy",
    "PIL",
    "fontTools",
    "jsonschema",
}


def imported_by(*names: str) -> set[str]:
    """Return the top-level packages a fresh Python holds after importing these modules."""
    code = f"import sys, {', '.join(names)}\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def test_the_window_starts_without_anything_slow():
    assert imported_by("ui.__main__") & SLOW == set()


def test_the_command_line_never_sees_qt():
    assert imported_by("app.__main__", "app.cli.commands") & {"PySide6", "shiboken6"} == set()


def test_what_is_imported_is_seen():
    assert "sqlalchemy" in imported_by("app.store.schema")
