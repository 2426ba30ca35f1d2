"""Where the test of a module stands: the tree of tests is the twin of the tree of modules."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from pathlib import Path

from tests.architecture.house import ROOT, Module

# A room with its own kind of test has its own folder; every other room's tests are unit tests.
OWN_FOLDER = {"store", "documents", "exchange", "services", "cli", "sync"}

# The ground of the window is tried widget by widget. A noun's screens are tried as their users meet them:
# every page opens on a real file (tests/ui/test_every_page.py), and the journeys walk through them.
GROUND_OF_THE_WINDOW = {"kit", "shell", "widgets"}


def needs_a_twin(module: Module) -> bool:
    """Tell whether there is something to try.

    A package's opening line, an entry point, and a module without a function or a method (constants, tables,
    enumerations, plain records) decide nothing. Migrations are tried together, by migrating.
    """
    if module.path.stem in {"__init__", "__main__"} or "versions" in module.path.parts:
        return False
    if module.path.parts[0] == "ui" and len(module.path.parts) > 2:
        return module.path.parts[1] in GROUND_OF_THE_WINDOW
    return any(_decides(function) for function in module.functions)


def twin_folder(module: Module) -> Path:
    """Return the folder of the module's test, below tests."""
    parts = module.path.parent.parts
    if parts[0] == "ui":
        return Path(*parts)
    room = parts[1:]
    return Path(*room) if room and room[0] in OWN_FOLDER else Path("unit", *room)


def has_a_twin(module: Module, tests: Path = ROOT / "tests") -> bool:
    """Tell whether a test carries the module's name, in its folder or one above it within the room.

    One that says more after the name is one too: `test_quotes_round_trip.py`. A package inside a room may be
    tried as a whole, through its door: `test_messages.py` for `i18n/messages/sentences.py`.
    """
    folder = twin_folder(module)
    inside = module.path.parts[2:-1] if module.path.parts[0] == "app" else ()
    stems = (module.path.stem.strip("_"), *inside)
    room = folder.parts[: 1 if folder.parts[0] in OWN_FOLDER else 2]
    steps = [folder, *folder.parents]
    return any(
        path.stem == f"test_{stem}" or path.stem.startswith(f"test_{stem}_")
        for stem in stems
        for step in steps
        if step.parts[: len(room)] == room
        for path in (tests / step).glob("test_*.py")
    )


def tried_by_import(test_modules: Iterable[Module]) -> set[str]:
    """Return the modules that tests import themselves: those are tried, wherever the test stands."""
    names = {name for test in test_modules if test.path.stem.startswith("test_") for _, name in test.imports}
    return names | {name.rpartition(".")[0] for name in names}


def dotted(module: Module) -> str:
    """Return a module's name as an import says it."""
    return ".".join(module.path.with_suffix("").parts)


def _decides(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Tell whether a function is more than a signature (a protocol's) with words about it."""
    return any(not (isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)) for n in function.body)
