"""A PostgreSQL server for tests: the one the environment names, or a throw-away one started here."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

VARIABLE = "QUOTEWRIGHT_TEST_POSTGRES"
OLDEST = 15
_USER = "quotewright"
_SERVER_ACCOUNT = "postgres"


class NoServer(Exception):
    """There is no server to test with; the message says why."""


@contextmanager
def a_server() -> Iterator[str]:
    """Give the URL of a database that tests may empty.

    Raises:
        NoServer: The environment names none and none can be started here.
    """
    named = os.environ.get(VARIABLE, "")
    if named:
        yield named
        return
    programs = _programs()
    with TemporaryDirectory(prefix="qw-", ignore_cleanup_errors=True) as folder:
        place, account = Path(folder), _account()
        if account:
            shutil.chown(place, account)
        place.chmod(0o700)
        port = _free_port()
        _run(
            account, programs / "initdb", "-D", place / "data", "-U", _USER, "-A", "trust", "-E", "UTF8", "-N"
        )
        options = f"-p {port} -k {place} -c listen_addresses=127.0.0.1 -c fsync=off"
        control = (programs / "pg_ctl", "-D", place / "data", "-w", "-l", place / "log")
        _run(account, *control, "-o", options, "start")
        try:
            yield f"postgresql://{_USER}@127.0.0.1:{port}/postgres"
        finally:
            _run(account, *control, "-m", "immediate", "stop")


def _programs() -> Path:
    """Return the folder of the newest server's programs that is new enough."""
    found = [Path(shutil.which("pg_ctl") or "/nowhere").resolve().parent]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    for folder in found:
        program = folder / "postgres"
        if program.exists() and (folder / "initdb").exists() and _major(program) >= OLDEST:
            return folder
    raise NoServer(f"{VARIABLE} is not set and no PostgreSQL {OLDEST} or newer is installed here")


def _major(program: Path) -> int:
    said = subprocess.run([program, "--version"], capture_output=True, text=True, check=False).stdout
    digits = said.split()[-1].split(".")[0] if said.split() else ""
    for word in said.split():
        if word[:2].isdigit():
            digits = word.split(".")[0]
            break
    return int(digits) if digits.isdigit() else 0


def _account() -> str | None:
    """Return the account the server must run under: it refuses to run as root."""
    if os.name == "nt" or os.geteuid():
        return None
    import pwd

    try:
        pwd.getpwnam(_SERVER_ACCOUNT)
    except KeyError:
        raise NoServer(f"root cannot run PostgreSQL and there is no account {_SERVER_ACCOUNT}") from None
    return _SERVER_ACCOUNT


def _run(account: str | None, *command: object) -> None:
    words = [str(word) for word in command]
    done = subprocess.run(
        words,
        user=account,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        cwd="/",
        check=False,
        timeout=60,
    )
    if done.returncode:
        raise NoServer(f"{words[0]}: {done.stderr.decode(errors='replace').strip()}")


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
