import subprocess
import sys
from pathlib import Path

import pytest

from tests.performance.window import imported_at_first_paint
from ui.__main__ import main, settings_file, start_of
from ui.desk import Start

HEAVY = ("sqlalchemy", "fpdf", "babel", "numpy", "pypdfium2", "alembic")


class TestArguments:
    @pytest.mark.parametrize(
        ("words", "start"),
        [
            ([], Start()),
            (["--sample"], Start(sample=True)),
            (["--db", "acme.db"], Start(Path("acme.db"))),
        ],
    )
    def test_say_what_to_open(self, words, start):
        assert start_of(words) == start

    @pytest.mark.parametrize("words", [["--db"], ["acme.db"], ["--what"]])
    def test_anything_else_is_wrong_use(self, words, capsys):
        assert main(words) == 2
        assert "usage" in capsys.readouterr().err


def test_nothing_heavy_is_imported_at_the_first_paint():
    assert imported_at_first_paint() == "-"


def test_importing_the_whole_shell_imports_nothing_heavy():
    code = (
        "import sys, ui.__main__, ui.shell.palette, ui.shell.first_start, ui.shell.session, ui.kit.progress\n"
        f"assert not set({HEAVY!r}) & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_window_settings_live_in_the_persons_folder_for_settings(qapp):
    assert settings_file().name == "window.ini"
    assert settings_file().is_absolute()
