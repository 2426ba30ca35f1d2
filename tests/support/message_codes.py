"""Which codes of errors and findings the source raises, so that each can be asked for its sentence."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from app.i18n.messages import codes, fields

ROOT = Path(__file__).parents[2]
_CODE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z0-9_]+)+")


def codes_in_source(*folders: str) -> dict[str, str]:
    """Return code -> file for every ``code = "…"`` of a class and every code a finding is made of."""
    return {
        code: str(path.relative_to(ROOT))
        for folder in folders or ("app", "ui")
        for path in sorted((ROOT / folder).rglob("*.py"))
        for code in _codes(ast.parse(path.read_text(encoding="utf-8")))
    }


def missing_codes() -> dict[str, str]:
    """Return code -> file for every code that has no sentence yet."""
    known = codes()
    return {code: path for code, path in codes_in_source().items() if code not in known}


def _codes(tree: ast.Module) -> Iterator[str]:
    makers = {"Finding"} | {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and node.returns and "Finding" in ast.unparse(node.returns)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield from _class_codes(node)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in makers:
            given = [*node.args[:1], *(word.value for word in node.keywords if word.arg == "code")]
            yield from (value for value in map(_text, given) if value and _CODE.fullmatch(value))


def _class_codes(node: ast.ClassDef) -> Iterator[str]:
    for statement in node.body:
        if isinstance(statement, ast.Assign):
            targets, value = statement.targets, _text(statement.value)
        elif isinstance(statement, ast.AnnAssign):
            targets, value = [statement.target], _text(statement.value)
        else:
            continue
        if value and _CODE.fullmatch(value) and "code" in map(ast.unparse, targets):
            yield value


def _text(node: ast.AST | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def fields_nobody_gives() -> dict[str, set[str]]:
    """Return code -> fields of its sentence that no raising line hands over; they would read as "…".

    Only errors are looked at, and of them only those raised with plain keywords everywhere.
    """
    given: dict[str, set[str]] = {}
    unclear: set[str] = set()
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "app").rglob("*.py"))]
    classes = {
        node.name: code
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        for code in _class_codes(node)
    }
    for call in (node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)):
        code = classes.get(ast.unparse(call.func).split(".")[-1])
        if code is None:
            continue
        if any(word.arg is None for word in call.keywords):
            unclear.add(code)
        given.setdefault(code, set()).update(word.arg for word in call.keywords if word.arg)
    return {
        code: missing
        for code, names in given.items()
        if code in codes() and code not in unclear and (missing := set(fields(code)) - names)
    }
