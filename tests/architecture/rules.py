"""House rules no linter knows. Each takes a module and returns its faults, so that each can be tried."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.architecture.house import Module, name_of

LINES_OF_A_FILE = 400
LINES_OF_A_FUNCTION = 40
OUTSIDE_OF_A_RULE = {
    *("PySide6", "sqlalchemy", "sqlite3", "fpdf", "babel", "os", "pathlib", "io", "shutil", "tempfile"),
    *("logging", "random", "secrets", "time", "locale", "socket", "subprocess", "threading"),
}
CLOCK_AND_CHANCE = {"now", "utcnow", "today", "uuid1", "uuid4", "urandom"}
RICH_TEXT = {"setHtml", "insertHtml", "appendHtml", "setMarkdown", "fromHtml", "insertMarkdown"}
UNFINISHED = re.compile(r"\b(TO[D]O|FIX[M]E|X[X]X|HA[C]K)\b")
A_MACHINES_PATH = re.compile(r"/(work|root|tmp|home/\w+)/")
OUR_OWN_WORDS = {"_", "gettext", "ngettext", "pgettext", "plain_tip", "toolTip", "toString"}
LABELS = {"QLabel", "QMessageBox"}
BOX_THAT_GUESSES = {"about", "critical", "information", "question", "warning"}


def opens_with_a_docstring(module: Module) -> Iterator[str]:
    if not ast.get_docstring(module.tree):
        yield module.at(1, "no docstring says what the module is for")


def is_small(module: Module) -> Iterator[str]:
    """A file of at most 400 lines, functions of at most 40; a docstring is not counted."""
    lines = len(module.text.splitlines())
    if lines > LINES_OF_A_FILE:
        yield module.at(1, f"{lines} lines, {LINES_OF_A_FILE} at most")
    for function in module.functions:
        length = _last(function) - function.lineno + 1 - _docstring_lines(function)
        if length > LINES_OF_A_FUNCTION:
            yield module.at(
                function.lineno, f"{function.name} has {length} lines, {LINES_OF_A_FUNCTION} at most"
            )


def is_the_same_everywhere(module: Module) -> Iterator[str]:
    """A pure room knows no clock, no chance, no file, no database, no screen, no locale."""
    if not module.is_pure:
        return
    for line, name in module.imports:
        if name.split(".")[0] in OUTSIDE_OF_A_RULE:
            yield module.at(line, f"a pure room imports {name}")
    for call in module.calls:
        if name_of(call) in CLOCK_AND_CHANCE or ast.unparse(call.func) == "open":
            yield module.at(call.lineno, f"a pure room calls {ast.unparse(call.func)}: make it an argument")


def presenter_draws_nothing(module: Module) -> Iterator[str]:
    """A presenter knows QtCore only, so that it can be tried without a window."""
    if not module.path.stem.endswith("presenter"):
        return
    for line, name in module.imports:
        if name.startswith("PySide6.") and not name.startswith("PySide6.QtCore"):
            yield module.at(line, f"a presenter imports {name}")


def window_asks_services(module: Module) -> Iterator[str]:
    """The window reaches data through services, also where it imports late."""
    if module.path.parts[0] != "ui":
        return
    for line, name in module.imports:
        if re.match(r"(app\.store|sqlalchemy|sqlite3|fpdf)\b", name):
            yield module.at(line, f"the window imports {name}")


def database_stays_in_the_store(module: Module) -> Iterator[str]:
    """One room speaks to the database; the ORM speaks nowhere (docs/decisions/0002)."""
    for line, name in module.imports:
        if name.startswith("sqlalchemy.orm"):
            yield module.at(line, "the store speaks SQLAlchemy Core")
        if name.split(".")[0] in {"sqlalchemy", "alembic", "sqlite3"} and module.room != "store":
            yield module.at(line, f"{name} outside of the store")


def data_is_plain_text(module: Module) -> Iterator[str]:
    """What shows data shows it as plain text: Qt would guess, and load `<img src=file:…>` from a name."""
    if module.path.parts[0] != "ui":
        return
    for node in module.tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield from _labels_told_nothing(module, node)
    for call in module.calls:
        owner = ast.unparse(call.func).rpartition(".")[0]
        if name_of(call) in RICH_TEXT or (owner == "QMessageBox" and name_of(call) in BOX_THAT_GUESSES):
            yield module.at(call.lineno, f"{ast.unparse(call.func)} shows rich text")
    for node in module.nodes:
        if isinstance(node, ast.Attribute) and node.attr in {"RichText", "AutoText", "MarkdownText"}:
            yield module.at(node.lineno, f"{node.attr} reads data as markup")


def tool_tips_are_plain_text(module: Module) -> Iterator[str]:
    """A tool tip shows words of our own, or `plain_tip(…)` of data; a model's tips too."""
    if module.path.parts[0] != "ui":
        return
    for call in module.calls:
        if name_of(call) == "setToolTip" and not all(map(_is_our_own_or_plain, call.args)):
            yield module.at(call.lineno, "a tool tip of data needs plain_tip")
    names_role = any(isinstance(node, ast.Attribute) and node.attr == "ToolTipRole" for node in module.nodes)
    if names_role and not any(name_of(call) == "plain_tip" for call in module.calls):
        yield module.at(1, "a model's tool tips need plain_tip")


