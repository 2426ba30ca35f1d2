"""The house as data: its rooms and modules, and what a module imports and calls."""

from __future__ import annotations

import ast
import io
import tokenize
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

# The nouns of the flow, lowest first: values and rules, the same on any machine, at any time.
PURE = (
    *("kernel", "formulas", "access", "company", "customers", "catalog", "configurator", "taxes", "pricing"),
    "quotes",
    *("approvals", "contracts", "orders", "billing", "payments", "rebates", "ledger", "analytics"),
)


@dataclass(frozen=True)
class Module:
    """One module: where it stands and what it says."""

    path: Path  # below the root
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, filename=str(self.path))

    @property
    def room(self) -> str:
        """Return the package below app or ui; the name of a module that stands alone."""
        return self.path.with_suffix("").parts[1]

    @property
    def is_pure(self) -> bool:
        return self.path.parts[0] == "app" and self.room in PURE

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    @cached_property
    def calls(self) -> list[ast.Call]:
        return [node for node in self.nodes if isinstance(node, ast.Call)]

    @cached_property
    def functions(self) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
        kinds = ast.FunctionDef | ast.AsyncFunctionDef
        return [node for node in self.nodes if isinstance(node, kinds)]

    @cached_property
    def imports(self) -> list[tuple[int, str]]:
        """Return line and full name of everything imported, wherever the import stands."""
        found = []
        for node in self.nodes:
            if isinstance(node, ast.Import):
                found += [(node.lineno, alias.name) for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
        return found

    @cached_property
    def comments(self) -> list[tuple[int, str]]:
        """Return line and text of every comment."""
        tokens = tokenize.generate_tokens(io.StringIO(self.text).readline)
        return [(token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT]

    def at(self, line: int, fault: str) -> str:
        """Return a fault with its place, as an editor can follow it."""
        return f"{self.path}:{line}: {fault}"


def modules(*folders: str) -> list[Module]:
    """Return the modules under these folders, both faces when none is named."""
    return [module for folder in folders or ("app", "ui") for module in _modules_of(folder)]


@cache
def _modules_of(folder: str) -> tuple[Module, ...]:
    """Return the modules of one folder; they are parsed once for all rules."""
    paths = sorted((ROOT / folder).rglob("*.py"))
    return tuple(Module(path.relative_to(ROOT), path.read_text(encoding="utf-8")) for path in paths)


def rooms_of_app() -> list[str]:
    """Return the packages and modules below app, in the order of their names."""
    entries = (ROOT / "app").iterdir()
    built = (e for e in entries if e.suffix == ".py" or any(e.glob("**/*.py")))
    return sorted(e.stem for e in built if e.stem not in {"__init__", "__pycache__"})


def name_of(call: ast.Call) -> str:
    """Return the last name of what is called: `warning` of `QMessageBox.warning(…)`."""
    return ast.unparse(call.func).rsplit(".", 1)[-1]
