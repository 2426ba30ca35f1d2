"""The command line on a file of its own."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app.cli.commands import run

PRODUCTS = "sku,name,price,currency,tax\nA-1,Anvil,100.00,EUR,19\nB-2,Bolt,0.333,EUR,19\n"
CUSTOMERS = (
    "reference,name,street,city,postcode,country,email\nC1,Acme AG,Weg 1,Berlin,10115,DE,a@example.com\n"
)


class Shell:
    """Runs commands on one file and reads what they print."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys
        self.error = ""

    def __call__(self, *words: str, code: int = 0) -> str:
        """Run a command, expect its exit code, and return what it printed."""
        self._capsys.readouterr()
        ended = run(["--db", str(self.folder / "t.db"), *words])
        out, self.error = self._capsys.readouterr()
        assert ended == code, out + self.error
        return out

    def json(self, *words: str, code: int = 0):
        """Run a command with ``--json`` behind it and return the value it printed."""
        return json.loads(self(*words, "--json", code=code))

    @property
    def today(self) -> date:
        """The day in the company's own time zone: the commands run on the clock."""
        return datetime.now(ZoneInfo("Europe/Berlin")).date()

    def file(self, name: str, text: str) -> str:
        """Write a file and return its path."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    """An empty folder."""
    return Shell(tmp_path, capsys)


@pytest.fixture
def house(shell: Shell) -> Shell:
    """A German company with two products and a customer."""
    shell("init", "--company", "Bar GmbH", "--country", "DE")
    shell("import", "products", shell.file("p.csv", PRODUCTS))
    shell("import", "customers", shell.file("c.csv", CUSTOMERS))
    return shell


@pytest.fixture
def offered(house: Shell) -> tuple[Shell, str]:
    """The number of a sent quote over 1,199.91."""
    lines = house.file("l.csv", "sku,quantity\nA-1,10\nB-2,25\n")
    number = house.json("quote", "new", "--customer", "C1", "--lines", lines)["number"]
    house("quote", "send", number)
    return house, number
