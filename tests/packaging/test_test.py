import importlib.util
import sys
from pathlib import Path

import environment
import pytest

SCRIPT = Path(__file__).parents[2] / "packaging" / "test.py"


@pytest.fixture
def suite(monkeypatch):
    """The script as a module; its own name is the standard library's too."""
    spec = importlib.util.spec_from_file_location("whole_suite", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(environment, "prepare", lambda *, tests, window: Path(sys.executable))
    return module


def test_says_that_all_passed(suite, monkeypatch, capfd):
    monkeypatch.setattr(suite, "STEPS", (("calendar", "-m calendar 2026 1"),))

    assert suite.main() == 0
    assert "January 2026" in (out := capfd.readouterr().out)
    assert out.endswith("All steps passed.\n")


def test_stops_at_the_first_that_fails_and_names_it(suite, monkeypatch, capfd):
    monkeypatch.setattr(suite, "STEPS", (("month", "-m calendar 2026 13"), ("never", "-m this")))

    assert suite.main() == 1
    out = capfd.readouterr().out
    assert "FAILED at step 1: month" in out
    assert "never" not in out


def test_runs_every_check_of_the_house(suite):
    commands = " ".join(arguments for _, arguments in suite.STEPS)

    for check in (
        "ruff check .",
        "ruff format --check .",
        "mypy",
        "lint-imports",
        "pytest tests ",
        "tests/long",
    ):
        assert check in commands


def test_a_program_stands_beside_the_python(suite):
    assert suite.command(Path("bin/python"), "lint-imports --no-logo") == ["bin/lint-imports", "--no-logo"]
