import itertools
import re
import subprocess
import sys
from datetime import date

import click
import pytest

from app.cli.commands import quotewright, run
from tests.architecture.house import ROOT


def test_a_deal_runs_from_quote_to_payment(offered):
    """10 x 100 + 25 x 0.333 = 1008.33; 19 % = 191.58; total 1199.91."""
    shell, number = offered
    shell("quote", "accept", number)

    invoice = shell.json("invoice", "issue", "--from", number)
    assert (invoice["net"], invoice["tax"], invoice["total"]) == ("1008.33", "191.58", "1199.91")
    today = date.today().isoformat()  # noqa: DTZ011 # the command's own clock is what is tested
    paid = shell.json(
        "payment", "book", "--customer", "C1", "--amount", "1199.91", "--date", today,
        "--invoice", invoice["number"],
    )  # fmt: skip

    assert paid["lines"][0]["invoice"] == invoice["number"]
    assert shell.json("invoice", "show", invoice["number"])["status"] == "paid"
    assert shell.json("verify")["ok"]


class TestManual:
    """What docs/cli.md promises is what there is."""

    def test_every_command_and_every_option_of_it_is_written_down(self):
        page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
        rows = [line.partition(" | ")[0] for line in page.splitlines() if line.startswith("| `")]
        written = dict(_described(usage) for row in rows for usage in re.findall(r"`([^`]+)`", row))

        there = {name: options for name, options in _commands(quotewright) if name}

        assert {name: written.get(name) for name in there} == there


def _described(usage):
    words = usage.split()
    name = " ".join(itertools.takewhile(lambda word: re.fullmatch(r"[a-z]+", word), words))
    return name, set(re.findall(r"(?<![\w-])--?[a-z][a-z-]*", usage))


def _commands(command, name=""):
    if isinstance(command, click.Group):
        for word, part in command.commands.items():
            yield from _commands(part, f"{name} {word}".strip())
        return
    own = [each for each in command.params if isinstance(each, click.Option)]
    yield name, {each.opts[0] for each in own} - {"--db", "--json", "--help"}


class TestRun:
    def test_takes_the_options_before_and_after_the_command(self, house):
        before = house("--json", "company", "show")
        after = house("company", "show", "--json")

        assert before == after

    def test_wrong_usage_ends_with_2(self, shell):
        shell("quote", "show", code=2)
        shell("nonsense", code=2)
        assert "Usage" in shell.error

    def test_a_refusal_ends_with_1_and_a_sentence(self, house):
        house("quote", "show", "Q-0", code=1)

        assert house.error == (
            "quotewright: There is no quote Q-0. Check the number, or search for the customer.\n"
        )

    def test_a_refusal_in_json_names_its_code(self, house):
        assert house.json("quote", "show", "Q-0", code=1)["error"]["code"] == "quotes.not_found"

    def test_help_is_no_error(self, capsys):
        assert run(["--help"]) == 0
        assert "Quote to cash" in capsys.readouterr().out

    @pytest.mark.parametrize("module", ["PySide6", "sqlalchemy.orm"])
    def test_imports_neither_qt_nor_what_is_slow(self, module):
        code = f"import app.cli.commands, sys; sys.exit({module!r} in sys.modules)"

        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
