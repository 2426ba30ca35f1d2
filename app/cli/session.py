"""What every command shares: which file, plain or JSON, and how a result or a refusal is shown."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import click

from app.bootstrap import Application, open_application
from app.kernel.canonical import canonical_json
from app.kernel.errors import AppError
from app.kernel.findings import Finding, Severity

P = ParamSpec("P")
R = TypeVar("R")

REFUSED = 1


@dataclass
class Session:
    """The options taken before and after every command."""

    db: str = ""
    as_json: bool = False

    @property
    def place(self) -> str:
        """Return the database the command works on."""
        from app.store.location import default_file

        return self.db or str(default_file())

    @contextmanager
    def application(self) -> Iterator[Application]:
        """Open the database for the length of a command.

        Raises:
            Unavailable: The file cannot be opened.
        """
        with open_application(self.place) as application:
            yield application

    def show(self, facts: object, text: str) -> None:
        """Print a result: one JSON value, or text for people."""
        click.echo(_json(facts) if self.as_json else text)

    def warn(self, findings: tuple[Finding, ...], *, blocker: str = "refused") -> None:
        """Print what deserves a second look to the error stream, so that a program's input stays clean.

        Args:
            findings: Each becomes a line.
            blocker: What is written before one that stands in the way of something.
        """
        from app.i18n.messages import sentence

        for finding in findings:
            word = blocker if finding.severity is Severity.BLOCKER else "note"
            click.echo(f"{word}: {_placed(finding)}{sentence(finding)}", err=True)


def shared(command: Callable[Concatenate[Session, P], R]) -> Callable[..., R]:
    """Give a command the options ``--db`` and ``--json`` and hand it the session first."""

    @click.option("--db", default=None, metavar="FILE", help="The database file.")
    @click.option("--json", "as_json", is_flag=True, help="Print one JSON value.")
    @click.pass_context
    @wraps(command)
    def with_session(context: click.Context, /, *args: P.args, **kwargs: P.kwargs) -> R:
        session = context.find_root().ensure_object(Session)
        session.db = str(kwargs.pop("db") or session.db)
        session.as_json = bool(kwargs.pop("as_json")) or session.as_json
        return command(session, *args, **kwargs)

    return with_session


def refuse(error: AppError, *, as_json: bool) -> int:
    """Print why something was refused and return the exit code."""
    from app.i18n.messages import sentence

    findings: tuple[Finding, ...] = getattr(error, "findings", ())
    message = sentence(error)
    if as_json:
        facts = {
            "error": {
                "code": error.code,
                "message": message,
                "findings": [finding_facts(finding) for finding in findings],
            }
        }
        click.echo(_json(facts))
    click.echo(f"quotewright: {message}", err=True)
    for finding in findings:
        click.echo(f"  {finding.severity.value}: {_placed(finding)}{sentence(finding)}", err=True)
    return REFUSED


def _placed(finding: Finding) -> str:
    """Return line and column of what is wrong in a table, to stand in front of its sentence.

    Other sentences say themselves where they belong; ids of a document's parts say nothing to a person.
    """
    is_of_table = {"line", "column"} <= finding.params.keys()
    return f"{finding.where}: " if is_of_table else ""


def finding_facts(finding: Finding) -> Mapping[str, object]:
    """Return a finding as plain values, with its sentence."""
    from app.i18n.messages import sentence

    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "where": finding.where,
        "message": sentence(finding),
    }


def read_json(file: Path) -> object:
    """Return the JSON of a file; `-` reads the standard input.

    Raises:
        FileUnreadable: The file is missing, a folder, or not ours to read.
        AppError: It is not strict JSON.
    """
    from app.exchange.tables.files import FileUnreadable
    from app.kernel.json_text import parse_json

    try:
        data = sys.stdin.buffer.read() if str(file) == "-" else file.read_bytes()
    except OSError as error:
        raise FileUnreadable(file=str(file), reason=error.strerror or type(error).__name__) from error
    return parse_json(data)


def _json(facts: object) -> str:
    return json.dumps(json.loads(canonical_json(facts)), ensure_ascii=False, indent=2)