def paper_is_plain_text(module: Module) -> Iterator[str]:
    """A PDF gets its text as text: no HTML and no Markdown with data in it."""
    for call in module.calls:
        if name_of(call) == "write_html":
            yield module.at(call.lineno, "write_html reads data as markup")
        for keyword in call.keywords:
            if keyword.arg == "markdown" and ast.unparse(keyword.value) != "False":
                yield module.at(call.lineno, "markdown= reads data as markup")


def counts_exactly(module: Module) -> Iterator[str]:
    """Below the window nothing is turned into a binary float."""
    if module.path.parts[0] != "app":
        return
    for call in module.calls:
        if ast.unparse(call.func) == "float":
            yield module.at(call.lineno, "float() is not exact: Decimal, or an integer ratio")


def silences_with_a_reason(module: Module) -> Iterator[str]:
    """A silenced check names its code and the reason; nothing is left to be done later."""
    for line, comment in module.comments:
        if re.match(r"# *type: ignore(?!\[[\w, -]+\]\s*#?\s*\S)", comment):
            yield module.at(line, "type: ignore needs its code in brackets and a reason")
        if re.match(r"# *noqa(?!: ?[A-Z]+\d+(, ?[A-Z]+\d+)*\s+\S)", comment):
            yield module.at(line, "noqa needs its code and a reason")
        if UNFINISHED.search(comment):
            yield module.at(line, "finish it, or file it")


def names_no_machine(module: Module) -> Iterator[str]:
    """No path of the machine it was written on."""
    for number, line in enumerate(module.text.splitlines(), start=1):
        if A_MACHINES_PATH.search(line):
            yield module.at(number, "names a path of one machine")


def _last(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno


def _docstring_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    if ast.get_docstring(function) is None:
        return 0
    return _last(function.body[0]) - function.body[0].lineno + 1


def _labels_told_nothing(module: Module, scope: ast.FunctionDef | ast.ClassDef) -> Iterator[str]:
    """Yield a class or function that makes more labels for data than it tells to be plain or a picture.

    A label or box that is made with words of our own shows no data.
    """
    calls = [node for node in ast.walk(scope) if isinstance(node, ast.Call)]
    made = [call for call in calls if name_of(call) in LABELS and not _shows_our_own_words(call)]
    bases = scope.bases if isinstance(scope, ast.ClassDef) else []
    derived = [base for base in bases if ast.unparse(base) in LABELS]
    settled = sum(1 for call in calls if _is_told_to_be_plain(call) or name_of(call) == "setPixmap")
    settled += sum(map(_more_told_by_turns, ast.walk(scope)))
    if settled < len(made) + len(derived):
        fault = f"{scope.name}: {len(made) + len(derived)} labels or boxes, {settled} told to be plain"
        yield module.at(scope.lineno, fault)


def _more_told_by_turns(node: ast.AST) -> int:
    """Return how many labels beyond the first a loop over labels by name tells to be plain."""
    if not isinstance(node, ast.For) or not isinstance(node.iter, ast.Tuple):
        return 0
    told = (call for call in ast.walk(node) if isinstance(call, ast.Call) and _is_told_to_be_plain(call))
    return (len(node.iter.elts) - 1) * sum(1 for _ in told)


def _shows_our_own_words(call: ast.Call) -> bool:
    """Tell whether a label is made with a text, and the text is written here."""
    words = [argument for argument in call.args if not isinstance(argument, ast.Name)]
    return bool(words) and all(map(_is_our_own_or_plain, words))


def _is_told_to_be_plain(call: ast.Call) -> bool:
    return ast.unparse(call).endswith("setTextFormat(Qt.TextFormat.PlainText)")


def _is_our_own_or_plain(text: ast.expr) -> bool:
    """Tell whether a text is written here, translated as a whole, or made plain."""
    match text:
        case ast.Constant():
            return True
        case ast.Call():
            return name_of(text) in OUR_OWN_WORDS
        case ast.BoolOp(values=parts):
            return all(map(_is_our_own_or_plain, parts))
        case ast.IfExp(body=yes, orelse=no):
            return _is_our_own_or_plain(yes) and _is_our_own_or_plain(no)
    return False
